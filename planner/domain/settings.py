"""Her settings, as values; they are kept in ``config.toml``, which is hers to edit."""

from __future__ import annotations

from .value import NamedTuple
from .value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class Settings(NamedTuple):
    """``review_day`` is 0 for Monday to 6 for Sunday; ``review_hour`` a local hour; ``warn`` one of WARN.

    ``minutes`` are those she has a week; None until she has said so. The cadences are days after which a tie with
    somebody of a circle begins to cool; None for one without.
    """

    theme: str = "planner-dark"
    language: str = ""  # one of words.languages(); as her environment has it, where nothing is said
    ascii: bool = False
    minutes: int | None = None
    place: str = ""  # where she lives, which a measure may ask for
    review_day: int = 4
    review_hour: int = 16
    warn: str = "usual"
    cadence_decision_maker: int | None = None
    cadence_prescriber: int | None = None
    cadence_peer: int | None = None
    cadence_friend: int | None = None
    date_order: str = ""  # one of DATE_ORDERS; as her locale has it, where nothing is said
    on_warning: str = ""  # a command of hers that is told what is new while no screen is open; "" for none
    signals_off: tuple[str, ...] = ()  # those of SIGNALS that she has switched off
    keys: Mapping[str, str] = {}  # her own keys of the full screen, by the ids of actions
