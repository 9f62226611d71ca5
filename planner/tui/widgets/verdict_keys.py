"""The keys that decide for a group: the same in the review and on the Groups screen."""

from __future__ import annotations

from planner.domain.words import say

from .keys import Key

VERDICT_KEYS = (
    Key("plus", "+", "decide('more')", lambda: say("more"), lambda: say("More")),
    Key("equals_sign", "=", "decide('keep')", lambda: say("keep"), lambda: say("Keep as it is")),
    Key("minus", "-", "decide('less')", lambda: say("less"), lambda: say("Less watching")),
    Key("c", "c", "decide('contribute')", lambda: say("contribute"), lambda: say("Contribute, not watch")),
    Key("p", "p", "decide('park')", lambda: say("park"), lambda: say("Park the group")),
    Key("x", "x", "decide('leave')", lambda: say("leave"), lambda: say("Leave the group")),
    Key("f", "f", "decide('replace with a feed')", lambda: say("feed"), lambda: say("Replace the group with a feed")),
)
