"""The tenth wrong password locks out, whatever the sender claims; nobody is locked out for good."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.make import make_user

pytestmark = pytest.mark.django_db

LOG_IN = "/admin/login/"
RIGHT = "a long pass phrase"
HERE, ELSEWHERE = "192.0.2.7", "198.51.100.{}"


@pytest.fixture
def editor():
    return make_user("editor", username="ada")


def attempt(name="ada", password="wrong", address=HERE, **headers):
    """Try to log in once, from nowhere in particular: no cookie is kept."""
    return Client().post(LOG_IN, {"username": name, "password": password}, REMOTE_ADDR=address, **headers)


def statuses(times=10, **each):
    """What `times` tries are answered with; values that are functions are asked for each try."""
    values = [{key: value(n) if callable(value) else value for key, value in each.items()} for n in range(times)]
    return [attempt(**over).status_code for over in values]


def let_time_pass(**by):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(**by))


@pytest.mark.parametrize(
    "disguise",
    [
        {},
        {"HTTP_X_FORWARDED_FOR": lambda n: f"203.0.113.{n}"},
        {"HTTP_FORWARDED": lambda n: f"for=203.0.113.{n}"},
        {"HTTP_X_REAL_IP": lambda n: f"203.0.113.{n}", "HTTP_CLIENT_IP": lambda n: f"203.0.113.{n}"},
        {"HTTP_USER_AGENT": lambda n: f"browser {n}"},
        {"name": lambda n: f"ada{n}"},
        {"address": ELSEWHERE.format},
        {"address": lambda n: f"2001:db8:1:2::{n}", "name": lambda n: f"ada{n}"},
    ],
    ids=[
        "undisguised",
        "forged X-Forwarded-For",
        "forged Forwarded",
        "other forged headers",
        "many browsers",
        "many names from one address",
        "one name from many addresses",
        "many names from one network",
    ],
)
def test_the_tenth_wrong_try_locks_out(editor, disguise):
    answers = statuses(10, **disguise)

    assert answers == [200] * 9 + [429]
    last = {key: value(10) if callable(value) else value for key, value in disguise.items()}
    assert attempt(**{**last, "name": "ada", "password": RIGHT}).status_code == 429


def test_a_name_longer_than_any_is_a_wrong_try_as_others_are(editor):
    answers = statuses(10, name="a" * 300_000)

    assert answers == [200] * 9 + [429]


def test_an_address_is_the_one_our_proxies_saw(editor, settings):
    settings.PROXIES = 1

    assert statuses(10, address="10.0.0.1", HTTP_X_FORWARDED_FOR=lambda n: f"203.0.113.{n}, {HERE}")[-1] == 429
    assert attempt("grace", address="10.0.0.1", HTTP_X_FORWARDED_FOR=HERE).status_code == 429
    assert attempt("grace", address="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 200


def test_the_page_says_how_long_and_what_to_do(editor):
    statuses(10)

    response = attempt(password=RIGHT)

    assert response["Retry-After"] == "3600"
    assert "Wait an hour" in response.text
    assert "What to do next" in response.text
    assert "ada" not in response.text
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_the_lock_ends_after_an_hour_though_somebody_goes_on_trying(editor):
    statuses(10)
    let_time_pass(minutes=30)
    assert statuses(5) == [429] * 5

    let_time_pass(minutes=61)

    assert attempt(password=RIGHT).status_code == 302


def test_tries_while_locked_out_do_not_make_it_longer(editor):
    statuses(10)
    let_time_pass(minutes=59)
    statuses(3)

    newest = AccessAttempt.objects.latest("attempt_time").attempt_time

    assert timezone.now() - newest > timedelta(minutes=58)


def test_strangers_cannot_keep_out_a_person_who_is_known_at_her_address(editor):
    assert attempt(password=RIGHT).status_code == 302

    assert statuses(12, address=ELSEWHERE.format)[-1] == 429
    assert statuses(12, name=lambda n: f"nobody{n}")[-1] == 429

    assert attempt(password=RIGHT).status_code == 302
    assert attempt(password=RIGHT, address="203.0.113.1").status_code == 429


def test_who_is_known_has_ten_tries_too(editor):
    attempt(password=RIGHT)

    assert statuses(10) == [200] * 9 + [429]
    assert attempt(password=RIGHT).status_code == 429


def test_being_known_is_forgotten_with_the_log_after_thirty_days(editor):
    attempt(password=RIGHT)
    AccessLog.objects.update(attempt_time=timezone.now() - timedelta(days=31))
    make_user("editor", username="grace")
    statuses(10, address=ELSEWHERE.format)

    assert attempt(password=RIGHT).status_code == 429
    attempt("grace", password=RIGHT)
    assert list(AccessLog.objects.values_list("username", flat=True)) == ["grace"]


def test_a_log_in_forgives_the_persons_own_slips_only(editor):
    make_user("annotator", username="mallory")
    statuses(9)

    attempt("mallory", password=RIGHT)

    assert attempt().status_code == 429
    let_time_pass(hours=2)
    statuses(9)
    assert attempt(password=RIGHT).status_code == 302
    assert statuses(9) == [200] * 9


@pytest.mark.parametrize("command", [("axes_reset_username", "ada"), ("axes_reset_ip", HERE), ("axes_reset",)])
def test_a_command_lets_in_again_at_once(editor, command, capsys):
    statuses(10)

    call_command(*command)

    assert attempt(password=RIGHT).status_code == 302


def test_what_was_typed_is_in_no_log_and_no_table(editor, caplog):
    statuses(10, name="my-pass-word-by-mistake", password="hunter2-hunter2")

    assert "hunter2" not in caplog.text
    assert "my-pass-word" not in caplog.text
    assert HERE in caplog.text
    assert not AccessAttempt.objects.filter(post_data__contains="hunter2").exists()


def test_a_command_may_check_a_password(editor):
    assert authenticate(username="ada", password=RIGHT) == editor
    assert Client().login(username="ada", password=RIGHT)
    assert authenticate(username="ada", password="wrong") is None
