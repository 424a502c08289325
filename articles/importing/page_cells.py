"""Facts of a masthead in the cells of a table: `Volume: | 5`, or a row of labels above a row of values."""

import re
from collections import defaultdict
from dataclasses import replace

from articles.importing.page_lines import PageLine

_LABEL = re.compile(
    r"(?:publication|volume|vol\.?|issue(?:\sno\.?)?|number|no\.?|date|published)\s*(?P<colon>:)?", re.IGNORECASE
)
_LONGEST_VALUE = 200


def with_facts_joined(lines: list[PageLine]) -> list[PageLine]:
    """The lines, each label on one line with its value."""
    return _beside(_below(lines))


def _below(lines: list[PageLine]) -> list[PageLine]:
    """Joins the cells of a row that holds nothing but labels with those of the next row."""
    rows: dict[int, list[PageLine]] = defaultdict(list)
    for line in lines:
        if line.cell:
            rows[line.cell[0]].append(line)
    labels: dict[PageLine, PageLine] = {}
    for number, row in rows.items():
        values = rows.get(number + 1, [])
        if len(row) > 1 and all(map(_is_label, row)) and _columns(row) == _columns(values):
            labels.update(zip(values, row, strict=True))
    used = set(labels.values())
    return [_joined(labels[line], line) if line in labels else line for line in lines if line not in used]


def _beside(lines: list[PageLine]) -> list[PageLine]:
    """Joins a label that stands alone with what follows it."""
    joined: list[PageLine] = []
    label: PageLine | None = None
    for line in lines:
        if label is not None and not line.text:
            continue
        if label is not None and _belongs(label, line):
            joined.append(_joined(label, line))
            label = None
            continue
        joined += [label] if label else []
        label = line if _is_label(line) else None
        joined += [] if label else [line]
    return [*joined, label] if label else joined


def _belongs(label: PageLine, value: PageLine) -> bool:
    in_row = label.cell is None or (value.cell is not None and value.cell[0] == label.cell[0])
    return in_row and len(value.text) <= _LONGEST_VALUE and not _is_label(value)


def _is_label(line: PageLine) -> bool:
    match = _LABEL.fullmatch(line.text)
    return match is not None and (match["colon"] is not None or line.cell is not None)


def _joined(label: PageLine, value: PageLine) -> PageLine:
    return replace(value, number=label.number, text=f"{label.text.rstrip(' :')}: {value.text}", is_heading=False)


def _columns(row: list[PageLine]) -> list[int]:
    return [line.cell[1] for line in row if line.cell]
