"""What pages of print say of events: `articles` writes the page and these tags its events."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import mark_safe

from articles.models import Article, NewsSource
from articles.pages.cross_links import CrossLink
from events.marked_html import paragraphs_html
from events.marking import Link, laid_out
from events.pages import event_list, partners
from events.pages.reported import Reported, reported_by_item, reported_in
from events.pages.wording import said_by_report

register = template.Library()

MOST_HAPPENINGS = 3


@register.simple_tag
def reports_of(article: Article) -> Reported:
    """The events that `article` reports, as cards and marks."""
    return reported_in(article)


@register.inclusion_tag("events/_cards.html")
def cards(reported: Reported) -> dict[str, Any]:
    """The cards beside the text, each leading to its event and back to its words."""
    return {"cards": reported.cards}


@register.inclusion_tag("events/_marked_text.html")
def marked_text(article: Article, reported: Reported, links: Sequence[CrossLink] = ()) -> dict[str, Any]:
    """The text with the words of each event underlined and numbered, and its cross references as links."""
    layout = laid_out(
        article.text,
        reported.marks,
        paragraphs=article.paragraphs,
        sentences=article.sentences,
        links=[Link(link.start, link.end, link.href) for link in links if link.href],
    )
    html = paragraphs_html(article.text, layout, reported.marks, reported.targets)
    return {"paragraphs": [mark_safe(paragraph) for paragraph in html]}


@register.inclusion_tag("events/_told_elsewhere.html")
def told_elsewhere(article: Article, reported: Reported) -> dict[str, Any]:
    """The other articles that report an event of this one."""
    return {"tellings": partners.told_elsewhere(article, reported)}


@register.inclusion_tag("events/_cited_for.html")
def cited_for(source: NewsSource) -> dict[str, Any]:
    """What kinds of event a source is cited for, each leading to these events."""
    return {"facet": event_list.kinds_said_by(source), "source": source}


@register.simple_tag
def happenings_in(articles: Sequence[Article]) -> dict[int, list[dict[str, Any]]]:
    """For each of several articles the events it reports, shortly: one statement however many there are."""
    return {
        article: [{"event": report.event, "status": said_by_report(report)} for report in reports]
        for article, reports in reported_by_item(articles).items()
    }


@register.inclusion_tag("events/_happenings.html")
def happenings(listed: dict[int, list[dict[str, Any]]], article: Article) -> dict[str, Any]:
    """The first events of one article out of those that `happenings_in` found."""
    found = listed.get(article.pk, [])
    return {"happenings": found[:MOST_HAPPENINGS], "more": max(0, len(found) - MOST_HAPPENINGS), "article": article}
