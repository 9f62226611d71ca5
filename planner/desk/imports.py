"""Imports: what other programs' files brought, kept as one change each, and taken back alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial

from planner.desk.base import Base, done
from planner.domain.appointment import Appointment
from planner.domain.deed import Deed
from planner.domain.entry import Entry
from planner.domain.errors import Refused
from planner.domain.group import Group
from planner.domain.imported import Import
from planner.domain.person import Person
from planner.domain.record import WeekRecord
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import dated, plural, say
from planner.store.contents import MAP, week_named
from planner.store.transaction import Rewritten

if TYPE_CHECKING:
    from planner.domain.book import Book
    from planner.domain.weeks.last_year import LastYear
    from planner.store.sources import Kept

#: Told how many of how many steps of something long are done.
Tell = Callable[[str, int, int], None]


#: Weeks that the last year touches, beside this one.
WEEKS_A_YEAR = 53


class LeftOut(NamedTuple):
    """What she leaves out of an import, by id: so many ``new`` records and so many ``changed``, and the ``minutes`` of
    new entries among them.
    """

    ids: frozenset[str] = frozenset()
    new: int = 0
    changed: int = 0
    minutes: int = 0


class Brought(NamedTuple):
    """What an import is to keep. ``weeks`` make the entries of each when its file is written: of ten years not all are
    held at once; ``entries`` is how many there are about.
    """

    record: Import
    label: str
    groups: tuple[Group, ...] = ()
    people: tuple[Person, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    deeds: tuple[Deed, ...] = ()
    weeks: Mapping[Week, Callable[[WeekRecord], Rewritten]] = {}
    entries: int = 0
    map: bytes | None = None  # what her map says now, where it is to say something else

    def without(self, out: LeftOut) -> Brought:
        """The same without what she leaves out, which is counted as kept back."""
        ids, record = out.ids, self.record
        if not ids:
            return self

        def left(make: Callable[[WeekRecord], Rewritten]) -> Callable[[WeekRecord], Rewritten]:
            def made(record: WeekRecord) -> Rewritten:
                entries, gone, come = make(record)
                entries = tuple(entry for entry in entries if entry.id not in ids)
                return Rewritten(entries, tuple(id_ for id_ in gone if id_ not in ids), come)

            return made

        return self._replace(
            record=record._replace(
                added=record.added - out.new,
                updated=record.updated - out.changed,
                kept_back=record.kept_back + out.new + out.changed,
                minutes=record.minutes - out.minutes,
            ),
            groups=tuple(each for each in self.groups if each.id not in ids),
            people=tuple(each for each in self.people if each.id not in ids),
            appointments=tuple(each for each in self.appointments if each.id not in ids),
            deeds=tuple(each for each in self.deeds if ids.isdisjoint((each.id, each.group, each.person))),
            weeks={week: left(make) for week, make in self.weeks.items()},
        )


class TakenBack(NamedTuple):
    """What taking an import back did, in words and in figures: how many records went, and how many stay."""

    change: Change
    removed: int
    stay: int
    restored: int = 0  # what it changed and is as it was before
    changed: int = 0  # what it changed and stays so


class Imports(Base):
    """Keeping what was read, listing it, and taking it back."""

    def imports(self) -> tuple[Import, ...]:
        """All imports, the newest first."""
        newest = reversed(list(self.book().imports.values()))  # of one moment, the one that came later
        return tuple(sorted(newest, key=lambda each: each.at.timestamp(), reverse=True))

    def kept_sources(self, formats: Container[str], old: Callable[[str, str], str]) -> dict[str, Kept]:
        """What is kept of other programs' formats, by format and key, what she removed among it.

        ``old`` says which source (its text) a record without any was made of, by its table and id; or nothing.
        """
        return self._home.kept_sources(formats, old)

    def removed_ids(self, table: str) -> frozenset[str]:
        """The ids of the appointments, or of another table of the book, that were there once, and are no more."""
        return self._home.removed_ids(table)

    def is_as_left(self, table: str, record: object, source: str) -> bool:
        """Whether a record is as the last import left it: nobody has edited it since."""
        return self._home.is_as_left(table, record, source)

    def deeds(self) -> tuple[Deed, ...]:
        """What she did elsewhere, as its archive says, oldest first."""
        return self._home.deeds()

    def week_once(self, week: Week) -> WeekRecord:
        """A week's record, which is not held: for who goes through many of them."""
        return self._home.week_once(week)

    def logged_weeks(self) -> frozenset[Week]:
        """The weeks that have a file."""
        return frozenset(self._home.weeks())

    def bring_in(self, brought: Brought, tell: Tell) -> Change:
        """Keep what was read as one change that one undo takes back; all of it, or nothing."""
        today = self.now().date()
        with self._changing() as kept:
            book = kept.book()
            groups = [
                each if each.id in book.groups or each.added else each._replace(added=today) for each in brought.groups
            ]
            if brought.map is not None:
                kept.put_text(MAP, brought.map)
            kept.put_import(brought.record, groups, brought.people, brought.appointments)
            kept.put_deeds(brought.deeds)
            for at, (week, make) in enumerate(sorted(brought.weeks.items(), key=lambda each: each[0]), 1):
                kept.rewrite_week(
                    week,
                    _telling(make, tell, at, len(brought.weeks)),
                    max(1, brought.entries // len(brought.weeks)),
                )
            return done(kept, brought.label)

    def last_year(self) -> LastYear:
        """What the log says of her last year; a week at a time, for an import may have brought ten years."""
        from planner.domain.weeks.last_year import last_year

        this = self.this_week()
        weeks = [week for week in self._home.weeks() if 0 <= this.minus(week) <= WEEKS_A_YEAR]
        entries = (entry for week in weeks for entry in self._home.week_once(week).entries)
        return last_year(entries, self.now().date())

    def take_back(self, number: int) -> TakenBack:
        """Take back an import by its place in the list (1 is the newest), as one change.

        What was changed since stays, and what something that stays names. Raises Refused where there is no such,
        StoreError while a week cannot be read.
        """
        there = self.imports()
        if not 1 <= number <= len(there):
            raise Refused(_none(len(there)))
        gone = there[number - 1]
        kept_of_it = [each for each in self._home.kept_sources({gone.format}, _nothing).values() if not each.removed]
        mine = [each for each in kept_of_it if each.source.by == gone.id]
        weeks: dict[Week, set[str]] = {}
        for each in mine:
            if each.week:
                weeks.setdefault(each.week, set()).add(each.id)
        edited: dict[Week, int] = {}

        with self._changing() as kept:
            former = kept.former(gone)  # of what it changed
            for name in former.files:
                if week := week_named(name):
                    weeks.setdefault(week, set())
            named = self._home.named_by_entries({*former.entries, *(id_ for ids in weeks.values() for id_ in ids)})
            book = kept.book()
            in_book = [each for each in mine if not each.week]
            if in_book:
                self._refuse_unread_weeks()
            named |= _named_in(book, {each.id for each in in_book if self._may_go(each, ())})
            if timer := self._home.timer():
                named.update((timer.group, *timer.people))
            deeds = [deed for deed in kept.deeds() if deed.by == gone.id]
            named |= {id_ for deed in kept.deeds() if deed.by != gone.id for id_ in (deed.group, deed.person) if id_}
            out = [each for each in in_book if self._may_go(each, named)]
            kept.remove_import(gone, [(each.table, each.id) for each in out])
            kept.remove_deeds(deeds)
            for week, ids in weeks.items():
                kept.take_out_of_week(week, ids, partial(edited.__setitem__, week), former)
            kept.put_former(former)
            words = say("Took back the import of {day}: {format}", day=dated(gone.at, self.now()), format=gone.format)
            change = done(kept, words)
        stay = sum(edited.values()) + len(in_book) - len(out)
        back = TakenBack(
            change,
            removed=len(mine) + len(deeds) - stay,
            stay=stay,
            restored=former.records,
            changed=max(0, gone.updated - former.records),
        )
        return back._replace(change=change._replace(notes=(*change.notes, *_told(back))))

    def _is_as_left(self, table: str, record: Entry | Group | Person | Appointment) -> bool:
        return all(self._home.is_as_left(table, record, text) for text in record.sources)

    def _may_go(self, kept: Kept, named: Container[str]) -> bool:
        book = self.book()
        records: Mapping[str, Group | Person | Appointment] = {
            "groups": book.groups,
            "people": book.people,
            "appointments": book.appointments,
        }[kept.table]  # type: ignore[assignment]
        record = records.get(kept.id)
        return record is not None and kept.id not in named and self._is_as_left(kept.table, record)

    # What other programs' names mean

    @property
    def map_path(self) -> str:
        """Where her map is."""
        return os.path.join(self._home.settings_folder, MAP)

    def map_text(self) -> bytes:
        """Her map of other programs' names; empty where she has none."""
        return self._home.text(MAP)

    def keep_map(self, content: bytes, words: str) -> Change:
        """Keep her map as it is written now."""
        with self._changing() as kept:
            kept.put_text(MAP, content)
            return done(kept, words)


def _telling(
    make: Callable[[WeekRecord], Rewritten], tell: Tell, at: int, of: int
) -> Callable[[WeekRecord], Rewritten]:
    def made(record: WeekRecord) -> Rewritten:
        tell("keep", at, of)
        return make(record)

    return made


def _named_in(book: Book, but: Container[str]) -> set[str]:
    """The ids that next steps, appointments and people name, without those of ``but``."""
    named = {step.person for step in book.steps.values()}
    for each in book.appointments.values():
        if each.id not in but:
            named.update(each.people, [each.group] if each.group else [])
    for person in book.people.values():
        if person.id not in but:
            named.update(person.groups, [person.through] if person.through else [])
    return named


def _told(back: TakenBack) -> Iterator[str]:
    """What came of it, a sentence each."""
    yield plural(back.removed, "{n} record went.", "{n} records went.")
    if back.stay:
        yield plural(
            back.stay,
            "{n} stays: it was changed since, or something names it.",
            "{n} stay: they were changed since, or something names them.",
        )
    if back.restored:
        yield plural(
            back.restored,
            "{n} that it changed is as it was before.",
            "{n} that it changed are as they were before.",
        )
    if back.changed:
        yield plural(
            back.changed,
            "{n} that it changed stays so: it was changed since, or what it said before is not kept.",
            "{n} that it changed stay so: they were changed since, or what they said before is not kept.",
        )


def _nothing(_table: str, _id: str) -> str:
    return ""


def _none(count: int) -> str:
    if not count:
        return say("Nothing was imported yet.")
    return plural(
        count,
        "There is {n} import; “planner imports” lists it.",
        "There are {n} imports; “planner imports” lists them.",
    )
