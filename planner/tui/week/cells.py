"""What stands in the week’s cells and lists, opened: the entries of a day, a step, a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from planner.domain.appointment import Appointment
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.words import day_month

from ..actions.briefing import Briefing
from ..actions.quick_logging import QuickLogging
from ..actions.settling import ask_what_to_keep
from ..actions.what_next import WhatNext
from ..widgets.screen import PlannerScreen
from .draw_day_list import About


class Cells:
    """Opens the entries of the chosen cell, of which ``group`` and ``day`` are asked."""

    def __init__(
        self,
        screen: PlannerScreen,
        group: Callable[[], Group | None],
        day: Callable[[], date],
        quick_log: QuickLogging,
    ) -> None:
        self._screen, self._group, self._day, self._quick_log = screen, group, day, quick_log

    def action_entries(self) -> None:
        """List what was logged in the chosen group on the chosen day."""
        group, day, screen = self._group(), self._day(), self._screen
        if group is None:
            return
        from .cell_panel import CellPanel

        entries = [*screen.desk.entries(LogFilter(since=day, until=day, group=group.id))]
        people = screen.desk.book().people
        names = {id_: people[id_].name for entry in entries for id_ in entry.people if id_ in people}
        title = f"{group.name}, {day_month(day)}"
        screen.app.push_screen(CellPanel(screen.ink, title, entries, names), self._answered)

    async def _answered(self, answer: tuple[str, str] | None) -> None:
        if answer is None:
            return
        act, id_ = answer
        if act in {kind.value for kind in Kind}:
            await self._quick_log.action_quick_log(act)
        elif act == "remove":
            self._screen.change(lambda: self._screen.desk.remove_entry(id_))
        else:
            self._screen.planner.show_entry(id_, "edit")


async def open_item(screen: PlannerScreen, what_next: WhatNext, about: About) -> None:
    """Open what a line of a list is about. Raises PlannerError where it is gone."""
    if isinstance(about, Entry):
        if not about.confirmed:
            await ask_what_to_keep(screen, about)
        elif about.id:  # the running timer's line has none
            screen.planner.show_entry(about.id)
    elif isinstance(about, Appointment):
        if about in screen.desk.report().to_confirm:
            await what_next.ask_about(about)
        else:
            Briefing(screen, partial(str, about.id)).action_brief()
    else:
        what_next.open_steps(about.step.id)
