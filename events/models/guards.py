"""Rules over several tables of events, as the bodies of triggers; `{…}` names the rows that a trigger asks about."""

from articles.models.guards import refuse

# A confirmed report has at least one sentence span that is not an orphan (promise 1).
HAS_SENTENCE = f"""
    IF EXISTS (SELECT 1 FROM events_report r WHERE r.id = {{report}} AND r.review_state = 'confirmed')
        AND NOT EXISTS (
            SELECT 1 FROM events_evidence e
            WHERE e.report_id = {{report}} AND e.kind = 'sentence' AND e.state <> 'orphan'
        )
    THEN {refuse("report_confirmed_has_sentence", "Confirmed report % has no sentence as evidence.", "{report}")}
    END IF;
    RETURN NULL;
"""

# Evidence that names a participation names one of its report's event; a mention fits the kind of evidence.
EVIDENCE_FITS = f"""
    IF EXISTS (
        SELECT 1 FROM events_evidence e
        JOIN events_report r ON r.id = e.report_id
        LEFT JOIN events_participation p ON p.id = e.participation_id
        LEFT JOIN events_mention m ON m.id = e.mention_id
        WHERE {{condition}} AND (
            p.event_id <> r.event_id OR p.report_id <> r.id
            OR (e.kind = 'place' AND m.kind <> 'place') OR (e.kind = 'participant' AND m.kind <> 'actor')
        )
    ) THEN {refuse("evidence_fits_its_report", "Evidence % names a participation or mention that is not its own.")}
    END IF;
    RETURN NULL;
"""

# An actor has only roles that are legal for the type of the event, or the type that the report claims.
ROLES_ARE_LEGAL = f"""
    IF EXISTS (
        SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id
        LEFT JOIN events_report r ON r.id = p.report_id
        JOIN events_eventtype t ON t.code = coalesce(r.claimed_type_id, e.type_id)
        WHERE {{condition}} AND p.role <> ALL (t.roles)
    ) THEN {refuse("participation_role_is_legal", "A role of row % is not legal for the type of the event.")}
    END IF;
    RETURN NULL;
"""

# An article that is part of another one reports nothing itself: what it said stands there.
REPORTS_STANDING = f"""
    PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE;
    IF EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.article_id AND joined_to_id IS NOT NULL)
    THEN {refuse("report_article_stands", "The article of report % is part of another one.")}
    END IF;
    RETURN NEW;
"""
JOINED_REPORTS_NOTHING = f"""
    IF EXISTS (SELECT 1 FROM events_report r WHERE r.article_id = NEW.id)
    THEN {refuse("article_joined_reports_nothing", "Article % has reports and cannot be joined.")}
    END IF;
    RETURN NULL;
"""
