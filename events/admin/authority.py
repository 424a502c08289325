"""The authority files: actors and places from A to Z, who uses them where, and which of them may be one."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models import Article
from articles.rights import may_read_hidden
from events.admin.merging import merge_address
from events.editing.reviewing import REVIEW
from events.merging.candidates import candidates
from events.models import Actor, Event, Mention, Participation, Place

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ON_A_PAGE = 50  # rows whose names are compared with all others
QUOTED = 3  # mentions of each side of a pair
LISTED = 50  # of what uses a row


class LetterFilter(admin.SimpleListFilter):
    """Names from A to Z, whatever their case and accents; `other` are those that begin with no such letter."""

    title = "letter"
    parameter_name = "letter"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((letter, letter.upper()) for letter in LETTERS), ("other", "Other")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(begins_with(self.value())) if self.value() else queryset


def begins_with(letter: str | None) -> Q:
    """Rows whose name begins so."""
    if letter == "other":
        return ~Q(sort_key__regex="^[a-z]")
    return Q(sort_key__startswith=letter) if letter and letter in LETTERS else Q(pk__in=[])


class Side(NamedTuple):
    """One of two rows that may be one: what it is called, and words that name it."""

    row: Any
    address: str
    names: str
    events: int
    quotes: list[str]


class Proposal(NamedTuple):
    """Two rows that may be one, and the page on which they are merged after a look."""

    one: Side
    other: Side
    percent: int
    merge: str


def candidates_page(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """Pairs with names that are alike, a page of the list from A to Z at a time."""
    if not may_read_hidden(request.user):
        raise PermissionDenied
    model = model_admin.model
    rows = model.objects.filter(merged_into=None).order_by("sort_key", "id")
    letter = request.GET.get("letter", "")
    page = Paginator(rows.filter(begins_with(letter)) if letter else rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"{model._meta.verbose_name_plural.capitalize()} that may be one",
        "opts": model_admin.opts,
        "proposals": _proposals(model, list(page)),
        "page": page,
        "letter": letter,
        "letters": LETTERS,
        "may_merge": request.user.has_perm(REVIEW),
    }
    return TemplateResponse(request, "admin/events/candidates.html", context)


def _proposals(model: Any, rows: list[Any]) -> list[Proposal]:
    pairs = candidates(rows)
    keys = {side.pk for pair in pairs for side in (pair.one, pair.other)}
    events, quotes = _events_of(model, keys), _quotes_of(model, keys)

    def side(row: Any) -> Side:
        address = reverse(f"admin:events_{model._meta.model_name}_change", args=[row.pk])
        names = "; ".join(one.name for one in row.names.all())
        return Side(row, address, names, events.get(row.pk, 0), quotes.get(row.pk, []))

    return [
        Proposal(side(pair.one), side(pair.other), round(100 * pair.likeness), merge_address(pair.one))
        for pair in pairs
    ]


def _events_of(model: Any, keys: set[int]) -> dict[int, int]:
    """How many events name each of these rows."""
    merged = Event.objects.filter(merged_into__isnull=False)
    if model is Place:
        placed = Event.objects.filter(place__in=keys, merged_into=None).order_by().values("place")
        return dict(placed.annotate(n=Count("pk")).values_list("place", "n"))
    parts = Participation.objects.filter(actor__in=keys).exclude(event__in=merged).order_by().values("actor")
    return dict(parts.annotate(n=Count("event", distinct=True)).values_list("actor", "n"))


def _quotes_of(model: Any, keys: set[int]) -> dict[int, list[str]]:
    """Some words that name each of these rows, with what stands beside them."""
    kind = model._meta.model_name
    quotes: dict[int, list[str]] = {}
    mentions = Mention.objects.filter(**{f"{kind}__in": keys}).exclude(start=None).order_by("-pk")[: 40 * QUOTED]
    for mention in mentions:
        told = quotes.setdefault(getattr(mention, f"{kind}_id"), [])
        if len(told) < QUOTED:
            told.append(f"…{mention.prefix}{mention.quote}{mention.suffix}…")
    return quotes


def used_page(request: HttpRequest, model_admin: Any, object_id: str) -> HttpResponse:
    """The events that name the row, and the articles in which words name it."""
    row = model_admin.get_object(request, object_id)
    if not may_read_hidden(request.user):
        raise PermissionDenied
    if row is None:
        raise Http404
    uses = [
        ("Events", *_first(events_naming(row), "event")),
        ("Articles whose words name it", *_first(articles_naming(row), "articletoannotate")),
    ]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"Where {row} is used",
        "opts": model_admin.opts,
        "object": row,
        "uses": uses,
    }
    return TemplateResponse(request, "admin/events/used.html", context)


def events_naming(row: Actor | Place) -> QuerySet[Event]:
    """Events in which the actor takes part, or which happened in the place."""
    which = Q(participations__actor=row) if isinstance(row, Actor) else Q(place=row)
    return Event.objects.filter(which, merged_into=None).distinct().order_by("-id")


def articles_naming(row: Actor | Place) -> QuerySet[Article]:
    """Articles with words that name the row, the newest first."""
    mentions = Mention.objects.filter(**{row._meta.model_name: row}).values("article")
    return Article.objects.filter(pk__in=mentions).defer("text").order_by("-id")


def _first(rows: QuerySet, page: str) -> tuple[int, list[tuple[str, str]]]:
    return rows.count(), [(str(row), reverse(f"admin:events_{page}_change", args=[row.pk])) for row in rows[:LISTED]]
