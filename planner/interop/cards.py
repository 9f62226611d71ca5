"""The cards in a vCard file (2.1, 3.0 and 4.0), read with vobject line by line, so that a bad line costs no more.

Sources: vCard 2.1 (versit, 1996), RFC 2426 (3.0), RFC 6350 (4.0).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from vobject.base import Component, ContentLine, VObjectError, textLineToContentLine

from planner.domain.grammar.addresses import email_in
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.person import all_emails
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.card_fields import CARD_FIELDS, each, joined
from planner.interop.card_lines import card_lines, preference, unquoted
from planner.interop.problem import Problem
from planner.interop.sources import Source

_EDGE = re.compile(r"^(?:[A-Za-z0-9-]+\.)?(BEGIN|END):VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)

#: What is asked of a card. Photographs, telephone numbers and birthdays are not.
_ASKED = (
    "FN", "N", "EMAIL", "CATEGORIES", "KIND", "NICKNAME", "VERSION", "UID", "X-ABSHOWAS",
    *(field.property for field in CARD_FIELDS),
)  # fmt: skip

#: Those of one value, in which vobject takes a comma for the beginning of another unless it is escaped; vCard 2.1 and
#: addresses of the web never escape it.
_SINGLE = ("FN", "EMAIL", "UID", *(field.property for field in CARD_FIELDS if field.single))
_COMMA = re.compile(r"(\\.)|,", re.DOTALL)

_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[;:]")

_WRONG = (VObjectError, ValueError, LookupError, TypeError, AttributeError)


class Card(NamedTuple):
    """What a card says of a person. ``file`` and ``row`` say where it begins; ``emails`` the preferred one first.

    ``said`` are the fields of a Person that it says, by name.
    """

    file: str
    row: int
    name: str
    emails: tuple[str, ...] = ()
    said: Mapping[str, str] = {}
    categories: tuple[str, ...] = ()
    uid: str = ""

    @property
    def company(self) -> str:
        return self.said.get("company", "")


class Cards(NamedTuple):
    """What a file holds: ``numbered`` cards; ``others`` of them are of groups and companies, which are no people.

    ``broken`` counts the cards of nobody that could be told; ``problems`` also say what is off in one that is read.
    """

    numbered: int
    cards: tuple[Card, ...]
    others: int
    broken: int
    problems: tuple[Problem, ...]
    is_empty: bool = False  # the file has nothing in it


def read_cards(source: Source) -> Cards:
    """The cards of a file. One without name and address is broken; a file without any holds a problem that says so."""
    if source.text is None:
        return Cards(0, (), 0, 0, source.problems)
    cards, others, broken, problems = [], 0, 0, list(source.problems)
    texts = list(_card_texts(source.text))
    for row, text, ended in texts:

        def wrong(why: str, row: int = row) -> None:
            problems.append(Problem(source.name, row, why))

        fields, complaints = _fields(text)
        for complaint in complaints:
            wrong(complaint)
        if not ended:
            wrong(say("it has no END:VCARD"))
        if _is_no_person(fields):
            others += 1
            wrong(say("it is of a group or a company, and no person"))
            continue
        card = _card(source.name, row, fields)
        if card.name:
            cards.append(card)
        else:
            broken += 1
            wrong(say("it has neither a name nor an e-mail address"))
    if not texts:
        why = say("it holds no vCard") if source.text.strip() else say("it is empty")
        problems.append(Problem(source.name, None, why))
    return Cards(len(texts), tuple(cards), others, broken, tuple(problems), is_empty=not source.text.strip())


def _card_texts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where each card begins, the lines between its BEGIN and END, and whether there is an END."""
    line, counted = 1, 0
    begun: re.Match[str] | None = None
    for edge in _EDGE.finditer(text):
        begins = edge[1].upper() == "BEGIN"
        if begun is not None:
            yield line, text[begun.end() : edge.start()], not begins
        begun = edge if begins else None
        line += text.count("\n", counted, edge.start())
        counted = edge.start()
    if begun is not None:
        yield line, text[begun.end() :], False


def _fields(text: str) -> tuple[dict[str, list[ContentLine]], list[str]]:
    """The lines of a card by property, values as vobject has them; and what of them cannot be read, or not well."""
    card, complaints = Component("VCARD"), []
    for number, written in enumerate(card_lines(text), 1):
        named = _NAME.match(written)
        name = named[1].upper() if named else ""
        if name not in _ASKED:
            continue
        try:
            line, well = unquoted(written)
            content = textLineToContentLine(line.replace("\\:", ":"), number)
            if name in _SINGLE:
                content.value = _COMMA.sub(lambda sign: sign[1] or "\\,", content.value)
            card.add(content)
        except _WRONG:
            complaints.append(say("its {name} cannot be read", name=name))
        else:
            if not well:
                complaints.append(
                    say("its {name} is no UTF-8 text, so it was read as Latin-1; look at its accents", name=name)
                )
    fields: dict[str, list[ContentLine]] = {}
    for child in _native(card, complaints):
        fields.setdefault(child.name, []).append(child)
    return fields, list(dict.fromkeys(complaints))


def _native(card: Component, complaints: list[str]) -> Iterator[ContentLine]:
    """The lines with their values taken apart; one that cannot be is left out and named."""
    from vobject.base import getBehavior

    behavior = getBehavior("VCARD")
    for child in list(card.getChildren()):
        try:
            child.parentBehavior = behavior
            child.autoBehavior()
            yield child.transformToNative()
        except _WRONG:
            complaints.append(say("its {name} cannot be read", name=child.name))


def _is_no_person(fields: dict[str, list[ContentLine]]) -> bool:
    """Whether a card says that it is of several, or of no person (KIND of vCard 4.0, or Apple's own)."""
    kind, shown_as = _first(fields, "KIND"), _first(fields, "X-ABSHOWAS")
    return kind.casefold() in ("group", "org", "location", "application", "device") or shown_as == "COMPANY"


def _card(file: str, row: int, fields: dict[str, list[ContentLine]]) -> Card:
    emails = _emails(fields.get("EMAIL", ()))
    name = _first(fields, "FN") or _structured(fields) or _first(fields, "NICKNAME") or next(iter(emails), "")
    return Card(
        file,
        row,
        name[:LONGEST_NAME],
        emails=emails,
        said={field.name: text for field in CARD_FIELDS if (text := _first(fields, field.property, field.read))},
        categories=tuple(
            clean(str(category)) for several in _values(fields, "CATEGORIES") for category in each(several)
        ),
        uid=_first(fields, "UID"),
    )


def _values(fields: dict[str, list[ContentLine]], name: str) -> list[Any]:
    return [line.value for line in fields.get(name, ())]


def _first(fields: dict[str, list[ContentLine]], name: str, read: Callable[[Any], str] = joined) -> str:
    """The first value of a property that says something."""
    return next(filter(None, map(read, _values(fields, name))), "")


def _structured(fields: dict[str, list[ContentLine]]) -> str:
    """The name of N, in the order it is said."""
    for name in _values(fields, "N"):
        said = joined([joined(getattr(name, part, "")) for part in ("given", "additional", "family")])
        if said:
            return said
    return ""


def _emails(lines: Sequence[ContentLine]) -> tuple[str, ...]:
    """All addresses, the preferred one first."""
    return all_emails(*(email_in(joined(line.value)) for line in sorted(lines, key=preference)))
