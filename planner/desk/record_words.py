"""Records by the hundred, in words: what restoring, importing and verifying come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, plural, say

if TYPE_CHECKING:
    from planner.domain.book import Book
    from planner.store.restore import Restored


def counted(counts: Mapping[str, int]) -> str:
    """So many records of each table: “12 entries, 1 group and 2 people”; empty where there are none."""
    return listing([_words(table, count) for table, count in counts.items() if count])


def what_changed(figures: Restored) -> Iterator[str]:
    """What came, changed and went, a sentence each."""
    if words := counted({tally.table: tally.back for tally in figures.tallies}):
        yield say("Back: {what}.", what=words)
    if words := counted({tally.table: tally.changed for tally in figures.tallies}):
        yield say("Changed: {what}.", what=words)
    if words := counted({tally.table: tally.removed for tally in figures.tallies}):
        yield say("Taken away: {what}.", what=words)


def settings_put(figures: Restored) -> Iterator[str]:
    """That settings and themes came, where there were none."""
    if figures.written:
        yield say("Back: {what}.", what=listing([*figures.written]))


def settings_stay(figures: Restored) -> Iterator[str]:
    """That settings and themes of hers differ, and are left as they are."""
    if figures.stay:
        yield say("Yours to write, and left as they are although they differ: {files}.", files=listing([*figures.stay]))


def _words(table: str, n: int) -> str:
    known = {
        "objectives": plural(n, "{n} objective", "{n} objectives"),
        "groups": plural(n, "{n} group", "{n} groups"),
        "people": plural(n, "{n} person", "{n} people"),
        "steps": plural(n, "{n} next step", "{n} next steps"),
        "appointments": plural(n, "{n} appointment", "{n} appointments"),
        "counsel": plural(n, "{n} question or decision", "{n} questions or decisions"),
        "imports": plural(n, "{n} import", "{n} imports"),
        "homes": plural(n, "{n} id of a home", "{n} ids of homes"),
        "plan": plural(n, "{n} plan", "{n} plans"),
        "entries": plural(n, "{n} entry", "{n} entries"),
        "reviews": plural(n, "{n} review", "{n} reviews"),
        "alerts": plural(n, "{n} warning", "{n} warnings"),
        "timer": plural(n, "{n} running timer", "{n} running timers"),
        "deeds": plural(n, "{n} deed", "{n} deeds"),
    }
    return known.get(table) or say("{n} of {table}", n=n, table=table)


def alike_words(book: Book) -> list[str]:
    """What is to be said of groups that are typed by one word, since each was called so on another machine."""
    from planner.domain.weeks.oddities import typed_alike

    return [
        say(
            "{group} is typed as {slug}, as {other} is: “planner check --mend” has it typed by another word.",
            group=group.name,
            slug=group.slug,
            other=other.name,
        )
        for group, other in typed_alike(book)
    ]
