"""An echo: what came back from an entry, as far as she knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from .value import NamedTuple
from .words import listing, plural, say

#: The ways in which something comes back, in the order they are told.
WAYS = ("reply", "request", "invitation", "mention", "thanks", "message")


class Echo(NamedTuple):
    """How often each way (one of WAYS, none twice), from whom (ids), and a word of hers.

    Of an echo with nothing in it she says that nothing came back; what nobody has asked about yet has none. ``at`` is
    when she said so; None for what was kept before that was.
    """

    counts: tuple[tuple[str, int], ...] = ()
    people: tuple[str, ...] = ()
    text: str = ""
    at: datetime | None = None

    @property
    def came(self) -> bool:
        """Whether anything came back."""
        return bool(self.counts or self.people or self.text)

    @property
    def number(self) -> int:
        """How much came back: what was counted, at least one from each person, and one where only words say so."""
        return max(sum(count for _, count in self.counts), len(self.people), int(self.came))

    @property
    def replies(self) -> int:
        """How many replies there are among it; one where nothing was counted and something came back."""
        return dict(self.counts).get("reply", 0) if self.counts else max(len(self.people), int(self.came))


def counted(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """The counts that an echo holds, without those of nothing, in their order."""
    return tuple((way, counts[way]) for way in WAYS if counts.get(way))


def echo_words(echo: Echo, name_of: Callable[[str], str]) -> str:
    """An echo in words: ``2 replies and 1 mention from Marie Dupont, “thanks for the links”``; ``name_of`` an id."""
    if not echo.came:
        return say("nothing came back")
    told = listing([way_words(way, count) for way, count in echo.counts])
    names = listing([name_of(id_) for id_ in echo.people])
    if names:
        told = say("{what} from {people}", what=told, people=names) if told else say("from {people}", people=names)
    if not echo.text:
        return told
    return say("{what}, “{text}”", what=told, text=echo.text) if told else say("“{text}”", text=echo.text)


def way_words(way: str, n: int) -> str:
    """So many of a way: ``2 replies``."""
    return {
        "reply": plural(n, "{n} reply", "{n} replies"),
        "request": plural(n, "{n} contact request", "{n} contact requests"),
        "invitation": plural(n, "{n} invitation", "{n} invitations"),
        "mention": plural(n, "{n} mention", "{n} mentions"),
        "thanks": plural(n, "{n} thanks", "{n} thanks", context="came back"),
        "message": plural(n, "{n} message", "{n} messages"),
    }[way]


def known_echoes(gave: int, answered: int, echoes: int) -> int | None:
    """How many of ``echoes`` are known to have come; None where she ``gave``, has answered for none of it, and nothing
    came: what nobody was asked about is not nothing."""
    return None if gave and not answered and not echoes else echoes
