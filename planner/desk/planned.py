"""What a plan stands on: what was planned before, the groups selected today, and the minutes she has."""

from __future__ import annotations

from planner.desk.base import Base
from planner.domain.plan import Plan, followed, minutes_words
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.store.transaction import Transaction


class Planned(Base):
    """What this week's plan would be with the groups selected today, and the last plan before it."""

    def met_before(self, week: Week) -> frozenset[str]:
        """The groups (ids) that have a meeting in the last plan before a week."""
        earlier = (other for other in reversed(self._home.weeks()) if other < week)
        plan = next((plan for other in earlier if (plan := self._home.week(other).plan)), None)
        return frozenset(id_ for id_, line in plan.lines.items() if line.meeting) if plan else frozenset()

    def followed_plan(self) -> Plan | None:
        """This week's plan as it would be with the groups selected today; None where it is so, or there is none."""
        plan = self._home.week(self.this_week()).plan
        if plan is None:
            return None
        from planner.domain.budget.budget import first_line
        from planner.domain.budget.upkeep import upkeeps

        groups = self.book().selected()
        costs = upkeeps(self.book().groups.values(), self.lately())
        follows = followed(plan, groups, lambda group: first_line(group, costs[group.id]))
        return follows if follows != plan else None

    def _keep_with(self, kept: Transaction, minutes: int) -> tuple[str, ...]:
        """Keep the minutes she has as a part of another change; returns what there is to say of it."""
        kept.put_setting("minutes", minutes)
        return (say("{words}.", words=minutes_words(minutes, self.settings().minutes)),)

    def _offering(self, change: Change) -> Change:
        """A change of a group's standing, with what this week's plan would be after it."""
        return change._replace(offer=self.followed_plan())
