"""The database as of one moment, for those who read much of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot(*, for_a_reader: bool = False) -> Iterator[None]:
    """Inside, every read sees what was committed when the first began, however long it takes; nothing can be written.

    A statement may take as long as it will, unless it is `for_a_reader`: then the limits of requests hold. Within a
    transaction that has begun already, as tests have it, only these limits are changed.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        if not for_a_reader:
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SET LOCAL work_mem = '64MB'")
        yield
