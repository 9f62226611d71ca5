"""A tie in words: where it stands, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..kinds import TOGETHER, Kind
from ..trace import Contact
from ..words import dated_in_words, listing, plural, say, spell_minutes
from .cadence import Whose, whose_words
from .tie import Stage, Tally, Tie, Warmth, cold_after


def ago(days: int) -> str:
    """``today``, ``yesterday``, ``12 days ago``."""
    if days < 2:
        return say("yesterday") if days else say("today")
    return plural(days, "{n} day ago", "{n} days ago")


def last_words(tie: Tie) -> str:
    """How long ago the last exchange or meeting was, for a column: ``today``, ``12 days``; "" where there is none."""
    if tie.days is None:
        return ""
    return ago(tie.days) if tie.days < 2 else plural(tie.days, "{n} day", "{n} days")


def warmth_word(tie: Tie) -> str:
    """``warm``, ``cooling``, ``cold`` or ``resting``; "" for somebody only spotted."""
    if tie.resting:
        return say("resting")
    return say(tie.warmth.value) if tie.warmth else ""


def standing_words(tie: Tie) -> str:
    """Where the tie stands: ``met, warm: last contact 12 days ago, cooling after 60``."""
    head = ", ".join(filter(None, (tie.stage.title, warmth_word(tie))))
    if tie.days is None:
        return say("{standing}: no exchange or meeting yet", standing=head)
    if tie.warmth is None:
        return say("{standing}: last contact {ago}", standing=head, ago=ago(tie.days))
    days = tie.cadence.days
    words = say(
        "{standing}: last contact {ago}, cooling after {cadence}, cold after {twice}",
        standing=head,
        ago=ago(tie.days),
        cadence=plural(days, "{n} day", "{n} days"),
        twice=cold_after(days),
    )
    if tie.cadence.whose in (Whose.PERSON, Whose.USUAL):  # her own word of them, or none at all
        return words
    return say("{standing} ({why})", standing=words, why=whose_words(tie.cadence))


def evidence(tie: Tie, today: date) -> tuple[str, ...]:
    """Why it is so, a line each: what made the stage, the meetings, the exchanges, and what came back."""
    lines = [
        _made(tie, today),
        _tally(tie.meetings, plural(tie.meetings.times, "{n} meeting", "{n} meetings"), today),
        _tally(tie.exchanges, plural(tie.exchanges.times, "{n} exchange", "{n} exchanges"), today),
        _tally(tie.together, plural(tie.together.times, "Worked together once", "Worked together {n} times"), today),
        plural(tie.echoes, "Something came back once", "Something came back {n} times") if tie.echoes else "",
    ]
    return tuple(line for line in lines if line)


def _made(tie: Tie, today: date) -> str:
    if not tie.since:
        return ""
    stage, since = tie.stage.title, dated_in_words(tie.since, today)
    if len(tie.made_by) == 1:
        return say("{stage} since {day}", stage=stage, day=since)
    contacts = listing([_contact(contact, today) for contact in tie.made_by])
    return say("{stage} since {day}: {contacts}", stage=stage, day=since, contacts=contacts)


def _contact(contact: Contact, today: date) -> str:
    if contact.form == TOGETHER:
        return say("worked together on {day}", day=dated_in_words(contact.day, today))
    if contact.kind is Kind.MEETING:
        return say("met on {day}", day=dated_in_words(contact.day, today))
    return say("exchange on {day}", day=dated_in_words(contact.day, today))


def _tally(tally: Tally, counted: str, today: date) -> str:
    if not (tally.first and tally.last):
        return ""
    time = spell_minutes(tally.minutes)
    if not tally.minutes:  # nobody knows how long they took
        return _spanning(tally.first.day, tally.last.day, counted, today)
    if tally.first.day == tally.last.day:
        return say("{counted}, {time}, on {day}", counted=counted, time=time, day=dated_in_words(tally.last.day, today))
    return say(
        "{counted}, {time}, from {first} to {last}",
        counted=counted,
        time=time,
        first=dated_in_words(tally.first.day, today),
        last=dated_in_words(tally.last.day, today),
    )


def _spanning(first: date, last: date, counted: str, today: date) -> str:
    if first == last:
        return say("{counted}, on {day}", counted=counted, day=dated_in_words(last, today))
    return say(
        "{counted}, from {first} to {last}",
        counted=counted,
        first=dated_in_words(first, today),
        last=dated_in_words(last, today),
    )


def counts(ties: Iterable[Tie]) -> str:
    """How many there are of each, the closest first: ``4 tied, 3 met, 1 in touch, 2 spotted; 2 cooling, 1 cold``."""
    some = list(ties)
    stages = [(stage.title, sum(tie.stage is stage for tie in some)) for stage in reversed(Stage)]
    cools = [(say(warmth.value), sum(tie.warmth is warmth for tie in some)) for warmth in list(Warmth)[1:]]
    rests = [(say("resting"), sum(tie.resting for tie in some))]
    parts = (", ".join(say("{n} {word}", n=n, word=word) for word, n in part if n) for part in (stages, cools + rests))
    return say("; ").join(filter(None, parts))
