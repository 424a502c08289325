"""When two dates are the same for a measurement, and which years a date names."""

import re

from articles.dates import DateRefused, Edtf

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def same_date(found: str | None, gold: str | None) -> bool:
    """Both bounds are equal; where the year is unknown, the canonical form."""
    if not found or not gold:
        return not found and not gold
    return _bounds(found) == _bounds(gold)


def wrong_years(found: str | None, accepted: list[str | None]) -> set[str]:
    """The years of a date that no accepted date has."""
    return _years(found) - {year for date in accepted for year in _years(date)}


def _bounds(date: str) -> object:
    try:
        value = Edtf.parse(date)
    except DateRefused:
        return date
    return (value.lower, value.upper) if value.year_known else str(value)


def _years(date: str | None) -> set[str]:
    return set(_YEAR.findall(re.sub(r"-\d\d", "", date or "")))
