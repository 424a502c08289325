"""A team's day at the desk without a mouse: two people, one article, and what readers see after each step."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from events.editing.reports import make_report as code_report
from events.models import Mention
from tests.browser.test_admin import SENTENCE, WIDE
from tests.events.editing.test_restoring import sentence
from tests.make import make_actor, make_article, make_event, make_issue, make_mention, make_publication, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PUBLIC = "/publications/digest/5/107/1/"


@pytest.fixture
def signed_in(browser: Browser, live_server: Any, settings: Any) -> Iterator[Any]:
    """Open the desk for a person in a window of her own."""
    settings.SINGLE_EDITOR = False
    contexts: list[BrowserContext] = []

    def open_desk(person: Any) -> Page:
        context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, base_url=live_server.url)
        context.set_default_timeout(10_000)
        contexts.append(context)
        client = Client()
        client.force_login(person)
        cookie = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto("/admin/")
        return page

    yield open_desk
    for context in contexts:
        context.close()


def press(page: Page, role: str, name: str) -> None:
    """Reach a control as the Tab key does, and press Enter on it."""
    control = page.get_by_role(role, name=name, exact=True).last
    control.focus()
    control.press("Enter")


def key(page: Page, name: str) -> None:
    """Press a single key of the desk, once the page listens to it."""
    expect(page.locator(".keys-switch")).to_be_visible()
    page.keyboard.press(name)


def said(page: Page) -> Any:
    return expect(page.locator(".messagelist"))


def public(address: str = PUBLIC) -> Any:
    return Client().get(address)


@transaction.atomic
def printed() -> Any:
    issue = make_issue(publication=make_publication(slug="digest", title="The Digest"), number=107)
    return make_article(issue=issue, title="The bridge")


@transaction.atomic
def annotated(article: Any, by: Any) -> Any:
    """What she makes in the workbench: a report with its sentence, its participant, and a name in the text."""
    actor = make_actor(name="River League", slug="river-league", kind="group")
    event = make_event(label="Envoys meet in Varda", made_by=by, participants=[(actor, "actor")])
    report = code_report(article, event, by=by, words=[sentence(article)])
    make_mention(article, "two river states", actor)
    return report


def test_from_the_queue_to_the_reader_and_back(signed_in):
    article = printed()
    ann, ed = make_user("annotator", username="ann"), make_user("editor", username="ed")
    hers, his = signed_in(ann), signed_in(ed)

    key(hers, "Enter")  # take the next article
    expect(hers).to_have_url(f"{hers.url.split('/admin')[0]}/admin/events/articletoannotate/{article.pk}/change/")
    report = annotated(article, ann)
    hers.reload()
    press(hers, "link", "Submit")
    press(hers, "button", "Submit")
    said(hers).to_contain_text("wait for a reviewer")
    assert public().status_code == 404

    key(his, "r")  # review the next
    expect(his.get_by_role("heading", name="Report 1 of 1")).to_be_visible()
    expect(his.locator("mark.sentence")).to_have_text(SENTENCE)
    key(his, "r")
    key(his, "1")
    said(his).to_contain_text("Returned")

    hers.goto("/admin/")
    expect(hers.locator("#returned + table")).to_contain_text("ed: “Not in these words.”")
    hers.goto(f"/admin/events/report/{report.pk}/change/")
    hers.locator("#id_hedged").focus()
    hers.keyboard.press("Space")
    press(hers, "button", "Save and continue editing")
    press(hers, "link", "Propose again")
    press(hers, "button", "Propose it again")
    said(hers).to_contain_text("waits for a reviewer")

    his.goto("/admin/")
    key(his, "4")  # the list in review
    expect(his.locator("#result_list")).to_contain_text("The bridge")
    his.goto("/admin/")
    key(his, "r")
    expect(his.get_by_role("button", name="Confirm")).to_be_visible()
    key(his, "Enter")
    said(his).to_contain_text("Confirmed")
    assert public().status_code == 404

    his.goto(f"/admin/events/articletoannotate/{article.pk}/change/")
    press(his, "link", "Publish")
    press(his, "button", "Publish")
    said(his).to_contain_text("The article is public")
    assert "Envoys meet in Varda" in public().content.decode()

    correct_text(his, article)
    assert "two lake states" in public().content.decode()

    check_flagged_name(his)
    merge_and_undo(his)
    assert hers.said == his.said == []


def correct_text(page: Page, article: Any) -> None:
    page.goto(f"/admin/articles/article/{article.pk}/correct/")
    text = page.get_by_label("Text")
    text.fill(text.input_value().replace("two river states", "two lake states"))
    page.get_by_label("Why").fill("The print says lake.")
    press(page, "button", "Look at what it does")
    press(page, "button", "Save the corrected text")
    said(page).to_contain_text("The text is corrected")


def check_flagged_name(page: Page) -> None:
    """The name whose words changed is on the desk until somebody says that it is right."""
    page.goto("/admin/")
    key(page, "5")
    expect(page.locator("#result_list")).to_contain_text("The bridge")
    mention = Mention.objects.get()
    assert mention.state == "check"
    page.goto(f"/admin/events/mention/{mention.pk}/change/")
    press(page, "button", "Save")
    mention.refresh_from_db()
    assert (mention.state, mention.quote) == ("anchored", "two lake states")


def merge_and_undo(page: Page) -> None:
    """Two spellings of one name become one and two again; readers are led to the one that stands."""
    with transaction.atomic():
        twin = make_actor(name="River Leage", slug="river-leage", kind="group")
    page.goto("/admin/events/actor/candidates/")
    press(page, "button", "Look at merging them")
    expect(page.locator(".verb-page thead")).to_contain_text("Stays: River League")
    press(page, "button", "Merge the two")
    said(page).to_contain_text("one now")
    twin.refresh_from_db()
    assert twin.merged_into.slug == "river-league"
    assert public("/actors/river-leage/").url == "/actors/river-league/"
    page.goto("/admin/events/mergerecord/")
    page.locator("#result_list tbody a").first.press("Enter")
    press(page, "link", "Undo this merge")
    page.get_by_label("Why").fill("Two leagues after all.")
    press(page, "button", "Undo it")
    said(page).to_contain_text("themselves again")
    assert public("/actors/river-leage/").status_code == 404
    assert public("/actors/river-league/").status_code == 200
