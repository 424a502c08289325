"""The rows of what was printed. `events` adds to an article the events it reports."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from articles.exports import quotes
from articles.exports.addresses import address
from articles.exports.rows import Computed, Rows, Viewer
from articles.models import Article, CitedReport, Issue


def page(name: str, *parts: str) -> Computed:
    """The address of a row's page, of which the columns `parts` are the parts in their order."""
    return Computed(parts, lambda row, viewer: address(viewer.base, name, **{part: row[part] for part in parts}))


def publication_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": page("publication", "slug"),
        "title": "title",
        "aliases": "aliases",
        "publisher": "publisher",
        "language": "language",
        "first_year": "first_year",
        "description": "description",
        "licence": "licence",
        "quote_policy": "quote_policy",
    }


def issue_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "url": page("issue", "publication", "volume", "number"),
        "publication": "publication__slug",
        "volume": "volume",
        "number": "number",
        "date": "date",
        "date_basis": "date_basis",
        "date_lower": "date_lower",
        "date_upper": "date_upper",
    }


def article_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "url": page("article", "publication", "volume", "number", "position"),
        "publication": "issue__publication__slug",
        "volume": "issue__volume",
        "number": "issue__number",
        "position": "position",
        "date": "issue__date",
        "date_basis": "issue__date_basis",
        "title": quotes.heading(),
        "title_printed": "title_printed",
        "byline": "byline",
        "section": "section",
        "text": quotes.text(),
        "text_version": "text_version",
        "status": "status",
        "_title": "title",
        "_derived": "title_is_derived",
        "_policy": quotes.policy("issue"),
        "_publication": "issue__publication__title",
    }


def source_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": page("source", "slug"),
        "name": "name",
        "kind": "kind",
        "country": "country",
        "aliases": "aliases",
    }


SOURCE_SLUG = Coalesce("news_source__merged_into__slug", "news_source__slug")


def citation_columns(viewer: Viewer) -> dict[str, Any]:
    reports = CitedReport.objects.visible_to(viewer.user).filter(citation=OuterRef("pk")).order_by("id")
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        **quotes.columns(),
        "reports": ArraySubquery(reports.values(json=JSONObject(source=SOURCE_SLUG, date="date"))),
    }


def cross_reference_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        **quotes.columns(),
        "target_issue": visible_key(Issue, "target_issue", viewer),
        "target_article": visible_key(Article, "target_article", viewer),
    }


def visible_key(model: Any, path: str, viewer: Viewer) -> Subquery:
    """The id of the row that `path` points at, null where the viewer may not see it."""
    return Subquery(model.objects.visible_to(viewer.user).filter(pk=OuterRef(path)).order_by().values("pk"))


publications = Rows(publication_columns)
issues = Rows(issue_columns)
articles = Rows(article_columns)
sources = Rows(source_columns)
citations = Rows(citation_columns)
cross_references = Rows(cross_reference_columns)
