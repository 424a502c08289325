"""The sample digest loaded, and loaded again."""

import io

import pytest
from django.core.management import call_command

from events.models import Event, Evidence
from monitor.content import content_hash, content_lines
from tests.make import make_user


def load() -> list[str]:
    out = io.StringIO()
    call_command("load_sample", user="admin", stdout=out, stderr=out)
    return [line for line in out.getvalue().splitlines() if line.startswith(("articles:", "events:"))]


@pytest.mark.django_db
def test_sample_loaded_twice_changes_nothing() -> None:
    make_user("administrator", username="admin", is_superuser=True)
    first = load()
    content, written = content_hash(content_lines()), list(Evidence.objects.values_list("pk", "updated_at"))

    second = load()

    events = Event.objects.count()
    assert first[1] == f"events: {events} created, 0 unchanged, 0 conflicting, 0 refused"
    assert second == [
        "articles: 0 created, 24 unchanged, 0 conflicting, 0 refused; issues: 0 created",
        f"events: 0 created, {events} unchanged, 0 conflicting, 0 refused",
    ]
    assert content_hash(content_lines()) == content
    assert list(Evidence.objects.values_list("pk", "updated_at")) == written
