"""The close of a week: who came closer, what came back, what was enjoyed, this week beside the eight before it, and
what the next one begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..audit.figures import entries_once
from ..book import Book
from ..echo import echo_words, known_echoes
from ..entry import Entry
from ..felt import joy_words
from ..kinds import Kind, Split
from ..people.week_people import WeekPeople
from ..people.week_people_words import closer_words
from ..record import WeekRecord, lived
from ..value import NamedTuple
from ..week import Week
from ..words import decimal, minutes, or_dash, say, spell_minutes
from .bars import Bar

#: How many weeks it is seen beside.
BEFORE = 8

#: From which mark on, 0 to 3, an entry was liked; and how many of these are told.
LIKED, MOST_LIKED = 2, 3


class WeekFigures(NamedTuple):
    """A week in four figures: minutes of the hands and of the eyes, people met, and how much came back; None where
    she gave, and nobody has said of anything whether it did."""

    hands: int
    eyes: int
    met: int
    echoes: int | None


class WeekBeside(NamedTuple):
    """A week, and its figures; None where its file cannot be read. The ``bar`` is it in minutes by kind."""

    week: Week
    figures: WeekFigures | None
    bar: Bar | None = None


class Close(NamedTuple):
    """All that it tells. ``echoes`` are the entries of which it was said in the week what came back, and those of the
    week of which it was said later; of ``silent`` ones, the week's, she said that nothing did, and of ``unasked``
    contributions nothing.

    ``weeks`` are up to eight before it from the first one in which anything was on, oldest first, and it itself.
    ``enjoyed`` is what she answered, ``liked`` are the week's entries of which she marked how it was, the best first.
    ``first_act`` is the next week's; "" where that is over.
    """

    echoes: tuple[Entry, ...] = ()
    enjoyed: tuple[str, ...] = ()
    weeks: tuple[WeekBeside, ...] = ()
    first_act: str = ""
    liked: tuple[Entry, ...] = ()
    silent: int = 0
    unasked: int = 0


class CloseSection(NamedTuple):
    """A part of the close in words; ``table`` has its head first."""

    title: str
    sentences: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    found: bool = True  # whether there is anything to tell


def close(week: Week, records: Sequence[WeekRecord], enjoyed: str = "", first_act: str = "") -> Close:
    """The close of a week from the ``records`` of up to eight weeks before it, and of it; oldest first.

    ``enjoyed`` is her answer, "" where she gave none.
    """
    said = (say("“{text}”", text=enjoyed),) if enjoyed else ()
    known = lived([record for record in records if 0 <= week.minus(record.week) <= BEFORE])
    echoes = [entry for record in known for entry in record.entries if _came_back_in(week, entry)]
    marked = [entry for record in known if record.week == week for entry in record.entries if entry.confirmed]
    silent = sum(entry.kind.is_hands and entry.echo is not None and not entry.echo.came for entry in marked)
    unasked = sum(entry.kind is Kind.CONTRIBUTION and entry.echo is None for entry in marked)
    liked = sorted((e for e in marked if e.joy is not None), key=lambda entry: (-(entry.joy or 0), entry.start))
    return Close(tuple(echoes), said, tuple(map(_beside, known)), first_act, tuple(liked), silent, unasked)


def _came_back_in(week: Week, entry: Entry) -> bool:
    """Whether something came back, and that was said in the week, or is of one of its own entries, which the figures
    beside it count; what reading gave is no echo."""
    if entry.echo is None or not entry.echo.came or not (entry.confirmed and entry.kind.is_hands):
        return False
    return week in (entry.week, Week.of(entry.echo.at or entry.start))


def _beside(record: WeekRecord) -> WeekBeside:
    if record.unread:
        return WeekBeside(record.week, None, Bar(record.week, None))
    entries = entries_once(record)
    hands = sum(entry.minutes for entry in entries if entry.kind.is_hands)
    met = {person for entry in entries if entry.kind is Kind.MEETING for person in entry.people}
    gave = [entry for entry in entries if entry.kind is Kind.CONTRIBUTION]
    came = sum(entry.echo.number for entry in entries if entry.echo and entry.kind.is_hands)
    echoes = known_echoes(len(gave), sum(entry.echo is not None for entry in gave), came)
    figures = WeekFigures(hands, sum(e.minutes for e in entries) - hands, len(met), echoes)
    logged = Split(*(sum(entry.minutes for entry in entries if entry.kind is kind) for kind in Kind))
    planned = record.plan.budget if record.plan else None
    return WeekBeside(record.week, figures, Bar(record.week, logged, planned.watching if planned else None))


def usual(close: Close, number: int) -> float | None:
    """The mean of a figure in the weeks before of which it is known; None without any."""
    before = [each.figures[number] for each in close.weeks[:-1] if each.figures]
    known = [figure for figure in before if figure is not None]
    return sum(known) / len(known) if known else None


def figure_names() -> tuple[str, ...]:
    """What the figures of a week are called."""
    return say("given and met"), say("read"), say("people met"), say("came back")


def figure_words(number: int, figure: float | None) -> str:
    """A figure of a week: the first two are minutes, and the others counts; a dash where it is not known."""
    if figure is None:
        return or_dash(None)
    return minutes(round(figure)) if number < 2 else decimal(figure) if figure % 1 else str(round(figure))


def _spelled(number: int, figure: float | None) -> str:
    """A figure as a sentence has it."""
    return figure_words(number, figure) if figure is None or number > 1 else spell_minutes(round(figure))


def beside_words(close: Close) -> tuple[str, ...]:
    """This week beside those before, a sentence a figure: ``Given and met: 2h05; 1h40 a week before.``"""
    this = close.weeks[-1].figures if close.weeks else None
    if this is None:
        return ()
    told = []
    for number, (name, figure) in enumerate(zip(figure_names(), this, strict=True)):
        mean = usual(close, number)
        words = {"figure": name[:1].upper() + name[1:], "now": _spelled(number, figure)}
        if figure is not None and mean is not None:
            told.append(say("{figure}: {now}; {usual} a week before.", **words, usual=_spelled(number, mean)))
        elif figure is not None:
            told.append(say("{figure}: {now}.", **words))
    return tuple(told)


def close_sections(close: Close, people: WeekPeople, book: Book) -> tuple[CloseSection, ...]:
    """The close in words, in its order; what it is not known to have brought is said so, and never as none."""
    closer = tuple(say("{person}: {text}", person=each.person.name, text=closer_words(each)) for each in people.closer)
    echoes = tuple(
        say("{entry}: {echo}", entry=_given(entry, book), echo=echo_words(entry.echo, book.person_name))
        for entry in close.echoes
        if entry.echo
    )
    nobody = say("Who came closer is not known.") if book.unread else say("No tie moved up this week.")
    enjoyed = (*close.enjoyed, *_liked(close, book))
    sections = [
        CloseSection(say("Closer"), closer or (nobody,), found=bool(closer)),
        CloseSection(say("What came back"), echoes or (_nothing_back(close),), found=bool(echoes)),
        CloseSection(say("Enjoyed"), enjoyed or (say("Nothing said yet."),), found=bool(enjoyed)),
    ]
    if close.first_act:  # before the figures, so that it is in sight where there is little room
        act = close.first_act[:1].upper() + close.first_act[1:]
        sections.append(CloseSection(say("First act of next week"), (act,)))
    return (*sections, CloseSection(_beside_title(close), beside_words(close), beside_table(close)))


def _nothing_back(close: Close) -> str:
    if close.silent and not close.unasked:
        return say("Nothing came back.")
    return say("Nothing is known to have come back.")


def _liked(close: Close, book: Book) -> Iterator[str]:
    """What she marked as good, the best first; where nothing was, how far the marks went."""
    good = [entry for entry in close.liked if (entry.joy or 0) >= LIKED]
    for entry in good[:MOST_LIKED]:
        yield say("{entry}: {joy}", entry=_given(entry, book), joy=joy_words(entry.joy))
    if close.liked and not good:
        yield say("No mark above {joy}.", joy=joy_words(close.liked[0].joy))


def _beside_title(close: Close) -> str:
    before = len(close.weeks) - 1
    return say("This week beside the {n} before", n=before) if before > 1 else say("This week")


def beside_table(close: Close) -> tuple[tuple[str, ...], ...]:
    """The weeks from left to right, a row a figure; a dash is a week that cannot be read. None beside only one."""
    if len(close.weeks) < 3:
        return ()
    head = (say("week"), *(str(each.week.number) for each in close.weeks))
    rows = [
        (name, *(figure_words(n, each.figures[n] if each.figures else None) for each in close.weeks))
        for n, name in enumerate(figure_names())
    ]
    return (head, *rows)


def _given(entry: Entry, book: Book) -> str:
    """What something came back from: ``Lyon UX, “a question on forms”``."""
    gift = say("“{text}”", text=entry.note) if entry.note else say(entry.form or entry.kind.value)
    return f"{book.group_name(entry.group)}, {gift}"
