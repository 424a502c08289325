"""Citations and cross references against the annotated articles, which were written before the grammar."""

from collections import Counter
from typing import Any

import pytest

from articles.citations import find_citations, find_cross_references
from tests.gold import gold_set

Spans = set[tuple[int, int]]


def measured(half: str, kind: str) -> tuple[float, float, int]:
    """Precision, recall, and how many there are; second-tier rows neither count nor punish."""
    score: Counter[str] = Counter()
    for name in gold_set.NAMES:
        if half == "both" or name.endswith("_u"):
            text, gold = gold_set.read(name)
            wanted, tolerated = spans(gold[kind], first=True), spans(gold[kind], first=False)
            found = found_in(text, gold["masthead"]["publication_date"]["value"] or "", kind)
            found = {span for span in found if not any(touch(span, other) for other in tolerated)}
            score.update(right=len(found & wanted), found=len(found), wanted=len(wanted))
    return score["right"] / score["found"], score["right"] / score["wanted"], score["wanted"]


def found_in(text: str, issued: str, kind: str) -> Spans:
    find: Any = find_citations if kind == "citations" else find_cross_references
    return {(one.start, one.end) for one in find(text, issued)}


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def spans(rows: list[dict[str, Any]], *, first: bool) -> Spans:
    return {(row["start"], row["end"]) for row in rows if (row.get("tier") != 2) == first}


@pytest.mark.parametrize(
    ("half", "kind", "least_precision", "least_recall"),
    [
        ("both", "citations", 0.98, 0.98),
        ("unseen", "citations", 0.98, 0.98),
        ("both", "cross_references", 0.97, 0.94),
        ("unseen", "cross_references", 0.95, 0.88),
    ],
)
def test_spans_are_found_as_the_annotator_marked_them(half, kind, least_precision, least_recall):
    precision, recall, count = measured(half, kind)
    print(f"{kind}, {half}: precision {precision:.4f}, recall {recall:.4f} of {count}")

    assert precision >= least_precision
    assert recall >= least_recall


@pytest.mark.parametrize(("half", "least"), [("both", 0.98), ("unseen", 0.97)])
def test_sources_and_dates_are_read_as_the_annotator_read_them(half, least):
    right, wanted = reports_read(half)
    print(f"cited reports, {half}: {right} of {wanted}")

    assert right >= least * wanted


def reports_read(half: str) -> tuple[int, int]:
    right = wanted = 0
    for name in gold_set.NAMES:
        if half == "both" or name.endswith("_u"):
            text, gold = gold_set.read(name)
            found = {
                (one.start, one.end): [(report.source.casefold(), report.date) for report in one.reports]
                for one in find_citations(text, gold["masthead"]["publication_date"]["value"] or "")
            }
            for citation in gold["citations"]:
                reports = found.get((citation["start"], citation["end"]), [])
                for item in citation["items"] if citation.get("tier") != 2 else ():
                    wanted += 1
                    printed = text[item["start"] : item["end"]]
                    right += any(is_read(item, printed, source, date) for source, date in reports)
    return right, wanted


def is_read(item: dict[str, Any], printed: str, source: str, date: str) -> bool:
    printed = " ".join(printed.casefold().split()).removeprefix("the ").strip("\"“”' ")
    accepted = {item["date_edtf"] or "", *(item.get("accepted_edtf") or ())}
    within = any(first <= date <= last for one in accepted for first, slash, last in [one.partition("/")] if slash)
    return source.removeprefix("the ") == printed and (date in accepted or within)
