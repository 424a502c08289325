"""How gunicorn serves this site; read by `gunicorn monitor.wsgi` in this folder and by `manage.py demo`."""

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 10
control_socket_disable = True  # it would lie in HOME, one for all servers of an account
