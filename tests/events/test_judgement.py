"""What the public may know is noted once its transaction ends; what it may not know leaves no trace."""

from typing import Any

import pytest
from django.db import connection, transaction

from articles import moving, public_revision
from articles.models import Article, CrossReference, PublicChange, PublicRevision, PublicTouch
from events import editing
from events.merging.merge import merge, undo
from events.models import Actor, ActorName, Affiliation, EventRelation, Mode, Participation, Report
from tests.make import (
    make_actor,
    make_article,
    make_citation,
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

pytestmark = pytest.mark.django_db
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def admin(settings):
    settings.SINGLE_EDITOR = True
    return make_user("administrator")


@pytest.fixture
def story(admin):
    """A draft with something of every kind, and all of it noted that the public may know: nothing."""
    issue = make_issue(publication=make_publication(slug="digest"), volume=5, number=107)
    article = make_article(issue=issue)
    source = make_source(slug="kyodo")
    make_citation(article, CITATION, (source, "1999-05-28"))
    place = make_place(slug="varda", parent=make_place(slug="land", kind="country"))
    actor = make_actor(slug="ana")
    event = make_event(place=place, participants=[(actor, "actor")])
    report = make_report(event=event, article=article, confirmed=True, by=admin)
    mention = make_mention(article, "Varda", place)
    rows = {"article": article, "event": event, "report": report, "actor": actor, "place": place, "source": source}
    return type("Story", (), {**rows, "mention": mention, "issue": issue})


def noted() -> set[tuple[str, str, str]]:
    """What ends here is noted under the next number: kind, key and what happened."""
    before = public_revision.number()
    connection.check_constraints()
    return {(c.kind, c.key, c.op) for c in PublicChange.objects.filter(revision__number__gt=before)}


def substance() -> dict[tuple[str, str], bool]:
    before = public_revision.number()
    connection.check_constraints()
    changes = PublicChange.objects.filter(revision__number__gt=before)
    return {(c.kind, c.key): c.substantive for c in changes}


def all_of(story: Any, op: str) -> set[tuple[str, str, str]]:
    return {
        ("publications", "digest", op),
        ("issues", str(story.issue.pk), op),
        ("articles", str(story.article.pk), op),
        ("sources", "kyodo", op),
        ("citations", str(story.article.citations.get().pk), op),
        ("reports", str(story.report.pk), op),
        ("events", story.event.public_id, op),
        ("actors", "ana", op),
        ("places", "varda", op),
        ("places", "land", op),
        ("mentions", str(story.mention.pk), op),
    }


def test_drafts_leave_no_trace_and_take_no_number(story):
    before = public_revision.number()

    assert noted() == set()
    assert public_revision.number() == before
    assert not PublicRevision.objects.filter(number=None).exists()
    assert not PublicTouch.objects.exists()


def test_publishing_shows_all_that_stands_on_the_article(story, admin):
    noted()

    editing.publish(story.article, by=admin)

    assert noted() == all_of(story, "shown")


def test_withdrawing_hides_all_of_it_again(story, admin):
    editing.publish(story.article, by=admin)
    noted()

    editing.withdraw(story.article, by=admin, reason="Printed twice.")

    assert noted() == all_of(story, "gone")


def test_one_transaction_takes_one_number(story, admin):
    noted()
    before = public_revision.number()

    editing.publish(story.article, by=admin)
    story.source.kind = "agency"
    story.source.save()
    noted()

    assert public_revision.number() == before + 1


def test_what_was_shown_and_hidden_at_once_was_never_public(story, admin):
    noted()
    before = public_revision.number()

    editing.publish(story.article, by=admin)
    editing.withdraw(story.article, by=admin, reason="Printed twice.")

    assert noted() == set()
    assert public_revision.number() == before


def test_a_verb_checks_the_rules_without_taking_the_number(story, admin):
    noted()
    before = public_revision.number()

    with transaction.atomic():
        editing.publish(story.article, by=admin)
        editing.withdraw(story.article, by=admin, reason="Printed twice.")
        editing.publish(story.article, by=admin)

    assert public_revision.number() == before
    assert not PublicChange.objects.filter(kind="articles", row_id=story.article.pk).exists()
    assert noted() == all_of(story, "shown")


def test_a_change_taken_back_to_a_savepoint_is_not_noted(story, admin):
    noted()

    with transaction.atomic():
        editing.publish(story.article, by=admin)
        transaction.set_rollback(True)

    assert noted() == set()


def test_a_change_after_one_taken_back_is_noted(story, admin):
    noted()

    with transaction.atomic():
        story.source.save()
        transaction.set_rollback(True)
    editing.publish(story.article, by=admin)

    assert noted() == all_of(story, "shown")


def test_returning_a_report_hides_what_it_alone_shows(story, admin):
    editing.publish(story.article, by=admin)
    noted()

    editing.give_back(story.report, by=admin, reason="Look at the date again.")

    gone = {("reports", str(story.report.pk)), ("events", story.event.public_id), ("actors", "ana")}
    gone |= {("places", "varda"), ("places", "land"), ("mentions", str(story.mention.pk))}
    listing = ("articles", str(story.article.pk), "changed")  # it lists its events
    assert noted() == {(*row, "gone") for row in gone} | {listing}


def test_hidden_work_on_a_public_article_leaves_no_trace(story, admin):
    editing.publish(story.article, by=admin)
    noted()
    unseen = make_actor()

    event = make_event(participants=[(unseen, "actor")])
    report = make_report(event=event, article=story.article)
    editing.reject(report, by=admin, reason="Not said.")
    make_mention(story.article, "AP", unseen)
    Article.objects.filter(pk=story.article.pk).update(notes="Ask the archive.")
    Affiliation.objects.create(person=story.actor, organisation=make_actor(kind="state"))
    EventRelation.objects.create(source=story.event, target=event, kind="about")
    Participation.objects.create(event=story.event, report=second_report(story), actor=unseen, role="host")
    ActorName.objects.create(actor=unseen, name="Nobody")

    assert noted() == set()


def second_report(story: Any) -> Report:
    return make_report(event=story.event, article=make_article(issue=story.issue), confirmed=True)


def test_a_cross_reference_to_a_draft_is_told_when_the_draft_is_published(story, admin):
    editing.publish(story.article, by=admin)
    draft = make_article(issue=story.issue)
    reference = CrossReference(article=story.article)
    reference.place_on(story.article.text, 0, 6, version=1)
    reference.save()
    noted()

    CrossReference.objects.filter(pk=reference.pk).update(target_article=draft)
    before = noted()
    editing.publish(draft, by=admin)

    assert before == set()
    assert ("cross-references", str(reference.pk), "changed") in noted()


def test_a_new_slug_is_shown_and_the_old_one_gone(story, admin):
    editing.publish(story.article, by=admin)
    noted()

    Actor.objects.filter(pk=story.actor.pk).update(slug="ana-bel")

    event = ("events", story.event.public_id, "changed")  # it says the slug of who took part
    assert noted() == {("actors", "ana", "gone"), ("actors", "ana-bel", "shown"), event}


def test_a_merged_row_is_gone_and_comes_back_when_the_merge_is_undone(story, admin):
    other = make_actor(slug="anna")
    Participation.objects.create(event=story.event, actor=other, role="actor")
    editing.publish(story.article, by=admin)
    noted()

    record = merge(story.actor, other, by=admin, reason="The same person.")
    merged = noted()
    undo(record, by=admin)

    assert ("actors", "anna", "gone") in merged
    assert ("actors", "ana", "changed") in merged
    assert ("actors", "anna", "shown") in noted()


def test_moving_an_article_notes_its_new_address(story, admin):
    editing.publish(story.article, by=admin)
    noted()
    target = make_issue(publication=story.issue.publication, volume=5, number=108)

    moving.move_article(story.article, target, by=admin, reason="Wrong issue.")

    changes = noted()
    assert ("issues", str(story.issue.pk), "gone") in changes
    assert ("issues", str(target.pk), "shown") in changes
    moved = PublicChange.objects.latest_of(kind="articles", row_id=story.article.pk)
    assert (moved.op, moved.path) == ("changed", "/publications/digest/5/108/1/")


@pytest.mark.parametrize(
    ("write", "kind", "substantive"),
    [
        (lambda s: type(s.event).objects.filter(pk=s.event.pk).update(label="Talks"), "event", False),
        (lambda s: type(s.event).objects.filter(pk=s.event.pk).update(date="1999-05-28"), "event", True),
        (lambda s: Report.objects.filter(pk=s.report.pk).update(note="Sure?"), "report", False),
        (lambda s: Report.objects.filter(pk=s.report.pk).update(hedged=True), "report", True),
        (lambda s: s.report.evidence.update(prefix="before"), "report", False),
        (lambda s: make_evidence(s.report, "met", kind="trigger"), "report", True),
        (lambda s: type(s.mention).objects.filter(pk=s.mention.pk).update(suffix="after"), "mention", False),
    ],
)
def test_label_note_and_context_are_cosmetic_all_else_is_not(story, admin, write, kind, substantive):
    editing.publish(story.article, by=admin)
    noted()

    write(story)

    changed = getattr(story, kind)
    assert substance()[f"{kind}s", changed.public_id if kind == "event" else str(changed.pk)] is substantive


def test_codes_are_noted_by_their_keys(admin):
    noted()

    mode = Mode.objects.order_by("key").first()

    Mode.objects.filter(key=mode.key).update(label="Another word")

    assert noted() == {("modes", mode.key, "changed")}


def test_deleting_leaves_the_key_on_record(story, admin):
    editing.publish(story.article, by=admin)
    noted()

    key = str(story.mention.pk)

    story.mention.delete()

    assert noted() == {("mentions", key, "gone")}
