"""An archive comes in through the browser: uploaded, looked at, applied, and what did not go in, in quarantine."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.admin import import_run
from articles.models import Article, ImportProblem, ImportRun
from tests.articles.importing.commands import LONG, line, write
from tests.browser.test_admin import ALL_RULES, at_desk

__all__ = ["at_desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Silence:
    def write(self, *words: Any) -> None:
        """Nothing to say."""


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages start runs at once, in the process of the server: another one would not know the test's database."""

    def start(run: ImportRun, *, dry_run: bool) -> None:
        try:
            call_command("import_articles", run=run.pk, dry_run=dry_run, stdout=Silence(), stderr=Silence())
        except SystemExit as stop:
            assert stop.code == 1

    monkeypatch.setattr(import_run, "start", start)


def barriers(page: Page) -> list[Any]:
    found = [*page.said, *Axe().run(page, options=ALL_RULES).response["violations"]]
    page.said.clear()
    return found


def test_an_archive_comes_in_and_what_does_not_waits_in_quarantine(at_desk: Any, tmp_path: Path) -> None:
    path = write(tmp_path, line(position=1), line(position=1, text=f"{LONG} It rained."), "no json", line(issue=108))
    page = at_desk("/admin/articles/importrun/add/")
    found = [barriers(page)]

    page.get_by_label("Files").set_input_files(path)
    page.get_by_role("button", name="Upload and look").click()
    expect(page.get_by_role("heading", name="What would come of it")).to_be_visible()
    expect(page.locator("#content-main")).to_contain_text("a.jsonl:3")
    looked = Article.objects.count()
    found.append(barriers(page))

    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("Done")
    found.append(barriers(page))

    page.get_by_role("link", name="All of them").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
    page.locator("#result_list tbody tr a").first.click()
    expect(page.locator("pre.record").or_(page.get_by_text("Nothing could be read."))).to_be_visible()
    found.append(barriers(page))

    assert found == [[], [], [], []]
    assert (looked, Article.objects.count(), ImportProblem.objects.count()) == (0, 2, 2)
