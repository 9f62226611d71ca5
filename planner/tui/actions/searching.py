"""Searching a list on a screen: what is typed narrows it at once."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.errors import PlannerError
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen
from ..widgets.search_line import SearchLine


class Searching:
    """Opens the search line, and hands on what is looked for.

    ``hint`` says what may be typed, ``text`` what is looked for now, and ``look`` looks for something else, from the
    top of the list where that is said; it may raise what keeps the text from being read.
    """

    def __init__(
        self,
        screen: PlannerScreen,
        hint: Callable[[], str],
        text: Callable[[], str],
        look: Callable[[str, bool], None],
    ) -> None:
        self._screen, self._hint, self._text, self._look = screen, hint, text, look

    async def action_search(self) -> None:
        """Open the search line."""
        await self._screen.foot.open(SearchLine(self._screen.ink, self, self._text(), self._hint()))

    def typed(self, text: str) -> None:
        """Search as one types; what cannot be read yet is said, and the rows stay as they were."""
        try:
            self._look(_words(text), True)
        except PlannerError as problem:  # no wonder: it is still being typed
            self._screen.tell(Notice(str(problem), role="accent"))

    def taken(self, text: str) -> None:
        """Keep what was found, and go on in the list; what cannot be read stays to be mended."""
        if _words(text) != self._text():
            self._look(_words(text), False)
        self._screen.foot.close()

    def cleared(self) -> None:
        """Show all again; what was found stays chosen."""
        self._screen.foot.close()
        self._look("", False)


def _words(text: str) -> str:
    return " ".join(text.split())
