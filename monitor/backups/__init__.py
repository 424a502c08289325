"""The whole database in one file, and back: PostgreSQL's own archive, written and read by PostgreSQL's own programs.

`database.py` says which database and which programs, `writing.py` makes the file, `restoring.py` brings it into an
empty database. Neither leaves anything half done, whenever it is killed.
"""
