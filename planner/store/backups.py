"""Backups: the whole home as it was before the first write of each day.

Kept for 14 days, and the first of each month for ever. A file that has not changed since the last backup is a hard
link to the copy in there, so that a day costs little; none is ever a link to the live file, which an editor may
change in place.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TypeVar

from planner.domain.errors import PlannerError

from .contents import kept_files
from .files import listed, make_folder, open_private, unwritable
from .forms import Misshapen

KEPT = timedelta(days=14)

_Value = TypeVar("_Value")


class Backups:
    """The backups of one home."""

    def __init__(self, home: str, now: Callable[[], datetime]) -> None:
        self._home = home
        self._folder = os.path.join(home, "backups")
        self._now = now

    def make_daily(self) -> None:
        """Make today's backup, unless it is there or there is nothing to keep. Raises StoreError."""
        today = self._now().date()
        if os.path.exists(self._path(today)):
            return
        names = list(kept_files(self._home))
        if not names:
            return
        make_folder(self._folder)
        making = os.path.join(self._folder, ".making")
        try:
            _remove(making)
            self._copy_to(making, names)
            os.rename(making, self._path(today))
            for day in outdated(self.days(), today):
                _remove(self._path(day))
        except OSError as error:
            with suppress(OSError):
                _remove(making)
            raise unwritable(self._folder, error) from None

    def days(self) -> list[date]:
        """The days there is a backup of, newest first."""
        return sorted((day for day in map(_day, listed(self._folder)) if day), reverse=True)

    def folder_of(self, day: date) -> str:
        """Where the backup of a day is, if there is one."""
        return self._path(day)

    def newest_good(self, name: str, judge: Callable[[bytes], _Value]) -> tuple[date, _Value] | None:
        """The newest copy of a file that ``judge`` takes without raising: its day, and what it made of it."""
        for day in self.days():
            try:
                with open(os.path.join(self._path(day), name), "rb") as file:
                    content = file.read()
                return day, judge(content)
            except (OSError, Misshapen, PlannerError):
                continue
        return None

    def _copy_to(self, making: str, names: list[str]) -> None:
        make_folder(making)
        for folder in {os.path.dirname(name) for name in names} - {""}:
            make_folder(os.path.join(making, folder))
        last = next(iter(self.days()), None)
        for name in names:
            earlier = os.path.join(self._path(last), name) if last else ""
            _copy(os.path.join(self._home, name), earlier, os.path.join(making, name))

    def _path(self, day: date) -> str:
        return os.path.join(self._folder, day.isoformat())


def outdated(days: list[date], today: date) -> list[date]:
    """The backups that need not be kept any longer: older than 14 days, and not their month's first."""
    firsts = {(day.year, day.month): day for day in sorted(days, reverse=True)}
    return [day for day in days if today - day > KEPT and day != firsts[day.year, day.month]]


def _copy(live: str, earlier: str, copy: str) -> None:
    """A copy of ``live``, or a link to the ``earlier`` copy where that is the same by time and size."""
    stat = os.stat(live)
    if earlier and _same(stat, earlier):
        try:
            os.link(earlier, copy)
        except OSError:  # a file system without links
            pass
        else:
            return
    with open(live, "rb") as file:
        content = file.read()
    target = open_private(copy, os.O_WRONLY | os.O_EXCL)
    with open(target, "wb") as file:
        file.write(content)
    os.utime(copy, ns=(stat.st_mtime_ns, stat.st_mtime_ns))


def _same(stat: os.stat_result, earlier: str) -> bool:
    try:
        other = os.stat(earlier)
    except FileNotFoundError:
        return False
    return (stat.st_mtime_ns, stat.st_size) == (other.st_mtime_ns, other.st_size)


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def _remove(folder: str) -> None:
    for where, folders, files in os.walk(folder, topdown=False):
        for name in files:
            os.unlink(os.path.join(where, name))
        for name in folders:
            os.rmdir(os.path.join(where, name))
    if os.path.isdir(folder):
        os.rmdir(folder)
