"""Another copy of a home: a folder, an archive, or one data file that a program has put beside its like."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from planner.domain.errors import Newer, Refused
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import say

from . import files
from .contents import BOOK, DEEDS, TIMER, week_named
from .documents import NAMES
from .forms import MOMENT, Misshapen
from .reading import read_tables
from .restore import source_at
from .tables import Tables

#: The name of a week in that of a file, whatever a program has put around it.
_WEEK = re.compile(r"(?<![0-9])([0-9]{4}-W[0-9]{2})(?![0-9])")

#: The tables of a week.
_OF_WEEKS = frozenset(("plan", "entries", "reviews", "alerts"))


class Copy(NamedTuple):
    """A copy by its path, and its files by the names that they have in a home, each read when it is asked for."""

    path: str
    contents: Mapping[str, bytes]


def copy_at(path: str, home: str) -> Copy:
    """What stands at a path. Raises Refused where that is nothing of planner's, Newer and StoreError."""
    if os.path.isdir(path) or not path.endswith(".json"):
        return Copy(path, source_at(path, home).contents)
    file = files.read(path)
    if file is None:
        raise Refused(say("There is no file {path}; say another.", path=clean(path)))
    called = os.path.basename(path)
    try:
        tables = read_tables(_name_in(called) or BOOK, file[0])
    except Newer as newer:
        raise Newer(say("In {path}: {reason}", path=clean(path), reason=newer)) from None
    except Misshapen as wrong:
        raise Refused(say("{path} is damaged: {wrong}.", path=clean(path), wrong=wrong)) from None
    name = _name_of(called, tables)
    if name is None:
        raise Refused(say("{path} holds nothing of planner's.", path=clean(path)))
    return Copy(path, {name: file[0]})


def _name_in(called: str) -> str | None:
    """The name in a home of the file that a copy is of, as far as what the copy is called tells."""
    week = _WEEK.search(called)
    if week and week_named(f"weeks/{week[1]}.json"):
        return f"weeks/{week[1]}.json"
    return next((name for name in (BOOK, TIMER, DEEDS) if called.startswith(name.removesuffix(".json"))), None)


def _name_of(called: str, tables: Tables) -> str | None:
    """The name in a home of the file that a copy is of, by what is in it and what it is called."""
    known = {table for table in tables if table in NAMES and tables[table]}
    named = _name_in(called)
    if not known or (named and week_named(named) and known <= _OF_WEEKS):
        return named
    if not known & _OF_WEEKS:
        return TIMER if known == {"timer"} else DEEDS if known == {"deeds"} else BOOK
    starts = (row["start"] for row in tables.get("entries", {}).values() if type(row.get("start")) is str)
    try:
        return next((Week.of(MOMENT.read(start)).file for start in starts), None)
    except Misshapen:
        return None
