from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_importing"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("joined_to__isnull", True)),
                fields=["issue", "order", "id"],
                include=("status",),
                name="article_of_the_desk",
            ),
        ),
    ]
