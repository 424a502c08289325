"""The page is open to all, whether it has no event, one or many, in light and dark, and the policy finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.make import make_reports

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ALL_RULES = {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}
OUTSIDE = "() => !document.activeElement.closest('#workbench')"


@transaction.atomic
def report(article: Article, events: int) -> None:
    make_reports(article, events, words="Tamm promised Lind")


def barriers(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=ALL_RULES).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


@pytest.mark.parametrize("events", [0, 1, 60])
def test_workbench_has_no_barrier(article, bench, press, events):
    report(article, events)
    page = bench(color_scheme="light")
    page.locator("#workbench-text-blocks").focus()

    press(page, "] ]" if events else "ArrowDown ArrowRight")
    page.wait_for_selector("#workbench-look-up li button, #workbench-look-up li")
    said = list(page.said)
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    in_light = barriers(page)
    page.emulate_media(color_scheme="dark")

    assert said == [] and not wider
    assert (in_light, barriers(page)) == ([], [])


def test_suggestion_and_its_sheets_have_no_barrier(article, bench, press):
    page = bench(color_scheme="dark", size=(683, 450), device_scale_factor=2)  # as at zoom 200 %
    page.locator("#workbench-text-blocks").focus()

    press(page, ".")
    of_card = barriers(page)
    press(page, "w")
    expect(page.locator("#workbench-list")).to_be_visible()
    of_list = barriers(page)
    press(page, "Escape ?")
    expect(page.locator("#workbench-help")).to_be_visible()

    assert (of_card, of_list, barriers(page)) == ([], [], [])
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_tab_and_escape_lead_out_of_everything(article, bench, press):
    report(article, 1)
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    press(page, "]")

    ahead = left_after(page, "Tab")
    page.locator("#workbench-text-blocks").focus()
    back = left_after(page, "Shift+Tab")
    page.locator("#workbench-text-blocks").focus()
    press(page, "? Escape w Escape l Escape")

    assert ahead and back
    expect(page.locator("#workbench-text-blocks")).to_be_focused()


def left_after(page: Page, key: str) -> bool:
    """Whether the key leads out of the workbench, each press to another control."""
    for _ in range(150):
        page.keyboard.press(key)
        if page.evaluate(OUTSIDE):
            return True
    return False


def test_without_script_there_are_the_text_and_links_to_forms(article, bench):
    report(article, 1)

    page = bench(java_script_enabled=False)

    expect(page.locator("#workbench-s1")).to_have_text(article.text[: article.sentences[0].end])
    assert page.locator("#workbench-plain .reports-of-article a").count() == 1
    assert page.get_by_role("link", name="Report a new event").is_visible()
    assert not page.locator("#workbench-submit").is_visible()
