"""The keys of the full screen, and your own in their place.

planner keys                        all of them, part by part; yours are marked
planner keys week                   those of one part, or one by its id
planner keys week.plan f2           another key for an action; several with blanks
planner keys week.plan usual        as if nothing were said

Keys are written as f2, ctrl+k, K, space or the sign itself. They are kept under [keys] in config.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.cli.tables import NAME, REASON, TEXT, table
from planner.domain.errors import Misread
from planner.domain.texts import clean, folded, shown
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.cli import Told
    from planner.desk import Desk
    from planner.domain.told_key import ToldKey


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("keys", metavar="KEY", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    told: Told = args.told
    own = desk.settings().keys
    rows, problems = told(own)
    if args.id is not None:
        rows = _wanted(rows, args.id)
    if not args.keys:
        return Answer(_text(rows, problems), [key_document(row) for row in rows])
    if len(rows) != 1:
        raise Misread(say("“{text}” is not one action; say its id, such as week.plan.", text=shown(args.id)))
    id_, keys = rows[0].id, " ".join(map(clean, args.keys))
    said = desk.set_key(id_, keys, lambda then: [off for off in told(then)[1] if off not in problems])
    now = next(row for row in told(desk.settings().keys)[0] if row.id == id_)
    return Answer(change_text(said), key_document(now))


def _wanted(rows: Sequence[ToldKey], text: str) -> list[ToldKey]:
    """The one of an id, else those whose id begins with it, else those of which it says a word."""
    wanted = folded(clean(text))
    found = (
        [row for row in rows if row.id.lower() == wanted]
        or [row for row in rows if row.id.lower().startswith(f"{wanted}.")]
        or [row for row in rows if wanted in row.id.lower() or wanted in folded(row.does)]
    )
    if not found:
        raise Misread(say("“{text}” is no action that has a key; “planner keys” lists them.", text=shown(text)))
    return found


def _text(rows: Sequence[ToldKey], problems: Sequence[str]) -> str:
    lines = table(
        [(row.read, row.does, f"{row.id}{_mark(row)}") for row in rows],
        (NAME, TEXT, REASON),
    )
    return "\n".join([*problems, *([""] if problems else []), *lines])


def _mark(row: ToldKey) -> str:
    return say(", yours; usually {keys}", keys=row.usually) if row.hers else ""


def key_document(row: ToldKey) -> dict[str, Any]:
    """A key as JSON."""
    return {"id": row.id, "keys": row.keys, "usual": row.usual, "does": row.does, "hers": row.hers}
