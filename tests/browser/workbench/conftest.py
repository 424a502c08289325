"""The workbench in a real browser: an article of twelve happenings, the rows that it names, a page that listens."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article
from tests.make import make_actor, make_article, make_citation, make_issue, make_place, make_source, make_user

PASSWORD = "a long pass phrase"
TEXT = """President Ilmar Tamm met Prime Minister Greta Lind in Varda on May 28 to discuss the river border. \
Tamm promised Lind a new bridge. Greta Lind praised Ilmar Tamm in a letter. \
Ilmar Tamm gave way to Greta Lind over the toll (Kyodo, May 28-29; Itar-Tass, May 28-30).

Ilmar Tamm sent grain to Greta Lind on May 29. Greta Lind withdrew her guards on May 30. \
Greta Lind asked Ilmar Tamm for maps. Ilmar Tamm accused Greta Lind of delay. \
Greta Lind turned the charge down. Ilmar Tamm threatened Greta Lind with a blockade (AP, May 30).

Ilmar Tamm expelled the envoys of Greta Lind on May 31. Greta Lind called up reserves in Varda (AFP, June 1)."""


@pytest.fixture
def article() -> Article:
    with transaction.atomic():
        article = make_article(issue=make_issue(number=107), title="The bridge at Varda", text=TEXT)
        kyodo, tass, ap, afp = (make_source(name=name) for name in ("Kyodo", "Itar-Tass", "AP", "AFP"))
        make_citation(
            article, "(Kyodo, May 28-29; Itar-Tass, May 28-30)", (kyodo, "1999-05-28/1999-05-29"), (tass, "1999-05-28")
        )
        make_citation(article, "(AP, May 30)", (ap, "1999-05-30"))
        make_citation(article, "(AFP, June 1)", (afp, "1999-06-01"))
        make_actor(name="Ilmar Tamm", slug="tamm")
        make_actor(name="Greta Lind", slug="lind")
        make_place(name="Varda", slug="varda")
    return article


@pytest.fixture
def bench(browser: Browser, live_server: Any, article: Article) -> Iterator[Callable[..., Page]]:
    """Open the article's workbench as an annotator who is logged in; what the console says is kept as `page.said`."""
    contexts: list[BrowserContext] = []
    annotators: dict[str, Any] = {}

    def open_page(
        *, user: str = "ada", role: str = "annotator", url: str = "", size: tuple[int, int] = (1366, 900), **over: Any
    ) -> Page:
        url = url or live_server.url
        if user not in annotators:
            annotators[user] = make_user(role, username=user, password=PASSWORD)
        client = Client()
        client.force_login(annotators[user], backend="django.contrib.auth.backends.ModelBackend")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, base_url=url, locale="en-GB", **over
        )
        context.add_cookies([{"name": k, "value": v.value, "url": url} for k, v in client.cookies.items()])
        context.set_default_timeout(30_000)  # on a busy machine
        contexts.append(context)
        page: Any = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(f"/admin/events/articletoannotate/{article.pk}/change/")
        if over.get("java_script_enabled", True):
            page.wait_for_selector("#workbench[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def press() -> Callable[[Page, str], None]:
    """Press keys one after the other, each once the act before is done; the text has the focus."""

    def do(page: Page, keys: str) -> None:
        for key in keys.split():
            page.keyboard.press(key)

    return do
