"""The way in for web servers: `gunicorn monitor.wsgi` serves in production mode unless MONITOR_MODE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from monitor import database, static

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monitor.settings")
os.environ.setdefault("MONITOR_MODE", "production")

application = get_wsgi_application()
static.refuse_uncollected()
database.pooled(connections.settings["default"])
