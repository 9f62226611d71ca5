"""What a group is once it is watched elsewhere: the verdict that replaces it with a feed says where."""

from __future__ import annotations

from datetime import datetime

from ..errors import Misread
from ..group import Group, Moved, Tool
from ..words import say


def watched_elsewhere(group: Group, said: str | None, now: datetime) -> Group:
    """A group with where it is watched from now on, as ``said``: a feed's address, or another tool and where; "" is a
    feed reader without an address. Where nothing is said it is read where it has been moved to, else where its feed is.
    What says again where it is read leaves the day on which that began.

    Raises Misread where it has no feed and nobody asked, and for what is no tool and no address.
    """
    if said is None and group.moved:
        return group
    if said is None and not group.feed:
        raise Misread(
            say(
                "{group} has no feed's address; give it with --feed https://…, or --feed none where there is none.",
                group=group.name,
            )
        )
    from ..grammar.moved_line import read_moved

    moved = read_moved(group.feed if said is None else said, now) or Moved(Tool.READER, "", now.date())
    if group.moved and group.moved[:2] == moved[:2] and moved.day == now.date():
        moved = group.moved
    feed = moved.where if moved.tool is Tool.READER else group.feed
    return group._replace(moved=moved, feed=feed)


def moved_again_words(before: Group, after: Group) -> str:
    """Where it was watched until now, once that is elsewhere; "" where it was nowhere else, or still is there."""
    if before.moved is None or before.moved == after.moved:
        return ""
    from ..grammar.moved_line import moved_words

    return say("In the place of: {moved}.", moved=moved_words(before.moved))
