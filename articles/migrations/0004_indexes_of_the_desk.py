import django.contrib.postgres.indexes
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_revisions_of_citations"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="title",
            field=models.TextField(help_text="The headline that readers see.", max_length=500),
        ),
        migrations.AlterField(
            model_name="articlehistory",
            name="title",
            field=models.TextField(help_text="The headline that readers see.", max_length=500),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("title"), name="text_pattern_ops"
                ),
                name="article_by_beginning",
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("state", "anchored"), _negated=True),
                fields=["state", "id"],
                name="citation_to_check",
            ),
        ),
        migrations.AddIndex(
            model_name="citedreport",
            index=models.Index(
                condition=models.Q(("date_to_check", True)), fields=["id"], name="cited_report_date_to_check"
            ),
        ),
        migrations.AddIndex(
            model_name="crossreference",
            index=models.Index(
                condition=models.Q(("state", "anchored"), _negated=True),
                fields=["state", "id"],
                name="cross_reference_to_check",
            ),
        ),
        migrations.AddIndex(
            model_name="newssource",
            index=models.Index(fields=["sort_key", "id"], name="news_source_by_name"),
        ),
        migrations.AddIndex(
            model_name="newssource",
            index=models.Index(fields=["sort_key"], name="news_source_by_beginning", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("title"), 500
                ),
                name="article_title_is_bounded",
            ),
        ),
    ]
