"""Guessing passwords ends at the tenth wrong try within an hour: by address, by name, and by both together.

django-axes counts and keeps; here stands what is counted. Nothing that a sender can write into a header matters:
addresses are those our own proxies saw. Whoever logged in lately is known at the address she came from, and there only
her own wrong tries count, so that strangers who try her name from elsewhere cannot keep her out.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_network
from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from monitor.client_address import client_address

REMEMBERED = timedelta(days=30)
TOGETHER = ["username", "ip_address"]
LONGEST_NAME = User._meta.get_field("username").max_length
Credentials = dict[str, Any] | None


class LockOutBackend(AxesStandaloneBackend):
    """Refuses who is locked out before any password is looked at."""

    def authenticate(self, request: HttpRequest | None, *args: Any, **credentials: Any) -> None:
        """Let pass what comes without a request, as from a command: nobody guesses there."""
        if request is not None:
            super().authenticate(request, *args, **credentials)


class LockOut(AxesDatabaseHandler):
    """What a log-in that succeeds does to the counts."""

    def reset_user_attempts(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """Forgive a person her own slips, and nobody else's: with one good account nobody buys more guesses."""
        own = AccessAttempt.objects.filter(
            username=get_client_username(request, credentials), ip_address=request.axes_ip_address
        )
        return own.delete()[0]

    def user_logged_in(self, sender: object, request: HttpRequest, user: User, **more: Any) -> None:
        """Note whence she came; forget what is too old to be known by."""
        super().user_logged_in(sender, request, user, **more)
        AccessLog.objects.filter(attempt_time__lt=timezone.now() - REMEMBERED).delete()


def counted_by(request: HttpRequest, credentials: Credentials = None) -> list[str | list[str]]:
    """Each way of counting that alone can lock out this request."""
    known = AccessLog.objects.filter(
        username=get_client_username(request, credentials),
        ip_address=request.axes_ip_address,
        attempt_time__gte=timezone.now() - REMEMBERED,
    )
    return [TOGETHER] if known.exists() else [TOGETHER, "ip_address", "username"]


def name_tried(request: HttpRequest, credentials: Credentials = None) -> str | None:
    """The name as it is counted: nobody's is longer than a user's can be, whatever was typed."""
    name = (credentials or request.POST).get("username")
    return name and name[:LONGEST_NAME]


def address(request: HttpRequest) -> str | None:
    """The sender's address; of IPv6 the network, as everybody has millions of addresses in it."""
    seen = client_address(request)
    if ":" not in seen:
        return seen or None
    return str(ip_network((IPv6Address(seen), 64), strict=False).network_address)


def in_the_log(username: str, ip_address: str | None, *more: Any) -> str:
    """Whom a line of the log is about: no name, as people type passwords where names go."""
    return f"somebody at {ip_address or 'an unknown address'}"


def refused(request: HttpRequest, response: HttpResponse | None, credentials: Credentials = None) -> HttpResponse:
    """The page that says how long to wait and who can help."""
    page = render_to_string("admin/locked_out.html", request=request)
    return HttpResponse(page, status=429, headers={"Retry-After": str(settings.AXES_COOLOFF_TIME.seconds)})
