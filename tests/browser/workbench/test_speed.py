"""How soon a press is on the screen, told by the page itself."""

import pytest
from django.db import transaction

from tests.make import make_reports

# Times are true only where nothing runs beside them: no part of this is in the default suite.
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.drill]
SOON = 50  # ms


def test_mark_is_on_the_screen_soon(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    press(page, "ArrowDown c")

    for key in ["ArrowRight", "Shift+ArrowRight", "Space", "ArrowDown"] * 4:
        page.keyboard.press(key)
        page.wait_for_timeout(30)

    assert float(page.locator("#workbench-counts").get_attribute("data-median")) <= SOON


def test_every_mark_is_on_the_screen_soon_beside_sixty_events(article, bench, press):
    with transaction.atomic():
        make_reports(article, 60, words="Tamm promised Lind")
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    press(page, "ArrowDown c")
    page.wait_for_timeout(1500)

    for key in ["ArrowRight", "Shift+ArrowRight", "Space", "a"] * 25:
        page.keyboard.press(key)
        page.wait_for_timeout(200)

    shown = page.locator("#workbench-counts")
    figures = [float(shown.get_attribute(f"data-{name}")) for name in ("median", "slowest")]
    assert figures[0] <= SOON
