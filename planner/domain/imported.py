"""What other programs' files brought: where a record comes from, and what one import came to."""

from __future__ import annotations

from datetime import date, datetime

from .value import NamedTuple


class Source(NamedTuple):
    """Where a record comes from: the ``format`` it was read from, and the ``key`` that it has there.

    ``mark`` tells the record as it was left by the import that read it last, so that it is known whether it was edited
    here since; ``by`` is the import (id) that brought it; ``content`` marks what the source said, where its key is no
    mark of that already. It is kept as one text, its parts between blanks.
    """

    format: str
    key: str
    mark: str = ""
    by: str = ""
    content: str = ""

    @property
    def place(self) -> str:
        """What makes it the same at the next reading, as in :func:`place_in`."""
        return f"{self.format} {self.key}"

    @property
    def text(self) -> str:
        """The text it is kept as."""
        return " ".join(part or "-" for part in self).rstrip(" -")


def source_in(text: str) -> Source:
    """The source that a kept text says; what is missing in it is not known."""
    parts = ["" if part == "-" else part for part in text.split(" ")][: len(Source._fields)]
    return Source(*parts) if len(parts) > 1 else Source(text, "")


def place_in(text: str) -> str:
    """The format and the key of a kept text: what makes two readings of the same source one."""
    return " ".join(text.split(" ", 2)[:2])


class Waiting(NamedTuple):
    """A name of another program that nothing says the meaning of: how many rows of it, and minutes."""

    name: str
    rows: int = 0
    minutes: int = 0


class Import(NamedTuple):
    """One import: the ``files`` of a ``format`` that were read ``at`` a moment, and what they came to.

    What was ``read`` is the sum of the five after it. ``first`` and ``last`` are the days of what it brought, ``waits``
    the names that it kept rows back for.
    """

    id: str
    at: datetime
    format: str
    files: tuple[str, ...] = ()
    added: int = 0
    updated: int = 0
    already_there: int = 0
    skipped: int = 0
    kept_back: int = 0
    minutes: int = 0
    first: date | None = None
    last: date | None = None
    waits: tuple[Waiting, ...] = ()

    @property
    def read(self) -> int:
        return self.added + self.updated + self.already_there + self.skipped + self.kept_back
