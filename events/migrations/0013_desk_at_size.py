from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_order_of_the_desk"),
        ("events", "0012_releases"),
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
