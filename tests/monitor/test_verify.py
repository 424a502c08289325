"""Every check of `manage.py verify` sees what it is for: rows past the rules, guards taken away, doors left open."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from articles.models import (
    Article,
    CrossReference,
    ImportFile,
    ImportPiece,
    ImportProblem,
    ImportRun,
    OldAddress,
    PublicChange,
    PublicTouch,
)
from articles.models.article import span_models
from articles.verbs import check_rules
from events import editing
from events.models import Event, RequestKey, SavedList
from monitor.noting import note_all
from monitor.verifying import history, visibility
from monitor.verifying.all_checks import all_checks
from monitor.verifying.check import SHOWN, Finding
from tests.make import (
    make_actor,
    make_article,
    make_decision,
    make_event,
    make_place,
    make_publication,
    make_release,
    make_report,
    make_source,
    make_user,
)
from tests.programs import make_token

pytestmark = pytest.mark.django_db

SPANS = [model._meta.db_table for model in span_models()]
HISTORIES = history.tracked_models()
JUDGED = visibility.judged_models()
LATEST = "(SELECT max(id) FROM {})"


@pytest.fixture(scope="module")
def _archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A small archive with a row in every table, and hidden rows of every kind."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("generate", articles=45, events=120, seed=5, processes=1, stdout=io.StringIO())
        make_hidden_rows()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


def make_quarantine() -> None:
    run = ImportRun.objects.create()
    ImportPiece.objects.create(file=ImportFile.objects.create(run=run, path="a.txt"), number=1, data=b"a")
    ImportProblem.objects.create(
        run=run, path="a.txt", line=1, code="no_text", severity="refused", fingerprint="a" * 64
    )


def make_hidden_rows() -> None:
    make_publication()
    draft = make_article(text="A draft (see the Digest, June 3).\n\nIt has no reader yet.")
    reference = CrossReference(article=draft)
    reference.place_on(draft.text, 8, 32, version=1)
    reference.save()
    make_source()
    make_actor()
    make_place()
    make_report(article=make_article())
    editor = make_user("editor")
    editing.take(draft, by=editor)
    editing.publish_set([make_article().pk], by=editor)
    SavedList.objects.create(owner=editor, name="Undated", of="event", query="date=")
    make_quarantine()
    make_event(merged_into=make_event())
    make_release()
    OldAddress.objects.create(path="/old/", target="/new/")
    PublicTouch.objects.create(revision_id=0, kind="articles", how="maybe")
    RequestKey.objects.create(user=make_user(), key="k", request_hash="0" * 64)
    make_decision(draft, "A draft")
    make_token(make_user())


@pytest.fixture
def archive(_archive: None) -> Iterator[None]:
    """The archive, whole again after each test."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def run(name: str) -> Finding:
    return next(check for check in all_checks() if check.name == name).run()


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def behind_the_back(statement: str, *tables: str) -> None:
    """Run it with the triggers of the tables off, as nobody should."""
    check_rules()
    for table in tables:
        execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    execute(statement)


def test_nothing_is_found_where_nothing_is_broken(archive: None) -> None:
    findings = {check.name: check.run() for check in all_checks()}

    assert {name: finding.shown for name, finding in findings.items() if finding.breaches} == {}
    assert sum(finding.looked_at for finding in findings.values()) > 1_000


# Rows past the rules

