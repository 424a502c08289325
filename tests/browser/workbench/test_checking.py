"""After a correction of the text: words to check are walked and settled by key; the correction leads back here."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

from events.models import Evidence
from tests.browser.workbench.test_annotating import saved
from tests.make import make_event, make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_words_to_check_are_confirmed_by_key_and_no_other_save_confirms_them(article, bench, press):
    page = bench(role="editor")
    with transaction.atomic():
        make_report(article=article, event=make_event(), words="Tamm promised Lind")
    page.get_by_role("link", name="Correct the text").click()
    page.locator("#id_text").fill(article.text.replace("promised Lind", "had promised Lind"))
    page.locator("#id_reason").fill("print")
    page.locator("button[name=save]").or_(page.locator("button[name=look]")).first.click()
    page.locator("button[name=save]").click()
    page.wait_for_selector("#workbench[data-ready=true]")
    page.locator("#workbench-text-blocks").focus()

    expect(page.locator("#workbench-flagged")).to_contain_text("1 to check")
    press(page, "] Escape 8")
    saved(page)
    meanwhile = Evidence.objects.get().state
    press(page, "f Enter")
    saved(page)

    assert (meanwhile, Evidence.objects.get().state) == ("check", "anchored")
    expect(page.locator("#workbench-flagged")).to_be_hidden()


def test_submitting_saves_first_and_leads_to_the_desk_s_own_question(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    press(page, "ArrowDown c")

    press(page, "Control+Enter")
    page.wait_for_url("**/submit/")

    assert Evidence.objects.get().quote == article.text[: article.sentences[0].end]
