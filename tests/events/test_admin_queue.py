"""The queue at the desk: the next article by one press, lists whose counts hold, each act on a page of its own."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article
from events import editing
from events.models import AnnotationTask, PublishedSet, TaskState
from tests.make import make_article, make_event, make_issue, make_report, make_user

pytestmark = pytest.mark.django_db
ARTICLES = "/admin/events/articletoannotate/"


def desk(role="annotator"):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


def page_of(article, name):
    return f"{ARTICLES}{article.pk}/{name}/"


def shown(client, address):
    """The articles of a list as its page shows them."""
    return {row.pk for row in client.get(address).context["cl"].result_list}


def test_next_article_is_handed_out_by_post_and_opened():
    client, article = desk(), make_article()

    refused = client.get(f"{ARTICLES}next/")
    answer = client.post(f"{ARTICLES}next/")

    assert refused.status_code == 405
    assert answer.url == f"{ARTICLES}{article.pk}/change/"
    assert AnnotationTask.objects.get().holder == client.user


def test_what_she_asked_for_is_asked_for_again_until_she_says_otherwise():
    client = desk()
    old, new = (make_article(issue=make_issue(date=date)) for date in ("1998-01-05", "1999-01-05"))
    newer = make_article(issue=make_issue(date="1999-02-05"))
    asked = {"publication": "", "after": "1999", "before": "", "order": "oldest"}

    answers = [client.post(f"{ARTICLES}next/", data).url for data in (asked, {})]
    page = client.get("/admin/").content.decode()
    none_left = client.post(f"{ARTICLES}next/", follow=True)

    assert answers == [f"{ARTICLES}{one.pk}/change/" for one in (new, newer)]
    assert 'name="after" size="10" value="1999"' in page
    assert "No article waits that fits" in none_left.content.decode()
    assert not AnnotationTask.objects.filter(article=old).exists()


@pytest.mark.parametrize("period", [{"after": "soon"}, {"after": "[..1999]"}, {"before": "XXXX-05-28"}])
def test_a_period_that_is_no_date_is_refused_in_words(period):
    client = desk()

    answer = client.post(f"{ARTICLES}next/", {**period, "order": "oldest"}, follow=True)

    assert next(iter(period.values())) in answer.content.decode()
    assert answer.redirect_chain == [("/admin/", 302)]


def test_counts_of_the_desk_are_those_of_the_lists_that_they_lead_to():
    client = desk("editor")
    annotator = make_user("annotator")
    made = [make_article() for _ in range(9)]
    for article in made[:2]:
        editing.take(article, by=client.user)
    editing.take(made[2], by=annotator, now=timezone.now() - timedelta(days=2))
    for article in made[3:6]:
        editing.take(article, by=annotator)
        make_report(article=article, by=annotator)
        editing.submit(article, by=annotator)
    editing.confirm(made[5].reports.get(), by=client.user)
    back = make_report(article=made[6], by=client.user)
    editing.give_back(back, by=make_user("reviewer"), reason="Which sentence?")
    make_report(article=made[7]).evidence.update(state="check")
    make_event(date="1999", date_read_in=made[8], date_to_check=True)
    page = client.get("/admin/").content.decode()

    counts = {
        words.strip(): (int(count), address)
        for address, count, words in re.findall(
            r'<li><a href="([^"]+)" data-key="\d"[^>]*><strong>(\d+)</strong> <span><kbd>\d</kbd>([^<]+)', page
        )
    }

    assert {words: count for words, (count, _) in counts.items()} == {
        "waiting": 4,
        "mine": 2,
        "returned to me": 1,
        "in review": 2,
        "flagged": 2,
        "done": 1,
    }
    assert all(len(shown(client, address)) == count for count, address in counts.values())
    assert "Which sentence?" in page


def test_figures_of_the_dashboard_are_those_of_the_lists_that_they_lead_to():
    client, annotator = desk("editor"), make_user("annotator")
    made = [make_article(issue=make_issue(date=date)) for date in ("1998", "1999-06-03", "1999-06-04", "", "1999")]
    editing.take(made[0], by=annotator)
    make_report(article=made[0], by=annotator)
    editing.submit(made[0], by=annotator)
    editing.take(made[1], by=annotator)
    editing.publish(made[2], by=client.user)
    make_report(article=made[3]).evidence.update(state="check")
    editing.confirm(make_report(article=made[4], by=annotator), by=client.user)

    page = client.get(f"{ARTICLES}dashboard/").content.decode()
    figures = re.findall(r'<a href="(/admin/[^"]+)">(?:<strong>)?(\d+)', page)

    assert len(figures) > 30
    for address, count in figures:
        address = address.replace("&amp;", "&")
        shown_there = client.get(address)
        assert shown_there.status_code == 200, address
        assert shown_there.context["cl"].result_count == int(count), address


def test_dashboard_takes_few_statements(django_assert_max_num_queries):
    client = desk("editor")
    for _ in range(6):
        make_report()

    with django_assert_max_num_queries(13):
        client.get(f"{ARTICLES}dashboard/")


@pytest.mark.parametrize(
    ("name", "state"),
    [("submit", TaskState.SUBMITTED), ("release", TaskState.IN_WORK)],
)
def test_holder_acts_on_a_page_after_a_yes(name, state):
    client, article = desk(), make_article()
    client.post(page_of(article, "take"))
    make_report(article=article, by=client.user)
    offered = client.get(f"{ARTICLES}{article.pk}/change/").content.decode()

    answer = client.post(page_of(article, name))

    assert page_of(article, name) in offered
    assert answer.url == "/admin/"
    assert AnnotationTask.objects.get().state == state


def test_a_read_article_without_report_is_done_by_one_yes():
    client, article = desk(), make_article()
    client.post(page_of(article, "take"))

    client.post(page_of(article, "nothing"))

    assert AnnotationTask.objects.get().state == TaskState.NOTHING_TO_REPORT
    assert shown(client, f"{ARTICLES}?list=done") == {article.pk}


def test_what_a_rule_refuses_is_said_on_the_page():
    client, article = desk(), make_article()
    editing.take(article, by=make_user("annotator"))

    answer = client.post(page_of(article, "take"))

    assert answer.status_code == 409
    assert "works on it" in answer.content.decode()


def test_an_editor_takes_an_article_away_and_says_why():
    editor, article = desk("editor"), make_article()
    editing.take(article, by=make_user("annotator"))

    silent = editor.post(page_of(article, "take-away"), {"reason": ""})
    editor.post(page_of(article, "take-away"), {"reason": "On leave."})

    history = editor.get(f"{ARTICLES}{article.pk}/history/").content.decode()
    assert silent.status_code == 409
    assert AnnotationTask.objects.get().holder is None
    assert "Why: On leave." in history and "changed by " + editor.user.username in history


def test_a_set_is_published_and_taken_back_in_one_step_each():
    client = desk("editor")
    articles = [make_article(), make_article(status="in_review"), make_article(published=True)]
    events = [make_report(article=article).event for article in articles[:2]]
    editing.confirm(articles[0].reports.get(), by=client.user)
    keys = ",".join(str(article.pk) for article in articles)

    answer = client.post(f"{ARTICLES}publish-set/", {"keys": keys})
    published = PublishedSet.objects.get()
    in_public = Article.objects.public().count()
    events[0].refresh_from_db()
    status = events[0].status
    undo = client.post(f"/admin/events/publishedset/{published.pk}/undo/", {"reason": "The wrong list."})

    assert answer.url == f"/admin/events/publishedset/{published.pk}/change/"
    assert (in_public, published.count, status) == (3, 2, "occurred")
    assert undo.status_code == 302
    assert [Article.objects.get(pk=one.pk).status for one in articles] == ["draft", "in_review", "published"]
    events[0].refresh_from_db()
    assert events[0].status == ""
    reason = Article.objects.get(pk=articles[0].pk).history.latest("pgh_id").pgh_context["reason"]
    assert reason == "The wrong list."


def test_a_set_leaves_alone_what_was_withdrawn_since_and_is_undone_once():
    client = desk("editor")
    first, second = make_article(), make_article()
    hour_ago = timezone.now() - timedelta(hours=1)
    published = editing.publish_set([first.pk, second.pk], by=client.user, now=hour_ago)
    editing.withdraw(first, by=client.user, reason="Misprint.")
    editing.publish(first, by=client.user)

    editing.undo_set(published, by=client.user, reason="Too early.")

    assert [Article.objects.get(pk=one.pk).status for one in (first, second)] == ["published", "draft"]
    with pytest.raises(editing.Refused, match="taken back already"):
        editing.undo_set(published, by=client.user, reason="Again.")


def test_a_set_of_nothing_is_refused():
    client = desk("editor")

    answer = client.post(f"{ARTICLES}publish-set/", {"keys": f"x,{'9' * 30}"}, follow=True)

    assert "None of these articles" in answer.content.decode()


@pytest.mark.parametrize("query", ["year=99999", "year=0", "year=x", "by=x", "by=" + "9" * 30, "list=x", "handed_in=x"])
def test_a_filter_that_means_nothing_breaks_nothing(query):
    make_article()

    assert desk().get(f"{ARTICLES}?{query}").status_code == 200
