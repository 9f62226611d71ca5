"""What an import came to, in the words that the command line and the screen both say."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.words import say, spell_minutes
from planner.interop.account import Account
from planner.interop.problem import Problem


def counts(account: Account) -> str:
    """The law of counts, of one import."""
    return say(
        "{read} read: {added} added, {changed} changed, {there} already there, {skipped} skipped, {kept} kept back.",
        read=account.read,
        added=account.added,
        changed=account.changed,
        there=account.already_there,
        skipped=account.skipped,
        kept=account.kept_back,
    )


def reasons(problems: Sequence[Problem]) -> list[str]:
    """Each reason once: where it holds, or how often, for how long and where first."""
    by_reason: dict[str, list[Problem]] = {}
    for problem in problems:
        by_reason.setdefault(problem.why, []).append(problem)
    return [_reason(why, some) for why, some in by_reason.items()]


def _reason(why: str, some: Sequence[Problem]) -> str:
    if len(some) == 1:
        return say("{where}: {why}", where=some[0].where, why=why)
    minutes = sum(problem.minutes for problem in some)
    if not minutes:
        return say("{n} times, first at {where}: {why}", n=len(some), where=some[0].where, why=why)
    time = spell_minutes(minutes)
    return say("{n} times ({time}), first at {where}: {why}", n=len(some), time=time, where=some[0].where, why=why)


def progress_words(stage: str, done: int, of: int) -> str:
    """How far something long is; "" of a stage that is not told."""
    return {
        "read": say("{n} rows read", n=done),
        "lay": say("{n} of {of} weeks compared", n=done, of=of),
        "keep": say("{n} of {of} weeks kept", n=done, of=of),
    }.get(stage, "")
