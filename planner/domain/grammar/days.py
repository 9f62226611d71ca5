"""Days as people type them, in English and French: ``yesterday``, ``last fri``, ``le 20 novembre``, ``il y a 2 jours``.

One reading, with a direction: in a log a weekday and a date without a year are in the past, in a next step and a
meeting in the future, and of a week the nearest is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum

from ..errors import Misread
from ..texts import folded, shown
from ..value import NamedTuple
from ..words import dated, full_date, full_day, month_first, say
from .durations import length_at
from .lexicon import (
    AHEAD_LEADS,
    COMING,
    DAY_LEADS,
    DAY_PARTS,
    DAY_UNITS,
    DOUBTFUL_WEEKDAYS,
    LAST,
    MONTH_UNITS,
    MONTHS,
    NEAR_DAYS,
    NEAR_WEEKS,
    NO_DAY_AFTER,
    NOUN_LEADS,
    NOUNS,
    NUMBERED,
    NUMBERS,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
)
from .periods import JOINED, PERIOD_STARTS, months_after, period_at
from .times import clock_at
from .tokens import run_of

#: Years that a log or a plan can be about; beyond them a date is a slip of the finger.
YEARS = range(1970, 2200)

#: A date without a year that comes within so many days may be the coming one as well as last year's.
SOON = timedelta(days=60)

#: No month has more days: "mai 68" is none.
_MOST_DAYS = 31
#: A figure after a month that is too large for a slip: "mai 68".
_NO_DAY = 40
_DIGITS = "0123456789"
_TIME_LEADS = ("at", "à", "vers", "from", "de", "noon", "midi")
_ORDINALS = ("st", "nd", "rd", "th")

#: The longest run of words that says a day: "on vendredi le 4 decembre 2026 au soir".
LONGEST_DAY = 8
#: So many small words lead up to a day at most: "due by the".
_MOST_LEADS = 4


class Direction(Enum):
    """Where a day lies that could be in two places: behind, ahead, or the nearest."""

    PAST = "past"
    AHEAD = "ahead"
    NEAREST = "nearest"


class PartOfDay(Enum):
    """A part of a day: the hours from and to which it goes, and the one it usually begins at where only it is said."""

    MORNING = (5, 12, 9)
    AFTERNOON = (12, 18, 14)
    EVENING = (17, 24, 19)
    NIGHT = (20, 24, 21)


class Day(NamedTuple):
    """A day as it was said. A ``weekday`` is today's too, if the time said with it fits."""

    date: date
    weekday: bool = False
    part: PartOfDay | None = None


class DayWords(NamedTuple):
    """A day that ``run`` words say; a Misread where they are shaped like one and there is none.

    ``is_doubtful`` words are others as well ("sun", "mar"), or a whole week in a log, and are no day where they stand;
    an ``is_period`` is longer than a day anywhere.
    """

    run: int
    day: Day | Misread
    is_doubtful: bool = False
    is_period: bool = False


_PARTS = {word: PartOfDay[part.upper()] for word, part in DAY_PARTS.items()}
_PART_LEADS = ("", "in the ", "the ", "au ", "le ", "en ", "dans la ", "dans ", "de ", "during the ")
_TODAY_S = ("this", "ce", "cet", "cette", "in the", "dans la", "dans")

#: The shapes of dates and of days counted from today. They are compiled when one is first tried.
_ISO = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?= |$)"
_FIGURES = r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?(?= |$)"
_DAY_MONTH = r"([0-9]{1,2})(?:st|nd|rd|th|er)?[ -]?(?:of )?([a-z]{3,9})\.?(?:,?[ -]([0-9]{4}))?(?= |$)"
_MONTH_DAY = r"([a-z]{3,9})\.?[ -]([0-9]{1,2})(?:st|nd|rd|th|er)?(?![:h0-9])(?:,? ([0-9]{4}))?(?= |$)"
_DAY_ALONE = r"([0-9]{1,2})(?:st|nd|rd|th|er)?(?= |$)"
_AGO = r"(?:([0-9]{1,5}|[a-z]+) ?([a-z]+) ago|(?:il )?y a ([0-9]{1,5}|[a-z]+) ?([a-z]+)|[-−]([0-9]{1,9})([djw]))(?= |$)"
_AWAY = r"(?:(?:in|dans|d'ici) ([0-9]{1,3}|[a-z]+) ?([a-z]+)|\+([0-9]{1,3}) ?([a-z]+))(?= |$)"
_WEEK = (
    r"(?:la |le |the )?(?:(last|next|this|previous|cette|ce) (week|month|semaine|mois)"
    r"|(semaine|mois) (derniere?|prochaine?|passee?))(?= |$)"
)

