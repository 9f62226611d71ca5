"""The marks of the cloth, for a terminal with the full set and for plain ASCII."""

from __future__ import annotations

from planner.domain.kinds import Kind
from planner.domain.step import Owed
from planner.domain.value import NamedTuple


class BarMarks(NamedTuple):
    """What bars of weeks are made of: the hands stand, what was given under whom she met; the eyes hang."""

    given: str = "█"
    met: str = "▓"
    half: str = "▄"
    fringe: str = "┊"
    fringe_half: str = "╵"
    past: str = "┋"  # what of the fringe is past the cap
    past_half: str = "╹"
    cap: str = "┈"
    counts: str = "▁▃▅"  # a third, two thirds and all of the most there is, where figures have no room


class Marks(NamedTuple):
    """One cell each. Hands are solid, watching is a loose, broken thread, so they differ without colour."""

    contribution: str = "■"
    meeting: str = "◆"
    watching: str = "┄"
    open: str = "·"
    running: str = "▸"
    pointer: str = "›"
    filled: str = "━"
    filled_too: str = "═"  # beside what is filled, so that both are told apart without colour
    unfilled: str = "─"
    loose: str = "╍"
    cap: str = "┊"
    rule: str = "─"
    at_most: str = "≤"
    none: str = "–"
    done: str = "✓"
    dot: str = "·"
    up: str = "↑"
    down: str = "↓"
    left: str = "←"
    right: str = "→"
    heights: str = "·▁▃▅"  # 0 to 3, a cell each
    warm: str = "●"
    cooling: str = "◐"
    cold: str = "○"
    resting: str = "z"
    bars: BarMarks = BarMarks()
    corners: str = "╭╮╰╯"  # of a box
    side: str = "│"
    paused: str = "‖"

    def of(self, kind: Kind) -> str:
        """The mark of a kind."""
        return str(getattr(self, kind.value))

    def of_timer(self, *, paused: bool) -> str:
        """The mark of a timer, as it runs or stands still."""
        return self.paused if paused else self.running

    def of_promise(self, owed: Owed) -> str:
        """The direction of a promise: away from her is what she owes."""
        return self.right if owed is Owed.MINE else self.left


FULL = Marks()
ASCII = Marks(
    "#", "@", "~", ".", ">", ">", "=", "@", "-", "~", "|", "-", "<=", "-", "ok", "-", "^", "v", "<", ">", "0123",
    "*", "+", "o", "z", BarMarks("#", "@", "_", ":", "'", "!", "!", ".", "_=#"), "++++", "|", "=",
)  # fmt: skip
