"""What search rows of articles say of events: which changes of which rows make an article's row due."""

import pgtrigger

from articles.models import Facet
from articles.models.search import search_triggers

# From rows `c` that know an event to the published articles `a` in which it is confirmed.
TOLD_IN = """
    JOIN events_report r ON r.event_id = c.{event} AND r.review_state = 'confirmed'
    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'
"""
OF_REPORT = f"""
    SELECT a.id FROM {{rows}} c {TOLD_IN.format(event="event_id")} WHERE c.review_state = 'confirmed'
    UNION
    SELECT a.id FROM {{rows}} c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published'
    WHERE c.review_state = 'confirmed'
"""
# What a report claims shows in the other articles on its event only while its own is published.
BESIDE_ARTICLE = f"""
    SELECT a.id FROM {{rows}} p
    JOIN events_report c ON c.article_id = p.id AND c.review_state = 'confirmed' {TOLD_IN.format(event="event_id")}
"""

REPORT = search_triggers(OF_REPORT, ["event_id", "article_id", "review_state"])
EVENT = search_triggers(
    f"SELECT a.id FROM {{rows}} c {TOLD_IN.format(event='id')}", ["type_id", "merged_into_id"], on=["updated"]
)
PARTICIPATION = search_triggers(
    f"SELECT a.id FROM {{rows}} c {TOLD_IN.format(event='event_id')}", ["actor_id", "event_id", "report_id"]
)
ARTICLE = search_triggers(BESIDE_ARTICLE, ["status"], on=["updated"], name="search_due_beside")
EVENT_TYPE = [
    pgtrigger.Trigger(
        name="has_search_term",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=f"""
            INSERT INTO articles_searchterm (facet, name) VALUES ({Facet.EVENT_TYPE.value}, NEW.code)
            ON CONFLICT DO NOTHING;
            RETURN NULL;
        """,
    )
]
