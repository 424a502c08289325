"""Rows for tests: valid by default, every value can be given."""

import json
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils import timezone

from articles.models import (
    Article,
    ArticleStatus,
    Citation,
    CitedReport,
    DateBasis,
    ImportProblem,
    ImportRun,
    Issue,
    NewsSource,
    Publication,
    TextVersion,
)
from events import codebook
from events.models import (
    Actor,
    ActorKind,
    ActorName,
    Event,
    Evidence,
    EvidenceKind,
    Mention,
    MentionKind,
    Participation,
    Place,
    PlaceKind,
    PlaceName,
    Release,
    Report,
    ReviewState,
    Role,
    SuggestionDecision,
)

numbers = count(1)

TEXT = """Envoys of the two river states met in Varda on May 28. They agreed to reopen the bridge.

The talks were reportedly short (Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29).

Varda has proposed a second round."""


def make_user(role: str = "", **over: Any) -> User:
    """A person of a role (annotator, reviewer, editor, administrator), who may log in to the admin."""
    name = over.pop("username", f"{role or 'reader'}{next(numbers)}")
    user = User.objects.create_user(name, password=over.pop("password", "a long pass phrase"), **over)
    if role:
        user.is_staff = True
        user.save()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_publication(**over: Any) -> Publication:
    n = next(numbers)
    return Publication.objects.create(**{"slug": f"digest-{n}", "title": f"Digest {n}", **over})


def make_issue(**over: Any) -> Issue:
    publication = over.pop("publication", None) or make_publication()
    values = {"volume": 5, "number": next(numbers), "date": "1999-06-03", **over}
    values.setdefault("date_basis", DateBasis.PRINTED if values["date"] else DateBasis.UNKNOWN)
    return Issue.objects.create(publication=publication, **values)


@transaction.atomic
def make_article(**over: Any) -> Article:
    """An article with its first text version; `published=True` shows it to the public."""
    issue = over.pop("issue", None) or make_issue()
    raw = over.pop("text", TEXT)
    if over.pop("published", False):
        over = {"status": ArticleStatus.PUBLISHED, **over}
    position = over.pop("position", None) or issue.articles.count() + 1
    article = Article(issue=issue, position=position, order=over.pop("order", position), **over)
    if article.status in (ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN) and article.published_at is None:
        article.published_at = timezone.now()
    article.set_text(raw)
    article.save()
    TextVersion.objects.create(article=article, number=1, text=article.text)
    return article


def make_source(**over: Any) -> NewsSource:
    n = next(numbers)
    return NewsSource.objects.create(**{"slug": f"agency-{n}", "name": f"Agency {n}", **over})


def make_citation(article: Article, words: str, *reports: tuple[NewsSource, str], occurrence: int = 0) -> Citation:
    """A citation on `words`, with a cited report for each (source, EDTF date)."""
    citation = Citation(article=article)
    _place(citation, article, words, occurrence)
    citation.save()
    for source, date in reports:
        CitedReport.objects.create(citation=citation, news_source=source, date=date)
    return citation


def make_import_run(*, article: Article, **over: Any) -> ImportRun:
    """A run that has ended, of a file that it read, with a conflict over `article` in quarantine."""
    run = ImportRun.objects.create(**{"state": "done", "counts": {"created": 2, "conflicting": 1}, **over})
    run.files.create(path="digest/107.html", size=1000)
    make_import_problem(run, article=article)
    return run


def make_import_problem(run: ImportRun, *, article: Article, **over: Any) -> ImportProblem:
    """A record whose text differs from that of `article`."""
    values = {
        "path": "digest/107.html",
        "line": next(numbers),
        "code": "text_differs",
        "severity": "conflicting",
        "message": "The text differs; if the new one is right, correct the stored one.",
        "record": json.dumps({"text": f"Today {article.text}"}),
        "fingerprint": f"{next(numbers):064}",
    }
    return ImportProblem.objects.create(run=run, article=article, **{**values, **over})


def make_actor(**over: Any) -> Actor:
    n = next(numbers)
    values = {"slug": f"actor-{n}", "name": f"Actor {n}", "kind": ActorKind.PERSON, **over}
    actor = Actor.objects.create(**values)
    ActorName.objects.create(actor=actor, name=actor.name)
    return actor


