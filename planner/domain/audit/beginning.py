"""Beginning: how far someone has come who sets planner up. All of it is seen from the data, so it can be left and
taken up again at any point."""

from __future__ import annotations

from enum import IntEnum

from ..book import Book
from ..budget.selection import in_her_order
from ..group import Group, Standing
from ..plan import Plan
from ..value import NamedTuple


class Stage(IntEnum):
    """The five steps of beginning, in their order."""

    OBJECTIVES = 0
    GROUPS = 1
    LOOK = 2
    MINUTES = 3
    PLAN = 4


class Beginning(NamedTuple):
    """What there is already. ``in_question`` are the groups to look at, in her order; ``minutes`` those that a week
    has, ``said`` those that she says it has, and ``planned`` those of this week's plan; None where there is none."""

    objectives: int
    groups: int
    in_question: tuple[Group, ...]
    selected: int
    minutes: int
    said: int | None
    planned: int | None
    unread: bool = False  # the book is damaged: how far she has come is not known

    @property
    def looked(self) -> int:
        """How many of the groups in question she has looked at."""
        return sum(group.next_look is not None for group in self.in_question)

    @property
    def empty(self) -> bool:
        """Whether nothing is there at all: the very first time."""
        return not (self.objectives or self.groups or self.unread)

    def done(self, stage: Stage) -> bool:
        """Whether a step has nothing left to do."""
        return {
            Stage.OBJECTIVES: self.objectives > 0,
            Stage.GROUPS: self.groups > 0,
            Stage.LOOK: self.groups > 0 and self.looked == len(self.in_question),
            Stage.MINUTES: self.said is not None,
            Stage.PLAN: self.planned is not None,
        }[stage]

    def possible(self, stage: Stage) -> bool:
        """Whether a step has something to work on: all but the first two need groups."""
        return not self.unread and self._has_groups_for(stage)

    def _has_groups_for(self, stage: Stage) -> bool:
        return stage <= Stage.GROUPS or bool(self.in_question)

    def next_undone(self, after: Stage | None = None) -> Stage | None:
        """The first step (``after`` one) that is not done and can be; None where there is none."""
        stages = [stage for stage in Stage if after is None or stage > after]
        return next((stage for stage in stages if not self.done(stage) and self.possible(stage)), None)


def beginning(book: Book, plan: Plan | None, minutes: int, said: int | None) -> Beginning:
    """How far she has come: ``plan`` is this week's, ``minutes`` those that a week has, ``said`` those she says."""
    groups = book.groups.values()
    in_question = in_her_order(book.in_question())
    return Beginning(
        objectives=len(book.active_objectives()),
        groups=sum(group.standing is not Standing.LEFT for group in groups),
        in_question=tuple(in_question),
        selected=sum(group.standing is Standing.SELECTED for group in groups),
        minutes=minutes,
        said=said,
        planned=plan.total.total if plan else None,
        unread=book.unread,
    )
