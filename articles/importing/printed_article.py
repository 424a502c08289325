"""One article of a plain text under way: its opening, then the lines of its text, and at the end the record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.importing.header import Header
from articles.importing.header_date import HeaderDate, read_dates
from articles.importing.lines import Line
from articles.importing.opening import Opening, is_rule
from articles.importing.problems import ProblemCode
from articles.importing.records import LONGEST_TITLE, ArticleRecord, Problem
from articles.importing.refusal import Refused
from articles.text import MAX_CODE_POINTS, TextRefused, normalise

_LINE_IN_TEXT = re.compile(r"^Line \d+")
LONGEST_RAW_TEXT = 5 * MAX_CODE_POINTS


@dataclass(slots=True)
class PrintedArticle:
    """Takes line after line; `finish()` gives the record, or the problem that stands in its way."""

    path: str
    opening: Opening
    lines: list[str] = field(default_factory=list)
    first_line: int = 0
    length: int = 0
    too_long: bool = False

    @property
    def has_text(self) -> bool:
        return self.first_line > 0

    def take(self, line: Line) -> None:
        if not self.has_text and not line.too_long and self.opening.take(line.text, line.number, line.is_heading):
            return
        self.first_line = self.first_line or line.number
        self.length += len(line.text) + 1
        self.too_long = self.too_long or line.too_long or self.length > LONGEST_RAW_TEXT
        if not self.too_long:
            self.lines.append(line.text)

    def give_back_dates(self) -> list[HeaderDate]:
        """Takes dates that stand alone at the end from the text: they belong to the header that follows."""
        dates: list[HeaderDate] = []
        while self._ends_with_date_or_nothing():
            dates = [*(read_dates(self.lines.pop()) or []), *dates]
        return dates

    def finish(self, at_end: bool = False) -> Iterator[ArticleRecord | Problem]:
        """The record, after a note on its date where that is doubtful; or why there is none."""
        if self.opening.is_empty and not self.has_text:
            if at_end and self.opening.is_before_first_header:
                yield Problem(self.path, 1, ProblemCode.EMPTY_FILE, ProblemCode.EMPTY_FILE.says())
            return
        try:
            record = self._record(self._sound_header())
        except Refused as refused:
            yield Problem(self.path, refused.line, refused.code, str(refused), self._as_read())
            return
        yield from self._note_on_date()
        yield record

    def _ends_with_date_or_nothing(self) -> bool:
        if not self.lines:
            return False
        last, before = self.lines[-1], self.lines[-2] if len(self.lines) > 1 else ""
        return not last.strip() or is_rule(last) or (not before.strip() and bool(read_dates(last)))

    def _sound_header(self) -> Header:
        header, line = self.opening.header(), self.opening.line
        if self.opening.is_before_first_header:
            raise Refused(ProblemCode.NO_HEADER, line)
        if header.contradiction is not None:
            fact, one, other = header.contradiction
            raise Refused(ProblemCode.CONTRADICTING_HEADER, line, fact=fact, one=one, other=other)
        if header.why_not:
            raise Refused(ProblemCode.BAD_HEADER, line, header=header.printed, why=header.why_not)
        return header

    def _record(self, header: Header) -> ArticleRecord:
        date = header.date.edtf if header.date else ""
        read = {
            "publication": self._one_line(header.publication),
            "title_printed": self._one_line(self._title()),
            "byline": self._one_line(self.opening.byline),
            "date": date,
            "date_basis": "printed" if date else "",
        }
        return ArticleRecord(
            path=self.path,
            line=self.opening.line,
            text=self._text(),
            given=frozenset({"volume", "issue", "text", *(name for name, value in read.items() if value)}),
            publication=read["publication"],
            volume=header.volume,
            issue=header.issue,
            date=date,
            date_basis=read["date_basis"] or "unknown",
            title_printed=read["title_printed"],
            byline=read["byline"],
        )

    def _title(self) -> str:
        if self.opening.title_length > LONGEST_TITLE:
            length = self.opening.title_length
            raise Refused(ProblemCode.TITLE_TOO_LONG, self.opening.line, length=length, limit=LONGEST_TITLE)
        return self.opening.title()

    def _text(self) -> str:
        while self.lines and (is_rule(self.lines[-1]) or not self.lines[-1].strip()):
            self.lines.pop()
        if self.too_long:
            why = f"The text has more than {MAX_CODE_POINTS} characters; split the article."
            raise Refused(ProblemCode.BAD_TEXT, self.first_line, why=why)
        try:
            text = normalise("\n".join(self.lines))
        except TextRefused as refused:
            line = self.first_line + (refused.line or 1) - 1
            why = _LINE_IN_TEXT.sub(f"Line {line}", str(refused))
            raise Refused(ProblemCode.BAD_TEXT, line, why=why) from refused
        if not text:
            raise Refused(ProblemCode.NO_TEXT, self.opening.line)
        return text

    def _one_line(self, words: str) -> str:
        try:
            return normalise(words).strip()
        except TextRefused as refused:
            raise Refused(ProblemCode.BAD_TEXT, self.opening.line, why=str(refused)) from refused

    def _note_on_date(self) -> Iterator[Problem]:
        date = self.opening.header().date if self.opening.header_lines else None
        if date is not None and date.why_not:
            message = ProblemCode.BAD_DATE.says(words=date.words, why=date.why_not)
            yield Problem(self.path, self.opening.line, ProblemCode.BAD_DATE, message)

    def _as_read(self) -> Mapping[str, object]:
        return {"header": self.opening.header().printed, "title": self.opening.title(), "text": "\n".join(self.lines)}
