import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from articles.migrations._together import Together

# Letters with points between them are one word (U.S. is US); what the parser would take for a path, an address of the
# web, a tag, an entity or a negative number comes apart.
FOLD = r"""
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT translate(regexp_replace(regexp_replace(regexp_replace(words,
        '\m([[:alpha:]])\.(?=[[:alpha:]](\.|\M))', '\1', 'g'),
        '([[:lower:]])\.([[:upper:]])', '\1 \2', 'g'),
        '-([[:digit:]])', ' \1', 'g'),
        '/<>&', '    ')
$$;
CREATE FUNCTION search_key(words text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE STRICT AS $$
    SELECT left(trim(regexp_replace(lower(unaccent(search_fold(words))), '[^[:alnum:]]+', ' ', 'g')), 200)
$$;
"""

# What an article is counted under for what is said of it. `events` replaces the second function.
FACETS = """
CREATE FUNCTION search_cited(ids bigint[]) RETURNS TABLE (article_id bigint, key int) LANGUAGE sql STABLE AS $$
    SELECT c.article_id, (4 << 26) + coalesce(s.merged_into_id, s.id)::int
    FROM articles_citation c JOIN articles_citedreport r ON r.citation_id = c.id
    JOIN articles_newssource s ON s.id = r.news_source_id
    WHERE c.article_id = ANY (ids) AND c.state <> 'orphan'
$$;
CREATE FUNCTION search_said(ids bigint[]) RETURNS TABLE (article_id bigint, key int) LANGUAGE sql STABLE AS $$
    SELECT NULL::bigint, NULL::int WHERE false
$$;
CREATE FUNCTION search_facets_anew(ids bigint[]) RETURNS TABLE (article_id bigint, date date, facets int[])
LANGUAGE sql STABLE AS $$
    SELECT a.id, coalesce(i.date_upper, i.date_lower, '0001-01-01'), ARRAY[
        (1 << 26) + coalesce(extract(year FROM coalesce(i.date_upper, i.date_lower))::int, 0),
        (2 << 26) + i.publication_id::int,
        (3 << 26) + coalesce(t.id, 0)::int
    ] || coalesce(k.keys, '{}')
    FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id
    LEFT JOIN articles_searchterm t ON t.facet = 3 AND t.name = a.section AND a.section <> ''
    LEFT JOIN (
        SELECT u.article_id, (array_agg(u.key ORDER BY u.key))[:900] AS keys
        FROM (SELECT * FROM search_cited(ids) UNION SELECT * FROM search_said(ids)) u GROUP BY u.article_id
    ) k ON k.article_id = a.id
    WHERE a.id = ANY (ids) AND a.status = 'published'
$$;
"""

# The whole row: title and the first 300 characters as head, so that it stays within its page; title and text.
ROWS = r"""
CREATE FUNCTION search_rows_anew(ids bigint[])
RETURNS TABLE (article_id bigint, date date, facets int[], head tsvector, search tsvector) LANGUAGE sql STABLE AS $$
    SELECT f.article_id, f.date, f.facets,
        setweight(to_tsvector('monitor_en', search_fold(left(a.title, 300))), 'A')
        || setweight(to_tsvector('monitor_en', search_fold(regexp_replace(left(a.text, 300), '\S+$', ''))), 'B'),
        setweight(to_tsvector('monitor_en', search_fold(a.title)), 'A')
        || setweight(to_tsvector('monitor_en', search_fold(a.text)), 'B')
    FROM search_facets_anew(ids) f JOIN articles_article a ON a.id = f.article_id
$$;
"""

