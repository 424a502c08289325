"""What a release is made of: every public event with its public reports, one after the other."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from articles.exports.printed import page
from articles.exports.rows import Row, Rows, Viewer
from events.exports.rows import event_columns, report_columns
from events.models import Event, Report

AT_A_TIME = 500
NOT_KEPT = {"revision", "reports"}  # how often it was written says nothing of what it says


def released_event_columns(viewer: Viewer) -> dict[str, Any]:
    """The columns of the API, and where the place lies."""
    columns = event_columns(viewer)
    shown = {name: column for name, column in columns.items() if name not in NOT_KEPT}
    return {**shown, "latitude": columns["_latitude"], "longitude": columns["_longitude"]}


def released_report_columns(viewer: Viewer) -> dict[str, Any]:
    """The columns of the API, and the article's address, version and hash, so that offsets can be checked."""
    shown = {name: column for name, column in report_columns(viewer).items() if name not in NOT_KEPT}
    return {
        **shown,
        "article_url": page("article", "publication", "volume", "number", "position"),
        "publication": "article__issue__publication__slug",
        "volume": "article__issue__volume",
        "number": "article__issue__number",
        "position": "article__position",
        "article_date": "article__issue__date",
        "article_text_version": "article__text_version",
        "article_sha256": "article__text_sha256",
    }


EVENTS, REPORTS = Rows(released_event_columns), Rows(released_report_columns)


def events_with_reports(base: str) -> Iterator[Row]:
    """The public events in the order of their ids, each with its public reports. Read it within a snapshot."""
    viewer = Viewer(base=base)
    events = EVENTS.read(Event.objects.public().order_by("pk"), viewer, at_a_time=AT_A_TIME)
    reports = REPORTS.read(Report.objects.public().order_by("event_id", "pk"), viewer, at_a_time=AT_A_TIME)
    told = groupby((row for row, _keys in reports), key=lambda row: row["event"])
    for (event, _keys), (public_id, group) in zip(events, told, strict=True):
        if event["public_id"] != public_id:
            raise LookupError(f"{public_id} is reported and {event['public_id']} comes next: run manage.py verify.")
        yield {**event, "reports": list(group)}
