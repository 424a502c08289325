"""The loader under trouble: what breaks off, comes twice at once, or is refused by the database."""

import threading

import pytest
from django.db import IntegrityError, OperationalError, connection

from articles.importing import issue_import
from articles.importing.loader import Loader
from articles.importing.records import ArticleRecord
from articles.models import Article, Citation, Issue, NewsSource, TextVersion

CITED = "It rained over the harbour all day long (Kyodo, Itar-Tass, May 28; Ostral Courier, May 29)."


def record(issue, text=CITED, **over):
    given = frozenset({"publication", "volume", "issue", "text", *over})
    return ArticleRecord("a.jsonl", issue, text, given, publication="Monitor", volume=5, issue=issue, **over)


def load(records, **options):
    with Loader(**options) as loader:
        for one in records:
            assert loader.take(one) is None
        return [decision.outcome.value for result in loader.load() for decision in result.decisions]


class Broken(Exception):
    pass


@pytest.mark.django_db
def test_a_second_run_completes_what_broke_off(monkeypatch):
    records = [record(issue, f"{number}. {CITED}") for issue in (1, 2, 3) for number in (1, 2)]
    write = issue_import.write_articles

    def break_off(issue, *args, **options):
        written = write(issue, *args, **options)
        if issue.number == 2:
            raise Broken
        return written

    monkeypatch.setattr(issue_import, "write_articles", break_off)
    with pytest.raises(Broken):
        load(records)
    half = set(Issue.objects.values_list("number", flat=True))
    monkeypatch.undo()
    outcomes = load(records)

    assert half == {1}
    assert outcomes == ["unchanged"] * 2 + ["created"] * 4
    assert (Article.objects.count(), Citation.objects.count(), NewsSource.objects.count()) == (6, 6, 3)


@pytest.mark.django_db
def test_what_the_database_refuses_is_a_problem_and_the_rest_goes_in(monkeypatch):
    write = issue_import.write_articles

    def refuse(issue, *args, **options):
        write(issue, *args, **options)
        if issue.number == 2:
            raise IntegrityError("no such thing here\nmore of it")

    monkeypatch.setattr(issue_import, "write_articles", lambda *args, **options: refuse(*args, **options) or written())
    outcomes = load([record(1), record(2), record(3)])

    assert outcomes == ["created", "refused", "created"]
    assert set(Issue.objects.values_list("number", flat=True)) == {1, 3}


def written():
    return issue_import.Written({}, {})


@pytest.mark.django_db
def test_a_deadlock_is_tried_again(monkeypatch):
    class Deadlock(Exception):
        sqlstate = "40P01"

    tries = []
    write = issue_import.write_articles

    def stumble(*args, **options):
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("deadlock detected") from Deadlock()
        return write(*args, **options)

    monkeypatch.setattr(issue_import, "write_articles", stumble)

    assert load([record(1)]) == ["created"]
    assert len(tries) == 3


@pytest.mark.django_db(transaction=True)
def test_three_imports_at_once_make_each_row_once():
    records = [record(issue, f"{number}. {CITED}") for issue in range(1, 9) for number in (1, 2, 3)]
    outcomes, errors = [], []

    def one():
        try:
            outcomes.extend(load(records))
        except Exception as error:  # reported by the test itself
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert (outcomes.count("created"), outcomes.count("unchanged")) == (24, 48)
    assert (Issue.objects.count(), Article.objects.count(), TextVersion.objects.count()) == (8, 24, 24)
    assert (Citation.objects.count(), NewsSource.objects.count()) == (24, 3)


@pytest.mark.django_db
def test_a_new_issue_costs_the_same_queries_whatever_it_holds(django_assert_max_num_queries):
    load([record(1)])
    few = [record(2, f"{number}. {CITED}", urls=(f"https://a.example/{number}",)) for number in range(2)]
    many = [record(3, f"{number}. {CITED}", urls=(f"https://b.example/{number}",)) for number in range(20)]

    with django_assert_max_num_queries(100) as for_few:
        load(few)
    with django_assert_max_num_queries(100) as for_many:
        load(many)

    assert len(for_few) == len(for_many)
