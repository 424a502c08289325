from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_touches"),
        ("events", "0009_api_tokens"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(models.Q(("status", ""), _negated=True), ("merged_into__isnull", True)),
                fields=["date_lower", "date_upper", "place"],
                name="event_shown_by_day_and_place",
            ),
        ),
    ]
