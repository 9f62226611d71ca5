"""What comes next, on a screen: next steps, meetings to come, and the one question after a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.appointment import Appointment
from planner.domain.book import none_words
from planner.domain.entry import Entry
from planner.domain.errors import Misread
from planner.domain.grammar.reading_parts import Parts, reading_parts
from planner.domain.kinds import Kind
from planner.domain.people.follow_ups import closed_by, to_ask_about
from planner.domain.words import full_date, listing, say
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.width import width_of

from ..widgets.choice import Choice
from ..widgets.screen import PlannerScreen
from .asking import ask_until_taken, reading

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change


#: The form of meetings at which several people are met.
EVENT = "event"


class WhatNext:
    """Asks on a screen what comes next, and what became of what was arranged."""

    def __init__(self, screen: PlannerScreen) -> None:
        self._screen = screen

    # After a meeting

    async def ask_what_next(self, change: Change) -> None:
        """After a meeting with somebody, or an event, one question: what next, and when? A key says how it was, another
        how it was held, and one notes all who were met at once; Enter on nothing is nothing."""
        entry = change.entry
        if entry is None or entry.kind is not Kind.MEETING or not (entry.people or entry.form == EVENT):
            return
        book = self._screen.desk.book()
        people, done = to_ask_about(entry, book), closed_by(entry, book)
        choices = [*self._joys(entry), *([] if entry.form else self._forms(entry))]
        if entry.form == EVENT:
            choices.append(Choice("+", say("whom you met"), partial(self._ask_whom, entry.id)))
        for n, step in zip(range(len(choices), 10), done, strict=False):
            name = book.people[step.person].name if step.person in book.people else step.person
            words = say("done: {step} ({person})", step=step.text, person=name)
            choices.append(Choice(str(n), words, partial(self._finish, step.id)))
        await self._ask_next(people, choices)

    async def _ask_whom(self, id_: str) -> None:
        """Ask for all who were met at an entry, each with what comes next; one undo takes all of it back."""

        def keep(line: str) -> None:
            if line:
                self._screen.made(self._screen.desk.note_met(id_, line.split(";")))

        hint = say("Nadia Benali, Acme, buyer: send my CV fri; Tom: the link")
        await ask_until_taken(self._screen, say("Whom did you meet?"), hint, keep, draft=f"met {id_}")

    def _joys(self, entry: Entry) -> list[Choice]:
        """How it was, a mark each, told of as one key."""
        from planner.domain.grammar.fields import MARKS

        return [
            Choice(
                str(mark),
                say("how it was: {mark} of 3", mark=mark),
                partial(self._say_joy, entry.id, str(mark)),
                of="joy",
                shown="" if mark else "0-3",
                label=say("how it was"),
                told=not mark,
            )
            for mark in MARKS
        ]

    def _forms(self, entry: Entry) -> list[Choice]:
        """How a meeting was held, a key each."""
        from planner.tui.actions.form_panel import FORM_KEYS

        return [Choice(str(n), say(form), partial(self._say_form, entry.id, form), of="form") for n, form in FORM_KEYS]

    def _finish(self, id_: str) -> None:
        self._screen.made(self._screen.desk.finish_step(id_))

    def _say_joy(self, id_: str, mark: str) -> None:
        self._screen.made(self._screen.desk.say_joy(id_, mark))

    def _say_form(self, id_: str, form: str) -> None:
        self._screen.made(self._screen.desk.say_form(id_, form))

    async def action_settle_forms(self) -> None:
        """Go through the meetings that do not say how they were held: one key each, Enter passes."""
        waiting = self._screen.desk.unsaid_meetings()
        if waiting:
            await self._settle_forms(waiting)
        else:
            self._screen.tell(
                Notice(say("No meeting of the last eight weeks waits to be told how it was held."), role="accent")
            )

    async def _settle_forms(self, waiting: Sequence[Entry]) -> None:
        from planner.tui.actions.form_panel import FormPanel

        entry, *rest = waiting

        async def answered(form: str | None) -> None:
            if form is None:
                return
            if form:
                self._screen.change(lambda: self._screen.desk.say_form(entry.id, form))
            if rest:
                await self._settle_forms(rest)

        await self._screen.app.push_screen(
            FormPanel(self._screen.ink, self._screen.desk.entry_words(entry), len(rest), width_of(self._screen.app)),
            answered,
        )

    async def _ask_next(self, people: Sequence[str], choices: Sequence[Choice] = ()) -> None:
        """Ask what comes next with people (ids); a key says more of the meeting, and Enter on nothing is nothing."""

        def keep(line: str) -> None:
            if line and people:
                self._screen.made(self._screen.desk.answer_next(people, line))

        def read(line: str) -> Parts:
            return self._screen.desk.spell_next(people, line)

        known = self._screen.desk.book().people
        names = [known[id_].name for id_ in people]
        question = say("What next with {person}?", person=listing(names)) if names else say("How was it?")
        hint = say("such as: I owe the deck fri; enter for nothing") if names else say("a key; enter for nothing")
        draft = f"step {people[0]}" if people else ""
        await ask_until_taken(self._screen, question, hint, keep, read=read, draft=draft, choices=choices)

    async def ask_step(self, person: str) -> None:
        """Ask for a next step with a person (id)."""
        await self._ask_next((person,))

    # Next steps

    def action_next_steps(self) -> None:
        """Open the most urgent next steps."""
        self.open_steps()

    def open_steps(self, chosen: str = "") -> None:
        """The same, with one of them chosen (by its id)."""
        follow_ups = self._screen.desk.follow_ups()
        if not follow_ups:
            self._none(say("No next step is open. n on a person sets one."))
            return
        from planner.tui.actions.next_steps import NextSteps

        self._screen.app.push_screen(NextSteps(self._screen.ink, follow_ups, chosen), self.step_answered)

    async def step_answered(self, answer: tuple[str, str] | None) -> None:
        if answer is None:
            return
        act, id_ = answer
        if act == "done":
            self._screen.change(lambda: self._screen.desk.finish_step(id_))
        elif act == "let go":
            self._screen.change(lambda: self._screen.desk.let_step_go(id_))
        else:

            def put_off(day: str) -> None:
                self._screen.made(self._screen.desk.put_step_off(id_, day))

            def read(day: str) -> Parts:
                return reading(lambda: full_date(self._screen.desk.read_step_day(day)))

            await ask_until_taken(
                self._screen, say("Put off until"), say("fri, in 3 days; enter: in a week"), put_off, read=read
            )

    # Appointments

    async def action_arrange(self) -> None:
        """Ask for a meeting to come."""
        await self.ask_meeting()

    async def ask_meeting(self, person: str = "", text: str = "") -> None:
        """Ask for a meeting to come, with a person (id) where the line begins with a ``text`` of theirs."""

        def keep(line: str) -> None:
            if line:
                self._screen.made(self._screen.desk.add_appointment(line))

        def read(line: str) -> Parts:
            return reading_parts(self._screen.desk.read_appointment(line), self._screen.desk.now())

        hint = say("fri 12:30 45m @marie lyon-ux coffee")
        await ask_until_taken(self._screen, say("Arrange"), hint, keep, text, read=read, draft=f"meeting {person}")

    async def action_answer_meeting(self) -> None:
        """Answer for the first meeting that waits."""
        waiting = self._screen.desk.report().to_confirm
        if waiting:
            await self.ask_about(waiting[0])
        else:
            self._none(say("No meeting waits for an answer."))

    def _none(self, words: str) -> None:
        """Say that the book holds none, or that it cannot be read."""
        book = self._screen.desk.book()
        said = none_words(book, words)
        self._screen.tell(of_problem(said) if book.unread else Notice(said, role="accent"))

    async def ask_about(self, meeting: Appointment) -> None:
        """Ask what became of a meeting."""
        from planner.domain.people.appointment_words import appointment_words
        from planner.tui.actions.held_panel import Held

        async def answered(answer: str | None) -> None:
            if answer == "held":
                await self._hold(meeting)
            elif answer == "length":
                await self._hold_for(meeting)
            elif answer == "missed":
                self._screen.change(lambda: self._screen.desk.miss_appointment(meeting.id))
            elif answer == "moved":
                await self._move(meeting)

        told = appointment_words(meeting, self._screen.desk.book())
        await self._screen.app.push_screen(Held(self._screen.ink, told, width_of(self._screen.app)), answered)

    async def _move(self, meeting: Appointment) -> None:
        def move(when: str) -> None:
            if when:
                self._screen.made(self._screen.desk.move_appointment(meeting.id, when))

        def read(when: str) -> Parts:
            return reading(
                lambda: self._meeting_words(meeting._replace(start=self._screen.desk.read_coming_moment(when)))
            )

        await ask_until_taken(self._screen, say("Moved to"), say("such as fri 14:00"), move, read=read)

    def _meeting_words(self, meeting: Appointment) -> str:
        from planner.domain.people.appointment_words import appointment_words

        return appointment_words(meeting, self._screen.desk.book(), self._screen.desk.now())

    async def _hold_for(self, meeting: Appointment) -> None:
        """Ask how long it was, and log it so."""

        def hold(length: str) -> None:
            self._screen.call_later(self._hold, meeting, _length(length))

        def read(length: str) -> Parts:
            return reading(lambda: self._meeting_words(meeting._replace(minutes=_length(length))))

        await ask_until_taken(self._screen, say("How long was it?"), say("such as 1h30"), hold, read=read)

    async def _hold(self, meeting: Appointment, minutes: int | None = None) -> None:
        """Log a meeting that was held; where nothing says in which group, ask."""
        if self._screen.desk.group_of(meeting) is not None:
            change = self._screen.change(lambda: self._screen.desk.hold_appointment(meeting.id, minutes))
            if change:
                await self.ask_what_next(change)
            return

        def hold_in(group: str) -> None:
            if group:
                change = self._screen.desk.hold_appointment(meeting.id, minutes, group)
                self._screen.made(change)
                self._screen.call_later(self.ask_what_next, change)

        def read(group: str) -> Parts:
            return reading(lambda: self._screen.desk.group(group).name)

        await ask_until_taken(self._screen, say("In which group?"), say("such as lyon-ux"), hold_in, read=read)


def _length(text: str) -> int:
    """The minutes that a text says. Raises Misread for no length."""
    from planner.domain.grammar.durations import read_minutes

    minutes = read_minutes(text)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=text))
    return minutes
