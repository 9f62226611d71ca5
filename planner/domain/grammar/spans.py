"""Spans: what runs of words may say, and the one choice among them that explains a line best.

Every reader offers spans for the words where they begin; they may overlap and disagree. :func:`choose` walks once along
the line and keeps, for every set of things said so far, the best way there (dynamic programming over positions, as in
Viterbi 1967), so that its cost grows with the line's length alone. Words of no chosen span are left over: the note.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..value import NamedTuple
from ..value.typed import Any


class Part:
    """What a span says of the entry, as bits of a number; each is said once.

    People and objectives are no part: there may be many. (An enumeration of flags would cost a command a third of what
    reading its line does.)
    """

    NONE = 0
    KIND = 1
    LENGTH = 2
    DAY = 4
    TIME = 8
    END = 16
    GROUP = 32


class Span(NamedTuple):
    """``run`` words from ``at`` on that may say ``part``, and what that is.

    ``weight`` tells how well it explains them, ``later`` how well once a word was left over before it, if that differs.
    A span that ``needs_room`` is none between two left-over words ("top 10 tips"); the words of one that is ``kept``
    belong to the note as well.
    """

    at: int
    run: int
    part: int
    value: Any
    weight: int
    later: int | None = None
    needs_room: bool = False
    kept: bool = False

    @property
    def end(self) -> int:
        return self.at + self.run


#: What the word before was: read, left over, or a span that needs room and has none before it.
_READ, _LEFT, _TIGHT = range(3)

#: Of two choices that explain as much, the one that says it earlier in the line.
_EARLY = 1e-4

_State = tuple[int, bool, int]  # the parts said, whether a word was left over, and what the word before was
_Way = tuple[float, Any]  # how well it explains, and its spans as a linked list


def choose(offered: Sequence[Sequence[Span]]) -> list[Span]:
    """The spans, in order, that together explain the line best; ``offered`` holds those that begin at each word."""
    ahead: list[dict[_State, _Way]] = [{} for _ in range(len(offered) + 1)]
    ahead[0][(0, False, _READ)] = (0.0, None)
    is_left = False  # whether the word before was left over on every way
    for at, spans in enumerate(offered):
        is_free = not (spans or ahead[at + 1])
        if is_free and is_left:
            ahead[at + 1] = ahead[at]
            continue
        is_left = is_free
        is_marked = len(spans) == 1 and not (spans[0].part or spans[0].kept)  # "@marie" is never left over
        for state, (score, chain) in ahead[at].items():
            parts, has_left, before = state
            if before != _TIGHT and not is_marked:
                _reach(ahead[at + 1], (parts, True, _LEFT), (score, chain))
            for span in spans:
                if parts & span.part:
                    continue
                weight = span.later if has_left and span.later is not None else span.weight
                tight = _TIGHT if span.needs_room and before == _LEFT else _READ
                way = (score + weight - at * _EARLY, (chain, span))
                _reach(ahead[span.end], (parts | span.part, has_left, tight), way)
        ahead[at] = {}
    _, chain = max(ahead[-1].values(), key=lambda way: way[0])
    chosen: list[Span] = []
    while chain:
        chain, span = chain
        chosen.append(span)
    return chosen[::-1]


def _reach(ways: dict[_State, _Way], state: _State, way: _Way) -> None:
    """Keep the better of two ways to a state; the first one where they are alike."""
    known = ways.get(state)
    if known is None or way[0] > known[0]:
        ways[state] = way
