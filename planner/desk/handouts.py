"""The hand-out for her adviser, and what stays of each talk: her questions, and what was decided."""

from __future__ import annotations

from planner.desk.audits import Audits
from planner.desk.base import done
from planner.desk.newcomers import new_id
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread, Refused
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.domain.counsel import Voice
    from planner.domain.weeks.change import Change
    from planner.domain.weeks.handout import Handout


class Handouts(Audits):
    """Making the hand-out, and keeping counsel."""

    def handout(self, weeks: int = 8, *, named: bool = True) -> Handout:
        """What an adviser needs, over so many weeks, the running one included; with initials unless ``named``.

        Raises Misread for no number of weeks, and StoreError while the book cannot be read.
        """
        from planner.domain.audit.setting_out import setting_out
        from planner.domain.people.without_names import WithoutNames
        from planner.domain.trace import contacts_by_person
        from planner.domain.weeks.handout import MOST_WEEKS, handout

        if not 1 <= weeks <= MOST_WEEKS:
            raise Misread(
                say("A hand-out looks back on 1 to {most} weeks, not “{weeks}”.", most=MOST_WEEKS, weeks=weeks)
            )
        book, entries, plan = self.book(), self._of_a_quarter(), self.latest_plan()
        refuse_unread(book)
        records = [self._record(self.this_week().plus(-back)) for back in reversed(range(weeks))]
        if not named:
            without = WithoutNames(book)
            book, entries, records = without.book(), without.entries(entries), [without.week(each) for each in records]
        return handout(
            book,
            records,
            self._audit_of(book, records),
            setting_out(tuple(book.objectives.values()), entries),
            self._proposed(book, self.minutes_a_week(), parked=False, asked=None).selection,
            plan,
            contacts_by_person(self._home.traces()),
            named=named,
        )

    def keep_counsel(self, voice: Voice, text: str) -> Change:
        """Keep a question for the adviser, or what was decided; ``-`` takes the latest back. Raises Misread."""
        from planner.domain.counsel import NONE, Counsel, Voice, checked, latest

        with self._changing() as kept:
            if text.strip() == NONE:
                last = latest(kept.book().counsel.values(), voice)
                if last is None:
                    raise Refused(
                        say("No question is kept, so none can be taken back.")
                        if voice is Voice.QUESTION
                        else say("No decision is kept, so none can be taken back.")
                    )
                kept.remove_counsel(last.id)
                return done(kept, say("Taken back: “{text}”", text=last.text))
            text = checked(text)
            kept.put_counsel(Counsel(new_id(), self.now(), voice, text))
            words = say("To ask: {text}", text=text) if voice is Voice.QUESTION else say("Decided: {text}", text=text)
            return done(kept, words)
