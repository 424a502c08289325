"""The cache of `CACHE_URL`, which several processes and machines share, behind the one that each process has."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.cache import BaseCache

from monitor.serving.kept import Answer, KeptAnswers

FAILURES: tuple[type[Exception], ...] = (OSError,)
with suppress(ImportError):  # only a cache in Redis needs its package
    from redis.exceptions import RedisError

    FAILURES = (OSError, RedisError)

SECONDS_KEPT = 24 * 60 * 60
SECONDS_OF_REST = 30
log = logging.getLogger(__name__)


class SharedAnswers:
    """Answers by name: first those of this process, then those that any process of the site has put in.

    A name holds the public revision, so nothing ever has to be taken back. Where the shared cache fails, this process
    goes on without it and asks again half a minute later.
    """

    def __init__(self, own: KeptAnswers, cache: BaseCache) -> None:
        self.own = own
        self._cache = cache
        self._rests_until = 0.0

    def has_room_for(self, body_bytes: int) -> bool:
        return self.own.has_room_for(body_bytes)

    def get(self, name: str) -> Answer | None:
        answer = self.own.get(name)
        if answer is None and (found := self._ask(self._cache.get, name)):
            answer = Answer(*found)
            self.own.put(name, answer)
        return answer

    def put(self, name: str, answer: Answer) -> None:
        self.own.put(name, answer)
        self._ask(self._cache.set, name, (answer.headers, answer.body, answer.gzipped), SECONDS_KEPT)

    def _ask(self, act: Callable[..., Any], *values: Any) -> Any:
        """What the shared cache answers, None while it fails."""
        if time.monotonic() < self._rests_until:
            return None
        try:
            return act(*values)
        except FAILURES as error:
            self._rests_until = time.monotonic() + SECONDS_OF_REST
            log.warning("The shared cache of CACHE_URL fails (%s); each process keeps its own.", type(error).__name__)
            return None
