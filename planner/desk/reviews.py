"""Reviews: the end of a week, which changes the next one."""

from __future__ import annotations

from planner.desk.base import Base, done
from planner.domain.book import refuse_unread
from planner.domain.errors import Refused
from planner.domain.group import Standing
from planner.domain.plan import Plan
from planner.domain.record import refuse_unread_week
from planner.domain.review import Review, Verdict
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import minutes, say

if TYPE_CHECKING:
    from planner.domain.weeks.draft import Reviewed


class Reviews(Base):
    """Drafting, saving, closing and reopening a week's review."""

    def review(self, week: Week) -> Reviewed:
        """The review of a week, pre-filled where she has not answered yet; a closed one has the plan that was kept."""
        from planner.domain.audit.verdicts import WEEKS
        from planner.domain.weeks.draft import draft, unread_review
        from planner.domain.weeks.unread_report import UnreadReport

        records = [self._home.week(week.plus(-back)) for back in reversed(range(WEEKS))]
        report = self.report(week)
        if isinstance(report, UnreadReport):
            return unread_review(report, self.book())
        drafted = draft(week, report, records, self.book(), self.minutes_a_week(), self.settings().minutes)
        kept = self._home.week(week.plus(1)).plan if drafted.review.closed else None
        return drafted._replace(next_plan=kept) if kept else drafted

    def week_to_review(self) -> Week:
        """This week if its review waits, else the last one if its does, else this one."""
        this_week = self.this_week()
        return next((week for week in (this_week, this_week.plus(-1)) if self.review(week).waits), this_week)

    def save_review(self, week: Week, review: Review) -> Change:
        """Keep a review as far as it has come; turning a page is nothing to undo."""
        with self._changing() as kept:
            before = kept.week(week).reviews
            kept.undoable = (before[-1] if before else Review())._replace(step=review.step) != review
            kept.put_review(week, review)
            return done(kept, say("Saved the review of {week}", week=week))

    def set_if_then(self, group: str, sentence: str) -> Change:
        """Keep the if-then sentence of a group (id)."""
        with self._changing() as kept:
            written = kept.book().groups[group]
            kept.put_group(written._replace(if_then=sentence))
            return done(kept, say("Wrote the if-then of {group}", group=written.name))

    def close_review(self, week: Week, review: Review, plan: Plan | None = None) -> Change:
        """Close a review, as one change: it is kept as it is, and its verdicts change the groups' standings.

        ``plan`` is next week's; her answer to the last question is its intention. Raises StoreError while the book
        cannot be read, which has the meetings it would be closed over, or the week, or the next one that it plans.
        """
        from planner.domain.audit.elsewhere import watched_elsewhere
        from planner.domain.audit.ending import ended
        from planner.domain.people.appointment_words import unanswered_words
        from planner.domain.weeks.draft import INTENTION

        notes: list[str] = []
        with self._changing() as kept:
            refuse_unread(kept.book())
            kept.put_review(week, review._replace(closed=self.now()))
            notes += unanswered_words(kept.book(), week, self.now())
            if plan:
                intention = review.answers.get(INTENTION) or plan.intention
                kept.put_plan(week.plus(1), plan._replace(intention=intention))
                notes.append(say("Planned {time} for {week}", time=minutes(plan.total.total), week=week.plus(1)))
            groups = kept.book().groups
            for id_, verdict in review.verdicts.items():
                if verdict.ends and id_ in groups and groups[id_].standing not in (verdict.ends, Standing.LEFT):
                    notes.append(say("{group}: {verdict}", group=groups[id_].name, verdict=verdict.title))
                    group = groups[id_]
                    if verdict is Verdict.FEED and group.moved is None:
                        group = watched_elsewhere(group, group.feed, self.now())
                    if verdict is Verdict.FEED and not (group.feed or (group.moved and group.moved.where)):
                        notes.append(say("{group} has no feed's address, so no reader has it.", group=group.name))
                    end = ended(verdict, group, kept.book(), self.latest_plan())
                    kept.put_groups(end.groups)
                    notes += end.notes
            return done(kept, say("Closed the review of {week}", week=week), notes=notes)

    def reopen_review(self, week: Week) -> Change:
        """Reopen a closed review as a new revision; the closed one is kept."""
        with self._changing() as kept:
            refuse_unread_week(kept.week(week))
            reviews = kept.week(week).reviews
            if not reviews or reviews[-1].closed is None:
                raise Refused(say("The review of {week} is not closed, so there is nothing to reopen.", week=week))
            last = reviews[-1]
            kept.put_review(week, last._replace(revision=last.revision + 1, closed=None, step=0))
            return done(kept, say("Reopened the review of {week}", week=week))
