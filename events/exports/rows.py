"""The rows of events and of what belongs to them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import FloatField, OuterRef
from django.db.models.functions import Cast, Coalesce, JSONObject

from articles.exports import printed, quotes
from articles.exports.addresses import address
from articles.exports.rows import COMPUTED, Row, Rows, Viewer
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
        "public_id": COMPUTED,
        "url": COMPUTED,
        "label": "label",
        "type": "type_id",
        "mode": "mode__code",
        "quad": "type__quad",
        "contexts": ArraySubquery(contexts.values("context")),
        "status": "status",
        "date": "date",
        "date_lower": "date_lower",
        "date_upper": "date_upper",
        "place": COMPUTED,
        "geo_precision": "geo_precision",
        "participations": participations.of_event(viewer),
        "has_conflict": "has_conflict",
        "min_sources": "min_sources",
        "plover_type": COMPUTED,
        "plover_note": COMPUTED,
        "codebook_version": "codebook_version",
        "revision": "revision",
        "reports": ArraySubquery(reports.values("pk")),
        "_id": "id",
        "_place_slug": "place__slug",
        "_place_name": "place__name",
    }


def finish_event(row: Row, hidden: Row, viewer: Viewer) -> None:
    row["public_id"] = public_id(hidden["_id"])
    row["url"] = address(viewer.base, "event", public_id=row["public_id"])
    if hidden["_place_slug"] is not None:
        row["place"] = {"slug": hidden["_place_slug"], "name": hidden["_place_name"]}
    row["plover_type"], row["plover_note"] = fold(row["type"], row["status"])


def report_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "event": "event_id",
        "article": "article_id",
        "status": "status",
        "hedged": "hedged",
        "background": "background",
        "claimed_date": "claimed_date",
        "claimed_place": "claimed_place__slug",
        "claimed_type": "claimed_type_id",
        "claimed_participations": participations.claimed_by_report(viewer),
        "evidence": evidence(viewer),
        "attributions": attributions(viewer),
        "revision": "revision",
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


def finish_report(row: Row, hidden: Row, _viewer: Viewer) -> None:
    row["event"] = public_id(row["event"])
    for span in row["evidence"]:
        quotes.cut(span, hidden["_policy"])


def article_columns(viewer: Viewer) -> dict[str, Any]:
    """An article with the events that it reports."""
    reports = Report.objects.visible_to(viewer.user).filter(article=OuterRef("pk")).order_by("event")
    return {**printed.article_columns(viewer), "events": ArraySubquery(reports.values("event"))}


def finish_article(row: Row, hidden: Row, viewer: Viewer) -> None:
    printed.finish_article(row, hidden, viewer)
    row["events"] = [public_id(event) for event in row["events"]]


def mention_columns(_viewer: Viewer) -> dict[str, Any]:
    return {
        "id": "id",
        "article": "article_id",
        "start": "start",
        "end": "end",
        "quote": quotes.quote(),
        "kind": "kind",
        "actor": "actor__slug",
        "place": "place__slug",
        "reading": "reading",
        "revision": "revision",
        "_policy": quotes.policy("article__issue"),
    }


def finish_mention(row: Row, hidden: Row, _viewer: Viewer) -> None:
    quotes.cut(row, hidden["_policy"])


def actor_columns(viewer: Viewer) -> dict[str, Any]:
    return {
        "slug": "slug",
        "url": COMPUTED,
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


def finish_actor(row: Row, _hidden: Row, viewer: Viewer) -> None:
    row["url"] = address(viewer.base, "actor", slug=row["slug"])


def place_columns(viewer: Viewer) -> dict[str, Any]:
    states = Actor.objects.visible_to(viewer.user)
    claims = PlaceClaim.objects.filter(place=OuterRef("pk"), state__in=states).order_by("state__slug")
    return {
        "slug": "slug",
        "url": COMPUTED,
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


def finish_place(row: Row, _hidden: Row, viewer: Viewer) -> None:
    row["url"] = address(viewer.base, "place", slug=row["slug"])


def event_type_columns(_viewer: Viewer) -> dict[str, Any]:
    modes = Mode.objects.filter(type=OuterRef("pk")).order_by("position", "key")
    plain = ("code", "label", "quad", "needs_recipient", "definition", "examples")
    return {**{name: name for name in plain}, "modes": ArraySubquery(modes.values("key"))}


def mode_columns(_viewer: Viewer) -> dict[str, Any]:
    plain = ("code", "label", "definition", "example")
    return {"key": "key", "type": "type_id", **{name: name for name in plain}}


def context_columns(_viewer: Viewer) -> dict[str, Any]:
    return {"code": "code", "label": "label", "definition": "definition"}


events = Rows(event_columns, finish_event)
reports = Rows(report_columns, finish_report)
articles = Rows(article_columns, finish_article)
mentions = Rows(mention_columns, finish_mention)
actors = Rows(actor_columns, finish_actor)
places = Rows(place_columns, finish_place)
event_types = Rows(event_type_columns)
modes = Rows(mode_columns)
contexts = Rows(context_columns)
