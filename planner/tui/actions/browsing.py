"""Opening an address of the web from a screen in her browser; nothing else ever is."""

from __future__ import annotations

from asyncio import to_thread

from planner.domain.grammar.addresses import checked_address
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen


def browse(screen: PlannerScreen, name: str, address: str) -> None:
    """Open the address of a group or a person, if there is one. Raises Misread for one that is not of the web."""
    if not address:
        screen.tell(of_problem(say("{group} has no address; e writes one.", group=name)))
        return
    screen.run_worker(_open(screen, checked_address(address)))


async def _open(screen: PlannerScreen, address: str) -> None:
    """Open an address beside the app, which goes on meanwhile."""
    from planner.tui.widgets.browser import open_in_browser

    if await to_thread(open_in_browser, address):
        screen.tell(Notice(say("Opened {address}", address=address), role="accent"))
    else:
        screen.tell(of_problem(say("There is no browser here to open {address} with.", address=address)))