#: A time that a doubtful weekday stands beside, and no length.
_TIME_BEFORE = r"(?:0?[5-9]|1[0-9]|2[0-3])(?:h|[:h][0-5][0-9])|[0-9]{1,2}(?::[0-5][0-9])?[ap]m"

#: Weeks after a day: "friday week", "lundi en huit", "the friday after next"; and before it, "a week from friday".
_WEEKS_ON = (
    r"(?:(?P<week>week)|en (?P<days>huit|quinze)|(?P<after>after next)|(?:in|dans) (?P<count>[0-9]{1,2}|[a-z]+) "
    r"(?:weeks?|semaines?))(?= |$)"
)
_WEEKS_FROM = (
    r"(?P<count>[0-9]{1,2}|[a-z]+) (?P<unit>weeks?|fortnights?|semaines?) (?:from|on|after|apres|à partir de) "
)
_EN = {"huit": 1, "quinze": 2}

_OF_WEEK = r"(?:(?:of|de) )?(?:la )?(?:(last|next|this|previous) week|semaine (derniere|prochaine|passee))(?= |$)"

_COUNTED = frozenset((*DAY_UNITS, *MONTH_UNITS))
#: The words that a day may begin with, beside figures.
DAY_STARTS = frozenset(
    (*DAY_LEADS, *THIS, *LAST, *COMING, *WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *NUMBERS, "il", "y", "in", "dans",
     "tonight", "previous", "semaine", "mois", "nuit", *PERIOD_STARTS, *(words.split()[0] for words in NEAR_DAYS))
)  # fmt: skip


def day_at(
    keys: Sequence[str],
    at: int,
    now: datetime,
    direction: Direction,
    texts: Sequence[str] = (),
    *,
    is_numbered: bool = False,
) -> DayWords | None:
    """The longest day that begins at ``at``, with the small words that lead up to it; None where none does.

    ``texts`` are the words as they were typed, for what is said of a day that is none; else the ``keys``. Where it
    ``is_numbered``, a bare figure after a weekday that agrees with it is its day of the month: "friday 20".
    """
    first = keys[at]
    if not (first[:1].isdigit() or first[:1] in "-−+" or first.rstrip(".") in DAY_STARTS or first.startswith(JOINED)):
        return None
    today_s = _part_of_today(keys, at, now)
    if today_s:
        return today_s
    lead = 0
    leads = DAY_LEADS - AHEAD_LEADS if direction is Direction.PAST else DAY_LEADS
    while lead < _MOST_LEADS and keys[at + lead] in leads and at + lead + 1 < len(keys) and not _near(keys, at + lead):
        lead += 1
    rest = run_of(keys, at + lead, LONGEST_DAY - lead)
    found = _Reader(keys, texts or keys, at, at + lead, rest, now, direction, is_numbered).read()
    if found is None:
        return None
    day, end = found.day, at + lead + found.run
    part, run = _part_at(keys, end)
    if part and isinstance(day, Day):
        return DayWords(lead + found.run + run, day._replace(part=part))
    return found._replace(run=lead + found.run)


def read_day(text: str, now: datetime, direction: Direction = Direction.PAST) -> date:
    """The day that ``text`` means and nothing else. Raises Misread.

    A weekday or a date without a year is the last one, the next one (today included) or the nearest, by direction.
    """
    day = find_day(text, now, direction)
    if day is None:
        raise Misread(say("“{text}” is no day: write 2026-11-20, 20 Nov, yesterday, monday or -2d.", text=shown(text)))
    return day.date


def find_day(text: str, now: datetime, direction: Direction) -> Day | None:
    """The day that the whole of ``text`` says; None if it says none. Raises Misread for one that does not exist.

    Of a week or a month it is the first one, unless it is to lie ahead, where it may have passed.
    """
    texts = text.split()
    keys = [folded(word).rstrip(",;.:!?") or word for word in texts]
    found = day_at(keys, 0, now, direction, texts, is_numbered=True) if keys else None
    if found is None or found.run != len(keys) or (found.is_period and direction is Direction.AHEAD):
        return None
    if isinstance(found.day, Misread):
        raise found.day
    return found.day