NEWEST_ROW = "article_id = (SELECT max(article_id) FROM articles_searchrow)"
BROKEN = [
    (
        "search_rows_say_what_articles_say",
        f"DELETE FROM articles_searchrow WHERE {NEWEST_ROW}",
        (),
        "is published and has no search row",
    ),
    (
        "search_rows_say_what_articles_say",
        "UPDATE articles_article SET status = 'withdrawn' WHERE id = (SELECT max(article_id) FROM articles_searchrow)",
        ("articles_article",),
        "has a search row and is not published",
    ),
    (
        "search_rows_say_what_articles_say",
        "UPDATE articles_article SET title = 'Kanari' WHERE id = (SELECT max(article_id) FROM articles_searchrow)",
        ("articles_article",),
        "is found by other words",
    ),
    (
        "search_rows_say_what_articles_say",
        f"UPDATE articles_searchrow SET facets = facets || 1 WHERE {NEWEST_ROW}",
        (),
        "is counted under",
    ),
    (
        "search_rows_say_what_articles_say",
        f"UPDATE articles_searchrow SET date = '1066-10-14' WHERE {NEWEST_ROW}",
        (),
        "is found on 1066-10-14",
    ),
    (
        "search_variants_are_the_names",
        "UPDATE events_placename SET name = 'Kanari' WHERE id = (SELECT max(id) FROM events_placename)",
        ("events_placename",),
        "is called “Kanari”, which search does not know",
    ),
    (
        "search_variants_are_the_names",
        "INSERT INTO articles_searchvariant (kind, owner, key, spelling) "
        "VALUES ('events.actor', 1, 'kanari', 'Kanari')",
        (),
        "is no longer called “Kanari”",
    ),
    (
        "search_words_are_known",
        "DELETE FROM articles_searchword",
        (),
        "in its headline",
    ),
    (
        "no_search_row_is_due",
        "INSERT INTO articles_searchdue (article_id, words) VALUES (1, true)",
        ("articles_searchdue",),
        "waits for its search row",
    ),
    (
        "confirmed_reports_have_a_sentence",
        "DELETE FROM events_evidence WHERE kind = 'sentence' AND report_id = "
        "(SELECT min(id) FROM events_report WHERE review_state = 'confirmed')",
        ("events_evidence",),
        "has no sentence",
    ),
    (
        "evidence_fits_its_report",
        "UPDATE events_evidence e SET participation_id = (SELECT min(p.id) FROM events_participation p "
        "JOIN events_report r ON r.id = e.report_id WHERE p.event_id <> r.event_id) WHERE id = "
        "(SELECT max(id) FROM events_evidence WHERE participation_id IS NOT NULL)",
        ("events_evidence",),
        "of another event",
    ),
    (
        "attribution_cites_in_its_article",
        "UPDATE events_attribution SET cited_report_id = (SELECT min(c.id) FROM articles_citedreport c "
        "JOIN articles_citation n ON n.id = c.citation_id JOIN events_report r ON r.article_id <> n.article_id "
        "WHERE r.id = report_id) WHERE id = (SELECT max(id) FROM events_attribution)",
        ("events_attribution",),
        "cites article",
    ),
    (
        "text_is_its_version",
        "UPDATE articles_textversion SET text = text || '!' WHERE id = (SELECT max(id) FROM articles_textversion)",
        ("articles_textversion",),
        "differs from its text version 1",
    ),
    (
        "text_is_its_version",
        "DELETE FROM articles_textversion WHERE id = (SELECT max(id) FROM articles_textversion)",
        ("articles_textversion",),
        "has no text version 1",
    ),
    (
        "text_versions_are_complete",
        "UPDATE articles_textversion SET number = 3, public_reason = 'other' "
        "WHERE id = (SELECT max(id) FROM articles_textversion)",
        ("articles_textversion",),
        "has versions {3}",
    ),
    (
        "text_is_normal_and_hashed",
        "UPDATE articles_article SET text_sha256 = repeat('0', 64) WHERE id = (SELECT max(id) FROM articles_article)",
        ("articles_article",),
        "hash of another text",
    ),
    (
        "text_is_normal_and_hashed",
        "UPDATE articles_article SET text = text || E'\\n\\ntrailing blank \\n\\ne\\u0301' WHERE id = "
        "(SELECT max(id) FROM articles_article)",
        ("articles_article",),
        "not in its normal form",
    ),
    (
        "text_is_normal_and_hashed",
        "UPDATE articles_article SET title = 'Something else' WHERE id = "
        "(SELECT max(id) FROM articles_article WHERE title_is_derived)",
        ("articles_article",),
        "derived title",
    ),
    (
        "places_lie_in_their_ancestors",
        "UPDATE events_place SET ancestors = '{}' WHERE id = (SELECT max(id) FROM events_place WHERE parent_id > 0)",
        ("events_place",),
        "has the ancestors {}",
    ),
    (
        "places_lie_in_their_ancestors",
        "UPDATE events_place SET parent_id = id WHERE id = (SELECT min(id) FROM events_place)",
        ("events_place",),
        "lies in a circle",
    ),
    (
        "roles_are_legal",
        "UPDATE events_participation SET role = 'host' WHERE id = (SELECT max(p.id) FROM events_participation p "
        "JOIN events_event e ON e.id = p.event_id WHERE e.type_id LIKE 'X-%' AND p.report_id IS NULL)",
        ("events_participation",),
        "does not know",
    ),
    (
        "affiliations_join_person_and_body",
        "UPDATE events_actor SET kind = 'group' WHERE id = (SELECT max(person_id) FROM events_affiliation)",
        ("events_actor",),
        "joins a group",
    ),
    (
        "names_are_sorted_as_they_read",
        "UPDATE events_actorname SET key = 'zz' WHERE id = (SELECT max(id) FROM events_actorname)",
        ("events_actorname",),
        "is sorted as 'zz'",
    ),
    (
        "slugs_fit_into_addresses",
        "UPDATE events_place SET slug = 'Not an address' WHERE id = (SELECT max(id) FROM events_place)",
        ("events_place",),
        "has the slug 'Not an address'",
    ),
    (
        "dates_have_their_bounds",
        "UPDATE articles_issue SET date_lower = date_lower - 1 WHERE date = (SELECT max(date) FROM articles_issue)",
        ("articles_issue",),
        "has the bounds",
    ),
    (
        "dates_have_their_bounds",
        "UPDATE articles_issue SET date = '28 May' WHERE id = (SELECT max(id) FROM articles_issue WHERE date <> '')",
        ("articles_issue",),
        "is no date",
    ),
    (
        "event_shows_what_its_reports_say",
        "UPDATE events_event SET status = 'denied', min_sources = 77 WHERE id = "
        "(SELECT min(id) FROM events_event WHERE status = 'occurred')",
        ("events_event",),
        "status is 'denied' and should be 'occurred'; min_sources is 77",
    ),
]


