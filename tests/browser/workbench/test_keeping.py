"""Nothing is lost: without a line to the server, after a reload, and where two people work on one report."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def saving(page: Page) -> Any:
    return expect(page.locator("#workbench-saving"))


def begin(page: Page) -> None:
    page.locator("#workbench-text-blocks").focus()


def test_work_done_offline_is_kept_and_sent_once(article, bench, press):
    page = bench()
    begin(page)

    page.context.set_offline(True)
    press(page, "ArrowDown c 3 Escape ArrowDown a 8")
    saving(page).to_contain_text("Offline: 2 kept here")
    page.context.set_offline(False)
    saving(page).to_contain_text("All saved")

    assert [(one.event.type_id, one.status, one.hedged) for one in Report.objects.order_by("pk")] == [
        ("CONSULT", "planned", False),
        ("AGREE", "occurred", True),
    ]


def test_lost_answer_makes_no_second_report(article, bench, press):
    page = bench()
    begin(page)
    lost = []

    def lose(route: Any) -> None:
        route.fetch()
        lost.append(route.request.headers["idempotency-key"])
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/work/reports/", lose)
    press(page, "ArrowDown c")
    saving(page).to_contain_text("All saved")

    assert len(set(lost)) == 1 < len(lost)
    assert Report.objects.count() == 1


def test_stale_save_shows_both_versions_and_keeps_what_is_chosen(article, bench, press):
    first = bench()
    begin(first)
    press(first, "ArrowDown c")
    saving(first).to_contain_text("All saved")
    second = bench()
    second.locator(".open-card").click()
    begin(second)

    press(second, "3 9")
    saving(second).to_contain_text("All saved")
    press(first, "4 8")
    saving(first).to_contain_text("settle 1")
    assert Report.objects.get().status == "planned"
    press(first, "b")
    expect(first.locator("#workbench-versions")).to_contain_text("proposed")
    press(first, "ArrowLeft Enter")
    saving(first).to_contain_text("All saved")

    report = Report.objects.get()
    assert (report.status, report.hedged, report.background) == ("proposed", True, True)


def test_log_out_forgets_what_the_browser_kept(article, bench, press):
    page = bench()
    begin(page)
    press(page, "ArrowDown c")
    saving(page).to_contain_text("All saved")
    kept = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('monitor.workbench.')).length")

    page.locator("#logout-form button").click()
    page.wait_for_url("**/logout/")

    left = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('monitor.workbench.'))")
    assert kept > 0 and left == []


def test_second_window_of_one_browser_waits_for_the_first_to_go_and_else_says_so(article, bench, press):
    first = bench()
    second, third = first.context.new_page(), first.context.new_page()

    second.goto(first.url)
    expect(second.locator("#workbench-trouble")).to_contain_text("open in another window")
    third.goto(first.url)
    first.close()

    expect(third.locator("#workbench")).to_have_attribute("data-ready", "true")
