"""Citations, cross references, times and mentions of one article against its annotation.

Rows of the second tier are neither rewarded nor punished; a missing one costs nothing.
"""

from collections.abc import Sequence
from typing import Any

from events.suggestions.candidate import Candidate
from events.suggestions.measuring.dates import same_date, wrong_years
from events.suggestions.measuring.gold import Gold
from events.suggestions.measuring.tally import Share, Tally

SENSES = {"state_by_metonymy": "metonym"}
UNSCORED = ("topic", "anaphor")
Span = tuple[int, int]


def measure_spans(gold: Gold, found: Sequence[Candidate], tallies: dict[str, Tally], shares: dict[str, Share]) -> None:
    """Adds the article's counts to tallies and shares."""
    _equal_spans(gold, "sentences", _of(found, "sentence"), tallies["sentences"])
    _equal_spans(gold, "citations", _of(found, "citation"), tallies["citations"])
    _cited_reports(gold, _of(found, "citation"), tallies["cited reports"])
    _cross_references(gold, _of(found, "cross_reference"), tallies["cross references"])
    _times(gold, _of(found, "time"), tallies, shares)
    _mentions(gold, [one for one in found if one.kind in ("actor", "place")], tallies, shares)


def _of(found: Sequence[Candidate], kind: str) -> dict[Span, Candidate]:
    return {(one.start, one.end): one for one in found if one.kind == kind}


def _equal_spans(gold: Gold, key: str, found: dict[Span, Candidate], tally: Tally) -> None:
    first = {_span(row) for row in gold.rows[key] if row.get("tier") != 2}
    second = {_span(row) for row in gold.rows[key]} - first
    tally.add(len(first & set(found)), len(set(found) - first - second), len(first - set(found)))


def _cited_reports(gold: Gold, found: dict[Span, Candidate], tally: Tally) -> None:
    second = {_span(row) for row in gold.rows["citations"] if row.get("tier") == 2}
    left = {span: list(one.value) for span, one in found.items() if span not in second}
    for row in gold.rows["citations"]:
        for item in row["items"] if row.get("tier") != 2 else []:
            source = _bare(gold.text[item["start"] : item["end"]])
            accepted = [item["date_edtf"], *item.get("accepted_edtf", ()), *item.get("days", ())]
            reports = left.get(_span(row), [])
            own = [one for one in reports if _bare(one["source"]) == source]
            fitting = [one for one in own if _accepted(one["date"], accepted)]
            if _accepted(_covering([one["date"] for one in own]), accepted):
                fitting = own
            left[_span(row)] = [one for one in reports if one not in fitting]
            tally.add(bool(fitting), 0, not fitting)
    tally.add(0, sum(len(reports) for reports in left.values()), 0)


def _bare(source: str) -> str:
    return source.casefold().removeprefix("the ")


def _covering(dates: Sequence[str | None]) -> str | None:
    """Several days of one source count as the interval that covers them."""
    known = sorted(date for date in dates if date)
    return f"{known[0].split('/')[0]}/{known[-1].split('/')[-1]}" if len(known) > 1 else None


def _accepted(date: str | None, accepted: list[str | None]) -> bool:
    return any(same_date(date, one) for one in accepted)


def _cross_references(gold: Gold, found: dict[Span, Candidate], tally: Tally) -> None:
    rows = [row for row in gold.rows.get("cross_references", []) if row.get("tier") != 2]
    right = sum(1 for row in rows if _span(row) in found and _same_reference(row, found[_span(row)].value))
    second = [_span(row) for row in gold.rows.get("cross_references", []) if row.get("tier") == 2]
    judged = [span for span in found if not any(start <= span[0] < end for start, end in second)]
    tally.add(right, len(judged) - right, len(rows) - right)


def _same_reference(row: dict[str, Any], value: dict[str, Any]) -> bool:
    placed = all(value[key] == row[key] for key in ("volume", "number"))
    dates = [date for date in (value["date"] or "").split(", ") if date]
    return placed and _bare(value["publication"]) == _bare(row["publication"]) and dates == row["dates"]


def _times(gold: Gold, found: dict[Span, Candidate], tallies: dict[str, Tally], shares: dict[str, Share]) -> None:
    _equal_spans(gold, "time_expressions", found, tallies["times"])
    prose = [
        row for row in gold.rows["time_expressions"] if row["kind"] not in ("citation_date", "cross_reference_date")
    ]
    first = [row for row in prose if row.get("tier") != 2]
    tallies["times in prose"].add(
        sum(_span(row) in found for row in first),
        len(set(found) - {_span(row) for row in gold.rows["time_expressions"]} - set(_cited(gold, found))),
        sum(_span(row) not in found for row in first),
    )
    scored = [
        row for row in gold.rows["time_expressions"] if row.get("tier") != 2 and row.get("value_scored") is not False
    ]
    right = 0
    for row in scored:
        accepted = [row["edtf"], *row.get("accepted_edtf", ())]
        value = found[_span(row)].value if _span(row) in found else None
        right += _span(row) in found and _accepted(value, accepted)
        shares["times with a wrong year"].add(bool(wrong_years(value, accepted)))
    invented = len(set(found) - {_span(row) for row in gold.rows["time_expressions"]})
    misread = sum(_span(row) in found for row in scored) - right
    tallies["values of times"].add(right, invented + misread, len(scored) - right)


def _cited(gold: Gold, found: dict[Span, Candidate]) -> list[Span]:
    asides = [_span(row) for row in (*gold.rows["citations"], *gold.rows.get("cross_references", []))]
    return [span for span in found if any(start <= span[0] < end for start, end in asides)]


def _mentions(gold: Gold, found: Sequence[Candidate], tallies: dict[str, Tally], shares: dict[str, Share]) -> None:
    read = {(one.start, one.end): _sense(one) for one in found}
    known = {row["id"]: row.get("known", True) for row in gold.rows["actors"]}
    rows = {_span(row): row for row in gold.rows["mentions"]}
    for span, row in rows.items():
        sense = SENSES.get(row["sense"], row["sense"])
        if sense in UNSCORED or row.get("tier") == 2:
            continue
        right = read.get(span) == sense
        tallies[f"{sense} mentions"].add(right, 0, not right)
        if sense != "place" and known.get(row["ref"], True):
            shares["known actors found"].add(right)
        if sense == "metonym" or (sense == "place" and read.get(span) == "metonym"):
            shares["metonyms told from places"].add(right)
    for span, sense in read.items():
        if span not in rows or (
            rows[span]["sense"] not in UNSCORED and SENSES.get(rows[span]["sense"], rows[span]["sense"]) != sense
        ):
            tallies[f"{sense} mentions"].add(0, 1, 0)


def _sense(candidate: Candidate) -> str:
    if candidate.kind == "place":
        return "place"
    return "metonym" if candidate.value["reading"] == "metonym" else str(candidate.value["kind"])


def _span(row: dict[str, Any]) -> Span:
    return row["start"], row["end"]
