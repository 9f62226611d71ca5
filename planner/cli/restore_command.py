"""Go back to a backup: an archive, another home, or a day of the daily backups.

planner restore                          the days there is a backup of
planner restore 2026-11-25               one of them: everything as it was before the first change of that day
planner restore yesterday
planner restore ~/planner-2026-11.zip
planner restore ~/old-home

What is there is written into an archive first, beside the daily backups; everything is read back and compared; and
“planner undo” takes it back as one step. Settings and themes are yours to write: they come back where there are none.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import full_day, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("source", metavar="ZIP|FOLDER|DATE", nargs="?")


def run(desk: Desk, args: Args) -> Answer:
    if args.source is None:
        return _days(desk)
    done = desk.restore(args.source)
    document = {
        "source": args.source,
        "changes": {
            tally.table: {"back": tally.back, "changed": tally.changed, "removed": tally.removed}
            for tally in done.figures.tallies
        },
        "before": done.figures.before or None,
        "left_as_they_are": list(done.figures.stay),
    }
    return Answer(change_text(done.change), document)


def _days(desk: Desk) -> Answer:
    """The days there is a backup of; those that are not good say why, and are offered to nobody."""
    judged = desk.judged_backups()
    if not judged:
        return Answer(say("There are no daily backups yet."), {"days": [], "broken": []})
    rows = [f"{day}  {full_day(day)}" + _why(wrong) for day, wrong in judged.items()]
    days = [day for day, wrong in judged.items() if not wrong]
    if days:
        rows.append(say("“planner restore {day}” goes back to the newest of them.", day=days[0]))
    document = {
        "days": [day.isoformat() for day in days],
        "broken": [{"day": day.isoformat(), "why": wrong} for day, wrong in judged.items() if wrong],
    }
    return Answer("\n".join(rows), document)


def _why(wrong: str) -> str:
    return say("; ") + say("not good: {why}", why=wrong) if wrong else ""