def make_place(**over: Any) -> Place:
    n = next(numbers)
    values = {"slug": f"place-{n}", "name": f"Place {n}", "kind": PlaceKind.CITY, **over}
    place = Place.objects.create(**values)
    PlaceName.objects.create(place=place, name=place.name)
    place.refresh_from_db()
    return place


def make_event(**over: Any) -> Event:
    """An event without a report; `participants` are (actor, role) pairs."""
    participants = over.pop("participants", ())
    values = {
        "label": f"Event {next(numbers)}",
        "type_id": "CONSULT",
        "codebook_version": codebook.current().version,
        **over,
    }
    if "type" in over:
        values.pop("type_id")
    event = Event.objects.create(**values)
    for actor, role in participants:
        Participation.objects.create(event=event, actor=actor, role=role)
    return event


def make_decision(article: Article, quote: str, **over: Any) -> SuggestionDecision:
    """A rejected suggestion on `quote`."""
    values = {"kind": "actor", "recogniser": "actors", "version": "1", "outcome": "rejected", **over}
    values = {"at": timezone.now(), **values}
    return SuggestionDecision.objects.create(article=article, quote=quote, **{"by": make_user("annotator"), **values})


def make_evidence(report: Report, words: str, *, occurrence: int = 0, **over: Any) -> Evidence:
    """Evidence on `words` of the report's article; `occurrence` counts from 0."""
    evidence = Evidence(report=report, article=report.article, **{"kind": EvidenceKind.SENTENCE, **over})
    _place(evidence, report.article, words, occurrence)
    evidence.save()
    return evidence


@transaction.atomic
def make_report(*, confirmed: bool = False, words: str | None = None, by: User | None = None, **over: Any) -> Report:
    """A report with its first sentence as evidence, or the `words` given; confirmed ones count at once."""
    article = over.pop("article", None) or make_article(published=confirmed)
    event = over.pop("event", None) or make_event()
    coder = by or make_user("annotator")
    report = Report.objects.create(
        article=article, event=event, coder=coder, codebook_version=codebook.current().version, **over
    )
    first = article.sentences[0]
    make_evidence(report, words or article.text[first.start : first.end])
    if confirmed:
        report.review_state, report.reviewer, report.reviewed_at = ReviewState.CONFIRMED, coder, timezone.now()
        report.save()
        Event.objects.filter(pk=event.pk).derive_again()
        event.refresh_from_db()
    return report


def make_reports(article: Article, count: int, *, words: str | None = None) -> list[Report]:
    """The article reports as many events, each of two actors on one day, all by the same words."""
    participants = [(make_actor(), "actor"), (make_actor(), "recipient")]
    happenings = [{"label": f"Happening {n}", "date": "1999-05-28", "participants": participants} for n in range(count)]
    return [make_report(article=article, event=make_event(**one), words=words) for one in happenings]


def make_mention(article: Article, words: str, row: Actor | Place, *, occurrence: int = 0, **over: Any) -> Mention:
    kind = MentionKind.ACTOR if isinstance(row, Actor) else MentionKind.PLACE
    mention = Mention(article=article, kind=kind, **{kind.value: row, **over})
    _place(mention, article, words, occurrence)
    mention.save()
    return mention


def make_release(**over: Any) -> Release:
    """The row of a release, without files."""
    values = {
        "version": "1.0.0",
        "made_at": datetime(2026, 11, 24, 12, tzinfo=UTC),
        "codebook_version": codebook.current().version,
        "rule": "As the newest report has it.",
        "public_number": 1,
        "manifest": [{"name": "events.jsonl", "bytes": 2, "sha256": "ab" * 32}],
        **over,
    }
    return Release.objects.create(**values)


def make_participation(event: Event, actor: Actor, role: str = Role.ACTOR, **over: Any) -> Participation:
    return Participation.objects.create(event=event, actor=actor, role=role, **over)


def _place(span: Any, article: Article, words: str, occurrence: int) -> None:
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    span.place_on(article.text, start, start + len(words), version=article.text_version)
