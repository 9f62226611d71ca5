"""Pace in words: what is to go, from the days that are left."""

from __future__ import annotations

from collections.abc import Collection

from .. import words
from ..plan import STEP
from ..settings import EVERY_DAY
from ..value.dates import date
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
    work_days: Collection[int] = EVERY_DAY,
) -> str:
    """Where a goal stands, such as ``20 of 60, two times 20 to go: Thu, Fri``; "" once nothing is left to do.

    All minutes; ``usual`` is the group's usual length of one entry of this kind. What is left is cut into about as
    many entries of that length, or of longer ones where the days are few, on the next days of the week that are among
    her ``work_days`` (0 for Monday). Today counts as long as nothing of it was ``done_today``, or when no other day is
    left. A week that is over, or has none of these days to come, has no days left: ``20 of 60``. What is ``arranged``
    is no longer to go: ``20 of 60, 45 arranged``.
    """
    if planned <= logged:
        return ""
    done, goal = beside(logged, planned)
    stands = say("{done} of {goal}", done=done, goal=goal)
    if arranged:
        stands = say("{stands}, {arranged} arranged", stands=stands, arranged=words.minutes(arranged))
    left, days = planned - logged - arranged, days_left(week, today, work_days)
    if left <= 0 or not days:
        return stands
    if done_today and len(days) > 1 and days[0] == today:
        days = days[1:]
    times = _times(left, usual)
    if len(days) < times <= MANY * len(days):
        times = len(days)  # longer ones, one a day
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


def days_left(week: Week, today: date, work_days: Collection[int] = EVERY_DAY) -> list[date]:
    """Today and the days after it in a week, of those on which she works."""
    return [day for day in week.days if day >= today and day.weekday() in work_days]


#: More times its usual length a day than this is no pace that anybody keeps; what is left is said whole.
MANY = 3


def left_words(left: int) -> str:
    """What is left of a row's goals: ``15``, ``1h15``; a dash for nothing."""
    return words.minutes(left) if left else "–"


def beside(done: int, goal: int) -> tuple[str, str]:
    """What was done and its goal or cap, each as people say minutes: ``20 of 45``, ``1h of 1h``, ``45 of 1h30``.

    But for an hour of which less was done: both are counted in minutes then, ``45 of 60``. Nowhere else are minutes of
    an hour or more written bare.
    """
    if done < 60 == goal:
        return str(done), str(goal)
    return words.minutes(done), words.minutes(goal)


def goal_words(done: int, goal: int) -> str:
    """Where a goal stands in a table: ``45 of 60``; a dash where there is none and nothing was done."""
    if not goal:
        return words.minutes(done) if done else "–"
    there, wanted = beside(done, goal)
    return say("{done} of {goal}", done=there, goal=wanted)


def cap_words(done: int, cap: int | None) -> str:
    """Where a cap stands in a table: ``10 ≤ 15``, past it ``20 > 15``; what was done alone where there is none."""
    if cap is None or not (done or cap):
        return words.minutes(done) if done else "–"
    there, most = beside(done, cap)
    return f"{there} {'>' if done > cap else '≤'} {most}"


def _times(left: int, usual: int) -> int:
    """How many entries of the usual length, to the nearest, and at least one."""
    return max(1, (2 * left + usual) // (2 * usual)) if usual else 1


def _spelled(times: int) -> str:
    """As often as a week has days, at the most."""
    spelled = (
        *(say("two times"), say("three times"), say("four times")),
        *(say("five times"), say("six times"), say("seven times")),
    )
    return spelled[times - 2]
