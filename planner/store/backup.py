"""One backup: a numbered folder of a day, and the list in it that says what each copy was when it was made.

Every change asks whether today's stands; that is a few looks at folders, and what makes backups is not loaded for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from planner import opener
from planner.domain.value import NamedTuple
from planner.domain.value.dates import date
from planner.domain.value.typed import Any

from . import json_text
from .contents import BACKUPS
from .files import listed

MANIFEST = "manifest.json"

#: Good backups that are kept: of today, and of the fourteen days before on which something was written.
KEPT = 15


class Backup(NamedTuple):
    """One backup. Those of planner 0.1.0 have no number, and come before all others."""

    number: int
    day: date
    path: str


def backups_in(home: str) -> list[Backup]:
    """Every backup there is, newest first. Raises StoreError."""
    folder = os.path.join(home, BACKUPS)
    return sorted(filter(None, (_named(folder, name) for name in listed(folder))), reverse=True)


def _named(folder: str, name: str) -> Backup | None:
    """The backup of a name, ``0007-2026-11-26`` or ``2026-11-26``."""
    number, day = name[:-11], name[-10:]
    is_numbered = number.isascii() and number.isdecimal() and len(number) >= 4 and name[-11] == "-"
    if not (is_numbered or name == day) or (day[4:5], day[7:8]) != ("-", "-"):
        return None
    try:
        return Backup(int(number or 0), date.fromisoformat(day), os.path.join(folder, name))
    except ValueError:
        return None


def has_untouched(home: str, day: date) -> bool:
    """Whether there is a backup of a day that nobody has touched since it was made. Raises StoreError."""
    return any(backup.day == day and is_untouched(backup) for backup in backups_in(home)[:KEPT])


def is_untouched(backup: Backup) -> bool:
    """Whether nothing has come into a backup's folders, or left them, since its list was written."""
    try:
        made = os.stat(os.path.join(backup.path, MANIFEST)).st_mtime_ns
        return all(os.stat(os.path.join(backup.path, folder)).st_mtime_ns <= made for folder in ("", "weeks"))
    except OSError:
        return False


class Copies(NamedTuple):
    """What a backup says of itself: the checksum of each copy (SHA-256), and the files whose damage was open."""

    sums: Mapping[str, str]
    damaged: frozenset[str]


def copies_in(folder: str) -> Copies | None:
    """What a folder says of the copies in it; None where it is no daily backup's list. Raises OSError, ValueError."""
    try:
        document: Any = json_text.read(opener.content(os.path.join(folder, MANIFEST))[0])
        return Copies({str(name): str(value) for name, value in document["sha256"].items()},
                      frozenset(map(str, document["damaged"])))  # fmt: skip
    except (FileNotFoundError, KeyError, TypeError, AttributeError):
        return None
    except RecursionError:
        raise ValueError from None


def written(sums: Mapping[str, str], damaged: Iterable[str]) -> bytes:
    """The list as its file holds it."""
    return json_text.written({"sha256": sums, "damaged": sorted(damaged)})
