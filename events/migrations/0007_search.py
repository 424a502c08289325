import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from articles.migrations._together import Together

# What public reports in an article say: the types of their events, and all who take part in those as the public sees it.
SAID = """
CREATE OR REPLACE FUNCTION search_said(ids bigint[]) RETURNS TABLE (article_id bigint, key int)
LANGUAGE sql STABLE AS $$
    WITH told AS (
        SELECT r.article_id, r.event_id, e.type_id FROM events_report r JOIN events_event e ON e.id = r.event_id
        WHERE r.article_id = ANY (ids) AND r.review_state = 'confirmed' AND e.merged_into_id IS NULL
    )
    SELECT told.article_id, (5 << 26) + t.id::int
    FROM told JOIN articles_searchterm t ON t.facet = 5 AND t.name = told.type_id
    UNION
    SELECT told.article_id, (6 << 26) + p.actor_id::int FROM told JOIN events_participation p USING (event_id)
    WHERE p.report_id IS NULL OR EXISTS (
        SELECT 1 FROM events_report c JOIN articles_article a ON a.id = c.article_id
        WHERE c.id = p.report_id AND c.review_state = 'confirmed' AND a.status = 'published'
    )
$$;
"""
NOTHING_SAID = """
CREATE OR REPLACE FUNCTION search_said(ids bigint[]) RETURNS TABLE (article_id bigint, key int)
LANGUAGE sql STABLE AS $$ SELECT NULL::bigint, NULL::int WHERE false $$;
"""

SOURCES = """
    SELECT 'articles.newssource', id, name FROM articles_newssource
    UNION ALL SELECT 'articles.newssource', s.id, a FROM articles_newssource s, unnest(s.aliases) a
"""
NAMES = """
    UNION ALL SELECT 'events.actor', id, name FROM events_actor
    UNION ALL SELECT 'events.actor', actor_id, name FROM events_actorname
    UNION ALL SELECT 'events.place', id, name FROM events_place
    UNION ALL SELECT 'events.place', place_id, name FROM events_placename
"""
SPELLINGS = """
CREATE OR REPLACE FUNCTION search_spellings() RETURNS TABLE (kind text, owner bigint, name text)
LANGUAGE sql STABLE AS $$ {} $$;
"""

