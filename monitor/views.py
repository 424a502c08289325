"""The first page of the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.generic import TemplateView

from articles.models import Publication
from articles.pages.strict_page import StrictPage
from articles.parameters import ParametersRefused
from articles.search.searching import OWN
from events.filters import ArticleEventFilters
from monitor.front_page import front_page
from monitor.search_page import results_of


class Home(StrictPage, TemplateView):
    """The promise, a sentence that keeps it, what came last, and the ways in."""

    template_name = "monitor/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**front_page(timezone.localdate()), **kwargs)


class Search(StrictPage, TemplateView):
    """What articles have these words, with what narrows them; without words, how to ask."""

    template_name = "monitor/search.html"
    parameters = (*ArticleEventFilters.base_filters, *OWN)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.getlist("q") == [""]:  # the field, sent as it stood
            return redirect("search")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except ParametersRefused as refusal:
            if {error.parameter for error in refusal.errors} != {"q"}:
                raise
            refused = " ".join(error.message for error in refusal.errors)
            return self.render_to_response(self.page(refused=refused), status=400)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET
        return self.page(results=results_of(query) if query else None, **kwargs)

    def page(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET
        kept = [(name, value) for name, values in query.lists() for value in values if name not in ("q", "cursor")]
        asked = query.get("q", "")
        return super().get_context_data(
            asked=asked, kept=kept, query=query, only_words=urlencode({"q": asked}), **kwargs
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
