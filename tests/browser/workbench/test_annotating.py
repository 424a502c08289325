"""Annotating by keyboard alone: what it costs, and that all of it is in the database and comes back."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.models import Event, Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STANDARD = "ArrowDown c a Space r Space p Space t s"


def costs(page: Page) -> tuple[int, int]:
    shown = page.locator("#workbench-counts")
    return int(shown.get_attribute("data-actions") or 0), int(shown.get_attribute("data-presses") or 0)


def saved(page: Page) -> None:
    expect(page.locator("#workbench-saving")).to_contain_text("All saved")


def facts(report: Report) -> dict[str, Any]:
    event = report.event
    return {
        "type": event.type_id,
        "parts": sorted((part.role, part.actor.slug) for part in event.participations.all()),
        "date": event.date,
        "place": event.place and event.place.slug,
        "sources": sorted(one.cited_report.news_source.name for one in report.attributions.all()),
        "words": [(one.kind, one.quote) for one in report.evidence.order_by("start", "end", "kind")],
    }


def test_standard_event_takes_ten_actions_and_comes_back_after_a_reload(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()

    press(page, STANDARD)
    saved(page)

    actions, presses = costs(page)
    assert actions <= 10 and presses <= 12
    report = Report.objects.get()
    assert facts(report) == {
        "type": "CONSULT",
        "parts": [("actor", "tamm"), ("recipient", "lind")],
        "date": "1999-05-28",
        "place": "varda",
        "sources": ["Itar-Tass", "Kyodo"],
        "words": [
            ("sentence", article.text[: article.sentences[0].end]),
            ("participant", "Ilmar Tamm"),
            ("participant", "Greta Lind"),
            ("place", "Varda"),
            ("time", "May 28"),
        ],
    }
    page.reload()
    page.wait_for_selector("#workbench[data-ready=true]")
    card = page.locator("#workbench-cards .card.active")
    for words in (report.event.public_id, "Ilmar Tamm", "Greta Lind", "Varda", "1999-05-28", "Kyodo"):
        expect(card).to_contain_text(words)
    assert page.said == []
