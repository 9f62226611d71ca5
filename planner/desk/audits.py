"""The audit: looking at every group, deciding for each, and selecting the few that fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.desk.base import done
from planner.desk.planned import Planned
from planner.desk.ties import Ties
from planner.domain.audit.look import LOOK_LASTS
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_group
from planner.domain.group import Standing
from planner.domain.review import Verdict
from planner.domain.texts import clean
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say, spell_minutes
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from typing import Unpack

    from planner.domain.audit.archive import Done
    from planner.domain.audit.audit import Audit
    from planner.domain.audit.beginning import Beginning
    from planner.domain.audit.look import Look
    from planner.domain.audit.moved import Freed
    from planner.domain.audit.setting_out import SettingOut
    from planner.domain.book import Book
    from planner.domain.budget.budget import Proposal
    from planner.domain.budget.selection import Asked, Selection
    from planner.domain.group import GroupFields


class Audits(Planned, Ties):
    """Asking for the audit, taking verdicts, and selecting."""

    def audit(self, weeks: int = 8) -> Audit:
        """Every group over so many weeks, the running one included. Raises Misread for fewer than one."""
        from planner.domain.audit.archive import done_by_group
        from planner.domain.audit.audit import audit
        from planner.domain.people.tie_list import closer_by_group

        if not 1 <= weeks <= 520:
            raise Misread(say("“{weeks}” weeks cannot be looked back on; give 1 to 520.", weeks=weeks))
        this_week = self.this_week()
        records = [self._home.week(this_week.plus(-back)) for back in reversed(range(weeks))]
        taken = self._open_review(this_week)[1].verdicts
        minutes, said = self.minutes_a_week(), self.settings().minutes is not None
        closer = closer_by_group(self.ties().rows, records[0].week.monday)
        today, felt, freed = self.now().date(), self.felt_lately(), self._freed()
        return audit(
            *(records, self.book(), taken, minutes, today, self.lately()),
            said=said,
            felt=felt,
            archive=done_by_group(self._home.deeds()),
            closer=closer,
            freed=freed,
        )

    def _freed(self) -> dict[str, Freed]:
        """What has been freed by each group (id) whose watching was moved."""
        moved = [group for group in self.book().groups.values() if group.moved]
        if not moved:
            return {}
        from planner.domain.audit.moved import freed, weeks_compared

        book, today = self.book(), self.now().date()
        return {
            group.id: freed(
                group, group.moved, [self._home.week(week) for week in weeks_compared(group.moved)], book, today
            )
            for group in moved
            if group.moved
        }

    def done_there(self, group: str) -> Done | None:
        """What an archive says was done in a group (id), by month; None where it tells of nothing."""
        from planner.domain.audit.archive import done_by_group

        return done_by_group(deed for deed in self._home.deeds() if deed.group == group).get(group)

    def beginning(self) -> Beginning:
        """How far she has come with setting planner up."""
        from planner.domain.audit.beginning import beginning

        said, set_out = self.settings().minutes, self.set_out()
        return beginning(self.book(), self._home.week(self.this_week()).plan, self.minutes_a_week(), said, set_out)

    def set_out(self) -> SettingOut | None:
        """What a quarter has made of her first objectives; None before one is over."""
        from planner.domain.audit.setting_out import QUARTER_WEEKS, quarter_over, setting_out

        objectives = tuple(self.book().objectives.values())
        if not quarter_over(objectives, self.now().date()):
            return None
        weeks = [self.this_week().plus(-back) for back in range(QUARTER_WEEKS)]
        return setting_out(objectives, [entry for week in weeks for entry in self._home.week(week).entries])

    def asked(self, pinned: Iterable[str] = (), without: Iterable[str] = ()) -> Asked:
        """The groups that a selection must have, and those it must do without, by what is typed of their names."""
        from planner.domain.budget.selection import Asked

        book = self.book()
        pins, outs = (tuple(find_group(text, book).id for text in texts) for texts in (pinned, without))
        if both := [book.groups[id_].name for id_ in pins if id_ in outs]:
            raise Misread(say("{group} is asked for and asked to do without; choose one of the two.", group=both[0]))
        return Asked(pins, outs)

    def propose(self, minutes: int, *, parked: bool = False, asked: Asked | None = None) -> Proposal:
        """Which groups fit into so many minutes a week, with the plan they would have; nothing is changed.

        Raises StoreError for a damaged book.
        """
        return self._proposed(self.book(), minutes, parked=parked, asked=asked)

    def _select(self, selection: Selection, kept: Transaction) -> None:
        joining = [group._replace(standing=Standing.SELECTED) for group in selection.joining]
        kept.put_groups((*joining, *(group._replace(standing=Standing.PARKED) for group in selection.leaving)))
        self._take_back_endings(kept, *joining)

    def _proposed(self, book: Book, minutes: int, *, parked: bool, asked: Asked | None) -> Proposal:
        from planner.domain.budget.budget import propose
        from planner.domain.budget.selection import Asked

        refuse_unread(book)
        return propose(
            minutes,
            tuple(book.groups.values()),
            book.objectives,
            parked=parked,
            asked=asked or Asked(),
            lately=self.lately(),
            met=self.met_before(self.this_week()),
            said=self.settings().minutes is not None or minutes != self.minutes_a_week(),
            felt=self.felt_lately(),
        )

    def apply_selection(self, minutes: int, *, parked: bool = False, asked: Asked | None = None) -> Change:
        """Select the groups that fit, and park those selected today that do not; the minutes are those she has now.

        What this week's plan would be with them is offered, where it has one.
        """
        with self._changing() as kept:
            selection = self._proposed(kept.book(), minutes, parked=parked, asked=asked).selection
            _refuse_none(selection)
            self._select(selection, kept)
            notes = (*_parked_words(selection), *self._keep_with(kept, minutes))
            change = done(kept, _selected_words(selection), notes=notes)
        return self._offering(change)

    def take_verdict(self, text: str, verdict: Verdict, reason: str = "", feed: str | None = None) -> Change:
        """Decide for a group, now rather than at the week's end.

        ``feed`` says where it is watched from now on: the address of the feed that replaces it, or another tool, as in
        “newsletter: https://…”; "" is a feed reader without an address. Raises Misread for a group without a feed of
        which nobody asked.

        Parking, leaving and replacing with a feed happen at once. Every verdict goes into the review that is still
        open, so that the next plan follows it; and the group asks for no look for three months.
        """
        from planner.domain.audit.elsewhere import watched_elsewhere
        from planner.domain.audit.ending import ended

        with self._changing() as kept:
            group = find_group(text, kept.book())
            if verdict is Verdict.FEED:
                group = watched_elsewhere(group, feed, self.now())
            week, review = self._open_review(self.this_week())
            kept.put_review(week, review._replace(verdicts={**review.verdicts, group.id: verdict}))
            looked = group._replace(next_look=self.now().date() + LOOK_LASTS)
            groups, notes = ended(verdict, looked, kept.book(), self.latest_plan(), clean(reason))
            kept.put_groups(groups)
            change = done(kept, say("{group}: {verdict}", group=group.name, verdict=verdict.title), notes=notes)
        return self._offering(change) if verdict.ends else change

    def watch_elsewhere(self, text: str, said: str) -> Change:
        """Keep where a group is watched from now on: a feed's address, or another tool and where. Raises Misread."""
        from planner.domain.audit.elsewhere import watched_elsewhere

        with self._changing() as kept:
            group = watched_elsewhere(find_group(text, kept.book()), said, self.now())
            kept.put_group(group)
            return done(kept, say("Changed {group}", group=group.name))

    def look_at_group(self, text: str, **fields: Unpack[GroupFields]) -> Change:
        """Keep what she saw at a look (fields as in Group); the group asks for no other for three months."""
        with self._changing() as kept:
            group = find_group(text, kept.book())
            looked = group._replace(next_look=self.now().date() + LOOK_LASTS)
            looked = self._with_fields(looked, fields)
            kept.put_group(looked)
            if group.standing is not Standing.SELECTED:
                self._take_back_endings(kept, looked)
            notes = self._serve_as(kept, group, looked)
            change = done(kept, say("Looked at {group}", group=group.name), notes=notes)
        return self._offering(change) if "standing" in fields else change

    def look_at_groups(self, seen: Mapping[str, Look]) -> Change:
        """Keep what she saw in some groups (ids), all as one change; they ask for no other look for three months."""
        with self._changing() as kept:
            before = kept.book().groups
            looked = {
                id_: before[id_]._replace(next_look=self.now().date() + LOOK_LASTS, **look._asdict())
                for id_, look in seen.items()
            }
            kept.put_groups(tuple(looked.values()))
            notes = [note for id_, group in looked.items() for note in self._serve_as(kept, before[id_], group)]
            words = plural(len(looked), "Looked closer at {n} group", "Looked closer at {n} groups")
            return done(kept, words, notes=notes)


def _refuse_none(selection: Selection) -> None:
    if not selection.proposed:
        from planner.domain.budget.selection import none_proposed_words

        raise Refused(none_proposed_words(selection))


def _selected_words(selection: Selection) -> str:
    return plural(
        len(selection.proposed),
        "Selected {n} group for {minutes} a week",
        "Selected {n} groups for {minutes} a week",
        minutes=spell_minutes(selection.minutes),
    )


def _parked_words(selection: Selection) -> tuple[str, ...]:
    """Each group that was selected and is parked now, with the reason."""
    parked = ((group, why) for group, why in selection.left_out if group.standing is Standing.SELECTED)
    return tuple(say("Parked {group}: {why}", group=group.name, why=why) for group, why in parked)
