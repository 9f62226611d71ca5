"""What a group is once it is watched elsewhere: the verdict that replaces it with a feed says where."""

from __future__ import annotations

from datetime import datetime

from ..errors import Misread
from ..group import Group, Moved, Tool
from ..words import say


def watched_elsewhere(group: Group, said: str | None, now: datetime) -> Group:
    """A group with where it is watched from now on, as ``said``: a feed's address, or another tool and where; "" is a
    feed reader without an address. Where nothing is said it is read where its feed is.

    Raises Misread where it has no feed and nobody asked, and for what is no tool and no address.
    """
    if said is None and not group.feed:
        raise Misread(
            say(
                "{group} has no feed's address; give it with --feed https://…, or --feed none where there is none.",
                group=group.name,
            )
        )
    from ..grammar.moved_line import read_moved

    moved = read_moved(said or group.feed, now) or Moved(Tool.READER, "", now.date())
    feed = moved.where if moved.tool is Tool.READER and moved.where else group.feed
    return group._replace(moved=moved, feed=feed)
