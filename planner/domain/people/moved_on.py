"""Ties outlast jobs and places: what changes of where somebody is stays known, with the day it was seen on."""

from __future__ import annotations

from datetime import date

from ..person import Formerly, Person
from ..texts import words_of
from ..words import dated_in_words, say
from .company_names import company_key

REASON_DAYS = 60  #: days in which a change of company, position or place is a reason to write
QUESTION_DAYS = 180  #: days in which it is worth a question where they meet anyway


def moved_on(before: Person, after: Person, today: date) -> Person:
    """``after`` with where they were ``before``, until today, where that is another company, position or place.

    Another spelling is no change, nor is what is put right on the day they came into the book, or once more on a day on
    which a change was seen. What was not known before is only learnt.
    """
    if before.since == today or not (_left(before, after) or _is_other(before.place, after.place)):
        return after
    if before.formerly and before.formerly[-1].until == today:
        return after
    place = before.place if _is_other(before.place, after.place) else ""
    company, position = (before.company, before.position) if _left(before, after) else ("", "")
    return after._replace(formerly=(*before.formerly, Formerly(company, position, today, place)))


def _left(before: Person, after: Person) -> bool:
    """Whether they are at another company or do something else there."""
    other_company = before.company and company_key(before.company) != company_key(after.company)
    return bool(other_company) or _is_other(before.position, after.position)


def _is_other(was: str, now: str) -> bool:
    return bool(was) and words_of(was) != words_of(now)


def moved_lately(person: Person, last: date, today: date) -> Formerly | None:
    """What somebody has left of late, where nothing has passed with them since; None where that is not so."""
    post = person.formerly[-1] if person.formerly else None
    return post if post and last < post.until and (today - post.until).days <= REASON_DAYS else None


def post_words(each: Formerly) -> str:
    """Where somebody was: ``designer, Acme, Lyon``."""
    return ", ".join(filter(None, (each.position, each.company, each.place)))


def left_words(person: Person, today: date) -> str:
    """What a change leaves known."""
    return say("Formerly: {post}", post=formerly_words(person, today, 1))


def formerly_words(person: Person, today: date, most: int | None = None) -> str:
    """Where they were before, and until when, the latest first."""
    return say("; ").join(
        say("{post}, until {day}", post=post_words(each), day=dated_in_words(each.until, today))
        for each in list(reversed(person.formerly))[:most]
    )
