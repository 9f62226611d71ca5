"""Pace in words: what is to go, from the days that are left."""

from __future__ import annotations

from datetime import date

from .. import words
from ..plan import STEP
from ..week import Week
from ..words import say


def pace(
    planned: int,
    logged: int,
    usual: int,
    today: date,
    week: Week,
    *,
    done_today: bool = False,
    arranged: int = 0,
) -> str:
    """Where a goal stands, such as ``20 of 1h, two times 20 to go: Thu, Fri``; "" once nothing is left to do.

    All minutes; ``usual`` is the group's usual length of one entry of this kind. What is left is cut into about as
    many entries of that length, on the next days of the week. Today counts as long as nothing of it was
    ``done_today``, or when no other day is left. A week that is over has no days left: ``20 of 1h``. What is
    ``arranged`` is no longer to go: ``20 of 1h, 45 arranged``.
    """
    if planned <= logged:
        return ""
    stands = say("{done} of {goal}", done=words.minutes(logged), goal=words.minutes(planned))
    if arranged:
        stands = say("{stands}, {arranged} arranged", stands=stands, arranged=words.minutes(arranged))
    left, days = planned - logged - arranged, [day for day in week.days if day >= today]
    if left <= 0 or not days:
        return stands
    if done_today and len(days) > 1 and days[0] == today:
        days = days[1:]
    times = _times(left, usual)
    each = left if times == 1 else -(-left // (times * STEP)) * STEP
    if times == 1 or times > MANY * len(days):
        on = days[:1] if times == 1 else days
        return say(
            "{stands}, {each} more: {day}",
            stands=stands,
            each=words.spell_minutes(left),
            day=", ".join(words.day(day) for day in on),
        )
    return say(
        "{stands}, {times} {each} to go: {days}",
        stands=stands,
        times=_spelled(times),
        each=words.minutes(each),
        days=", ".join(words.day(day) for day in days[:times]),
    )


#: More times a day than this is no pace that anybody keeps; what is left is said whole.
MANY = 3


def left_words(left: int) -> str:
    """What is left of a row's goals; a dash for nothing."""
    return words.minutes(left) if left else "–"


def goal_words(done: int, goal: int) -> str:
    """Where a goal stands in a table: ``45 of 1h``; a dash where there is none and nothing was done."""
    if not goal:
        return words.minutes(done) if done else "–"
    return say("{done} of {goal}", done=words.minutes(done), goal=words.minutes(goal))


def cap_words(done: int, cap: int | None) -> str:
    """Where a cap stands in a table: ``10 ≤ 15``, past it ``20 > 15``; what was done alone where there is none."""
    if cap is None or not (done or cap):
        return words.minutes(done) if done else "–"
    return f"{words.minutes(done)} {'>' if done > cap else '≤'} {words.minutes(cap)}"


def _times(left: int, usual: int) -> int:
    """How many entries of the usual length, to the nearest, and at least one."""
    return max(1, (2 * left + usual) // (2 * usual)) if usual else 1


def _spelled(times: int) -> str:
    spelled = (
        say("two times"), say("three times"), say("four times"), say("five times"),
        say("six times"), say("seven times"), say("eight times"), say("nine times"), say("ten times"),
    )  # fmt: skip
    return spelled[times - 2] if times - 2 < len(spelled) else say("{n} times", n=times)
