"""What a correction of a text does, said before and after it is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.text_change import Hunk, Outcome


@dataclass(frozen=True)
class SpanChange:
    """What becomes of one mark: `kind` as people call it, its words before, and after where it keeps a place."""

    kind: str
    pk: int
    outcome: Outcome
    old_quote: str
    new_quote: str = ""


@dataclass(frozen=True)
class Correction:
    """A corrected text beside the old one, the marks it touches, and what follows for reports and events."""

    old: str
    new: str
    hunks: tuple[Hunk, ...]
    changes: tuple[SpanChange, ...]
    consequences: tuple[str, ...]

    def of(self, outcome: Outcome) -> list[SpanChange]:
        return [change for change in self.changes if change.outcome == outcome]


@dataclass(frozen=True)
class Corrected:
    """One table's share of a correction."""

    changes: tuple[SpanChange, ...] = ()
    consequences: tuple[str, ...] = ()

    @classmethod
    def sum(cls, parts: Iterable["Corrected"]) -> "Corrected":
        shares = list(parts)
        return cls(
            tuple(change for share in shares for change in share.changes),
            tuple(consequence for share in shares for consequence in share.consequences),
        )
