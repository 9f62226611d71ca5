"""Watching elsewhere: the groups that are read as feeds, given to any feed reader and compared with what it has."""

from __future__ import annotations

from typing import NamedTuple

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.addresses import checked_address, site_of
from planner.domain.grammar.names import refuse_long
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.texts import clean, folded, fresh_id, slug
from planner.domain.words import plural, say
from planner.interop import opml, sources
from planner.interop.problem import Problem

#: The file in her folder that a feed reader can be pointed at; it is made anew whenever a group becomes a feed.
FEEDS = "feeds.opml"


class FeedsImport(NamedTuple):
    """What a list of feeds became. ``known`` are the names of her groups in it; ``twice`` stand in it again."""

    added: tuple[Group, ...]
    known: tuple[str, ...]
    twice: int
    problems: tuple[Problem, ...]

    @property
    def read(self) -> int:
        return len(self.added) + self.already_there + self.skipped

    @property
    def already_there(self) -> int:
        return len(self.known) + self.twice

    @property
    def skipped(self) -> int:
        return len(self.problems)

    def document(self) -> dict[str, object]:
        """Its JSON: the counts that every import has, and the groups that are followed there already."""
        return {
            "read": self.read,
            "added": len(self.added),
            "already_there": self.already_there,
            "skipped": self.skipped,
            "followed": list(self.known),
            "problems": [problem._asdict() for problem in self.problems],
        }


def export_opml(desk: Desk) -> tuple[str, list[Group]]:
    """The OPML document of her feeds and company pages, and those of them that have no address to follow."""
    watched = [group for group in _watched(desk) if group.standing is not Standing.LEFT]
    sources = [opml.Source(group.name, group.address, group.address) for group in watched if group.address]
    return opml.written(sources, say("Followed by planner"), desk.now()), [each for each in watched if not each.address]


def write(desk: Desk) -> str:
    """Write her feeds into her own folder, for a feed reader to open; returns where."""
    document, _ = export_opml(desk)
    return desk.hand_out(FEEDS, document.encode())


def import_opml(desk: Desk, path: str, *, dry_run: bool = False) -> FeedsImport:
    """Say which sources of an OPML file she has as groups, and add the others as parked feeds: followed elsewhere.

    Raises Refused for a file that cannot be read; then, and on a dry run, nothing is changed.
    """
    content = sources.content(path)
    if len(content) > opml.LARGEST:
        raise Refused(say("“{path}” is larger than 8 MB; that is no list of feeds.", path=clean(path)))
    try:
        followed = opml.read(content)
    except Refused as problem:
        raise Refused(say("“{path}”: {why}", path=clean(path), why=problem)) from None
    taking = _Taking(desk.book())
    for source in followed:
        taking.take(source)
    if taking.new and not dry_run:
        desk.keep(plural(len(taking.new), "Added {n} feed", "Added {n} feeds"), groups=taking.new)
    return FeedsImport(tuple(taking.new), tuple(taking.known), taking.twice, tuple(taking.problems))


class _Taking:
    """The sources of a list, told apart: groups of hers, new ones, and those that cannot be taken."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names = {folded(group.name): group for group in book.groups.values()}
        self._sites = {folded(site_of(group.address)): group for group in book.groups.values() if group.address}
        self._taken = {*book.groups, *(group.slug for group in book.groups.values())}
        self._rank = max((group.rank for group in book.groups.values()), default=0)
        self.new: list[Group] = []
        self.known: list[str] = []
        self.twice = 0
        self.problems: list[Problem] = []

    def take(self, source: opml.Source) -> None:
        """Take one source."""
        try:
            address = checked_address(source.feed)
            refuse_long(source.name)
        except Misread as problem:
            self.problems.append(Problem.at(source.line, str(problem)))
            return
        sites = [folded(site_of(each)) for each in (address, source.site) if each]
        group = self._names.get(folded(source.name)) or next((self._sites[s] for s in sites if s in self._sites), None)
        if group in self.new:
            self.twice += 1
        elif group:
            self.known.append(group.name)
        else:
            self._add(source.name or site_of(address), address)

    def _add(self, name: str, address: str) -> None:
        id_ = fresh_id(slug(name), self._taken)
        self._taken.add(id_)
        self._rank += 1
        feed = Group(id_, id_, name, Standing.PARKED, Nature.FEED, Role.WATCH, address=address, rank=self._rank)
        self.new.append(feed)
        self._names[folded(name)] = self._sites[folded(site_of(address))] = feed


def _watched(desk: Desk) -> list[Group]:
    return [group for group in desk.book().groups.values() if group.nature.only_watched]
