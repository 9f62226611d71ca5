"""The review's steps on a screen: what each shows, and what its widget asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from planner.domain.book import unread_words
from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import Parts
from planner.domain.group import Group
from planner.domain.people.appointment_words import appointment_words, unanswered, unanswered_words
from planner.domain.plan import Plan
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.step import Step
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.weeks.review_steps import first_step, step_after
from planner.domain.words import plural, say
from planner.tui.actions.what_next import WhatNext
from planner.tui.review.draw_week import planned_and_done
from planner.tui.review.drift import DriftStep
from planner.tui.review.unconfirmed import UnconfirmedStep
from planner.tui.review.verdicts import VerdictsStep
from planner.tui.widgets.draw_notice import Notice, of_change, of_problem
from planner.tui.widgets.page import Page

from ..actions.asking import ask_until_taken, reading
from ..actions.planning import Planning
from ..actions.settling import settle, usual_of
from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.week import Week
    from planner.domain.weeks.change import Change
    from planner.tui.actions.plan_editor import PlanEditor
    from planner.tui.review.next_week import NextWeekStep


def step_names() -> tuple[str, ...]:
    """The steps in words."""
    return say("To answer"), say("The week"), say("Drift"), say("People"), say("Verdicts"), say("Next week")


class ReviewSteps:
    """The draft of one week's review on a screen, and its steps: what each shows, and what its widget asks for.

    ``turn_to`` goes to another step, and ``leave`` leaves the review.
    """

    draft: ReviewDraft

    def __init__(
        self, screen: PlannerScreen, turn_to: Callable[[ReviewStep], Awaitable[None]], leave: Callable[[], None]
    ) -> None:
        self._screen, self._turn_to = screen, turn_to
        self._what_next = WhatNext(screen)
        self.planning = Planning(screen, self._planned_week, self._close, leave)
        self.widget: Widget = Page(screen.ink, lambda _width, _height: [])
        self._closing_over: tuple[str, ...] = ()  # the meetings not answered that she was told of before closing

    def save(self, review: Review) -> bool:
        """Keep the review as far as it has come; False where it could not be kept, which the notice then says."""
        if review == self.draft.review:
            return True
        try:
            self._screen.desk.save_review(self.draft.week, review)
        except PlannerError as problem:
            self._screen.tell(of_problem(str(problem)))
            return False
        self._screen.planner.seen_now()
        self._screen.renew()
        return True

    # The widgets

    def new_step(self, step: ReviewStep) -> Widget:
        """The widget of a step."""
        ink, book = self._screen.ink, self._screen.desk.book()
        if step is ReviewStep.WAITING:
            waiting = self._meetings()
            return UnconfirmedStep(
                ink, self, self.draft.unconfirmed, self._names(), self._usual_of, waiting, self._unknown()
            )
        if step is ReviewStep.WEEK:
            return Page(ink, partial(planned_and_done, self.draft.report, marks=ink.marks))
        if step is ReviewStep.DRIFT:
            return DriftStep(ink, self, self.draft, book)
        if step is ReviewStep.PEOPLE:
            from planner.tui.review.people import PeopleStep

            return PeopleStep(ink, self, self.draft.people, book)
        if step is ReviewStep.VERDICTS:
            return VerdictsStep(ink, self, self.draft)
        from planner.tui.review.next_week import NextWeekStep

        plan = self._screen.desk.plan(self._planned_week()) or self.draft.next_plan
        answers = self.draft.review.answers
        available = self._screen.desk.settings().minutes
        staying = self.draft.may_hold(plan, book)
        return NextWeekStep(
            *(ink, self, self._planned_week(), self.draft.questions, answers, plan, staying, available),
            self._screen.desk.now().date(),
        )

    def show(self) -> None:
        """Show the step's data as they are now."""
        from planner.tui.review.people import PeopleStep

        widget, book = self.widget, self._screen.desk.book()
        if isinstance(widget, UnconfirmedStep):
            widget.show(self.draft.unconfirmed, self._names(), self._meetings())
        elif isinstance(widget, VerdictsStep):
            widget.show(self.draft)
        elif isinstance(widget, DriftStep):
            widget.show_draft(self.draft, book)
        elif isinstance(widget, PeopleStep):
            widget.show(self.draft.people, book)
        elif isinstance(widget, Page):
            widget.show(partial(planned_and_done, self.draft.report, marks=self._screen.ink.marks))
        elif self.next_week:
            self.next_week.show_if_then(self._known(self.next_week.editor.group))

    @property
    def next_week(self) -> NextWeekStep | None:
        """The last step, where it is shown."""
        from planner.tui.review.next_week import NextWeekStep

        return self.widget if isinstance(self.widget, NextWeekStep) else None

    def _meetings(self) -> list[str]:
        """The meetings up to the week's end that wait for an answer, in words."""
        book, now = self._screen.desk.book(), self._screen.desk.now()
        return [appointment_words(each, book, now) for each in unanswered(book, self.draft.week, now)]

    def _unknown(self) -> str:
        """What to say where it is not known which meetings wait."""
        return unread_words() if self._screen.desk.book().unread else ""

    def _usual_of(self, entry: Entry) -> int:
        return usual_of(entry, self._screen.desk.book())

    def _names(self) -> dict[str, str]:
        return {id_: group.name for id_, group in self._screen.desk.book().groups.items()}

    def _known(self, group: Group | None) -> Group | None:
        """A group as it is kept now."""
        return self._screen.desk.book().groups.get(group.id) if group else None

    # Unconfirmed time

    async def answer_meeting(self) -> None:
        """Ask what became of a meeting."""
        await self._what_next.action_answer_meeting()

    def settle(self, entry: Entry, keep: str) -> None:
        """Keep what she says of it."""
        settle(self._screen, entry, keep)

    async def settle_until(self, entry: Entry) -> None:
        """Ask for the time it really ended."""
        desk = self._screen.desk

        def keep(time: str) -> None:
            if time:
                self._screen.made(desk.settle(entry.id, f"until {time}"))

        def read(time: str) -> Parts:
            return reading(lambda: desk.until_words(time, entry.start))

        await ask_until_taken(self._screen, say("Until when?"), say("such as 18:30"), keep, read=read)

    async def go_on(self) -> None:
        """To the next step that asks for something."""
        if step := step_after(self.draft, first_step(self.draft)):
            await self._turn_to(step)

    async def all_settled(self) -> None:
        """Nothing is left to settle."""
        await self.go_on()

    # The drift

    def give_objective(self, group: str, objective: str) -> None:
        """Let what a group gave to no objective have served one."""
        self._screen.change(lambda: self._screen.desk.give_objective(self.draft.week, group, objective))

    # People

    def settle_promise(self, step: Step, how: str) -> None:
        """A promise is done, put off by a week, or let go."""
        desk = self._screen.desk
        acts: dict[str, Callable[[], Change]] = {
            "done": lambda: desk.finish_step(step.id),
            "let go": lambda: desk.let_step_go(step.id),
            "put off": lambda: desk.put_step_off(step.id, ""),
        }
        self._screen.change(acts[how])

    async def see_next_week(self, person: str, *, go_on: bool) -> None:
        """Mean to see a person next week."""
        taken = self._screen.change(lambda: self._screen.desk.take_into_week(self._planned_week(), person))
        if taken and go_on:
            await self.go_on()
            self._screen.tell(of_change(taken))

    # Verdicts

    async def decide(self, group_id: str, verdict: Verdict) -> None:
        """Keep a verdict; for a feed with the address it is read at."""
        group = self._screen.desk.book().groups.get(group_id)
        if verdict is not Verdict.FEED or group is None:
            self._keep_verdict(group_id, verdict)
            return
        from planner.tui.actions.feed_question import ask_feed

        def keep(feed: str) -> None:
            known = feed == group.feed or self._screen.change(lambda: self._screen.desk.watch_elsewhere(group.id, feed))
            if known:
                self._keep_verdict(group_id, verdict)

        await ask_feed(self._screen, group, keep)

    def feel(self, group: str, joy: int) -> None:
        """Keep how it was to give in a group (id) in the reviewed week."""
        self._screen.change(lambda: self._screen.desk.say_joy_of_week(self.draft.week, group, str(joy)))

    def _keep_verdict(self, group: str, verdict: Verdict) -> None:
        review = self.draft.review
        self.save(review._replace(verdicts={**review.verdicts, group: verdict}))

    async def decide_all(self) -> None:
        """Take every verdict that is proposed where she has given none, as one change, and go on."""
        review = self.draft.review
        proposed = {id_: each.verdict for id_, each in self.draft.proposals.items() if each.verdict}
        if self.save(review._replace(verdicts={**proposed, **review.verdicts}, step=ReviewStep.NEXT_WEEK)):
            self._screen.tell(Notice())

    async def all_decided(self) -> None:
        """All groups have been gone through."""
        await self._turn_to(ReviewStep.NEXT_WEEK)

    # Next week

    def _planned_week(self) -> Week:
        """The week after the reviewed one."""
        return self.draft.week.plus(1)

    def keep_answers(self) -> bool:
        """Keep the answers that stand in the last step."""
        return self.next_week is None or self.save(self._answered(self.next_week))

    def keep_last_step(self) -> bool:
        """Keep the answers, and next week's plan if she has changed it; False where they could not be kept."""
        if not self.keep_answers():
            return False
        step = self.next_week
        if step is None:
            return True
        week = self._planned_week()
        if week < self._screen.desk.this_week():  # one that is over keeps the plan it had
            return True
        if step.editor.plan == (self._screen.desk.plan(week) or self.draft.next_plan):
            return True
        return self._screen.change(lambda: self._screen.desk.set_plan(week, step.editor.plan)) is not None

    def _answered(self, step: NextWeekStep) -> Review:
        """The review with what stands in the inputs; answers to questions that are asked no more stay."""
        asked = {key for key, _ in self.draft.questions}
        review = self.draft.review
        others = {key: answer for key, answer in review.answers.items() if key not in asked}
        return review._replace(answers={**others, **step.answers})

    def group_chosen(self) -> None:
        """Show the chosen group's if-then sentence."""
        self.show()

    def plan_by_verdicts(self, editor: PlanEditor) -> None:
        """Show the plan that the verdicts make."""
        editor.load(self.draft.next_plan)
        self._screen.tell(Notice(say("This is the plan that the verdicts make. Enter saves it."), role="accent"))

    async def ask_if_then(self) -> None:
        """Ask for the chosen group's if-then sentence."""
        from planner.tui.widgets.ask import Ask

        group = self._known(self.next_week.editor.group) if self.next_week else None
        if group is None:
            return
        begun = group.if_then or say("When I open {group}, I first ", group=group.name)
        asked = Ask(self._screen.ink, say("If-then"), begun)

        def keep(sentence: str | None) -> None:
            if sentence and sentence != group.if_then:
                self._screen.change(lambda: self._screen.desk.set_if_then(group.id, sentence))

        await self._screen.app.push_screen(asked, keep)

    def _close(self, plan: Plan) -> None:
        """Close the review with its verdicts and next week's plan; over meetings not answered only when it is said
        again."""
        step = self.next_week
        if step is None:
            return
        book, now = self._screen.desk.book(), self._screen.desk.now()
        waiting = unanswered_words(book, self.draft.week, now)
        if waiting and waiting != self._closing_over:
            self._closing_over = waiting
            then = plural(
                len(unanswered(book, self.draft.week, now)),
                "Enter closes over it; the first step asks what became of it.",
                "Enter closes over them; the first step asks what became of them.",
            )
            self._screen.tell(Notice(waiting[0], then, "leaning"))
            return
        review, week = self._answered(step), self.draft.week
        self._screen.change(lambda: self._screen.desk.close_review(week, review, plan))
