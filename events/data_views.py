"""The public pages of releases, and their files."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.generic import TemplateView

from articles.pages.strict_page import StrictPage
from events.models import Release
from events.releases import shelf
from events.releases.comparing import REASONS
from events.releases.package import RULE
from events.releases.tables import TABLES

KINDS = {".csv": "text/csv; charset=utf-8", ".json": "application/json", ".jsonl": "application/jsonl"}
MEANINGS = {
    "CHANGES.csv": "What is different from the release before, and why.",
    "CITATION.cff": "How to cite it, for programs.",
    "LICENSE": "Terms of use.",
    "SHA256SUMS": "Hashes of the files: sha256sum --check SHA256SUMS.",
    "codebook.json": "What every code means.",
    "datapackage.json": "The columns with types, meanings and keys (Data Package, version 2).",
    "events.jsonl": "Each event with its reports, as JSON, one a line.",
    **{f"{table.name}.csv": table.meaning for table in TABLES},
}
HERE = {"here": "data"}


class OfRelease(StrictPage):
    """What stands under a release's address: 410 with a pointer once it was withdrawn."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except shelf.Withdrawn as withdrawn:
            return render(request, "events/release_withdrawn.html", {"detail": str(withdrawn)}, status=410)


class Releases(StrictPage, TemplateView):
    """All releases, the newest first, and how else to get the data."""

    template_name = "events/data.html"
    extra_context = HERE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        releases = Release.objects.all().newest_first()
        newest = next((release for release in releases if not release.withdrawn_for), None)
        return super().get_context_data(releases=releases, newest=newest, rule=RULE, **kwargs)


class ReleasePage(OfRelease, TemplateView):
    """A release with its files."""

    template_name = "events/release.html"
    extra_context = HERE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        release = shelf.standing(self.kwargs["version"])
        files = [{**file, "meaning": MEANINGS.get(file["name"], "")} for file in release.manifest]
        return super().get_context_data(release=release, files=files, reasons=REASONS.items(), **kwargs)


class ReleaseFile(OfRelease):
    """A file of a release, as it was made."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        release, name = shelf.standing(kwargs["version"]), kwargs["name"]
        try:
            path = shelf.file_of(release, name)
        except FileNotFoundError as error:
            raise Http404 from error
        kind = KINDS.get(path.suffix, "text/plain; charset=utf-8")
        if request.method == "HEAD":
            return HttpResponse(content_type=kind, headers={"Content-Length": str(path.stat().st_size)})
        return FileResponse(path.open("rb"), content_type=kind, as_attachment=True, filename=name)
