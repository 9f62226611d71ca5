"""The timer on a screen: started by one key, stopped by another; one that cannot be right asks what to keep."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.grammar.reading_parts import Parts
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.settings import Settings
from planner.domain.words import clock, say, spell_minutes
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.width import width_of

from ..actions.asking import ask_until_taken
from ..widgets.screen import PlannerScreen


class TimerKeys:
    """Starts and stops the timer, and says since when it runs; ``group`` is the one to start it for."""

    def __init__(self, screen: PlannerScreen, group: Callable[[], Group | None]) -> None:
        self._screen, self._group = screen, group

    def action_start(self, kind: str) -> None:
        """Start the timer for the chosen group."""
        group = self._group()
        if group is None:
            self._screen.tell(of_problem(none_selected_words(self._screen.desk.settings())))
        else:
            self._screen.change(lambda: self._screen.desk.start("", Kind(kind), group))

    def action_stop(self) -> None:
        """Stop the timer; ask what to keep where it cannot be right."""
        timer = self._screen.desk.timer()
        if timer is None:
            self._tell_none_runs()
        elif doubt := self._screen.desk.in_doubt():
            from planner.tui.actions.forgotten import Forgotten

            book = self._screen.desk.book()
            ran = say("{group}: {doubt}", group=book.group_name(timer.group), doubt=doubt)
            usual = spell_minutes(book.usual(timer.group, timer.kind))

            def until(time: str) -> str:
                return self._screen.desk.until_words(time, timer.start)

            self._screen.app.push_screen(
                Forgotten(self._screen.ink, ran, usual, width_of(self._screen.app), until), self._keep
            )
        else:
            self._screen.change(self._screen.desk.stop)

    def action_pause(self) -> None:
        """Let the running timer stand still, or one that does go on."""
        timer = self._screen.desk.timer()
        if timer is None:
            self._tell_none_runs()
        else:
            self._screen.change(self._screen.desk.go_on if timer.paused else self._screen.desk.pause)

    def _keep(self, keep: str | None) -> None:
        if keep:
            self._screen.change(lambda: self._screen.desk.stop(keep))

    async def action_since(self) -> None:
        """Ask since when the running timer has really been running."""
        timer = self._screen.desk.timer()
        if timer is None:
            self._tell_none_runs()
            return

        def read(line: str) -> Parts:
            return self._screen.desk.reading_parts(self._screen.desk.read_start(line))

        def move(line: str) -> None:
            if line:
                self._screen.made(self._screen.desk.move_start(line))

        began = clock(timer.start.astimezone(self._screen.desk.now().tzinfo))
        await ask_until_taken(self._screen, say("Running since"), say("such as 14:30"), move, began, read=read)

    def _tell_none_runs(self) -> None:
        key = self._screen.desk.settings().key
        starts = {name: key(f"week.start.{kind.value}", name.upper()) for name, kind in zip("cmw", Kind, strict=True)}
        self._screen.tell(Notice(say("No timer is running. {c}, {m} or {w} starts one.", **starts), role="accent"))


def none_selected_words(settings: Settings) -> str:
    """That there is no group to do something with, and the keys that mend it."""
    return say(
        "No group is selected yet. Press {key} to paste your list, or {other} to set up.",
        key=settings.key("week.add-groups", "a"),
        other=settings.key("week.show.begin", "b"),
    )
