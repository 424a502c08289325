"""The rows of events and of what belongs to them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import FloatField, OuterRef
from django.db.models.functions import Cast, Coalesce, JSONObject

from articles.exports import printed, quotes
from articles.exports.addresses import address
from articles.exports.formats import GEOMETRY, point
from articles.exports.printed import page
from articles.exports.rows import Computed, Row, Rows, Viewer
from events.exports import participations
from events.exports.plover import fold
from events.models import (
    Actor,
    ActorName,
    Affiliation,
    Attribution,
    EventContext,
    Evidence,
    Mode,
    PlaceClaim,
    PlaceName,
    Report,
    public_id,
)


def event_columns(viewer: Viewer) -> dict[str, Any]:
    contexts = EventContext.objects.filter(event=OuterRef("pk")).order_by("context__position", "context")
    reports = Report.objects.visible_to(viewer.user).filter(event=OuterRef("pk")).order_by("id")
    return {
        "public_id": Computed(("_id",), lambda row, _viewer: public_id(row["_id"])),
        "url": Computed(("_id",), page_of_event),
        "label": "label",
        "type": "type_id",
        "mode": "mode__code",
        "quad": "type__quad",
        "contexts": ArraySubquery(contexts.values("context")),
        "status": "status",
        "date": "date",
        "date_lower": "date_lower",
        "date_upper": "date_upper",
        "place": Computed(("_place_slug", "_place_name"), place_of_event),
        "geo_precision": "geo_precision",
        "participations": participations.of_event(viewer),
        "has_conflict": "has_conflict",
        "min_sources": "min_sources",
        "plover_type": Computed(("type", "status"), lambda row, _viewer: fold(row["type"], row["status"])[0]),
        "plover_note": Computed(("type", "status"), lambda row, _viewer: fold(row["type"], row["status"])[1]),
        "codebook_version": "codebook_version",
        "revision": "revision",
        "reports": ArraySubquery(reports.values("pk")),
        "_id": "id",
        "_place_slug": "place__slug",
        "_place_name": "place__name",
        "_latitude": Cast("place__latitude", FloatField()),
        "_longitude": Cast("place__longitude", FloatField()),
        GEOMETRY: Computed(("_longitude", "_latitude"), point_of_event),
    }


def page_of_event(row: Row, viewer: Viewer) -> str:
    return address(viewer.base, "event", public_id=public_id(row["_id"]))


def place_of_event(row: Row, _viewer: Viewer) -> Row | None:
    return None if row["_place_slug"] is None else {"slug": row["_place_slug"], "name": row["_place_name"]}


def point_of_event(row: Row, _viewer: Viewer) -> Row | None:
    return point(row["_longitude"], row["_latitude"])


def report_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "event": Computed(("_event",), lambda row, _viewer: public_id(row["_event"])),
        "article": "article_id",
        "status": "status",
        "hedged": "hedged",
        "background": "background",
        "claimed_date": "claimed_date",
        "claimed_place": "claimed_place__slug",
        "claimed_type": "claimed_type_id",
        "claimed_participations": participations.claimed_by_report(viewer),
        "evidence": Computed(("_evidence", "_policy"), evidence_of_report),
        "attributions": attributions(viewer),
        "revision": "revision",
        "_event": "event_id",
        "_evidence": evidence(viewer),
        "_policy": quotes.policy("article__issue"),
    }


def evidence(viewer: Viewer) -> ArraySubquery:
    spans = Evidence.objects.visible_to(viewer.user).filter(report=OuterRef("pk")).order_by("start", "end", "id")
    row = JSONObject(kind="kind", start="start", end="end", quote=quotes.quote(), text_version="text_version")
    return ArraySubquery(spans.values(json=row))


def attributions(viewer: Viewer) -> ArraySubquery:
    """Who said so; a source whose citation lost its words is not shown."""
    said = Attribution.objects.filter(report=OuterRef("pk")).exclude(cited_report__citation__state="orphan")
    slug = Coalesce("cited_report__news_source__merged_into__slug", "cited_report__news_source__slug")
    row = JSONObject(source=slug, date="cited_report__date", scope="scope")
    return ArraySubquery(said.order_by("cited_report_id", "id").values(json=row))


def evidence_of_report(row: Row, _viewer: Viewer) -> list[Row]:
    return [{**span, "quote": quotes.cut(span["quote"], row["_policy"])} for span in row["_evidence"]]


def article_columns(viewer: Viewer) -> dict[str, Any]:
    """An article with the events that it reports."""
    reports = Report.objects.visible_to(viewer.user).filter(article=OuterRef("pk")).order_by("event")
    return {
        **printed.article_columns(viewer),
        "events": Computed(("_events",), lambda row, _viewer: [public_id(event) for event in row["_events"]]),
        "_events": ArraySubquery(reports.values("event")),
    }


def mention_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        **quotes.columns(),
        "kind": "kind",
        "actor": "actor__slug",
        "place": "place__slug",
        "reading": "reading",
        "revision": "revision",
    }


def actor_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": page("actor", "slug"),
        "name": "name",
        "kind": "kind",
        "names": names(ActorName, "actor"),
        "wikidata": "wikidata",
        "unrecognised": "unrecognised",
        "affiliations": affiliations(viewer),
        "revision": "revision",
    }


def names(model: Any, owner: str) -> ArraySubquery:
    spellings = model.objects.filter(**{owner: OuterRef("pk")}).order_by("key", "id")
    return ArraySubquery(spellings.values(json=JSONObject(name="name", used="used")))


def affiliations(viewer: Viewer) -> ArraySubquery:
    held = Affiliation.objects.visible_to(viewer.user).filter(person=OuterRef("pk")).order_by("start_lower", "id")
    plain = ("office", "sector", "start", "start_is_real", "end", "end_is_real")
    row = JSONObject(organisation="organisation__slug", **{name: name for name in plain})
    return ArraySubquery(held.values(json=row))


def place_columns(viewer: Viewer) -> dict[str, Any]:
    states = Actor.objects.visible_to(viewer.user)
    claims = PlaceClaim.objects.filter(place=OuterRef("pk"), state__in=states).order_by("state__slug")
    return {
        "slug": "slug",
        "url": page("place", "slug"),
        "name": "name",
        "kind": "kind",
        "names": names(PlaceName, "place"),
        "country": "country",
        "parent": "parent__slug",
        "claimed_by": ArraySubquery(claims.values("state__slug")),
        "latitude": Cast("latitude", FloatField()),
        "longitude": Cast("longitude", FloatField()),
        "geonames": "geonames",
        "wikidata": "wikidata",
        "revision": "revision",
    }


def event_type_columns(_viewer: Viewer) -> dict[str, Any]:
    modes = Mode.objects.filter(type=OuterRef("pk")).order_by("position", "key")
    plain = ("code", "label", "quad", "needs_recipient", "definition", "examples")
    return {**{name: name for name in plain}, "modes": ArraySubquery(modes.values("key"))}


def mode_columns(_viewer: Viewer) -> dict[str, Any]:
    plain = ("code", "label", "definition", "example")
    return {"key": "key", "type": "type_id", **{name: name for name in plain}}


def context_columns(_viewer: Viewer) -> dict[str, Any]:
    return {"code": "code", "label": "label", "definition": "definition"}


def release_columns(_viewer: Viewer) -> dict[str, Any]:
    plain = ("made_at", "codebook_version", "rule", "public_number")
    return {
        "version": "version",
        "url": page("release", "version"),
        **{name: name for name in plain},
        "files": "manifest",
        "withdrawn_for": "withdrawn_for",
        "withdrawn_at": "withdrawn_at",
    }


events = Rows(event_columns)
reports = Rows(report_columns)
articles = Rows(article_columns)
mentions = Rows(mention_columns)
actors = Rows(actor_columns)
places = Rows(place_columns)
event_types = Rows(event_type_columns)
modes = Rows(mode_columns)
contexts = Rows(context_columns)
releases = Rows(release_columns)
