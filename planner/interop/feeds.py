"""Watching elsewhere: the groups that are read as feeds, given to any feed reader and compared with what it has."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.group import Group, Standing
from planner.domain.words import say
from planner.interop import opml

#: The file in her folder that a feed reader can be pointed at; it is made anew whenever a group becomes a feed.
FEEDS = "feeds.opml"


def export_opml(desk: Desk) -> tuple[str, list[Group]]:
    """The OPML document of her feeds and company pages, and those of them that have no address to follow."""
    watched = [group for group in _watched(desk) if group.standing is not Standing.LEFT]
    sources = [opml.Source(group.name, group.address, group.address) for group in watched if group.address]
    return opml.written(sources, say("Followed by planner"), desk.now()), [each for each in watched if not each.address]


def write(desk: Desk) -> str:
    """Write her feeds into her own folder, for a feed reader to open; returns where."""
    document, _ = export_opml(desk)
    return desk.hand_out(FEEDS, document.encode())


def _watched(desk: Desk) -> list[Group]:
    return [group for group in desk.book().groups.values() if group.nature.only_watched]
