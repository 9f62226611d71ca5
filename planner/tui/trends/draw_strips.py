"""The rows of marks under the bars: people, what was given, what came back, and how the weeks ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len

from planner.domain.value import NamedTuple
from planner.domain.weeks.stretches import Stretch
from planner.domain.weeks.trends import Total, TrendWeek, View
from planner.domain.words import say

from ..actions.draw_bars import Shape
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT = 2

#: The share from which on something was mostly kept.
MOSTLY = 0.75


class Strip(NamedTuple):
    """A row of marks: its name, and what it says of a column: a count, None where it is not known, with the role of
    its figure; or what of a week was kept, and what was not. Where there is room for few, those of the lowest ``rank``
    stay."""

    rank: int
    name: str
    of: Callable[[Total], int | None] | None = None
    role: str = ""
    kept: Callable[[TrendWeek], tuple[bool, ...]] | None = None


def strips_of(view: View) -> list[Strip]:
    """The rows that a view has: nobody plans for an objective, nor a part’s balance alone."""
    if view.objective:
        return [*_counted(), _measure()]
    return [*_counted(), _plan(), _balance()] if view.is_whole else [*_counted(), _plan()]


def strip_names() -> list[str]:
    """The names of all there may be."""
    return [strip.name for strip in (*_counted(), _plan(), _balance(), _measure())]


def _counted() -> list[Strip]:
    return [
        Strip(0, say("met", context="people"), lambda some: some.met, "meeting"),
        Strip(4, say("in person"), lambda some: some.in_person, "meeting"),
        Strip(1, say("ties"), lambda some: some.ties, "balanced"),
        Strip(5, say("gave"), lambda some: some.contributions, "contribution"),
        Strip(3, say("echo"), lambda some: some.echoes, "contribution"),
    ]


def _plan() -> Strip:
    return Strip(
        2, say("plan", context="kept"), kept=lambda week: week.figures.kept if week.figures and not week.runs else ()
    )


def _balance() -> Strip:
    return Strip(6, say("balance"), kept=lambda week: _known(week.figures.balanced if week.figures else None))


def _measure() -> Strip:
    return Strip(2, say("measure"), kept=lambda week: _known(week.figures.reached if week.figures else None))


def _known(kept: bool | None) -> tuple[bool, ...]:
    return () if kept is None else (kept,)


def strip_row(  # noqa: PLR0917 - a drawing in its surroundings
    strip: Strip, seen: Sequence[Stretch], totals: Sequence[Total], chosen: int, at: Shape, marks: Marks
) -> Row:
    """A strip under the columns in sight, of which the ``totals`` are what they come to."""
    row = Row(INDENT).put(strip.name, "dim").to(at.start)
    kept = strip.kept
    cells = [_kept(kept, each, marks) for each in seen] if kept else _counts(strip, totals, at.bar, marks)
    for number, (text, role) in enumerate(cells):
        held = " chosen" if number == chosen else ""
        left = (at.bar - cell_len(text)) // 2
        row.put(" " * left, f"text{held}").put(text, f"{role}{held}")
        row.put(" " * (at.bar - left - cell_len(text)), f"text{held}").to(at.start + (number + 1) * at.step)
    return row


def _counts(strip: Strip, totals: Sequence[Total], bar: int, marks: Marks) -> Iterator[tuple[str, str]]:
    """The counts; a dot for none, and a dash where it is not known. Where many have no room it is told how they stand
    to each other; where few have none, a sign stands for ten or more."""
    assert strip.of
    counts = [strip.of(some) if some.weeks else 0 for some in totals]
    most = max((count or 0 for count in counts), default=0)
    wide = sum(len(str(count)) > bar for count in counts if count is not None)
    for count, some in zip(counts, totals, strict=True):
        if not some.weeks:
            yield " ", "dim"
        elif count is None:
            yield marks.none, "dim"
        elif not count:
            yield marks.open, "dim"
        elif 4 * wide > len(counts):
            yield marks.bars.counts[-(-3 * count // most) - 1], strip.role
        else:
            yield (str(count) if len(str(count)) <= bar else "+"), strip.role


def _kept(of: Callable[[TrendWeek], tuple[bool, ...]], each: Stretch, marks: Marks) -> tuple[str, str]:
    """A full round where all or most was kept of what there was to keep, an empty one where none or little was, half
    of one between them."""
    kept = [done for week in each.weeks for done in of(week)]
    if not kept:
        return " ", "dim"
    share = sum(kept) / len(kept)
    if share > MOSTLY:
        return marks.warm, "balanced"
    return (marks.cold, "drifting") if share < 1 - MOSTLY else (marks.cooling, "leaning")
