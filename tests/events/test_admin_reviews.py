"""The desk: decisions about reports, who takes them, and what the event takes over."""

import pytest
from django.test import Client

from articles.models import Article
from events.models import Report
from tests.events.test_admin_report import ROLES, desk, typed
from tests.make import make_actor, make_article, make_event, make_participation, make_report, make_user

REVIEWERS, EDITORS = {"reviewer", "editor", "administrator"}, {"editor", "administrator"}
WHY = {"reason": "Read the second sentence again."}
DONE = [
    ("report", "confirm", {}, "proposed", "confirmed", REVIEWERS),
    ("report", "return", WHY, "proposed", "returned", REVIEWERS),
    ("report", "reject", WHY, "proposed", "rejected", REVIEWERS),
    ("article", "publish", {}, "draft", "published", EDITORS),
    ("article", "withdraw", WHY, "published", "withdrawn", EDITORS),
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["anonymous", "reader", *ROLES])
@pytest.mark.parametrize(("what", "verb", "values", "before", "then", "roles"), DONE, ids=[row[1] for row in DONE])
def test_verb_is_done_by_its_roles_alone(what, verb, values, before, then, roles, role):
    article = make_article(published=before == "published")
    report, client = make_report(article=article), Client()
    if role != "anonymous":
        client.force_login(make_user("" if role == "reader" else role))
    pages = {"report": f"events/report/{report.pk}", "article": f"events/articletoannotate/{article.pk}"}

    client.post(f"/admin/{pages[what]}/{verb}/", values)

    states = {"report": Report.objects.get().review_state, "article": Article.objects.get().status}
    assert states[what] == (then if role in roles else before)


@pytest.mark.parametrize("own", [True, False])
def test_only_the_coder_proposes_again(own):
    client = desk("annotator")
    report = make_report(by=client.user if own else make_user("annotator"))
    desk("reviewer").post(f"/admin/events/report/{report.pk}/return/", WHY)

    answer = client.post(f"/admin/events/report/{report.pk}/propose/")

    report.refresh_from_db()
    assert (answer.status_code, report.review_state) == ((302, "proposed") if own else (409, "returned"))


def test_nobody_confirms_her_own_where_more_than_one_work(settings):
    settings.SINGLE_EDITOR = False
    client = desk()
    report = make_report(by=client.user)

    answer = client.post(f"/admin/events/report/{report.pk}/confirm/")

    assert answer.status_code == 409 and "ask a colleague" in answer.content.decode()


def test_confirming_shows_both_lists_of_participants_and_the_event_takes_over_the_chosen_one():
    event = make_event(participants=[(make_actor(name="Ada Varga"), "actor")])
    report = make_report(event=event, article=make_article())
    make_participation(event, make_actor(name="Ben Orlo"), report=report)
    client, address = desk(), f"/admin/events/report/{report.pk}/confirm/"

    asked = client.get(address).content.decode()
    client.post(address, {"adopt": ["participations"]})

    assert "participants Ben Orlo (actor) (the event has Ada Varga (actor))" in asked
    assert [str(part) for part in event.participations.of_event_itself()] == ["Ben Orlo (actor)"]


def test_report_without_claims_is_confirmed_without_a_question():
    report = make_report(article=make_article())

    page = desk().get(f"/admin/events/report/{report.pk}/confirm/").content.decode()

    assert "The event takes over" not in page


def test_refused_decision_leads_back_to_its_own_report():
    report = make_report(article=make_article())
    make_report(article=report.article)

    answer = desk().post(f"/admin/events/report/{report.pk}/return/", {"reason": ""})

    assert answer.context["back"] == f"/admin/events/report/{report.pk}/change/"


def test_next_report_is_said_to_be_the_next():
    first = make_report(article=make_article())
    make_report(article=first.article)

    page = desk().post(f"/admin/events/report/{first.pk}/confirm/", follow=True).content.decode()

    assert "The report is confirmed." in page and "next report of the article" in page


def test_confirmed_report_says_that_it_is_returned_to_be_changed():
    report = make_report(confirmed=True)

    page = desk().get(f"/admin/events/report/{report.pk}/change/").content.decode()

    assert "Return it to change it" in page


def test_page_of_a_report_says_what_the_event_has():
    event = make_event(date="1999-05-28", participants=[(make_actor(name="Ada Varga"), "actor")])
    client = desk()
    report = make_report(by=client.user, event=event)

    page = client.get(f"/admin/events/report/{report.pk}/change/").content.decode()

    assert f"{event.type}; 1999-05-28; no place; Ada Varga (actor)" in page


def test_list_is_published_whole_although_only_a_page_of_it_was_shown(monkeypatch):
    monkeypatch.setattr("events.admin.article.ArticleToAnnotateAdmin.list_per_page", 1)
    first, _ = make_article(), make_article()
    client, changelist = desk(), "/admin/events/articletoannotate/"
    chosen = {"action": "publish_after_a_look", "_selected_action": [first.pk], "select_across": "1"}

    look = client.post(changelist, chosen)
    client.post(f"{changelist}publish-set/", {"keys": look.context["keys"]})

    assert look.context["count"] == 2
    assert Article.objects.public().count() == 2


@pytest.mark.parametrize("what", ["event", "report"])
def test_date_that_a_person_types_is_hers_and_checked(what):
    client, article = desk(), make_article()
    event = make_event(date="1999-05-28", date_words="May 28", date_origin="rule", date_read_in=article)
    report = make_report(
        by=client.user, event=event, article=article, claimed_date="1999-05-27", claimed_date_origin="rule"
    )
    row, prefix = (event, "") if what == "event" else (report, "claimed_")
    type(row).objects.filter(pk=row.pk).update(**{f"{prefix}date_to_check": True})
    address = f"/admin/events/{what}/{row.pk}/change/"

    client.post(address, {**typed(client, address), f"{prefix}date": "1999-05-26"})

    row.refresh_from_db()
    told = [getattr(row, f"{prefix}date{name}") for name in ("", "_origin", "_to_check")]
    assert told == ["1999-05-26", "person", False]


def test_participants_that_another_article_claims_are_not_offered():
    client = desk()
    event = make_event(participants=[(make_actor(name="Ada Varga"), "actor")])
    mine, theirs = make_report(by=client.user, event=event), make_report(event=event)
    make_participation(event, make_actor(name="Ben Orlo"), report=mine)
    make_participation(event, make_actor(name="Cy Tarn"), report=theirs)

    page = client.get(f"/admin/events/report/{mine.pk}/change/").content.decode()

    assert "Ada Varga (actor)</option>" in page
    assert "Ben Orlo (actor), as this article has it</option>" in page
    assert "Cy Tarn" not in page
