"""What is missing or doubtful in the run of a publication: gaps in its numbers, announced items, dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db.models.functions import Right

from articles.dates import Edtf
from articles.importing.glued_headline import announced_headline, headline_key
from articles.importing.header import same_name
from articles.models import Article, CrossReference, Issue, Publication

_END = 600  # of a text, where a headline may be glued on


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look after: its kind, and a sentence. Kinds: gap, announced, order, referred, date."""

    kind: str
    sentence: str


def findings(publication: Publication) -> Iterator[Finding]:
    """Everything that is missing or doubtful, volume by volume."""
    issues = list(publication.issues.order_by("volume", "number"))
    for issue in issues:
        issue.publication = publication
    yield from _gaps(issues)
    yield from _announced(issues)
    yield from _referred(publication)
    yield from _dates(issues)


def _gaps(issues: list[Issue]) -> Iterator[Finding]:
    """Numbers between stored ones; a volume may count from 1 or go on from the volume before."""
    last = 0
    for volume, numbers in _by_volume(issues):
        first = numbers[0]
        if first > 1 and first != last + 1:
            yield _gap(volume, 1, first - 1)
        for one, following in pairwise(numbers):
            if following > one + 1:
                yield _gap(volume, one + 1, following - 1)
        last = numbers[-1]


def _by_volume(issues: list[Issue]) -> Iterable[tuple[int, list[int]]]:
    volumes: dict[int, list[int]] = defaultdict(list)
    for issue in issues:
        volumes[issue.volume].append(issue.number)
    return volumes.items()


def _gap(volume: int, first: int, last: int) -> Finding:
    if first == last:
        return Finding("gap", f"Volume {volume}: number {first} is missing.")
    return Finding("gap", f"Volume {volume}: numbers {first} to {last} are missing ({last - first + 1} issues).")


def _announced(issues: list[Issue]) -> Iterator[Finding]:
    """Headlines at the end of a text that no article of the issue has; and articles in another order than announced."""
    rows = Article.objects.filter(issue__in=issues).order_by("issue__volume", "issue__number", "order", "id")
    by_issue: dict[int, list[dict[str, Any]]] = defaultdict(list)
    fields = ("issue_id", "position", "title_printed", "title", "announces")
    for row in rows.annotate(end=Right("text", _END)).values(*fields, "end").iterator(chunk_size=1000):
        by_issue[row["issue_id"]].append(row)
    for issue in issues:
        yield from _announced_in(issue, by_issue[issue.pk])


def _announced_in(issue: Issue, articles: list[dict[str, Any]]) -> Iterator[Finding]:
    places = {headline_key(row["title_printed"] or row["title"]): place for place, row in enumerate(articles)}
    for place, row in enumerate(articles):
        missing = announced_headline(row["end"])
        if missing and headline_key(missing) not in places:
            yield Finding(
                "announced",
                f"{issue}: at the end of article {row['position']} stands “{missing}”, which no article has.",
            )
        follows = places.get(headline_key(row["announces"]), place + 1) if row["announces"] else place + 1
        if follows != place + 1:
            other = articles[follows]["position"]
            yield Finding("order", f"{issue}: article {other} was printed right after article {row['position']}.")


def _referred(publication: Publication) -> Iterator[Finding]:
    """Issues that articles refer to and that are not here."""
    names = (publication.title, publication.slug, *publication.aliases)
    waiting: dict[str, list[CrossReference]] = defaultdict(list)
    references = CrossReference.objects.unresolved().anchored().order_by("date", "volume", "number", "id")
    for reference in references.select_related("article__issue__publication").defer("article__text"):
        meant = _meant(reference)
        if meant and any(same_name(name, reference.publication_words) for name in names):
            waiting[meant].append(reference)
    for meant, found in waiting.items():
        first, more = found[0].article, len(found) - 1
        also = f" and {more} more" if more else ""
        yield Finding("referred", f"{meant} is not here: {first.issue}, article {first.position}{also} refer to it.")


def _meant(reference: CrossReference) -> str:
    """The issue in words; empty where neither its number nor a full day is named."""
    if reference.volume and reference.number:
        return f"Volume {reference.volume}, number {reference.number}"
    is_day = reference.date_lower is not None and reference.date_lower == reference.date_upper
    return f"The issue of {Edtf.parse(reference.date).in_words()}" if is_day else ""


def _dates(issues: list[Issue]) -> Iterator[Finding]:
    for issue in issues:
        doubt = _doubt(issue)
        if doubt:
            yield Finding("date", f"{issue}: {doubt}.")
    for one, following in pairwise(issues):
        if one.volume == following.volume and one.date_lower and following.date_upper:
            if following.date_upper < one.date_lower:
                yield Finding("date", f"{following} is dated {following.date}, before {one} of {one.date}.")
            elif one.date == following.date and one.date_lower == one.date_upper:
                yield Finding("date", f"{following} has the same date as {one}: {one.date}.")


def _doubt(issue: Issue) -> str:
    """What is doubtful in one date by itself; empty where nothing is."""
    if not issue.date:
        return "the date is unknown"
    year = issue.derived_year()
    if year and issue.date_lower and issue.date_upper and not _touches(issue, int(year)):
        return f"{issue.date} does not fit its volume, which is of {year}"
    if issue.date_lower is None or issue.date_lower != issue.date_upper:
        return f"no day is known, only {issue.date}"
    if any(mark in issue.date for mark in "~?"):
        return f"the date is marked as doubtful: {issue.date}"
    return "the day is a Sunday" if issue.date_lower.weekday() == 6 else ""


def _touches(issue: Issue, year: int) -> bool:
    return bool(issue.date_lower and issue.date_upper and issue.date_lower.year <= year <= issue.date_upper.year)
