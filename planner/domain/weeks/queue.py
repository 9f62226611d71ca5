"""The one queue of all that planner asks or reminds of.

One line at a time, two a day, whatever they are of. What the drift judgement has to say goes first, by its own rules
(``drift.announcing``), and what it said today keeps its turn until it is put off or holds no more; then an offer that
is made once, since figures are other than they were until it is taken; then what is to be answered, and what is good to
know. A reminder is said on two days at most; one that was passed over twice waits for the review, as what was put off
twice does. Only damage stands until it is mended: while it does nothing else is said.

A line is a Signal; what was said is kept as the alerts of the week are, of each cause when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from ..alert import Alert
from ..book import Book
from ..drift.announcing import PATIENCE, to_announce
from ..drift.drift import Drift, Signal
from ..entry import Entry
from ..instants import minutes_between
from ..kinds import Kind
from ..level import Level
from ..people.appointment_words import appointment_words
from ..settings import Settings
from ..value import NamedTuple
from ..week import Week
from ..words import listing, plural, say
from .copies import copies_words
from .log_filter import is_unsaid
from .report import WeekReport

A_DAY = 2  #: lines

#: What is reminded of, the first first, and how often before it waits for the review.
REMINDERS = {
    "forms": 1,  # it is an offer, made once
    "copies-apart": PATIENCE,
    "conflicts": PATIENCE,
    "soon": 1,  # what to know before a meeting is of that hour
    "meeting": PATIENCE,
    "review": PATIENCE,
    "coming": PATIENCE,
    "echo": PATIENCE,
    "quarter": 1,  # once a quarter
    "ties": PATIENCE,
    "resting": 1,  # once a quarter
    "copies": PATIENCE,
}

FORM_WEEKS = 8  #: the weeks of which it is asked how meetings were held
ECHO_DAYS = (3, 10)  #: days after a contribution in which it is asked what came back
SOON_MINUTES = 60  #: minutes before a meeting in which it is offered what to know
RESTING_NAMED = 3  #: of those left to rest so many are named
COPY_DAYS = 30  #: days of log after which a copy that was proved is missed


class Standing(NamedTuple):
    """What may be reminded of beside the week's report, as it is now."""

    contributions: tuple[Entry, ...] = ()  # of the last days, by start
    cold: int = 0  # ties that have gone cold
    resting: tuple[str, ...] = ()  # names of those left to rest, where they were not offered this quarter
    conflicts: int = 0  # things of which two machines said something else
    quarter: bool = False  # a quarter is over since she set out, or since this was last said
    waiting: int = 0  # copies of other machines
    uncopied: int | None = None  # days since a backup was proved good, or since the first entry; None: unknown
    key: Callable[[str, str], str] = Settings().key  # the key of an action, by its id and what it usually is


def next_line(  # noqa: PLR0917 - what there is to say, and what was said
    drift: Drift,
    reminders: Iterable[Signal],
    alerts: Sequence[Alert],
    earlier: Sequence[Alert],
    now: datetime,
    damage: Sequence[str] = (),
    offer: Signal | None = None,
    *,
    quiet: bool = False,
) -> Signal | None:
    """The one line to say now, from this week's alerts and last week's (``earlier``); None where it is silence.

    ``offer`` is one that was not made yet. In ``quiet`` hours only damage is said.
    """
    if damage or quiet:
        return standing(damage)
    if sum(_on(now, moment) for alert in alerts for moment in alert.announced) >= A_DAY:
        return None
    of_drift = [alert for alert in alerts if alert.code not in REMINDERS]
    spoken = to_announce(drift, of_drift, earlier, now)
    if spoken:
        return spoken[0]
    if _still_speaks(drift, of_drift, now):
        return None
    if offer:
        return offer
    said = (*earlier, *alerts)
    return next((line for line in reminders if _may_be_said(line, said, now)), None)


def standing(damage: Sequence[str]) -> Signal | None:
    """The line that stands until what it tells of is mended, however often it was said; None where all is whole."""
    if not damage:
        return None
    others = len(damage) - 1
    also = (
        plural(
            others,
            "{n} more file is damaged: “planner check” names it.",
            "{n} more files are damaged: “planner check” names them.",
        )
        if others
        else ""
    )
    return Signal("damage", Level.ADRIFT, damage[0], also)


def reminders(report: WeekReport, book: Book, standing: Standing) -> Iterator[Signal]:
    """All there is to remind of, in its order."""
    key = standing.key
    yield from _two_machines(standing)
    yield from _meetings(report, book, key)
    if report.review_due:
        opens = key("common.show.review", "r")
        words = say("The week’s review is due: {key} opens it, in a few short steps.", key=opens)
        yield _reminder("review", words, cause=str(report.week))
    for meeting in report.coming:
        if meeting.start.astimezone(report.now.tzinfo).date() == report.today:
            meeting_words = appointment_words(meeting, book, report.today)
            yield _reminder("coming", say("To come today: {meeting}", meeting=meeting_words), cause=meeting.id)
    yield from _echoes(report, book, standing.contributions, key("week.echo", "E"))
    if standing.quarter:
        again = key("week.show.begin", "b")
        words = say("A quarter is over: {key} goes through your groups and objectives again.", key=again)
        yield _reminder("quarter", words, say("It shows what served those you set out with."))
    yield from _ties(standing)
    if standing.uncopied is not None and standing.uncopied >= COPY_DAYS:
        words = say("No backup was proved good for {n} days: “planner check” tells of them.", n=standing.uncopied)
        yield _reminder("copies", words)


