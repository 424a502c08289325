import json

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path
from rest_framework import exceptions, serializers
from rest_framework.authentication import BasicAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

from articles.models import StaleRevision
from articles.verbs import Refused
from monitor import problems, urls
from tests import make

pytestmark = pytest.mark.django_db

MEMBERS = {"type", "title", "status", "detail", "errors"}


class Raises(APIView):
    """Raises what its test wants."""

    raised = None

    def get(self, request):
        raise self.raised

    post = get


class AsksWho(APIView):
    authentication_classes = [BasicAuthentication]
    permission_classes = [IsAuthenticated]


class Reads(APIView):
    """Reads the body that it is sent."""

    def post(self, request):
        return HttpResponse(str(request.data))


def of_status(status):
    """What an edge of the API raises for a status that DRF has no exception for."""
    error = exceptions.APIException()
    error.status_code = status
    return error


def breaks(request):
    raise RuntimeError("a secret of the inside")


def suspicious(request):
    raise SuspiciousOperation("a secret of the inside")


def forbidden(request):
    raise PermissionDenied


def accepts(request):
    return HttpResponse("fine")


urlpatterns = [
    path("api/raises/", Raises.as_view()),
    path("api/asks-who/", AsksWho.as_view()),
    path("api/reads/", Reads.as_view()),
    path("api/breaks/", breaks),
    path("api/suspicious/", suspicious),
    path("api/forbidden/", forbidden),
    path("breaks/", breaks),
    path("suspicious/", suspicious),
    path("forbidden/", forbidden),
    path("", include(urls.urlpatterns)),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def patient():
    """A client that reads the answer of a broken view as a browser does."""
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def said(response, status):
    assert response.status_code == status
    assert response.headers["Content-Type"] == problems.MEDIA_TYPE
    body = json.loads(response.content)
    assert set(body) - {"rule"} == MEMBERS
    assert body["status"] == status
    return body


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (Http404(), 404),
        (exceptions.NotFound(), 404),
        (PermissionDenied(), 403),
        (exceptions.PermissionDenied(), 403),
        (exceptions.NotAuthenticated(), 401),
        (exceptions.ParseError("Unexpected end."), 400),
        (exceptions.UnsupportedMediaType("text/csv"), 415),
        (exceptions.NotAcceptable(), 406),
        (exceptions.Throttled(wait=3.2), 429),
        (Refused("some_rule", "The rule forbids it."), 409),
        *((of_status(status), status) for status in (409, 410, 412, 413, 428, 503)),
    ],
)
def test_what_a_view_of_the_api_raises_is_a_problem(patient, monkeypatch, raised, status):
    monkeypatch.setattr(Raises, "raised", raised)

    body = said(patient.get("/api/raises/"), status)

    assert body["detail"]
    assert body["title"]


def test_a_stale_revision_is_412_and_says_what_to_do(patient, monkeypatch):
    article = make.make_article()
    monkeypatch.setattr(Raises, "raised", StaleRevision(article, 7))

    assert "Read it again" in said(patient.get("/api/raises/"), 412)["detail"]


def test_who_must_say_who_asks_is_401(patient):
    response = patient.get("/api/asks-who/")

    said(response, 401)
    assert response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("body", ["{", "", "[" * 100_000, '"\\ud800"', '{"a": "\\u0000"}', "[" * 1000 + "]" * 1000])
def test_json_that_cannot_be_read_is_400(patient, body):
    response = patient.post("/api/reads/", body or " ", content_type="application/json")

    assert said(response, 400)["detail"]


def test_a_form_for_the_api_is_415(patient):
    said(patient.post("/api/reads/", {"a": 1}), 415)


def test_a_throttled_client_learns_how_long_to_wait(patient, monkeypatch):
    monkeypatch.setattr(Raises, "raised", exceptions.Throttled(wait=3.2))

    assert patient.get("/api/raises/").headers["Retry-After"] == "4"


def test_each_fault_of_a_body_is_pointed_at(patient, monkeypatch):
    class Child(serializers.Serializer):
        start = serializers.IntegerField()

    class Parent(serializers.Serializer):
        a_b = serializers.CharField(source="x")
        spans = Child(many=True)

    serializer = Parent(data={"spans": [{"start": 1}, {"start": "x"}]})
    serializer.is_valid()
    monkeypatch.setattr(Raises, "raised", exceptions.ValidationError(serializer.errors))

    body = said(patient.post("/api/raises/"), 400)

    assert [error["pointer"] for error in body["errors"]] == ["/a_b", "/spans/1/start"]


