"""What comes next, on a screen: next steps, meetings to come, and the one question after a meeting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.appointment import Appointment
from planner.domain.follow_ups import SHOWN
from planner.domain.kinds import Kind
from planner.domain.report import WeekReport
from planner.domain.words import say
from planner.tui.draw.notice import Notice, of_problem

from .base import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.change import Change


class Following(PlannerScreen):
    """A screen that asks what comes next, and what became of what was arranged."""

    # After a meeting

    def ask_what_next(self, change: Change) -> None:
        """After a meeting, one question: what next, and when? Enter on nothing is nothing.

        Nobody is asked about with whom a step is open already.
        """
        entry = change.entry
        if entry is None or entry.kind is not Kind.MEETING:
            return
        book = self.desk.book()
        busy = {step.person for step in book.steps.values() if step.open}
        person = next((id_ for id_ in entry.people if id_ not in busy and id_ in book.people), None)
        if person:
            self.ask_step(person)

    def ask_step(self, person: str, begun: str = "") -> None:
        """Ask for a next step with a person (id); a line that is off is said and offered again."""
        from planner.tui.modals.ask import Ask

        name = self.desk.book().people[person].name
        asked = say("What next with {person}?", person=name)
        hint = say("such as: I owe the deck fri; enter for nothing")

        def keep(line: str | None) -> None:
            if not line:
                return
            problem = self.desk.read_step(line).problem
            if problem:
                self.tell(of_problem(str(problem)))
                self.ask_step(person, line)
            else:
                self.change(lambda: self.desk.set_step(person, line))

        self.app.push_screen(Ask(self.ink, asked, begun, hint), keep)

    # Next steps

    def action_next_steps(self) -> None:
        """Open the most urgent next steps."""
        found = self.desk.follow_ups()[:SHOWN]
        if not found:
            self.tell(Notice(say("No next step is open. n on a person sets one."), role="accent"))
            return
        from planner.tui.modals.next_steps import NextSteps

        self.app.push_screen(NextSteps(self.ink, found, self.app.size.width), self._step_answered)

    def _step_answered(self, answer: tuple[str, str] | None) -> None:
        if answer is None:
            return
        act, id_ = answer
        if act == "done":
            self.change(lambda: self.desk.finish_step(id_))
        elif act == "let go":
            self.change(lambda: self.desk.let_step_go(id_))
        else:
            self._ask(say("Put off until"), say("such as fri, in 3 days"), lambda day: self.desk.put_step_off(id_, day))

    # Appointments

    def action_arrange(self, begun: str = "") -> None:
        """Ask for a meeting to come; a line that is off is said and offered again."""
        from planner.tui.modals.ask import Ask

        def keep(line: str | None) -> None:
            if not line:
                return
            problem = self.desk.read_appointment(line).problem
            if problem:
                self.tell(of_problem(str(problem)))
                self.action_arrange(line)
            else:
                self.change(lambda: self.desk.add_appointment(line))

        hint = say("fri 12:30 45m @marie lyon-ux coffee")
        self.app.push_screen(Ask(self.ink, say("Arrange"), begun, hint), keep)

    def ask_about_meetings(self, report: WeekReport) -> None:
        """Ask once about a meeting whose time has passed, while nothing else is open."""
        unasked = [each for each in report.to_confirm if each.id not in self.planner.asked]
        if unasked and self.focused is None and self.app.screen is self:
            self.call_after_refresh(self._ask_about, unasked[0])

    def action_answer_meeting(self) -> None:
        """Answer for the first meeting that waits."""
        waiting = self.desk.report().to_confirm
        if waiting:
            self._ask_about(waiting[0])
        else:
            self.tell(Notice(say("No meeting waits for an answer."), role="accent"))

    def _ask_about(self, meeting: Appointment) -> None:
        from planner.domain.appointment_words import appointment_words
        from planner.tui.modals.held import Held

        self.planner.asked.add(meeting.id)

        def keep(answer: str | None) -> None:
            if answer == "held":
                self._hold(meeting)
            elif answer == "missed":
                self.change(lambda: self.desk.miss_appointment(meeting.id))
            elif answer == "moved":
                self._ask(
                    say("Moved to"), say("such as fri 14:00"), lambda when: self.desk.move_appointment(meeting.id, when)
                )

        self.app.push_screen(Held(self.ink, appointment_words(meeting, self.desk.book())), keep)

    def _hold(self, meeting: Appointment) -> None:
        """Log a meeting that was held; where nothing says in which group, ask."""
        if self.desk.group_of(meeting) is None:
            hold = partial(self._hold_in, meeting)
            self._ask(say("In which group?"), say("such as lyon-ux"), hold)
        elif change := self.change(lambda: self._hold_in(meeting, "")):
            self.ask_what_next(change)

    def _hold_in(self, meeting: Appointment, group: str) -> Change:
        return self.desk.hold_appointment(meeting.id, group=group)

    def _ask(self, question: str, hint: str, answer: Callable[[str], Change]) -> None:
        """Ask for one line, and make the change that it asks for."""
        from planner.tui.modals.ask import Ask

        def keep(line: str | None) -> None:
            if line:
                self.change(lambda: answer(line))

        self.app.push_screen(Ask(self.ink, question, "", hint), keep)
