"""How many events there were in each month or year, beside how much was printed then."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.urls import reverse

from articles.dates import MONTHS
from articles.filters import ArticleFilters, filtered
from articles.models import Article
from articles.pages.listing import Way, asked
from articles.parameters import ParameterError, ParametersRefused, only
from events.filters import EventFilters
from events.models import Event
from events.pages.chart import Chart, drawn

BY = {"month": "By month", "year": "By year"}
MOST_MONTHS = 120  # beyond that, a list by year comes first
OWN = ("by",)
WINDOW = ("after", "before", "match")
OF_PRINT = ("publication",)  # what narrows the articles as well, against which events are counted

Span = tuple[int, int]  # first and last month, counted from year 0


class Period(NamedTuple):
    """A month or year: how many events lie in it, for how many articles printed then."""

    words: str
    href: str
    inside: str  # the timeline of its months, for a year
    events: int
    articles: int
    rate: float | None  # events for every hundred articles; None where nothing is kept
    year: int
    begins_year: bool

    @property
    def events_said(self) -> str:
        return f"{self.events:,}"

    @property
    def articles_said(self) -> str:
        return f"{self.articles:,}"

    @property
    def rate_said(self) -> str:
        return "nothing kept" if self.rate is None else f"{self.rate:.0f}"


class Counts(NamedTuple):
    """Rows by the first and last month in which they may lie; those without such bounds are only numbered."""

    spans: Mapping[Span, int]
    unbounded: int


@dataclass(frozen=True)
class Timeline:
    """The periods for which something is kept, with the gaps between them, and what lies in none."""

    periods: Sequence[Period]
    by: str
    ways: Sequence[Way]
    earlier: Way | None
    later: Way | None
    unplaced: int

    @property
    def gaps(self) -> int:
        return sum(period.rate is None for period in self.periods)

    @property
    def backwards(self) -> Sequence[Period]:
        """The newest first, as a table has them."""
        return self.periods[::-1]


def timeline_of(query: QueryDict) -> Timeline:
    """The events that `query` asks for, over time. Raises ParametersRefused."""
    events, articles = counted_events(query), counted_articles(query)
    span = meeting(covered(articles) or covered(events), window_of(query))
    by = chosen(query) or ("month" if span[1] - span[0] < MOST_MONTHS else "year")
    step = 1 if by == "month" else 12
    first, last = span[0] // step, span[1] // step
    told, printed = placed(events, step), placed(articles, step)
    links = Links(query, by)
    periods = [period(number, told[number], printed[number], links) for number in range(first, last + 1)]
    within = sum(item.events for item in periods)
    before = sum(n for number, n in told.items() if number < first)
    after = sum(n for number, n in told.items() if number > last)
    return Timeline(
        periods=periods,
        by=by,
        ways=[Way(words, asked(query, put=("by", name)), name == by) for name, words in BY.items()],
        earlier=links.beyond(before, first - 1, "before") if before else None,
        later=links.beyond(after, last + 1, "after") if after else None,
        unplaced=sum(events.spans.values()) + events.unbounded - within - before - after,
    )


def chart_of(timeline: Timeline) -> Chart:
    return drawn(timeline.periods)


def chosen(query: QueryDict) -> str:
    """Months or years, as the query string says; empty where it says nothing."""
    if "by" not in query:
        return ""
    try:
        if (by := only(query.getlist("by"))) in BY:
            return by
    except ValueError as problem:
        raise ParametersRefused([ParameterError("by", str(problem))]) from None
    raise ParametersRefused([ParameterError("by", f"There is no such step here. Known ones: {', '.join(BY)}.")])


def counted_events(query: QueryDict) -> Counts:
    """Those that the query asks for, whenever they were: its window only says what is drawn."""
    kept = query.copy()
    for name in (*OWN, *WINDOW):
        kept.pop(name, None)
    return counted(filtered(kept, Event.objects.shown(), EventFilters), "date")


def counted_articles(query: QueryDict) -> Counts:
    kept = QueryDict(mutable=True)
    for name in OF_PRINT:
        kept.setlist(name, query.getlist(name)) if name in query else None
    return counted(filtered(kept, Article.objects.public(), ArticleFilters), "issue__date")


def counted(rows: QuerySet, field: str) -> Counts:
    """One statement however many rows there are, by days: grouping by what stands in the index costs least."""
    days = rows.order_by().values_list(f"{field}_lower", f"{field}_upper")
    spans: Counter[Span] = Counter()
    unbounded = 0
    for first, last, n in days.annotate(n=Count("*")):
        if first and last:
            spans[month_number(first), month_number(last)] += n
        else:
            unbounded += n
    return Counts(spans, unbounded)


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def covered(counts: Counts) -> Span | None:
    """From the first month that holds something to the last."""
    within = [span for span in counts.spans if span[0] == span[1]] or list(counts.spans)
    return (min(first for first, _ in within), max(last for _, last in within)) if within else None


def window_of(query: QueryDict) -> Span:
    """The months that `after` and `before` leave."""
    narrowing = EventFilters(query, Event.objects.none())
    narrowing.narrowed({name: query.getlist(name) for name in WINDOW if name in query})
    days = {name: values[0] for name, values in narrowing.read.items() if name != "match"}
    return month_number(days.get("after", date.min)), month_number(days.get("before", date.max))


def meeting(span: Span | None, window: Span) -> Span:
    """What both leave; an empty span where they do not meet."""
    return (max(span[0], window[0]), min(span[1], window[1])) if span else (0, -1)


def placed(counts: Counts, step: int) -> Counter[int]:
    """What lies in one period as a whole, by its number."""
    found: Counter[int] = Counter()
    for (first, last), n in counts.spans.items():
        if first // step == last // step:
            found[first // step] += n
    return found


@dataclass(frozen=True)
class Links:
    """Where a period leads: to its events, counted as the timeline counts them."""

    query: QueryDict
    by: str

    def to(self, number: int) -> str:
        written = self.written(number)
        return self.events([("after", written), ("before", written)])

    def months_of(self, year: int) -> str:
        kept = asked(self.query, without=(*OWN, *WINDOW)).removeprefix("?")
        window = f"by=month&after={self.written(year)}&before={self.written(year)}"
        return f"{reverse('timeline')}?{kept}{'&' if kept else ''}{window}"

    def beyond(self, count: int, number: int, side: str) -> Way:
        return Way(f"{count:,}", self.events([(side, self.written(number))]))

    def events(self, window: Iterable[tuple[str, str]]) -> str:
        kept = self.query.copy()
        for name in (*OWN, *WINDOW):
            kept.pop(name, None)
        for name, value in (*window, ("match", "certain")):
            kept[name] = value
        return f"{reverse('events')}?{kept.urlencode()}"

    def written(self, number: int) -> str:
        """The period as a filter takes it."""
        return f"{number:04}" if self.by == "year" else f"{number // 12:04}-{number % 12 + 1:02}"

    def said(self, number: int) -> str:
        return str(number) if self.by == "year" else f"{MONTHS[number % 12]} {number // 12}"


def period(number: int, events: int, articles: int, links: Links) -> Period:
    by_year = links.by == "year"
    return Period(
        words=links.said(number),
        href=links.to(number) if events else "",
        inside=links.months_of(number) if by_year and (events or articles) else "",
        events=events,
        articles=articles,
        rate=100 * events / articles if articles else None,
        year=number if by_year else number // 12,
        begins_year=by_year or number % 12 == 0,
    )
