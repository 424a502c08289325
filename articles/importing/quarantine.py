"""What an editor decides on a record that differs from its article: the stored one stays, or the new text is taken."""

from django.contrib.auth.models import User
from django.utils import timezone

from articles.correction import Correction
from articles.importing.problems import ProblemCode
from articles.models import Article, ImportProblem, ProblemState
from articles.models.import_run import IMPORT_ARTICLES
from articles.verbs import Refused, verb


def keep_stored(problem: ImportProblem, *, by: User) -> None:
    """The article stays as it is; the same record again is still reported, but no more put into quarantine."""
    with verb(by=by, right=IMPORT_ARTICLES):
        _decide(problem, ProblemState.KEPT, by)


def take_text(
    problem: ImportProblem, *, by: User, public_reason: str, revision: int | None = None, write: bool = True
) -> Correction:
    """The record's text becomes the article's as a correction; a preview (`write=False`) writes nothing."""
    with verb(by=by, right=IMPORT_ARTICLES):
        article, text = _article_and_text(problem)
        correction = article.correct_text(
            text,
            by=by,
            reason=f"as in {problem.path}, line {problem.line}",
            public_reason=public_reason,
            revision=revision,
            import_run=problem.run,
            write=write,
        )
        if write:
            _decide(problem, ProblemState.TAKEN, by)
    return correction


def offers_text(problem: ImportProblem) -> bool:
    """Whether the problem is one of two texts, both at hand."""
    return problem.code == ProblemCode.TEXT_DIFFERS and problem.article is not None and "text" in problem.values


def _article_and_text(problem: ImportProblem) -> tuple[Article, str]:
    if not offers_text(problem) or problem.article is None:
        raise Refused("conflict_has_two_texts", "This record brings no other text: change the article by hand.")
    return problem.article, problem.values["text"]


def _decide(problem: ImportProblem, state: ProblemState, by: User) -> None:
    """Writes the decision, unless somebody was faster."""
    still_open = ImportProblem.objects.filter(pk=problem.pk, state=ProblemState.OPEN)
    if not still_open.update(state=state, decided_by=by, decided_at=timezone.now()):
        raise Refused("conflict_is_open", "Somebody decided this meanwhile: look at it again.")
    problem.refresh_from_db()
