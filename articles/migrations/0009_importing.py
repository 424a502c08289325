import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("path", models.TextField(help_text="As given, or the name under which it was uploaded.")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.BigIntegerField(default=0, help_text="In bytes.")),
            ],
            options={
                "ordering": ["run", "id"],
            },
        ),
        migrations.CreateModel(
            name="ImportPiece",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("number", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
            ],
            options={
                "ordering": ["file", "number"],
            },
        ),
        migrations.CreateModel(
            name="ImportProblem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("path", models.TextField()),
                ("line", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=30)),
                ("severity", models.CharField(max_length=12)),
                ("message", models.TextField()),
                (
                    "record",
                    models.TextField(blank=True, help_text="The record as it was read, as JSON; empty where none was."),
                ),
                (
                    "fingerprint",
                    models.CharField(editable=False, help_text="The same for the same problem again.", max_length=64),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Decided: the stored article stays"),
                            ("taken", "Decided: the new text was taken"),
                            ("settled", "Gone when the file was read again"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["run", "path", "line", "id"],
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "Uploaded"),
                            ("looking", "Looking"),
                            ("looked", "Looked at, not applied"),
                            ("applying", "Applying"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("undone", "Undone"),
                        ],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                (
                    "options",
                    models.JSONField(
                        blank=True, default=dict, help_text="As given: paths, format, publication and so on."
                    ),
                ),
                ("counts", models.JSONField(blank=True, default=dict, help_text="What became of the records so far.")),
                ("message", models.TextField(blank=True, help_text="Why it failed.")),
                ("heard_at", models.DateTimeField(blank=True, help_text="The last sign of life.", null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-id"],
                "permissions": [("import_articles", "Can import articles, decide conflicts and undo a run")],
            },
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="touches_on_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="issue",
            name="touches_on_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="touches_on_update",
        ),
        migrations.AddField(
            model_name="article",
            name="announces",
            field=models.TextField(
                blank=True, editable=False, help_text="Another headline, found at the end of the text."
            ),
        ),
        migrations.AddField(
            model_name="articlehistory",
            name="announces",
            field=models.TextField(
                blank=True, editable=False, help_text="Another headline, found at the end of the text."
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n        PERFORM articles_touch(\'articles\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id", "announces", "import_run_id" FROM old_rows EXCEPT SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id", "announces", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id", "announces", "import_run_id" FROM new_rows EXCEPT SELECT "id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section", "text_version", "text_sha256", "status", "published_at", "joined_to_id", "announces", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'issues\', \'maybe\', array_agg(DISTINCT r."issue_id"))\n        FROM ((SELECT "id", "issue_id", "status" FROM old_rows EXCEPT SELECT "id", "issue_id", "status" FROM new_rows) UNION ALL (SELECT "id", "issue_id", "status" FROM new_rows EXCEPT SELECT "id", "issue_id", "status" FROM old_rows)) r WHERE r."issue_id" IS NOT NULL AND true;\nRETURN NULL;',
                    hash="36e6aafb48fe7295c2e2b988b6f11db806babcf3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_touches_on_update_30e7b",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("announces", "byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT new_values."announces", new_values."byline", new_values."created_at", new_values."id", new_values."issue_id", new_values."joined_to_id", new_values."notes", new_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."position", new_values."published_at", new_values."revision", new_values."section", new_values."status", new_values."text_sha256", new_values."text_version", new_values."title", new_values."title_is_derived", new_values."title_printed", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="43769d041cfb6240df1a93c327a362ec05c21eee",
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
                    condition='WHEN (OLD."announces" IS DISTINCT FROM (NEW."announces") OR OLD."byline" IS DISTINCT FROM (NEW."byline") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue_id" IS DISTINCT FROM (NEW."issue_id") OR OLD."joined_to_id" IS DISTINCT FROM (NEW."joined_to_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text_sha256" IS DISTINCT FROM (NEW."text_sha256") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_is_derived" IS DISTINCT FROM (NEW."title_is_derived") OR OLD."title_printed" IS DISTINCT FROM (NEW."title_printed") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "articles_articlehistory" ("announces", "byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") VALUES (NEW."announces", NEW."byline", NEW."created_at", NEW."id", NEW."issue_id", NEW."joined_to_id", NEW."notes", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."position", NEW."published_at", NEW."revision", NEW."section", NEW."status", NEW."text_sha256", NEW."text_version", NEW."title", NEW."title_is_derived", NEW."title_printed", NEW."updated_at"); RETURN NULL;',
                    hash="46ed9e607f6ba4fd99a63b4294cde98676dccb3b",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("announces", "byline", "created_at", "id", "issue_id", "joined_to_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT old_values."announces", old_values."byline", old_values."created_at", old_values."id", old_values."issue_id", old_values."joined_to_id", old_values."notes", old_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."position", old_values."published_at", old_values."revision", old_values."section", old_values."status", old_values."text_sha256", old_values."text_version", old_values."title", old_values."title_is_derived", old_values."title_printed", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f762347259ab875ebfa1e4d0b0b84625cd4e2e07",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ddb9c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n        PERFORM articles_touch(\'issues\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'issues\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM new_rows EXCEPT SELECT "id", "publication_id", "volume", "number", "date", "date_lower", "date_upper", "date_basis", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'publications\', \'maybe\', array_agg(DISTINCT r."publication_id"))\n        FROM ((SELECT "id", "publication_id" FROM old_rows EXCEPT SELECT "id", "publication_id" FROM new_rows) UNION ALL (SELECT "id", "publication_id" FROM new_rows EXCEPT SELECT "id", "publication_id" FROM old_rows)) r WHERE r."publication_id" IS NOT NULL AND true;\nRETURN NULL;',
                    hash="5fe726be8e7da65d6de7c368fb30413e238aa5f1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_touches_on_update_553e8",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="articles_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."date_basis" IS DISTINCT FROM (NEW."date_basis") OR OLD."date_lower" IS DISTINCT FROM (NEW."date_lower") OR OLD."date_upper" IS DISTINCT FROM (NEW."date_upper") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."publication_id" IS DISTINCT FROM (NEW."publication_id") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."volume" IS DISTINCT FROM (NEW."volume"))',
                    func='INSERT INTO "articles_issuehistory" ("created_at", "date", "date_basis", "date_lower", "date_upper", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication_id", "revision", "updated_at", "volume") VALUES (NEW."created_at", NEW."date", NEW."date_basis", NEW."date_lower", NEW."date_upper", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publication_id", NEW."revision", NEW."updated_at", NEW."volume"); RETURN NULL;',
                    hash="25f2e593cba424ee7af082701788535831ede414",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_193e8",
                    table="articles_issue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="touches_on_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n        PERFORM articles_touch(\'publications\', \'changed\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy", "import_run_id" FROM old_rows EXCEPT SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy", "import_run_id" FROM new_rows) UNION ALL (SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy", "import_run_id" FROM new_rows EXCEPT SELECT "id", "slug", "title", "aliases", "publisher", "language", "first_year", "description", "licence", "quote_policy", "import_run_id" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\n\n        PERFORM articles_touch(\'publications\', \'named\', array_agg(DISTINCT r."id"))\n        FROM ((SELECT "id", "slug", "quote_policy" FROM old_rows EXCEPT SELECT "id", "slug", "quote_policy" FROM new_rows) UNION ALL (SELECT "id", "slug", "quote_policy" FROM new_rows EXCEPT SELECT "id", "slug", "quote_policy" FROM old_rows)) r WHERE r."id" IS NOT NULL AND true;\nRETURN NULL;',
                    hash="8bcb6cddb46afcd4ac1db0c15ab204a75260c444",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_touches_on_update_8a3b7",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="articles_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aliases" IS DISTINCT FROM (NEW."aliases") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."first_year" IS DISTINCT FROM (NEW."first_year") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."licence" IS DISTINCT FROM (NEW."licence") OR OLD."publisher" IS DISTINCT FROM (NEW."publisher") OR OLD."quote_policy" IS DISTINCT FROM (NEW."quote_policy") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "articles_publicationhistory" ("aliases", "created_at", "description", "first_year", "id", "language", "licence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "quote_policy", "revision", "slug", "title", "updated_at") VALUES (NEW."aliases", NEW."created_at", NEW."description", NEW."first_year", NEW."id", NEW."language", NEW."licence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publisher", NEW."quote_policy", NEW."revision", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="fe90d01dfeb445e0868581751a607c6fd0ece5b5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d794d",
                    table="articles_publication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="importpiece",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pieces", to="articles.importfile"
            ),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="article",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="import_problems",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importrun",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="articles.importrun"
            ),
        ),
        migrations.AddField(
            model_name="importfile",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="articles.importrun"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="import_run",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.importrun",
            ),
        ),
        migrations.AddField(
            model_name="issue",
            name="import_run",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="issues",
                to="articles.importrun",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="import_run",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="articles.importrun",
            ),
        ),
        migrations.AddField(
            model_name="textversion",
            name="import_run",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="text_versions",
                to="articles.importrun",
            ),
        ),
        migrations.AddConstraint(
            model_name="importpiece",
            constraint=models.UniqueConstraint(fields=("file", "number"), name="import_piece_number_is_its_own"),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["uploaded", "looking", "looked", "applying", "done", "failed", "undone"])
                ),
                name="import_run_state_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="importproblem",
            index=models.Index(fields=["fingerprint"], name="import_problem_by_print"),
        ),
        migrations.AddIndex(
            model_name="importproblem",
            index=models.Index(fields=["state", "severity"], name="import_problem_by_state"),
        ),
        migrations.AddConstraint(
            model_name="importproblem",
            constraint=models.UniqueConstraint(fields=("run", "fingerprint"), name="import_problem_is_kept_once_a_run"),
        ),
        migrations.AddConstraint(
            model_name="importproblem",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "kept", "taken", "settled"])),
                name="import_problem_state_is_known",
            ),
        ),
    ]
