"""Reviews: the end of a week, which changes the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.desk.base import done
from planner.desk.newcomers import new_id
from planner.desk.ties import Ties, same_traces
from planner.domain.book import Book, refuse_unread
from planner.domain.deed import Deed, with_exchanges
from planner.domain.errors import Refused
from planner.domain.group import Standing
from planner.domain.people.cadence import Cadences
from planner.domain.plan import Plan
from planner.domain.record import refuse_unread_week
from planner.domain.review import Review, Verdict
from planner.domain.step import Step
from planner.domain.trace import Trace
from planner.domain.value.typed import TYPE_CHECKING, TypeAlias
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import listing, minutes, say

if TYPE_CHECKING:
    from planner.domain.people.growth import Growth
    from planner.domain.people.week_people import WeekPeople
    from planner.domain.record import WeekRecord
    from planner.domain.weeks.close import Close
    from planner.domain.weeks.draft import ReviewDraft, Reviewed


_MadeFrom: TypeAlias = tuple[Week, Book, tuple[Trace, ...], date, frozenset[Week], tuple[Deed, ...], Cadences]


class Reviews(Ties):
    """Drafting, saving, closing and reopening a week's review."""

    #: The last week's people that were asked for and what they were made from, so that a screen may ask at every key.
    _known_people: tuple[_MadeFrom, WeekPeople] | None = None

    def review(self, week: Week) -> Reviewed:
        """The review of a week, pre-filled where she has not answered yet; a closed one has the plan that was kept."""
        from planner.domain.audit.verdicts import WEEKS
        from planner.domain.weeks.close import BEFORE
        from planner.domain.weeks.draft import draft, unread_review
        from planner.domain.weeks.unread_report import UnreadReport
        from planner.domain.weeks.waiting import waiting_weeks

        records = [self._home.week(week.plus(-back)) for back in reversed(range(max(WEEKS, BEFORE + 1)))]
        report = self.report(week)
        if isinstance(report, UnreadReport):
            return unread_review(report, self.book())
        drafted = draft(week, report, records, self.book(), self.minutes_a_week(), self.settings().minutes)
        kept = self._home.week(week.plus(1)).plan if drafted.review.closed else None
        if kept:
            drafted = drafted._replace(next_plan=kept)
        waiting = waiting_weeks(self._lately_kept(), self.now(), self.settings())
        people = self.week_people(week)
        return drafted._replace(
            people=people,
            growth=self._growth_until(week),
            close=self._week_close(drafted, records),
            waiting=tuple(each for each in waiting if each != week),
        )

    def week_people(self, week: Week) -> WeekPeople:
        """Whom a week brought, and whom the next one may."""
        from planner.domain.people.week_people import week_people
        from planner.domain.trace import contacts_by_person

        book, traces, today = self.book(), self._home.traces(), self.now().date()
        deeds = self._home.deeds()
        made_from = (week, book, traces, today, self._home.unread_weeks(), deeds, self.cadences())
        if self._known_people is None or not _same(self._known_people[0], made_from):
            without = tuple(sorted(each for each in self._home.unread_weeks() if each <= week))
            contacts = with_exchanges(contacts_by_person(traces), deeds)
            people = week_people(week, contacts, book, today, made_from[-1])._replace(without=without)
            self._known_people = made_from, people
        return self._known_people[1]

    def _growth_until(self, week: Week) -> Growth:
        """How the network grew up to the month of a week's end."""
        from planner.domain.people.growth import growth

        grown = growth(self.ties())
        return grown._replace(months=tuple(each for each in grown.months if each.first <= week.sunday))

    def _week_close(self, drafted: ReviewDraft, records: Sequence[WeekRecord]) -> Close:
        """The week's close; next week's first act as long as that one is not over."""
        from planner.domain.weeks.close import close
        from planner.domain.weeks.draft import JOY

        act = self._first_act(drafted) if drafted.week >= self.this_week().plus(-1) else ""
        return close(drafted.week, records, drafted.review.answers.get(JOY, "").strip(), act)

    def _first_act(self, drafted: ReviewDraft) -> str:
        """What next week begins with: the most urgent next step up to its end, else what the week lacked most."""
        from planner.domain.drift.advice import is_behind, next_act
        from planner.domain.people.follow_ups import act_words, follow_ups

        book, after = self.book(), drafted.week.plus(1)
        step = next(
            (each for each in follow_ups(book, self.now().date(), self.cadences()) if Week.of(each.step.day) <= after),
            None,
        )
        if step:
            return act_words(step)
        served = {each.objective.id: each.counts for each in drafted.report.objectives}
        if not is_behind(book, served):  # all was reached: the next week begins with nothing
            served = {each.id: (0,) * len(each.measure) for each in book.active_objectives()}
        this_week = self._home.week(self.this_week())
        known = self._known(self.now(), this_week, book, self.settings())()._replace(served=served)
        return next_act(book, drafted.next_plan, (), known=known).text

    def _lately_kept(self) -> list[WeekRecord]:
        """The weeks of which it may be named that they wait for their review, oldest first."""
        from planner.domain.weeks.waiting import NAMED

        return [self._home.week(self.this_week().plus(-back)) for back in reversed(range(NAMED + 1))]

    def week_to_review(self) -> Week:
        """This week if its review waits, else the last one if its does, else this one."""
        from planner.domain.weeks.waiting import waits

        this_week = self.this_week()
        records = (self._home.week(week) for week in (this_week, this_week.plus(-1)))
        return next((each.week for each in records if waits(each, self.now(), self.settings())), this_week)

    def take_into_week(self, week: Week, *people: str) -> Change:
        """Mean to see people (ids) in a week: a next step with each, on a working day from its middle on, or as late as
        can be where there is none left.

        Nobody anew with whom something is meant for that week already.
        """
        week = max(week, self.this_week())
        from planner.domain.weeks.pace import days_left

        with self._changing() as kept:
            book, today = kept.book(), self.now().date()
            days = days_left(week, today, self.settings().work_days) or [max(week.days[2], today)]
            day = next((each for each in days if each >= week.days[2]), days[-1])
            meant = {step.person for step in book.steps.values() if step.open and Week.of(step.day) == week}
            wanted = [book.people[id_] for id_ in people if id_ not in meant and id_ in book.people]
            text = say("propose a coffee")
            kept.put_steps([Step(new_id(), each.id, text, day, made=self.now().date()) for each in wanted])
            names = listing([book.person_name(id_) for id_ in people])
            return done(kept, say("In week {n}: see {people}", n=week.number, people=names))

    def give_objective(self, week: Week, group: str, objective: str) -> Change:
        """Let what a group's (id) entries of a week gave to no objective have served this one (id).

        Raises Unknown, and Refused where nothing of it waits for one.
        """
        from planner.domain.grammar.names import find_objective
        from planner.domain.weeks.aimless import aimless, aimless_entries

        with self._changing() as kept:
            refuse_unread_week(kept.week(week))
            served = find_objective(objective, kept.book())
            name = kept.book().group_name(group)
            entries = aimless_entries(kept.week(week).entries, group)
            if not entries:
                raise Refused(say("Nothing of {group} is without an objective.", group=name))
            told = minutes(sum(each.minutes for each in aimless(kept.week(week)) if each.group == group))
            kept.put_entries([entry._replace(objectives=(served.id,)) for entry in entries])
            return done(
                kept, say("{time} of {group} served {objective}", time=told, group=name, objective=served.title)
            )

    def save_review(self, week: Week, review: Review) -> Change:
        """Keep a review as far as it has come; turning a page is nothing to undo."""
        with self._changing() as kept:
            before = kept.week(week).reviews
            kept.undoable = (before[-1] if before else Review())._replace(step=review.step) != review
            kept.put_review(week, review)
            return done(kept, _saved_words(week, before[-1] if before else Review(), review, kept.book()))

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
            if plan and week.plus(1) >= self.this_week():  # a week that is over keeps the budget it had
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
            kept.put_review(week, last._replace(revision=last.revision + 1, closed=None, step=None))
            return done(kept, say("Reopened the review of {week}", week=week))


def _saved_words(week: Week, before: Review, review: Review, book: Book) -> str:
    """What of a review was kept, so that one change is told from another in the history."""
    judged = [id_ for id_, verdict in review.verdicts.items() if before.verdicts.get(id_) is not verdict]
    if judged:
        told = [
            say("{group}: {verdict}", group=book.group_name(id_), verdict=review.verdicts[id_].title) for id_ in judged
        ]
        return say("In the review of {week}: {what}", week=week, what=listing(told))
    answered = [text for key, text in review.answers.items() if before.answers.get(key, "") != text and text]
    if answered:
        told = [say("“{text}”", text=text) for text in answered]
        return say("In the review of {week}: {what}", week=week, what=listing(told))
    return say("Saved the review of {week}", week=week)


def _same(known: _MadeFrom, now: _MadeFrom) -> bool:
    """Whether both say the same: what has not changed is not read again."""
    (week, book, traces, *others), (week_now, book_now, traces_now, *others_now) = known, now
    return week == week_now and book is book_now and same_traces(traces, traces_now) and others == others_now
