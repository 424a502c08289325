from django.db import migrations

# How often each client has read the API in the minute that it began last. Nobody misses these rows after a crash, and
# nobody may learn from them who read: the client is a keyed hash. Room in every page, so that counting moves no index.
TABLE = """
CREATE UNLOGGED TABLE monitor_anonymous_reads (
    client bytea PRIMARY KEY,
    minute bigint NOT NULL,
    number integer NOT NULL
) WITH (fillfactor = 50)
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL(TABLE, "DROP TABLE monitor_anonymous_reads"),
    ]
