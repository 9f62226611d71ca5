"""What other programs' names mean here: their projects, tags and addresses, in map.toml, which is yours to write.

  planner map
  planner map Toggl_time_entries.csv
  planner map "Career=watching" "Lyon meetup=meeting" "Sport=skip"

Alone it lists the names that the last imports kept rows back for, with their rows and minutes, the largest first; with
a file, those of it. NAME=KIND is written into map.toml, where your comments stay. There a name may have * and ? in it,
a group of another name, and stand among projects, tags or addresses:

  [projects]
  "Lyon*" = { group = "lyon-ux", kind = "contribution" }    # all that begin so
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.imported import Waiting
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, plural, say, spell_minutes

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.interop.intake.mapping import NameMap


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar="PATH|NAME=KIND", nargs="*", help=say("a file to look at, or what names mean"))


def run(desk: Desk, args: Args) -> Answer:
    words: Sequence[str] = args.words
    meanings = [word for word in words if "=" in word and not os.path.lexists(word)]
    paths = [word for word in words if word not in meanings]
    lines: list[str] = []
    if meanings:
        lines.append(_written(desk, meanings))
    waits = _of_files(desk, paths) if paths else _of_imports(desk)
    if waits or not meanings:
        lines += _listed(waits)
    return Answer("\n".join(lines), {"file": desk.map_path, "waits": [each._asdict() for each in waits]})


def _written(desk: Desk, meanings: Sequence[str]) -> str:
    """Write what names mean into her map."""
    from planner.interop.intake.mapping import parts_of, read_map, spelt, unquoted, written

    said: dict[str, str] = {}
    for word in meanings:
        parts = parts_of(word)
        for part in parts if all("=" in each for each in parts) else [word]:  # a comma may stand in a name
            name, _, meant = part.rpartition("=")
            read_map(f"{spelt(unquoted(name))}={meant}")
            said[unquoted(name)] = meant.strip()
    content = written(desk.map_text(), said)
    words = say("Wrote what {names} mean into map.toml", names=listing(list(said)))
    desk.keep_map(content, words)
    return f"{words}."


def _of_files(desk: Desk, paths: Sequence[str]) -> list[Waiting]:
    from planner.interop.reading import propose

    proposal = propose(desk, paths).proposal
    return [Waiting(each.name, each.rows, each.minutes) for each in proposal.waits]


def _of_imports(desk: Desk) -> list[Waiting]:
    """What the newest import of each format kept rows back for, and nothing says the meaning of since."""
    from planner.interop.intake.mapping import name_map

    names = name_map("", desk.map_text())
    newest: dict[str, Iterable[Waiting]] = {}
    for each in desk.imports():
        newest.setdefault(each.format, each.waits)
    waits = [each for some in newest.values() for each in some if not _is_said(names, each.name)]
    return sorted(waits, key=lambda each: -each.minutes)


def _is_said(names: NameMap, name: str) -> bool:
    return any(names.meaning(table, name) for table in ("projects", "tags", "addresses"))


def _listed(waits: Sequence[Waiting]) -> list[str]:
    if not waits:
        return [say("No name waits of what was imported; “planner map FILE” tells which wait in a file.")]
    width = max(len(each.name) for each in waits)
    return [
        say("Names that wait for a kind, the largest first:"),
        *(
            f"  {each.name:{width}}  {plural(each.rows, '{n} row', '{n} rows')}, {spell_minutes(each.minutes)}"
            for each in waits
        ),
    ]
