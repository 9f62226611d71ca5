"""Opening an address of the web from a screen in her browser; nothing else ever is."""

from __future__ import annotations

import os
from asyncio import to_thread

from planner.domain.grammar.addresses import checked_address
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen

#: Browsers that would draw over the screen.
IN_THE_TERMINAL = ("www-browser", "links", "elinks", "lynx", "w3m", "browsh")


def browse(screen: PlannerScreen, name: str, address: str) -> None:
    """Open the address of a group or a person, if there is one. Raises Misread for one that is not of the web."""
    if not address:
        screen.tell(of_problem(say("{group} has no address; e writes one.", group=name)))
        return
    screen.run_worker(_open(screen, checked_address(address)))


async def _open(screen: PlannerScreen, address: str) -> None:
    """Open an address beside the app, which goes on meanwhile."""
    if await to_thread(_open_in_browser, address):
        screen.tell(Notice(say("Opened {address}", address=address), role="accent"))
    else:
        screen.tell(of_problem(say("There is no browser here to open {address} with.", address=address)))


def _open_in_browser(address: str) -> bool:
    """Open an address of http or https in a browser with windows of its own; False where there is none."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    name = os.path.basename(str(getattr(browser, "name", "")))
    return name not in IN_THE_TERMINAL and browser.open(address)
