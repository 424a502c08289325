"""Which fields an answer has: `fields` and `omit` choose them, `expand` turns keys into the objects they name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.parameters import ParameterError, ParametersRefused, Query, shown

PARAMETERS = ("fields", "omit", "expand")
MOST_OBJECTS = 1000  # that one relation may bring into one answer


@dataclass(frozen=True)
class Shape:
    """The fields of each row, in their order, and those of them whose keys become objects."""

    fields: tuple[str, ...]
    expanded: tuple[str, ...] = ()


def shape_of(query: Query, fields: Sequence[str], expandable: Iterable[str]) -> Shape:
    """The shape that `query` asks for. Raises ParametersRefused, naming every parameter at fault."""
    given = {name: _listed(values) for name, values in query.lists() if name in PARAMETERS}
    errors = [
        *_unknown("fields", given, fields),
        *_unknown("omit", given, fields),
        *_unknown("expand", given, list(expandable)),
    ]
    if errors:
        raise ParametersRefused(errors)
    kept = [name for name in fields if name in given.get("fields", fields) and name not in given.get("omit", ())]
    if not kept:
        raise ParametersRefused([ParameterError("omit", "No field would be left. Omit fewer, or ask for others.")])
    if away := [name for name in given.get("expand", ()) if name not in kept]:
        raise ParametersRefused([ParameterError("expand", f"“{away[0]}” is not among the fields asked for. Add it.")])
    return Shape(tuple(kept), tuple(dict.fromkeys(given.get("expand", ()))))


def _listed(values: Sequence[str]) -> list[str]:
    """Names, each as a value of its own or parted by commas."""
    return [name for value in values for name in value.split(",")]


def _unknown(parameter: str, given: Mapping[str, Sequence[str]], known: Sequence[str]) -> Iterable[ParameterError]:
    for name in given.get(parameter, ()):
        if name not in known:
            said = f"Known ones: {', '.join(known)}." if known else "Nothing here can be expanded."
            yield ParameterError(parameter, f"“{shown(name)}” is no field that fits here. {said}")


def keys_in(rows: Iterable[Mapping[str, Any]], field: str, key: str) -> set[Any]:
    """The keys that a field holds: one, several, or objects that have theirs as `key`. Raises ParametersRefused."""
    found = {_key(value, key) for row in rows for value in _each(row[field]) if value is not None}
    if len(found) > MOST_OBJECTS:
        message = (
            f"“{field}” would bring {len(found)} objects; at most {MOST_OBJECTS} are given. Ask for fewer rows a page."
        )
        raise ParametersRefused([ParameterError("expand", message)])
    return found


def with_objects(row: dict[str, Any], field: str, key: str, objects: Mapping[Any, Any]) -> dict[str, Any]:
    """The row with objects instead of the keys in `field`; what the reader may not see keeps its key alone."""
    value = row[field]
    if isinstance(value, list):
        return {**row, field: [_object(inner, key, objects) for inner in value]}
    return {**row, field: None if value is None else _object(value, key, objects)}


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _key(value: Any, key: str) -> Any:
    return value[key] if isinstance(value, dict) else value


def _object(value: Any, key: str, objects: Mapping[Any, Any]) -> Any:
    return objects.get(_key(value, key), {key: _key(value, key)})
