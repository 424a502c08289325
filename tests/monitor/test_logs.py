import json
import logging
import logging.config
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from monitor import logs

CANARIES = {
    "DATABASE_URL": "postgresql://monitor:canary%2Fone@db.example/news",
    "CACHE_URL": "redis://:canary-two@cache.example:6379/0",
    "MONITOR_SECRET_KEY": "canary-three-of-fifty-characters-and-more-than-that-1234",
}


def line_of(form, message, *args, environ=CANARIES, **facts):
    """What the configured formatter writes of one record."""
    configured = logs.configuration({**environ, "MONITOR_LOG": form}, "text")["formatters"]["lines"]
    kind = {"monitor.logs.JsonLines": logs.JsonLines, "monitor.logs.TextLines": logs.TextLines}[configured["()"]]
    record = logging.makeLogRecord(
        {"name": "monitor.test", "levelname": "INFO", "msg": message, "args": args, "created": 928368000.5, **facts}
    )
    return kind(configured["hidden"]).format(record)


def test_a_line_is_one_json_object():
    logs.request_id.set("id-of-the-request")

    told = json.loads(line_of("json", "%s went\nwrong", "it", status=500, path="/a", ms=1.5, method="GET"))

    assert told == {
        "time": "1999-06-03T00:00:00.500+00:00",
        "level": "INFO",
        "logger": "monitor.test",
        "message": "it went\nwrong",
        "request": "id-of-the-request",
        "status": 500,
        "path": "/a",
        "ms": 1.5,
        "method": "GET",
    }


@pytest.mark.parametrize("form", ["json", "text"])
def test_what_somebody_sent_cannot_pass_for_a_line_of_its_own(form):
    line = line_of(form, "GET /a\n1999 ERROR \x1b[31m\u2028")

    assert len(line.splitlines()) == 1
    assert "\x1b" not in line


def test_a_trace_is_written_down():
    try:
        raise RuntimeError("broken here")
    except RuntimeError:
        trouble = sys.exc_info()

    assert "broken here" in json.loads(line_of("json", "failed", exc_info=trouble))["trace"]
    assert line_of("text", "failed", exc_info=trouble).splitlines()[-1] == "RuntimeError: broken here"


@pytest.mark.parametrize(("status", "traced"), [(503, False), (500, True)])
def test_a_database_that_is_away_fills_no_log_with_traces(status, traced):
    try:
        raise RuntimeError("connection refused")
    except RuntimeError:
        record = logging.makeLogRecord({"msg": "Away: %s", "args": ("/a",), "exc_info": sys.exc_info()})
    record.status_code = status

    assert logs.Briefly().filter(record)

    assert bool(record.exc_info) is traced
    assert record.getMessage() == ("Away: /a" if traced else "Away: /a: connection refused")


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize(
    "message",
    [
        "cannot reach postgresql://monitor:canary@db.example/news",
        "password authentication with canary/one failed",
        "password authentication with canary%2Fone failed",
        "redis said canary-two is wrong",
        "signed with canary-three-of-fifty-characters-and-more-than-that-1234",
        "Authorization: Bearer canary",
        "header {'Authorization': 'Token canary'}",
        "Cookie: sessionid=canary; csrftoken=canary",
        '{"password": "canary with blanks"}',
        "username=a&password=canary&next=/",
        "csrfmiddlewaretoken=canary",
        "API_KEY = canary",
        "DATABASE_URL is postgresql://monitor:canary%2Fone@db.example/news",
    ],
)
def test_no_secret_is_ever_written(form, message):
    try:
        raise RuntimeError(message)
    except RuntimeError:
        trouble = sys.exc_info()

    for line in (line_of(form, message), line_of(form, "%s", message), line_of(form, "x", exc_info=trouble)):
        assert "canary" not in line
        assert logs.HIDDEN in line


def test_what_is_no_secret_stays():
    assert "GET /publications/monitor/5/107/ 200 3.1 ms" in line_of(
        "text", "GET /publications/monitor/5/107/ 200 3.1 ms"
    )


def test_nonsense_in_the_variable_is_refused():
    with pytest.raises(ImproperlyConfigured, match="MONITOR_LOG"):
        logs.configuration({"MONITOR_LOG": "xml"}, "text")


@pytest.mark.parametrize(("mode", "least"), [("demo", "WARNING"), ("production", "INFO"), ("", "INFO")])
def test_the_demo_tells_only_what_went_wrong(mode, least):
    configured = logs.configuration({"MONITOR_MODE": mode}, "text")

    assert configured["root"]["level"] == configured["loggers"]["gunicorn.error"]["level"] == least


def test_no_logger_of_others_falls_silent():
    assert logs.configuration({}, "json")["disable_existing_loggers"] is False
