"""`/api/v1/changes/`: what a program must do to hold what the public gets, from wherever it stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.viewsets import ViewSet

from articles.api.negotiation import StrictNegotiation
from articles.api.resource import Resource
from articles.api.schema import MEANINGS, MEDIA_TYPE, ProblemSerializer, form_of
from articles.exports.changes import FROM_ZERO, Progress, latest_since, progress_after, progress_of
from articles.exports.rows import Row, Viewer
from articles.models import ChangeOp, PublicChange
from articles.paging.page import LARGEST, PAGE_SIZE
from articles.parameters import ParameterError, ParametersRefused, only, read_number, values_of
from articles.snapshot import snapshot

Resources = Mapping[str, type[Resource]]
WAYS = ("created", "changed", "merged", "renamed", "gone")
PROBLEMS = {
    (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
    for status, meaning in MEANINGS.items()
    if status not in (404, 410)
}


class ChangeSerializer(serializers.Serializer):
    resource = serializers.CharField(help_text="The resource of the API: articles, events…")
    key = serializers.CharField(help_text="What the API's addresses call the row.")
    change = serializers.ChoiceField(WAYS, help_text="What became of it since the cursor.")
    substantive = serializers.BooleanField(
        help_text="False: only a label, a note or the context of a quote changed since the cursor."
    )
    number = serializers.IntegerField(help_text="The public revision of its last change.")
    at = serializers.DateTimeField(help_text="When that was.")
    moved_to = serializers.CharField(
        allow_null=True, help_text="Of a merged or renamed row: the key that stands for it now."
    )
    object = serializers.DictField(
        allow_null=True, help_text="The row as the resource gives it now; null if it is gone."
    )


@extend_schema_serializer(many=False)
class ChangesSerializer(serializers.Serializer):
    next = serializers.URLField(allow_null=True, help_text="The rest of the changes; null where there are no more.")
    cursor = serializers.CharField(help_text="To be sent as `since` next time.")
    results = ChangeSerializer(many=True)


class Changes(ViewSet):
    """Each row that was shown, changed or hidden since the cursor, once, in the order of the last changes.

    Whoever keeps `object` under `resource` and `key`, and drops what has none, holds what the public gets.
    """

    resources: Resources = {}  # by the composition
    permission_classes = [AllowAny]
    content_negotiation_class = StrictNegotiation
    parameters = ("since", "page_size", "format")

    @extend_schema(
        operation_id="changes_list",
        tags=["changes"],
        parameters=[
            form_of(["json"]),
            OpenApiParameter(
                "since", str, description="A `cursor` of this address; 0, or nothing, for everything.", default="0"
            ),
            OpenApiParameter("page_size", OpenApiTypes.INT, description="Changes a page.", default=PAGE_SIZE),
        ],
        responses={(200, "application/json"): ChangesSerializer, **PROBLEMS},
    )
    def list(self, request: Request) -> Response:
        asked = values_of(request.query_params, known=self.parameters)
        with snapshot(for_a_reader=True):
            progress, most = read(asked)
            answer = told(self.resources, progress, most, request.build_absolute_uri("/").removesuffix("/"))
        rest = answer.pop("more")
        address = replace_query_param(request.build_absolute_uri(), "since", answer["cursor"])
        return Response({"next": address if rest else None, **answer})


def read(asked: Mapping[str, list[str]]) -> tuple[Progress, int]:
    """Where to go on, and how many changes a page has. Raises ParametersRefused."""
    readers = {"since": progress_of, "page_size": lambda value: read_number(value, most=LARGEST)}
    found: dict[str, Any] = {"since": progress_of(FROM_ZERO), "page_size": PAGE_SIZE}
    errors = []
    for name, reader in readers.items():
        try:
            found |= {name: reader(only(asked[name]))} if name in asked else {}
        except ValueError as problem:
            errors.append(ParameterError(name, str(problem)))
    if errors:
        raise ParametersRefused(errors)
    return found["since"], found["page_size"]


def told(resources: Resources, progress: Progress, most: int, base: str) -> dict[str, Any]:
    """A page of changes with what the rows are now, all of one moment."""
    found = latest_since(progress, most)
    changes, more = found[:most], len(found) > most
    objects, moves = objects_of(resources, changes, base), moves_of(resources, changes)
    return {
        "cursor": progress_after(progress, changes, more=more).written(),
        "results": [said(change, objects.get((change.kind, change.key)), moves.get(change.pk)) for change in changes],
        "more": more,
    }


def said(change: Any, now: Row | None, move: tuple[str, str] | None) -> Row:
    way, key = move or ("gone", None)
    if now is not None:
        way = "created" if change.known in (None, ChangeOp.GONE) else "changed"
    return {
        "resource": change.kind,
        "key": change.key,
        "change": way,
        "substantive": change.told or now is None,
        "number": change.revision.number,
        "at": change.revision.at,
        "moved_to": None if now is not None else key,
        "object": now,
    }


def objects_of(resources: Resources, changes: Iterable[PublicChange], base: str) -> dict[tuple[str, str], Row]:
    """What the public gets of the rows that are not gone, by resource and key: one statement a resource."""
    viewer, found = Viewer(base=base), {}
    for kind, group in by_kind(change for change in changes if change.op != ChangeOp.GONE).items():
        rows = resources[kind].by_keys({change.key for change in group}, viewer)
        found |= {(kind, str(key)): row for key, row in rows.items()}
    return found


def moves_of(resources: Resources, changes: Iterable[PublicChange]) -> dict[int, tuple[str, str]]:
    """By change: how its row left its key, and the key that stands for it now, if that is public."""
    moves = {}
    for kind, group in by_kind(c for c in changes if c.op == ChangeOp.GONE and c.row_id).items():
        view = resources[kind]
        merged = merged_rows(view, [change.row_id for change in group])
        stands = view.visible_to(None).filter(pk__in={merged.get(c.row_id, c.row_id) for c in group})
        keys = {row.pk: view.address_of(row) for row in stands}
        for change in group:
            kept = merged.get(change.row_id, change.row_id)
            if kept in keys:
                moves[change.pk] = ("merged" if change.row_id in merged else "renamed", keys[kept])
    return moves


def merged_rows(view: type[Resource], ids: Iterable[Any]) -> dict[int, int]:
    """Which of these rows were merged, and into which."""
    if not hasattr(view.model, "merged_into"):
        return {}
    rows = view.model._base_manager.filter(pk__in=ids, merged_into__isnull=False)
    return dict(rows.values_list("pk", "merged_into"))


def by_kind(changes: Iterable[PublicChange]) -> dict[str, list[PublicChange]]:
    groups: dict[str, list[PublicChange]] = defaultdict(list)
    for change in changes:
        groups[change.kind].append(change)
    return groups
