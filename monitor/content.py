"""The content of the archive as one hash: both interchanges, whatever the ids, the times and the order of loading."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.importing.writing import article_lines
from events.interchange import writer
from events.interchange.records import ReportRecord
from events.models import Event, Report


def content_lines() -> Iterator[tuple[str, str]]:
    """Every article and every event as where it stands and what it says there, in no order."""
    yield from (_article(json.loads(line)) for line in article_lines())
    for record in writer.records(_events()):
        reports = sorted(_address(report) for report in record.reports)
        yield "event " + "; ".join(reports), _canonical(writer.line(record, with_id=False))


def content_hash(lines: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over the hashes of the lines by address; of a line only the hash is kept, so memory stays small."""
    hashed = sorted((address, hashlib.sha256(line.encode()).digest()) for address, line in lines)
    whole = hashlib.sha256()
    for address, digest in hashed:
        whole.update(hashlib.sha256(address.encode()).digest() + digest)
    return whole.hexdigest()


def _article(values: dict[str, Any]) -> tuple[str, str]:
    """Of several addresses on the web none is the first: which was seen first is a matter of time."""
    urls = sorted(values.pop("urls") or ())
    values.pop("url")
    place = "{publication} {volume}/{issue}/{position}".format(**values)
    return f"article {place}", _canonical({**values, "urls": urls})


def _events() -> QuerySet[Event]:
    """Those that `export_events` writes: reported, and not merged away."""
    reported = Exists(Report.objects.filter(event=OuterRef("pk")))
    return Event.objects.filter(reported, merged_into__isnull=True).order_by("pk")


def _address(report: ReportRecord) -> str:
    return report.address


def _canonical(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
