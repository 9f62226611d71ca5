"""Beginning: how far someone has come who sets planner up. All of it is seen from the data, so it can be left and
taken up again at any point."""

from __future__ import annotations

from ..book import Book
from ..budget.selection import in_her_order
from ..group import Group, Standing
from ..plan import Plan
from ..value import NamedTuple
from ..value.enums import IntEnum
from .setting_out import SettingOut


class Stage(IntEnum):
    """The five steps of beginning, in their order."""

    GROUPS = 0
    MIRROR = 1
    OBJECTIVES = 2
    LOOK = 3
    PLAN = 4


class Beginning(NamedTuple):
    """What there is already. ``in_question`` are the groups that a selection is made from, and ``few`` those selected,
    in her order; ``minutes`` those that a week has, ``said`` those that she says it has, and ``planned`` those of this
    week's plan; None where there is none. ``set_out`` is what a quarter has made of her first objectives, once one is
    over."""

    objectives: int
    groups: int
    in_question: tuple[Group, ...]
    few: tuple[Group, ...]
    minutes: int
    said: int | None
    planned: int | None
    unread: bool = False  # the book is damaged: how far she has come is not known
    set_out: SettingOut | None = None

    @property
    def looked(self) -> int:
        """How many of the few she has looked at closely."""
        return sum(group.next_look is not None for group in self.few)

    @property
    def empty(self) -> bool:
        """Whether nothing is there at all: the very first time."""
        return not (self.objectives or self.groups or self.unread)

    def done(self, stage: Stage) -> bool:
        """Whether a step has nothing left to do."""
        return {
            Stage.GROUPS: self.groups > 0,
            Stage.MIRROR: self.said is not None and bool(self.few),
            Stage.OBJECTIVES: self.objectives > 0,
            Stage.LOOK: bool(self.few) and self.looked == len(self.few),
            Stage.PLAN: self.planned is not None,
        }[stage]

    def possible(self, stage: Stage) -> bool:
        """Whether a step has something to work on: groups, or the few that were selected of them."""
        has = {Stage.MIRROR: bool(self.in_question), Stage.LOOK: bool(self.few), Stage.PLAN: bool(self.few)}
        return not self.unread and has.get(stage, True)

    def next_undone(self, after: Stage | None = None) -> Stage | None:
        """The first step (``after`` one) that is not done and can be; None where there is none."""
        stages = [stage for stage in Stage if after is None or stage > after]
        return next((stage for stage in stages if not self.done(stage) and self.possible(stage)), None)

    def following(self, stage: Stage) -> Stage | None:
        """The step to go on with: the next that is not done; where all are done, the next one."""
        if self.next_undone() is not None:
            return self.next_undone(after=stage)
        return Stage(stage + 1) if stage < Stage.PLAN else None


def beginning(
    book: Book, plan: Plan | None, minutes: int, said: int | None, set_out: SettingOut | None = None
) -> Beginning:
    """How far she has come: ``plan`` is this week's, ``minutes`` those that a week has, ``said`` those she says."""
    return Beginning(
        objectives=len(book.active_objectives()),
        groups=sum(group.standing is not Standing.LEFT for group in book.groups.values()),
        in_question=tuple(in_her_order(book.in_question())),
        few=book.selected(),
        minutes=minutes,
        said=said,
        planned=plan.total.total if plan else None,
        unread=book.unread,
        set_out=set_out,
    )
