"""The documentation of the API in a real browser, under the strict policy header."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_documentation_shows_and_tries_an_address_without_a_complaint(browser: Browser, live_server):
    complaints, page = [], browser.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))

    page.goto(f"{live_server.url}/api/docs/")
    page.get_by_role("button", name="GET /api/v1/modes/", exact=False).first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()

    expect(page.locator(".responses-table.live-responses-table .response .response-col_status")).to_contain_text("200")
    page.get_by_role("button", name="Expand all").last.click()
    assert complaints == []
