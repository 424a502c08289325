"""Events out of documents: made, and changed where the document differs from what is stored."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.dates import bounds
from articles.models import Article
from events.documents import DocumentRefused, EventDocument, PartDocument
from events.editing.adopting import precision_of
from events.editing.events import Part, change_event, make_event
from events.filing.rows import Rows
from events.models import Actor, Context, Event, EventType, Mode, Place, Report
from events.workbench.held import HeldOffices


class RevisionMissing(Exception):
    """A change of a row that does not say which revision was read; `pointer` is where it could."""

    def __init__(self, pointer: str) -> None:
        self.pointer = pointer
        super().__init__("Say which revision of the event was read: `revision`.")


def file_event(
    document: EventDocument, *, by: User, rows: Rows, label: str = "", read_in: Article | None = None
) -> Event:
    """A new event; `label` stands in for one that is left out, `read_in` is where the words of its date stand."""
    values = event_values(document, rows)
    values["label"] = values.get("label") or label
    if not values["label"]:
        raise DocumentRefused.at(f"{document.at}/label", "Say what happened, in a short sentence.")
    if read_in is not None and values.get("date_words"):
        values.setdefault("date_read_in", read_in)
    parts = parts_of(document.participations or (), rows, on=values.get("date", ""))
    return make_event(by=by, values=values, parts=parts, contexts=contexts_of(document, rows) or [])


def refile_event(
    event: Event,
    document: EventDocument,
    *,
    by: User,
    rows: Rows,
    revision: int | None,
    through: Report | None = None,
) -> Event:
    """Let the event be as the document says; where nothing differs nothing is written."""
    with transaction.atomic(savepoint=through is None):
        if through is None:
            event = Event.locked(event.pk, revision=revision)
        values = _differing(event, event_values(document, rows, event))
        contexts = _differing_contexts(event, contexts_of(document, rows))
        parts = _differing_parts(event, document, rows, on=values.get("date", event.date))
        if not values and contexts is None and parts is None:
            return event
        if revision is None:
            raise RevisionMissing(f"{document.at}/revision")
        if through is not None and "date_words" in values:
            values.setdefault("date_read_in", through.article)
        return change_event(
            event, by=by, revision=revision, values=values, parts=parts, contexts=contexts, through=through
        )


def event_values(document: EventDocument, rows: Rows, event: Event | None = None) -> dict[str, Any]:
    """The document's values as the verbs take them: rows for keys."""
    values, at = dict(document.values), document.at
    if "type" in values:
        values["type"] = rows.named(EventType, values["type"], f"{at}/type")
    if "mode" in values:
        values["mode"] = _mode(values["mode"], values.get("type") or (event and event.type), rows, f"{at}/mode")
    if values.get("date_read_in"):
        values["date_read_in"] = rows.named(Article, values["date_read_in"], f"{at}/date_read_in")
    if "place" in values:
        values |= _place(values, rows, at, event)
    return values


def parts_of(documents: tuple[PartDocument, ...], rows: Rows, *, on: str) -> list[Part]:
    """Participations as the verbs take them; an office that was held on that day anyway is no value of its own."""
    rows.want(Actor, [part.actor for part in documents])
    parts = [Part(rows.named(Actor, part.actor, f"{part.at}/actor"), part.role, part.office) for part in documents]
    held = HeldOffices(part.actor.pk for part in parts if part.office)
    first, last = bounds(on)
    return [replace(part, office="") if part.office == held.on(part.actor.pk, first, last) else part for part in parts]


def contexts_of(document: EventDocument, rows: Rows) -> list[Context] | None:
    """The contexts that the document gives; None where it leaves them open."""
    if document.contexts is None:
        return None
    rows.want(Context, document.contexts)
    return [rows.named(Context, code, f"{document.at}/contexts/{n}") for n, code in enumerate(document.contexts)]


def _mode(code: str, kind: EventType | None, rows: Rows, at: str) -> Mode | None:
    """Modes are given bare (`expel`) or by key (`SANCTION.expel`)."""
    if not code:
        return None
    return rows.named(Mode, code if "." in code or kind is None else f"{kind.code}.{code}", at)


def _place(values: dict[str, Any], rows: Rows, at: str, event: Event | None) -> dict[str, Any]:
    """The place; how exactly it says where goes along, unless the document says so itself."""
    if values["place"] is None:
        return {"place": None, "geo_precision": "unknown"}
    place = rows.named(Place, values["place"], f"{at}/place")
    stays = event is not None and event.place_id == place.pk
    default = {} if stays else {"geo_precision": precision_of(place.kind)}
    return {"place": place, **default, **{k: v for k, v in values.items() if k == "geo_precision"}}


def _differing(event: Event, values: dict[str, Any]) -> dict[str, Any]:
    """What the event has otherwise; relations are compared by their keys, so that nothing is fetched for it."""
    return {name: value for name, value in values.items() if _stored(event, name) != getattr(value, "pk", value)}


def _stored(event: Event, name: str) -> Any:
    return getattr(event, Event._meta.get_field(name).attname)


def _differing_contexts(event: Event, contexts: list[Context] | None) -> list[Context] | None:
    if contexts is None or {c.pk for c in contexts} == set(event.event_contexts.values_list("context", flat=True)):
        return None
    return contexts


def _differing_parts(event: Event, document: EventDocument, rows: Rows, *, on: str) -> list[Part] | None:
    if document.participations is None:
        return None
    parts = parts_of(document.participations, rows, on=on)
    stored = event.participations.of_event_itself().values_list("actor", "role", "office")
    return None if {(p.actor.pk, p.role, p.office) for p in parts} == set(stored) else parts
