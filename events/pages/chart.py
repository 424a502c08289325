"""Bars over time as SVG draws them: across in per cent of the width, so that letters keep their size anywhere."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

HEIGHT = 160  # of the tallest bar, in pixels
FULL = 100.0
WIDEST = 12.0  # per cent of the width that one bar may take
KEPT_FREE = 0.2  # of the step between two bars
MOST_YEARS = 16  # that are written below; of more, every second, third…


class Measured(Protocol):
    """A period as a bar shows it; `rate` is None where nothing is kept."""

    @property
    def words(self) -> str: ...
    @property
    def href(self) -> str: ...
    @property
    def events(self) -> int: ...
    @property
    def articles(self) -> int: ...
    @property
    def rate(self) -> float | None: ...
    @property
    def year(self) -> int: ...
    @property
    def begins_year(self) -> bool: ...


class Bar(NamedTuple):
    """One bar with what it says to a pointer; a gap is as tall as the chart."""

    x: str
    width: str
    y: str
    height: str
    href: str
    words: str
    is_gap: bool


class Label(NamedTuple):
    """A year under the bars; a `minor` one is left out where there is little room."""

    x: str
    words: str
    minor: bool


class Chart(NamedTuple):
    """What a template draws."""

    bars: Sequence[Bar]
    labels: Sequence[Label]
    height: int
    foot: int


def drawn(periods: Sequence[Measured]) -> Chart:
    step = min(FULL / len(periods), WIDEST) if periods else FULL
    top = max((period.rate or 0 for period in periods), default=0) or 1
    return Chart(
        bars=[bar(number, period, step, top) for number, period in enumerate(periods)],
        labels=labels(periods, step),
        height=HEIGHT,
        foot=HEIGHT + 24,
    )


def bar(number: int, period: Measured, step: float, top: float) -> Bar:
    is_gap = period.rate is None
    height = HEIGHT if is_gap else max(HEIGHT * (period.rate or 0) / top, 1.0 if period.events else 0.0)
    free = 0.0 if is_gap else step * KEPT_FREE
    return Bar(
        x=f"{number * step + free / 2:.3g}%" if number * step < 10 else f"{number * step + free / 2:.4g}%",
        width=f"{step - free:.3g}%",
        y=f"{HEIGHT - height:.1f}",
        height=f"{height:.1f}",
        href=period.href,
        words=said(period),
        is_gap=is_gap,
    )


def said(period: Measured) -> str:
    if period.rate is None:
        return f"{period.words}: no article is kept"
    return f"{period.words}: {counted(period.events, 'event')}, {counted(period.articles, 'article')}"


def counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def labels(periods: Sequence[Measured], step: float) -> list[Label]:
    """The year where each begins; the first period's own, where the next year is not close."""
    begins = [(number, period) for number, period in enumerate(periods) if period.begins_year]
    if periods and not periods[0].begins_year and (not begins or begins[0][0] * step > 6):
        begins.insert(0, (0, periods[0]))
    every = -(-len(begins) // MOST_YEARS)
    return [
        Label(f"{number * step:.4g}%", str(period.year), minor=bool(place % 2))
        for place, (number, period) in enumerate(begins[:: every or 1])
    ]
