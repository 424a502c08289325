"""The public pages in a real browser: readable by all, quiet, and following a number moves no text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from django.test import RequestFactory
from playwright.sync_api import Browser, BrowserContext, Page, Route

from articles.models import Article
from events.models import Event, EvidenceKind, Place
from monitor.problems import problem
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_issue,
    make_participation,
    make_place,
    make_publication,
    make_report,
    make_source,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE, PHONE = (1366, 900), (390, 844)
ALL_RULES = {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}
PAGES = {
    "home": "/",
    "publications": "/publications/",
    "publication": "/publications/digest/",
    "volume": "/publications/digest/5/",
    "issue": "/publications/digest/5/107/",
    "article": "/publications/digest/5/107/1/",
    "event": "/events/{event}/",
    "actor": "/actors/ada-varga/",
    "place": "/places/varda/",
    "articles": "/articles/",
    "events": "/events/?type=CONSULT&after=1990",
    "actors": "/actors/",
    "places": "/places/",
    "sources": "/sources/",
    "source": "/sources/kyodo/",
    "calendar": "/calendar/1999/",
    "day": "/on-this-day/05-28/",
    "search": "/search/?q=bridge",
    "nothing found": "/search/?q=brigde",
    "asking": "/search/",
    "timeline": "/timeline/",
    "months": "/timeline/?by=month&type=CONSULT&after=1999",
    "map": "/map/",
    "codebook": "/codebook/",
    "about": "/about/",
    "nothing": "/publications/digest/5/108/",
}
BYTES_LOADED = """
    ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
        .reduce((sum, one) => sum + one.decodedBodySize, 0)
