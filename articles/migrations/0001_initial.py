import datetime

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

import articles.models.date_fields
from articles.migrations._together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(
            """
            CREATE TEXT SEARCH CONFIGURATION monitor_en (COPY = pg_catalog.english);
            ALTER TEXT SEARCH CONFIGURATION monitor_en
                ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
            """,
            reverse_sql="DROP TEXT SEARCH CONFIGURATION monitor_en;",
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "position",
                    models.PositiveIntegerField(
                        help_text="Part of the permanent address: once public it never passes to another article."
                    ),
                ),
                ("order", models.PositiveIntegerField(help_text="Where it stands among the items of its issue.")),
                (
                    "title_printed",
                    models.TextField(blank=True, help_text="The headline as printed; empty where none was printed."),
                ),
                ("title", models.TextField(help_text="The headline that readers see.")),
                (
                    "title_is_derived",
                    models.BooleanField(default=False, help_text="The title is the first words of the text."),
                ),
                (
                    "byline",
                    models.CharField(blank=True, help_text="The author as printed, without “By”.", max_length=300),
                ),
                ("section", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(editable=False)),
                ("text_version", models.PositiveIntegerField(default=1, editable=False)),
                ("text_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="When it first became public.", null=True
                    ),
                ),
                ("notes", models.TextField(blank=True, help_text="For colleagues; never shown to the public.")),
            ],
            options={
                "ordering": ["issue", "order", "id"],
                "permissions": [
                    ("read_hidden", "Can read drafts, withdrawn and unreviewed rows, notes and history"),
                    ("publish_article", "Can publish and withdraw articles"),
                    ("correct_text", "Can correct the text of articles"),
                ],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("volume", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                (
                    "date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="As printed or derived, such as 1999-06-03; empty where unknown.",
                        max_length=60,
                    ),
                ),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "date_basis",
                    models.CharField(
                        choices=[("printed", "Printed"), ("derived", "Derived"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["publication", "volume", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OldAddressHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("path", models.CharField(help_text="The old address, from the first slash on.", max_length=300)),
                ("target", models.CharField(help_text="Where it leads now.", max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "slug",
                    models.SlugField(
                        help_text="Part of every address below it; fixed once something in it is public.",
                        max_length=80,
                        unique=True,
                    ),
                ),
                ("title", models.CharField(help_text="The name as the masthead prints it.", max_length=200)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other names by which mastheads and cross references call it, parted by commas.",
                        size=None,
                    ),
                ),
                ("publisher", models.CharField(blank=True, max_length=200)),
                (
                    "language",
                    models.CharField(default="en", help_text="Language code of the texts, such as en.", max_length=8),
                ),
                (
                    "first_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year of volume 1, if known: years of undated issues follow from it.",
                        null=True,
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="Scope note for readers: what it covered, what is missing."),
                ),
                (
                    "licence",
                    models.CharField(blank=True, help_text="On what terms readers may use the texts.", max_length=200),
                ),
                (
                    "quote_policy",
                    models.CharField(
                        choices=[
                            ("full", "Quotes and whole texts"),
                            ("sentence", "Quotes of at most one sentence"),
                            ("none", "No quotes: offsets and hashes only"),
                        ],
                        default="full",
                        help_text="What of the texts may leave the article page: API, exports, feeds, quotations elsewhere.",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublicationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="Part of every address below it; fixed once something in it is public.",
                        max_length=80,
                    ),
                ),
                ("title", models.CharField(help_text="The name as the masthead prints it.", max_length=200)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other names by which mastheads and cross references call it, parted by commas.",
                        size=None,
                    ),
                ),
                ("publisher", models.CharField(blank=True, max_length=200)),
                (
                    "language",
                    models.CharField(default="en", help_text="Language code of the texts, such as en.", max_length=8),
                ),
                (
                    "first_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year of volume 1, if known: years of undated issues follow from it.",
                        null=True,
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="Scope note for readers: what it covered, what is missing."),
                ),
                (
                    "licence",
                    models.CharField(blank=True, help_text="On what terms readers may use the texts.", max_length=200),
                ),
                (
                    "quote_policy",
                    models.CharField(
                        choices=[
                            ("full", "Quotes and whole texts"),
                            ("sentence", "Quotes of at most one sentence"),
                            ("none", "No quotes: offsets and hashes only"),
                        ],
                        default="full",
                        help_text="What of the texts may leave the article page: API, exports, feeds, quotations elsewhere.",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SourceUrl",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("url", models.CharField(max_length=2000, unique=True)),
                ("first_seen", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["first_seen", "id"],
            },
        ),
        migrations.CreateModel(
            name="SourceUrlHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("url", models.CharField(max_length=2000)),
                ("first_seen", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TextVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("reason", models.TextField(blank=True, help_text="For colleagues.")),
                (
                    "public_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("misread", "A word misread from the print was put right"),
                            ("missing", "Words missing from the print's copy were added"),
                            ("surplus", "Words that do not belong to the article were removed"),
                            ("characters", "Wrong characters were put right"),
                            ("layout", "Paragraphs or spacing were put right"),
                            ("other", "The text was corrected"),
                        ],
                        help_text="What readers are told.",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["article", "number"],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("start", models.PositiveIntegerField(blank=True, help_text="First code point.", null=True)),
                ("end", models.PositiveIntegerField(blank=True, help_text="One past the last code point.", null=True)),
                ("quote", models.TextField(help_text="The words themselves.")),
                ("prefix", models.CharField(blank=True, help_text="The words just before.", max_length=32)),
                ("suffix", models.CharField(blank=True, help_text="The words just after.", max_length=32)),
                (
                    "text_version",
                    models.PositiveIntegerField(default=1, help_text="The text in which it was last placed."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("anchored", "On its words"),
                            ("check", "Words changed: to check"),
                            ("orphan", "Words deleted"),
                        ],
                        default="anchored",
                        max_length=10,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="articles.article"
                    ),
                ),
            ],
            options={
                "ordering": ["article", "start", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CitationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("start", models.PositiveIntegerField(blank=True, help_text="First code point.", null=True)),
                ("end", models.PositiveIntegerField(blank=True, help_text="One past the last code point.", null=True)),
                ("quote", models.TextField(help_text="The words themselves.")),
                ("prefix", models.CharField(blank=True, help_text="The words just before.", max_length=32)),
                ("suffix", models.CharField(blank=True, help_text="The words just after.", max_length=32)),
                (
                    "text_version",
                    models.PositiveIntegerField(default=1, help_text="The text in which it was last placed."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("anchored", "On its words"),
                            ("check", "Words changed: to check"),
                            ("orphan", "Words deleted"),
                        ],
                        default="anchored",
                        max_length=10,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.citation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CitedReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("date", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "date_words",
                    models.CharField(blank=True, help_text="The date as printed, such as May 28-29.", max_length=100),
                ),
                (
                    "date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="rule",
                        max_length=6,
                    ),
                ),
                ("date_to_check", models.BooleanField(default=False)),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="articles.citation"
                    ),
                ),
            ],
            options={
                "ordering": ["citation", "id"],
            },
        ),
        migrations.CreateModel(
            name="CrossReference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("start", models.PositiveIntegerField(blank=True, help_text="First code point.", null=True)),
                ("end", models.PositiveIntegerField(blank=True, help_text="One past the last code point.", null=True)),
                ("quote", models.TextField(help_text="The words themselves.")),
                ("prefix", models.CharField(blank=True, help_text="The words just before.", max_length=32)),
                ("suffix", models.CharField(blank=True, help_text="The words just after.", max_length=32)),
                (
                    "text_version",
                    models.PositiveIntegerField(default=1, help_text="The text in which it was last placed."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("anchored", "On its words"),
                            ("check", "Words changed: to check"),
                            ("orphan", "Words deleted"),
                        ],
                        default="anchored",
                        max_length=10,
                    ),
                ),
                (
                    "publication_words",
                    models.CharField(blank=True, help_text="The publication as named.", max_length=200),
                ),
                ("volume", models.PositiveIntegerField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("date", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="articles.article"
                    ),
                ),
                (
                    "target_article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cross_references_to",
                        to="articles.article",
                    ),
                ),
                (
                    "target_issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cross_references_to",
                        to="articles.issue",
                    ),
                ),
            ],
            options={
                "ordering": ["article", "start", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CrossReferenceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("start", models.PositiveIntegerField(blank=True, help_text="First code point.", null=True)),
                ("end", models.PositiveIntegerField(blank=True, help_text="One past the last code point.", null=True)),
                ("quote", models.TextField(help_text="The words themselves.")),
                ("prefix", models.CharField(blank=True, help_text="The words just before.", max_length=32)),
                ("suffix", models.CharField(blank=True, help_text="The words just after.", max_length=32)),
                (
                    "text_version",
                    models.PositiveIntegerField(default=1, help_text="The text in which it was last placed."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("anchored", "On its words"),
                            ("check", "Words changed: to check"),
                            ("orphan", "Words deleted"),
                        ],
                        default="anchored",
                        max_length=10,
                    ),
                ),
                (
                    "publication_words",
                    models.CharField(blank=True, help_text="The publication as named.", max_length=200),
                ),
                ("volume", models.PositiveIntegerField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("date", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.crossreference",
                    ),
                ),
                (
                    "target_article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "target_issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.issue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "position",
                    models.PositiveIntegerField(
                        help_text="Part of the permanent address: once public it never passes to another article."
                    ),
                ),
                ("order", models.PositiveIntegerField(help_text="Where it stands among the items of its issue.")),
                (
                    "title_printed",
                    models.TextField(blank=True, help_text="The headline as printed; empty where none was printed."),
                ),
                ("title", models.TextField(help_text="The headline that readers see.")),
                (
                    "title_is_derived",
                    models.BooleanField(default=False, help_text="The title is the first words of the text."),
                ),
                (
                    "byline",
                    models.CharField(blank=True, help_text="The author as printed, without “By”.", max_length=300),
                ),
                ("section", models.CharField(blank=True, max_length=200)),
                ("text_version", models.PositiveIntegerField(default=1, editable=False)),
                ("text_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="When it first became public.", null=True
                    ),
                ),
                ("notes", models.TextField(blank=True, help_text="For colleagues; never shown to the public.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.article",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.issue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IssueHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("volume", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                (
                    "date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="As printed or derived, such as 1999-06-03; empty where unknown.",
                        max_length=60,
                    ),
                ),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "date_basis",
                    models.CharField(
                        choices=[("printed", "Printed"), ("derived", "Derived"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.issue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NewsSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(help_text="As the digest prints it.", max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agency", "News agency"),
                            ("newspaper", "Newspaper"),
                            ("broadcaster", "Broadcaster"),
                            ("official", "Official body"),
                            ("collective", "Several sources as one"),
                            ("digest", "Digest"),
                        ],
                        help_text="Empty until somebody has looked.",
                        max_length=12,
                    ),
                ),
                ("country", models.CharField(blank=True, help_text="ISO 3166 code, such as JP.", max_length=2)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="articles.newssource",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CitedReportHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("date", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="lower"
                    ),
                ),
                (
                    "date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="date", side="upper"
                    ),
                ),
                (
                    "date_words",
                    models.CharField(blank=True, help_text="The date as printed, such as May 28-29.", max_length=100),
                ),
                (
                    "date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="rule",
                        max_length=6,
                    ),
                ),
                ("date_to_check", models.BooleanField(default=False)),
                (
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.citedreport",
                    ),
                ),
                (
                    "news_source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.newssource",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NewsSourceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                ("name", models.CharField(help_text="As the digest prints it.", max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agency", "News agency"),
                            ("newspaper", "Newspaper"),
                            ("broadcaster", "Broadcaster"),
                            ("official", "Official body"),
                            ("collective", "Several sources as one"),
                            ("digest", "Digest"),
                        ],
                        help_text="Empty until somebody has looked.",
                        max_length=12,
                    ),
                ),
                ("country", models.CharField(blank=True, help_text="ISO 3166 code, such as JP.", max_length=2)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.newssource",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.newssource",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OldAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("path", models.CharField(help_text="The old address, from the first slash on.", max_length=300)),
                ("target", models.CharField(help_text="Where it leads now.", max_length=300)),
            ],
            options={
                "verbose_name_plural": "old addresses",
                "ordering": ["path"],
                "indexes": [models.Index(fields=["target"], name="old_address_by_target")],
                "constraints": [
                    models.UniqueConstraint(fields=("path",), name="old_address_leads_to_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("path__startswith", "/")), name="old_address_path_begins_with_slash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("target__startswith", "/")), name="old_address_target_begins_with_slash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("path", models.F("target")), _negated=True),
                        name="old_address_leads_elsewhere",
                    ),
                ],
            },
        ),
        Together(
            [
                migrations.AddField(
                    model_name="article",
                    name="issue",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="articles.issue"
                    ),
                ),
                migrations.AddField(
                    model_name="citedreport",
                    name="news_source",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_reports",
                        to="articles.newssource",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="oldaddress",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_oldaddresshistory" ("created_at", "id", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "updated_at") SELECT new_values."created_at", new_values."id", new_values."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."target", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c01947e9fa73d4487bd75885b6bb016f6376550e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_06acb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_oldaddress",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="oldaddress",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_oldaddresshistory" ("created_at", "id", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."target", NEW."updated_at"); RETURN NULL;',
                            hash="e0c045ede397e2ad31b7566908d9de22683ab582",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c5e3f",
                            table="articles_oldaddress",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="oldaddress",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_oldaddresshistory" ("created_at", "id", "path", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "updated_at") SELECT old_values."created_at", old_values."id", old_values."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."target", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="219639ea58f0b3d5f3d32137b77a766b4f88b964",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_79440",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_oldaddress",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="oldaddresshistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.oldaddress",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publication",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="publication_has_slug"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publication",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="publication_has_title"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publication",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("first_year__isnull", True), ("first_year__range", (1500, 2500)), _connector="OR"
                        ),
                        name="publication_first_year_is_a_year",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="publication",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote_policy__in", ["full", "sentence", "none"])),
                        name="publication_quote_policy_is_known",
                    ),
                ),
                migrations.AddField(
                    model_name="issuehistory",
                    name="publication",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.publication",
                    ),
                ),
                migrations.AddField(
                    model_name="issue",
                    name="publication",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="articles.publication"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="c2e13d7ee3b691a810dd1cd32712d94a9ca159b2",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_69fac",
                            table="articles_publication",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="slug_is_fixed_once_public",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func="\n                    IF EXISTS (\n                        SELECT 1 FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id\n                        WHERE i.publication_id = OLD.id AND a.published_at IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'The slug of publication % is part of public addresses and stays.', OLD.slug\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_slug_is_fixed_once_public';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="8075c949703155101e24169e64d732bc69acda96",
                            operation='UPDATE OF "slug"',
                            pgid="pgtrigger_slug_is_fixed_once_public_05b44",
                            table="articles_publication",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_publicationhistory" ("aliases", "created_at", "description", "first_year", "id", "language", "licence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "quote_policy", "revision", "slug", "title", "updated_at") SELECT new_values."aliases", new_values."created_at", new_values."description", new_values."first_year", new_values."id", new_values."language", new_values."licence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."publisher", new_values."quote_policy", new_values."revision", new_values."slug", new_values."title", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="15c4412bd85d6aee8287cbccc9e29725254bfe04",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_14679",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_publicationhistory" ("aliases", "created_at", "description", "first_year", "id", "language", "licence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "quote_policy", "revision", "slug", "title", "updated_at") VALUES (NEW."aliases", NEW."created_at", NEW."description", NEW."first_year", NEW."id", NEW."language", NEW."licence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publisher", NEW."quote_policy", NEW."revision", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                            hash="8a95feb279e922aba9e48c0ccd224a3292d4625d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d794d",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_publicationhistory" ("aliases", "created_at", "description", "first_year", "id", "language", "licence", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "quote_policy", "revision", "slug", "title", "updated_at") SELECT old_values."aliases", old_values."created_at", old_values."description", old_values."first_year", old_values."id", old_values."language", old_values."licence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."publisher", old_values."quote_policy", old_values."revision", old_values."slug", old_values."title", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8ceb2d300923b1c36527bb1e563e38088495ab6c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ba2ca",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_publication",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="publicationhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.publication",
                    ),
                ),
                migrations.AddField(
                    model_name="sourceurl",
                    name="article",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="urls", to="articles.article"
                    ),
                ),
                migrations.AddField(
                    model_name="sourceurlhistory",
                    name="article",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                migrations.AddField(
                    model_name="sourceurlhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="articles.sourceurl",
                    ),
                ),
                migrations.AddField(
                    model_name="textversion",
                    name="article",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="articles.article"
                    ),
                ),
                migrations.AddField(
                    model_name="textversion",
                    name="made_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True), ("state", "orphan")),
                            models.Q(
                                ("end__isnull", False), ("start__isnull", False), ("state__in", ["anchored", "check"])
                            ),
                            _connector="OR",
                        ),
                        name="citation_has_place_unless_orphan",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="citation_end_after_start"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote", ""), _negated=True), name="citation_has_quote"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("article", "start", "end"),
                        name="citation_is_one_of_its_place",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locks_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE; RETURN NEW;",
                            hash="da712ae979119d0faa18c80759455ebb0d17d43a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_locks_article_763b4",
                            table="articles_citation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stands_on_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n        IF EXISTS (\n            SELECT 1 FROM articles_citation s JOIN articles_article a ON a.id = s.article_id\n            WHERE s.id = NEW.id AND s.state <> 'orphan'\n            AND (s.\"end\" > char_length(a.text)\n                OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n        ) THEN RAISE EXCEPTION 'Span % does not stand on the words that it quotes.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'span_stands_on_its_words';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="21f6a0494ba44650515454c0b74569373cf94c2f",
                            operation='INSERT OR UPDATE OF "article_id", "start", "end", "quote", "state"',
                            pgid="pgtrigger_stands_on_its_words_3c7d4",
                            table="articles_citation",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citationhistory" ("article_id", "created_at", "end", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "state", "suffix", "text_version", "updated_at") SELECT new_values."article_id", new_values."created_at", new_values."end", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."quote", new_values."start", new_values."state", new_values."suffix", new_values."text_version", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="865cd5f903bb2105c6fbafe314d52feb8f64e350",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bdf2d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_citationhistory" ("article_id", "created_at", "end", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "state", "suffix", "text_version", "updated_at") VALUES (NEW."article_id", NEW."created_at", NEW."end", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prefix", NEW."quote", NEW."start", NEW."state", NEW."suffix", NEW."text_version", NEW."updated_at"); RETURN NULL;',
                            hash="61ba9d52251df8183ef40e263eb8576814aca9d6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9338",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citationhistory" ("article_id", "created_at", "end", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "start", "state", "suffix", "text_version", "updated_at") SELECT old_values."article_id", old_values."created_at", old_values."end", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."quote", old_values."start", old_values."state", old_values."suffix", old_values."text_version", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e0d83d4f2fcdb439ffdde21ca9ee5635d71b109b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9e4fc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="15f144e913c0489729ec520c0763e79aaae3a620",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c4eaa",
                            table="articles_citationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreferencehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ada86fb80a7e5fbe3eadcdee24ba060311efb47f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f9d12",
                            table="articles_crossreferencehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True), ("state", "orphan")),
                            models.Q(
                                ("end__isnull", False), ("start__isnull", False), ("state__in", ["anchored", "check"])
                            ),
                            _connector="OR",
                        ),
                        name="crossreference_has_place_unless_orphan",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="crossreference_end_after_start"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote", ""), _negated=True), name="crossreference_has_quote"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("article", "start", "end", "date"),
                        name="cross_reference_is_one_of_its_place",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("target_issue__isnull", True), ("target_article__isnull", True), _connector="OR"
                        ),
                        name="cross_reference_leads_to_one_target",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="crossreference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date", ""), ("date_lower__isnull", True), ("date_upper__isnull", True)),
                            models.Q(
                                models.Q(("date", ""), _negated=True),
                                models.Q(
                                    ("date_lower__isnull", True),
                                    ("date_upper__isnull", True),
                                    ("date_lower__lte", models.F("date_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="cross_reference_date_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locks_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE; RETURN NEW;",
                            hash="530ec817b96f14e50168a6af8c9b6dea24a4d105",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_locks_article_3b638",
                            table="articles_crossreference",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stands_on_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n        IF EXISTS (\n            SELECT 1 FROM articles_crossreference s JOIN articles_article a ON a.id = s.article_id\n            WHERE s.id = NEW.id AND s.state <> 'orphan'\n            AND (s.\"end\" > char_length(a.text)\n                OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n        ) THEN RAISE EXCEPTION 'Span % does not stand on the words that it quotes.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'span_stands_on_its_words';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="bf8bda7f257aa788772627a89ea0a2f44e839065",
                            operation='INSERT OR UPDATE OF "article_id", "start", "end", "quote", "state"',
                            pgid="pgtrigger_stands_on_its_words_2c3de",
                            table="articles_crossreference",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") SELECT new_values."article_id", new_values."created_at", new_values."date", new_values."date_lower", new_values."date_upper", new_values."end", new_values."id", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."publication_words", new_values."quote", new_values."start", new_values."state", new_values."suffix", new_values."target_article_id", new_values."target_issue_id", new_values."text_version", new_values."updated_at", new_values."volume" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5f6a7656d4b535025de813166857f9a33d4ee6bb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5f0bb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") VALUES (NEW."article_id", NEW."created_at", NEW."date", NEW."date_lower", NEW."date_upper", NEW."end", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prefix", NEW."publication_words", NEW."quote", NEW."start", NEW."state", NEW."suffix", NEW."target_article_id", NEW."target_issue_id", NEW."text_version", NEW."updated_at", NEW."volume"); RETURN NULL;',
                            hash="b9441b68b6532fea7c04daad09e4e4755aaf476e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b645b",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="crossreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_crossreferencehistory" ("article_id", "created_at", "date", "date_lower", "date_upper", "end", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "publication_words", "quote", "start", "state", "suffix", "target_article_id", "target_issue_id", "text_version", "updated_at", "volume") SELECT old_values."article_id", old_values."created_at", old_values."date", old_values."date_lower", old_values."date_upper", old_values."end", old_values."id", old_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."publication_words", old_values."quote", old_values."start", old_values."state", old_values."suffix", old_values."target_article_id", old_values."target_issue_id", old_values."text_version", old_values."updated_at", old_values."volume" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4f7166fd2b54b83ec7fde8147a7d1ee1be5f44f7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_99b29",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_crossreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="articlehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="875151357a0d8694f313a6e18ead2323bddf8923",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bd2c8",
                            table="articles_articlehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="article",
                    index=models.Index(fields=["status", "issue"], name="article_by_status"),
                ),
                migrations.AddIndex(
                    model_name="article",
                    index=models.Index(fields=["section"], name="article_by_section"),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.UniqueConstraint(
                        fields=("issue", "position"), name="article_is_alone_on_its_position"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)), name="article_position_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("order__gte", 1)), name="article_order_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="article_has_title"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="article_has_text"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 200000
                        ),
                        name="article_text_is_bounded",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "text__regex",
                                "[\\u0001-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029]|^\\n|\\n$|\\n\\n\\n",
                            ),
                            _negated=True,
                        ),
                        name="article_text_is_normalised",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text_sha256__regex", "^[0-9a-f]{64}$")), name="article_text_hash_is_sha256"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text_version__gte", 1)), name="article_text_version_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "in_review", "published", "withdrawn"])),
                        name="article_status_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "in_review"]), ("published_at__isnull", False), _connector="OR"
                        ),
                        name="article_published_has_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="article",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title_is_derived", False), ("title_printed", ""), _connector="OR"),
                        name="article_derived_title_only_without_printed",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="e807892b2d1b8dce8c02aa4e5aaf5cb24cb2e80d",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_0ab6c",
                            table="articles_article",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="position_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF (TG_OP = 'INSERT' OR (NEW.issue_id, NEW.position) IS DISTINCT FROM (OLD.issue_id, OLD.position)) AND EXISTS (\n        SELECT 1 FROM articles_articlehistory h\n        WHERE h.issue_id = NEW.issue_id AND h.position = NEW.position\n        AND h.pgh_obj_id <> NEW.id AND h.published_at IS NOT NULL\n    ) THEN RAISE EXCEPTION 'Position % was the public address of another article: choose one that none ever had.', NEW.position USING ERRCODE = 'check_violation', CONSTRAINT = 'article_position_never_passes_on';\n    END IF;\n    RETURN NEW;\n",
                            hash="cc916edd308c9babd19a23b631f99b13dec4a93b",
                            operation='INSERT OR UPDATE OF "issue_id", "position"',
                            pgid="pgtrigger_position_stays_7df1f",
                            table="articles_article",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="text_is_its_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM articles_article a WHERE a.id = NEW.id AND NOT EXISTS (\n            SELECT 1 FROM articles_textversion v\n            WHERE v.article_id = a.id AND v.number = a.text_version AND v.text = a.text\n        )\n    ) THEN RAISE EXCEPTION 'The text of article % is not its current text version.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'article_text_is_its_version';\n    END IF;\n    RETURN NULL;\n",
                            hash="29e06318659f9012777fefccd1a3069054ff776a",
                            operation='INSERT OR UPDATE OF "text", "text_version"',
                            pgid="pgtrigger_text_is_its_version_e5e22",
                            table="articles_article",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="text_keeps_citation",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n            IF EXISTS (\n                SELECT 1 FROM articles_citation s JOIN articles_article a ON a.id = s.article_id\n                WHERE a.id = NEW.id AND s.state <> 'orphan'\n                AND (s.\"end\" > char_length(a.text)\n                    OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n            ) THEN RAISE EXCEPTION 'The text of article % changed under a span.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'text_keeps_its_spans';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="8e521bfa91c1f2afe4efe903acb477d1c5d3099e",
                            operation='UPDATE OF "text"',
                            pgid="pgtrigger_text_keeps_citation_78d27",
                            table="articles_article",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="text_keeps_crossreference",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n            IF EXISTS (\n                SELECT 1 FROM articles_crossreference s JOIN articles_article a ON a.id = s.article_id\n                WHERE a.id = NEW.id AND s.state <> 'orphan'\n                AND (s.\"end\" > char_length(a.text)\n                    OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n            ) THEN RAISE EXCEPTION 'The text of article % changed under a span.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'text_keeps_its_spans';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="09c312d125c64d44655f20b20e38d2b27ef6a3fa",
                            operation='UPDATE OF "text"',
                            pgid="pgtrigger_text_keeps_crossreference_7b78f",
                            table="articles_article",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT new_values."byline", new_values."created_at", new_values."id", new_values."issue_id", new_values."notes", new_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."position", new_values."published_at", new_values."revision", new_values."section", new_values."status", new_values."text_sha256", new_values."text_version", new_values."title", new_values."title_is_derived", new_values."title_printed", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fb0fc93db103ac81c465dee3c1b56f6d0f485022",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b6ebd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."byline" IS DISTINCT FROM (NEW."byline") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue_id" IS DISTINCT FROM (NEW."issue_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."order" IS DISTINCT FROM (NEW."order") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text_sha256" IS DISTINCT FROM (NEW."text_sha256") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_is_derived" IS DISTINCT FROM (NEW."title_is_derived") OR OLD."title_printed" IS DISTINCT FROM (NEW."title_printed") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                            func='INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") VALUES (NEW."byline", NEW."created_at", NEW."id", NEW."issue_id", NEW."notes", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."position", NEW."published_at", NEW."revision", NEW."section", NEW."status", NEW."text_sha256", NEW."text_version", NEW."title", NEW."title_is_derived", NEW."title_printed", NEW."updated_at"); RETURN NULL;',
                            hash="087b6ecb952eb6aedce11ff2e9d973980f39a682",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7697",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="article",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articlehistory" ("byline", "created_at", "id", "issue_id", "notes", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "published_at", "revision", "section", "status", "text_sha256", "text_version", "title", "title_is_derived", "title_printed", "updated_at") SELECT old_values."byline", old_values."created_at", old_values."id", old_values."issue_id", old_values."notes", old_values."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."position", old_values."published_at", old_values."revision", old_values."section", old_values."status", old_values."text_sha256", old_values."text_version", old_values."title", old_values."title_is_derived", old_values."title_printed", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7346304372be6ffb6fbf1a94a6a55820950f7504",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ddb9c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_article",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="newssource",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="news_source_is_one_a_spelling"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="newssource",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="news_source_has_slug"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="newssource",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="news_source_has_name"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="newssource",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind", ""),
                            ("kind__in", ["agency", "newspaper", "broadcaster", "official", "collective", "digest"]),
                            _connector="OR",
                        ),
                        name="news_source_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="newssource",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                        name="news_source_country_is_iso_code",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="2e2ee8c82d271fd380b054979ad161c6ac95bfd7",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_0dc18",
                            table="articles_newssource",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="merged_into_final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                            func="\n            PERFORM 1 FROM articles_newssource WHERE id = NEW.merged_into_id FOR NO KEY UPDATE;\n            IF NEW.merged_into_id = NEW.id\n                OR EXISTS (SELECT 1 FROM articles_newssource WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)\n                OR EXISTS (SELECT 1 FROM articles_newssource WHERE merged_into_id = NEW.id)\n            THEN RAISE EXCEPTION 'Row % can only be merged into one that stands for itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'articles_newssource_merged_into_final';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7fba9034feb25595c32480c8524938ccf17a241a",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_merged_into_final_9e036",
                            table="articles_newssource",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_newssourcehistory" ("aliases", "country", "created_at", "id", "kind", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at") SELECT new_values."aliases", new_values."country", new_values."created_at", new_values."id", new_values."kind", new_values."merged_into_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."slug", new_values."sort_key", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="88081f8abebaf5e7b25b9ff7eb1328342510427d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6d46",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_newssourcehistory" ("aliases", "country", "created_at", "id", "kind", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at") VALUES (NEW."aliases", NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."slug", NEW."sort_key", NEW."updated_at"); RETURN NULL;',
                            hash="dbdcaf7ee127f9f6393798d59ea61798de99cff0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_682c6",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_newssourcehistory" ("aliases", "country", "created_at", "id", "kind", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at") SELECT old_values."aliases", old_values."country", old_values."created_at", old_values."id", old_values."kind", old_values."merged_into_id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."slug", old_values."sort_key", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ec038f62d51b9582170578f57003e156370ef9d8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21a2a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_newssource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreporthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3c911c5a9fd1baf6bef342fe07047923d33f071d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97215",
                            table="articles_citedreporthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citedreport",
                    constraint=models.UniqueConstraint(
                        fields=("citation", "news_source", "date", "date_words"), name="cited_report_is_named_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citedreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_origin__in", ["rule", "person"])),
                        name="cited_report_date_origin_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citedreport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date", ""), ("date_lower__isnull", True), ("date_upper__isnull", True)),
                            models.Q(
                                models.Q(("date", ""), _negated=True),
                                models.Q(
                                    ("date_lower__isnull", True),
                                    ("date_upper__isnull", True),
                                    ("date_lower__lte", models.F("date_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="cited_report_date_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT new_values."citation_id", new_values."created_at", new_values."date", new_values."date_lower", new_values."date_origin", new_values."date_to_check", new_values."date_upper", new_values."date_words", new_values."id", new_values."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d096161605daeacefa360b64b1583b4fd7323e3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2640c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."citation_id", NEW."created_at", NEW."date", NEW."date_lower", NEW."date_origin", NEW."date_to_check", NEW."date_upper", NEW."date_words", NEW."id", NEW."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."updated_at"); RETURN NULL;',
                            hash="cbc890451aab3215f1fc791545128567f51ce810",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_57154",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citedreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_citedreporthistory" ("citation_id", "created_at", "date", "date_lower", "date_origin", "date_to_check", "date_upper", "date_words", "id", "news_source_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT old_values."citation_id", old_values."created_at", old_values."date", old_values."date_lower", old_values."date_origin", old_values."date_to_check", old_values."date_upper", old_values."date_words", old_values."id", old_values."news_source_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0f8f7e77f314a94df3cc06eebb45867db40e74b8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_026a6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_citedreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="newssourcehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7c0f7debd279a7b5ee5ae9cf1b41a39b486f2cfe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7b0b5",
                            table="articles_newssourcehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="oldaddresshistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="877e751c68043154d2d6b82bc2cd8efbc27683da",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5b944",
                            table="articles_oldaddresshistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issuehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="876f4a792da122034e0cd8a12a1dd3f963563106",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_41585",
                            table="articles_issuehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="issue",
                    index=models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "date_upper", "date_lower", models.Value(datetime.date(1, 1, 1), models.DateField())
                            ),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="issue_by_newest",
                    ),
                ),
                migrations.AddIndex(
                    model_name="issue",
                    index=models.Index(
                        django.db.models.functions.comparison.Coalesce(
                            "date_lower", "date_upper", models.Value(datetime.date(9999, 12, 31), models.DateField())
                        ),
                        models.F("id"),
                        name="issue_by_oldest",
                    ),
                ),
                migrations.AddIndex(
                    model_name="issue",
                    index=models.Index(fields=["date_upper"], name="issue_by_last_day"),
                ),
                migrations.AddIndex(
                    model_name="issue",
                    index=models.Index(fields=["date_lower"], name="issue_by_first_day"),
                ),
                migrations.AddConstraint(
                    model_name="issue",
                    constraint=models.UniqueConstraint(
                        fields=("publication", "volume", "number"), name="issue_is_one_of_its_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="issue",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("volume__gte", 1)), name="issue_volume_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="issue",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="issue_number_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="issue",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date", ""), ("date_basis", "unknown")),
                            models.Q(models.Q(("date", ""), _negated=True), ("date_basis__in", ["printed", "derived"])),
                            _connector="OR",
                        ),
                        name="issue_date_and_basis_agree",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="issue",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date", ""), ("date_lower__isnull", True), ("date_upper__isnull", True)),
                            models.Q(
                                models.Q(("date", ""), _negated=True),
                                models.Q(
                                    ("date_lower__isnull", True),
                                    ("date_upper__isnull", True),
                                    ("date_lower__lte", models.F("date_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="issue_date_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="7d84ad276f7f1ba58e33e9ad4dcd60223d3dc70c",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_35dc7",
                            table="articles_issue",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_issuehistory" ("created_at", "date", "date_basis", "date_lower", "date_upper", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication_id", "revision", "updated_at", "volume") SELECT new_values."created_at", new_values."date", new_values."date_basis", new_values."date_lower", new_values."date_upper", new_values."id", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."publication_id", new_values."revision", new_values."updated_at", new_values."volume" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="056e021ca00048968eb34789bc5027e1747009fe",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e940c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_issuehistory" ("created_at", "date", "date_basis", "date_lower", "date_upper", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication_id", "revision", "updated_at", "volume") VALUES (NEW."created_at", NEW."date", NEW."date_basis", NEW."date_lower", NEW."date_upper", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publication_id", NEW."revision", NEW."updated_at", NEW."volume"); RETURN NULL;',
                            hash="6d967e633183a6b4e5071d8dec2e79257fefbcf1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_193e8",
                            table="articles_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="issue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_issuehistory" ("created_at", "date", "date_basis", "date_lower", "date_upper", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication_id", "revision", "updated_at", "volume") SELECT old_values."created_at", old_values."date", old_values."date_basis", old_values."date_lower", old_values."date_upper", old_values."id", old_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."publication_id", old_values."revision", old_values."updated_at", old_values."volume" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1ea04f69af71ca225225f8612b4c4d2f2370ed01",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4efc3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_issue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publicationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9a190157d9868a5f70989c18866f03b17aeea981",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6624c",
                            table="articles_publicationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourceurl",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("url__regex", "^https?://")), name="source_url_is_web_address"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_sourceurlhistory" ("article_id", "created_at", "first_seen", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "url") SELECT new_values."article_id", new_values."created_at", new_values."first_seen", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."updated_at", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b3325c49d8b1de47f94565a23cf93ec1f949efc2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_df426",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "articles_sourceurlhistory" ("article_id", "created_at", "first_seen", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "url") VALUES (NEW."article_id", NEW."created_at", NEW."first_seen", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."updated_at", NEW."url"); RETURN NULL;',
                            hash="d0e28f4f30683c8b2c2b0afc618419b5e3aae00c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6759b",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurl",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_sourceurlhistory" ("article_id", "created_at", "first_seen", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "url") SELECT old_values."article_id", old_values."created_at", old_values."first_seen", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."updated_at", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="46967875a23861bf88a5c38eee68eb1130c5429f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eaa4d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="articles_sourceurl",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceurlhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="722aa359dc1ee995a5bcb1b10de1220f886bfba4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_89baa",
                            table="articles_sourceurlhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.UniqueConstraint(
                        fields=("article", "number"), name="text_version_number_is_its_own"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="text_version_number_is_positive"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__lte", 1), ("public_reason", "")),
                            models.Q(
                                ("number__gt", 1),
                                (
                                    "public_reason__in",
                                    ["misread", "missing", "surplus", "characters", "layout", "other"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="text_version_correction_has_public_reason",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="textversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="written_once",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="f8067d5db9975c65f6ecd42125348bff04ff34f8",
                            operation="UPDATE",
                            pgid="pgtrigger_written_once_686c2",
                            table="articles_textversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="textversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="goes_with_its_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n                    IF EXISTS (SELECT 1 FROM articles_article a WHERE a.id = OLD.article_id) THEN\n                        RAISE EXCEPTION 'Texts of article % stay.', OLD.article_id USING ERRCODE = 'check_violation', CONSTRAINT = 'text_version_goes_with_its_article';\n                    END IF;\n                    RETURN NULL;\n                ",
                            hash="405f4aa889cb08b6bedbbd7bbd2b4c569d5146ce",
                            operation="DELETE",
                            pgid="pgtrigger_goes_with_its_article_c3a35",
                            table="articles_textversion",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
