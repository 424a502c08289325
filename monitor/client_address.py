"""Whose request this is: the address that throttling and the lock-out count by."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The IP address that the outermost of our `MONITOR_PROXIES` proxies saw, or "" where nobody knows it.

    Each proxy appends whom it saw to X-Forwarded-For, so only as many entries as there are proxies, counted from the
    right, are theirs; whatever stands further left is the sender's own word, and believed by nobody here.
    """
    return forwarded(request.META.get("HTTP_X_FORWARDED_FOR", ""), settings.PROXIES) or written(
        request.META.get("REMOTE_ADDR", "")
    )


def forwarded(header: str, proxies: int) -> str:
    """The entry of the outermost proxy; "" without proxies, or where the request did not come through all of them."""
    entries = header.split(",")
    return written(entries[-proxies]) if 0 < proxies <= len(entries) else ""


def written(entry: str) -> str:
    """An address as it is written canonically, without port and brackets; "" for anything else."""
    entry = entry.strip()
    if entry.startswith("["):
        entry = entry[1:].partition("]")[0]
    elif entry.count(":") == 1:
        entry = entry.partition(":")[0]
    try:
        address = ip_address(entry.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)
