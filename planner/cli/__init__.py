"""Words in, words out: the command line.

A command is a file with ``arguments(parser)`` and ``run(desk, args) -> Answer``; only the one that was asked
for is imported, because importing is most of what a command costs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Mapping, Sequence

from planner.cli.answer import Answer, printed
from planner.cli.commands import COMMANDS, Command, overview
from planner.cli.page import complain
from planner.domain.book import unknown_name
from planner.domain.errors import Misread, PlannerError, Refused, Unknown, system_reason
from planner.domain.texts import printable, shown
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.domain.told_key import ToldKey

    #: All keys of the full screen where her own are these, and what is off in those.
    Told = Callable[[Mapping[str, str]], tuple[Sequence[ToldKey], Sequence[str]]]


def run(
    argv: Sequence[str], desk: Callable[[str], Desk], open_review: Callable[[Desk, str], int], told_keys: Told
) -> int:
    """Carry out one command and print its answer; returns the exit code. Raises PlannerError for what cannot be done.

    ``desk`` makes the desk for a name ("planner log") that a lock may show; ``open_review`` opens the review screen;
    ``told_keys`` tells the keys of all screens.
    """
    name, *words = argv
    if name in ("help", "--help", "-h"):
        return _print(Answer(overview()), False)
    if name == "--version":
        from planner import __version__

        return _print(Answer(f"planner {__version__}"), False)
    if name == "--man":
        from planner.cli.manual import manual

        return _print(Answer("", raw=manual().encode()), False)
    if name not in COMMANDS:
        raise Misread(say("There is no command “{name}”; “planner --help” lists them.", name=shown(name)))
    command = Command(name)
    args = command.parse(words)
    opened = desk(f"planner {name}")
    if getattr(args, "git", False):  # whoever asks holds the home, or has none: nothing of it is looked at
        return _print(command.run(opened, args), False)
    if name == "review" and _wants_screen(args):
        from planner.cli.review_command import week_to_read

        return open_review(opened, str(week_to_read(opened, args.week)))
    if name in ("keys", "config", "completions"):
        args.told = told_keys
    try:
        code = _print(command.run(opened, args), bool(getattr(args, "json", False)))
    except PlannerError as error:
        _tell_of_settings(opened, but={str(error)})
        _tell_of_damage(opened, name, but={str(error), *opened.notices})
        if _is_name(error) and opened.lacks_book():
            raise unknown_name() from None
        raise
    _tell_of_settings(opened)
    if opened.settings().on_warning and name != "completions":  # which she never asked for
        _tell_outside(opened)
    # What was to be kept is kept; what was to be read lacks a part.
    return 1 if _tell_of_damage(opened, name, but=set(opened.notices)) and not opened.has_changed else code


def _is_name(error: PlannerError) -> bool:
    """Whether what is wrong is a name that nothing known is called by."""
    from planner.domain.grammar.reading import Unfinished

    group = isinstance(error, Unfinished) and error.prompt == say("which group?")
    return group or isinstance(error, Unknown)


def _tell_of_settings(desk: Desk, but: Container[str] = ()) -> None:
    """Say on standard error what is off in her settings, until it is mended; what is said already, ``but``, is not
    said twice."""
    for notice in desk.notices:
        if notice not in but:
            complain(printable(notice))


def _tell_outside(desk: Desk) -> None:
    """Tell her own command what is new of the week; her answer is printed by then, and stands."""
    with suppress(PlannerError):
        if wrong := desk.tell_outside():
            complain(printable(wrong))


def _tell_of_damage(desk: Desk, name: str, but: Container[str] = ()) -> bool:
    """Say on standard error which files are damaged, until they are mended; returns whether there are any."""
    if name == "check":  # says so of each file itself
        return False
    try:
        damage = desk.damage()
    except PlannerError:  # of a home that cannot be looked at the command has said so
        return False
    for sentence in damage:
        if sentence not in but:
            complain(printable(sentence))
    return bool(damage)


def _wants_screen(args: object) -> bool:
    """Whether the words alone say what is wanted, and there is a terminal that can show a screen."""
    options = (getattr(args, "json", False), getattr(args, "markdown", False))
    shows = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return shows and not any(options)


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
        raise Refused(say("It is done, but cannot be printed: {reason}.", reason=system_reason(error))) from None
    if answer.why:
        complain(answer.why)
    return answer.code
