"""How meetings were held: in person and from afar where that was said, and else not said, which is neither."""

from __future__ import annotations

from collections.abc import Iterable

from .kinds import is_in_person
from .value import NamedTuple
from .words import listing, plural, say


class Held(NamedTuple):
    """Meetings, shared by what was said of how they were held."""

    in_person: int = 0
    remote: int = 0
    not_said: int = 0


def held(forms: Iterable[str | None]) -> Held:
    """The meetings of these forms, counted."""
    near = [is_in_person(form) for form in forms]
    return Held(near.count(True), near.count(False), near.count(None))


def held_words(meetings: Held) -> str:
    """Such as ``2 in person, 1 from afar and 3 not said``; "" for none."""
    parts = [
        say("{n} in person", n=meetings.in_person) if meetings.in_person else "",
        say("{n} from afar", n=meetings.remote) if meetings.remote else "",
        say("{n} not said", n=meetings.not_said) if meetings.not_said else "",
    ]
    return listing([part for part in parts if part])


def meetings_words(meetings: Held) -> str:
    """A week's meetings and how they were held, as a sentence; "" for none."""
    n = sum(meetings)
    return plural(n, "{n} meeting: {how}.", "{n} meetings: {how}.", how=held_words(meetings)) if n else ""
