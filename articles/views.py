"""The public pages of what was printed."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, ListView, RedirectView, TemplateView

from articles import bibliography
from articles.filters import PublicationFilters, SourceFilters
from articles.models import Article, Issue, NewsSource, Publication, QuotePolicy
from articles.pages import calendars, cite, cited, contents
from articles.pages.corrections import corrections_of
from articles.pages.cross_links import articles_referring_to, cross_links, each_once
from articles.pages.linked_data import linked_data, news_article
from articles.pages.list_page import ListPage
from articles.pages.run import run_of
from articles.pages.strict_page import KeptPage, StrictPage

PUBLICATIONS = {"here": "publications"}
SOURCES = {"here": "sources"}


class PublicationList(ListPage):
    template_name = "articles/publication_list.html"
    filterset = PublicationFilters
    extra_context = PUBLICATIONS

    def public_rows(self) -> QuerySet[Publication]:
        return contents.with_counts(Publication.objects.public())


class PublicationPage(StrictPage, DetailView):
    template_name = "articles/publication.html"
    context_object_name = "publication"
    queryset = contents.with_counts(Publication.objects.public())
    extra_context = PUBLICATIONS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=run_of(self.object), months=calendars.SHORT_MONTHS, **kwargs)


class VolumePage(StrictPage, ListView):
    """The issues of a volume; a volume without a public issue is not found."""

    template_name = "articles/volume.html"
    context_object_name = "issues"
    allow_empty = False
    extra_context = PUBLICATIONS

    def get_queryset(self) -> QuerySet[Issue]:
        self.publication = get_object_or_404(Publication.objects.public(), slug=self.kwargs["slug"])
        issues = contents.issues_of(self.publication).filter(volume=self.kwargs["volume"])
        return contents.issues_with_counts(issues.select_related("publication"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        volume = self.kwargs["volume"]
        turn = contents.turn_of_volume(self.publication, volume)
        return super().get_context_data(publication=self.publication, volume=volume, turn=turn, **kwargs)


class IssuePage(StrictPage, DetailView):
    template_name = "articles/issue.html"
    context_object_name = "issue"
    extra_context = PUBLICATIONS

    def get_object(self, queryset: Any = None) -> Issue:
        return get_object_or_404(
            Issue.objects.public().select_related("publication"),
            publication__slug=self.kwargs["slug"],
            volume=self.kwargs["volume"],
            number=self.kwargs["number"],
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            items=contents.items_of(self.object), turn=contents.turn_of_issue(self.object), **kwargs
        )


class ArticlePage(StrictPage, DetailView):
    template_name = "articles/article.html"
    context_object_name = "article"
    extra_context = PUBLICATIONS

    def get_object(self, queryset: Any = None) -> Article:
        return printed_at(**self.kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article = self.object
        items = list(contents.headlines_of(article.issue))
        place = items.index(article)
        links = cross_links(article)
        reference = cite.reference_of(article, self.request.build_absolute_uri(article.get_absolute_url()))
        return super().get_context_data(
            issue=article.issue,
            reference=reference,
            meta_tags=bibliography.meta_tags(reference),
            linked_data=linked_data(news_article(reference)),
            cited_as={
                "As a note": bibliography.notes_style(reference),
                "Author and date": bibliography.author_date(reference),
            },
            files=[(form.label, f"index.{name}", form.content_type) for name, form in cite.FILES.items()],
            turn=contents.turn_of_item(place, items),
            place=place + 1,
            item_count=len(items),
            sources=cited.sources_of(article),
            cross_links=links,
            refers_to=each_once(links),
            referring=articles_referring_to(article),
            corrections=corrections_of(article),
            **kwargs,
        )


def printed_at(slug: str, volume: int, number: int, position: int) -> Article:
    """The public article at that address. Raises Http404."""
    return get_object_or_404(
        Article.objects.public().with_issue(),
        issue__publication__slug=slug,
        issue__volume=volume,
        issue__number=number,
        position=position,
    )


class CitationFile(StrictPage):
    """The article as a reference manager takes it."""

    suffix = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        article, form = printed_at(**kwargs), cite.FILES[self.suffix]
        reference = cite.reference_of(article, request.build_absolute_uri(article.get_absolute_url()))
        name = f"{reference.key}.{self.suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(form.write(reference), content_type=form.content_type, headers=headers)


class ArticleText(StrictPage):
    """The article as a text file, where the publication lets whole texts leave their page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        article = printed_at(**kwargs)
        reference = cite.reference_of(article, request.build_absolute_uri(article.get_absolute_url()))
        leaves = article.issue.publication.quote_policy == QuotePolicy.FULL
        text = article.text if leaves else f"The words of this article are read on its page: {reference.address}"
        return HttpResponse(cite.plain_text(article, reference, text), content_type="text/plain; charset=utf-8")


class ArticleById(StrictPage, RedirectView):
    """A program that knows an article's id finds its permanent address."""

    permanent = True

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        return get_object_or_404(Article.objects.public().with_issue(), pk=kwargs["pk"]).get_absolute_url()


class CalendarPage(StrictPage, TemplateView):
    """A year of issues, day by day; a year without one is not found."""

    template_name = "articles/calendar.html"
    extra_context = {**PUBLICATIONS, "weekdays": calendars.WEEKDAYS}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        calendar = calendars.year_of(self.kwargs["year"], Issue.objects.public())
        if calendar is None:
            raise Http404
        return super().get_context_data(calendar=calendar, **kwargs)


class SourceList(ListPage):
    template_name = "articles/source_list.html"
    filterset = SourceFilters
    extra_context = SOURCES

    def public_rows(self) -> QuerySet[NewsSource]:
        return contents.sources_with_counts(NewsSource.objects.public())


class SourcePage(KeptPage):
    """A source with the places that cite it."""

    template_name = "articles/source.html"
    context_object_name = "source"
    queryset = NewsSource.objects.select_related("merged_into")
    parameters = ("cursor", "page_size")
    extra_context = SOURCES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=cited.places_of(self.object, self.request.GET), **kwargs)
