"""The groups that the stretches of a log belong to; one that is unknown becomes a parked one."""

from __future__ import annotations

from planner.domain.book import Book
from planner.domain.group import Group, Standing
from planner.domain.imported import Source
from planner.domain.texts import folded, fresh_id, slug
from planner.interop.intake.draft import Stretch
from planner.interop.intake.mapping import Meaning
from planner.interop.intake.meanings import Meanings


class LogGroups:
    """The groups of one log. ``new`` are those that come with it, by id."""

    def __init__(self, book: Book, meanings: Meanings, format_: str, import_: str) -> None:
        self._book, self._meanings = book, meanings
        self._format, self._import = format_, import_
        self._ids: dict[str, str] = {}
        self.new: dict[str, Group] = {}
        for group in book.groups.values():
            for called in (group.name, group.slug, group.id):
                self._ids.setdefault(folded(called), group.id)

    def id_of(self, draft: Stretch) -> str:
        """The group's id, or nothing where the home has no such group yet."""
        return self._ids.get(folded(self._called(draft)), "")

    def of(self, draft: Stretch) -> str:
        """The group's id; where there is none it is made."""
        return self.id_of(draft) or self._make(self._called(draft))

    def name(self, draft: Stretch) -> str:
        """What the group is called."""
        id_ = self.of(draft)
        return self.new[id_].name if id_ in self.new else self._book.group_name(id_)

    def _called(self, draft: Stretch) -> str:
        meaning = self._meanings.of(draft)
        return (meaning.group if isinstance(meaning, Meaning) else "") or draft.name

    def _make(self, name: str) -> str:
        id_ = fresh_id(slug(name), self._book.group_words() | self.new.keys())
        rank = self._book.last_rank + 1 + len(self.new)
        source = Source(self._format, f"group/{slug(name)}", "", self._import)
        self.new[id_] = Group(id_, id_, name, Standing.PARKED, rank=rank, sources=(source.text,))
        self._ids[folded(name)] = id_
        return id_
