"""Records and their documents: what each table of each file holds.

A value that a document leaves out is fixed here, not in the domain: a changed default must not change what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from functools import cache

from planner.domain.book import Book
from planner.domain.clock_time import counted_once
from planner.domain.drift.past_week import PastWeek, last_seen, past_week
from planner.domain.entry import UNPLACED, Entry, Stretch
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan, Short
from planner.domain.record import WeekRecord
from planner.domain.value.dates import datetime
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.week import Week
from planner.domain.words import say

from .forms import (
    DAY,
    FLAG,
    MARK,
    MOMENT,
    MOST,
    TEXT,
    WEEK,
    WHOLE,
    Fields,
    Form,
    Misshapen,
    Required,
    Shape,
    by_name,
    choice,
    counts,
    degree,
    part,
    read_as,
    several,
    some,
    write_as,
)
from .tables import Document, Row, Tables

if TYPE_CHECKING:
    from planner.domain.deed import Deed
    from planner.domain.timer import Timer

_KIND = choice(Kind)
_TEXTS = several(TEXT)
_MOMENTS = several(MOMENT)
_SPLIT = part(Split, {kind.value: (WHOLE, 0) for kind in Kind})


@cache
def _echo() -> Form:
    from planner.domain.echo import WAYS, Echo

    return part(Echo, {"counts": (counts(WAYS), ()), "people": (_TEXTS, ()), "text": (TEXT, ""), "at": (MOMENT, None)})


#: A week of few days, with the plan that it had of all of them.
_SHORT = part(
    Short,
    {"days": (WHOLE, Required), "of": (WHOLE, Required), "lines": (by_name(_SPLIT), Required), "shared": (WHOLE, 0)},
)


#: What came back: a week of which nobody has said so never loads what that is.
_ECHO = Form(lambda value: _echo().read(value), lambda echo: _echo().write(echo))


@cache
def _brought() -> Form:
    from planner.domain.brought import Brought

    return part(Brought, {"day": (DAY, Required), "text": (TEXT, Required), "could": (FLAG, False)})


#: What a group has brought, which few commands ask for.
_BROUGHT = Form(lambda value: _brought().read(value), lambda line: _brought().write(line))


class Table:
    """One table: what its records are, their shape, and the id each is kept under."""

    def __init__(
        self, record: Callable[..., Any], fields: Fields, id_of: Callable[[Any], str] = lambda record: record.id
    ) -> None:
        self.record = record
        self.shape = Shape(fields)
        self.id_of = id_of


#: What an entry says, and a timer that becomes one.
_DOING: Fields = {
    "kind": (_KIND, Required),
    "group": (TEXT, Required),
    "form": (TEXT, None),
    "people": (_TEXTS, ()),
    "objectives": (_TEXTS, ()),
    "note": (TEXT, ""),
}


def _objectives() -> Table:
    from planner.domain.objective import Aim, Counts, Goal, Objective, Pursuit
    from planner.domain.person import Circle

    goal = part(
        Goal,
        {
            "counts": (choice(Counts), Required),
            "number": (WHOLE, Required),
            "circle": (choice(Circle), None),
            "place": (TEXT, ""),
        },
    )
    return Table(
        Objective,
        {
            "id": (TEXT, Required),
            "title": (TEXT, Required),
            "aim": (choice(Aim), Required),
            "rank": (WHOLE, Required),
            "pursuit": (choice(Pursuit), Pursuit.ACTIVE),
            "measure": (several(goal), ()),
            "since": (DAY, None),
            "until": (DAY, None),
            "reason": (TEXT, ""),
        },
    )


def _groups() -> Table:
    from planner.domain.group import Fit, Group, Moved, Nature, Role, Standing, Tool

    moved = part(Moved, {"tool": (choice(Tool), Required), "where": (TEXT, ""), "day": (DAY, Required)})
    fit = part(Fit, dict.fromkeys(Fit._fields, (WHOLE, None)))
    return Table(
        Group,
        {
            "id": (TEXT, Required),
            "slug": (TEXT, Required),
            "name": (TEXT, Required),
            "standing": (choice(Standing), Required),
            "nature": (choice(Nature), Required),
            "roles": (some(choice(Role)), Required),
            "fit": (fit, Fit()),
            "activity": (WHOLE, None),
            "worth": (WHOLE, None),
            "joy": (WHOLE, None),
            "upkeep": (WHOLE, None),
            "usual": (_SPLIT, Required),
            "objectives": (_TEXTS, ()),
            "if_then": (TEXT, ""),
            "rank": (WHOLE, 0),
            "platform": (TEXT, ""),
            "address": (TEXT, ""),
            "feed": (TEXT, ""),
            "place": (TEXT, ""),
            "since": (DAY, None),
            "why": (TEXT, ""),
            "done": (TEXT, ""),
            "reason": (TEXT, ""),
            "next_look": (DAY, None),
            "note": (TEXT, ""),
            "added": (DAY, None),
            "brought": (several(_BROUGHT), ()),
            "moved": (moved, None),
            "cadence": (WHOLE, None),
            "sources": (_TEXTS, ()),
        },
    )


def _people() -> Table:
    from planner.domain.person import Circle, Formerly, Person

    formerly = part(
        Formerly, {"company": (TEXT, ""), "position": (TEXT, ""), "until": (DAY, Required), "place": (TEXT, "")}
    )
    return Table(
        Person,
        {
            "id": (TEXT, Required),
            "name": (TEXT, Required),
            "company": (TEXT, ""),
            "position": (TEXT, ""),
            "place": (TEXT, ""),
            "address": (TEXT, ""),
            "emails": (_TEXTS, ()),
            "circle": (choice(Circle), None),
            "groups": (_TEXTS, ()),
            "how_met": (TEXT, ""),
            "cadence": (WHOLE, None),
            "note": (TEXT, ""),
            "dormant": (FLAG, False),
            "since": (DAY, None),
            "apart": (_TEXTS, ()),
            "known": (DAY, None),
            "formerly": (several(formerly), ()),
            "sources": (_TEXTS, ()),
            "through": (TEXT, ""),
        },
    )


def _steps() -> Table:
    from planner.domain.step import Owed, Step, StepState

    return Table(
        Step,
        {
            "id": (TEXT, Required),
            "person": (TEXT, Required),
            "text": (TEXT, Required),
            "day": (DAY, Required),
            "owed": (choice(Owed), None),
            "state": (choice(StepState), StepState.OPEN),
            "put_off": (WHOLE, 0),
            "made": (DAY, None),
            "closed": (DAY, None),
            "sequence": (WHOLE, 0),
        },
    )


def _appointments() -> Table:
    from planner.domain.appointment import Appointment, Outcome

    return Table(
        Appointment,
        {
            "id": (TEXT, Required),
            "start": (MOMENT, Required),
            "minutes": (WHOLE, Required),
            "title": (TEXT, ""),
            "people": (_TEXTS, ()),
            "group": (TEXT, None),
            "form": (TEXT, None),
            "place": (TEXT, ""),
            "outcome": (choice(Outcome), Outcome.PLANNED),
            "entry": (TEXT, ""),
            "uid": (TEXT, ""),
            "instance": (TEXT, ""),
            "calendar": (TEXT, ""),
            "sequence": (WHOLE, 0),
            "sources": (_TEXTS, ()),
        },
    )


def _imports() -> Table:
    from planner.domain.imported import Import, Waiting

    waiting = part(Waiting, {"name": (TEXT, Required), "rows": (WHOLE, 0), "minutes": (WHOLE, 0)})
    return Table(
        Import,
        {
            "id": (TEXT, Required),
            "at": (MOMENT, Required),
            "format": (TEXT, Required),
            "files": (_TEXTS, ()),
            **dict.fromkeys(("added", "updated", "already_there", "skipped", "kept_back", "minutes"), (WHOLE, 0)),
            "first": (DAY, None),
            "last": (DAY, None),
            "waits": (several(waiting), ()),
        },
    )


def _homes() -> Table:
    from planner.domain.known_home import KnownHome

    return Table(KnownHome, {"id": (TEXT, Required), "since": (MOMENT, Required)})


def _counsel() -> Table:
    from planner.domain.counsel import Counsel, Voice

    return Table(
        Counsel,
        {
            "id": (TEXT, Required),
            "at": (MOMENT, Required),
            "voice": (choice(Voice), Required),
            "text": (TEXT, Required),
        },
    )


def _entries() -> Table:
    return Table(
        Entry,
        {
            "id": (TEXT, Required),
            "start": (MOMENT, Required),
            "minutes": (WHOLE, Required),
            **_DOING,
            "echo": (_ECHO, None),
            "via": (TEXT, "quick"),
            "timed": (FLAG, False),
            "confirmed": (FLAG, True),
            "joy": (MARK, None),
            "sources": (_TEXTS, ()),
            "place": (TEXT, ""),
        },
    )


def _plan() -> Table:
    return Table(
        Plan,
        {
            "lines": (by_name(_SPLIT), Required),
            "intention": (TEXT, ""),
            "shared": (WHOLE, 0),
            "carried": (WEEK, None),
            "short": (_SHORT, None),
        },
        lambda _: "plan",
    )


def _reviews() -> Table:
    from planner.domain.review import Review, ReviewStep, Verdict

    return Table(
        Review,
        {
            "revision": (WHOLE, Required),
            "step": (choice(ReviewStep), None),
            "verdicts": (by_name(choice(Verdict)), {}),
            "answers": (by_name(TEXT), {}),
            "closed": (MOMENT, None),
        },
        lambda review: str(review.revision),
    )


def _alerts() -> Table:
    from planner.domain.alert import Alert
    from planner.domain.level import Level

    return Table(
        Alert,
        {
            "code": (TEXT, Required),
            "cause": (TEXT, ""),
            "level": (degree(Level), Required),
            "announced": (_MOMENTS, ()),
            "put_off": (_MOMENTS, ()),
        },
        lambda alert: f"{alert.code}/{alert.cause}",
    )


def _timer() -> Table:
    from planner.domain.timer import Timer

    return Table(
        Timer,
        {
            "start": (MOMENT, Required),
            **_DOING,
            "beat": (MOMENT, None),
            "said": (MOMENT, None),
            "paused": (MOMENT, None),
            "away": (WHOLE, 0),
        },
        lambda _: "timer",
    )


def _deeds() -> Table:
    from planner.domain.deed import Deed, Did

    return Table(
        Deed,
        {
            "id": (TEXT, Required),
            "at": (MOMENT, Required),
            "did": (choice(Did), Required),
            "group": (TEXT, None),
            "person": (TEXT, None),
            "theirs": (FLAG, False),
            "link": (TEXT, ""),
            "title": (TEXT, ""),
            "by": (TEXT, ""),
        },
    )


#: What makes the tables of all files, by name; no two files have one of the same name. A home without appointments,
#: or a week without a review, never loads what those are.
_MADE: Mapping[str, Callable[[], Table]] = {
    "objectives": _objectives,
    "groups": _groups,
    "people": _people,
    "steps": _steps,
    "appointments": _appointments,
    "counsel": _counsel,
    "imports": _imports,
    "homes": _homes,
    "plan": _plan,
    "entries": _entries,
    "reviews": _reviews,
    "alerts": _alerts,
    "timer": _timer,
    "deeds": _deeds,
}

#: The names of all tables.
NAMES = tuple(_MADE)


@cache
def table_called(name: str) -> Table:
    """The table of a name. Raises KeyError for what is none."""
    return _MADE[name]()


_KEPT = Shape({"id": (TEXT, Required), "changed": (MOMENT, Required)})


def document_of(table: str, record: Any, changed: datetime) -> Document:
    """A record as it is kept, with the time of this change."""
    kept = table_called(table)
    return {"id": kept.id_of(record), **write_as(kept.shape, record), "changed": MOMENT.write(changed)}


def tombstone(id_: str, changed: datetime, sources: Any = None) -> Document:
    """What stays of a removed record, so that two copies of a folder can be merged.

    Of one that she removed it knows the ``sources``, so that no import brings it back.
    """
    stone: Document = {"id": id_, "changed": MOMENT.write(changed), "removed": True}
    return {**stone, "sources": sources} if sources else stone


def is_alive(document: Document) -> bool:
    """Whether a document is no tombstone."""
    return "removed" not in document


def doubled(tables: Tables) -> int:
    """How many documents have an id that another of their table has."""
    return sum(len(rows) - len(_ids(rows)) for name, rows in tables.items() if name in _MADE)


def _ids(rows: dict[str, Document]) -> Sized:
    try:
        return {row["id"] for row in rows.values()}
    except (KeyError, TypeError):  # what is off in a document is said by who reads it
        return rows


def same(document: Document, other: Document) -> bool:
    """Whether two documents say the same, whenever they came to, and from whatever they came."""
    return {**document, "changed": "", "lineage": ""} == {**other, "changed": "", "lineage": ""}


def records_of(tables: Tables, table: str) -> Iterator[Any]:
    """The records of a table, in the order they are kept, without those removed. Raises Misshapen."""
    documents = tables.get(table)
    if not documents:
        return
    kept = table_called(table)
    for number, document in documents.items():
        row = document if isinstance(document, Row) else None
        if row is not None and row.record is not None:
            yield row.record
            continue
        try:
            check_kept(document)
            if "removed" not in document:
                record = kept.record(**read_as(kept.shape, document))
                if row is not None:
                    row.record = record
                yield record
        except Misshapen as wrong:
            raise Misshapen(say("{table}, number {number}: {wrong}", table=table, number=number, wrong=wrong)) from None


def check_kept(document: Any) -> None:
    """Raise Misshapen for a document without an id or the time of its change; one with both takes the least time."""
    try:
        if type(document["id"]) is str and MOMENT.read(document["changed"]):
            return
    except (KeyError, TypeError, Misshapen):
        pass
    read_as(_KEPT, document)  # which says what is wrong


def book_of(tables: Tables) -> Book:
    """The book in a file. Raises Misshapen."""
    return Book(*({record.id: record for record in records_of(tables, name)} for name in Book._fields))


def week_of(week: Week, tables: Tables) -> WeekRecord:
    """A week's record in its file. Raises Misshapen."""
    return WeekRecord(
        week,
        next(iter(list(records_of(tables, "plan"))), None),
        tuple(sorted(records_of(tables, "entries"), key=lambda entry: entry.start)),
        tuple(sorted(records_of(tables, "reviews"), key=lambda review: review.revision)),
        tuple(records_of(tables, "alerts")),
    )


