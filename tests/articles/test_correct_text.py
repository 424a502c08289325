"""Nothing slides: a corrected text takes its marks along, flags them or orphans them (promise 2)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from articles.models import Article, SpanState, StaleRevision, TextVersion
from articles.text import TextRefused
from articles.text_change import Outcome
from articles.verbs import Refused
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_mention,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
FIRST = "Envoys of the two river states met in Varda on May 28."


@pytest.fixture
def editor():
    return make_user("editor")


def correct(article, text, editor, **over):
    reason = {"reason": "Read again from the print.", "public_reason": "misread"}
    return article.correct_text(text, by=editor, **{**reason, **over})


def test_untouched_words_move_with_the_text(editor):
    article = make_article()
    citation = make_citation(article, CITATION)
    mention = make_mention(article, "Varda", make_actor(), occurrence=1)

    correction = correct(article, "A new first sentence. " + TEXT, editor)

    for span in (citation, mention):
        old_quote = span.quote
        span.refresh_from_db()
        article.refresh_from_db()
        assert article.text[span.start : span.end] == span.quote == old_quote
        assert (span.state, span.text_version) == (SpanState.ANCHORED, 2)
    assert len(correction.of(Outcome.MOVED)) == 2


def test_changed_words_are_flagged_and_deleted_ones_orphaned(editor):
    article = make_article()
    report = make_report(article=article)
    sentence = report.evidence.get()
    citation = make_citation(article, CITATION)
    text = TEXT.replace("river states", "lake states").replace(f" {CITATION}", "")

    correct(article, text, editor)

    sentence.refresh_from_db()
    citation.refresh_from_db()
    assert (sentence.state, sentence.quote) == (SpanState.CHECK, FIRST.replace("river", "lake"))
    assert (citation.state, citation.start, citation.quote) == (SpanState.ORPHAN, None, CITATION)


def test_confirmed_report_without_a_sentence_left_goes_back_to_the_reviewers(editor):
    report = make_report(confirmed=True)

    correction = correct(report.article, TEXT.replace(FIRST + " ", ""), editor)

    report.refresh_from_db()
    report.event.refresh_from_db()
    assert (report.review_state, report.event.status) == ("proposed", "")
    assert any(report.event.public_id in told for told in correction.consequences)


def test_report_that_keeps_another_sentence_stays_confirmed(editor):
    report = make_report(confirmed=True)
    make_evidence(report, "They agreed to reopen the bridge.")

    correct(report.article, TEXT.replace(FIRST + " ", ""), editor)

    report.refresh_from_db()
    assert report.review_state == "confirmed"


def test_date_whose_words_are_deleted_stays_and_is_marked(editor):
    article = make_article()
    event = make_event(date="1999-05-28", date_words="May 28", date_read_in=article)
    make_evidence(make_report(event=event, article=article), "May 28", kind="time")

    correct(article, TEXT.replace(" on May 28.", "."), editor)

    event.refresh_from_db()
    assert (event.date, event.date_to_check) == ("1999-05-28", True)


def test_preview_tells_the_same_and_writes_nothing(editor):
    report = make_report(confirmed=True)
    text = TEXT.replace(FIRST + " ", "")

    preview = correct(report.article, text, editor, write=False)

    report.refresh_from_db()
    article = Article.objects.get()
    assert (article.text, article.text_version, report.review_state) == (TEXT, 1, "confirmed")
    assert preview == correct(article, text, editor)


def test_old_text_is_kept_with_who_and_why(editor):
    article = make_article()

    correct(article, TEXT + " More.", editor)

    first, second = TextVersion.objects.all()
    assert (first.text, second.text) == (TEXT, TEXT + " More.")
    assert (second.made_by, second.reason, second.public_reason) == (editor, "Read again from the print.", "misread")


def test_derived_title_follows_the_text_and_a_printed_one_stays(editor):
    derived = make_article()
    printed = make_article(title="Envoys meet", title_printed="ENVOYS MEET.")

    for article in (derived, printed):
        correct(article, "At last, " + TEXT, editor)
        article.refresh_from_db()

    assert derived.title.startswith("At last, Envoys")
    assert printed.title == "Envoys meet"


@pytest.mark.parametrize(
    ("over", "refusal"),
    [
        ({"text": TEXT}, Refused),
        ({"text": TEXT + "\r\n"}, Refused),
        ({"text": "No\x00 good."}, TextRefused),
        ({"reason": " "}, Refused),
        ({"public_reason": ""}, Refused),
        ({"public_reason": "because"}, Refused),
        ({"revision": 7}, StaleRevision),
    ],
)
def test_correction_that_cannot_be_is_refused_and_nothing_written(editor, over, refusal):
    article = make_article()
    text = over.pop("text", TEXT + " More.")

    with pytest.raises(refusal):
        correct(article, text, editor, **over)

    article.refresh_from_db()
    assert (article.text, article.versions.count()) == (TEXT, 1)


@pytest.mark.parametrize("role", ["annotator", "reviewer"])
def test_only_editors_correct(role):
    with pytest.raises(PermissionDenied):
        correct(make_article(), TEXT + " More.", make_user(role))


def test_neighbouring_marks_may_take_each_others_place(editor):
    article = make_article(text="Kyodo Kyodo Kyodo Kyodo said so.")
    for occurrence in range(4):
        make_citation(article, "Kyodo", occurrence=occurrence)

    correct(article, "Again Kyodo Kyodo Kyodo Kyodo said so.", editor)
    connection.check_constraints()

    assert sorted(article.citations.values_list("start", flat=True)) == [6, 12, 18, 24]


def test_orphan_stays_what_it_is_through_later_corrections(editor):
    article = make_article()
    citation = make_citation(article, CITATION, (make_source(), "1999-05-28"))
    correct(article, TEXT.replace(f" {CITATION}", ""), editor)

    correct(article, TEXT, editor)

    citation.refresh_from_db()
    assert (citation.state, citation.quote) == (SpanState.ORPHAN, CITATION)
