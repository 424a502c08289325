"""The site on an open socket, static files as they stand: `python -m tests.browser.workbench.served <descriptor>`.

Each line on stdin forks a server and answers with its number: one that was killed is followed by another at once.
"""

import os
import socket
import sys

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def fork_on_demand(descriptor: int) -> None:
    """Until stdin ends."""
    server = prepared(descriptor)
    for _ in sys.stdin:
        number = os.fork()
        if number == 0:
            server.serve_forever()
        print(number, flush=True)


def prepared(descriptor: int) -> ThreadedWSGIServer:
    """A server that answers once it is told to; nothing has asked the database yet."""
    django.setup()
    settings.SECRET_KEY = os.environ["TEST_SECRET_KEY"]  # under which the test has logged in
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN}
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler, bind_and_activate=False)
    server.socket.close()
    server.socket = socket.socket(fileno=descriptor)
    server.server_name, server.server_port = server.socket.getsockname()[:2]
    server.setup_environ()
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    return server


if __name__ == "__main__":
    fork_on_demand(int(sys.argv[1]))
