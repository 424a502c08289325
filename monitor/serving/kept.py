"""Answers that a process keeps: as many bytes as it may, the least recently asked for going first."""

import gzip
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

Headers = tuple[tuple[str, str], ...]
WORTH_COMPRESSING = 500  # bytes; below, a network packet is not saved
LEVEL = 6
OVERHEAD = 1_000  # bytes that an answer takes beside its body, roughly
LARGEST_SHARE = 8  # one answer takes at most this part of the room


@dataclass(frozen=True)
class Answer:
    """Headers and body of a 200, and the body compressed: empty where that is not worth it."""

    headers: Headers
    body: bytes
    gzipped: bytes

    @property
    def size(self) -> int:
        return len(self.body) + len(self.gzipped) + OVERHEAD


def compressed(body: bytes) -> bytes:
    """The body as gzip, the same bytes each time; empty where that saves nothing."""
    if len(body) < WORTH_COMPRESSING:
        return b""
    smaller = gzip.compress(body, LEVEL, mtime=0)
    return smaller if len(smaller) < len(body) else b""


class KeptAnswers:
    """Answers by name, for all threads of a process, in at most `limit` bytes; a limit of 0 keeps none."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def has_room_for(self, body_bytes: int) -> bool:
        """Whether a body of this length is kept at all: one answer must not push out all the others."""
        return body_bytes + OVERHEAD <= self.limit // LARGEST_SHARE

    def get(self, name: str) -> Answer | None:
        with self._lock:
            answer = self._answers.get(name)
            if answer is not None:
                self._answers.move_to_end(name)
            return answer

    def put(self, name: str, answer: Answer) -> None:
        if not self.has_room_for(answer.size - OVERHEAD):
            return
        with self._lock:
            self._forget([name] if name in self._answers else [])
            self._answers[name] = answer
            self.size += answer.size
            while self.size > self.limit:
                self._forget([next(iter(self._answers))])

    def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            self.size -= self._answers.pop(name).size
