"""What every form of a citation says, and a printed date as citations can write it."""

from dataclasses import dataclass

from articles.dates import Edtf, Form, Point

DateParts = tuple[int, ...]  # a year, a year and a month, or a day


@dataclass(frozen=True)
class Reference:
    """An article as something to be cited: which text was read, where it was printed, where it is kept.

    `date` is EDTF, empty where unknown; `slug` and the three numbers make its key.
    """

    slug: str
    volume: int
    number: int
    position: int
    title: str
    digest: str
    date: str
    author: str
    section: str
    publisher: str
    language: str
    licence: str
    text_version: int
    address: str

    @property
    def key(self) -> str:
        """The name under which a bibliography keeps it."""
        return f"{self.slug}-{self.volume}-{self.number}-{self.position}"

    @property
    def headline(self) -> str:
        """The title without a final stop, as citations put their own."""
        return self.title.removesuffix(".") if not self.title.endswith("..") else self.title

    @property
    def note(self) -> str:
        return f"Item {self.position}. Text version {self.text_version}"

    @property
    def date_in_words(self) -> str:
        return Edtf.parse(self.date).in_words() if self.date else ""

    @property
    def dates(self) -> tuple[DateParts, ...]:
        """One date, or the two ends of a span, as far as numbers can say it; nothing where the year is unknown."""
        if not self.date:
            return ()
        value = Edtf.parse(self.date)
        if value.form is Form.MOMENT or not value.year_known:
            return _year_alone(value)
        ends = [point for point in (value.start, value.end) if point]
        found = tuple(dict.fromkeys(_parts(point) for point in ends))
        return found if found else ()

    @property
    def is_doubtful(self) -> bool:
        """Whether the date is approximate or uncertain."""
        return any(sign in self.date for sign in "~?")


def _parts(point: Point) -> DateParts:
    assert point.year is not None
    if point.part is None or point.part > 12:  # seasons and quarters are no months
        return (point.year,)
    return (point.year, point.part, point.day) if point.day else (point.year, point.part)


def _year_alone(value: Edtf) -> tuple[DateParts, ...]:
    lower, upper = value.lower, value.upper
    return ((lower.year,),) if lower and upper and lower.year == upper.year else ()
