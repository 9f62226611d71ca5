"""Next steps: what was promised or meant to come next with a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.desk.base import Base, done
from planner.desk.newcomers import create_people, new_id
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_person, near_words, refuse_nobody, refuse_time
from planner.domain.people.follow_ups import answers, follow_ups
from planner.domain.person import Person
from planner.domain.settings import in_a_week
from planner.domain.step import Step, StepState
from planner.domain.texts import clean, shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import dated_in_words, listing, say
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from planner.domain.entry import Entry
    from planner.domain.grammar.reading_parts import Parts
    from planner.domain.people.follow_ups import FollowUp


class Steps(Base):
    """Setting a next step, doing it, putting it off, letting it go."""

    def follow_ups(self) -> tuple[FollowUp, ...]:
        """All open steps, the most urgent first."""
        return follow_ups(self.book(), self.now().date(), self.cadences())

    def find_step(self, id_: str) -> Step:
        """The step of an id, or of the beginning of one. Raises Refused or Ambiguous."""
        from planner.domain.ids import find_id

        missing = say("There is no next step “{id}”; “planner next” shows those that are open.", id=shown(id_))
        return find_id(id_, self.book().steps, missing)

    def set_step(self, person: str, line: str) -> Change:
        """Set a next step with a person, somebody new too. Raises Misread with what is wrong in the line."""
        with self._changing() as kept:
            known_person, notes = _person(person, kept, self.now().date())
            ((_, own_line), *_) = answers(line, (known_person,)) or ((known_person, line),)
            step, words, doubts = self._put_step(kept, known_person, own_line)
            return done(kept, words, notes=(*notes, *doubts), step=step.id)

    def answer_next(self, people: Sequence[str], line: str) -> Change:
        """Set what comes next with people (ids) who were met: ``Chloé: send my CV`` is for one of them.

        Raises Misread.
        """
        with self._changing() as kept:
            known = kept.book().people
            put = [self._put_step(kept, who, said) for who, said in answers(line, [known[id_] for id_ in people])]
            words = say("; ").join(told for _, told, _ in put)
            notes = [doubt for _, _, doubts in put for doubt in doubts]
            return done(kept, words, notes=notes, step=put[0][0].id if put else "")

    def spell_next(self, people: Sequence[str], line: str) -> Parts:
        """What was understood of such an answer, as parts to draw."""
        from planner.domain.grammar.reading_parts import Part
        from planner.domain.grammar.step_line import read_step, step_parts

        known, now, work_days = self.book().people, self.now(), self.settings().work_days
        parts: list[Part] = []
        for who, said in answers(line, [known[id_] for id_ in people]):
            first, *others = step_parts(read_step(said, now, work_days), now)
            if len(people) > 1:
                first = first._replace(text=say("{person}: {text}", person=who.name, text=first.text))
            parts += [first._replace(text=say("; ") + first.text) if parts else first, *others]
        return tuple(parts)

    def _put_step(self, kept: Transaction, person: Person, line: str) -> tuple[Step, str, tuple[str, ...]]:
        """Keep the step that a line says: the step, what was done in words, and what is doubtful in the line."""
        from planner.domain.grammar.step_line import read_step, spell_step, step_doubts

        reading = read_step(line, self.now(), self.settings().work_days)
        if reading.problem:
            raise reading.problem
        assert reading.day
        step = Step(new_id(), person.id, reading.text, reading.day, reading.owed, made=self.now().date())
        kept.put_step(step)
        words = say("Next with {person}: {step}", person=person.name, step=spell_step(reading, self.now()))
        return step, words, step_doubts(reading)

    def note_met(self, id_: str, lines: Sequence[str]) -> Change:
        """Note those who were met at an entry, a line each: ``Nadia Benali, Acme, buyer: send my CV fri``.

        They are in the entry from then on, whoever is new comes into the book, and what comes next is set; one undo
        takes all of it back. Raises Misread with the line that is off.
        """
        from planner.domain.grammar.met_lines import met_lines
        from planner.domain.people.moved_on import moved_on

        with self._changing() as kept:
            entry = self._home.find_entry(id_)
            _refuse_unmet(entry)
            notes: list[str] = []
            ids: dict[str, None] = {}
            for met in met_lines(lines):
                try:
                    person, told = _person(met.name, kept, entry.day, entry.group)
                    posted = moved_on(person, met.of(person), self.now().date())
                    if posted != person:
                        kept.put_person(posted)
                    ids[person.id] = None
                    notes += told
                    if met.step:
                        _, words, doubts = self._put_step(kept, posted, met.step)
                        notes += (words, *doubts)
                except Misread as why:
                    raise Misread(say("Line {n}: {reason}", n=met.number, reason=why)) from None
            entry = entry._replace(people=tuple(dict.fromkeys((*entry.people, *ids))))
            kept.put_entry(entry)
            names = listing([kept.book().person_name(person) for person in ids])
            return done(kept, say("Noted {people}", people=names), notes=notes, entry=entry)

    def finish_step(self, id_: str) -> Change:
        """A step is done. Raises Refused for one that is so already."""
        return self._close(id_, StepState.DONE)

    def let_step_go(self, id_: str) -> Change:
        """A step is let go: it was not done, and need not be. Raises Refused for one that is so already."""
        return self._close(id_, StepState.LET_GO)

    def read_step_day(self, day: str) -> date:
        """The day that a step is put off to. Raises Misread."""
        from planner.domain.grammar.days import read_coming_day
        from planner.domain.grammar.step_line import refuse_passed

        coming = read_coming_day(day, self.now())
        if coming is None:
            raise Misread(say("“{text}” is no day to come: write fri, in 3 days or 2026-12-04.", text=shown(day)))
        refuse_passed(coming, day, self.now())
        return coming

    def put_step_off(self, id_: str, day: str) -> Change:
        """Put a step off to another day, a working day in a week where none is said; one that was closed is open again.

        Raises Misread.
        """
        later = self.read_step_day(day) if day else in_a_week(self.now().date(), self.settings().work_days)
        with self._changing() as kept:
            step = self.find_step(id_)
            kept.put_step(
                _changed(step)._replace(day=later, put_off=step.put_off + 1, state=StepState.OPEN, closed=None)
            )
            step_words = _step_words(step, kept.book())
            return done(
                kept,
                say("Put off to {day}: {step}", day=dated_in_words(later, self.now()), step=step_words),
                step=step.id,
            )

    def edit_step(self, id_: str, line: str) -> Change:
        """Read a step anew from its line; its day stays where the line says none. Raises Misread."""
        from planner.domain.grammar.step_line import read_step, spell_step, step_doubts

        reading = read_step(line, self.now())
        if reading.problem:
            raise reading.problem
        with self._changing() as kept:
            step = self.find_step(id_)
            day: date = reading.day if reading.day_said and reading.day else step.day
            kept.put_step(_changed(step)._replace(text=reading.text, owed=reading.owed, day=day))
            step_words = spell_step(reading._replace(day=day, day_said=True), self.now())
            return done(kept, say("Changed to {step}", step=step_words), notes=step_doubts(reading), step=step.id)

    def _close(self, id_: str, state: StepState) -> Change:
        with self._changing() as kept:
            step = self.find_step(id_)
            if step.state is state:
                raise Refused(say("“{step}” is {state} already.", step=shown(step.text), state=say(state.value)))
            step_words = _step_words(step, kept.book())
            kept.put_step(_changed(step)._replace(state=state, closed=self.now().date()))
            words = (
                say("Done: {step}", step=step_words)
                if state is StepState.DONE
                else say("Let go: {step}", step=step_words)
            )
            return done(kept, words, step=step.id)


def _step_words(step: Step, book: Book) -> str:
    """What was to come next, and with whom: ``send the deck (Marie Dupont)``."""
    name = book.people[step.person].name if step.person in book.people else step.person
    return say("{step} ({person})", step=step.text, person=name)


def _refuse_unmet(entry: Entry) -> None:
    """Raise Refused for an entry of reading: nobody is met by it."""
    if not entry.kind.is_hands:
        raise Refused(
            say("{id} is reading, and nobody is met by it; “planner entries --kind m” lists the meetings.", id=entry.id)
        )


def _changed(step: Step) -> Step:
    return step._replace(sequence=step.sequence + 1)


def _person(text: str, kept: Transaction, today: date, group: str | None = None) -> tuple[Person, tuple[str, ...]]:
    """The person that is meant, made where nobody is called so; and a note on that."""
    name = clean(text).lstrip("@").strip('"')
    named = find_person(name, kept.book()) if name else None
    if named:
        return named, ()
    if not name:
        raise Misread(say("Say with whom: planner next marie 'send the deck fri'."))
    refuse_nobody(name)
    refuse_time(name)
    near = near_words(name, kept.book())
    (id_,), notes = create_people(kept, [name], today, group)
    return kept.book().people[id_], (*notes, near) if near else notes
