"""Backups: the whole home as it was before the first write of each day, numbered in the order they were made.

Fifteen good ones are kept, and the first whole one of each month for ever; none goes while a damaged file waits to be
mended. Their order is that of their numbers: a clock that once stood in 2036 neither outranks nor thins the others. A
file that has not changed since the last backup is a hard link to the copy in there, so that a day costs little; none is
ever a link to the live file, which an editor may change in place. A copy is read back before it counts, and a file
that cannot be read as what it should be is not copied: the last good copy of it stays in its place.

The archives of what was there before a restore stand beside them. Each has in its name the number of the backup that
was the newest then, and goes once as many good ones are newer: that is the time in which a restore can be regretted.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from planner import opener
from planner.domain.errors import Newer, PlannerError, StoreError
from planner.domain.value.contexts import suppress
from planner.domain.value.dates import date, datetime
from planner.domain.value.typed import TYPE_CHECKING, TypeVar

from .backup import KEPT, MANIFEST, Backup, Copies, backups_in, copies_in, is_untouched, written
from .checksum import checksum
from .contents import ASIDE, BACKUPS, is_data, kept_files, set_aside_in
from .files import listed, make_folder, open_up, sync_folder, unwritable, write_new
from .forms import Misshapen
from .reading import understood

if TYPE_CHECKING:
    from .soundness import Soundness

_MAKING, _GOING = ".making", ".going-"
_BEFORE = r"before-restore-(?:([0-9]{4,})-)?([0-9]{8})-[0-9]{6}(?:-[0-9]+)?\.zip"

_Value = TypeVar("_Value")


class Backups:
    """The backups of one home."""

    def __init__(self, home: str, now: Callable[[], datetime]) -> None:
        self._home = home
        self._folder = os.path.join(home, BACKUPS)
        self._now = now
        self._soundness: Soundness | None = None

    def make_daily(self) -> None:
        """Make today's backup, unless a good one is there or there is nothing to keep. Raises StoreError."""
        today = self._now().date()
        made = self.all()
        if any(backup.day == today and self._stands(backup) for backup in made[:KEPT]):
            return
        names = list(kept_files(self._home))
        if names:
            self._make(today, names, made)

    def all(self) -> list[Backup]:
        """Every backup there is, newest first. Raises StoreError."""
        return backups_in(self._home)

    def days(self) -> list[date]:
        """The days there is a backup of, newest first. Raises StoreError."""
        return list(dict.fromkeys(backup.day for backup in self.all()))

    def wrong_with(self, backup: Backup) -> str:
        """Why a backup could not be restored, in words; empty for a good one. Every copy in it is read."""
        from .soundness import Soundness  # no command of every day needs it

        self._soundness = self._soundness or Soundness()
        return self._soundness.wrong_with(backup)

    def of_days(self) -> dict[date, tuple[Backup, str]]:
        """The newest good backup of each day, else the newest, and what is wrong with that; the newest day first.

        Raises StoreError.
        """
        newest: dict[date, tuple[Backup, str]] = {}
        for backup in self.all():
            if backup.day not in newest or newest[backup.day][1]:
                wrong = self.wrong_with(backup)
                if backup.day not in newest or not wrong:
                    newest[backup.day] = backup, wrong
        return newest

    def folder_of(self, day: date) -> str:
        """Where the newest good backup of a day is, else the newest, if there is one."""
        of_day = [backup for backup in self.all() if backup.day == day]
        good = (backup for backup in of_day if not self.wrong_with(backup))
        return next((backup.path for backup in (*good, *of_day)), self._path(day.isoformat()))

    def before_restore(self) -> str:
        """Where an archive of what is there before a restore belongs; its folder is made. Raises StoreError."""
        make_folder(self._folder)
        made = self.all()
        stem = f"before-restore-{made[0].number if made else 0:04d}-{self._now():%Y%m%d-%H%M%S}"
        path = self._path(f"{stem}.zip")
        number = 1
        while os.path.lexists(path):
            number += 1
            path = self._path(f"{stem}-{number}.zip")
        return path

    def newest_good(
        self, name: str, judge: Callable[[bytes], _Value], until: date | None = None
    ) -> tuple[date, _Value] | None:
        """The newest copy of a file that ``judge`` takes without raising: its day, and what it made of it.

        Copies of what was begun anew while the file's damage was open are passed over; of a backup that does not say
        so, those after the day ``until``.
        """
        for backup in self.all():
            copies = self.copies(backup)
            if name in copies.damaged or (until and not backup.number and backup.day > until):
                continue
            try:
                content = opener.content(os.path.join(backup.path, name))[0]
                if copies.sums.get(name, "") in ("", checksum(content)):
                    return backup.day, judge(content)
            except (OSError, Misshapen, PlannerError):
                continue
        return None

    def copies(self, backup: Backup) -> Copies:
        """What a backup says of itself; nothing, of one of planner 0.1.0."""
        try:
            return copies_in(backup.path) or Copies({}, frozenset())
        except (OSError, ValueError):
            return Copies({}, frozenset())

    def held(self) -> frozenset[str]:
        """The names of the data files that the home had when the newest backup was made, those damaged then too.

        None where there is no backup, or their folder cannot be looked into, which is said elsewhere.
        """
        try:
            newest = next(iter(self.all()), None)
        except StoreError:
            return frozenset()
        copies = self.copies(newest) if newest else None
        return frozenset(filter(is_data, (*copies.sums, *copies.damaged))) if copies else frozenset()

    def _make(self, today: date, names: list[str], made: list[Backup]) -> None:
        number = made[0].number + 1 if made else 1
        making = os.path.join(self._folder, _MAKING)
        aside = {name.partition(ASIDE)[0] for name in set_aside_in(self._home)}
        make_folder(self._folder)
        try:
            _remove(making)
            unfit = self._copy_to(making, names, made[0] if made else None, aside)
            os.rename(making, os.path.join(self._folder, f"{number:04d}-{today}"))
            sync_folder(self._folder)
            if not (aside or unfit):
                self._expire()
        except OSError as error:
            with suppress(OSError):
                _remove(making)
            raise unwritable(self._folder, error) from None

    def _stands(self, backup: Backup) -> bool:
        """Whether a backup is as it was made: nobody has touched it since, or each copy in it is good."""
        return is_untouched(backup) or not self.wrong_with(backup)

    def _expire(self) -> None:
        """Take away what need not be kept. Raises OSError."""
        backups = self.all()
        if len(backups) < KEPT:  # then nothing goes, and none of them need be looked at
            return

        @cache
        def is_whole(backup: Backup) -> bool:
            return not self.wrong_with(backup)

        def is_good(backup: Backup) -> bool:
            return not self.copies(backup).damaged and is_whole(backup)

        gone = list(outdated(backups, is_good, is_whole))
        for backup in gone:
            os.rename(backup.path, self._path(f"{_GOING}{os.path.basename(backup.path)}"))
        if gone:
            sync_folder(self._folder)  # none of them may be there by halves
        self._take_away()
        good = list(islice(filter(is_good, backups), KEPT))
        if len(good) < KEPT:
            return
        import re

        for name in listed(self._folder):
            before = re.fullmatch(_BEFORE, name)
            if before and _is_regretted_no_more(before[1], before[2], good[-1]):
                os.unlink(self._path(name))

    def _take_away(self) -> None:
        """Take away the backups that went, those among them whose removal was cut off. Raises OSError."""
        for name in listed(self._folder):
            if name.startswith(_GOING):
                _remove(self._path(name))

    def _copy_to(self, making: str, names: list[str], last: Backup | None, aside: set[str]) -> set[str]:
        """Copy the home, and bring it to the disk; returns the names of what cannot be read as what it should be."""
        earlier = self.copies(last) if last else Copies({}, frozenset())
        make_folder(making)
        sums = {}
        unfit = {name for name in {*earlier.sums, *earlier.damaged} if is_data(name) and name not in names}  # vanished
        for folder in sorted({os.path.dirname(name) for name in (*names, *unfit)} - {""}):
            make_folder(os.path.join(making, folder))
        for name in names:
            live, copy = os.path.join(self._home, name), os.path.join(making, name)
            kept = os.path.join(last.path, name) if last else ""
            listed = earlier.sums.get(name, "")
            if listed and _is_unchanged(live, kept) and _sum_of(kept) == listed and _link(kept, copy):
                sums[name] = listed
            elif fit := _fit(live, name):
                again = kept and _is_unchanged(live, kept) and _has(kept, fit[0]) and _link(kept, copy)
                sums[name] = checksum(fit[0]) if again else _copy(*fit, copy)
            else:
                unfit.add(name)
        for name in sorted(unfit):
            if good := self.newest_good(name, _judge_of(name)):
                sums[name] = _copy(good[1], None, os.path.join(making, name))
        write_new(os.path.join(making, MANIFEST), written(sums, aside | unfit))
        for folder in sorted({os.path.dirname(name) for name in (*names, *unfit)} | {""}):
            sync_folder(os.path.join(making, folder))
        return unfit

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)


