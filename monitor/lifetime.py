"""A child process must not outlive the process that started it, even if that one is killed."""

import ctypes
import signal
import sys
from collections.abc import Callable

SET_PARENT_DEATH_SIGNAL = 1  # of prctl(2)


def ends_with_parent(number: signal.Signals) -> Callable[[], None]:
    """Return what a child calls before it runs its program, so that Linux sends it `number` when its parent dies.

    Other systems have nothing like it: there the child lives on.
    """

    def ask() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, number)

    return ask
