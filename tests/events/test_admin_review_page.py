"""The review: one report after the other with its words, a decision by one press, nobody decides about her own."""

import pytest
from django.test import Client

from events import editing
from events.models import AnnotationTask, TaskState
from tests.make import make_article, make_event, make_report, make_user

pytestmark = pytest.mark.django_db
ARTICLES = "/admin/events/articletoannotate/"


def desk(role="reviewer"):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


def submitted(reports=2, by=None, **over):
    annotator = by or make_user("annotator")
    article = make_article()
    editing.take(article, by=annotator)
    made = [make_report(article=article, by=annotator, **over) for _ in range(reports)]
    editing.submit(article, by=annotator)
    return article, made


def review(article, report=None):
    return f"{ARTICLES}{article.pk}/review/" + (f"?report={report.pk}" if report else "")


def said(report, decision, **over):
    return {"decision": decision, "revision": report.revision, **over}


def test_report_stands_beside_its_words_in_the_text():
    article, (report, _) = submitted()

    page = desk().get(review(article)).content.decode()

    assert "Report 1 of 2" in page
    assert '<mark class="sentence">Envoys of the two river states' in page
    assert report.event.label in page and "in s1" in page


def test_decision_leads_to_the_next_report_and_the_last_to_the_next_article():
    client = desk()
    article, (first, second) = submitted()
    other, (third,) = submitted(reports=1)

    on_first = client.post(review(article, first), said(first, "confirm"))
    on_second = client.post(review(article, second), said(second, "reject", given="2"))
    on_third = client.post(review(other, third), said(third, "return", reason="Which of the two?"))

    assert on_first.url == review(article, second)
    assert on_second.url == review(other)
    assert on_third.url == f"{ARTICLES}?list=review"
    for row in (first, second, third):
        row.refresh_from_db()
    assert [row.review_state for row in (first, second, third)] == ["confirmed", "rejected", "returned"]
    assert [row.review_reason for row in (second, third)] == ["The same as another event.", "Which of the two?"]
    assert AnnotationTask.objects.get(article=article).state == TaskState.DONE
    assert AnnotationTask.objects.get(article=other).state == TaskState.RETURNED


def test_reviewer_says_what_the_event_takes_over():
    event = make_event(date="1998-06-17")
    article, (report,) = submitted(reports=1, event=event, claimed_date="1998-06-18")
    client = desk()

    page = client.get(review(article)).content.decode()
    client.post(review(article, report), said(report, "confirm", adopt=["date"]))

    event.refresh_from_db()
    assert "adopt date 1998-06-18 (the event has 1998-06-17)" in page
    assert event.date == "1998-06-18"


def test_refusal_without_a_reason_is_refused():
    article, (report, _) = submitted()

    answer = desk().post(review(article, report), said(report, "return"))

    report.refresh_from_db()
    assert answer.status_code == 409
    assert "Say why" in answer.content.decode()
    assert report.review_state == "proposed"


def test_report_that_somebody_changed_meanwhile_is_shown_again():
    article, (report, _) = submitted()
    client, read = desk(), said(report, "confirm")
    report.hedged = True
    report.save()

    answer = client.post(review(article, report), read)

    assert answer.status_code == 409
    assert "Changed while you had this page open" in answer.content.decode()
    again = client.post(review(article, report), said(report, "confirm"))
    assert again.status_code == 302


def test_nobody_decides_about_her_own_unless_the_setting_says_so(settings):
    settings.SINGLE_EDITOR = False
    client = desk()
    article, (report,) = submitted(reports=1, by=client.user)

    page = client.get(review(article)).content.decode()
    answer = client.post(review(article, report), said(report, "confirm"))
    none = client.get(f"{ARTICLES}review-next/", follow=True).content.decode()
    settings.SINGLE_EDITOR = True
    allowed = client.get(f"{ARTICLES}review-next/")

    assert "a colleague decides about it" in page and "Confirm</button>" not in page
    assert answer.status_code == 409
    assert "No article waits for your review" in none
    assert allowed.url == review(article)


def test_article_without_report_has_nothing_to_review():
    article = make_article()

    answer = desk().get(review(article))

    assert answer.url == f"{ARTICLES}{article.pk}/change/"
