"""Articles moved to another issue, put in another order, split and joined; their addresses and marks go along.

A position that once was public never passes to another article. What hangs on articles in other apps goes along by
class methods that `apps.get_models()` finds: `Span.parted` and `Span.joined`, `redated` and `reordered`.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from articles.models import Article, ArticleStatus, CrossReference, Issue, OldAddress, PublicReason, TextVersion
from articles.models.article import models_on_words, span_models
from articles.models.issue import dated_models
from articles.text import paragraphs
from articles.verbs import Refused, verb

CHANGE_ARTICLE = "articles.change_article"
BETWEEN = "\n\n"  # what parts two paragraphs


def move_article(
    article: Article,
    to_issue: Issue,
    *,
    by: User,
    reason: str,
    position: int | None = None,
    revision: int | None = None,
) -> Article:
    """Let the article stand in that issue, at the end, on a position that none ever had or on the free one given.

    If it ever was public its old address leads to the new one. Dates read from its words are read anew by the date of
    the new issue. Raises `StaleRevision` and `Refused`.
    """
    _has_reason(reason, "moved")
    with verb(by=by, right=CHANGE_ARTICLE, reason=reason):
        issues = _locked_issues(article.issue_id, to_issue.pk)
        row = _standing(Article.locked(article.pk, revision=revision))
        old_issue, issue, old_address = row.issue, issues[to_issue.pk], row.get_absolute_url()
        row.position = _free_position(row, issue, position)
        row.order = row.order if issue == old_issue else _last(issue, "order") + 1
        row.issue = issue
        row.save(update_fields=["issue", "position", "order"])
        _leave_address(row, old_address, row.get_absolute_url())
        if issue.date != old_issue.date:
            _read_dates_again(row)
        _reordered(issue)
    return row


def reorder(issue: Issue, order: Sequence[Article], *, by: User, reason: str = "", revision: int | None = None) -> None:
    """Let the articles of the issue stand in this order; positions and addresses stay. Each is named once."""
    with verb(by=by, right=CHANGE_ARTICLE, reason=reason):
        row = Issue.locked(issue.pk, revision=revision)
        articles = {article.pk: article for article in row.articles.standing().select_for_update().order_by("pk")}
        wanted = [article.pk for article in order]
        if sorted(wanted) != sorted(articles):
            raise Refused("reorder_names_every_article", f"Name each of the {len(articles)} articles of {row} once.")
        for place, pk in enumerate(wanted, 1):
            if articles[pk].order != place:
                articles[pk].order = place
                articles[pk].save(update_fields=["order"])
        _reordered(row)


def split_article(
    article: Article,
    at: int,
    *,
    by: User,
    reason: str,
    title: str = "",
    title_printed: str = "",
    revision: int | None = None,
    now: datetime | None = None,
) -> Article:
    """The new article made of the text from the paragraph that begins at `at`, right behind the old one.

    Marks go with their words (docs/decisions/0005), a mark across the border is refused. The new article is as public
    as the old one, with a position of its own. Raises `StaleRevision` and `Refused`.
    """
    with verb(by=by, right=CHANGE_ARTICLE, reason=reason):
        issue = _locked_issues(article.issue_id)[article.issue_id]
        row = _standing(Article.locked(article.pk, revision=revision))
        end = _end_before(row, at)
        _no_mark_across(row, end, at)
        rest = _second_part(row, issue, at, by=by, reason=reason, title=title, title_printed=title_printed, now=now)
        for model in models_on_words():
            model.parted(row, rest, at)
        row.correct_text(row.text[:end], by=by, reason=reason, public_reason=PublicReason.SURPLUS)
        _reordered(issue)
    return rest


def join_articles(first: Article, second: Article, *, by: User, reason: str, revision: int | None = None) -> Article:
    """The first article with the text and the marks of the second behind its own.

    The second keeps its row, its texts and its position, and is `joined_to` the first: never published again, without
    reports, out of the desk's lists. Where it was public its address leads to the first. Both must be in one issue and
    alike in status. Raises `StaleRevision`, `TextRefused` and `Refused`.
    """
    with verb(by=by, right=CHANGE_ARTICLE, reason=reason):
        issue = _locked_issues(first.issue_id)[first.issue_id]
        rows = {
            pk: Article.locked(pk, revision=revision if pk == first.pk else None)
            for pk in sorted([first.pk, second.pk])
        }
        row, other = (_standing(rows[pk]) for pk in (first.pk, second.pk))
        _can_be_joined(row, other)
        offset = len(row.text) + len(BETWEEN)
        row.correct_text(row.text + BETWEEN + other.text, by=by, reason=reason, public_reason=PublicReason.MISSING)
        row.refresh_from_db()
        for model in models_on_words():
            model.joined(row, other, offset)
        _retire(other, row)
        _reordered(issue)
    return row


def _has_reason(reason: str, done: str) -> None:
    if not reason.strip():
        raise Refused("move_has_reason", f"Say why the article is {done}; colleagues see it in the history.")


def _standing(article: Article) -> Article:
    if article.joined_to is not None:
        raise Refused("article_is_not_joined", f"The article is part of “{article.joined_to}” by now: take that one.")
    return article


def _locked_issues(*keys: int) -> dict[int, Issue]:
    """The issues, locked in one order: positions are given to one at a time."""
    issues = Issue.objects.filter(pk__in=keys).select_related("publication").order_by("pk")
    return {issue.pk: issue for issue in issues.select_for_update(of=("self",))}


def _free_position(article: Article, issue: Issue, position: int | None) -> int:
    if position is None:
        return issue.next_position()
    if (issue.pk, position) == (article.issue_id, article.position):
        raise Refused("move_changes_position", "The article stands there already: choose another issue or position.")
    if issue.articles.filter(position=position).exists():
        raise Refused(
            "article_is_alone_on_its_position", f"{issue} has an article at position {position}: choose a free one."
        )
    return position


def _last(issue: Issue, field: str) -> int:
    last: int | None = issue.articles.aggregate(last=Max(field))["last"]
    return last or 0


def _leave_address(article: Article, old: str, new: str) -> None:
    if article.published_at is not None:
        OldAddress.objects.leave(old, new)


def _read_dates_again(article: Article) -> None:
    for model in dated_models():
        model.redated(article.issue, article=article, write=True)


def _reordered(issue: Issue) -> None:
    """What other apps make of the order of articles follows it."""
    for model in apps.get_models():
        if hasattr(model, "reordered") and not model._meta.proxy:
            model.reordered(issue)


def _end_before(article: Article, at: int) -> int:
    """Where the paragraph before `at` ends."""
    stretches = paragraphs(article.text)
    for before, after in pairwise(stretches):
        if after.start == at:
            return before.end
    borders = ", ".join(str(stretch.start) for stretch in stretches[1:]) or "there is only one paragraph"
    raise Refused("split_at_paragraph", f"An article is split where a paragraph begins: {borders}.")


def _no_mark_across(article: Article, end: int, at: int) -> None:
    for model in span_models():
        across = model._base_manager.filter(article=article, start__lt=at, end__gt=end).first()
        if across is not None:
            name = model._meta.verbose_name
            raise Refused("split_cuts_no_mark", f"The {name} “{across}” goes on behind the border: shorten it first.")


def _second_part(
    article: Article,
    issue: Issue,
    at: int,
    *,
    by: User,
    reason: str,
    title: str,
    title_printed: str,
    now: datetime | None,
) -> Article:
    """The article of the text from `at` on; those behind it make room."""
    for behind in issue.articles.filter(order__gt=article.order).order_by("-order"):
        behind.order += 1
        behind.save(update_fields=["order"])
    rest = Article(
        issue=issue,
        position=issue.next_position(),
        order=article.order + 1,
        title=title or title_printed,
        title_printed=title_printed,
        byline=article.byline,
        section=article.section,
        status=article.status,
        published_at=(now or timezone.now()) if article.is_public else article.published_at,
    )
    rest.set_text(article.text[at:])
    rest.save()
    TextVersion.objects.create(article=rest, number=1, text=rest.text, made_by=by, reason=reason)
    return rest


def _can_be_joined(first: Article, second: Article) -> None:
    if first.pk == second.pk or first.issue_id != second.issue_id:
        raise Refused("join_is_within_an_issue", "Two articles of one issue can be joined: move one of them first.")
    if first.status != second.status:
        raise Refused(
            "join_is_of_equals",
            f"One article is {first.get_status_display().lower()}, the other {second.get_status_display().lower()}: "
            "publish or withdraw one of them first.",
        )


def _retire(article: Article, into: Article) -> None:
    CrossReference.objects.filter(target_article=article).update(target_article=into)
    for part in article.joined.select_for_update().order_by("pk"):
        part.joined_to = into
        part.save(update_fields=["joined_to"])
    article.joined_to = into
    if article.is_public:
        article.status = ArticleStatus.WITHDRAWN
    article.save(update_fields=["status", "joined_to"])
    _leave_address(article, article.get_absolute_url(), into.get_absolute_url())