# Whoever writes a row first takes a lock of it: what it says is read after another change of the article has ended.
# What is equal is not written, and where only facets differ, no index is touched. Every statement goes by keys: a plan
# made once serves one article and a thousand.
WRITE = """
CREATE FUNCTION search_write(whole bigint[], counted bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    PERFORM pg_advisory_xact_lock('articles_searchrow'::regclass::int, s.bucket)
    FROM (SELECT DISTINCT (id % 1024)::int AS bucket FROM unnest(whole || counted) id ORDER BY 1) s;
    INSERT INTO articles_searchterm (facet, name)
    SELECT DISTINCT 3, section FROM articles_article
    WHERE id = ANY (whole) AND status = 'published' AND section <> ''
    AND NOT EXISTS (SELECT 1 FROM articles_searchterm t WHERE t.facet = 3 AND t.name = section)
    ORDER BY section ON CONFLICT DO NOTHING;
    INSERT INTO articles_searchword (word)
    SELECT w.lexeme FROM (
        SELECT DISTINCT n.lexeme FROM articles_article a, unnest(to_tsvector('simple', a.title || ' ' || a.text)) n
        WHERE a.id = ANY (whole) AND a.status = 'published'
    ) w
    WHERE w.lexeme ~ '^[[:alpha:]]{4,40}$' AND NOT EXISTS (SELECT 1 FROM articles_searchword k WHERE k.word = w.lexeme);
    DELETE FROM articles_searchrow s WHERE s.article_id = ANY (whole || counted)
    AND NOT EXISTS (SELECT 1 FROM articles_article a WHERE a.id = s.article_id AND a.status = 'published');
    INSERT INTO articles_searchrow AS s (article_id, date, facets, head, search)
    SELECT * FROM search_rows_anew(whole)
    ON CONFLICT (article_id) DO UPDATE SET date = excluded.date, facets = excluded.facets,
        head = CASE WHEN s.head = excluded.head THEN s.head ELSE excluded.head END,
        search = CASE WHEN s.search = excluded.search THEN s.search ELSE excluded.search END
    WHERE (s.date, s.facets, s.head, s.search)
        IS DISTINCT FROM (excluded.date, excluded.facets, excluded.head, excluded.search);
    UPDATE articles_searchrow s SET date = f.date, facets = f.facets FROM search_facets_anew(counted) f
    WHERE s.article_id = f.article_id AND (s.date, s.facets) IS DISTINCT FROM (f.date, f.facets);
END $$;
CREATE FUNCTION search_write_due(due bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    whole bigint[];
    counted bigint[];
BEGIN
    IF NOT EXISTS (SELECT 1 FROM articles_searchdue WHERE id = due) THEN
        RETURN;  -- the first of the transaction wrote all that were due
    END IF;
    WITH gone AS (DELETE FROM articles_searchdue RETURNING article_id, words),
    named AS (SELECT article_id, bool_or(words) AS words FROM gone GROUP BY article_id)
    SELECT coalesce(array_agg(article_id) FILTER (WHERE words), '{}'),
        coalesce(array_agg(article_id) FILTER (WHERE NOT words), '{}')
    INTO whole, counted FROM named;
    PERFORM search_write(whole, counted);
END $$;
"""

# The names of everything that has some. `events` replaces the first function with one that knows more.
SPELLINGS = """
CREATE FUNCTION search_spellings() RETURNS TABLE (kind text, owner bigint, name text) LANGUAGE sql STABLE AS $$
    SELECT 'articles.newssource', id, name FROM articles_newssource
    UNION ALL SELECT 'articles.newssource', s.id, a FROM articles_newssource s, unnest(s.aliases) a
$$;
CREATE FUNCTION search_variants_anew() RETURNS TABLE (kind text, owner bigint, key text, spelling text)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (s.kind, s.owner, search_key(s.name)) s.kind, s.owner, search_key(s.name), s.name
    FROM search_spellings() s WHERE search_key(s.name) <> '' ORDER BY 1, 2, 3, 4
$$;
CREATE FUNCTION search_spell(a_kind text, an_owner bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchvariant v WHERE v.kind = a_kind AND v.owner = an_owner;
    INSERT INTO articles_searchvariant (kind, owner, key, spelling)
    SELECT DISTINCT ON (search_key(s.name)) s.kind, s.owner, search_key(s.name), s.name FROM search_spellings() s
    WHERE s.kind = a_kind AND s.owner = an_owner AND search_key(s.name) <> '' ORDER BY search_key(s.name), s.name
    ON CONFLICT DO NOTHING;
END $$;
"""

STORAGE = """
ALTER TABLE articles_searchrow SET (toast_tuple_target = 128, fillfactor = 85);
ALTER TABLE articles_searchrow ALTER search SET STORAGE EXTERNAL, ALTER head SET STORAGE PLAIN,
    ALTER facets SET STORAGE PLAIN;
"""

