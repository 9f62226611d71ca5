"""The plan of the week that is shown: edited in the cloth's place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.plan import Plan
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import say
from planner.tui.week.cloth import ClothView
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..actions.planning import Planning
from ..widgets.screen import PlannerScreen
from .timing import none_selected_words

if TYPE_CHECKING:
    from planner.tui.actions.plan_editor import PlanEditor

#: Rows that the lists below the cloth lend the editor at most.
LENT = 2


class WeekPlan:
    """Opens the plan editor over the cloth; ``report`` is the week shown, ``lists`` the rows of the lists below it."""

    def __init__(self, screen: PlannerScreen, report: Callable[[], Report], lists: Callable[[], int]) -> None:
        self._screen, self._report, self._lists = screen, report, lists
        self._planning = Planning(screen, lambda: report().week, self._save, self._leave)
        self._editor: PlanEditor | None = None

    async def action_plan(self) -> None:
        """Edit the plan in the cloth's place."""
        screen, report = self._screen, self._report()
        if isinstance(report, UnreadReport):
            screen.tell(of_problem(report.words))
        elif not report.plannable:
            screen.tell(of_problem(none_selected_words(screen.desk.settings())))
        elif screen.focused is None:
            from planner.tui.actions.plan_editor import PlanEditor

            plan = report.plan or self._planning.first_proposal()
            minutes = screen.desk.settings().minutes
            editor = self._editor = PlanEditor(screen.ink, self._planning, plan, report.plannable, minutes)
            cloth = screen.query_one(ClothView)
            room = cloth.size.height + min(LENT, self._lists())
            editor.styles.height = max(cloth.size.height, min(editor.rows_wanted(), room))
            cloth.display = False
            await screen.mount(editor, after=cloth)
            screen.planner.hand_keys_to(editor)

    def _save(self, plan: Plan) -> None:
        """Keep the plan; where it cannot be kept the editor stays open with it."""
        if self._screen.change(lambda: self._screen.desk.set_plan(self._report().week, plan)):
            self._close()

    def _leave(self) -> None:
        """Leave the plan as it was."""
        self._close()
        self._screen.tell(Notice(say("The plan is as it was."), role="accent"))

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor:
            editor.remove()
            self._screen.query_one(ClothView).display = True
