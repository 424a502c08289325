"""The figures of a gold set, as a table for people and as plain data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from events.suggestions.candidate import Candidate
from events.suggestions.lexicon import Lexicon
from events.suggestions.measuring.gold import Gold
from events.suggestions.measuring.happenings import measure_events
from events.suggestions.measuring.spans import measure_spans
from events.suggestions.measuring.tally import Share, Tally
from events.suggestions.suggest import suggest

CONFUSIONS = 20  # lines of the table


@dataclass
class Figures:
    """What was counted over the articles of a set."""

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Gold, found: Sequence[Candidate]) -> None:
        """The suggestions for one article."""
        self.articles += 1
        measure_spans(gold, found, self.tallies, self.shares)
        measure_events(gold, found, self.tallies, self.shares, self.confusion)

    def as_data(self) -> dict[str, Any]:
        """The same names as in the table."""
        tallies = {
            name: {
                "right": one.right,
                "wrong": one.wrong,
                "missed": one.missed,
                "precision": round(one.precision, 4),
                "recall": round(one.recall, 4),
                "f1": round(one.f1, 4),
            }
            for name, one in self.tallies.items()
        }
        shares = {
            name: {"part": one.part, "whole": one.whole, "share": round(one.share, 4)}
            for name, one in self.shares.items()
        }
        pairs = [{"gold": gold, "suggested": guess, "count": count} for (gold, guess), count in self._confused()]
        return {"articles": self.articles, "recognisers": tallies, "shares": shares, "confusion": pairs}

    def table(self) -> str:
        """Lines for a terminal."""
        lines = [
            f"articles: {self.articles}",
            "",
            f"{'recogniser':24}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'wrong':>7}{'missed':>7}",
        ]
        lines += [
            f"{name:24}{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}{one.right:7}{one.wrong:7}{one.missed:7}"
            for name, one in self.tallies.items()
        ]
        lines += ["", *(f"{name:40}{one.share:7.3f}  {one.part} of {one.whole}" for name, one in self.shares.items())]
        lines += ["", "types confused (annotated: suggested first)"]
        lines += [f"{gold:12} {guess:12}{count:4}" for (gold, guess), count in self._confused()[:CONFUSIONS]]
        return "\n".join(lines)

    def _confused(self) -> list[tuple[tuple[str, str], int]]:
        wrong = [(pair, count) for pair, count in self.confusion.items() if pair[0] != pair[1]]
        return sorted(wrong, key=lambda item: (-item[1], item[0]))


def measure(golds: Iterable[Gold], lexicon: Lexicon) -> Figures:
    """The figures of these articles with these names known."""
    figures = Figures()
    for gold in golds:
        figures.add(gold, suggest(gold.text, gold.issued, lexicon))
    return figures
