"""The made-up archive: the same for the same numbers, true to its own words, lawful in the database."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils.text import slugify
from pytest_django.plugin import DjangoDbBlocker

from articles.citations import find_citations, find_cross_references
from articles.dates import Edtf
from articles.models import Article, Issue, Publication
from articles.text import normalise, sentences, sort_key
from events import codebook
from events.models import Actor, Event, MergeRecord, Place, Report
from monitor.content import content_hash, content_lines
from monitor.generating.article import Article as Planned
from monitor.generating.filling import Filling
from monitor.generating.prose import Prose, Said
from monitor.generating.scenario import Batch, Scenario
from monitor.generating.timetable import spread
from monitor.verifying.all_checks import all_checks

SMALL = {"articles": 45, "events": 120, "seed": 5, "publications": 4}


def scenario(**over: int) -> Scenario:
    return Scenario(**{**SMALL, **over})


def batches(plan: Scenario) -> list[Batch]:
    return [plan.batch(number) for number in range(len(plan))]


@pytest.fixture(scope="module")
def planned() -> list[Batch]:
    """Enough for every kind of row to appear."""
    return batches(scenario(articles=1500, events=4000, seed=2))


@pytest.fixture(scope="module")
def articles(planned: list[Batch]) -> list[tuple[Planned, str]]:
    """The articles with the dates of their issues."""
    return [(article, batch.issues[article.issue].date) for batch in planned for article in batch.articles]


# The plan


def test_equal_numbers_plan_the_same_archive() -> None:
    assert batches(scenario()) == batches(scenario())


@pytest.mark.parametrize("other", [{"seed": 6}, {"articles": 46}, {"events": 121}, {"publications": 3}])
def test_another_number_plans_another_archive(other: dict[str, int]) -> None:
    assert batches(scenario(**other)) != batches(scenario())


@pytest.mark.parametrize(("wanted", "events"), [(1, 0), (1, 3), (7, 40), (300, 10), (450, 900)])
def test_a_plan_has_as_many_articles_and_events_as_wanted(wanted: int, events: int) -> None:
    plan = batches(scenario(articles=wanted, events=events))

    assert sum(len(batch.articles) for batch in plan) == wanted
    assert [event.number for batch in plan for event in batch.events] == list(range(events))


@pytest.mark.parametrize(("total", "weights"), [(10, [1, 1, 1]), (0, [2, 3]), (7, [0.5, 100, 0.1]), (5, [])])
def test_parts_that_follow_weights_add_up(total: int, weights: list[float]) -> None:
    parts = spread(total, weights)

    assert len(parts) == len(weights)
    assert sum(parts) == (total if weights else 0)


def test_texts_are_normal_and_about_as_long_as_digest_items(articles: list[tuple[Planned, str]]) -> None:
    lengths = [len(article.text) for article, _ in articles]

    assert all(normalise(article.text) == article.text for article, _ in articles)
    assert 2_500 < sum(lengths) / len(lengths) < 3_500


def test_marked_sentences_are_sentences_of_the_text(articles: list[tuple[Planned, str]]) -> None:
    for article, _ in articles[:300]:
        found = {tuple(stretch) for stretch in sentences(article.text)}
        marked = {tuple(e.place) for _, evidence in article.evidence for e in evidence if e.kind == "sentence"}

        assert marked <= found


def test_citations_and_cross_references_are_those_that_the_grammar_finds(articles: list[tuple[Planned, str]]) -> None:
    for article, issued in articles[:300]:
        cited = [(*c.place, [(words, date) for _, words, date in c.reports]) for c in article.citations]
        referred = [(*r.place, r.publication, r.volume, r.number, r.date) for r in article.references]

        assert cited == [
            (c.start, c.end, [(r.date_words, r.date) for r in c.reports]) for c in find_citations(article.text, issued)
        ]
        assert referred == [
            (r.start, r.end, r.publication, r.volume, r.number, date)
            for r in find_cross_references(article.text, issued)
            for date in (r.dates or ("",))
        ]


def test_every_mark_stands_on_the_words_that_it_means(articles: list[tuple[Planned, str]]) -> None:
    for article, _ in articles:
        words = [article.text[slice(*mention.place)] for mention in article.mentions]
        for mention, quote in zip(article.mentions, words, strict=True):
            city = getattr(mention.row, "city", "")
            assert quote in (
                (city,) if mention.reading == "metonym" else (mention.row.name, mention.row.name.split()[-1])
            )
        for report, evidence in article.evidence:
            quotes = {e.kind: article.text[slice(*e.place)] for e in evidence}
            assert quotes.get("time", report.moment.words) == report.moment.words
            assert quotes.get("trigger", report.phrase.past) in vars_of(report.phrase)


def vars_of(phrase: Any) -> tuple[str, ...]:
    return (phrase.base, phrase.past, phrase.gerund, phrase.done)


def test_dates_are_canonical(planned: list[Batch]) -> None:
    dates = {event.moment.edtf for batch in planned for event in batch.events}
    dates |= {date for batch in planned for a in batch.articles for c in a.citations for _, _, date in c.reports}

    assert all(str(Edtf.parse(date)) == date for date in dates if date)


def test_parts_are_lawful_by_the_codebook(planned: list[Batch]) -> None:
    types = {row["code"]: row for row in codebook.current().types}
    modes = {(row["type"], row["code"]) for row in codebook.current().modes}
    contexts = {row["code"] for row in codebook.current().contexts}

    for event in (event for batch in planned for event in batch.events):
        assert not event.phrase.mode or (event.phrase.type, event.phrase.mode) in modes
        assert set(event.contexts) <= contexts
        for report in event.reports:
            roles = {part.role for part in report.parts}
            assert roles <= set(types[report.phrase.type]["roles"])
            assert "recipient" in roles or not types[report.phrase.type]["needs_recipient"]


def test_every_kind_of_row_appears(planned: list[Batch]) -> None:
    events = [event for batch in planned for event in batch.events]
    reports = [report for event in events for report in event.reports]

    assert {report.status for report in reports} == {
        *("occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled")
    }
    assert {report.review for report in reports} == {"proposed", "confirmed", "rejected", "returned"}
    assert {a.status for batch in planned for a in batch.articles} == {"draft", "in_review", "published", "withdrawn"}
    assert {claim for report in reports for claim in report.claims} == {"date", "place", "type", "parts"}
    assert any(report.background for report in reports) and any(report.hedged for report in reports)
    assert max(len(event.reports) for event in events) >= 4
    assert {issue.basis for batch in planned for issue in batch.issues} == {"printed", "derived", "unknown"}
    assert {issue.day.year for batch in planned for issue in batch.issues} == set(range(1995, 2006))


def test_names_give_addresses_of_their_own() -> None:
    plan = scenario(articles=50_000, events=0)
    for rows in (plan.cast.actors, plan.places.all):
        slugs = Counter(slugify(sort_key(row.name)) for row in rows)
        assert slugs.most_common(1)[0][1] == 1


def test_prose_remembers_where_its_words_stand() -> None:
    prose = Prose()
    prose.say("{who} met {whom}.", {"who": Said("the ", "crew"), "whom": "nobody"})
    prose.paragraph()
    second = prose.say("{when}, nothing happened.", {"when": Said("on ", "May 3")})

    assert prose.text == "The crew met nobody.\n\nOn May 3, nothing happened."
    assert prose.text[second.start : second.end] == "On May 3, nothing happened."
    assert prose.text[slice(*second.marks["when"])] == "May 3"


# The database


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        generate()
        connection.check_constraints()  # as the commit would: only then is noted what is public
        yield
        transaction.set_rollback(True)


def generate(**over: Any) -> str:
    out = io.StringIO()
    values = {"articles": SMALL["articles"], "events": SMALL["events"], "seed": SMALL["seed"], "processes": 1, **over}
    call_command("generate", stdout=out, **values)
    return out.getvalue()


@pytest.mark.django_db
def test_the_archive_is_filled_and_breaks_no_promise(archive: None) -> None:
    findings = {check.name: check.run() for check in all_checks()}

    assert Article.objects.count() == SMALL["articles"]
    assert Event.objects.count() == SMALL["events"]
    assert {name: finding.shown for name, finding in findings.items() if finding.breaches} == {}


@pytest.mark.django_db
def test_what_events_show_needs_no_second_look(archive: None) -> None:
    assert Event.objects.all().derive_again() == 0
    assert Event.objects.exclude(status="").exists()


@pytest.mark.django_db
def test_history_says_that_it_was_generated(archive: None) -> None:
    for model in (Article, Event, Report):
        contexts = model.objects.first().history.values_list("pgh_context__reason", flat=True)
        assert list(contexts) == ["generated"]


@pytest.mark.django_db
def test_some_actors_and_a_place_are_merged_on_record(archive: None) -> None:
    merged = Actor.objects.filter(merged_into__isnull=False)

    assert merged.exists() and Place.objects.filter(merged_into__isnull=False).exists()
    assert MergeRecord.objects.filter(what="actor").count() == merged.count()


@pytest.mark.django_db
def test_places_lie_in_each_other_with_and_without_coordinates(archive: None) -> None:
    assert {len(place.ancestors) for place in Place.objects.all()} >= {0, 1, 2, 3}
    assert {place.latitude is None for place in Place.objects.all()} == {True, False}


@pytest.mark.django_db
def test_more_is_added_only_on_request(archive: None) -> None:
    with pytest.raises(CommandError, match="Give --add"):
        generate()


@pytest.mark.django_db
def test_what_is_added_stands_beside_the_rest(archive: None) -> None:
    with transaction.atomic():
        generate(add=True, articles=10, events=20)

        assert Article.objects.count() == SMALL["articles"] + 10
        assert Publication.objects.filter(slug="continental-digest-2").exists()
        assert Event.objects.count() == SMALL["events"] + 20
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_same_numbers_give_the_same_content(archive: None) -> None:
    first = content_hash(content_lines())
    hashes = []
    for seed in (SMALL["seed"], 6):
        with transaction.atomic():
            empty()
            generate(seed=seed)
            hashes.append(content_hash(content_lines()))
            transaction.set_rollback(True)

    assert hashes[0] == first
    assert hashes[1] != first


def empty() -> None:
    """Take all articles and events away, in the order in which they hold each other."""
    Event.objects.update(date_read_in=None, date_origin="person", merged_into=None)
    Report.objects.all().delete()
    Event.objects.all().delete()
    Article.objects.all().delete()
    Issue.objects.all().delete()
    Publication.objects.all().delete()


@pytest.mark.django_db
def test_other_processes_are_refused_where_they_would_see_nothing(archive: None) -> None:
    with transaction.atomic():
        filling = Filling(scenario(articles=3, events=0))
        with pytest.raises(RuntimeError, match="use one process"):
            list(filling.write(processes=2))
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--articles", "-1", "--events", "0"], "no whole number"),
        (["--articles", "0", "--events", "5"], "Events need articles"),
        (["--articles", "5"], "--events"),
        (["--articles", "5", "--events", "5", "--publication-count", "99"], "invalid choice"),
    ],
)
def test_nonsense_is_refused_with_its_reason(arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("generate", *arguments)
