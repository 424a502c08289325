import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError

from articles.history import because
from articles.models import (
    Article,
    Citation,
    CitedReport,
    CrossReference,
    Issue,
    NewsSource,
    Publication,
    PublicReason,
    SourceUrl,
)
from tests.articles.importing.commands import LONG, codes, counts, line, run, write
from tests.make import make_article, make_issue, make_publication, make_source, make_user

pytestmark = pytest.mark.django_db

# From the file to the rows


def test_a_text_becomes_publication_issue_article_and_citations(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Publication: Monitor Volume: 5 Issue: 107\n\nIt rained (Kyodo, May 28-29; AP, Trud, May 29).")

    last_line, errors, code = run(path)

    article = Article.objects.get()
    assert (last_line, errors, code) == (
        "articles: 1 created, 0 unchanged, 0 conflicting, 0 refused; issues: 1 created",
        [],
        0,
    )
    assert (article.issue.publication.slug, article.issue.volume, article.issue.number) == ("monitor", 5, 107)
    assert (article.issue.date, article.issue.date_basis, article.position) == ("", "unknown", 1)
    assert (article.title_is_derived, article.title_printed, article.status) == (True, "", "draft")
    assert article.versions.get().text == article.text
    assert [(report.news_source.name, report.date) for report in CitedReport.objects.all()] == [
        ("Kyodo", "XXXX-05-28/XXXX-05-29"),
        ("AP", "XXXX-05-29"),
        ("Trud", "XXXX-05-29"),
    ]


def test_the_first_year_dates_issue_and_citations(tmp_path):
    path = write(tmp_path, line(text="It rained (Kyodo, May 28-29)."))

    run(path, first_year=1995)

    issue = Issue.objects.get()
    assert (issue.date, issue.date_basis) == ("1999", "derived")
    assert CitedReport.objects.get().date == "1999-05-28/1999-05-29"
    assert Publication.objects.get().first_year == 1995


def test_a_second_import_changes_nothing(tmp_path):
    path = write(
        tmp_path, line(), line(text="Another short one.", position=5), line(issue=108, url="https://a.example/")
    )
    run(path, first_year=1995)
    before = list(Article.objects.values())

    last_line, errors, code = run(path, first_year=1995)

    assert (counts(last_line), errors, code) == ((0, 3, 0, 0), [], 0)
    assert list(Article.objects.values()) == before
    assert Article.objects.first().history.count() == 1


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path):
    path = write(tmp_path, line(), line(issue=108, url="https://a.example/"), line(issue=109, url="https://a.example/"))

    foreseen = run(path, dry_run=True)
    nothing = Publication.objects.exists() or NewsSource.objects.exists()
    happened = run(path)

    assert not nothing
    assert foreseen == happened
    assert counts(happened[0]) == (2, 0, 1, 0)


def test_every_field_is_stored(tmp_path):
    fields = {
        "date": "1999-06-03",
        "position": 4,
        "title": "A quiet day",
        "title_printed": "A QUIET DAY.",
        "byline": "By Jane Doe",
        "section": "Harbours",
        "url": "https://a.example/1",
        "urls": ["https://b.example/1"],
        "status": "published",
    }

    run(write(tmp_path, line(**fields)))

    article = Article.objects.get()
    assert (article.issue.date, article.issue.date_basis) == ("1999-06-03", "printed")
    assert (article.position, article.order, article.title, article.title_printed) == (
        4,
        4,
        "A quiet day",
        "A QUIET DAY.",
    )
    assert (article.byline, article.section, article.status) == ("Jane Doe", "Harbours", "published")
    assert set(article.urls.values_list("url", flat=True)) == {"https://a.example/1", "https://b.example/1"}


def test_publish_publishes_what_was_made_now_and_nothing_else(tmp_path):
    old = make_article(issue=make_issue(publication=make_publication(title="Monitor"), volume=5, number=107), text=LONG)

    run(write(tmp_path, line(), line(text="New."), line(text="Gone.", status="withdrawn")), publish=True)

    old.refresh_from_db()
    assert old.status == "draft"
    assert dict(Article.objects.exclude(pk=old.pk).values_list("text", "status")) == {
        "New.": "published",
        "Gone.": "withdrawn",
    }