@pytest.mark.parametrize(("name", "statement", "tables", "words"), BROKEN, ids=[f"{b[0]}-{b[3]}" for b in BROKEN])
def test_a_broken_row_is_found_and_named(
    archive: None, name: str, statement: str, tables: tuple[str, ...], words: str
) -> None:
    before = run(name)
    behind_the_back(statement, *tables)

    after = run(name)

    assert before.breaches == 0
    assert after.breaches >= 1
    assert words in str(after.shown[0])


@pytest.mark.parametrize("table", SPANS)
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("quote = 'x' || quote", "but the text reads"),
        ('"end" = 900000, start = 899990', "but the text reads"),
        ("prefix = 'none of it'", "around it"),
        ("suffix = 'none of it'", "around it"),
        ("text_version = 4", "stands in text 4"),
        ("state = 'orphan', start = NULL, \"end\" = NULL, text_version = 4", "is of text 4"),
    ],
)
def test_a_span_on_other_words_is_found_in_every_table(archive: None, table: str, change: str, words: str) -> None:
    behind_the_back(f"UPDATE {table} SET {change} WHERE id = {LATEST.format(table)}", table)

    finding = run(f"{table.partition('_')[2]}_stands_on_its_words")

    assert finding.breaches == 1
    assert words in finding.shown[0].what


@pytest.mark.parametrize("table", ["articles_newssource", "events_actor", "events_place", "events_event"])
def test_a_merge_into_a_merged_row_is_found(archive: None, table: str) -> None:
    behind_the_back(
        f"UPDATE {table} SET merged_into_id = (SELECT max(id) FROM {table} WHERE merged_into_id > 0) "
        f"WHERE id = (SELECT min(id) FROM {table} WHERE merged_into_id IS NULL)",
        table,
    )

    finding = run(f"{table.partition('_')[2]}_merges_are_final")

    assert finding.breaches >= 1
    assert "itself" in finding.shown[0].what


# History


@pytest.mark.parametrize("kept", HISTORIES, ids=lambda model: model.__name__)
def test_a_row_without_history_is_found_in_every_table(archive: None, kept: Any) -> None:
    behind_the_back(f"DELETE FROM {kept._meta.db_table}", kept._meta.db_table)

    finding = run(f"{kept.pgh_tracked_model._meta.model_name}_has_its_history")

    assert finding.looked_at >= 1
    assert finding.breaches == finding.looked_at
    assert finding.shown[0].what == "has no history"


