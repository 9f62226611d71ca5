"""Merging two groups into one, wherever the one that goes was written down."""

from __future__ import annotations

from planner.desk.base import Base, done
from planner.domain.errors import Misread
from planner.domain.grammar.names import find_group
from planner.domain.group import Group
from planner.domain.texts import shown
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.store.transaction import Transaction


class Merges(Base):
    """One change over the book, the timer and all weeks."""

    def mergeable(self, text: str, gone: str) -> Group:
        """The group that ``text`` means, to merge another one (its id) into. Raises Misread for that very one."""
        return _another(find_group(text, self.book()), gone, text)

    def merge_groups(self, kept_text: str, gone_text: str) -> Change:
        """Make two groups one: what was logged, planned and decided for the second is the first one's from now on.

        Raises Misread for a merge of a group into itself, StoreError while a week cannot be read.
        """
        from planner.domain.audit.merging import merged_group, went_along_words

        with self._changing() as kept:
            goes = find_group(gone_text, kept.book())
            self._refuse_unread_weeks()
            stays = _another(find_group(kept_text, kept.book()), goes.id, gone_text)
            kept.put_group(merged_group(stays, goes))
            moving = sum(_merge_week(kept, week, stays, goes) for week in self._home.weeks())
            _merge_rest(kept, stays, goes)
            kept.remove_group(goes.id)
            words = say("Merged {gone} into {kept}", gone=goes.name, kept=stays.name)
            return done(kept, words, went_along_words(moving))


def _another(group: Group, gone: str, text: str) -> Group:
    if group.id == gone:
        raise Misread(say("“{text}” and “{other}” are one group already.", text=group.name, other=shown(text)))
    return group


def _merge_week(kept: Transaction, week: Week, stays: Group, goes: Group) -> int:
    """Merge in one week; the number of entries moved."""
    from planner.domain.audit.merging import merged_plan, merged_review

    record = kept.week(week)
    moved = [entry._replace(group=stays.id) for entry in record.entries if entry.group == goes.id]
    kept.put_entries(moved)
    if record.plan:
        kept.put_plan(week, merged_plan(record.plan, stays.id, goes.id))
    for review in record.reviews:
        kept.put_review(week, merged_review(review, stays.id, goes.id))
    return len(moved)


def _merge_rest(kept: Transaction, stays: Group, goes: Group) -> None:
    """The timer, the people, the appointments and the deeds."""
    from planner.domain.audit.merging import follow

    book, timer = kept.book(), kept.timer()
    if timer and timer.group == goes.id:
        kept.put_timer(timer._replace(group=stays.id))
    kept.put_people(
        person._replace(groups=follow(person.groups, stays.id, goes.id))
        for person in book.people.values()
        if goes.id in person.groups
    )
    kept.put_deeds(deed._replace(group=stays.id) for deed in kept.deeds() if deed.group == goes.id)
    kept.put_appointments(each._replace(group=stays.id) for each in book.appointments.values() if each.group == goes.id)
