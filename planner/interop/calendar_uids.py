"""The UIDs of what planner itself puts into calendars. They carry the id of the home: what is another's is not hers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.domain.book import Book
from planner.domain.value import NamedTuple

APPOINTMENT, STEP, REVIEW = "appointment", "step", "review"

_UID = re.compile(rf"({APPOINTMENT}|{STEP}|{REVIEW})-(.+)@(?:([0-9a-z]+)\.)?planner")


class OwnUid(NamedTuple):
    """What an event of planner's is, the id that it has in its home, and the home's; planner 0.2 said none."""

    what: str
    id: str
    home: str = ""

    @property
    def text(self) -> str:
        """It as it stands in a calendar: it stays the same whatever changes."""
        return f"{self.what}-{self.id}@{self.home}.planner" if self.home else f"{self.what}-{self.id}@planner"

    def may_be_of(self, book: Book) -> bool:
        """Whether it may be of this home, as far as the home goes."""
        return not self.home or self.home in book.homes


def own_uid(uid: str) -> OwnUid | None:
    """What a UID says; None for one that planner did not make."""
    said = _UID.fullmatch(uid)
    return OwnUid(said[1], said[2], said[3] or "") if said else None


def uids_of(id_: str, book: Book) -> Iterator[str]:
    """All UIDs that an appointment of this home may have in a calendar."""
    for home in ("", *book.homes):
        yield OwnUid(APPOINTMENT, id_, home).text
