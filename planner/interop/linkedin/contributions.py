"""What she did there, by day and link: comments, posts, reposts, votes, and reactions. What she wrote is never read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.domain.deed import Did
from planner.domain.value import NamedTuple

from .addresses import group_number, web_address
from .moments import moment
from .story import Cells, Story, told_by, undated


class Contribution(NamedTuple):
    """One thing done, when, under which link, and in the group of which number; "" for none."""

    did: Did
    at: datetime
    link: str = ""
    group: str = ""


def _reading(did: Did, link_in: str = "link") -> Callable[[Cells], Contribution]:
    def read(row: Cells) -> Contribution:
        at = moment(row["date"])
        if at is None:
            raise undated(row["date"])
        return Contribution(did, at, web_address(row[link_in]), group_number(row[link_in]))

    return read


COMMENTS = Story("comments", ("date", "link", "message"), "date", told_by(_reading(Did.COMMENT)))
SHARES = Story("shares", ("date", "sharelink"), "date", told_by(_reading(Did.POST, "sharelink")))
REPOSTS = Story("reposts", ("date", "link"), "date", told_by(_reading(Did.SHARE)), alone=True)
VOTES = Story("votes", ("date", "link", "optiontext"), "date", told_by(_reading(Did.VOTE)))
REACTIONS = Story("reactions", ("date", "type", "link"), "date", told_by(_reading(Did.REACTION)))
