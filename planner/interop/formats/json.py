"""Planner's own export: another home, or this one as it once was, record by record; of each the one that changed last.

Into an empty home it comes whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.errors import Refused
from planner.domain.words import plural, say
from planner.interop.account import Account
from planner.interop.home_document import LARGEST, is_document, read_document
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.proposal import Proposal
from planner.interop.problem import Problem
from planner.store.config import read_settings
from planner.store.contents import CONFIG
from planner.store.restore import Restored
from planner.store.snapshot import Snapshot


def propose(taking: Taking) -> Proposal:
    """What planner's own export would bring. Raises Refused and Newer."""
    if not taking.parts.parts:
        raise Refused(
            say("“{path}” is no export of planner's; “planner export json” writes one.", path=taking.parts.called)
        )
    part = taking.parts.parts[0]
    incoming = read_document(part.content(LARGEST), taking.parts.called)
    read = sum(1 for _ in incoming.documents()) + len(incoming.texts)
    label = plural(read, "Read {n} record of planner's", "Read {n} records of planner's")
    figures = taking.desk.take_in(incoming, label, dry_run=True)
    added = sum(tally.back for tally in figures.tallies) + len(figures.written)
    changed = sum(tally.changed + tally.removed for tally in figures.tallies)
    kept_back = len(figures.stay) + figures.removed_since
    account = Account(
        "json",
        1,
        added=added,
        changed=changed,
        already_there=read - added - changed - kept_back,
        kept_back=kept_back,
        new_groups=_new(figures, "groups"),
        new_people=_new(figures, "people"),
        minutes=sum(entry["minutes"] for part in figures.differences if part.table == "entries" for entry in part.back),
        problems=(*_problems(figures, part.name), *_off_settings(figures, incoming)),
    )
    return Proposal(account, lambda desk, _but, _tell: desk.take_in(incoming, label))


def _problems(figures: Restored, file: str) -> Iterator[Problem]:
    for name in figures.stay:
        yield Problem(name, None, say("it is yours to write, and left as it is although it differs"))
    if n := figures.removed_since:
        why = plural(
            n, "{n} record was removed here since, and stays so", "{n} records were removed here since, and stay so"
        )
        yield Problem(file, None, why)


def _off_settings(figures: Restored, incoming: Snapshot) -> Iterator[Problem]:
    """What is off in settings that are put in place as they were: the usual values count for it."""
    if CONFIG in figures.written:
        read = read_settings(incoming.texts[CONFIG])
        for wrong in read.notices:
            yield Problem(CONFIG, None, wrong.removeprefix(f"{CONFIG}: "))
        if read.settings.on_warning:
            yield Problem(CONFIG, None, say("its on_warning is not run until you set it here"))


def _new(figures: Restored, table: str) -> tuple[str, ...]:
    return tuple(document["id"] for part in figures.differences if part.table == table for document in part.back)


FORMAT = Format("json", lambda: say("planner's own export"), is_document, propose, suffix=".json")
