"""Something long that goes on beside the screen, and may be stopped at any step of it."""

from __future__ import annotations

from collections.abc import Callable

from planner.desk.imports import Tell
from planner.domain.errors import PlannerError
from planner.interop.import_words import progress_words


class Stopped(Exception):
    """She stopped it; whoever is in the middle of a change keeps nothing of it."""


class Work:
    """What ``does`` something, told how far it is; then ``ended``, it was ``stopped``, came upon a ``problem``, or is
    to be ``told``, which does what follows on the screen.

    One thread runs it, another looks at it and may :meth:`stop` it.
    """

    def __init__(self, words: str, does: Callable[[Tell], Callable[[], object]]) -> None:
        self.words = words
        self.how_far = ""
        self.stopping = self.ended = self.stopped = False
        self.problem: PlannerError | None = None
        self.told: Callable[[], object] = lambda: None
        self._does = does

    def run(self) -> None:
        """Do it; to be called in a thread of its own."""
        try:
            self.told = self._does(self._tell)
        except Stopped:
            self.stopped = True
        except PlannerError as problem:
            self.problem = problem
        finally:
            self.ended = True

    def stop(self) -> None:
        """Stop at the next step; past the last one it is done whole."""
        self.stopping = True

    def raise_problem(self) -> None:
        """Raise what kept it from being done."""
        if self.problem:
            raise self.problem

    def _tell(self, stage: str, done: int, of: int) -> None:
        if self.stopping:
            raise Stopped
        self.how_far = progress_words(stage, done, of)
