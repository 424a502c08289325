"""The page is open to all, whether it has no event, one or many, in light and dark, and the policy finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction

from tests.make import make_event, make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ALL_RULES = {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}


@pytest.mark.parametrize("events", [0, 1, pytest.param(60, marks=pytest.mark.drill), 8])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_workbench_has_no_barrier(article, bench, press, events, scheme):
    with transaction.atomic():
        for number in range(events):
            make_report(article=article, event=make_event(label=f"Happening {number}"), words="Tamm promised Lind")
    page = bench(color_scheme=scheme)
    page.locator("#workbench-text-blocks").focus()

    press(page, "] ]" if events else "ArrowDown ArrowRight")
    page.wait_for_selector("#workbench-look-up li button, #workbench-look-up li")
    said = list(page.said)
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    barriers = Axe().run(page, options=ALL_RULES).response["violations"]

    assert said == [] and not wider
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in barriers] == []
