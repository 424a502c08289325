import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_indexes_of_the_desk"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="article",
            name="joined_to",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="The article of which its text is a part now.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="joined",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="articlehistory",
            name="joined_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                help_text="The article of which its text is a part now.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.article",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="joined_is_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."joined_to_id" IS NOT NULL)',
                    func="\n    PERFORM 1 FROM articles_article WHERE id = NEW.joined_to_id FOR SHARE;\n    IF NEW.joined_to_id = NEW.id\n        OR EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.joined_to_id AND joined_to_id IS NOT NULL)\n        OR EXISTS (SELECT 1 FROM articles_article WHERE joined_to_id = NEW.id)\n    THEN RAISE EXCEPTION 'Article % can only be joined to one that stands for itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'article_joined_is_final';\n    END IF;\n    RETURN NEW;\n",
                    hash="f14c2c9342a5fb95c906092c977863e833db9bca",
                    operation='INSERT OR UPDATE OF "joined_to_id"',
                    pgid="pgtrigger_joined_is_final_1fe81",
                    table="articles_article",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT new_values."byline", new_values."created_at", new_values."id", new_values."issue_id", new_values."joined_to_id", new_values."notes", new_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."position", new_values."published_at", new_values."revision", new_values."section", new_values."status", new_values."text_sha256", new_values."text_version", new_values."title", new_values."title_is_derived", new_values."title_printed", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a608f8f2510487cd17b2c8b3f3780e518fef32d2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6ebd",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."byline" IS DISTINCT FROM (NEW."byline") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue_id" IS DISTINCT FROM (NEW."issue_id") OR OLD."joined_to_id" IS DISTINCT FROM (NEW."joined_to_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text_sha256" IS DISTINCT FROM (NEW."text_sha256") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_is_derived" IS DISTINCT FROM (NEW."title_is_derived") OR OLD."title_printed" IS DISTINCT FROM (NEW."title_printed") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") VALUES (NEW."byline", NEW."created_at", NEW."id", NEW."issue_id", NEW."joined_to_id", NEW."notes", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."position", NEW."published_at", NEW."revision", NEW."section", NEW."status", NEW."text_sha256", NEW."text_version", NEW."title", NEW."title_is_derived", NEW."title_printed", NEW."updated_at"); RETURN NULL;',
                    hash="c8908c6b0ed99702c69439d2cef31355ce7891bb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7697",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT old_values."byline", old_values."created_at", old_values."id", old_values."issue_id", old_values."joined_to_id", old_values."notes", old_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."position", old_values."published_at", old_values."revision", old_values."section", old_values."status", old_values."text_sha256", old_values."text_version", old_values."title", old_values."title_is_derived", old_values."title_printed", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ee52820e8a87dfe661368de6a18625b2904d6b18",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ddb9c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joined_to__isnull", True), models.Q(("status", "published"), _negated=True), _connector="OR"
                ),
                name="article_joined_is_not_public",
            ),
        ),
    ]
