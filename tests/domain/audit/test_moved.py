"""What moving a group's watching to a better tool has freed, and where it went; what is not known is not said."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from planner.domain.audit.moved import Freed, Gain, freed, freed_words, weeks_compared
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.group import Group, Moved, Tool
from planner.domain.kinds import Kind
from planner.domain.record import WeekRecord
from planner.domain.week import Week

MOVE = Week(2026, 39)
MOVED = Moved(Tool.NEWSLETTER, "https://metro.example", MOVE.days[2])
METRO = Group("metro", "metro", "Metro", moved=MOVED)
BOOK = Book(
    {}, {"metro": METRO, "feed": Group("feed", "feed", "Metro (feed)"), "lyon": Group("lyon", "lyon", "Lyon UX")}, {}
)
TODAY = MOVE.plus(9).monday

Logged = tuple[str, Kind, int]
READ: Logged = ("metro", Kind.WATCHING, 50)


def entries(week: Week, logged: tuple[Logged, ...]) -> tuple[Entry, ...]:
    start = datetime.combine(week.days[1], time(9), UTC)
    return tuple(Entry(f"{week}{n}", start, minutes, kind, group) for n, (group, kind, minutes) in enumerate(logged))


def weeks(before: tuple[Logged, ...], since: tuple[Logged, ...], known: int = 8) -> list[WeekRecord]:
    """The weeks compared, of which the ``known`` last ones before have something in them."""
    return [
        WeekRecord(week, None, entries(week, since if week > MOVE else before if week.minus(MOVE) >= -known else ()))
        for week in weeks_compared(MOVED)
    ]


def told(records: list[WeekRecord], today: date = TODAY) -> Freed:
    return freed(METRO, MOVED, records, BOOK, today)


def test_eight_weeks_on_either_side_are_compared() -> None:
    compared = weeks_compared(MOVED)
    assert len(compared) == 16 and MOVE not in compared
    assert (compared[0], compared[-1]) == (MOVE.plus(-8), MOVE.plus(8))


def test_what_was_freed_is_told_with_what_gained() -> None:
    since = (("feed", Kind.WATCHING, 10), ("lyon", Kind.MEETING, 45), ("lyon", Kind.CONTRIBUTION, 24))
    result = told(weeks((READ, ("lyon", Kind.CONTRIBUTION, 20)), since))
    assert (result.minutes, result.before, result.since) == (40, 50, 10)
    assert result.gains == (Gain("lyon", Kind.MEETING, 45),)
    assert freed_words(result, BOOK) == (
        "40 min a week freed: 50 min a week before, 10 min since; more since: 45 min met in Lyon UX"
    )


def test_what_gained_is_shared_with_those_moved_in_the_same_week() -> None:
    pmi = Group("pmi", "pmi", "PMI", moved=MOVED._replace(day=MOVE.days[4]))
    book = BOOK._replace(groups={**BOOK.groups, "pmi": pmi})
    shared = freed(METRO, MOVED, weeks((READ,), (("lyon", Kind.MEETING, 45),)), book, TODAY)
    assert shared.others == ("pmi",)
    assert freed_words(shared, book).endswith("more since, for it and PMI: 45 min met in Lyon UX")


def test_it_is_told_eight_whole_weeks_later() -> None:
    early = told(weeks((READ,), ()), TODAY.replace(day=TODAY.day - 1))
    assert early == Freed(TODAY, early=True) and early.minutes is None
    assert freed_words(early, BOOK) == "what that frees is told from Mon 23 Nov on"


def test_too_few_known_weeks_are_said_and_not_guessed() -> None:
    assert told(weeks((READ,), (READ,), known=3)).minutes is None
    assert told(weeks((READ,), (READ,), known=4)).minutes == 0
    spoilt = [each._replace(unread=True) if each.week > MOVE.plus(3) else each for each in weeks((READ,), (READ,))]
    assert told(spoilt).minutes is None
    assert freed_words(told(spoilt), BOOK).startswith("what that freed is not known")


def test_a_move_that_frees_nothing_says_so() -> None:
    assert freed_words(told(weeks((READ,), (READ,))), BOOK) == "nothing freed: 50 min a week before, 50 min since"
    alone = freed_words(told(weeks((READ,), ())), BOOK)
    assert alone == "50 min a week freed: 50 min a week before, 0 min since; nothing else takes more since"
