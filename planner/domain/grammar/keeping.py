"""The answer to what is to be kept of a run that cannot be right, in English and French."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from ..errors import Misread
from ..instants import after, minutes_between
from ..texts import folded, shown
from ..words import clock, dated, day_in_words, say, spell_minutes
from .moments import placed
from .times import read_time

_USUAL = ("usual", "habituel", "l'habituel")
_ALL = ("all", "tout")
_NOTHING = ("drop", "nothing", "rien")
_UNTIL = ("until", "till", "jusqu'a", "jusque")


def kept_minutes(  # noqa: PLR0917 - a run and what is said of it
    answer: str, start: datetime, ran: int, usual: int, now: datetime, away: int = 0
) -> int | None:
    """The minutes to keep of a run of so many (``ran``) from ``start``; None for none. In ``away`` ones it stood still.

    ``answer`` is ``usual``, ``all``, ``until 18:40`` (the first such time after the start) or ``drop``, or their French
    words. Raises Misread for any other, and for a time that is still to come.
    """
    said, _, rest = folded(answer.replace("’", "'").strip()).partition(" ")
    if said in _UNTIL:
        return max(1, _minutes_until(rest, start, now) - away)
    if not rest and said in _USUAL:
        return min(usual, ran)
    if not rest and said in _ALL:
        return ran
    if not rest and said in _NOTHING:
        return None
    raise Misread(say("“{text}” is no answer; say usual, all, until 18:40, or drop.", text=shown(answer)))


def until_words(text: str, start: datetime, now: datetime) -> str:
    """How a run from ``start`` is kept until a time, such as ``Wed 25 Nov 22:10 to 23:40, 1h30``. Raises Misread."""
    minutes = _minutes_until(text, start, now)
    local = start.astimezone(now.tzinfo)
    ended = after(start, minutes).astimezone(now.tzinfo)
    when = say("{day} {start} to {end}", day=dated(local, now), start=clock(local), end=clock(ended))
    return f"{when}, {spell_minutes(minutes)}"


def _minutes_until(text: str, start: datetime, now: datetime) -> int:
    at = time() if folded(text) in ("24:00", "24h") else read_time(text)
    if at is None:
        raise Misread(say("“{text}” is no time of day; write it as 18:40.", text=shown(text)))
    local = start.astimezone(now.tzinfo)
    end = placed(local.date(), at, now)
    if minutes_between(start, end) <= 0:
        end = placed(local.date() + timedelta(days=1), at, now)
    if minutes_between(end, now) < 0:
        raise Misread(
            say(
                "It began {day} at {start}, and “{text}” after that is still to come; say until when it went on.",
                day=day_in_words(local),
                start=clock(local),
                text=shown(text),
            )
        )
    return minutes_between(start, end)
