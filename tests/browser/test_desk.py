"""The pages of the desk in a real browser: no barrier, no complaint, no part of them empty."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction

from articles.models import Article
from events import editing
from events.models import Actor, Place, PublishedSet, SavedList
from tests.browser.test_admin import ALL_RULES, PHONE, WIDE, at_desk
from tests.make import (
    make_actor,
    make_article,
    make_decision,
    make_event,
    make_issue,
    make_mention,
    make_place,
    make_report,
    make_user,
)

__all__ = ["at_desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = [
    "/admin/",
    "/admin/events/articletoannotate/dashboard/",
    "/admin/events/articletoannotate/{article}/review/",
    "/admin/events/articletoannotate/search/?q=envoys",
    "/admin/events/articletoannotate/?list=review",
    "/admin/events/actor/candidates/",
    "/admin/events/actor/{actor}/used/",
    "/admin/events/suggestiondecision/figures/",
    "/admin/events/actor/{actor}/merge/",
    "/admin/events/place/{place}/change/",
    "/admin/events/articletoannotate/{article}/take-away/",
    "/admin/events/publishedset/{set}/undo/",
    "/admin/events/savedlist/",
    "/admin/events/publishedset/",
    "/admin/events/savedlist/add/?of=event&query=date",
    "/admin/articles/article/{article}/history/",
    "/admin/articles/article/{article}/restore/?state={state}",
]
FEW = [PAGES[0], PAGES[2], PAGES[5]]  # tiles and tables, the review, two sides
SCHEMES = ("light", "dark")


@pytest.fixture
def busy() -> Article:
    """An article in review, beside work of every kind."""
    editor, annotator = make_user("editor"), make_user("annotator")
    with transaction.atomic():
        article = make_article(
            issue=make_issue(), title="The bridge is open to everybody again from tomorrow morning on"
        )
        for name in ("Ada Varga", "Ada Vargha"):
            make_mention(make_article(), "Varda", make_actor(name=name))
        make_place(name="Varda", latitude=42, longitude=21)
        event = make_event(date="1999-05-28")
        make_report(article=article, event=event, claimed_date="1999-05-29").evidence.update(state="check")
        make_decision(article, "Varda")
        SavedList.objects.create(owner=editor, name="Undated", of="event", query="date=", is_shared=True)
    editing.take(article, by=annotator)
    editing.submit(article, by=annotator)
    editing.publish_set([make_article().pk], by=editor)
    article.title = article.title.replace("tomorrow", "today")
    article.save()
    return article


@pytest.mark.parametrize(("size", "pages"), [(WIDE, PAGES), (PHONE, FEW)], ids=["wide", "phone"])
def test_pages_of_the_desk_have_no_barrier_and_no_complaint(busy: Any, at_desk: Any, size: Any, pages: Any) -> None:
    page = at_desk("/admin/", size, color_scheme="light")
    state = busy.history.order_by("pgh_id").first().pgh_id
    ids = {
        "article": busy.pk,
        "actor": Actor.objects.first().pk,
        "place": Place.objects.get(name="Varda").pk,
        "set": PublishedSet.objects.get().pk,
        "state": state,
    }
    found = {}

    for address in pages:
        page.said.clear()
        page.goto(address.format(**ids))
        page.locator("[data-keys] .keys-switch, .verb-page, #content").last.wait_for()
        complaints = list(page.said)
        wider = page.evaluate("document.documentElement.scrollWidth") > size[0]
        found[address] = [*complaints, *(["wider than the screen"] if wider else []), *barriers(page)]

    assert {address: told for address, told in found.items() if told} == {}


def barriers(page: Any) -> list[tuple[str, str, str]]:
    """What the rules say to the page in light, then to the same page in dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")  # colours fade over
        broken = Axe().run(page, options=ALL_RULES).response["violations"]
        found += [(scheme, rule["id"], rule["nodes"][0]["html"]) for rule in broken]
    page.emulate_media(color_scheme="light")
    return found
