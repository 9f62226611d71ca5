"""Plans: each week's own budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.desk.base import Base
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_group
from planner.domain.group import Group, Standing
from planner.domain.kinds import Kind
from planner.domain.plan import FAR_OFF, Plan, beside_hers, copied, followed, refuse_unplannable, usual_hands, with_cell
from planner.domain.review import Review, Verdict
from planner.domain.settings import USUAL_WEEK
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say, spell_minutes

if TYPE_CHECKING:
    from planner.domain.budget.budget import Suggestion
    from planner.store.transaction import Transaction


#: What a verdict makes of a group's standing.
STANDINGS = {Verdict.PARK: Standing.PARKED, Verdict.LEAVE: Standing.LEFT, Verdict.FEED: Standing.PARKED}


class Planned(Base):
    """What a plan stands on: the minutes she has, what was planned before, and the groups selected today."""

    def keep_minutes(self, minutes: int) -> Change:
        """Keep how many minutes she has a week, in her settings: the one place. Raises Misread for no week's."""
        refuse_unplannable(minutes)
        before = self.settings().minutes
        words = minutes_words(minutes, before)
        if before != minutes:
            with self._home.change(words) as kept:
                kept.put_setting("minutes", minutes)
        return Change(words)

    def set_setting(self, key: str, text: str) -> Change:
        """Set one of her settings to what is typed for it, or back to its usual value (``usual``). Raises Misread."""
        from planner.domain.grammar.setting_rows import find_setting

        setting = find_setting(key)
        held = setting.read(text)
        if key == "minutes" and held is not None:
            return self.keep_minutes(held)
        value = setting.sort.told(setting.usual if held is None else setting.meant(held))
        words = say("{key}: {value} from now on", key=key, value=value)
        if held is None:
            words = say("{key} as usual from now on: {value}", key=key, value=value)
        with self._home.change(words) as kept:
            kept.put_setting(key, held)
        return Change(words)

    def met_before(self, week: Week) -> frozenset[str]:
        """The groups (ids) that have a meeting in the last plan before a week."""
        earlier = (other for other in reversed(self._home.weeks()) if other < week)
        plan = next((plan for other in earlier if (plan := self._home.week(other).plan)), None)
        return frozenset(id_ for id_, line in plan.lines.items() if line.meeting) if plan else frozenset()

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
        found = followed(plan, groups, lambda group: first_line(group, costs[group.id]))
        return found if found != plan else None

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
        stay = {
            id_: verdict for id_, verdict in review.verdicts.items() if id_ not in again or verdict not in STANDINGS
        }
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

    def _keep_with(self, kept: Transaction, minutes: int) -> tuple[str, ...]:
        """Keep the minutes she has as a part of another change; returns what there is to say of it."""
        kept.put_setting("minutes", minutes)
        return (say("{words}.", words=minutes_words(minutes, self.settings().minutes)),)

    def _offering(self, change: Change) -> Change:
        """A change of a group's standing, with what this week's plan would be after it."""
        return change._replace(offer=self.followed_plan())


