"""Programs ask what the rules propose for an article."""

import json

import pytest
from jsonschema import Draft202012Validator

from monitor.api import schema
from tests.make import make_article, make_decision, make_user
from tests.programs import program_of

pytestmark = pytest.mark.django_db
TEXT = "Kiev accused Moscow of blackmail on May 30 (Interfax, May 31)."


def address(article):
    return f"/api/v1/articles/{article.pk}/suggestions/"


def asked(article, role="annotator", scope="annotate"):
    return program_of(make_user(role), scope=scope).get(address(article))


def test_they_are_answered_in_order_of_the_text_with_their_reasons():
    article = make_article(text=TEXT)

    answer = asked(article)
    results = answer.json()["results"]

    assert [one["start"] for one in results] == sorted(one["start"] for one in results)
    assert {one["kind"] for one in results} >= {"sentence", "actor", "time", "citation", "event"}
    assert all(one["reason"] and TEXT[one["start"] : one["end"]] == one["quote"] for one in results)
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_what_was_decided_is_left_out():
    article = make_article(text=TEXT)
    make_decision(article, "Kiev")

    assert "Kiev" not in {one["quote"] for one in asked(article).json()["results"] if one["kind"] == "actor"}


def test_the_answer_fits_the_schema():
    operation = schema()["paths"]["/api/v1/articles/{id}/suggestions/"]["get"]
    shape = operation["responses"]["200"]["content"]["application/json"]["schema"]

    answer = asked(make_article(text=TEXT)).json()

    assert operation["security"] == [{"token": []}]
    Draft202012Validator(json.loads(json.dumps({**shape, "components": schema()["components"]}))).validate(answer)


@pytest.mark.parametrize("published", [True, False])
def test_who_may_not_annotate_learns_nothing_of_the_article(client, published):
    article, reader = make_article(text=TEXT, published=published), program_of(make_user())
    never = f"/api/v1/articles/{article.pk + 1}/suggestions/"

    for program, status in ((client, 401), (reader, 403), (program_of(make_user("annotator"), scope="read"), 403)):
        answers = [program.get(one) for one in (address(article), never)]

        assert [one.status_code for one in answers] == [status, status]
        assert answers[0].content == answers[1].content


def test_an_article_that_never_was_is_not_found():
    program = program_of(make_user("annotator"))

    assert program.get("/api/v1/articles/999999/suggestions/").status_code == 404
    assert program.get("/api/v1/articles/0/suggestions/").status_code == 404


def test_parameters_and_methods_are_looked_at():
    program, article = program_of(make_user("annotator")), make_article(text=TEXT)

    assert program.get(f"{address(article)}?format=json").status_code == 200
    assert program.get(f"{address(article)}?colour=red").json()["errors"][0]["parameter"] == "colour"
    assert program.post(address(article), {}, format="json").status_code == 405