def read_coming_day(text: str, now: datetime) -> date | None:
    """The day that ``text`` means, to come where it may be; None where it says none. It may have passed.

    A weekday is the next one, never today: ``friday``, ``in 3 days``, ``next week`` (its Monday), ``4 dec``.
    """
    day = find_day(text, now, Direction.AHEAD)
    if day is None:
        return None
    return day.date + timedelta(days=7) if day.weekday and day.date == now.date() else day.date


def read_coming_period(text: str, now: datetime) -> date | None:
    """The day that a part of a month, or a weekend to come, means: its first, its fifteenth, its last, its Saturday.

    None where ``text`` says none, or one that has begun.
    """
    keys = [folded(word).rstrip(",;.:!?") or word for word in text.split()]
    found = day_at(keys, 0, now, Direction.AHEAD) if keys else None
    if found is None or found.run != len(keys) or not found.is_period or isinstance(found.day, Misread):
        return None
    return found.day.date if found.day.date >= now.date() else None


def settled(day: Day, now: datetime, direction: Direction, *, is_past: bool) -> Day:
    """A weekday that names today, a week away where the time said with it ``is_past`` and may not be, or must be."""
    if day.weekday and day.date == now.date():
        if direction is Direction.AHEAD and is_past:
            return day._replace(date=day.date + timedelta(days=7))
        if direction is Direction.PAST and not is_past:
            return day._replace(date=day.date - timedelta(days=7))
    return day