def test_a_pointer_escapes_what_json_pointers_must():
    assert problems.pointers({"a/b~c": ["wrong"]}) == [{"pointer": "/a~1b~0c", "message": "wrong"}]


@pytest.mark.parametrize(
    ("address", "status"), [("breaks", 500), ("suspicious", 400), ("forbidden", 403), ("nowhere", 404)]
)
def test_what_django_answers_is_a_problem_in_the_api_and_a_page_elsewhere(patient, address, status):
    body = said(patient.get(f"/api/{address}/"), status)
    page = patient.get(f"/{address}/")

    assert "secret" not in body["detail"]
    assert page.status_code == status
    assert page.headers["Content-Type"].startswith("text/html")
    assert "secret" not in page.content.decode()


@override_settings(ALLOWED_HOSTS=["here.example"])
def test_a_foreign_host_is_refused_in_the_right_form():
    client = Client(raise_request_exception=False)

    said(client.get("/api/v1/events/", headers={"host": "elsewhere.example"}), 400)
    page = client.get("/", headers={"host": "elsewhere.example"})

    assert page.status_code == 400
    assert page.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_method_that_an_address_does_not_take_is_405(client, method):
    response = getattr(client, method)("/api/v1/publications/")

    said(response, 405)
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_form_that_is_not_given_is_406(client):
    said(client.get("/api/v1/events/", headers={"accept": "text/turtle"}), 406)


def test_an_unknown_format_is_refused_by_name(client):
    body = said(client.get("/api/v1/events/?format=xml"), 400)

    assert [error["parameter"] for error in body["errors"]] == ["format"]


@pytest.mark.parametrize(
    "address", ["/api/v1/events/E000001/", "/api/v1/articles/1/", "/api/v1/nothing/", "/api/v1/events/x/", "/api/v2/"]
)
def test_not_found_says_the_same_everywhere(client, address):
    assert said(client.get(address), 404) == problems.body(404)


@pytest.mark.parametrize(
    ("sent", "status", "advice"),
    [
        ({"data": {f"field{n}": "x" for n in range(2000)}}, 400, "too many fields"),
        ({"data": "--x", "content_type": "multipart/form-data"}, 400, "boundary"),
        ({"data": "--x", "content_type": "multipart/form-data; boundary=\x7f"}, 400, "boundary"),
    ],
)
def test_a_form_that_django_refuses_is_a_page_that_helps(sent, status, advice):
    page = Client(raise_request_exception=False).post("/admin/login/", **sent)

    assert page.status_code == status
    assert advice in page.content.decode()
    assert "What to do next" in page.content.decode()


def test_a_form_without_its_token_is_told_to_load_the_page_again():
    page = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert page.status_code == 403
    assert "Load the page again" in page.content.decode()


def test_a_script_without_the_token_learns_why():
    """A session counts for nothing in the API, so a page of elsewhere cannot write through somebody's browser."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.make_user("editor"))

    body = said(client.post("/api/v1/events/", "{}", content_type="application/json"), 401)

    assert "token" in body["detail"]


@pytest.mark.parametrize("address", ["/", "/publications/", "/sources/", "/healthz"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_that_takes_no_such_method_says_which_it_takes(address, method):
    page = getattr(Client(enforce_csrf_checks=True), method)(address)

    assert page.status_code == 405
    assert page.headers["Allow"].startswith("GET, HEAD")
    assert "What to do next" in page.content.decode()


def test_a_cookie_with_nul_asks_no_database(client):
    response = client.get("/admin/", headers={"cookie": 'sessionid="\\000abc"'})

    assert response.status_code == 400


def test_the_desk_too_answers_a_wrong_method_with_a_page(client):
    client.force_login(make.make_user("editor"))

    page = client.get("/admin/logout/")

    assert page.status_code == 405
    assert "What to do next" in page.content.decode()


def test_every_page_of_trouble_can_be_shown():
    request = RequestFactory().get("/somewhere/")

    for status in (400, 403, 404, 405, 410, 411, 412, 413, 429, 500, 503):
        response = problems.problem(request, status)
        assert response.status_code == status
        assert "<h1" in response.content.decode()
