"""A completion script: put its output where your shell looks.

planner completions bash > ~/.local/share/bash-completion/completions/planner
planner completions zsh  > "${fpath[1]}/_planner"
planner completions fish > ~/.config/fish/completions/planner.fish
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from planner.cli.answer import Answer, Args
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.cli import Told
    from planner.desk import Desk

#: So many weeks back are completed by their names, and entries of so many by their ids.
_WEEKS, _OF_ENTRIES = 8, 2


def quick(words: Sequence[str]) -> Args | None:
    """What a script asks while somebody waits for it is read without argparse."""
    return Args(shell=words[0], json=False) if len(words) == 1 and words[0] in SOURCES else None


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="bash|zsh|fish")


def run(desk: Desk, args: Args) -> Answer:
    if args.shell in SOURCES:
        lines = ("\t".join(" ".join(part.split()) for part in row) for row in SOURCES[args.shell](desk, args.told))
        return Answer("", raw="".join(f"{line}\n" for line in lines).encode())
    from planner.cli.completion_scripts import SCRIPTS

    if args.shell not in SCRIPTS:
        raise Misread(say("“{text}” is no shell planner completes for; choose bash, zsh or fish.", text=args.shell))
    return Answer("", raw=f"{SCRIPTS[args.shell]().rstrip()}\n".encode())


# Each row is a word that may be typed, and what it stands for where it does not say so itself.


def _groups(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((group.slug,) for group in desk.book().groups.values())


def _people(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((id_,) for id_ in desk.book().people)


def _objectives(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((each.id, each.title) for each in desk.book().objectives.values())


def _companies(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((name,) for name in sorted({each.company for each in desk.book().people.values() if each.company}))


def _weeks(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    yield from ((say("this", context="a week"),), (say("last", context="a week"),), (say("next", context="a week"),))
    week = desk.this_week()
    yield from ((str(week.plus(-back)),) for back in range(_WEEKS))


def _entries(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    """Those of the last weeks, the newest first."""
    book, week = desk.book(), desk.this_week()
    for entry in reversed([*desk.entries_of([week.plus(-back) for back in reversed(range(_OF_ENTRIES))])]):
        yield entry.id, f"{entry.start:%m-%d %H:%M} {book.group_name(entry.group)} {entry.note}"


def _meetings(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    """Those that are to come or to be answered."""
    book = desk.book()
    for each in desk.appointments():
        if each.planned:
            yield each.id, f"{each.start:%m-%d %H:%M} {each.title or ', '.join(map(book.person_name, each.people))}"


def _steps(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    """Those that are still to be taken."""
    book = desk.book()
    for each in book.steps.values():
        if each.closed is None:
            yield each.id, say("{person}: {text}", person=book.person_name(each.person), text=each.text)


def _conflicts(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((each.id, each.record) for each in desk.conflicts())


def _imports(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((str(number), f"{each.at:%m-%d} {each.format}") for number, each in enumerate(desk.imports(), 1))


def _changes(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    """Those that can be undone, the newest first."""
    return ((str(number), done.label) for number, done in enumerate(desk.history()[0], 1))


def _backups(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((day.isoformat(),) for day in desk.backup_days())


def _themes(desk: Desk, _: Told) -> Iterator[tuple[str, ...]]:
    return ((name,) for name in desk.themes())


def _keys(desk: Desk, told: Told) -> Iterator[tuple[str, ...]]:
    return ((key.id, key.does) for key in told(desk.settings().keys)[0])


#: What the scripts themselves ask for.
SOURCES: Mapping[str, Callable[[Desk, Told], Iterator[tuple[str, ...]]]] = {
    "groups": _groups,
    "people": _people,
    "objectives": _objectives,
    "companies": _companies,
    "weeks": _weeks,
    "entries": _entries,
    "meetings": _meetings,
    "steps": _steps,
    "conflicts": _conflicts,
    "imports": _imports,
    "changes": _changes,
    "backups": _backups,
    "themes": _themes,
    "keys": _keys,
}
