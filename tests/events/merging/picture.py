"""All rows of the archive as plain values: two equal pictures, the same archive."""

from django.apps import apps

ASIDE = {"MergeRecord", "TextVersion", "PublicChange", "PublicCounter", "PublicRevision", "PublicTouch"} | {
    "SearchDue",
    "SearchRow",
    "SearchTerm",
    "SearchVariant",
    "SearchWord",
}
NOT_SHOWN = {"revision", "updated_at"}


def picture():
    models = [m for app in ("articles", "events") for m in apps.get_app_config(app).get_models()]
    return {
        (model.__name__, row.pk): values(row)
        for model in models
        if not model._meta.proxy and not model.__name__.endswith("History") and model.__name__ not in ASIDE
        for row in model._base_manager.all()
    }


def values(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} | dict.fromkeys(
        NOT_SHOWN
    )


def difference(before, after):
    """What differs, for a failing test to show."""
    keys = before.keys() | after.keys()
    return {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}
