from typing import Any

import pgtrigger
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.functions import Length, Upper
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse

from articles.correction import Corrected, Correction
from articles.history import tracked
from articles.importing.records import LONGEST_TITLE
from articles.models.article_status import ArticleStatus, of_public
from articles.models.guards import JOINED_IS_FINAL, POSITION_STAYS, TEXT_IS_ITS_VERSION, refuse, text_keeps
from articles.models.import_run import ImportRun, made_by_import
from articles.models.issue import Issue
from articles.models.public_change import Touch
from articles.models.public_reason import PublicReason
from articles.models.row import Revisioned, Row
from articles.models.search import search_triggers
from articles.models.touches import Mark, touches
from articles.rights import READ_HIDDEN, may_read_hidden
from articles.text import MAX_CODE_POINTS, Stretch, first_words, normalise, paragraphs, sentences, sha256
from articles.text_change import moves
from articles.verbs import Refused, verb

CORRECT_TEXT = "articles.correct_text"


class ArticleQuerySet(models.QuerySet["Article"]):
    def public(self) -> "ArticleQuerySet":
        """Published articles, and nothing else."""
        return self.filter(of_public())

    def visible_to(self, user: Any) -> "ArticleQuerySet":
        return self if may_read_hidden(user) else self.public()

    def with_issue(self) -> "ArticleQuerySet":
        """Each with its issue and publication, as addresses and headings need them."""
        return self.select_related("issue__publication")

    def standing(self) -> "ArticleQuerySet":
        """Those that are articles of their own: not joined to another."""
        return self.filter(joined_to__isnull=True)

    def in_print_order(self) -> "ArticleQuerySet":
        return self.order_by("issue", "order", "id")


