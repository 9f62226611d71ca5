"""Objectives, their measures and what is done for them, as JSON documents."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.objective import Counts
from planner.domain.value.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.domain.objective import Goal, Objective, Served
    from planner.domain.weeks.progress import LifeProgress, WeekProgress

Document = dict[str, Any]


def objective_document(objective: Objective) -> Document:
    """An objective with all that is known of it."""
    return {
        "id": objective.id,
        "title": objective.title,
        "aim": objective.aim.value,
        "rank": objective.rank,
        "standing": objective.pursuit.value,
        "measure": measure_document(objective.measure),
        "goals": [goal_document(goal) for goal in objective.measure],
        "since": objective.since.isoformat() if objective.since else None,
        "until": objective.until.isoformat() if objective.until else None,
        "reason": objective.reason,
    }


def measure_document(measure: Sequence[Goal]) -> Document:
    """The parts of a measure that are of no circle and place, by what they count; meetings are of any form."""
    plain = {goal.counts: goal.number for goal in measure if not goal.of_some}
    return {counts.value.replace(" ", "_"): plain.get(counts, 0) for counts in Counts}


def goal_document(goal: Goal) -> Document:
    """One part of a weekly measure, whole."""
    return {
        "counts": goal.counts.value,
        "count": goal.number,
        "circle": goal.circle.value if goal.circle else None,
        "place": goal.place,
    }


def progress_document(progress: WeekProgress) -> Document:
    """What a week did for an objective."""
    return {
        "objective": progress.objective.id,
        "title": progress.objective.title,
        "measure": measure_document(progress.objective.measure),
        "done": done_document(progress.done),
        "goals": goals_document(progress),
        "reached": progress.reached,
    }


def goals_document(progress: WeekProgress) -> list[Document]:
    """The goals of a week, each with what is ``done`` of it."""
    goals = zip(progress.objective.measure, progress.counts, strict=True)
    return [{**goal_document(goal), "done": done} for goal, done in goals]


def done_document(done: Served) -> Document:
    """What was done for an objective; its minutes are those of the hands, and of watching where that serves it."""
    return {**done._asdict(), "minutes": done.minutes + done.watched}


def life_document(life: LifeProgress) -> Document:
    """An objective with what this week and all weeks did for it, but for those that are ``unread``; ``week`` is null
    where this one is."""
    return {
        **objective_document(life.objective),
        "week": {
            **done_document(life.week.done),
            "goals": goals_document(life.week),
            "reached": life.week.reached,
        }
        if life.week
        else None,
        "life": {**done_document(life.done), "weeks": life.weeks, "weeks_reached": life.reached},
        "unread": [week.file for week in life.without],
    }
