import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import OldAddress
from events.editing import names
from tests.make import make_article, make_issue, make_user

pytestmark = pytest.mark.django_db
TEXT = "Kiev accused Moscow of blackmail on Monday (AP, June 1)."
KEYS = ["kind", "start", "end", "quote", "value", "score", "reason", "recogniser"]


def suggested(*args, **options):
    out = io.StringIO()
    call_command("suggest", *args, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_file_is_read_without_any_row(tmp_path, django_assert_num_queries):
    path = tmp_path / "one.txt"
    path.write_text(f"\ufeff{TEXT}  \r\n", encoding="utf-8")

    with django_assert_num_queries(0):
        rows = suggested(text=path, date="1999-06-03")

    assert all(list(row) == KEYS and TEXT[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert {row["kind"] for row in rows} == {"sentence", "citation", "time", "actor", "event"}
    (event,) = [row["value"] for row in rows if row["kind"] == "event"]
    assert list(event) == ["types", "status", "mode", "date", "place", "participants", "trigger", "citation"]
    assert (event["types"][0], event["date"], event["citation"]) == ("ACCUSE", "1999-05-31", [43, 55])


def test_an_article_is_read_by_its_address_with_the_names_of_the_archive():
    article = make_article(text=TEXT, issue=make_issue(date="1999-06-03", date_basis="printed"))
    user = make_user("annotator")
    ukraine = names.make_actor(by=user, name="Ukraine", kind="state")

    rows = suggested(article.get_absolute_url())

    actors = [row["value"] for row in rows if row["kind"] == "actor"]
    assert (actors[0]["name"], actors[0]["slug"]) == ("Ukraine", ukraine.slug)
    assert next(row["value"] for row in rows if row["kind"] == "time") == "1999-05-31"


def test_an_old_address_and_the_id_lead_to_the_article():
    article = make_article(text=TEXT)
    OldAddress.objects.leave("/publications/old/1/1/1/", article.get_absolute_url())

    assert suggested("/publications/old/1/1/1/") == suggested(f"/articles/{article.pk}/") != []


@pytest.mark.parametrize("address", ["/publications/none/1/1/1/", "/articles/0/", "nonsense"])
def test_an_address_where_nothing_stands_is_refused(address):
    with pytest.raises(CommandError, match="No article stands at"):
        suggested(address)


def test_a_date_that_is_none_and_a_file_that_is_none_are_refused(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT)

    with pytest.raises(CommandError, match="not a date"):
        suggested(text=path, date="June")
    with pytest.raises(CommandError, match="cannot be read"):
        suggested(text=tmp_path / "none.txt")
    with pytest.raises(CommandError, match="goes with --text"):
        suggested("/articles/1/", date="1999-06-03")