class _Reader(NamedTuple):
    """One attempt to read a day at ``at``, after its small words; ``rest`` is what follows."""

    keys: Sequence[str]
    texts: Sequence[str]
    begin: int
    at: int
    rest: str
    now: datetime
    direction: Direction
    is_numbered: bool

    def read(self) -> DayWords | None:
        return (
            self._weeks_from()
            or self._near()
            or self._away()
            or self._date()
            or self._weekday()
            or self._week()
            or self._about()
            or self._of_month()
        )

    @property
    def today(self) -> date:
        return self.now.date()

    def _typed(self, run: int) -> str:
        """The next words as they were typed."""
        return " ".join(self.texts[self.at : self.at + run])

    def _near(self) -> DayWords | None:
        run = _near(self.keys, self.at)
        return (
            DayWords(run, Day(self.today + timedelta(days=NEAR_DAYS[run_of(self.keys, self.at, run)]))) if run else None
        )

    def _weeks_from(self) -> DayWords | None:
        """So many weeks after a weekday or a day near today, to come: "a week from friday"."""
        is_counted = any(word in self.rest for word in ("week", "fortnight", "semaine"))
        found = re.match(_WEEKS_FROM, self.rest) if is_counted else None
        count = _weeks(found["count"]) if found else 0
        if not found or not count:
            return None
        rest, skip = self.rest[found.end() :], found[0].count(" ")
        further = self._replace(rest=rest, at=self.at + skip, begin=self.at + skip, direction=Direction.AHEAD)
        day = further._near() or further._weekday()
        if day is None or isinstance(day.day, Misread):
            return None
        days = 7 * count * (2 if found["unit"].startswith("fortnight") else 1)
        return DayWords(skip + day.run, Day(day.day.date + timedelta(days=days)))

    def _away(self) -> DayWords | None:
        """So many days, weeks or months from today."""
        ago = re.match(_AGO, self.rest) if " ago" in self.rest or self.rest[:1] in "iy-−" else None
        found = ago or (re.match(_AWAY, self.rest) if self.rest[:1] in "id+" else None)
        number, unit = [part for part in found.groups() if part][:2] if found else ("", "")
        if not found or unit not in _COUNTED or not (number.isdecimal() or number in NUMBERS):
            return None
        count = NUMBERS[number] if number in NUMBERS else int(number)
        sign = -1 if ago else 1
        words = _count(found[0])
        if count > 36_500:
            return DayWords(words, no_date(self._typed(words)))
        if unit in MONTH_UNITS:
            return DayWords(words, Day(months_after(self.today, sign * min(count, 1200))))
        return DayWords(words, Day(self.today + timedelta(days=sign * count * DAY_UNITS[unit])))

    def _date(self) -> DayWords | None:
        """A date in figures or with its month."""
        first, _, second = self.rest.partition(" ")
        is_figure = first[:1].isdigit()
        if is_figure and any(sign in first for sign in "-/."):
            iso = re.match(_ISO, first)
            if iso:
                return self._on(iso, int(iso[1]), int(iso[2]), int(iso[3]))
            figures = re.match(_FIGURES, first) if first != "24/7" else None
            if figures:
                return self._of_figures(figures)
        next_word = second.partition(" ")[0].rstrip(".")
        if is_figure and ("-" in first or next_word == "of" or {next_word, first.lstrip(_DIGITS)} & MONTHS.keys()):
            found = re.match(_DAY_MONTH, self.rest)
            if found and found[2] in MONTHS and not (self.begin == self.at and self._has_day_after(self.at + 1)):
                return self._on(found, _year(found[3]), MONTHS[found[2]], int(found[1]))
        if (
            first.rstrip(".") in MONTHS
            and second[:1].isdigit()
            and not (first.rstrip(".") in SHORT_WEEKDAYS and self._is_month(self.at + 2))  # "mar 24 nov"
            and (not self._is_day(self.at - 1) or self._has_day_after(self.at))
        ):
            found = re.match(_MONTH_DAY, self.rest)
            if found and int(found[2]) < _NO_DAY and not self._is_hour(self.at + 1):
                return self._on(found, _year(found[3]), MONTHS[found[1]], int(found[2]))
        return None

    def _is_hour(self, at: int) -> bool:
        """Whether the figure here is an hour or a length, by what follows it: "mardi 9 h 30", "tuesday 9 pm"."""
        if not self.keys[at].isdecimal():
            return False
        clock, length = clock_at(self.keys, at), length_at(self.keys, at)
        return bool((clock and not clock.is_loose) or (length and not length.is_bare))

    def _is_month(self, at: int) -> bool:
        return at < len(self.keys) and self.keys[at].rstrip(".") in MONTHS

    def _is_day(self, at: int) -> bool:
        """Whether a figure that may be a day of a month stands here."""
        key = self.keys[at] if 0 <= at < len(self.keys) else ""
        return key.isdecimal() and len(key) < 3 and 1 <= int(key) <= _MOST_DAYS

    def _has_day_after(self, month: int) -> bool:
        """Whether a month's day stands after it, though a figure stands before: "25 nov 20", not "20 nov 3 ideas"."""
        after = self.keys[month + 2] if month + 2 < len(self.keys) else ""
        return self._is_day(month + 1) and not (after[:1].isalpha() and after not in _TIME_LEADS)

    def _of_figures(self, found: re.Match[str]) -> DayWords | None:
        """``20/11``: the day first, unless she writes the month first; a dot needs the year, or a day's place."""
        one, two, has_year = int(found[1]), int(found[3]), found[4] is not None
        day, month = (two, one) if month_first() else (one, two)
        if not 1 <= month <= 12 and 1 <= day <= 12 and has_year:
            day, month = month, day
        is_written = found[2] == "/" or has_year or (self._is_dotted(found[0]) and not month_first())
        if not is_written or (max(one, two) > _MOST_DAYS and not (has_year or 1 <= month <= 12)):
            return None  # 50/50, 2.0, 12-30
        if not 1 <= month <= 12 or day == 0:
            return DayWords(1, no_date(self._typed(1)))
        return self._on(found, _year(found[4]), month, day)

    def _is_dotted(self, figures: str) -> bool:
        """Whether a date was written with a dot after its month too, "18.11.", and is no number of anything."""
        is_number = self.at > 0 and self.keys[self.at - 1] in NUMBERED
        return len(figures) == 5 and self.texts[self.at].startswith(f"{figures}.") and not is_number

    def _on(self, found: re.Match[str], year: int | None, month: int, number: int) -> DayWords:
        count = _count(found[0])
        if year is not None and year not in YEARS:
            return DayWords(count, out_of_reach(self._typed(count)))
        if year is not None:
            day = _day(year, month, number)
            return DayWords(count, Day(day) if day else no_date(self._typed(count)))
        return DayWords(count, self._without_year(month, number, self._typed(count)))

    def _without_year(self, month: int, number: int, text: str) -> Day | Misread:
        """The last, next or nearest such day; Misread where it never is, or may as well be the one the other way."""
        days = [day for year in range(self.today.year - 4, self.today.year + 9) if (day := _day(year, month, number))]
        if not days:
            return no_date(text)
        if self.today in days or self.direction is Direction.NEAREST:
            return Day(min(days, key=lambda day: abs(day - self.today)))
        last = max(day for day in days if day < self.today)
        coming = min(day for day in days if day > self.today)
        if self.direction is Direction.AHEAD:
            return self._unless_near(last, coming, text)
        if coming - self.today > SOON:
            return Day(last)
        return Misread(
            say(
                "“{text}” is still to come ({coming}); if you mean {last}, write the year.",
                text=shown(text),
                coming=full_date(coming),
                last=full_date(last),
            )
        )

    def _unless_near(self, last: date, coming: date, text: str) -> Day | Misread:
        """The day to come, where the one that has passed is not as near as that it may be meant."""
        if self.today - last > SOON:
            return Day(coming)
        return Misread(
            say(
                "“{text}” has passed ({last}); if you mean {coming}, write the year.",
                text=shown(text),
                last=full_date(last),
                coming=full_date(coming),
            )
        )

    def _weekday(self) -> DayWords | None:
        words = self.rest.split(" ")
        turn = words[0] if len(words) > 1 and words[0] in {*LAST, *COMING, *THIS} else ""
        name = words[1] if turn else words[0]
        number = WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name.removesuffix(".")))
        if number is None:
            return None
        at, count = self.at + bool(turn), 1 + bool(turn)
        week = None if turn else re.match(_OF_WEEK, " ".join(words[1:]))
        if week:
            return DayWords(1 + _count(week[0]), Day(self._monday(week[1] or week[2]) + timedelta(days=number)))
        if not turn and len(words) > 1 and words[1] in {*LAST, *COMING}:
            turn, count = words[1], 2
        later = None if turn and turn not in COMING else re.match(_WEEKS_ON, " ".join(words[count:]))
        weeks = self._weeks_on(later) if later else 0
        if later and weeks:
            return DayWords(count + _count(later[0]), Day(self._coming(number) + timedelta(days=7 * weeks)))
        if turn:
            return DayWords(count, Day(self._turned(number, turn)))
        dated_ = self._with_date(words, count, number) or self._with_number(words, number)
        if dated_:
            return dated_
        return DayWords(count, Day(self._bare(number), weekday=True), is_doubtful=self._is_doubtful(name, at))

    def _weeks_on(self, found: re.Match[str]) -> int:
        """How many weeks after the coming weekday are meant; 0 for words that in a log are others."""
        if found["days"] or found["after"]:
            return _EN.get(found["days"] or "", 1)
        if self.direction is Direction.PAST:
            return 0
        return 1 if found["week"] else _weeks(found["count"])

    def _coming(self, number: int) -> date:
        return self.today + timedelta(days=(number - self.today.weekday()) % 7)

    def _with_date(self, words: Sequence[str], run: int, number: int) -> DayWords | None:
        """A weekday with its date, "fri 20 nov", which must agree."""
        skip = run + (len(words) > run and words[run] in ("le", "the"))
        rest = self._replace(rest=" ".join(words[skip:]), at=self.at + skip)
        found = rest._date() or (rest._of_month() if skip > run else None) if rest.rest else None
        if found is None:
            return None
        said = self._typed(skip + found.run)
        if isinstance(found.day, Day) and found.day.date.weekday() != number:
            day = found.day.date
            return DayWords(
                skip + found.run,
                Misread(
                    say(
                        "“{text}” cannot be: {day} is a {weekday}.",
                        text=shown(said),
                        day=dated(day, self.today),
                        weekday=full_day(day),
                    )
                ),
            )
        return found._replace(run=skip + found.run)

    def _with_number(self, words: Sequence[str], weekday: int) -> DayWords | None:
        """A weekday with its day of the month, "fri 20", where they agree; Misread for one that is still to come."""
        found = re.fullmatch(_DAY_ALONE, words[1]) if len(words) > 1 else None
        if not found or not (self.is_numbered or not words[1].isdecimal()) or self._is_hour(self.at + 1):
            return None
        days = [day for day in self._near_days(int(found[1])) if day.weekday() == weekday]
        if not days:
            return None
        if self.direction is Direction.PAST and days[0] > self.today:
            return DayWords(2, to_come(self._typed(2), full_date(days[0])))
        return DayWords(2, Day(days[0]))

    def _turned(self, number: int, turn: str) -> date:
        """The last, the next or this week's such day; the last and the next are never today."""
        if turn in THIS:
            if self.direction is Direction.AHEAD:
                return self._bare(number)
            return self.today + timedelta(days=number - self.today.weekday())
        if turn in LAST:
            return self.today - timedelta(days=(self.today.weekday() - number - 1) % 7 + 1)
        return self.today + timedelta(days=(number - self.today.weekday() - 1) % 7 + 1)

    def _bare(self, number: int) -> date:
        if self.direction is Direction.AHEAD:
            return self._coming(number)
        return self.today - timedelta(days=(self.today.weekday() - number) % 7)

    def _is_doubtful(self, name: str, at: int) -> bool:
        """Whether a weekday cut short is another word here: it stands neither at the end nor by a time or a lead."""
        if name in WEEKDAYS:
            return False
        before = self.keys[at - 1] if at else ""
        after = self.keys[at + 1] if at + 1 < len(self.keys) else ""
        if self.begin < at and name not in DOUBTFUL_WEEKDAYS:
            return False
        if before in NO_DAY_AFTER:
            return True
        if name.removesuffix(".") not in DOUBTFUL_WEEKDAYS:
            return False
        led = self.begin < at and self.keys[at - 1] in ("on", "by", "before", "due", "until")
        by_time = after[:1].isdigit() or after in _PARTS or (after in ("at", "à", "from") and at + 2 < len(self.keys))
        if name in NOUNS and before in NOUN_LEADS:
            return not by_time  # "la mer", "le jeu"
        timed = re.fullmatch(_TIME_BEFORE, before) is not None and not (name in ("mon", *NOUNS) and after[:1].isalpha())
        return not (led or by_time or timed or not after)

    def _week(self) -> DayWords | None:
        """``next week``, which is its Monday; in a log a week is no day, and is marked as such."""
        found = re.match(_WEEK, self.rest) if self.rest[:1] in "lntpsmc" else None
        if not found:
            return None
        word, count = found[1] or found[4], _count(found[0])
        is_week = "week" in found[0] or "semaine" in found[0]
        after = self.rest[len(found[0]) :].split(" ")[1:2]
        if is_week and after and after[0] in WEEKDAYS:
            return DayWords(count + 1, Day(self._monday(word) + timedelta(days=WEEKDAYS[after[0]])))
        if not is_week:
            first = months_after(self.today.replace(day=1), _away(word))
            return DayWords(count, Day(first), is_doubtful=True, is_period=True)
        if not _away(word):
            return DayWords(count, Day(self._monday(word)), is_doubtful=True, is_period=True)
        return DayWords(count, Day(self._monday(word)), is_doubtful=self.direction is Direction.PAST)

    def _about(self) -> DayWords | None:
        """``early december``, ``fin du mois``, a weekend: about when, which says no day of a log or of a meeting."""
        way = {Direction.PAST: -1, Direction.AHEAD: 1, Direction.NEAREST: 0}[self.direction]
        found = period_at(self.rest, self.today, way, is_led=self.at > self.begin)
        return DayWords(found[0], Day(found[1]), is_doubtful=True, is_period=True) if found else None

    def _monday(self, word: str) -> date:
        """The Monday of the week that "last", "next" or their French words mean."""
        return self.today + timedelta(days=7 * _away(word) - self.today.weekday())

    def _of_month(self) -> DayWords | None:
        """``le 20``, ``20th``: a day of this month or of the one beside it, where nothing follows but a time."""
        lead = self.keys[self.at - 1] if self.at > self.begin else ""
        if not self.rest[:1].isdigit() or not (lead == "le" or self.keys[self.at].endswith(_ORDINALS)):
            return None
        found = re.match(_DAY_ALONE, self.rest)
        if not found:
            return None
        after, further = (*self.keys[self.at + 1 : self.at + 3], "", "")[:2]
        by_time = after[:1].isdigit() or after in _PARTS or (after in _TIME_LEADS and further[:1].isdigit())
        if after and not by_time and after not in ("noon", "midi"):
            return None
        days = self._near_days(int(found[1]))
        days = [day for day in days if day <= self.today] if self.direction is Direction.PAST else days
        return DayWords(1, Day(days[0])) if days else None

    def _near_days(self, number: int) -> list[date]:
        """The days of this month and those around it with this number, the likeliest first, by direction."""
        months = [months_after(self.today.replace(day=1), away) for away in range(-2, 4)]
        days = [day for month in months if (day := _day(month.year, month.month, number))]
        if self.direction is Direction.AHEAD:
            return [day for day in days if day >= self.today]
        if self.direction is Direction.PAST:
            return [*(day for day in reversed(days) if day <= self.today), *(day for day in days if day > self.today)]
        return sorted(days, key=lambda day: abs(day - self.today))


