"""Keys as data: each with its action, and in words what it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from textual.binding import Binding

from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.tui.widgets.key_names import sign_of


class Key(NamedTuple):
    """A key of a part. ``label`` stands in the footer, ``words`` in help, and where it is found ``sentence``.

    ``keys`` are Textual's names, comma-separated; ``shown`` is what a person reads, the same for keys that are read as
    one (the arrows). ``rank`` is its place in the footer where there is room for few: the lower, the longer it stays; 0
    keeps it out of the footer.
    """

    keys: str
    shown: str
    action: str
    label: Callable[[], str]
    words: Callable[[], str]
    rank: int = 0
    alone: Callable[[], str] | None = None  # what it does itself, of keys that are read as one

    @property
    def sentence(self) -> str:
        """What it does, and no other key of its part does; "" for a figure that is only typed."""
        return self.alone() if self.alone else self.words()

    def id(self, part: str) -> str:
        """Its name in a keymap: the part's, and what it does there, such as ``week.quick-log.contribution``."""
        return ".".join((part, *filter(None, re.split(r"[^\w-]+", self.action.replace("_", "-")))))

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of its keys, without those that another keyboard has for them."""
        return tuple(self.keys.split(","))


#: Keys that mean what another does, wherever nothing else is on them: j and k go down and up as in many programs, and
#: the top row of a French keyboard has its figures under Shift.
TWINS: Mapping[str, str] = {
    "up": "k",
    "down": "j",
    "1": "ampersand",
    "2": "é",
    "3": "quotation_mark",
    "4": "apostrophe",
    "5": "left_parenthesis",
    "6": "minus",
    "7": "è",
    "8": "underscore",
    "9": "ç",
    "0": "à",
}


def figure_of(sign: str) -> str:
    """The figure that shares its key with a sign on a French keyboard; "" for any other."""
    return next((key for key, name in TWINS.items() if key.isdecimal() and sign and sign_of(name) == sign), "")


class Bound(NamedTuple):
    """A key as it is bound: the part it is of, and the names of all keys that stand for it."""

    key: Key
    part: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its name in a keymap."""
        return self.key.id(self.part)


#: What is bound in the parts that are loaded, by its name in a keymap.
BOUND: dict[str, Bound] = {}


