import re
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, reverse

from articles.admin import rearranging
from articles.admin.correction_page import correction_page
from articles.admin.restoring import Restores
from articles.admin.revisioned import RevisionedAdmin, RevisionedForm
from articles.admin.text_changes import text_changes
from articles.models import Article
from articles.models.article import CORRECT_TEXT
from articles.moving import CHANGE_ARTICLE
from articles.restoring import restore_article

# By columns, not by what they refer to: one index gives the first page, no sorting of all articles.
IN_PRINT = ["issue__publication_id", "issue__volume", "issue__number", "order", "id"]
REPORTS = "admin:events_articletoannotate"
ADDRESS = re.compile(r"(\d{1,9})\s*[/ ]\s*(\d{1,9})(?:\s*[/ ]\s*(\d{1,9}))?")  # 5/107, or 5/107/2 for one article


def read_text(article: Article) -> str:
    """The text in reading type, its paragraphs and sentences numbered, to look at and copy from."""
    text, sentences = article.text, list(enumerate(article.sentences, start=1))
    blocks = [
        [(n, text[s.start : s.end]) for n, s in sentences if block.start <= s.start < block.end]
        for block in article.paragraphs
    ]
    return render_to_string("admin/articles/_text.html", {"blocks": blocks})


class ArticleForm(RevisionedForm):
    """An article without its text. A headline that somebody types is no longer the first words of the text."""

    class Meta:
        model = Article
        fields = "__all__"  # the admin's fieldsets say which

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed = {"title", "title_printed"} & set(self.changed_data)
        if self.instance.title_is_derived and typed:
            self._take_headline(cleaned, typed)
        return cleaned

    def _take_headline(self, cleaned: dict[str, Any], typed: set[str]) -> None:
        if "title" not in typed and cleaned.get("title_printed"):
            cleaned["title"] = cleaned["title_printed"]
            self.changed_data.append("title")
        self.instance.title_is_derived = False
        self.changed_data.append("title_is_derived")


class JoinedFilter(admin.SimpleListFilter):
    """Articles that are part of another one are out of the way until somebody asks for them."""

    title = "joined"
    parameter_name = "joined"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Part of another article")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(joined_to__isnull=False) if self.value() == "yes" else queryset.standing()


@admin.register(Article)
class ArticleAdmin(RevisionedAdmin):
    form = ArticleForm
    list_display = ["title", "issue", "position", "section", "status", "text_version"]
    list_filter = ["status", JoinedFilter, "issue__publication"]
    list_select_related = ["issue__publication"]
    ordering = IN_PRINT
    search_fields = ["title__istartswith"]
    restores = Restores(
        CHANGE_ARTICLE,
        restore_article,
        "Headline, byline, section and notes become what they were then. The text comes back from its versions.",
    )
    search_help_text = "The beginning of the headline, or volume and number such as 5/107."
    readonly_fields = [
        "text_shown",
        "title_is_derived",
        "status",
        "text_version",
        "published_at",
        "announces",
        "issue",
        "position",
        "order",
        "joined_to",
    ]
    fieldsets = [
        (None, {"fields": ["issue", ("position", "order"), ("status", "published_at"), "text_version", "joined_to"]}),
        ("Headline", {"fields": ["title", "title_printed", "title_is_derived", "byline", "section"]}),
        ("For colleagues", {"fields": ["notes", "announces"]}),
        ("Text", {"fields": ["text_shown"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Lists need no texts."""
        return super().get_queryset(request).defer("text")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By headline or address; one that is part of another is not offered where a form asks for an article."""
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.standing()
        address = ADDRESS.fullmatch(search_term.strip())
        if not address:
            return super().get_search_results(request, queryset, search_term)
        names = ("issue__volume", "issue__number", "position")
        given = {name: int(number) for name, number in zip(names, address.groups(), strict=True) if number}
        return queryset.filter(**given), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come by import, which normalises their text and finds their citations."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """One at a time, and none that readers see; the database keeps those that a report names."""
        return super().has_delete_permission(request, obj) and obj is not None and not obj.is_public

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[str], Any]:
        """Texts and citations, which nobody deletes by themselves, go with their article; reports protect it."""
        shown, counts, _, protected = super().get_deleted_objects(objs, request)
        return shown, counts, set(), protected

    @admin.display(description="Text")
    def text_shown(self, article: Article) -> str:
        return read_text(article)

    def get_urls(self) -> list[URLPattern]:
        pages = [self.page_of_row(name, self.view_of(name)) for name in rearranging.OF_ARTICLE]
        return [self.page_of_row("correct", self.correct_view), *pages, *super().get_urls()]

    def view_of(self, name: str) -> Any:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            article = self.get_object(request, object_id)
            if article is None:
                raise Http404
            back = reverse("admin:articles_article_change", args=[object_id])
            return rearranging.OF_ARTICLE[name](article).answer(request, self, article, back)

        return view

    def buttons(self, request: HttpRequest, obj: Article) -> list[tuple[str, str]]:
        shown = [] if obj.joined_to_id else [("Reports", reverse(f"{REPORTS}_change", args=[obj.pk]))]
        if request.user.has_perm(CORRECT_TEXT):
            shown.insert(0, ("Correct the text", reverse("admin:articles_article_correct", args=[obj.pk])))
        if rearranging.may_rearrange(request) and not obj.joined_to_id:
            pages = rearranging.TITLES.items()
            shown += [(title, reverse(f"admin:articles_article_{name}", args=[obj.pk])) for name, title in pages]
        lists = {"textversion": "Text versions", "citation": "Citations", "crossreference": "Cross references"}
        of_article = f"?article__id__exact={obj.pk}"
        return [
            *shown,
            *((label, reverse(f"admin:articles_{name}_changelist") + of_article) for name, label in lists.items()),
        ]

    def changes_shown(self, request: HttpRequest, row: Article) -> list[Any]:
        """Among the writes to the row the texts that it had, each against the one before."""
        changes = [*super().changes_shown(request, row), *text_changes(row, request)]
        return sorted(changes, key=lambda change: change.when, reverse=True)

    def correct_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        return correction_page(request, self, article)
