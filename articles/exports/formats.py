"""The forms in which a whole set of rows leaves: CSV, JSON Lines, GeoJSON. Pure: rows in, bytes out."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

import orjson

Row = dict[str, Any]
GEOMETRY = "_geometry"  # the field of a row that is no property but where it lies
PART = 32 * 1024  # bytes that are sent at a time, about
# What a spreadsheet takes for the beginning of a formula, the full-width forms included.
FORMULA = frozenset("=+-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                    "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


@dataclass(frozen=True)
class Format:
    """A form by its name in `format=`, with its media type, what people call it, and how fields and rows become it."""

    name: str
    media_type: str
    label: str
    write: Callable[[Sequence[str], Iterable[Row]], Iterator[bytes]]


def as_csv(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """RFC 4180 in UTF-8: a line of names, then one a row. Lists and objects are JSON within their cell."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(fields)
    for row in rows:
        writer.writerow([cell(row[field]) for field in fields])
        if out.tell() >= PART:
            yield taken(out)
    yield taken(out)


def as_json_lines(_fields: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """A JSON object a line, exactly as the API gives it."""
    return in_parts(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def as_geojson(_fields: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """One FeatureCollection (RFC 7946); a row that lies nowhere is a feature without geometry."""
    return in_parts(_collection(rows))


def _collection(rows: Iterable[Row]) -> Iterator[bytes]:
    before = b'{"type":"FeatureCollection","features":[\n'
    for row in rows:
        yield before + orjson.dumps(feature(row))
        before = b",\n"
    yield b"\n]}\n" if before == b",\n" else before + b"]}\n"


def feature(row: Row) -> Row:
    """The row as a feature: what it is called, where it lies, all else as properties."""
    properties = {name: value for name, value in row.items() if name != GEOMETRY}
    named = {"id": row["public_id"]} if "public_id" in row else {}
    return {"type": "Feature", **named, "geometry": row[GEOMETRY], "properties": properties}


def point(longitude: float | None, latitude: float | None) -> Row | None:
    """A GeoJSON point, longitude first."""
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def cell(value: Any) -> Any:
    """A value as it stands in CSV. Text that a spreadsheet would calculate gets an apostrophe; a number never."""
    if isinstance(value, str):
        return f"'{value}" if value[:1] in FORMULA else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


def in_parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces joined to parts that are worth sending; the first comes alone, as soon as it can."""
    waiting, length = [], PART
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= PART:
            yield b"".join(waiting)
            waiting, length = [], 0
    yield b"".join(waiting)


def taken(out: StringIO) -> bytes:
    """What was written, taken out."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()


CSV = Format("csv", "text/csv; charset=utf-8", "CSV", as_csv)
JSON_LINES = Format("jsonl", "application/jsonl", "JSON Lines", as_json_lines)
GEOJSON = Format("geojson", "application/geo+json", "GeoJSON", as_geojson)
FORMATS = {form.name: form for form in (CSV, JSON_LINES, GEOJSON)}
