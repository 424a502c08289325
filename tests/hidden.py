"""An archive in which every hidden state carries a word of its own, beside what the public may see."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from articles.models import ArticleStatus, CrossReference
from events import editing
from events.models import ActorName, Affiliation, EventRelation, Participation, PlaceClaim, PlaceName
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_decision,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_place,
    make_publication,
    make_report,
    make_source,
    make_user,
)

WORD = "kanari"  # every hidden word begins with it; nothing public does
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def canary(name: str) -> str:
    return f"{WORD}{name}"


@dataclass
class Archive:
    """Rows by what they are: `shown` to the public, `hidden` from it, by kind of row."""

    editor: Any
    shown: dict[str, list[Any]] = field(default_factory=dict)
    hidden: dict[str, list[Any]] = field(default_factory=dict)

    def show(self, kind: str, row: Any) -> Any:
        self.shown.setdefault(kind, []).append(row)
        return row

    def hide(self, kind: str, row: Any) -> Any:
        self.hidden.setdefault(kind, []).append(row)
        return row


@transaction.atomic
def make_archive() -> Archive:
    """One public article with everything, and hidden rows in every state that the design knows."""
    archive = Archive(make_user("administrator"))
    public = _public_part(archive)
    for status in (ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.WITHDRAWN):
        _hidden_article(archive, public["issue"], status)
    _hidden_publication(archive)
    for state in ("proposed", "rejected", "returned"):
        _undecided_report(archive, public["article"], state)
    _merged_rows(archive)
    _around_the_public_article(archive, public)
    return archive


def _public_part(archive: Archive) -> dict[str, Any]:
    publication = archive.show("publication", make_publication(slug="monitor", title="Monitor"))
    issue = archive.show("issue", make_issue(publication=publication, volume=5, number=107))
    article = make_article(
        issue=issue, title="Envoys meet", published=True, notes=canary("notes"), text=TEXT + f" {canary('oldtext')}."
    )
    source = archive.show("source", make_source(slug="kyodo", name="Kyodo"))
    archive.show("citation", make_citation(article, CITATION, (source, "1999-05-28")))
    actor = archive.show("actor", make_actor(slug="ana-bel", name="Ana Bel"))
    place = archive.show(
        "place", make_place(slug="varda", name="Varda", parent=make_place(slug="land", kind="country"))
    )
    event = make_event(
        label="Envoys meet in Varda", place=place, date="1999-05-28", participants=[(actor, "actor")], mode_id=None
    )
    report = make_report(event=event, article=article, note=canary("reportnote"), confirmed=True)
    make_mention(article, "Varda", place)
    article.correct_text(TEXT, by=archive.editor, reason=canary("reason"), public_reason="surplus")
    article.refresh_from_db()
    archive.show("event", event)
    archive.show("report", report)
    archive.show("article", article)
    return {"issue": issue, "article": article, "event": event, "report": report, "actor": actor}


def _hidden_article(archive: Archive, issue: Any, status: str) -> None:
    name = status.replace("_", "")
    text = f"{canary(name)} text. {TEXT}"
    article = make_article(
        issue=issue, status=status, title=canary(f"{name}title"), text=text, section=canary("section")
    )
    source = archive.hide("source", make_source(slug=canary(f"{name}source"), name=canary(f"{name}source")))
    archive.hide("citation", make_citation(article, CITATION, (source, "1999-05-28")))
    actor = archive.hide("actor", make_actor(slug=canary(f"{name}actor"), name=canary(f"{name}actor")))
    place = archive.hide("place", make_place(slug=canary(f"{name}place"), name=canary(f"{name}place")))
    event = make_event(label=canary(f"{name}event"), place=place, participants=[(actor, "actor")])
    archive.hide("report", make_report(event=event, article=article, confirmed=True))
    archive.hide("mention", make_mention(article, "Varda", actor))
    archive.hide("event", event)
    archive.hide("article", article)


def _hidden_publication(archive: Archive) -> None:
    publication = make_publication(slug=canary("digest"), title=canary("digesttitle"))
    issue = make_issue(publication=publication)
    make_article(issue=issue, title=canary("elsewhere"))
    archive.hide("publication", publication)
    archive.hide("issue", issue)


def _undecided_report(archive: Archive, article: Any, state: str) -> None:
    actor = archive.hide("actor", make_actor(slug=canary(f"{state}actor"), name=canary(f"{state}actor")))
    event = make_event(label=canary(f"{state}event"), date_words=canary("when"), participants=[(actor, "actor")])
    report = make_report(event=event, article=article)
    if state == "rejected":
        editing.reject(report, by=archive.editor, reason=canary("why"))
    if state == "returned":
        editing.give_back(report, by=archive.editor, reason=canary("why"))
    archive.hide("event", event)
    archive.hide("report", report)


def _merged_rows(archive: Archive) -> None:
    for make, kind in ((make_actor, "actor"), (make_place, "place"), (make_source, "source")):
        kept = make()
        gone = make(slug=canary(f"merged{kind}"), name=canary(f"merged{kind}"), merged_into=kept)
        archive.hide(kind, gone)
        archive.hide(kind, kept)
    archive.hide("event", make_event(label=canary("mergedevent"), merged_into=make_event(label=canary("kept"))))


def _around_the_public_article(archive: Archive, public: dict[str, Any]) -> None:
    """Hidden rows that hang on public ones."""
    article, event, report = public["article"], public["event"], public["report"]
    draft = archive.hidden["article"][0]
    reference = CrossReference(article=article, target_article=draft)
    reference.place_on(article.text, 0, 6, version=article.text_version)
    reference.save()
    make_decision(article, "Envoys", recogniser=canary("rules"), version=canary("version"))
    unseen = make_actor(slug=canary("claimed"), name=canary("claimed"), kind="state")
    other = make_report(event=event, article=draft, claimed_date="1998-01-01", confirmed=True)
    Participation.objects.create(event=event, report=other, actor=unseen, role="host")
    Affiliation.objects.create(person=public["actor"], organisation=unseen, office=canary("office"))
    PlaceClaim.objects.create(place=event.place, state=unseen)
    EventRelation.objects.create(source=event, target=archive.hidden["event"][0], kind="part_of")
    EventRelation.objects.create(source=archive.hidden["event"][1], target=event, kind="about")
    orphan = make_evidence(report, "met", kind="trigger")
    type(orphan).objects.filter(pk=orphan.pk).update(state="orphan", start=None, end=None, quote=canary("orphan"))
    make_mention(article, "AP", unseen)
    ActorName.objects.create(actor=archive.hidden["actor"][0], name=canary("variant"))
    PlaceName.objects.create(place=archive.hidden["place"][0], name=canary("variant"))
