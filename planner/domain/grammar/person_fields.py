"""A person's fields as data: what each text that she types means, what may not be kept, and where each is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ..book import Book
from ..errors import Misread
from ..person import CADENCES, Circle, all_emails
from ..texts import clean, shown
from ..words import listing, plural, say
from .addresses import checked_address
from .choices import chosen
from .fields import Field, Form, Option
from .marks import UNKNOWN
from .names import find_group, known_person, refuse_long, refuse_nobody

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")


def checked_name(text: str) -> str:
    """A name as it may be kept, in any script. Raises Misread for none, one without a letter, and one without end."""
    name = clean(text).removeprefix("@").strip()
    if not name:
        raise Misread(say("A person needs a name, such as “Marie Dupont”."))
    refuse_nobody(name)
    refuse_long(name)
    return name


def checked_email(text: str) -> str:
    """An e-mail address as it may be kept; "" stays "". Raises Misread where it has spaces or no @."""
    email = clean(text)
    refuse_long(email)
    if email and not _EMAIL.fullmatch(email):
        raise Misread(say("“{text}” is no e-mail address; write it as marie@example.org.", text=shown(email)))
    return email


def read_emails(text: str) -> tuple[str, ...]:
    """E-mail addresses with commas between them, the one to write to first. Raises Misread for what is none."""
    return all_emails(*(checked_email(part) for part in text.replace(";", ",").split(",")))


def read_cadence(text: str) -> int | None:
    """Days between contacts: ``60`` or ``60 days``; nothing, or a dash, is none of one's own. Raises Misread."""
    said = clean(text).casefold()
    if said in UNKNOWN:
        return None
    digits = re.sub(r"\s*(d|days?|j|jours?)$", "", said)
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 6 and int(digits) in CADENCES):
        raise Misread(
            say(
                "“{text}” is no cadence; write days from {least} to {most}, such as 60.",
                text=shown(text),
                least=CADENCES[0],
                most=CADENCES[-1],
            )
        )
    return int(digits)


def read_circle(text: str) -> Circle | None:
    """One of the four circles; nothing, or ``none``, is none of them. Raises Misread."""
    if not clean(text) or chosen(text, [("none", "")]):
        return None
    word = chosen(text, ((circle.value, "") for circle in Circle))
    if word is None:
        raise Misread(
            say("“{text}” is no circle; choose decision-maker, prescriber, peer or friend.", text=shown(text))
        )
    return Circle(word)


def read_groups(text: str, book: Book) -> tuple[str, ...]:
    """The ids of the groups that a text names, with commas between them. Raises Misread."""
    wanted = [part for part in (part.strip() for part in text.split(",")) if part]
    return tuple(dict.fromkeys(find_group(name, book).id for name in wanted))


def read_through(text: str, book: Book) -> str:
    """The id of who introduced somebody; nothing takes it away. Raises Misread, or Ambiguous."""
    name = clean(text).removeprefix("@").strip()
    return known_person(name, book).id if name else ""


def _form(
    read: Callable[[str], Any] = clean,
    typed: Callable[[Any], str] = str,
    said: Callable[[Any, Book], str] = lambda value, _book: str(value),
) -> Form:
    return Form(lambda text, _book, _now: read(text), typed, said)


def _checked_short(text: str) -> str:
    text = clean(text)
    refuse_long(text)
    return text


def _names(ids: tuple[str, ...], book: Book) -> str:
    return listing([book.group_name(id_) for id_ in ids])


_TEXT = _form()
_SHORT = _form(_checked_short)
_EMAILS = _form(read_emails, ", ".join, lambda value, _book: ", ".join(value))
_CIRCLE = _form(read_circle, str, lambda value, _book: say(value.value) if value else "")
_GROUPS = Form(lambda text, book, _now: read_groups(text, book), ", ".join, _names)
_THROUGH = Form(
    lambda text, book, _now: read_through(text, book),
    lambda value: f"@{value}" if value else "",
    lambda value, book: book.person_name(value) if value else "",
)
#: A cadence of a person's or a group's own.
CADENCE_FORM = _form(
    read_cadence,
    lambda value: "" if value is None else str(value),
    lambda value, _book: "" if value is None else plural(value, "{n} day", "{n} days"),
)

#: All fields of a person that are typed, in the order of their sheet.
FIELDS = (
    Field(
        "name",
        lambda: say("name"),
        _form(checked_name),
        lambda: say("such as Marie Dupont"),
        Option(metavar="NAME", help=lambda: say("a new name")),
        searched=True,
    ),
    Field(
        "company",
        lambda: say("company"),
        _SHORT,
        lambda: say("where they work"),
        Option(metavar="COMPANY"),
        searched=True,
    ),
    Field(
        "position",
        lambda: say("position"),
        _SHORT,
        lambda: say("what they do there"),
        Option(metavar="POSITION"),
        searched=True,
    ),
    Field(
        "place",
        lambda: say("place"),
        _SHORT,
        lambda: say("a town, a country"),
        Option(metavar="PLACE"),
        searched=True,
    ),
    Field(
        "address",
        lambda: say("address"),
        _form(checked_address),
        lambda: say("such as https://marie-dupont.example"),
        Option(metavar="URL", help=lambda: say("a web address: http or https")),
        fact_place=6,
    ),
    Field(
        "emails",
        lambda: say("e-mail"),
        _EMAILS,
        lambda: say("such as marie@example.org; more with commas between"),
        Option(
            metavar="EMAIL,…",
            help=lambda: say("all addresses, the one to write to first"),
            name="email",
            several=True,
        ),
        fact_place=5,
    ),
    Field(
        "circle",
        lambda: say("circle"),
        _CIRCLE,
        option=Option(metavar="CIRCLE", help=lambda: say("decision-maker, prescriber, peer, friend, none")),
        choices=(None, *Circle),
    ),
    Field(
        "groups",
        lambda: say("groups"),
        _GROUPS,
        lambda: say("names, with commas between"),
        Option(metavar="A,B", help=lambda: say("groups you have in common")),
        fact_place=3,
    ),
    Field(
        "how_met",
        lambda: say("how met"),
        _TEXT,
        lambda: say("where, and by whom"),
        Option(metavar="TEXT"),
        fact_place=1,
    ),
    Field(
        "through",
        lambda: say("introduced by"),
        _THROUGH,
        lambda: say("who brought you together, such as @paul"),
        Option(metavar="NAME", help=lambda: say('who introduced them; "" takes it away')),
        fact_place=2,
    ),
    Field(
        "cadence",
        lambda: say("cadence"),
        CADENCE_FORM,
        lambda: say("days, such as 60; nothing: as their circle or groups have it"),
        Option(
            metavar="DAYS",
            help=lambda: say('days after which the tie begins to cool; "": as their circle or groups have it'),
        ),
    ),
    Field(
        "note",
        lambda: say("note"),
        _TEXT,
        lambda: say("what to remember"),
        Option(metavar="TEXT"),
        searched=True,
        fact_place=4,
    ),
)

#: Fields that begin another part of the sheet.
PARTS = ("name", "address", "circle", "how_met")


def checked(fields: Mapping[str, Any], book: Book, now: datetime) -> dict[str, Any]:
    """Fields of a Person, as values or as typed, as they may be kept. Raises Misread.

    A number of days is read as if it were typed; a circle, ids of groups and whatever is no field to type are kept
    as they are.
    """
    kept = dict(fields)
    for field in FIELDS:
        if type(value := fields.get(field.name)) in (str, int):
            kept[field.name] = field.read(str(value), book, now)
    return kept
