"""The Trends screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key, read_as_one

_PICK = tuple(
    Key(str(n), str(n), f"pick({n - 1})", lambda: say("group"), lambda n=n: say("Only group {n}", n=n))  # type: ignore[misc]
    for n in range(1, 10)
)

#: What Enter does: it opens a week, and where weeks are gathered it looks closer first.
OPEN = Key("enter", "enter", "open", lambda: say("its cloth"), lambda: say("Open the chosen week as cloth"), 3)
CLOSER = OPEN._replace(
    label=lambda: say("its weeks"), words=lambda: say("Look closer: each week of the chosen stretch alone")
)

TREND_KEYS = (
    *read_as_one(
        "left right",
        lambda: say("week"),
        lambda: say("The week before, the week after"),
        ("left,left_square_bracket,ctrl+left", "move(-1)", lambda: say("The week before")),
        ("right,right_square_bracket,ctrl+right", "move(1)", lambda: say("The week after")),
        rank=2,
    ),
    OPEN,
    Key("s", "s", "span(1)", lambda: say("weeks"), lambda: say("Look back over more weeks: 12, 26, 52, all"), 4),
    Key("S", "S", "span(-1)", lambda: say("weeks"), lambda: say("Look back over fewer weeks")),
    Key("f", "f", "only(1)", lambda: say("only"), lambda: say("Only one group, or one objective; again: the next"), 6),
    Key("F", "F", "only(-1)", lambda: say("only"), lambda: say("The group or objective before")),
    Key("tab", "tab", "turn", lambda: say("quarter"), lambda: say("Read a quarter made of its weeks’ reviews"), 5),
    Key("pageup", "pgup", "quarters(-1)", lambda: say("quarter before"), lambda: say("A quarter back")),
    Key("pagedown", "pgdn", "quarters(1)", lambda: say("quarter after"), lambda: say("A quarter on")),
    Key("home", "home", "end(0)", lambda: say("first"), lambda: say("The first week")),
    Key("end,T", "end", "end(-1)", lambda: say("this week"), lambda: say("Back to this week")),
    *_PICK,
)

QUARTER_KEYS = (
    *read_as_one(
        "left right",
        lambda: say("quarter"),
        lambda: say("The quarter before, the quarter after"),
        ("left,left_square_bracket,ctrl+left", "quarter(-1)", lambda: say("The quarter before")),
        ("right,right_square_bracket,ctrl+right", "quarter(1)", lambda: say("The quarter after")),
        rank=2,
    ),
    *read_as_one(
        "up down",
        lambda: say("scroll"),
        lambda: say("A row up, a row down"),
        ("up", "scroll(-1)", lambda: say("A row up")),
        ("down", "scroll(1)", lambda: say("A row down")),
        rank=6,
    ),
    Key("pageup", "pgup", "scroll_page(-1)", lambda: say("page up"), lambda: say("A page up")),
    Key("pagedown", "pgdn", "scroll_page(1)", lambda: say("page down"), lambda: say("A page down")),
    Key("home", "home", "scroll(-100_000)", lambda: say("top"), lambda: say("To the top")),
    Key("end", "end", "scroll(100_000)", lambda: say("end"), lambda: say("To the end")),
    Key("tab", "tab", "turn", lambda: say("weeks"), lambda: say("Back to the weeks"), 1),
    Key("escape", "esc", "close_quarter", lambda: say("weeks"), lambda: say("Back to the weeks")),
)