"""
TROUBLE = (400, 403, 405, 410, 411, 412, 413, 429, 500, 503)
FAULTS = [{"parameter": "a" * 100, "message": "There is no such parameter here."}]
SIXTY_LINES = "The delegation spoke of the river, the bridge and the price of both. " * 60


class Archive(NamedTuple):
    """An article with two events on the same words, one of them reported elsewhere with another place."""

    article: Article
    event: Event
    evidence_id: int

    def address(self, name: str) -> str:
        return PAGES[name].format(event=self.event.public_id)


@pytest.fixture
def archive() -> Archive:
    with transaction.atomic():
        return make_archive()


def make_archive() -> Archive:
    issue = make_issue(publication=make_publication(slug="digest", title="The Digest", first_year=1995), number=107)
    sentence = "Envoys met in Varda on May 28 and agreed to reopen the bridge (Kyodo, May 28)."
    text = f"{SIXTY_LINES.strip()}\n\n{sentence}"
    article = make_article(issue=issue, published=True, title="The bridge", section="North", text=text)
    event = make_event(label="Talks on the bridge", date="1999-05-28", place=make_varda())
    make_participation(event, make_actor(slug="ada-varga", name="Ada Varga"), "actor")
    report = make_report(article=article, event=event, words=sentence, confirmed=True)
    make_evidence(report, "met in Varda", kind=EvidenceKind.TRIGGER)
    citation = make_citation(article, "(Kyodo, May 28)", (make_source(slug="kyodo", name="Kyodo"), "1999-05-28"))
    report.attributions.create(cited_report=citation.reports.get())
    make_report(article=article, event=make_event(type_id="AGREE"), words="agreed to reopen the bridge", confirmed=True)
    make_report(event=event, status="planned", hedged=True, claimed_place=make_place(name="Murava"), confirmed=True)
    return Archive(article, event, report.evidence.get(kind=EvidenceKind.SENTENCE).pk)


def make_varda() -> Place:
    return make_place(slug="varda", name="Varda", latitude="49.5", longitude="32.25")


@pytest.fixture
def opened(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Open pages in contexts of their own; what the console says is kept on each page as `page.said`."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, size: tuple[int, int] = WIDE, **over: Any) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, base_url=live_server.url, bypass_csp=False, **over
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_pages_have_no_barrier_and_no_complaint(archive, opened, scheme, size):
    page, found = opened("about:blank", size, color_scheme=scheme), {}

    for name in PAGES:
        page.said.clear()
        page.goto(archive.address(name))
        complaints = [line for line in page.said if not (name == "nothing" and "404" in line)]
        barriers = Axe().run(page, options=ALL_RULES).response["violations"]
        found[name] = complaints + [(rule["id"], rule["nodes"][0]["html"]) for rule in barriers]

    assert found == {name: [] for name in PAGES}


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (PHONE, "light")], ids=["wide-dark", "phone-light"])
def test_pages_of_trouble_have_no_barrier_and_fit(opened, scheme, size):
    page, found = opened("/healthz", size, color_scheme=scheme), {}
    page.route("**/trouble/*", show_trouble)

    for status in TROUBLE:
        page.goto(f"/trouble/{status}")
        barriers = Axe().run(page, options=ALL_RULES).response["violations"]
        found[status] = [(rule["id"], rule["nodes"][0]["html"]) for rule in barriers]
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], status

    assert found == {status: [] for status in TROUBLE}


def show_trouble(route: Route) -> None:
    """Answer with the page of the status that the address ends in."""
    status = int(route.request.url.rpartition("/")[2])
    page = problem(RequestFactory().get("/"), status, errors=FAULTS if status == 400 else ())
    route.fulfill(body=page.content.decode(), content_type="text/html")


def test_no_page_scrolls_sideways(archive, opened):
    page = opened("/")

    for name in PAGES:
        page.goto(archive.address(name))
        for width in (320, 390, 740, 1024, 1366, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def test_pages_load_from_here_alone_and_stay_light(archive, opened, live_server):
    page, asked = opened("about:blank"), []
    page.on("request", lambda request: asked.append(request.url))

    for name in PAGES:
        page.goto(archive.address(name))

        assert page.evaluate(BYTES_LOADED) < 150_000, name
        assert not page.context.cookies(), name
    assert [url for url in asked if not url.startswith(live_server.url)] == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_following_a_number_shows_its_card_and_moves_no_text(archive, opened, size):
    page = opened(archive.address("article"), size)
    number = page.locator("a.ref.k1").first
    number.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 300)")
    before = page.evaluate("scrollY")

    number.click()

    assert page.url.endswith(f"#{archive.event.public_id}")
    assert page.evaluate("scrollY") == before > 0
    card = page.locator(".card.k1").bounding_box()
    assert card["y"] >= 0 and card["y"] + card["height"] <= size[1] + 1
    assert lit(page, ".ev.k1") and lit(page, ".card.k1") and not lit(page, ".card.k2")


def lit(page: Page, selector: str) -> bool:
    page.wait_for_timeout(200)  # the tint takes 120 ms
    colour = page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")
    return colour != "rgba(0, 0, 0, 0)"


def test_a_card_leads_back_to_its_words(archive, opened):
    page = opened(archive.address("article"))

    page.locator(".card.k1 .back a").click()

    assert page.url.endswith(f"#e{archive.evidence_id}")
    assert lit(page, ".card.k1")
    assert page.locator(f"#e{archive.evidence_id}").bounding_box()["y"] < WIDE[1]


def test_every_event_is_reached_and_read_by_keyboard_alone(archive, opened):
    page = opened(archive.address("article"))

    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ref.k1')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/events/{archive.event.public_id}/")
    assert page.locator("h1").inner_text() == "Talks on the bridge"


def test_a_copied_quotation_holds_no_numbers(archive, opened):
    page = opened(archive.address("article"))

    page.locator(".reading p").last.evaluate("element => getSelection().selectAllChildren(element)")

    assert "agreed to reopen the bridge (Kyodo, May 28)." in page.evaluate("getSelection().toString()")


def test_marks_can_be_hidden_and_shown(archive, opened):
    page = opened(archive.address("article"))

    page.get_by_role("link", name="Hide the marks").click()
    hidden = page.locator(".ref").first.is_visible()
    page.get_by_role("link", name="Show the marks").click()

    assert not hidden
    assert page.locator(".ref").first.is_visible()


def test_pages_are_whole_without_script(archive, opened):
    with_script, without = (opened("about:blank", java_script_enabled=on) for on in (True, False))

    for name in PAGES:
        with_script.goto(archive.address(name))
        without.goto(archive.address(name))

        scripts = with_script.locator("script:not([type='application/ld+json'])")
        assert [script.get_attribute("src").partition("/colours")[0] for script in scripts.all()] == ["/static/monitor"]
        assert without.locator("main").inner_text() == with_script.locator("main").inner_text(), name


def test_colours_can_be_chosen_in_the_foot(archive, opened):
    page = opened("/", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.get_by_label("Dark").check()

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light


@pytest.mark.parametrize("chosen", ["Dark", "Light"])
def test_chosen_colours_are_remembered_before_a_page_is_painted(archive, opened, chosen):
    page = opened("/", color_scheme="light" if chosen == "Dark" else "dark")
    page.get_by_label(chosen).check()
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.goto("/about/")

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == colour
    assert page.get_by_label(chosen).is_checked()
    assert page.evaluate("document.documentElement.dataset.colours") == chosen.lower()
    assert page.evaluate(
        "document.querySelector('head > script').compareDocumentPosition("
        "document.querySelector('link[rel=stylesheet]')) & Node.DOCUMENT_POSITION_FOLLOWING"
    )
    assert not page.context.cookies()


def test_the_device_decides_again_when_it_is_chosen(archive, opened):
    page = opened("/", color_scheme="light")
    page.get_by_label("Dark").check()

    page.get_by_label("As my device").check()
    page.goto("/about/")

    assert page.evaluate("document.documentElement.dataset.colours ?? null") is None
    assert page.evaluate("localStorage.length") == 0


def test_points_and_bars_lead_to_their_events(archive, opened):
    page = opened("/map/")

    page.locator("svg a").first.press("Enter")
    page.wait_for_url("**/events/**")
    events = page.locator(".ruled > li").count()
    page.goto("/timeline/")
    page.locator(".table td a").first.click()
    page.wait_for_url("**/events/**")

    assert events == 1
    assert page.url.endswith("match=certain")
    assert page.locator(".ruled > li").count() >= 1


def test_paper_carries_the_text_and_no_navigation(archive, opened):
    page = opened(archive.address("article"))

    page.emulate_media(media="print")

    assert page.locator(".reading").is_visible()
    assert page.locator(".card").first.is_visible()
    assert not page.locator(".masthead nav").is_visible()
    assert not page.locator(".colours").is_visible()


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}], ids=["forced", "still"])
def test_a_chosen_number_is_seen_in_every_setting(archive, opened, media):
    page = opened(archive.address("article"), **media)

    page.locator("a.ref.k1").first.click()

    style = page.locator(".card.k1").evaluate(
        "element => [getComputedStyle(element).outlineStyle, getComputedStyle(element).transitionDuration]"
    )
    assert style[0] == "solid" if "forced_colors" in media else style[1] == "0s"
