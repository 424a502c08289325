"""The desk: decisions about suggestions and the figures that follow from them."""

import pytest
from django.test import Client

from tests.events.test_admin_report import ROLES, desk
from tests.make import make_article, make_decision, make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/events/suggestiondecision/"


@pytest.mark.parametrize("role", ROLES)
def test_the_figures_of_each_recogniser_stand_in_a_table(role):
    article = make_article()
    make_decision(article, "Envoys", outcome="accepted")
    make_decision(article, "Varda")

    page = desk(role).get(f"{LIST}figures/")

    (line,) = page.context["lines"]
    assert [figure.count for figure in (*line["outcomes"], line["all"])] == [1, 0, 1, 2]
    assert "1 of 2" in page.content.decode()


def test_each_number_leads_to_the_decisions_that_it_counts():
    article, client = make_article(), desk()
    make_decision(article, "Envoys", outcome="accepted")
    make_decision(article, "Varda")
    make_decision(article, "two river states", version="2")

    for line in client.get(f"{LIST}figures/").context["lines"]:
        for figure in (*line["outcomes"], line["all"]):
            assert client.get(figure.address).context["cl"].result_count == figure.count


def test_a_share_is_given_of_many_decisions_alone():
    article = make_article(text="Varda " * 30)
    for number in range(20):
        make_decision(article, "Varda", occurrence=number, outcome="rejected" if number < 5 else "edited")
    make_decision(article, "Varda", kind="place", recogniser="places")

    page = desk().get(f"{LIST}figures/")

    assert [line["share"] for line in page.context["lines"]] == ["75%", ""]


def test_without_a_decision_the_page_says_so():
    assert "No suggestion has been decided yet" in desk().get(f"{LIST}figures/").content.decode()


@pytest.mark.parametrize("address", [LIST, f"{LIST}figures/"])
def test_strangers_see_no_decisions(address):
    staff = make_user()
    staff.is_staff = True
    staff.save()
    client = Client()

    assert client.get(address).status_code == 302
    client.force_login(staff)
    assert client.get(address).status_code == 403


def test_the_list_costs_the_same_for_twice_the_rows(django_assert_num_queries, django_assert_max_num_queries):
    article, client = make_article(), desk()
    make_decision(article, "Envoys")
    with django_assert_max_num_queries(9) as one:
        client.get(LIST)
    make_decision(article, "Varda")

    with django_assert_num_queries(len(one.captured_queries)):
        assert "Figures of each recogniser" in client.get(LIST).content.decode()


def test_nobody_changes_a_decision_here():
    decision = make_decision(make_article(), "Envoys")

    assert desk().post(f"{LIST}{decision.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk().get(f"{LIST}{decision.pk}/change/").status_code == 200
