"""The rows behind Web Annotations: a report with its spans, an article with its reports."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from articles.exports import quotes
from articles.exports.addresses import address
from articles.exports.rows import Computed, Row, Rows, Viewer
from events.exports import web_annotation
from events.models import Evidence, Report, public_id

PLACE = ("publication", "volume", "number", "position")


def spans(viewer: Viewer) -> ArraySubquery:
    """The evidence of a report with the words around it, for a query of reports."""
    found = Evidence.objects.visible_to(viewer.user).filter(report=OuterRef("pk")).order_by("start", "end", "id")
    plain = {name: F(name) for name in ("id", "start", "end", "prefix", "suffix")}
    return ArraySubquery(found.values(json=JSONObject(quote=quotes.quote(), **plain)))


def of_article(issue: str = "issue") -> dict[str, Any]:
    """What is to be known of the article; `issue` leads to its issue."""
    article = issue.removesuffix("issue")
    return {
        "publication": f"{issue}__publication__slug",
        "language": f"{issue}__publication__language",
        "policy": f"{issue}__publication__quote_policy",
        "volume": f"{issue}__volume",
        "number": f"{issue}__number",
        "position": f"{article}position",
    }


def report_columns(viewer: Viewer) -> dict[str, Any]:
    own = {"id": "id", "event": "event_id", "label": "event__label", "evidence": spans(viewer)}
    needs = (*own, *of_article())
    return {"annotation": Computed(needs, of_report), **own, **of_article("article__issue")}


def article_columns(viewer: Viewer) -> dict[str, Any]:
    reports = Report.objects.visible_to(viewer.user).filter(article=OuterRef("pk")).order_by("id")
    own = JSONObject(id="id", event="event_id", label="event__label", evidence=spans(viewer))
    needs = ("_reports", "_id", *of_article())
    return {
        "annotation": Computed(needs, of_all_reports),
        "_reports": ArraySubquery(reports.values(json=own)),
        "_id": "id",
        **of_article(),
    }


def of_report(row: Row, viewer: Viewer) -> Row:
    return web_annotation.alone(_annotation(row, _text(row, viewer), viewer))


def of_all_reports(row: Row, viewer: Viewer) -> Row:
    text = _text(row, viewer)
    own = address(viewer.base, "api-articles-detail", id=row["_id"])
    label = f"What {text.page} reports"
    return web_annotation.collection(own, label, [_annotation(report, text, viewer) for report in row["_reports"]])


def _annotation(report: Row, text: web_annotation.Text, viewer: Viewer) -> Row:
    evidence = [{**span, "quote": quotes.cut(span["quote"], text.policy)} for span in report["evidence"]]
    return web_annotation.annotation(
        {**report, "evidence": evidence},
        text,
        address=address(viewer.base, "api-reports-detail", id=report["id"]),
        event=address(viewer.base, "event", public_id=public_id(report["event"])),
    )


def _text(row: Row, viewer: Viewer) -> web_annotation.Text:
    page = address(viewer.base, "article", **{name: row[name] for name in PLACE})
    return web_annotation.Text(page, row["language"], row["policy"])


reports = Rows(report_columns)
articles = Rows(article_columns)
