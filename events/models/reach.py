"""Which rows show others: where one becomes public, or changes its name, others change or may become public with it.

`{ids}` are the rows of the kind that the judgement found to be so. What leads over a hidden row is no link: nothing
may be told of a public row because a hidden one changed.
"""

from dataclasses import dataclass

from articles.models.public_change import Touch
from events.models.public_rows import PUBLIC_REPORT, PUBLISHED

FLIPPED, NAMED, TOUCHED = "flipped", "named", "touched"


@dataclass(frozen=True)
class Reach:
    """From rows of the judgement's `cause` to rows of the kind `to`: those that `rows` selects as `id`."""

    cause: str
    to: str
    how: Touch
    rows: str


def whole(cause: str, to: str, how: Touch, table: str, key: str, by: str) -> Reach:
    return Reach(cause, to, how, f"SELECT {key} AS id FROM {table} WHERE {by} = ANY({{ids}})")


# An event's own participations, and the claims of its public reports.
SHOWN_PART = f"""
    SELECT p.event_id AS id FROM events_participation p WHERE p.actor_id = ANY({{ids}})
    AND (p.report_id IS NULL OR ({PUBLIC_REPORT} AND r.id = p.report_id) IS NOT NULL)
"""
ATTRIBUTED = """
    SELECT t.report_id AS id FROM articles_citedreport c JOIN events_attribution t ON t.cited_report_id = c.id
    WHERE c.citation_id = ANY({ids})
"""
IN_PUBLICATION = """
    SELECT {key} AS id FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND {published}
    {more} WHERE i.publication_id = ANY({{ids}})
"""


def of_publication(to: str, key: str, table: str = "") -> Reach:
    more = f"JOIN {table} s ON s.article_id = a.id" if table else ""
    return Reach(NAMED, to, Touch.CHANGED, IN_PUBLICATION.format(key=key, more=more, published=PUBLISHED))


REACH: dict[str, list[Reach]] = {
    "articles": [
        whole(FLIPPED, "issues", Touch.MAYBE, "articles_article", "issue_id", "id"),
        whole(FLIPPED, "citations", Touch.MAYBE, "articles_citation", "id", "article_id"),
        whole(FLIPPED, "cross-references", Touch.MAYBE, "articles_crossreference", "id", "article_id"),
        whole(FLIPPED, "cross-references", Touch.CHANGED, "articles_crossreference", "id", "target_article_id"),
        whole(FLIPPED, "reports", Touch.MAYBE, "events_report", "id", "article_id"),
        whole(FLIPPED, "mentions", Touch.MAYBE, "events_mention", "id", "article_id"),
    ],
    "issues": [
        whole(FLIPPED, "publications", Touch.MAYBE, "articles_issue", "publication_id", "id"),
        whole(FLIPPED, "cross-references", Touch.CHANGED, "articles_crossreference", "id", "target_issue_id"),
        whole(NAMED, "articles", Touch.CHANGED, "articles_article", "id", "issue_id"),
    ],
    "publications": [  # what of the words may leave the article's page
        of_publication("articles", "a.id"),
        of_publication("citations", "s.id", "articles_citation"),
        of_publication("cross-references", "s.id", "articles_crossreference"),
        of_publication("reports", "s.id", "events_report"),
        of_publication("mentions", "s.id", "events_mention"),
    ],
    "citations": [
        whole(FLIPPED, "sources", Touch.MAYBE, "articles_citedreport", "news_source_id", "citation_id"),
        Reach(TOUCHED, "reports", Touch.CHANGED, ATTRIBUTED),
    ],
    "sources": [
        whole(NAMED, "citations", Touch.CHANGED, "articles_citedreport", "citation_id", "news_source_id"),
    ],
    "cross-references": [],
    "reports": [
        whole(FLIPPED, "events", Touch.CHANGED, "events_report", "event_id", "id"),
        whole(FLIPPED, "articles", Touch.CHANGED, "events_report", "article_id", "id"),
        whole(FLIPPED, "actors", Touch.MAYBE, "events_participation", "actor_id", "report_id"),
        whole(FLIPPED, "places", Touch.MAYBE, "events_report", "claimed_place_id", "id"),
    ],
    "events": [
        whole(FLIPPED, "actors", Touch.MAYBE, "events_participation", "actor_id", "event_id"),
        whole(FLIPPED, "places", Touch.MAYBE, "events_event", "place_id", "id"),
        whole(FLIPPED, "events", Touch.CHANGED, "events_eventrelation", "source_id", "target_id"),
        whole(NAMED, "reports", Touch.CHANGED, "events_report", "id", "event_id"),
    ],
    "places": [
        whole(FLIPPED, "mentions", Touch.MAYBE, "events_mention", "id", "place_id"),
        whole(NAMED, "mentions", Touch.CHANGED, "events_mention", "id", "place_id"),
        whole(NAMED, "places", Touch.CHANGED, "events_place", "id", "parent_id"),
        whole(NAMED, "events", Touch.CHANGED, "events_event", "id", "place_id"),
        whole(NAMED, "reports", Touch.CHANGED, "events_report", "id", "claimed_place_id"),
    ],
    "actors": [
        whole(FLIPPED, "mentions", Touch.MAYBE, "events_mention", "id", "actor_id"),
        whole(FLIPPED, "actors", Touch.NAMED, "events_affiliation", "person_id", "organisation_id"),
        whole(FLIPPED, "places", Touch.CHANGED, "events_placeclaim", "place_id", "state_id"),
        whole(NAMED, "mentions", Touch.CHANGED, "events_mention", "id", "actor_id"),
        whole(NAMED, "actors", Touch.NAMED, "events_affiliation", "person_id", "organisation_id"),
        whole(NAMED, "places", Touch.CHANGED, "events_placeclaim", "place_id", "state_id"),
        whole(NAMED, "reports", Touch.CHANGED, "events_participation", "report_id", "actor_id"),
        Reach(NAMED, "events", Touch.CHANGED, SHOWN_PART),
    ],
    "mentions": [],
}
# Rows that stand or fall with those of their kind that were touched.
WITH_THEM = {
    "places": "SELECT unnest(o.ancestors) FROM events_place o WHERE o.id = asked.id",
    "sources": "SELECT o.merged_into_id FROM articles_newssource o WHERE o.id = asked.id AND o.merged_into_id > 0",
}