@tracked(without=("text", "import_run"))
class Article(Revisioned):
    """One item of an issue, its text normalised and fixed: every text it ever had is a `TextVersion`.

    Made by the import or by an editor; its text changes by `correct_text()` alone.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="articles")
    position = models.PositiveIntegerField(
        help_text="Part of the permanent address: once public it never passes to another article."
    )
    order = models.PositiveIntegerField(help_text="Where it stands among the items of its issue.")
    title_printed = models.TextField(blank=True, help_text="The headline as printed; empty where none was printed.")
    title = models.TextField(max_length=LONGEST_TITLE, help_text="The headline that readers see.")
    title_is_derived = models.BooleanField(default=False, help_text="The title is the first words of the text.")
    byline = models.CharField(max_length=300, blank=True, help_text="The author as printed, without “By”.")
    section = models.CharField(max_length=200, blank=True)
    text = models.TextField(editable=False)
    text_version = models.PositiveIntegerField(default=1, editable=False)
    text_sha256 = models.CharField(max_length=64, editable=False)
    status = models.CharField(max_length=10, choices=ArticleStatus, default=ArticleStatus.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="When it first became public.")
    joined_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="joined",
        help_text="The article of which its text is a part now.",
    )
    notes = models.TextField(blank=True, help_text="For colleagues; never shown to the public.")
    announces = models.TextField(
        blank=True, editable=False, help_text="Another headline, found at the end of the text."
    )
    import_run = made_by_import("articles")

    objects = ArticleQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["issue", "order", "id"]
        permissions = [
            (READ_HIDDEN.partition(".")[2], "Can read drafts, withdrawn and unreviewed rows, notes and history"),
            ("publish_article", "Can publish and withdraw articles"),
            ("correct_text", "Can correct the text of articles"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["issue", "position"], name="article_is_alone_on_its_position"),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="article_position_is_positive"),
            models.CheckConstraint(condition=models.Q(order__gte=1), name="article_order_is_positive"),
            models.CheckConstraint(condition=~models.Q(title=""), name="article_has_title"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("title"), LONGEST_TITLE), name="article_title_is_bounded"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="article_has_text"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), MAX_CODE_POINTS), name="article_text_is_bounded"
            ),
            models.CheckConstraint(
                condition=~models.Q(
                    text__regex=r"[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|^\n|\n$|\n\n\n"
                ),
                name="article_text_is_normalised",
            ),
            models.CheckConstraint(
                condition=models.Q(text_sha256__regex="^[0-9a-f]{64}$"), name="article_text_hash_is_sha256"
            ),
            models.CheckConstraint(condition=models.Q(text_version__gte=1), name="article_text_version_is_positive"),
            models.CheckConstraint(condition=models.Q(status__in=ArticleStatus.values), name="article_status_is_known"),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "in_review"]) | models.Q(published_at__isnull=False),
                name="article_published_has_time",
            ),
            models.CheckConstraint(
                condition=models.Q(joined_to__isnull=True) | ~models.Q(status="published"),
                name="article_joined_is_not_public",
            ),
            models.CheckConstraint(
                condition=models.Q(title_is_derived=False) | models.Q(title_printed=""),
                name="article_derived_title_only_without_printed",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "issue"], name="article_by_status"),  # public() within an issue
            models.Index(
                OpClass(Upper("title"), name="text_pattern_ops"), name="article_by_beginning"
            ),  # the desk's search by the beginning of a headline
            models.Index(
                fields=["issue", "order", "id"],
                include=["status"],
                condition=models.Q(joined_to__isnull=True),
                name="article_of_the_desk",
            ),  # the desk's queue and its figures, read without the rows
            models.Index(fields=["section"], name="article_by_section"),  # filter section
            models.Index(fields=["-published_at", "-id"], name="article_by_publishing"),  # the feed
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            *touches(
                Mark("articles", without=("revision", "notes", "text")),  # the hash stands for the text
                Mark("issues", Touch.MAYBE, row="issue_id", columns=("issue_id", "status")),
            ),
            *search_triggers(
                "SELECT c.id FROM {rows} c WHERE c.status = 'published'",
                ["title", "text", "section", "status", "issue_id"],
                words=True,
            ),
            pgtrigger.Trigger(
                name="position_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("issue_id", "position"),
                func=POSITION_STAYS,
            ),
            pgtrigger.Trigger(
                name="joined_is_final",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("joined_to_id"),
                condition=pgtrigger.Q(new__joined_to__isnull=False),
                func=JOINED_IS_FINAL,
            ),
            pgtrigger.Trigger(
                name="text_is_its_version",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("text", "text_version"),
                timing=pgtrigger.Deferred,
                func=TEXT_IS_ITS_VERSION,
            ),
            text_keeps("articles_citation"),
            text_keeps("articles_crossreference"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        issue = self.issue
        return reverse("article", args=[issue.publication.slug, issue.volume, issue.number, self.position])

    @property
    def is_public(self) -> bool:
        return self.status == ArticleStatus.PUBLISHED

    @property
    def sentences(self) -> list[Stretch]:
        return sentences(self.text)

    @property
    def paragraphs(self) -> list[Stretch]:
        return paragraphs(self.text)

    def set_text(self, raw: str) -> None:
        """Give a new, unsaved article its text, normalised; without a title the first words stand for one."""
        self.text = normalise(raw)
        self.text_sha256 = sha256(self.text)
        if not self.title:
            self.title, self.title_is_derived = first_words(self.text), True

    def correct_text(
        self,
        raw: str,
        *,
        by: User,
        reason: str,
        public_reason: str = "",
        revision: int | None = None,
        import_run: ImportRun | None = None,
        write: bool = True,
    ) -> Correction:
        """Give the article a new text version; every mark goes along, is flagged or orphaned. A preview writes nothing.

        `import_run` is the one that brought the text. Raises `TextRefused` for a text that cannot be stored,
        `StaleRevision`, and `Refused` where nothing changes.
        """
        with verb(by=by, right=CORRECT_TEXT, reason=reason):
            article = Article.locked(self.pk, revision=revision)
            new = normalise(raw)
            if new == article.text:
                raise Refused("correction_changes_text", "The text is the same as before: nothing to correct.")
            moved = moves(article.text, new)
            share = Corrected.sum(model.corrected(article, moved, write=write) for model in models_on_words())
            correction = Correction(article.text, new, tuple(moved.hunks()), share.changes, share.consequences)
            if write:
                made = {"made_by": by, "import_run": import_run}
                article._write_version(new, reason=reason, public_reason=public_reason, **made)
        return correction

    def _write_version(self, text: str, *, reason: str, public_reason: str, **made: Any) -> None:
        if public_reason not in PublicReason.values or not reason.strip():
            raise Refused("correction_has_reason", "Say why for colleagues, and choose what readers are told.")
        self.text, self.text_sha256, self.text_version = text, sha256(text), self.text_version + 1
        if self.title_is_derived:
            self.title = first_words(text)
        TextVersion.objects.create(
            article=self, number=self.text_version, text=text, reason=reason, public_reason=public_reason, **made
        )
        self.save(update_fields=["text", "text_sha256", "text_version", "title"])


def models_on_words() -> list[Any]:
    """Every table whose rows speak of words of a text, in both apps: those that can go along with a correction."""
    return [m for m in apps.get_models() if hasattr(m, "corrected") and not m._meta.proxy]


def span_models() -> list[Any]:
    """Of these the tables of marks, which have a place of their own."""
    return [m for m in models_on_words() if hasattr(m, "place_on")]


class TextVersionQuerySet(models.QuerySet["TextVersion"]):
    def public(self) -> "TextVersionQuerySet":
        """The current text of published articles; old texts are for editors."""
        return self.filter(of_public("article"), number=models.F("article__text_version"))

    def visible_to(self, user: Any) -> "TextVersionQuerySet":
        return self if may_read_hidden(user) else self.public()


class TextVersion(Row):
    """One text that an article had or has. Written once, never changed; goes only with its article."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True, help_text="For colleagues.")
    public_reason = models.CharField(
        max_length=10, choices=PublicReason, blank=True, help_text="What readers are told."
    )
    import_run = made_by_import("text_versions")

    objects = TextVersionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="text_version_number_is_its_own"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="text_version_number_is_positive"),
            models.CheckConstraint(
                condition=models.Q(number__lte=1, public_reason="")
                | models.Q(number__gt=1, public_reason__in=PublicReason.values),
                name="text_version_correction_has_public_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="goes_with_its_article",
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                func=f"""
                    IF EXISTS (SELECT 1 FROM articles_article a WHERE a.id = OLD.article_id) THEN
                        {refuse("text_version_goes_with_its_article", "Texts of article % stay.", "OLD.article_id")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"Text {self.number} of {self.article}"
