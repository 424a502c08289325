"""How gunicorn serves this site; read by `gunicorn monitor.wsgi` in this folder and by `manage.py demo`."""

import os

from monitor import logs

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 10
control_socket_disable = True  # it would lie in HOME, one for all servers of an account

limit_request_line = 8190  # longer: 414
limit_request_fields = 100  # more, or a longer one: 431
limit_request_field_size = 8190

accesslog = None  # monitor.access writes a line for every request
logconfig_dict = logs.configuration(os.environ, "text" if os.environ.get("MONITOR_MODE") == "demo" else "json")
