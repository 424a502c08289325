"""References to other issues of the digest: `(see the Monitor, June 3)`, `(See Monitor, June 20 & 24)`,
`(see the Monitor, vol. 5, no. 107)`, also inside a citation or in running words.

The span of a reference in parentheses of its own, or with its topic alone, includes them; any other runs from "see"
to its last date.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from articles.citations.day_words import BLANK, MONTH, CitedDays, find_days
from articles.citations.implied_year import edtf_of
from articles.citations.known_sources import kind_of
from articles.citations.roman import roman_number
from articles.citations.source_name import has_source_noun

_DIGESTS = r"(?:Monitor|Prism|Fortnight\sin\sReview|Eurasia\sDaily\sMonitor|EDM|Chechnya\sWeekly)"
_CAPITALISED = rf"(?!{MONTH}\s\d)[A-Z][\w'’-]{{0,30}}"
_NAME = rf"{_CAPITALISED}(?:{BLANK}(?:(?:of|in|and|the|for){BLANK})?{_CAPITALISED}){{0,4}}"
_SEPARATOR = rf"(?:,?[\"”],?|[,:])?{BLANK}?(?:(?:of|for|from|on|dated){BLANK})?"
_SEE = re.compile(rf"[Ss]ee(?<!\w...){BLANK}(?:also{BLANK})?(?:[Tt]he{BLANK})?[\"“]?(?P<name>{_NAME}){_SEPARATOR}")
_BARE = re.compile(rf"\((?:[Tt]he{BLANK})?[\"“]?(?P<name>{_DIGESTS}){_SEPARATOR}")
_PLACE_IN_RUN = re.compile(
    rf"(?:vol(?:ume|\.)?\s?(?P<volume>\d{{1,4}}|[IVXLC]{{1,9}})\b)?(?:,?{BLANK})?"
    rf"(?:(?:no\.?|number|issue)\s?(?P<number>\d{{1,5}})\b(?!\s?[-–]\s?\d))?",
    re.IGNORECASE,
)
_IS_DIGEST = re.compile(_DIGESTS)
_OPEN = re.compile(r"\(\s{0,3}(?:[a-z][^();.\n]{1,60}[,:]\s)?$")  # `(on Helsinki, see …)` too
_STOP_AND_CLOSE = re.compile(r"\s{0,3}\.?\s{0,3}\)")
_BETWEEN = re.compile(r"[\s,;&]{0,4}(?:and\s{1,3})?")


@dataclass(frozen=True, slots=True)
class FoundCrossReference:
    """Words that point to another issue, by its place in the run, by its days, or by both."""

    start: int
    end: int
    quote: str
    publication: str
    volume: int | None
    number: int | None
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference whose days are still as printed."""

    start: int
    end: int
    publication: str
    volume: int | None
    number: int | None
    days: tuple[CitedDays, ...]


def find_cross_references(text: str, issued: str = "") -> list[FoundCrossReference]:
    """The cross references of an article in an issue of that date (EDTF, empty when unknown), in order."""
    return [cross_reference(text, issued, reference) for reference in find_references(text, find_days(text))]


def find_references(text: str, days: list[CitedDays]) -> list[Reference]:
    """The references among the text's days, which the caller has found already."""
    found: list[Reference] = []
    starts = [day.start for day in days]
    for head in _heads(text):
        reference = _reference(text, head, days, starts)
        if reference is not None and (not found or reference.start >= found[-1].end):
            found.append(reference)
    return found


def stands_in_parentheses_of_its_own(text: str, reference: Reference) -> bool:
    """Nothing but the reference, and a final stop, between the parentheses."""
    return _closing_parenthesis(text, reference) is not None


def _heads(text: str) -> list[re.Match[str]]:
    seeing = _SEE.finditer(text) if "see" in text or "See" in text else ()
    return sorted([*seeing, *_BARE.finditer(text)], key=lambda head: head.start())


def _reference(text: str, head: re.Match[str], days: list[CitedDays], starts: list[int]) -> Reference | None:
    name = " ".join(head["name"].split())
    start = head.start() + (1 if head[0].startswith("(") else 0)
    run = _PLACE_IN_RUN.match(text, head.end())
    volume, number = (_volume(run["volume"]), _number(run["number"])) if run else (None, None)
    placed = run is not None and (run["volume"] or run["number"])
    end = run.end() if run is not None and placed else head.end()
    named = _days_from(text, end, days, starts)
    end = named[-1].end if named else end
    if not (named or number) or not _is_publication(name, text, start, end):
        return None
    return Reference(start, end, name, volume, number, tuple(named))


def _is_publication(name: str, text: str, start: int, end: int) -> bool:
    """A digest by its name; any other name only where nothing but the reference stands before it.

    `(see Kursiv, June 3)` refers; in `he will see President Havel on June 3` nobody reads. Behind another source,
    `(Trud, June 1; see also Sunday Courier, June 2)`, what its name calls a newspaper is one more source.
    """
    if kind_of(name) not in ("", "digest"):
        return False
    if _IS_DIGEST.fullmatch(name) or (start, end) == (0, len(text)):
        return True
    before = text[max(0, start - 4) : start].rstrip()[-1:]
    return before == "(" or (before == ";" and (bool(kind_of(name)) or not has_source_noun(name.split())))


def _days_from(text: str, place: int, days: list[CitedDays], starts: list[int]) -> list[CitedDays]:
    named: list[CitedDays] = []
    index = bisect_left(starts, place)
    while index < len(days) and _BETWEEN.fullmatch(text, place, days[index].start):
        named.append(days[index])
        place, index = days[index].end, index + 1
    return named


def cross_reference(text: str, issued: str, reference: Reference) -> FoundCrossReference:
    """The reference with its days as dates, and with the parentheses that hold nothing else."""
    start, end = reference.start, reference.end
    closing = _closing_parenthesis(text, reference)
    if closing is not None:
        start, end = text.rindex("(", 0, start), closing + 1
    dates = tuple(filter(None, (edtf_of(days, issued) for days in reference.days)))
    return FoundCrossReference(
        start, end, text[start:end], reference.publication, reference.volume, reference.number, dates
    )


def _closing_parenthesis(text: str, reference: Reference) -> int | None:
    before = _OPEN.search(text, max(0, reference.start - 80), reference.start)
    after = _STOP_AND_CLOSE.match(text, reference.end)
    return after.end() - 1 if before and after else None


def _volume(digits: str | None) -> int | None:
    return (int(digits) if digits.isdigit() else roman_number(digits)) if digits else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
