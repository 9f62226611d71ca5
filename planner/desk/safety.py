"""Safety: undo, redo, backups, checks, and news of other programs' changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.desk.base import Base
from planner.domain.weeks.change import Change
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.store.check import Finding
    from planner.store.watch import Watcher


class Safety(Base):
    """Nothing she typed is ever lost."""

    def undo(self) -> Change:
        """Take back the last change, whoever made it; raises Refused where there is none."""
        return Change(say("Undone: {what}", what=self._home.undo().label))

    def redo(self) -> Change:
        """Make the last undone change again; raises Refused where there is none."""
        return Change(say("Done again: {what}", what=self._home.redo().label))

    def damage(self) -> list[str]:
        """What is to be said of every damaged file until it is mended: what is read is without it."""
        return self._home.damage()

    @property
    def has_changed(self) -> bool:
        """Whether anything was kept through this desk."""
        return self._home.has_changed

    def backup(self, path: str) -> str:
        """Write everything into one archive; returns its path."""
        return self._home.backup(path)

    def check(self) -> list[Finding]:
        """Verify every file."""
        return self._home.check()

    def mend(self) -> list[Finding]:
        """Put the newest good backup of each damaged file in its place."""
        return self._home.mend()

    def stamp(self) -> tuple[object, ...]:
        """A fingerprint of all data, to know whether something changed."""
        return self._home.stamp()

    def watch(self, on_change: Callable[[], None]) -> Watcher:
        """Call ``on_change`` (from a thread of its own) whenever a data file changes."""
        from planner.store.watch import watch

        return watch(self.folder, on_change)
