"""The line over the people: how many there are of each stage, and how many ties cool; or what they are narrowed to."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieCounts, TieFilter
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_heading import show_all
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from .draw_tie import ROLES, mark_of, thread_mark

INDENT = 2
GAP = 2

#: What can be shown: everybody, or those who have come to one stage, the closest first.
STAGES = (None, *reversed(Stage))


class StageTab(NamedTuple):
    """One of the stages in the line: the cells that it takes, and what it is drawn as."""

    stage: Stage | None
    start: int
    drawn: Row

    @property
    def stop(self) -> int:
        return self.start + self.drawn.cells


def people_title(counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks) -> Row:
    """One row; ``shown`` people pass the filter."""
    tabs, right = _fitted(counts, wanted, shown, width, marks)
    row = Row(INDENT).put(say("PEOPLE"), "dim strong")
    for tab in tabs:
        row.to(tab.start).extend(tab.drawn)
    if narrowed := narrowed_to(wanted):
        row.put("  ").put(narrowed, "text", max(1, width - right.cells - row.cells - INDENT - GAP))
    return row.to(width - INDENT - right.cells).extend(right).fitted(width)


def stage_tabs(counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks) -> Sequence[StageTab]:
    """The stages as they stand in the line, to be clicked."""
    return _fitted(counts, wanted, shown, width, marks)[0]


def narrowed_to(wanted: TieFilter) -> str:
    """What is asked for beside the stage, in words: ``“acme”, peer, not for 60 days, owed``."""
    parts = (
        say("“{text}”", text=wanted.text) if wanted.text else "",
        say(wanted.circle.value) if wanted.circle else "",
        say("not for {n} days", n=wanted.quiet) if wanted.quiet else "",
        say("promised") if wanted.owed else "",
    )
    return ", ".join(part for part in parts if part)


def _fitted(
    counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks
) -> tuple[Sequence[StageTab], Row]:
    """The tabs and what stands on the right, as much of both as there is room for."""
    if narrowed := narrowed_to(wanted):
        right = _count(shown)
        tabs = _tabs(counts, STAGES, wanted, marks, bars=False)
        if tabs[-1].stop + cell_len(narrowed) + right.cells + 2 * INDENT + 2 * GAP > width:
            tabs = _tabs(counts, (wanted.stage,), wanted, marks, bars=False)
        return tabs, right
    for bars, words in ((True, True), (False, True), (False, False)):
        right = _cooling(counts, marks, words=words) if wanted == TieFilter() else _count(shown)
        tabs = _tabs(counts, STAGES, wanted, marks, bars=bars)
        if tabs[-1].stop + right.cells + INDENT + GAP <= width:
            return tabs, right
    tabs = _tabs(counts, STAGES, wanted, marks, bars=True, words=False)
    if tabs[-1].stop + right.cells + INDENT + GAP <= width:
        return tabs, right
    return _tabs(counts, (wanted.stage,), wanted, marks, bars=False), right


def _tabs(
    counts: TieCounts,
    stages: Sequence[Stage | None],
    wanted: TieFilter,
    marks: Marks,
    *,
    bars: bool,
    words: bool = True,
) -> list[StageTab]:
    at, tabs = INDENT + cell_len(say("PEOPLE")) + 2, []
    for stage in stages:
        count = counts.people if stage is None else counts.at[stage]
        if count == 0 and stage not in (None, wanted.stage):
            continue
        chosen = stage is wanted.stage
        drawn = Row().put("[" if chosen else " ", "accent strong")
        if stage is not None and bars:
            drawn.extend(thread_mark(stage, marks)).put(" ")
        word = (say("all", context="people") if stage is None else stage.title) if words else ""
        drawn.put(f"{word} " if word else "", "text strong" if chosen else "dim")
        known = "?" if count is None else str(count)
        drawn.put(known, "text strong" if chosen else "text").put("]" if chosen else " ", "accent strong")
        tabs.append(StageTab(stage, at, drawn))
        at += drawn.cells + (1 if words else 0)
    return tabs


def _cooling(counts: TieCounts, marks: Marks, *, words: bool) -> Row:
    """How many ties cool, are cold, and rest."""
    row = Row()
    cooled = [
        (mark_of(warmth, marks), ROLES[warmth], say(warmth.value), counts.warm[warmth])
        for warmth in (Warmth.COOLING, Warmth.COLD)
    ]
    for mark, role, word, count in (*cooled, (marks.resting, "dim", say("resting"), counts.resting)):
        if count:
            row.put(" " * (3 if words else 2) if row.cells else "").put(f"{mark} ", role)
            row.put(f"{word} " if words else "", "dim").put(str(count), "text")
    return row


def _count(shown: int) -> Row:
    """How many pass the filter, and the key that shows all again."""
    count = plural(shown, "{n} person", "{n} people")
    return Row().put(count, "text").put("   ").extend(show_all())