def _two_machines(standing: Standing) -> Iterator[Signal]:
    """What another machine brought and waits to be merged, or to be chosen from."""
    key = standing.key
    if copies := copies_words(standing.waiting):
        merges = key("common.merge-copies", "Y")
        yield _reminder("copies-apart", say("{copies}: {key} merges what is new.", copies=copies, key=merges))
    if standing.conflicts:
        words = plural(
            standing.conflicts,
            "Two machines said {n} thing differently: {key} shows both.",
            "Two machines said {n} things differently: {key} shows both.",
            key=key("common.choose", "X"),
        )
        yield _reminder("conflicts", words)


def _meetings(report: WeekReport, book: Book, key: Callable[[str, str], str]) -> Iterator[Signal]:
    """The meeting that is about to begin, and one that was to be held."""
    for meeting in report.coming:
        minutes = minutes_between(report.now, meeting.start)
        if meeting.people and 0 <= minutes <= SOON_MINUTES:
            words = say(
                "In {n} min: {meeting}", n=round(minutes), meeting=appointment_words(meeting, book, report.today)
            )
            known = say("{key} tells what to know before it.", key=key("week.brief", "K"))
            yield _reminder("soon", words, known, cause=meeting.id)
    if report.to_confirm:
        waiting = report.to_confirm[0]
        meeting_words = appointment_words(waiting, book, report.today)
        answers = key("week.answer-meeting", "h")
        asked = say("Was it held? {key} answers. {meeting}", meeting=meeting_words, key=answers)
        yield _reminder("meeting", asked, cause=waiting.id)


def _ties(standing: Standing) -> Iterator[Signal]:
    """The ties that went cold, and those that have rested for long."""
    key = standing.key
    if standing.cold:
        words = plural(
            standing.cold,
            "{n} tie has gone cold: {key} shows whose.",
            "{n} ties have gone cold: {key} shows whose.",
            key=key("common.show.people", "o"),
        )
        yield _reminder("ties", words)
    if standing.resting:
        more = len(standing.resting) - RESTING_NAMED
        names = [*standing.resting[:RESTING_NAMED], *([plural(more, "{n} more", "{n} more")] if more > 0 else [])]
        words = plural(
            len(standing.resting),
            "A tie has rested for a quarter: {names}.",
            "{n} ties have rested for a quarter: {names}.",
            names=listing(names),
        )
        shows, wakes = key("common.show.people", "o"), key("people.rest", "z")
        yield _reminder("resting", words, say("{key} shows them; {other} wakes one.", key=shows, other=wakes))


def forms_offer(unsaid: int, key: str = "H") -> Signal | None:
    """The offer to say of the ``unsaid`` meetings of the last weeks, by a ``key``, how they were held; None where all
    say so."""
    if not unsaid:
        return None
    return _reminder(
        "forms",
        plural(
            unsaid,
            "{n} meeting of the last eight weeks does not say how it was held.",
            "{n} meetings of the last eight weeks do not say how they were held.",
        ),
        say("“In person” is now only where said: {key} settles them; older ones stay “not said”.", key=key),
    )


def unsaid_forms(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The confirmed meetings of which nobody said how they were held, newest first."""
    return tuple(sorted(filter(is_unsaid, (e for e in entries if e.confirmed)), key=lambda e: e.start, reverse=True))


def unechoed(entries: Iterable[Entry], now: datetime) -> Iterator[Entry]:
    """The contributions of which it is asked what came back: from the third day on, when it can be known, and no longer
    after ten."""
    least, most = (now - timedelta(days=days) for days in reversed(ECHO_DAYS))
    for entry in entries:
        if entry.kind is Kind.CONTRIBUTION and entry.confirmed and entry.echo is None and least < entry.start <= most:
            yield entry


def echo_asked(entries: Iterable[Entry], alerts: Iterable[Alert], now: datetime) -> Entry | None:
    """The contribution that an answer is of: the one that was asked about last, else the first to be; None for none."""
    asked = {alert.cause: max(alert.announced) for alert in alerts if alert.code == "echo" and alert.announced}
    waiting = list(unechoed(entries, now))
    last = max((entry for entry in waiting if entry.id in asked), key=lambda entry: asked[entry.id], default=None)
    return last or next(iter(waiting), None)


def _echoes(report: WeekReport, book: Book, contributions: Iterable[Entry], key: str) -> Iterator[Signal]:
    for entry in unechoed(contributions, report.now):
        gift = entry.note or say(entry.form or entry.kind.value)
        words = say("Did something come back of “{what}”, {group}?", what=gift, group=book.group_name(entry.group))
        yield _reminder("echo", words, say("{key} answers: “2 replies”, “nothing”.", key=key), entry.id)


def _reminder(code: str, text: str, advice: str = "", cause: str = "") -> Signal:
    return Signal(code, Level.BALANCED, text, advice, cause)


def _may_be_said(line: Signal, said: Iterable[Alert], now: datetime) -> bool:
    of_it = [alert for alert in said if (alert.code, alert.cause) == line.about]
    moments = [moment for alert in of_it for moment in alert.announced]
    if any(alert.put_off and _in_week(now, alert.put_off[-1]) for alert in of_it):
        return False
    if any(len(alert.put_off) >= PATIENCE for alert in of_it):
        return False
    return len(moments) < REMINDERS[line.code] and not any(_on(now, moment) for moment in moments)


def _still_speaks(drift: Drift, of_drift: Iterable[Alert], now: datetime) -> bool:
    """Whether a reason that was said today holds still, and was not put off."""
    standing = {signal.about for signal in drift.signals}
    told = (alert for alert in of_drift if any(_on(now, moment) for moment in alert.announced))
    return any((alert.code, alert.cause) in standing and not alert.put_off for alert in told)


def _in_week(now: datetime, moment: datetime) -> bool:
    return Week.of(moment.astimezone(now.tzinfo)) == Week.of(now)


def _on(now: datetime, moment: datetime) -> bool:
    return moment.astimezone(now.tzinfo).date() == now.date()
