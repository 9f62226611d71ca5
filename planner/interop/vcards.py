"""vCard: people as address books exchange them, read in versions 2.1, 3.0 and 4.0, written in 4.0 and 3.0.

Source: RFC 6350 (4.0), RFC 2426 (3.0), and the versit consortium's vCard 2.1 of 1996, with its quoted-printable.
vobject does the reading and writing of each card; cards are parted here, so that a broken one costs none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from planner.domain.addresses import checked_address
from planner.domain.errors import Misread
from planner.domain.names import LONGEST_NAME
from planner.domain.person import Person
from planner.domain.person_fields import checked_email
from planner.domain.texts import clean
from planner.domain.words import say
from planner.interop.problem import Problem

VERSIONS = ("4.0", "3.0")

#: The beginning of the UID of a card that planner has written; the person's id follows.
OURS = "planner-person-"

_CARD = re.compile(r"^BEGIN:VCARD[ \t]*$.*?^END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)


class Card(NamedTuple):
    """One card, as far as a person is known by it; ``uid`` tells it from others, ``categories`` are as they stand."""

    name: str
    company: str = ""
    position: str = ""
    place: str = ""
    address: str = ""
    email: str = ""
    note: str = ""
    categories: tuple[str, ...] = ()
    uid: str = ""


def read(text: str, name: str) -> Iterator[Card | Problem | None]:
    """The cards of a file in their order; a problem in place of one that cannot be taken, None for one of no person.

    ``text`` has plain line ends; ``name`` is how messages call the file.
    """
    for number, card in enumerate(_CARD.findall(text), 1):
        where = say("{file}, card {n}", file=name, n=number)
        fields = _fields(card)
        if fields is None:
            yield Problem(where, say("it is no vCard that can be read"))
        elif _first(fields, "kind").casefold() in ("group", "org", "location", "device", "application"):
            yield None
        else:
            yield _card(fields) or Problem(where, say("it has no name"))


def written(people: Iterable[Person], groups: dict[str, str], version: str) -> str:
    """The cards of these people; ``groups`` are the names of groups by id. Raises Misread for another version."""
    import vobject

    if version not in VERSIONS:
        raise Misread(say("“{text}” is no version of vCards; choose 4.0 or 3.0.", text=version))
    return "".join(_written(vobject.vCard(), person, groups, version) for person in people)


def _fields(card: str) -> dict[str, list[Any]] | None:
    """The lines of a card by their names; None where it is broken beyond reading."""
    import binascii

    import vobject

    try:
        found = next(iter(vobject.readComponents(card, allowQP=True, ignoreUnreadable=True)), None)
    except (vobject.base.VObjectError, ValueError, LookupError, AttributeError, binascii.Error):
        return None
    return None if found is None else found.contents


def _card(fields: dict[str, list[Any]]) -> Card | None:
    """None where there is no name."""
    name = _first(fields, "fn") or _full_name(fields)
    if not name:
        return None
    return Card(
        name=name[:LONGEST_NAME],
        company=_first(fields, "org"),
        position=_first(fields, "title"),
        place=_place(fields),
        address=next((url for line in fields.get("url", ()) if (url := _address(line.value))), ""),
        email=next((mail for line in fields.get("email", ()) if (mail := _email(line.value))), ""),
        note=_first(fields, "note"),
        categories=_categories(fields),
        uid=_first(fields, "uid"),
    )


def _categories(fields: dict[str, list[Any]]) -> tuple[str, ...]:
    lines = (line.value if isinstance(line.value, list) else [line.value] for line in fields.get("categories", ()))
    return tuple(filter(None, (clean(str(each)) for line in lines for each in line)))


def _first(fields: dict[str, list[Any]], name: str) -> str:
    """The text of the first line of a name; of a list, its first part."""
    for line in fields.get(name, ()):
        value = line.value[0] if isinstance(line.value, list) and line.value else line.value
        if text := clean(str(value)) if value and not isinstance(value, list) else "":
            return text
    return ""


def _full_name(fields: dict[str, list[Any]]) -> str:
    """The name in parts: given before family."""
    for line in fields.get("n", ()):
        parts = [getattr(line.value, part, "") for part in ("given", "additional", "family")]
        name = clean(" ".join(" ".join(part) if isinstance(part, list) else str(part) for part in parts if part))
        if name:
            return name
    return ""


def _place(fields: dict[str, list[Any]]) -> str:
    for line in fields.get("adr", ()):
        parts = [getattr(line.value, part, "") for part in ("city", "country")]
        place = ", ".join(clean(" ".join(part) if isinstance(part, list) else str(part)) for part in parts if part)
        if place:
            return place
    return ""


def _address(value: object) -> str:
    try:
        return checked_address(str(value))
    except Misread:
        return ""


def _email(value: object) -> str:
    try:
        return checked_email(clean(str(value)))
    except Misread:
        return ""


def _written(card: Any, person: Person, groups: dict[str, str], version: str) -> str:
    from vobject.vcard import Address, Name

    *given, family = person.name.split(" ")
    card.add("fn").value = person.name
    card.add("n").value = Name(family=family if given else "", given=" ".join(given) or family)
    card.add("uid").value = OURS + person.id
    texts = {"title": person.position, "email": person.email, "url": person.address, "note": person.note}
    for name, text in texts.items():
        if text:
            card.add(name).value = text
    if person.company:
        card.add("org").value = [person.company]
    if person.place:
        city, _, country = person.place.partition(", ")
        card.add("adr").value = Address(city=city, country=country)
    categories = [person.circle.value] if person.circle else []
    categories += [groups[id_] for id_ in person.groups if id_ in groups]
    if categories:
        card.add("categories").value = categories
    card.add("version").value = version
    return str(card.serialize(validate=False))