FUNCTIONS = (
    "search_spell(text, bigint)",
    "search_variants_anew()",
    "search_spellings()",
    "search_write_due(bigint)",
    "search_write(bigint[], bigint[])",
    "search_rows_anew(bigint[])",
    "search_facets_anew(bigint[])",
    "search_said(bigint[])",
    "search_cited(bigint[])",
    "search_key(text)",
    "search_fold(text)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_touches"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchDue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("article_id", models.BigIntegerField()),
                (
                    "words",
                    models.BooleanField(
                        help_text="Whether its words may have changed, not only what it is counted under."
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("article_id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "date",
                    models.DateField(help_text="The day by which the newest come first; 0001-01-01 where unknown."),
                ),
                (
                    "facets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(),
                        help_text="Year, publication, section; then sources, types, actors.",
                        size=None,
                    ),
                ),
                ("head", django.contrib.postgres.search.SearchVectorField(help_text="Title A, lead B.")),
                ("search", django.contrib.postgres.search.SearchVectorField(help_text="Title A, text B.")),
            ],
            options={
                "ordering": ["-date", "-article_id"],
            },
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "facet",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Year"),
                            (2, "Publication"),
                            (3, "Section"),
                            (4, "Source"),
                            (5, "Event type"),
                            (6, "Actor"),
                        ]
                    ),
                ),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["facet", "name"],
            },
        ),
        migrations.CreateModel(
            name="SearchVariant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(help_text="The table of the owner, such as events.actor.", max_length=20)),
                ("owner", models.BigIntegerField()),
                ("key", models.CharField(help_text="The name without capitals, accents and points.", max_length=200)),
                ("spelling", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["kind", "owner", "key"],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "ordering": ["word", "id"],
            },
        ),
        Together(
            [
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_inserted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, true FROM (SELECT c.id FROM changed_rows c WHERE c.status = 'published') due (id);\n     RETURN NULL;",
                            hash="f57bc6fc1934aa779ec14d0fcef632494907b5da",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_search_due_inserted_81b8f",
                            referencing="REFERENCING NEW TABLE AS changed_rows ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.title, OLD.text, OLD.section, OLD.status, OLD.issue_id) IS DISTINCT FROM ROW(NEW.title, NEW.text, NEW.section, NEW.status, NEW.issue_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, true FROM (SELECT c.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c WHERE c.status = 'published') due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="ea001811385e97395724845c641cf0a8fdec9b4a",
                            operation='UPDATE OF "title", "text", "section", "status", "issue_id"',
                            pgid="pgtrigger_search_due_updated_fc5b7",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, true FROM (SELECT c.id FROM changed_rows c WHERE c.status = 'published') due (id);\n     RETURN NULL;",
                            hash="1d2816999b0aea55abf62ffe057ed87d47ccd657",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_search_due_deleted_b8808",
                            referencing="REFERENCING OLD TABLE AS changed_rows ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.article_id, OLD.state) IS DISTINCT FROM ROW(NEW.article_id, NEW.state) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published') due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="2fceaf4ef9c43d225db362e635e485ad8b7b29d9",
                            operation='UPDATE OF "article_id", "state"',
                            pgid="pgtrigger_search_due_updated_d740e",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM changed_rows c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published') due (id);\n     RETURN NULL;",
                            hash="cc3f618e709ad913645b1df342b7f4dcbad2d610",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_search_due_deleted_b81ab",
                            referencing="REFERENCING OLD TABLE AS changed_rows ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_inserted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM changed_rows r \n    JOIN articles_citation n ON n.id = r.citation_id\n    JOIN articles_article a ON a.id = n.article_id AND a.status = 'published'\n) due (id);\n     RETURN NULL;",
                            hash="d0155170b81f5126e522db1abdacc2cba1bca82b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_search_due_inserted_aab9d",
                            referencing="REFERENCING NEW TABLE AS changed_rows ",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.citation_id, OLD.news_source_id) IS DISTINCT FROM ROW(NEW.citation_id, NEW.news_source_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) r \n    JOIN articles_citation n ON n.id = r.citation_id\n    JOIN articles_article a ON a.id = n.article_id AND a.status = 'published'\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="3cce8a1da536adbc8977a1d45e882c09337dce9a",
                            operation='UPDATE OF "citation_id", "news_source_id"',
                            pgid="pgtrigger_search_due_updated_cf8e4",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM changed_rows r \n    JOIN articles_citation n ON n.id = r.citation_id\n    JOIN articles_article a ON a.id = n.article_id AND a.status = 'published'\n) due (id);\n     RETURN NULL;",
                            hash="3535eda24fbd16455cd0c3fb9467ff5bce75a86b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_search_due_deleted_aedcb",
                            referencing="REFERENCING OLD TABLE AS changed_rows ",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.date_lower, OLD.date_upper, OLD.publication_id) IS DISTINCT FROM ROW(NEW.date_lower, NEW.date_upper, NEW.publication_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c JOIN articles_article a ON a.issue_id = c.id AND a.status = 'published') due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="52572590c6209b6cf00438d4259d3f46184586a0",
                            operation='UPDATE OF "date_lower", "date_upper", "publication_id"',
                            pgid="pgtrigger_search_due_updated_80afb",
                            table="articles_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_variants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                PERFORM search_spell('articles.newssource', o.id)\n                FROM (VALUES (OLD.id), (NEW.id)) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;\n                RETURN NULL;\n            ",
                            hash="fa6bb2764257d051c5fdcc617ef8107092c28cb6",
                            operation='INSERT OR DELETE OR UPDATE OF "name", "aliases"',
                            pgid="pgtrigger_search_variants_1668f",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="search_due_updated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ROW(OLD.merged_into_id) IS DISTINCT FROM ROW(NEW.merged_into_id) THEN\n                \n        INSERT INTO articles_searchdue (article_id, words)\n        SELECT DISTINCT due.id, false FROM (SELECT a.id FROM (SELECT OLD.* UNION ALL SELECT NEW.*) c JOIN articles_citedreport r ON r.news_source_id = c.id \n    JOIN articles_citation n ON n.id = r.citation_id\n    JOIN articles_article a ON a.id = n.article_id AND a.status = 'published'\n) due (id);\n    \n            END IF;\n            RETURN NULL;\n        ",
                            hash="85c4336d76679998c955785366b947a5b632a792",
                            operation='UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_search_due_updated_93016",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="searchdue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="written_at_the_end",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="PERFORM search_write_due(NEW.id); RETURN NULL;",
                            hash="5fac428fa598982f0c9490fc50c9b64ac7ca039d",
                            operation="INSERT",
                            pgid="pgtrigger_written_at_the_end_d6677",
                            table="articles_searchdue",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="searchrow",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], gin_pending_list_limit=256, name="search_row_by_words"
                    ),
                ),
                migrations.AddIndex(
                    model_name="searchrow",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["head"], gin_pending_list_limit=256, name="search_row_by_head"
                    ),
                ),
                migrations.AddIndex(
                    model_name="searchrow",
                    index=models.Index(fields=["-date", "-article_id"], name="search_row_by_newest"),
                ),
                migrations.AddConstraint(
                    model_name="searchterm",
                    constraint=models.UniqueConstraint(fields=("facet", "name"), name="search_term_has_one_number"),
                ),
                migrations.AddIndex(
                    model_name="searchvariant",
                    index=models.Index(fields=["key"], name="search_variant_by_key"),
                ),
                migrations.AddConstraint(
                    model_name="searchvariant",
                    constraint=models.UniqueConstraint(
                        fields=("kind", "owner", "key"), name="search_variant_is_one_of_its_owner"
                    ),
                ),
                migrations.AddIndex(
                    model_name="searchword",
                    index=models.Index(fields=["word"], name="search_word_by_word"),
                ),
                migrations.AddIndex(
                    model_name="searchword",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["word"], name="search_word_by_trigram", opclasses=["gin_trgm_ops"]
                    ),
                ),
            ]
        ),
        migrations.RunSQL(STORAGE, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [FOLD, FACETS, ROWS, WRITE, SPELLINGS],
            reverse_sql=[f"DROP FUNCTION {function};" for function in FUNCTIONS],
        ),
    ]
