"""The commands by name: what each is for, and how its words are read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn, Protocol

from planner.domain.errors import Misread
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.cli.answer import Answer
    from planner.desk import Desk

#: Every command with one line of what it does, in the order of a first day.
COMMANDS = {
    "log": "log one line: planner log c 25 lyon-ux answered a question",
    "start": "start the timer: planner start m lyon-ux @marie",
    "stop": "stop the timer and log it",
    "cancel": "stop the timer without logging it",
    "status": "one line that says where the week stands",
    "week": "the week: budget, totals and drift",
    "plan": "show, set, suggest or copy a week's plan",
    "group": "add, list, show, edit or remove groups",
    "entries": "the log, filtered",
    "edit": "change an entry",
    "remove": "remove an entry",
    "undo": "take the last change back",
    "redo": "make the last undone change again",
    "drift": "how far the week is moving toward watching",
    "review": "the review of a week",
    "import": "read another program's log",
    "backup": "write everything into one archive",
    "check": "verify every file",
    "completions": "completion script for bash, zsh or fish",
}


class CommandModule(Protocol):
    """A command's file."""

    def arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, desk: Desk, args: argparse.Namespace) -> Answer: ...


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line, raised like every other misreading."""

    def error(self, message: str) -> NoReturn:
        raise Misread(say("{what}; “{command} --help” shows how.", what=message, command=self.prog))


class Command:
    """One command, its module loaded."""

    def __init__(self, name: str) -> None:
        self._module: CommandModule = import_module(f"planner.cli.{name}_command")
        self.parser = Parser(
            prog=f"planner {name}",
            description=self._module.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._module.arguments(self.parser)

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Read the command's words; raises Misread."""
        if self.parser.get_default("free_text"):
            return _free_text(self.parser, words)
        return self.parser.parse_args(words)

    def run(self, desk: Desk, args: argparse.Namespace) -> Answer:
        return self._module.run(desk, args)


def load(name: str) -> Command:
    """The command of a name that COMMANDS has."""
    return Command(name)


def overview() -> str:
    """The page that ``planner --help`` prints."""
    width = max(map(len, COMMANDS))
    rows = [f"  {name:{width}}  {say(what)}" for name, what in COMMANDS.items()]
    return "\n".join(
        [
            say("planner: weekly minutes for a few professional groups, spent on people rather than on watching."),
            "",
            f"  {'planner':{width}}  {say('open the full screen')}",
            f"  {'  --demo':{width}}  {say('the same over a sample that is thrown away')}",
            *rows,
            "",
            say("“planner COMMAND --help” tells more; --json gives facts to programs; --version says which this is."),
        ]
    )


def _free_text(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Read a command whose words are one quick-log line: options may stand before or after it, ``-2d`` is text."""
    known = [option for option in parser._option_string_actions if option.startswith("--")] + ["-h"]
    options, text = [], []
    for position, word in enumerate(words):
        if word == "--":
            text.extend(words[position + 1 :])
            break
        (options if word in known else text).append(word)
    args = parser.parse_args(options)
    args.text = " ".join(map(_requoted, text)) if len(text) > 1 else "".join(text)
    return args


def _requoted(word: str) -> str:
    """The shell has taken the quotes of ``@"Marie Dupont"``; put them back."""
    if word[:1] in ("@", "#") and " " in word and '"' not in word:
        return f'{word[0]}"{word[1:]}"'
    return word
