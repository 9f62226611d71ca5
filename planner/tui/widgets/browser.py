"""Opening an address in her browser."""

from __future__ import annotations

import os

#: Browsers that would draw over the screen.
IN_THE_TERMINAL = ("www-browser", "links", "elinks", "lynx", "w3m", "browsh")


def open_in_browser(address: str) -> bool:
    """Open an address of http or https in a browser with windows of its own; False where there is none."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    name = os.path.basename(str(getattr(browser, "name", "")))
    return name not in IN_THE_TERMINAL and browser.open(address)
