"""What she set out for: her objectives at first and now, and how much of a quarter's minutes served the first ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..clock_time import counted_minutes
from ..entry import Entry
from ..objective import Aim, Objective
from ..value import NamedTuple
from ..words import plural, say, spell_minutes
from .look import LOOK_LASTS

#: Weeks that are looked back over: a quarter.
QUARTER_WEEKS = 13

#: Objectives set within so long of the very first one are those that she set out with.
SETTING_OUT = timedelta(days=14)


class SettingOut(NamedTuple):
    """Her objectives at first and those that are active now; of the ``minutes`` of a quarter so many ``served`` the
    first ones."""

    first: tuple[Objective, ...]
    now: tuple[Objective, ...]
    minutes: int
    served: int

    @property
    def share(self) -> int | None:
        """How many of a hundred minutes served the first objectives; None where nothing was logged."""
        return round(100 * self.served / self.minutes) if self.minutes else None


def first_objectives(objectives: Iterable[Objective]) -> tuple[Objective, ...]:
    """Those she set out with, whatever became of them; one whose day was not kept is as old as any."""
    known = list(objectives)
    days = [each.since for each in known if each.since]
    if len(days) < len(known):
        return tuple(each for each in known if each.since is None)
    return tuple(each for each in known if each.since and each.since <= min(days) + SETTING_OUT)


def quarter_over(objectives: Iterable[Objective], today: date) -> bool:
    """Whether she set out a quarter ago or longer."""
    first = first_objectives(objectives)
    return bool(first) and all(each.since is None or each.since + LOOK_LASTS <= today for each in first)


def setting_out(objectives: Sequence[Objective], entries: Iterable[Entry]) -> SettingOut:
    """What came of her first objectives; ``entries`` are those of the last quarter."""
    first = first_objectives(objectives)
    aims = {each.id: each.aim for each in first}
    total = served = 0
    for entry, minutes in counted_minutes(entry for entry in entries if entry.confirmed):
        total += minutes
        if any(entry.kind.is_hands or aims[id_] is Aim.KNOWLEDGE for id_ in entry.objectives if id_ in aims):
            served += minutes
    now = tuple(sorted((each for each in objectives if each.active), key=lambda each: each.rank))
    return SettingOut(first, now, total, served)


def share_words(found: SettingOut) -> str:
    """How much served what she set out for; "" where nothing was logged."""
    if found.share is None:
        return ""
    return say(
        "{percent} % served what you set out for, of {minutes} in thirteen weeks.",
        percent=found.share,
        minutes=spell_minutes(found.minutes),
    )


def changed_words(found: SettingOut) -> str:
    """How many of her objectives are other ones than at first."""
    other = [each for each in found.now if each not in found.first]
    gone = [each for each in found.first if not each.active]
    if not other and not gone:
        return say("They are those you set out with.")
    parts = [
        plural(len(gone), "{n} of the first ones is over", "{n} of the first ones are over") if gone else "",
        plural(len(other), "{n} came later", "{n} came later") if other else "",
    ]
    return say("{words}.", words=say("; ").join(part for part in parts if part))
