"""Suggestions as documents, each with the rows that accepting it takes: the rules know names, reports name rows."""

from collections.abc import Iterable
from typing import Any

from articles.dates import Edtf
from articles.models import Article, Citation
from events.editing.suggesting import Suggested, computed, undecided
from events.models import Actor, Place
from events.suggestions.candidate import Candidate
from events.workbench.reports import Document

SHOWN = ("kind", "start", "end", "quote", "value", "score", "reason", "recogniser")
Words = dict[str, Any]


def suggestions_with_rows(article: Article) -> list[Document]:
    """For the desk: the same, each with what accepting it takes."""
    found = computed(article)
    taking = _Taking(article, found)
    return [_told(one, taking) for one in undecided(article, found)]


def suggestions_document(article: Article) -> Document:
    """For programs: what the rules propose and nobody has decided, in order of the text."""
    return {"results": [_plain(one) for one in undecided(article)]}


def _told(candidate: Candidate, taking: "_Taking") -> Document:
    return {**_plain(candidate), "takes": taking.of(candidate)}


def _plain(candidate: Candidate) -> Document:
    """What is proposed; `trigger` goes back with the decision about it."""
    return {**{name: getattr(candidate, name) for name in SHOWN}, "trigger": Suggested.of(candidate).trigger}


class _Taking:
    """What the other recognisers say of the words that an event stands on, and which names have a row."""

    def __init__(self, article: Article, found: list[Candidate]) -> None:
        self.text = article.text
        self.actors = {(one.start, one.end): one.value for one in found if one.kind == "actor"}
        self.by_name = {value["name"]: value for value in self.actors.values()}
        self.places = [one for one in found if one.kind == "place"]
        self.times = [one for one in found if one.kind == "time"]
        self.on_file = {
            "actor": _on_file(Actor, (value["slug"] for value in self.actors.values())),
            "place": _on_file(Place, (one.value["slug"] for one in self.places)),
        }
        self.cited = _cited(article)

    def of(self, candidate: Candidate) -> Document | None:
        if candidate.kind == "actor":
            return self._actor(candidate.value)
        if candidate.kind == "place":
            return self._place(candidate.value)
        return self._event(candidate) if candidate.kind == "event" else None

    def _event(self, candidate: Candidate) -> Document:
        value = candidate.value
        citation = value["citation"]
        return {
            "when": Edtf.parse(value["date"]).in_words() if value["date"] else "",
            "parts": [self._part(one) for one in value["participants"]],
            "place": self._inside(candidate, self.places, lambda one: one.value["name"] == value["place"], self._place),
            "time": self._inside(candidate, self.times, lambda one: one.value == value["date"], lambda _: {}),
            "trigger": self._words(*value["trigger"]) if value["trigger"] else None,
            "cited": self.cited.get(tuple(citation), []) if citation else [],
        }

    def _part(self, one: dict[str, Any]) -> Document:
        """Who takes part; a pronoun names nobody by itself, so no name is marked on it."""
        here = self.actors.get((one["start"], one["end"]))
        named = here if here and here["name"] == one["name"] else None
        known = named or self.by_name.get(one["name"]) or {"name": one["name"], "slug": "", "kind": "", "reading": ""}
        words = self._words(one["start"], one["end"])
        return {**self._actor(known), "role": one["role"], "is_name": named is not None, **words}

    def _inside(self, event: Candidate, candidates: list[Candidate], fits: Any, more: Any) -> Document | None:
        """The first of these in the event's sentence that fits."""
        inside = (one for one in candidates if event.start <= one.start and one.end <= event.end and fits(one))
        one = next(inside, None)
        return {**more(one.value), **self._words(one.start, one.end)} if one else None

    def _actor(self, value: dict[str, Any]) -> Document:
        slug = value["slug"] if value["slug"] in self.on_file["actor"] else ""
        return {"slug": slug, **{name: value[name] for name in ("name", "kind", "reading")}}

    def _place(self, value: dict[str, Any]) -> Document:
        return {"slug": value["slug"] if value["slug"] in self.on_file["place"] else "", "name": value["name"]}

    def _words(self, start: int, end: int) -> Words:
        return {"start": start, "end": end, "quote": self.text[start:end]}


def _on_file(model: Any, slugs: Iterable[str]) -> set[str]:
    return set(model.objects.filter(slug__in=set(slugs), merged_into=None).values_list("slug", flat=True))


def _cited(article: Article) -> dict[tuple[int, ...], list[int]]:
    """The cited reports that stand in each stored citation, by its words."""
    citations = Citation.objects.filter(article=article).anchored().prefetch_related("reports")
    return {(one.start, one.end): sorted(report.pk for report in one.reports.all()) for one in citations}
