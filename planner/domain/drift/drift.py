"""Drift as a value: the level of a week with its forecast, its balance and its signals."""

from __future__ import annotations

from ..level import Level
from ..value import Later, NamedTuple
from .balance import Balance
from .forecast import Forecast


class Signal(NamedTuple):
    """One reason: what was seen, in figures, and what to do next.

    ``code`` is stable, ``cause`` tells one cause from another of the same code (a group's id, or "").
    ``act`` is the advised act as a quick-log line without its minutes' end, such as ``c 20 lyon-ux``; "" for none.
    Text and advice are the fullest there is to say; ``shorter_texts`` and ``shorter_advice`` say the same in fewer and
    fewer words, for where there is no room for that.
    """

    code: str
    level: Level
    text: str
    advice: str
    cause: str = ""
    act: str = ""
    shorter_texts: tuple[str, ...] = ()
    shorter_advice: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[str, str]:
        """What sets it apart from all others, whatever it says today: its code and its cause."""
        return self.code, self.cause


class Drift(NamedTuple):
    """The judgement of one week at one moment.

    ``level`` is the worse of ``cap_level`` and the balance's; the other signals stand beside it with a level of their
    own. ``cap`` is None for a week without any plan. ``probability`` is the chance, 0 to 1, that the week ends over
    its cap (1 once it is passed); None without one, and, as the ``forecast`` is, before there is evidence of two days.
    ``finding`` finds the signals, which only who tells more than the level asks for.
    A week that goes ``as_planned`` so far is not warned of, whatever the chance, nor is one that goes
    ``as_last_week``, whose hands came later, nor one that ``waits`` for what its last day's hands may do until the
    next noon. ``within_cap`` says that the eyes stand where the cap has them by
    now. ``hands`` is what they may come to, and ``behind`` says that they will likely miss their goal. ``over`` says
    that the week has ended. One that is ``off`` is not judged: it is balanced, with no cap, no forecast and no signals.
    """

    level: Level
    probability: float | None
    forecast: Forecast | None
    cap: int | None
    finding: Later[tuple[Signal, ...]] = Later(tuple)
    cap_level: Level = Level.BALANCED
    balance: Balance = Balance()
    hands: Forecast | None = None
    as_planned: bool = False
    as_last_week: bool = False
    waits: bool = False
    within_cap: bool = False
    behind: bool = False
    over: bool = False
    off: bool = False

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The reasons there are, the gravest first."""
        return self.finding()