def test_the_history_says_who_and_why(tmp_path):
    user = make_user("editor")

    run(write(tmp_path, line(text="It rained (Kyodo, May 28).")), user=user.username)

    for row in (Article.objects.get(), Issue.objects.get(), Citation.objects.get(), NewsSource.objects.get()):
        context = row.history.get().pgh_context
        assert (context["user"], context["reason"]) == (user.pk, "import of articles")
    assert Article.objects.get().versions.get().made_by == user


# Positions


def test_a_position_is_the_next_free_one_in_file_order(tmp_path):
    path = write(tmp_path, line(text="One."), line(text="Two.", position=1), line(text="Three."))

    run(path)

    assert dict(Article.objects.values_list("text", "position")) == {"One.": 2, "Two.": 1, "Three.": 3}


def test_later_articles_take_positions_behind_the_stored_ones(tmp_path):
    run(write(tmp_path, line(text="One.", position=7)))

    run(write(tmp_path, line(text="Two.")))

    assert Article.objects.get(text="Two.").position == 8


def test_a_position_given_twice_in_a_file_is_refused(tmp_path):
    last_line, errors, code = run(write(tmp_path, line(text="One.", position=1), line(text="Two.", position=1)))

    assert (counts(last_line), codes(errors), code) == ((1, 0, 0, 1), ["position_taken"], 1)


def test_a_position_given_by_two_files_to_different_articles_is_a_conflict(tmp_path):
    write(tmp_path, line(text="One.", position=1), name="a.jsonl")
    write(tmp_path, line(text="Two.", position=1), name="b.jsonl")

    last_line, errors, code = run(tmp_path)

    assert (counts(last_line), codes(errors), code) == ((1, 0, 1, 0), ["text_differs"], 1)


def test_the_same_article_twice_in_a_file_is_a_conflict(tmp_path):
    path = write(tmp_path, line(), line())

    first, second = run(path), run(path)

    assert (counts(first[0]), codes(first[1])) == ((1, 0, 1, 0), ["duplicate"])
    assert (counts(second[0]), codes(second[1])) == ((0, 1, 1, 0), ["duplicate"])


# Which stored article a record is


@pytest.mark.parametrize(
    ("stored", "record", "code"),
    [
        ({"position": 3}, {"position": 3, "text": "Quite another text."}, "text_differs"),
        ({"url": "https://a.example/"}, {"url": "https://a.example/", "text": "Quite another text."}, "text_differs"),
        ({}, {"position": 9}, "field_differs"),
        ({"title_printed": "A QUIET DAY"}, {"title_printed": "A QUIET DAY", "text": "Quite another."}, "text_differs"),
        ({}, {"text": LONG.replace("nobody", "no one")}, "text_differs"),
        ({"byline": "Jane Doe"}, {"byline": "John Doe"}, "field_differs"),
        ({}, {"section": "Harbours"}, "field_differs"),
        ({}, {"url": "https://new.example/"}, "field_differs"),
        ({"title": "One"}, {"title": "Two"}, "field_differs"),
        ({"date": "1999-06-03"}, {"date": "1999-06-04"}, "issue_date_differs"),
        ({"date": "1999-06-03"}, {"date": "1999-06-03", "date_basis": "derived"}, "issue_date_differs"),
        ({}, {"date": "1999-06-03"}, "issue_date_differs"),
        ({}, {"text": "Quite another text.", "date": "1999-06-03"}, "issue_date_differs"),
    ],
)
def test_a_record_that_differs_from_its_article_is_a_conflict_and_nothing_is_written(tmp_path, stored, record, code):
    run(write(tmp_path, line(**stored)))
    before = list(Article.objects.values())

    last_line, errors, exit_code = run(write(tmp_path, line(**record)))

    assert (counts(last_line), codes(errors), exit_code) == ((0, 0, 1, 0), [code], 1)
    assert list(Article.objects.values()) == before


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"position": 1},
        {"title": "A quiet day", "byline": "Doe", "section": "", "date": "1999-06-03", "url": "https://a.example/"},
        {"status": "withdrawn"},
        {"text": f"{LONG}  \r\n\r\n"},
        {"publication": "THE MONITOR"},
    ],
)
def test_a_record_that_gives_no_other_value_is_unchanged(tmp_path, record):
    run(write(tmp_path, line(title="A quiet day", byline="Doe", date="1999-06-03", url="https://a.example/")))

    last_line, errors, code = run(write(tmp_path, line(**record)))

    assert (counts(last_line), errors, code) == ((0, 1, 0, 0), [], 0)


