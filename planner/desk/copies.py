"""Copies of the home: what another machine's says is merged into this one, and what both said is chosen from."""

from __future__ import annotations

import os
from collections.abc import Sequence

from planner.desk.base import Base
from planner.domain.errors import Refused
from planner.domain.value import NamedTuple
from planner.domain.weeks.change import Change
from planner.domain.words import say


class Conflict(NamedTuple):
    """One thing of which two are kept until she has chosen: ``mine`` is what stands, ``theirs`` what is kept beside.

    ``id`` is what it is settled by, the same on every machine; ``record`` what it is of, in words, ``field`` what of it
    (empty: whether it is there at all).
    """

    id: str
    record: str
    field: str
    mine: str
    theirs: str


class Copies(Base):
    """Two machines, one home."""

    def merge_files(self, paths: Sequence[str], *, base: str = "", other_home: bool = False) -> Change:
        """Merge other copies into this home, as one change with one step to undo; a note says of each what came.

        Each path is another home (a folder), a backup, a conflict copy, a data file with git's markers, or planner's
        own JSON export. ``base`` is a folder with what both came from, where that is known, as git knows it. A copy
        that lies in the home is moved to ``backups/``. Raises Refused for what is nothing of planner's, or another
        person's home unless ``other_home``, Newer and StoreError, and then nothing is changed.
        """
        raise NotImplementedError

    def merge_waiting(self) -> Change:
        """Merge every copy of another machine that lies in the home, and every file that git has left both sides in.

        Raises Refused where none waits, and as :meth:`merge_files`.
        """
        self._home.check()  # which reads every file, and so knows of both sides in one of ten years ago
        waiting = self.waiting()
        if not waiting:
            raise Refused(say("No copy of another machine waits here."))
        return self.merge_files([os.path.join(self.folder, name) for name in waiting])

    def conflicts(self) -> tuple[Conflict, ...]:
        """Everything of which two are kept until she has chosen."""
        raise NotImplementedError

    def settle_conflict(self, id_: str, keep: str) -> Change:
        """Choose: keep ``mine``, ``theirs`` or ``both``. Raises Refused where there is no such conflict."""
        raise NotImplementedError
