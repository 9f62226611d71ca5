"""Verification: a backup is good when it has been restored, into a folder that is thrown away, and compared.

The newest daily backup is verified so once a week, after the first change that finds it due.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from planner.domain.errors import PlannerError, Refused
from planner.domain.texts import clean
from planner.domain.words import say

from . import files
from .backups import Backups
from .home import VERIFIED, VERIFY_EVERY, Home
from .restore import source_at
from .snapshot import Snapshot, contents_of, snapshot_of

#: When a verification that failed is tried again.
AGAIN = timedelta(days=1)


class Verified(NamedTuple):
    """What a backup was found to hold: records of each table, weeks, and the checksum of it all (SHA-256)."""

    counts: dict[str, int]
    weeks: int
    checksum: str


class Report(NamedTuple):
    """When a daily backup was verified last, which, and what was wrong with it (nothing: it was good)."""

    at: datetime
    backup: date
    wrong: str


def verify(path: str, now: Callable[[], datetime]) -> Verified:
    """Restore an archive, or a copy of a home, into a temporary folder, and compare counts and checksums.

    Raises Refused where they differ, as :func:`source_at` does, and StoreError.
    """
    from tempfile import TemporaryDirectory

    wanted = source_at(path, "")
    with TemporaryDirectory(prefix="planner-") as folder:
        home = Home(os.path.join(folder, "home"), now, "planner backup --verify")
        home.restore(wanted, "")
        there = snapshot_of(contents_of(home.path), home.path)
    if there.counts() != wanted.counts() or there.checksum() != wanted.checksum():
        raise Refused(say("{path} does not come back as it was: {what}.", path=clean(path), what=_odd(there, wanted)))
    weeks = sum(name.startswith("weeks/") for name in wanted.files)
    return Verified(wanted.counts(), weeks, wanted.checksum())


def verify_newest(backups: Backups, now: Callable[[], datetime]) -> None:
    """Verify the newest daily backup, and keep what came of it. Never raises: the change before it is made."""
    day = next(iter(backups.days()), None)
    if day is None:
        return
    moment, wrong = now(), ""
    try:
        verify(backups.folder_of(day), now)
    except PlannerError as error:
        wrong = str(error)
    due = moment - VERIFY_EVERY + AGAIN if wrong else moment
    document = {"at": moment.isoformat(), "backup": day.isoformat(), "wrong": wrong}
    path = os.path.join(os.path.dirname(backups.folder_of(day)), VERIFIED)
    with suppress(OSError):
        files.write_over(path, json.dumps(document).encode())
        os.utime(path, (due.timestamp(), due.timestamp()))


def last_report(home: str) -> Report | None:
    """What came of the last verification; None where there was none, or it cannot be read."""
    try:
        found = files.read(os.path.join(home, "backups", VERIFIED))
        document = json.loads(found[0]) if found else {}
        at, backup = datetime.fromisoformat(document["at"]), date.fromisoformat(document["backup"])
        return Report(at, backup, str(document["wrong"]))
    except (PlannerError, ValueError, KeyError, TypeError):
        return None


def _odd(there: Snapshot, wanted: Snapshot) -> str:
    for table, count in wanted.counts().items():
        found = there.counts().get(table, 0)
        if found != count:
            return say("{table}: {found} of {count}", table=table, found=found, count=count)
    return say("the checksums differ")
