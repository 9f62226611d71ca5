"""Feeds given out, to any feed reader."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.feeds import feed_list, feeds_of, watched
from planner.domain.group import Group
from planner.domain.words import say
from planner.interop.given_out import EVERYTHING, GivenOut, Wanted


def export_opml(desk: Desk, wanted: Wanted = EVERYTHING) -> tuple[str, list[Group]]:
    """The OPML document of her feeds and company pages, and those of them that have no feed to follow."""
    book = GivenOut(desk, wanted).book
    without = [group for group in watched(book) if not group.feed]
    return feed_list(feeds_of(book), say("Followed by planner"), desk.now()), without
