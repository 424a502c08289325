import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Rows that a statement touched, kept for the judgement when the transaction ends. The first opens a public revision,
# whose id the transaction remembers; the touch is written before, so that it is there whenever the revision is judged.
TOUCH = """
CREATE FUNCTION articles_touch(
    kind text, how text, ids bigint[], keys text[] DEFAULT '{}', beside_kind text DEFAULT '', beside bigint[] DEFAULT '{}'
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    open bigint := nullif(current_setting('monitor.public_revision', true), '');
BEGIN
    IF coalesce(cardinality(ids), cardinality(keys), 0) = 0 THEN
        RETURN;
    END IF;
    INSERT INTO articles_publictouch (revision_id, kind, how, ids, keys, beside_kind, beside)
    VALUES (
        coalesce(open, nextval('articles_publicrevision_id_seq')), kind, how, coalesce(ids, '{}'), keys, beside_kind, beside
    );
    IF open IS NULL THEN
        open := currval('articles_publicrevision_id_seq');
        PERFORM set_config('monitor.public_revision', open::text, true);
        INSERT INTO articles_publicrevision (id, asked, closing) VALUES (open, 0, false);
    END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_joined_articles"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(null=True, unique=True)),
                ("at", models.DateTimeField(null=True)),
                ("asked", models.PositiveIntegerField(default=0)),
                ("closing", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["number", "id"],
            },
        ),
        migrations.CreateModel(
            name="PublicTouch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("changed", "What it says changed"),
                            ("named", "What other rows say of it changed, too"),
                            ("cosmetic", "Only its label, note, context of a quote or revision changed"),
                            ("maybe", "It may have become public, or be public no more"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        help_text="Of codes, which have no other id.",
                        size=None,
                    ),
                ),
                ("beside_kind", models.CharField(blank=True, max_length=20)),
                (
                    "beside",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        help_text="The other row of each, in the same order.",
                        size=None,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PublicCounter",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="public_counter_is_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(help_text="The resource of the API: articles, cross-references…", max_length=20),
                ),
                ("row_id", models.BigIntegerField(help_text="The id of the row; none for codes.", null=True)),
                ("key", models.TextField(help_text="What addresses and data call it: an id, a slug, a code.")),
                ("path", models.TextField(blank=True, help_text="The address of its page; empty where it has none.")),
                (
                    "op",
                    models.CharField(
                        choices=[("shown", "Became public"), ("changed", "Changed"), ("gone", "Is public no more")],
                        max_length=7,
                    ),
                ),
                (
                    "substantive",
                    models.BooleanField(help_text="False: only a label, a note or the context of a quote changed."),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="articles.publicrevision",
                    ),
                ),
            ],
            options={
                "ordering": ["revision_id", "id"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicrevision",
            trigger=pgtrigger.compiler.Trigger(
                name="closes_last",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                    IF current_setting('monitor.checking_rules', true) = 'on' THEN\n                        RETURN NULL;  -- the transaction goes on: whoever checks asks again\n                    END IF;\n                    UPDATE articles_publicrevision SET closing = true WHERE id = NEW.id AND NOT closing;\n                    RETURN NULL;\n                ",
                    hash="e1a6418d6e282208c04fa02c2071d14dd0704f9c",
                    operation='INSERT OR UPDATE OF "asked"',
                    pgid="pgtrigger_closes_last_49208",
                    table="articles_publicrevision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="publictouch",
            name="revision",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="touches",
                to="articles.publicrevision",
            ),
        ),
        migrations.AddIndex(
            model_name="publicchange",
            index=models.Index(fields=["revision", "id"], name="public_change_by_revision"),
        ),
        migrations.AddIndex(
            model_name="publicchange",
            index=models.Index(fields=["kind", "row_id", "id"], name="public_change_by_row"),
        ),
        migrations.AddIndex(
            model_name="publicchange",
            index=models.Index(fields=["kind", "key", "id"], name="public_change_by_key"),
        ),
        migrations.AddIndex(
            model_name="publicchange",
            index=models.Index(
                condition=models.Q(("path", ""), _negated=True),
                fields=["path", "id"],
                name="public_change_by_path",
                opclasses=["text_pattern_ops", "int8_ops"],
            ),
        ),
        migrations.RunSQL(TOUCH, "DROP FUNCTION articles_touch;"),
        migrations.RunSQL(  # empty between transactions: a crash can lose nothing
            "ALTER TABLE articles_publictouch SET UNLOGGED;", "ALTER TABLE articles_publictouch SET LOGGED;"
        ),
        migrations.RunSQL(  # the one row is written anew by most commits, always on its page
            "ALTER TABLE articles_publiccounter SET (fillfactor = 10);",
            "ALTER TABLE articles_publiccounter RESET (fillfactor);",
        ),
    ]
