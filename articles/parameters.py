"""What a query string gives: parameters with their values, checked before anybody reads them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from django.core.exceptions import BadRequest

MAX_LENGTH = 200  # code points of one value
MAX_VALUES = 50  # values of one parameter
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
FLAGS = {"1": True, "true": True, "0": False, "false": False}


class ParameterError(NamedTuple):
    """One parameter of a query string and what is wrong with it."""

    parameter: str
    message: str


class ParametersRefused(BadRequest):
    """A query string that cannot be answered as it stands: each parameter at fault, and why."""

    def __init__(self, errors: Iterable[ParameterError]) -> None:
        self.errors = [ParameterError(shown(name), shown(message, 1000)) for name, message in errors]
        super().__init__("; ".join(f"{name}: {message}" for name, message in self.errors))


class Query(Protocol):
    """A query string as Django reads it."""

    def lists(self) -> Iterable[tuple[str, list[str]]]: ...


def values_of(query: Query, *, known: Sequence[str], lengths: Mapping[str, int] | None = None) -> dict[str, list[str]]:
    """The parameters given, each with all its values. Raises ParametersRefused, naming every one at fault."""
    given = dict(query.lists())
    errors = [
        ParameterError(name, problem)
        for name, values in given.items()
        if (problem := _problem(name, values, known, (lengths or {}).get(name, MAX_LENGTH)))
    ]
    if errors:
        raise ParametersRefused(errors)
    return given


def _problem(name: str, values: Sequence[str], known: Sequence[str], max_length: int) -> str:
    if name not in known:
        return f"There is no such parameter here. {_known(known)}"
    if len(values) > MAX_VALUES:
        return f"Given {len(values)} times; at most {MAX_VALUES} values are read. Ask in several requests."
    if not all(values):
        return "The value is empty. Give one, or leave the parameter out."
    if any(len(value) > max_length for value in values):
        return f"The value is longer than {max_length} characters."
    if any(NOT_TEXT.search(value) for value in values):
        return "The value holds a control character or half of a surrogate pair; no text here has those."
    return ""


def _known(known: Sequence[str]) -> str:
    return f"Known ones: {', '.join(known)}." if known else "This address takes none."


def only(values: Sequence[str]) -> str:
    """The one value of a parameter that may not be repeated. Raises ValueError."""
    if len(values) != 1:
        raise ValueError(f"Given {len(values)} times; it takes one value.")
    return values[0]


def read_flag(value: str) -> bool:
    """Yes or no. Raises ValueError."""
    if value not in FLAGS:
        raise ValueError(f"“{shown(value)}” is neither true nor false. Write true, false, 1 or 0.")
    return FLAGS[value]


def read_number(value: str, *, least: int = 1, most: int = 2_147_483_647) -> int:
    """A whole number as programs write it: digits without sign, blank or leading zero. Raises ValueError."""
    if not re.fullmatch("0|[1-9][0-9]{0,18}", value) or not least <= int(value) <= most:
        raise ValueError(f"“{shown(value)}” is not a whole number from {least} to {most}.")
    return int(value)


def read_day(value: str) -> date:
    """A day as `1999-05-28`. Raises ValueError."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f"“{shown(value)}” is not a day such as 1999-05-28.")
    return date.fromisoformat(value)


def shown(text: str, most: int = 100) -> str:
    """What somebody sent, safe to print in an answer: bounded, and without characters that are no text."""
    return NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text[:most])
