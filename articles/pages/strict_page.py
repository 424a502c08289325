"""What every public page is: strict about its address, alike for everybody."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import DetailView, View

from articles.paging.page import LENGTHS
from articles.parameters import values_of


class StrictPage(View):
    """A public page: it answers everybody alike, and refuses by name a parameter that it does not know."""

    http_method_names = ["get", "head", "options"]
    parameters: ClassVar[tuple[str, ...]] = ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        values_of(request.GET, known=self.parameters, lengths=LENGTHS)
        return super().dispatch(request, *args, **kwargs)


class KeptPage(StrictPage, DetailView):
    """The page of a public row; that of a merged one leads to the row that was kept."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.get_object()
        kept = row.merged_into or row
        if not type(row).objects.public().filter(pk=kept.pk).exists():
            raise Http404
        if kept != row:
            return redirect(kept, permanent=True)
        self.object = row
        return self.render_to_response(self.get_context_data())
