"""The kinds of parameters: each reads its values and says which rows meet them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Model, Q, TextChoices
from django.db.models.functions import Coalesce
from django_filters import Filter

from articles.dates import Edtf
from articles.parameters import only, read_flag, read_number, shown

MATCHES = ("possible", "certain")


class Parameter(Filter):
    """One name of the filter language. Repeating it means any of its values, unless it `takes_one`.

    `path` leads from the filtered row, or from the related row named by `within`, to the column.
    """

    takes_one = False

    def __init__(self, path: str = "", *, within: str = "", help: str = "") -> None:
        super().__init__(field_name=path)
        self.path, self.within, self.help = path, within, help

    def read_all(self, values: Sequence[str]) -> list[Any]:
        """The values as Python holds them. Raises ValueError."""
        return [self.read(only(values))] if self.takes_one else [self.read(value) for value in dict.fromkeys(values)]

    def read(self, value: str) -> Any:
        return value

    def condition(self, values: Sequence[Any]) -> Q:
        """Which rows meet any of the values. Raises ValueError for a value that names nothing the user may see."""
        return self.among(values)

    def among(self, values: Iterable[Any]) -> Q:
        return Q(**{f"{self.path}__in": list(values)})

    def in_words(self, values: Sequence[str]) -> dict[str, str]:
        """What people call each value as it stands in a query string that was answered."""
        return {value: value for value in values}

    def schema(self) -> dict[str, Any]:
        """How one value looks, in JSON Schema."""
        return {"type": "string"}

    @property
    def user(self) -> Any:
        return self.parent.user


class Choice(Parameter):
    """One of a closed list of codes."""

    def __init__(self, choices: type[TextChoices], path: str, **kwargs: Any) -> None:
        super().__init__(path, **kwargs)
        self.choices = choices

    def read(self, value: str) -> str:
        if value not in self.choices.values:
            raise ValueError(f"“{shown(value)}” is not one of {', '.join(self.choices.values)}.")
        return value

    def in_words(self, values: Sequence[str]) -> dict[str, str]:
        return {value: str(self.choices(value).label) for value in values}

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices.values)}


class Flag(Parameter):
    """Yes or no."""

    takes_one = True

    def read(self, value: str) -> bool:
        return read_flag(value)

    def in_words(self, values: Sequence[str]) -> dict[str, str]:
        return {value: "yes" if read_flag(value) else "no" for value in values}

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class AtLeast(Parameter):
    """A number that the column reaches."""

    takes_one = True

    def read(self, value: str) -> int:
        return read_number(value, least=0)

    def condition(self, values: Sequence[int]) -> Q:
        return Q(**{f"{self.path}__gte": values[0]})

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 0}


class Named(Parameter):
    """A value that stands in `field` of some row of `model`; one that stands in none the user may see is refused."""

    def __init__(self, model: type[Model], field: str, path: str, **kwargs: Any) -> None:
        super().__init__(path, **kwargs)
        self.names, self.key = model, field  # `model` and `field` are django-filter's own

    def condition(self, values: Sequence[Any]) -> Q:
        visible = self.names._default_manager.visible_to(self.user)
        self.refuse([value for value in values if not visible.filter(**{self.key: value}).exists()])
        return self.among(values)

    def refuse(self, missing: Sequence[Any]) -> None:
        """The same words for what is hidden and for what never was."""
        if missing:
            values = ", ".join(f"“{shown(self.written(value))}”" for value in missing)
            raise ValueError(f"{values}: no public {self.names._meta.verbose_name} has this {self.called}.")

    def written(self, value: Any) -> str:
        """The value as it stands in a query string."""
        return str(value)

    @property
    def called(self) -> str:
        """What people call the field by which rows are named."""
        return "id" if self.key == "pk" else self.key.replace("_", " ")


class Numbered(Named):
    """A whole number that some row has: of a volume, of an issue, in another register."""

    def read(self, value: str) -> int:
        return read_number(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}


class Key(Named):
    """A row by its key: slug, id or code. A merged row means the one that was kept.

    `merged`: rows at the end of the path may still point at merged ones.
    """

    def __init__(self, model: type[Model], field: str, path: str, *, merged: bool = False, **kwargs: Any) -> None:
        super().__init__(model, field, path, **kwargs)
        self.merged = merged

    def condition(self, values: Sequence[Any]) -> Q:
        kept = self.resolved(values)
        self.refuse([value for value in values if value not in kept])
        return self.rows_of(set(kept.values()))

    def resolved(self, values: Sequence[Any]) -> dict[Any, Any]:
        """For each value that names something the user may see, the primary key of the row that stands for it."""
        named = self.names._base_manager.filter(**{f"{self.key}__in": values})
        row = Coalesce("merged_into_id", "pk") if hasattr(self.names, "merged_into") else F("pk")
        visible = self.names._default_manager.visible_to(self.user).values("pk")
        return dict(named.annotate(stands=row).filter(stands__in=visible).values_list(self.key, "stands"))

    def in_words(self, values: Sequence[str]) -> dict[str, str]:
        """The name of the row that each value means."""
        keys = {value: self.read(value) for value in values}
        stands = self.resolved(list(keys.values()))
        rows = self.names._default_manager.in_bulk(set(stands.values()))
        return {value: str(rows[stands[key]]) for value, key in keys.items()}

    def rows_of(self, kept: set[Any]) -> Q:
        return self.among(kept) | Q(**{f"{self.path}__merged_into__in": kept}) if self.merged else self.among(kept)


class IdKey(Key):
    """A row by its number."""

    def __init__(self, model: type[Model], path: str, **kwargs: Any) -> None:
        super().__init__(model, "pk", path, **kwargs)

    def read(self, value: str) -> int:
        return read_number(value, most=2**63 - 1)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}


class SlugKey(Key):
    """A row by its slug."""

    def __init__(self, model: type[Model], path: str, **kwargs: Any) -> None:
        super().__init__(model, "slug", path, **kwargs)

    def read(self, value: str) -> str:
        if not re.fullmatch("[-a-zA-Z0-9_]+", value):
            raise ValueError(f"“{shown(value)}” is not a slug: letters, digits, hyphens, underscores.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}


class After(Parameter):
    """From the first day of an EDTF date on. `path` is the name of the row's EDTF field."""

    takes_one = True

    def read(self, value: str) -> date:
        day = self.edge(Edtf.parse(value))
        if day is None:
            raise ValueError(f"“{shown(value)}” does not say which day to count from: {self.needs}.")
        return day

    def in_words(self, values: Sequence[str]) -> dict[str, str]:
        return {value: Edtf.parse(value).in_words() for value in values}

    needs = "a first day of known year is needed"

    def edge(self, value: Edtf) -> date | None:
        return value.lower

    def condition(self, values: Sequence[date]) -> Q:
        """A row that is open at this side is possible, never certain; one without bounds is neither."""
        inner, outer = self.sides
        if self.parent.read.get("match") == ["certain"]:
            return Q(**{f"{self.path}_{inner}__{self.sign}": values[0]})
        open_ended = Q(**{f"{self.path}_{outer}__isnull": True, f"{self.path}_{inner}__isnull": False})
        return Q(**{f"{self.path}_{outer}__{self.sign}": values[0]}) | open_ended

    sides = ("lower", "upper")
    sign = "gte"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "example": "1999-05"}


class Before(After):
    """Up to the last day of an EDTF date."""

    sides = ("upper", "lower")
    sign = "lte"
    needs = "a last day of known year is needed"

    def edge(self, value: Edtf) -> date | None:
        return value.upper

    def condition(self, values: Sequence[date]) -> Q:
        after = self.parent.read.get("after")
        if after and after[0] > values[0]:
            raise ValueError(f"{values[0]} lies before {after[0]}, the first day of “after”: nothing can be between.")
        return super().condition(values)


class Match(Parameter):
    """How a date meets `after` and `before`: it may lie there (possible), or it must (certain)."""

    takes_one = True

    def read(self, value: str) -> str:
        if value not in MATCHES:
            raise ValueError(f"“{shown(value)}” is not one of {', '.join(MATCHES)}.")
        return value

    def condition(self, values: Sequence[str]) -> Q:
        return Q()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(MATCHES), "default": MATCHES[0]}
