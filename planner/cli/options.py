"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.domain.errors import Misread
from planner.domain.kinds import Kind
from planner.domain.plan import WEEK
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser, _ActionsContainer

    from planner.domain.grammar.fields import Field


def json_option(parser: _ActionsContainer) -> None:
    """``--json``: facts for programs."""
    parser.add_argument("--json", action="store_true", help=say("print JSON"))


def document_options(parser: ArgumentParser) -> None:
    """Either of two documents: ``--json``, or ``--markdown`` for people."""
    either = parser.add_mutually_exclusive_group()
    json_option(either)
    either.add_argument("--markdown", action="store_true", help=say("a stable Markdown document"))


def field_options(parser: ArgumentParser, fields: Iterable[Field]) -> None:
    """An option for each field that has one; what is given there stands under the field's own name."""
    for field in fields:
        if option := field.option:
            parser.add_argument(
                f"--{option.name or field.name.replace('_', '-')}",
                *([f"--{option.also}"] if option.also else []),
                dest=field.name,
                metavar=option.metavar,
                help=option.help() or say("{name}: {text}", name=field.label(), text=field.hint()),
                action="append" if option.several else "store",
            )


def minutes_by_kind(words: list[str], *, zero: bool) -> Mapping[Kind, int]:
    """Read ``c=60 m=1h w=15`` (minutes); raises Misread. ``zero``: they are a week's, and may be ``w=0``."""
    from planner.domain.grammar.durations import LONGEST, read_minutes
    from planner.domain.grammar.lexicon import kind_of

    cells = {}
    for word in words:
        letter, equals, text = word.partition("=")
        kind, form = kind_of(letter) or (None, None)
        minutes = (
            0 if zero and text in ("0", "-", "–") else read_minutes(text, WEEK if zero else LONGEST) if text else None
        )
        if kind is None or form or not equals or minutes is None:
            raise Misread(say("“{text}” is no budget; write c=60, m=1h30 or w=15.", text=word))
        cells[kind] = minutes
    return cells


#: More digits than any number has that is asked for: int() refuses thousands of them.
DIGITS = 20


def whole(text: str, least: int, most: int) -> int:
    """A whole number; raises Misread."""
    if not (text.isascii() and text.isdecimal() and len(text) < DIGITS and least <= int(text) <= most):
        raise Misread(
            say(
                "“{text}” is no number from {least} to {most}; write one, such as {least}.",
                text=text,
                least=least,
                most=most,
            )
        )
    return int(text)
