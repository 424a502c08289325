"""Fills the database with a scenario: the authorities first, then the batches, over several processes where wanted."""

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress

from django.db import connection, connections, transaction

from articles.history import because
from articles.search.rebuilding import tidy
from monitor.generating.authorities import Keys, make_authorities
from monitor.generating.scenario import Scenario
from monitor.generating.writing import write_batch


class Filling:
    """Writes a scenario; between the batches nothing is kept, so memory does not grow with their number."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        with transaction.atomic(), because(by=None, reason="generated"):
            self.keys: Keys = make_authorities(scenario)
            self.before = _reserved_events(scenario.events)

    def write(self, processes: int) -> Iterator[Counter[str]]:
        """Write batch after batch; for each how many rows a table got."""
        batches = range(len(self.scenario))
        yield from map(self.write_batch, batches) if processes == 1 else self._write_together(batches, processes)
        tidy()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def write_batch(self, number: int) -> Counter[str]:
        return write_batch(self.scenario.batch(number), self.keys, before=self.before)

    def _write_together(self, batches: range, processes: int) -> Iterator[Counter[str]]:
        """The processes are copies of this one, which hands them its plan but not its connection."""
        if connection.in_atomic_block:
            raise RuntimeError("Other processes do not see what this transaction has written: use one process.")
        connections.close_all()
        with ProcessPoolExecutor(processes, mp_context=FORK, initializer=_forget_connection) as pool:
            _shared.append(self)
            try:
                yield from pool.map(_write_shared, batches)
            finally:
                _shared.clear()


FORK = multiprocessing.get_context("fork")
_shared: list[Filling] = []  # set before the processes are forked


def _forget_connection() -> None:
    """What a copy of this process inherits is not its own to use or to end."""
    with suppress(AttributeError):  # there was none
        del connections["default"]


def _write_shared(number: int) -> Counter[str]:
    return _shared[0].write_batch(number)


def _reserved_events(count: int) -> int:
    """The number of the first of `count` events; the sequence goes on after them."""
    if not count:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE events_event IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(
            "SELECT setval(seq, nextval(seq) + %s - 1) FROM pg_get_serial_sequence('events_event', 'id') seq", [count]
        )
        return int(cursor.fetchone()[0]) - count + 1
