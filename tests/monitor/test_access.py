import logging

import pytest
from django.test import Client, override_settings

from monitor import access

CANARY = "canary-of-the-leak-test"


def noted(caplog):
    return [record for record in caplog.records if record.name == "monitor.access"]


@pytest.fixture(autouse=True)
def _heard(caplog):
    caplog.set_level(logging.INFO)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), [("/", 200), ("/nowhere/", 404), ("/?colour=red", 400), ("/\0", 400)])
def test_each_request_is_noted_once(client, caplog, address, status):
    client.get(address)

    (line,) = noted(caplog)
    assert (line.method, line.path, line.status) == ("GET", address.partition("?")[0], status)
    assert line.ms > 0


@pytest.mark.parametrize("given", ["0123456789abcdef", "a.proxy_s-id.of-its-own"])
def test_the_id_of_the_proxy_is_kept_and_sent_back(client, given):
    response = client.get("/healthz", headers={"x-request-id": given})

    assert response.headers[access.HEADER] == given


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "two words here", "new\nline-here", "-starts-badly", "é" * 10]
)
def test_an_id_that_is_none_is_replaced(client, given):
    response = client.get("/healthz", headers={"x-request-id": given})

    assert access.WELL_FORMED.fullmatch(response.headers[access.HEADER])
    assert response.headers[access.HEADER] != given


def test_each_request_gets_an_id_of_its_own(client):
    ids = {client.get("/healthz").headers[access.HEADER] for _ in range(3)}

    assert len(ids) == 3


def test_probes_are_noted_only_when_they_fail(client, caplog, monkeypatch):
    client.get("/healthz")
    client.post("/healthz")

    assert [line.status for line in noted(caplog)] == [405]


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["testserver"])
def test_no_secret_that_a_request_carries_is_written(caplog):
    client = Client(raise_request_exception=False, headers={"authorization": f"Bearer {CANARY}"})
    client.cookies["sessionid"] = CANARY
    client.get(f"/?token={CANARY}")
    client.get(f"/api/v1/events/?q={CANARY}")
    client.post("/admin/login/", {"username": "somebody", "password": CANARY})
    client.post("/admin/login/", f"password={CANARY}&{'x=1&' * 2000}", content_type="application/x-www-form-urlencoded")
    client.post("/api/v1/events/", f'{{"password": "{CANARY}', content_type="application/json")
    client.get("/", headers={"host": f"{CANARY}.example"})

    assert len(noted(caplog)) == 6
    assert CANARY not in caplog.text
