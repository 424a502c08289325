"""Citations of passages that were written to try the grammar: all forms of a news digest, and what only looks alike."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from articles.citations import find_citations

MARK = re.compile("[⟦⟧]")


class Passage(NamedTuple):
    """A text with its issue's date; of each citation its words, and its sources with their dates."""

    issued: str
    text: str
    citations: list[tuple[str, list[tuple[str, str]]]]


def passages():
    path = Path(__file__).with_name("passages.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [read(block) for block in "\n".join(lines).strip().split("\n\n")]


def read(block):
    issued, marked, *told = block.split("\n")
    quotes = re.findall("⟦(.*?)⟧", marked)
    return Passage(
        issued.removeprefix("=").strip(),
        MARK.sub("", marked),
        [(quote, reports(line)) for quote, line in zip(quotes, told, strict=True)],
    )


def reports(line):
    pairs = (one.split("|") for one in line.removeprefix("-").split(";"))
    return [(source.strip(), date.strip()) for source, date in pairs]


PASSAGES = passages()
NOT_READ = {"(Foreign Affairs, May-June)"}  # an unknown name beside a month may be anything


def found_in(passage):
    """The citations as they were annotated: several days of a source as the run that covers them, no article."""
    for one in find_citations(passage.text, passage.issued):
        dates = {}
        for report in one.reports:
            dates.setdefault(report.source, []).append(report.date)
        yield one.quote, [(source, covering(found)) for source, found in dates.items()]


def covering(dates):
    return dates[0] if len(dates) == 1 else f"{dates[0].split('/')[0]}/{dates[-1].split('/')[-1]}"


def test_the_passages_cite_more_than_a_hundred_times():
    assert sum(len(passage.citations) for passage in PASSAGES) > 100


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text[:30])
def test_citations_are_read_as_they_were_annotated(passage):
    annotated = [
        (quote, [(source.removeprefix("The "), date) for source, date in sources])
        for quote, sources in passage.citations
        if quote not in NOT_READ
    ]

    assert list(found_in(passage)) == annotated
