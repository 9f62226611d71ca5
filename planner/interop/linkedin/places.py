"""Her groups there, and the pages she follows, beside the groups she has; the others are candidates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from planner.domain.book import Book
from planner.domain.grammar.addresses import same_address
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.imported import Source
from planner.domain.texts import folded, fresh_id, slug
from planner.domain.words import say
from planner.interop.intake.mapping import Meaning, NameMap
from planner.store.sources import Kept

from .acquainted import FORMAT, NEW, THERE, Became, Outcome, removed
from .addresses import group_address
from .follows import Follow
from .groups import MemberGroup

PLATFORM = "LinkedIn"


class Places:
    """Every group she has, with those that the archive adds. What her ``map`` says of a name or an address holds."""

    def __init__(self, book: Book, kept: Mapping[str, Kept], map_: NameMap, by: str) -> None:
        self._book, self._kept, self._map, self._by = book, kept, map_, by
        self._by_name: dict[str, str] = {}
        self._by_address: dict[str, str] = {}
        for group in book.groups.values():
            self._learn(group)
        self._taken = book.group_words()
        self._of_number: dict[str, str | None] = {}
        self._new: dict[str, Group] = {}
        self.counted: set[str] = set()  # the new ones that have a row of their own
        self.unnamed: list[Group] = []  # those that are known by their number alone

    @property
    def new(self) -> tuple[Group, ...]:
        """The groups that are new."""
        return tuple(self._new.values())

    def take(self, told: MemberGroup | Follow) -> Outcome:
        """Make a candidate of a group or a page that she has not."""
        if isinstance(told, MemberGroup):
            key, nature, address, since = f"group/{_mark(told.name)}", Nature.COMMUNITY, "", None
        elif told.is_hashtag:
            key, nature, address, since = f"hashtag/{_mark(told.name)}", Nature.FEED, told.address, told.since
        else:
            key, nature, address, since = f"company/{_mark(told.name)}", Nature.COMPANY, "", told.since
        meaning = self._map.meaning("projects", told.name)
        if meaning and meaning.skip:
            return Outcome(Became.SKIPPED, say("your map skips it"))
        known = self._kept.get(f"{FORMAT} {key}")
        if known and known.removed:
            return removed()
        if known or (meaning and meaning.group) or folded(told.name) in self._by_name:
            return THERE
        if address and same_address(address) in self._by_address:
            return THERE
        self.counted.add(self._make(told.name, key, nature, address, since).id)
        return NEW

    def of_number(self, number: str) -> str | None:
        """The group (id) of a number: by her map, by its address, else a new candidate called by the number.

        None where she removed it, or her map skips it.
        """
        if number not in self._of_number:
            self._of_number[number] = self._found(number)
        return self._of_number[number]

    def _found(self, number: str) -> str | None:
        address, key = group_address(number), f"groups/{number}"
        meaning = self._map.meaning("addresses", same_address(address)) or self._map.meaning("projects", number)
        if meaning and meaning.skip:
            return None
        if meaning and meaning.group:
            return self._meant(meaning)
        known = self._kept.get(f"{FORMAT} {key}")
        if known:
            return None if known.removed else known.id
        id_ = self._by_address.get(same_address(address))
        if id_:
            return id_
        group = self._make(say("group {number}", number=number), key, Nature.COMMUNITY, address, None)
        self.unnamed.append(group)
        return group.id

    def _meant(self, meaning: Meaning) -> str:
        id_ = self._by_name.get(folded(meaning.group))
        return id_ or self._make(meaning.group, f"group/{_mark(meaning.group)}", Nature.COMMUNITY, "", None).id

    def _make(self, name: str, key: str, nature: Nature, address: str, since: date | None) -> Group:
        id_ = fresh_id(slug(name), self._taken)
        group = Group(
            id_,
            id_,
            name,
            Standing.CANDIDATE,
            nature,
            (Role.WATCH if nature.only_watched else Role.TIES,),
            rank=self._book.last_rank + 1 + len(self._new),
            platform=PLATFORM,
            address=address,
            since=since,
            sources=(Source(FORMAT, key, by=self._by).text,),
        )
        self._taken.add(id_)
        self._new[id_] = group
        self._learn(group)
        return group

    def _learn(self, group: Group) -> None:
        for name in (group.name, group.slug):
            self._by_name.setdefault(folded(name), group.id)
        if group.address:
            self._by_address.setdefault(same_address(group.address), group.id)


def _mark(name: str) -> str:
    return blake2b(folded(name).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
