"""What `monitor.wsgi` serves, with static files as they stand in the source: nothing need be collected for a test."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monitor.settings")

from tests import static_files

static_files.choose()

from monitor.wsgi import application  # noqa: E402

__all__ = ["application"]
