"""The desk in a real browser: a report from the article to the public page and the API, quiet and open to all."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, ImportProblem, ImportRun
from events.models import Actor, Event, Mention
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_import_run,
    make_issue,
    make_mention,
    make_place,
    make_publication,
    make_source,
    make_user,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long pass phrase"
SENTENCE = "Envoys of the two river states met in Varda on May 28."
WIDE, PHONE = (1366, 900), (390, 844)
ALL_RULES = {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}
PAGES = [
    "/admin/",
    "/admin/articles/article/",
    "/admin/articles/article/{article}/change/",
    "/admin/articles/article/{article}/correct/",
    "/admin/articles/issue/{issue}/date/",
    "/admin/events/articletoannotate/",
    "/admin/events/articletoannotate/{article}/change/",
    "/admin/events/articletoannotate/{article}/publish/",
    "/admin/events/event/",
    "/admin/events/event/add/",
    "/admin/events/actor/",
    "/admin/events/actor/{actor}/change/",
    "/admin/events/actor/{actor}/spelling/",
    "/admin/events/actor/{actor}/history/",
    "/admin/events/mention/{mention}/change/",
    "/admin/events/report/",
    "/admin/events/report/add/?article={article}",
    "/admin/articles/importrun/",
    "/admin/articles/importrun/add/",
    "/admin/articles/importrun/{run}/change/",
    "/admin/articles/importrun/{run}/undo/",
    "/admin/articles/importproblem/",
    "/admin/articles/importproblem/{problem}/change/",
    "/admin/articles/importproblem/{problem}/take/",
    "/admin/articles/publication/{publication}/completeness/",
]
FEW = [PAGES[number] for number in (0, 3, 5, 6, 9, 16)]  # an index, a list, pages to read, to type, to decide


@pytest.fixture
def article() -> Article:
    with transaction.atomic():
        issue = make_issue(publication=make_publication(slug="digest", title="The Digest"), number=107)
        article = make_article(issue=issue, title="The bridge")
        make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (make_source(), "1999-05-28"))
        make_actor(name="Ada Varga")
        make_mention(article, "Varda", make_place(name="Varda"))
        make_import_run(by=make_user("editor"), state="looked", article=article)
    return article


@pytest.fixture
def at_desk(browser: Browser, live_server: Any, settings: Any) -> Iterator[Any]:
    """Open a page as an editor who is logged in; what the console says is kept as `page.said`."""
    settings.SINGLE_EDITOR = True
    contexts = []

    def open_page(address: str, size: tuple[int, int] = WIDE, **over: Any) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, base_url=live_server.url, bypass_csp=False, **over
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(f"/admin/login/?next={address}")
        page.get_by_label("Username").fill(make_user("editor", password=PASSWORD).username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_report_goes_from_the_desk_to_the_public_page_and_the_api_with_the_same_words(article, at_desk):
    page = at_desk(f"/admin/events/articletoannotate/{article.pk}/change/")

    make_event_with_participant(page)
    paste_words(page)
    decide(page, "Confirm")
    page.get_by_role("link", name="The article", exact=True).click()
    decide(page, "Publish")

    page.goto("/publications/digest/5/107/1/")
    expect(page.locator("#s1")).to_contain_text("Envoys of the two river states met in Varda")
    expect(page.locator("#s1 .ev").first).to_be_visible()
    page.goto(f"/events/{Event.objects.get().public_id}/")
    expect(page.locator("main")).to_contain_text(SENTENCE)
    assert page.said == []
    report = Client().get("/api/v1/reports/").json()["results"][0]
    event = Client().get("/api/v1/events/").json()["results"][0]
    evidence = next(one for one in report["evidence"] if one["kind"] == "sentence")
    assert evidence["quote"] == article.text[evidence["start"] : evidence["end"]] == SENTENCE
    assert (report["event"], report["status"]) == (Event.objects.get().public_id, "occurred")
    assert (event["public_id"], event["status"], event["min_sources"]) == (report["event"], "occurred", 1)
    assert [one["date"] for one in report["attributions"]] == ["1999-05-28"]


def make_event_with_participant(page: Page) -> None:
    """From the article's page to a new event, its actor looked up by a part of the name."""
    page.get_by_role("link", name="Report a new event").click()
    page.get_by_label("Label").fill("Envoys meet in Varda")
    page.get_by_label("Type").select_option("CONSULT")
    page.locator("#id_date").fill("1999-05-28")
    page.get_by_role("combobox", name="Actor").click()
    page.locator(".select2-search__field").type("ada v")
    page.get_by_role("option", name="Ada Varga").click()
    page.locator("#id_participations-0-role").select_option("actor")
    page.get_by_role("button", name="Save", exact=True).last.click()


def paste_words(page: Page) -> None:
    """The sentence, then one more stretch that has to be asked for, as the text has it twice."""
    expect(page.locator(".text-beside")).to_contain_text(SENTENCE)
    page.locator("#id_evidence-0-kind").select_option("sentence")
    page.locator("#id_evidence-0-quote").fill(SENTENCE)
    page.locator(".sources").get_by_role("checkbox").check()
    page.get_by_role("button", name="Add another Words").click()
    page.locator("#id_evidence-1-kind").select_option("trigger")
    page.locator("#id_evidence-1-quote").fill("Varda")
    page.get_by_role("button", name="Save and continue editing").last.click()
    expect(page.get_by_text("The text has these words 2 times")).to_be_visible()
    page.get_by_label("Which of them").select_option(index=1)
    page.get_by_role("button", name="Save and continue editing").last.click()
    expect(page.locator("mark.detail")).to_have_text("Varda")


def decide(page: Page, verb: str) -> None:
    page.get_by_role("link", name=verb, exact=True).click()
    page.get_by_role("button", name=verb, exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()


@pytest.mark.parametrize(
    ("size", "scheme", "addresses"),
    [(WIDE, "light", PAGES), (WIDE, "dark", FEW), (PHONE, "light", FEW)],
    ids=["wide", "dark", "phone"],
)
def test_pages_of_the_desk_have_no_barrier_and_no_complaint(article, at_desk, size, scheme, addresses):
    page = at_desk("/admin/", size, color_scheme=scheme)
    ids = {
        "article": article.pk,
        "issue": article.issue_id,
        "actor": Actor.objects.get().pk,
        "mention": Mention.objects.get().pk,
        "run": ImportRun.objects.get().pk,
        "problem": ImportProblem.objects.get().pk,
        "publication": article.issue.publication_id,
    }
    found = {}

    for address in addresses:
        page.said.clear()
        page.goto(address.format(**ids))
        expect(page.locator(".select2-selection__rendered[role]")).to_have_count(0)
        complaints = list(page.said)  # before the rules run: they add styles of their own
        wider = page.evaluate("document.documentElement.scrollWidth") > size[0]
        barriers = Axe().run(page, options=ALL_RULES).response["violations"]
        found[address] = [*complaints, *(["wider than the screen"] if wider else [])]
        found[address] += [(rule["id"], rule["nodes"][0]["html"]) for rule in barriers]

    assert {address: told for address, told in found.items() if told} == {}


def test_look_up_works_in_a_row_that_is_added_by_script(article, at_desk):
    page = at_desk("/admin/events/event/add/")

    page.get_by_role("button", name="Add another Participant").click()
    page.get_by_role("combobox", name="Actor").last.click()
    page.locator(".select2-search__field").type("ada")
    page.get_by_role("option", name="Ada Varga").click()

    expect(page.locator("#id_participations-1-actor")).to_have_text("Ada Varga")
    assert page.said == []
