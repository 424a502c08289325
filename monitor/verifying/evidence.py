"""Promises 1 and 2: confirmed reports rest on sentences, and every span stands on its own words."""

from typing import Any

from articles.models.article import span_models
from articles.models.span import CONTEXT
from monitor.verifying.check import Check, by_query, counting

CORRECT = (
    "Find out from the row's history what wrote it; correct the article's text through the admin, "
    "which moves its spans, or mark the words again."
)


def checks() -> list[Check]:
    return [confirmed_reports(), *(words_of(model) for model in span_models()), fitting(), attributions()]


def confirmed_reports() -> Check:
    return by_query(
        "confirmed_reports_have_a_sentence",
        "Every confirmed report has a sentence that is no orphan.",
        "Mark the sentence that reports the event, or return the report to its coder.",
        rows="SELECT count(*) FROM events_report WHERE review_state = 'confirmed'",
        wrong="""
            SELECT format('report %s of event %s, article %s', r.id, r.event_id, r.article_id),
                'is confirmed and has no sentence as evidence'
            FROM events_report r
            WHERE r.review_state = 'confirmed' AND NOT EXISTS (
                SELECT 1 FROM events_evidence e
                WHERE e.report_id = r.id AND e.kind = 'sentence' AND e.state <> 'orphan'
            ) ORDER BY r.id
        """,
    )


def words_of(model: Any) -> Check:
    """Spans of one table: quote and context are the text's, the version is the one they stand in."""
    table, name = model._meta.db_table, model._meta.model_name
    return by_query(
        f"{name}_stands_on_its_words",
        f"Every {model._meta.verbose_name} that is no orphan quotes the words where it stands.",
        CORRECT,
        rows=counting(table),
        wrong=f"""
            WITH placed AS (
                SELECT s.*, a.text_version AS current,
                    substr(a.text, s.start + 1, s."end" - s.start) AS words,
                    substr(a.text, greatest(s.start - {CONTEXT}, 0) + 1, least(s.start, {CONTEXT})) AS before,
                    substr(a.text, s."end" + 1, {CONTEXT}) AS after,
                    char_length(a.text) AS length
                FROM {table} s JOIN articles_article a ON a.id = s.article_id
            ), judged AS (
                SELECT id, article_id, CASE
                    WHEN state = 'orphan' AND text_version > current THEN
                        format('is of text %s, but the article is at %s', text_version, current)
                    WHEN state = 'orphan' THEN NULL
                    WHEN "end" > length OR words <> quote THEN
                        format('quotes “%s”, but the text reads “%s”', left(quote, 60), left(words, 60))
                    WHEN text_version <> current THEN
                        format('stands in text %s, but the article is at %s', text_version, current)
                    WHEN prefix <> before OR suffix <> after THEN
                        format('keeps “%s … %s” around it, but the text has “%s … %s”', prefix, suffix, before, after)
                END AS what FROM placed
            )
            SELECT format('{name} %s, article %s', id, article_id), what FROM judged WHERE what IS NOT NULL ORDER BY id
        """,
    )


def fitting() -> Check:
    return by_query(
        "evidence_fits_its_report",
        "Evidence lies in its report's article and names a participation and a mention of its own.",
        "Mark the words again in the workbench, or move the evidence to the participation that it is about.",
        rows=counting("events_evidence"),
        wrong="""
            WITH joined AS (
                SELECT e.id, e.report_id, CASE
                    WHEN e.article_id <> r.article_id
                        THEN format('lies in article %s, its report in %s', e.article_id, r.article_id)
                    WHEN p.event_id <> r.event_id THEN format('names participation %s of another event', p.id)
                    WHEN p.report_id <> r.id 
                        THEN format('names participation %s, which another report claims', p.id)
                    WHEN m.article_id <> e.article_id THEN format('names mention %s of another article', m.id)
                    WHEN e.kind = 'place' AND m.kind <> 'place'
                        THEN format('is of a place, but mention %s names none', m.id)
                    WHEN e.kind = 'participant' AND m.kind <> 'actor'
                        THEN format('is of an actor, but mention %s names none', m.id)
                    WHEN e.kind NOT IN ('participant', 'place') AND m.id IS NOT NULL
                        THEN 'names a mention, which its kind does not'
                    WHEN (e.kind = 'participant') <> (p.id IS NOT NULL)
                        THEN 'is of a participant without a participation, or the reverse'
                END AS what
                FROM events_evidence e
                JOIN events_report r ON r.id = e.report_id
                LEFT JOIN events_participation p ON p.id = e.participation_id
                LEFT JOIN events_mention m ON m.id = e.mention_id
            )
            SELECT format('evidence %s, report %s', id, report_id), what FROM joined WHERE what IS NOT NULL ORDER BY id
        """,
    )


def attributions() -> Check:
    return by_query(
        "attribution_cites_in_its_article",
        "A report is attributed to sources that its own article cites.",
        "Delete the attribution and attribute the report to a citation of its article.",
        rows=counting("events_attribution"),
        wrong="""
            SELECT format('attribution %s of report %s', t.id, t.report_id),
                format('cites article %s, the report is of article %s', n.article_id, r.article_id)
            FROM events_attribution t JOIN events_report r ON r.id = t.report_id
            JOIN articles_citedreport c ON c.id = t.cited_report_id
            JOIN articles_citation n ON n.id = c.citation_id
            WHERE n.article_id <> r.article_id ORDER BY t.id
        """,
    )