class Plans(Planned):
    """Setting, suggesting and copying a week's budget."""

    def plan(self, week: Week) -> Plan | None:
        """The plan that she made for a week; None where it was never planned."""
        plan = self._home.week(week).plan
        return None if plan is None or plan.carried else plan

    def set_plan(self, week: Week, plan: Plan, minutes: int | None = None) -> Change:
        """Keep a whole plan for a week; with ``minutes``, as those she has from now on, in the same change."""
        notes: tuple[str, ...] = ()
        with self._home.change("") as kept:
            kept.put_plan(week, plan._replace(carried=None))
            if minutes is not None:
                notes = self._keep_with(kept, minutes)
            kept.label = words = say("Planned {time} for {week}", time=spell_minutes(plan.total.total), week=week)
        return Change(words, plan_words(plan, self.settings().minutes), (*notes, *self._far_off(plan)))

    def follow_plan(self) -> Change:
        """Let this week's plan follow the groups selected today. Raises Refused where it does already."""
        refuse_unread(self.book())
        plan = self.followed_plan()
        if plan is None:
            raise Refused(say("This week’s plan has the groups selected today already; there is nothing to change."))
        return self.set_plan(self.this_week(), plan)

    def _far_off(self, plan: Plan) -> tuple[str, ...]:
        """What to say of a plan for more than the minutes she has, or far more than the last weeks had."""
        total, available = plan.total, self.settings().minutes
        notes = []
        if available and total.total > available:
            over = spell_minutes(total.total - available)
            notes.append(
                say("That is {over} more than the {available} you have.", over=over, available=spell_minutes(available))
            )
        elif not available and total.total > FAR_OFF * USUAL_WEEK:
            notes.append(say("That is far more than a usual week, which has {usual}.", usual=spell_minutes(USUAL_WEEK)))
        usual = usual_hands(self.lately())
        if usual is not None and total.hands > FAR_OFF * usual:
            notes.append(
                say(
                    "{hands} for the hands is far more than your last weeks, which had {usual}.",
                    hands=spell_minutes(total.hands),
                    usual=spell_minutes(usual),
                )
            )
        return tuple(notes)

    def set_cells(self, week: Week, group: str, cells: Mapping[Kind, int]) -> Change:
        """Set some cells of one group's row; a group that is not selected becomes so. Minutes a week."""
        notes: tuple[str, ...] = ()
        with self._home.change("") as kept:
            found = find_group(group, kept.book())
            if found.standing is not Standing.SELECTED:
                again = found._replace(standing=Standing.SELECTED)
                kept.put_group(again)
                self._take_back_endings(kept, again)
                notes = (say("{group} is selected now.", group=found.name),)
            plan = kept.week(week).plan or self._home.carried_plan(week) or Plan({})
            for kind, value in cells.items():
                _refuse_hands_where_none_are(found, kind, value)
                plan = with_cell(plan, found.id, kind, value)
            kept.put_plan(week, plan._replace(carried=None))
            kept.label = words = say("Planned {group} for {week}", group=found.name, week=week)
        return Change(words, plan_words(plan, self.settings().minutes), (*notes, *self._far_off(plan)))

    def set_shared(self, week: Week, minutes: int) -> Change:
        """Set the watching that all groups share. Minutes a week."""
        with self._home.change("") as kept:
            plan = with_cell(kept.week(week).plan or Plan({}), None, Kind.WATCHING, minutes)
            kept.put_plan(week, plan)
            kept.label = words = say("Planned the reading for {week}", week=week)
        return Change(words, plan_words(plan, self.settings().minutes))

    def suggest(self, available: int, week: Week) -> Suggestion:
        """A plan for so many minutes over the selected groups, from what they took lately."""
        from planner.domain.budget.budget import suggest

        book = self.book()
        refuse_unread(book)
        groups = tuple(book.groups.values())
        return suggest(available, groups, book.objectives, lately=self.lately(), met=self.met_before(week))

    def copied_plan(self, week: Week, source: Week | None = None) -> Plan:
        """The plan of ``source`` (the last planned week before, unless said) for the groups selected today.

        Raises Refused where there is no such plan.
        """
        refuse_unread(self.book())
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


def minutes_words(minutes: int, before: int | None) -> str:
    """How many minutes she has a week, and had ``before``."""
    if before == minutes:
        return say("You have {minutes} a week", minutes=spell_minutes(minutes))
    if before is None:
        return say("You have {minutes} a week from now on", minutes=spell_minutes(minutes))
    return say(
        "You have {minutes} a week from now on; it was {before}",
        minutes=spell_minutes(minutes),
        before=spell_minutes(before),
    )


def plan_words(plan: Plan, available: int | None = None) -> str:
    """A plan's totals in words, goals and cap apart, beside the minutes she has where she has said so."""
    total = plan.total
    if available is None:
        return say(
            "{hands} for the hands, at most {cap} of watching.",
            hands=spell_minutes(total.hands),
            cap=spell_minutes(total.watching),
        )
    return say(
        "{hands} for the hands, at most {cap} of watching: {beside}.",
        hands=spell_minutes(total.hands),
        cap=spell_minutes(total.watching),
        beside=beside_hers(total.total, available),
    )
