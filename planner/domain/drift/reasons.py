"""The two reasons of a level in words: how the week stands to its cap, and to the balance that was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import minutes, say, spell_minutes
from .level import Level

if TYPE_CHECKING:
    from .balance import Balance
    from .judgement import Drift


def cap_words(drift: Drift) -> str:
    """How likely the cap is passed, or that it is, and what the week may come to."""
    cap, figures = drift.cap, drift.forecast
    if cap is None:
        return say("there is no plan, so there is no cap")
    if drift.cap_level is Level.ADRIFT:
        stands = say("{cap}, and passed", cap=spell_minutes(cap))
    elif drift.probability is None:
        return say("{cap}; too little is logged to say what Sunday brings", cap=spell_minutes(cap))
    else:
        percent = round(100 * drift.probability)
        stands = (
            say("{cap}, as planned so far, {percent} % likely to be passed", cap=spell_minutes(cap), percent=percent)
            if drift.as_planned and drift.cap_level is Level.BALANCED
            else say("{cap}, {percent} % likely to be passed", cap=spell_minutes(cap), percent=percent)
        )
    if figures is None:
        return stands
    if figures.low == figures.high:
        return say("{stands}; {median} of reading", stands=stands, median=spell_minutes(figures.median))
    return say(
        "{stands}; about {median} by Sunday ({low} to {high})",
        stands=stands,
        median=spell_minutes(figures.median),
        low=minutes(figures.low),
        high=spell_minutes(figures.high),
    )


def balance_words(balance: Balance) -> str:
    """How likely the week ends with more reading to the hands than planned, twice over; or why it is not judged."""
    if balance.limit is None:
        return say("not judged, for the plan has nothing for the hands")
    limit = _percent(balance.limit)
    if balance.probability is None or balance.share is None:
        told = say("at most {limit} % reading; too little is read to judge yet", limit=limit)
    elif balance.share.low == balance.share.high:
        told = say("at most {limit} % reading, and it was {share} %", limit=limit, share=_percent(balance.share.median))
    else:
        low, median, high = map(_percent, balance.share)
        told = say(
            "at most {limit} % reading, {percent} % likely to be passed; about {median} % by Sunday ({low} to {high})",
            limit=limit,
            percent=_percent(balance.probability),
            median=median,
            low=low,
            high=high,
        )
    return say("{told}; without a plan, half and half is taken", told=told) if balance.assumed else told


def _percent(share: float) -> int:
    return round(100 * share)
