"""Calendars (iCalendar): the meetings of the days to come become appointments; nothing is logged."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from planner.desk import Desk
from planner.desk.imports import Brought
from planner.desk.newcomers import new_id
from planner.domain.appointment import Appointment
from planner.domain.clock_time import overlapping
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.instants import minutes_between
from planner.domain.week import Week
from planner.domain.words import plural, say
from planner.interop.account import Beside
from planner.interop.calendar_appointments import CalendarImport, Wishes, called_with_time, taken, uids
from planner.interop.calendar_events import read_events
from planner.interop.calendar_folder import taken_out
from planner.interop.calendar_meetings import Window
from planner.interop.intake.beside import beside_sentences
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.mapping import her_addresses, with_addresses
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.whole import import_of, named, opened, removed_of

DAYS = 28  #: how far ahead a calendar is looked at, unless said

_FURTHEST = 3660  #: ten years


def propose(taking: Taking) -> Proposal:
    """What calendars would do to the appointments. Raises as :func:`meetings`."""
    return proposal_of(meetings(taking), taking)


def meetings(taking: Taking) -> CalendarImport:
    """What the meetings of today and some days in all come to, from files or a folder of them.

    Those who are invited become people where that is wished; else only known ones are linked. Raises Misread for a
    group that is none or a number of days that cannot be, Refused for files that cannot be read.
    """
    desk, wishes, parts = taking.desk, taking.wishes, taking.parts
    days = DAYS if wishes.days is None else wishes.days
    if not 1 <= days <= _FURTHEST:
        raise Misread(say("{n} days cannot be looked at; choose from 1 to {most}.", n=days, most=_FURTHEST))
    today, book, by = taking.now, desk.book(), new_id()
    window = Window(_midnight(today), _midnight(today + timedelta(days=days)))
    group_id = desk.group(wishes.group).id if wishes.group else None
    calendar = os.path.realpath(parts.paths[0])
    removed = removed_of(desk, "ics"), desk.removed_ids("appointments")
    out = taken_out(calendar, book) if os.path.isdir(calendar) else frozenset()
    meant = Wishes(calendar, today.date(), window, group_id, wishes.people, by, *removed, out)
    known = book.appointments.values()
    is_known = bool(out) or any(each.calendar == calendar for each in known)
    if not parts.parts and not is_known:
        raise parts.nothing(say("There is no .ics file in “{path}”.", path=parts.called))
    events = read_events(opened(parts), window, known=uids(book), me=her_addresses(wishes.me, desk.map_text()))
    if not parts.several and not events.calendars:
        raise Refused(say("“{path}” is no calendar: {why}.", path=parts.called, why=events.problems[-1].why))
    if not events.blocks and not is_known:
        raise Refused(
            say("“{path}” is a calendar without any event; export it anew with its events.", path=parts.called)
        )
    imported = taken(events, book, desk.settings(), meant, len(parts.parts))
    return imported._replace(
        by=by,
        overlaps=_overlaps(imported, desk, window),
        account=imported.account._replace(problems=(*parts.problems, *imported.account.problems)),
    )


def proposal_of(imported: CalendarImport, taking: Taking) -> Proposal:
    """What would be kept of it."""
    n, by, book = len(imported.appointments), imported.by, taking.desk.book()
    label = plural(n, "Read {n} meeting of a calendar", "Read {n} meetings of a calendar")
    record = import_of(by, taking, imported.account)
    said = with_addresses(taking.wishes.me, taking.desk.map_text())
    brought = Brought(record, label, people=imported.people, appointments=imported.appointments, map=said)

    def items() -> Iterator[Item]:
        changed, gone = (*imported.moved, *imported.cancelled), set(imported.gone)
        for what, appointments in ((NEW, imported.added), (CHANGED, (*changed, *imported.gone))):
            for each in appointments:
                group = book.group_name(each.group) if each.group else ""
                yield Item(
                    "appointments",
                    each.id,
                    what,
                    _called(each),
                    each.start.date(),
                    each.minutes,
                    group,
                    each not in gone,
                )
        for person in imported.people:
            yield Item("people", person.id, CHANGED if person.id in book.people else NEW, person.name, counts=False)

    more = {
        "overlaps": [beside.document() for beside in imported.overlaps],
        "gone": [each.id for each in imported.gone],
        "outside": imported.outside,
    }
    does = imported.appointments or imported.people or said is not None
    sentences = tuple(sentences_of(imported, taking.now))
    return Proposal(imported.account, kept(brought) if does else None, items, sentences, more=more, id=by)


def sentences_of(imported: CalendarImport, today: date) -> Iterator[str]:
    """What a calendar has to say of its own."""
    changed = [
        say("{n} moved or changed", n=len(imported.moved)) if imported.moved else "",
        say("{n} cancelled", n=len(imported.cancelled)) if imported.cancelled else "",
        say("{n} no longer in it, and so cancelled", n=len(imported.gone)) if imported.gone else "",
    ]
    if any(changed):
        yield say("{counts}.", counts=", ".join(filter(None, changed)))
    yield from named(say("Changed"), imported.told)
    yield from named(say("Cancelled"), [called_with_time(each) for each in (*imported.cancelled, *imported.gone)])
    if imported.outside and imported.outside == imported.account.read:
        yield plural(
            imported.events,
            "Its {n} event is not in the days that were looked at; --days looks further.",
            "None of its {n} events is in the days that were looked at; --days looks further.",
        )
    if imported.people:
        yield plural(len(imported.people), "{n} person new or completed.", "{n} people new or completed.")
    yield from beside_sentences(list(imported.overlaps), today)
    if imported.without_end:
        yield plural(
            imported.without_end,
            "{n} meeting says no end and is taken for a usual one.",
            "{n} meetings say no end and are taken for usual ones.",
        )


def _overlaps(imported: CalendarImport, desk: Desk, window: Window) -> tuple[Beside, ...]:
    """The new appointments, and those that are at another time now, that go on beside another one, or beside what is
    logged."""
    book, gone = desk.book(), {appointment.id for appointment in (*imported.moved, *imported.cancelled, *imported.gone)}
    planned = [kept for kept in book.appointments.values() if kept.planned and kept.id not in gone]
    logged = desk.entries_of({Week.of(window.first), Week.of(window.first).plus(-1)})
    elsewhen = [now for now in imported.moved if _is_elsewhen(now, book.appointments[now.id])]
    others: list[Appointment | Entry] = [*planned, *(now for now in imported.moved if now not in elsewhen), *logged]
    return tuple(
        Beside(
            new.id,
            new.start,
            _called(new),
            book.group_name(other.group) if isinstance(other, Entry) else _called(other),
            _is_double(new, other),
        )
        for new, other in overlapping([*imported.added, *elsewhen], others, _is_double)
    )


def _is_elsewhen(now: Appointment, before: Appointment) -> bool:
    """Whether an appointment takes place at another time than before, or once more takes place."""
    moved = minutes_between(now.start, before.start) != 0 or now.minutes != before.minutes
    return now.planned and (moved or not before.planned)


def _is_double(new: Appointment, other: Appointment | Entry) -> bool:
    """Whether two meetings to come are one that stands twice in the calendar."""
    alike = isinstance(other, Appointment) and (new.title, new.minutes) == (other.title, other.minutes)
    return alike and minutes_between(new.start, other.start) == 0


def _called(appointment: Appointment) -> str:
    return appointment.title or say("Meeting")


def _midnight(moment: datetime) -> datetime:
    """The beginning of a day in the same zone."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)


def _is_calendar(head: str) -> bool:
    return re.search(r"^\s*BEGIN:VCALENDAR\s*$", head, re.IGNORECASE | re.MULTILINE) is not None


FORMAT = Format("ics", lambda: say("a calendar"), _is_calendar, propose, ("days", "group", "people", "me"), ".ics")
