from django.db import migrations

# What stands on published articles follows from them.
NOTE = """
SELECT articles_touch('articles', 'maybe', (SELECT array_agg(id) FROM articles_article WHERE status = 'published'));
SELECT articles_touch('event-types', 'maybe', NULL, (SELECT array_agg(code) FROM events_eventtype));
SELECT articles_touch('modes', 'maybe', NULL, (SELECT array_agg(key) FROM events_mode));
SELECT articles_touch('contexts', 'maybe', NULL, (SELECT array_agg(code) FROM events_context));
"""


class Migration(migrations.Migration):
    """What was public before changes were noted is noted as public now, under one number."""

    dependencies = [("events", "0005_touches")]

    operations = [migrations.RunSQL(NOTE, migrations.RunSQL.noop)]
