"""Promise 4 rests on it: what an event shows of its reports is what its public reports say now."""

from collections.abc import Iterator
from typing import Any

from events.derive import Derived
from events.models import Event
from events.models.shown import COLUMNS
from monitor.verifying.check import Breach, Check, by_reading

BATCH = 2_000


def checks() -> list[Check]:
    return [
        by_reading(
            "event_shows_what_its_reports_say",
            "Status, conflict and number of sources of every event follow from its public reports.",
            "Run Event.objects.filter(pk__in=[…]).derive_again() on these events, and find what wrote past the verbs.",
            _events,
        )
    ]


def _events() -> Iterator[Breach | None]:
    last = 0
    while events := list(Event.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = events[-1].pk
        rows: Any = Event.objects.filter(pk__in=[event.pk for event in events])
        wanted: dict[int, Derived] = rows.derived()
        for event in events:
            yield _differing(event, [getattr(wanted[event.pk], name) for name in COLUMNS])


def _differing(event: Event, wanted: list[object]) -> Breach | None:
    shown = [getattr(event, name) for name in COLUMNS]
    if shown == wanted:
        return None
    pairs = zip(COLUMNS, shown, wanted, strict=True)
    told = (f"{name} is {has!r} and should be {should!r}" for name, has, should in pairs if has != should)
    return Breach(f"event {event.public_id}", "; ".join(told))
