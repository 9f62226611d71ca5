"""Without names: initials in the place of every known person and company, wherever they stand; notes are left out.

It is done to the records that something is made from, and not to what was made: so nothing can come through beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..book import Book
from ..entry import Entry
from ..group import Group, Nature
from ..objective import Objective
from ..person import Person
from ..record import WeekRecord
from ..texts import clean, fresh_id
from .spellings import PARTICLES, SOFT_HYPHEN, Spelling, company_spellings, initials, person_spellings, words_in

#: What stands for an address of the web or of the mail.
WITHHELD = "…"

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\S+@\S*[^\W_]\S*", re.IGNORECASE)

#: From here on are the scripts that put no space between words.
_UNSPACED = 0x2E80


class WithoutNames:
    """Says what the records of a book say, without the names of its people and companies."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._by_first: dict[str, dict[tuple[str, ...], str]] = {}
        self._unspaced: dict[str, str] = {}
        people = [person.name for person in book.people.values()]
        companies = [person.company for person in book.people.values() if person.company]
        companies += [post.company for person in book.people.values() for post in person.formerly if post.company]
        companies += [group.name for group in book.groups.values() if group.nature is Nature.COMPANY]
        for name in people:
            self._hide(name, person_spellings(name))
        for name in companies:
            self._hide(name, company_spellings(name))
        self._by_capital = dict(self._parts_of(companies))
        self._objectives = self._ids(book.objectives)

    # Texts

    def text(self, text: str) -> str:
        """A text with initials for every name in it, whatever its case and accents, and without addresses."""
        text = clean(text).replace(SOFT_HYPHEN, "")
        for name, short in self._unspaced.items():
            text = text.replace(name, short)
        parts, at = [], 0
        for address in _ADDRESS.finditer(text):
            parts += [self._shortened(text[at : address.start()]), WITHHELD]
            at = address.end()
        return "".join([*parts, self._shortened(text[at:])])

    def _shortened(self, text: str) -> str:
        words = list(words_in(text))
        parts, at, number = [], 0, 0
        while number < len(words):
            names = self._by_first.get(words[number].text, {})
            run = tuple(word.text for word in words[number : number + max(map(len, names), default=0)])
            name = next((run[:n] for n in range(len(run), 0, -1) if run[:n] in names), None)
            if name:
                end = words[number + len(name) - 1].end
                parts += [text[at : words[number].start], names[name]]
                at = end + (text[end : end + 1] == "." and names[name][-1:] == ".")
            elif (short := self._by_capital.get(words[number].text)) and text[words[number].start].isupper():
                parts += [text[at : words[number].start], short]
                at = words[number].end
            number += len(name or " ")
        return "".join([*parts, text[at:]])

    def _hide(self, name: str, spellings: Iterable[Spelling]) -> None:
        """Have a name shortened, however it is written; what is one as a whole goes before a part of another."""
        for words, short, whole in spellings:
            names = self._by_first.setdefault(words[0], {})
            if whole or words not in names:
                names[words] = short
        if any(ord(sign) >= _UNSPACED for sign in name):
            self._unspaced.setdefault(clean(name), initials(name))

    def _parts_of(self, companies: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Single words of companies' names, which stand for the company where they are written as a name (Siemens for
        Siemens Mobility); not those of places and groups, which are said of much else."""
        book = self._book
        said = [person.place for person in book.people.values()]
        for group in book.groups.values():
            said += [group.place, "" if group.nature is Nature.COMPANY else group.name]
        others = {*PARTICLES, *(word.text for text in said for word in words_in(text))}
        for name in companies:
            for word in words_in(name):
                if len(word.text) > 2 and word.text not in others and not word.text.isdigit():
                    yield word.text, initials(word.text)

    # Records

    def book(self) -> Book:
        """The book with the same groups, people and objectives; next steps and appointments are left out."""
        book = self._book
        counsel = {id_: each._replace(text=self.text(each.text)) for id_, each in book.counsel.items()}
        return Book(
            {self._objectives[id_]: self._objective(each) for id_, each in book.objectives.items()},
            {id_: self._group(each) for id_, each in book.groups.items()},
            {id_: self._person(each) for id_, each in book.people.items()},
            counsel=counsel,
        )

    def week(self, record: WeekRecord) -> WeekRecord:
        """A week with its plan and its entries; its reviews and warnings are left out."""
        plan = record.plan and record.plan._replace(intention=self.text(record.plan.intention))
        return record._replace(plan=plan, entries=tuple(self.entries(record.entries)), reviews=(), alerts=())

    def entries(self, entries: Iterable[Entry]) -> list[Entry]:
        """Entries without their notes, in their order."""
        return list(map(self._entry, entries))

    def _entry(self, entry: Entry) -> Entry:
        echo = entry.echo and entry.echo._replace(text=self.text(entry.echo.text))
        return entry._replace(note="", sources=(), echo=echo, objectives=self._served(entry.objectives))

    def _person(self, person: Person) -> Person:
        return person._replace(
            name=initials(person.name),
            company=initials(person.company),
            position=self.text(person.position),
            place=self.text(person.place),
            how_met=self.text(person.how_met),
            address="",
            emails=(),
            note="",
            formerly=(),
            sources=(),
        )

    def _group(self, group: Group) -> Group:
        return group._replace(
            slug=self.text(group.slug),
            name=initials(group.name) if group.nature is Nature.COMPANY else self.text(group.name),
            objectives=self._served(group.objectives),
            platform=self.text(group.platform),
            place=self.text(group.place),
            why=self.text(group.why),
            done=self.text(group.done),
            reason=self.text(group.reason),
            if_then=self.text(group.if_then),
            brought=tuple(line._replace(text=self.text(line.text)) for line in group.brought),
            moved=group.moved and group.moved._replace(where=""),
            address="",
            feed="",
            note="",
            sources=(),
        )

    def _objective(self, objective: Objective) -> Objective:
        measure = tuple(goal._replace(place=self.text(goal.place)) for goal in objective.measure)
        return objective._replace(
            id=self._objectives[objective.id],
            title=self.text(objective.title),
            reason=self.text(objective.reason),
            measure=measure,
        )

    def _served(self, objectives: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._objectives.get(id_, self.text(id_)) for id_ in objectives)

    def _ids(self, objectives: Mapping[str, Objective]) -> dict[str, str]:
        """What each objective is typed as, which says what its title says."""
        ids: dict[str, str] = {}
        for id_ in objectives:
            ids[id_] = fresh_id(self.text(id_), set(ids.values()))
        return ids
