"""How much of the API anybody may read in a minute, counted in the database for all workers and machines together."""

from hashlib import blake2b
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.db import connection
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from monitor.client_address import client_address

# The minute and what is left of it by the database's clock: the clocks of several machines differ.
COUNT = """
INSERT INTO monitor_anonymous_reads AS reads (client, minute, number)
VALUES (%s, floor(extract(epoch FROM clock_timestamp()) / 60), 1)
ON CONFLICT (client) DO UPDATE SET
    minute = excluded.minute,
    number = CASE reads.minute WHEN excluded.minute THEN reads.number + 1 ELSE 1 END
RETURNING number, ceil(60 * (minute + 1) - extract(epoch FROM clock_timestamp()))
"""
FORGET = "DELETE FROM monitor_anonymous_reads WHERE minute < floor(extract(epoch FROM clock_timestamp()) / 60) - 1"
SWEEPERS = 8  # of the 256 first bytes that a client's hash can have


class AnonymousThrottle(BaseThrottle):
    """At most `MONITOR_THROTTLE` answers a minute are made for one anonymous client; kept ones and 304 are free."""

    seconds_left = 0

    def allow_request(self, request: Request, view: Any) -> bool:
        if not settings.THROTTLE or request.user.is_authenticated:
            return True
        number, self.seconds_left = counted(client_address(request._request))
        return number <= settings.THROTTLE

    def wait(self) -> float:
        return self.seconds_left


def counted(address: str) -> tuple[int, int]:
    """Which read of the running minute this is for the client at `address`, and in how many seconds the minute ends."""
    client = client_of(address)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [client])
        number, seconds_left = cursor.fetchone()
        if number == 1 and client[0] < SWEEPERS:  # one client in thirty-two clears up, once a minute
            cursor.execute(FORGET)
    return number, max(1, int(seconds_left))


def client_of(address: str) -> bytes:
    """Who is counted as one: an IPv4 address, or the /64 of IPv6 that a line has; hashed, so that nobody is listed."""
    version = ip_address(address).version if address else 0
    line = str(ip_network(f"{address}/64", strict=False)) if version == 6 else address
    return blake2b(line.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16).digest()
