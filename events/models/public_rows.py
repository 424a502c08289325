"""For each kind of row: the statement that says whether the row `q.id` is public, with its key and address.

The same as `public()` of its query set, for one row at a time and in the database; `manage.py verify` compares both.
"""

# States are asked of rows found by their keys. Written so that no index on a state fits: in a fresh archive the planner
# knows nothing, takes "confirmed" for rare and would read all that is, once for every row that it judges.
PUBLISHED = "a.status || '' = 'published'"
CONFIRMED = "r.review_state || '' = 'confirmed'"
ARTICLE = f"articles_article a ON {PUBLISHED} AND a.id"


def stands(row: str) -> str:
    return f"coalesce({row}.merged_into_id, 0) = 0"


TOLD = f"""EXISTS (
    SELECT 1 FROM events_report r JOIN {ARTICLE} = r.article_id WHERE r.event_id = {{event}} AND {CONFIRMED}
)"""
PUBLIC_REPORT = f"""
    SELECT r.id FROM events_report r JOIN {ARTICLE} = r.article_id
    JOIN events_event e ON e.id = r.event_id AND {stands("e")} WHERE {CONFIRMED}
"""
ACTOR = f"""EXISTS (
    SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id AND {stands("e")}
    JOIN events_report r ON r.event_id = e.id AND r.id = coalesce(p.report_id, r.id) AND {CONFIRMED}
    JOIN {ARTICLE} = r.article_id WHERE p.actor_id = {{actor}}
)"""
# Beside OR a scalar subquery, where EXISTS would read the whole table.
PLACE = f"""EXISTS (
    SELECT 1 FROM events_place d WHERE (d.id = {{place}} OR d.ancestors @> ARRAY[{{place}}])
    AND (
        (
            SELECT h.id FROM events_event h
            WHERE h.place_id = d.id AND {stands("h")} AND {TOLD.format(event="h.id")} LIMIT 1
        ) IS NOT NULL OR ({PUBLIC_REPORT} AND r.claimed_place_id = d.id LIMIT 1) IS NOT NULL
    )
)"""
ISSUE_PATH = "format('/publications/%s/%s/%s/', p.slug, i.volume, i.number)"


def span(table: str) -> str:
    return f"""
        SELECT s.id::text AS key, '' AS path FROM {table} s JOIN {ARTICLE} = s.article_id
        WHERE s.id = q.id AND s.state <> 'orphan'
    """


PUBLIC = {
    "articles": f"""
        SELECT a.id::text AS key, {ISSUE_PATH} || a.position || '/' AS path
        FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id
        JOIN articles_publication p ON p.id = i.publication_id
        WHERE a.id = q.id AND {PUBLISHED}
    """,
    "issues": f"""
        SELECT i.id::text AS key, {ISSUE_PATH} AS path
        FROM articles_issue i JOIN articles_publication p ON p.id = i.publication_id
        WHERE i.id = q.id
        AND EXISTS (SELECT 1 FROM articles_article a WHERE a.issue_id = i.id AND {PUBLISHED})
    """,
    "publications": f"""
        SELECT o.slug AS key, format('/publications/%s/', o.slug) AS path FROM articles_publication o
        WHERE o.id = q.id AND EXISTS (
            SELECT 1 FROM articles_issue i JOIN articles_article a ON a.issue_id = i.id AND {PUBLISHED}
            WHERE i.publication_id = o.id
        )
    """,
    "citations": span("articles_citation"),
    "sources": f"""
        SELECT n.slug AS key, format('/sources/%s/', n.slug) AS path FROM articles_newssource n
        WHERE n.id = q.id AND {stands("n")} AND EXISTS (
            SELECT 1 FROM articles_newssource m JOIN articles_citedreport r ON r.news_source_id = m.id
            JOIN articles_citation c ON c.id = r.citation_id AND c.state <> 'orphan'
            JOIN {ARTICLE} = c.article_id WHERE m.id = n.id OR m.merged_into_id = n.id
        )
    """,
    "cross-references": span("articles_crossreference"),
    "reports": f"SELECT r.id::text AS key, '' AS path FROM ({PUBLIC_REPORT} AND r.id = q.id) r",
    "events": f"""
        SELECT n.name AS key, format('/events/%s/', n.name) AS path
        FROM events_event h, LATERAL (SELECT 'E' || lpad(h.id::text, greatest(6, length(h.id::text)), '0') AS name) n
        WHERE h.id = q.id AND {stands("h")} AND {TOLD.format(event="h.id")}
    """,
    "places": f"""
        SELECT o.slug AS key, format('/places/%s/', o.slug) AS path FROM events_place o
        WHERE o.id = q.id AND {stands("o")} AND {PLACE.format(place="o.id")}
    """,
    "actors": f"""
        SELECT o.slug AS key, format('/actors/%s/', o.slug) AS path FROM events_actor o
        WHERE o.id = q.id AND {stands("o")} AND {ACTOR.format(actor="o.id")}
    """,
    "mentions": f"""
        SELECT s.id::text AS key, '' AS path FROM events_mention s JOIN {ARTICLE} = s.article_id
        LEFT JOIN events_actor o ON o.id = s.actor_id LEFT JOIN events_place w ON w.id = s.place_id
        WHERE s.id = q.id AND s.state <> 'orphan' AND CASE
            WHEN o.id IS NOT NULL THEN {stands("o")} AND {ACTOR.format(actor="o.id")}
            ELSE {stands("w")} AND {PLACE.format(place="w.id")}
        END
    """,
}
CODES = {  # always public; table and column of the code
    "event-types": ("events_eventtype", "code"),
    "modes": ("events_mode", "key"),
    "contexts": ("events_context", "code"),
    "releases": ("events_release", "version"),
}