def part_words(part: PartOfDay) -> str:
    """A part of a day as it is said: ``evening``."""
    return {
        PartOfDay.MORNING: say("morning"),
        PartOfDay.AFTERNOON: say("afternoon"),
        PartOfDay.EVENING: say("evening"),
        PartOfDay.NIGHT: say("night"),
    }[part]


def to_come(text: str, moment: str) -> Misread:
    """Says that what was typed lies ahead, at a ``moment`` in words."""
    return Misread(
        say(
            "“{text}” ({moment}) is still to come; only what was done can be logged.",
            text=shown(text),
            moment=moment,
        )
    )


def no_date(text: str) -> Misread:
    """Says that there is no such date."""
    return Misread(say("There is no date “{text}”: write one such as 2026-11-20.", text=shown(text)))


def out_of_reach(text: str) -> Misread:
    """Says that a date has a year that nothing here can be about."""
    return Misread(
        say(
            "“{text}” is out of reach: a date has a year from {first} to {last}.",
            text=shown(text),
            first=YEARS[0],
            last=YEARS[-1],
        )
    )


def _year(figures: str | None) -> int | None:
    """The year that figures say, two of them of this century; None where none are."""
    if figures is None:
        return None
    return int(figures) + 2000 * (len(figures) == 2)


def _near(keys: Sequence[str], at: int) -> int:
    """How many words from ``at`` on say a day near today ("day before yesterday"); 0 where none do."""
    return next((run for run in (3, 2, 1) if run_of(keys, at, run) in NEAR_DAYS and at + run <= len(keys)), 0)