@pytest.mark.parametrize("kept", HISTORIES, ids=lambda model: model.__name__)
def test_a_row_that_was_deleted_on_record_and_is_there_is_found(archive: None, kept: Any) -> None:
    behind_the_back(f"UPDATE {kept._meta.db_table} SET pgh_label = 'delete'", kept._meta.db_table)

    finding = run(f"{kept.pgh_tracked_model._meta.model_name}_has_its_history")

    assert finding.breaches == finding.looked_at
    assert finding.shown[0].what == "is there, though its history ends with a deletion"


def test_another_value_than_the_history_has_is_found(archive: None) -> None:
    behind_the_back("UPDATE events_event SET label = 'Secretly changed'", "events_event")

    finding = run("event_has_its_history")

    assert finding.breaches == Event.objects.count()
    assert len(finding.shown) == SHOWN
    assert finding.shown[0].what == "differs from the last row of its history"


def test_a_row_that_went_without_a_trace_is_found(archive: None) -> None:
    behind_the_back(
        f"DELETE FROM articles_sourceurl WHERE id = {LATEST.format('articles_sourceurl')}", "articles_sourceurl"
    )

    finding = run("sourceurl_has_its_history")

    assert [breach.what for breach in finding.shown] == ["is gone, and its history does not say so"]


# Visibility


@pytest.mark.parametrize(
    "model", [m for m in JUDGED if m.__name__ in visibility.PUBLIC], ids=lambda model: model.__name__
)
def test_a_door_left_open_is_found_for_every_table(archive: None, monkeypatch: pytest.MonkeyPatch, model: Any) -> None:
    name = f"{model._meta.model_name}_shows_what_is_public"
    monkeypatch.setattr(type(model.objects.all()), "public", lambda rows: rows)

    finding = run(name)

    assert finding.breaches >= 1
    assert finding.shown[0].what == "is shown and is not public"


def test_a_door_shut_on_public_rows_is_found(archive: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(Article.objects.all()), "public", lambda rows: rows.none())

    finding = run("article_shows_what_is_public")

    assert finding.breaches == Article.objects.filter(status="published").count()
    assert finding.shown[0].what == "is public and is not shown"


def test_every_table_with_a_public_part_has_its_reasons_written_down() -> None:
    missing = {model.__name__ for model in JUDGED} - visibility.PUBLIC.keys()

    assert missing == set(), "write in monitor/verifying/visibility.py what of these tables is public"


# Public changes

UNNOTED = [
    ("actors", "UPDATE articles_publicchange SET op = 'gone' WHERE kind = 'actors'", "is public and is not noted"),
    ("modes", "DELETE FROM articles_publicchange WHERE kind = 'modes'", "is public and is not noted"),
    (
        "events",
        "INSERT INTO articles_publicchange (revision_id, kind, row_id, key, path, op, substantive)"
        " VALUES (1, 'events', 999999, 'E999999', '', 'shown', true)",
        "is noted as public and is not",
    ),
]


@pytest.mark.parametrize(("kind", "statement", "words"), UNNOTED, ids=[kind for kind, _, _ in UNNOTED])
def test_a_public_row_off_the_record_is_found_and_noted_again(
    archive: None, kind: str, statement: str, words: str
) -> None:
    execute(statement)
    found = run(f"{kind}_are_noted_as_public")

    note_all()
    connection.check_constraints()

    assert found.breaches >= 1
    assert words in found.shown[0].what
    assert run(f"{kind}_are_noted_as_public").breaches == 0


def test_a_write_with_the_triggers_off_is_found(archive: None) -> None:
    behind_the_back("UPDATE articles_article SET status = 'withdrawn' WHERE status = 'published'", "articles_article")

    found = run("articles_are_noted_as_public")

    assert found.looked_at == 0
    assert found.shown[0].what == "is noted as public and is not"


