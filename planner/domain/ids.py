"""Finding a thing again by its id, or by the beginning of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from .errors import Ambiguous, Refused
from .texts import shown
from .words import say

Thing = TypeVar("Thing")

SHORTEST = 4  #: signs of an id that may stand for all of it


def find_id(text: str, things: Mapping[str, Thing], what: str) -> Thing:
    """The thing of an id, or of the beginning of one (4 signs or more); ``what`` it is, in words.

    Raises Refused where there is none, Ambiguous where there are several.
    """
    wanted = text.strip()
    if wanted in things:
        return things[wanted]
    found = [id_ for id_ in things if id_.startswith(wanted)] if len(wanted) >= SHORTEST else []
    if len(found) > 1:
        listed = ", ".join(sorted(found))
        raise Ambiguous(
            say("“{text}” may mean {candidates}. Type more of it.", text=shown(text), candidates=listed), found
        )
    if not found:
        raise Refused(say("There is no {what} “{text}”.", what=what, text=shown(text)))
    return things[found[0]]
