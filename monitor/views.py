"""The first page of the site."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.views.generic import TemplateView

from articles.models import Article, Issue, NewsSource, Publication
from articles.pages import contents
from articles.pages.strict_page import StrictPage
from events.models import Event
from events.pages.specimen import newest_specimen


class Home(StrictPage, TemplateView):
    """The promise, a sentence that keeps it, what came last, and the ways in."""

    template_name = "monitor/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            specimen=newest_specimen(),
            issues=contents.newest_issues(),
            publications=Publication.objects.public(),
            issue_count=Issue.objects.public().count(),
            article_count=Article.objects.public().count(),
            event_count=Event.objects.public().count(),
            source_count=NewsSource.objects.public().count(),
            **kwargs,
        )


class About(StrictPage, TemplateView):
    """How the record is made, its terms, and how to say that something is wrong."""

    template_name = "monitor/about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        publications = Publication.objects.public().order_by("title", "id")
        return super().get_context_data(publications=publications, contact=settings.CONTACT, **kwargs)


class Robots(StrictPage, TemplateView):
    """What crawlers may read: every page, but not every way to narrow a list."""

    template_name = "robots.txt"
    content_type = "text/plain; charset=utf-8"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sitemap=self.request.build_absolute_uri(reverse("sitemap")), **kwargs)
