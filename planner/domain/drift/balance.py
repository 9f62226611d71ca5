"""The balance: whether a week ends with more than twice the watching, for each minute of the hands, that was planned.

The plan says how much watching goes with how much giving and meeting: r = cap / planned hands. Over 2 r minutes of
watching for each minute of the hands is, as a share of all minutes, over 2 r / (1 + 2 r).

Eyes and hands are forecast apart and taken as independent, so the chance is an integral of the eyes' tail over the
hands' distribution: P(W > 2 r H) = E[P(W > 2 r h)]. It is taken by the midpoint rule over equally likely amounts of
the hands, which is deterministic, and right to half of one of them at worst.
"""

from __future__ import annotations

from collections.abc import Callable

from ..kinds import Split
from ..level import Level
from ..value import NamedTuple
from .bands import still_open
from .forecast import Prediction

TIMES = 2  #: the planned watching for each minute of the hands, so many times over, is no balance
WITHOUT_PLAN = 1.0  #: half and half
FIRST_QUARTER = 15  #: minutes of watching that say nothing yet
ENOUGH = 45  #: minutes of watching from which it is judged; half the cap if that is less
LIKELIES = 24  #: equally likely amounts of the hands

_MIDPOINTS = tuple((number + 0.5) / LIKELIES for number in range(LIKELIES))
_TRIFLE = 1e-6  # minutes, so that what is just at the limit is not over it by a rounding


class Share(NamedTuple):
    """The share of watching in all minutes by Sunday night, 0 to 1: an 80 % interval and its median."""

    low: float
    median: float
    high: float


class Balance(NamedTuple):
    """The judgement of the balance. ``limit`` is the share of watching not to be passed, None where none is planned.

    ``probability`` is the chance, 0 to 1, that the week ends over it; None as long as it is not judged. ``sharing``
    makes the share that it may end with, which only who explains the judgement asks for. ``assumed`` says that without
    any plan half and half was taken, ``one_day`` that there is enough to judge it by, were it not all of one day.
    """

    level: Level = Level.BALANCED
    probability: float | None = None
    limit: float | None = None
    sharing: Callable[[], Share] | None = None
    assumed: bool = False
    one_day: bool = False

    @property
    def share(self) -> Share | None:
        """The share that the week may end with; None as long as it is not judged."""
        return self.sharing() if self.sharing else None


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


def is_out(ratio: float, watched: float, hands: float) -> bool:
    """Whether so many minutes of watching are more than go with those of the hands, by the ``ratio`` planned."""
    return watched > TIMES * ratio * hands + _TRIFLE


def chance_passed(cap: int, eyes: Prediction) -> float:
    """The chance, 0 to 1, that the week ends over its cap; certain only where it is passed, or cannot be any more."""
    if eyes.logged > cap:
        return 1.0
    return still_open(eyes.chance_over(cap)) if eyes.logged + eyes.left > cap else 0.0


def chance_out(ratio: float, eyes: Prediction, hands: Prediction) -> float:
    """The chance, 0 to 1, that the week ends out of the balance that ``ratio`` planned.

    It is certain only where all that is left of the week, given to the hands or to the eyes, changes nothing; the
    amounts that are looked at may all lie on one side long before.
    """
    if is_out(ratio, eyes.logged, hands.logged + hands.left):
        return 1.0
    if not is_out(ratio, eyes.logged + eyes.left, hands.logged):
        return 0.0
    amounts = _amounts(hands)
    return still_open(sum(eyes.chance_over(TIMES * ratio * amount + _TRIFLE) for amount in amounts) / len(amounts))


def share_of_watching(eyes: Prediction, hands: Prediction) -> Share:
    """The 10 %, 50 % and 90 % quantiles of the share of watching, 0 to 1, over equally likely amounts of both."""
    given = _amounts(hands)
    shares = sorted(watched / (watched + hand) if watched else 0.0 for watched in _amounts(eyes) for hand in given)
    return Share(*(round(shares[int(p * len(shares))], 3) for p in (0.1, 0.5, 0.9)))


def _amounts(prediction: Prediction) -> list[float]:
    """Equally likely minutes by Sunday night; the one there is once the week is over."""
    return [prediction.quantile(p) for p in _MIDPOINTS] if prediction.left else [prediction.logged]
