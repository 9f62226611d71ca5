"""What two machines said of one thing, neither knowing of the other: both are kept until you choose.

planner conflicts
planner conflicts keep 3f2a 1          what stands: “mine” says so, too
planner conflicts keep 3f2a 2          what is kept beside it, “theirs”
planner conflicts keep 3f2a both       texts, one after the other

The latest stands until you choose, whichever machine it was said on. What is settled on one machine is settled on all,
once they are merged.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.answer import Answer, Args
from planner.cli.documents import change_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.grammar.choices import typed_of_two
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
    def says(self) -> tuple[str, ...]: ...
    @property
    def both(self) -> bool: ...
    @property
    def table(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def record_id(self) -> str: ...


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar=f"keep ID 1|2|{typed_of_two('both')}", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    if not args.words:
        conflicts = desk.conflicts()
        return Answer("\n".join(_rows(conflicts)), {"conflicts": [_document(each) for each in conflicts]})
    act, *rest = args.words
    if act != "keep":
        raise Misread(say("“{text}” is nothing that conflicts do: keep.", text=shown(act)))
    if len(rest) < 2:
        raise Misread(say("Say which, and what to keep of it: planner conflicts keep 3f2a 1"))
    change = desk.settle_conflict(rest[0], " ".join(rest[1:]))
    return Answer(change_text(change), change_document(change, desk.book()))


def _rows(conflicts: Sequence[Conflict]) -> list[str]:
    if not conflicts:
        return [say("There are no conflicts.")]
    rows = []
    for each in conflicts:
        of = say("{record}: {field}", record=each.record, field=each.field) if each.field else each.record
        rows.append(f"{each.id}  {of}")
        rows += [f"  {number}  {said}" for number, said in enumerate(each.says, 1)]
    first = conflicts[0]
    rows.append(
        say(
            "“planner conflicts keep {id} 1” (or 2, or {both}) settles the first; 1 is what stands.",
            id=first.id,
            both=typed_of_two("both"),
        )
        if first.both
        else say("“planner conflicts keep {id} 1” (or 2) settles the first; 1 is what stands.", id=first.id)
    )
    return rows


def _document(conflict: Conflict) -> dict[str, object]:
    return {
        "id": conflict.id,
        "table": conflict.table,
        "record": conflict.record_id,
        "field": conflict.part,
        "text": conflict.record,
        "mine": conflict.says[0],
        "theirs": conflict.says[1],
        "says": list(conflict.says),
        "both": conflict.both,
    }
