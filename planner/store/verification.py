"""Verification: a backup is good when it has been restored, into a folder that is thrown away, and compared.

The newest daily backup is verified so once a week, after the first change that finds it due: beside it, where the
program that makes the change need not wait.
"""

from __future__ import annotations

import json
import os

from planner.domain.errors import PlannerError, Refused
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.dates import date, datetime, timedelta
from planner.domain.words import say

from . import files
from .checksum import checksum
from .contents import VERIFIED, VERIFY_EVERY
from .restore import source_at
from .shelf import Shelf
from .snapshot import Sum, contents_of, snapshot_of, summed, tables_of, total
from .tables import encoded

#: When a verification that failed is tried again.
AGAIN = timedelta(days=1)


class Verified(NamedTuple):
    """What a backup was found to hold: records of each table, weeks, and the checksum (SHA-256) of its files' own.

    Without a list, ``listed``, there was nothing to compare it with, and what is not planner's, ``passed_over``, would
    be left out.
    """

    counts: dict[str, int]
    weeks: int
    checksum: str
    listed: bool = True
    passed_over: tuple[str, ...] = ()


class Report(NamedTuple):
    """When a daily backup was verified last, which, and what was wrong with it (nothing: it was good)."""

    at: datetime
    backup: date
    wrong: str


def verify(path: str) -> Verified:
    """Restore an archive, or a copy of a home, into a temporary folder, and compare counts and checksums.

    Raises Refused where they differ, as :func:`source_at` does, and StoreError.
    """
    from tempfile import TemporaryDirectory

    source = source_at(path, "")
    wanted = source.snapshot
    sums: dict[str, Sum] = {}
    with TemporaryDirectory(prefix="planner-") as folder:
        for name, documents in wanted.files.items():
            sums[name] = summed(documents)
            _write(os.path.join(folder, name), encoded(tables_of(documents)))
        there = snapshot_of(contents_of(folder), folder)
        for name, sum_ in sums.items():
            restored = summed(there.files[name]) if name in there.files else Sum({}, "")
            if restored != sum_:
                raise Refused(_differs(path, name, restored, sum_))
    weeks = sum(name.startswith("weeks/") for name in sums)
    lines = sorted(f"{name} {sum_.sha256}" for name, sum_ in sums.items())
    whole = checksum("\n".join(lines).encode())
    return Verified(total(sums.values()), weeks, whole, source.listed, () if source.listed else source.strangers)


def verify_newest(shelf: Shelf) -> None:
    """Verify the newest daily backup, and keep what came of it. Never raises: the change before it is made."""
    newest = None
    with suppress(PlannerError):
        newest = next(iter(shelf.backups.all()), None)
    if newest is None:
        return
    now, day = shelf.now(), newest.day
    wrong = shelf.backups.wrong_with(newest)
    try:
        if not wrong:
            verify(newest.path)
    except PlannerError as error:
        wrong = str(error)
    with suppress(OSError):
        _keep(shelf, {"at": now.isoformat(), "backup": day.isoformat(), "wrong": wrong}, soon=bool(wrong))


def put_off(shelf: Shelf) -> None:
    """Leave what came of the last verification as it is, and let none be due for a day. Never raises."""
    with suppress(OSError, ValueError, PlannerError):
        file = files.read(shelf.path(VERIFIED))
        _keep(shelf, json.loads(file[0]) if file else {}, soon=True)


def _keep(shelf: Shelf, document: dict[str, str], *, soon: bool) -> None:
    """Keep what came of a verification; ``soon`` it is due again. Raises OSError."""
    since = (shelf.now() - VERIFY_EVERY + AGAIN if soon else shelf.now()).timestamp()
    files.write_over(shelf.path(VERIFIED), json.dumps(document).encode())
    os.utime(shelf.path(VERIFIED), (since, since))


def last_report(home: str) -> Report | None:
    """What came of the last verification; None where there was none, or it cannot be read."""
    try:
        file = files.read(os.path.join(home, VERIFIED))
        document = json.loads(file[0]) if file else {}
        at, backup = datetime.fromisoformat(document["at"]), date.fromisoformat(document["backup"])
        return Report(at, backup, str(document["wrong"]))
    except (PlannerError, ValueError, KeyError, TypeError):
        return None


def _write(path: str, content: bytes) -> None:
    """Write a file that is thrown away soon, and so is not brought to the disk."""
    files.make_folder(os.path.dirname(path))
    try:
        files.write_over(path, content)
    except OSError as error:
        raise files.unwritable(path, error) from None


def _differs(path: str, name: str, restored: Sum, wanted: Sum) -> str:
    had, has = sum(wanted.counts.values()), sum(restored.counts.values())
    if had != has:
        why = say("{file} has {found} records of {count}", file=name, found=has, count=had)
    else:
        why = say("{file} has another checksum", file=name)
    return say("{path} does not come back as it was: {what}.", path=clean(path), what=why)
