"""Verify every file, look at what the records say, and say what was found.

planner check             every file; overlaps, entries over a day, runs left open, names that point to nothing
planner check --mend      put the newest good backup of each damaged file in its place, and entries into their weeks

What is marked !! is not as it should be, with what --mend would do about it; what is marked ?? is for you to look at.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.copies import conflicts_words, copies_words
from planner.domain.weeks.oddities import Oddity, Oddness
from planner.domain.words import day_in_words, plural, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.desk.checkup import Checkup, Finding, Report

#: Oddities of one sort that a person may read; ``--json`` has all.
MOST = 20


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--mend", action="store_true", help=say("bring damaged files back from the newest backup"))


def run(desk: Desk, args: Args) -> Answer:
    checkup = desk.checkup(mend=args.mend)
    rows = [*map(_row, checkup.files), *_moved_rows(checkup), *_odd_rows(checkup.oddities), *_verified_rows(checkup)]
    if copies := copies_words(len(checkup.waiting)):
        rows.append("??  " + say("{copies}: planner merge", copies=copies))
    if conflicts := conflicts_words(checkup.conflicts):
        rows.append("??  " + say("{conflicts}: planner conflicts", conflicts=conflicts))
    document = {
        "good": checkup.good,
        "files": [_document(finding) for finding in checkup.files],
        "contents": [_odd_document(oddity) for oddity in checkup.oddities],
        "verified": _verified_document(checkup.verified),
        "copies": list(checkup.waiting),
        "conflicts": checkup.conflicts,
    }
    if not rows:
        return Answer(say("There is nothing in {folder} yet.", folder=desk.folder), document)
    return Answer("\n".join([*rows, _summary(checkup, mended=args.mend)]), document, code=0 if checkup.good else 1)


def _row(finding: Finding) -> str:
    parts = [finding.what, *([say("--mend would {do}", do=finding.mend)] if finding.mend else [])]
    told = say("{name}: {text}", name=finding.file, text=say("; ").join(parts))
    return f"{'ok ' if finding.good else '!! '} {told}"


def _document(finding: Finding) -> dict[str, object]:
    return {"file": finding.file, "good": finding.good, "what": finding.what, "mend": finding.mend or None}


def _moved_rows(checkup: Checkup) -> list[str]:
    rows = []
    if n := checkup.moved:
        rows.append(plural(n, "{n} entry moved to the file of its week", "{n} entries moved to those of their weeks"))
    if n := checkup.parted:
        rows.append(plural(n, "{n} entry has an id of its own now", "{n} entries have ids of their own now"))
    rows += checkup.retyped
    return [f"ok  {row}" for row in rows]


def _odd_rows(odd: Sequence[Oddity]) -> list[str]:
    """Every sort by itself, the first of each."""
    rows = []
    for oddness in Oddness:
        of_it = [oddity for oddity in odd if oddity.oddness is oddness]
        for oddity in of_it[:MOST]:
            would = [say("--mend would {do}", do=_mending(oddity))] if oddity.is_mended else []
            words = say("; ").join([oddity.what, *would])
            rows.append(f"{'!! ' if would else '?? '} {say('{name}: {text}', name=_where(oddity), text=words)}")
        if more := len(of_it[MOST:]):
            rows.append(
                "    "
                + plural(more, "and {n} more like it, which --json tells", "and {n} more like it, which --json tells")
            )
    return rows


def _mending(oddity: Oddity) -> str:
    """What mending would do about an oddity, in words."""
    if oddity.oddness is Oddness.WRONG_WEEK:
        return say("move it there")
    if oddity.oddness is Oddness.SHARED_SLUG:
        return say("have it typed by another word")
    return say("put them together if they are one, else keep both, each under an id of its own")


def _where(oddity: Oddity) -> str:
    """What an oddity is in, in words."""
    if oddity.week:
        return str(oddity.week)
    return say("timer") if oddity.ids == ("timer",) else say("book")


def _odd_document(oddity: Oddity) -> dict[str, object]:
    week = str(oddity.week) if oddity.week else None
    return {
        "code": oddity.oddness.value,
        "week": week,
        "ids": list(oddity.ids),
        "what": oddity.what,
        "mends": oddity.is_mended,
    }


def _verified_rows(checkup: Checkup) -> list[str]:
    verified = checkup.verified
    if verified is None:
        none = say("backups: none has been restored for a test yet; one is with the next change")
        return [f"??  {none}"] if checkup.backups else []
    day = day_in_words(verified.at.date())
    if verified.wrong:
        return ["!!  " + say("backups: restoring one for a test failed on {day}: {why}", day=day, why=verified.wrong)]
    if verified.backup not in checkup.backups:  # it was good then, and what is wrong with it now is said
        return []
    backup = day_in_words(verified.backup)
    said = say("backups: the one of {backup} was restored for a test on {day}, and is good", backup=backup, day=day)
    return [f"ok  {said}"]


def _verified_document(verified: Report | None) -> dict[str, object] | None:
    if verified is None:
        return None
    return {
        "at": verified.at.isoformat(),
        "backup": verified.backup.isoformat(),
        "good": not verified.wrong,
        "why": verified.wrong or None,
    }


def _summary(checkup: Checkup, *, mended: bool) -> str:
    if checkup.good and (checkup.oddities or checkup.waiting or checkup.conflicts):
        return say("Every file is good; what is marked ?? is for you to look at.")
    if checkup.good:
        return say("Every file is good.")
    if mended or not (any(finding.mend for finding in checkup.files) or any(odd.is_mended for odd in checkup.oddities)):
        return say("Not every file is good; what is marked !! is for you to mend.")
    return say("Not every file is good; “planner check --mend” mends what a backup can.")
