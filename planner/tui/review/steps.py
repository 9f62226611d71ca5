"""The review's steps on a screen: what each shows, and what its widget asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.grammar.addresses import feed_address
from planner.domain.group import Group
from planner.domain.people.appointment_words import appointment_words, unanswered, unanswered_words
from planner.domain.plan import Plan
from planner.domain.review import Review, Verdict
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.words import plural, say
from planner.tui.review.draw_drift import drift
from planner.tui.review.draw_week import planned_and_done
from planner.tui.review.unconfirmed import UnconfirmedStep
from planner.tui.review.verdicts import VerdictsStep
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.page import Page

from ..actions.following import Following
from ..actions.planning import Planning
from ..actions.settling import settle, usual_of
from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.week import Week
    from planner.tui.actions.plan_editor import PlanEditor
    from planner.tui.review.next_week import NextWeekStep

LAST = 4


def step_names() -> tuple[str, ...]:
    """The five steps in words."""
    return (say("Unconfirmed"), say("Planned and done"), say("Drift"), say("Verdicts"), say("Next week"))


class ReviewSteps(PlannerScreen):
    """A screen with the draft of one week's review, of which it shows one step."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._following = Following(self)
        self.planning = Planning(self, self.planned_week, self._close, self._leave)

    draft: ReviewDraft
    step_widget: Widget
    _closing_over: tuple[str, ...] = ()  # the meetings not answered that she was told of before closing

    def save(self, review: Review) -> bool:
        """Keep the review as far as it has come; False where it could not be kept, which the notice then says."""
        if review == self.draft.review:
            return True
        try:
            self.desk.save_review(self.draft.week, review)
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return False
        self.planner.seen_now()
        self.renew()
        return True

    def announce(self) -> None:
        """The review speaks of the week's drift itself, in a step of its own; nothing is announced over it."""

    async def turn_to(self, step: int) -> None:
        """Go to another step, and keep that she is there."""
        raise NotImplementedError

    # The widgets

    def new_step(self, step: int) -> Widget:
        """The widget of a step."""
        marks = self.ink.marks
        if step == 0:
            waiting = self._meetings()
            return UnconfirmedStep(self.ink, self.draft.unconfirmed, self._names(), self._usual_of, waiting)
        if step == 1:
            return Page(self.ink, partial(planned_and_done, self.draft.report, marks=marks))
        if step == 2:
            return Page(self.ink, partial(drift, self.draft, marks=marks))
        if step == 3:
            return VerdictsStep(self.ink, self.draft)
        from planner.tui.review.next_week import NextWeekStep

        plan = self.desk.plan(self.planned_week()) or self.draft.next_plan
        answers = self.draft.review.answers
        available = self.desk.settings().minutes
        staying = self.draft.may_hold(plan, self.desk.book())
        return NextWeekStep(
            self.ink, self, self.planned_week(), self.draft.questions, answers, plan, staying, available
        )

    def show_step(self) -> None:
        """Show the step's data as they are now."""
        widget, marks = self.step_widget, self.ink.marks
        if isinstance(widget, UnconfirmedStep):
            widget.show(self.draft.unconfirmed, self._names(), self._meetings())
        elif isinstance(widget, VerdictsStep):
            widget.show(self.draft)
        elif isinstance(widget, Page) and self.draft.review.step == 1:
            widget.show(partial(planned_and_done, self.draft.report, marks=marks))
        elif isinstance(widget, Page):
            widget.show(partial(drift, self.draft, marks=marks))
        elif self.next_week:
            self.next_week.show_if_then(self._known(self.next_week.editor.group))

    @property
    def next_week(self) -> NextWeekStep | None:
        """The last step, where it is shown."""
        from planner.tui.review.next_week import NextWeekStep

        return self.step_widget if isinstance(self.step_widget, NextWeekStep) else None

    def _meetings(self) -> list[str]:
        """The meetings up to the week's end that wait for an answer, in words."""
        book, now = self.desk.book(), self.desk.now()
        return [appointment_words(each, book, now) for each in unanswered(book, self.draft.week, now)]

    async def on_unconfirmed_step_meeting_asked(self) -> None:
        """Ask what became of a meeting."""
        await self._following.action_answer_meeting()

    def _usual_of(self, entry: Entry) -> int:
        return usual_of(entry, self.desk.book())

    def _names(self) -> dict[str, str]:
        return {id_: group.name for id_, group in self.desk.book().groups.items()}

    def _known(self, group: Group | None) -> Group | None:
        """A group as it is kept now."""
        return self.desk.book().groups.get(group.id) if group else None

    # Unconfirmed time

    def on_unconfirmed_step_answered(self, event: UnconfirmedStep.Answered) -> None:
        """Keep what she says of it."""
        settle(self, event.entry, event.keep)

    async def on_unconfirmed_step_until_asked(self, event: UnconfirmedStep.UntilAsked) -> None:
        """Ask for the time it really ended."""
        from planner.tui.widgets.ask import Ask

        entry: Entry = event.entry

        def keep(time: str | None) -> None:
            if time:
                settle(self, entry, f"until {time}")

        await self.app.push_screen(Ask(self.ink, say("Until when?"), "", say("such as 18:30")), keep)

    async def on_unconfirmed_step_passed(self) -> None:
        """Nothing is left to settle."""
        await self.turn_to(1)

    # Verdicts

    async def on_verdicts_step_decided(self, event: VerdictsStep.Decided) -> None:
        """Keep a verdict; for a feed with the address it is read at."""
        group = self.desk.book().groups.get(event.group)
        if event.verdict is not Verdict.FEED or group is None:
            self._keep_verdict(event.group, event.verdict)
            return
        from planner.tui.actions.feed_question import ask_feed

        def keep(feed: str) -> None:
            known = feed == group.feed or self.change(lambda: self.desk.edit_group(group.id, feed=feed_address(feed)))
            if known:
                self._keep_verdict(event.group, event.verdict)

        await ask_feed(self, group, keep)

    def _keep_verdict(self, group: str, verdict: Verdict) -> None:
        review = self.draft.review
        self.save(review._replace(verdicts={**review.verdicts, group: verdict}))

    async def on_verdicts_step_passed(self) -> None:
        """All groups have been gone through."""
        await self.turn_to(LAST)

    # Next week

    def planned_week(self) -> Week:
        """The week after the reviewed one."""
        return self.draft.week.plus(1)

    def keep_answers(self) -> bool:
        """Keep the answers that stand in the last step."""
        return self.next_week is None or self.save(self._answered(self.next_week))

    def keep_last_step(self) -> bool:
        """Keep the answers, and next week's plan if she has changed it; False where they could not be kept."""
        if not self.keep_answers():
            return False
        step, week = self.next_week, self.planned_week()
        if step is None or step.editor.plan == (self.desk.plan(week) or self.draft.next_plan):
            return True
        return self.change(lambda: self.desk.set_plan(week, step.editor.plan)) is not None

    def _answered(self, step: NextWeekStep) -> Review:
        """The review with what stands in the inputs; answers to questions that are asked no more stay."""
        asked = {key for key, _ in self.draft.questions}
        review = self.draft.review
        others = {key: answer for key, answer in review.answers.items() if key not in asked}
        return review._replace(answers={**others, **step.answers})

    def group_chosen(self) -> None:
        """Show the chosen group's if-then sentence."""
        self.show_step()

    def plan_by_verdicts(self, editor: PlanEditor) -> None:
        """Show the plan that the verdicts make."""
        editor.load(self.draft.next_plan)
        self.tell(Notice(say("This is the plan that the verdicts make. Enter saves it."), role="accent"))

    async def ask_if_then(self) -> None:
        """Ask for the chosen group's if-then sentence."""
        from planner.tui.widgets.ask import Ask

        group = self._known(self.next_week.editor.group) if self.next_week else None
        if group is None:
            return
        begun = group.if_then or say("When I open {group}, I first ", group=group.name)
        asked = Ask(self.ink, say("If-then"), begun)

        def keep(sentence: str | None) -> None:
            if sentence and sentence != group.if_then:
                self.change(lambda: self.desk.set_if_then(group.id, sentence))

        await self.app.push_screen(asked, keep)

    def _close(self, plan: Plan) -> None:
        """Close the review with its verdicts and next week's plan; over meetings not answered only when it is said
        again."""
        step = self.next_week
        if step is None:
            return
        book, now = self.desk.book(), self.desk.now()
        waiting = unanswered_words(book, self.draft.week, now)
        if waiting and waiting != self._closing_over:
            self._closing_over = waiting
            then = plural(
                len(unanswered(book, self.draft.week, now)),
                "Enter closes over it; the first step asks what became of it.",
                "Enter closes over them; the first step asks what became of them.",
            )
            self.tell(Notice(waiting[0], then, "leaning"))
            return
        review, week = self._answered(step), self.draft.week
        self.change(lambda: self.desk.close_review(week, review, plan))

    def _leave(self) -> None:
        """Leave the review; all is kept."""
        self.action_show("week")
