"""Bringing calendars in: the files are read, and the meetings to come go through the desk as one change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, timedelta

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.clock_time import overlapping
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.instants import minutes_between
from planner.domain.texts import clean
from planner.domain.week import Week
from planner.domain.words import plural, say
from planner.interop import sources
from planner.interop.account import Beside
from planner.interop.calendar_appointments import CalendarImport, Wishes, taken, uids
from planner.interop.calendar_events import Window, read_events

DAYS = 28  #: how far ahead a calendar is looked at, unless said

_FURTHEST = 3660  #: ten years


def import_ics(
    desk: Desk,
    path: str,
    *,
    days: int = DAYS,
    people: bool = False,
    group: str = "",
    me: Sequence[str] = (),
    dry_run: bool = False,
) -> CalendarImport:
    """Read the meetings of today and ``days`` days in all, from a file or a folder of them, as appointments.

    Nothing is logged. ``people``: those who are invited become people; without it only known ones are linked. ``me``
    are her own e-mail addresses. ``group`` is that of new appointments. Raises Misread for a group that is none or a
    number of days that cannot be, Refused for files that cannot be read; then, and on a dry run, nothing is changed.
    """
    if not 1 <= days <= _FURTHEST:
        raise Misread(say("{n} days cannot be looked at; choose from 1 to {most}.", n=days, most=_FURTHEST))
    today, book = desk.now(), desk.book()
    window = Window(_midnight(today), _midnight(today + timedelta(days=days)))
    group_id = desk.group(group).id if group else None
    wishes = Wishes(os.path.realpath(path), today.date(), window, group_id, people)
    calendars = sources.files_at(path, ".ics")
    known = book.appointments.values()
    is_known = any(kept.calendar == wishes.calendar for kept in known)
    if not calendars.files and not is_known:
        raise Refused(say("There is no .ics file in “{path}”.", path=clean(path)))
    events = read_events(sources.opened(calendars), window, known=uids(known), me=me)
    if not calendars.folder and not events.calendars:
        raise Refused(say("“{path}” is no calendar: {why}.", path=clean(path), why=events.problems[-1].why))
    if not events.blocks and not is_known:
        raise Refused(say("“{path}” is a calendar without any event.", path=clean(path)))
    imported = taken(events, book, desk.settings(), wishes, len(calendars.files))
    imported = imported._replace(overlaps=_overlaps(imported, desk, window))
    if not dry_run and (imported.appointments or imported.people):
        label = plural(len(imported.appointments), "Read {n} meeting of a calendar", "Read {n} meetings of a calendar")
        desk.keep(label, people=imported.people, appointments=imported.appointments)
    return imported


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
