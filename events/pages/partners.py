"""With whom an actor takes part in events, and who else told of the events of an article."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Count

from articles.models import Article
from articles.quoting import heading_of
from events.models import Actor, Participation, Report
from events.pages.reported import Reported

MOST_PARTNERS = 12
MOST_ARTICLES = 12


class Partner(NamedTuple):
    """Another actor, and in how many public events both take part."""

    href: str
    name: str
    count: int


class Telling(NamedTuple):
    """Another article that reports some of the same events, by their numbers on the page."""

    href: str
    heading: str
    printed: str
    numbers: str


def partners_of(actor: Actor) -> list[Partner]:
    """Those who share most events with `actor`, by the event or by a public report."""
    parts = Participation.objects.public()
    shared = parts.filter(event__in=parts.filter(actor=actor).values("event")).exclude(actor=actor)
    counted = shared.order_by().values("actor__slug", "actor__name").annotate(n=Count("event", distinct=True))
    most = counted.order_by("-n", "actor__name", "actor__slug")[:MOST_PARTNERS]
    return [Partner(Actor(slug=row["actor__slug"]).get_absolute_url(), row["actor__name"], row["n"]) for row in most]


def told_elsewhere(article: Article, reported: Reported) -> list[Telling]:
    """Other published articles that report an event of this one, the first in print first."""
    if not reported.cards:
        return []
    numbers = {card.event_id: card.number for card in reported.cards}
    others = Report.objects.public().filter(event__in=numbers).exclude(article=article).in_print_order()
    found: dict[int, tuple[Article, list[int]]] = {}
    for report in others.select_related("article__issue__publication").defer("article__text"):
        found.setdefault(report.article_id, (report.article, []))[1].append(numbers[report.event_id])
    return [telling(*one) for one in list(found.values())[:MOST_ARTICLES]]


def telling(article: Article, numbers: Sequence[int]) -> Telling:
    issue = article.issue
    where = (issue.publication.title, f"no. {issue.number}", issue.date_in_words, f"item {article.position}")
    return Telling(
        href=article.get_absolute_url(),
        heading=heading_of(article),
        printed=", ".join(filter(None, where)),
        numbers=joined(sorted(set(numbers))),
    )


def joined(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
