"""Whom a request is counted for, whatever its sender writes into headers."""

import pytest
from django.test import RequestFactory

from monitor.client_address import client_address


def address_of(settings, proxies, peer="198.51.100.9", forwarded=None):
    settings.PROXIES = proxies
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=peer, **headers))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, "198.51.100.9"),
        (0, "203.0.113.5", "198.51.100.9"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "192.0.2.1, 203.0.113.5", "203.0.113.5"),
        (1, "192.0.2.1,192.0.2.2 ,203.0.113.5", "203.0.113.5"),
        (2, "192.0.2.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "198.51.100.9"),
        (1, None, "198.51.100.9"),
        (1, "", "198.51.100.9"),
        (1, "unknown", "198.51.100.9"),
        (1, "203.0.113.5:4711", "203.0.113.5"),
        (1, "[2001:db8::5]:4711", "2001:db8::5"),
        (1, "2001:DB8:0::5", "2001:db8::5"),
        (1, "::ffff:203.0.113.5", "203.0.113.5"),
        (1, "fe80::1%eth0", "fe80::1"),
    ],
)
def test_only_entries_of_our_own_proxies_count(settings, proxies, forwarded, address):
    assert address_of(settings, proxies, forwarded=forwarded) == address


def test_a_forged_header_changes_nothing(settings):
    forged = {address_of(settings, 1, forwarded=f"192.0.2.{n}, 203.0.113.5") for n in range(5)}

    assert forged == {"203.0.113.5"}


def test_behind_a_socket_nobody_has_an_address(settings):
    assert address_of(settings, 0, peer="") == ""
