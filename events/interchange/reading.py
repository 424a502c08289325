"""Bytes to event records: one JSON object a line; a line that is not right is a problem and the rest goes on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from articles.importing.json_lines import objects
from articles.importing.records import Problem
from events.interchange.records import EventProblem, EventRecord
from events.interchange.shape import WrongShape, record_of


def read(file: BinaryIO, path: str) -> Iterator[EventRecord | EventProblem]:
    """The records of the file in order, and what stands in the way of any."""
    for item in objects(file, path):
        if isinstance(item, Problem):
            yield EventProblem(path, item.line, item.code.value, item.message)
        else:
            yield _record(*item, path)


def _record(line: int, value: dict[str, object], path: str) -> EventRecord | EventProblem:
    try:
        return replace(record_of(EventRecord, value), path=path, line=line)
    except WrongShape as wrong:
        return EventProblem(path, line, "wrong_shape", str(wrong))
