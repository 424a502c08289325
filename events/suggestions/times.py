"""Time expressions and the dates they mean, resolved against the date of the issue.

The span takes in "by", "since", "until", "before" and "between", no article and no part of the day. Printed days come
from the grammar of citations, all other shapes from `time_forms`. `resolve` is the same grammar for words somebody
types or marks. No year is guessed: without a value the answer is empty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from articles.citations.day_words import CitedDays, find_days
from articles.citations.implied_year import edtf_of
from articles.dates import DateRefused, Edtf, Point
from events.suggestions.issue_day import IssueDay, first_day
from events.suggestions.tense import looks_ahead, speaks_with_one_voice
from events.suggestions.time_forms import FORMS
from events.suggestions.time_readers import Moment, Reader

VERSION = "1"
LONGEST_CLAUSE = 300  # code points on either side in which the verb is looked for
_WRAP = re.compile(r"(?<!\w)([Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]efore)\s(?:the\s|about\s|around\s)?$")
_PUT_OFF = re.compile(
    r"\b(?:put\soff|postponed|delayed|adjourned|moved|deferred|rescheduled|extended|suspended|shelved|prolonged)"
    r"(?:\s\w+){0,3}\suntil\s(?:the\s)?$"
)
_PART_OF_DAY = re.compile(r"\s(?:noon|morning|afternoon|evening|night|midnight)\b")
_DAY_AFTER = re.compile(
    r"(?:,\s|\sand\s|\s&\s)([12]?\d|3[01])"
    r"(?=(?:\s(?:against|after|at|in|on|by|for|to|before|with|from|of|the|when|as|near|outside|and)\b|\s\(|,?\s[12]?\d\sand\b))"
)
_WEEKDAY_BEFORE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s$")
_BETWEEN = re.compile(r"(?<!\w)[Bb]etween\s(?:the\s)?$")
_LEAD = re.compile(r"^(?:(?:on|in|at|during|from|the|as of|late on|early on|of|over)\s)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Words that say when; `date` is EDTF, empty where they have no value. `form` names the rule."""

    start: int
    end: int
    date: str
    form: str


@dataclass(frozen=True, slots=True)
class _Core:
    start: int
    end: int
    form: str
    days: CitedDays | None = None
    match: re.Match[str] | None = None
    read: Reader | None = None


def resolve(words: str, issued: str = "") -> str:
    """The date (EDTF) that these words mean in an issue of that date (EDTF); empty where they mean none for sure."""
    bare = " ".join(words.split())
    lead = _LEAD.match(bare)
    for start in (0, lead.end() if lead else 0):
        for found in find_times(bare, issued):
            if (found.start, found.end) == (start, len(bare)):
                return found.date
    return ""


def find_times(
    text: str,
    issued: str = "",
    sentences: Iterable[tuple[int, int]] = (),
    citations: Iterable[tuple[int, int]] = (),
) -> list[FoundTime]:
    """The time expressions of a text, in order, none overlapping another; in a citation every day lies behind."""
    reader = _Reader(text, issued, sorted(sentences) or [(0, len(text))], sorted(citations))
    return _joined_by_between(text, [reader.read(core) for core in reader.cores()])


