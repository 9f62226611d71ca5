"""Finding a thing again by its id, or by the beginning of one: one rule for entries, next steps and appointments."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .errors import Ambiguous, Refused
from .texts import shown
from .value.typed import TypeVar
from .words import say

Thing = TypeVar("Thing")

SHORTEST = 4  #: signs of an id that may stand for all of it

#: How many candidates a message lists at most.
_LISTED = 5


def may_mean(wanted: str, id_: str) -> bool:
    """Whether what was typed is an id, or enough of its beginning."""
    return id_ == wanted or (len(wanted) >= SHORTEST and id_.startswith(wanted))


def the_one(wanted: str, ids: Collection[str], missing: str) -> str:
    """The one id of those :func:`may_mean` found; ``wanted`` itself, if it is among them.

    Raises Ambiguous where there are several, Refused (``missing`` says it) where there is none or too little was typed.
    """
    if wanted in ids or len(ids) == 1:
        return wanted if wanted in ids else next(iter(ids))
    if ids:
        listed = ", ".join(sorted(ids)[:_LISTED])
        raise Ambiguous(say("“{id}” begins {ids}. Type more of it.", id=shown(wanted), ids=listed), tuple(ids))
    if len(wanted) < SHORTEST:
        raise Refused(say("“{id}” is too short; type {n} signs of an id or more.", id=shown(wanted), n=SHORTEST))
    raise Refused(missing)


def find_id(text: str, things: Mapping[str, Thing], missing: str) -> Thing:
    """The thing of an id, or of the beginning of one. Raises as :func:`the_one`."""
    wanted = text.strip()
    return things[the_one(wanted, [id_ for id_ in things if may_mean(wanted, id_)], missing)]
