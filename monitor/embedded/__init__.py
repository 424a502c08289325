"""The embedded PostgreSQL: a server of our own for one data folder, shared by all processes that name it.

`base.py` is the engine Django loads, `server.py` what it calls: join, stop. `cluster.py` knows the folders, the
account and the binaries, `supervisor.py` is the detached process that owns `postgres`, `locks.py` the file locks by
which they agree. The kernel drops a dead process's locks, so no file with a process number is ever believed.

Per data folder there are three locks:

- `users.lock`: every process that uses the server holds it shared. Holding it exclusively demands the stop.
- `start.lock`: held exclusively while a process makes the folder ready and starts the server.
- `server.lock`: held exclusively by every process of the running `postgres`, by inheritance.
"""
