"""Which entries of the log are meant: by days, group, kind, person and words."""

from __future__ import annotations

from datetime import date

from ..entry import Entry
from ..kinds import Kind, is_in_person
from ..texts import folded
from ..value import NamedTuple
from ..week import Week


class LogFilter(NamedTuple):
    """Conditions that all must hold; ``since`` and ``until`` are both included, empty ones ask nothing."""

    since: date | None = None
    until: date | None = None
    group: str = ""  # id
    kind: Kind | None = None
    person: str = ""  # id
    unsaid: bool = False  # only meetings of which nobody said how they were held
    text: str = ""  # in the note, whatever its case and accents

    def has_week(self, week: Week) -> bool:
        """Whether a week can hold an entry that passes."""
        return (self.since is None or week.sunday >= self.since) and (self.until is None or week.monday <= self.until)

    def passes(self, entry: Entry) -> bool:
        """Whether an entry is meant."""
        return (
            (self.since is None or entry.day >= self.since)
            and (self.until is None or entry.day <= self.until)
            and self.group in ("", entry.group)
            and self.kind in (None, entry.kind)
            and (not self.unsaid or is_unsaid(entry))
            and (not self.person or self.person in entry.everybody)
            and folded(self.text) in folded(entry.note)
        )


def is_unsaid(entry: Entry) -> bool:
    """Whether this is a meeting of which nobody said how it was held."""
    return entry.kind is Kind.MEETING and is_in_person(entry.form) is None
