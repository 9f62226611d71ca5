"""The commands by name: what each is for, and how its words are read."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from planner.cli.answer import Answer, Args
from planner.domain.value.typed import TYPE_CHECKING, Protocol, cast
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.cli.parser import Parser
    from planner.desk import Desk

#: Every command with one line of what it does, in the order of a first day.
COMMANDS = {
    "log": "log one line: planner log c 25 lyon-ux answered a question",
    "start": "start the timer: planner start m lyon-ux @marie",
    "pause": "let the timer stand still; “planner start” goes on",
    "stop": "stop the timer and log it",
    "cancel": "stop the timer without logging it",
    "status": "one line that says where the week stands",
    "week": "the week: budget, totals and drift",
    "plan": "show, set, suggest, copy or shorten a week's plan",
    "objective": "set, list, edit, reach or drop objectives",
    "group": "add, list, show, edit, park, leave, merge or remove groups",
    "audit": "every group with what it has brought, and a verdict",
    "select": "which groups fit into the minutes you have",
    "person": "add, list, show, edit, merge or rest people",
    "company": "companies: whom you know there, and the ways in",
    "brief": "what to know before a meeting: who they are, what passed, what to ask",
    "meet": "arrange meetings, and say what became of them",
    "next": "what comes next with people, and what is promised",
    "ties": "how close and how warm the tie with each person is",
    "entries": "the log, filtered",
    "edit": "change an entry",
    "echo": "what came back from an entry: replies, requests, thanks",
    "remove": "remove an entry",
    "undo": "take the last change back",
    "redo": "make the last undone change again",
    "drift": "how far the week is moving toward watching",
    "review": "the review of a week",
    "trends": "where the weeks go: 12, 26, 52 or all, and a quarter at a time",
    "handout": "one page for your adviser, to print or to send",
    "import": "read another program's files: a log, a calendar, contacts, feeds",
    "imports": "what was imported, and how to take one back",
    "map": "what other programs' names mean here",
    "export": "give a calendar, contacts or feeds out to another program",
    "config": "your settings, the minutes you have among them",
    "keys": "the keys of the full screen, and your own",
    "backup": "write everything into one archive, or verify one",
    "restore": "go back to an archive, another home or a day's backup",
    "sync": "carry everything to your other machines by way of git",
    "merge": "merge another copy of your home into this one",
    "conflicts": "what two machines said of one thing, and choosing",
    "check": "verify every file",
    "completions": "completion script for bash, zsh or fish",
}


class CommandModule(Protocol):
    """A command's file. ``quick`` is optional: it reads plain words without argparse, and is None for others."""

    __doc__: str | None

    def arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, desk: Desk, args: Args) -> Answer: ...


class Command:
    """One command, its module loaded."""

    def __init__(self, name: str) -> None:
        self.name = name
        # ``importlib`` would be loaded for this alone.
        self._module = cast("CommandModule", __import__(f"planner.cli.{name}_command", fromlist=["run"]))

    def parse(self, words: Sequence[str]) -> Args:
        """Read the command's words; raises Misread."""
        quick: Callable[[Sequence[str]], Args | None] | None = getattr(self._module, "quick", None)
        plain = quick(words) if quick else None
        if not plain and len(words) > 1 and {"--help", "-h"} & {*words}:
            self._explain(words[0])
        if plain:
            return plain
        parser = self.parser()
        return parser.parse_intermixed_args(_days_back(words, parser.flags), Args())

    def parser(self) -> Parser:
        """The parser of its words, which also explains them."""
        from planner.cli.parser import Parser

        parser = Parser(f"planner {self.name}", self.text)
        self._module.arguments(parser)
        return parser

    @property
    def text(self) -> str:
        """What the command says of itself, in the language spoken: its module's text, block by block."""
        return "\n\n".join(say(block) for block in blocks(self._module.__doc__))

    def _explain(self, act: str) -> None:
        """Print the page of one thing that the command does, and end; nothing where that has no page."""
        from planner.cli.pages import PAGES, explained
        from planner.cli.parser import Parser

        page = PAGES.get(self.name, {}).get(act)
        if page:
            text = explained(self.text, self.name, act)
            parser = Parser(f"planner {self.name} {act}", text, page)
            self._module.arguments(parser)
            parser.parse_args(["--help"])

    def run(self, desk: Desk, args: Args) -> Answer:
        """Carry it out."""
        return self._module.run(desk, args)


def blocks(text: str | None) -> list[str]:
    """The parts of a command's text that are translated each by itself: an empty line parts them."""
    return (text or "").strip().split("\n\n")


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
            say("“planner --man > planner.1” writes all of it as a page to be read by “man ./planner.1”."),
        ]
    )


def _days_back(words: Sequence[str], flags: Container[str]) -> list[str]:
    """``--since -2d`` as ``--since=-2d``: what begins with a minus and a figure is a value, not an option.

    ``flags`` are the options that take none: ``--json -3``.
    """
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if word[:1] == "-" and word[1:2].isdecimal() and before[:2] == "--" and not ("=" in before or before in flags):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined
