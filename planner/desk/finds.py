"""Finding: what there is to find, one part after the other, and how often what was found was taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.desk.base import Base
from planner.domain.grammar.findable import Sort, Thing
from planner.domain.person import Person
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.entry import Entry
    from planner.domain.week import Week


class Finds(Base):
    """What can be found of all that is kept. No question here reads more than the book, or one week."""

    def groups_to_find(self) -> Iterable[Thing]:
        """All groups."""
        from planner.domain.weeks.found import groups_to_find

        return groups_to_find(self.book())

    def people_to_find(self, people: Iterable[Person]) -> Iterable[Thing]:
        """Some people of the book."""
        from planner.domain.weeks.found import people_to_find

        return people_to_find(people)

    def company_names(self) -> tuple[str, ...]:
        """The names of all companies that people work at or that have a page, as they are written."""
        from planner.domain.weeks.found import company_names

        return company_names(self.book())

    def companies_to_find(self, names: Iterable[str], known: set[str]) -> Iterable[Thing]:
        """The companies of these names, but those whose key is ``known`` by now, to which theirs are added."""
        from planner.domain.weeks.found import companies_to_find

        return companies_to_find(names, known)

    def weeks_to_find(self) -> Iterable[Thing]:
        """All weeks of which something is kept, this one and the next."""
        from planner.domain.weeks.found import weeks_to_find

        this = self.this_week()
        return weeks_to_find({*self._home.weeks(), this, this.plus(1)}, this)

    def week_meant(self, text: str) -> str:
        """The key of the week that a text with a figure means, by a date in it or its number; "" for none."""
        from planner.domain.errors import Misread
        from planner.domain.grammar.moments import read_week

        if not any(map(str.isdecimal, text)):  # of which “mar” is a Tuesday, and a month, and most often Marie
            return ""
        try:
            return f"{Sort.WEEK.value}:{read_week(text, self.now())}"
        except Misread:
            return ""

    def weeks_with_notes(self) -> list[Week]:
        """The weeks whose entries may have notes, the newest first."""
        return sorted(self._home.weeks(), reverse=True)

    def entries_with_notes(self, week: Week) -> tuple[Entry, ...]:
        """The entries of one week."""
        return tuple(self._home.week(week).entries)

    def notes_to_find(self, entries: Iterable[Entry]) -> Iterable[Thing]:
        """The notes of some entries."""
        from planner.domain.weeks.found import notes_to_find

        return notes_to_find(entries, self.book(), self.now().date())

    def uses(self) -> Mapping[str, int]:
        """How often each thing was taken that was found, by its key."""
        return self._home.uses()

    def use(self, key: str) -> None:
        """A thing that was found is taken. What is gone from the book meanwhile is forgotten with it."""
        book = self.book()
        there = {f"{Sort.GROUP.value}:{id_}" for id_ in book.groups} | {
            f"{Sort.PERSON.value}:{id_}" for id_ in book.people
        }
        named = (f"{Sort.GROUP.value}:", f"{Sort.PERSON.value}:")
        uses = {each: times for each, times in self.uses().items() if each in there or not each.startswith(named)}
        self._home.keep_uses({**uses, key: uses.get(key, 0) + 1})
