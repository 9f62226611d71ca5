"""A person's fields as she types them: what each text means, and what may not be kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..book import Book
from ..errors import Misread
from ..person import Circle, all_emails
from ..texts import clean, shown
from ..words import say
from .addresses import checked_address
from .names import find_group, refuse_long, refuse_nobody

#: The cadences that make sense, in days: every day to every ten years.
CADENCES = range(1, 3651)

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


def read_cadence(text: str) -> int:
    """Days between contacts: ``60`` or ``60d``. Raises Misread."""
    said = clean(text).casefold()
    digits = said.removesuffix("d").removesuffix("j").strip()
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
    said = clean(text).casefold().replace(" ", "-")
    if said in ("", "none"):
        return None
    found = next((circle for circle in Circle if said in (circle.value, say(circle.value).casefold())), None)
    if found is None:
        raise Misread(
            say("“{text}” is no circle; choose decision-maker, prescriber, peer or friend.", text=shown(text))
        )
    return found


def read_groups(text: str, book: Book) -> tuple[str, ...]:
    """The ids of the groups that a text names, with commas between them. Raises Misread."""
    wanted = [part for part in (part.strip() for part in text.split(",")) if part]
    return tuple(dict.fromkeys(find_group(name, book).id for name in wanted))


def _short(text: str) -> str:
    text = clean(text)
    refuse_long(text)
    return text


#: What each field's typed text means. Every one of these raises Misread.
READERS: Mapping[str, Callable[[str, Book], Any]] = {
    "name": lambda text, _: checked_name(text),
    "company": lambda text, _: _short(text),
    "position": lambda text, _: _short(text),
    "place": lambda text, _: _short(text),
    "address": lambda text, _: checked_address(text),
    "emails": lambda text, _: read_emails(text),
    "circle": lambda text, _: read_circle(text),
    "groups": read_groups,
    "how_met": lambda text, _: clean(text),
    "cadence": lambda text, _: read_cadence(text),
    "note": lambda text, _: clean(text),
}


def checked(fields: Mapping[str, Any], book: Book) -> dict[str, Any]:
    """Fields of a Person, as values or as typed, as they may be kept. Raises Misread.

    A number of days is read as if it were typed; a circle, ids of groups and whatever is no field to type are kept
    as they are.
    """
    kept = dict(fields)
    for name, value in fields.items():
        if name in READERS and type(value) in (str, int):
            kept[name] = READERS[name](str(value), book)
    return kept
