import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_indexes_of_the_desk"),
        ("events", "0002_keys_over_two_columns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="actorname",
            name="actor_name_by_key",
        ),
        migrations.RemoveIndex(
            model_name="placename",
            name="place_name_by_key",
        ),
        migrations.AddIndex(
            model_name="actorname",
            index=models.Index(fields=["key"], name="actor_name_by_key", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="actorname",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["key"], name="actor_name_by_trigram", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(condition=models.Q(("date_to_check", True)), fields=["id"], name="event_date_to_check"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("label"), name="text_pattern_ops"
                ),
                name="event_by_beginning",
            ),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(
                condition=models.Q(("state", "anchored"), _negated=True),
                fields=["state", "id"],
                name="evidence_to_check",
            ),
        ),
        migrations.AddIndex(
            model_name="mention",
            index=models.Index(
                condition=models.Q(("state", "anchored"), _negated=True),
                fields=["state", "id"],
                name="mention_to_check",
            ),
        ),
        migrations.AddIndex(
            model_name="placename",
            index=models.Index(fields=["key"], name="place_name_by_key", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="placename",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["key"], name="place_name_by_trigram", opclasses=["gin_trgm_ops"]
            ),
        ),
    ]
