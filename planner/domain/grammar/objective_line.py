"""An objective as one line: ``Be visible to decision-makers, visibility, 2 contributions a week, until 2027-06``.

The title comes first; aim, weekly measure and last day may follow it, in any order, in English and French at once:

- The aim is a word of its own after a comma. Without one it is guessed from the title, else from the measure.
- The measure is so many of what a week can count: ``2 meetings``, ``une rencontre en personne``, ``3 new people``,
  ``2 replies``, ``1 time together``, ``1h30``, ``45 min``; where she likes of one circle and place only: ``1 meeting in
  person with decision-makers in Lyon``, ``here`` for where she lives. ``1 watching`` serves knowledge alone.
- ``until`` says a day, a month or a year, and means the last day of it: ``until June 2027``, ``jusqu'en 2027``.

What is not understood so is part of the title, but for what a comma and “a week” set off as a measure. A title in
“quotes” is taken as it stands. Where only a measure was typed, its words are the title, too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime

from ..errors import Misread
from ..objective import Aim, Counts, Goal, Objective, goal_words, measure_words, where_words
from ..person import Circle
from ..plan import WEEK
from ..texts import clean, folded, shown
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import full_date, say
from .day import Direction
from .days import read_day
from .durations import read_minutes
from .lexicon import MONTHS
from .names import aims_by_word, refuse_long
from .tokens import opens_quote, quoted, split

if TYPE_CHECKING:
    from ..objective import ObjectiveFields

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
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "a": 1, "an": 1,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
}  # fmt: skip

#: What a measure counts, folded, with its plural's ending where it has one.
_COUNTED = {
    Counts.CONTRIBUTIONS: r"contributions?",
    Counts.IN_PERSON: r"(?:meetings?|rencontres?|reunions?) (?:in person|face to face|en personne|en vrai)"
    r"|in-person meetings?",
    Counts.MEETINGS: r"meetings?|rencontres?|reunions?",
    Counts.NEW_PEOPLE: r"new (?:people|persons?|contacts?)|nouvelles? personnes?|nouveau contact|nouveaux contacts",
    Counts.REPLIES: r"repl(?:y|ies)|reponses?",
    Counts.TOGETHER: r"times? (?:working )?together|cooperations?|collaborations?|fois ensemble|travail ensemble"
    r"|travaux en commun",
    Counts.WATCHINGS: r"watchings?|veilles?",
}
_CIRCLES = {
    Circle.DECISION_MAKER: r"decision[- ]makers?|decideu(?:rs?|ses?)",
    Circle.PRESCRIBER: r"prescribers?|prescripteurs?|prescriptrices?",
    Circle.PEER: r"peers?|pairs?",
    Circle.FRIEND: r"friends?|ami(?:e?s?)",
}

_EACH_WEEK = r"(?:/\s*(?:week|semaine)|(?:each )?(?:a|per|each|every|par|chaque) (?:week|semaine)|weekly)"
_A_WEEK = rf"(?:\s*{_EACH_WEEK})?"
_WHOM = r"(?: (?:with|of|from|among|avec|de|parmi|aupres de)(?: des| les)? (?P<circle>{circles}))?"
_TIMES = "week|semaine|month|mois|day|jour|year|an"
_HERE = "here|ici|near (?:me|home)|where i live|(?:pres de )?chez moi|la ou je vis"
_WHERE = rf"(?: (?P<here>{_HERE})| (?:in|a|en) (?P<place>(?!(?:{_TIMES}|person|personne|vrai)\b)[^\d,;]+?))?"
_MEASURE = re.compile(
    r"(?P<count>[0-9]+|{numbers}) (?P<what>{counted}){whom}{where}{a_week}".format(
        numbers="|".join(_NUMBERS),
        counted="|".join(f"(?:{words})" for words in _COUNTED.values()),
        whom=_WHOM.format(circles="|".join(_CIRCLES.values())),
        where=_WHERE,
        a_week=_A_WEEK,
    )
)
#: The same with the place before the circle, "here with decision-makers", which is turned round.
_TURNED = re.compile(
    rf"(?P<head>.+?)(?P<where> (?:{_HERE})| (?:in|a|en) (?!(?:{_TIMES}|person|personne|vrai)\b)[^\d,;]+?)"
    + _WHOM.format(circles="|".join(_CIRCLES.values())).replace("(?: (?:with", "(?P<whom> (?:with").removesuffix("?")
    + r"(?P<rest>.*)"
)
_TIME = re.compile(rf"([0-9]+h[0-9]{{0,2}}|[0-9]+\s?(?:min|mn|minutes|m)){_A_WEEK}")
_ANY_MEASURE = re.compile(rf"(?:[0-9]+|{'|'.join(_NUMBERS)}) .*(?:{_EACH_WEEK}|(?:a|per|par) (?:{_TIMES}))")
_UNTIL = re.compile(r"(?:until|till|jusqu'en|jusqu'au|jusqu'a|d'ici|by) (?:la fin (?:de|du) |the end of )?(.+)")

#: The end of a title that looks like a measure, and is none.
_LIKE_A_MEASURE = re.compile(r"[,;]\s*([0-9]+ [^\W\d][^,;]*)$")

#: What stands between two parts.
_BETWEEN = re.compile(r"(?:\s*[,;+&]\s*|\s+)(?:(?:and|et)\s+)?")

#: The words that a part is made of at most: "1 meeting in person with decision-makers in Aix en Provence a week".
_LONGEST_PART = 14


def kept_in_title(title: str) -> tuple[str, ...]:
    """What there is to say of a title that ends as a measure would, but counts nothing that is known."""
    likeness = _LIKE_A_MEASURE.search(title)
    if not likeness:
        return ()
    return (
        say(
            "“{text}” stays in the title: a measure counts contributions, meetings, new people or replies, as in "
            "“2 contributions”.",
            text=shown(likeness[1].strip()),
        ),
    )


class ObjectiveLine(NamedTuple):
    """A line as far as it was understood; ``aim_said`` tells an aim that was typed from one that was guessed."""

    title: str = ""
    aim: Aim = Aim.RELATIONSHIPS
    measure: tuple[Goal, ...] = ()
    until: date | None = None
    aim_said: bool = False
    problem: Misread | None = None

    @property
    def fields(self) -> ObjectiveFields:
        """What the desk is given beside the title."""
        return {"aim": self.aim, "measure": self.measure, "until": self.until}


class _Parts:
    """The parts found so far, from the last one back."""

    def __init__(self, now: datetime, home: str) -> None:
        self._now, self._home = now, home
        self.aim: Aim | None = None
        self.goals: list[Goal] = []  # the last one first
        self._goal_texts: list[str] = []
        self.until: date | None = None

    def take(self, text: str, *, set_off: bool) -> bool:
        """Whether ``text`` is one part that is not said yet; it is taken then. Raises Misread for one that is off."""
        said = folded(text)
        if set_off and self.aim is None and said in aims_by_word():
            self.aim = aims_by_word()[said]
            return True
        goal = _goal(text, said, self._home)
        if goal and not any(_same_but_count(goal, other) for other in self.goals):
            self.goals.append(goal)
            self._goal_texts.append(text)
            return True
        until = _UNTIL.fullmatch(said)
        if until and self.until is None:
            self.until = read_until(until[1], self._now)
            return self.until is not None
        return False

    @property
    def measure(self) -> tuple[Goal, ...]:
        """The goals in the order they were typed."""
        return tuple(reversed(self.goals))

    @property
    def measure_as_typed(self) -> str:
        """The words that were typed for the measure; "" for none."""
        return ", ".join(reversed(self._goal_texts))


def read_objective(text: str, now: datetime, home: str = "") -> ObjectiveLine:
    """What a line says; never raises. Its ``problem`` says what keeps it from being an objective. ``home`` is the place
    where she lives, "" where she has not said."""
    line = clean(text)
    try:
        title, parts = _taken_apart(line, now, home)
        title = title or parts.measure_as_typed
        if not title and line:
            raise Misread(say("What is it for? A title comes first, such as “Be visible to decision-makers”."))
        refuse_long(title)
        aim = parts.aim or guessed_aim(title, parts.measure)
        refuse_watching(parts.measure, aim)
    except Misread as problem:
        return ObjectiveLine(line, problem=problem)
    return ObjectiveLine(title, aim, parts.measure, parts.until, parts.aim is not None)


def read_measure(text: str, home: str = "") -> tuple[Goal, ...]:
    """A measure alone: ``2 contributions, 1 meeting in person with decision-makers``. Raises Misread for anything else.
    ``home`` is where she lives.

    “none” and “aucune” are no measure.
    """
    goals: list[Goal] = []
    if folded(clean(text)) in ("", "none", "aucune", "aucun"):
        return ()
    for part in re.split(r"\s*[,;+&]\s*|\s+(?:and|et)\s+", clean(text)):
        goal = _goal(part, folded(part), home)
        if goal is None:
            raise _no_measure(part)
        if any(_same_but_count(goal, other) for other in goals):
            raise Misread(say("“{text}” is said twice; one number a week is enough.", text=shown(part)))
        goals.append(goal)
    return tuple(goals)


def refuse_watching(measure: Sequence[Goal], aim: Aim) -> None:
    """Raise Misread for a measure that watching would reach where the aim is not knowledge."""
    if aim is not Aim.KNOWLEDGE and any(goal.counts is Counts.WATCHINGS for goal in measure):
        raise Misread(
            say("Watching counts for knowledge only: give that as the aim, or measure contributions or meetings.")
        )


def _goal(text: str, said: str, home: str) -> Goal | None:
    """The goal that a part says, as typed and folded; None for no goal. Raises Misread for one that no week has."""
    timed = _TIME.fullmatch(said)
    if timed:
        minutes = read_minutes(re.sub(r"\s?(?:min|mn|minutes|m)$", "", timed[1]), WEEK)
        return Goal(Counts.MINUTES, minutes) if minutes is not None else None
    turned = _TURNED.fullmatch(said)
    measure = _MEASURE.fullmatch("".join(turned.group("head", "whom", "where", "rest")) if turned else said)
    if measure is None:
        return None
    count = _NUMBERS.get(measure["count"]) or int(measure["count"][:6])
    if not 1 <= count <= 99:
        raise Misread(say("“{text}” is no goal for a week: give 1 to 99.", text=shown(text)))
    counts = next(each for each, words in _COUNTED.items() if re.fullmatch(words, measure["what"]))
    circles = (each for each, words in _CIRCLES.items() if measure["circle"] and re.fullmatch(words, measure["circle"]))
    place = _at_home(home) if measure["here"] else _as_typed(measure["place"], text, said)
    return Goal(counts, count, next(circles, None), place)


def _at_home(home: str) -> str:
    if not home:
        raise Misread(say("Where you live is not said yet; say it once: planner config place Lyon."))
    return home


def _as_typed(place: str | None, text: str, said: str) -> str:
    """A place that was found in folded words, with its capitals and accents."""
    if not place:
        return ""
    before = len(said[: said.rindex(place)].split())
    return " ".join(text.split()[before : before + len(place.split())])


def _same_but_count(goal: Goal, other: Goal) -> bool:
    return goal._replace(number=0) == other._replace(number=0)


def _no_measure(text: str) -> Misread:
    return Misread(
        say(
            "“{text}” is no weekly measure: write 2 contributions, 1 meeting in person with decision-makers, "
            "3 new people, 2 replies, 1 time together or 1h.",
            text=shown(text),
        )
    )


def write_objective(objective: Objective, now: datetime) -> str:
    """The line that says this objective: reading it back gives the same."""
    parts = [say(objective.aim.value), *map(goal_words, objective.measure)]
    if objective.until:
        parts.append(say("until {day}", day=objective.until.isoformat()))
    line = ", ".join([objective.title, *parts])
    read = read_objective(line, now)
    if (read.title, read.measure) == (objective.title, objective.measure) and not opens_quote(line):
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
    told = ", ".join(parts)
    return say("; ").join((told, where_words())) if any(goal.place for goal in line.measure) else told


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


def _taken_apart(line: str, now: datetime, home: str) -> tuple[str, _Parts]:
    """The title and the parts behind it."""
    if opens_quote(line):
        word = next(split(line), None)
        if word and not word.is_open:
            whole = next((at for at in range(len(line), 0, -1) if _is_one_quote(line[:at])), 0)
            rest, parts = _without_parts(line[whole:], now, home)
            if not rest:
                return word.text, parts
    return _without_parts(line, now, home)


def _is_one_quote(text: str) -> bool:
    words = list(split(text))
    return len(words) == 1 and words[0].quoted and not words[0].is_open


def _without_parts(line: str, now: datetime, home: str) -> tuple[str, _Parts]:
    """``line`` without the parts at its end, and those parts."""
    parts, rest = _Parts(now, home), line
    while True:
        shorter = _without_last(rest, parts)
        if shorter is None:
            return rest.strip(" ,;"), parts
        rest = shorter


def _without_last(rest: str, parts: _Parts) -> str | None:
    """``rest`` without its last part, the longest that is one; None where it ends in none."""
    ends = [gap for gap in _BETWEEN.finditer(rest) if gap.end() < len(rest)]
    for gap in ends[-_LONGEST_PART:]:
        set_off = any(sign in gap[0] for sign in ",;+&") or not rest[: gap.start()]
        if parts.take(rest[gap.end() :].strip(" ,;.()"), set_off=set_off):
            return rest[: gap.start()]
    for gap in reversed(ends):
        part = rest[gap.end() :].strip(" ,;.()")
        if gap[0].strip() and _ANY_MEASURE.fullmatch(folded(part)):
            raise _no_measure(part)
    return "" if rest and parts.take(rest.strip(" ,;.()"), set_off=False) else None


def guessed_aim(title: str, measure: Sequence[Goal]) -> Aim:
    """The aim that a title's words give away, else the one that its measure serves; watching serves one alone."""
    counted = {goal.counts for goal in measure}
    if Counts.WATCHINGS in counted:
        return Aim.KNOWLEDGE
    if counted == {Counts.TOGETHER}:
        return Aim.COOPERATION
    for word in re.findall(r"[a-z]+", folded(title)):
        for beginning, aim in _HINTS.items():
            if word.startswith(beginning):
                return aim
    gives = counted & {Counts.CONTRIBUTIONS, Counts.REPLIES}
    meets = counted & {Counts.MEETINGS, Counts.IN_PERSON, Counts.NEW_PEOPLE}
    return Aim.VISIBILITY if gives and not meets else Aim.RELATIONSHIPS
