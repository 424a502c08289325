"""The rows of what was printed. `events` adds to an article the events it reports."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from articles.exports import quotes
from articles.exports.addresses import address
from articles.exports.rows import COMPUTED, Row, Rows, Viewer
from articles.models import Article, CitedReport, Issue


def publication_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": COMPUTED,
        "title": "title",
        "aliases": "aliases",
        "publisher": "publisher",
        "language": "language",
        "first_year": "first_year",
        "description": "description",
        "licence": "licence",
        "quote_policy": "quote_policy",
    }


def finish_publication(row: Row, _hidden: Row, viewer: Viewer) -> None:
    row["url"] = address(viewer.base, "publication", slug=row["slug"])


def issue_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "url": COMPUTED,
        "publication": "publication__slug",
        "volume": "volume",
        "number": "number",
        "date": "date",
        "date_basis": "date_basis",
        "date_lower": "date_lower",
        "date_upper": "date_upper",
    }


def finish_issue(row: Row, _hidden: Row, viewer: Viewer) -> None:
    where = {part: row[part] for part in ("publication", "volume", "number")}
    row["url"] = address(viewer.base, "issue", **where)


def article_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "url": COMPUTED,
        "publication": "issue__publication__slug",
        "volume": "issue__volume",
        "number": "issue__number",
        "position": "position",
        "date": "issue__date",
        "date_basis": "issue__date_basis",
        "title": "title",
        "title_printed": "title_printed",
        "byline": "byline",
        "section": "section",
        "text": quotes.text(),
        "text_version": "text_version",
        "status": "status",
        "_derived": "title_is_derived",
        "_policy": quotes.policy("issue"),
        "_publication": "issue__publication__title",
    }


def finish_article(row: Row, hidden: Row, viewer: Viewer) -> None:
    quotes.retitle(row, is_derived=hidden["_derived"], ruled_by=hidden["_policy"], publication=hidden["_publication"])
    where = {part: row[part] for part in ("publication", "volume", "number", "position")}
    row["url"] = address(viewer.base, "article", **where)


def source_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": COMPUTED,
        "name": "name",
        "kind": "kind",
        "country": "country",
        "aliases": "aliases",
    }


def finish_source(row: Row, _hidden: Row, viewer: Viewer) -> None:
    row["url"] = address(viewer.base, "source", slug=row["slug"])


SOURCE_SLUG = Coalesce("news_source__merged_into__slug", "news_source__slug")


def citation_columns(viewer: Viewer) -> dict[str, Any]:
    reports = CitedReport.objects.visible_to(viewer.user).filter(citation=OuterRef("pk")).order_by("id")
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        "quote": quotes.quote(),
        "reports": ArraySubquery(reports.values(json=JSONObject(source=SOURCE_SLUG, date="date"))),
        "_policy": quotes.policy("article__issue"),
    }


def finish_citation(row: Row, hidden: Row, _viewer: Viewer) -> None:
    quotes.cut(row, hidden["_policy"])


def cross_reference_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        "quote": quotes.quote(),
        "target_issue": visible_key(Issue, "target_issue", viewer),
        "target_article": visible_key(Article, "target_article", viewer),
        "_policy": quotes.policy("article__issue"),
    }


def visible_key(model: Any, path: str, viewer: Viewer) -> Subquery:
    """The id of the row that `path` points at, null where the viewer may not see it."""
    return Subquery(model.objects.visible_to(viewer.user).filter(pk=OuterRef(path)).order_by().values("pk"))


publications = Rows(publication_columns, finish_publication)
issues = Rows(issue_columns, finish_issue)
articles = Rows(article_columns, finish_article)
sources = Rows(source_columns, finish_source)
citations = Rows(citation_columns, finish_citation)
cross_references = Rows(cross_reference_columns, finish_citation)