# What an archive has already; its rows are written when this transaction ends.
FILL = """
INSERT INTO articles_searchterm (facet, name) SELECT 5, code FROM events_eventtype ON CONFLICT DO NOTHING;
INSERT INTO articles_searchvariant (kind, owner, key, spelling) SELECT * FROM search_variants_anew() ON CONFLICT DO NOTHING;
INSERT INTO articles_searchdue (article_id, words) SELECT id, true FROM articles_article WHERE status = 'published';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_search"),
        ("events", "0006_note_what_is_public"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_variants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                PERFORM search_spell('events.actor', o.id)\n                FROM (VALUES (OLD.id), (NEW.id)) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;\n                RETURN NULL;\n            ",
                            hash="58fd0d10a6d5119341fa2ab52493fd0f13e28519",
                            operation='INSERT OR DELETE OR UPDATE OF "name"',
                            pgid="pgtrigger_search_variants_7c850",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_variants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                PERFORM search_spell('events.actor', o.id)\n                FROM (VALUES (OLD.actor_id), (NEW.actor_id)) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;\n                RETURN NULL;\n            ",
                            hash="ae51a5892cc6f2687581cfa18f23f37a63af2d4e",
                            operation='INSERT OR DELETE OR UPDATE OF "name", "actor_id"',
                            pgid="pgtrigger_search_variants_9c173",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="articletoannotate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_beside_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.status) IS DISTINCT FROM ROW(NEW.status) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (\n    SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) p\n    JOIN events_report c ON c.article_id = p.id AND c.review_state = 'confirmed' \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="8d7f633163c5b4e831675b2bb9cfbf7345f93b27",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_search_due_beside_updated_f95da",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.type_id, OLD.merged_into_id) IS DISTINCT FROM ROW(NEW.type_id, NEW.merged_into_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c \n    JOIN events_report r ON r.event_id = c.id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="ca382cbad726012990c1a705dc6fc5e369017883",
                            operation='UPDATE OF "type_id", "merged_into_id"',
                            pgid="pgtrigger_search_due_updated_52a11",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="has_search_term",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            INSERT INTO articles_searchterm (facet, name) VALUES (5, NEW.code)\n            ON CONFLICT DO NOTHING;\n            RETURN NULL;\n        ",
                            hash="49fbffd20e0fa39cea13f221268b2d97dafd8dcb",
                            operation="INSERT",
                            pgid="pgtrigger_has_search_term_f8428",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_inserted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM changed_rows c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n) due (id);\n     RETURN NULL;",
                            hash="f08458aba687e15ac5e6ca94bcf09e63942fb002",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_search_due_inserted_4abf5",
                            referencing="REFERENCING NEW TABLE AS changed_rows ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.actor_id, OLD.event_id, OLD.report_id) IS DISTINCT FROM ROW(NEW.actor_id, NEW.event_id, NEW.report_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="3b0d03349ce47bdd5dd13ffa7aff98c0d7f4ca0e",
                            operation='UPDATE OF "actor_id", "event_id", "report_id"',
                            pgid="pgtrigger_search_due_updated_93bce",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM changed_rows c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n) due (id);\n     RETURN NULL;",
                            hash="481890e75b7909cd332d4a4845ef4ff5bd182d23",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_search_due_deleted_9fafe",
                            referencing="REFERENCING OLD TABLE AS changed_rows ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_variants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                PERFORM search_spell('events.place', o.id)\n                FROM (VALUES (OLD.id), (NEW.id)) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;\n                RETURN NULL;\n            ",
                            hash="1761c4b91e21e9c38d0d199964f806e3b79ec134",
                            operation='INSERT OR DELETE OR UPDATE OF "name"',
                            pgid="pgtrigger_search_variants_a0f64",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_variants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                PERFORM search_spell('events.place', o.id)\n                FROM (VALUES (OLD.place_id), (NEW.place_id)) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;\n                RETURN NULL;\n            ",
                            hash="e1761b24682524303b817bcca1020fd741ce256f",
                            operation='INSERT OR DELETE OR UPDATE OF "name", "place_id"',
                            pgid="pgtrigger_search_variants_4479a",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_inserted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (\n    SELECT a.id FROM changed_rows c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n WHERE c.review_state = 'confirmed'\n    UNION\n    SELECT a.id FROM changed_rows c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published'\n    WHERE c.review_state = 'confirmed'\n) due (id);\n     RETURN NULL;",
                            hash="7e8fc76f6a22f0b3fd13a9fbf8ba62819384c216",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_search_due_inserted_f6f2e",
                            referencing="REFERENCING NEW TABLE AS changed_rows ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.event_id, OLD.article_id, OLD.review_state) IS DISTINCT FROM ROW(NEW.event_id, NEW.article_id, NEW.review_state) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (\n    SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n WHERE c.review_state = 'confirmed'\n    UNION\n    SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published'\n    WHERE c.review_state = 'confirmed'\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="41783859d55d7040ae303c61c8ae788028edc302",
                            operation='UPDATE OF "event_id", "article_id", "review_state"',
                            pgid="pgtrigger_search_due_updated_15d0e",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (\n    SELECT a.id FROM changed_rows c \n    JOIN events_report r ON r.event_id = c.event_id AND r.review_state = 'confirmed'\n    JOIN articles_article a ON a.id = r.article_id AND a.status = 'published'\n WHERE c.review_state = 'confirmed'\n    UNION\n    SELECT a.id FROM changed_rows c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published'\n    WHERE c.review_state = 'confirmed'\n) due (id);\n     RETURN NULL;",
                            hash="616f27eb4f3bf913c9a5ba267347653edb8c9ce2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_search_due_deleted_42d79",
                            referencing="REFERENCING OLD TABLE AS changed_rows ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunSQL(
            [SAID, SPELLINGS.format(SOURCES + NAMES)], reverse_sql=[NOTHING_SAID, SPELLINGS.format(SOURCES)]
        ),
        migrations.RunSQL(FILL, reverse_sql=migrations.RunSQL.noop),
    ]
