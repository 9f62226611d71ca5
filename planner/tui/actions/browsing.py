"""Opening an address from a screen in her browser."""

from __future__ import annotations

from asyncio import to_thread

from planner.domain.grammar.addresses import checked_address
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen


class Browsing(PlannerScreen):
    """A screen from which an address of the web can be opened; nothing else ever is."""

    def browse(self, name: str, address: str) -> None:
        """Open the address of a group or a person, if there is one. Raises Misread for one that is not of the web."""
        if not address:
            self.tell(of_problem(say("{group} has no address; e writes one.", group=name)))
            return
        self.run_worker(self._open(checked_address(address)))

    async def _open(self, address: str) -> None:
        """Open an address beside the app, which goes on meanwhile."""
        from planner.tui.widgets.browser import open_in_browser

        if await to_thread(open_in_browser, address):
            self.tell(Notice(say("Opened {address}", address=address), role="accent"))
        else:
            self.tell(of_problem(say("There is no browser here to open {address} with.", address=address)))
