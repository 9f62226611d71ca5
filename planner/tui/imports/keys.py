"""The keys of the Imports screen: those of its beginning, of what a file would bring, and of what goes on."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.keys import MOVING, WAYS_BACK, Key

BEGIN = (
    Key("a", "a", "choose_file", lambda: say("choose"), lambda: say("Choose a file or a folder"), 3),
    Key("p", "p", "say_path", lambda: say("path"), lambda: say("Type or paste the path of a file"), 4),
)
ENTER = Key("enter", "enter", "take", lambda: say("take it"), lambda: say("Do what the chosen row says"), 2)
TAKE_BACK = Key("d,delete", "d", "take_back", lambda: say("take back"), lambda: say("Take the chosen import back"), 6)

BRING_IN = Key("a", "a", "bring_in", lambda: say("bring in"), lambda: say("Bring in all that is not left out"), 2)
READ_ANEW = Key(
    "a", "a", "read_anew", lambda: say("read again"), lambda: say("Read the file again with what its names mean"), 2
)
OPEN = Key("enter", "enter", "take", ENTER.label, ENTER.words, 3)
SHOW_ROWS = OPEN._replace(label=lambda: say("its rows"))
GROUP = Key("enter", "enter", "take", lambda: say("group"), ENTER.words, 3)
LEAVE_OUT = Key(
    "space", "space", "leave_out", lambda: say("leave out"), lambda: say("Leave the chosen row out, or take it"), 4
)
MEANING = (
    Key("c", "c", "mean('contribution')", lambda: say("gave"), lambda: say("The name means contributions"), 4),
    Key("m", "m", "mean('meeting')", lambda: say("met"), lambda: say("The name means meetings"), 4),
    Key("w", "w", "mean('watching')", lambda: say("read"), lambda: say("The name means watching"), 4),
    Key("x", "x", "skip", lambda: say("skip"), lambda: say("Rows of the name are passed over"), 4),
)
REASONS = Key("i", "i", "reasons", lambda: say("not taken"), lambda: say("What was not taken, and why"), 9)
LEAVE_IT = Key("escape", "esc", "leave_it", lambda: say("leave it"), lambda: say("Bring nothing of it in"), 5)

STOP = Key(
    "escape", "esc", "stop_work", lambda: say("stop"), lambda: say("Stop what goes on: nothing of it is kept"), 1
)

#: All keys that the screen may have.
IMPORTS_KEYS = (
    *BEGIN, ENTER, TAKE_BACK, BRING_IN, READ_ANEW, LEAVE_OUT, *MEANING, REASONS, LEAVE_IT, STOP, WAYS_BACK[1], *MOVING,
)  # fmt: skip
