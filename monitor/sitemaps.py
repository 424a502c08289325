"""The addresses of all public pages, for crawlers: an index and a map a kind of page, in parts of some thousand."""

from typing import Any

from django.contrib.sitemaps import Sitemap, views
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.models import Article, Issue, NewsSource, Publication
from articles.parameters import values_of
from events.models import Actor, Event, Place


class Pages(Sitemap):
    """The pages that stand for no row."""

    NAMES = (
        *("home", "publications", "articles", "events", "actors", "places", "sources"),
        *("timeline", "map", "codebook", "about"),
    )

    def items(self) -> tuple[str, ...]:
        return self.NAMES

    def location(self, item: str) -> str:
        return reverse(item)


class Rows(Sitemap):
    """The pages of the public rows of a model. No time of change is given: it would tell when hidden work is done."""

    limit = 5000

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows

    def items(self) -> QuerySet[Any]:
        return self.rows.all()

    def location(self, item: Any) -> str:
        return item.get_absolute_url()


SECTIONS = {
    "pages": Pages(),
    "publications": Rows(Publication.objects.public().order_by("id").only("slug")),
    "issues": Rows(
        Issue.objects.public()
        .select_related("publication")
        .order_by("id")
        .only("volume", "number", "publication__slug")
    ),
    "articles": Rows(
        Article.objects.public()
        .with_issue()
        .order_by("id")
        .only("position", "issue__volume", "issue__number", "issue__publication__slug")
    ),
    "events": Rows(Event.objects.public().order_by("id").only("id")),
    "actors": Rows(Actor.objects.public().order_by("id").only("slug")),
    "places": Rows(Place.objects.public().order_by("id").only("slug")),
    "sources": Rows(NewsSource.objects.public().order_by("id").only("slug")),
}


def index(request: HttpRequest) -> HttpResponse:
    """Where the maps are."""
    values_of(request.GET, known=())
    return views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


def section(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses of one kind of page; `p` counts the parts from 1."""
    values_of(request.GET, known=("p",))
    return views.sitemap(request, SECTIONS, section=section)
