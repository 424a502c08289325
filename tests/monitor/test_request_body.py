import json

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from monitor import problems, urls
from monitor.request_body import takes_up_to

LIMIT = settings.DATA_UPLOAD_MAX_MEMORY_SIZE


class Unread:
    """A body of which no byte may be read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


@csrf_exempt
def usual(request):
    return HttpResponse(str(len(request.body)))


@csrf_exempt
@takes_up_to(2 * LIMIT)
def generous(request):
    return HttpResponse(str(sum(len(part) for part in iter(lambda: request.read(65536), b""))))


urlpatterns = [
    path("admin/usual/", usual),
    path("api/usual/", usual),
    path("admin/generous/", generous),
    path("", include(urls.urlpatterns)),
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def patient():
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def send(client, address, size, body=None, **extra):
    """A request that says it has `size` bytes."""
    given = RequestFactory().generic("POST", address, b"", content_type="text/plain")
    return client.request(**{**given.environ, "wsgi.input": body or Unread(), "CONTENT_LENGTH": str(size), **extra})


@pytest.mark.parametrize("address", ["/admin/usual/", "/admin/login/"])
def test_a_body_that_is_too_large_is_refused_unread(patient, address):
    response = send(patient, address, LIMIT + 1)

    assert response.status_code == 413
    assert "10,000,000" in response.content.decode()


@pytest.mark.parametrize("address", ["/api/usual/", "/api/v1/events/"])
def test_the_api_answers_a_problem(patient, address):
    response = send(patient, address, 10**12)

    assert response.status_code == 413
    assert response.headers["Content-Type"] == problems.MEDIA_TYPE
    assert json.loads(response.content)["status"] == 413


def test_a_body_of_the_size_allowed_is_read(patient):
    response = patient.generic("POST", "/admin/usual/", b"x" * LIMIT, content_type="text/plain")

    assert response.content == str(LIMIT).encode()


def test_a_view_may_take_more_as_a_stream(patient):
    body = b"x" * (LIMIT + 1)

    assert (
        patient.generic("POST", "/admin/generous/", body, content_type="text/plain").content == str(len(body)).encode()
    )
    assert send(patient, "/admin/generous/", 2 * LIMIT + 1).status_code == 413


def test_a_body_of_unsaid_length_is_not_taken_for_an_empty_one(patient):
    response = send(patient, "/admin/usual/", "", HTTP_TRANSFER_ENCODING="chunked")

    assert response.status_code == 411
