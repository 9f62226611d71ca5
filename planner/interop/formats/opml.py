"""A feed reader's list of feeds: which of her groups are followed there; the others become parked feeds.

The address is what makes a feed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from hashlib import blake2b

from planner.desk.imports import Brought
from planner.desk.newcomers import new_id
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.feeds import Feed
from planner.domain.grammar.addresses import feed_address, same_address, site_of
from planner.domain.grammar.names import LONGEST_NAME, refuse_long
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.imported import Source
from planner.domain.texts import folded, fresh_id, shown, slug
from planner.domain.value import NamedTuple
from planner.domain.words import listing, plural, say
from planner.interop import opml
from planner.interop.account import Account
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.whole import import_of, named, removed_of
from planner.interop.problem import Problem


class FeedsImport(NamedTuple):
    """What a list of feeds became. ``known`` are the names of her groups that are in it."""

    added: tuple[Group, ...]
    completed: tuple[Group, ...]
    known: tuple[str, ...]
    account: Account
    by: str = ""  # the import


def propose(taking: Taking) -> Proposal:
    """What a list of feeds would do to the groups. Raises as :func:`feeds`."""
    return proposal_of(feeds(taking), taking)


def feeds(taking: Taking) -> FeedsImport:
    """Which feeds of a list she has as groups; the others are added as parked feeds: followed elsewhere.

    A company page or a feed of hers that had no feed's address gets it. Raises Refused for a file that cannot be read
    or lists no feed.
    """
    if not taking.parts.parts:
        raise taking.parts.nothing(say("There is no .opml file in “{path}”.", path=taking.parts.called))
    feeds_in = _Taking(taking.desk.book(), taking.parts.parts[0].name, removed_of(taking.desk, "opml"))
    for part in taking.parts.parts:
        content = part.content()
        if len(content) > opml.LARGEST:
            raise Refused(say("“{path}” is larger than 8 MB; that is no list of feeds.", path=taking.parts.called))
        try:
            listed = opml.read(content)
            if not listed.feeds:
                raise _nothing_in(listed)
        except Refused as problem:
            raise Refused(say("“{path}”: {why}", path=taking.parts.called, why=problem)) from None
        feeds_in.begin(part.name)
        for feed in listed.feeds:
            feeds_in.take(feed)
        if listed.broken_at:
            feeds_in.wrong(listed.broken_at, say("it is broken here; what stands before was read"))
    return feeds_in.result(taking)


def proposal_of(imported: FeedsImport, taking: Taking) -> Proposal:
    """What would be kept of it."""
    groups = (*imported.added, *imported.completed)
    label = plural(len(groups), "Added {n} feed", "Added {n} feeds")
    brought = Brought(import_of(imported.by, taking, imported.account), label, groups=groups)
    sentences = list(named(say("New, parked"), [group.name for group in imported.added]))
    if imported.known:
        names = listing(list(imported.known))
        sentences.append(say("Followed in your feed reader, so no need to watch here: {groups}.", groups=names))

    def items() -> Iterator[Item]:
        yield from (Item("groups", group.id, NEW, group.name) for group in imported.added)
        yield from (Item("groups", group.id, CHANGED, group.name) for group in imported.completed)

    return Proposal(imported.account, kept(brought) if groups else None, items, tuple(sentences), id=imported.by)


def _nothing_in(feeds: opml.FeedList) -> Refused:
    if feeds.broken_at:
        return Refused(say("It is no OPML file: feed readers write one under “export” or “OPML”."))
    return Refused(say("It lists no feed, so nothing was read; export it anew from the feed reader."))


class _Taking:
    """The feeds of a list, told apart: groups of hers, new ones, and those that cannot be taken."""

    def __init__(self, book: Book, file: str, removed: Container[str]) -> None:
        self._file, self._removed = file, removed
        self._by = new_id()
        self._names = {folded(group.name) for group in book.groups.values()}
        self._feeds = {same_address(group.feed): group for group in book.groups.values() if group.feed}
        without = [group for group in book.groups.values() if not group.feed]
        self._by_name = {folded(group.name): group for group in without}
        self._by_page = {same_address(group.address): group for group in without if group.address}
        self._taken = book.group_words()
        self._rank = book.last_rank
        self._there = self._skipped = self._unreadable = 0
        self._problems: list[Problem] = []
        self._known: dict[str, None] = {}
        self.new: list[Group] = []
        self.completed: list[Group] = []

    def begin(self, file: str) -> None:
        """Say which file is read from here on."""
        self._file = file

    def take(self, feed: Feed) -> None:
        """Take one feed."""
        try:
            address = feed_address(feed.feed)
            refuse_long(feed.name)
            if not address:
                raise Misread(say("it has no feed's address"))
        except Misread as problem:
            self._skipped += 1
            self._unreadable += 1
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
        elif self._source(address).place in self._removed:
            self._skipped += 1
            self.wrong(feed.line, say("you removed it here, and it stays removed"))
        else:
            self._add(feed.name or site_of(address).partition("/")[0][:LONGEST_NAME], address)

    def wrong(self, line: int, why: str) -> None:
        """Say what is off."""
        self._problems.append(Problem(self._file, line, why))

    def result(self, taking: Taking) -> FeedsImport:
        """What came of them all."""
        account = Account(
            "opml",
            len(taking.parts.parts),
            added=len(self.new),
            changed=len(self.completed),
            already_there=self._there,
            skipped=self._skipped,
            unreadable=self._unreadable,
            new_groups=tuple(group.slug for group in self.new),
            problems=(*taking.parts.problems, *self._problems),
        )
        return FeedsImport(tuple(self.new), tuple(self.completed), tuple(self._known), account, self._by)

    def _source(self, address: str) -> Source:
        """What makes a feed the same at the next reading: its address."""
        key = blake2b(same_address(address).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        return Source("opml", key, by=self._by)

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
        sources = (self._source(address).text,)
        feed = Group(
            id_, id_, name, Standing.PARKED, Nature.FEED, (Role.WATCH,), feed=address, rank=self._rank, sources=sources
        )
        self.new.append(feed)
        self._feeds[same_address(address)] = feed


def _is_list(head: str) -> bool:
    return re.search(r"<opml\b", head, re.IGNORECASE) is not None


FORMAT = Format("opml", lambda: say("a list of feeds"), _is_list, propose, suffix=".opml")
