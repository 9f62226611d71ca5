"""The three kinds of time, and minutes split by them."""

from __future__ import annotations

from collections.abc import Iterable

from .value import NamedTuple
from .value.enums import StrEnum
from .words import say


class Kind(StrEnum):
    """What a stretch of time was: given, met, or taken."""

    CONTRIBUTION = "contribution"
    MEETING = "meeting"
    WATCHING = "watching"

    @property
    def letter(self) -> str:
        """The key and the short word for this kind: c, m, w."""
        return self.value[0]

    @property
    def is_hands(self) -> bool:
        """Contribution and meeting are the hands; watching is the eyes."""
        return self is not Kind.WATCHING

    @property
    def title(self) -> str:  # type: ignore[override]
        """The kind's name in the chosen language."""
        return say(self.value)


HANDS = (Kind.CONTRIBUTION, Kind.MEETING)

#: Watching that looks for a place rather than for people: it is told apart, for a network is no job board.
ADVERTS = "adverts"

#: Giving that is done side by side: it binds as a meeting does.
TOGETHER = "together"

#: Forms by kind: what exactly was done. A form word in a quick-log line sets the kind's form.
FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.CONTRIBUTION: (
        *("post", "comment", "answer", "share"),
        *("introduction", "introduction asked", "introduction received"),
        *("message", "talk", TOGETHER),
    ),
    Kind.MEETING: ("in person", "video", "phone", "event"),
    Kind.WATCHING: ("feed", "newsletter", "thread", "page", ADVERTS),
}


#: Forms of a meeting that is held in one place.
_IN_PERSON = ("in person", "event")


def is_in_person(form: str | None) -> bool | None:
    """Whether a meeting of this form was in person; None where nobody said how it was held."""
    return None if form is None else form in _IN_PERSON


def held_nearest(forms: Iterable[str | None]) -> bool | None:
    """Whether any meeting of these forms was in person; None where nobody said of any how it was held."""
    said = {is_in_person(form) for form in forms} - {None}
    return (True in said) if said else None


class Split(NamedTuple):
    """Minutes by kind. Goals for contribution and meeting, a cap for watching, when it is a plan."""

    contribution: int = 0
    meeting: int = 0
    watching: int = 0

    @property
    def hands(self) -> int:
        return self.contribution + self.meeting

    @property
    def total(self) -> int:
        return self.contribution + self.meeting + self.watching

    def of(self, kind: Kind) -> int:
        """The minutes of one kind."""
        return int(getattr(self, kind))

    def plus(self, kind: Kind, minutes: int) -> Split:
        """This split with ``minutes`` more of ``kind``."""
        given, met, watched = self
        if kind is Kind.CONTRIBUTION:
            return Split(given + minutes, met, watched)
        return Split(given, met + minutes, watched) if kind is Kind.MEETING else Split(given, met, watched + minutes)

    def with_(self, kind: Kind, minutes: int) -> Split:
        """This split with ``kind`` set to ``minutes``."""
        return self._replace(**{kind: minutes})

    def and_(self, other: Split) -> Split:
        """The sum of two splits, kind by kind."""
        return Split(*(a + b for a, b in zip(self, other, strict=True)))

    def as_dict(self) -> dict[str, int]:
        """``{"contribution": …, "meeting": …, "watching": …, "total": …}``."""
        return {**self._asdict(), "total": self.total}
