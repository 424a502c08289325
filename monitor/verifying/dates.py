"""Dates: canonical EDTF, with the bounds that it has."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Min

from articles.dates import DateRefused, Edtf, bounds
from articles.models.date_fields import BoundField, EdtfField
from monitor.verifying.check import Breach, Check, by_reading


def checks() -> list[Check]:
    return [
        by_reading(
            "dates_have_their_bounds",
            "Every date is canonical EDTF and stands beside its first and last day.",
            "Save the row again: saving writes date and bounds in one form.",
            _dates,
        )
    ]


def _dates() -> Iterator[Breach | None]:
    """Each different date of each column once, with the bounds that it has there."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, EdtfField) and hasattr(model, "history"):
                yield from _of(model, field.name)


def _of(model: Any, name: str) -> Iterator[Breach | None]:
    sides = {f.side: f.name for f in model._meta.local_fields if isinstance(f, BoundField) and f.of == name}
    columns = (name, *(sides[side] for side in ("lower", "upper") if side in sides))
    rows = model._base_manager.order_by().values_list(*columns).annotate(first=Min("pk"))
    for date, *kept, pk in rows.iterator():
        fault = _fault(date, tuple(kept))
        yield Breach(f"{model._meta.model_name} {pk}", f"{name} {fault}") if fault else None


def _fault(date: str, kept: tuple[object, ...]) -> str | None:
    try:
        canonical, right = (str(Edtf.parse(date)), bounds(date)) if date else ("", (None, None))
    except DateRefused as refused:
        return f"is no date: {refused}"
    if canonical != date:
        return f"{date!r} should be written {canonical!r}"
    return None if kept == right[: len(kept)] else f"{date!r} has the bounds {kept}, not {right}"
