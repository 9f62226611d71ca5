"""Soundness: a daily backup is good while it is what its list says, to the last byte; only then it counts as one."""

from __future__ import annotations

import os

from planner import opener
from planner.domain.errors import PlannerError, StoreError
from planner.domain.texts import shown
from planner.domain.words import say

from .backup import Backup, Copies, copies_in
from .checksum import checksum
from .contents import JOURNAL, is_data, kept_files
from .forms import Misshapen
from .reading import understood

#: Tells a copy from every other: most are one file under many names, and are read once.
_Copy = tuple[int, int, int, int]


class Soundness:
    """Judges the backups of one home; each copy is read once, in however many of them it is."""

    def __init__(self) -> None:
        self._sums: dict[_Copy, str] = {}

    def wrong_with(self, backup: Backup) -> str:
        """Why a backup could not be restored, in words; empty for a good one."""
        try:
            copies = copies_in(backup.path)
            names = list(kept_files(backup.path, optional=()))
        except (OSError, ValueError):
            return say("its list of files cannot be read")
        except StoreError as error:
            return str(error)
        if os.path.lexists(os.path.join(backup.path, JOURNAL)) or not (copies or backup.number):
            return _unlisted(backup.path, names)  # it was a home since, or is planner 0.1.0's
        return self._against(backup.path, names, copies) if copies else say("its list of files is gone")

    def _against(self, folder: str, names: list[str], copies: Copies) -> str:
        for name in sorted({*copies.sums, *names}):
            if name not in names:
                return say("it lacks {file}", file=shown(name))
            if name not in copies.sums:
                return say("it holds {file}, which its list has not", file=shown(name))
            try:
                sum_ = self._sum(os.path.join(folder, name))
            except OSError:
                return say("{file} in it cannot be read", file=shown(name))
            if sum_ != copies.sums[name]:
                return say("{file} in it is not what its list says", file=shown(name))
        return ""

    def _sum(self, path: str) -> str:
        state = os.stat(path)
        key = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)
        if key not in self._sums:
            self._sums[key] = checksum(opener.content(path)[0])
        return self._sums[key]


def _unlisted(folder: str, names: list[str]) -> str:
    """What is wrong with a backup that has no list to be held to: then its files must read as what they should be."""
    data = [name for name in names if is_data(name)]
    for name in data:
        try:
            understood(name, opener.content(os.path.join(folder, name))[0])
        except OSError:
            return say("{file} in it cannot be read", file=shown(name))
        except (Misshapen, PlannerError) as wrong:
            return say("{file} in it is damaged: {wrong}", file=shown(name), wrong=wrong)
    return "" if data else say("it holds nothing of planner's")
