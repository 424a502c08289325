"""Variables are read as they are meant, or refused by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from monitor import environment


@pytest.mark.parametrize(("written", "read"), [("0", 0), (" 2 ", 2), ("10", 10)])
def test_a_number_is_read(written, read):
    assert environment.number({"MONITOR_PROXIES": written}, "MONITOR_PROXIES", default=1, most=10) == read


@pytest.mark.parametrize("written", ["", "-1", "1.5", "two", "11", "²"])
def test_what_is_no_number_in_range_is_refused_by_name(written):
    with pytest.raises(ImproperlyConfigured, match=r"MONITOR_PROXIES is .*: write a whole number from 0 to 10"):
        environment.number({"MONITOR_PROXIES": written}, "MONITOR_PROXIES", default=1, most=10)


def test_a_number_that_nobody_wrote_has_its_default():
    assert environment.number({}, "MONITOR_PROXIES", default=1, most=10) == 1


@pytest.mark.parametrize("written", [None, "", "  "])
def test_without_an_address_each_process_has_its_own_cache(written):
    environ = {} if written is None else {"CACHE_URL": written}

    assert environment.cache(environ, "CACHE_URL")["BACKEND"].endswith("LocMemCache")


def test_a_folder_can_be_shared(tmp_path):
    read = environment.cache({"CACHE_URL": f"file://{tmp_path}/cache"}, "CACHE_URL")

    assert read["BACKEND"].endswith("FileBasedCache")
    assert str(read["LOCATION"]) == f"{tmp_path}/cache"


REDIS = ["redis://localhost", "redis://:secret@cache.example:6379/1", "rediss://me:secret@[::1]:6379/0", "redis://h/0/"]


@pytest.mark.parametrize("url", REDIS)
def test_a_redis_server_is_named_where_its_package_is_there(monkeypatch, url):
    monkeypatch.setattr(environment, "find_spec", lambda name: object())

    read = environment.cache({"CACHE_URL": url}, "CACHE_URL")

    assert (read["BACKEND"].rpartition(".")[2], read["LOCATION"]) == ("RedisCache", url)


def test_a_redis_server_without_its_package_is_refused(monkeypatch):
    monkeypatch.setattr(environment, "find_spec", lambda name: None)

    with pytest.raises(ImproperlyConfigured, match="CACHE_URL names a Redis server, but the package redis"):
        environment.cache({"CACHE_URL": REDIS[1]}, "CACHE_URL")


@pytest.mark.parametrize(
    "url",
    [
        "redis:/localhost",
        "redis://",
        "redis://:secret@",
        "redis://host:port",
        "redis://host/zero",
        "redis://host?db=1",
        "redis://a b",
        "memcached://host",
        "http://host",
        "localhost:6379",
        "file://relative/secret",
        "file:///",
    ],
)
def test_any_other_address_is_refused_without_repeating_it(url):
    with pytest.raises(ImproperlyConfigured, match=r"CACHE_URL (cannot be used: write redis://|names /, )") as refusal:
        environment.cache({"CACHE_URL": url}, "CACHE_URL")

    assert "secret" not in str(refusal.value)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ImproperlyConfigured, match="no folder of its own"):
        environment.cache({"CACHE_URL": f"file://{tmp_path}/file"}, "CACHE_URL")
