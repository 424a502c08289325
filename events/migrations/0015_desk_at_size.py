from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_drafts_touch_nothing"),
        ("events", "0014_judged_beside_citations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("claimed_date_to_check", True)), fields=["article"], name="report_date_to_check"
            ),
        ),
    ]
