"""The People screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.keys import MOVING, Key

#: What is done with the chosen person, in the table and on their page.
WITH_PERSON = (
    Key("n", "n", "next_step", lambda: say("next step"), lambda: say("Set a next step with them"), 3),
    Key("m", "m", "quick_log('meeting')", lambda: say("meet"), lambda: say("Log a meeting with them"), 4),
    Key("c", "c", "quick_log('contribution')", lambda: say("exchange"), lambda: say("Log an exchange with them"), 6),
    Key("A", "A", "arrange", lambda: say("arrange"), lambda: say("Arrange a meeting with them"), 8),
    Key("K", "K", "brief", lambda: say("know"), lambda: say("What to know before meeting them")),
    Key("d", "d", "step('done')", lambda: say("done"), lambda: say("The next step is done"), 9),
    Key("p", "p", "step('put off')", lambda: say("put off"), lambda: say("Put the next step off")),
    Key("x", "x", "step('let go')", lambda: say("let go"), lambda: say("Let the next step go")),
    Key("e", "e", "edit", lambda: say("sheet"), lambda: say("Open their sheet: all fields, to be changed"), 7),
    Key("z", "z", "rest", lambda: say("rest"), lambda: say("Leave the tie to rest, or wake it")),
    Key("B", "B", "browse", lambda: say("browser"), lambda: say("Open their address in the browser")),
)

TABLE_KEYS = (
    Key("enter", "enter", "open", lambda: say("page"), lambda: say("Open their page: everything that passed"), 2),
    Key("slash", "/", "search", lambda: say("search"), lambda: say("Search names, companies, places and notes"), 5),
    *WITH_PERSON,
    Key("tab", "tab", "show('companies')", lambda: say("companies"), lambda: say("Turn to the companies"), 10),
    Key("shift+tab", "shift+tab", "stage(1)", lambda: say("stage"), lambda: say("Only one stage; again: the next"), 16),
    Key("f", "f", "circle", lambda: say("circle"), lambda: say("Only one circle; again: the next, then all"), 13),
    Key("s", "s", "quiet", lambda: say("silent"), lambda: say("Not in contact for 30, 60, 90 days; again: all"), 12),
    Key("O", "O", "owed", lambda: say("promised"), lambda: say("Only those with a promise; again: all"), 14),
    Key("greater_than_sign", ">", "sort(1)", lambda: say("sort"), lambda: say("Sort by the next column"), 15),
    Key("less_than_sign", "<", "sort(-1)", lambda: say("sort"), lambda: say("Sort by the column before")),
    Key("w", "w", "why_now", lambda: say("write to"), lambda: say("Whom to write to next, and why")),
    Key("D", "D", "doubles", lambda: say("doubles"), lambda: say("Those who may be in the book twice")),
    Key("a", "a", "add", lambda: say("add"), lambda: say("Add somebody"), 10),
    Key("J", "J", "merge", lambda: say("merge"), lambda: say("Join the record into another one")),
    Key("delete", "del", "remove", lambda: say("remove"), lambda: say("Remove somebody to whom nothing refers")),
    *MOVING,
)

PAGE_KEYS = (
    *WITH_PERSON,
    Key(
        "right_square_bracket,ctrl+right",
        "]",
        "turn(1)",
        lambda: say("next person"),
        lambda: say("The person below"),
        10,
    ),
    Key(
        "left_square_bracket,ctrl+left", "[", "turn(-1)", lambda: say("person before"), lambda: say("The person above")
    ),
    *MOVING,
    Key("escape,enter", "esc", "close_page", lambda: say("close"), lambda: say("Back to the table"), 1),
)

PAGE_ABOUT = About(
    lambda: say("One person"),
    lambda: say(
        "All that passed between you and one person, and what comes next. Meetings and exchanges can be "
        "logged from here, and promises kept."
    ),
)
