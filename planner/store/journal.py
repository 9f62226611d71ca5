"""The journal: several files are replaced together, or none is.

New files are prepared in a folder of their own and brought to the disk. One mark beside them says that all are there:
from then on the change is made, and whoever comes next, after a crash, moves the rest of them to their places. What
was prepared without a mark was never promised, and is cleared away.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from planner.domain.errors import StoreError
from planner.domain.words import say

from .files import Stamp, make_folder, open_private, sync_folder, unwritable, write_new

_FOLDER = "journal"
_MARK = "complete"


class Journal:
    """The journal of one home. All but :meth:`unfinished` is done under the lock."""

    def __init__(self, home: str) -> None:
        self._home = home
        self._folder = os.path.join(home, _FOLDER)
        self._mark = os.path.join(self._folder, _MARK)

    def unfinished(self) -> bool:
        """Whether a change was made that has not reached all its files."""
        return os.path.exists(self._mark)

    def replace(self, contents: Mapping[str, bytes]) -> dict[str, Stamp]:
        """Replace files (names within the home) by these contents, together; returns the stamp of each.

        Raises StoreError, and then nothing was changed.
        """
        self.settle()
        make_folder(self._folder)
        for folder in {os.path.dirname(name) for name in contents} - {""}:
            make_folder(os.path.join(self._home, folder))
        try:
            stamps = self._prepare(contents)
        except OSError as error:
            with suppress(OSError):
                self._clear()
            raise unwritable(self._home, error) from None
        self._finish()
        return stamps

    def settle(self) -> None:
        """Finish the change of a planner that is gone, if there is one. Raises StoreError where it cannot be now."""
        if self.unfinished():
            self._finish()

    def _finish(self) -> None:
        """Move what is prepared to its places."""
        try:
            prepared = sorted(set(os.listdir(self._folder)) - {_MARK})
            for name in prepared:
                os.replace(os.path.join(self._folder, name), self._place(name))
            for folder in {os.path.dirname(self._place(name)) for name in prepared}:
                sync_folder(folder)
            if self.unfinished():
                os.unlink(self._mark)
        except OSError as error:
            raise StoreError(
                say(
                    "A change in {folder} could not be finished: {reason}. It is kept, and finished when it can be.",
                    folder=self._home,
                    reason=error.strerror,
                )
            ) from None

    def _prepare(self, contents: Mapping[str, bytes]) -> dict[str, Stamp]:
        self._clear()
        stamps = {
            name: write_new(os.path.join(self._folder, name.replace("/", "+")), content)
            for name, content in contents.items()
        }
        if len(contents) > 1:  # one rename is whole by itself
            os.close(open_private(self._mark, os.O_WRONLY | os.O_EXCL))
            sync_folder(self._folder)
        return stamps

    def _clear(self) -> None:
        """Take away what was prepared, the mark first."""
        for name in sorted(os.listdir(self._folder), key=lambda name: name != _MARK):
            os.unlink(os.path.join(self._folder, name))

    def _place(self, name: str) -> str:
        return os.path.join(self._home, *name.split("+"))
