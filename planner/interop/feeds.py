"""Feeds in and out: given to any feed reader, and compared with what it has. The address is what makes a feed."""

from __future__ import annotations

import os

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.feeds import Feed, feed_list, feeds_of, watched
from planner.domain.grammar.addresses import feed_address, same_address, site_of
from planner.domain.grammar.names import LONGEST_NAME, refuse_long
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.texts import clean, folded, fresh_id, shown, slug
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say
from planner.interop import opml, sources
from planner.interop.account import Account
from planner.interop.problem import Problem


class FeedsImport(NamedTuple):
    """What a list of feeds became. ``known`` are the names of her groups that are in it."""

    added: tuple[Group, ...]
    known: tuple[str, ...]
    account: Account


def export_opml(desk: Desk) -> tuple[str, list[Group]]:
    """The OPML document of her feeds and company pages, and those of them that have no feed to follow."""
    without = [group for group in watched(desk.book()) if not group.feed]
    return feed_list(feeds_of(desk.book()), say("Followed by planner"), desk.now()), without


def import_opml(desk: Desk, path: str, *, dry_run: bool = False) -> FeedsImport:
    """Say which feeds of an OPML file she has as groups, and add the others as parked feeds: followed elsewhere.

    A company page or a feed of hers that had no feed's address gets it. Raises Refused for a file that cannot be read
    or lists no feed; then, and on a dry run, nothing is changed.
    """
    content = sources.content(path)
    if len(content) > opml.LARGEST:
        raise Refused(say("“{path}” is larger than 8 MB; that is no list of feeds.", path=clean(path)))
    try:
        feeds = opml.read(content)
        if not feeds.feeds:
            raise _nothing_in(feeds)
    except Refused as problem:
        raise Refused(say("“{path}”: {why}", path=clean(path), why=problem)) from None
    taking = _Taking(desk.book(), shown(os.path.basename(path)))
    for feed in feeds.feeds:
        taking.take(feed)
    if feeds.broken_at:
        taking.wrong(feeds.broken_at, say("it is broken here; what stands before was read"))
    groups = [*taking.new, *taking.completed]
    if groups and not dry_run:
        desk.keep(plural(len(groups), "Added {n} feed", "Added {n} feeds"), groups=groups)
    return taking.result()


def _nothing_in(feeds: opml.FeedList) -> Refused:
    if feeds.broken_at:
        return Refused(say("It is no OPML file: feed readers write one under “export” or “OPML”."))
    return Refused(say("It lists no feed, so nothing was read."))


class _Taking:
    """The feeds of a list, told apart: groups of hers, new ones, and those that cannot be taken."""

    def __init__(self, book: Book, file: str) -> None:
        self._file = file
        self._names = {folded(group.name) for group in book.groups.values()}
        self._feeds = {same_address(group.feed): group for group in book.groups.values() if group.feed}
        without = [group for group in book.groups.values() if not group.feed]
        self._by_name = {folded(group.name): group for group in without}
        self._by_page = {same_address(group.address): group for group in without if group.address}
        self._taken = {*book.groups, *(group.slug for group in book.groups.values())}
        self._rank = book.last_rank
        self._there = self._skipped = 0
        self._problems: list[Problem] = []
        self._known: dict[str, None] = {}
        self.new: list[Group] = []
        self.completed: list[Group] = []

    def take(self, feed: Feed) -> None:
        """Take one feed."""
        try:
            address = feed_address(feed.feed)
            refuse_long(feed.name)
            if not address:
                raise Misread(say("it has no feed's address"))
        except Misread as problem:
            self._skipped += 1
            self.wrong(feed.line, str(problem))
            return
        followed, group = self._feeds.get(same_address(address)), self._without_feed(feed, address)
        if followed:
            self._there += 1
            if followed not in self.new:
                self._known[followed.name] = None
            if feed.name and folded(feed.name) != folded(followed.name):
                name = shown(feed.name)
                self.wrong(feed.line, say("“{name}” is already there as {other}", name=name, other=followed.name))
        elif group:
            self._follow(group, address)
        else:
            self._add(feed.name or site_of(address).partition("/")[0][:LONGEST_NAME], address)

    def wrong(self, line: int, why: str) -> None:
        """Say what is off."""
        self._problems.append(Problem(self._file, line, why))

    def result(self) -> FeedsImport:
        """What came of them all."""
        account = Account(
            "opml",
            1,
            added=len(self.new),
            changed=len(self.completed),
            already_there=self._there,
            skipped=self._skipped,
            unreadable=self._skipped,
            new_groups=tuple(group.slug for group in self.new),
            problems=tuple(self._problems),
        )
        return FeedsImport(tuple(self.new), tuple(self._known), account)

    def _without_feed(self, feed: Feed, address: str) -> Group | None:
        """A group of hers that has no feed, and is called so or has this page."""
        pages = (same_address(each) for each in (address, feed.site) if each)
        return next((self._by_page[page] for page in pages if page in self._by_page), None) or self._by_name.get(
            folded(feed.name)
        )

    def _follow(self, group: Group, address: str) -> None:
        """Take a group of hers as the one that is followed; what is only watched gets the address of its feed."""
        for groups in (self._by_name, self._by_page):
            for key in [key for key, other in groups.items() if other is group]:
                del groups[key]
        self._known[group.name] = None
        if group.nature.only_watched:
            group = group._replace(feed=address)
            self.completed.append(group)
        else:
            self._there += 1
        self._feeds[same_address(address)] = group

    def _add(self, name: str, address: str) -> None:
        if folded(name) in self._names:
            name = say("{name} ({site})", name=name, site=site_of(address))[:LONGEST_NAME]
        id_ = fresh_id(slug(name), self._taken)
        self._taken.add(id_)
        self._names.add(folded(name))
        self._rank += 1
        feed = Group(id_, id_, name, Standing.PARKED, Nature.FEED, (Role.WATCH,), feed=address, rank=self._rank)
        self.new.append(feed)
        self._feeds[same_address(address)] = feed
