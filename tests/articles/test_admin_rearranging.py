"""The desk: articles moved, put in order, split and joined, each after a look and with a reason."""

import pytest
from django.test import Client

from articles.models import Article, OldAddress
from articles.moving import move_article
from tests.make import TEXT, make_article, make_citation, make_issue, make_source, make_user

pytestmark = pytest.mark.django_db

AT = TEXT.index("The talks")
PAGES = ["articles/article/{article}/move", "articles/article/{article}/split", "articles/article/{article}/join"]
PAGES += ["articles/issue/{issue}/order"]


def somebody(role):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


@pytest.fixture
def desk():
    return somebody("editor")


def address(row, page):
    return f"/admin/articles/{row._meta.model_name}/{row.pk}/{page}/"


def again(row):
    row.refresh_from_db()
    return row


def errors(response):
    return str(response.context["form"].errors)


def test_article_moves_to_the_issue_looked_up(desk):
    article, issue = make_article(published=True), make_issue()
    old = article.get_absolute_url()
    values = {"to_issue": issue.pk, "position": "7", "reason": "Misfiled.", "revision": article.revision}

    response = desk.post(address(article, "move"), values)

    assert response.url == f"/admin/articles/article/{article.pk}/change/"
    assert (again(article).issue, article.position) == (issue, 7)
    assert OldAddress.objects.get(path=old).target == article.get_absolute_url()
    assert article.history.order_by("-pgh_id").first().pgh_context["reason"] == "Misfiled."


def test_move_to_a_position_that_is_taken_is_said_with_what_was_typed(desk):
    article, other = make_article(), make_article()
    values = {"to_issue": other.issue_id, "position": other.position, "reason": "Misfiled."}

    response = desk.post(address(article, "move"), values)

    assert response.status_code == 409
    assert "choose a free one" in errors(response)
    assert "Misfiled." in response.content.decode()


def test_stale_move_shows_what_changed_and_a_second_yes_counts(desk):
    article, mine, theirs = make_article(title="Envoys meet"), make_issue(), make_issue()
    values = {"to_issue": mine.pk, "reason": "Misfiled.", "revision": article.revision}
    move_article(article, theirs, by=desk.user, reason="Printed there.")

    refused = desk.post(address(article, "move"), values)
    stored = again(article).issue
    seen = refused.context["form"]["revision"].value()
    desk.post(address(article, "move"), {**values, "revision": seen})

    page = refused.content.decode()
    assert refused.status_code == 409 and stored == theirs
    assert "Printed there." in page and f"<td>{theirs} ({theirs.pk})</td>" in page
    assert again(article).issue == mine


def test_article_is_split_at_the_paragraph_chosen(desk):
    article = make_article(published=True)
    page = desk.get(address(article, "split")).content.decode()
    values = {"at": AT, "title": "The talks", "reason": "Two items.", "revision": article.revision}

    response = desk.post(address(article, "split"), values)

    rest = Article.objects.exclude(pk=article.pk).get()
    assert page.count('type="radio"') == 2 and "The talks were reportedly short" in page
    assert response.status_code == 302
    assert (rest.title, rest.text, again(article).text) == ("The talks", TEXT[AT:], TEXT[: AT - 2])


def test_mark_across_the_border_is_said(desk):
    article = make_article()
    make_citation(article, TEXT[AT - 20 : AT + 20], (make_source(), ""))

    response = desk.post(address(article, "split"), {"at": AT, "reason": "Two items."})

    assert response.status_code == 409 and "goes on behind the border" in errors(response)
    assert Article.objects.count() == 1


def test_two_articles_are_joined_and_only_those_of_the_issue_are_offered(desk):
    issue = make_issue()
    first, second = (make_article(issue=issue) for _ in range(2))
    elsewhere = make_article()

    refused = desk.post(address(first, "join"), {"second": elsewhere.pk, "reason": "One item."})
    joined = desk.post(address(first, "join"), {"second": second.pk, "reason": "One item."})

    assert refused.status_code == 409 and "valid choice" in errors(refused)
    assert joined.status_code == 302
    assert again(second).joined_to == first and again(first).text == f"{TEXT}\n\n{TEXT}"


def test_articles_stand_in_the_order_of_their_numbers(desk):
    issue = make_issue()
    one, two, three = (make_article(issue=issue) for _ in range(3))
    numbers = {f"place_{one.pk}": 3, f"place_{two.pk}": 1, f"place_{three.pk}": 2}

    response = desk.post(address(issue, "order"), {**numbers, "revision": issue.revision, "reason": "As printed."})

    assert response.status_code == 302
    assert list(issue.articles.in_print_order()) == [two, three, one]
    assert again(one).position == 1


def test_order_without_a_number_is_refused(desk):
    article = make_article()

    response = desk.post(address(article.issue, "order"), {f"place_{article.pk}": ""})

    assert response.status_code == 409 and "required" in errors(response)


@pytest.mark.parametrize("role", ["reviewer", "editor"])
@pytest.mark.parametrize("page", PAGES)
def test_pages_are_led_to_by_buttons_of_those_who_may(role, page):
    article = make_article()
    client = somebody(role)
    where = "/admin/" + page.format(article=article.pk, issue=article.issue_id) + "/"
    row = where.rsplit("/", 2)[0] + "/change/"

    status, button = client.get(where).status_code, f'href="{where}"' in client.get(row).content.decode()

    assert (status, button) == ((200, True) if role == "editor" else (403, False))


def test_row_that_is_not_there_has_no_page(desk):
    for page in ("article/999999/move", "issue/999999/order"):
        assert desk.get(f"/admin/articles/{page}/").status_code == 404
