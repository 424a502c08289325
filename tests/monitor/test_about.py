"""The page that says how the record is made."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from monitor import environment
from tests.make import make_article, make_issue, make_publication

pytestmark = pytest.mark.django_db


def test_terms_of_every_public_publication_are_stated(client):
    issue = make_issue(publication=make_publication(title="The Digest", licence="CC BY 4.0", quote_policy="sentence"))
    make_article(issue=issue, published=True)
    make_publication(title="Unseen")

    html = client.get("/about/").content.decode()

    assert "The Digest" in html and "CC BY 4.0" in html and "quotes of at most one sentence" in html
    assert "Unseen" not in html


def test_errors_are_reported_to_the_address_that_the_site_names(client, settings):
    settings.CONTACT = "editors@monitor.example"

    assert 'href="mailto:editors@monitor.example"' in client.get("/about/").content.decode()


def test_without_an_address_none_is_made_up(client):
    assert "mailto:" not in client.get("/about/").content.decode()


def test_contact_that_is_no_address_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="MONITOR_CONTACT"):
        environment.mailbox({"MONITOR_CONTACT": "editors at monitor"}, "MONITOR_CONTACT")
