"""Roman numbers of volumes, strictly: `IV` is four, `IIII` is nothing."""

import re

_STRICT = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_number(letters: str) -> int | None:
    """The number that well-formed roman letters of any case write; None for all others."""
    if not letters or _STRICT.fullmatch(letters) is None:
        return None
    values = [_VALUES[letter] for letter in letters.upper()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
