"""When the made-up digests appeared, 1995 to 2005, and how many articles stand in each issue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from monitor.generating.vocabulary.sources import Digest

FIRST_YEAR, LAST_YEAR = 1995, 2005
ARTICLES_AN_ISSUE = 7
Day = date  # an issue has a `date` of its own
WORKDAYS = tuple(
    day
    for n in range((date(LAST_YEAR, 12, 31) - date(FIRST_YEAR, 1, 1)).days + 1)
    if (day := date(FIRST_YEAR, 1, 1) + timedelta(days=n)).weekday() < 5
)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a digest: when it appeared, what of that it prints, how many articles it has."""

    digest: int
    volume: int
    number: int
    day: date
    date: str
    basis: str
    articles: int

    @property
    def upper(self) -> Day | None:
        """The last day that the date allows; none where the issue bears none."""
        if not self.date:
            return None
        return self.day if len(self.date) > 4 else date(self.day.year, 12, 31)


def issues(digests: Sequence[Digest], articles: int, seed: str) -> list[Issue]:
    """Every issue of every digest, in the order of their days; together they have that many articles."""
    random = Random(f"{seed}:timetable")
    shares = spread(articles, [digest.share for digest in digests])
    runs = [_run(n, digest, share, random) for n, (digest, share) in enumerate(zip(digests, shares, strict=True))]
    return sorted((issue for run in runs for issue in run), key=lambda issue: (issue.day, issue.digest))


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts that follow the weights."""
    whole = sum(weights)
    ends = [round(total * reached / whole) for reached in accumulate(weights)] if whole else []
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _run(number: int, digest: Digest, articles: int, random: Random) -> Iterator[Issue]:
    count = min(len(WORKDAYS), -(-articles // ARTICLES_AN_ISSUE))
    days = [WORKDAYS[len(WORKDAYS) * n // count] for n in range(count)]
    sizes = spread(articles, [random.uniform(0.5, 1.5) for _ in days])
    place_in_year: dict[int, int] = {}
    for day, size in zip(days, sizes, strict=True):
        place_in_year[day.year] = place_in_year.get(day.year, 0) + 1
        if size:
            written, basis = _dated(day, digest, random)
            volume = day.year - FIRST_YEAR + 1
            yield Issue(number, volume, place_in_year[day.year], day, written, basis, size)


def _dated(day: date, digest: Digest, random: Random) -> tuple[str, str]:
    """The issue's date as EDTF, and how it is known."""
    if digest.year_only:
        return str(day.year), "derived"
    if random.random() < digest.undated:
        return "", "unknown"
    return day.isoformat(), "printed"
