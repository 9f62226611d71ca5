"""The events she signed up for: meetings to come, or days on which she meant to be somewhere."""

from __future__ import annotations

import re
from datetime import datetime

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.instants import minutes_between
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .addresses import web_address
from .moments import moment
from .story import Cells, Story, Unfit, told_by, undated

#: Minutes beyond which what stands as an end is none.
LONGEST = 3 * 24 * 60


class Event(NamedTuple):
    """An event: its name, when it begins, and how long it lasts in minutes; None where no end is said."""

    name: str
    start: datetime
    minutes: int | None = None
    link: str = ""


def _read(row: Cells) -> Event:
    name = clean(row["eventname"])[:LONGEST_NAME]
    if not name:
        raise Unfit(say("it has no name"))
    status = folded(row.get("status", ""))
    if status.startswith(("not", "declin", "cancel", "withdr", "ignor")):
        raise Unfit(say("you did not take part in it"))
    start, end = _span(row["eventtime"])
    if start is None:
        raise undated(row["eventtime"])
    minutes = minutes_between(start, end) if end else None
    if minutes is not None and not 0 < minutes <= LONGEST:
        minutes = None
    return Event(name, start, minutes, web_address(row.get("externalurl", "")))


def _span(text: str) -> tuple[datetime | None, datetime | None]:
    """The beginning, and the end where one is said behind a dash."""
    start = moment(text)
    if start:
        return start, None
    first, *last = re.split(r"\s[-–—]\s", text, maxsplit=1)
    return (moment(first), moment(last[0])) if last else (None, None)


EVENTS = Story("events", ("eventname", "eventtime"), "eventtime", told_by(_read))
