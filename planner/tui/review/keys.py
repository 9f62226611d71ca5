"""The Review screen's keys; each step has its own beside them."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key

REVIEW_KEYS = (
    Key("enter", "enter", "turn(1)", lambda: say("go on"), lambda: say("To the next step"), 1),
    Key("enter", "enter", "leave_close", lambda: say("go on"), lambda: say("To a week that waits, or to this week"), 1),
    Key("right,pagedown", "right", "skip", lambda: say("skip"), lambda: say("Skip the step"), 11),
    Key("left,pageup", "left", "turn(-1)", lambda: say("back"), lambda: say("To the step before"), 3),
    Key("left_square_bracket,ctrl+left", "[", "week(-1)", lambda: say("week before"), lambda: say("The week before")),
    Key("right_square_bracket,ctrl+right", "]", "week(1)", lambda: say("week after"), lambda: say("The week after")),
    Key("R", "R", "reopen", lambda: say("reopen"), lambda: say("Reopen the review as a new revision"), 1),
)
