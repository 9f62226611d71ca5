"""An objective as one line: ``Be visible to decision-makers, visibility, 2 contributions a week, until 2027-06``.

The title comes first; aim, weekly measure and last day may follow it, in any order, in English and French at once:

- The aim is a word of its own after a comma. Without one it is guessed from the title, else from the measure.
- The measure is so many meetings, contributions or minutes: ``2 meetings``, ``une rencontre``, ``1h30``, ``45 min``.
- ``until`` says a day, a month or a year, and means the last day of it: ``until June 2027``, ``jusqu'en 2027``.

What is not understood so is part of the title. A title in “quotes” is taken as it stands.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import NamedTuple

from ..errors import Misread
from ..objective import Aim, Objective, Served
from ..plan import WEEK
from ..texts import clean, folded, shown
from ..weeks.progress import measure_words
from ..words import full_date, plural, say
from .days import Direction, read_day
from .durations import read_minutes
from .lexicon import MONTHS
from .names import refuse_long
from .tokens import opens_quote, quoted, split

#: What an aim may be called, folded.
_AIMS = {
    word: aim
    for aim, words in {
        Aim.VISIBILITY: "visibility visible visibilite",
        Aim.RELATIONSHIPS: "relationships relationship relations relation ties liens",
        Aim.KNOWLEDGE: "knowledge connaissances connaissance savoir",
        Aim.COOPERATION: "cooperation collaboration cooperations",
    }.items()
    for word in words.split()
}

#: How words of a title begin that give its aim away, folded; the first word that does decides.
_HINTS = {
    beginning: aim
    for aim, words in {
        Aim.VISIBILITY: "visib seen known noticed reput voir connaitre publi speak talk",
        Aim.RELATIONSHIPS: "meet relat tie ties people rencontr lien noue contact friend",
        Aim.KNOWLEDGE: "learn know understand apprend compren connaissance follow inform market",
        Aim.COOPERATION: "cooperat collaborat together ensemble partner partenair project projet build",
    }.items()
    for beginning in words.split()
}

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
}  # fmt: skip
_COUNTED = {"meeting": "meetings", "rencontre": "meetings", "reunion": "meetings", "contribution": "contributions"}

_A_WEEK = r"(?:\s*(?:/\s*(?:week|semaine)|(?:a|per|each|every|par|chaque) (?:week|semaine)|weekly))?"
_COUNT = re.compile(rf"([0-9]+|{'|'.join(_NUMBERS)})\s+({'|'.join(_COUNTED)})s?{_A_WEEK}")
_TIME = re.compile(rf"([0-9]+h[0-9]{{0,2}}|[0-9]+\s?(?:min|mn|minutes|m)){_A_WEEK}")
_UNTIL = re.compile(r"(?:until|till|jusqu'en|jusqu'au|jusqu'a|d'ici|by) (?:la fin (?:de|du) |the end of )?(.+)")

#: What stands between two parts.
_BETWEEN = re.compile(r"(?:\s*[,;+&]\s*|\s+)(?:(?:and|et)\s+)?")

#: The words that a part is made of at most: "until the end of 20 June 2027".
_LONGEST_PART = 8


class ObjectiveLine(NamedTuple):
    """A line as far as it was understood; ``aim_said`` tells an aim that was typed from one that was guessed."""

    title: str = ""
    aim: Aim = Aim.RELATIONSHIPS
    measure: Served = Served()
    until: date | None = None
    aim_said: bool = False
    problem: Misread | None = None

    @property
    def fields(self) -> dict[str, object]:
        """What the desk is given beside the title."""
        return {"aim": self.aim, "measure": self.measure, "until": self.until}


class _Parts:
    """The parts found so far, from the last one back."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.aim: Aim | None = None
        self.counts: dict[str, int] = {}
        self.until: date | None = None

    def take(self, text: str, *, set_off: bool) -> bool:
        """Whether ``text`` is one part that is not said yet; it is taken then. Raises Misread for one that is off."""
        said = folded(text)
        if set_off and self.aim is None and said in _AIMS:
            self.aim = _AIMS[said]
            return True
        counted = _COUNT.fullmatch(said)
        if counted and _COUNTED[counted[2]] not in self.counts:
            count = _NUMBERS.get(counted[1]) or int(counted[1][:6])
            if not 1 <= count <= 99:
                raise Misread(say("“{text}” is no goal for a week: give 1 to 99.", text=shown(text)))
            self.counts[_COUNTED[counted[2]]] = count
            return True
        timed = _TIME.fullmatch(said)
        if timed and "minutes" not in self.counts:
            minutes = read_minutes(re.sub(r"\s?(?:min|mn|minutes|m)$", "", timed[1]), WEEK)
            if minutes is not None:
                self.counts["minutes"] = minutes
                return True
        until = _UNTIL.fullmatch(said)
        if until and self.until is None:
            self.until = read_until(until[1], self._now)
            return self.until is not None
        return False


