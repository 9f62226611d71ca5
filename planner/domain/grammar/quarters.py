"""Quarters as people type them."""

from __future__ import annotations

import re
from datetime import datetime

from ..errors import Misread
from ..quarter import Quarter
from ..texts import folded, shown
from ..week import Week
from ..words import say
from .day import YEARS, out_of_reach
from .lexicon import NEAR_WEEKS
from .moments import read_week

#: What weeks are not called, and a quarter is: French has another gender for it.
_NEAR = {**NEAR_WEEKS, "ce": 0, "dernier": -1, "precedent": -1}


def read_quarter(text: str, now: datetime) -> Quarter:
    """The quarter that ``text`` means: ``2026-Q4``, ``Q4`` (the last one so called), ``this``, ``last``, ``-2``
    (quarters back), or a week or a date in it. Raises Misread for anything else.
    """
    said, this = folded(text.strip()), Quarter.of(Week.of(now))
    if said in _NEAR:
        return this.plus(_NEAR[said])
    if named := re.fullmatch(r"(?:([0-9]{4})[-\s]?)?[qt]([1-4])", said):
        quarter = Quarter(int(named[1] or this.year), int(named[2]))
        if quarter.year not in YEARS:
            raise out_of_reach(text)
        return quarter if named[1] or quarter <= this else quarter._replace(year=quarter.year - 1)
    if re.fullmatch(r"[-−][0-9]{1,3}", said):
        return this.plus(-int(said[1:]))
    try:
        return Quarter.of(read_week(text, now))
    except Misread:
        raise Misread(
            say("“{text}” is no quarter: write 2026-Q4, this, last, -2 or a date in it.", text=shown(text))
        ) from None
