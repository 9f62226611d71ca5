"""What an import did, in sentences: one law of counts for all, then what each format has to say of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import plural, say, spell_minutes

if TYPE_CHECKING:
    from planner.interop.account import Account
    from planner.interop.problem import Problem
    from planner.interop.reading import Reading


#: What a person may read of problems, and of what would be; ``--json`` has all.
MOST_PROBLEMS, MOST_ITEMS = 40, 40


def said(reading: Reading, account: Account, *, dry_run: bool) -> str:
    """What was read, or would be."""
    lines = [say("It is {what}.", what=reading.format.title())] if reading.sniffed else []
    lines += [say("Nothing is changed yet; this is what would be:")] if dry_run else []
    lines.append(
        say(
            "{read} read: {added} added, {changed} changed, {there} already there, {skipped} skipped, "
            "{kept} kept back.",
            read=account.read,
            added=account.added,
            changed=account.changed,
            there=account.already_there,
            skipped=account.skipped,
            kept=account.kept_back,
        )
    )
    if account.files > 1:
        lines.append(plural(account.files, "{n} file.", "{n} files."))
    lines += reading.proposal.sentences
    if dry_run:
        lines += _items(reading)
    return "\n".join([*lines, *_problems(account.problems)])


def _items(reading: Reading) -> Iterator[str]:
    items = reading.proposal.items()
    for item in islice(items, MOST_ITEMS):
        yield f"  {'+' if item.what == 'new' else '~'} {item.words}"
    if more := sum(1 for _ in items):
        yield plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")


def _problems(problems: Sequence[Problem]) -> list[str]:
    """Each reason once: where it holds, or how often, for how long and where first."""
    reasons: dict[str, list[Problem]] = {}
    for problem in problems:
        reasons.setdefault(problem.why, []).append(problem)
    told = [_reason(why, some) for why, some in reasons.items()]
    more = len(told) - MOST_PROBLEMS
    rest = [plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")]
    return told if more <= 0 else [*told[:MOST_PROBLEMS], *rest]


def _reason(why: str, some: Sequence[Problem]) -> str:
    if len(some) == 1:
        return f"  {some[0].where}: {why}"
    minutes = sum(problem.minutes for problem in some)
    if not minutes:
        return "  " + say("{n} times, first at {where}: {why}", n=len(some), where=some[0].where, why=why)
    time = spell_minutes(minutes)
    return "  " + say(
        "{n} times ({time}), first at {where}: {why}", n=len(some), time=time, where=some[0].where, why=why
    )
