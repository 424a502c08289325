"""The codebook as readers look things up in it."""

import re

import pytest

from events.models import Context, EventType, Mode, ReportStatus
from tests.make import make_article, make_event, make_report

pytestmark = pytest.mark.django_db


def test_every_code_in_use_has_its_entry(client):
    html = client.get("/codebook/").content.decode()

    entries = set(re.findall(r'id="([^"]+)"', html))
    assert set(EventType.objects.values_list("code", flat=True)) <= entries
    assert set(Mode.objects.values_list("key", flat=True)) <= entries
    assert {f"context-{code}" for code in Context.objects.values_list("code", flat=True)} <= entries
    assert all(f"<code>{status}</code>" in html for status in ReportStatus.values)


def test_a_retired_code_is_not_offered(client):
    EventType.objects.filter(code="PROTEST").update(retired_in="2.0.0")

    assert 'id="PROTEST"' not in client.get("/codebook/").content.decode()


def test_a_type_counts_its_public_events_and_leads_to_them(client):
    make_report(article=make_article(published=True), event=make_event(type_id="AGREE"), confirmed=True)
    make_report(article=make_article(published=True), event=make_event(type_id="AGREE"))

    html = client.get("/codebook/").content.decode()

    assert '<a href="/events/?type=AGREE">1 event</a>' in html
    assert '/events/?type=CONSULT"' not in html
