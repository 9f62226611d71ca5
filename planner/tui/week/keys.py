"""The Week screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key

_PICK = tuple(
    Key(str(n), str(n), f"pick({n - 1})", lambda: say("group"), lambda n=n: say("Choose group {n}", n=n))  # type: ignore[misc]
    for n in range(1, 10)
)

WEEK_KEYS = (
    Key("c", "c", "quick_log('contribution')", lambda: say("contribute"), lambda: say("Log a contribution"), 2),
    Key("m", "m", "quick_log('meeting')", lambda: say("meet"), lambda: say("Log a meeting"), 3),
    Key("w", "w", "quick_log('watching')", lambda: say("watch", context="to do so"), lambda: say("Log watching"), 4),
    Key("C", "C", "start('contribution')", lambda: say("time it"), lambda: say("Start the timer: contribution")),
    Key("M", "M", "start('meeting')", lambda: say("time it"), lambda: say("Start the timer: meeting")),
    Key("W", "W", "start('watching')", lambda: say("time it"), lambda: say("Start the timer: watching")),
    Key("space", "space", "stop", lambda: say("stop"), lambda: say("Stop the timer")),
    Key("P", "P", "pause", lambda: say("pause"), lambda: say("Pause the timer, or let it go on")),
    Key("e", "e", "since", lambda: say("since"), lambda: say("Say since when the timer has been running")),
    Key("full_stop", ".", "again", lambda: say("again"), lambda: say("Log the last entry once more"), 10),
    Key("enter", "enter", "entries", lambda: say("entries"), lambda: say("The entries of the chosen day"), 16),
    Key("p", "p", "plan", lambda: say("plan"), lambda: say("Plan the week"), 6),
    Key("a", "a", "add_groups", lambda: say("add"), lambda: say("Add groups: one, or a pasted list"), 12),
    Key("b", "b", "show('begin')", lambda: say("set up"), lambda: say("Set up: objectives, groups, a selection"), 15),
    Key("n", "n", "next_steps", lambda: say("next steps"), lambda: say("The next steps: done, put off, let go"), 13),
    Key("A", "A", "arrange", lambda: say("arrange"), lambda: say("Arrange a meeting"), 14),
    Key("K", "K", "brief", lambda: say("know"), lambda: say("What to know before the next meeting")),
    Key("h", "h", "answer_meeting", lambda: say("held?"), lambda: say("Say whether a past meeting was held")),
    Key("H", "H", "settle_forms", lambda: say("how held"), lambda: say("Say how past meetings were held")),
    Key("E", "E", "echo", lambda: say("echo"), lambda: say("Say what came back from a contribution")),
    Key("x", "x", "put_off", lambda: say("not this week"), lambda: say("Not this week: put the advice off")),
    Key("i", "i", "why", lambda: say("why"), lambda: say("Why the gauge stands where it does")),
    Key("left_square_bracket,ctrl+left", "[", "week(-1)", lambda: say("week before"), lambda: say("The week before")),
    Key("right_square_bracket,ctrl+right", "]", "week(1)", lambda: say("week after"), lambda: say("The week after")),
    Key("escape", "esc", "this_week", lambda: say("this week"), lambda: say("Back to this week")),
    Key("up", "up", "move(-1, 0)", lambda: say("up"), lambda: say("The group above")),
    Key("down", "down", "move(1, 0)", lambda: say("down"), lambda: say("The group below")),
    Key("home", "home", "move(-1000, 0)", lambda: say("first"), lambda: say("The first group")),
    Key("end", "end", "move(1000, 0)", lambda: say("last"), lambda: say("The last group")),
    Key("left", "left", "move(0, -1)", lambda: say("day before"), lambda: say("The day before")),
    Key("right", "right", "move(0, 1)", lambda: say("day after"), lambda: say("The day after")),
    Key("tab", "tab", "turn", lambda: say("other list"), lambda: say("Turn to the other list")),
    *_PICK,
)
