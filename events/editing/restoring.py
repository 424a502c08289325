"""Rows as they were at an earlier moment: the history's copies, written again by the verb that changes such a row."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article, CitedReport
from articles.verbs import Refused
from events.editing.events import FIELDS as EVENT_FIELDS
from events.editing.events import Part, change_event
from events.editing.marks import Words
from events.editing.names import ACTOR_FIELDS, PLACE_FIELDS, add_variants, change_actor, change_place
from events.editing.reports import FIELDS as REPORT_FIELDS
from events.editing.reports import change_report
from events.models import (
    Actor,
    ActorName,
    Attribution,
    Context,
    Event,
    EventContext,
    Evidence,
    Mention,
    Participation,
    Place,
    PlaceName,
    Report,
)


def restore(row: Any, state: Any, *, by: User, reason: str, revision: int | None = None) -> Any:
    """Let the row be again what its copy `state` says, with what hung on it then; a new revision, nothing is undone.

    Whatever was merged since is named by the row that stands for it. Raises what the verb of such a row raises, and
    `Refused` where words that were evidence then stand in the text no longer.
    """
    return WAYS[type(row)](row, state, {"by": by, "reason": reason, "revision": revision})


def _report(report: Report, state: Any, how: dict[str, Any]) -> Report:
    when, article = state.pgh_created_at, Article.objects.get(pk=report.article_id)
    cited = {copy.cited_report_id: copy.scope for copy in kept_at(Attribution, "report", report, when)}
    stored = CitedReport.objects.in_bulk(cited)
    return change_report(
        report,
        **how,
        values=_values(state, REPORT_FIELDS),
        words=[_words(copy, article) for copy in kept_at(Evidence, "report", report, when) if copy.start is not None],
        sources={stored[pk]: scope for pk, scope in cited.items() if pk in stored},
        claimed_parts=_parts(kept_at(Participation, "report", report, when)),
    )


def _event(event: Event, state: Any, how: dict[str, Any]) -> Event:
    when = state.pgh_created_at
    own = [copy for copy in kept_at(Participation, "event", event, when) if copy.report_id is None]
    contexts = [copy.context_id for copy in kept_at(EventContext, "event", event, when)]
    return change_event(
        event,
        **how,
        values=_values(state, EVENT_FIELDS),
        parts=_parts(own),
        contexts=Context.objects.filter(pk__in=contexts),
    )


def _actor(actor: Actor, state: Any, how: dict[str, Any]) -> Actor:
    names = [copy.name for copy in kept_at(ActorName, "actor", actor, state.pgh_created_at)]
    changed = change_actor(actor, **how, **_values(state, ACTOR_FIELDS))
    add_variants(changed, names, by=how["by"])
    return changed


def _place(place: Place, state: Any, how: dict[str, Any]) -> Place:
    names = [copy.name for copy in kept_at(PlaceName, "place", place, state.pgh_created_at)]
    changed = change_place(place, **how, **_values(state, PLACE_FIELDS))
    add_variants(changed, names, by=how["by"])
    return changed


WAYS: dict[type, Any] = {Report: _report, Event: _event, Actor: _actor, Place: _place}


def kept_at(model: Any, field: str, row: Any, when: Any) -> list[Any]:
    """The copies of the rows of `model` that hung on `row` at that moment, in the order in which they were made."""
    copies = model.history.rel.related_model.objects
    ever = copies.filter(**{f"{field}_id": row.pk}).values("pgh_obj_id")
    then = copies.filter(pgh_obj_id__in=ever, pgh_created_at__lte=when).order_by("pgh_obj_id", "-pgh_id")
    last = then.distinct("pgh_obj_id")
    return [copy for copy in last if copy.pgh_label != "delete" and getattr(copy, f"{field}_id") == row.pk]


def _values(state: Any, fields: Iterable[str]) -> dict[str, Any]:
    return {name: _standing(getattr(state, name)) for name in fields}


def _standing(value: Any) -> Any:
    """The row that stands for it now, where it was merged away since."""
    return getattr(value, "merged_into", None) or value


def _parts(copies: Iterable[Any]) -> list[Part]:
    return [Part(_standing(copy.actor), copy.role, copy.office) for copy in copies]


def _words(copy: Any, article: Article) -> Words:
    """The words as evidence again, where the text has them now."""
    start = _found(copy, article.text)
    part = _copy_of(Participation, copy.participation_id)
    named = _copy_of(Mention, copy.mention_id)
    return Words(
        copy.kind,
        start,
        start + len(copy.quote),
        copy.quote,
        actor=_standing(part.actor) if part else None,
        role=part.role if part else "",
        names=_standing(named.actor or named.place) if named else None,
        reading=named.reading if named else "entity",
    )


def _found(copy: Any, text: str) -> int:
    if text[copy.start : copy.end] == copy.quote:
        return copy.start
    if text.count(copy.quote) == 1:
        return text.index(copy.quote)
    raise Refused(
        "restored_words_stand_in_the_text",
        f"The text was corrected since: “{copy.quote[:80]}” does not stand in it once. Mark the words anew.",
    )


def _copy_of(model: Any, pk: int | None) -> Any:
    """The last copy of a row that may be gone."""
    copies = model.history.rel.related_model.objects
    return copies.filter(pgh_obj_id=pk).order_by("-pgh_id").first() if pk else None
