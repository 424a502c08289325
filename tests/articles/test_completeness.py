"""What is told of a run that is not complete."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.completeness import findings
from articles.models import Publication
from tests.articles.importing.commands import LONG, line, run, write
from tests.make import make_issue, make_publication, make_user

pytestmark = pytest.mark.django_db


def told(publication, kind):
    return [finding.sentence for finding in findings(publication) if finding.kind == kind]


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        ([(5, 1), (5, 2), (5, 4), (5, 9)], ["number 3 is missing", "numbers 5 to 8 are missing (4 issues)"]),
        ([(5, 3)], ["numbers 1 to 2"]),
        ([(5, 1), (6, 1)], []),
        ([(5, 1), (6, 2), (6, 3)], []),  # numbers that run on
        ([], []),
    ],
)
def test_gaps_in_the_numbers(numbers, gaps):
    publication = make_publication()
    for volume, number in numbers:
        make_issue(publication=publication, volume=volume, number=number, date="")

    found = told(publication, "gap")

    assert len(found) == len(gaps)
    assert all(gap in sentence for gap, sentence in zip(gaps, found, strict=True))


@pytest.mark.parametrize(
    ("dates", "doubt"),
    [
        (["", "1999-06-03"], "no. 1: the date is unknown"),
        (["1999", "1999-06-03"], "no day is known, only 1999"),
        (["1999-06-04", "1999-06-03"], "before"),
        (["1999-06-03", "1999-06-03"], "the same date"),
        (["1998-06-03", "1999-06-03"], "does not fit its volume, which is of 1999"),
        (["1999-06-02?", "1999-06-03"], "marked as doubtful"),
        (["1999-06-06", "1999-06-07"], "a Sunday"),
    ],
)
def test_doubtful_dates(dates, doubt):
    publication = make_publication(first_year=1995)
    for number, date in enumerate(dates, start=1):
        make_issue(publication=publication, number=number, date=date)

    (sentence,) = told(publication, "date")

    assert doubt in sentence


@pytest.fixture
def monitor(tmp_path):
    lines = [
        line(issue=1, position=1, title_printed="QUIET DAYS", text=f"{LONG} THE FERRY SINKS IN A STORM."),
        line(issue=1, position=2, title_printed="ROADS ARE MENDED", text=f"Roads. {LONG} (see the Monitor, June 7.)"),
        line(issue=2, position=1, title_printed="ONE MORE THING", text=f"{LONG} And more.\nLAST OF ALL THINGS"),
        line(issue=2, position=2, title_printed="SOMETHING BETWEEN", text=f"Between. {LONG}"),
        line(issue=2, position=3, title_printed="LAST OF ALL THINGS", text=f"Last. {LONG}"),
    ]
    run(write(tmp_path, *(one.replace('"text"', '"date": "1999-06-08", "text"') for one in lines)))
    return Publication.objects.get()


def test_a_headline_at_the_end_of_a_text_announces_a_missing_article(monitor):
    (sentence,) = told(monitor, "announced")

    assert "article 1" in sentence and "“THE FERRY SINKS IN A STORM.”" in sentence


def test_an_announced_article_that_stands_elsewhere_is_told(monitor):
    assert told(monitor, "order") == ["Monitor, vol. 5, no. 2: article 3 was printed right after article 1."]


def test_issues_that_articles_refer_to_are_told(monitor):
    (sentence,) = told(monitor, "referred")

    assert sentence.startswith("The issue of 7 June 1999 is not here: Monitor, vol. 5, no. 1, article 2")


def test_the_command_lists_a_publication(monitor):
    out = io.StringIO()
    call_command("completeness", monitor.slug, stdout=out)

    assert out.getvalue().splitlines()[-1] == "monitor: 4 to look after"
    with pytest.raises(CommandError):
        call_command("completeness", "nowhere")


@pytest.mark.parametrize(("role", "status"), [("annotator", 200), ("editor", 200), ("reader", 302)])
def test_the_desk_has_a_page_of_it(monitor, role, status):
    client = Client()
    client.force_login(make_user("" if role == "reader" else role))

    answer = client.get(reverse("admin:articles_publication_completeness", args=[monitor.pk]))

    assert answer.status_code == status
    assert status != 200 or "THE FERRY SINKS" in answer.content.decode()
