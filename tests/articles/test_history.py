"""Every insert, update and delete leaves a row that says who, when and why (promise 3)."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from articles.history import because
from articles.models import (
    ImportFile,
    ImportPiece,
    ImportProblem,
    ImportRun,
    Publication,
    PublicChange,
    PublicCounter,
    PublicRevision,
    PublicTouch,
    SearchDue,
    SearchRow,
    SearchTerm,
    SearchVariant,
    SearchWord,
    TextVersion,
)
from tests.make import make_article, make_publication, make_user

APPEND_ONLY = {TextVersion}
ABOUT_IMPORTS = {ImportRun, ImportFile, ImportPiece, ImportProblem}  # what was done, and not what was printed
ABOUT_CHANGES = {PublicChange, PublicCounter, PublicRevision, PublicTouch}
SEARCHED = {SearchDue, SearchRow, SearchTerm, SearchVariant, SearchWord}  # written again from the content at any time
NO_CONTENT = ABOUT_IMPORTS | ABOUT_CHANGES | SEARCHED
CONTENT = [
    model
    for app in ("articles", "events")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.endswith("History") and model not in APPEND_ONLY | NO_CONTENT and not model._meta.proxy
]


@pytest.mark.parametrize("model", CONTENT, ids=lambda model: model.__name__)
def test_every_content_table_has_a_history(model):
    labels = {trigger.name for trigger in model._meta.triggers}

    assert {"insert_insert", "update_update", "delete_delete"} <= labels
    assert hasattr(model, "history")


@pytest.mark.django_db
def test_form_bulk_and_plain_sql_all_leave_a_row():
    publication = make_publication(title="One")
    Publication.objects.filter(pk=publication.pk).update(title="Two")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_publication SET title = 'Three' WHERE id = %s", [publication.pk])
        cursor.execute("DELETE FROM articles_publication WHERE id = %s", [publication.pk])

    history = Publication.history.rel.related_model.objects.filter(pgh_obj_id=publication.pk).order_by("pgh_id")

    assert [(row.pgh_label, row.title) for row in history] == [
        ("insert", "One"),
        ("update", "Two"),
        ("update", "Three"),
        ("delete", "Three"),
    ]


@pytest.mark.django_db
def test_history_says_who_and_why():
    user = make_user("editor")

    with because(by=user, reason="first import"):
        publication = make_publication()

    assert publication.history.get().pgh_context == {"user": user.pk, "reason": "first import"}


@pytest.mark.django_db
def test_history_cannot_be_changed():
    row = make_publication().history.get()

    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(title="Never was")
    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()


@pytest.mark.django_db
def test_history_of_articles_leaves_the_text_to_its_versions():
    article = make_article()

    assert "text" not in {f.name for f in article.history.get()._meta.fields}


@pytest.mark.django_db
def test_revision_rises_with_every_write_whoever_writes():
    publication = make_publication()
    publication.title = "Two"
    publication.save()
    Publication.objects.filter(pk=publication.pk).update(title="Three")
    saved = publication.revision

    publication.refresh_from_db()

    assert (saved, publication.revision) == (2, 3)
