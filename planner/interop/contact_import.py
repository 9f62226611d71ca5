"""Bringing contacts in: the cards are read, and the people they are of go through the desk as one change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.desk import Desk
from planner.domain.book import Book
from planner.domain.errors import Refused
from planner.domain.grammar.person_fields import FIELDS
from planner.domain.people.sameness import is_another, names_agree
from planner.domain.person import Circle, Person
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say
from planner.interop import sources
from planner.interop.account import Account
from planner.interop.acquaintances import Acquaintances, completed
from planner.interop.cards import Card, Cards, read_cards
from planner.interop.contact_export import UID
from planner.interop.problem import Problem


class CardsImport(NamedTuple):
    """What cards became: ``added`` people, and those known before who were ``completed``."""

    added: tuple[Person, ...]
    completed: tuple[Person, ...]
    account: Account
    told: tuple[str, ...] = ()  # of those who were completed, what of them


def import_vcard(desk: Desk, path: str, *, dry_run: bool = False) -> CardsImport:
    """Read the cards of a file, or of a folder of them, into the people.

    Who is known already, by an e-mail address or by name, gets what is empty filled in, and the addresses that are
    new. Raises Refused for files that cannot be read or hold no card; then, and on a dry run, nothing is changed.
    """
    files = sources.files_at(path, ".vcf")
    if not files.files:
        raise Refused(say("There is no .vcf file in “{path}”.", path=clean(path)))
    read = [read_cards(source) for source in sources.opened(files)]
    if len(read) == 1 and not read[0].numbered and read[0].is_empty:
        raise Refused(say("“{path}” is empty, so nothing was read.", path=clean(path)))
    if not any(cards.numbered for cards in read):
        raise Refused(say("“{path}” is no file of contacts: {why}.", path=clean(path), why=read[0].problems[-1].why))
    taking = _Taking(desk.book(), desk.now().date())
    for card in (card for cards in read for card in cards.cards):
        taking.take(card)
    imported = taking.result(read)
    people = (*imported.added, *imported.completed)
    if people and not dry_run:
        desk.keep(plural(len(people), "Read {n} contact", "Read {n} contacts"), people=people)
    return imported


def _told(before: Person, now: Person) -> str:
    """Who was completed, and what of them: ``Marie Dupont (company, emails)``."""
    fields = [field.label() for field in FIELDS if getattr(before, field.name) != getattr(now, field.name)]
    return say("{name} ({what})", name=now.name, what=", ".join(fields)) if fields else now.name


class _Taking:
    """The cards taken so far, beside the people in the book."""

    def __init__(self, book: Book, today: date) -> None:
        self._book, self._today = book, today
        self._known = Acquaintances(book.people.values())
        self._circles = {folded(word): circle for circle in Circle for word in (circle.value, say(circle.value))}
        self._groups = {folded(name): group.id for group in book.groups.values() for name in (group.slug, group.name)}
        self._added = self._changed = self._there = 0
        self._kept_back: list[Problem] = []

    def take(self, card: Card) -> None:
        """Make somebody new of a card, complete whom it is of, or keep it back where that cannot be said."""
        person = self._meant(card)
        if person is None and self._known.may_be(card.name, card.emails, card.company):
            why = say("somebody else may be called so: neither address nor company tells whether it is the same person")
            self._kept_back.append(Problem(card.file, card.row, why))
        elif person is None:
            self._known.add(self._filled(Person("", card.name, since=self._today), card))
            self._added += 1
        else:
            fuller = self._filled(person, card)
            if fuller == person:
                self._there += 1
            else:
                self._known.change(fuller)
                self._changed += 1

    def result(self, read: Sequence[Cards]) -> CardsImport:
        """What came of them all."""
        book, changed = self._book, self._known.changed
        added = tuple(person for person in changed if person.id not in book.people)
        unreadable = sum(cards.broken for cards in read)
        account = Account(
            "vcard",
            len(read),
            added=self._added,
            changed=self._changed,
            already_there=self._there,
            skipped=unreadable + sum(cards.others for cards in read),
            kept_back=len(self._kept_back),
            unreadable=unreadable,
            new_people=tuple(person.id for person in added),
            problems=(*(problem for cards in read for problem in cards.problems), *self._kept_back),
        )
        fuller = tuple(person for person in changed if person.id in book.people)
        return CardsImport(added, fuller, account, tuple(_told(book.people[one.id], one) for one in fuller))

    def _meant(self, card: Card) -> Person | None:
        """Whom a card is of: by planner's own mark, by an address, else by a name that only one can have."""
        own = re.fullmatch(UID.format(id="(.+)"), card.uid)
        person = self._known.get(own[1]) if own else None
        if person and names_agree(person.name, card.name):
            return person
        person = self._known.reached_at(card.name, *card.emails)
        if person:
            return person
        called = self._known.may_be(card.name, card.emails, card.company)
        same = [one for one in called if is_another(one, card.emails, card.company) is False]
        return same[0] if len(same) == len(called) == 1 else None

    def _filled(self, person: Person, card: Card) -> Person:
        """A person with what a card says in place of what is empty."""
        categories = [folded(category) for category in card.categories]
        groups = dict.fromkeys(self._groups[one] for one in categories if one in self._groups)
        filled: dict[str, Any] = {name: getattr(person, name) or text for name, text in card.said.items()}
        return completed(person, card.name, card.emails)._replace(
            **filled,
            circle=person.circle or next((self._circles[one] for one in categories if one in self._circles), None),
            groups=person.groups or tuple(groups),
        )
