"""The line over the people: how many there are of each stage, and how many ties cool; or what they are narrowed to."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieCounts, TieFilter
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import show_all, with_keys
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


def people_title(  # noqa: PLR0917 - a line in its surroundings
    counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks, keys: Sequence[Hint] = ()
) -> Row:
    """One row; ``shown`` people pass the filter, and the ``keys`` turn to another stage."""
    tabs, turn, right = _fitted(counts, wanted, shown, width, marks, keys)
    row = Row(INDENT).put(say("PEOPLE"), "dim strong")
    for tab in tabs:
        row.to(tab.start).extend(tab.drawn)
    row.extend(turn)
    if narrowed := narrowed_to(wanted):
        row.put("  ").put(narrowed, "text", max(1, width - right.cells - row.cells - INDENT - GAP))
    return row.to(width - INDENT - right.cells).extend(right).fitted(width)


def stage_tabs(  # noqa: PLR0917 - as the line
    counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks, keys: Sequence[Hint] = ()
) -> Sequence[StageTab]:
    """The stages as they stand in the line, to be clicked."""
    return _fitted(counts, wanted, shown, width, marks, keys)[0]


def narrowed_to(wanted: TieFilter) -> str:
    """What is asked for beside the stage, in words: ``“acme”, peer, not for 60 days, owed``."""
    parts = (
        say("“{text}”", text=wanted.text) if wanted.text else "",
        say(wanted.circle.value) if wanted.circle else "",
        say("not for {n} days", n=wanted.quiet) if wanted.quiet else "",
        say("promised") if wanted.owed else "",
    )
    return ", ".join(part for part in parts if part)


def _fitted(  # noqa: PLR0917 - as the line
    counts: TieCounts, wanted: TieFilter, shown: int, width: int, marks: Marks, keys: Sequence[Hint]
) -> tuple[Sequence[StageTab], Row, Row]:
    """The tabs, the keys that turn them, and what stands on the right, as much of all as there is room for.

    What cools is told in words, then by its marks, then in the table alone, before a stage is told by its threads, as
    it is there; where these have no room either, the key leads to the next one.
    """
    whole, bare = (with_keys(Row(), some, 10_000) for some in (keys, [hint._replace(label="") for hint in keys]))
    narrowed = narrowed_to(wanted)
    beside = cell_len(narrowed) + GAP if narrowed else 0
    said, few, none = (
        (_cooling(counts, marks, words=True), _cooling(counts, marks, words=False), Row())
        if wanted == TieFilter()
        else (_count(shown),) * 3
    )
    for bars, words, turn, right in (
        (True, True, whole, said),
        (False, True, whole, said),
        (False, True, whole, few),
        (False, True, whole, none),
        (False, True, bare, none),
        (True, False, whole, few),
        (True, False, whole, none),
        (True, False, bare, none),
    ):
        tabs = _tabs(counts, STAGES, wanted, marks, bars=bars, words=words)
        if tabs[-1].stop + turn.cells + beside + (GAP + right.cells if right.cells else 0) + INDENT <= width:
            return tabs, turn, right
    tabs = _tabs(counts, (wanted.stage,), wanted, marks, bars=False, words=True)
    room = width - tabs[-1].stop - beside - GAP - INDENT
    if narrowed and few.cells > room:  # the foot names the key that shows all, too
        few = Row().put(plural(shown, "{n} person", "{n} people"), "text")
    return tabs, with_keys(Row(), keys, room - few.cells + 1), few


def _tabs(
    counts: TieCounts,
    stages: Sequence[Stage | None],
    wanted: TieFilter,
    marks: Marks,
    *,
    bars: bool,
    words: bool,
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
