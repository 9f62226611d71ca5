"""What her own command is told while no screen is open: a worse level of the week, and promises whose day has passed.

Each is told once. Where the week is worse again than was told, that is new; a promise put off to a day that passes as
well is new, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..level import Level
from ..people.follow_ups import FollowUp, when_words
from ..step import Owed
from ..value import NamedTuple
from ..week import Week
from ..words import plural, say
from .report import WeekReport

#: Promises that are named; the others are counted.
NAMED = 3


class ToldOutside(NamedTuple):
    """What was told: of a ``week`` the worst ``level``, and promises by their steps' ids and days ("id 2026-11-24").

    ``held`` is a command that came from elsewhere, which is not run until she has set it here herself.
    """

    week: Week | None = None
    level: Level = Level.BALANCED
    promises: frozenset[str] = frozenset()
    held: str = ""


def to_tell(report: WeekReport, told: ToldOutside) -> tuple[str, ToldOutside]:
    """The sentences to tell now, "" where there is nothing new, and what has been told then.

    What she put off is not told, nor is a level of a week that is not the running one.
    """
    level = told.level if told.week == report.week else Level.BALANCED
    sentences = []
    of_time = (signal for signal in report.heard() if signal.code != "follow-up")  # promises are told by themselves
    spoken = max(of_time, key=lambda signal: signal.level, default=None)
    if spoken and spoken.level > level:
        level = spoken.level
        sentences.append(
            say(
                "Week {n}, {level}: {reason} Next: {advice}.",
                n=report.week.number,
                level=level.title,
                reason=spoken.text,
                advice=spoken.advice,
            )
        )
    overdue = [each for each in report.follow_ups if each.late > 0 and each.step.owed is Owed.MINE]
    new = [each for each in overdue if _key(each) not in told.promises]
    if new:
        sentences.append(_overdue_words(new))
    return " ".join(sentences), told._replace(week=report.week, level=level, promises=frozenset(map(_key, overdue)))


def _overdue_words(overdue: Sequence[FollowUp]) -> str:
    promises = "; ".join(
        say("{person}: {text} ({late})", person=each.person.name, text=each.step.text, late=when_words(each))
        for each in overdue[:NAMED]
    )
    more = len(overdue) - NAMED
    if more > 0:
        return plural(
            more, "You promised {promises}, and {n} more.", "You promised {promises}, and {n} more.", promises=promises
        )
    return say("You promised {promises}.", promises=promises)


def _key(each: FollowUp) -> str:
    return f"{each.step.id} {each.step.day.isoformat()}"
