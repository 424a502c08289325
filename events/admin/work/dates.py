"""Dates in query strings."""

from articles.dates import Edtf


def read_date(value: str) -> str:
    """A date of the profile in its canonical form. Raises ValueError."""
    return str(Edtf.parse(value))
