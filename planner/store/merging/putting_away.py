"""Copies of another machine's that were merged are put away among the backups, and come back when that is undone."""

from __future__ import annotations

import os
from collections.abc import Iterable

from planner.domain.words import say

from ..contents import BACKUPS
from ..files import make_folder, sync_folder
from ..steps import PutAway

#: The folder of the backups in which they are.
MERGED = f"{BACKUPS}/merged"


def place_for(home: str, name: str) -> PutAway:
    """Where a copy of the home's (its name in there) is to be kept once it is merged."""
    stem, ending = os.path.splitext(os.path.basename(name))
    kept, number = f"{MERGED}/{stem}{ending}", 1
    while os.path.lexists(os.path.join(home, kept)):
        number += 1
        kept = f"{MERGED}/{stem}-{number}{ending}"
    return PutAway(name, kept)


def put_away(home: str, copies: Iterable[PutAway]) -> list[str]:
    """Move copies among the backups; returns what could not be done, in words: they are merged all the same."""
    return [trouble for each in copies if (trouble := _move(home, each.name, each.kept))]


def put_back(home: str, copies: Iterable[PutAway]) -> list[str]:
    """Move copies to where they were; returns what could not be done, in words."""
    return [trouble for each in copies if (trouble := _move(home, each.kept, each.name))]


def _move(home: str, name: str, to: str) -> str:
    if not (_is_place(name) and _is_place(to)):
        return ""
    source, target = os.path.join(home, name), os.path.join(home, to)
    if not os.path.lexists(source) or os.path.lexists(target):  # a crash came between, or somebody else did it
        return ""
    try:
        make_folder(os.path.dirname(target))
        os.rename(source, target)
        for folder in {os.path.dirname(source), os.path.dirname(target)}:
            sync_folder(folder)
    except OSError as error:
        return say("{file} could not be moved: {reason}.", file=name, reason=error.strerror or str(error))
    return ""


def _is_place(name: str) -> bool:
    """Whether a name is one that a copy has, in the home or among the backups: no other leads anywhere."""
    folder, _, file = name.rpartition("/")
    return folder in ("", "weeks", MERGED) and file.endswith(".json") and not file.startswith(".") and "\\" not in file
