"""The book as a whole: what another program knew, or a pasted list held, kept as one change."""

from __future__ import annotations

from collections.abc import Iterable

from planner.desk.base import Base, done
from planner.domain.appointment import Appointment
from planner.domain.group import Group
from planner.domain.person import Person
from planner.domain.weeks.change import Change


class Books(Base):
    """Keeping many things of the book at once."""

    def keep(
        self,
        label: str,
        *,
        groups: Iterable[Group] = (),
        people: Iterable[Person] = (),
        appointments: Iterable[Appointment] = (),
    ) -> Change:
        """Keep them under their ids, new ones and known ones, as one change that one undo takes back.

        ``label`` says in words what was done.
        """
        with self._changing() as kept:
            known, today = kept.book().groups, self.now().date()
            kept.put_groups(each if each.id in known or each.added else each._replace(added=today) for each in groups)
            kept.put_people(people)
            kept.put_appointments(appointments)
            return done(kept, label)
