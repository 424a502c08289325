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

    assert page.context["rows"] == [
        {"recogniser": "actors", "version": "1", "accepted": 1, "edited": 0, "rejected": 1, "all": 2, "share": 0.5}
    ]
    assert "0.500" in page.content.decode()


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
