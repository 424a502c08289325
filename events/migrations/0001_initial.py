import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import articles.models.date_fields
from articles.migrations._together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Context",
            fields=[
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("code", models.CharField(max_length=30, primary_key=True, serialize=False)),
            ],
            options={
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="ContextHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("code", models.CharField(max_length=30, serialize=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "label",
                    models.CharField(
                        help_text="What happened, in a short sentence without a final stop.", max_length=300
                    ),
                ),
                (
                    "date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it happened, such as 1999-05-28/1999-05-30 or [..1999-12-31].",
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
                ("date_words", models.CharField(blank=True, help_text="The words that say when.", max_length=200)),
                (
                    "date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("date_to_check", models.BooleanField(default=False)),
                (
                    "geo_precision",
                    models.CharField(
                        choices=[
                            ("city", "City"),
                            ("admin1", "First-level division"),
                            ("country", "Country"),
                            ("region", "Region"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("codebook_version", models.CharField(help_text="The codebook by which it was coded.", max_length=20)),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("occurred", "Occurred"),
                            ("ongoing", "Ongoing"),
                            ("planned", "Planned"),
                            ("proposed", "Proposed"),
                            ("alleged", "Alleged"),
                            ("denied", "Denied"),
                            ("cancelled", "Cancelled"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("has_conflict", models.BooleanField(default=False, editable=False)),
                ("min_sources", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventContext",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "ordering": ["event", "context", "id"],
            },
        ),
        migrations.CreateModel(
            name="EventContextHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventHistory",
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
                    "label",
                    models.CharField(
                        help_text="What happened, in a short sentence without a final stop.", max_length=300
                    ),
                ),
                (
                    "date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it happened, such as 1999-05-28/1999-05-30 or [..1999-12-31].",
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
                ("date_words", models.CharField(blank=True, help_text="The words that say when.", max_length=200)),
                (
                    "date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("date_to_check", models.BooleanField(default=False)),
                (
                    "geo_precision",
                    models.CharField(
                        choices=[
                            ("city", "City"),
                            ("admin1", "First-level division"),
                            ("country", "Country"),
                            ("region", "Region"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("codebook_version", models.CharField(help_text="The codebook by which it was coded.", max_length=20)),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("occurred", "Occurred"),
                            ("ongoing", "Ongoing"),
                            ("planned", "Planned"),
                            ("proposed", "Proposed"),
                            ("alleged", "Alleged"),
                            ("denied", "Denied"),
                            ("cancelled", "Cancelled"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("has_conflict", models.BooleanField(default=False, editable=False)),
                ("min_sources", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventRelation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("part_of", "Part of"),
                            ("aims_at", "Aims at"),
                            ("realises", "Carries out"),
                            ("about", "About"),
                            ("contradicts", "Contradicts"),
                        ],
                        max_length=12,
                    ),
                ),
            ],
            options={
                "ordering": ["source", "kind", "id"],
            },
        ),
        migrations.CreateModel(
            name="EventRelationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("part_of", "Part of"),
                            ("aims_at", "Aims at"),
                            ("realises", "Carries out"),
                            ("about", "About"),
                            ("contradicts", "Contradicts"),
                        ],
                        max_length=12,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventType",
            fields=[
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False)),
                (
                    "quad",
                    models.CharField(
                        choices=[
                            ("verbal-cooperation", "Verbal cooperation"),
                            ("material-cooperation", "Material cooperation"),
                            ("verbal-conflict", "Verbal conflict"),
                            ("material-conflict", "Material conflict"),
                            ("none", "None"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "needs_recipient",
                    models.BooleanField(default=False, help_text="A report is confirmed only with a recipient."),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("actor", "Actor"),
                                ("recipient", "Recipient"),
                                ("mediator", "Mediator"),
                                ("victim", "Victim"),
                                ("host", "Host"),
                                ("topic", "Topic"),
                            ],
                            max_length=10,
                        ),
                        help_text="The roles that are legal for it.",
                        size=None,
                    ),
                ),
                ("examples", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="EventTypeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("code", models.CharField(max_length=20, serialize=False)),
                (
                    "quad",
                    models.CharField(
                        choices=[
                            ("verbal-cooperation", "Verbal cooperation"),
                            ("material-cooperation", "Material cooperation"),
                            ("verbal-conflict", "Verbal conflict"),
                            ("material-conflict", "Material conflict"),
                            ("none", "None"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "needs_recipient",
                    models.BooleanField(default=False, help_text="A report is confirmed only with a recipient."),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("actor", "Actor"),
                                ("recipient", "Recipient"),
                                ("mediator", "Mediator"),
                                ("victim", "Victim"),
                                ("host", "Host"),
                                ("topic", "Topic"),
                            ],
                            max_length=10,
                        ),
                        help_text="The roles that are legal for it.",
                        size=None,
                    ),
                ),
                ("examples", models.JSONField(default=list)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("sentence", "Sentence"),
                            ("trigger", "Trigger"),
                            ("hedge", "Hedge"),
                            ("time", "Time"),
                            ("place", "Place"),
                            ("participant", "Participant"),
                        ],
                        max_length=11,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["report", "start", "end", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceHistory",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("sentence", "Sentence"),
                            ("trigger", "Trigger"),
                            ("hedge", "Hedge"),
                            ("time", "Time"),
                            ("place", "Place"),
                            ("participant", "Participant"),
                        ],
                        max_length=11,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
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
                ("kind", models.CharField(choices=[("actor", "Actor"), ("place", "Place")], max_length=5)),
                (
                    "reading",
                    models.CharField(
                        choices=[("entity", "Itself"), ("metonym", "Metonym: its government")],
                        default="entity",
                        max_length=7,
                    ),
                ),
            ],
            options={
                "ordering": ["article", "start", "end", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MentionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
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
                ("kind", models.CharField(choices=[("actor", "Actor"), ("place", "Place")], max_length=5)),
                (
                    "reading",
                    models.CharField(
                        choices=[("entity", "Itself"), ("metonym", "Metonym: its government")],
                        default="entity",
                        max_length=7,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MergeRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("actor", "Actor"), ("place", "Place"), ("event", "Event"), ("source", "News source")],
                        max_length=6,
                    ),
                ),
                ("kept", models.BigIntegerField(help_text="The id of the row that stands for both.")),
                ("merged", models.BigIntegerField(help_text="The id of the row that was merged away.")),
                ("reason", models.TextField(help_text="Why the two are one; for colleagues.")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "moved",
                    models.JSONField(
                        blank=True, default=list, editable=False, help_text="The rows moved, step by step."
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MergeRecordHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "what",
                    models.CharField(
                        choices=[("actor", "Actor"), ("place", "Place"), ("event", "Event"), ("source", "News source")],
                        max_length=6,
                    ),
                ),
                ("kept", models.BigIntegerField(help_text="The id of the row that stands for both.")),
                ("merged", models.BigIntegerField(help_text="The id of the row that was merged away.")),
                ("reason", models.TextField(help_text="Why the two are one; for colleagues.")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "moved",
                    models.JSONField(
                        blank=True, default=list, editable=False, help_text="The rows moved, step by step."
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mode",
            fields=[
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=30)),
                ("example", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["type", "position", "key"],
            },
        ),
        migrations.CreateModel(
            name="ModeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("label", models.CharField(max_length=100)),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(help_text="Its place in the codebook.")),
                ("codebook_version", models.CharField(help_text="The version that last changed it.", max_length=20)),
                (
                    "retired_in",
                    models.CharField(blank=True, help_text="The version that no longer offers it.", max_length=20),
                ),
                ("key", models.CharField(max_length=60, serialize=False)),
                ("code", models.CharField(max_length=30)),
                ("example", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("actor", "Actor"),
                            ("recipient", "Recipient"),
                            ("mediator", "Mediator"),
                            ("victim", "Victim"),
                            ("host", "Host"),
                            ("topic", "Topic"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the office held on the event's date.",
                        max_length=200,
                    ),
                ),
            ],
            options={
                "ordering": ["event", "id"],
            },
        ),
        migrations.CreateModel(
            name="ParticipationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("actor", "Actor"),
                            ("recipient", "Recipient"),
                            ("mediator", "Mediator"),
                            ("victim", "Victim"),
                            ("host", "Host"),
                            ("topic", "Topic"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the office held on the event's date.",
                        max_length=200,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("city", "City"),
                            ("admin1", "First-level division"),
                            ("country", "Country"),
                            ("territory", "Territory"),
                            ("region", "Region of the world"),
                            ("site", "Site"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code; empty where disputed or none.", max_length=2
                    ),
                ),
                (
                    "ancestors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, help_text="Degrees north.", max_digits=8, null=True
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, help_text="Degrees east.", max_digits=8, null=True
                    ),
                ),
                ("geonames", models.PositiveIntegerField(blank=True, help_text="GeoNames id.", null=True)),
                ("wikidata", models.CharField(blank=True, help_text="Wikidata id, such as Q649.", max_length=20)),
            ],
            options={
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "ordering": ["place", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlaceClaimHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(db_index=False, max_length=100)),
                ("name", models.CharField(max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("city", "City"),
                            ("admin1", "First-level division"),
                            ("country", "Country"),
                            ("territory", "Territory"),
                            ("region", "Region of the world"),
                            ("site", "Site"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code; empty where disputed or none.", max_length=2
                    ),
                ),
                (
                    "ancestors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, help_text="Degrees north.", max_digits=8, null=True
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, help_text="Degrees east.", max_digits=8, null=True
                    ),
                ),
                ("geonames", models.PositiveIntegerField(blank=True, help_text="GeoNames id.", null=True)),
                ("wikidata", models.CharField(blank=True, help_text="Wikidata id, such as Q649.", max_length=20)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlaceName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200)),
                (
                    "used",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it was used, such as 1924/1991; empty where that does not matter.",
                        max_length=60,
                    ),
                ),
                (
                    "used_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="lower"
                    ),
                ),
                (
                    "used_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="upper"
                    ),
                ),
            ],
            options={
                "ordering": ["place", "key", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlaceNameHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200)),
                (
                    "used",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it was used, such as 1924/1991; empty where that does not matter.",
                        max_length=60,
                    ),
                ),
                (
                    "used_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="lower"
                    ),
                ),
                (
                    "used_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="upper"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("occurred", "Occurred"),
                            ("ongoing", "Ongoing"),
                            ("planned", "Planned"),
                            ("proposed", "Proposed"),
                            ("alleged", "Alleged"),
                            ("denied", "Denied"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="occurred",
                        max_length=10,
                    ),
                ),
                (
                    "hedged",
                    models.BooleanField(
                        default=False, help_text="The digest says it with a reserve, such as “reportedly”."
                    ),
                ),
                (
                    "background",
                    models.BooleanField(default=False, help_text="Recalled as background, not reported as news."),
                ),
                (
                    "claimed_date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="If this article gives another date than the event has.",
                        max_length=60,
                    ),
                ),
                (
                    "claimed_date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="claimed_date", side="lower"
                    ),
                ),
                (
                    "claimed_date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="claimed_date", side="upper"
                    ),
                ),
                ("claimed_date_words", models.CharField(blank=True, max_length=200)),
                (
                    "claimed_date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("claimed_date_to_check", models.BooleanField(default=False)),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                            ("returned", "Returned"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("review_reason", models.TextField(blank=True, editable=False)),
                ("reviewed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("codebook_version", models.CharField(help_text="The codebook by which it was coded.", max_length=20)),
                ("note", models.TextField(blank=True, help_text="For colleagues; never shown to the public.")),
            ],
            options={
                "ordering": ["article", "id"],
                "permissions": [("review_report", "Can confirm, reject and return reports")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportHistory",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("occurred", "Occurred"),
                            ("ongoing", "Ongoing"),
                            ("planned", "Planned"),
                            ("proposed", "Proposed"),
                            ("alleged", "Alleged"),
                            ("denied", "Denied"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="occurred",
                        max_length=10,
                    ),
                ),
                (
                    "hedged",
                    models.BooleanField(
                        default=False, help_text="The digest says it with a reserve, such as “reportedly”."
                    ),
                ),
                (
                    "background",
                    models.BooleanField(default=False, help_text="Recalled as background, not reported as news."),
                ),
                (
                    "claimed_date",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="If this article gives another date than the event has.",
                        max_length=60,
                    ),
                ),
                (
                    "claimed_date_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="claimed_date", side="lower"
                    ),
                ),
                (
                    "claimed_date_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="claimed_date", side="upper"
                    ),
                ),
                ("claimed_date_words", models.CharField(blank=True, max_length=200)),
                (
                    "claimed_date_origin",
                    models.CharField(
                        choices=[("rule", "Read by rule"), ("person", "Typed by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("claimed_date_to_check", models.BooleanField(default=False)),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Rejected"),
                            ("returned", "Returned"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("review_reason", models.TextField(blank=True, editable=False)),
                ("reviewed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("codebook_version", models.CharField(help_text="The codebook by which it was coded.", max_length=20)),
                ("note", models.TextField(blank=True, help_text="For colleagues; never shown to the public.")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequestKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(help_text="Chosen by whoever sends the request.", max_length=100)),
                ("request_hash", models.CharField(help_text="SHA-256 of what was asked.", max_length=64)),
                ("answer", models.JSONField(blank=True, help_text="What was answered.", null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="RequestKeyHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.CharField(help_text="Chosen by whoever sends the request.", max_length=100)),
                ("request_hash", models.CharField(help_text="SHA-256 of what was asked.", max_length=64)),
                ("answer", models.JSONField(blank=True, help_text="What was answered.", null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleToAnnotate",
            fields=[],
            options={
                "verbose_name": "article to annotate",
                "verbose_name_plural": "articles to annotate",
                "permissions": [("annotate", "Can annotate articles")],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.article",),
        ),
        migrations.CreateModel(
            name="Actor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("name", models.CharField(help_text="The name by which readers know the actor.", max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("state", "State"),
                            ("group", "Group"),
                            ("unnamed", "Unnamed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wikidata", models.CharField(blank=True, help_text="Wikidata id, such as Q34453.", max_length=20)),
                (
                    "unrecognised",
                    models.BooleanField(default=False, help_text="A state that most states do not recognise."),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActorHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("slug", models.SlugField(db_index=False, max_length=100)),
                ("name", models.CharField(help_text="The name by which readers know the actor.", max_length=200)),
                ("sort_key", models.CharField(editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("state", "State"),
                            ("group", "Group"),
                            ("unnamed", "Unnamed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wikidata", models.CharField(blank=True, help_text="Wikidata id, such as Q34453.", max_length=20)),
                (
                    "unrecognised",
                    models.BooleanField(default=False, help_text="A state that most states do not recognise."),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="events.actor",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActorName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200)),
                (
                    "used",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it was used, such as 1991/2004; empty where that does not matter.",
                        max_length=60,
                    ),
                ),
                (
                    "used_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="lower"
                    ),
                ),
                (
                    "used_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="upper"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="events.actor"
                    ),
                ),
            ],
            options={
                "ordering": ["actor", "key", "id"],
            },
        ),
        migrations.CreateModel(
            name="ActorNameHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(editable=False, max_length=200)),
                (
                    "used",
                    articles.models.date_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When it was used, such as 1991/2004; empty where that does not matter.",
                        max_length=60,
                    ),
                ),
                (
                    "used_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="lower"
                    ),
                ),
                (
                    "used_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="used", side="upper"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.actorname",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Affiliation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "office",
                    models.CharField(
                        blank=True, help_text="Such as Foreign Minister; empty for a member.", max_length=200
                    ),
                ),
                (
                    "sector",
                    models.CharField(blank=True, help_text="Sector code of the codebook, such as GOV.", max_length=3),
                ),
                ("start", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "start_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="start", side="lower"
                    ),
                ),
                (
                    "start_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="start", side="upper"
                    ),
                ),
                (
                    "start_is_real",
                    models.BooleanField(default=False, help_text="The office began then; else first cited then."),
                ),
                ("end", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "end_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="end", side="lower"
                    ),
                ),
                (
                    "end_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="end", side="upper"
                    ),
                ),
                (
                    "end_is_real",
                    models.BooleanField(default=False, help_text="The office ended then; else last cited then."),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="events.actor"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="affiliations", to="events.actor"
                    ),
                ),
            ],
            options={
                "ordering": ["person", "start_lower", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AffiliationHistory",
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
                    "office",
                    models.CharField(
                        blank=True, help_text="Such as Foreign Minister; empty for a member.", max_length=200
                    ),
                ),
                (
                    "sector",
                    models.CharField(blank=True, help_text="Sector code of the codebook, such as GOV.", max_length=3),
                ),
                ("start", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "start_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="start", side="lower"
                    ),
                ),
                (
                    "start_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="start", side="upper"
                    ),
                ),
                (
                    "start_is_real",
                    models.BooleanField(default=False, help_text="The office began then; else first cited then."),
                ),
                ("end", articles.models.date_fields.EdtfField(blank=True, default="", max_length=60)),
                (
                    "end_lower",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="end", side="lower"
                    ),
                ),
                (
                    "end_upper",
                    articles.models.date_fields.BoundField(
                        blank=True, editable=False, null=True, of="end", side="upper"
                    ),
                ),
                (
                    "end_is_real",
                    models.BooleanField(default=False, help_text="The office ended then; else last cited then."),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.affiliation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("explicit", "Named in the sentence"),
                            ("paragraph", "Closes the paragraph"),
                            ("inherited", "Carried over"),
                        ],
                        default="paragraph",
                        max_length=10,
                    ),
                ),
                (
                    "cited_report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attributions",
                        to="articles.citedreport",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "cited_report", "id"],
            },
        ),
        migrations.CreateModel(
            name="AttributionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("explicit", "Named in the sentence"),
                            ("paragraph", "Closes the paragraph"),
                            ("inherited", "Carried over"),
                        ],
                        default="paragraph",
                        max_length=10,
                    ),
                ),
                (
                    "cited_report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citedreport",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.attribution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        Together(
            [
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_contexthistory" ("code", "codebook_version", "definition", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in") SELECT new_values."code", new_values."codebook_version", new_values."definition", new_values."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."code", new_values."position", new_values."retired_in" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a29edb95b882c523bf64329f315bcd0fd4dcb909",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4d9f4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_contexthistory" ("code", "codebook_version", "definition", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in") VALUES (NEW."code", NEW."codebook_version", NEW."definition", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."code", NEW."position", NEW."retired_in"); RETURN NULL;',
                            hash="65b5131adf2fcc304f4df6b015c47b246be1e5cf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9001",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="context",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_contexthistory" ("code", "codebook_version", "definition", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in") SELECT old_values."code", old_values."codebook_version", old_values."definition", old_values."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."code", old_values."position", old_values."retired_in" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d14f7777e73eae621a2c237523147cfd927a8439",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e274d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_context",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="contexthistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.context",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="date_read_in",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Where those words stand.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="made_by",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="eventcontext",
                    name="context",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="event_contexts", to="events.context"
                    ),
                ),
                migrations.AddField(
                    model_name="eventcontext",
                    name="event",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="event_contexts", to="events.event"
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="contexts",
                    field=models.ManyToManyField(
                        blank=True, related_name="events", through="events.EventContext", to="events.context"
                    ),
                ),
                migrations.AddField(
                    model_name="eventcontexthistory",
                    name="context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.context",
                    ),
                ),
                migrations.AddField(
                    model_name="eventcontexthistory",
                    name="event",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="eventcontexthistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.eventcontext",
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="date_read_in",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where those words stand.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="made_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="eventrelation",
                    name="source",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relations", to="events.event"
                    ),
                ),
                migrations.AddField(
                    model_name="eventrelation",
                    name="target",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relations_to", to="events.event"
                    ),
                ),
                migrations.AddField(
                    model_name="eventrelationhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.eventrelation",
                    ),
                ),
                migrations.AddField(
                    model_name="eventrelationhistory",
                    name="source",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="eventrelationhistory",
                    name="target",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventtype",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "quad__in",
                                [
                                    "verbal-cooperation",
                                    "material-cooperation",
                                    "verbal-conflict",
                                    "material-conflict",
                                    "none",
                                ],
                            )
                        ),
                        name="event_type_quad_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventtype",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("roles__contained_by", ["actor", "recipient", "mediator", "victim", "host", "topic"])
                        ),
                        name="event_type_roles_are_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventtype",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("needs_recipient", False), ("roles__contains", ["recipient"]), _connector="OR"
                        ),
                        name="event_type_needed_recipient_is_legal",
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="type",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.eventtype",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="type",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="events.eventtype"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventtypehistory" ("code", "codebook_version", "definition", "examples", "label", "needs_recipient", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quad", "retired_in", "roles") SELECT new_values."code", new_values."codebook_version", new_values."definition", new_values."examples", new_values."label", new_values."needs_recipient", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."code", new_values."position", new_values."quad", new_values."retired_in", new_values."roles" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cfbc6da12905f3b4cbfab6cc623f1f740fc096c5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3fc0b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_eventtypehistory" ("code", "codebook_version", "definition", "examples", "label", "needs_recipient", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quad", "retired_in", "roles") VALUES (NEW."code", NEW."codebook_version", NEW."definition", NEW."examples", NEW."label", NEW."needs_recipient", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."code", NEW."position", NEW."quad", NEW."retired_in", NEW."roles"); RETURN NULL;',
                            hash="37ad8fe76738a0ddc6d4fd624a697d2d34c0c73c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_232e2",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventtypehistory" ("code", "codebook_version", "definition", "examples", "label", "needs_recipient", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quad", "retired_in", "roles") SELECT old_values."code", old_values."codebook_version", old_values."definition", old_values."examples", old_values."label", old_values."needs_recipient", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."code", old_values."position", old_values."quad", old_values."retired_in", old_values."roles" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b258971c7c7b0d042ee3d9a19e4c4c1cde54a3e9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_01c6c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="eventtypehistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.eventtype",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="article",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="articles.article"
                    ),
                ),
                migrations.AddField(
                    model_name="evidencehistory",
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
                    model_name="evidencehistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.evidence",
                    ),
                ),
                migrations.AddField(
                    model_name="mention",
                    name="actor",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.actor",
                    ),
                ),
                migrations.AddField(
                    model_name="mention",
                    name="article",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="articles.article"
                    ),
                ),
                migrations.AddField(
                    model_name="evidencehistory",
                    name="mention",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.mention",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="mention",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="events.mention",
                    ),
                ),
                migrations.AddField(
                    model_name="mentionhistory",
                    name="actor",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                migrations.AddField(
                    model_name="mentionhistory",
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
                    model_name="mentionhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.mention",
                    ),
                ),
                migrations.AddField(
                    model_name="mergerecord",
                    name="by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="mergerecord",
                    name="undone_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="mergerecordhistory",
                    name="by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="mergerecordhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.mergerecord",
                    ),
                ),
                migrations.AddField(
                    model_name="mergerecordhistory",
                    name="undone_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="mode",
                    name="type",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="modes", to="events.eventtype"
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="mode",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.mode",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="mode",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="events.mode",
                    ),
                ),
                migrations.AddField(
                    model_name="modehistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.mode",
                    ),
                ),
                migrations.AddField(
                    model_name="modehistory",
                    name="type",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.eventtype",
                    ),
                ),
                migrations.AddField(
                    model_name="participation",
                    name="actor",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="participations", to="events.actor"
                    ),
                ),
                migrations.AddField(
                    model_name="participation",
                    name="event",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="participations", to="events.event"
                    ),
                ),
                migrations.AddField(
                    model_name="evidencehistory",
                    name="participation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.participation",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="participation",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="events.participation",
                    ),
                ),
                migrations.AddField(
                    model_name="participationhistory",
                    name="actor",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                migrations.AddField(
                    model_name="participationhistory",
                    name="event",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="participationhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.participation",
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="made_by",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="What it lies in.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="mentionhistory",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="mention",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="eventhistory",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="placeclaim",
                    name="place",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="place_claims", to="events.place"
                    ),
                ),
                migrations.AddField(
                    model_name="placeclaim",
                    name="state",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="place_claims", to="events.actor"
                    ),
                ),
                migrations.AddField(
                    model_name="place",
                    name="claimed_by",
                    field=models.ManyToManyField(
                        blank=True, related_name="claims", through="events.PlaceClaim", to="events.actor"
                    ),
                ),
                migrations.AddField(
                    model_name="placeclaimhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.placeclaim",
                    ),
                ),
                migrations.AddField(
                    model_name="placeclaimhistory",
                    name="place",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="placeclaimhistory",
                    name="state",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                migrations.AddField(
                    model_name="placehistory",
                    name="made_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="placehistory",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="placehistory",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What it lies in.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="placehistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="placename",
                    name="place",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="events.place"
                    ),
                ),
                migrations.AddField(
                    model_name="placenamehistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.placename",
                    ),
                ),
                migrations.AddField(
                    model_name="placenamehistory",
                    name="place",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="article",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="articles.article"
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="claimed_place",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="If this article gives another place than the event has.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims_of_reports",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="claimed_type",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="If this article tells of another type than the event has.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims_of_reports",
                        to="events.eventtype",
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="coder",
                    field=models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coded_reports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="event",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="events.event"
                    ),
                ),
                migrations.AddField(
                    model_name="report",
                    name="reviewer",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviewed_reports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="participationhistory",
                    name="report",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.report",
                    ),
                ),
                migrations.AddField(
                    model_name="participation",
                    name="report",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claimed_participations",
                        to="events.report",
                    ),
                ),
                migrations.AddField(
                    model_name="evidencehistory",
                    name="report",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.report",
                    ),
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="report",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="events.report"
                    ),
                ),
                migrations.AddField(
                    model_name="attributionhistory",
                    name="report",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.report",
                    ),
                ),
                migrations.AddField(
                    model_name="attribution",
                    name="report",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attributions", to="events.report"
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
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
                    model_name="reporthistory",
                    name="claimed_place",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="If this article gives another place than the event has.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.place",
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
                    name="claimed_type",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="If this article tells of another type than the event has.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.eventtype",
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
                    name="coder",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
                    name="event",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.report",
                    ),
                ),
                migrations.AddField(
                    model_name="reporthistory",
                    name="reviewer",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="requestkey",
                    name="user",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request_keys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="requestkeyhistory",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="events.requestkey",
                    ),
                ),
                migrations.AddField(
                    model_name="requestkeyhistory",
                    name="user",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="articletoannotate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="text_keeps_evidence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n            IF EXISTS (\n                SELECT 1 FROM events_evidence s JOIN articles_article a ON a.id = s.article_id\n                WHERE a.id = NEW.id AND s.state <> 'orphan'\n                AND (s.\"end\" > char_length(a.text)\n                    OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n            ) THEN RAISE EXCEPTION 'The text of article % changed under a span.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'text_keeps_its_spans';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="f553923c5fd972fd3b4e52d2a17574c49c85c083",
                            operation='UPDATE OF "text"',
                            pgid="pgtrigger_text_keeps_evidence_a60bf",
                            table="articles_article",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="articletoannotate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="text_keeps_mention",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n            IF EXISTS (\n                SELECT 1 FROM events_mention s JOIN articles_article a ON a.id = s.article_id\n                WHERE a.id = NEW.id AND s.state <> 'orphan'\n                AND (s.\"end\" > char_length(a.text)\n                    OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n            ) THEN RAISE EXCEPTION 'The text of article % changed under a span.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'text_keeps_its_spans';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="bb8498aa14d8d3af561afaf72e653ed38b5d5093",
                            operation='UPDATE OF "text"',
                            pgid="pgtrigger_text_keeps_mention_d424b",
                            table="articles_article",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="actor",
                    index=models.Index(fields=["sort_key", "id"], name="actor_by_name"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="actor_has_slug"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="actor_has_name"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["person", "organisation", "state", "group", "unnamed"])),
                        name="actor_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("wikidata", ""), ("wikidata__regex", "^Q[1-9][0-9]*$"), _connector="OR"),
                        name="actor_wikidata_is_an_id",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="80cc9218996d357248affb7116b0bf802360a623",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_848a1",
                            table="events_actor",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="merged_into_final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                            func="\n            PERFORM 1 FROM events_actor WHERE id = NEW.merged_into_id FOR NO KEY UPDATE;\n            IF NEW.merged_into_id = NEW.id\n                OR EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)\n                OR EXISTS (SELECT 1 FROM events_actor WHERE merged_into_id = NEW.id)\n            THEN RAISE EXCEPTION 'Row % can only be merged into one that stands for itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_merged_into_final';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="cee038c77f8cef208dc05de1307b8735eb653c83",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_merged_into_final_47478",
                            table="events_actor",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="kind_fits_affiliations",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF EXISTS (\n                        SELECT 1 FROM events_affiliation f\n                        WHERE (f.person_id = NEW.id AND NEW.kind <> 'person')\n                        OR (f.organisation_id = NEW.id AND NEW.kind NOT IN ('state', 'organisation'))\n                    ) THEN RAISE EXCEPTION 'Actor % has affiliations of its old kind.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_kind_fits_affiliations';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="7b70340ccbd77f4431d488db3d9fd7ddbdbea216",
                            operation='UPDATE OF "kind"',
                            pgid="pgtrigger_kind_fits_affiliations_7e5f0",
                            table="events_actor",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_actorhistory" ("created_at", "id", "kind", "made_by_id", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "unrecognised", "updated_at", "wikidata") SELECT new_values."created_at", new_values."id", new_values."kind", new_values."made_by_id", new_values."merged_into_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."slug", new_values."sort_key", new_values."unrecognised", new_values."updated_at", new_values."wikidata" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fadc6f04e36dc8f29afc2c03c6c643910e9e7df8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d29d7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_actorhistory" ("created_at", "id", "kind", "made_by_id", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "unrecognised", "updated_at", "wikidata") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."made_by_id", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."slug", NEW."sort_key", NEW."unrecognised", NEW."updated_at", NEW."wikidata"); RETURN NULL;',
                            hash="ac12d91f11477f5de8eea15abccaa48974522320",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7ce77",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_actorhistory" ("created_at", "id", "kind", "made_by_id", "merged_into_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "unrecognised", "updated_at", "wikidata") SELECT old_values."created_at", old_values."id", old_values."kind", old_values."made_by_id", old_values."merged_into_id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."slug", old_values."sort_key", old_values."unrecognised", old_values."updated_at", old_values."wikidata" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ae3a62f91a18a408e669fc567b8b78cea0bf811f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_47526",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b31d325dcadbe28a123b8f32e0aea1be9157298c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bac9d",
                            table="events_actorhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="actorname",
                    index=models.Index(fields=["key"], name="actor_name_by_key"),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.UniqueConstraint(fields=("actor", "name"), name="actor_name_is_given_once"),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="actor_name_is_not_empty"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("used", ""), ("used_lower__isnull", True), ("used_upper__isnull", True)),
                            models.Q(
                                models.Q(("used", ""), _negated=True),
                                models.Q(
                                    ("used_lower__isnull", True),
                                    ("used_upper__isnull", True),
                                    ("used_lower__lte", models.F("used_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="actor_name_used_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_actornamehistory" ("actor_id", "created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "used", "used_lower", "used_upper") SELECT new_values."actor_id", new_values."created_at", new_values."id", new_values."key", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."updated_at", new_values."used", new_values."used_lower", new_values."used_upper" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2a8f4ac66a92f1663dfe44f2fecc200de753070e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bcdc1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_actornamehistory" ("actor_id", "created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "used", "used_lower", "used_upper") VALUES (NEW."actor_id", NEW."created_at", NEW."id", NEW."key", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."updated_at", NEW."used", NEW."used_lower", NEW."used_upper"); RETURN NULL;',
                            hash="0add2c504561fa0a880de57710d7755a8a0c05c8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9866b",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_actornamehistory" ("actor_id", "created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "used", "used_lower", "used_upper") SELECT old_values."actor_id", old_values."created_at", old_values."id", old_values."key", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."updated_at", old_values."used", old_values."used_lower", old_values."used_upper" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0fc060727b941456b74af95836e0dfada4c6e4f4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_66954",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actornamehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="09c14ab31dd9f713713bce11d0ad4a86511d1cb7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f0570",
                            table="events_actornamehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.UniqueConstraint(
                        fields=("person", "organisation", "office", "start"), name="affiliation_is_given_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sector", ""), ("sector__regex", "^[A-Z]{3}$"), _connector="OR"),
                        name="affiliation_sector_is_code",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("start_is_real", False), models.Q(("start", ""), _negated=True), _connector="OR"
                        ),
                        name="affiliation_real_start_is_given",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("end_is_real", False), models.Q(("end", ""), _negated=True), _connector="OR"
                        ),
                        name="affiliation_real_end_is_given",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("start_lower__isnull", True),
                            ("end_upper__isnull", True),
                            ("start_lower__lte", models.F("end_upper")),
                            _connector="OR",
                        ),
                        name="affiliation_ends_after_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("start", ""), ("start_lower__isnull", True), ("start_upper__isnull", True)),
                            models.Q(
                                models.Q(("start", ""), _negated=True),
                                models.Q(
                                    ("start_lower__isnull", True),
                                    ("start_upper__isnull", True),
                                    ("start_lower__lte", models.F("start_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="affiliation_start_bounds_in_order",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affiliation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", ""), ("end_lower__isnull", True), ("end_upper__isnull", True)),
                            models.Q(
                                models.Q(("end", ""), _negated=True),
                                models.Q(
                                    ("end_lower__isnull", True),
                                    ("end_upper__isnull", True),
                                    ("end_lower__lte", models.F("end_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="affiliation_end_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="54fb611309a8410dfe310d9152f6768b0e3ac5eb",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_5279d",
                            table="events_affiliation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="person_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.person_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.person_id IS DISTINCT FROM OLD.person_id) THEN\n                PERFORM 1 FROM events_actor WHERE id = NEW.person_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.person_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.person_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="34773c15526a0933cf4f3146dd29a7672dd0f212",
                            operation='INSERT OR UPDATE OF "person_id"',
                            pgid="pgtrigger_person_id_stands_425f4",
                            table="events_affiliation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="organisation_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.organisation_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.organisation_id IS DISTINCT FROM OLD.organisation_id) THEN\n                PERFORM 1 FROM events_actor WHERE id = NEW.organisation_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.organisation_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.organisation_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="6cad15ebfae750edbdf47d797a06aa63149ca247",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_organisation_id_stands_4583b",
                            table="events_affiliation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="joins_person_and_body",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    PERFORM 1 FROM events_actor WHERE id IN (NEW.person_id, NEW.organisation_id) ORDER BY id FOR SHARE;\n                    IF EXISTS (\n                        SELECT 1 FROM events_actor a\n                        WHERE (a.id = NEW.person_id AND a.kind <> 'person')\n                        OR (a.id = NEW.organisation_id AND a.kind NOT IN ('state', 'organisation'))\n                    ) THEN RAISE EXCEPTION 'Affiliation % joins other kinds of actors.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'affiliation_joins_person_and_body';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="8310c21a7d156212865340883c5affe6248e8158",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_joins_person_and_body_6f65c",
                            table="events_affiliation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_affiliationhistory" ("created_at", "end", "end_is_real", "end_lower", "end_upper", "id", "office", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sector", "start", "start_is_real", "start_lower", "start_upper", "updated_at") SELECT new_values."created_at", new_values."end", new_values."end_is_real", new_values."end_lower", new_values."end_upper", new_values."id", new_values."office", new_values."organisation_id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."sector", new_values."start", new_values."start_is_real", new_values."start_lower", new_values."start_upper", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="31dddfd69ce519c857d7a0645c6c56580373227e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72fd8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_affiliationhistory" ("created_at", "end", "end_is_real", "end_lower", "end_upper", "id", "office", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sector", "start", "start_is_real", "start_lower", "start_upper", "updated_at") VALUES (NEW."created_at", NEW."end", NEW."end_is_real", NEW."end_lower", NEW."end_upper", NEW."id", NEW."office", NEW."organisation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."sector", NEW."start", NEW."start_is_real", NEW."start_lower", NEW."start_upper", NEW."updated_at"); RETURN NULL;',
                            hash="66020eb3b95d15eebcf6ca2c57c3faae267d3800",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_451af",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_affiliationhistory" ("created_at", "end", "end_is_real", "end_lower", "end_upper", "id", "office", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sector", "start", "start_is_real", "start_lower", "start_upper", "updated_at") SELECT old_values."created_at", old_values."end", old_values."end_is_real", old_values."end_lower", old_values."end_upper", old_values."id", old_values."office", old_values."organisation_id", old_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."sector", old_values."start", old_values."start_is_real", old_values."start_lower", old_values."start_upper", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="65348f65f34a5d96d2f50767b85d9cdcddbe0dbb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_75add",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_affiliation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="affiliationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="89ebe37745509f2faed5f7a5e8f157ff9c9ce707",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6c12d",
                            table="events_affiliationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contexthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a55bc17ebb7447b625cc463df0c28494a4900c1d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a1e7f",
                            table="events_contexthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventcontext",
                    constraint=models.UniqueConstraint(fields=("event", "context"), name="event_context_is_given_once"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventcontexthistory" ("context_id", "created_at", "event_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT new_values."context_id", new_values."created_at", new_values."event_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="efa599cfdd32c1d1347e0b052e2d0c38dfed9175",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_35023",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_eventcontexthistory" ("context_id", "created_at", "event_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."context_id", NEW."created_at", NEW."event_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."updated_at"); RETURN NULL;',
                            hash="3584b837389d23a28e2bc7805af8db2c8ae40148",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a571",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventcontexthistory" ("context_id", "created_at", "event_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") SELECT old_values."context_id", old_values."created_at", old_values."event_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2baab99b51ccd25d566ffb623c8540bbe1811453",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2494c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_eventcontext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventcontexthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="881b8145aef5491b29badfc0830de0b515e98ae6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eecea",
                            table="events_eventcontexthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventrelation",
                    constraint=models.UniqueConstraint(
                        fields=("source", "target", "kind"), name="event_relation_is_made_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventrelation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="event_relation_joins_two_events",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventrelation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["part_of", "aims_at", "realises", "about", "contradicts"])),
                        name="event_relation_kind_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="source_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.source_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.source_id IS DISTINCT FROM OLD.source_id) THEN\n                PERFORM 1 FROM events_event WHERE id = NEW.source_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_event WHERE id = NEW.source_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.source_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_event_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a392fd0e3aead654b989644026d8144a06ccdb43",
                            operation='INSERT OR UPDATE OF "source_id"',
                            pgid="pgtrigger_source_id_stands_9f76b",
                            table="events_eventrelation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.target_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.target_id IS DISTINCT FROM OLD.target_id) THEN\n                PERFORM 1 FROM events_event WHERE id = NEW.target_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_event WHERE id = NEW.target_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.target_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_event_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ecd423445b4cfdd66250cd0c97790ab756ab8d06",
                            operation='INSERT OR UPDATE OF "target_id"',
                            pgid="pgtrigger_target_id_stands_c65c3",
                            table="events_eventrelation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventrelationhistory" ("created_at", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id", "updated_at") SELECT new_values."created_at", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."source_id", new_values."target_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a7212e89755d7766b3a7b491d8775facaa157a59",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48d9c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_eventrelationhistory" ("created_at", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."source_id", NEW."target_id", NEW."updated_at"); RETURN NULL;',
                            hash="1bd4193973b3ed50366b4dbe1dbbcec2b25f16a3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_46c46",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventrelationhistory" ("created_at", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id", "updated_at") SELECT old_values."created_at", old_values."id", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."source_id", old_values."target_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7cdbf69ea23f1a1cc980893c6e6f66bb83929375",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_06acb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_eventrelation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventrelationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="88107a7e3fca36d478b9aa8fce9bd41b056cc106",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8988b",
                            table="events_eventrelationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtypehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a1c06800d657c205374c7ad3425ed8168aa57e73",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3462e",
                            table="events_eventtypehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="mergerecord",
                    index=models.Index(fields=["what", "kept"], name="merge_record_by_kept"),
                ),
                migrations.AddConstraint(
                    model_name="mergerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("what__in", ["actor", "place", "event", "source"])),
                        name="merge_record_what_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mergerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="merge_record_joins_two_rows",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mergerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="merge_record_has_reason"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mergerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="merge_record_undone_by_somebody_at_some_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mergerecord",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("what", "merged"),
                        name="merge_record_merges_a_row_once",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mergerecord",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_mergerecordhistory" ("at", "by_id", "id", "kept", "merged", "moved", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "what") SELECT new_values."at", new_values."by_id", new_values."id", new_values."kept", new_values."merged", new_values."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."reason", new_values."undone_at", new_values."undone_by_id", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="afcdc3a85f946611cd78677364205e0760d7bd64",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c4629",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_mergerecord",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mergerecord",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_mergerecordhistory" ("at", "by_id", "id", "kept", "merged", "moved", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "what") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."kept", NEW."merged", NEW."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reason", NEW."undone_at", NEW."undone_by_id", NEW."what"); RETURN NULL;',
                            hash="d73fdc3efbf260ffff2a71efdff42ba77f4f498b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_34a71",
                            table="events_mergerecord",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mergerecord",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_mergerecordhistory" ("at", "by_id", "id", "kept", "merged", "moved", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at", "undone_by_id", "what") SELECT old_values."at", old_values."by_id", old_values."id", old_values."kept", old_values."merged", old_values."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."reason", old_values."undone_at", old_values."undone_by_id", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="985c0e931d67907b70f933922cdeee0ee5488b3c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_af076",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_mergerecord",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mergerecordhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="128bbca175ad8a976f9f359a2b3b9418c89fa1c3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5b3b8",
                            table="events_mergerecordhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mode",
                    constraint=models.UniqueConstraint(fields=("type", "code"), name="mode_is_one_of_its_type"),
                ),
                migrations.AddConstraint(
                    model_name="mode",
                    constraint=models.UniqueConstraint(fields=("type", "key"), name="mode_key_with_type"),
                ),
                migrations.AddConstraint(
                    model_name="mode",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "key",
                                django.db.models.functions.text.Concat(
                                    "type_id", models.Value("."), "code", output_field=models.CharField()
                                ),
                            )
                        ),
                        name="mode_key_says_type_and_code",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_modehistory" ("code", "codebook_version", "definition", "example", "key", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in", "type_id") SELECT new_values."code", new_values."codebook_version", new_values."definition", new_values."example", new_values."key", new_values."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."key", new_values."position", new_values."retired_in", new_values."type_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9e27295b4b2bb2872e8359882469bb3d182628f7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d09d3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_modehistory" ("code", "codebook_version", "definition", "example", "key", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in", "type_id") VALUES (NEW."code", NEW."codebook_version", NEW."definition", NEW."example", NEW."key", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."key", NEW."position", NEW."retired_in", NEW."type_id"); RETURN NULL;',
                            hash="2afe65420a8a9f70b114badb3c871cd0214d72da",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5616e",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_modehistory" ("code", "codebook_version", "definition", "example", "key", "label", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_in", "type_id") SELECT old_values."code", old_values."codebook_version", old_values."definition", old_values."example", old_values."key", old_values."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."key", old_values."position", old_values."retired_in", old_values."type_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="16de95f6b193655830d2e8e1777b6d7d14fb9385",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c6923",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_mode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="modehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7ce2a6003481fc55ced519a9651d89b434d9566a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f6d8e",
                            table="events_modehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentionhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5a10349329f212e807ab0d1808f2b4a42ae57557",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_29be1",
                            table="events_mentionhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True), ("state", "orphan")),
                            models.Q(
                                ("end__isnull", False), ("start__isnull", False), ("state__in", ["anchored", "check"])
                            ),
                            _connector="OR",
                        ),
                        name="mention_has_place_unless_orphan",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="mention_end_after_start"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote", ""), _negated=True), name="mention_has_quote"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("article", "start", "end", "kind"),
                        name="mention_is_one_of_its_place",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.UniqueConstraint(fields=("id", "article"), name="mention_with_article"),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", False), ("kind", "actor"), ("place__isnull", True)),
                            models.Q(("actor__isnull", True), ("kind", "place"), ("place__isnull", False)),
                            _connector="OR",
                        ),
                        name="mention_names_row_of_its_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="mention",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("reading", "entity"), models.Q(("kind", "actor"), ("reading", "metonym")), _connector="OR"
                        ),
                        name="mention_metonym_is_actor",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="699cd0c9ad496218e5a869f70ed32028d684f4d7",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_330d2",
                            table="events_mention",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locks_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE; RETURN NEW;",
                            hash="d9229fefeb8d304bec10eda1252c29e29c95b933",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_locks_article_fb0a4",
                            table="events_mention",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stands_on_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n        IF EXISTS (\n            SELECT 1 FROM events_mention s JOIN articles_article a ON a.id = s.article_id\n            WHERE s.id = NEW.id AND s.state <> 'orphan'\n            AND (s.\"end\" > char_length(a.text)\n                OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n        ) THEN RAISE EXCEPTION 'Span % does not stand on the words that it quotes.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'span_stands_on_its_words';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="aa0cdb06ad74ebe578733279a3e9f1534c1ab5fa",
                            operation='INSERT OR UPDATE OF "article_id", "start", "end", "quote", "state"',
                            pgid="pgtrigger_stands_on_its_words_5b9b0",
                            table="events_mention",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="actor_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.actor_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.actor_id IS DISTINCT FROM OLD.actor_id) THEN\n                PERFORM 1 FROM events_actor WHERE id = NEW.actor_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.actor_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.actor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7cc09eb52464a82d193a7297fc3d9573a448e372",
                            operation='INSERT OR UPDATE OF "actor_id"',
                            pgid="pgtrigger_actor_id_stands_dd8db",
                            table="events_mention",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="place_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.place_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.place_id IS DISTINCT FROM OLD.place_id) THEN\n                PERFORM 1 FROM events_place WHERE id = NEW.place_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_place WHERE id = NEW.place_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.place_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="190b7f5bd408cafd3190862dad5ed632c558f32f",
                            operation='INSERT OR UPDATE OF "place_id"',
                            pgid="pgtrigger_place_id_stands_f1278",
                            table="events_mention",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="evidence_fits",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_evidence e\n        JOIN events_report r ON r.id = e.report_id\n        LEFT JOIN events_participation p ON p.id = e.participation_id\n        LEFT JOIN events_mention m ON m.id = e.mention_id\n        WHERE e.mention_id = NEW.id AND (\n            p.event_id <> r.event_id OR p.report_id <> r.id\n            OR (e.kind = 'place' AND m.kind <> 'place') OR (e.kind = 'participant' AND m.kind <> 'actor')\n        )\n    ) THEN RAISE EXCEPTION 'Evidence % names a participation or mention that is not its own.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_fits_its_report';\n    END IF;\n    RETURN NULL;\n",
                            hash="714466b3aa39eab4d85579ae4a529cefcf3491fc",
                            operation='UPDATE OF "kind"',
                            pgid="pgtrigger_evidence_fits_3af2a",
                            table="events_mention",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_mentionhistory" ("actor_id", "article_id", "created_at", "end", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prefix", "quote", "reading", "revision", "start", "state", "suffix", "text_version", "updated_at") SELECT new_values."actor_id", new_values."article_id", new_values."created_at", new_values."end", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."place_id", new_values."prefix", new_values."quote", new_values."reading", new_values."revision", new_values."start", new_values."state", new_values."suffix", new_values."text_version", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="93af482f2e26dc2fa1670a919a2219f808b6c90b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e508",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_mentionhistory" ("actor_id", "article_id", "created_at", "end", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prefix", "quote", "reading", "revision", "start", "state", "suffix", "text_version", "updated_at") VALUES (NEW."actor_id", NEW."article_id", NEW."created_at", NEW."end", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."place_id", NEW."prefix", NEW."quote", NEW."reading", NEW."revision", NEW."start", NEW."state", NEW."suffix", NEW."text_version", NEW."updated_at"); RETURN NULL;',
                            hash="8108558b9e7e8c57f1ab957049f27e65353f06de",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_06c84",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_mentionhistory" ("actor_id", "article_id", "created_at", "end", "id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prefix", "quote", "reading", "revision", "start", "state", "suffix", "text_version", "updated_at") SELECT old_values."actor_id", old_values."article_id", old_values."created_at", old_values."end", old_values."id", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."place_id", old_values."prefix", old_values."quote", old_values."reading", old_values."revision", old_values."start", old_values."state", old_values."suffix", old_values."text_version", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a804db40f835574c64558a3349689b058d15a0b9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3be0c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_mention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d59f7ac9d218644ab5369648135c433b38d30570",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2d39e",
                            table="events_eventhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["date_lower"], name="event_by_first_day"),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "date_upper", "date_lower", models.Value(datetime.date(1, 1, 1), models.DateField())
                            ),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="event_by_newest",
                    ),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(
                        django.db.models.functions.comparison.Coalesce(
                            "date_lower", "date_upper", models.Value(datetime.date(9999, 12, 31), models.DateField())
                        ),
                        models.F("id"),
                        name="event_by_oldest",
                    ),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["date_upper"], name="event_by_last_day"),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["type", "id"], name="event_by_type"),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["status", "id"], name="event_by_status"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True), name="event_has_label"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("geo_precision__in", ["city", "admin1", "country", "region", "unknown"])),
                        name="event_geo_precision_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("place__isnull", False), ("geo_precision", "unknown"), _connector="OR"),
                        name="event_precision_needs_place",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_origin__in", ["rule", "person"])), name="event_date_origin_is_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_origin", "person"), ("date_read_in__isnull", False), _connector="OR"),
                        name="event_date_by_rule_names_its_article",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status", ""),
                            (
                                "status__in",
                                ["occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled"],
                            ),
                            _connector="OR",
                        ),
                        name="event_status_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
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
                        name="event_date_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="bbc3db97529977f597b2de6cc1230697c94c0e95",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_a9ade",
                            table="events_event",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="merged_into_final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                            func="\n            PERFORM 1 FROM events_event WHERE id = NEW.merged_into_id FOR NO KEY UPDATE;\n            IF NEW.merged_into_id = NEW.id\n                OR EXISTS (SELECT 1 FROM events_event WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)\n                OR EXISTS (SELECT 1 FROM events_event WHERE merged_into_id = NEW.id)\n            THEN RAISE EXCEPTION 'Row % can only be merged into one that stands for itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_event_merged_into_final';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="5de701ffe445f1cb9e9c6bc289a45b0f1fecbca9",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_merged_into_final_5db92",
                            table="events_event",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="place_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.place_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.place_id IS DISTINCT FROM OLD.place_id) THEN\n                PERFORM 1 FROM events_place WHERE id = NEW.place_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_place WHERE id = NEW.place_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.place_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="356f805c1d8a48834cab1cb80957e32f61898e67",
                            operation='INSERT OR UPDATE OF "place_id"',
                            pgid="pgtrigger_place_id_stands_47abb",
                            table="events_event",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="type_has_its_roles",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id\n        LEFT JOIN events_report r ON r.id = p.report_id\n        JOIN events_eventtype t ON t.code = coalesce(r.claimed_type_id, e.type_id)\n        WHERE p.event_id = NEW.id AND p.role <> ALL (t.roles)\n    ) THEN RAISE EXCEPTION 'A role of row % is not legal for the type of the event.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_role_is_legal';\n    END IF;\n    RETURN NULL;\n",
                            hash="c433dc1a3203b1e02bee1b98769d8f98f893e085",
                            operation='UPDATE OF "type_id"',
                            pgid="pgtrigger_type_has_its_roles_6d6aa",
                            table="events_event",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventhistory" ("codebook_version", "created_at", "date", "date_lower", "date_origin", "date_read_in_id", "date_to_check", "date_upper", "date_words", "geo_precision", "has_conflict", "id", "label", "made_by_id", "merged_into_id", "min_sources", "mode_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "revision", "status", "type_id", "updated_at") SELECT new_values."codebook_version", new_values."created_at", new_values."date", new_values."date_lower", new_values."date_origin", new_values."date_read_in_id", new_values."date_to_check", new_values."date_upper", new_values."date_words", new_values."geo_precision", new_values."has_conflict", new_values."id", new_values."label", new_values."made_by_id", new_values."merged_into_id", new_values."min_sources", new_values."mode_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."place_id", new_values."revision", new_values."status", new_values."type_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3d11b78f7ba3c52893fffb8917c8245dfa27b77e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82b94",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_eventhistory" ("codebook_version", "created_at", "date", "date_lower", "date_origin", "date_read_in_id", "date_to_check", "date_upper", "date_words", "geo_precision", "has_conflict", "id", "label", "made_by_id", "merged_into_id", "min_sources", "mode_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "revision", "status", "type_id", "updated_at") VALUES (NEW."codebook_version", NEW."created_at", NEW."date", NEW."date_lower", NEW."date_origin", NEW."date_read_in_id", NEW."date_to_check", NEW."date_upper", NEW."date_words", NEW."geo_precision", NEW."has_conflict", NEW."id", NEW."label", NEW."made_by_id", NEW."merged_into_id", NEW."min_sources", NEW."mode_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."place_id", NEW."revision", NEW."status", NEW."type_id", NEW."updated_at"); RETURN NULL;',
                            hash="bd160b81983c93402a9725be14dbed7ec7c20daa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_73f59",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_eventhistory" ("codebook_version", "created_at", "date", "date_lower", "date_origin", "date_read_in_id", "date_to_check", "date_upper", "date_words", "geo_precision", "has_conflict", "id", "label", "made_by_id", "merged_into_id", "min_sources", "mode_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "revision", "status", "type_id", "updated_at") SELECT old_values."codebook_version", old_values."created_at", old_values."date", old_values."date_lower", old_values."date_origin", old_values."date_read_in_id", old_values."date_to_check", old_values."date_upper", old_values."date_words", old_values."geo_precision", old_values."has_conflict", old_values."id", old_values."label", old_values."made_by_id", old_values."merged_into_id", old_values."min_sources", old_values."mode_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."place_id", old_values."revision", old_values."status", old_values."type_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="164f5350f5edd64f2ac23786f3e0a803360b62d8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d74a6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_event",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placeclaim",
                    constraint=models.UniqueConstraint(fields=("place", "state"), name="place_claim_is_made_once"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="place_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.place_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.place_id IS DISTINCT FROM OLD.place_id) THEN\n                PERFORM 1 FROM events_place WHERE id = NEW.place_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_place WHERE id = NEW.place_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.place_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="cc102eeecd591efc2fb266c5783deeeb9b776feb",
                            operation='INSERT OR UPDATE OF "place_id"',
                            pgid="pgtrigger_place_id_stands_44a6d",
                            table="events_placeclaim",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="state_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.state_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.state_id IS DISTINCT FROM OLD.state_id) THEN\n                PERFORM 1 FROM events_actor WHERE id = NEW.state_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.state_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.state_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="38b369723f304b54240b3a47bf66393d7cbf4c66",
                            operation='INSERT OR UPDATE OF "state_id"',
                            pgid="pgtrigger_state_id_stands_ba079",
                            table="events_placeclaim",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placeclaimhistory" ("created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "state_id", "updated_at") SELECT new_values."created_at", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."place_id", new_values."state_id", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c04ccbdd238e55ded7c049f9f84d041c9ece6bbe",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_599ba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_placeclaimhistory" ("created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "state_id", "updated_at") VALUES (NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."place_id", NEW."state_id", NEW."updated_at"); RETURN NULL;',
                            hash="9595931b99bbf7e8e9d43c4b0c4e72ba0eee2f91",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54a53",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placeclaimhistory" ("created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "state_id", "updated_at") SELECT old_values."created_at", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."place_id", old_values."state_id", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="93850d78c4a35fad5a78dab9116c73ed0109ca37",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e79fb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_placeclaim",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="place",
                    index=models.Index(fields=["sort_key", "id"], name="place_by_name"),
                ),
                migrations.AddIndex(
                    model_name="place",
                    index=django.contrib.postgres.indexes.GinIndex(fields=["ancestors"], name="place_by_ancestor"),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="place_has_slug"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="place_has_name"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["city", "admin1", "country", "territory", "region", "site"])),
                        name="place_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                        name="place_country_is_iso_code",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                            models.Q(
                                ("latitude__isnull", False),
                                ("latitude__range", (-90, 90)),
                                ("longitude__isnull", False),
                                ("longitude__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="place_coordinates_are_a_pair_on_earth",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="place",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("wikidata", ""), ("wikidata__regex", "^Q[1-9][0-9]*$"), _connector="OR"),
                        name="place_wikidata_is_an_id",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="69a954447a72b497aef9bf265e2d237716e069a8",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_3de48",
                            table="events_place",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="merged_into_final",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                            func="\n            PERFORM 1 FROM events_place WHERE id = NEW.merged_into_id FOR NO KEY UPDATE;\n            IF NEW.merged_into_id = NEW.id\n                OR EXISTS (SELECT 1 FROM events_place WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)\n                OR EXISTS (SELECT 1 FROM events_place WHERE merged_into_id = NEW.id)\n            THEN RAISE EXCEPTION 'Row % can only be merged into one that stands for itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_merged_into_final';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0ff1eb00f9f031dcf3b7c9049ce26af6af23c91f",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_merged_into_final_e1a9c",
                            table="events_place",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="parent_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.parent_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id) THEN\n                PERFORM 1 FROM events_place WHERE id = NEW.parent_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_place WHERE id = NEW.parent_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.parent_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="543734e2d5d6bdb16ed172c44079f427e31ac35f",
                            operation='INSERT OR UPDATE OF "parent_id"',
                            pgid="pgtrigger_parent_id_stands_a41f6",
                            table="events_place",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="lies_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    PERFORM pg_advisory_xact_lock('events_place'::regclass::oid::bigint);\n                    NEW.ancestors := coalesce(\n                        (SELECT ancestors || id FROM events_place WHERE id = NEW.parent_id), ARRAY[]::bigint[]\n                    );\n                    IF NEW.id = NEW.parent_id OR NEW.id = ANY (NEW.ancestors)\n                    THEN RAISE EXCEPTION 'Place % would lie in itself.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'place_lies_in_no_circle';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="ab13eb5ce559dfbf35e6d0e76e20403cd1c8e028",
                            operation='INSERT OR UPDATE OF "parent_id"',
                            pgid="pgtrigger_lies_in_no_circle_26d18",
                            table="events_place",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="takes_its_places_along",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ancestors" IS DISTINCT FROM (NEW."ancestors"))',
                            func="UPDATE events_place SET parent_id = parent_id WHERE parent_id = NEW.id; RETURN NULL;",
                            hash="c4c5a03945d479a4f03deea0958e2b33d4ddfb4e",
                            operation="UPDATE",
                            pgid="pgtrigger_takes_its_places_along_4f9f7",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placehistory" ("ancestors", "country", "created_at", "geonames", "id", "kind", "latitude", "longitude", "made_by_id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at", "wikidata") SELECT new_values."ancestors", new_values."country", new_values."created_at", new_values."geonames", new_values."id", new_values."kind", new_values."latitude", new_values."longitude", new_values."made_by_id", new_values."merged_into_id", new_values."name", new_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."revision", new_values."slug", new_values."sort_key", new_values."updated_at", new_values."wikidata" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="73d60b8d3b5380d3034c533f3717804ead8050a5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5a780",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_placehistory" ("ancestors", "country", "created_at", "geonames", "id", "kind", "latitude", "longitude", "made_by_id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at", "wikidata") VALUES (NEW."ancestors", NEW."country", NEW."created_at", NEW."geonames", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."made_by_id", NEW."merged_into_id", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."revision", NEW."slug", NEW."sort_key", NEW."updated_at", NEW."wikidata"); RETURN NULL;',
                            hash="f78fe1abf6434e4830b745e6d5f54f87dd666abb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_29874",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placehistory" ("ancestors", "country", "created_at", "geonames", "id", "kind", "latitude", "longitude", "made_by_id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "slug", "sort_key", "updated_at", "wikidata") SELECT old_values."ancestors", old_values."country", old_values."created_at", old_values."geonames", old_values."id", old_values."kind", old_values."latitude", old_values."longitude", old_values."made_by_id", old_values."merged_into_id", old_values."name", old_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."revision", old_values."slug", old_values."sort_key", old_values."updated_at", old_values."wikidata" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2f1b0fd8624189341afb80a84cc345923eb818b5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d1256",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placeclaimhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3ef1130b5da2ba1ff4f29f3307f187e82cb09423",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_94c63",
                            table="events_placeclaimhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3b193cd4aceb4a7a0a74ff94e6e772dc8b45ca6c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a090",
                            table="events_placehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="placename",
                    index=models.Index(fields=["key"], name="place_name_by_key"),
                ),
                migrations.AddConstraint(
                    model_name="placename",
                    constraint=models.UniqueConstraint(fields=("place", "name"), name="place_name_is_given_once"),
                ),
                migrations.AddConstraint(
                    model_name="placename",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="place_name_is_not_empty"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="placename",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("used", ""), ("used_lower__isnull", True), ("used_upper__isnull", True)),
                            models.Q(
                                models.Q(("used", ""), _negated=True),
                                models.Q(
                                    ("used_lower__isnull", True),
                                    ("used_upper__isnull", True),
                                    ("used_lower__lte", models.F("used_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="place_name_used_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placenamehistory" ("created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "updated_at", "used", "used_lower", "used_upper") SELECT new_values."created_at", new_values."id", new_values."key", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."place_id", new_values."updated_at", new_values."used", new_values."used_lower", new_values."used_upper" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4353e1d9d57f45670da6b579808cc7a6ab22ecd0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7dad3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_placenamehistory" ("created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "updated_at", "used", "used_lower", "used_upper") VALUES (NEW."created_at", NEW."id", NEW."key", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."place_id", NEW."updated_at", NEW."used", NEW."used_lower", NEW."used_upper"); RETURN NULL;',
                            hash="6dc964b9bed058e85e66706ca53da362f977fecd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ea866",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_placenamehistory" ("created_at", "id", "key", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "updated_at", "used", "used_lower", "used_upper") SELECT old_values."created_at", old_values."id", old_values."key", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."place_id", old_values."updated_at", old_values."used", old_values."used_lower", old_values."used_upper" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0c063f18fec2d20718f34a864d6cec87b2405390",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c4060",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_placename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="placenamehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2f4649add208a4435fb3f87709c30c63c71afca8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_84f7d",
                            table="events_placenamehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="report",
                    index=models.Index(fields=["article", "review_state"], name="report_by_article"),
                ),
                migrations.AddIndex(
                    model_name="report",
                    index=models.Index(fields=["review_state", "id"], name="report_by_state"),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.UniqueConstraint(
                        fields=("event", "article"), name="report_is_one_of_event_and_article"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.UniqueConstraint(fields=("id", "article"), name="report_with_article"),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.UniqueConstraint(fields=("id", "event"), name="report_with_event"),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled"],
                            )
                        ),
                        name="report_status_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("review_state__in", ["proposed", "confirmed", "rejected", "returned"])),
                        name="report_review_state_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("review_state__in", ["proposed", "confirmed"]),
                            models.Q(("review_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="report_refusal_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("review_state", "proposed"),
                            models.Q(("reviewed_at__isnull", False), ("reviewer__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_decision_has_reviewer",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("claimed_date_origin__in", ["rule", "person"])),
                        name="report_claimed_date_origin_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="report",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("claimed_date", ""),
                                ("claimed_date_lower__isnull", True),
                                ("claimed_date_upper__isnull", True),
                            ),
                            models.Q(
                                models.Q(("claimed_date", ""), _negated=True),
                                models.Q(
                                    ("claimed_date_lower__isnull", True),
                                    ("claimed_date_upper__isnull", True),
                                    ("claimed_date_lower__lte", models.F("claimed_date_upper")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="report_claimed_date_bounds_in_order",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_rises",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision := OLD.revision + 1; RETURN NEW;",
                            hash="8c4f08181dd4f8cea1a5e7da1264d65a10cb7127",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_rises_0cf1f",
                            table="events_report",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="event_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.event_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.event_id IS DISTINCT FROM OLD.event_id) THEN\n                PERFORM 1 FROM events_event WHERE id = NEW.event_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_event WHERE id = NEW.event_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.event_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_event_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ed0d9a0b134ab8690735ab68a696afcb4ed9fe86",
                            operation='INSERT OR UPDATE OF "event_id"',
                            pgid="pgtrigger_event_id_stands_d13c3",
                            table="events_report",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="claimed_place_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.claimed_place_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.claimed_place_id IS DISTINCT FROM OLD.claimed_place_id) THEN\n                PERFORM 1 FROM events_place WHERE id = NEW.claimed_place_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_place WHERE id = NEW.claimed_place_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.claimed_place_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_place_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f5eddba2d33b725c515400fb3487c03f3e85fbf3",
                            operation='INSERT OR UPDATE OF "claimed_place_id"',
                            pgid="pgtrigger_claimed_place_id_stands_68077",
                            table="events_report",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="confirmed_has_sentence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (SELECT 1 FROM events_report r WHERE r.id = NEW.id AND r.review_state = 'confirmed')\n        AND NOT EXISTS (\n            SELECT 1 FROM events_evidence e\n            WHERE e.report_id = NEW.id AND e.kind = 'sentence' AND e.state <> 'orphan'\n        )\n    THEN RAISE EXCEPTION 'Confirmed report % has no sentence as evidence.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'report_confirmed_has_sentence';\n    END IF;\n    RETURN NULL;\n",
                            hash="de4f095988d8037cf8febd639436135d7420765c",
                            operation='INSERT OR UPDATE OF "review_state"',
                            pgid="pgtrigger_confirmed_has_sentence_f7053",
                            table="events_report",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="evidence_fits",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_evidence e\n        JOIN events_report r ON r.id = e.report_id\n        LEFT JOIN events_participation p ON p.id = e.participation_id\n        LEFT JOIN events_mention m ON m.id = e.mention_id\n        WHERE e.report_id = NEW.id AND (\n            p.event_id <> r.event_id OR p.report_id <> r.id\n            OR (e.kind = 'place' AND m.kind <> 'place') OR (e.kind = 'participant' AND m.kind <> 'actor')\n        )\n    ) THEN RAISE EXCEPTION 'Evidence % names a participation or mention that is not its own.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_fits_its_report';\n    END IF;\n    RETURN NULL;\n",
                            hash="0e7c3981eca48c6968d226bf6e35aa3b6a430f47",
                            operation='UPDATE OF "event_id"',
                            pgid="pgtrigger_evidence_fits_e71e2",
                            table="events_report",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="type_has_its_roles",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id\n        LEFT JOIN events_report r ON r.id = p.report_id\n        JOIN events_eventtype t ON t.code = coalesce(r.claimed_type_id, e.type_id)\n        WHERE p.report_id = NEW.id AND p.role <> ALL (t.roles)\n    ) THEN RAISE EXCEPTION 'A role of row % is not legal for the type of the event.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_role_is_legal';\n    END IF;\n    RETURN NULL;\n",
                            hash="8985d574f51760b3f3883e328624248e650b1747",
                            operation='UPDATE OF "claimed_type_id"',
                            pgid="pgtrigger_type_has_its_roles_27a30",
                            table="events_report",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_reporthistory" ("article_id", "background", "claimed_date", "claimed_date_lower", "claimed_date_origin", "claimed_date_to_check", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "codebook_version", "coder_id", "created_at", "event_id", "hedged", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_reason", "review_state", "reviewed_at", "reviewer_id", "revision", "status", "updated_at") SELECT new_values."article_id", new_values."background", new_values."claimed_date", new_values."claimed_date_lower", new_values."claimed_date_origin", new_values."claimed_date_to_check", new_values."claimed_date_upper", new_values."claimed_date_words", new_values."claimed_place_id", new_values."claimed_type_id", new_values."codebook_version", new_values."coder_id", new_values."created_at", new_values."event_id", new_values."hedged", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."review_reason", new_values."review_state", new_values."reviewed_at", new_values."reviewer_id", new_values."revision", new_values."status", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="965c4148c1e24ff5a376d79d45f3c71adcc85dea",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2dce",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_reporthistory" ("article_id", "background", "claimed_date", "claimed_date_lower", "claimed_date_origin", "claimed_date_to_check", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "codebook_version", "coder_id", "created_at", "event_id", "hedged", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_reason", "review_state", "reviewed_at", "reviewer_id", "revision", "status", "updated_at") VALUES (NEW."article_id", NEW."background", NEW."claimed_date", NEW."claimed_date_lower", NEW."claimed_date_origin", NEW."claimed_date_to_check", NEW."claimed_date_upper", NEW."claimed_date_words", NEW."claimed_place_id", NEW."claimed_type_id", NEW."codebook_version", NEW."coder_id", NEW."created_at", NEW."event_id", NEW."hedged", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."review_reason", NEW."review_state", NEW."reviewed_at", NEW."reviewer_id", NEW."revision", NEW."status", NEW."updated_at"); RETURN NULL;',
                            hash="ca7b474fda0defba3effc5678cc85c0989c20608",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aaa52",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_reporthistory" ("article_id", "background", "claimed_date", "claimed_date_lower", "claimed_date_origin", "claimed_date_to_check", "claimed_date_upper", "claimed_date_words", "claimed_place_id", "claimed_type_id", "codebook_version", "coder_id", "created_at", "event_id", "hedged", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_reason", "review_state", "reviewed_at", "reviewer_id", "revision", "status", "updated_at") SELECT old_values."article_id", old_values."background", old_values."claimed_date", old_values."claimed_date_lower", old_values."claimed_date_origin", old_values."claimed_date_to_check", old_values."claimed_date_upper", old_values."claimed_date_words", old_values."claimed_place_id", old_values."claimed_type_id", old_values."codebook_version", old_values."coder_id", old_values."created_at", old_values."event_id", old_values."hedged", old_values."id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."review_reason", old_values."review_state", old_values."reviewed_at", old_values."reviewer_id", old_values."revision", old_values."status", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="31114a13d1eb2af9fbb24c960250a990e4c39839",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2780e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="05ca7e959e925b7f8753a674ce4a09e00e8cf712",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5755a",
                            table="events_participationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participation",
                    constraint=models.UniqueConstraint(
                        fields=("event", "report", "actor", "role"),
                        name="participation_is_given_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("role__in", ["actor", "recipient", "mediator", "victim", "host", "topic"])),
                        name="participation_role_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="actor_id_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.actor_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.actor_id IS DISTINCT FROM OLD.actor_id) THEN\n                PERFORM 1 FROM events_actor WHERE id = NEW.actor_id FOR KEY SHARE;\n                IF EXISTS (SELECT 1 FROM events_actor WHERE id = NEW.actor_id AND merged_into_id IS NOT NULL)\n                THEN RAISE EXCEPTION 'Row % was merged into another: name that one.', NEW.actor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'events_actor_named_stands';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f82b05ba7b8507ecf8bddd305b565e13544f54c1",
                            operation='INSERT OR UPDATE OF "actor_id"',
                            pgid="pgtrigger_actor_id_stands_ab972",
                            table="events_participation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="role_is_legal",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id\n        LEFT JOIN events_report r ON r.id = p.report_id\n        JOIN events_eventtype t ON t.code = coalesce(r.claimed_type_id, e.type_id)\n        WHERE p.id = NEW.id AND p.role <> ALL (t.roles)\n    ) THEN RAISE EXCEPTION 'A role of row % is not legal for the type of the event.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_role_is_legal';\n    END IF;\n    RETURN NULL;\n",
                            hash="704384850126cf0299168717059bf26837566731",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_role_is_legal_815fd",
                            table="events_participation",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="evidence_fits",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_evidence e\n        JOIN events_report r ON r.id = e.report_id\n        LEFT JOIN events_participation p ON p.id = e.participation_id\n        LEFT JOIN events_mention m ON m.id = e.mention_id\n        WHERE e.participation_id = NEW.id AND (\n            p.event_id <> r.event_id OR p.report_id <> r.id\n            OR (e.kind = 'place' AND m.kind <> 'place') OR (e.kind = 'participant' AND m.kind <> 'actor')\n        )\n    ) THEN RAISE EXCEPTION 'Evidence % names a participation or mention that is not its own.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_fits_its_report';\n    END IF;\n    RETURN NULL;\n",
                            hash="ec6e48d695fac509f2ce96b32fbd0c75b59d0d74",
                            operation='UPDATE OF "event_id", "report_id"',
                            pgid="pgtrigger_evidence_fits_cdda8",
                            table="events_participation",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participationhistory" ("actor_id", "created_at", "event_id", "id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "role", "updated_at") SELECT new_values."actor_id", new_values."created_at", new_values."event_id", new_values."id", new_values."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."report_id", new_values."role", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="415265bc4da0d996abd8819b900faf9628e2c59e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_24e15",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_participationhistory" ("actor_id", "created_at", "event_id", "id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "role", "updated_at") VALUES (NEW."actor_id", NEW."created_at", NEW."event_id", NEW."id", NEW."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."report_id", NEW."role", NEW."updated_at"); RETURN NULL;',
                            hash="8380120f7a7fe07633ba7d20c22ae25043cd725b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dbe74",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="participation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participationhistory" ("actor_id", "created_at", "event_id", "id", "office", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "role", "updated_at") SELECT old_values."actor_id", old_values."created_at", old_values."event_id", old_values."id", old_values."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."report_id", old_values."role", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="feda3abaf5c838d80793ac246a862f94aad7fe7a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_56313",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_participation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidencehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a8619ee3af9b81d68aba781a85fa62bac4db542a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d5759",
                            table="events_evidencehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True), ("state", "orphan")),
                            models.Q(
                                ("end__isnull", False), ("start__isnull", False), ("state__in", ["anchored", "check"])
                            ),
                            _connector="OR",
                        ),
                        name="evidence_has_place_unless_orphan",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="evidence_end_after_start"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote", ""), _negated=True), name="evidence_has_quote"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["sentence", "trigger", "hedge", "time", "place", "participant"])
                        ),
                        name="evidence_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "participant"), ("participation__isnull", False)),
                            models.Q(models.Q(("kind", "participant"), _negated=True), ("participation__isnull", True)),
                            _connector="OR",
                        ),
                        name="evidence_participant_names_participation",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["participant", "place"]), ("mention__isnull", True), _connector="OR"
                        ),
                        name="evidence_mention_only_of_names",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locks_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR SHARE; RETURN NEW;",
                            hash="05cb56567259dd22c9ddd85aa23b5e04052da925",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_locks_article_47e92",
                            table="events_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stands_on_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n        IF EXISTS (\n            SELECT 1 FROM events_evidence s JOIN articles_article a ON a.id = s.article_id\n            WHERE s.id = NEW.id AND s.state <> 'orphan'\n            AND (s.\"end\" > char_length(a.text)\n                OR substr(a.text, s.start + 1, s.\"end\" - s.start) IS DISTINCT FROM s.quote)\n        ) THEN RAISE EXCEPTION 'Span % does not stand on the words that it quotes.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'span_stands_on_its_words';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="8f6a9e93c89e7a633db5ecb169e3ceca18564bf6",
                            operation='INSERT OR UPDATE OF "article_id", "start", "end", "quote", "state"',
                            pgid="pgtrigger_stands_on_its_words_668e5",
                            table="events_evidence",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locks_report",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF TG_OP <> 'INSERT' THEN\n                        PERFORM 1 FROM events_report WHERE id = OLD.report_id FOR NO KEY UPDATE;\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN\n                        RETURN OLD;\n                    END IF;\n                    PERFORM 1 FROM events_report WHERE id = NEW.report_id FOR NO KEY UPDATE;\n                    RETURN NEW;\n                ",
                            hash="261bb32561d89bac9ee36834e0bb3e71607356ee",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_locks_report_c99eb",
                            table="events_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="confirmed_has_sentence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (SELECT 1 FROM events_report r WHERE r.id = OLD.report_id AND r.review_state = 'confirmed')\n        AND NOT EXISTS (\n            SELECT 1 FROM events_evidence e\n            WHERE e.report_id = OLD.report_id AND e.kind = 'sentence' AND e.state <> 'orphan'\n        )\n    THEN RAISE EXCEPTION 'Confirmed report % has no sentence as evidence.', OLD.report_id USING ERRCODE = 'check_violation', CONSTRAINT = 'report_confirmed_has_sentence';\n    END IF;\n    RETURN NULL;\n",
                            hash="50bcae8b23b401cbd74d550a08176b101c751edd",
                            operation='DELETE OR UPDATE OF "report_id", "kind", "state"',
                            pgid="pgtrigger_confirmed_has_sentence_7b005",
                            table="events_evidence",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="fits_its_report",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n    IF EXISTS (\n        SELECT 1 FROM events_evidence e\n        JOIN events_report r ON r.id = e.report_id\n        LEFT JOIN events_participation p ON p.id = e.participation_id\n        LEFT JOIN events_mention m ON m.id = e.mention_id\n        WHERE e.id = NEW.id AND (\n            p.event_id <> r.event_id OR p.report_id <> r.id\n            OR (e.kind = 'place' AND m.kind <> 'place') OR (e.kind = 'participant' AND m.kind <> 'actor')\n        )\n    ) THEN RAISE EXCEPTION 'Evidence % names a participation or mention that is not its own.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_fits_its_report';\n    END IF;\n    RETURN NULL;\n",
                            hash="c999ae3416f58101d423d9a2570b64ece9d9b157",
                            operation='INSERT OR UPDATE OF "report_id", "kind", "participation_id", "mention_id"',
                            pgid="pgtrigger_fits_its_report_6c66c",
                            table="events_evidence",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_evidencehistory" ("article_id", "created_at", "end", "id", "kind", "mention_id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "report_id", "start", "state", "suffix", "text_version", "updated_at") SELECT new_values."article_id", new_values."created_at", new_values."end", new_values."id", new_values."kind", new_values."mention_id", new_values."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."quote", new_values."report_id", new_values."start", new_values."state", new_values."suffix", new_values."text_version", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5f3efb4b0014f5dfab7fb8d1ac9f00febf9e77de",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dd684",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_evidencehistory" ("article_id", "created_at", "end", "id", "kind", "mention_id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "report_id", "start", "state", "suffix", "text_version", "updated_at") VALUES (NEW."article_id", NEW."created_at", NEW."end", NEW."id", NEW."kind", NEW."mention_id", NEW."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prefix", NEW."quote", NEW."report_id", NEW."start", NEW."state", NEW."suffix", NEW."text_version", NEW."updated_at"); RETURN NULL;',
                            hash="8baee7527809f1ad2eb2e4d292d20dcaf7a8f3d0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_89edf",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="evidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_evidencehistory" ("article_id", "created_at", "end", "id", "kind", "mention_id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "quote", "report_id", "start", "state", "suffix", "text_version", "updated_at") SELECT old_values."article_id", old_values."created_at", old_values."end", old_values."id", old_values."kind", old_values."mention_id", old_values."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."quote", old_values."report_id", old_values."start", old_values."state", old_values."suffix", old_values."text_version", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f332ac9928aed71a4fa6566243c7812384a4e9a8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eec2e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attributionhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="748051f1a89cb8434fa08219e263a89d6b656f79",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9e244",
                            table="events_attributionhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attribution",
                    constraint=models.UniqueConstraint(
                        fields=("report", "cited_report"), name="attribution_is_made_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attribution",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("scope__in", ["explicit", "paragraph", "inherited"])),
                        name="attribution_scope_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="cites_in_its_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n                    IF EXISTS (\n                        SELECT 1 FROM events_attribution t\n                        JOIN events_report r ON r.id = t.report_id\n                        JOIN articles_citedreport c ON c.id = t.cited_report_id\n                        JOIN articles_citation n ON n.id = c.citation_id\n                        WHERE t.id = NEW.id AND n.article_id <> r.article_id\n                    ) THEN RAISE EXCEPTION 'Attribution % cites another article.', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'attribution_cites_in_its_article';\n                    END IF;\n                    RETURN NULL;\n                ",
                            hash="60b800c793206f6e555f3f73833f1d9cc3d78f97",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_cites_in_its_article_60be9",
                            table="events_attribution",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_attributionhistory" ("cited_report_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scope", "updated_at") SELECT new_values."cited_report_id", new_values."created_at", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."report_id", new_values."scope", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c693a53ddf4f467b11772caa53922c3dc8ab1c70",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_92504",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_attributionhistory" ("cited_report_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scope", "updated_at") VALUES (NEW."cited_report_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."report_id", NEW."scope", NEW."updated_at"); RETURN NULL;',
                            hash="6f98d1173a3c81b33e8b8dd60c51b5333ba0d545",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97b81",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_attributionhistory" ("cited_report_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scope", "updated_at") SELECT old_values."cited_report_id", old_values."created_at", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."report_id", old_values."scope", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="10bce76cb9d2f95beee4702171f4935067e1191b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_da374",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_attribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reporthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a79ee0087210fafa4e8ab98c30a75b98e71733d9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_290f5",
                            table="events_reporthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="requestkey",
                    index=models.Index(fields=["made_at"], name="request_key_by_age"),
                ),
                migrations.AddConstraint(
                    model_name="requestkey",
                    constraint=models.UniqueConstraint(fields=("user", "key"), name="request_key_is_used_once"),
                ),
                migrations.AddConstraint(
                    model_name="requestkey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="request_key_has_key"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="requestkey",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("request_hash__regex", "^[0-9a-f]{64}$")), name="request_key_hash_is_sha256"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requestkey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_requestkeyhistory" ("answer", "id", "key", "made_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_hash", "user_id") SELECT new_values."answer", new_values."id", new_values."key", new_values."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', new_values."id", new_values."request_hash", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="51c90067a40d3589f73e0b342e378270393ed93e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_659e6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="events_requestkey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requestkey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "events_requestkeyhistory" ("answer", "id", "key", "made_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_hash", "user_id") VALUES (NEW."answer", NEW."id", NEW."key", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."request_hash", NEW."user_id"); RETURN NULL;',
                            hash="d98572463def2b3e00e90c4f9a7122c59bb7a746",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54546",
                            table="events_requestkey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requestkey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_requestkeyhistory" ("answer", "id", "key", "made_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_hash", "user_id") SELECT old_values."answer", old_values."id", old_values."key", old_values."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', old_values."id", old_values."request_hash", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="646f0aceb682ad85cf67926497d4ada170e56d02",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6d659",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="events_requestkey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requestkeyhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2297da6ce43f45c94b51c03697f2d6e89795dccc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c8d16",
                            table="events_requestkeyhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