def timer_of(tables: Tables) -> Timer | None:
    """The running timer in a file. Raises Misshapen."""
    return next(iter(list(records_of(tables, "timer"))), None)


def deeds_of(tables: Tables) -> tuple[Deed, ...]:
    """The deeds in a file, oldest first. Raises Misshapen."""
    return tuple(sorted(records_of(tables, "deeds"), key=lambda deed: deed.at))


_KINDS = {kind.value: kind for kind in Kind}


def past_of(week: Week, tables: Tables) -> PastWeek:
    """A week as history sees it, read from its file in the least time.

    Raises KeyError, TypeError, ValueError or AttributeError where a document is off; :func:`week_of` says how.
    """
    contacts: list[tuple[Stretch, tuple[str, ...]]] = []
    timed: list[tuple[Stretch, bool]] = []
    for document in tables.get("entries", {}).values():
        if "removed" in document or document.get("confirmed") is False:
            continue
        start, minutes = MOMENT.read(document["start"]), document["minutes"]
        if type(minutes) is not int or not 0 <= minutes <= MOST:
            raise ValueError
        placed = document.get("timed") is True or document.get("via", "quick") not in UNPLACED
        timed.append((Stretch(start, minutes, _KINDS[document["kind"]], document["group"]), placed))
        if "people" in document:
            contacts.append((timed[-1][0], _TEXTS.read(document["people"])))
    plan = next(records_of(tables, "plan"), None)
    planned, off = (plan.budget, plan.off) if plan else (None, False)
    return past_week(week, planned, counted_once(timed), last_seen(contacts), off=off)
