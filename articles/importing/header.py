"""The header grammar: which line of a file names publication, volume and issue. A table of patterns.

A header fills its line, but for a date, a time and an age: where a sentence goes on, the line is prose. Double,
lettered or doubtful numbers, volume 0 and malformed roman numbers make a header that is refused, never a guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.citations.word_list import word_list
from articles.importing.header_date import HeaderDate, ends_with_date, one_date, read_dates
from articles.importing.header_number import NUMBER_TOKEN, HeaderNumber, read_number
from articles.importing.records import LONGEST_PUBLICATION

LONGEST_HEADER_LINE = 300

_VOLUME = rf"\bvol(?:ume\b|\.|\b):?\s?(?P<volume>{NUMBER_TOKEN})(?!\w)"
_ISSUE = rf"(?:\b(?:no|nr|num|iss)(?:\.|\b)|\bnumber\b|\bissue\b(?:\sno\.)?|№|#):?\s?(?P<issue>{NUMBER_TOKEN})(?!\w)"
_SEPARATOR = r"[\s,;:|/·•()–—-]{0,6}"

# Each from the start of the line; `before`, `between` and `after` must be a name and dates, dates, and dates.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<before>.{{0,200}}?){_SEPARATOR}{_VOLUME}{_SEPARATOR}{_ISSUE}(?P<after>.*)",
        rf"(?P<before>.{{0,200}}?){_SEPARATOR}{_VOLUME}(?P<between>.{{1,40}}?){_ISSUE}(?P<after>.*)",
        rf"(?P<before>.{{0,200}}?){_SEPARATOR}{_ISSUE}{_SEPARATOR}{_VOLUME}(?P<after>.*)",
        rf"(?P<before>.{{0,200}}?){_SEPARATOR}{_VOLUME}(?P<after>.*)",
        rf"(?P<before>.{{0,200}}?){_SEPARATOR}{_ISSUE}(?P<after>.*)",
    )
)
_LABEL = re.compile(
    r"\b(?P<label>publication|volume|vol\.?|issue(?:\sno\.)?|number|no\.?|date|published)\s?:", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s?\((?P<part>(?:vol|volume|no|nr|number|issue)\b[^()?]{1,60})\)", re.IGNORECASE)
_HINT = re.compile(r"\bvol|\bn(?:o|r|um)\b|\bnumber|\biss|#|№|\bpublication|\bdate|\bpublished", re.IGNORECASE)
_TOKEN_FIRST = re.compile(rf"\s?(?P<token>{NUMBER_TOKEN})(?!\w)(?P<after>.*)", re.IGNORECASE)
_SMALL_WORDS = word_list("a an and at da de del der des di du for from in la le les of on the to und van von y")
_NOT_A_NAME = word_list("see cf in from as per by of and or to with compare read quote quoted since until also")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """What one line says as a part of a header; None where it does not speak of a fact."""

    printed: str
    publication: str | None = None
    volume: HeaderNumber | None = None
    issue: HeaderNumber | None = None
    dates: tuple[HeaderDate, ...] = ()
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What adjoining header lines say together; `contradiction` is (fact, one value, another value)."""

    printed: str
    publication: str = ""
    volume: int | None = None
    issue: int | None = None
    date: HeaderDate | None = None
    why_not: str = ""
    contradiction: tuple[str, str, str] | None = None
    names_volume: bool = False
    names_issue: bool = False
    labelled: bool = field(default=False, compare=False)

    @property
    def is_whole(self) -> bool:
        """Whether both volume and issue are spoken of, be it in a way that is refused."""
        return self.names_volume and self.names_issue


def read_header_line(line: str) -> HeaderLine | None:
    """The line as a part of a header; None for prose."""
    words = " ".join(line.split())
    if len(words) > LONGEST_HEADER_LINE or _HINT.search(words) is None:
        return None
    return _labelled(words) if _LABEL.match(words) else _by_pattern(_IN_BRACKETS.sub(r", \g<part> ", words).strip())


def combine(lines: Iterable[HeaderLine], dates: Iterable[HeaderDate] = ()) -> Header:
    """One header from its lines and the dates beside it; a fact stated twice with different values is refused."""
    lines = list(lines)
    names = [line.publication for line in lines if line.publication]
    volumes = [line.volume for line in lines if line.volume]
    issues = [line.issue for line in lines if line.issue]
    return Header(
        printed=" / ".join(line.printed for line in lines),
        publication=names[0] if names else "",
        volume=volumes[0].value if volumes else None,
        issue=issues[0].value if issues else None,
        date=one_date([*(date for line in lines for date in line.dates), *dates]),
        why_not=_why_not(volumes, issues),
        contradiction=_contradiction(names, volumes, issues),
        names_volume=bool(volumes),
        names_issue=bool(issues),
        labelled=any(line.labelled for line in lines),
    )


