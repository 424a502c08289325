"""A file of JSON Lines as objects with their line numbers. Strict, and a bad line does not stop the rest.

A doubled key, a value that is no object, malformed or deeply nested JSON each refuse their line.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from articles.importing.decoding import examine_file
from articles.importing.lines import Line, as_file, byte_lines
from articles.importing.problems import ProblemCode
from articles.importing.records import Problem
from articles.importing.refusal import Refused

LONGEST_LINE = 4_000_000


def objects(data: bytes | BinaryIO, path: str) -> Iterator[tuple[int, dict[str, Any]] | Problem]:
    """Each line's number and object, and what stands in the way of any."""
    file = as_file(data)
    encoding = examine_file(file)
    if encoding.codec == "utf-16" and encoding.why_not:
        yield _problem(path, 1, ProblemCode.UNKNOWN_ENCODING, why=encoding.why_not)
        return
    if encoding.is_cp1252:
        yield _problem(path, 1, ProblemCode.CP1252)
    filled = False
    for line in byte_lines(file, encoding, LONGEST_LINE):
        if line.text.strip() or line.too_long or line.undecodable:
            filled = True
            yield _read(line, path)
    if not filled:
        yield _problem(path, 1, ProblemCode.EMPTY_FILE)


def _read(line: Line, path: str) -> tuple[int, dict[str, Any]] | Problem:
    try:
        return line.number, _object(line)
    except Refused as refused:
        return Problem(path, line.number, refused.code, str(refused))


def _object(line: Line) -> dict[str, Any]:
    if line.too_long:
        raise Refused(ProblemCode.LINE_TOO_LONG, limit=LONGEST_LINE)
    if line.undecodable:
        raise Refused(ProblemCode.UNKNOWN_ENCODING, why="this line is not UTF-8, and others are")
    try:
        value = json.loads(line.text, object_pairs_hook=_once_each, parse_constant=_no_number)
    except RecursionError as error:
        raise Refused(ProblemCode.BAD_JSON, why="it is nested too deeply") from error
    except ValueError as error:
        raise Refused(ProblemCode.BAD_JSON, why=_why_not_json(error)) from error
    if not isinstance(value, dict):
        raise Refused(ProblemCode.NOT_AN_OBJECT, found=_name_of(value))
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        raise Refused(ProblemCode.DUPLICATE_KEY, key=next(key for key in keys if keys.count(key) > 1)[:60])
    return values


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _why_not_json(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"at character {error.pos + 1}: {error.msg}"
    return "a number in it has too many digits" if "digits" in str(error) else str(error)


def _name_of(value: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")


def _problem(path: str, line: int, code: ProblemCode, **facts: object) -> Problem:
    return Problem(path, line, code, code.says(**facts))
