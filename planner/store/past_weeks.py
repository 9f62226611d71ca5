"""The weeks behind her as history sees them: a few figures each of the newest ones, which every command asks for."""

from __future__ import annotations

from planner.domain.drift.past_week import PastWeek, Spread
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind, Split
from planner.domain.value.dates import datetime
from planner.domain.value.typed import Any
from planner.domain.week import Week

from .contents import RHYTHM
from .digest import Digest
from .documents import past_of
from .tables import Document, Tables

_KINDS = {kind.letter: kind for kind in Kind}
_MOMENTS = ("first", "last", "met")


class PastWeeks(Digest[PastWeek]):
    """Earlier weeks of one home: those that a forecast learns from, and some to look back from."""

    file = RHYTHM
    most = 16

    def figures(self, week: Week, tables: Tables) -> PastWeek:
        return past_of(week, tables)

    def written(self, figures: PastWeek) -> Document:
        return {
            "planned": figures.planned,
            "eyes": figures.eyes,
            "hands": figures.hands,
            "groups": figures.groups,
            "longest": figures.longest,
            "seen": {
                person: [stretch.start.isoformat(), stretch.minutes, stretch.kind.letter, stretch.group]
                for person, stretch in figures.seen.items()
            },
            **({"off": True} if figures.off else {}),
            **{name: moment.isoformat() for name in _MOMENTS if (moment := getattr(figures, name))},
        }

    def read(self, week: Week, document: Any) -> PastWeek:
        return PastWeek(
            week,
            Split(*document["planned"]) if document["planned"] is not None else None,
            _spread(document["eyes"]),
            _spread(document["hands"]),
            {group: Split(*minutes) for group, minutes in document["groups"].items()},
            **{name: datetime.fromisoformat(document[name]) for name in _MOMENTS if name in document},
            longest=Split(*document["longest"]),
            seen={
                person: Stretch(datetime.fromisoformat(start), minutes, _KINDS[kind], group)
                for person, (start, minutes, kind, group) in document["seen"].items()
            },
            off="off" in document,
        )


def _spread(document: Any) -> Spread:
    days, hours = document
    return Spread(tuple(days), tuple(hours))
