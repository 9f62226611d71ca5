"""What is seen of a week at a glance: what it lacks first of all, else one sentence of how it goes."""

from __future__ import annotations

from ..drift.drift import Signal
from ..drift.reasons import forecast_wordings
from ..plan import apart_words
from ..value.enums import StrEnum
from ..words import say, wordings
from .report import WeekReport


class Lack(StrEnum):
    """What a week has to have before much can be said of it."""

    GROUPS = "groups"
    PLAN = "plan"


def lack(report: WeekReport, signal: Signal | None) -> Lack | None:
    """What a week lacks before all else. That there is no plan comes before any ``signal`` but one that the week's
    level itself comes by."""
    if not report.lines:
        return Lack.GROUPS
    if not report.plan and (signal is None or signal.level is not report.drift.level):
        return Lack.PLAN
    return None


def sight(report: WeekReport, signal: Signal | None) -> tuple[str, ...]:
    """The reason to speak of (``signal``), else what the week comes to by Sunday; the fullest wording first."""
    if signal:
        return signal.text, *signal.shorter_texts
    apart = apart_words(report.plan)
    if report.drift.off:
        return (apart,)
    if report.today > report.week.sunday:
        return (say("The week is over."),)
    forecast = report.drift.forecast
    if forecast is None:
        return (apart or say("Too little is logged to say what Sunday brings."),)
    foretold = forecast_wordings(report.drift, forecast)
    return wordings(*(f"{each} {apart}".rstrip() for each in foretold), foretold[-1])
