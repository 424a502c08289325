"""EDTF dates as model fields: the words of the profile beside two bounds that an index can serve."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce

from articles.dates import DateRefused, Edtf, bounds, canonical


def validate_edtf(value: str) -> None:
    """Refuse what the profile refuses, with its reason."""
    try:
        Edtf.parse(value)
    except DateRefused as refusal:
        raise ValidationError(str(refusal), code="edtf") from refusal


class EdtfField(models.CharField):
    """A date of the EDTF profile (`articles/dates.py`); empty where none is known. Stored in canonical form."""

    default_validators = [validate_edtf]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        return str(value) if isinstance(value, Edtf) else super().to_python(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = getattr(model_instance, self.attname)
        stored = canonical(str(value)) if value else ""
        setattr(model_instance, self.attname, stored)
        return stored


class BoundField(models.DateField):
    """The first or last day of the EDTF field `of`, written with it; null where open or unknown."""

    def __init__(self, *args: Any, of: str = "date", side: str = "lower", **kwargs: Any) -> None:
        self.of, self.side = of, side
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of, "side": self.side}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:
        lower, upper = bounds(str(getattr(model_instance, self.of) or ""))
        value = lower if self.side == "lower" else upper
        setattr(model_instance, self.attname, value)
        return value


def bounds_in_order(field: str, name: str) -> models.CheckConstraint:
    """No date, no bounds; and the lower bound is never after the upper one."""
    lower, upper = f"{field}_lower", f"{field}_upper"
    undated = models.Q(**{field: "", f"{lower}__isnull": True, f"{upper}__isnull": True})
    open_ended = models.Q(**{f"{lower}__isnull": True}) | models.Q(**{f"{upper}__isnull": True})
    ordered = open_ended | models.Q(**{f"{lower}__lte": models.F(upper)})
    return models.CheckConstraint(condition=undated | (~models.Q(**{field: ""}) & ordered), name=name)


def latest_day(field: str) -> Coalesce:
    """The day by which newest rows come first: the last possible one; the first of all where none is known."""
    return Coalesce(f"{field}_upper", f"{field}_lower", models.Value(date.min, models.DateField()))


def earliest_day(field: str) -> Coalesce:
    """The day by which oldest rows come first: the first possible one; the last of all where none is known."""
    return Coalesce(f"{field}_lower", f"{field}_upper", models.Value(date.max, models.DateField()))
