"""The Log screen's keys."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key

_GROUPS = tuple(
    Key(str(n), str(n), f"group({n - 1})", lambda: say("group"), lambda n=n: say("Only group {n}; again: all", n=n))  # type: ignore[misc]
    for n in range(1, 10)
)

LOG_KEYS = (
    Key("enter,e", "enter", "edit", lambda: say("change"), lambda: say("Change the entry, or settle it"), 2),
    Key("d,delete", "d", "remove", lambda: say("remove"), lambda: say("Remove the entry"), 3),
    Key("E", "E", "echo", lambda: say("echo"), lambda: say("Say what came back from the entry"), 6),
    Key("n", "n", "next_step", lambda: say("next step"), lambda: say("Set a next step with the entry’s person"), 7),
    Key("slash", "/", "search", lambda: say("search"), lambda: say("Search notes, groups and people"), 4),
    Key("f", "f", "kind", lambda: say("kind"), lambda: say("Only one kind; again: the next, then all"), 6),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The entry above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The entry below")),
    Key("pageup", "pgup", "page(-1)", lambda: say("page up"), lambda: say("A page up")),
    Key("pagedown", "pgdn", "page(1)", lambda: say("page down"), lambda: say("A page down")),
    Key("home", "home", "newest", lambda: say("newest"), lambda: say("The newest entry")),
    Key("end", "end", "oldest", lambda: say("oldest"), lambda: say("The oldest entry")),
    *_GROUPS,
)
