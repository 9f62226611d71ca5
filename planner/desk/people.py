"""People: who they are, and what has passed between them and her."""

from __future__ import annotations

from collections.abc import Iterator

from planner.desk.base import done
from planner.desk.ties import Ties
from planner.domain.appointment import Appointment
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import known_person
from planner.domain.person import Person
from planner.domain.step import Step
from planner.domain.texts import folded, fresh_id, slug
from planner.domain.timer import Timer
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, TypeVar
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import listing, plural, say
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from typing import Unpack

    from planner.domain.book import Book
    from planner.domain.people.doubles import Double
    from planner.domain.people.growth import Growth
    from planner.domain.people.thread import Thread
    from planner.domain.person import PersonChanges, PersonFields


class People(Ties):
    """Keeping people, and asking how the ties with them are."""

    # Questions

    def person(self, text: str) -> Person:
        """The person in the book that is meant; raises Misread with the nearest names, or Ambiguous."""
        return known_person(text, self.book())

    def thread(self, text: str, most: int | None = None) -> Thread:
        """Everything that passed with a person, newest first; at ``most`` so many entries. Raises Misread."""
        from planner.domain.deed import with_exchanges
        from planner.domain.people.thread import thread
        from planner.domain.people.tie_list import open_steps, tie_row

        book = self.book()
        person = known_person(text, book)
        contacts = [each for trace in self._home.traces() for each in trace.contacts if person.id in each.everybody]
        deeds = [deed for deed in self._home.deeds() if deed.person == person.id]
        shown = contacts if most is None else contacts[max(0, len(contacts) - most) :]
        wanted = {contact.entry for contact in shown}
        weeks = sorted({Week.of(contact.start) for contact in shown})
        entries = [entry for week in weeks for entry in self._home.week(week).entries if entry.id in wanted]
        met = with_exchanges({person.id: contacts}, deeds)[person.id]
        row = tie_row(person, met, open_steps(book).get(person.id, ()), self.now().date(), self.cadences())
        return thread(row, entries, book, len(contacts) - len(shown), deeds)

    def growth(self) -> Growth:
        """How the network grew, month by month."""
        from planner.domain.people.growth import growth

        return growth(self.ties())

    def doubles(self) -> tuple[Double, ...]:
        """Pairs of people in the book that may be one, the surest first; nothing is merged."""
        from planner.domain.people.doubles import doubles

        return doubles(self.book().people.values())

    # Changes

    def add_person(self, name: str, **fields: Unpack[PersonFields]) -> Change:
        """Add a person (fields as in Person, or as typed). One more of a name is said so. Raises Misread."""
        from planner.domain.grammar.person_fields import checked, checked_name

        with self._changing() as kept:
            book = kept.book()
            name = checked_name(name)
            twins = [f"@{id_}" for id_, other in book.people.items() if folded(other.name) == folded(name)]
            person = Person(fresh_id(slug(name, "person"), book.people), name, since=self.now().date())
            kept.put_person(person._replace(**checked(fields, book, self.now())))
            notes = [say("It is typed as {slug}.", slug=f"@{person.id}")]
            if twins:
                notes.append(say("There was already one of this name: {twins}.", twins=listing(twins)))
            return done(kept, say("Added {person}", person=name), notes=notes, person=person.id)

    def edit_person(self, text: str, **fields: Unpack[PersonChanges]) -> Change:
        """Change some fields of a person (as in Person, or as typed). Raises Misread."""
        from planner.domain.grammar.person_fields import checked
        from planner.domain.people.introduced import refuse_round
        from planner.domain.people.moved_on import left_words, moved_on

        with self._changing() as kept:
            person, today = known_person(text, kept.book()), self.now().date()
            changed = person._replace(**checked(fields, kept.book(), self.now()))
            if changed.through != person.through and changed.through:
                refuse_round(person, changed.through, kept.book())
            changed = moved_on(person, changed, today)
            kept.put_person(changed)
            notes = [left_words(changed, today)] if changed.formerly != person.formerly else []
            return done(kept, say("Changed {person}", person=changed.name), notes=notes, person=person.id)

    def remove_person(self, text: str) -> Change:
        """Remove a person to whom nothing refers; raises Refused for one who is in the log, saying how much is, and
        StoreError while a week cannot be read."""
        with self._changing() as kept:
            person = known_person(text, kept.book())
            _refuse_if_used(person, self._naming(person, kept))
            self._refuse_unread_weeks()
            kept.remove_person(person.id)
            kept.remove_deeds(deed for deed in kept.deeds() if deed.person == person.id)
            return done(kept, say("Removed {person}", person=person.name), person=person.id)

    def rest_person(self, text: str) -> Change:
        """Leave a tie to rest: it neither cools nor is it asked about until it is woken."""
        with self._changing() as kept:
            person = known_person(text, kept.book())
            if person.dormant:
                raise Refused(
                    say("The tie with {person} is resting already; “planner person wake” wakes it.", person=person.name)
                )
            kept.put_person(person._replace(dormant=True))
            return done(kept, say("Left the tie with {person} to rest", person=person.name), person=person.id)

    def wake_person(self, text: str) -> Change:
        """Wake a tie that was left to rest."""
        with self._changing() as kept:
            person = known_person(text, kept.book())
            if not person.dormant:
                raise Refused(
                    say(
                        "The tie with {person} is not resting; “planner person rest” leaves it to rest.",
                        person=person.name,
                    )
                )
            kept.put_person(person._replace(dormant=False))
            return done(kept, say("Woke the tie with {person}", person=person.name), person=person.id)

    def merge_people(self, kept_text: str, gone_text: str) -> Change:
        """Make two records of one person one: all that refers to the second refers to the first from now on.

        Raises Misread for a merge of a person with themselves, StoreError while a week cannot be read.
        """
        from planner.domain.audit.merging import went_along_words

        with self._changing() as kept:
            book = kept.book()
            stays, goes = known_person(kept_text, book), known_person(gone_text, book)
            if stays.id == goes.id:
                raise Misread(say("“{text}” and “{other}” are one person already.", text=kept_text, other=gone_text))
            self._refuse_unread_weeks()
            kept.put_people(_introduced_through(stays, goes, book))
            theirs = self._naming(goes, kept)
            kept.put_steps(step._replace(person=stays.id) for step in theirs.steps)
            kept.put_entries(_echoes_follow(_follows(each, stays, goes), stays, goes) for each in theirs.entries)
            kept.put_appointments(_follows(each, stays, goes) for each in theirs.appointments)
            if theirs.timer:
                kept.put_timer(_follows(theirs.timer, stays, goes))
            kept.put_deeds(deed._replace(person=stays.id) for deed in kept.deeds() if deed.person == goes.id)
            kept.remove_person(goes.id)
            words = say("Merged {gone} into {kept}", gone=goes.name, kept=stays.name)
            return done(kept, words, went_along_words(len(theirs.entries)), person=stays.id)

    def tell_apart(self, one_text: str, other_text: str) -> Change:
        """Say of two who look like one person that they are two: they are pointed out no longer."""
        with self._changing() as kept:
            first, second = known_person(one_text, kept.book()), known_person(other_text, kept.book())
            kept.put_person(first._replace(apart=tuple(dict.fromkeys((*first.apart, second.id)))))
            kept.put_person(second._replace(apart=tuple(dict.fromkeys((*second.apart, first.id)))))
            return done(
                kept, say("{one} and {other} are two people", one=first.name, other=second.name), person=first.id
            )

    def _naming(self, person: Person, kept: Transaction) -> _Naming:
        book, timer = kept.book(), kept.timer()
        return _Naming(
            self._home.entries_with(person.id),
            tuple(step for step in book.steps.values() if step.person == person.id),
            tuple(each for each in book.appointments.values() if person.id in each.people),
            timer if timer and person.id in timer.people else None,
            tuple(each for each in book.people.values() if each.through == person.id),
        )


