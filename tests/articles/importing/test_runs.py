"""What is kept of an import: the run, its quarantine, decisions on conflicts, and undoing it all."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection

from articles.importing.quarantine import keep_stored, take_text
from articles.importing.run_files import keep_upload
from articles.importing.undoing import undo, what_holds_back
from articles.models import (
    Article,
    Citation,
    CrossReference,
    ImportProblem,
    ImportRun,
    Issue,
    OldAddress,
    ProblemState,
    Publication,
    RunState,
    TextVersion,
)
from articles.verbs import Refused
from tests.articles.importing.commands import LONG, counts, line, run, write
from tests.make import make_actor, make_mention, make_report, make_user

pytestmark = pytest.mark.django_db

OTHER = "Nobody crossed the lake on Monday, said the harbour master, and nobody had asked to (Kyodo, May 28)."


def imported(folder: Path, *lines: str, name: str = "a.jsonl") -> ImportRun:
    run(write(folder, *(lines or (line(), line(text=OTHER))), name=name))
    return ImportRun.objects.latest("id")


def run_again(kept: ImportRun, **options: Any) -> tuple[int, ...]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_articles", run=kept.pk, stdout=out, stderr=err, **options)
    except SystemExit as stop:
        assert stop.code == 1
    kept.refresh_from_db()
    return counts(out.getvalue().splitlines()[-1])


def test_everything_that_a_run_makes_names_it(tmp_path):
    kept = imported(tmp_path)

    for model in (Publication, Issue, Article, TextVersion):
        assert {row.import_run for row in model.objects.all()} == {kept}
    assert (kept.state, kept.counts["created"], kept.counts["issues"]) == (RunState.DONE, 2, 1)
    assert kept.files.get().sha256 and kept.options["paths"] == [str(tmp_path / "a.jsonl")]


@pytest.mark.parametrize(
    "bad", [[], ["{}", '{"volume": 5, "issue": 7, "text": "\\u0000"}']], ids=["sound", "bad lines"]
)
def test_the_same_files_again_write_no_row(tmp_path, bad):
    path = write(tmp_path, line(), *bad)
    run(path)
    models = (ImportRun, ImportProblem, Article, TextVersion, Article.history.rel.related_model)
    before = [model.objects.count() for model in models]

    run(path)

    assert [model.objects.count() for model in models] == before


def test_a_dry_run_keeps_nothing(tmp_path):
    run(write(tmp_path, line(), "{}"), dry_run=True)

    assert (ImportRun.objects.count(), ImportProblem.objects.count()) == (0, 0)


def test_what_is_refused_stays_with_its_record(tmp_path):
    kept = imported(tmp_path, line(), line(volume=None, text="Which volume?"), "no json")

    first, second = kept.problems.in_quarantine()
    assert (first.line, first.code, first.values["text"]) == (2, "no_volume", "Which volume?")
    assert (second.line, second.code, second.record) == (3, "bad_json", "")


def test_a_mended_file_settles_its_problems(tmp_path):
    kept = imported(tmp_path, line(), "no json")
    write(tmp_path, line(), line(text=OTHER))

    assert run_again(kept) == (1, 1, 0, 0)
    assert [problem.state for problem in kept.problems.all()] == [ProblemState.SETTLED]


# Uploads


@pytest.fixture
def upload():
    kept = ImportRun.objects.create(by=make_user("editor"), options={**OPTIONS, "uploaded": True})
    keep_upload(kept, "digest.jsonl", [f"{line()}\n".encode(), f"{line(text=OTHER)}\n{line(issue=None)}\n".encode()])
    return kept


OPTIONS = {"format": "", "publication": "", "first_year": None, "publish": False}


def test_an_upload_is_looked_at_and_then_applied(upload):
    assert run_again(upload, dry_run=True) == (2, 0, 0, 1)
    assert (upload.state, Article.objects.count()) == (RunState.LOOKED, 0)
    assert [problem.path for problem in upload.problems.all()] == ["digest.jsonl"]

    assert run_again(upload) == (2, 0, 0, 1)
    assert (upload.state, Article.objects.count(), upload.problems.count()) == (RunState.DONE, 2, 1)
    assert {version.made_by for version in TextVersion.objects.all()} == {upload.by}


def test_a_file_larger_than_a_piece_comes_back_whole(upload):
    data = bytes(range(256)) * 10_000
    file = keep_upload(upload, "big", (data[start : start + 70_000] for start in range(0, len(data), 70_000)))

    assert (file.size, file.pieces.count()) == (len(data), 3)
    assert b"".join(bytes(piece.data) for piece in file.pieces.all()) == data


def test_a_run_that_failed_says_why(upload):
    upload.options["paths"] = ["/nowhere"]
    upload.options["uploaded"] = False
    upload.save()

    with pytest.raises(CommandError, match="does not exist"):
        call_command("import_articles", run=upload.pk)

    upload.refresh_from_db()
    assert upload.state == RunState.FAILED
    assert "/nowhere" in upload.message


def test_a_run_that_no_process_holds_was_broken_off(upload):
    upload.state = RunState.APPLYING
    upload.save()

    assert upload.is_broken_off
    with upload.held():
        assert not upload.is_broken_off


@pytest.mark.parametrize(("paths", "options"), [([], {}), (["a"], {"run": 1}), ([], {"run": 999_999})])
def test_files_or_a_run_must_be_named(paths, options):
    with pytest.raises(CommandError) as refused:
        call_command("import_articles", *paths, **options)

    assert refused.value.returncode == 2


# Conflicts


@pytest.fixture
def conflict(tmp_path):
    imported(tmp_path, line(position=1))
    imported(tmp_path, line(position=1, text=f"{LONG} Nobody was surprised."), name="b.jsonl")
    return ImportProblem.objects.get(code="text_differs")


def test_the_new_text_is_taken_as_a_correction(conflict):
    editor = make_user("editor")

    take_text(conflict, by=editor, public_reason="missing")

    article = conflict.article
    article.refresh_from_db()
    assert (article.text_version, article.text) == (2, f"{LONG} Nobody was surprised.")
    assert article.versions.get(number=2).import_run == conflict.run
    assert (conflict.state, conflict.decided_by) == (ProblemState.TAKEN, editor)


def test_the_stored_text_is_kept_and_the_record_asks_no_more(conflict, tmp_path):
    keep_stored(conflict, by=make_user("editor"))
    last, _, code = run(tmp_path / "b.jsonl")

    assert (counts(last), code) == ((0, 0, 1, 0), 1)
    assert ImportProblem.objects.get(code="text_differs").state == ProblemState.KEPT


def test_a_preview_decides_nothing(conflict):
    correction = take_text(conflict, by=make_user("editor"), public_reason="missing", write=False)

    assert correction.new.endswith("surprised.")
    conflict.refresh_from_db()
    assert conflict.state == ProblemState.OPEN


def test_a_conflict_is_decided_once(conflict):
    keep_stored(conflict, by=make_user("editor"))

    with pytest.raises(Refused, match="meanwhile"):
        take_text(conflict, by=make_user("editor"), public_reason="missing")
    assert Article.objects.get().text == LONG


@pytest.mark.parametrize("role", ["annotator", "reviewer"])
def test_only_editors_decide(conflict, role):
    with pytest.raises(PermissionDenied):
        keep_stored(conflict, by=make_user(role))


# Undoing


def test_a_run_is_undone_as_a_whole(tmp_path):
    imported(tmp_path, line(issue=1, text="It stays (see the Monitor, Vol. 5, No. 107)."), name="first.jsonl")
    kept = imported(tmp_path)

    undone = undo(kept, by=make_user("editor"))

    assert (undone.articles, undone.issues, undone.publications) == (2, 1, 0)
    assert [article.issue.number for article in Article.objects.all()] == [1]
    assert (Issue.objects.count(), Publication.objects.count(), Citation.objects.count()) == (1, 1, 0)
    assert CrossReference.objects.get().target_issue is None
    kept.refresh_from_db()
    assert kept.state == RunState.UNDONE
    connection.check_constraints()


def test_an_undone_run_can_be_applied_again(tmp_path):
    kept = imported(tmp_path)
    undo(kept, by=make_user("editor"))

    assert run_again(kept) == (2, 0, 0, 0)


BUILT: dict[str, tuple[Callable[[Article], Any], str]] = {
    "a report": (lambda article: make_report(article=article), "1 reports"),
    "a mention": (lambda article: make_mention(article, article.text[:6], make_actor()), "1 mentions"),
    "a correction": (
        lambda article: article.correct_text(
            f"Now {LONG}", by=make_user("editor"), reason="print", public_reason="misread"
        ),
        "text corrected (Monitor, vol. 5, no. 107, article 1)",
    ),
    "a note": (lambda article: Article.objects.filter(pk=article.pk).update(notes="Odd."), "notes written"),
    "a move": (
        lambda article: OldAddress.objects.leave("/publications/monitor/5/1/1/", article.get_absolute_url()),
        "old address",
    ),
}


@pytest.mark.parametrize(("build", "told"), BUILT.values(), ids=list(BUILT))
def test_what_people_built_on_it_holds_an_undo_back(tmp_path, build, told):
    kept = imported(tmp_path)
    build(Article.objects.get(position=1))

    with pytest.raises(Refused) as refused:
        undo(kept, by=make_user("editor"))

    assert told in str(refused.value)
    assert Article.objects.count() == 2


def test_nothing_holds_back_what_nobody_touched(tmp_path):
    assert list(what_holds_back(imported(tmp_path))) == []


def test_a_text_taken_from_a_run_holds_it_back(conflict):
    take_text(conflict, by=make_user("editor"), public_reason="missing")

    assert "taken from this import" in " ".join(what_holds_back(conflict.run))


@pytest.mark.parametrize("role", ["annotator", "reviewer"])
def test_only_editors_undo(tmp_path, role):
    with pytest.raises(PermissionDenied):
        undo(imported(tmp_path), by=make_user(role))
