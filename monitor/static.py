from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Static files under names that carry their hash, in scripts' imports too; compressed once."""

    support_js_module_import_aggregation = True
    manifest_strict = False  # before the first collectstatic (tests, checks) names stand as they are
