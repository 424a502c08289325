"""Right, wrong and missed, counted; and shares of a whole."""

from dataclasses import dataclass


@dataclass
class Tally:
    """Micro-averaged counts of one recogniser."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Counts of one more article."""
        self.right, self.wrong, self.missed = self.right + right, self.wrong + wrong, self.missed + missed

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass
class Share:
    """How many of a whole."""

    part: int = 0
    whole: int = 0

    def add(self, holds: bool) -> None:
        """One more, of which something holds or not."""
        self.part, self.whole = self.part + holds, self.whole + 1

    @property
    def share(self) -> float:
        return _share(self.part, self.whole)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
