"""Before a meeting, on a screen: what to know of whom she is about to meet, to be read and left."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.book import unread_words
from planner.domain.errors import PlannerError
from planner.domain.words import say
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.width import room_of

from ..widgets.screen import PlannerScreen


class Briefing:
    """Shows what to know of ``whom`` (an id with its mark, or "" for the next meeting to come)."""

    def __init__(self, screen: PlannerScreen, whom: Callable[[], str]) -> None:
        self._screen, self._whom = screen, whom

    def action_brief(self) -> None:
        """Open it."""
        screen = self._screen
        if self._is_unread():
            return
        try:
            brief = screen.desk.brief(self._whom())
        except PlannerError as problem:
            screen.tell(of_problem(str(problem)))
            return
        from .draw_brief import brief_rows

        book = screen.desk.book()
        self._read(say("WHAT TO KNOW"), lambda width, _: brief_rows(brief, book, width))

    def action_why_now(self) -> None:
        """Show whom to write to next, each with the reason."""
        if self._is_unread():
            return
        some, today = self._screen.desk.why_now(), self._screen.desk.now().date()
        if not some:
            self._screen.tell(Notice(say("Nobody waits for a word from you now."), role="accent"))
            return
        from .draw_brief import why_now_rows

        self._read(say("WHOM TO WRITE TO NEXT"), lambda width, _: why_now_rows(some, today, width))

    def _is_unread(self) -> bool:
        """Whether the book cannot be read, which is said then: who is in it is not known."""
        unread = bool(self._screen.desk.book().unread)
        if unread:
            self._screen.tell(of_problem(unread_words()))
        return unread

    def _read(self, title: str, rows: Callable[[int, int], list[Row]]) -> None:
        from ..widgets.page_panel import PagePanel

        size = room_of(self._screen.app)
        self._screen.app.push_screen(PagePanel(self._screen.ink, heading(title), rows, size.width, size.height))
