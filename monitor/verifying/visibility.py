"""Promise 4: what `public()` gives is what the design calls public, worked out here once more and by other means."""

from typing import Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connection

from monitor.verifying.check import SHOWN, Breach, Check, Finding

REASONS = """
    shown_article AS (SELECT id, issue_id, text_version FROM articles_article WHERE status = 'published'),
    shown_issue AS (
        SELECT DISTINCT i.id, i.publication_id FROM articles_issue i JOIN shown_article a ON a.issue_id = i.id
    ),
    shown_citation AS (
        SELECT c.id FROM articles_citation c JOIN shown_article a ON a.id = c.article_id WHERE c.state <> 'orphan'
    ),
    shown_cited AS (
        SELECT r.id, r.news_source_id FROM articles_citedreport r JOIN shown_citation c ON c.id = r.citation_id
    ),
    shown_report AS (
        SELECT r.id, r.event_id, r.claimed_place_id FROM events_report r
        JOIN shown_article a ON a.id = r.article_id JOIN events_event e ON e.id = r.event_id
        WHERE r.review_state = 'confirmed' AND e.merged_into_id IS NULL
    ),
    shown_event AS (
        SELECT id, place_id FROM events_event WHERE id IN (SELECT event_id FROM shown_report) AND merged_into_id IS NULL
    ),
    shown_part AS (
        SELECT p.id, p.actor_id FROM events_participation p JOIN shown_event e ON e.id = p.event_id
        WHERE p.report_id IS NULL
        UNION SELECT p.id, p.actor_id FROM events_participation p JOIN shown_report r ON r.id = p.report_id
    ),
    shown_actor AS (
        SELECT id FROM events_actor WHERE id IN (SELECT actor_id FROM shown_part) AND merged_into_id IS NULL
    ),
    reached_place AS (
        SELECT id, parent_id FROM events_place WHERE id IN (SELECT place_id FROM shown_event)
        OR id IN (SELECT claimed_place_id FROM shown_report)
        UNION SELECT p.id, p.parent_id FROM events_place p JOIN reached_place r ON p.id = r.parent_id
    ),
    shown_place AS (SELECT p.id FROM events_place p JOIN reached_place r USING (id) WHERE p.merged_into_id IS NULL)
"""

