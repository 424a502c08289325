"""Who works on which article: nobody gets a colleague's, nothing done is lost, the state follows the reports."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.verbs import Refused
from events import editing
from events.editing.reports import make_report as code_report
from events.editing.tasks import Wanted
from events.models import AnnotationTask, ArticleToAnnotate, TaskState
from tests.make import make_article, make_event, make_issue, make_publication, make_report, make_user
from tests.races import together

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + timedelta(hours=25)


def taken(by, **over):
    article = make_article(**over)
    editing.take(article, by=by)
    return article


def submitted(by, reports=1):
    article = taken(by)
    made = [make_report(article=article, by=by) for _ in range(reports)]
    editing.submit(article, by=by)
    return article, made


def state_of(article):
    task = AnnotationTask.objects.get(article=article)
    return task.state, task.holder


def test_articles_are_handed_out_in_the_order_of_print_undated_ones_last():
    publication = make_publication()
    dates = {"1999-06-03": 1, "1998-01-02": 2, "": 3}
    made = {
        date: make_article(issue=make_issue(publication=publication, date=date, number=number))
        for date, number in dates.items()
    }
    second = make_article(issue=made["1998-01-02"].issue)
    annotator = make_user("annotator")

    handed = [editing.take_next(by=annotator).article for _ in range(4)]

    assert handed == [made["1998-01-02"], second, made["1999-06-03"], made[""]]
    assert editing.take_next(by=annotator) is None


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (Wanted(), 1),
        (Wanted(newest_first=True), 3),
        (Wanted(after="1999"), 2),
        (Wanted(before="1999-12", newest_first=True), 2),
        (Wanted(publication="digest", after="1998", before="1998"), 1),
    ],
)
def test_she_says_from_which_publication_and_period_and_in_which_order(wanted, number):
    publication = make_publication(slug="digest")
    for n, date in enumerate(("1998-05-01", "1999-05-01", "2000-05-01"), 1):
        make_article(issue=make_issue(publication=publication, date=date, number=n))
    elsewhere = make_issue(date="", volume=1)
    make_article(issue=elsewhere)

    task = editing.take_next(by=make_user("annotator"), wanted=wanted)

    assert task.article.issue.number == number


def test_what_is_joined_withdrawn_or_taken_waits_for_nobody():
    mine = taken(make_user("annotator"))
    make_article(joined_to=mine)
    make_article(status="withdrawn", published_at=NOW)
    waiting = make_article(published=True)

    assert list(ArticleToAnnotate.objects.waiting()) == [ArticleToAnnotate(pk=waiting.pk)]


def test_after_a_day_the_next_has_it_with_the_work_that_is_done():
    first, second = make_user("annotator"), make_user("annotator")
    article = make_article()
    editing.take_next(by=first, now=NOW)
    report = make_report(article=article, by=first)

    early = editing.take_next(by=second, now=NOW + timedelta(hours=23))
    task = editing.take_next(by=second, now=LATER)

    assert early is None
    assert (task.article, task.holder) == (article, second)
    assert article.reports.get() == report


def test_who_works_on_keeps_it_and_who_was_too_late_cannot_hand_it_in():
    first, second = make_user("annotator"), make_user("annotator")
    article = make_article()
    editing.take(article, by=first, now=NOW)
    editing.keep_hold(article, by=first, now=NOW + timedelta(hours=20))

    assert editing.take_next(by=second, now=LATER) is None
    editing.take_next(by=second, now=NOW + timedelta(hours=45))
    with pytest.raises(Refused, match="not in your hands"):
        editing.nothing_to_report(article, by=first)


def test_an_article_in_a_colleagues_hands_cannot_be_taken():
    article = taken(make_user("annotator"))

    with pytest.raises(Refused, match="works on it"):
        editing.take(article, by=make_user("annotator"))


def test_given_back_it_waits_again():
    annotator = make_user("annotator")
    article = taken(annotator)

    editing.release(article, by=annotator)

    assert ArticleToAnnotate.objects.waiting().get().pk == article.pk
    assert state_of(article) == (TaskState.IN_WORK, None)


def test_an_editor_takes_it_away_with_a_reason_that_the_history_keeps():
    article = taken(make_user("annotator"))
    editor = make_user("editor")

    with pytest.raises(PermissionDenied):
        editing.take_away(article, by=make_user("reviewer"), reason="On leave.")
    with pytest.raises(Refused, match="Say why"):
        editing.take_away(article, by=editor, reason=" ")
    task = editing.take_away(article, by=editor, reason="On leave.")

    context = task.history.latest("pgh_id").pgh_context
    assert (context["user"], context["reason"]) == (editor.pk, "On leave.")
    assert ArticleToAnnotate.objects.waiting().count() == 1
    with pytest.raises(Refused, match="Nobody works on"):
        editing.take_away(article, by=editor, reason="Again.")


def test_the_last_decision_on_a_submitted_article_makes_it_done():
    annotator, reviewer = make_user("annotator"), make_user("reviewer")
    article, (first, second) = submitted(annotator, reports=2)

    editing.confirm(first, by=reviewer)
    between = state_of(article)
    editing.reject(second, by=reviewer, reason="Not there.")

    assert between == (TaskState.SUBMITTED, annotator)
    assert state_of(article) == (TaskState.DONE, annotator)
    assert ArticleToAnnotate.objects.done().count() == 1


def test_a_returned_report_brings_the_article_back_to_its_coder_and_proposing_again_to_review():
    annotator, reviewer = make_user("annotator"), make_user("reviewer")
    article, (first, second) = submitted(annotator, reports=2)
    editing.give_back(first, by=reviewer, reason="Which sentence?")
    in_review = state_of(article)
    editing.confirm(second, by=reviewer)

    assert in_review[0] == TaskState.SUBMITTED
    assert state_of(article) == (TaskState.RETURNED, annotator)
    assert ArticleToAnnotate.objects.returned_to(annotator).get().pk == article.pk
    assert not ArticleToAnnotate.objects.returned_to(reviewer).exists()

    editing.take(article, by=annotator)
    with pytest.raises(Refused, match="mend it"):
        editing.submit(article, by=annotator)
    editing.propose_again(first, by=annotator)
    editing.submit(article, by=annotator)

    assert state_of(article) == (TaskState.SUBMITTED, annotator)


def test_mended_without_being_taken_up_it_is_in_review_again():
    annotator = make_user("annotator")
    article, (report,) = submitted(annotator)
    editing.give_back(report, by=make_user("reviewer"), reason="Which?")

    editing.propose_again(report, by=annotator)

    assert state_of(article) == (TaskState.SUBMITTED, annotator)


def test_it_goes_back_to_whoever_coded_the_report():
    coder, holder, reviewer = make_user("annotator"), make_user("annotator"), make_user("reviewer")
    article = taken(holder)
    hers = make_report(article=article, by=coder)
    editing.submit(article, by=holder)

    editing.give_back(hers, by=reviewer, reason="Which?")

    assert state_of(article) == (TaskState.RETURNED, coder)
    with pytest.raises(Refused, match="went back to"):
        editing.take(article, by=holder)


def test_nothing_to_report_is_a_decision_and_no_way_around_a_report():
    annotator = make_user("annotator")
    article, other = taken(annotator), taken(annotator)
    make_report(article=other, by=annotator)

    editing.nothing_to_report(article, by=annotator)

    assert state_of(article) == (TaskState.NOTHING_TO_REPORT, annotator)
    with pytest.raises(Refused, match="has a report"):
        editing.nothing_to_report(other, by=annotator)
    with pytest.raises(Refused, match="no report"):
        editing.submit(taken(annotator), by=annotator)


def test_a_report_added_to_a_done_article_waits_for_review():
    annotator = make_user("annotator")
    article = taken(annotator)
    editing.nothing_to_report(article, by=annotator)

    code_report(article, make_event(), by=make_user("annotator"))

    assert state_of(article) == (TaskState.SUBMITTED, annotator)


def test_a_done_article_can_be_taken_up_again_and_submitted_with_nothing_open_is_done():
    annotator = make_user("annotator")
    article, (report,) = submitted(annotator)
    editing.confirm(report, by=make_user("reviewer"))

    editing.take(article, by=annotator)
    editing.submit(article, by=annotator)

    assert state_of(article) == (TaskState.DONE, annotator)


def test_a_correction_that_fells_a_confirmed_report_puts_its_article_in_review():
    annotator = make_user("annotator")
    article, (report,) = submitted(annotator)
    editing.confirm(report, by=make_user("reviewer"))
    rest = article.text[article.sentences[0].end :].strip()

    article.correct_text(rest, by=make_user("editor"), reason="Not printed.", public_reason="surplus")

    assert state_of(article)[0] == TaskState.SUBMITTED


def test_flagged_are_those_with_words_to_check_or_a_date_to_check():
    make_article()
    lost, dated = make_article(), make_article()
    make_report(article=lost).evidence.update(state="check")
    make_event(date="1999", date_read_in=dated, date_to_check=True)

    flagged = set(ArticleToAnnotate.objects.flagged().values_list("pk", flat=True))

    assert flagged == {lost.pk, dated.pk}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [40, pytest.param(1000, marks=pytest.mark.drill)])
def test_people_who_ask_at_once_never_get_the_same_article(number):
    people = [make_user("annotator") for _ in range(8)]
    issue = make_issue()
    articles = {make_article(issue=issue).pk for _ in range(number)}

    def work(person):
        return [task.article_id for _ in range(number // 8) if (task := editing.take_next(by=person))]

    handed = together(*(lambda person=person: work(person) for person in people))

    assert sorted(pk for one in handed for pk in one) == sorted(articles)


@pytest.mark.django_db(transaction=True)
def test_two_last_decisions_at_once_make_the_article_done():
    annotator, one, other = make_user("annotator"), make_user("reviewer"), make_user("reviewer")
    article, (first, second) = submitted(annotator, reports=2)

    outcomes = together(lambda: editing.confirm(first, by=one), lambda: editing.confirm(second, by=other))

    assert outcomes == [first, second]
    assert state_of(article)[0] == TaskState.DONE