def outdated(
    backups: Iterable[Backup], is_good: Callable[[Backup], bool], is_whole: Callable[[Backup], bool]
) -> list[Backup]:
    """The backups (newest first) that need not be kept: KEPT good ones are newer, and a whole one is earlier in its
    month. No more of them are judged than that takes.
    """
    backups = list(backups)
    good, gone = 0, []
    for number, backup in enumerate(backups):
        if good >= KEPT:
            earlier = (other for other in backups[number + 1 :] if _month(other) == _month(backup))
            if any(map(is_whole, earlier)):
                gone.append(backup)
        else:
            good += is_good(backup)
    return gone


def _month(backup: Backup) -> tuple[int, int]:
    return backup.day.year, backup.day.month


def _is_regretted_no_more(number: str | None, day: str, oldest: Backup) -> bool:
    """Whether an archive of before a restore is older than the ``oldest`` backup that counts; a few have no number."""
    return int(number) < oldest.number if number else day < f"{oldest.day:%Y%m%d}"


def _is_unchanged(live: str, kept: str) -> bool:
    """Whether a file is as it was when it was copied, by time and size."""
    try:
        now, then = os.stat(live), os.stat(kept)
    except OSError:
        return False
    return (now.st_mtime_ns, now.st_size) == (then.st_mtime_ns, then.st_size)


