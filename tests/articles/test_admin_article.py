"""The desk for an article: its text read, corrected over somebody else's version, its headline typed, its end."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from articles.models import Article, TextVersion
from tests.make import TEXT, make_article, make_issue, make_report, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    client = Client()
    client.user = make_user("editor")
    client.force_login(client.user)
    return client


def correction(article, **over):
    values = {"text": TEXT + " More.", "reason": "print", "public_reason": "misread", "revision": article.revision}
    return {**values, **over}


def address_of(article, page="change"):
    return f"/admin/articles/article/{article.pk}/{page}/"


def changed_by_a_colleague(article):
    colleague = make_user("editor")
    article.correct_text(TEXT.replace("short", "brief"), by=colleague, reason="print", public_reason="misread")
    return colleague


def test_text_stands_with_numbered_paragraphs_and_sentences(desk):
    article = make_article()

    page = desk.get(address_of(article)).content.decode()

    assert [f"¶ {n}<" in page for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert page.count('class="sentence-number"') == len(article.sentences) == 4
    assert 'name="text"' not in page


def test_look_needs_no_reason_and_writes_nothing(desk):
    article = make_article()
    before = Article.objects.values().get()

    response = desk.post(address_of(article, "correct"), correction(article, reason="", look="1"))

    assert response.status_code == 200
    assert "<ins> More.</ins>" in response.content.decode()
    assert Article.objects.values().get() == before
    assert TextVersion.objects.count() == 1


def test_save_without_a_reason_is_refused_and_still_shows_what_it_would_do(desk):
    article = make_article()

    response = desk.post(address_of(article, "correct"), correction(article, reason=" ", save="1"))

    page = response.content.decode()
    assert response.status_code == 409
    assert "A reason is required" in page and "<ins> More.</ins>" in page and "short (Kyodo" in page
    assert TextVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("back", "leads"),
    [("/admin/events/", "/admin/events/"), ("//elsewhere.example/", ""), ("javascript:alert(1)", ""), ("", "")],
)
def test_correction_leads_back_to_the_page_of_ours_that_it_was_asked_from(desk, back, leads):
    article = make_article()

    response = desk.post(f"{address_of(article, 'correct')}?{urlencode({'back': back})}", correction(article, save="1"))

    assert response.headers["Location"] == (leads or address_of(article))


def test_correction_of_a_text_that_changed_meanwhile_shows_both_and_keeps_hers(desk):
    article = make_article()
    mine = correction(article)
    colleague = changed_by_a_colleague(article)

    response = desk.post(address_of(article, "correct"), {**mine, "save": "1"})

    page = response.content.decode()
    article = Article.objects.get()
    assert response.status_code == 409
    assert "while you had it open" in page and colleague.username in page
    assert "<del>brief</del>" in page and "<ins>short</ins>" in page
    assert "round. More.</textarea>" in page
    assert 'name="overwrite"' in page and f'value="{article.revision}"' in page
    assert article.text == TEXT.replace("short", "brief")


def test_correction_replaces_the_other_version_after_a_yes_to_that_version_alone(desk):
    article = make_article()
    mine = correction(article)
    changed_by_a_colleague(article)
    seen = Article.objects.get().revision

    wrong = desk.post(address_of(article, "correct"), {**mine, "save": "1", "overwrite": [seen - 1]})
    saved = desk.post(address_of(article, "correct"), {**mine, "save": "1", "overwrite": [seen]})

    article = Article.objects.get()
    assert (wrong.status_code, saved.status_code) == (409, 302)
    assert (article.text, article.text_version) == (TEXT + " More.", 3)


def test_two_corrections_of_one_text_lose_none(desk):
    article = make_article()
    first, second = correction(article), correction(article, text=TEXT + " Other.")

    desk.post(address_of(article, "correct"), {**first, "save": "1"})
    refused = desk.post(address_of(article, "correct"), {**second, "save": "1"})

    assert refused.status_code == 409
    assert Article.objects.get().text == TEXT + " More."


def test_typed_headline_is_derived_no_longer(desk):
    article = make_article()
    assert article.title_is_derived

    desk.post(address_of(article), {"title": "Bridge to reopen", "seen_revision": article.revision})
    Article.objects.get().correct_text("New. " + TEXT, by=desk.user, reason="print", public_reason="missing")

    article = Article.objects.get()
    assert (article.title, article.title_is_derived) == ("Bridge to reopen", False)


def test_printed_headline_replaces_a_derived_one(desk):
    article = make_article()
    values = {"title": article.title, "title_printed": "BRIDGE TO REOPEN", "seen_revision": article.revision}

    response = desk.post(address_of(article), values)

    article = Article.objects.get()
    assert response.status_code == 302
    assert (article.title, article.title_is_derived) == ("BRIDGE TO REOPEN", False)


def test_notes_leave_a_derived_headline_alone(desk):
    article = make_article()

    desk.post(address_of(article), {"title": article.title, "notes": "Ask.", "seen_revision": article.revision})

    article.refresh_from_db()
    assert (article.notes, article.title_is_derived) == ("Ask.", True)


@pytest.mark.parametrize(("term", "found"), [("5/107", 2), ("5 107", 2), ("5/107/2", 1), ("5/108", 0), ("Env", 2)])
def test_article_is_found_by_its_number_or_headline(desk, term, found):
    issue = make_issue(volume=5, number=107)
    make_article(issue=issue)
    make_article(issue=issue)
    make_article(title="Other")

    page = desk.get("/admin/articles/article/", {"q": term})

    assert page.context["cl"].result_count == found


def test_draft_is_deleted_with_its_texts_and_leaves_its_history(desk):
    article = make_article()

    response = desk.post(address_of(article, "delete"), {"post": "yes"})

    assert response.status_code == 302
    assert not Article.objects.exists() and not TextVersion.objects.exists()
    last = Article.history.rel.related_model.objects.order_by("-pgh_id").first()
    assert (last.pgh_label, last.pgh_context["user"]) == ("delete", desk.user.pk)


def test_article_that_a_report_names_or_readers_see_is_not_deleted(desk):
    reported = make_report().article
    public = make_article(published=True)

    protected = desk.post(address_of(reported, "delete"), {"post": "yes"})
    refused = desk.post(address_of(public, "delete"), {"post": "yes"})

    assert "protected" in protected.content.decode()
    assert refused.status_code == 403
    assert Article.objects.count() == 2
