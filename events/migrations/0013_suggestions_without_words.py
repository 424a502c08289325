from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0012_releases"),
    ]

    operations = [
        migrations.AlterField(
            model_name="suggestiondecision",
            name="occurrence",
            field=models.PositiveIntegerField(
                default=0,
                help_text="How often the words stand in the text before these; empty where they do not stand there any more.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="suggestiondecisionhistory",
            name="occurrence",
            field=models.PositiveIntegerField(
                default=0,
                help_text="How often the words stand in the text before these; empty where they do not stand there any more.",
                null=True,
            ),
        ),
    ]
