"""Search of the desk: articles, events, actors and places at once, published or not, each with what was found."""

from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models import Article, SearchRow
from articles.rights import may_read_hidden
from articles.search.compiled import compiled
from articles.search.query import QueryRefused
from events.models import Actor, Event, Place, number_of

SHOWN = 20  # of each kind
SHORTEST = 2  # letters
AROUND = 70  # characters on each side of what was found


class Found(NamedTuple):
    """A row, where it is worked on, and the words around what was found: before, found, after."""

    name: str
    address: str
    says: str
    context: tuple[str, str, str] = ("", "", "")


class Group(NamedTuple):
    """What was found of one kind."""

    kind: str
    rows: list[Found]


def search_page(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """Everything that has the words, the first of each kind."""
    if not may_read_hidden(request.user):
        raise PermissionDenied
    words = " ".join(request.GET.get("q", "").split())[:200]
    groups = found(words) if len(words) >= SHORTEST else []
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Search everything",
        "opts": model_admin.opts,
        "words": words,
        "groups": [group for group in groups if group.rows],
        "asked": bool(groups),
        "shown": SHOWN,
    }
    return TemplateResponse(request, "admin/events/search.html", context)


def found(words: str) -> list[Group]:
    """What has the words, by kind."""
    return [
        Group("Articles", _articles(words)),
        Group("Events", _events(words)),
        Group("Actors", _named(Actor, "actor", words)),
        Group("Places", _named(Place, "place", words)),
    ]


def _articles(words: str) -> list[Found]:
    """Published ones by the index of the public search; the others, which it must not know, by reading them."""
    hidden = Q(title__icontains=words) | Q(text__icontains=words)
    drafts = Article.objects.standing().exclude(status="published").filter(hidden).order_by("-id")[:SHOWN]
    keys = [*drafts.values_list("pk", flat=True), *_published(words)][:SHOWN]
    rows = Article.objects.with_issue().in_bulk(keys)
    return [_article(rows[key], words) for key in keys if key in rows]


def _published(words: str) -> list[int]:
    try:
        query = compiled(words).tsquery
    except QueryRefused:
        return []
    return list(SearchRow.objects.matching(query).order_by("-date", "-pk").values_list("pk", flat=True)[:SHOWN])


def _article(article: Article, words: str) -> Found:
    address = reverse("admin:events_articletoannotate_change", args=[article.pk])
    says = f"{article.issue}, {article.get_status_display().lower()}"
    return Found(article.title, address, says, around(article.text, words))


def _events(words: str) -> list[Found]:
    number = number_of(words)
    wanted = Q(pk=number) if number else Q(label__icontains=words)
    rows = Event.objects.filter(wanted, merged_into=None).select_related("type", "place").order_by("-id")[:SHOWN]
    return [
        Found(
            f"{event.public_id} {event.label}",
            reverse("admin:events_event_change", args=[event.pk]),
            ", ".join(filter(None, [str(event.type), event.date, str(event.place or "")])),
            around(event.label, words),
        )
        for event in rows
    ]


def _named(model: Any, page: str, words: str) -> list[Found]:
    """Found by any spelling; the spellings that have the words are said."""
    rows = model.objects.looked_up(words).filter(merged_into=None).prefetch_related("names")[:SHOWN]
    return [
        Found(
            row.name,
            reverse(f"admin:events_{page}_change", args=[row.pk]),
            row.get_kind_display(),
            around("; ".join(one.name for one in row.names.all()), words),
        )
        for row in rows
    ]


def around(text: str, words: str) -> tuple[str, str, str]:
    """The first place with the words, or with one of them, and what stands beside it; else the beginning."""
    folded = text.casefold()
    places = ((folded.find(part.casefold()), part) for part in [words, *words.split()])
    at, part = next(((at, part) for at, part in places if at >= 0), (-1, ""))
    if at < 0 or len(folded) != len(text):  # casefolding lengthened the text: places would be wrong
        return text[: 2 * AROUND], "", ""
    end = at + len(part)
    return text[max(0, at - AROUND) : at], text[at:end], text[end : end + AROUND]
