"""Progress: how far the weeks serve an objective, this week and over its life."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..entry import Entry
from ..kinds import Kind
from ..objective import Objective, Served
from ..week import Week
from ..words import listing, plural, say, spell_minutes

if TYPE_CHECKING:
    from ..trace import Trace


class WeekProgress(NamedTuple):
    """One objective in one week: what was done for it, beside its weekly measure."""

    objective: Objective
    done: Served

    @property
    def reached(self) -> bool:
        """Whether the measure is reached; without a measure, whether anything was done."""
        return self.done.reaches(self.objective.measure) and any(self.done)


class LifeProgress(NamedTuple):
    """One objective over its life: all that was done for it, the weeks so far, and those that reached its measure."""

    week: WeekProgress
    done: Served
    weeks: int
    reached: int

    @property
    def objective(self) -> Objective:
        return self.week.objective


def served_by(entry: Entry) -> Served:
    """What one entry adds to each of its objectives."""
    return Served(int(entry.kind is Kind.MEETING), int(entry.kind is Kind.CONTRIBUTION), entry.minutes)


def week_progress(objectives: Iterable[Objective], entries: Iterable[Entry]) -> tuple[WeekProgress, ...]:
    """What a week's confirmed ``entries`` did for each of ``objectives``."""
    done: dict[str, Served] = {}
    for entry in entries:
        if entry.confirmed:
            for id_ in entry.objectives:
                done[id_] = done.get(id_, Served()).and_(served_by(entry))
    return tuple(WeekProgress(each, done.get(each.id, Served())) for each in objectives)


def life_progress(objective: Objective, traces: Sequence[Trace], week: Week) -> LifeProgress:
    """What all weeks up to ``week`` did for an objective.

    Its life begins in the week it was set, or first served where that was earlier or is not known.
    """
    served = {trace.week: trace.served[objective.id] for trace in traces if objective.id in trace.served}
    known = [when for when in (*served, *([Week.of(objective.since)] if objective.since else ())) if when <= week]
    total, reached = Served(), 0
    for when, done in served.items():
        if when <= week:
            total = total.and_(done)
            reached += WeekProgress(objective, done).reached
    weeks = week.minus(min(known)) + 1 if known else 1
    return LifeProgress(WeekProgress(objective, served.get(week, Served())), total, weeks, reached)


def measure_words(measure: Served) -> str:
    """A weekly measure in words: ``2 meetings and 1h a week``; "" for none."""
    parts = _parts(measure)
    return say("{parts} a week", parts=listing(parts)) if parts else ""


def progress_words(progress: WeekProgress) -> str:
    """A week in words: ``1 of 2 meetings, 40 min``; without a measure, what was done."""
    goal, done = progress.objective.measure, progress.done
    if not any(goal):
        return listing(_parts(done)) or say("nothing yet")
    parts = []
    if goal.meetings:
        parts.append(plural(goal.meetings, "{done} of {n} meeting", "{done} of {n} meetings", done=done.meetings))
    if goal.contributions:
        parts.append(
            plural(
                goal.contributions, "{done} of {n} contribution", "{done} of {n} contributions", done=done.contributions
            )
        )
    if goal.minutes:
        parts.append(say("{done} of {goal}", done=spell_minutes(done.minutes), goal=spell_minutes(goal.minutes)))
    return ", ".join(parts)


def life_words(life: LifeProgress) -> str:
    """A life in words: ``this week 1 of 2 meetings; in all 12 meetings and 9h; measure reached in 6 of 20 weeks``."""
    told = [say("this week {done}", done=progress_words(life.week))]
    if any(life.done):
        told.append(say("in all {done}", done=listing(_parts(life.done))))
    if any(life.objective.measure):
        told.append(
            plural(
                life.weeks,
                "measure reached in {reached} of {n} week",
                "measure reached in {reached} of {n} weeks",
                reached=life.reached,
            )
        )
    return say("; ").join(told)


def _parts(served: Served) -> list[str]:
    parts = []
    if served.meetings:
        parts.append(plural(served.meetings, "{n} meeting", "{n} meetings"))
    if served.contributions:
        parts.append(plural(served.contributions, "{n} contribution", "{n} contributions"))
    if served.minutes:
        parts.append(spell_minutes(served.minutes))
    return parts
