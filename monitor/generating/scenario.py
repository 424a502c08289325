"""The whole made-up archive as a plan: the same numbers give the same archive, batch by batch."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from monitor.generating.article import Article, Writer
from monitor.generating.cast import Cast
from monitor.generating.happenings import Event, Happenings, Report
from monitor.generating.places import Places
from monitor.generating.timetable import Issue, issues, spread
from monitor.generating.vocabulary.sources import DIGESTS

ARTICLES_A_BATCH = 200


@dataclass(frozen=True, slots=True)
class Batch:
    """Some weeks of the run: events are reported, and issues referred to, within them only."""

    issues: list[Issue]
    articles: list[Article]
    events: list[Event]


class Scenario:
    """The archive of `articles` articles in `publications` digests that report `events` events."""

    def __init__(self, *, articles: int, events: int, seed: int, publications: int = 4) -> None:
        self.seed = f"{seed}:{articles}:{events}:{publications}"
        self.articles, self.events = articles, events
        self.digests = DIGESTS[:publications]
        self.cast = Cast(self.seed, articles)
        self.places = Places(self.seed, articles)
        self._issues = list(_batches(issues(self.digests, articles, self.seed)))
        sizes = [sum(issue.articles for issue in batch) for batch in self._issues]
        self._events = spread(events, sizes)
        self._first = [0, *accumulate(self._events)]

    def __len__(self) -> int:
        return len(self._issues)

    def batch(self, number: int) -> Batch:
        """The batch of that number, from 0."""
        random, run = Random(f"{self.seed}:{number}"), self._issues[number]
        places = [(n, position) for n, issue in enumerate(run) for position in range(1, issue.articles + 1)]
        happenings = Happenings(self.cast, self.places, [run[n] for n, _ in places], random)
        events = list(happenings.events(self._first[number], self._events[number]))
        stories: list[list[tuple[Event, Report]]] = [[] for _ in places]
        for event in events:
            for report in event.reports:
                stories[report.article].append((event, report))
        writer = Writer(self.cast, self.digests, run, random)
        articles = [writer.write(n, at, told) for (n, at), told in zip(places, stories, strict=True)]
        return Batch(run, articles, events)


def _batches(run: list[Issue]) -> Iterator[list[Issue]]:
    batch: list[Issue] = []
    size = 0
    for issue in run:
        batch.append(issue)
        size += issue.articles
        if size >= ARTICLES_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