def same_name(one: str, other: str) -> bool:
    """Publications are called with and without "The", in any case."""
    return _bare(one) == _bare(other)


def _by_pattern(words: str) -> HeaderLine | None:
    return next(filter(None, (_matched(words, pattern) for pattern in _PATTERNS)), None)


def _labelled(words: str) -> HeaderLine | None:
    """`Publication: Monitor Volume: 5 Issue: 107`, or any of its parts on a line of their own."""
    labels = list(_LABEL.finditer(words))
    ends = [label.start() for label in labels[1:]] + [len(words)]
    facts = HeaderLine(words, labelled=True)
    for label, end in zip(labels, ends, strict=True):
        read = _labelled_fact(facts, label["label"].lower(), words[label.end() : end].strip(" ,;|"))
        if read is None:
            return None
        facts = read
    return facts


def _labelled_fact(facts: HeaderLine, label: str, value: str) -> HeaderLine | None:
    if label == "publication":
        return _labelled_publication(facts, value)
    if label in ("date", "published"):
        dates = read_dates(value) or [HeaderDate(value, "", "it is no date that can be read")]
        return _replaced(facts, dates=tuple(dates))
    what = "volume" if label.startswith("vol") else "issue"
    if not value:
        return _with_number(facts, what, HeaderNumber("", None, f"the {what} is empty"), ())
    match = _TOKEN_FIRST.fullmatch(value)
    after = read_dates(match["after"]) if match else None
    if match is None or after is None:
        return None
    return _with_number(facts, what, read_number(match["token"], what), tuple(after))


def _labelled_publication(facts: HeaderLine, value: str) -> HeaderLine | None:
    whole = _by_pattern(value)
    if whole is not None and whole.publication:
        return _replaced(facts, whole.publication, whole.volume, whole.issue, whole.dates)
    return _replaced(facts, publication=value) if 0 < len(value) <= LONGEST_PUBLICATION else None


def _with_number(facts: HeaderLine, what: str, number: HeaderNumber, dates: tuple[HeaderDate, ...]) -> HeaderLine:
    if what == "volume":
        return _replaced(facts, volume=number, dates=dates)
    return _replaced(facts, issue=number, dates=dates)


def _replaced(
    facts: HeaderLine,
    publication: str | None = None,
    volume: HeaderNumber | None = None,
    issue: HeaderNumber | None = None,
    dates: tuple[HeaderDate, ...] = (),
) -> HeaderLine:
    return HeaderLine(
        facts.printed,
        publication or facts.publication,
        volume or facts.volume,
        issue or facts.issue,
        (*facts.dates, *dates),
        facts.labelled,
    )


def _matched(words: str, pattern: re.Pattern[str]) -> HeaderLine | None:
    match = pattern.fullmatch(words)
    if match is None:
        return None
    groups = match.groupdict()
    around = [read_dates(groups.get("between") or ""), read_dates(groups["after"])]
    name, date_words = _name_and_date(groups["before"].strip())
    dates = read_dates(date_words)
    if None in around or dates is None or (name and not _may_be_name(name)):
        return None
    return HeaderLine(
        words,
        name or None,
        read_number(groups["volume"], "volume") if groups.get("volume") else None,
        read_number(groups["issue"], "issue") if groups.get("issue") else None,
        (*dates, *(date for part in around for date in part or ())),
    )


def _name_and_date(before: str) -> tuple[str, str]:
    """`Monitor, June 2, 1999` is a name and a date; `16 December 2003` only a date."""
    name, date_words = ends_with_date(before)
    return name.strip(' ,;:|/·•()–—-"“”'), date_words


def _may_be_name(name: str) -> bool:
    words = name.split()
    if len(words) > 12 or words[0].casefold() in _NOT_A_NAME or re.search(r"[.!?;:]\s", name):
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(not word[0].islower() or word in _SMALL_WORDS for word in words) and words[-1] not in _SMALL_WORDS


def _why_not(volumes: list[HeaderNumber], issues: list[HeaderNumber]) -> str:
    refused = next((number.why_not for number in (*volumes, *issues) if number.why_not), "")
    if refused:
        return refused
    missing = [what for what, numbers in (("volume", volumes), ("issue number", issues)) if not numbers]
    return f"the {' and the '.join(missing)} {'are' if len(missing) > 1 else 'is'} missing" if missing else ""


def _contradiction(
    names: list[str], volumes: list[HeaderNumber], issues: list[HeaderNumber]
) -> tuple[str, str, str] | None:
    other = next((name for name in names if not same_name(name, names[0])), None)
    if other is not None:
        return "the publication", names[0], other
    for fact, numbers in (("the volume", volumes), ("the issue number", issues)):
        differing = next((number for number in numbers if number.value != numbers[0].value), None)
        if differing is not None:
            return fact, numbers[0].printed, differing.printed
    return None


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")
