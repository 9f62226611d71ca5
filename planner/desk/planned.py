"""What a plan stands on: what was planned before, the groups selected today, and the minutes she has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from planner.desk.base import Base
from planner.domain.group import Group, Standing
from planner.domain.plan import Plan, followed, minutes_words
from planner.domain.review import Review
from planner.domain.value.typed import Any
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say
from planner.store.transaction import Transaction


class Planned(Base):
    """What this week's plan would be with the groups selected today, and the last plan before it."""

    def met_before(self, week: Week) -> frozenset[str]:
        """The groups (ids) that have a meeting in the last plan before a week."""
        earlier = (other for other in reversed(self._home.weeks()) if other < week)
        plan = next((plan for other in earlier if (plan := self._home.week(other).plan)), None)
        return frozenset(id_ for id_, line in plan.lines.items() if line.meeting) if plan else frozenset()

    def felt_lately(self) -> Mapping[str, int]:
        """How it was lately, 0 to 3, in each group (id) of which she has said so; this week's end is the latest."""
        from planner.domain.felt import LATELY, felt_lately

        this_week = self.this_week()
        weeks = (this_week.plus(-back) for back in range(LATELY // timedelta(weeks=1)))
        return felt_lately((entry for week in weeks for entry in self._home.week(week).entries), this_week.sunday)

    def followed_plan(self) -> Plan | None:
        """This week's plan as it would be with the groups selected today; None where it is so, or there is none.

        None, too, where the book is damaged: which groups are selected is not known.
        """
        plan = self._home.week(self.this_week()).plan
        if plan is None or self.book().unread:
            return None
        from planner.domain.budget.budget import first_line
        from planner.domain.budget.upkeep import upkeeps

        groups = self.book().selected()
        costs = upkeeps(self.book().groups.values(), self.lately())
        follows = followed(plan, groups, lambda group: first_line(group, costs[group.id]))
        return follows if follows != plan else None

    def _open_review(self, week: Week) -> tuple[Week, Review]:
        """The review that a verdict goes into: this week's, or the next one's once this one is closed."""
        reviews = self._home.week(week).reviews
        if reviews and reviews[-1].closed:
            week = week.plus(1)
            reviews = self._home.week(week).reviews
        return week, reviews[-1] if reviews else Review()

    def _take_back_endings(self, kept: Transaction, *groups: Group) -> None:
        """Take the verdicts that ended groups out of the open review, where these were selected again meanwhile."""
        week, review = self._open_review(self.this_week())
        again = {group.id for group in groups if group.standing is Standing.SELECTED}
        stay = {id_: verdict for id_, verdict in review.verdicts.items() if id_ not in again or not verdict.ends}
        if stay != review.verdicts:
            kept.put_review(week, review._replace(verdicts=stay))

    def _serve_as(self, kept: Transaction, before: Group, after: Group) -> tuple[str, ...]:
        """Let this week's entries in a group serve what it serves now, those whose line named no objectives; a note."""
        book = kept.book()
        served, serves = (tuple(each.id for each in book.served_by(group)) for group in (before, after))
        if served == serves:
            return ()
        logged = [entry for entry in kept.week(self.this_week()).entries if entry.group == after.id]
        follow = [entry._replace(objectives=serves) for entry in logged if entry.objectives == served]
        kept.put_entries(follow)
        n = len(follow)
        return (
            (plural(n, "{n} entry of this week serves the same now.", "{n} entries of this week serve the same now."),)
            if n
            else ()
        )

    def _with_fields(self, group: Group, fields: Mapping[str, Any]) -> Group:
        """A group with fields as GroupFields has them: what it brought is one more line, of today. Raises Misread."""
        from planner.domain.brought import with_said

        changed = group._replace(**{name: value for name, value in fields.items() if name != "brought"})
        if not fields.get("brought"):
            return changed
        could = changed.standing is Standing.CANDIDATE
        return changed._replace(brought=with_said(group.brought, fields["brought"], self.now().date(), could=could))

    def _keep_with(self, kept: Transaction, minutes: int) -> tuple[str, ...]:
        """Keep the minutes she has as a part of another change; returns what there is to say of it."""
        kept.put_setting("minutes", minutes)
        return (say("{words}.", words=minutes_words(minutes, self.settings().minutes)),)

    def _offering(self, change: Change) -> Change:
        """A change of a group's standing, with what this week's plan would be after it."""
        return change._replace(offer=self.followed_plan())
