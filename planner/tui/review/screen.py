"""The Review screen: short steps that end a week, or the close of one with the review as it was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.review import ReviewStep
from planner.domain.week import Week
from planner.domain.weeks.draft import ReviewDraft, Reviewed, UnreadReview, to_come_words
from planner.domain.weeks.review_steps import STEPS, first_step, step_after, step_before
from planner.domain.weeks.waiting import waiting_words
from planner.domain.words import say
from planner.interop.review_document import record, title
from planner.tui.actions.draw_document import document
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import ROOMY, Notice, of_problem
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.page import Page
from planner.tui.widgets.progress import StepProgress

from ..actions.handing_out import HandingOut
from ..widgets.screen import PlannerScreen
from .keys import REVIEW_KEYS
from .steps import ReviewSteps, step_names

#: What is shown: a week, its revision and its step; None for a closed review.
Place = tuple[Week, int, ReviewStep | None]


class ReviewScreen(PlannerScreen):
    """One week's review. Where she is in it is kept with the review itself."""

    NAME = "review"
    KEYS = REVIEW_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("review", REVIEW_KEYS)
    ABOUT = About(
        lambda: say("The review"),
        lambda: say(
            "The end of a week: what was planned and done, what each group brought, and a verdict for "
            "each. It is filled in as far as the log goes, and ends in next week’s plan."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._steps = ReviewSteps(self, self.turn_to, lambda: self.action_show("week"))
        self.acts = (HandingOut(self),)
        self._place: Place | None = None
        self._reviewed: Reviewed | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield StepProgress(self.ink, step_names)
        yield self._steps.widget

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """A closed review can be reopened, an open one gone through; nothing comes after its last step."""
        closed = self._place is not None and self._place[2] is None
        hidden = {"turn(1)", "skip", "turn(-1)"} if closed else {"reopen", "leave_close"}
        if not self._may_reopen():
            hidden.add("reopen")
        if self._steps.next_week:
            hidden |= {"turn(1)", "skip"}
        return tuple(key for key in REVIEW_KEYS if key.action not in hidden)

    # Showing

    def refreshed(self) -> None:
        """Ask for the draft, and show the step that it stands at."""
        week = self.asked_week or self._week_to_review()
        self._reviewed = reviewed = self.desk.review(week)
        timer = reviewed.report.timer
        self.query_one(Masthead).show(reviewed.report, self.desk.book().group_name(timer.group) if timer else "")
        progress = self.query_one(StepProgress)
        progress.display = False
        if isinstance(reviewed, ReviewDraft):
            self._steps.draft = reviewed
            at = STEPS.index(self.step)
            progress.show(at, range(at), waiting_words(reviewed.waiting))
            progress.styles.height = 3 if reviewed.waiting and self.app.size.height >= ROOMY else 2
            progress.display = reviewed.review.closed is None and not reviewed.never_was
        if self._place == self._wanted_place():
            self._show()
        else:
            self.call_next(self._open)

    @property
    def draft(self) -> ReviewDraft | None:
        """The review as far as it has come; None where it cannot be read."""
        return self._reviewed if isinstance(self._reviewed, ReviewDraft) else None

    @property
    def step(self) -> ReviewStep:
        """The step that the review stands at."""
        return first_step(self.draft) if self.draft else ReviewStep.WAITING

    def _may_reopen(self) -> bool:
        return self.draft is not None and self.draft.review.closed is not None

    def week_in_front(self) -> Week | None:
        """The reviewed week."""
        if self._reviewed is None or self._reviewed.week == self.desk.this_week():
            return None
        return self._reviewed.week

    def _wanted_place(self) -> Place | None:
        if self._reviewed is None:
            return None
        if self.draft is None or self.draft.never_was:  # it is read as a closed one is
            return self._reviewed.week, 0, None
        review = self.draft.review
        return self.draft.week, review.revision, None if review.closed else self.step

    def _week_to_review(self) -> Week:
        """Once chosen it stays: closing a review must not turn to another week."""
        return self._place[0] if self._place else self.desk.week_to_review()

    async def _open(self) -> None:
        """Put the widget of the step in the place of the other one's."""
        place = self._wanted_place()
        if place is None or place == self._place:
            return
        self._place = place
        widget = self._new_page() if place[2] is None else self._steps.new_step(place[2])
        with self.app.batch_update():  # one paint, not one without a step and one with it
            await self._steps.widget.remove()
            self._steps.widget = widget
            await self.mount(widget, before=self.foot)
            self.planner.hand_keys_to(self._steps.next_week.first if self._steps.next_week else widget)
            self._show()

    def _new_page(self) -> Page:
        return Page(self.ink, self._document())

    def _document(self) -> Callable[[int, int], list[Row]]:
        """The review as it is read: its close, large, and under it the record."""
        reviewed, book = self._reviewed, self.desk.book()
        assert reviewed
        read = partial(document, title(reviewed), tuple(record(reviewed, book)))
        if isinstance(reviewed, UnreadReview) or reviewed.never_was:
            return read

        def closed(width: int, height: int) -> list[Row]:
            from planner.tui.review.draw_close import close_rows

            close = close_rows(reviewed, book, width, height, self.ink.marks)
            return [*close, Row(), rule(width, self.ink.marks.rule), Row(), *read(width, height)]

        return closed

    def _show(self) -> None:
        if self._place and self._place[2] is not None:
            self._steps.show()
        elif isinstance(self._steps.widget, Page):
            self._steps.widget.show(self._document())

    def announce(self) -> None:
        """The review speaks of the week's drift itself, in a step of its own; nothing is announced over it."""

    # Turning

    async def turn_to(self, step: ReviewStep) -> None:
        """Go to another step, and keep that she is there; what stands in the last one is kept first."""
        if self.draft and self._steps.keep_last_step() and self._steps.save(self.draft.review._replace(step=step)):
            self.tell(Notice())
            await self._open()

    async def action_skip(self) -> None:
        """To the next step, whatever Enter does in this one, and whether or not that asks for something."""
        if self.draft and STEPS.index(self.step) + 1 < len(STEPS):
            await self._turn(STEPS[STEPS.index(self.step) + 1])

    async def action_turn(self, way: int) -> None:
        """To the next step that asks for something, or to the one before; nothing before the first and after the
        last."""
        if self.draft:
            await self._turn(step_after(self.draft, self.step) if way > 0 else step_before(self.step))

    async def _turn(self, step: ReviewStep | None) -> None:
        if step and self.draft and not self.draft.review.closed and not self.draft.never_was:
            await self.turn_to(step)

    def action_leave_close(self) -> None:
        """On to another week that waits for its review, the latest first; back to the week where none does."""
        waiting = self.draft.waiting if self.draft else ()
        if waiting:
            self.asked_week = waiting[-1]
            self.tell(Notice())
            self.renew()
        else:
            self.action_show("week")

    @on(StepProgress.StepClicked)
    async def _step_clicked(self, event: StepProgress.StepClicked) -> None:
        """Go to the step that was clicked."""
        await self.turn_to(STEPS[event.step])

    def action_show(self, name: str) -> None:
        """Go to another screen; what stands in the last step is kept first."""
        if self._steps.keep_last_step():
            super().action_show(name)

    def action_quit(self) -> None:
        """Leave planner; what stands in the last step is kept first."""
        if self._steps.keep_last_step():
            super().action_quit()

    def action_week(self, step: int) -> None:
        """Turn to another week's review; the weeks to come have none yet."""
        week = (self._reviewed.week if self._reviewed else self.desk.this_week()).plus(step)
        if week > self.desk.this_week():
            self.tell(of_problem(to_come_words()))
        elif self._steps.keep_last_step():
            self.asked_week = week
            self.tell(Notice())
            self.renew()

    def action_reopen(self) -> None:
        """Reopen the closed review as a new revision."""
        draft = self.draft
        if draft and draft.review.closed:
            self.change(lambda: self.desk.reopen_review(draft.week))
