"""Contacts (vCard 2.1, 3.0, 4.0): who is known already is completed, the others become people."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

from planner.desk.imports import Brought
from planner.desk.newcomers import new_id
from planner.domain.book import Book
from planner.domain.errors import Refused
from planner.domain.grammar.person_fields import FIELDS
from planner.domain.imported import Source
from planner.domain.people.sameness import is_another, name_key, names_agree
from planner.domain.person import Circle, Person
from planner.domain.texts import folded
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say
from planner.interop.account import Account
from planner.interop.acquaintances import Acquaintances, completed
from planner.interop.cards import Card, Cards, read_cards
from planner.interop.contact_export import UID
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.proposal import CHANGED, NEW, Item, Proposal, kept
from planner.interop.intake.whole import import_of, named, opened, removed_of
from planner.interop.problem import Problem


class CardsImport(NamedTuple):
    """What cards became: ``added`` people, and those known before who were ``completed``; ``told``: what of them."""

    added: tuple[Person, ...]
    completed: tuple[Person, ...]
    account: Account
    told: tuple[str, ...] = ()
    by: str = ""  # the import


def propose(taking: Taking) -> Proposal:
    """What cards would bring to the people. Raises as :func:`contacts`."""
    return proposal_of(contacts(taking), taking)


def contacts(taking: Taking) -> CardsImport:
    """What cards come to.

    Who is known already, by an e-mail address or by name, gets what is empty filled in, and the addresses that are
    new. Raises Refused for files that cannot be read or hold no card.
    """
    parts, desk = taking.parts, taking.desk
    if not parts.parts:
        raise parts.nothing(say("There is no .vcf file in “{path}”.", path=parts.called))
    read = [read_cards(source) for source in opened(parts)]
    if len(read) == 1 and not read[0].numbered and read[0].is_empty:
        raise Refused(
            say("“{path}” is empty, so nothing was read; export it anew from your contacts.", path=parts.called)
        )
    if not any(cards.numbered for cards in read):
        raise Refused(say("“{path}” is no file of contacts: {why}.", path=parts.called, why=read[0].problems[-1].why))
    cards_in = _Taking(desk.book(), taking.now.date(), removed_of(desk, "vcard"))
    for card in (card for cards in read for card in cards.cards):
        cards_in.take(card)
    return cards_in.result(taking, read)


def proposal_of(imported: CardsImport, taking: Taking) -> Proposal:
    """What would be kept of it."""
    people = (*imported.added, *imported.completed)
    label = plural(len(people), "Read {n} contact", "Read {n} contacts")
    brought = Brought(import_of(imported.by, taking, imported.account), label, people=people)
    sentences = (
        *named(say("New"), [person.name for person in imported.added]),
        *named(say("Changed"), imported.told),
    )

    def items() -> Iterator[Item]:
        yield from (Item("people", person.id, NEW, person.name) for person in imported.added)
        yield from (Item("people", person.id, CHANGED, person.name) for person in imported.completed)

    return Proposal(imported.account, kept(brought) if people else None, items, sentences, id=imported.by)


def _told(before: Person, now: Person) -> str:
    """Who was completed, and what of them: ``Marie Dupont (company, emails)``."""
    fields = [field.label() for field in FIELDS if getattr(before, field.name) != getattr(now, field.name)]
    return say("{name} ({what})", name=now.name, what=", ".join(fields)) if fields else now.name


class _Taking:
    """The cards taken so far, beside the people in the book."""

    def __init__(self, book: Book, today: date, removed: Container[str]) -> None:
        self._book, self._today, self._removed = book, today, removed
        self._by = new_id()
        self._known = Acquaintances(book.people.values())
        self._circles = {folded(word): circle for circle in Circle for word in (circle.value, say(circle.value))}
        self._groups = {folded(name): group.id for group in book.groups.values() for name in (group.slug, group.name)}
        self._added = self._changed = self._there = 0
        self._kept_back: list[Problem] = []
        self._skipped: list[Problem] = []

    def take(self, card: Card) -> None:
        """Make somebody new of a card, complete whom it is of, or keep it back where that cannot be said."""
        person = self._meant(card)
        if person is None and self._known.may_be(card.name, card.emails, card.company):
            why = say("somebody else may be called so: neither address nor company tells whether it is the same person")
            self._kept_back.append(Problem(card.file, card.row, why))
        elif person is None and self._source(card).place in self._removed:
            why = say("you removed it here, and it stays removed")
            self._skipped.append(Problem(card.file, card.row, why))
        elif person is None:
            sources = (self._source(card).text,)
            self._known.add(self._filled(Person("", card.name, since=self._today, sources=sources), card))
            self._added += 1
        else:
            fuller = self._filled(person, card)
            if fuller == person:
                self._there += 1
            else:
                self._known.change(fuller)
                self._changed += 1

    def result(self, taking: Taking, read: Sequence[Cards]) -> CardsImport:
        """What came of them all."""
        book, changed = self._book, self._known.changed
        added = tuple(person for person in changed if person.id not in book.people)
        fuller = tuple(person for person in changed if person.id in book.people)
        unreadable = sum(cards.broken for cards in read)
        problems = (problem for cards in read for problem in cards.problems)
        account = Account(
            "vcard",
            len(read),
            added=self._added,
            changed=self._changed,
            already_there=self._there,
            skipped=unreadable + sum(cards.others for cards in read) + len(self._skipped),
            kept_back=len(self._kept_back),
            unreadable=unreadable,
            new_people=tuple(person.id for person in added),
            problems=(*taking.parts.problems, *problems, *self._skipped, *self._kept_back),
        )
        told = tuple(_told(book.people[person.id], person) for person in fuller)
        return CardsImport(added, fuller, account, told, self._by)

    def _source(self, card: Card) -> Source:
        """What makes a card the same at the next reading: its own UID, else whom it names."""
        said = card.uid or repr((name_key(card.name), sorted(email.casefold() for email in card.emails)))
        return Source("vcard", blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(), by=self._by)

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


def _is_cards(head: str) -> bool:
    return re.search(r"^(?:[A-Za-z0-9-]+\.)?BEGIN:VCARD[ \t]*$", head, re.IGNORECASE | re.MULTILINE) is not None


FORMAT = Format("vcard", lambda: say("contacts"), _is_cards, propose, suffix=".vcf")
