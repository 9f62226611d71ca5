"""What an import did, in sentences: one law of counts for all, then what each format has to say of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import plural, say, spell_minutes
from planner.interop.import_words import counts, reasons

if TYPE_CHECKING:
    from datetime import date

    from planner.interop.account import Account
    from planner.interop.intake.draft import Unmapped
    from planner.interop.problem import Problem
    from planner.interop.reading import Reading


#: What a person may read of problems, and of what would be; ``--json`` has all.
MOST_PROBLEMS, MOST_ITEMS = 40, 40


def said(reading: Reading, account: Account, today: date, *, dry_run: bool) -> str:
    """What was read, or would be."""
    lines = [say("It is {what}.", what=reading.format.title())] if reading.sniffed else []
    lines += [say("Nothing is changed yet; this is what would be:")] if dry_run else []
    lines.append(counts(account))
    if account.files > 1:
        lines.append(plural(account.files, "{n} file.", "{n} files."))
    lines += [year] if (year := reading.proposal.year(())) else []
    lines += reading.proposal.sentences
    lines += _to_fill(reading.proposal.waits)
    if dry_run:
        lines += _items(reading, today)
    return "\n".join([*lines, *_problems(account.problems)])


def _to_fill(waits: Sequence[Unmapped]) -> Iterator[str]:
    """How to say what the names mean that wait for a kind."""
    from planner.interop.intake.mapping import map_option, to_fill
    from planner.interop.intake.whole import MOST_NAMES

    if waits:
        option = map_option((each.name for each in waits[:MOST_NAMES]), "…")
        yield say("Say what kind they are: {option}, or in map.toml:", option=option)
        yield from to_fill((each.name, each.rows, spell_minutes(each.minutes)) for each in waits[:MOST_NAMES])


def _items(reading: Reading, today: date) -> Iterator[str]:
    items = reading.proposal.items()
    for item in islice(items, MOST_ITEMS):
        yield f"  {'+' if item.what == 'new' else '~'} {item.words(today)}"
    if more := sum(1 for _ in items):
        yield plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")


def _problems(problems: Sequence[Problem]) -> list[str]:
    """Each reason once."""
    told = [f"  {each}" for each in reasons(problems)]
    more = len(told) - MOST_PROBLEMS
    rest = [plural(more, "  and {n} more, which --json tells", "  and {n} more, which --json tells")]
    return told if more <= 0 else [*told[:MOST_PROBLEMS], *rest]
