"""What two machines said of one thing, neither knowing of the other: both are kept until you choose.

planner conflicts
planner conflicts keep 3f2a mine       what stands here
planner conflicts keep 3f2a theirs     what is kept beside it
planner conflicts keep 3f2a both       two texts, one after the other

What is settled on one machine is settled on all, once they are merged.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.answer import Answer, Args
from planner.cli.documents import change_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING, Protocol
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


class Conflict(Protocol):
    """One thing of which two are kept."""

    @property
    def id(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def mine(self) -> str: ...
    @property
    def theirs(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def record_id(self) -> str: ...


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar="keep ID mine|theirs|both", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    if not args.words:
        conflicts = desk.conflicts()
        return Answer("\n".join(_rows(conflicts)), {"conflicts": [_document(each) for each in conflicts]})
    act, *rest = args.words
    if act != "keep":
        raise Misread(say("“{text}” is nothing that conflicts do: keep.", text=shown(act)))
    if len(rest) != 2:
        raise Misread(say("Say which, and what to keep of it: planner conflicts keep 3f2a mine"))
    change = desk.settle_conflict(*rest)
    return Answer(change_text(change), change_document(change, desk.book()))


def _rows(conflicts: Sequence[Conflict]) -> list[str]:
    if not conflicts:
        return [say("There are no conflicts.")]
    rows = []
    for each in conflicts:
        what = say("{record}: {field}", record=each.record, field=each.field) if each.field else each.record
        rows.append(f"{each.id}  {what}")
        rows.append(f"  mine    {each.mine}")
        rows.append(f"  theirs  {each.theirs}")
    rows.append(say("“planner conflicts keep {id} mine” (or theirs, or both) settles the first.", id=conflicts[0].id))
    return rows


def _document(conflict: Conflict) -> dict[str, str]:
    return {
        "id": conflict.id,
        "table": conflict.table,
        "record": conflict.record_id,
        "field": conflict.part,
        "text": conflict.record,
        "mine": conflict.mine,
        "theirs": conflict.theirs,
    }
