"""Drafts: what a reader makes of a file, one after the other, before anything is known of the home.

A reader yields drafts in the order of its file, each with the key that makes it the same at the next reading and the
place where it stands. What it cannot read, or does not take, is Passed.
"""

from __future__ import annotations

from datetime import datetime

from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.week import Week


class Stretch(NamedTuple):
    """A tracked stretch of time. ``start`` is aware, its offset fixed; ``minutes`` are rounded half up.

    ``key`` is the source's own id where it has one; then ``content`` marks what the rest says. Else the key is made of
    the content, and ``content`` is empty. ``project``, ``tags`` and ``address`` (of a page, an account) are what the
    map knows the meaning of. ``unfit`` says why it is no entry, though it was read.
    """

    key: str
    row: int
    start: datetime
    minutes: int
    project: str
    note: str = ""
    tags: tuple[str, ...] = ()
    address: str = ""
    content: str = ""
    unfit: str = ""
    file: int = 0  # which part it stands in
    proposed: Kind | None = None

    @property
    def week(self) -> Week:
        return Week.of(self.start)

    @property
    def name(self) -> str:
        """What it is known by where nothing says its kind: the project, else the first tag, else the address."""
        return self.project or (self.tags[0] if self.tags else self.address)


class Passed(NamedTuple):
    """A row that becomes nothing, and why: ``unreadable`` where nobody could read it, ``asked`` where it waits.

    One that is ``there`` is an entry of the home already, so that there is no why.
    """

    row: int
    why: str
    minutes: int = 0
    unreadable: bool = True
    file: int = 0
    asked: bool = False
    there: bool = False


class Unmapped(NamedTuple):
    """A name that nothing says the kind of: how many rows of it, and minutes; the first stands in ``file``, ``row``."""

    name: str
    file: str
    row: int
    rows: int = 0
    minutes: int = 0
