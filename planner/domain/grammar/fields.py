"""Fields as data: how each is called, how it is said, what a typed text makes of it, and where it is shown.

What shows or reads the fields of a group or a person follows from their rows: the sheet, the shell's options, what a
search looks in, and what is told of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from ..book import Book
from ..errors import Misread
from ..value import NamedTuple
from ..value.enums import StrEnum
from ..words import say
from .choices import chosen, typed

Choice = TypeVar("Choice", bound=StrEnum)

#: The marks that a fit, an activity, a worth and a joy can have.
MARKS = range(4)


class Form(NamedTuple):
    """How values of one sort are read from a text, which raises Misread, how they are typed, and how they are said."""

    read: Callable[[str, Book, datetime], Any]
    typed: Callable[[Any], str]
    said: Callable[[Any, Book], str]


class Option(NamedTuple):
    """The shell's option for a field: what stands for its value in a usage, and what it is for.

    It is called as the field is, unless ``name`` says otherwise, and ``also`` as it once was; ``several`` may be given
    one after another.
    """

    metavar: str
    help: Callable[[], str] = lambda: ""
    name: str = ""
    several: bool = False
    also: str = ""


class Field(NamedTuple):
    """One field: ``name`` as in Group or Person, with its part where it has several (``fit.trade``).

    A group's is ``judged`` at a look. ``choices`` are all the values it can have; ``hint`` says how it is written.
    What is ``searched`` is found by its words. ``fact_place`` is its place among the facts that are told of the thing,
    0 for what is no fact of its own. Where ``several`` of the choices can be held at once, they are written.
    """

    name: str
    label: Callable[[], str]
    form: Form
    hint: Callable[[], str] = lambda: ""
    option: Option | None = None
    choices: tuple[Any, ...] = ()
    judged: bool = False
    searched: bool = False
    fact_place: int = 0
    several: bool = False

    @property
    def is_written(self) -> bool:
        """Whether it is typed rather than chosen."""
        return not self.choices or self.several

    @property
    def is_mark(self) -> bool:
        return self.choices == tuple(MARKS)

    def value(self, thing: Any) -> Any:
        """What the field holds."""
        whole, _, part = self.name.partition(".")
        held = getattr(thing, whole)
        return getattr(held, part) if part else held

    def typed(self, thing: Any) -> str:
        """What it holds, as one would type it."""
        return self.form.typed(self.value(thing))

    def said(self, thing: Any, book: Book) -> str:
        """What it holds, as a person reads it; "" for nothing."""
        return self.form.said(self.value(thing), book)

    def changed(self, thing: Any, value: Any) -> dict[str, Any]:
        """The fields of the thing that are other once this one holds ``value``."""
        whole, _, part = self.name.partition(".")
        return {whole: getattr(thing, whole)._replace(**{part: value}) if part else value}

    def read(self, text: str, book: Book, now: datetime) -> Any:
        """The value that a text means. Raises Misread."""
        return self.form.read(text, book, now)

    def beside(self, thing: Any, steps: int) -> Any:
        """The choice so many steps on: round and round for words, from end to end for marks."""
        held = self.value(thing)
        at = (
            self.choices.index(held) if held in self.choices else -1
        ) + steps  # a mark that was never given is below 0
        return self.choices[min(max(at, 0), len(self.choices) - 1) if self.is_mark else at % len(self.choices)]


def fact_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Those that are facts of their own, in their order there."""
    return tuple(sorted((field for field in fields if field.fact_place), key=lambda field: field.fact_place))


def read_choice(text: str, words: type[Choice], what: str) -> Choice:
    """One of a few words, as they are read or in English. Raises Misread with them; ``what``, as it is read too, is
    what they are words for."""
    word = chosen(text, ((member.value, "") for member in words))
    if word is None:
        known = ", ".join(typed(member.value) for member in words)
        raise Misread(say("“{text}” is no {what}; choose one of {known}.", text=text, what=what, known=known))
    return words(word)
