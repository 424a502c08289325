"""Suggestions in place: one key each, the reason on the card, decisions that stay, a kind accepted after a look."""

import pytest
from playwright.sync_api import Page, expect

from events.models import Mention, Report, SuggestionDecision
from tests.browser.workbench.test_annotating import costs, facts, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def begin(page: Page) -> None:
    page.locator("#workbench-text-blocks").focus()


def again(page: Page) -> None:
    page.reload()
    page.wait_for_selector("#workbench[data-ready=true]")
    begin(page)


def test_standard_event_from_a_suggestion_takes_two_presses(article, bench, press):
    page = bench()
    begin(page)

    press(page, ".")
    expect(page.locator("#workbench-suggestion")).to_contain_text("Why:")
    press(page, "Enter")
    saved(page)

    told = facts(Report.objects.get())
    assert costs(page) == (2, 2)
    assert (told["type"], told["date"], told["place"]) == ("CONSULT", "1999-05-28", "varda")
    assert told["parts"] == [("actor", "tamm"), ("recipient", "lind")]
    assert told["sources"] == ["Itar-Tass", "Kyodo"]
    assert {("participant", "Ilmar Tamm"), ("place", "Varda"), ("time", "May 28")} <= set(told["words"])
    assert SuggestionDecision.objects.get().outcome == "accepted"
    assert page.said == []


def test_rejected_suggestion_does_not_come_back_unless_undone(article, bench, press):
    page = bench()
    begin(page)
    press(page, ". Backspace")
    saved(page)
    rejected = SuggestionDecision.objects.get()

    again(page)
    press(page, ".")
    shown = page.locator("#workbench-suggestion .quote").all_inner_texts()
    press(page, "Escape Control+z")
    saved(page)

    assert (rejected.outcome, rejected.quote) == ("rejected", article.text[: article.sentences[0].end])
    assert " “met”" not in shown
    assert not SuggestionDecision.objects.exists()
    press(page, ".")
    expect(page.locator("#workbench-suggestion")).to_contain_text("“met”")


def test_accepting_is_undone_as_one_step_and_survives_a_reload(article, bench, press):
    page = bench()
    begin(page)
    press(page, ". Shift+Enter")
    saved(page)
    edited = SuggestionDecision.objects.get().outcome

    again(page)
    press(page, "Control+z")
    saved(page)
    undone = (Report.objects.count(), SuggestionDecision.objects.count())
    press(page, "Control+Shift+z")
    saved(page)

    assert (edited, undone) == ("edited", (0, 0))
    assert (Report.objects.count(), SuggestionDecision.objects.get().outcome) == (1, "edited")


def test_type_letter_accepts_it_as_that_type(article, bench, press):
    page = bench()
    begin(page)

    press(page, ". n")
    saved(page)

    assert Report.objects.get().event.type_id == "SANCTION"
    assert SuggestionDecision.objects.get().outcome == "edited"


def test_kind_is_accepted_whole_after_a_look_and_taken_back_as_one(article, bench, press):
    page = bench()
    begin(page)
    press(page, "w")
    names = page.locator("#workbench-list fieldset", has_text="Who:")
    expect(names).to_contain_text("Ilmar Tamm")

    names.get_by_role("button", name="Accept these").press("Enter")
    saved(page)
    marked = {mention.quote for mention in Mention.objects.all()}
    decided = SuggestionDecision.objects.filter(kind="actor", outcome="accepted").count()
    press(page, "Control+z")
    saved(page)

    assert {"Ilmar Tamm", "Greta Lind"} <= marked and decided >= len(marked)
    assert (Mention.objects.count(), SuggestionDecision.objects.count()) == (0, 0)
    assert page.said == []
