"""The log: entries written, read back, amended and removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planner.desk.base import LATELY_WEEKS, Base, done
from planner.desk.newcomers import create_people, introduce, new_id
from planner.domain.book import UnreadBook, unknown_name
from planner.domain.clock_time import overlap_words
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.group import Group
from planner.domain.instants import after, pinned
from planner.domain.record import refuse_unread_week
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.domain.book import Book
    from planner.domain.grammar.amend import Amended, Amendment
    from planner.domain.grammar.reading import Reading
    from planner.domain.grammar.reading_parts import Parts
    from planner.domain.kinds import Kind
    from planner.domain.week import Week
    from planner.domain.weeks.change import Change
    from planner.domain.weeks.log_filter import LogFilter
    from planner.store.transaction import Transaction


class Log(Base):
    """Logging, and everything that is done to what was logged."""

    # Questions

    def read(self, text: str, kind: Kind | None = None, group: Group | None = None) -> Reading:
        """What a quick-log line says, as far as it goes; kind and group may be given beside it."""
        from planner.domain.grammar import quickline

        return quickline.read(text, self._lined(self.book()), self.now(), kind=kind, group=group)

    def read_anew(self, entry: Entry, text: str) -> Reading:
        """What a whole new line says of an entry that there is; it never raises."""
        from planner.domain.grammar.amend import read_anew

        return read_anew(entry, text, self.book(), self.now())

    def reading_parts(self, reading: Reading, own: Entry | None = None) -> Parts:
        """A reading in words, as parts to draw, with what it overlaps but the entry that is its ``own``."""
        from planner.domain.grammar.reading_parts import reading_parts

        entry = None if reading.problem else _provisional(reading)
        if entry and own:
            is_timed = entry.timed or (own.timed and not reading.when_said)
            entry = entry._replace(id=own.id, via=own.via, timed=is_timed)
            reading = reading._replace(time_said=entry.placed, paused=entry.paused)
        beside = overlap_words(entry, self.overlaps(entry), self.book()) if entry else ()
        return reading_parts(reading, self.now(), beside)

    def complete(self, text: str, kind: Kind | None = None, group: Group | None = None) -> tuple[str, ...]:
        """Whole lines that ``text`` may be meant to become; kind and group may be given beside it."""
        from planner.domain.grammar import quickline

        return quickline.complete(text, self.book(), self.now(), kind=kind, group=group)

    def line_of(self, entry: Entry) -> str:
        """An entry as the quick-log line that gives it."""
        from planner.domain.grammar import quickline

        return quickline.write(entry, self.book(), self.now())

    def echo_line(self, entry: Entry) -> str:
        """What came back from an entry, as the line that says it; "" where nobody has said."""
        from planner.domain.grammar.echo_line import write_echo

        return write_echo(entry.echo, self.book())

    def spell_echo(self, line: str) -> Parts:
        """What is understood of a line that says what came back, as parts to draw."""
        from planner.domain.grammar.echo_line import echo_parts

        return echo_parts(line, self.book())

    def find_entry(self, id_: str) -> Entry:
        """The entry of an id, or of the beginning of one; raises Refused or Ambiguous."""
        return self._home.find_entry(id_)

    def entries(self, wanted: LogFilter) -> Iterator[Entry]:
        """The entries that are meant, oldest first, unconfirmed ones among them."""
        for week in self._home.weeks():
            if wanted.has_week(week):
                yield from (entry for entry in self._home.week(week).entries if wanted.passes(entry))

    # Changes

    def log(self, text: str, kind: Kind | None = None, group: Group | None = None) -> Change:
        """Log one quick-log line; raises Misread with what is wrong in it.

        With a damaged book it goes on in a group that the weeks know, typed as its id. Raises StoreError for any
        other name: it is not known what that means.
        """
        from planner.domain.grammar import quickline
        from planner.domain.grammar.reading_parts import doubts

        with self._changing() as kept:
            book = self._lined(kept.book())
            reading = quickline.read(text, book, self.now(), kind=kind, group=group)
            if book.unread:
                _refuse_guesses(reading, text, group)
            entry, notes = _entry_of(reading, kept)
            kept.put_entry(entry)
            words = say("Logged {entry}", entry=self._spelled(entry, kept.book()))
            if book.unread and not entry.objectives:
                notes = (*notes, say("Which objectives it serves is not known while book.json cannot be read."))
            notes = (*notes, *doubts(reading))
            change = done(kept, words, notes=notes, entry=entry, read_as_note=reading.read_as_note)
        return self._beside(self._standing(change))

    def again(self) -> Change:
        """Log the last entry once more, ending now."""
        now = self.now()
        with self._changing() as kept:
            last = self._last_entry()
            start = pinned(after(now, -last.minutes))
            entry = last._replace(
                id=new_id(), start=start, echo=None, joy=None, via="again", confirmed=True, sources=()
            )
            kept.put_entry(entry)
            change = done(kept, say("Logged again {entry}", entry=self._spelled(entry, kept.book())), entry=entry)
        return self._beside(self._standing(change))

    def amend(self, id_: str, said: Amendment) -> Change:
        """Say some fields of an entry anew; raises Misread."""
        from planner.domain.grammar.amend import amended

        return self._amend(id_, lambda entry, book: amended(entry, said, book, self.now()))

    def edit_line(self, id_: str, text: str) -> Change:
        """Read an entry anew from a whole line; it keeps its start where the line does not say when."""
        from planner.domain.grammar.amend import rewritten

        return self._amend(id_, lambda entry, book: rewritten(entry, text, book, self.now()))

    def say_form(self, id_: str, form: str) -> Change:
        """Say how a meeting was held (a form as in kinds)."""
        from planner.domain.grammar.amend import Amended

        return self._amend(id_, lambda entry, _: Amended(entry._replace(form=form)))

    def say_joy(self, id_: str, joy: str) -> Change:
        """Say how it was, 0 to 3. Raises Misread for what is no mark."""
        from planner.domain.grammar.amend import Amendment

        return self.amend(id_, Amendment(joy=joy))

    def say_joy_of_week(self, week: Week, group: str, joy: str) -> Change:
        """Say how it was to give in a group (id) in a week: of all contributions of which she has not said so.

        Raises Misread for what is no mark, Refused where there is none of them.
        """
        from planner.domain.felt import awaits_joy, joy_words
        from planner.domain.grammar.marks import read_mark

        mark = read_mark(joy)
        with self._changing() as kept:
            refuse_unread_week(kept.week(week))
            given = [entry for entry in kept.week(week).entries if entry.group == group and awaits_joy(entry)]
            name = kept.book().group_name(group)
            if not given:
                raise Refused(
                    say(
                        "No contribution in {group} waits for how it was; “planner edit ID --joy 2” tells another's.",
                        group=name,
                    )
                )
            kept.put_entries(entry._replace(joy=mark) for entry in given)
            return done(kept, say("{group}: {joy}", group=name, joy=joy_words(mark)))

    def keep_echo(self, id_: str, line: str) -> Change:
        """Keep what came back from an entry, in the place of what was kept of it; an empty line says it is not known.

        Raises Misread with what is wrong in the line.
        """
        from planner.domain.echo import echo_words
        from planner.domain.grammar.echo_line import echo_doubts, read_echo

        with self._changing() as kept:
            entry = self.find_entry(id_)
            reading = read_echo(line, kept.book())
            if reading.problem:
                raise reading.problem
            created, notes = create_people(kept, reading.new_people, entry.day, entry.group)
            echo = reading.echo
            if echo:
                echo = echo._replace(people=(*echo.people, *created), at=pinned(self.now()))
            before, entry = entry.echo, entry._replace(echo=echo)
            kept.put_entry(entry)
            notes = (*notes, *filter(None, [echo_doubts(reading)]))
            if before and before.counts and not (echo and echo.counts):
                was = echo_words(before, kept.book().person_name)
                notes = (*notes, say("It was: {echo}.", echo=was))
            words = self._echoed(entry, kept.book())
            return done(kept, words, notes=notes, entry=entry, read_as_note=reading.read_as_note)

    def remove_entry(self, id_: str) -> Change:
        """Remove an entry; undo brings it back."""
        with self._changing() as kept:
            entry = self.find_entry(id_)
            kept.remove_entry(entry)
            change = done(kept, say("Removed {entry}", entry=self._spelled(entry, kept.book())), entry=entry)
        return self._standing(change)

    def settle(self, id_: str, keep: str) -> Change:
        """Answer for an unconfirmed entry: ``usual``, ``all``, ``until HH:MM`` or ``drop``."""
        from planner.domain.grammar.amend import Amended
        from planner.domain.grammar.keeping import kept_minutes

        entry = self.find_entry(id_)
        usual = self.book().usual(entry.group, entry.kind)
        minutes = kept_minutes(keep, entry.start, entry.minutes, usual, self.now())
        if minutes is None:
            return self.remove_entry(entry.id)
        return self._amend(entry.id, lambda entry, _: Amended(entry._replace(minutes=minutes, confirmed=True)))

    def entries_of(self, weeks: Iterable[Week]) -> Iterator[Entry]:
        """All entries of these weeks."""
        return (entry for week in weeks for entry in self._home.week(week).entries)

    def _amend(self, id_: str, amend: Callable[[Entry, Book], Amended]) -> Change:
        with self._changing() as kept:
            before = self.find_entry(id_)
            after_, new_people, doubts = amend(before, kept.book())
            created, notes = create_people(kept, new_people, after_.day, after_.group)
            entry = after_._replace(people=(*after_.people, *created))
            kept.put_entry(entry, was=before.week)
            words = say("Changed to {entry}", entry=self._spelled(entry, kept.book()))
            if entry.joy != before.joy:
                from planner.domain.felt import joy_words

                words = say("{words}; {joy}", words=words, joy=joy_words(entry.joy) or say("how it was: not said"))
            if entry.place != before.place:
                words = say("{words}; place: {place}", words=words, place=entry.place or say("not said"))
            change = done(kept, words, notes=(*notes, *doubts), entry=entry)
        return self._beside(self._standing(change))

    def _echoed(self, entry: Entry, book: Book) -> str:
        from planner.domain.afterwards import nothing_words
        from planner.domain.echo import echo_words

        if entry.echo is None:
            return say("Not known what came back from {entry}", entry=self._spelled(entry, book))
        told = echo_words(entry.echo, book.person_name) if entry.echo.came else nothing_words(entry.kind)
        return say("{entry}: {echo}", entry=self._spelled(entry, book), echo=told)

    def _lined(self, book: Book) -> Book:
        """The book that lines are read by: in the place of a damaged one, with the groups of the last weeks by their
        ids."""
        if not isinstance(book, UnreadBook):
            return book
        records = [self._home.week(week) for week in self._home.weeks()[-LATELY_WEEKS:]]
        planned = (id_ for record in records if record.plan for id_ in record.plan.lines)
        ids = dict.fromkeys([*planned, *(entry.group for record in records for entry in record.entries)])
        return book.with_groups({id_: Group(id_, id_, id_) for id_ in ids} | dict(book.groups))

    def _last_entry(self) -> Entry:
        """The entry that began last; raises Refused where there is none."""
        for week in reversed(self._home.weeks()):
            entries = self._home.week(week).entries
            if entries:
                return entries[-1]
        raise Refused(
            say("Nothing has been logged yet, so there is nothing to repeat; log a line first, such as “c 25 lyon-ux”.")
        )


def _refuse_guesses(reading: Reading, text: str, chosen: Group | None) -> None:
    """Raises StoreError where a name might mean another than the few that are known of a damaged book; the group that
    is ``chosen`` by a key is sure."""
    sure = (*text.split(), *([chosen.id] if chosen else []))
    group_is_sure = reading.group is None or reading.group.id in sure
    if reading.new_people or not group_is_sure:
        raise unknown_name()


def _entry_of(reading: Reading, kept: Transaction) -> tuple[Entry, tuple[str, ...]]:
    """The entry that a whole reading stands for, its new people created, and notes on them."""
    if reading.problem:
        raise reading.problem
    entry = _provisional(reading)
    if entry is None:
        raise Misread(say("Say what it was, how long and where, such as “c 25 lyon-ux”."))
    created, notes = create_people(kept, reading.new_people, entry.day, entry.group)
    people = reading.people_with(created)
    notes = (*notes, *introduce(kept, people, created, reading.through))
    return entry._replace(id=new_id(), people=people), notes


def _provisional(reading: Reading) -> Entry | None:
    """The entry that a reading stands for, but for an id and for people who are new; None while it is not whole."""
    if not (reading.kind and reading.group and reading.minutes and reading.start):
        return None
    return Entry(
        id="",
        start=pinned(reading.start),
        minutes=reading.minutes,
        kind=reading.kind,
        group=reading.group.id,
        form=reading.form,
        people=reading.people_with(()),
        objectives=reading.objective_ids,
        note=reading.note,
        timed=reading.time_said,
    )
