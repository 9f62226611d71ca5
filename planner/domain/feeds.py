"""Watching elsewhere: the groups that are read in a feed reader, and their list as OPML, for any reader to open.

A page's address and a feed's are two: only the latter can be followed. Source: the OPML 2.0 specification (Winer,
2007): a subscription list has an ``outline`` for each feed, with ``type`` "rss", ``text`` and ``xmlUrl``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .book import Book
from .group import Group, Standing
from .value import NamedTuple

#: How a file says who wrote it. What carries it may be replaced.
MARK = "-//planner//planner//EN"


class Feed(NamedTuple):
    """Something that is followed: its name, the address of its feed, and that of its site; "" where unknown.

    ``line`` is where it stands in a file.
    """

    name: str
    feed: str
    site: str = ""
    line: int = 0


def watched(book: Book) -> list[Group]:
    """The groups that are only watched, and not left: those that a feed reader could have."""
    return [group for group in book.groups.values() if group.nature.only_watched and group.standing != Standing.LEFT]


def feeds_of(book: Book) -> tuple[Feed, ...]:
    """Those of them that have a feed."""
    return tuple(Feed(group.name, group.feed, group.address) for group in watched(book) if group.feed)


def feed_list(feeds: Iterable[Feed], title: str, now: datetime) -> str:
    """An OPML document of these feeds, in their order."""
    from email.utils import format_datetime
    from xml.sax.saxutils import escape, quoteattr

    outlines = [
        f"    <outline type={quoteattr('rss')} text={quoteattr(each.name)} title={quoteattr(each.name)}"
        f" xmlUrl={quoteattr(each.feed)}{f' htmlUrl={quoteattr(each.site)}' if each.site else ''}/>"
        for each in feeds
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MARK} -->",
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{escape(title)}</title>",
        f"    <dateCreated>{format_datetime(now.replace(microsecond=0))}</dateCreated>",
        "  </head>",
        "  <body>",
        *outlines,
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"
