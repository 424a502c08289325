"""Static files as production serves them: collected once, compressed, under names that carry their hash."""

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names with a hash, in scripts' imports too; a name that was not collected is an error."""

    support_js_module_import_aggregation = True


def refuse_uncollected() -> None:
    """Refuse to serve before all static files of this version are collected: else every page would be an error 500."""
    missing = uncollected()
    if missing:
        raise ImproperlyConfigured(
            f"{len(missing)} static files, such as {missing[0]}, are not collected in {staticfiles_storage.location}. "
            "Run manage.py collectstatic --no-input with this version of the code, then start again."
        )


def uncollected() -> list[str]:
    """The files that pages may load and the manifest does not know."""
    if not isinstance(staticfiles_storage, ManifestFilesMixin):  # tests serve the files as they stand
        return []
    known = staticfiles_storage.hashed_files
    return sorted(name for finder in get_finders() for name, _ in finder.list([]) if name not in known)