def test_a_text_that_the_article_had_before_is_unchanged(tmp_path):
    path = write(tmp_path, line())
    run(path)
    Article.objects.get().correct_text(
        LONG.replace("ferry", "boat"),
        by=make_user("editor"),
        reason="as printed",
        public_reason=PublicReason.values[0],
    )

    last_line, _, code = run(path)

    assert (counts(last_line), code) == ((0, 1, 0, 0), 0)


def test_another_article_of_the_issue_is_new(tmp_path):
    run(write(tmp_path, line()))

    last_line, _, _ = run(write(tmp_path, line(text="A text that shares nothing with what is stored about the ferry.")))

    assert counts(last_line) == (1, 0, 0, 0)


def test_an_address_of_another_issue_is_a_conflict(tmp_path):
    run(write(tmp_path, line(url="https://a.example/")))

    last_line, errors, _ = run(write(tmp_path, line(issue=108, text="Other.", url="https://a.example/")))

    assert (counts(last_line), codes(errors)) == ((0, 0, 1, 0), ["field_differs"])
    assert not Issue.objects.filter(number=108).exists()
    assert SourceUrl.objects.count() == 1


# The next item's headline at the end of a body


@pytest.mark.parametrize(
    "end", ["\n\nMinister “resigns” over ferry.", " MINISTER “RESIGNS” OVER FERRY", "\nMinister 'resigns' over ferry"]
)
def test_a_headline_that_the_next_article_confirms_is_stripped(tmp_path, end):
    quote = '"' if "“" in end else "'"
    write(tmp_path, line(text=LONG + end), name="a.jsonl")
    write(tmp_path, line(text="He left.", title_printed=f"MINISTER {quote}RESIGNS{quote} OVER FERRY."), name="b.jsonl")

    first, second = run(tmp_path), run(tmp_path)

    assert (counts(first[0]), counts(second[0])) == ((2, 0, 0, 0), (0, 2, 0, 0))
    article = Article.objects.get(position=1)
    assert article.text == LONG
    assert "over ferry" in article.announces.casefold()


def test_a_headline_that_nothing_confirms_stays(tmp_path):
    run(
        write(tmp_path, line(text=f"{LONG}\n\nMINISTER RESIGNS"), line(text="He left.", title_printed="MINISTER STAYS"))
    )

    assert Article.objects.get(position=1).text.endswith("MINISTER RESIGNS")


# Publications


def test_a_record_without_a_publication_needs_the_option(tmp_path):
    path = write(tmp_path, line(publication=...))

    refused, made = run(path), run(path, publication="harbour-digest", first_year=1995)

    assert (counts(refused[0]), codes(refused[1]), refused[2]) == ((0, 0, 0, 1), ["no_publication"], 1)
    assert counts(made[0]) == (1, 0, 0, 0)
    publication = Publication.objects.get()
    assert (publication.slug, publication.title, publication.first_year) == ("harbour-digest", "Harbour Digest", 1995)


def test_a_publication_is_found_by_alias_and_in_any_case(tmp_path):
    make_publication(slug="md", title="Monitor Digest", aliases=["Monitor"])

    run(write(tmp_path, line(publication="MONITOR"), line(publication="the monitor", text="Another one.")))

    assert Publication.objects.count() == 1
    assert Article.objects.count() == 2


def test_a_record_of_another_publication_than_the_option_is_refused(tmp_path):
    make_publication(slug="prism", title="Prism")

    last_line, errors, _ = run(write(tmp_path, line()), publication="prism")

    assert (counts(last_line), codes(errors)) == ((0, 0, 0, 1), ["other_publication"])


def test_a_new_publication_gets_a_free_slug(tmp_path):
    make_publication(slug="monitor", title="Some Other Digest", aliases=[])
    Publication.objects.update(slug="a-b")

    run(write(tmp_path, line(publication="A B")))

    assert Publication.objects.get(title="A B").slug == "a-b-2"


# News sources


