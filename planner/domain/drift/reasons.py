"""The two reasons of a level in words: how the week stands to its cap, and to the balance that was planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..level import Level
from ..plan import off_words
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import say, spell_minutes, spell_range, wordings

if TYPE_CHECKING:
    from .drift import Drift
    from .forecast import Forecast


#: From this chance on a week would lean, if it had begun to say so itself.
LIKELY = 0.45


def reasons(drift: Drift) -> tuple[str, ...]:
    """The level with the reason that speaks, then the other one: a sentence each; of a week off one alone."""
    if drift.off:
        return (off_words(),)
    level, balance = drift.level.title.capitalize(), balance_words(drift)
    if drift.balance.level > drift.cap_level:
        by_balance = say("{level} by its balance: {told}.", level=level, told=balance)
        return by_balance, say("Cap: {told}.", told=cap_words(drift))
    by_cap = say("{level}: {told}.", level=level, told=cap_words(drift))
    return by_cap, say("Balance: {told}.", told=balance)


class SignalWords(NamedTuple):
    """A signal as it is told: its text, and the act that it advises, unless that was told already ("")."""

    text: str
    advice: str
    is_put_off: bool = False


def signals_told(drift: Drift, quiet: Collection[tuple[str, str]] = ()) -> Iterator[SignalWords]:
    """The signals one after the other: an act is told with the first reason for it, and with none that is put off
    (``quiet``, by code and cause)."""
    acts: set[str] = set()
    for signal in drift.signals:
        if signal.about in quiet:
            yield SignalWords(signal.text, "", is_put_off=True)
        else:
            yield SignalWords(signal.text, "" if signal.advice in acts else signal.advice)
            acts.add(signal.advice)


def blamed(drift: Drift) -> str:
    """What a week's level comes by, the cap or the balance or both alike; "" where it is balanced."""
    if drift.level is Level.BALANCED:
        return ""
    if drift.cap_level is drift.balance.level:
        return say("by its cap and its balance")
    return say("by its cap") if drift.cap_level > drift.balance.level else say("by its balance")


def cap_words(drift: Drift) -> str:
    """How likely the cap is passed, or that it is, and what the week may come to."""
    if drift.cap is None:
        return say("there is no plan, so there is no cap")
    cap = spell_minutes(drift.cap)
    if drift.cap_level is Level.ADRIFT:
        return _with_figures(drift, say("the cap of {cap} is passed", cap=cap))
    if drift.over:
        if drift.forecast is None:
            return say("within the cap of {cap}", cap=cap)
        read = spell_minutes(drift.forecast.median)
        return say("{median} of reading, within the cap of {cap}", median=read, cap=cap)
    if drift.probability is None:
        return say("too little is logged to say whether the cap of {cap} will be passed", cap=cap)
    stands = say("{percent} % likely to pass the cap of {cap}", percent=_chance(drift.probability), cap=cap)
    if drift.cap_level is Level.BALANCED:
        stands = _cap_unwarned(drift, drift.probability, stands)
    return _with_figures(drift, stands)


def _with_figures(drift: Drift, stands: str) -> str:
    """How a cap stands with what the week comes to, or came to."""
    if drift.forecast is None:
        return stands
    low, median, high = drift.forecast
    if drift.over:
        return say("{stands}; {median} of reading", stands=stands, median=spell_minutes(median))
    if low == high:
        return say("{stands}; about {median} by Sunday", stands=stands, median=spell_minutes(median))
    least, most = spell_range(low, high)
    return say(
        "{stands}; about {median} by Sunday ({low} to {high})",
        stands=stands,
        median=spell_minutes(median),
        low=least,
        high=most,
    )


def unwarned_words(drift: Drift) -> str:
    """Why a likely end is not warned of: the level goes by where the week stands, and not by the forecast; "" where
    there is no such reason."""
    if drift.as_planned and not drift.behind:
        return say("as planned so far")
    if drift.as_planned:
        return say("within the cap so far")
    if drift.as_last_week:
        return say("as last week so far, whose giving and meeting came later")
    return say("not judged before the next noon") if drift.waits else ""


def _cap_unwarned(drift: Drift, probability: float, stands: str) -> str:
    """How a cap stands, with the reason why it is not warned of; what is likely is laid to the forecast alone."""
    if probability < LIKELY:
        as_planned = drift.as_planned and not drift.behind
        return say("as planned so far, {stands}", stands=stands) if as_planned else stands
    if reason := unwarned_words(drift):
        return _by_forecast(reason, stands)
    if drift.within_cap:
        return say("{stands}, though within it so far", stands=stands)
    return say("{stands} by your earlier weeks alone", stands=stands)


def _by_forecast(reason: str, stands: str) -> str:
    return say("{reason}; by the forecast alone {stands}", reason=reason, stands=stands)


def forecast_wordings(drift: Drift, forecast: Forecast) -> tuple[str, ...]:
    """What a week comes to by Sunday, in one sentence, and shorter in one without its range; past a cap of which nobody
    is warned with the reason why."""
    (low, high), median = spell_range(forecast.low, forecast.high), spell_minutes(forecast.median)
    past_cap = drift.cap is not None and drift.cap_level is Level.BALANCED and forecast.median > drift.cap
    reason = unwarned_words(drift) if past_cap else ""
    about = say("About {median} of watching by Sunday.", median=median)
    if reason:
        stands = say("about {median} by Sunday ({low} to {high})", median=median, low=low, high=high)
        because = reason[0].upper() + reason[1:]
        shorter = say("about {median} by Sunday", median=median)
        return wordings(
            *(say("{told}.", told=_by_forecast(because, each)) for each in (stands, shorter)),
            say("{told}.", told=say("{reason}; {stands}", reason=because, stands=shorter)),
            about,
        )
    if low == high:
        return (about,)
    return say("About {median} of watching by Sunday ({low} to {high}).", median=median, low=low, high=high), about


def balance_words(drift: Drift) -> str:
    """How likely the week ends with more reading to the hands than planned, twice over; or why it is not judged.

    Of a week that is over it is told how it was.
    """
    balance = drift.balance
    if balance.limit is None:
        return say("not judged, for the plan has nothing for the hands")
    limit = _percent(balance.limit)
    if balance.probability is None or balance.share is None:
        words = (
            say("at most {limit} % reading; too little was logged to judge it", limit=limit)
            if drift.over
            else say("at most {limit} % reading; not judged before a second day with reading", limit=limit)
            if balance.one_day
            else say("at most {limit} % reading; too little is logged to judge it yet", limit=limit)
        )
    elif drift.over:
        words = say(
            "at most {limit} % reading, and it was {share} %", limit=limit, share=_percent(balance.share.median)
        )
    else:
        low, median, high = map(_percent, balance.share)
        chance = say("{percent} % likely to be passed", percent=_chance(balance.probability))
        likely = balance.level is Level.BALANCED and balance.probability >= LIKELY
        if likely and (reason := unwarned_words(drift)):
            chance = _by_forecast(reason, chance)
        words = say("at most {limit} % reading, {chance}", limit=limit, chance=chance)
        words = (
            say("{told}; about {median} % by Sunday ({low} to {high})", told=words, median=median, low=low, high=high)
            if low < high
            else say("{told}; about {median} % by Sunday", told=words, median=median)
        )
    return say("{told}; without a plan, half and half is taken", told=words) if balance.assumed else words


def _percent(share: float) -> int:
    return round(100 * share)


def _chance(chance: float) -> int:
    """A chance in percent; what can still turn out either way is neither 0 nor 100."""
    return _percent(chance) if chance in {0, 1} else max(1, _percent(chance))
