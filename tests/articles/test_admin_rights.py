"""Who reaches which page of the desk for the printed record, and what no form writes."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, CitedReport, TextVersion
from articles.models.cross_reference import CrossReference
from tests.make import TEXT, make_article, make_citation, make_source, make_user

pytestmark = pytest.mark.django_db

STAFF = {"annotator", "reviewer", "editor", "administrator"}
EDITORS = {"editor", "administrator"}
NOBODY: set[str] = set()
ROLES = ("anonymous", "reader", "annotator", "reviewer", "editor", "administrator")
WORDS = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def somebody(role):
    client = Client()
    if role != "anonymous":
        client.force_login(make_user("" if role == "reader" else role))
    return client


@pytest.fixture
def numbers():
    """The primary keys of one row of each model."""
    article = make_article()
    source = make_source()
    citation = make_citation(article, WORDS, (source, "1999-05-28"))
    start = article.text.index("Varda has")
    reference = CrossReference(article=article)
    reference.place_on(article.text, start, start + 5, version=1)
    reference.save()
    return {
        "publication": article.issue.publication_id,
        "issue": article.issue_id,
        "article": article.pk,
        "textversion": article.versions.get().pk,
        "sourceurl": article.urls.create(url="https://digest.example/1").pk,
        "newssource": source.pk,
        "citation": citation.pk,
        "citedreport": CitedReport.objects.get().pk,
        "crossreference": reference.pk,
    }


LOOKED_AT = [
    (model, page, STAFF)
    for model in (
        "publication",
        "issue",
        "article",
        "textversion",
        "sourceurl",
        "newssource",
        "citation",
        "citedreport",
        "crossreference",
    )
    for page in ("changelist", "change")
]
ACTED_ON = [
    *((model, "history", STAFF) for model in ("publication", "issue", "article", "newssource", "citation")),
    *((model, "add", EDITORS) for model in ("publication", "issue", "newssource")),
    *((model, "add", NOBODY) for model in ("article", "textversion", "citation", "citedreport", "sourceurl")),
    *((model, "delete", NOBODY) for model in ("publication", "issue", "textversion", "newssource", "citation")),
    ("article", "delete", EDITORS),
    ("article", "correct", EDITORS),
    ("issue", "date", EDITORS),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("model", "page", "allowed"), [*LOOKED_AT, *ACTED_ON])
def test_page_is_for_its_roles_alone(numbers, model, page, allowed, role):
    args = [] if page in ("changelist", "add") else [numbers[model]]
    address = reverse(f"admin:articles_{model}_{page}", args=args)

    response = somebody(role).get(address)

    if role in allowed:
        assert response.status_code == 200
    elif role in ("anonymous", "reader"):
        assert response.status_code == 302 and response["Location"].startswith("/admin/login/")
    else:
        assert response.status_code == 403


SAVED = ("publication", "issue", "article", "newssource", "citedreport", "crossreference")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", SAVED)
def test_form_to_save_is_for_editors_alone(numbers, model, role):
    page = somebody(role).get(reverse(f"admin:articles_{model}_change", args=[numbers[model]]))

    assert ('name="_save"' in page.content.decode()) == (role in EDITORS)


@pytest.mark.parametrize("role", sorted(STAFF - EDITORS))
def test_save_without_the_right_is_refused(numbers, role):
    address = reverse("admin:articles_article_change", args=[numbers["article"]])
    before = Article.objects.values().get()

    response = somebody(role).post(address, {"title": "Other", "seen_revision": before["revision"]})

    assert response.status_code == 403
    assert Article.objects.values().get() == before


@pytest.mark.parametrize("role", sorted(STAFF - EDITORS))
def test_correction_and_date_without_the_right_are_refused(numbers, role):
    client = somebody(role)
    correction = {"text": "Other.", "reason": "x", "public_reason": "misread", "revision": 1, "save": "1"}

    corrected = client.post(reverse("admin:articles_article_correct", args=[numbers["article"]]), correction)
    dated = client.post(
        reverse("admin:articles_issue_date", args=[numbers["issue"]]),
        {"date": "1998", "basis": "printed", "seen": "on", "revision": 1},
    )

    assert (corrected.status_code, dated.status_code) == (403, 403)
    assert TextVersion.objects.count() == 1
    assert Article.objects.get().issue.date == "1999-06-03"


FORBIDDEN = {
    "text": "Other.",
    "text_version": 7,
    "text_sha256": "0" * 64,
    "status": "published",
    "published_at_0": "1999-01-01",
    "published_at_1": "00:00",
    "issue": 0,
    "position": 9,
    "order": 9,
    "title_is_derived": "on",
}


@pytest.mark.parametrize("field", FORBIDDEN)
def test_no_form_writes_what_only_verbs_write(numbers, field):
    address = reverse("admin:articles_article_change", args=[numbers["article"]])
    revision = Article.objects.get().revision

    response = somebody("administrator").post(
        address, {"title": "Named by hand", "seen_revision": revision, field: FORBIDDEN[field]}
    )

    article = Article.objects.get()
    assert response.status_code == 302
    assert (article.title, article.text, article.text_version, article.status) == ("Named by hand", TEXT, 1, "draft")
    assert (article.published_at, article.position, article.order) == (None, 1, 1)
    assert article.issue_id == numbers["issue"] and not article.title_is_derived


def test_texts_are_only_looked_at(numbers):
    address = reverse("admin:articles_textversion_change", args=[numbers["textversion"]])

    response = somebody("administrator").post(address, {"text": "Other.", "reason": "x"})

    assert response.status_code == 403
    assert TextVersion.objects.get().text == TEXT


@pytest.mark.parametrize("path", SAVED)
def test_lists_offer_no_deletion_of_many(numbers, path):
    address = reverse(f"admin:articles_{path}_changelist")
    client = somebody("administrator")

    page = client.get(address).content.decode()
    client.post(address, {"action": "delete_selected", "_selected_action": [numbers[path]], "post": "yes"})

    assert "delete_selected" not in page
    assert client.get(reverse(f"admin:articles_{path}_change", args=[numbers[path]])).status_code == 200
