"""The cards in a vCard file (2.1, 3.0 and 4.0), read with vobject line by line, so that a bad line costs no more.

Sources: vCard 2.1 (versit, 1996), RFC 2426 (3.0), RFC 6350 (4.0).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from vobject.base import Component, ContentLine, VObjectError, getLogicalLines, textLineToContentLine

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean
from planner.domain.words import say
from planner.interop.problem import Problem
from planner.interop.sources import Source

_EDGE = re.compile(r"^(?:[A-Za-z0-9-]+\.)?(BEGIN|END):VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)

#: What is asked of a card. Photographs, telephone numbers and birthdays are not.
_ASKED = ("FN", "N", "ORG", "TITLE", "ADR", "URL", "EMAIL", "NOTE", "CATEGORIES", "KIND", "NICKNAME", "VERSION")

#: Those of one value, in which vobject takes a comma for the beginning of another unless it is escaped; vCard 2.1 and
#: addresses of the web never escape it.
_SINGLE = ("FN", "ORG", "TITLE", "URL", "EMAIL", "NOTE")
_COMMA = re.compile(r"(\\.)|,", re.DOTALL)

_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[;:]")

_WRONG = (VObjectError, ValueError, LookupError, TypeError, AttributeError)


class Card(NamedTuple):
    """What a card says of a person. ``where`` it stands, for messages."""

    where: str
    name: str
    email: str = ""
    company: str = ""
    position: str = ""
    place: str = ""
    address: str = ""
    note: str = ""
    categories: tuple[str, ...] = ()


class Cards(NamedTuple):
    """What a file holds: ``numbered`` cards; ``others`` of them are of groups and companies, which are no people."""

    numbered: int
    cards: tuple[Card, ...]
    others: int
    broken: int
    problems: tuple[Problem, ...]


def read_cards(source: Source) -> Cards:
    """The cards of a file; those without any name, and what cannot be read, are problems with the card's number."""
    cards, others, broken, problems = [], 0, 0, list(source.problems)
    if source.text is None:
        return Cards(0, (), 0, 1, source.problems)
    texts = list(_card_texts(source.text))
    if not texts:
        why = say("it holds no vCard") if source.text.strip() else say("it is empty")
        return Cards(0, (), 0, 1, (*problems, Problem(source.name, why)))
    for number, (text, ended) in enumerate(texts, 1):
        where = say("{file}, card {n}", file=source.name, n=number)
        fields, wrong = _fields(text)
        problems += [Problem(where, say("its {name} cannot be read", name=name)) for name in wrong]
        if not ended:
            problems.append(Problem(where, say("it has no END:VCARD")))
        if _first(fields, "KIND").casefold() in ("group", "org", "location", "application", "device"):
            others += 1
            continue
        card = _card(where, fields)
        if card.name:
            cards.append(card)
        else:
            broken += 1
            problems.append(Problem(where, say("it has no name")))
    return Cards(len(texts), tuple(cards), others, broken, tuple(problems))


def _card_texts(text: str) -> Iterator[tuple[str, bool]]:
    """The lines between BEGIN and END of each card, and whether there is an END."""
    begun = None
    for edge in _EDGE.finditer(text):
        begins = edge[1].upper() == "BEGIN"
        if begun is not None:
            yield text[begun : edge.start()], not begins
        begun = edge.end() if begins else None
    if begun is not None:
        yield text[begun:], False


def _fields(text: str) -> tuple[dict[str, list[Any]], list[str]]:
    """The values of a card by property, as vobject has them; and the properties that cannot be read."""
    card, wrong = Component("VCARD"), []
    for line, number in getLogicalLines(io.StringIO(text)):
        found = _NAME.match(line)
        name = found[1].upper() if found else ""
        if name in _ASKED:
            try:
                content = textLineToContentLine(line, number)
                if name in _SINGLE:
                    content.value = _COMMA.sub(lambda sign: sign[1] or "\\,", content.value)
                card.add(content)
                continue
            except _WRONG:
                wrong.append(name)
    fields: dict[str, list[Any]] = {}
    for child in _native(card, wrong):
        fields.setdefault(child.name, []).append(child.value)
    return fields, wrong


def _native(card: Component, wrong: list[str]) -> Iterator[ContentLine]:
    """The lines with their values taken apart; one that cannot be is left out and named."""
    from vobject.base import getBehavior

    behavior = getBehavior("VCARD")
    for child in list(card.getChildren()):
        try:
            child.parentBehavior = behavior
            child.autoBehavior()
            yield child.transformToNative()
        except _WRONG:
            wrong.append(child.name)


def _card(where: str, fields: dict[str, list[Any]]) -> Card:
    organisation = fields.get("ORG", [[]])[0]
    urls = [clean(str(url)) for url in fields.get("URL", ())]
    web = [url for url in urls if url.casefold().startswith(("http://", "https://")) and " " not in url]
    return Card(
        where,
        (_first(fields, "FN") or _structured(fields) or _first(fields, "NICKNAME"))[:LONGEST_NAME],
        email=_email(fields),
        company=_joined(organisation[:1] if isinstance(organisation, list) else organisation),
        position=_first(fields, "TITLE"),
        place=next(filter(None, map(_place, fields.get("ADR", ()))), ""),
        address=next(iter(web), ""),
        note=_first(fields, "NOTE"),
        categories=tuple(clean(str(one)) for several in fields.get("CATEGORIES", ()) for one in _each(several)),
    )


def _first(fields: dict[str, list[Any]], name: str) -> str:
    """The first value of a property that says something."""
    return next(filter(None, map(_joined, fields.get(name, ()))), "")


def _joined(value: Any) -> str:
    return clean(" ".join(map(str, _each(value))))


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _structured(fields: dict[str, list[Any]]) -> str:
    """The name of N, in the order it is said."""
    for name in fields.get("N", ()):
        said = _joined([_joined(getattr(name, part, "")) for part in ("given", "additional", "family")])
        if said:
            return said
    return ""


def _email(fields: dict[str, list[Any]]) -> str:
    for value in fields.get("EMAIL", ()):
        text = _joined(value)
        text = text[7:] if text[:7].casefold() == "mailto:" else text
        if "@" in text and " " not in text:
            return text
    return ""


def _place(address: Any) -> str:
    """The city and country of an address."""
    return ", ".join(filter(None, (_joined(getattr(address, part, "")) for part in ("city", "country"))))