def read_objective(text: str, now: datetime) -> ObjectiveLine:
    """What a line says; never raises. Its ``problem`` says what keeps it from being an objective."""
    line = clean(text)
    try:
        title, parts = _taken_apart(line, now)
        if not title and line:
            raise Misread(say("What is it for? A title comes first, such as “Be visible to decision-makers”."))
        refuse_long(title)
    except Misread as problem:
        return ObjectiveLine(line, problem=problem)
    measure = Served(**parts.counts)
    aim = parts.aim or _guessed(title, measure)
    return ObjectiveLine(title, aim, measure, parts.until, parts.aim is not None)


def write_objective(objective: Objective, now: datetime) -> str:
    """The line that says this objective: reading it back gives the same."""
    measure = objective.measure
    parts = [say(objective.aim.value)]
    if measure.meetings:
        parts.append(plural(measure.meetings, "{n} meeting", "{n} meetings"))
    if measure.contributions:
        parts.append(plural(measure.contributions, "{n} contribution", "{n} contributions"))
    if measure.minutes:
        parts.append(f"{measure.minutes} min")
    if objective.until:
        parts.append(say("until {day}", day=objective.until.isoformat()))
    line = ", ".join([objective.title, *parts])
    if read_objective(line, now).title == objective.title and not opens_quote(line):
        return line
    return ", ".join([quoted(objective.title), *parts])


def spell_objective(line: ObjectiveLine) -> str:
    """The live reading: ``Be visible, visibility, 2 contributions a week, until 30 June 2027``."""
    if line.problem:
        return str(line.problem)
    if not line.title:
        return ""
    parts = [
        say("“{text}”", text=line.title),
        say(line.aim.value),
        measure_words(line.measure) or say("no weekly measure"),
    ]
    if line.until:
        parts.append(until_words(line.until))
    return ", ".join(parts)


def until_words(until: date) -> str:
    """``until 30 June 2027``."""
    return say("until {day}", day=full_date(until))


def read_until(text: str, now: datetime) -> date | None:
    """The last day of what ``text`` says: a day, ``2027-06``, ``june 2027``, ``june``, ``2027``; None for no date.

    Raises Misread for a date that does not exist, and for one that is over.
    """
    day = _last_day(folded(clean(text)), now)
    if day is not None and day < now.date():
        raise Misread(say("“{text}” is over; give a day to come, such as 2027-06.", text=shown(text)))
    return day


def _last_day(said: str, now: datetime) -> date | None:
    if re.fullmatch(r"(?:19|2[0-9])[0-9]{2}", said):
        return date(int(said), 12, 31)
    numbered = re.fullmatch(r"(2[0-9]{3})-([0-9]{1,2})", said)
    if numbered and 1 <= int(numbered[2]) <= 12:
        return _end_of(int(numbered[1]), int(numbered[2]))
    named = re.fullmatch(r"([a-z]+)\.?(?: (2[0-9]{3}))?", said)
    if named and named[1] in MONTHS:
        month = list(dict.fromkeys(MONTHS.values())).index(MONTHS[named[1]]) + 1
        year = int(named[2]) if named[2] else now.year + (month < now.month)
        return _end_of(year, month)
    try:
        return read_day(said, now, Direction.AHEAD)
    except Misread:
        if any(sign.isdecimal() for sign in said):
            raise
        return None


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _taken_apart(line: str, now: datetime) -> tuple[str, _Parts]:
    """The title and the parts behind it."""
    if opens_quote(line):
        word = next(split(line), None)
        if word and not word.is_open:
            whole = next((at for at in range(len(line), 0, -1) if _is_one_quote(line[:at])), 0)
            rest, parts = _without_parts(line[whole:], now)
            if not rest:
                return word.text, parts
    return _without_parts(line, now)


def _is_one_quote(text: str) -> bool:
    words = list(split(text))
    return len(words) == 1 and words[0].quoted and not words[0].is_open


def _without_parts(line: str, now: datetime) -> tuple[str, _Parts]:
    """``line`` without the parts at its end, and those parts."""
    parts, rest = _Parts(now), line
    while True:
        shorter = _without_last(rest, parts)
        if shorter is None:
            return rest.strip(" ,;"), parts
        rest = shorter


def _without_last(rest: str, parts: _Parts) -> str | None:
    """``rest`` without its last part, the longest that is one; None where it ends in none."""
    ends = [found for found in _BETWEEN.finditer(rest) if found.end() < len(rest)]
    for found in ends[-_LONGEST_PART:]:
        set_off = any(sign in found[0] for sign in ",;+&") or not rest[: found.start()]
        if parts.take(rest[found.end() :].strip(" ,;.()"), set_off=set_off):
            return rest[: found.start()]
    return "" if rest and parts.take(rest.strip(" ,;.()"), set_off=False) else None


def _guessed(title: str, measure: Served) -> Aim:
    """The aim that a title's words give away, else the one that its measure serves."""
    for word in re.findall(r"[a-z]+", folded(title)):
        for beginning, aim in _HINTS.items():
            if word.startswith(beginning):
                return aim
    return Aim.VISIBILITY if measure.contributions and not measure.meetings else Aim.RELATIONSHIPS