def _sum_of(kept: str) -> str:
    """The checksum of a copy as it is on the disk now; empty where it cannot be read."""
    try:
        return checksum(opener.content(kept)[0])
    except OSError:
        return ""


def _has(kept: str, content: bytes) -> bool:
    """Whether a copy that no checksum is known of is what it should be."""
    try:
        return opener.content(kept)[0] == content
    except OSError:
        return False


def _fit(live: str, name: str) -> tuple[bytes, int] | None:
    """A file's content and time of change; None where it cannot be read as what it should be."""
    try:
        content, state = opener.content(live)
        _judge_of(name)(content)
    except Newer:  # whole, for all that is known of it
        pass
    except (OSError, Misshapen):
        return None
    return content, state.st_mtime_ns


def _judge_of(name: str) -> Callable[[bytes], bytes]:
    """Passes a file's content on if it can be read as what it should be. Raises Misshapen and Newer."""

    def judge(content: bytes) -> bytes:
        if name.endswith(".json"):
            understood(name, content)
        return content

    return judge


def _copy(content: bytes, changed: int | None, copy: str) -> str:
    """Write a copy, read it back, and return its checksum. Raises OSError, too where it is not what was written."""
    write_new(copy, content)
    if changed is not None:
        os.utime(copy, ns=(changed, changed))
    if opener.content(copy)[0] != content:
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return checksum(content)


def _link(kept: str, copy: str) -> bool:
    """Give a copy another name; False on a file system without links."""
    try:
        os.link(kept, copy)
    except OSError:
        return False
    return True


def _remove(folder: str) -> None:
    """Take a backup away, or what was begun of one. Raises OSError."""
    if not os.path.isdir(folder):
        return
    open_up(folder)
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not os.path.islink(path):
            _remove(path)
        else:
            os.unlink(path)
    os.rmdir(folder)
