"""Annotating by keyboard alone: what it costs, and that all of it is in the database and comes back."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STANDARD = "ArrowDown c a Space r Space p Space t s"


def costs(page: Page) -> tuple[int, int]:
    shown = page.locator("#workbench-counts")
    return int(shown.get_attribute("data-actions") or 0), int(shown.get_attribute("data-presses") or 0)


def saved(page: Page) -> None:
    expect(page.locator("#workbench-saving")).to_contain_text("All saved", timeout=20_000)


def facts(report: Report) -> dict[str, Any]:
    event = report.event
    return {
        "type": event.type_id,
        "parts": sorted((part.role, part.actor.slug) for part in event.participations.all()),
        "date": event.date,
        "place": event.place and event.place.slug,
        "sources": sorted(one.cited_report.news_source.name for one in report.attributions.all()),
        "words": [(one.kind, one.quote) for one in report.evidence.order_by("start", "end", "kind")],
    }


def test_standard_event_takes_ten_actions_and_comes_back_after_a_reload(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()

    press(page, STANDARD)
    saved(page)

    actions, presses = costs(page)
    assert actions <= 10 and presses <= 12
    report = Report.objects.get()
    assert facts(report) == {
        "type": "CONSULT",
        "parts": [("actor", "tamm"), ("recipient", "lind")],
        "date": "1999-05-28",
        "place": "varda",
        "sources": ["Itar-Tass", "Kyodo"],
        "words": [
            ("sentence", article.text[: article.sentences[0].end]),
            ("participant", "Ilmar Tamm"),
            ("participant", "Greta Lind"),
            ("place", "Varda"),
            ("time", "May 28"),
        ],
    }
    page.reload()
    page.wait_for_selector("#workbench[data-ready=true]")
    card = page.locator("#workbench-cards .card.active")
    for words in (report.event.public_id, "Ilmar Tamm", "Greta Lind", "Varda", "1999-05-28", "Kyodo"):
        expect(card).to_contain_text(words)
    assert page.said == []


# Each event: the sentence it is boxed on is one below the last; then type, actor, recipient, and what else is said.
OTHERS = {
    "AGREE": "a",
    "SUPPORT": "s",
    "CONCEDE": "d",
    "AID": "i",
    "RETREAT": "r",
    "REQUEST": "q",
    "ACCUSE": "u",
    "REJECT": "j",
    "THREATEN": "t",
    "SANCTION": "n",
    "MOBILIZE": "m",
}


def test_keys_work_from_the_first_press_on(article, bench, press):
    page = bench()

    press(page, "ArrowDown c")

    expect(page.locator("#workbench-cards .card")).to_have_count(1)


def test_enter_never_takes_the_only_sentence_and_backspace_does(article, bench, press):
    page = bench()

    press(page, "ArrowDown c Escape Enter")
    saved(page)
    kept = Report.objects.get().evidence.filter(kind="sentence").count()
    press(page, "Backspace Backspace")
    saved(page)

    assert kept == 1
    assert not Report.objects.get().evidence.filter(kind="sentence").exists()


def test_twelve_events_are_annotated_by_keyboard_alone(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()

    press(page, STANDARD)
    for letter in OTHERS.values():
        press(page, f"Escape ArrowDown {letter} a s")
    expect(page.locator("#workbench-cards .card")).to_have_count(12)
    saved(page)

    reports = Report.objects.order_by("pk")
    assert [report.event.type_id for report in reports] == ["CONSULT", *OTHERS]
    for report in reports:
        assert {part.role for part in report.event.participations.all()} >= {"actor"}
        assert report.attributions.exists()
        for one in report.evidence.all():
            assert article.text[one.start : one.end] == one.quote
    assert page.said == []


def test_word_steps_alone_take_thirty_presses_at_most(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()

    press(page, "ArrowDown c a ArrowRight ArrowRight ArrowRight ArrowRight Shift+ArrowRight r")
    press(page, "ArrowRight ArrowRight p ArrowRight ArrowRight Shift+ArrowRight t s")
    saved(page)

    told = facts(Report.objects.get())
    assert costs(page)[1] <= 30
    assert told["parts"] == [("actor", "tamm"), ("recipient", "lind")]
    assert (told["date"], told["place"], told["sources"]) == ("1999-05-28", "varda", ["Itar-Tass", "Kyodo"])


def test_undo_and_redo_survive_a_reload(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    press(page, "ArrowDown c 3 8")
    saved(page)

    page.reload()
    page.wait_for_selector("#workbench[data-ready=true]")
    page.locator("#workbench-text-blocks").focus()
    press(page, "Control+z Control+z")
    saved(page)
    undone = Report.objects.get()
    press(page, "Control+Shift+z")
    expect(page.locator("#workbench-status-planned")).to_have_attribute("aria-pressed", "true")
    saved(page)

    assert (undone.status, undone.hedged) == ("occurred", False)
    assert Report.objects.get().status == "planned"


def test_someone_who_is_not_on_file_is_created_in_place(article, bench, press):
    page = bench()
    page.locator("#workbench-text-blocks").focus()
    page.locator("#workbench-s1").click()
    press(page, "c Escape ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight")
    press(page, "ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight Shift+ArrowRight")
    press(page, "a")
    expect(page.locator("#workbench-find")).to_be_focused()
    page.keyboard.type("River Board")
    page.keyboard.press("Enter")
    expect(page.locator("#workbench-cards")).to_contain_text("River Board")
    saved(page)

    (part,) = Report.objects.get().event.participations.all()
    assert (part.actor.name, part.role) == ("River Board", "actor")


def test_a_whole_sentence_is_looked_up_as_nobody(article, bench, press):
    page, asked = bench(), []
    page.on("request", lambda request: asked.append(request.url) if "/look-up/" in request.url else None)

    press(page, "ArrowDown c [")
    expect(page.locator("#workbench-spoken")).to_contain_text("sentence of event 1")
    saved(page)
    meanwhile = list(asked)
    with page.expect_request("**/look-up/**"):
        press(page, "Escape ArrowRight")

    assert not any("President" in address for address in meanwhile)
