import json

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator

from monitor.api import RESOURCES, schema
from tests.golden import make_world


def test_the_schema_is_valid_and_without_a_warning(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yaml"))

    assert "openapi: 3.1" in (tmp_path / "schema.yaml").read_text()


def test_the_schema_is_served_as_yaml_and_json(client, db):
    as_json = client.get("/api/v1/schema/?format=json")

    assert json.loads(as_json.content)["openapi"].startswith("3.1")
    assert client.get("/api/v1/schema/").content.startswith(b"openapi: 3.1")
    assert client.get("/api/v1/schema/?colour=red").status_code == 400


@pytest.mark.parametrize("name", RESOURCES)
def test_every_parameter_of_a_list_is_described(name):
    described = {parameter["name"] for parameter in schema()["paths"][f"/api/v1/{name}/"]["get"]["parameters"]}
    filters = set(RESOURCES[name].filterset_class.base_filters)
    expand = {"expand"} if RESOURCES[name].expands else set()

    assert described == filters | {"cursor", "ordering", "page_size", "total", "format", "fields", "omit"} | expand


@pytest.mark.parametrize("name", RESOURCES)
def test_answers_fit_the_schema(client, db, name):
    make_world()
    operation = schema()["paths"][f"/api/v1/{name}/"]["get"]
    shape = operation["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**shape, "components": schema()["components"]}

    answer = json.loads(client.get(f"/api/v1/{name}/?total=1").content)

    assert answer["results"]
    Draft202012Validator(json.loads(json.dumps(whole))).validate(answer)


def test_problems_fit_the_schema(client, db):
    whole = {"$ref": "#/components/schemas/Problem", "components": schema()["components"]}

    for address in ("/api/v1/events/?colour=red", "/api/v1/events/E000001/"):
        Draft202012Validator(whole).validate(json.loads(client.get(address).content))


def test_the_documentation_loads_nothing_from_elsewhere(client, db):
    page = client.get("/api/docs/").content.decode()

    assert "swagger-ui" in page
    assert "://" not in page
    assert "<style" not in page


@pytest.mark.parametrize(
    ("method", "query", "status"),
    [("OPTIONS", "", 405), ("POST", "", 405), ("GET", "colour=red", 400), ("GET", "format=pdf", 404)],
)
def test_the_documentation_refuses_with_a_problem(client, db, method, query, status):
    response = client.generic(method, "/api/docs/", QUERY_STRING=query)

    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert json.loads(response.content)["status"] == status
