"""A person's fields as data, for a sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..book import Book
from ..person import Circle
from ..words import listing, plural, say
from .fields import Field, Form
from .person_fields import READERS


def _form(
    name: str, typed: Callable[[Any], str] = str, said: Callable[[Any, Book], str] = lambda value, _book: str(value)
) -> Form:
    return Form(lambda text, book, _now: READERS[name](text, book), typed, said)


def _text(name: str, label: Callable[[], str], hint: Callable[[], str]) -> Field:
    return Field(name, label, _form(name), hint)


def _names(ids: tuple[str, ...], book: Book) -> str:
    return listing([book.group_name(id_) for id_ in ids])


def _days(value: int, _book: Book) -> str:
    return plural(value, "{n} day", "{n} days")


def _circle(value: Circle | None, _book: Book) -> str:
    return say(value.value) if value else ""


#: All fields of a person in the order of their sheet.
FIELDS = (
    _text("name", lambda: say("name"), lambda: say("such as Marie Dupont")),
    _text("company", lambda: say("company"), lambda: say("where they work")),
    _text("position", lambda: say("position"), lambda: say("what they do there")),
    _text("place", lambda: say("place"), lambda: say("a town, a country")),
    _text("address", lambda: say("address"), lambda: say("such as https://marie-dupont.example")),
    Field(
        "emails",
        lambda: say("e-mail"),
        _form("emails", ", ".join, lambda value, _book: ", ".join(value)),
        lambda: say("such as marie@example.org; more with commas between"),
    ),
    Field("circle", lambda: say("circle"), _form("circle", str, _circle), choices=(None, *Circle)),
    Field(
        "groups", lambda: say("groups"), _form("groups", ", ".join, _names), lambda: say("names, with commas between")
    ),
    _text("how_met", lambda: say("how met"), lambda: say("where, and by whom")),
    Field("cadence", lambda: say("cadence"), _form("cadence", str, _days), lambda: say("days, such as 60")),
    _text("note", lambda: say("note"), lambda: say("what to remember")),
)

#: Fields that begin another part of the sheet.
PARTS = ("name", "address", "circle", "how_met")
