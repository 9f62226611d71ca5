"""The balance: whether a week ends with more than twice the watching, for each minute of the hands, that was planned.

The plan says how much watching goes with how much giving and meeting: r = cap / planned hands. Over 2 r minutes of
watching for each minute of the hands is, as a share of all minutes, over 2 r / (1 + 2 r).

Eyes and hands are forecast apart and taken as independent, so the chance is an integral of the eyes' tail over the
hands' distribution: P(W > 2 r H) = E[P(W > 2 r h)]. It is taken by the midpoint rule over equally likely amounts of
the hands, which is deterministic, and right to half of one of them at worst.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..kinds import Split
from .forecast import Prediction
from .level import Level

TIMES = 2  #: the planned watching for each minute of the hands, so many times over, is no balance
WITHOUT_PLAN = 1.0  #: half and half
FIRST_QUARTER = 15  #: minutes of watching that say nothing yet
ENOUGH = 45  #: minutes of watching from which it is judged; half the cap if that is less
LIKELIES = 24  #: equally likely amounts of the hands

_MIDPOINTS = tuple((number + 0.5) / LIKELIES for number in range(LIKELIES))
_FINENESS = 10  # halvings in which a share is found, to a thousandth


class Share(NamedTuple):
    """The share of watching in all minutes by Sunday night, 0 to 1: an 80 % interval and its median."""

    low: float
    median: float
    high: float


class Balance(NamedTuple):
    """The judgement of the balance. ``limit`` is the share of watching not to be passed, None where none is planned.

    ``probability`` is the chance, 0 to 1, that the week ends over it, and ``share`` what it may end with; both None as
    long as it is not judged. ``assumed`` says that without any plan half and half was taken.
    """

    level: Level = Level.BALANCED
    probability: float | None = None
    limit: float | None = None
    share: Share | None = None
    assumed: bool = False


def planned_ratio(planned: Split | None) -> float | None:
    """Minutes of watching planned for each minute of the hands; None where a plan has none for the hands."""
    if planned is None:
        return WITHOUT_PLAN
    return planned.watching / planned.hands if planned.hands else None


def limit_of(ratio: float) -> float:
    """The share of watching, 0 to 1, past which a week is out of balance."""
    return TIMES * ratio / (1 + TIMES * ratio)


def enough_to_judge(watched: int, cap: int | None) -> bool:
    """Whether so much was watched that the balance can be judged."""
    return watched > FIRST_QUARTER and watched >= (ENOUGH if cap is None else min(ENOUGH, cap / 2))


def chance_out(ratio: float, eyes: Prediction, hands: Prediction) -> float:
    """The chance, 0 to 1, that the week ends out of the balance that ``ratio`` planned."""
    return _over(TIMES * ratio, eyes, _amounts(hands))


def share_of_watching(eyes: Prediction, hands: Prediction) -> Share:
    """The 10 %, 50 % and 90 % quantiles of the share of watching, 0 to 1."""
    amounts = _amounts(hands)

    def quantile(p: float) -> float:
        low, high = 0.0, 1.0
        for _ in range(_FINENESS):
            middle = (low + high) / 2
            low, high = (middle, high) if _over(middle / (1 - middle), eyes, amounts) > 1 - p else (low, middle)
        return round((low + high) / 2, 3)

    if not (eyes.left or eyes.logged + hands.logged):
        return Share(0.0, 0.0, 0.0)
    if not eyes.left:
        ended = round(eyes.logged / (eyes.logged + hands.logged), 3)
        return Share(ended, ended, ended)
    return Share(quantile(0.1), quantile(0.5), quantile(0.9))


def _amounts(hands: Prediction) -> list[float]:
    return [hands.quantile(p) for p in _MIDPOINTS] if hands.left else [hands.logged]


def _over(ratio: float, eyes: Prediction, amounts: Sequence[float]) -> float:
    """The chance of more than ``ratio`` minutes of watching for each of the hands."""
    return sum(eyes.chance_over(round(ratio * amount, 6)) for amount in amounts) / len(amounts)
