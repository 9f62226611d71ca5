"""Contacts for other programs: everybody in the book as vCard 4.0 (RFC 6350) or 3.0 (RFC 2426)."""

from __future__ import annotations

from typing import Any

from vobject import vCard
from vobject.vcard import Name

from planner.domain.book import Book
from planner.domain.feeds import MARK
from planner.domain.person import Person
from planner.interop.card_fields import CARD_FIELDS
from planner.interop.name_parts import name_parts

VERSIONS = ("4.0", "3.0")

#: How a card says whose it is in this book; read back, it is known by that.
UID = "person-{id}@planner"


def cards_of(book: Book, version: str = VERSIONS[0]) -> tuple[bytes, int]:
    """The cards as a file has them, and how many there are."""
    cards = [_card(person, book, version) for person in book.people.values()]
    return "".join(cards).encode(), len(cards)


def _card(person: Person, book: Book, version: str) -> str:
    card: Any = vCard()
    card.add("version").value = version
    card.add("prodid").value = MARK
    card.add("uid").value = UID.format(id=person.id)
    card.add("fn").value = person.name
    parts = name_parts(person.name)  # a name is kept whole; this is what is most often meant
    card.add("n").value = Name(family=parts.family, given=parts.given, prefix=parts.prefix, suffix=parts.suffix)
    if version == "4.0":
        card.uid.value_param = "text"
    for field in CARD_FIELDS:
        if text := getattr(person, field.name):
            line = card.add(field.property.lower())
            line.value = field.written(text)
            if field.encoded:
                line.encoded = True
    for number, address in enumerate(person.emails, 1):
        email = card.add("email")
        email.value = address
        if len(person.emails) > 1 and (number == 1 or version == "4.0"):
            email.params = {"PREF": [str(min(number, 100))]} if version == "4.0" else {"TYPE": ["PREF"]}
    categories = [person.circle.value] if person.circle else []
    categories += [book.group_name(id_) for id_ in person.groups]
    if categories:
        card.add("categories").value = categories
    written: str = card.serialize()
    return written
