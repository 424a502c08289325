"""JSON values to frozen records: exact keys, exact types, and an error that names the place."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

Record = TypeVar("Record")
NAMES = {str: "text", int: "a whole number", bool: "true or false"}
LONGEST = 10_000  # characters of any text but a quote
LONGEST_QUOTE = 200_000
NOT_IN_JSON = {"path", "line"}


class WrongShape(ValueError):
    """A value that the format does not allow; the message names where it stands and what is wanted."""


def record_of(kind: type[Record], value: object, where: str = "") -> Record:
    """`value` as a record of `kind`; unknown keys, missing ones and other types are refused."""
    if not isinstance(value, Mapping):
        raise WrongShape(f"{where or 'The line'} must be an object with the keys {', '.join(_fields(kind))}.")
    fields = _fields(kind)
    for key in value:
        if key not in fields:
            raise WrongShape(f"{_at(where, key)} is no key of the format; the keys are {', '.join(fields)}.")
    given = {key: _value(fields[key].hint, one, _at(where, key)) for key, one in value.items() if one is not None}
    for key, one in fields.items():
        if one.required and not given.get(key):
            raise WrongShape(f"{_at(where, key)} is missing: it must be given.")
    return kind(**given)


@dataclasses.dataclass(frozen=True)
class _Field:
    hint: Any
    required: bool


@cache
def _fields(kind: type) -> dict[str, _Field]:
    hints = typing.get_type_hints(kind)
    return {
        f.name: _Field(hints[f.name], f.default is dataclasses.MISSING and hints[f.name] is not int)
        for f in dataclasses.fields(kind)
        if f.name not in NOT_IN_JSON
    }


def _value(hint: Any, value: object, where: str) -> Any:
    if isinstance(hint, types.GenericAlias):
        return _several(typing.get_args(hint)[0], value, where)
    if dataclasses.is_dataclass(hint):
        return record_of(typing.cast(type, hint), value, where)
    if isinstance(hint, types.UnionType):
        return _number(typing.get_args(hint)[0], value, where)
    if type(value) is not hint:
        raise WrongShape(f"{where} is {str(value)[:60]!r}: it must be {NAMES[hint]}.")
    return _text(value, where) if isinstance(value, str) else value


def _number(hint: Any, value: object, where: str) -> Any:
    """A number that may be missing; a whole one will do for a fraction."""
    if isinstance(value, bool) or not isinstance(value, (int, hint)):
        raise WrongShape(f"{where} is {str(value)[:60]!r}: it must be a number.")
    return hint(value)


def _several(hint: Any, value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise WrongShape(f"{where} must be a list.")
    return tuple(_value(hint, one, f"{where}[{n}]") for n, one in enumerate(value))


def _text(value: str, where: str) -> str:
    if "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise WrongShape(f"{where} holds a character that no text may hold (NUL or a lone surrogate).")
    if len(value) > (LONGEST_QUOTE if where.endswith("quote") else LONGEST):
        raise WrongShape(f"{where} is {len(value)} characters long, more than a value may be.")
    return value


def _at(where: str, key: str) -> str:
    return f"{where}.{key}" if where else str(key)[:60]
