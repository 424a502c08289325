"""Rules that Django's models cannot say: keys over two columns, where two tables must agree, and an exclusion."""

from django.db import migrations

KEYS = [
    # (table, name, own columns, target, its columns)
    ("events_event", "mode_belongs_to_type", "type_id, mode_id", "events_mode", "type_id, key"),
    (
        "events_evidence",
        "evidence_is_in_its_reports_article",
        "report_id, article_id",
        "events_report",
        "id, article_id",
    ),
    (
        "events_evidence",
        "evidence_mention_is_in_its_article",
        "mention_id, article_id",
        "events_mention",
        "id, article_id",
    ),
    (
        "events_participation",
        "participation_claim_is_of_its_event",
        "report_id, event_id",
        "events_report",
        "id, event_id",
    ),
]


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({own}) REFERENCES {target} ({columns})"
            " DEFERRABLE INITIALLY DEFERRED;",
            reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {name};",
        )
        for table, name, own, target, columns in KEYS
    ] + [
        # A unique rule with a condition cannot wait for the end of the transaction, an exclusion can.
        migrations.RunSQL(
            """
            ALTER TABLE events_evidence ADD CONSTRAINT evidence_is_given_once EXCLUDE USING btree (
                report_id WITH =, kind WITH =, start WITH =, "end" WITH =, coalesce(participation_id, 0) WITH =
            ) WHERE (state <> 'orphan') DEFERRABLE INITIALLY DEFERRED;
            """,
            reverse_sql="ALTER TABLE events_evidence DROP CONSTRAINT evidence_is_given_once;",
        ),
    ]
