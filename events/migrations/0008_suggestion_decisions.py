import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_feed_order"),
        ("events", "0007_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SuggestionDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("recogniser", models.CharField(help_text="Which rules suggested it.", max_length=40)),
                ("version", models.CharField(help_text="Their version.", max_length=20)),
                ("kind", models.CharField(help_text="What was suggested, such as time or event.", max_length=15)),
                ("quote", models.TextField(help_text="The words on which it stood.")),
                (
                    "occurrence",
                    models.PositiveIntegerField(
                        default=0, help_text="How often the words stand in the text before these."
                    ),
                ),
                (
                    "trigger",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Of an event: where its trigger begins in the quote, as a sentence may tell several.",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "Accepted as it was"),
                            ("edited", "Accepted with changes"),
                            ("rejected", "Rejected"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestion_decisions",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SuggestionDecisionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("recogniser", models.CharField(help_text="Which rules suggested it.", max_length=40)),
                ("version", models.CharField(help_text="Their version.", max_length=20)),
                ("kind", models.CharField(help_text="What was suggested, such as time or event.", max_length=15)),
                ("quote", models.TextField(help_text="The words on which it stood.")),
                (
                    "occurrence",
                    models.PositiveIntegerField(
                        default=0, help_text="How often the words stand in the text before these."
                    ),
                ),
                (
                    "trigger",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Of an event: where its trigger begins in the quote, as a sentence may tell several.",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "Accepted as it was"),
                            ("edited", "Accepted with changes"),
                            ("rejected", "Rejected"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.suggestiondecision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="suggestiondecision",
            index=models.Index(fields=["recogniser", "version", "outcome"], name="suggestion_decision_figures"),
        ),
        migrations.AddIndex(
            model_name="suggestiondecision",
            index=models.Index(fields=["-at", "-id"], name="suggestion_decision_newest"),
        ),
        migrations.AddConstraint(
            model_name="suggestiondecision",
            constraint=models.UniqueConstraint(
                models.F("article"),
                models.F("kind"),
                django.db.models.functions.text.MD5("quote"),
                models.F("occurrence"),
                models.F("trigger"),
                name="suggestion_is_decided_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["accepted", "edited", "rejected"])),
                name="suggestion_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote", ""), _negated=True), name="suggestion_decision_has_quote"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recogniser", ""), _negated=True),
                    models.Q(("version", ""), _negated=True),
                    models.Q(("kind", ""), _negated=True),
                ),
                name="suggestion_decision_names_its_rules",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_suggestiondecisionhistory" ("article_id", "at", "by_id", "created_at", "id", "kind", "occurrence", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "recogniser", "trigger", "updated_at", "version") SELECT new_values."article_id", new_values."at", new_values."by_id", new_values."created_at", new_values."id", new_values."kind", new_values."occurrence", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."quote", new_values."recogniser", new_values."trigger", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ac4019ff179ba17fd147d7c17f2b70f2bef073d1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09f0f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_suggestiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_suggestiondecisionhistory" ("article_id", "at", "by_id", "created_at", "id", "kind", "occurrence", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "recogniser", "trigger", "updated_at", "version") VALUES (NEW."article_id", NEW."at", NEW."by_id", NEW."created_at", NEW."id", NEW."kind", NEW."occurrence", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."quote", NEW."recogniser", NEW."trigger", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="bc4536b2947cd61362bb50718580ae9f836220be",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5b0f6",
                    table="events_suggestiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestiondecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_suggestiondecisionhistory" ("article_id", "at", "by_id", "created_at", "id", "kind", "occurrence", "outcome", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "recogniser", "trigger", "updated_at", "version") SELECT old_values."article_id", old_values."at", old_values."by_id", old_values."created_at", old_values."id", old_values."kind", old_values."occurrence", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."quote", old_values."recogniser", old_values."trigger", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b97d21f8dcfdea62a8f2dbc8ec095111eefff66f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d306",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_suggestiondecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestiondecisionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b813731f7363e53d9b66b921a46c3fff3ce9415b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_03b5a",
                    table="events_suggestiondecisionhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
