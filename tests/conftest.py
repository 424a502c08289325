"""What all tests share."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from tests import database, filled, static_files


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
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Every test finds the codebook and the roles."""
    with django_db_blocker.unblock():
        filled.fill()
    yield
    with django_db_blocker.unblock():
        database.end_other_sessions()
