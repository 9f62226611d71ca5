"""A company in words: how many she knows there, how warm, and where the page stands."""

from __future__ import annotations

from ..words import plural, say
from .companies import Company
from .tie_words import last_words, warmth_word


def known_words(company: Company) -> str:
    """How many are known there, and how many of them she has met: ``3 people, 1 met``."""
    if not company.rows:
        return say("nobody yet")
    people = plural(len(company.rows), "{n} person", "{n} people")
    return plural(company.met, "{people}, {n} met", "{people}, {n} met", people=people) if company.met else people


def closest_words(company: Company) -> str:
    """Whom she is closest to there, and how close: ``Marie Dupont, tied, warm``; "" for nobody."""
    row = company.closest
    if row is None:
        return ""
    return ", ".join(filter(None, (row.person.name, row.tie.stage.title, warmth_word(row.tie))))


def last_there(company: Company) -> str:
    """How long ago the last exchange or meeting with anybody there was; "" where there was none."""
    rows = [row for row in company.rows if row.tie.days is not None]
    latest = min(rows, key=lambda row: row.tie.days or 0, default=None)
    return last_words(latest.tie) if latest else ""


def page_words(company: Company) -> str:
    """Where the page stands with her; "" where it has none."""
    return say(company.page.standing.value) if company.page else ""


def wanted_words(company: Company) -> str:
    """That its page is hers and she knows nobody there; "" otherwise."""
    return say("nobody known there yet: who could introduce you?") if company.wanted else ""


def spelled_words(company: Company) -> str:
    """How else it is written; "" where it is always written so."""
    return ", ".join(company.spellings[1:])
