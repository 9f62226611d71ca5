"""Your settings, kept in config.toml, which is yours to write; what is set here leaves the rest of it as it is.

planner config                    all of them
planner config minutes            one
planner config minutes 5h         the minutes you have a week
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli.answer import Answer, Args
from planner.cli.cells import NAME, TEXT, table
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes
from planner.domain.plan import WEEK
from planner.domain.settings import Settings
from planner.domain.words import say, spell_minutes

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("key", metavar="KEY", nargs="?")
    parser.add_argument("value", metavar="VALUE", nargs="?")


def run(desk: Desk, args: Args) -> Answer:
    settings = {key: value for key, value in desk.settings()._asdict().items() if key != "unknown"}
    if args.key is not None and args.key not in settings:
        known = ", ".join(settings)
        raise Misread(say("“{text}” is no setting; there are {known}.", text=args.key, known=known))
    if args.value is not None:
        said = change_text(_set(desk, args.key, args.value))
        return Answer(said, {args.key: desk.settings()._asdict()[args.key]})
    wanted = {args.key: settings[args.key]} if args.key else settings
    rows = [(key, _told(key, value)) for key, value in wanted.items()]
    return Answer("\n".join(table(rows, (TEXT, NAME))), wanted)


def _set(desk: Desk, key: str, text: str) -> Any:
    if key != "minutes":
        return desk.set_setting(key, _value(key, text))
    minutes = read_minutes(text, WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 240 or 4h.", text=text))
    return desk.keep_minutes(minutes)


def _value(key: str, text: str) -> object:
    """A value as the file holds it, by what the setting is today."""
    usual = Settings()._asdict()[key]
    if isinstance(usual, bool):
        if text.casefold() not in ("true", "false"):
            raise Misread(say("“{text}” is neither true nor false.", text=text))
        return text.casefold() == "true"
    if isinstance(usual, int):
        if not (text.isascii() and text.isdecimal()):
            raise Misread(say("“{text}” is no number.", text=text))
        return int(text)
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(usual, tuple) else text


def _told(key: str, value: Any) -> str:
    if value is None or value == "":
        return say("not said yet")
    if key == "minutes":
        return spell_minutes(value)
    return (
        ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )
