"""Her settings, as values; they are kept in ``config.toml``, which is hers to edit."""

from __future__ import annotations

from .value import NamedTuple
from .value.dates import date, datetime, timedelta
from .value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

#: Minutes a week that are proposed until she says how many she has.
USUAL_WEEK = 240

#: How readily she is warned, the least readily first.
WARN = ("seldom", "usual", "early")

#: The orders of a date in figures: 20/11 or 11/20.
DATE_ORDERS = ("dmy", "mdy")

#: The codes of the signals, the gravest first; each can be switched off. What is asked for it is drift's to say.
SIGNALS = (
    "cap", "balance", "sitting", "group-cap", "read-only", "no-meeting", "follow-up", "leaning-weeks", "goals-behind",
)  # fmt: skip


#: The hour, by her wall clock, through which nobody networks; a timer that ran through it is asked about.
USUAL_NIGHT = 4

#: All days of a week, 0 for Monday.
EVERY_DAY = tuple(range(7))


class Settings(NamedTuple):
    """``review_day`` is 0 for Monday to 6 for Sunday; ``review_hour`` a local hour; ``warn`` one of WARN.

    ``minutes`` are those she has a week; None until she has said so. ``work_days`` are the days on which she works, as
    ``review_day`` is one; ``quiet_hours`` are as ``21:00-08:00``. The cadences are days after which a tie with somebody
    of a circle begins to cool; None for one without.
    """

    theme: str = "planner-dark"
    language: str = ""  # one of words.languages(); as her environment has it, where nothing is said
    ascii: bool = False
    date_order: str = ""  # one of DATE_ORDERS; as her locale has it, where nothing is said
    minutes: int | None = None
    work_days: tuple[int, ...] = EVERY_DAY
    place: str = ""  # where she lives, which a measure may ask for
    review_day: int = 4
    review_hour: int = 16
    warn: str = "usual"
    cadence_decision_maker: int | None = None
    cadence_prescriber: int | None = None
    cadence_peer: int | None = None
    cadence_friend: int | None = None
    quiet_hours: str = ""  # in them nothing is said that can wait; "" for none
    night_hour: int = USUAL_NIGHT
    on_warning: str = ""  # a command of hers that is told what is new while no screen is open; "" for none
    signals_off: tuple[str, ...] = ()  # those of SIGNALS that she has switched off
    keys: Mapping[str, str] = {}  # her own keys of the full screen, by the ids of actions

    def key(self, id_: str, usual: str) -> str:
        """The key of an action for a sentence that names it: the first of hers, else the ``usual`` one."""
        return next(iter(self.keys.get(id_, "").split()), usual)


def is_quiet(hours: str, now: datetime) -> bool:
    """Whether ``now``, by her wall clock, lies within hours such as ``21:00-08:00``; never within none ("").

    They go over midnight where they end before they begin.
    """
    begin, _, end = hours.partition("-")
    at = f"{now:%H:%M}"
    return (begin <= at < end) if begin < end else bool(hours) and (at >= begin or at < end)


def in_a_week(today: date, work_days: Collection[int]) -> date:
    """The day in a week, or the next one after it that is one of her ``work_days``, 0 for Monday."""
    days = (today + timedelta(days=7 + more) for more in EVERY_DAY)
    return next(day for day in days if day.weekday() in work_days)
