"""Look-ups of the desk answer those who work here, and nobody else (promise 4)."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client

from tests.make import make_actor, make_article, make_event, make_place, make_publication, make_source, make_user

pytestmark = pytest.mark.django_db

LOOK_UPS = [
    (model._meta.app_label, model._meta.model_name, field.name)
    for app in ("articles", "events")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.endswith("History") and not model._meta.proxy
    for field in model._meta.concrete_fields
    if field.remote_field and field.related_model in admin.site._registry
    if admin.site._registry[field.related_model].search_fields
]


def ask(client, look_up):
    names = dict(zip(("app_label", "model_name", "field_name"), look_up, strict=True))
    return client.get("/admin/autocomplete/", {**names, "term": ""})


@pytest.fixture(scope="module", autouse=True)
def _rows_to_find():
    assert len(LOOK_UPS) > 25


@pytest.mark.parametrize("look_up", LOOK_UPS, ids=".".join)
def test_look_up_is_closed_to_those_who_do_not_work_here(look_up):
    for make in (make_article, make_actor, make_place, make_event, make_source, make_publication):
        make()
    reader, guest = Client(), Client()
    reader.force_login(make_user())
    guest.force_login(make_user(is_staff=True))  # may log in to the admin, and has no right

    answers = [ask(client, look_up) for client in (Client(), reader, guest)]

    assert [answer.status_code for answer in answers] == [302, 302, 403]
    assert all(b"results" not in answer.content for answer in answers)