def _part_at(keys: Sequence[str], at: int) -> tuple[PartOfDay | None, int]:
    """The part of a day that follows it, and how many words say so: ``matin``, ``in the evening``."""
    for run in (1, 2, 3):
        lead, _, word = run_of(keys, at, run).rpartition(" ")
        if word in _PARTS and (f"{lead} " if lead else "") in _PART_LEADS and at + run <= len(keys):
            return _PARTS[word], run
    return None, 0


def _part_of_today(keys: Sequence[str], at: int, now: datetime) -> DayWords | None:
    """``this morning``, ``ce soir``, ``tonight``, ``last night``."""
    if keys[at] == "tonight":
        return DayWords(1, Day(now.date(), part=PartOfDay.EVENING))
    for run in (2, 3):
        words = keys[at : at + run]
        lead, part = " ".join(words[:-1]), _PARTS.get(words[-1]) if len(words) == run else None
        if part and lead in _TODAY_S:
            return DayWords(run, Day(now.date(), part=part))
        is_last = (part and lead == "last") or words[-2:] == ["nuit", "derniere"]
        if is_last and words[0] in ("last", "la", "nuit"):
            return DayWords(run, Day(now.date() - timedelta(days=1), part=part or PartOfDay.NIGHT))
    return None


def _away(word: str) -> int:
    """How many weeks, or months, from this one "last", "next" or their French words mean."""
    return NEAR_WEEKS.get(word, NEAR_WEEKS.get(word + "e", 0))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _weeks(said: str) -> int:
    """How many weeks figures or a word say; 0 where they say no number."""
    return int(said) if said.isdecimal() else NUMBERS.get(said, 0)


def _count(text: str) -> int:
    """How many words a text has."""
    return text.count(" ") + 1 if text else 0
