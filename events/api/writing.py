"""Writes of the API: documents filed through the same verbs as at the workbench, one or up to a thousand at a time."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import Http404
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.resource import Resource
from articles.api.shape import Shape
from articles.parameters import values_of
from articles.verbs import refusal
from events.documents import DocumentRefused, Fault
from events.editing.reviewing import ANNOTATE
from events.filing.conditional import Answer, answered_once, seen_revision
from events.filing.refusals import may, refusal_of
from events.filing.rows import Rows

MOST_AT_ONCE = 1_000


class SomeRefused(Exception):
    """Of several rows some cannot be made, so none is; `errors` say which and why."""

    def __init__(self, status: int, errors: list[dict[str, str]]) -> None:
        self.status, self.errors = status, errors
        super().__init__("Nothing was written: `errors` names each row at fault. Mend them and send all again.")


class Created(Resource):
    """A resource of which programs make rows: `read` a document, `file` it."""

    writes: type  # the shape of a document, for the schema

    def read(self, value: Any, at: str, *, new: bool) -> Any:
        """The document at that place of the body. Raises DocumentRefused."""
        raise NotImplementedError

    def file(self, document: Any, rows: Rows) -> Model:
        """The new row."""
        raise NotImplementedError

    def initialize_request(self, request: Any, *args: Any, **kwargs: Any) -> Request:
        """The body is needed twice: as JSON, and as sent, to tell a retry from another request."""
        asked = super().initialize_request(request, *args, **kwargs)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            request.body  # noqa: B018 (kept by Django from now on)
        return asked

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One row for a document, all or none for a list of them."""
        self.may_write()
        many = isinstance(request.data, list)
        documents = self.documents(request.data if many else [request.data], "/{}" if many else "")
        return self.written(lambda: self.made(documents, many))

    def documents(self, values: list[Any], at: str) -> list[Any]:
        if not 0 < len(values) <= MOST_AT_ONCE:
            raise DocumentRefused.at("", f"Send 1 to {MOST_AT_ONCE} documents at a time; these are {len(values)}.")
        read, faults = [], []
        for number, value in enumerate(values):
            try:
                read.append(self.read(value, at.format(number), new=True))
            except DocumentRefused as refused:
                faults += refused.faults
        if faults:
            raise DocumentRefused(faults)
        return read

    def made(self, documents: list[Any], many: bool) -> Answer:
        rows = Rows(self.request.user)
        with transaction.atomic():
            made = self.all_filed(documents, rows) if many else [self.file(documents[0], rows)]
        told = self.told(made)
        if many:
            return Answer(201, told)
        place = self.reverse_action("detail", args=[self.address_of(made[0])])
        return Answer(201, told[0], told[0].get("revision"), place)

    def all_filed(self, documents: list[Any], rows: Rows) -> list[Model]:
        """Every row, or none and why: each is tried, so that one answer names all that are at fault."""
        made, errors, statuses = [], [], set()
        for number, document in enumerate(documents):
            try:
                with transaction.atomic():
                    made.append(self.file(document, rows))
            except Exception as error:
                refused = refusal_of(refusal(error) if isinstance(error, IntegrityError) else error)
                if refused is None:
                    raise
                statuses.add(refused.status)
                errors += refused.errors or [Fault(f"/{number}", refused.detail).as_error()]
        if errors:
            raise SomeRefused(400 if statuses == {400} else 409, errors)
        return made

    def told(self, made: list[Model]) -> list[dict[str, Any]]:
        """The rows as they are read, in the order in which they were sent."""
        self.shape = Shape(tuple(self.rows.fields))
        found = type(self).visible_to(self.request.user).filter(pk__in=[row.pk for row in made])
        by_pk = {keys[0]: row for row, keys in self.read_rows(found, ["pk"])}
        return [by_pk[row.pk] for row in made]

    def may_write(self) -> None:
        """Raises NotAuthenticated for nobody, PermissionDenied for whoever may not annotate, ParametersRefused."""
        if not self.request.user.is_authenticated:
            raise NotAuthenticated
        may(self.request.user, ANNOTATE)
        values_of(self.request.query_params, known=["format"])

    def written(self, act: Callable[[], Answer]) -> Response:
        answer = answered_once(self.request._request, self.request.user, act)
        return Response(answer.body, status=answer.status, headers=answer.headers())

    def row(self) -> Any:
        """The row at this address that the user may see. Raises Http404."""
        row = self.get_queryset().filter(**self.key_of(self.kwargs[self.lookup_field])).first()
        if row is None:
            raise Http404
        return row


class Changed(Created):
    """Its rows are changed, too; `If-Match` says which revision was read."""

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        """The row as the document says."""
        raise NotImplementedError

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.may_write()
        row, revision = self.row(), seen_revision(request.headers)
        document = self.read(request.data, "", new=False)
        return self.written(lambda: self.changed(row, document, revision))

    def changed(self, row: Any, document: Any, revision: int) -> Answer:
        told = self.told([self.refile(row, document, Rows(self.request.user), revision)])[0]
        return Answer(200, told, told["revision"])


class Removed(Changed):
    """Its rows may be taken back, too."""

    def unfile(self, row: Any, revision: int) -> None:
        """The row is no more."""
        raise NotImplementedError

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.may_write()
        revision = seen_revision(request.headers)
        return self.written(lambda: self.gone(revision))

    def gone(self, revision: int) -> Answer:
        self.unfile(self.row(), revision)
        return Answer(204)
