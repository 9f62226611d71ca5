"""A loop in which waiting takes no time: where nothing is left to do but wait, it is at once as late as was waited for.

Textual lets a few hundredths of a second pass after every key, so that a screen comes to rest; and what the screens
wait for themselves (the end of a paste, a minute) would be slept through. Here all of it happens in the order in which
it would happen on a machine that has nothing else to do: the loop's clock goes by what was waited for alone, and stands
while there is something to do, however long a machine takes over it.
"""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Made = TypeVar("Made")
Events = list[tuple[selectors.SelectorKey, int]]

#: Seconds by which each look at the clock is later than the one before, so that what comes first is the earlier.
LOOK = 1e-7


class _Passing(selectors.DefaultSelector):
    """Waits by letting the time pass; while a thread works it stands, as if the thread took no time."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = time.monotonic()
        self.threads = 0

    def select(self, timeout: float | None = None) -> Events:
        found = super().select(0)
        if found or timeout == 0:
            return found
        if timeout is None or self.threads:
            return super().select(None)
        self.passed += timeout
        return found


class HurriedLoop(asyncio.SelectorEventLoop):
    """An event loop with a clock of its own, which begins at the machine's time and goes by what is waited for."""

    def __init__(self) -> None:
        self._passing = _Passing()
        super().__init__(self._passing)

    def time(self) -> float:
        """The loop's own time."""
        self._passing.passed += LOOK
        return self._passing.passed

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[*Given], Made], *args: *Given
    ) -> asyncio.Future[Made]:
        """Run in a thread, which no haste makes faster."""
        self._passing.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_is_done)
        return future

    def _thread_is_done(self, _: asyncio.Future[Any]) -> None:
        self._passing.threads -= 1


def now() -> float:
    """The time of the loop that runs, or the machine's where none does."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return time.monotonic()


def worked() -> float:
    """The seconds that the process has worked: none, for what there is to do is done before any time passes."""
    return 0.0
