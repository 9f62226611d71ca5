"""Keys as data: each with its action, and in words what it does."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from planner.domain.value import NamedTuple
from planner.domain.words import say


class Key(NamedTuple):
    """A key of a screen. ``label`` stands in the footer, ``words`` in the palette and in help.

    ``keys`` are Textual's names, comma-separated; ``shown`` is what a person reads. ``rank`` is its place in
    the footer where there is room for few: the lower, the longer it stays; 0 keeps it out of the footer.
    """

    keys: str
    shown: str
    action: str
    label: Callable[[], str]
    words: Callable[[], str]
    rank: int = 0

    def binding(self) -> Binding:
        """The library's binding for it."""
        return Binding(self.keys, self.action, show=False)


def bindings(keys: tuple[Key, ...]) -> list[Binding]:
    """What a screen's ``BINDINGS`` are made of."""
    return [key.binding() for key in keys]


def always(action: str, parameters: tuple[object, ...]) -> bool:
    """Whether an action may be taken even while a bar or an editor has the keys: finding an action, and help."""
    return action == "palette" or (action == "show" and parameters == ("help",))


#: Keys that mean the same on every screen.
COMMON = (
    Key("u", "u", "undo", lambda: say("undo"), lambda: say("Undo the last change"), 5),
    Key("U", "U", "redo", lambda: say("redo"), lambda: say("Do the undone change again")),
    Key("g", "g", "show('groups')", lambda: say("groups"), lambda: say("Open the groups"), 12),
    Key("o", "o", "show('people')", lambda: say("people"), lambda: say("Open the people"), 11),
    Key("l", "l", "show('log')", lambda: say("log"), lambda: say("Open the log"), 8),
    Key("r", "r", "show('review')", lambda: say("review"), lambda: say("Open the week’s review"), 7),
    Key("question_mark,f1", "?", "show('help')", lambda: say("help"), lambda: say("Help on what is in front"), 1),
    Key("ctrl+p", "ctrl+p", "palette", lambda: say("find"), lambda: say("Find any action")),
    Key("q", "q", "quit", lambda: say("quit"), lambda: say("Leave planner"), 20),
)

#: On every screen but the Week screen.
BACK = (Key("escape", "esc", "show('week')", lambda: say("week"), lambda: say("Back to the week"), 2),)
