"""Every answer carries the strict policy: pages, the desk, the API, static files, and everything that goes wrong."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from monitor.policy import POLICY
from tests.hidden import make_archive

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/publications/", "/sources/", "/robots.txt", "/api/docs/", "/api/v1/schema/", "/api/v1/events/"]
TROUBLE = {
    "/?nonsense=1": 400,
    "/api/v1/events/?nonsense=1": 400,
    "/nowhere/": 404,
    "/api/v1/nowhere/": 404,
    "/static/nowhere.css": 404,
    "/publications": 301,
}


@pytest.fixture
def everything(client: Client) -> Client:
    make_archive()
    client.force_login(User.objects.create_superuser("root", password="a long pass phrase"))
    return client


def policy(response) -> str | None:
    return response.headers.get("Content-Security-Policy")


@pytest.mark.parametrize("path", [*PUBLIC, *TROUBLE, "/static/monitor/site.css", "/admin/login/", "/admin/jsi18n/"])
def test_a_public_answer_carries_the_policy(client: Client, path: str) -> None:
    response = client.get(path)
    response.close()

    assert policy(response) == POLICY
    assert response.status_code == TROUBLE.get(path, response.status_code)
    assert response["X-Content-Type-Options"] == "nosniff"


def test_every_list_of_the_desk_carries_the_policy(everything: Client) -> None:
    lists = [f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry]
    paths = ["/admin/", "/admin/password_change/", "/admin/nowhere/", *map(reverse, lists)]

    answers = {path: everything.get(path) for path in paths}

    assert {path for path, answer in answers.items() if policy(answer) != POLICY} == set()
    assert {path for path, answer in answers.items() if answer.status_code != 200} == {"/admin/nowhere/"}


def test_a_form_without_its_token_is_refused_under_the_policy() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "ada"})

    assert response.status_code == 403
    assert policy(response) == POLICY


def test_a_foreign_host_and_a_broken_view_answer_under_the_policy(client: Client, monkeypatch, settings) -> None:
    foreign = client.get("/", HTTP_HOST="evil.example")
    monkeypatch.setattr("monitor.views.Home.get_context_data", lambda self: 1 / 0)
    client.raise_request_exception = False
    broken = client.get("/")

    assert (foreign.status_code, broken.status_code) == (400, 500)
    assert policy(foreign) == policy(broken) == POLICY
