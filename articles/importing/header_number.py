"""The number of a volume or an issue as a header prints it: a plain number, or the reason why it is refused."""

import re
from dataclasses import dataclass

from articles.citations.roman import roman_number
from articles.importing.records import BIGGEST_NUMBER

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ONE = r"(?:\d{1,9}|[ivxlcdm]{1,15}|\?{1,3})"
# A number with whatever may cling to it, so that `107-108` and `107A` are seen whole and refused.
NUMBER_TOKEN = (
    rf"(?:[\[(]?{_ONE}(?:\s?[-\u2010-\u2015/&+]\s?(?:\d{{1,9}}|[ivxlcdm]{{1,15}})\b(?!-\d\d-|\s+{_MONTH})|\s(?:and|to)\s\d{{1,9}}\b"
    r"|\s(?:bis|ter)\b|[a-z]\b|\s?\(?\?\)?|[\])])*)"
)
_PLAIN = re.compile(r"\d{1,9}")
_LETTERS = re.compile(r"[ivxlcdm]{1,15}", re.IGNORECASE)
_DOUBLE = re.compile(r"[-\u2010-\u2015/&+]|\b(?:and|to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderNumber:
    """A number that a header prints; `value` is None where `why_not` says what is wrong with it."""

    printed: str
    value: int | None
    why_not: str = ""


def read_number(printed: str, what: str) -> HeaderNumber:
    """The number that a header prints for `what` (volume or issue)."""
    if "?" in printed or "[" in printed or "(" in printed:
        return HeaderNumber(printed, None, f"the {what} “{printed}” is doubtful")
    if _PLAIN.fullmatch(printed):
        return _in_range(printed, int(printed), what)
    if _LETTERS.fullmatch(printed):
        return _roman(printed, what)
    if _DOUBLE.search(printed):
        return HeaderNumber(printed, None, f"the {what} “{printed}” is a double number, which names no one {what}")
    return HeaderNumber(printed, None, f"the {what} “{printed}” is lettered or incomplete")


def _roman(printed: str, what: str) -> HeaderNumber:
    value = roman_number(printed)
    if value is None:
        return HeaderNumber(printed, None, f"the {what} “{printed}” is no well-formed roman number")
    return _in_range(printed, value, what)


def _in_range(printed: str, value: int, what: str) -> HeaderNumber:
    if 1 <= value <= BIGGEST_NUMBER:
        return HeaderNumber(printed, value)
    return HeaderNumber(printed, None, f"the {what} “{printed}” is not between 1 and {BIGGEST_NUMBER}")
