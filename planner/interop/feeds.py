"""Feeds given out, to any feed reader."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.feeds import feed_list, feeds_of, watched
from planner.domain.group import Group
from planner.domain.words import say


def export_opml(desk: Desk) -> tuple[str, list[Group]]:
    """The OPML document of her feeds and company pages, and those of them that have no feed to follow."""
    without = [group for group in watched(desk.book()) if not group.feed]
    return feed_list(feeds_of(desk.book()), say("Followed by planner"), desk.now()), without
