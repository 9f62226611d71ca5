"""What was announced and put off, so that a warning never nags.

A cause is spoken of when it gets worse than it was this week, once a day at most; three announcements make a week, and
the last of them is kept for a week that drifts. What changes no level is spoken of once a week. "Not this week"
silences a cause for the week. What was put off twice, last week and this one together, waits for the review: it is
silent for the next week as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ..alert import Alert
from ..level import Level
from ..value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from .drift import Drift, Signal

A_WEEK = 3  #: announcements
PATIENCE = 2  #: times a cause is put off before it waits for the review


def to_announce(drift: Drift, alerts: Sequence[Alert], earlier: Sequence[Alert], now: datetime) -> tuple[Signal, ...]:
    """The signals to speak of now, the gravest first, from this week's alerts and last week's (``earlier``)."""
    left = A_WEEK - sum(len(alert.announced) for alert in alerts)
    chosen: list[Signal] = []
    for signal in sorted(drift.signals, key=lambda signal: -signal.level):
        room = left - len(chosen)
        if room > (0 if signal.level >= Level.DRIFTING else 1) and _is_news(signal, alerts, earlier, now):
            chosen.append(signal)
    return tuple(chosen)


def said_before(signals: Iterable[Signal], alerts: Sequence[Alert], now: datetime) -> frozenset[tuple[str, str]]:
    """Codes and causes of the signals that are said once a week, and were said on an earlier day of this one.

    They stand among the reasons all week; only nobody is told of them again.
    """

    def was_said(signal: Signal) -> bool:
        days = (moment.astimezone(now.tzinfo).date() for moment in _of(signal, alerts).announced)
        return _is_said_once(signal) and any(day < now.date() for day in days)

    return frozenset((signal.code, signal.cause) for signal in signals if was_said(signal))


def _is_said_once(signal: Signal) -> bool:
    """What changes no level."""
    return signal.level is Level.BALANCED


def announced(signal: Signal, alerts: Sequence[Alert], now: datetime) -> Alert:
    """This week's alert of a signal's cause, once it is announced ``now``."""
    alert = _of(signal, alerts)
    return alert._replace(level=max(alert.level, signal.level), announced=(*alert.announced, now))


def put_off(signal: Signal, alerts: Sequence[Alert], now: datetime, earlier: Sequence[Alert] = ()) -> Alert:
    """This week's alert of a signal's cause, once "not this week" is said; it takes over ``earlier`` put-offs."""
    alert = _of(signal, alerts)
    before = alert.put_off or _of(signal, earlier).put_off[:PATIENCE]
    return alert._replace(level=max(alert.level, signal.level), put_off=(*before, now))


def _is_news(signal: Signal, alerts: Sequence[Alert], earlier: Sequence[Alert], now: datetime) -> bool:
    alert = _of(signal, alerts)
    if alert.put_off or len(_of(signal, earlier).put_off) >= PATIENCE:
        return False
    today = any(moment.astimezone(now.tzinfo).date() == now.date() for moment in alert.announced)
    return (signal.level > alert.level or not alert.announced) and not today


def _of(signal: Signal, alerts: Sequence[Alert]) -> Alert:
    """The alert of a signal's cause; one with no story yet where there is none."""
    known = (alert for alert in alerts if (alert.code, alert.cause) == signal.about)
    return next(known, Alert(signal.code, signal.cause, Level.BALANCED))
