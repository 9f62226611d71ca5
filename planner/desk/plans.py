"""Plans: each week's own budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.desk.base import Base
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_group
from planner.domain.group import Group, Standing
from planner.domain.kinds import Kind
from planner.domain.plan import Plan, copied, with_cell
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import minutes, say

if TYPE_CHECKING:
    from planner.domain.budget.budget import Suggestion


class Plans(Base):
    """Setting, suggesting and copying a week's budget."""

    def plan(self, week: Week) -> Plan | None:
        """The plan that she made for a week; None where it was never planned."""
        plan = self._home.week(week).plan
        return None if plan is None or plan.carried else plan

    def set_plan(self, week: Week, plan: Plan) -> Change:
        """Keep a whole plan for a week."""
        with self._home.change("") as kept:
            kept.put_plan(week, plan._replace(carried=None))
            kept.label = words = say("Planned {time} for {week}", time=minutes(plan.total.total), week=week)
        return Change(words, plan_words(plan))

    def set_cells(self, week: Week, group: str, cells: Mapping[Kind, int]) -> Change:
        """Set some cells of one group's row; a group that is not selected becomes so. Minutes a week."""
        notes: tuple[str, ...] = ()
        with self._home.change("") as kept:
            found = find_group(group, kept.book())
            if found.standing is not Standing.SELECTED:
                kept.put_group(found._replace(standing=Standing.SELECTED))
                notes = (say("{group} is selected now.", group=found.name),)
            plan = kept.week(week).plan or self._home.carried_plan(week) or Plan({})
            for kind, value in cells.items():
                _refuse_hands_where_none_are(found, kind, value)
                plan = with_cell(plan, found.id, kind, value)
            kept.put_plan(week, plan._replace(carried=None))
            kept.label = words = say("Planned {group} for {week}", group=found.name, week=week)
        return Change(words, plan_words(plan), notes)

    def suggest(self, available: int, week: Week) -> Suggestion:  # noqa: ARG002 - a later week may know more
        """A plan for so many minutes over the selected groups."""
        from planner.domain.budget.budget import suggest

        book = self.book()
        return suggest(available, book.selected(), book.objectives)

    def copied_plan(self, week: Week, source: Week | None = None) -> Plan:
        """The plan of ``source`` (the last planned week before, unless said) for the groups selected today.

        Raises Refused where there is no such plan.
        """
        earlier = [source] if source else [other for other in reversed(self._home.weeks()) if other < week]
        for other in earlier:
            plan = self._home.week(other).plan
            if plan:
                return copied(plan, self.book().selected())
        if source:
            raise Refused(say("{week} has no plan to copy.", week=source))
        raise Refused(say("No earlier week has a plan to copy; “planner plan suggest 240 --apply” makes one."))


def _refuse_hands_where_none_are(group: Group, kind: Kind, value: int) -> None:
    if value and kind not in group.kinds:
        raise Misread(
            say(
                "{group} is a {nature}: it has nothing but watching, so it takes no {kind} minutes.",
                group=group.name,
                nature=say(group.nature.value),
                kind=kind.title,
            )
        )


def plan_words(plan: Plan) -> str:
    """A plan's totals in words, goals and cap apart."""
    total = plan.total
    return say(
        "{hands} for the hands, at most {cap} of watching.",
        hands=minutes(total.hands),
        cap=minutes(total.watching),
    )