class _Naming(NamedTuple):
    """All that names a person."""

    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]
    appointments: tuple[Appointment, ...]
    timer: Timer | None
    introduced: tuple[Person, ...]


_Met = TypeVar("_Met", Entry, Appointment, Timer)


def _follows(met: _Met, stays: Person, goes: Person) -> _Met:
    """What names people, with one person in the place of another."""
    from planner.domain.audit.merging import follow

    return met._replace(people=follow(met.people, stays.id, goes.id))


def _introduced_through(stays: Person, goes: Person, book: Book) -> Iterator[Person]:
    """The one record of both, and those whom the one that goes introduced; no link may go round."""
    from planner.domain.audit.merging import merged_person
    from planner.domain.people.introduced import chain_to

    merged = merged_person(stays, goes)
    by_gone = [each for each in book.people.values() if each.through == goes.id and each.id != stays.id]
    above = chain_to(merged.through, book)
    yield merged._replace(through="") if {stays.id, goes.id} & {*above} else merged
    yield from (each._replace(through=stays.id) for each in by_gone)


def _echoes_follow(entry: Entry, stays: Person, goes: Person) -> Entry:
    """An entry whose echo has one person in the place of another."""
    if entry.echo is None:
        return entry
    from planner.domain.audit.merging import follow

    return entry._replace(echo=entry.echo._replace(people=follow(entry.echo.people, stays.id, goes.id)))


def _refuse_if_used(person: Person, naming: _Naming) -> None:
    if any(naming):
        entries, steps, meetings = len(naming.entries), len(naming.steps), len(naming.appointments)
        uses = (
            (entries, plural(entries, "{n} entry", "{n} entries")),
            (steps, plural(steps, "{n} next step", "{n} next steps")),
            (meetings, plural(meetings, "{n} appointment", "{n} appointments")),
            (naming.timer, say("the running timer")),
            (naming.introduced, say("introduced {people}", people=listing([p.name for p in naming.introduced]))),
        )
        raise Refused(
            say(
                "{person} has {uses}, so the record stays; leave the tie to rest instead: planner person rest {id}",
                person=person.name,
                uses=listing([words for count, words in uses if count]),
                id=person.id,
            )
        )
