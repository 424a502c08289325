"""What all tests share."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests import database, static_files


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the API's golden answers anew (tests/golden.py)")


def pytest_configure(config: pytest.Config) -> None:
    database.choose(config)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # users are made by the hundred
    settings.RESPONSE_CACHE = False  # what a test has not committed raises no public revision: nothing may be kept
    settings.THROTTLE = 0  # many tests read more than a minute's worth; both have tests of their own
    static_files.choose()


def pytest_unconfigure(config: pytest.Config) -> None:
    database.remove(config)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every test finds the codebook and the roles."""
    with django_db_blocker.unblock():
        fill()


@pytest.fixture(autouse=True)
def _filled(request: pytest.FixtureRequest) -> None:
    """Tests that commit empty every table when they end: whichever comes next in this worker fills first."""
    mark = request.node.get_closest_marker("django_db")
    fixtures = {"transactional_db", "live_server"} & set(request.fixturenames)
    commits = bool(fixtures) or bool(mark and mark.kwargs.get("transaction"))
    if commits or mark or "db" in request.fixturenames:
        request.getfixturevalue("transactional_db" if commits else "db")
        if commits or not Group.objects.exists():
            fill()
            if not commits:
                connection.check_constraints()  # what was filled in is noted as public before the test begins


def fill() -> None:
    call_command("load_codebook", verbosity=0, stdout=Silence())
    call_command("sync_roles", verbosity=0, stdout=Silence())


class Silence:
    """Takes what commands print."""

    def write(self, *words: Any) -> None:
        """Nothing to say."""
