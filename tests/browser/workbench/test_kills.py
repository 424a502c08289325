"""Page or server killed at any moment: what was shown as saved is in the database, and the rest comes there later."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.models import Report
from tests.browser.workbench.serving import Killable

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KILLS = [pytest.param(4, id="few"), pytest.param(200, id="full", marks=pytest.mark.drill)]
KEYS = [*"123456789"]
SHOWN = """() => {
  const on = [...document.querySelectorAll("#workbench-cards .states [aria-pressed=true]")].map((one) => one.id.replace(/^workbench-(status|flag)-/, ""));
  return [document.getElementById("workbench-saving").textContent.startsWith("✓"), on.sort()];
}"""  # noqa: E501


@pytest.fixture
def server(settings: Any) -> Iterator[Killable]:
    killable = Killable(settings.SECRET_KEY)
    yield killable
    killable.close()


def stored() -> list[str]:
    report = Report.objects.get()
    flags = [name for name in ("hedged", "background") if getattr(report, name)]
    return sorted([report.status, *flags])


def all_saved(page: Page) -> None:
    expect(page.locator("#workbench-saving")).to_contain_text("✓ All saved", timeout=60_000)


def opened(page: Page, address: str) -> Page:
    page.goto(address, timeout=60_000)
    page.wait_for_selector("#workbench[data-ready=true]", timeout=60_000)
    page.locator("#workbench-text-blocks").focus()
    return page


@pytest.mark.parametrize("kills", KILLS)
def test_what_was_shown_as_saved_is_saved(article, bench, server, kills):
    dice = random.Random(8)
    page = bench(url=server.url)
    context, address = page.context, page.url
    opened(page, address)
    for key in ("ArrowDown", "c"):
        page.keyboard.press(key)
    all_saved(page)

    for _ in range(kills):
        for _ in range(dice.randint(1, 4)):
            page.keyboard.press(dice.choice(KEYS))
        page.wait_for_timeout(dice.choice((0, 100, 380, 420, 450, 480, 520, 600)))
        was_saved, shown = page.evaluate(SHOWN)
        if dice.random() < 0.5:
            server.kill()
            in_database = stored()
            server.start()
        else:
            page.close()
            in_database = stored()
            page = opened(context.new_page(), address)
        assert not was_saved or in_database == shown

        page.evaluate("() => dispatchEvent(new Event('online'))")
        expect(page.locator("#workbench-cards .states")).to_be_visible(timeout=60_000)
        settled(page)
        assert page.evaluate(SHOWN)[1] == shown == stored()
    assert Report.objects.count() == 1


def settled(page: Page) -> None:
    """Nothing waits to be sent any more."""
    page.wait_for_function(
        "() => /All saved|Nothing changed/.test(document.getElementById('workbench-saving').textContent)",
        timeout=60_000,
    )
