"""The manual's page, ``planner --man > planner.1``: made of what ``--help`` prints, in the language spoken.

Its macros are those of man(7), which groff and mandoc set.
"""

from __future__ import annotations

import re
from argparse import Action
from collections.abc import Iterator

from planner import __version__
from planner.cli.commands import COMMANDS, Command
from planner.cli.reflow import reflowed
from planner.domain.words import say

#: Cells that a manual page has beside its indent on a terminal of 80: what is set as it is written keeps to them.
SET = 72


def manual() -> str:
    """All of it."""
    return "\n".join([*_head(), *_commands(), *_around()]) + "\n"


def _head() -> Iterator[str]:
    yield f'.TH PLANNER 1 "" "planner {__version__}"'
    yield from _section(say("NAME"))
    told = say("planner: weekly minutes for a few professional groups, spent on people rather than on watching.")
    yield f"planner \\- {_text(told.partition(':')[2].strip().rstrip('.'))}"
    yield from _section(say("SYNOPSIS"))
    for words, what in (
        ("planner", say("open the full screen")),
        ("planner --demo", say("the same over a sample that is thrown away")),
        (say("planner COMMAND …"), say("one of the commands below")),
        (say("planner COMMAND --help"), say("what it takes, by itself")),
    ):
        yield from _term(f"\\fB{_text(words)}\\fR", what)


def _commands() -> Iterator[str]:
    yield from _section(say("COMMANDS"))
    for name, what in COMMANDS.items():
        command = Command(name)
        parser = command.parser()
        yield f".SS planner {_text(name)}"
        yield _text(say(what))
        yield from _told(command.text)
        for action in parser._actions:
            if action.option_strings and action.dest not in ("help", "json"):
                yield from _term(_option(action), action.help or "")


def _around() -> Iterator[str]:
    yield from _section(say("ENVIRONMENT"))
    for name, what in (
        ("PLANNER_HOME", say("the folder that holds everything; unset: your own data and settings folders")),
        ("PLANNER_NOW", say("a date and time that freezes the clock, for trying things")),
        ("PLANNER_LANG", say("the language to speak, en or fr; unset: that of your settings, then of your system")),
        ("NO_COLOR", say("set: no colour is sent")),
    ):
        yield from _term(f"\\fB{name}\\fR", what)
    yield from _section(say("EXIT STATUS"))
    for code, what in (
        ("0", say("done")),
        ("1", say("it could not be done; the reason is on standard error")),
        ("2", say("the words of the call are off")),
        ("3", say("an import has names of which it is to be said what they mean")),
    ):
        yield from _term(f"\\fB{code}\\fR", what)


def _section(title: str) -> Iterator[str]:
    yield f".SH {_text(title)}"


def _term(term: str, what: str) -> Iterator[str]:
    yield from (".TP", term, _text(what) or "\\&")


def _option(action: Action) -> str:
    value = f" \\fI{_text(str(action.metavar))}\\fR" if action.metavar and action.nargs != 0 else ""
    return ", ".join(f"\\fB{_text(name)}\\fR" for name in action.option_strings) + value


def _told(text: str) -> Iterator[str]:
    """A command's own text: its paragraphs flow, its examples and what stands in columns stay as they are written."""
    for block in text.split("\n\n"):
        is_set = re.search(r"^( |planner )|\S {2}", block, re.MULTILINE)
        lines = reflowed(block, SET) if is_set else block.splitlines()
        yield from (".PP", *([".nf"] if is_set else []), *map(_text, lines), *([".fi"] if is_set else []))


def _text(text: str) -> str:
    """What troff would take for a sign of its own, as text."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text