def test_a_source_is_one_row_a_spelling_and_found_by_alias(tmp_path):
    kept = make_source(slug="itar-tass", name="Itar-Tass", aliases=["Tass"])
    merged = make_source(slug="kyodo-news", name="Kyodo News")
    target = make_source(slug="kyodo", name="Kyodo")
    merged.merged_into = target
    merged.save()

    run(write(tmp_path, line(text="It rained (ITAR-TASS, Tass, KYODO, Kyodo News, May 28; Ostral Courier, May 29).")))

    assert {report.news_source.name for report in CitedReport.objects.all()} == {"Itar-Tass", "Kyodo", "Ostral Courier"}
    assert NewsSource.objects.get(name="Ostral Courier").slug == "ostral-courier"
    assert kept.cited_reports.count() == 1


def test_sources_whose_slugs_would_be_equal_are_told_apart(tmp_path):
    run(write(tmp_path, line(text="It rained (Ostral Courier, Ostral-Courier, May 28).")))

    assert sorted(NewsSource.objects.values_list("name", flat=True)) == ["Ostral Courier", "Ostral-Courier"]


# Cross references


def test_a_cross_reference_finds_its_issue_also_when_that_is_imported_later(tmp_path):
    text = "So it was (see the Monitor, June 1 & 2; AP, June 2). More of it (see the Monitor, vol. 5, no. 99)."
    run(write(tmp_path, line(date="1999-06-03", text=text)))
    open_ones = CrossReference.objects.unresolved().count()

    run(write(tmp_path, line(issue=106, date="1999-06-02", text="Two."), line(issue=99, text="One.")))

    assert open_ones == 3
    targets = CrossReference.objects.order_by("start", "date").values_list("date", "target_issue__number")
    assert list(targets) == [("1999-06-01", None), ("1999-06-02", 106), ("", 99)]


def test_a_cross_reference_to_a_day_of_two_issues_stays_open(tmp_path):
    day = {"date": "1999-06-02"}
    other = line(publication="Prism", issue=1, text="So it was (see the Monitor, June 2).", date="1999-06-03")

    run(write(tmp_path, line(issue=1, **day), line(issue=2, text="Two.", **day), other))

    assert CrossReference.objects.get().target_issue is None


ELECTION = {"date": "1999-12-20", "issue": 1, "title_printed": "DUMA ELECTIONS OVER."}
AFTER = line(issue=2, date="2000-01-05", text="So it was (on the Duma election, see the Monitor, December 20).")


def target(reference):
    issue, article = reference.target_issue, reference.target_article
    return (issue and issue.number, article and article.position)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"title_printed": "RAIN EXPECTED."}, (None, 1)),
        ({"title_printed": "NO ELECTION TO THE DUMA?"}, (1, None)),  # two headlines fit
        ({"text": "The Duma election is over. More follows."}, (None, 1)),  # a working title is no headline
    ],
)
def test_a_cross_reference_finds_the_one_article_that_it_speaks_of(tmp_path, other, found):
    first = line(position=1, text="It is over.", **ELECTION)
    second = line(**{"position": 2, "text": "It rains.", "date": "1999-12-20", "issue": 1, **other})

    run(write(tmp_path, first, second, AFTER))

    assert target(CrossReference.objects.get()) == found


def test_a_cross_reference_to_an_issue_finds_its_article_when_that_is_imported_later(tmp_path):
    rain = line(position=2, text="It rains.", date="1999-12-20", issue=1, title_printed="RAIN.")
    run(write(tmp_path, rain, AFTER))
    before = target(CrossReference.objects.get())

    run(write(tmp_path, line(position=1, text="It is over.", **ELECTION)))
    rows = CrossReference.history.rel.related_model.objects.count()
    run(write(tmp_path, line(position=1, text="It is over.", **ELECTION)))

    assert before == (1, None)
    assert target(CrossReference.objects.get()) == (None, 1)
    assert CrossReference.history.rel.related_model.objects.count() == rows


def test_the_issue_that_an_editor_chose_stays_when_a_fitting_article_comes(tmp_path):
    run(write(tmp_path, line(text="It rains.", date="1999-12-20", issue=1, title_printed="RAIN."), AFTER))
    reference = CrossReference.objects.get()
    with because(by=None, reason="Looked up."):
        reference.save()

    run(write(tmp_path, line(text="It is over.", **ELECTION)))

    assert target(CrossReference.objects.get()) == (1, None)


# Files, options, exit codes


