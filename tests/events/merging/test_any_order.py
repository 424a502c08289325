"""Whatever is merged in whatever order keeps the rules, and undone from the last to the first it never was."""

from random import Random

import pytest
from django.db import connection, transaction

from articles.models import NewsSource
from articles.verbs import Refused
from events.derive import Derived
from events.editing.splitting import move_report, split
from events.merging import merge, undo
from events.models import Actor, Attribution, Event, EventRelation, MergeRecord, Participation, Place, Report
from tests.events.merging.picture import difference, picture
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_place,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db
RUNS = [pytest.param(4, id="few"), pytest.param(120, id="full", marks=pytest.mark.drill)]
WORDS = ["Envoys", "They", "Varda", "the bridge", "The talks"]
ROLES = ["actor", "recipient", "host"]
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def small_archive(dice):
    """Few rows of everything, so that they meet: three articles that report some of four events."""
    actors = [make_actor() for _ in range(4)]
    places = [make_place(kind="site") for _ in range(3)]
    places.append(make_place(kind="site", parent=places[0]))
    sources = [make_source() for _ in range(3)]
    events = [event_of(dice, actors, places) for _ in range(4)]
    for _ in range(3):
        article = make_article(published=dice.random() < 0.7)
        citation = make_citation(article, CITATION, *((source, "1999-05-28") for source in dice.sample(sources, 2)))
        make_mention(article, "Varda", dice.choice(actors))
        for event in dice.sample(events, dice.randint(1, 3)):
            report_of(dice, event, article, actors, places, list(citation.reports.all()))
    pairs = {tuple(dice.sample(events, 2)) for _ in range(4)}
    EventRelation.objects.bulk_create(EventRelation(source=a, target=b, kind="part_of") for a, b in pairs)
    connection.check_constraints()


def event_of(dice, actors, places):
    place = dice.choice([None, *places])
    parts = {(dice.choice(actors), dice.choice(ROLES)) for _ in range(dice.randint(0, 3))}
    return make_event(date=dice.choice(["", "1999-05-28", "1999-05-29"]), place=place, participants=parts)


def report_of(dice, event, article, actors, places, cited):
    claims = {"claimed_date": dice.choice(["", "", "1999-05-30"]), "claimed_place": dice.choice([None, *places])}
    report = make_report(event=event, article=article, confirmed=dice.random() < 0.5, **claims)
    if dice.random() < 0.4:
        for actor in dice.sample(actors, 2):
            make_participation(event, actor, dice.choice(ROLES), report=report)
    parts = list(report.claimed_participations.all()) or list(event.participations.of_event_itself())
    for part in parts:
        make_evidence(report, dice.choice(WORDS), kind="participant", participation=part)
    Attribution.objects.create(report=report, cited_report=dice.choice(cited))
    Event.objects.filter(pk=event.pk).derive_again()


def merge_some(dice, editor):
    """A merge of two rows, if the rules allow it."""
    model = dice.choice([Actor, Place, Event, NewsSource])
    standing = list(model.objects.filter(merged_into__isnull=True).order_by("pk"))
    one, other = dice.choice(standing), dice.choice(standing)
    return tried(lambda: merge(one, other, by=editor, reason="the same"))


def keeps_the_rules():
    connection.check_constraints()
    stale = [pk for pk, columns in Event.objects.all().derived().items() if columns != shown(pk)]
    assert stale == []
    assert not Participation.objects.filter(actor__merged_into__isnull=False).exists()
    for participation in Participation.objects.filter(report__isnull=False).select_related("report"):
        assert participation.event_id == participation.report.event_id


def shown(pk):
    return Derived(*Event.objects.values_list("status", "has_conflict", "min_sources").get(pk=pk))


@pytest.mark.parametrize("runs", RUNS)
def test_merges_undone_from_the_last_to_the_first_leave_no_trace(runs):
    editor = make_user("editor")
    done = 0
    for seed in range(runs):
        dice = Random(seed)
        with transaction.atomic():
            small_archive(dice)
            before = picture()

            records = [record for _ in range(8) if (record := merge_some(dice, editor))]
            keeps_the_rules()
            for record in reversed(records):
                undo(record, by=editor)
                keeps_the_rules()

            assert difference(before, picture()) == {}, f"seed {seed}"
            done += len(records)
            transaction.set_rollback(True)

    assert done > runs * 3


@pytest.mark.parametrize("runs", RUNS)
def test_merges_splits_moves_and_undos_in_any_order_keep_the_rules(runs):
    editor = make_user("editor")
    for seed in range(runs):
        dice = Random(seed)
        with transaction.atomic():
            small_archive(dice)

            for _ in range(12):
                dice.choice([merge_some, undo_some, split_some, move_some])(dice, editor)
                keeps_the_rules()

            transaction.set_rollback(True)


def undo_some(dice, editor):
    tried(lambda: undo(dice.choice(list(MergeRecord.objects.order_by("pk"))), by=editor))


def split_some(dice, editor):
    report = dice.choice(list(Report.objects.order_by("pk")))
    tried(lambda: split(report.event, [report], by=editor, reason="another", label="Another"))


def move_some(dice, editor):
    report, event = dice.choice(list(Report.objects.order_by("pk"))), dice.choice(list(Event.objects.order_by("pk")))
    tried(lambda: move_report(report, event, by=editor, reason="that one"))


def tried(act):
    try:
        with transaction.atomic():
            return act()
    except (Refused, IndexError):
        return None
