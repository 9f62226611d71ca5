"""What a card says of a person beside the name, the addresses to write to and the categories: a row a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vobject.vcard import Address

from planner.domain.errors import Misread
from planner.domain.grammar.addresses import checked_address
from planner.domain.texts import clean
from planner.domain.value import NamedTuple


def each(value: Any) -> list[Any]:
    """A value's parts; one without any is a part itself."""
    return value if isinstance(value, list) else [value]


def joined(value: Any) -> str:
    """A value in one text."""
    return clean(" ".join(map(str, each(value))))


class CardField(NamedTuple):
    """One field: its name in Person, the card's property, what is read of a value of it, and how it is written there.

    A ``single`` text may have a comma in it. One that is ``encoded`` is written as it is, without backslashes.
    """

    name: str
    property: str
    read: Callable[[Any], str] = joined
    written: Callable[[str], Any] = str
    single: bool = True
    encoded: bool = False


def _company(organisation: Any) -> str:
    """The organisation itself, without its units."""
    return joined(each(organisation)[:1])


def _place(address: Any) -> str:
    """The city and country of an address."""
    return ", ".join(filter(None, (joined(getattr(address, part, "")) for part in ("city", "country"))))


def _web(value: Any) -> str:
    """An address on the web, or nothing."""
    try:
        return checked_address(joined(value))
    except Misread:
        return ""


CARD_FIELDS = (
    CardField("company", "ORG", _company, lambda text: [text]),
    CardField("position", "TITLE"),
    CardField("place", "ADR", _place, lambda text: Address(city=text), single=False),
    CardField("address", "URL", _web, encoded=True),
    CardField("note", "NOTE"),
)
