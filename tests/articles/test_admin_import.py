"""The import pages of the desk: who may, what they say, what they start."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.admin import import_problem, import_run, upload
from articles.models import Article, ImportProblem, ImportRun, ProblemState, RunState
from tests.articles.importing.commands import LONG, line
from tests.make import make_issue, make_user

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_importrun_add")


@pytest.fixture
def editor() -> Client:
    client = Client(enforce_csrf_checks=False)
    client.force_login(make_user("editor"))
    return client


@pytest.fixture(autouse=True)
def started(monkeypatch) -> list[dict[str, Any]]:
    """What pages start runs at once, in this process."""
    asked: list[dict[str, Any]] = []

    def start(run: ImportRun, *, dry_run: bool) -> None:
        asked.append({"run": run.pk, "dry_run": dry_run})
        try:
            call_command("import_articles", run=run.pk, dry_run=dry_run, stdout=Silence(), stderr=Silence())
        except SystemExit as stop:
            assert stop.code == 1

    for module in (import_run, import_problem):
        monkeypatch.setattr(module, "start", start)
    return asked


class Silence:
    def write(self, *words: Any) -> None:
        """Nothing to say."""


def uploaded(*lines: str, name: str = "a.jsonl") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(lines).encode())


def page_of(run: ImportRun, name: str = "change") -> str:
    return reverse(f"admin:articles_importrun_{name}", args=[run.pk])


def test_an_upload_is_looked_at_before_anything_is_written(editor, started):
    answer = editor.post(ADD, {"files": [uploaded(line(), "no json"), uploaded(line(issue=8), name="b.jsonl")]})

    run = ImportRun.objects.get()
    assert answer.url == page_of(run)
    assert started == [{"run": run.pk, "dry_run": True}]
    assert (run.state, run.counts["created"], Article.objects.count()) == (RunState.LOOKED, 2, 0)
    words = editor.get(answer.url).content.decode()
    assert "a.jsonl:2" in words and "bad_json" in words and ">Apply<" in words


def test_apply_writes_and_says_what_came_of_it(editor):
    editor.post(ADD, {"files": [uploaded(line())], "publish": "on"})
    run = ImportRun.objects.get()

    answer = editor.post(page_of(run, "apply"), follow=True)

    assert Article.objects.get().is_public
    assert "Every record" not in answer.content.decode()
    assert "every record goes in, or is in" in answer.content.decode()


def test_a_run_that_was_broken_off_is_continued(editor):
    editor.post(ADD, {"files": [uploaded(line())]})
    ImportRun.objects.update(state=RunState.APPLYING)
    run = ImportRun.objects.get()

    words = editor.get(page_of(run)).content.decode()
    editor.post(page_of(run, "apply"))

    assert ">Continue<" in words and "Broken off" in words
    assert Article.objects.count() == 1


def test_a_run_at_work_is_not_started_twice(editor, started):
    editor.post(ADD, {"files": [uploaded(line())]})
    run = ImportRun.objects.get()

    with run.held():
        answer = editor.post(page_of(run, "apply"), follow=True)

    assert len(started) == 1
    assert "at work already" in answer.content.decode()
    assert 'http-equiv="refresh"' not in editor.get(page_of(run)).content.decode()


def test_undo_says_what_holds_it_back_or_undoes(editor):
    editor.post(ADD, {"files": [uploaded(line())]})
    run = ImportRun.objects.get()
    editor.post(page_of(run, "apply"))
    Article.objects.update(notes="Odd.")

    refused = editor.post(page_of(run, "undo"))
    Article.objects.update(notes="")
    editor.post(page_of(run, "undo"))

    assert refused.status_code == 409 and "notes written" in refused.content.decode()
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Choose at least one file"),
        ({"files": [uploaded(line())], "format": "docx"}, "Select a valid choice"),
        ({"files": [uploaded(line())], "publication": "digest", "first_year": "1996"}, "another first year"),
    ],
    ids=["no file", "format", "first year"],
)
def test_a_wrong_upload_is_refused_on_its_page(editor, values, said):
    issue = make_issue()
    type(issue.publication).objects.update(slug="digest", first_year=1995)

    answer = editor.post(ADD, values)

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert ImportRun.objects.count() == 0


def test_an_upload_that_is_too_large_is_not_kept(editor, monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_UPLOAD", 1000)

    answer = editor.post(ADD, {"files": [uploaded(line() * 20)]})

    assert (answer.status_code, ImportRun.objects.count()) == (400, 0)


def test_this_page_takes_more_than_others_do(editor, started):
    answer = editor.post(ADD, {"files": [uploaded("x" * 11_000_000)]})

    assert answer.status_code == 302
    assert ImportRun.objects.get().files.get().size == 11_000_000


def test_an_upload_without_the_forms_token_is_forbidden():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("editor"))

    assert client.post(ADD, {"files": [uploaded(line())]}).status_code == 403


@pytest.mark.parametrize("role", ["reader", "annotator", "reviewer"])
def test_only_editors_reach_imports(editor, role):
    editor.post(ADD, {"files": [uploaded(line(), "no json")]})
    run, problem = ImportRun.objects.get(), ImportProblem.objects.get()
    other = Client()
    other.force_login(make_user("" if role == "reader" else role))
    pages = [ADD, page_of(run), page_of(run, "undo"), reverse("admin:articles_importproblem_change", args=[problem.pk])]

    for page in [*pages, reverse("admin:articles_importrun_changelist")]:
        assert other.get(page).status_code in (302, 403), page
    assert other.post(page_of(run, "apply")).status_code in (302, 403)
    assert Article.objects.count() == 0


# The quarantine


@pytest.fixture
def conflict(editor) -> ImportProblem:
    for text in (LONG, f"{LONG} <b>Nobody</b> was surprised."):
        editor.post(ADD, {"files": [uploaded(line(position=1, text=text))]})
        editor.post(page_of(ImportRun.objects.first(), "apply"))
    return ImportProblem.objects.get(code="text_differs")


def problem_page(problem: ImportProblem, name: str = "change") -> str:
    return reverse(f"admin:articles_importproblem_{name}", args=[problem.pk])


def test_a_conflict_shows_both_texts_and_what_can_be_done(editor, conflict):
    words = editor.get(problem_page(conflict)).content.decode()

    assert "<ins>" in words and "&lt;b&gt;Nobody" in words and "<b>Nobody" not in words
    assert problem_page(conflict, "keep") in words and problem_page(conflict, "take") in words


def test_the_new_text_is_taken(editor, conflict):
    page = editor.get(problem_page(conflict, "take"))
    revision = page.context["form"].initial["revision"]

    editor.post(problem_page(conflict, "take"), {"public_reason": "missing", "revision": revision})

    assert Article.objects.get().text_version == 2
    conflict.refresh_from_db()
    assert conflict.state == ProblemState.TAKEN


def test_an_article_that_somebody_changed_meanwhile_is_looked_at_again(editor, conflict):
    editor.get(problem_page(conflict, "take"))
    stale = Article.objects.get().revision
    Article.objects.update(section="Lakes")

    answer = editor.post(problem_page(conflict, "take"), {"public_reason": "missing", "revision": stale})

    assert answer.status_code == 409
    assert Article.objects.get().text_version == 1


def test_the_stored_text_is_kept(editor, conflict):
    editor.post(problem_page(conflict, "keep"))

    conflict.refresh_from_db()
    assert (conflict.state, Article.objects.get().text_version) == (ProblemState.KEPT, 1)


def test_a_run_is_tried_again_from_the_quarantine(editor, conflict, started):
    editor.post(
        reverse("admin:articles_importproblem_changelist"),
        {"action": "try_again", "_selected_action": [conflict.pk]},
    )

    assert started[-1] == {"run": conflict.run_id, "dry_run": False}


def test_the_quarantine_is_a_list(editor, conflict):
    words = editor.get(reverse("admin:articles_importproblem_changelist"), {"run__id__exact": conflict.run_id})

    assert "text_differs" in words.content.decode()
