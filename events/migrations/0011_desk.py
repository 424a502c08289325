import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_order_of_the_desk"),
        ("events", "0010_shown_events"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnotationTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "held_until",
                    models.DateTimeField(
                        blank=True, help_text="From then on anybody may go on with it; what is done stays.", null=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("in_work", "In work"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("done", "Done"),
                            ("nothing_to_report", "Nothing to report"),
                        ],
                        default="in_work",
                        max_length=17,
                    ),
                ),
                (
                    "handed_in_at",
                    models.DateTimeField(blank=True, help_text="When the holder was last through with it.", null=True),
                ),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="task", to="articles.article"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Who annotates the article, or did; nobody once she gave it back.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["article", "id"],
                "permissions": [("take_from_holder", "Can take an article from its holder")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnnotationTaskHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "held_until",
                    models.DateTimeField(
                        blank=True, help_text="From then on anybody may go on with it; what is done stays.", null=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("in_work", "In work"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("done", "Done"),
                            ("nothing_to_report", "Nothing to report"),
                        ],
                        default="in_work",
                        max_length=17,
                    ),
                ),
                (
                    "handed_in_at",
                    models.DateTimeField(blank=True, help_text="When the holder was last through with it.", null=True),
                ),
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
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who annotates the article, or did; nobody once she gave it back.",
                        null=True,
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
                        to="events.annotationtask",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublishedSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "before",
                    models.JSONField(
                        default=dict, editable=False, help_text="The status that each article had, by its id."
                    ),
                ),
                ("count", models.PositiveIntegerField(help_text="How many articles became public.")),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PublishedSetHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "before",
                    models.JSONField(
                        default=dict, editable=False, help_text="The status that each article had, by its id."
                    ),
                ),
                ("count", models.PositiveIntegerField(help_text="How many articles became public.")),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                        to="events.publishedset",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                (
                    "of",
                    models.CharField(
                        choices=[
                            ("articletoannotate", "Articles to annotate"),
                            ("event", "Events"),
                            ("report", "Reports"),
                            ("actor", "Actors"),
                            ("place", "Places"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "query",
                    models.CharField(
                        blank=True, help_text="The part of the list's address behind “?”.", max_length=2000
                    ),
                ),
                ("is_shared", models.BooleanField(default=False, help_text="Colleagues see it, too.")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_lists",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="SavedListHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=100)),
                (
                    "of",
                    models.CharField(
                        choices=[
                            ("articletoannotate", "Articles to annotate"),
                            ("event", "Events"),
                            ("report", "Reports"),
                            ("actor", "Actors"),
                            ("place", "Places"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "query",
                    models.CharField(
                        blank=True, help_text="The part of the list's address behind “?”.", max_length=2000
                    ),
                ),
                ("is_shared", models.BooleanField(default=False, help_text="Colleagues see it, too.")),
                (
                    "owner",
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
                        to="events.savedlist",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="annotationtask",
            index=models.Index(fields=["holder", "state"], name="task_by_holder"),
        ),
        migrations.AddIndex(
            model_name="annotationtask",
            index=models.Index(fields=["state", "article"], name="task_by_state"),
        ),
        migrations.AddIndex(
            model_name="annotationtask",
            index=models.Index(fields=["handed_in_at"], name="task_by_handing_in"),
        ),
        migrations.AddConstraint(
            model_name="annotationtask",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["in_work", "submitted", "returned", "done", "nothing_to_report"])),
                name="annotation_task_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="annotationtask",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "in_work"), ("held_until__isnull", True), _connector="OR"),
                name="annotation_task_is_held_in_work_alone",
            ),
        ),
        migrations.AddConstraint(
            model_name="annotationtask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "in_work"), _negated=True),
                    models.Q(("held_until__isnull", True), ("holder__isnull", True)),
                    models.Q(("held_until__isnull", False), ("holder__isnull", False)),
                    _connector="OR",
                ),
                name="annotation_task_holder_holds_for_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="annotationtask",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "in_work"), ("holder__isnull", False), _connector="OR"),
                name="annotation_task_handed_in_by_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotationtask",
            trigger=pgtrigger.compiler.Trigger(
                name="revision_rises",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                    hash="183d9ca9cf6ad32c159f232ce243af7a262ab808",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_rises_f33a5",
                    table="events_annotationtask",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotationtask",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_annotationtaskhistory" ("article_id", "created_at", "handed_in_at", "held_until", "holder_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "state", "updated_at") SELECT new_values."article_id", new_values."created_at", new_values."handed_in_at", new_values."held_until", new_values."holder_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."state", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7e6942b38191dcd072fa53c96a6711e7b1747c2e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_18d34",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_annotationtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotationtask",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_annotationtaskhistory" ("article_id", "created_at", "handed_in_at", "held_until", "holder_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "state", "updated_at") VALUES (NEW."article_id", NEW."created_at", NEW."handed_in_at", NEW."held_until", NEW."holder_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="78ed4cbd1b2ad3037f2ca4a025b67f31ece78e14",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bdb18",
                    table="events_annotationtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotationtask",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_annotationtaskhistory" ("article_id", "created_at", "handed_in_at", "held_until", "holder_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "state", "updated_at") SELECT old_values."article_id", old_values."created_at", old_values."handed_in_at", old_values."held_until", old_values."holder_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."state", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2feaa3c388c7a6c23aa47cba8d721b73e4d6e5f5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bf4a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_annotationtask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotationtaskhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="beef9cce6f067365f4155198a369e991d89c859d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_30f76",
                    table="events_annotationtaskhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedset",
            constraint=models.CheckConstraint(condition=models.Q(("count__gte", 1)), name="published_set_is_not_empty"),
        ),
        migrations.AddConstraint(
            model_name="publishedset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="published_set_undone_by_somebody_at_some_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publishedset",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_publishedsethistory" ("at", "before", "by_id", "count", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") SELECT new_values."at", new_values."before", new_values."by_id", new_values."count", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3e1ac27e095ae8c6d4502af5bbad59c1204f837f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aee84",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_publishedset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publishedset",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_publishedsethistory" ("at", "before", "by_id", "count", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") VALUES (NEW."at", NEW."before", NEW."by_id", NEW."count", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                    hash="1eb2d494e570d0e0c845d4a2880ecd88d877f7e9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_157b3",
                    table="events_publishedset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publishedset",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_publishedsethistory" ("at", "before", "by_id", "count", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id") SELECT old_values."at", old_values."before", old_values."by_id", old_values."count", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."undone_at", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fa42548a59382c170952da6ba986484d0d97c42b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4141b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_publishedset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publishedsethistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9be5099a32661048e52509fde46773af76ba7c31",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d4eb3",
                    table="events_publishedsethistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="savedlist",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="saved_list_name_is_its_own"),
        ),
        migrations.AddConstraint(
            model_name="savedlist",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="saved_list_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedlist",
            constraint=models.CheckConstraint(
                condition=models.Q(("of__in", ["articletoannotate", "event", "report", "actor", "place"])),
                name="saved_list_is_of_a_known_list",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedlist",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_savedlisthistory" ("id", "is_shared", "name", "of", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") SELECT new_values."id", new_values."is_shared", new_values."name", new_values."of", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."query" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cf5206ec2ae3d2722e84361f17701c413436186d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ba665",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="events_savedlist",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedlist",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_savedlisthistory" ("id", "is_shared", "name", "of", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") VALUES (NEW."id", NEW."is_shared", NEW."name", NEW."of", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."query"); RETURN NULL;',
                    hash="c4e8ac4e19e4fbd04dca849db68c90e5086d2495",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_58641",
                    table="events_savedlist",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedlist",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_savedlisthistory" ("id", "is_shared", "name", "of", "owner_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "query") SELECT old_values."id", old_values."is_shared", old_values."name", old_values."of", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."query" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8fd13902194dc116d0d66837d04f1f273c4d747a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8e33f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="events_savedlist",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedlisthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a59c4fce864b85274806149eb93b274514bd9c06",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_46113",
                    table="events_savedlisthistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