def test_a_bad_line_does_not_stop_the_rest(tmp_path):
    last_line, errors, code = run(write(tmp_path, line(), "{", line(issue=108)))

    assert (counts(last_line), codes(errors), code) == ((2, 0, 0, 1), ["bad_json"], 1)
    assert errors[0].startswith(f"{tmp_path / 'a.jsonl'}:2: bad_json: ")


def test_folders_are_walked_in_a_stable_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    write(tmp_path / "b", line(text="Two."), name="1.jsonl")
    write(tmp_path / ".hidden", line(text="Three."), name="1.jsonl")
    write(tmp_path, line(text="One."), name="z.jsonl")

    last_line, _, _ = run(tmp_path)

    assert counts(last_line) == (2, 0, 0, 0)
    assert Article.objects.get(position=1).text == "One."


@pytest.mark.parametrize(
    ("paths", "options"),
    [
        (["no-such-file"], {}),
        (["a.jsonl", "no-such-file"], {}),
        (["a.jsonl"], {"user": "nobody"}),
        (["a.jsonl"], {"first_year": 1990}),
        (["a.jsonl"], {"report": "no-such-folder/report.json"}),
    ],
)
def test_wrong_usage_ends_with_2_and_imports_nothing(tmp_path, paths, options):
    make_publication(title="Monitor", first_year=1995)
    write(tmp_path, line())
    options = {**options, **({"report": str(tmp_path / options["report"])} if "report" in options else {})}

    with pytest.raises(CommandError) as wrong:
        run(*(tmp_path / path for path in paths), **options)

    assert wrong.value.returncode == 2
    assert not Article.objects.exists()


def test_the_report_has_a_row_a_record_and_the_problems(tmp_path):
    path = write(
        tmp_path,
        line(title_printed="A QUIET DAY", byline="Doe", text="It rained (AP, May 28; see the Monitor, May 27 & 28)."),
        "{",
        line(),
    )
    report = tmp_path / "report.json"

    run(path, report=str(report), first_year=1995)

    written = json.loads(report.read_text(encoding="utf-8"))
    assert {name: written[name] for name in ("created", "unchanged", "conflicting", "refused")} == {
        "created": 2,
        "unchanged": 0,
        "conflicting": 0,
        "refused": 1,
    }
    assert [(problem["path"], problem["line"], problem["code"]) for problem in written["problems"]] == [
        (str(path), 2, "bad_json")
    ]
    assert written["articles"][0] == {
        "path": str(path),
        "line": 1,
        "outcome": "created",
        "publication": "Monitor",
        "volume": 5,
        "number": 107,
        "date": "1999",
        "date_basis": "derived",
        "position": 1,
        "title_printed": "A QUIET DAY",
        "byline": "Doe",
        "section": "",
        "text_start": "It rained (AP, May 28; see the Monitor, May 27 & 28).",
        "citations": 1,
        "cross_references": 2,
    }
    assert [row["line"] for row in written["articles"]] == [1, 3]


def test_a_report_of_a_second_run_has_the_same_counts(tmp_path):
    path = write(tmp_path, line(text="It rained (AP, May 28; see the Monitor, May 27 & 28)."))
    run(path, report=str(tmp_path / "first.json"))

    run(path, report=str(tmp_path / "second.json"))

    first, second = (json.loads((tmp_path / f"{name}.json").read_text())["articles"] for name in ("first", "second"))
    assert second == [{**first[0], "outcome": "unchanged"}]


@pytest.mark.skipif(not os.environ.get("MONITOR_SEED"), reason="MONITOR_SEED names no file")
def test_the_seed_gives_one_article_with_three_sources():
    path = Path(os.environ["MONITOR_SEED"])

    first, second = run(path, first_year=1995), run(path, first_year=1995)

    article = Article.objects.get()
    assert (counts(first[0]), counts(second[0])) == ((1, 0, 0, 0), (0, 1, 0, 0))
    assert (article.issue.publication.title, article.issue.volume, article.issue.number) == ("Monitor", 5, 107)
    assert len(article.paragraphs) == 5
    assert [(report.news_source.name, report.date) for report in CitedReport.objects.all()] == [
        ("Kyodo", "1999-05-28/1999-05-29"),
        ("Itar-Tass", "1999-05-28/1999-05-30"),
        ("AP", "1999-05-29"),
    ]
