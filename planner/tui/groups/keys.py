"""The Groups screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key
from planner.tui.widgets.verdict_keys import VERDICT_KEYS

GROUPS_KEYS = (
    Key("enter", "enter", "take", lambda: say("take it"), lambda: say("Take the proposed verdict, and go on"), 2),
    *VERDICT_KEYS,
    Key("e", "e", "edit", lambda: say("sheet"), lambda: say("Open the group’s sheet: all fields, to be changed"), 3),
    Key("slash", "/", "search", lambda: say("filter"), lambda: say("Filter: words, read>60, people=0, open, due"), 4),
    Key("tab", "tab", "standing(1)", lambda: say("standing"), lambda: say("Only one standing; again: the next"), 6),
    Key("shift+tab", "shift+tab", "standing(-1)", lambda: say("standing"), lambda: say("The standing before")),
    Key("greater_than_sign", ">", "sort(1)", lambda: say("sort"), lambda: say("Sort by the next column"), 7),
    Key("less_than_sign", "<", "sort(-1)", lambda: say("sort"), lambda: say("Sort by the column before")),
    Key("R", "R", "turn_order", lambda: say("reverse"), lambda: say("Turn the order round")),
    Key("s", "s", "span(1)", lambda: say("weeks"), lambda: say("Look back over more weeks: 4, 8, 13, 26, 52"), 8),
    Key("S", "S", "span(-1)", lambda: say("weeks"), lambda: say("Look back over fewer weeks")),
    Key("i", "i", "why", lambda: say("more"), lambda: say("All there is to know: the group, and the checks"), 4),
    Key("a", "a", "add_groups", lambda: say("add"), lambda: say("Add groups: one, or a pasted list"), 10),
    Key("P", "P", "follow_plan", lambda: say("plan"), lambda: say("Plan this week with the groups you have")),
    Key("v", "v", "select", lambda: say("select"), lambda: say("Which groups fit into the minutes you have"), 9),
    Key("F", "F", "hand_out", lambda: say("hand-out"), lambda: say("Write a hand-out for your adviser")),
    Key("B", "B", "browse", lambda: say("browser"), lambda: say("Open the group’s address in the browser")),
    Key("J", "J", "merge", lambda: say("merge"), lambda: say("Join the group into another one")),
    Key("d,delete", "d", "remove", lambda: say("remove"), lambda: say("Remove a group that nothing refers to")),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The group above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The group below")),
    Key("left", "left", "columns(-1)", lambda: say("columns"), lambda: say("The columns before")),
    Key("right", "right", "columns(1)", lambda: say("columns"), lambda: say("More columns"), 11),
    Key("pageup", "pgup", "page(-1)", lambda: say("page up"), lambda: say("A page up")),
    Key("pagedown", "pgdn", "page(1)", lambda: say("page down"), lambda: say("A page down")),
    Key("home", "home", "end(0)", lambda: say("first"), lambda: say("The first group")),
    Key("end", "end", "end(-1)", lambda: say("last"), lambda: say("The last group")),
)
