"""The keys of beginning; each step has its own beside them."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import WAYS_BACK, Key

#: What Escape does in a step, and over all of them.
TO_STEPS = Key("escape", "esc", "overview", lambda: say("all steps"), lambda: say("Back to all steps"), 2)
TO_WEEK = WAYS_BACK[1]
BEGIN_KEYS = (TO_STEPS, TO_WEEK)
