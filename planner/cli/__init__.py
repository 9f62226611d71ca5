"""Words in, words out: the command line.

A command is a file with ``arguments(parser)`` and ``run(desk, args) -> Answer``; only the one that was asked
for is imported, because importing is most of what a command costs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from planner.cli.answer import Answer, printed
from planner.cli.commands import COMMANDS, Command, overview
from planner.domain.errors import Misread, Refused
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.desk import Desk


def run(argv: Sequence[str], desk: Callable[[str], Desk], open_review: Callable[[Desk, str], int]) -> int:
    """Carry out one command and print its answer; returns the exit code. Raises PlannerError for what cannot be done.

    ``desk`` makes the desk for a name ("planner log") that a lock may show; ``open_review`` opens the review screen.
    """
    name, *words = argv
    if name in ("help", "--help", "-h"):
        return _print(Answer(overview()), False)
    if name == "--version":
        from planner import __version__

        return _print(Answer(f"planner {__version__}"), False)
    if name not in COMMANDS:
        raise Misread(say("There is no command “{name}”; “planner --help” lists them.", name=name))
    command = Command(name)
    args = command.parse(words)
    opened = desk(f"planner {name}")
    if name == "review" and _wants_screen(args):
        return open_review(opened, args.week)
    code = _print(command.run(opened, args), bool(getattr(args, "json", False)))
    for notice in opened.notices:
        sys.stderr.write(f"planner: {notice}\n")
    return code


def _wants_screen(args: object) -> bool:
    options = (getattr(args, "json", False), getattr(args, "markdown", False))
    return not any(options) and sys.stdin.isatty() and sys.stdout.isatty()


def _print(answer: Answer, as_json: bool) -> int:
    try:
        if answer.raw and not as_json:
            sys.stdout.flush()
            sys.stdout.buffer.write(answer.raw)
        else:
            for line in printed(answer, as_json):
                sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refused(say("It is done, but cannot be printed: {reason}.", reason=error.strerror)) from None
    if answer.why:
        sys.stderr.write(f"planner: {answer.why}\n")
    return answer.code
