"""The keys of beginning; each step has its own beside them."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import Key

BEGIN_KEYS = (Key("left", "left", "overview", lambda: say("all steps"), lambda: say("Back to all steps"), 6),)
