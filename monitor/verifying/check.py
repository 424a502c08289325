"""What a check of the database is: a question, how many rows it looks at, which of them are wrong, what to do then."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import connection

SHOWN = 20  # breaches of one check that are printed; the rest is counted


@dataclass(frozen=True, slots=True)
class Breach:
    """A row that breaks a promise, and how."""

    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.row}: {self.what}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: rows looked at, breaches counted, the first of them."""

    looked_at: int
    breaches: int
    shown: tuple[Breach, ...]


@dataclass(frozen=True)
class Check:
    """A promise about rows: `says` what holds, `advice` what to do where it does not."""

    name: str
    says: str
    advice: str
    run: Callable[[], Finding]


def by_query(name: str, says: str, advice: str, *, rows: str, wrong: str) -> Check:
    """A check by SQL: `rows` counts what is looked at, `wrong` selects each wrong row as two texts: row and what."""

    def run() -> Finding:
        with connection.cursor() as cursor:
            cursor.execute(rows)
            looked_at = cursor.fetchone()[0]
            cursor.execute(f"SELECT found.*, count(*) OVER () FROM ({wrong}) found LIMIT {SHOWN}")
            found = cursor.fetchall()
        return Finding(looked_at, found[0][2] if found else 0, tuple(Breach(row, what) for row, what, _ in found))

    return Check(name, says, advice, run)


def by_reading(name: str, says: str, advice: str, read: Callable[[], Iterable[Breach | None]]) -> Check:
    """A check by Python: `read` yields for each row that it looks at its breach, or nothing."""

    def run() -> Finding:
        looked_at, breaches = 0, 0
        shown: list[Breach] = []
        for breach in read():
            looked_at += 1
            if breach is not None:
                breaches += 1
                shown += [breach] if breaches <= SHOWN else []
        return Finding(looked_at, breaches, tuple(shown))

    return Check(name, says, advice, run)


def counting(table: str) -> str:
    """The statement that counts a table."""
    return f'SELECT count(*) FROM "{table}"'
