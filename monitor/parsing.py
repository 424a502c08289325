"""JSON as the API reads it: UTF-8, not deeply nested, and no character that no text here has."""

import codecs
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import IO, Any

import orjson
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from articles.parameters import shown
from monitor.json_pointer import Error, escaped

DEEPEST = 32  # objects and lists within each other
MOST_FAULTS = 20  # that an answer names
Place = tuple[Any, ...]  # () is the whole body, else a place and the name of a member of it
NUL = "The text holds a NUL character, which no text here has. Take it out."
NOT_UTF_8 = "The body is not UTF-8. Send JSON as UTF-8, without another `charset`."


class BodyRefused(ParseError):
    """A body that cannot be read: what is wrong, and where."""

    def __init__(self, detail: str, errors: list[Error] | None = None) -> None:
        super().__init__(detail)
        self.errors = errors or []


class JsonParser(JSONParser):
    """Refuses what is no JSON, lone surrogates, NUL and deep nesting, saying where."""

    def parse(self, stream: IO[bytes], media_type: Any = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        refuse_other_encoding((parser_context or {}).get("encoding") or "utf-8")
        try:
            value = orjson.loads(stream.read())
        except orjson.JSONDecodeError as error:
            raise BodyRefused(
                f"The body is no JSON: {error}. Send it as UTF-8, every bracket and quote closed."
            ) from error
        if errors := list(islice(faults(value), MOST_FAULTS)):
            raise BodyRefused("The body was read, but holds what no text or form here has.", errors)
        return value


def refuse_other_encoding(name: str) -> None:
    try:
        known = codecs.lookup(name).name
    except LookupError as error:
        raise BodyRefused(NOT_UTF_8) from error
    if known not in ("utf-8", "ascii"):
        raise BodyRefused(NOT_UTF_8)


def faults(value: Any) -> Iterator[Error]:
    """Each text with NUL, and each place that lies too deep, by its JSON Pointer; asks no recursion of Python."""
    waiting: list[tuple[Place, int, Any]] = [((), 0, value)]
    while waiting:
        place, depth, inner = waiting.pop()
        if isinstance(inner, str) and "\0" in inner:
            yield {"pointer": pointer(place), "message": NUL}
        elif isinstance(inner, dict | list) and depth == DEEPEST:
            yield {
                "pointer": pointer(place),
                "message": f"More than {DEEPEST} objects and lists lie within each other.",
            }
        elif isinstance(inner, dict | list):
            for name, member in inner.items() if isinstance(inner, dict) else enumerate(inner):
                waiting.append(((place, name), depth + 1, member))
                if isinstance(name, str) and "\0" in name:
                    yield {"pointer": pointer((place, name)), "message": NUL}


def pointer(place: Place) -> str:
    """A place as an answer names it: bounded, and itself without NUL."""
    names: list[str] = []
    while place:
        place, name = place
        names.append(shown(escaped(name)))
    return "".join(f"/{name}" for name in reversed(names))
