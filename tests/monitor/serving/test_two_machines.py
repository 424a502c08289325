"""Two sites as two machines run them, one database and one shared cache behind both: a change is seen at once."""

import http.client
from contextlib import ExitStack, closing
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.test import Client

from articles.models import Article
from monitor import web_server
from tests.make import make_article, make_issue, make_publication, make_report, make_user
from tests.monitor.processes import wait_until

ROUNDS = 30
TOKEN = "x" * 32  # of the form and of its cookie: they need only be equal
SECONDS_TO_START = 60
HOST = "monitor.example"
TITLE = "Envoys part in silence"


class Machine:
    """A running site, asked by a reader and by an editor."""

    def __init__(self, session):
        self.site = web_server.WebServer(web_server.listen(None))
        self.session = session

    def ask(self, method, path, body=None, **headers):
        with closing(http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)) as wire:
            wire.request(method, path, body, {"Host": HOST, **headers})  # as a proxy in front of both hands it on
            answer = wire.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()

    def answers(self):
        """Whether it is up; the API needs no collected static files."""
        try:
            return self.read("/api/v1/")[0] == 200
        except OSError:
            return False

    def read(self, path, tag=""):
        return self.ask("GET", path, **{"If-None-Match": tag})

    def post(self, path, **values):
        form = urlencode({**values, "csrfmiddlewaretoken": TOKEN})
        cookies = f"sessionid={self.session}; csrftoken={TOKEN}"
        return self.ask("POST", path, form, Cookie=cookies, **{"Content-Type": "application/x-www-form-urlencoded"})


def address_of_database():
    at = {name: quote(str(value), safe="") for name, value in connection.get_connection_params().items()}
    port = f"&port={at['port']}" if "port" in at else ""
    return f"postgresql://{at['user']}:{at.get('password', '')}@/{at['dbname']}?host={at['host']}{port}"


@pytest.fixture
def machines(monkeypatch, settings, tmp_path):
    client = Client()
    client.force_login(make_user("editor"))
    monkeypatch.setenv("DATABASE_URL", address_of_database())
    monkeypatch.setenv("CACHE_URL", f"file://{tmp_path}/shared")
    monkeypatch.setenv("MONITOR_SECRET_KEY", settings.SECRET_KEY)
    monkeypatch.setenv("MONITOR_THROTTLE", "0")
    monkeypatch.setenv("MONITOR_HOSTS", f"{HOST},127.0.0.1")
    with ExitStack() as running:
        both = [Machine(client.cookies["sessionid"].value) for _ in range(2)]
        for machine in both:
            running.callback(machine.site.stop)
        assert wait_until(lambda: all(machine.answers() for machine in both), SECONDS_TO_START)
        yield both


@pytest.mark.drill  # `tests/test_leaks.py` has it with two processes in one
@pytest.mark.django_db(transaction=True)
def test_a_change_through_one_is_seen_through_the_other_at_once(machines, tmp_path):
    issue = make_issue(publication=make_publication(slug="monitor"), volume=5, number=107)
    article = make_article(issue=issue, title=TITLE, published=True)
    make_report(article=article, confirmed=True)
    row, desk = f"/api/v1/articles/{article.pk}/", f"/admin/events/articletoannotate/{article.pk}/"

    for number in range(ROUNDS):
        one, other = machines[number % 2], machines[1 - number % 2]
        first, second = one.read(row), other.read(row)
        assert (first[0], second[0]) == (200, 200)
        assert first[1]["ETag"] == second[1]["ETag"] and first[2] == second[2]

        assert one.post(f"{desk}withdraw/", reason="Printed twice.", revision=revision(article))[0] == 302
        for machine in (other, one, other):
            status, _, body = machine.read(row, tag=second[1]["ETag"])
            assert status in (404, 410) and TITLE not in body
            assert TITLE not in machine.read("/api/v1/articles/")[2]

        assert other.post(f"{desk}publish/", revision=revision(article))[0] == 302
        assert [machine.read(row)[0] for machine in (one, other, one)] == [200] * 3

    assert any((tmp_path / "shared").iterdir())


def revision(article):
    return Article.objects.get(pk=article.pk).revision
