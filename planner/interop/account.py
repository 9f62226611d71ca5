"""What an import came to: one law of counts for every format.

Whatever was read was added, changed, there already, skipped or kept back: each once, so that the five are what was
read. Files are counted apart. Problems explain what was skipped and kept back, and are not summed.
"""

from __future__ import annotations

from datetime import datetime

from planner.domain.instants import pinned
from planner.domain.value import NamedTuple
from planner.interop.problem import Problem


class Beside(NamedTuple):
    """What was added (``id``) and what it is called, and what goes on at the same time; a ``double`` says the same."""

    id: str
    start: datetime
    new: str
    other: str
    double: bool

    def document(self) -> dict[str, object]:
        """Its JSON."""
        return {"id": self.id, "start": pinned(self.start).isoformat(), "beside": self.other, "double": self.double}


class Account(NamedTuple):
    """The counts of an import. ``unreadable`` are those of the ``skipped`` that nobody could read.

    ``kept_back`` waits for a word of hers. ``new_groups`` and ``new_people`` are ids, ``minutes`` what was logged.
    """

    format: str
    files: int
    added: int = 0
    changed: int = 0
    already_there: int = 0
    skipped: int = 0
    kept_back: int = 0
    unreadable: int = 0
    new_groups: tuple[str, ...] = ()
    new_people: tuple[str, ...] = ()
    minutes: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def read(self) -> int:
        return self.added + self.changed + self.already_there + self.skipped + self.kept_back

    @property
    def understood(self) -> bool:
        """Whether anything of it could be read."""
        return self.read == 0 or self.unreadable < self.read

    def _reasons(self) -> dict[str, tuple[int, int]]:
        """How often each problem stands, and for how many minutes."""
        reasons: dict[str, tuple[int, int]] = {}
        for problem in self.problems:
            rows, minutes = reasons.get(problem.why, (0, 0))
            reasons[problem.why] = rows + 1, minutes + problem.minutes
        return reasons

    def document(self) -> dict[str, object]:
        """Its JSON, as the contract has it."""
        return {
            "format": self.format,
            "files": self.files,
            "read": self.read,
            "added": self.added,
            "changed": self.changed,
            "already_there": self.already_there,
            "skipped": self.skipped,
            "kept_back": self.kept_back,
            "new_groups": list(self.new_groups),
            "new_people": list(self.new_people),
            "minutes": self.minutes,
            "problems": [problem.document() for problem in self.problems],
            "reasons": [
                {"why": why, "rows": rows, "minutes": minutes} for why, (rows, minutes) in self._reasons().items()
            ],
        }
