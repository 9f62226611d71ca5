"""When-candidates: for every word of a line, the lengths, times and days that may begin there.

None is decided here; :mod:`spans` chooses. What is shaped like one of these and is none is kept as a problem, what
merely looks like one as a likeness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import Misread
from ..instants import after
from ..texts import shown
from ..value import NamedTuple
from ..value.dates import timedelta
from ..words import clock as clock_words
from ..words import dated, say
from .day import Day, DayWords, Direction, to_come
from .day_starts import may_begin_day
from .durations import Length, length_at
from .length_candidates import BESIDE, TELLING, LengthCandidates
from .lexicon import (
    ABOUT,
    AGO_AFTER,
    AGO_BEFORE,
    ARTICLES,
    AWAY,
    COUNTING,
    DAY_PARTS,
    DOUBTFUL_MONTHS,
    DOUBTFUL_WEEKDAYS,
    ENDED,
    EVERY,
    FOR,
    HOUR_UNITS,
    MEALS,
    MINUTE_UNITS,
    MONTHS,
    OF_HOUR,
    PART_LEADS,
    PHRASE_LEADS,
    SINCE,
    SOON,
    STARTED,
    STRETCHES,
    UNTIL,
    WEEKDAYS,
    WHOLE,
    phrase_at,
)
from .line_words import LineWords, Looks, Problem, is_hour_like
from .moments import read_exact
from .spans import Part, Span
from .times import clock_at
from .tokens import NO_KEY, Word

_OPTION = r"--[a-z].*|-[a-z]"
#: What looks like an option whose hyphens became a dash, as some keyboards have it, or are too few.
_NEARLY_OPTION = r"[-–—−]+[a-z].*"
_DASHES = ("-", "–", "—", "−")
_WITH_OFFSET = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:z|[+][0-9]{2}:?[0-9]{2})"
_AGO = r"[-−](?:[0-9]{1,4}(?:m|min|mn)|[0-9]{1,2}h(?:[0-9]{2})?)"

#: Words before what it went on since or until: "since lunch", "jusqu'au dîner".
_WENT_ON = UNTIL | SINCE
#: Units of a length in full; one that is left over may have been a part of one: "quelques heures".
_UNITS = frozenset(unit for unit in HOUR_UNITS | MINUTE_UNITS if len(unit) > 2)
_OF_UNITS = tuple(word for word in OF_HOUR if word.endswith("'"))

#: So many minutes ago nobody counts in hours: it is a slip.
_LONGEST_AGO = 31 * 24 * 60

#: A doubtful weekday's figure is its day only of the days so near.
_RECENT = timedelta(days=31)
#: Before a line's length a doubtful weekday stands only so early.
_LENGTH_WITHIN = 5

_WHEN = Part.DAY | Part.TIME


class Ago(NamedTuple):
    """It ended so many minutes ago."""

    minutes: int


def _is(pattern: str, key: str) -> bool:
    import re  # for few words more than a look is needed

    return re.fullmatch(pattern, key) is not None


def _is_option(key: str) -> bool:
    return key[:1] == "-" and _is(_OPTION, key)


def _is_nearly_option(key: str) -> bool:
    return key.startswith(_DASHES) and _is(_NEARLY_OPTION, key)


def _has_other_figures(key: str) -> bool:
    """Whether a word has figures that are not those read here, such as Arabic-Indic ones."""
    return not key.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in key)


def _is_clock(keys: Sequence[str], at: int) -> bool:
    clock = clock_at(keys, at)
    return clock is not None and clock.at is not None


def _has_offset(key: str) -> bool:
    """Whether a time has an offset and no day: "14:30+05:00", "14:30Z"."""
    return key[:1].isdigit() and ":" in key and _is(_WITH_OFFSET, key)


def may_say_more(word: str) -> bool:
    """Whether a word of a note may be read as something else, alone or with those beside it."""
    key = Word(word).key
    return any(sign.isdigit() for sign in key) or key in TELLING or _is_option(key)


def may_say_more_by_others(word: str) -> bool:
    """Whether a word of a note may be read as something else by those beside it."""
    return may_say_more(word) or Word(word).key in BESIDE


class WhenCandidates:
    """When and how long the words of one line may say."""

    def __init__(self, line: LineWords) -> None:
        self._line = line
        self._lengths = LengthCandidates(line)

    def spans_at(self, at: int) -> Iterator[Span]:
        """The lengths, times and days that begin at ``at``."""
        line = self._line
        key = line.free[at]
        if key == NO_KEY:
            return
        self._look_for_spans(at)
        if _is_option(key):
            message = say(
                "“{text}” is no option here; put it in quotes to keep it in the note.", text=shown(line.texts[at])
            )
            line.problems.append(Problem(at, 1, Misread(message)))
            return
        if _is_nearly_option(key) or _has_other_figures(key):
            line.looks.append(Looks(at, 1))
        if _has_offset(key):
            message = say(
                "“{text}” has an offset: write its day with it, such as 2026-11-20T14:30+05:00.",
                text=shown(line.texts[at]),
            )
            line.problems.append(Problem(at, 1, Misread(message)))
            return
        try:
            exact = read_exact(line.words[at].text, line.now)
        except Misread as problem:
            line.problems.append(Problem(at, 1, problem))
            return
        if exact:
            yield Span(at, 1, _WHEN, exact, 60)
            return
        yield from self._ended_at(at)
        yield from self._started_at(at)
        ago = self._ago(at) or self._away(at)
        if ago:
            line.looks.append(Looks(at, ago.run))
            yield ago
        yield from self._days(at)
        yield from self._part_alone(at)
        yield from self._lengths.spans_at(at)

    def _look_for_spans(self, at: int) -> None:
        """Mark what says how long without saying it: "quelques heures", "half a day", "since lunch"."""
        line = self._line
        key, begin = line.free[at], at
        soon = phrase_at(line.free, at, SOON) if line.manner.is_coming else 0
        if soon:
            line.looks.append(Looks(at, soon))
        if key in _WENT_ON:
            end = at + 1
            while end < len(line.free) and line.free[end] in ARTICLES:
                end += 1
            run = phrase_at(line.free, end, MEALS, 2)
            if run:
                line.looks.append(Looks(at, end + run - at))
            return
        if key in _UNITS or (key.startswith(_OF_UNITS) and key.partition("'")[2] in _UNITS):
            while begin and line.free[begin - 1] in COUNTING:
                begin -= 1
        elif key in STRETCHES:
            while begin and (line.free[begin - 1] in WHOLE or line.free[begin - 1] in ARTICLES):
                begin -= 1
            if WHOLE.isdisjoint(line.free[begin:at]):
                return
        else:
            return
        line.looks.append(Looks(begin, at - begin + 1))

    def _ended_at(self, at: int) -> Iterator[Span]:
        """``until 10:30``, ``ended at 10``: when it ended, in a log; elsewhere a time says when it began."""
        line = self._line
        if (line.free[at] not in UNTIL and line.free[at] not in ENDED) or at + 1 >= len(line.free):
            return
        clock = clock_at(line.free, at + 1)
        if clock is None or clock.at is None or clock.end:
            return
        run = 1 + clock.run
        line.looks.append(Looks(at, run))
        if line.manner.is_timer or line.manner.is_coming:
            text = shown(line.text(at, run))
            message = say("“{text}” says when it ends: write when it begins, such as 14:00.", text=text)
            line.problems.append(Problem(at, run, Misread(message)))
            return
        ended = clock._replace(run=run, is_end=True, is_since=False, is_sure=True)
        yield Span(at, run, Part.TIME | Part.END, ended, 40 + run, needs_room=True)

    def _started_at(self, at: int) -> Iterator[Span]:
        """``started at 9``, ``commencé il y a 10 minutes``: a time with the word that it began then."""
        line = self._line
        if line.free[at] not in STARTED or at + 1 >= len(line.free):
            return
        clock = clock_at(line.free, at + 1)
        if clock and clock.at and (clock.is_sure or clock.is_led) and not clock.end:
            line.looks.append(Looks(at, 1 + clock.run))
            yield Span(at, 1 + clock.run, Part.TIME, clock._replace(is_sure=True), 31 + clock.run)
        ago = self._ago(at + 1)
        if ago:
            line.looks.append(Looks(at, 1 + ago.run))
            yield ago._replace(at=at, run=1 + ago.run, weight=ago.weight + 1)

    def _ago(self, at: int) -> Span | None:
        """``1h ago``, ``il y a une heure``, ``-30m``."""
        line = self._line
        keys = line.free
        is_past = line.manner.direction == Direction.PAST
        if is_past and keys[at].startswith(("-", "−")) and _is(_AGO, keys[at]):
            length = length_at([keys[at][1:]], 0)
            return self._ended(at, 1, length)
        ago = phrase_at(keys, at, AGO_BEFORE, 3)
        if ago and at + ago < len(keys):
            length = length_at(keys, at + ago)
            return self._ended(at, ago + length.run, length) if length and not length.is_bare else None
        if keys[at] in SINCE and line.manner.is_timer and at + 1 < len(keys):
            length = length_at(keys, at + 1)
            is_length = length and not (length.is_bare or is_hour_like(length))
            return self._ended(at, 1 + length.run, length) if length and is_length else None
        lead = int(keys[at] in ABOUT and at + 1 < len(keys))
        length = length_at(keys, at + lead)
        run = lead + length.run if length else 0
        if length and not length.is_bare and phrase_at(keys, at + run, AGO_AFTER, 1):
            return self._ended(at, run + 1, length)
        return None

    def _away(self, at: int) -> Span | None:
        """``in 2 hours``, ``dans une heure``: when a meeting to come begins; at a log's end it is still to come."""
        line = self._line
        length = length_at(line.free, at + 1) if line.free[at] in AWAY and at + 1 < len(line.free) else None
        if length is None or not length.minutes or length.is_bare or (length.is_clock and length.minutes % 60):
            return None
        start = after(line.now, length.minutes)
        if line.manner.is_coming:
            return Span(at, 1 + length.run, _WHEN, start, 50 + length.run)
        line.looks.append(Looks(at, 1 + length.run))
        if line.ends(at + 1 + length.run):
            moment = f"{dated(start, line.now)} {clock_words(start)}"
            line.problems.append(Problem(at, 1 + length.run, to_come(line.text(at, 1 + length.run), moment)))
        return None

    def _ended(self, at: int, run: int, length: Length | None) -> Span | None:
        if length is None or length.minutes is None:
            return None
        if length.minutes > _LONGEST_AGO:
            message = say("“{text}” is too long ago to count so: write the day.", text=shown(self._line.text(at, run)))
            self._line.problems.append(Problem(at, run, Misread(message)))
            return None
        return Span(at, run, _WHEN | Part.END, Ago(length.minutes), 50 + run)

    def _days(self, at: int) -> Iterator[Span]:
        line = self._line
        if line.after(at).removesuffix("s") in WEEKDAYS and self._is_every(at):
            return
        is_numbered = line.after(at + 1).isdecimal() and (
            line.manner.is_timer or line.manner.is_coming or line.has_length_beside(at, 2, is_date=True)
        )
        words = self._day_at(at, is_numbered=is_numbered)
        is_told = words and (line.ends(at + words.run) or self._is_before_length(at + words.run))
        if words and words.is_doubtful and not words.is_period and is_told:
            words = self._day_at(at, at + words.run) or words
        if words is None and line.after(at) in MONTHS and line.after(at + 1)[:1].isdigit():
            line.looks.append(Looks(at, 1))  # "nov 9 am": the figure after it is an hour
        if words is None or self._is_no_date(at, words):
            return
        if isinstance(words.day, Misread):
            line.problems.append(Problem(at, words.run, words.day))
        elif not words.is_doubtful:
            line.looks.append(Looks(at, words.run))
            yield Span(at, words.run, Part.DAY, words.day, 30 + words.run)
        elif words.run > 1:
            line.looks.append(Looks(at, words.run))

    def _day_at(self, at: int, end: int | None = None, *, is_numbered: bool = False) -> DayWords | None:
        """The longest day that begins at ``at``, and goes to ``end`` at most. What reads days is loaded for one."""
        line = self._line
        if not may_begin_day(line.free, at):
            return None
        from .days import day_at

        return day_at(line.free[:end], at, line.now, line.manner.direction, line.texts, is_numbered=is_numbered)

    def _part_alone(self, at: int) -> Iterator[Span]:
        """``le matin``, ``the morning`` at a log's end: today's, once it has begun; elsewhere it looks like one."""
        line = self._line
        if line.free[at] not in DAY_PARTS and line.free[at] not in ARTICLES and line.free[at] not in PART_LEADS:
            return
        from .day_parts import part_at

        lead = int(line.free[at] in ARTICLES)
        part, run = part_at(line.free, at + lead) if at + lead < len(line.free) else (None, 0)
        if part is None:
            return
        run += lead
        is_led = run > 1 or "'" in line.free[at]
        if not (is_led or line.ends(at + run)):
            return
        before = line.free[at - 1] if at else ""
        if before in WHOLE:
            return
        line.looks.append(Looks(at, run))
        is_of = before in PHRASE_LEADS or before in FOR  # "the end of the morning"
        is_said = is_led and not is_of and line.ends(at + run)
        if is_said and not line.manner.is_coming and line.now.hour >= part.begin:
            yield Span(at, run, Part.DAY, Day(line.now.date(), part=part), 28 + run)

    def _is_every(self, at: int) -> bool:
        """Whether a weekday is each of its kind, "every monday", and so no day; only a meeting takes the first one."""
        line = self._line
        run = next((run for run in (1, 2) if at >= run and phrase_at(line.free, at - run, EVERY, run) == run), 0)
        if run:
            line.looks += (Looks(at - run, run + 1), Looks(at - run, run))
        return run > 0 and not line.manner.is_coming

    def _is_before_length(self, at: int) -> bool:
        """Whether a line's length stands here, and not what a figure counts: "c sun 25 lyon-ux", not "sun 3 ideas"."""
        line = self._line
        length = length_at(line.free, at) if at < len(line.free) and at < _LENGTH_WITHIN else None
        return length is not None and bool(length.minutes) and not line.is_word(at + length.run)

    def _is_count(self, at: int, words: DayWords) -> bool:
        """Whether the figure after a weekday that is another word, too, counts what follows: "sun 3 ideas".

        One of the days just past is taken for it all the same, as she would hardly write it so by chance.
        """
        line, end = self._line, at + words.run
        if not line.free[end - 1][:1].isdigit() or line.free[end - 2].rstrip(".") not in DOUBTFUL_WEEKDAYS:
            return False
        from .day_parts import part_at

        is_recent = isinstance(words.day, Day) and abs(words.day.date - line.now.date()) <= _RECENT
        if is_recent or not line.is_word(end) or part_at(line.free, end)[0] or _is_clock(line.free, end):
            return False
        line.looks.append(Looks(at, words.run))
        return True

    def _is_no_date(self, at: int, words: DayWords) -> bool:
        """Whether what is shaped like a date is a part of an hour, or a length before a word ("25 may help Ana")."""
        line = self._line
        first, month, after = line.free[at], line.after(at + 1), line.after(at + 2)
        if self._is_count(at, words):
            return True
        if "/" in first or "⁄" in first:
            length = length_at(line.free, at)
            return bool(length and not length.is_bare) or line.is_numbered(at)
        if first.isdecimal() and line.is_numbered(at):
            return True
        is_word = words.run == 2 and first.isdecimal() and month in DOUBTFUL_MONTHS and after[:1].isalpha()
        return is_word and not line.ends(at + 2) and not line.has_length_beside(at, 2)
