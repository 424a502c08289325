"""The golden set of mastheads: each is read as expected, or refused with its reason; none is guessed.

A row of `samples/headers/variants.jsonl` is a masthead as lines, and what it says, or why it is refused.
"""

import json
from typing import Any

import pytest

from articles.importing.parsers import text
from articles.importing.records import ArticleRecord, Problem
from tests.articles.importing.samples import SAMPLES

VARIANTS = [json.loads(line) for line in (SAMPLES / "headers" / "variants.jsonl").read_text("utf-8").splitlines()]
BODY = "Rain fell on both shores of the lake all day long, and nobody went out."


def read(header: list[str]) -> tuple[list[ArticleRecord], list[Problem]]:
    found = list(text.parse("\n".join([*header, "", BODY]).encode(), "a.txt"))
    records = [item for item in found if isinstance(item, ArticleRecord)]
    return records, [item for item in found if isinstance(item, Problem)]


def test_there_are_at_least_three_hundred():
    assert len({json.dumps(row["header"]) for row in VARIANTS}) >= 300


@pytest.mark.parametrize("row", VARIANTS, ids=lambda row: " / ".join(row["header"])[:70])
def test_a_variant_is_read_as_expected_or_refused_with_its_reason(row: dict[str, Any]):
    records, problems = read(row["header"])

    if "refused" in row:
        assert records == []
        assert [problem.code.value for problem in problems] == [row["refused"]]
        assert row["why"] in problems[0].message
        return
    (record,) = records
    said = (record.publication, record.volume, record.issue, record.date)
    assert said == (row["publication"], row["volume"], row["issue"], row["date"])
    assert (record.text, record.title_printed) == (BODY, "")
    assert [problem.code.value for problem in problems] == ([row["note"]] if "note" in row else [])
