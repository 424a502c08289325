"""Static files are collected before anything is served, or it is said how."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from monitor import static


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> static.StaticStorage:
    storage = static.StaticStorage(location=tmp_path)
    monkeypatch.setattr(static, "staticfiles_storage", storage)
    return storage


def test_nothing_is_served_before_static_files_are_collected(storage: static.StaticStorage) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"static files, such as .* Run manage\.py collectstatic"):
        static.refuse_uncollected()


def test_files_of_an_older_version_are_not_enough(storage: static.StaticStorage) -> None:
    names = static.uncollected()
    storage.hashed_files = {name: name for name in names if name != "monitor/site.css"}

    assert static.uncollected() == ["monitor/site.css"]


def test_collected_files_are_accepted(storage: static.StaticStorage) -> None:
    storage.hashed_files = {name: name for name in static.uncollected()}

    static.refuse_uncollected()


def test_a_name_that_was_not_collected_is_an_error_of_its_own(storage: static.StaticStorage) -> None:
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        storage.url("monitor/site.css")
