"""Static files in tests: as they stand in the source, nothing collected beforehand."""

from django.conf import settings


def choose() -> None:
    """Serve the apps' own files under their own names."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = True
    settings.WHITENOISE_USE_FINDERS = True
