"""The strands of all weeks, so that the long view over ten years is asked of one file."""

from __future__ import annotations

from planner.domain.kinds import Split
from planner.domain.plan import OFF, Plan
from planner.domain.value.typed import Any
from planner.domain.week import Week
from planner.domain.weeks.strands import Strand, WeekStrands, week_strands

from .contents import STRANDS
from .digest import Digest
from .documents import records_of
from .tables import Document, Tables

_NOTHING = Split()


class Strands(Digest[WeekStrands]):
    """Every week of one home that was asked for. The running week is told from its file, so a few may be behind."""

    file = STRANDS
    stale = 4

    def figures(self, week: Week, tables: Tables) -> WeekStrands:
        return week_strands(week, records_of(tables, "entries"), next(records_of(tables, "plan"), None))

    def written(self, figures: WeekStrands) -> Document:
        plan = figures.plan
        return {
            "planned": None if plan is None else [plan.lines, plan.shared],
            **({"off": True} if plan and plan.off else {}),
            "by_group": [
                [s.group, s.objectives, s.contributions, s.answered, s.echoes, _in_figures(s.days)]
                for s in figures.strands
            ],
        }

    def read(self, week: Week, document: Any) -> WeekStrands:
        planned = document["planned"]
        plan = None
        if planned is not None:
            lines, shared = planned
            off = OFF if "off" in document else None
            plan = Plan({group: Split(*minutes) for group, minutes in lines.items()}, shared=shared, short=off)
        strands = tuple(
            Strand(group, tuple(objectives), _days(figures), contributions, answered, echoes)
            for group, objectives, contributions, answered, echoes, figures in document["by_group"]
        )
        return WeekStrands(week, plan, strands)


def _in_figures(days: tuple[Split, ...]) -> list[int]:
    """The days on which anything was, each as its number and its minutes by kind."""
    return [figure for number, day in enumerate(days) if any(day) for figure in (number, *day)]


def _days(figures: list[int]) -> tuple[Split, ...]:
    days = [_NOTHING] * 7
    for at in range(0, len(figures), 4):
        days[figures[at]] = Split(*figures[at + 1 : at + 4])
    return tuple(days)
