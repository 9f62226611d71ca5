"""Mending a home: what is damaged is brought back from the newest good backup."""

from __future__ import annotations

import os

from planner.domain.errors import Newer
from planner.domain.words import day_month, say

from . import files
from .check import Finding, check, private
from .contents import UNDO, kept_files, strangers
from .damage import aside_of, mended_name, set_aside
from .forms import Misshapen
from .merge import merged
from .reading import understood
from .salvage import salvaged
from .schema import fresh
from .shelf import Shelf
from .tables import Tables


def mend(shelf: Shelf) -> list[Finding]:
    """Put back what is damaged, with what was written since, and make every file private; returns what was done.

    Of each document the one that changed last is kept. What was damaged stays beside it under another name.
    Raises StoreError where that cannot be written.
    """
    if not os.path.isdir(shelf.home):
        return []
    findings = []
    with shelf.lock:
        for name in list(kept_files(shelf.home)):
            findings += _protect(shelf, name)
            _set_aside_if_damaged(shelf, name)
        for aside in list(strangers(shelf.home)):
            if damaged_name := aside_of(aside):
                findings.append(_bring_back(shelf, damaged_name, aside))
    return findings or check(shelf)


def _protect(shelf: Shelf, name: str) -> list[Finding]:
    if private(shelf.path(name)):
        return []
    try:
        os.chmod(shelf.path(name), files.FILE_MODE)
    except OSError as error:
        return [Finding(name, False, say("others may read or change it: {reason}", reason=error.strerror))]
    return [Finding(name, True, say("now for your account alone"))]


def _set_aside_if_damaged(shelf: Shelf, name: str) -> None:
    content = _content(shelf, name)
    try:
        if name.endswith(".json"):
            understood(name, content)
    except Misshapen:
        set_aside(shelf.path(name), shelf.now())
    except Newer:
        pass  # check speaks of it


def _bring_back(shelf: Shelf, name: str, aside: str) -> Finding:
    """Put back one file that was set aside."""
    if name == UNDO or name.startswith("undo/"):
        # Its old images would put back what has long been changed again.
        _retire(shelf, aside)
        return Finding(name, True, say("what can be undone begins anew"))
    good = shelf.backups.newest_good(name, lambda content: understood(name, content))
    rest = salvaged(_content(shelf, aside))
    if good is None and not rest:
        return Finding(
            aside, False, say("no good backup, and nothing in it can be read; mend it by hand, or delete it")
        )
    tables: Tables = good[1][0] if good else fresh()
    shelf.save({name: merged(merged(tables, rest), shelf.load(name).tables)})
    _retire(shelf, aside)
    if good is None:
        return Finding(name, True, say("brought back as far as it could be read; there was no good backup"))
    return Finding(name, True, say("brought back from {day}, with what was written since", day=day_month(good[0])))


def _retire(shelf: Shelf, aside: str) -> None:
    """Tell a damaged file that has been mended from those that have not."""
    path = shelf.path(aside)
    try:
        os.rename(path, mended_name(path))
    except OSError as error:
        raise files.unwritable(path, error) from None


def _content(shelf: Shelf, name: str) -> bytes:
    found = files.read(shelf.path(name))
    return found[0] if found else b""
