"""The Companies screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.keys import MOVING, Key

TABLE_KEYS = (
    Key("enter", "enter", "open", lambda: say("page"), lambda: say("Open its page: who works there, and ways in"), 2),
    Key("slash", "/", "search", lambda: say("search"), lambda: say("Search the companies’ names"), 3),
    Key("tab", "tab", "show('people')", lambda: say("people"), lambda: say("Turn to the people"), 4),
    Key("J", "J", "join", lambda: say("join"), lambda: say("Join it into another: it is one, spelled otherwise"), 6),
    Key("B", "B", "browse", lambda: say("browser"), lambda: say("Open its page in the browser")),
    *MOVING,
)

PAGE_KEYS = (
    TABLE_KEYS[3]._replace(rank=6),
    Key(
        "right_square_bracket,ctrl+right", "]", "turn(1)", lambda: say("next one"), lambda: say("The company below"), 2
    ),
    Key("left_square_bracket,ctrl+left", "[", "turn(-1)", lambda: say("one before"), lambda: say("The company above")),
    Key("B", "B", "browse", lambda: say("browser"), lambda: say("Open its page in the browser")),
    *MOVING,
    Key("escape,enter", "esc", "close_page", lambda: say("close"), lambda: say("Back to the table"), 1),
)

PAGE_ABOUT = About(
    lambda: say("One company"),
    lambda: say(
        "Who works or has worked at one company, what passed with them, and the ways in. A way in is "
        "somebody you know who can introduce you."
    ),
)
