"""Programs that read the API as somebody."""

from django.contrib.auth.models import User
from rest_framework.test import APIClient


def program_of(user: User) -> APIClient:
    """A client that names itself in `Authorization`, as the API wants it; a session would count for nothing there."""
    client = APIClient(HTTP_AUTHORIZATION="Bearer test")
    client.force_authenticate(user)
    return client
