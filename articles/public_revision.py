"""The public revision: one number for everything that the public gets, and what changed under each."""

from django.db import connection

NUMBER = "SELECT number FROM articles_publiccounter"


def number() -> int:
    """The last public revision that is committed; 0 before the first.

    One statement on the one row of the table `articles_publiccounter`: `SELECT number FROM articles_publiccounter`.
    Read it before the data that it stands for, never after.
    """
    with connection.cursor() as cursor:
        cursor.execute(NUMBER)
        row = cursor.fetchone()
    return int(row[0]) if row else 0
