"""How far an import is, on a terminal; and what is so when she stops it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from planner.cli.page import complain
from planner.desk import Desk
from planner.desk.imports import Tell
from planner.domain.errors import PlannerError
from planner.domain.value.contexts import contextmanager
from planner.domain.words import say
from planner.interop.import_words import progress_words


@contextmanager
def progress() -> Iterator[Tell]:
    """Tells how far something long is, in one line of standard error that is wiped at its end; only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    width = 0

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal width
        line = progress_words(stage, done, of)
        sys.stderr.write(f"\r{line:{width}}")
        sys.stderr.flush()
        width = len(line)

    try:
        yield tell
    finally:
        sys.stderr.write(f"\r{'':{width}}\r")
        sys.stderr.flush()


@contextmanager
def stoppable(desk: Desk, ids: list[str]) -> Iterator[None]:
    """Says what is so where she stops it; ``ids`` are those of the imports that were begun."""
    try:
        yield
    except KeyboardInterrupt:
        complain(_kept_or_not(desk, ids))
        raise


def _kept_or_not(desk: Desk, ids: list[str]) -> str:
    """What is so after an import was stopped: it is kept whole, or nothing of it is."""
    try:
        kept = any(id_ in desk.book().imports for id_ in ids)
    except PlannerError:
        return say("Stopped. “planner imports” tells whether it was kept: all of it, or nothing.")
    if kept:
        return say("Stopped, but it was kept already, all of it; “planner undo” takes it back.")
    return say("Stopped: nothing of it was kept.")