def test_the_command_notes_what_is_missing_and_nothing_twice(archive: None) -> None:
    said = io.StringIO()
    note_all()
    connection.check_constraints()

    before = PublicChange.objects.count()
    call_command("note_public", stdout=said)
    connection.check_constraints()

    assert PublicChange.objects.count() == before
    assert said.getvalue() == "nothing to note\n"


# Guards

GUARDS = [
    ("triggers_are_declared_ones", "DROP TRIGGER {trigger} ON events_report", "is not installed"),
    ("triggers_are_declared_ones", "COMMENT ON TRIGGER {trigger} ON events_report IS 'x'", "not the one"),
    (
        "triggers_are_declared_ones",
        "CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "not the one",
    ),
    ("triggers_are_enabled", "ALTER TABLE events_report DISABLE TRIGGER {trigger}", "is disabled"),
    ("triggers_are_enabled", "ALTER TABLE events_report ENABLE REPLICA TRIGGER {trigger}", "on replicas only"),
    ("no_setting_switches_triggers_off", "ALTER ROLE CURRENT_USER SET pgtrigger.ignore = '{{x}}'", "pgtrigger.ignore"),
    ("constraints_are_there", "ALTER TABLE articles_article DROP CONSTRAINT article_has_title", "is missing"),
    ("constraints_are_there", "ALTER TABLE events_event DROP CONSTRAINT mode_belongs_to_type", "is missing"),
    ("constraints_are_there", "DROP INDEX news_source_is_one_a_spelling", "is missing"),
    ("constraints_are_there", "ALTER TABLE articles_article ALTER COLUMN text DROP NOT NULL", "may be null"),
    ("constraints_are_there", "ALTER TABLE events_report DROP CONSTRAINT {key}", "has no foreign key"),
    (
        "constraints_are_validated",
        "ALTER TABLE articles_article DROP CONSTRAINT article_has_title,"
        " ADD CONSTRAINT article_has_title CHECK (title <> '') NOT VALID",
        "is not validated",
    ),
]


@pytest.mark.parametrize(("name", "statement", "words"), GUARDS, ids=[f"{g[0]}-{g[1][:40]}" for g in GUARDS])
def test_a_guard_taken_away_is_found(archive: None, name: str, statement: str, words: str) -> None:
    before = run(name)
    check_rules()
    execute(statement.format(trigger=_name("tg"), key=_name("fk")))

    after = run(name)

    assert before.breaches == 0
    assert after.breaches == 1
    assert words in str(after.shown[0])


def _name(what: str) -> str:
    """The trigger that demands a sentence, or the key from reports to articles, as the database calls them."""
    queries = {
        "tg": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'events_report'::regclass"
        " AND tgname LIKE '%confirmed_has_sentence%'",
        "fk": "SELECT conname FROM pg_constraint WHERE conrelid = 'events_report'::regclass AND contype = 'f'"
        " AND confrelid = 'articles_article'::regclass",
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[what])
        return str(cursor.fetchone()[0])


# The command


def test_the_command_prints_each_check_with_its_count(archive: None) -> None:
    out = io.StringIO()

    call_command("verify", only=["roles_are_legal", "slugs_fit_into_addresses"], stdout=out)

    lines = out.getvalue().splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["ok", "roles_are_legal"], ["ok", "slugs_fit_into_addresses"]]
    assert lines[-1] == "2 checks, 0 breaches"


def test_the_command_names_the_first_breaches_and_what_to_do_and_fails(archive: None) -> None:
    behind_the_back("UPDATE events_event SET label = 'Secretly changed'", "events_event")
    out = io.StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("verify", only=["event_has_its_history"], stdout=out)

    printed = out.getvalue()
    assert ended.value.code == 1
    assert printed.startswith("BREACH event_has_its_history")
    assert printed.count("differs from the last row") == SHOWN
    assert f"… and {Event.objects.count() - SHOWN} more" in printed
    assert "What to do: " in printed


def test_an_unknown_check_is_refused_and_the_list_named() -> None:
    with pytest.raises(CommandError, match="--list"):
        call_command("verify", only=["nothing"])


def test_the_list_says_what_each_check_is_for() -> None:
    out = io.StringIO()

    call_command("verify", list=True, stdout=out)

    assert len(out.getvalue().splitlines()) == len(all_checks())
