from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from articles.dates import Edtf, year_of
from articles.history import because, tracked
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order, earliest_day, latest_day
from articles.models.import_run import made_by_import
from articles.models.public_change import Touch
from articles.models.publication import Publication
from articles.models.row import Revisioned
from articles.models.search import search_triggers
from articles.models.touches import UPDATE, Mark, touches
from articles.rights import may_read_hidden
from articles.verbs import check_rules, verb

CHANGE_ISSUE = "articles.change_issue"


class DateBasis(models.TextChoices):
    """How we know an issue's date."""

    PRINTED = "printed", "Printed"
    DERIVED = "derived", "Derived"
    UNKNOWN = "unknown", "Unknown"


class IssueQuerySet(models.QuerySet["Issue"]):
    def public(self) -> "IssueQuerySet":
        """Those with at least one published article."""
        articles = self.model.articles.rel.related_model.objects.public()
        return self.filter(Exists(articles.filter(issue=OuterRef("pk"))))

    def visible_to(self, user: Any) -> "IssueQuerySet":
        return self if may_read_hidden(user) else self.public()

    def in_print_order(self) -> "IssueQuerySet":
        return self.order_by("publication", "volume", "number")


@tracked(without=("import_run",))
class Issue(Revisioned):
    """One number of a publication, as it was printed. Made by the first article that names it."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="issues")
    volume = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    date = EdtfField(help_text="As printed or derived, such as 1999-06-03; empty where unknown.")
    date_lower = BoundField(of="date", side="lower")
    date_upper = BoundField(of="date", side="upper")
    date_basis = models.CharField(max_length=10, choices=DateBasis, default=DateBasis.UNKNOWN)
    import_run = made_by_import("issues")

    objects = IssueQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["publication", "volume", "number"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "volume", "number"], name="issue_is_one_of_its_number"),
            models.CheckConstraint(condition=models.Q(volume__gte=1), name="issue_volume_is_positive"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="issue_number_is_positive"),
            models.CheckConstraint(
                condition=models.Q(date="", date_basis="unknown")
                | (~models.Q(date="") & models.Q(date_basis__in=["printed", "derived"])),
                name="issue_date_and_basis_agree",
            ),
            bounds_in_order("date", "issue_date_bounds_in_order"),
        ]
        indexes = [
            models.Index(latest_day("date").desc(), F("id").desc(), name="issue_by_newest"),  # lists, newest first
            models.Index(earliest_day("date"), F("id"), name="issue_by_oldest"),  # lists, oldest first
            models.Index(fields=["date_upper"], name="issue_by_last_day"),  # filter after
            models.Index(fields=["date_lower"], name="issue_by_first_day"),  # filters after, before
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            *touches(
                Mark("issues", without=("revision",)),
                Mark("issues", Touch.NAMED, without=("revision",), on=(UPDATE,)),
                Mark(
                    "publications",
                    Touch.MAYBE,
                    row="publication_id",
                    columns=("publication_id",),
                    beside=("id", "issues"),  # one without published articles hides and shows nothing
                ),
            ),
            *search_triggers(
                "SELECT a.id FROM {rows} c JOIN articles_article a ON a.issue_id = c.id AND a.status = 'published'",
                ["date_lower", "date_upper", "publication_id"],
                on=["updated"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication}, vol. {self.volume}, no. {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("issue", args=[self.publication.slug, self.volume, self.number])

    @property
    def date_in_words(self) -> str:
        """The date as a reader reads it; empty where unknown."""
        return Edtf.parse(self.date).in_words() if self.date else ""

    def next_position(self) -> int:
        """The first position behind all that an article of the issue has or ever had."""
        had = self.articles.model.history.rel.related_model.objects.filter(issue=self)
        lasts = [rows.aggregate(last=models.Max("position"))["last"] for rows in (self.articles, had)]
        return 1 + max(last or 0 for last in lasts)

    def derived_year(self) -> str:
        """The year that follows from the publication's first year; empty where that is unknown."""
        return year_of(self.volume, self.publication.first_year)

    def set_date(
        self, date: str, *, basis: str, by: User, reason: str = "", revision: int | None = None, write: bool = True
    ) -> int:
        """Date the issue; dates that hang on it are read again or marked. The number of rows that this touches.

        A preview (`write=False`) writes nothing. Raises `DateRefused`, `StaleRevision`, and `Refused` by the rules.
        """
        with verb(by=by, right=CHANGE_ISSUE, reason=reason):
            return self._redate(date, basis, revision=revision, write=write)

    def derive_date(self, date: str, *, by: User | None, reason: str, revision: int) -> int:
        """Date the issue by a rule that a command applies; as `set_date`, but nobody need stand for it."""
        if by is not None:
            return self.set_date(date, basis=DateBasis.DERIVED, by=by, reason=reason, revision=revision)
        with transaction.atomic(), because(by=None, reason=reason):
            touched = self._redate(date, DateBasis.DERIVED, revision=revision, write=True)
            check_rules()
        return touched

    def _redate(self, date: str, basis: str, *, revision: int | None, write: bool) -> int:
        issue = Issue.locked(self.pk, revision=revision)
        issue.date, issue.date_basis = str(Edtf.parse(date)) if date else "", basis
        if write:
            issue.save(update_fields=["date", "date_basis"])
        return sum(model.redated(issue, write=write) for model in dated_models())


def dated_models() -> list[Any]:
    """Every table of dates read from words, in both apps: those that can go along with a new date of their issue."""
    return [m for m in apps.get_models() if hasattr(m, "redated") and not m._meta.proxy]
