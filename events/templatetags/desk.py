"""What waits for somebody who works here."""

from typing import Any, NamedTuple

from django import template
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article, ArticleStatus, ImportProblem, SpanState
from articles.rights import may_read_hidden
from events.models import Event, Evidence, Mention, Report, ReviewState

register = template.Library()
QUARANTINE = "admin:articles_importproblem_changelist"


class Entry(NamedTuple):
    """Rows that wait, counted, and the list that shows them."""

    count: int
    words: str
    address: str


@register.simple_tag
def what_waits(user: User) -> list[Entry]:
    """Counts by what there is to do; nobody waits for what hangs on an event merged away. Each count reads an index."""
    if not may_read_hidden(user):
        return []
    reports = Report.objects.filter(event__merged_into__isnull=True)
    events = Event.objects.filter(merged_into__isnull=True)
    returned = reports.filter(review_state=ReviewState.RETURNED, coder=user)
    entries = [
        _entry(returned, "reports returned to you", "report", "review_state__exact=returned"),
        _entry(
            reports.filter(review_state=ReviewState.PROPOSED),
            "reports to review",
            "report",
            "review_state__exact=proposed",
        ),
        _entry(
            Article.objects.standing().filter(status=ArticleStatus.DRAFT),
            "articles in draft",
            "articletoannotate",
            "status__exact=draft",
        ),
        _entry(Mention.objects.filter(state=SpanState.CHECK), "names to check", "mention", "state__exact=check"),
        _entry(
            reports.filter(evidence__in=Evidence.objects.filter(state=SpanState.CHECK)).distinct(),
            "reports with words to check",
            "report",
            "evidence__state__exact=check",
        ),
        _entry(events.filter(date_to_check=True), "dates to check", "event", "date_to_check__exact=1"),
        _quarantine(user),
    ]
    return [entry for entry in entries if entry.count]


def _quarantine(user: User) -> Entry:
    """Records that did not go in, for those who may decide on them."""
    waiting = ImportProblem.objects.visible_to(user).in_quarantine()
    return Entry(waiting.count(), "records in quarantine", f"{reverse(QUARANTINE)}?state__exact=open")


def _entry(rows: Any, words: str, model: str, query: str) -> Entry:
    return Entry(rows.count(), words, f"{reverse(f'admin:events_{model}_changelist')}?{query}")
