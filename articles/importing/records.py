"""What a parser hands on: articles as read, and problems. Plain frozen values without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.importing.problems import ProblemCode

LONGEST_TITLE = 500
LONGEST_BYLINE = 300
LONGEST_SECTION = 200
LONGEST_PUBLICATION = 200
LONGEST_URL = 2000
BIGGEST_NUMBER = 100_000

FIELDS = (
    "publication",
    "volume",
    "issue",
    "date",
    "date_basis",
    "position",
    "title",
    "title_printed",
    "byline",
    "section",
    "text",
    "url",
    "urls",
    "status",
)


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article as its file gives it: `given` names the fields it speaks of, the others are empty.

    `text` is normalised; `date` is EDTF; `issue` is the number of the issue; `url` stands in `urls` too.
    """

    path: str
    line: int
    text: str
    given: frozenset[str]
    publication: str = ""
    volume: int | None = None
    issue: int | None = None
    date: str = ""
    date_basis: str = "unknown"
    position: int | None = None
    title: str = ""
    title_printed: str = ""
    byline: str = ""
    section: str = ""
    url: str = ""
    urls: tuple[str, ...] = ()
    status: str = ""

    def as_given(self) -> dict[str, Any]:
        """The given fields as an interchange line has them."""
        values = {name: getattr(self, name) for name in FIELDS if name in self.given}
        return values | ({"urls": list(self.urls)} if "urls" in self.given else {})


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, a line or a record is refused, or what an editor should know of one that is taken."""

    path: str
    line: int
    code: ProblemCode
    message: str
    record: Mapping[str, Any] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code.value}: {self.message}"
