"""A folder of calendar files, an event each, as vdirsyncer keeps it with a telephone or a server.

An event that stands there is replaced where it stands, whatever its file is called. What was changed there since is
left, until it is read; what was taken out there is not put there again; what is done with here is taken out. Beside
the events a file that other programs pass over says which of them planner gave.
Source of the form: vdirsyncer.pimutils.org, "The Vdir Storage Format".
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from datetime import UTC, datetime

from icalendar import Event
from icalendar.prop import vText

from planner import opener
from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.errors import StoreError
from planner.domain.feeds import MARK
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.calendar_export import calendar_with
from planner.interop.calendar_text import calendars
from planner.interop.calendar_uids import APPOINTMENT, STEP, OwnUid, own_uid
from planner.interop.calendar_values import aware, end_of, is_cancelled, text_of, value_of, version_of
from planner.interop.content_lines import in_utf_8
from planner.interop.sources import text_of as text_in
from planner.store import files
from planner.store.contents import is_place_of_data

#: What says beside the events which of them planner gave.
GIVEN = ".given-by-planner"

#: Bytes that one event has at most.
_LARGEST = 1024 * 1024

#: What icalendar raises for what cannot be.
_WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, AssertionError)


class Item(NamedTuple):
    """A file with one event: its ``text``, and whether planner wrote it last. ``event`` is None where it is damaged."""

    path: str
    text: str
    event: Event | None

    @property
    def is_ours(self) -> bool:
        return MARK in self.text

    def says(self, event: Event) -> bool:
        """Whether it says what an event says: of one that another program wrote, what both have a word for."""
        if self.is_ours or self.event is None:
            return _without_stamp(self.text) == _without_stamp(calendar_with([event]).decode())
        return _told(self.event) == _told(event)


class Written(NamedTuple):
    """How many events were written, are there just so, were changed or taken out there, and are done with here."""

    written: int = 0
    there: int = 0
    changed_there: int = 0
    taken_out: int = 0
    gone: int = 0


def write_events(folder: str, events: Iterable[tuple[OwnUid, Event]], desk: Desk, *, whole: bool) -> Written:
    """Write each event into a file of a folder, which is made; ``whole``: they are all there are, and others are done.

    Raises StoreError where it cannot be written, or is where the home keeps its own data.
    """
    if is_place_of_data(desk.folder, folder) or os.path.realpath(folder) == os.path.realpath(desk.folder):
        raise StoreError(say("{path} is where planner keeps its own data. Name another file.", path=clean(folder)))
    parent = os.path.dirname(os.path.abspath(folder))
    if not os.path.isdir(parent):
        raise StoreError(
            say("There is no folder {folder} to write to. Make it, or name another.", folder=clean(parent))
        )
    files.make_folder(folder)
    items, given = items_in(folder), given_into(folder)
    writer = _Writer(folder, items, given, desk.lacking())
    for uid, event in events:
        writer.take(uid, event)
    if whole:
        writer.take_out(_done_with(desk))
    writer.say_given()
    return writer.written


def taken_out(folder: str, book: Book) -> frozenset[str]:
    """The ids of the appointments that planner gave into a folder, and that somebody took out of it."""
    given = given_into(folder)
    there = items_in(folder).keys() if given else ()
    own = (own_uid(uid) for uid in given if uid not in there)
    return frozenset(each.id for each in own if each and each.what == APPOINTMENT and each.may_be_of(book))


def given_into(folder: str) -> frozenset[str]:
    """The UIDs that planner gave into a folder."""
    try:
        content, _ = opener.content(os.path.join(folder, GIVEN))
    except OSError:
        return frozenset()
    return frozenset(content.decode("utf-8", "replace").split("\n")[1:]) - {""}


def items_in(folder: str) -> dict[str, Item]:
    """The files of a folder that hold one event each, by its UID."""
    items: dict[str, Item] = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.startswith(".") or not name.casefold().endswith(".ics"):
            continue
        try:
            content, _ = opener.content(path, _LARGEST)
        except OSError:
            continue
        text, _ = text_in(in_utf_8(content), name)
        blocks = [block for calendar in calendars(text) for block in calendar.events]
        if len(blocks) == 1 and blocks[0].uid:
            items.setdefault(blocks[0].uid, Item(path, text, _event("\n".join(blocks[0].lines))))
    return items


def _event(text: str) -> Event | None:
    try:
        event = Event.from_ical(text)
    except _WRONG:
        return None
    return event if isinstance(event, Event) and not event.errors else None


def _done_with(desk: Desk) -> frozenset[tuple[str, str]]:
    """The appointments that she removed, and the next steps that are closed or removed: what, and its id."""
    closed = {step.id for step in desk.book().steps.values() if not step.open}
    return frozenset(
        (
            *((APPOINTMENT, id_) for id_ in desk.removed_ids("appointments")),
            *((STEP, id_) for id_ in closed | desk.removed_ids("steps")),
        )
    )


class _Writer:
    """What was done in one folder so far."""

    def __init__(self, folder: str, items: dict[str, Item], given: frozenset[str], lacking: Sequence[str]) -> None:
        self._folder, self._items, self._given, self._lacking = folder, items, given, lacking
        self._now_given = set(given)
        self.written = Written()

    def take(self, uid: OwnUid, event: Event) -> None:
        """Write an event, unless it is there just so, or was changed or taken out there."""
        old = uid._replace(home="").text  # as planner 0.2 gave it
        there = next((each for each in (uid.text, old) if each in self._items), "")
        if there:
            event["UID"] = vText(there)
            self._replace(self._items[there], event)
            self._now_given.add(there)
        elif is_cancelled(event):
            self._now_given.discard(uid.text)
        elif uid.text in self._given:
            self._count(taken_out=1)
        else:
            self._write(os.path.join(self._folder, f"{uid.text}.ics"), event)
            self._now_given.add(uid.text)

    def _replace(self, item: Item, event: Event) -> None:
        if _is_newer_there(item, event):
            self._count(changed_there=1)
        elif item.says(event):
            self._count(there=1)
        else:
            self._write(item.path, event)

    def take_out(self, done_with: Container[tuple[str, str]]) -> None:
        """Take out what planner gave, and is done with here."""
        for text in sorted(self._now_given):
            uid = own_uid(text)
            if uid and (uid.what, uid.id) in done_with:
                self._now_given.discard(text)
                if text in self._items:
                    files.remove(self._items[text].path)
                    self._count(gone=1)

    def say_given(self) -> None:
        """Have the folder say which events planner gave."""
        if self._now_given != self._given:
            content = "\n".join([MARK, *sorted(self._now_given), ""]).encode()
            files.write_whole(os.path.join(self._folder, GIVEN), content)

    def _write(self, path: str, event: Event) -> None:
        there = os.path.lexists(path)
        if there and self._lacking:
            raise files.unreplaced(clean(path), self._lacking)
        files.write_whole(path, calendar_with([event]))
        self._count(written=1)

    def _count(self, **more: int) -> None:
        self.written = self.written._replace(**{name: getattr(self.written, name) + n for name, n in more.items()})


def _is_newer_there(item: Item, event: Event) -> bool:
    """Whether an event was changed there since planner gave it: another time says so, and another program's hand."""
    if item.event is None:
        return True
    theirs, ours = _told(item.event), _told(event)
    is_later = version_of(item.event)[0] >= version_of(event)[0]
    return is_later and theirs != ours and (theirs[:3] != ours[:3] or not item.is_ours)


def _told(event: Event) -> tuple[object, ...]:
    """What an event says of its time, whether it takes place, its title and place."""
    times = (value_of(event, "DTSTART"), end_of(event))
    start, end = (aware(each, UTC).astimezone(UTC) if isinstance(each, datetime) else each for each in times)
    return start, end, is_cancelled(event), text_of(event, "SUMMARY"), text_of(event, "LOCATION")


def _without_stamp(text: str) -> list[str]:
    """The lines of a file but for when it was written."""
    return [line for line in text.splitlines() if not line.startswith("DTSTAMP")]
