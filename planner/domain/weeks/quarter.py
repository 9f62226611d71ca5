"""A quarter made of its weeks' reviews: where its time went, by month and by group, and what she said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..book import Book
from ..clock_time import counted_minutes
from ..errors import Misread
from ..kinds import Split
from ..people.tie_list import TieRow
from ..quarter import Quarter
from ..record import WeekRecord
from ..review import Review, Verdict
from ..value import NamedTuple
from ..week import Week
from ..words import say
from .draft import INTENTION, JOY
from .stretches import Stretch, Unit, stretches
from .trends import TrendWeek


class QuarterGroup(NamedTuple):
    """A group (id) over a quarter: its minutes by kind, and the verdicts of its weeks' reviews, oldest first."""

    group: str
    logged: Split
    verdicts: tuple[Verdict, ...] = ()


class Said(NamedTuple):
    """What she said in a week's review: what she meant to do in the next one, what brought a person closer, and what
    she enjoyed; "" where she gave no answer."""

    week: Week
    intention: str = ""
    closer: str = ""
    joy: str = ""


class QuarterPage(NamedTuple):
    """All of it. ``weeks`` are those there were, oldest first, none where she had not begun; ``said`` are the answers
    of those in which she gave any. ``closed`` of their reviews are, and those of ``open`` weeks, which are over, not.

    ``tied`` are the people (ids) who became tied, None while the book cannot be read.
    """

    quarter: Quarter
    today: date
    weeks: tuple[TrendWeek, ...] = ()
    months: tuple[Stretch, ...] = ()
    groups: tuple[QuarterGroup, ...] = ()
    said: tuple[Said, ...] = ()
    closed: int = 0
    open: tuple[Week, ...] = ()
    tied: tuple[tuple[str, date], ...] | None = ()
    unread: tuple[Week, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether it is not over yet."""
        return self.quarter.weeks[-1].sunday >= self.today


def refuse_to_come(quarter: Quarter, this_week: Week) -> None:
    """Raises Misread for a quarter that has not begun."""
    if quarter.weeks[0] > this_week:
        raise Misread(say("{quarter} is still to come, so there is nothing to read of it.", quarter=quarter))


def quarter_page(  # noqa: PLR0917 - a quarter in its surroundings
    quarter: Quarter,
    weeks: Sequence[TrendWeek],
    records: Sequence[WeekRecord],
    rows: Iterable[TieRow],
    book: Book,
    today: date,
) -> QuarterPage:
    """The page of a quarter from its weeks in figures, and as they are kept; both oldest first."""
    reviews = {record.week: _last(record) for record in records if record.reviews and not record.unread}
    closed = {week for week, review in reviews.items() if review.closed}
    waits = [
        each.week
        for each, record in zip(weeks, records, strict=True)
        if each.figures and not each.runs and each.week not in closed and (record.entries or record.plan)
        if not (record.plan and record.plan.off)
    ]
    tied = None if book.unread else tuple(sorted(_tied(weeks, rows), key=lambda each: (each[1], each[0])))
    return QuarterPage(
        quarter,
        today,
        tuple(weeks),
        stretches(weeks, Unit.MONTH),
        tuple(_groups(records, reviews)),
        tuple(filter(None, (_said(week, review) for week, review in reviews.items()))),
        len(closed),
        tuple(waits),
        tied,
        tuple(each.week for each in weeks if each.figures is None),
    )


def _last(record: WeekRecord) -> Review:
    return max(record.reviews, key=lambda review: review.revision)


def _groups(records: Sequence[WeekRecord], reviews: dict[Week, Review]) -> Iterable[QuarterGroup]:
    """The group that was given the most minutes first; those with a verdict alone after them."""
    minutes: dict[str, Split] = {}
    for record in records:
        for entry, counted in counted_minutes(entry for entry in record.entries if entry.confirmed):
            if not record.unread:
                minutes[entry.group] = minutes.get(entry.group, Split()).plus(entry.kind, counted)
    verdicts: dict[str, list[Verdict]] = {}
    for review in reviews.values():
        for group, verdict in review.verdicts.items() if review.closed else ():
            verdicts.setdefault(group, []).append(verdict)
    groups = [
        QuarterGroup(id_, minutes.get(id_, Split()), tuple(verdicts.get(id_, ())))
        for id_ in dict.fromkeys((*minutes, *verdicts))
    ]
    return sorted(groups, key=lambda each: -each.logged.total)


def _said(week: Week, review: Review) -> Said | None:
    answers = {key: text.strip() for key, text in review.answers.items()}
    said = Said(week, answers.get(INTENTION, ""), answers.get("closer", ""), answers.get(JOY, ""))
    return said if any(said[1:]) else None


def _tied(weeks: Sequence[TrendWeek], rows: Iterable[TieRow]) -> Iterable[tuple[str, date]]:
    made = {person for each in weeks if each.figures for person in each.figures.ties or ()}
    return ((row.person.id, row.tie.since) for row in rows if row.person.id in made and row.tie.since)
