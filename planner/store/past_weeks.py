"""The weeks behind her as history sees them: a few figures each, so that no command reads a dozen whole weeks.

The figures of the newest weeks stand in a file of their own, each beside the stamp of the week's file that they were
made from. A week whose file has changed since, by whatever hand, is read again. The file holds nothing of its own: it
may be deleted at any time, and where it cannot be written the weeks are simply read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from planner.domain.errors import StoreError
from planner.domain.kinds import Split
from planner.domain.past_week import PastWeek
from planner.domain.week import Week

from . import files, schema
from .contents import RHYTHM, week_file
from .documents import past_of
from .files import Stamp
from .forms import Misshapen
from .shelf import Shelf
from .tables import Document, Tables, decoded, encoded

#: Weeks whose figures are kept: those a forecast learns from, and some to look back from.
KEPT = 16

_Known = tuple[Stamp, PastWeek]


class PastWeeks:
    """Earlier weeks of one home."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[Week, _Known] = {}
        self._looked = False

    def of(self, weeks: Sequence[Week]) -> tuple[PastWeek, ...]:
        """Those of ``weeks`` in which something was planned or logged, in their order.

        Raises Damaged, Newer and StoreError as reading them whole does.
        """
        self._shelf.settle()
        stamps = {week: files.stamp_of(self._shelf.path(week_file(week))) for week in weeks}
        there = {week: stamp for week, stamp in stamps.items() if stamp}
        if there and not self._looked:
            self._known.update(_kept(self._shelf.path(RHYTHM)))
            self._looked = True
        changed = [week for week, stamp in there.items() if week not in self._known or self._known[week][0] != stamp]
        for week in changed:
            self._read(week)
        if changed:
            self._keep(changed)
        found = (self._known[week][1] for week in weeks if week in there and week in self._known)
        return tuple(past for past in found if not past.is_empty)

    def _read(self, week: Week) -> None:
        name = week_file(week)
        found = files.read(self._shelf.path(name))
        self._known.pop(week, None)
        if found is None:
            return
        try:
            past = past_of(week, schema.upgraded(name, decoded(found[0])))
        except (KeyError, TypeError, ValueError, AttributeError):
            held = self._shelf.load(name)  # which says what is wrong
            past = past_of(week, held.tables)
        self._known[week] = found[1], past

    def _keep(self, changed: Sequence[Week]) -> None:
        """Keep the figures of the newest weeks, where one of them has changed."""
        newest = sorted(self._known)[-KEPT:]
        if not set(changed) & set(newest):
            return
        tables = schema.fresh()
        tables["weeks"] = {str(n): _document(week, *self._known[week]) for n, week in enumerate(newest, 1)}
        try:
            files.write_over(self._shelf.path(RHYTHM), encoded(tables))
        except OSError:
            return  # a folder that may only be read


def _kept(path: str) -> dict[Week, _Known]:
    """What the file holds; nothing where there is none, or it is not what it should be."""
    try:
        found = files.read(path)
        tables: Tables = schema.upgraded(RHYTHM, decoded(found[0])) if found else {}
        return dict(map(_known, tables.get("weeks", {}).values()))
    except (StoreError, Misshapen, KeyError, TypeError, ValueError, AttributeError):
        return {}


def _document(week: Week, stamp: Stamp, past: PastWeek) -> Document:
    return {
        "id": str(week),
        "stamp": stamp,
        "planned": past.planned,
        "watched": past.watched,
        "hours": past.hours,
        "groups": past.groups,
        **{name: moment.isoformat() for name in _MOMENTS if (moment := getattr(past, name))},
    }


_MOMENTS = ("first", "last", "met")


def _known(document: Any) -> tuple[Week, _Known]:
    week = Week.from_name(document["id"])
    changed, size, inode = document["stamp"]
    past = PastWeek(
        week,
        Split(*document["planned"]) if document["planned"] is not None else None,
        tuple(document["watched"]),
        tuple(document["hours"]),
        {group: Split(*minutes) for group, minutes in document["groups"].items()},
        *(datetime.fromisoformat(document[name]) if name in document else None for name in _MOMENTS),
    )
    return week, ((changed, size, inode), past)