def left_of(bound: Bound, moved: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names that a key keeps where she has ``moved`` others: a sign that only stands for it gives way to what she
    wants on that sign in the same part, or everywhere."""
    if not moved:
        return bound.names
    claimed = {
        name for hers, names in moved.items() if hers.partition(".")[0] in (bound.part, "common") for name in names
    }
    return tuple(name for name in bound.names if name in bound.key.own_names or name not in claimed)


def bindings(part: str, keys: tuple[Key, ...]) -> list[Binding]:
    """What the ``BINDINGS`` of a part are made of: its ``KEYS``, which are the only list of them. ``part`` is its name
    in a keymap, which no other has."""
    taken = {name for key in keys for name in key.own_names}
    made = []
    for key in keys:
        twins = (TWINS[name] for name in key.own_names if name in TWINS)
        bound = Bound(key, part, (*key.own_names, *(twin for twin in twins if twin not in taken)))
        BOUND.setdefault(bound.id, bound)
        made.append(Binding(",".join(bound.names), key.action, show=False, id=bound.id))
    return made


def read_as_one(
    shown: str,
    label: Callable[[], str],
    words: Callable[[], str],
    *keys: tuple[str, str, Callable[[], str]],
    rank: int = 0,
) -> tuple[Key, ...]:
    """Keys (names, action and sentence of each) that a person reads as one, such as the arrows."""
    first, *others = (Key(names, shown, action, label, words, 0, alone) for names, action, alone in keys)
    return (first._replace(rank=rank), *others)


def figures(
    action: str, words: Callable[[], str], *, label: Callable[[], str] | None = None, rank: int = 0
) -> tuple[Key, ...]:
    """Keys for the figures that are typed into something."""
    return read_as_one("0-9", label or words, words, *((str(n), f"{action}({n})", str) for n in range(10)), rank=rank)


def answers(name: str, action: str, words: Callable[[], str], rank: int) -> Key:
    """A key that answers a panel's question: what it says is short enough to stand beside it."""
    return Key(name, name, action, words, words, rank)


#: Keys by which one moves in a list of rows.
MOVING = (
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The row above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The row below")),
    Key("pageup", "pgup", "page(-1)", lambda: say("page up"), lambda: say("A page up")),
    Key("pagedown", "pgdn", "page(1)", lambda: say("page down"), lambda: say("A page down")),
    Key("home", "home", "end(0)", lambda: say("first"), lambda: say("The first row")),
    Key("end", "end", "end(-1)", lambda: say("last"), lambda: say("The last row")),
)

#: To the first and the last row of a list that takes ``move`` and keeps within its ends.
ENDS = (
    Key("home", "home", "move(-1000)", lambda: say("first"), lambda: say("The first row")),
    Key("end", "end", "move(1000)", lambda: say("last"), lambda: say("The last row")),
)


#: What may be done whatever has the keys, by the names of the actions.
ALWAYS = ("find", "help")

#: Keys that tell of the others, on every screen and in every panel.
FIND = Key("slash,ctrl+p", "/", "find", lambda: say("find"), lambda: say("Find anything: actions, people, notes"), 7)
ASKING = (Key("question_mark,f1", "?", "help", lambda: say("help"), lambda: say("Help on what is in front"), 1), FIND)

#: Keys that mean the same on every screen; the one that leads to a screen is none there.
COMMON = (
    Key("escape", "esc", "show('week')", lambda: say("week"), lambda: say("Back to the week"), 2),
    Key("u", "u", "undo", lambda: say("undo"), lambda: say("Undo the last change"), 5),
    Key("U", "U", "redo", lambda: say("redo"), lambda: say("Do the undone change again")),
    Key("g", "g", "show('groups')", lambda: say("groups"), lambda: say("Open the groups"), 12),
    Key("o", "o", "show('people')", lambda: say("people"), lambda: say("Open the people"), 11),
    Key("l", "l", "show('log')", lambda: say("log"), lambda: say("Open the log"), 9),
    Key("r", "r", "show('review')", lambda: say("review"), lambda: say("Open the week’s review"), 8),
    Key("t", "t", "show('trends')", lambda: say("trends"), lambda: say("Open the trends: where the weeks go"), 13),
    Key("I", "I", "show('imports')", lambda: say("imports"), lambda: say("Bring in what other programs kept")),
    Key("Y", "Y", "merge_copies", lambda: say("merge"), lambda: say("Merge the copies of other machines that wait")),
    Key("X", "X", "choose", lambda: say("choose"), lambda: say("Choose from what two machines said of one thing")),
    *ASKING,
    Key("q", "q", "quit", lambda: say("quit"), lambda: say("Leave planner"), 20),
)

_SHOW_ALL = Key("escape", "esc", "show_all", lambda: say("show all"), lambda: say("Show all again"), 5)
_TO_WEEK = COMMON[0]._replace(rank=5)
#: All that Escape may do on a screen that lists things.
WAYS_BACK = (_SHOW_ALL, _TO_WEEK)


def way_back(*, narrowed: bool) -> Key:
    """What Escape does there: shows all again where the list is ``narrowed``, else goes back to the week."""
    return _SHOW_ALL if narrowed else _TO_WEEK


def where_nothing_is(keys: Iterable[Key], *leading: str) -> tuple[Key, ...]:
    """The keys of a list without rows: the foot names those alone whose actions are ``leading`` on, and these first."""
    return tuple(key._replace(rank=2 if key.action in leading else 0) for key in keys)


#: Ends a panel, and leaves all as it was.
LEAVE = Key("escape", "esc", "leave", lambda: say("leave"), lambda: say("Leave all as it was"), 1)

#: What every panel has beside its own keys; its footer is for its own.
PANEL = (LEAVE, *(key._replace(rank=0) for key in ASKING))
