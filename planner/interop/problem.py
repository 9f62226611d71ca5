"""What could not be taken from another program's file, and why."""

from __future__ import annotations

from planner.domain.value import NamedTuple
from planner.domain.words import say


class Problem(NamedTuple):
    """Why something in a file was not taken, or only in part. It begins on line ``row``; None: it is the whole file.

    ``minutes`` is how long it lasted, where it was a stretch of time.
    """

    file: str
    row: int | None
    why: str
    minutes: int = 0

    def document(self) -> dict[str, object]:
        """Its JSON."""
        return {"file": self.file, "row": self.row, "why": self.why}

    @property
    def where(self) -> str:
        """The place in words."""
        if self.row is None:
            return self.file
        return say("{file}, line {n}", file=self.file, n=self.row) if self.file else say("line {n}", n=self.row)