NOTHING = "SELECT 0 WHERE false"
SHOWN_SOURCES = (
    "SELECT s.id FROM articles_newssource s JOIN shown_cited c ON c.news_source_id = s.id "
    "WHERE s.merged_into_id IS NULL"
)
PUBLIC = {  # for each table the statement that selects what of it is public
    "Article": "SELECT id FROM shown_article",
    "Issue": "SELECT id FROM shown_issue",
    "Publication": "SELECT publication_id FROM shown_issue",
    "TextVersion": "SELECT v.id FROM articles_textversion v JOIN shown_article a "
    "ON a.id = v.article_id AND a.text_version = v.number",
    "SourceUrl": "SELECT u.id FROM articles_sourceurl u JOIN shown_article a ON a.id = u.article_id",
    "Citation": "SELECT id FROM shown_citation",
    "CitedReport": "SELECT id FROM shown_cited",
    "NewsSource": SHOWN_SOURCES,
    "CrossReference": "SELECT x.id FROM articles_crossreference x JOIN shown_article a ON a.id = x.article_id "
    "WHERE x.state <> 'orphan'",
    "Report": "SELECT id FROM shown_report",
    "Event": "SELECT id FROM shown_event",
    "EventContext": "SELECT c.id FROM events_eventcontext c JOIN shown_event e ON e.id = c.event_id",
    "EventRelation": "SELECT r.id FROM events_eventrelation r JOIN shown_event s ON s.id = r.source_id "
    "JOIN shown_event t ON t.id = r.target_id",
    "Participation": "SELECT id FROM shown_part",
    "Evidence": "SELECT e.id FROM events_evidence e JOIN shown_report r ON r.id = e.report_id "
    "WHERE e.state <> 'orphan'",
    "Attribution": "SELECT t.id FROM events_attribution t JOIN shown_report r ON r.id = t.report_id",
    "Mention": "SELECT m.id FROM events_mention m JOIN shown_article a ON a.id = m.article_id "
    "WHERE m.state <> 'orphan' "
    "AND (m.actor_id IN (SELECT id FROM shown_actor) OR m.place_id IN (SELECT id FROM shown_place))",
    "Actor": "SELECT id FROM shown_actor",
    "ActorName": "SELECT n.id FROM events_actorname n JOIN shown_actor a ON a.id = n.actor_id",
    "Affiliation": "SELECT f.id FROM events_affiliation f JOIN shown_actor p ON p.id = f.person_id "
    "JOIN shown_actor o ON o.id = f.organisation_id",
    "Place": "SELECT id FROM shown_place",
    "PlaceName": "SELECT n.id FROM events_placename n JOIN shown_place p ON p.id = n.place_id",
    "PlaceClaim": "SELECT c.id FROM events_placeclaim c JOIN shown_place p ON p.id = c.place_id "
    "JOIN shown_actor s ON s.id = c.state_id",
    "MergeRecord": NOTHING,
    "ApiToken": NOTHING,
    "RequestKey": NOTHING,
    "PublicTouch": NOTHING,
    "SearchVariant": f"""
        SELECT v.id FROM articles_searchvariant v JOIN (
            SELECT 'events.actor' AS kind, id FROM shown_actor
            UNION ALL SELECT 'events.place', id FROM shown_place
            UNION ALL SELECT 'articles.newssource', s.id FROM ({SHOWN_SOURCES}) s
        ) owner ON owner.kind = v.kind AND owner.id = v.owner
    """,
    "AnnotationTask": NOTHING,
    "ImportFile": NOTHING,
    "ImportPiece": NOTHING,
    "ImportProblem": NOTHING,
    "ImportRun": NOTHING,
    "PublishedSet": NOTHING,
    "SavedList": NOTHING,
    "SearchTerm": NOTHING,
    "SearchWord": NOTHING,
    "SuggestionDecision": NOTHING,
}
# Of these every row may be seen, or there is none outside a transaction; `search` checks which search rows there are.
ALWAYS_PUBLIC = frozenset(
    {"EventType", "Mode", "Context", "OldAddress", "PublicChange", "PublicCounter", "PublicRevision", "Release"}
    | {"SearchRow", "SearchDue"}
)


def checks() -> list[Check]:
    return [_of(model) for model in judged_models() if model.__name__ in PUBLIC]


def judged_models() -> list[Any]:
    """Every table that has a public part."""
    models = (m for app in ("articles", "events") for m in apps.get_app_config(app).get_models() if not m._meta.proxy)
    return [m for m in models if hasattr(m._default_manager, "public") and m.__name__ not in ALWAYS_PUBLIC]


def _of(model: Any) -> Check:
    name = model._meta.model_name
    return Check(
        f"{name}_shows_what_is_public",
        f"Every {model._meta.verbose_name} that the site shows is public by the rules, and every public one is shown.",
        "Report this as a fault of the site with the row named: its query set and the rules disagree. "
        "Until it is mended, withdraw the article that the row belongs to.",
        lambda: _compare(model, PUBLIC[model.__name__]),
    )


def _compare(model: Any, reason: str) -> Finding:
    shown, parameters = _shown(model)
    judged = reason.replace("%", "%%")
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH RECURSIVE {REASONS}, shown (id) AS ({shown}), public (id) AS ({judged}), wrong AS (
                SELECT id, 'is shown and is not public' AS what FROM (TABLE shown EXCEPT TABLE public) leaked
                UNION ALL
                SELECT id, 'is public and is not shown' FROM (TABLE public EXCEPT TABLE shown) missing
            )
            SELECT (SELECT count(*) FROM shown), (SELECT count(*) FROM wrong), id, what
            FROM (SELECT 1) one LEFT JOIN (SELECT * FROM wrong ORDER BY what DESC, id LIMIT {SHOWN}) first ON true
            """,
            parameters,
        )
        found = cursor.fetchall()
    breaches = (Breach(f"{model._meta.model_name} {pk}", what) for _, _, pk, what in found if what)
    return Finding(found[0][0], found[0][1], tuple(breaches))


def _shown(model: Any) -> tuple[str, tuple[Any, ...]]:
    """The statement behind `public()`."""
    try:
        statement, parameters = model._default_manager.public().order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return NOTHING, ()
    return statement, parameters
