"""What of a home is given out to other programs: all of it, or what is of some weeks, of one group, without names.

Without names every person and company has initials, in free text too, notes are left out, and ids say nothing: a
person's would say the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.people.spellings import initials
from planner.domain.people.without_names import WithoutNames
from planner.domain.person import Person
from planner.domain.record import WeekRecord, refuse_unread_week
from planner.domain.step import Step
from planner.domain.texts import fresh_id
from planner.domain.value import NamedTuple
from planner.domain.week import Week


class Wanted(NamedTuple):
    """What is wanted: weeks from the ``first`` to the ``last``, of a ``group`` (id) alone, and whether with names."""

    first: Week | None = None
    last: Week | None = None
    group: str = ""
    named: bool = True

    @property
    def is_all(self) -> bool:
        """Whether it is all of it, with names or without."""
        return self._replace(named=True) == EVERYTHING

    def has(self, day: date) -> bool:
        """Whether a day is in the weeks that are wanted."""
        week = Week.of(day)
        return (self.first is None or self.first <= week) and (self.last is None or week <= self.last)


#: All of it.
EVERYTHING = Wanted()


class GivenOut:
    """The records that are given out, as they may be seen."""

    def __init__(self, desk: Desk, wanted: Wanted = EVERYTHING) -> None:
        self._desk, self.wanted = desk, wanted
        self._whole = desk.book()
        self._without = None if wanted.named else WithoutNames(self._whole)

    @cached_property
    def book(self) -> Book:
        """Its groups, people and objectives, and of next steps and appointments those that are wanted."""
        book = self._whole
        steps = [each for each in book.steps.values() if self._has_step(each)]
        appointments = [each for each in book.appointments.values() if self._has_appointment(each)]
        seen_people = self._seen([*steps, *appointments])
        people = [each for each in book.people.values() if each.id in seen_people]
        groups = [each for each in book.groups.values() if self.wanted.group in ("", each.id)]
        seen = self._without.book() if self._without else book
        return Book(
            seen.objectives,
            {self.id_of(each.id): seen.groups[each.id]._replace(id=self.id_of(each.id)) for each in groups},
            {self.id_of(each.id): self._person(seen.people[each.id]) for each in people},
            {each.id: self._step(each) for each in steps},
            {each.id: self._appointment(each) for each in appointments},
        )

    def weeks(self) -> Iterator[WeekRecord]:
        """The weeks that are wanted, with what of them is. Raises StoreError for one that cannot be read."""
        for week in sorted(self._desk.logged_weeks()):
            if not self.wanted.has(week.monday):
                continue
            record = self._desk.week_once(week)
            refuse_unread_week(record)
            if self._without:
                record = self._without.week(record)
            group = self.wanted.group
            entries = [self._entry(entry) for entry in record.entries if group in ("", entry.group)]
            plan = record.plan and record.plan._replace(
                lines={self.id_of(id_): split for id_, split in record.plan.lines.items() if group in ("", id_)},
                shared=0 if group else record.plan.shared,
                short=record.plan.short and record.plan.short._replace(lines={}),
            )
            yield record._replace(entries=tuple(entries), plan=plan)

    def id_of(self, id_: str) -> str:
        """What a person or a group is known by outside: without names, by nothing that says one."""
        return self._outside.get(id_, id_)

    def name_of(self, id_: str) -> str:
        """The name of a person, as it may be seen, by what they are known by outside."""
        name = self._whole.person_name(self._inside.get(id_, id_))
        return initials(name) if self._without else name

    def group_name(self, id_: str) -> str:
        """The name of a group, as it may be seen, by what it is known by outside."""
        return self.book.group_name(id_)

    def text(self, text: str) -> str:
        """A text of hers, as it may be seen."""
        return self._without.text(text) if self._without else text

    @cached_property
    def _inside(self) -> Mapping[str, str]:
        return {outside: id_ for id_, outside in self._outside.items()}

    @cached_property
    def _outside(self) -> Mapping[str, str]:
        if not self._without:
            return {}
        outside: dict[str, str] = {}
        for number, id_ in enumerate(self._whole.people, 1):
            outside[id_] = f"person-{number}"
        seen = self._without.book().groups
        for id_, group in seen.items():
            outside[id_] = fresh_id(group.slug, set(outside.values()))
        return outside

    def _entry(self, entry: Entry) -> Entry:
        echo = entry.echo and entry.echo._replace(people=self._ids(entry.echo.people))
        return entry._replace(group=self.id_of(entry.group), people=self._ids(entry.people), echo=echo)

    def _ids(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.id_of, ids))

    def _person(self, person: Person) -> Person:
        return person._replace(
            id=self.id_of(person.id),
            groups=self._ids(person.groups),
            apart=self._ids(person.apart),
            through=self.id_of(person.through),
        )

    def _seen(self, those: Iterable[Step | Appointment]) -> set[str]:
        """The people that have a part in what is wanted: of one group, those who belong to it in any way."""
        if not self.wanted.group:
            return set(self._whole.people)
        seen = {each.id for each in self._whole.people.values() if self.wanted.group in each.groups}
        for each in those:
            seen.update((each.person,) if isinstance(each, Step) else each.people)
        for week in filter(lambda week: self.wanted.has(week.monday), self._desk.logged_weeks()):
            for entry in self._desk.week_once(week).entries:
                if entry.group == self.wanted.group:
                    seen.update(entry.people)
        return seen

    def _has_step(self, step: Step) -> bool:
        person = self._whole.people.get(step.person)
        of_group = not self.wanted.group or (person is not None and self.wanted.group in person.groups)
        return of_group and self.wanted.has(step.day)

    def _has_appointment(self, kept: Appointment) -> bool:
        return self.wanted.group in ("", kept.group) and self.wanted.has(kept.start)

    def _step(self, step: Step) -> Step:
        return step._replace(person=self.id_of(step.person), text=self.text(step.text))

    def _appointment(self, kept: Appointment) -> Appointment:
        seen = kept._replace(people=self._ids(kept.people), group=self.id_of(kept.group) if kept.group else None)
        if not self._without:
            return seen
        return seen._replace(title=self.text(kept.title), place=self.text(kept.place), uid="", calendar="")
