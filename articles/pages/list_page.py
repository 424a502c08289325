"""A list of a resource that anybody can filter: the filter language of the API on a page."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView

from articles.exports.formats import CSV, JSON_LINES, Format
from articles.filters import StrictFilterSet
from articles.pages.listing import Facet, Listing, Way, letters, listing_of
from articles.pages.strict_page import StrictPage
from articles.paging import PARAMETERS


class ListPage(StrictPage, TemplateView):
    """The public rows of a resource: filtered, in a chosen order, a page at a time."""

    filterset: ClassVar[type[StrictFilterSet]]
    forms: ClassVar[tuple[Format, ...]] = (CSV, JSON_LINES)  # in which the API streams it whole

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.parameters = (*self.filterset.base_filters, *PARAMETERS)
        return super().dispatch(request, *args, **kwargs)

    def public_rows(self) -> QuerySet:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listing = listing_of(self.public_rows(), self.request.GET, self.filterset)
        return super().get_context_data(
            listing=listing,
            rows=self.shown(listing),
            facets=self.facets(listing),
            letters=self.letters(listing),
            as_data=self.as_data(listing),
            **kwargs,
        )

    def as_data(self, listing: Listing) -> list[Way]:
        """The same list as the API gives it, in each of its forms."""
        address = reverse(f"api-{self.filterset.resource}-list")
        streamed = [Way(form.label, f"{address}{listing.in_form(form.name)}") for form in self.forms]
        return [*streamed, Way("JSON (API)", f"{address}{listing.same_query}")]

    def shown(self, listing: Listing) -> Any:
        """The rows of the page as the template takes them."""
        return listing.page.rows

    def facets(self, listing: Listing) -> list[Facet]:
        """By what the list can be narrowed, with counts."""
        return []

    def letters(self, listing: Listing) -> list[Way]:
        """Where each first letter begins, in a list by name."""
        if listing.page.ordering != "name":
            return []
        return letters(self.public_rows(), self.request.GET, self.filterset)