class _Reader:
    """Reads the expressions of one text from left to right, since some lean on the one before."""

    def __init__(
        self, text: str, issued: str, sentences: list[tuple[int, int]], citations: list[tuple[int, int]]
    ) -> None:
        self.text, self.issued = text, issued
        self.issue = IssueDay.of(issued)
        self.sentences, self.sentence = sentences, 0
        self.citations, self.citation = citations, 0
        self.before = ""
        self.year_told: int | None = None

    def cores(self) -> list[_Core]:
        """Every shape found, the longest where several overlap."""
        found = [_Core(days.start, days.end, "days", days=days) for days in self._days()]
        for form in FORMS:
            for match in form.pattern.finditer(self.text):
                start, end = match.span("span") if "span" in form.pattern.groupindex else match.span()
                found.append(_Core(start, end, form.name, match=match, read=form.read))
        return _longest(core for core in found if self._is_time(core))

    def _days(self) -> Iterator[CitedDays]:
        """Printed days, with further ones that the grammar of citations is too careful to list."""
        for days in find_days(self.text):
            named = _WEEKDAY_BEFORE.search(self.text, max(0, days.start - 11), days.start)
            yield replace(days, start=named.start()) if named else days
            place, month = days.end, days.last[0]
            while days.first == days.last and (more := _DAY_AFTER.match(self.text, place)) is not None:
                day = (month, int(more[1]))
                yield CitedDays(more.start(1), more.end(1), more[1], day, day)
                place = more.end()

    def _is_time(self, core: _Core) -> bool:
        """A word with a capital inside a sentence is part of a name: "Kazakhstan Today"."""
        if core.form != "day" or not self.text[core.start].isupper():
            return True
        return self.text[max(0, core.start - 2) : core.start].strip() in ("", ".", "“", '"')

    def read(self, core: _Core) -> FoundTime:
        first, last = self._sentence_of(core)
        wrap = _WRAP.search(self.text, max(first, core.start - 16), core.start)
        if wrap and wrap[1] in ("by", "By") and _PART_OF_DAY.match(self.text, core.end):
            wrap = None
        ahead = looks_ahead(self.text, first, wrap.start() if wrap else core.start, core.end, last)
        word = wrap[1].casefold() if wrap else ""
        ahead = False if word == "since" else ahead
        sure = core.form != "weekday" or speaks_with_one_voice(self.text, first, core.start, core.end, last)
        date = self._value(core, ahead, sure, certain=word == "since")
        self._remember(core, date)
        if not wrap:
            return FoundTime(core.start, core.end, date, core.form)
        if word in ("until", "till") and _PUT_OFF.search(self.text, max(first, core.start - 60), core.start):
            return FoundTime(core.start, core.end, date, core.form)
        if word == "before" and core.form == "end":
            word = "by"
        elif word == "before" and core.form == "season":
            date = ""
        return FoundTime(wrap.start(), core.end, _wrapped(word, date), f"{word} {core.form}")

    def _sentence_of(self, core: _Core) -> tuple[int, int]:
        while self.sentence + 1 < len(self.sentences) and self.sentences[self.sentence + 1][0] <= core.start:
            self.sentence += 1
            self.year_told = None  # "that September" leans on a year of its own sentence
        first, last = self.sentences[self.sentence]
        return max(first, core.start - LONGEST_CLAUSE), min(max(last, core.end), core.end + LONGEST_CLAUSE)

    def _value(self, core: _Core, ahead: bool | None, sure: bool, certain: bool) -> str:
        if core.days is not None:
            cited = self._in_citation(core)
            return edtf_of(core.days, self.issued) if cited else self.issue.days(core.days, self.issued, ahead)
        read, match = core.read, core.match
        if read is None or match is None:
            return ""
        if (
            certain
            and core.form == "month"
            and match[0][-4:-2] not in ("19", "20")
            and "which" not in match.groupdict()
        ):
            return self._certain_month(match)
        value = read(match, Moment(self.issue, ahead, self.before, self.year_told, sure))
        return _canonical(value)

    def _certain_month(self, match: re.Match[str]) -> str:
        if match.groupdict().get("year"):
            return f"{match['year']}-{_month_index(match['month']):02}"
        return self.issue.month(_month_index(match["month"]), ahead=False, certain=True)

    def _remember(self, core: _Core, date: str) -> None:
        """The next "same day" means the last single day told in running text."""
        if date and Edtf.parse(date).start == Edtf.parse(date).end and date.count("-") == 2:
            self.before = date
        if date[:4].isdigit() and core.form in ("days", "month", "part of a month") and not self._in_citation(core):
            self.year_told = int(date[:4])

    def _in_citation(self, core: _Core) -> bool:
        while self.citation < len(self.citations) and self.citations[self.citation][1] <= core.start:
            self.citation += 1
        return self.citation < len(self.citations) and self.citations[self.citation][0] <= core.start


def _month_index(name: str) -> int:
    return next(number for number in range(1, 13) if Point(2000, number).in_words(with_year=False) == name)


def _longest(found: Iterable[_Core]) -> list[_Core]:
    kept: list[_Core] = []
    for core in sorted(found, key=lambda core: (core.start, -core.end)):
        if not kept or core.start >= kept[-1].end:
            kept.append(core)
        elif core.end - core.start > kept[-1].end - kept[-1].start:
            kept[-1] = core
    return kept


def _wrapped(word: str, date: str) -> str:
    """What a date means behind such a word."""
    if not date:
        return ""
    value = Edtf.parse(date)
    if word == "since":
        return _canonical(f"{value.start or value.end}/..")
    if word in ("by", "until", "till"):
        return _canonical(f"[..{value.end or value.start}]")
    first = first_day(date)
    return _canonical(_before(value, first - timedelta(days=1) if first else None))


def _before(value: Edtf, eve: object) -> str:
    start = value.start
    if start is not None and start.year is not None and start.part is None:
        return f"[..{start.year - 1:04}]"
    return f"[..{eve}]" if eve else ""


def _canonical(value: str) -> str:
    """The value as the profile writes it; none where it would be impossible."""
    try:
        return str(Edtf.parse(value)) if value else ""
    except DateRefused:
        return ""


def _joined_by_between(text: str, found: list[FoundTime]) -> list[FoundTime]:
    joined: list[FoundTime] = []
    for time in found:
        before = joined[-1] if joined else None
        opening = _BETWEEN.search(text, max(0, before.start - 14), before.start) if before else None
        if before and opening and text[before.end : time.start].strip() in ("and", "and the"):
            joined[-1] = FoundTime(opening.start(), time.end, _between(before.date, time.date), "between")
        else:
            joined.append(time)
    return joined


def _between(first: str, last: str) -> str:
    if not first or not last:
        return ""
    return _canonical(f"[{Edtf.parse(first).start}..{Edtf.parse(last).end}]")
