"""The form by which files are handed to an import: streamed to disk, and of at most 500 MB together."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from articles.importing.detect import PARSERS
from articles.importing.run_files import keep_upload
from articles.models import ImportRun, Publication

LARGEST_UPLOAD = 500_000_000


class BoundedUpload(TemporaryFileUploadHandler):
    """Writes what comes to disk, and stops reading where it is too much."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._received += len(raw_data)
        if self._received > LARGEST_UPLOAD:
            raise StopUpload(connection_reset=True)
        super().receive_data_chunk(raw_data, start)


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) and data else [data or None]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    """What to import, and as what."""

    files = FilesField(
        help_text="Saved pages, text, JSON Lines, tables (CSV) or a WordPress export; at most 500 MB together.",
        error_messages={"required": "Choose at least one file of at most 500 MB."},
    )
    format = forms.ChoiceField(
        required=False, choices=[("", "By its content"), *((name, name) for name in PARSERS)], help_text="Of all files."
    )
    publication = forms.SlugField(
        required=False,
        max_length=80,
        help_text="The publication's slug, where the files do not name it. It is made where it does not exist.",
    )
    first_year = forms.IntegerField(
        required=False,
        min_value=1500,
        max_value=2500,
        help_text="The year of volume 1 of a publication that is made: years of undated issues follow from it.",
    )
    publish = forms.BooleanField(required=False, help_text="Show the new articles to the public at once.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        stored = Publication.objects.filter(slug=cleaned.get("publication") or "").first()
        if stored is not None and cleaned.get("first_year") not in (None, stored.first_year):
            self.add_error("first_year", f"{stored.title} is stored with another first year: leave this empty.")
        return cleaned

    def save(self, by: User) -> ImportRun:
        """The run, with its files."""
        options = {name: self.cleaned_data[name] for name in ("format", "publication", "first_year", "publish")}
        run = ImportRun.objects.create(by=by, options={**options, "uploaded": True})
        for file in self.cleaned_data["files"]:
            keep_upload(run, file.name, file.chunks())
        return run
