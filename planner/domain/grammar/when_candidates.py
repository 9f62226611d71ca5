"""When-candidates: for every word of a line, the lengths, times and days that may begin there.

None is decided here; :mod:`spans` chooses. What is shaped like one of these and is none is kept as a problem, what
merely looks like one as a likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property

from ..errors import Misread
from ..instants import after
from ..texts import shown
from ..value import NamedTuple
from ..words import clock as clock_words
from ..words import dated, say
from .days import DAY_STARTS, DayWords, Direction, day_at, to_come
from .durations import LENGTH_STARTS, LONGEST, Length, length_at, no_length, no_length_at
from .group_names import GroupNames
from .group_words import Found, begun_at, named_in_full
from .lexicon import (
    ARTICLES,
    DAY_UNITS,
    DOUBTFUL_MONTHS,
    HOUR_UNITS,
    LASTING,
    MEALS,
    MINUTE_UNITS,
    MONTH_UNITS,
    MONTHS,
    NEAR_DAYS,
    NUMBERED,
    NUMBERS,
    PERSON_LEADS,
    SHORT_WEEKDAYS,
    STREETS,
    THIS,
    WEEKDAYS,
    is_letter,
    kind_at,
)
from .moments import read_exact
from .spans import Part, Span
from .times import TIME_STARTS, Clock, clock_at, no_time
from .tokens import NO_KEY, Word

#: A line says its parts near its beginning or its end; between them, so many words from either, all is note.
REACH = 60

_OPTION = r"--[a-z].*|-[a-z]"
#: What looks like an option whose hyphens became a dash, as some keyboards have it, or are too few.
_NEARLY_OPTION = r"[-–—−]+[a-z].*"
_WITH_OFFSET = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:z|[+][0-9]{2}:?[0-9]{2})"
_AGO = r"[-−]([0-9]{1,4}(?:m|min|mn)|[0-9]{1,2}h(?:[0-9]{2})?)"

#: Words without figures that say a day or a time alone, and those that do beside others or lead up to them.
_TELLING = frozenset((*NEAR_DAYS, *WEEKDAYS, "noon", "midi", "midnight", "minuit", "tonight"))
_BESIDE = LENGTH_STARTS | TIME_STARTS | DAY_STARTS | PERSON_LEADS | {"ago"}

#: Words that lead up to a length: "for 25 minutes".
_LENGTH_LEADS = frozenset(("for", "during", "pendant", "durant"))
#: Words that lead up to how long it is until then: "in 2 hours".
_AWAY = frozenset(("in", "dans", "d'ici"))
#: After these a figure that may be an hour is one.
_HOUR_LEADS = frozenset(("at", "à"))
_UNTIL = frozenset(("until", "till", "jusqu'à", "jusqu'a"))
#: Words before what it went on since or until: "since lunch", "jusqu'au dîner".
_WENT_ON = _UNTIL | {"since", "depuis", "jusqu'au"}
_ENDED = frozenset(("ended", "ending", "finished", "finishing", "fini", "finie", "finis", "termine", "terminee"))
_BEFORE_HOURS = frozenset(("about", "around", "environ"))
_ABOUT = _BEFORE_HOURS | {"almost", "nearly", "roughly", "presque", "over", "exactly", "exactement"}
#: Units of a length in full; one that is left over may have been a part of one: "quelques heures".
_UNITS = frozenset(("hour", "hours", "hrs", "mins", "minutes", "heure", "heures", "d'heure"))

#: Words that count units: "a few hours", "plus d'une heure".
_COUNTING = frozenset(
    (*NUMBERS, "few", "several", "some", "many", "half", "of", "quelques", "plusieurs", "d'une", "bonne", "plus",
     "pres", "more", "than", "less", "moins", "de", "good", "couple")
)  # fmt: skip

_PARTS_OF_DAYS = frozenset(
    ("day", "morning", "afternoon", "evening", "journee", "demi-journee", "matinee", "soiree", "apres-midi")
)
_WHOLE = frozenset(("all", "the", "whole", "entire", "half", "a", "toute", "la", "une", "demi"))

#: What looks like a time, a length or a day and is read as none.
_LIKENESS = (
    r"[0-9]{1,4}(?:[.:,h/-][0-9]{1,4}(?:[.h/-][0-9]{1,4})?|[hm][a-z0-9]{1,3}|(?:st|nd|rd|th|er)|h?/[0-9]{1,2}h[0-9]*"
    r"|-[0-9]{1,3}(?:h[0-9]*|m|min|mn))"
)

#: A sum of lengths, or one with a sign behind it: ``1h+15``, ``2h-15``, ``1h/2``, ``30+15``, ``1h15+``. Nothing is
#: reckoned here.
_SUM = (
    r"[0-9]+(?:[.,:][0-9]+)?(?:h[0-9]{0,2}|mins?|mn|m)?"
    r"(?:[+&*×÷=±~].*|[-−–—/][0-9.,:+&*×÷=±~hmin/−–—-]*)"
)

#: So many minutes ago nobody counts in hours: it is a slip.
_LONGEST_AGO = 31 * 24 * 60

_WHEN = Part.DAY | Part.TIME

#: How well lengths explain words: a figure before any word of the note best, then one with its unit, then a figure,
#: then one whose unit would be a group's name.
_FIRST, _TOLD, _BARE, _GUESSED = 31, 26, 25, 20

#: A bare hour up to this one is a length: "2h".
_LAST_LENGTH = 4

#: Up to so many, figures before "hr" are hours, whatever group's name begins so.
_MOST_HOURS = 12


class Manner(NamedTuple):
    """How a line is to be read: a log, unless said otherwise.

    ``is_timer``: it counts its own minutes. ``is_moment``: it says nothing but a moment, so that ``3h`` is no length.
    ``is_coming``: days and times lie ahead, the group may be left out, and what it serves is not said.
    """

    is_timer: bool = False
    is_coming: bool = False
    is_moment: bool = False

    @property
    def direction(self) -> Direction:
        return Direction.AHEAD if self.is_coming else Direction.PAST


class Ago(NamedTuple):
    """It ended so many minutes ago."""

    minutes: int


class Looks(NamedTuple):
    """``run`` words from ``at`` on that look like a figure, a time or a day."""

    at: int
    run: int


class Problem(NamedTuple):
    """``run`` words from ``at`` on shaped like one of these that are none, unless others explain all of them."""

    at: int
    run: int
    why: Misread


def _is_option(key: str) -> bool:
    return key[:1] == "-" and re.fullmatch(_OPTION, key) is not None


def _has_other_figures(key: str) -> bool:
    """Whether a word has figures that are not those read here, such as Arabic-Indic ones."""
    return not key.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in key)


def _has_offset(key: str) -> bool:
    """Whether a time has an offset and no day: "14:30+05:00", "14:30Z"."""
    return key[:1].isdigit() and ":" in key and re.fullmatch(_WITH_OFFSET, key) is not None


def _is_hour(length: Length) -> bool:
    """Whether a length is rather a time of day: "9h"."""
    return length.is_clock and (length.minutes or 0) >= 60 * (_LAST_LENGTH + 1)


def may_say_more(word: str) -> bool:
    """Whether a word of a note may be read as something else, alone or with those beside it."""
    key = Word(word).key
    return any(sign.isdigit() for sign in key) or key in _TELLING or _is_option(key)


def may_say_more_by_others(word: str) -> bool:
    """Whether a word of a note may be read as something else by those beside it."""
    return may_say_more(word) or Word(word).key in _BESIDE


class WhenCandidates:
    """When and how long the words of one line may say; its ``problems`` and ``looks`` come with what is asked for."""

    def __init__(self, words: Sequence[Word], now: datetime, manner: Manner, names: GroupNames) -> None:
        self.words = words
        self.keys = [word.key for word in words]
        self.texts = [word.text for word in words]
        self.problems: list[Problem] = []
        self.looks: list[Looks] = []
        self._now, self._manner, self._names = now, manner, names
        #: The groups whose names or slugs stand in full, by where they begin; and the keys without those of a name of
        #: several words, which say nothing else: "20 HR Circle" is no 20 hours.
        self.full = self._named_in_full()
        self.free = list(self.keys)
        for found in self.full.values():
            if found.length > 1:
                self.free[found.at : found.at + found.length] = [NO_KEY] * found.length

    def _named_in_full(self) -> dict[int, Found]:
        named: dict[int, Found] = {}
        for at in self.places() if self._names else ():
            if self._names.may_begin(self.texts[at]):
                found = named_in_full(self._plain(at), 0, self._names)
                if found:
                    named[at] = found._replace(at=at)
        return named

    def _plain(self, at: int) -> list[str | None]:
        """So many words from ``at`` on as a group's name may have; None for one that is none of a name."""
        return [word.text if word.is_plain else None for word in self.words[at : at + max(2, self._names.longest)]]

    def places(self) -> Iterator[int]:
        """The words, from first to last, at which anything is looked for."""
        count = len(self.words)
        if count <= 2 * REACH:
            yield from range(count)
        else:
            yield from range(REACH)
            yield from range(count - REACH, count)

    # Lengths, times and days ------------------------------------------------------------------------------------

    def when(self, at: int) -> Iterator[Span]:
        """The lengths, times and days that begin at ``at``."""
        key = self.free[at]
        if key == NO_KEY:
            return
        self._look_for_spans(at)
        if _is_option(key):
            message = say(
                "“{text}” is no option here; put it in quotes to keep it in the note.", text=shown(self.texts[at])
            )
            self.problems.append(Problem(at, 1, Misread(message)))
            return
        if re.fullmatch(_NEARLY_OPTION, key) or _has_other_figures(key):
            self.looks.append(Looks(at, 1))
        if _has_offset(key):
            message = say(
                "“{text}” has an offset: write its day with it, such as 2026-11-20T14:30+05:00.",
                text=shown(self.texts[at]),
            )
            self.problems.append(Problem(at, 1, Misread(message)))
            return
        try:
            exact = read_exact(self.words[at].text, self._now)
        except Misread as problem:
            self.problems.append(Problem(at, 1, problem))
            return
        if exact:
            yield Span(at, 1, _WHEN, exact, 60)
            return
        yield from self._ended_at(at)
        ago = self._ago(at) or self._away(at)
        if ago:
            self.looks.append(Looks(at, ago.run))
            yield ago
        yield from self._days(at)
        yield from self._lengths_and_times(at)

    def _look_for_spans(self, at: int) -> None:
        """Mark what says how long without saying it: "quelques heures", "half a day", "since lunch"."""
        key, begin = self.free[at], at
        if key in _WENT_ON:
            end = at + 1
            while end < len(self.free) and self.free[end] in ARTICLES | {"petit"}:
                end += 1
            if self._after(end) in MEALS:
                self.looks.append(Looks(at, end + 1 - at))
            return
        if key in _UNITS:
            while begin and self.free[begin - 1] in _COUNTING:
                begin -= 1
        elif key in _PARTS_OF_DAYS:
            while begin and self.free[begin - 1] in _WHOLE:
                begin -= 1
            if not {"all", "whole", "half", "toute", "entire", "une", "demi"}.intersection(self.free[begin:at]):
                return
        else:
            return
        self.looks.append(Looks(begin, at - begin + 1))

    def _ended_at(self, at: int) -> Iterator[Span]:
        """``until 10:30``, ``ended at 10``: when it ended, in a log; elsewhere a time says when it began."""
        if self.free[at] not in _UNTIL | _ENDED or at + 1 >= len(self.free):
            return
        clock = clock_at(self.free, at + 1)
        if clock is None or clock.at is None or clock.end:
            return
        if self._manner.is_timer or self._manner.is_coming:
            self.looks.append(Looks(at, 1))
            return
        run = 1 + clock.run
        self.looks.append(Looks(at, run))
        ended = clock._replace(run=run, is_end=True, is_since=False, is_sure=True)
        yield Span(at, run, Part.TIME | Part.END, ended, 40 + run, needs_room=True)

    def _ago(self, at: int) -> Span | None:
        """``1h ago``, ``il y a une heure``, ``-30m``."""
        keys = self.free
        is_past = self._manner.direction is Direction.PAST
        minus = re.fullmatch(_AGO, keys[at]) if is_past and keys[at].startswith(("-", "−")) else None
        if minus:
            length = length_at([minus[1]], 0)
            return self._ended(at, 1, length)
        if keys[at : at + 3] == ["il", "y", "a"] and at + 3 < len(keys):
            length = length_at(keys, at + 3)
            return self._ended(at, 3 + length.run, length) if length and not length.is_bare else None
        if keys[at] == "depuis" and self._manner.is_timer and at + 1 < len(keys):
            length = length_at(keys, at + 1)
            is_length = length and not (length.is_bare or _is_hour(length))
            return self._ended(at, 1 + length.run, length) if length and is_length else None
        lead = int(keys[at] in _ABOUT and at + 1 < len(keys))
        length = length_at(keys, at + lead)
        run = lead + length.run if length else 0
        if length and not length.is_bare and keys[at + run : at + run + 1] == ["ago"]:
            return self._ended(at, run + 1, length)
        return None

    def _away(self, at: int) -> Span | None:
        """``in 2 hours``, ``dans une heure``: when a meeting to come begins; at a log's end it is still to come."""
        length = length_at(self.free, at + 1) if self.free[at] in _AWAY and at + 1 < len(self.free) else None
        if length is None or not length.minutes or length.is_bare or (length.is_clock and length.minutes % 60):
            return None
        start = after(self._now, length.minutes)
        if self._manner.is_coming:
            return Span(at, 1 + length.run, _WHEN, start, 50 + length.run)
        self.looks.append(Looks(at, 1 + length.run))
        if self._ends(at + 1 + length.run):
            moment = f"{dated(start, self._now)} {clock_words(start)}"
            self.problems.append(Problem(at, 1 + length.run, to_come(self._text(at, 1 + length.run), moment)))
        return None

    def _ended(self, at: int, run: int, length: Length | None) -> Span | None:
        if length is None or length.minutes is None:
            return None
        if length.minutes > _LONGEST_AGO:
            message = say("“{text}” is too long ago to count so: write the day.", text=shown(self._text(at, run)))
            self.problems.append(Problem(at, run, Misread(message)))
            return None
        return Span(at, run, _WHEN | Part.END, Ago(length.minutes), 50 + run)

    def _days(self, at: int) -> Iterator[Span]:
        is_numbered = self._after(at + 1).isdecimal() and (
            self._manner.is_timer or self._manner.is_coming or self._has_length_beside(at, 2, is_date=True)
        )
        found = day_at(self.free, at, self._now, self._manner.direction, self.texts, is_numbered=is_numbered)
        if found and found.is_doubtful and not found.is_period and self._ends(at + found.run):
            found = day_at(self.free[: at + found.run], at, self._now, self._manner.direction, self.texts) or found
        if found is None and self._after(at) in MONTHS and self._after(at + 1)[:1].isdigit():
            self.looks.append(Looks(at, 1))  # "nov 9 am": the figure after it is an hour
        if found is None or self._is_no_date(at, found):
            return
        if isinstance(found.day, Misread):
            self.problems.append(Problem(at, found.run, found.day))
        elif not found.is_doubtful:
            self.looks.append(Looks(at, found.run))
            yield Span(at, found.run, Part.DAY, found.day, 30 + found.run)
        elif found.run > 1:
            self.looks.append(Looks(at, found.run))

    def _ends(self, at: int) -> bool:
        """Whether nothing but people, objectives, a group and a length follows."""
        return at >= self._end_of_note

    @cached_property
    def _end_of_note(self) -> int:
        """The place after the last word that is neither marked, quoted, a figure nor perhaps a group's."""
        for at in range(len(self.free) - 1, -1, -1):
            key = self.free[at]
            if not (key == NO_KEY or key.isdecimal() or self._names.may_begin(self.texts[at])):
                return at + 1
        return 0

    def _is_no_date(self, at: int, found: DayWords) -> bool:
        """Whether what is shaped like a date is a part of an hour, or a length before a word ("25 may help Ana")."""
        first, month, after = self.free[at], self._after(at + 1), self._after(at + 2)
        if "/" in first or "⁄" in first:
            length = length_at(self.free, at)
            return bool(length and not length.is_bare) or self._is_numbered(at)
        if first.isdecimal() and self._is_numbered(at):
            return True
        is_word = found.run == 2 and first.isdecimal() and month in DOUBTFUL_MONTHS and after[:1].isalpha()
        return is_word and not self._ends(at + 2) and not self._has_length_beside(at, 2)

    def _lengths_and_times(self, at: int) -> Iterator[Span]:
        keys = self.free
        lasting = self._lately(at)
        if lasting:
            yield lasting
            return
        if (keys[at] in _LENGTH_LEADS | _ABOUT or self._lasts(at)) and at + 1 < len(keys):
            led = length_at(keys, at + 1)
            is_led = led and not led.is_bare and not (led.is_clock and keys[at] in _BEFORE_HOURS)
            if led and is_led and led.minutes and led.minutes <= LONGEST:
                yield Span(at, 1 + led.run, Part.LENGTH, led.minutes, _TOLD + led.run)
            if keys[at] in _LENGTH_LEADS or (led and self._lasts(at)):
                return
        length, clock = self._length_at(at), clock_at(keys, at)
        is_length = length and length.is_clock and not self._manner.is_moment
        if clock and clock.at is None and is_length and ":" not in keys[at]:
            clock = None  # 24h is a length, and 25h one that is too long
        if keys[at][:1].isdigit() and not keys[at].isdecimal() and re.fullmatch(f"{_LIKENESS}|{_SUM}", keys[at]):
            self.looks.append(Looks(at, 1))
        none = no_length_at(keys, at)
        if none:
            self.problems.append(Problem(at, none, no_length(self._text(at, none))))
            return
        if clock and self._is_time(at, clock, length):
            yield from self._times(at, clock)
        else:
            clock = None
        if length:
            yield from self._lengths(at, length, clock)

    def _lately(self, at: int) -> Span | None:
        """A length up to now: ``for the last hour``, ``the past 20 minutes``, in a log ``depuis une heure``."""
        keys = self.free
        begin = at + (keys[at] in _LENGTH_LEADS)
        begin += keys[begin : begin + 1] == ["the"]
        if keys[begin : begin + 1] in (["last"], ["past"]) and begin + 1 < len(keys):
            begin += 1
            length = length_at(["an", *keys[begin:]], 0) if keys[begin] == "hour" else length_at(keys, begin)
            run = begin - at + (length.run if length else 0) - (keys[begin] == "hour")
        elif keys[at] == "depuis" and at + 1 < len(keys) and self._manner.direction is Direction.PAST:
            length = None if self._manner.is_timer else length_at(keys, at + 1)
            run = 1 + (length.run if length else 0)
        else:
            return None
        if length is None or not length.minutes or length.is_bare or _is_hour(length) or length.minutes > LONGEST:
            return None
        self.looks.append(Looks(at, run))
        return Span(at, run, Part.LENGTH, length.minutes, 40 + run)

    def _length_at(self, at: int) -> Length | None:
        """The length that begins at ``at``; figures before a month are its day ("1h 20 nov")."""
        length = length_at(self.free, at)
        if length and length.run > 1 and self._begins_date(at + length.run - 1):
            return length_at(self.free[: at + length.run - 1], at)
        return length

    def _begins_date(self, at: int) -> bool:
        """Whether a figure and a month stand here, and the month is no other word."""
        month = self._after(at + 1)
        is_word = month in DOUBTFUL_MONTHS and self._after(at + 2)[:1].isalpha()
        return self.free[at].isdecimal() and month in MONTHS and month not in SHORT_WEEKDAYS and not is_word

    def _is_time(self, at: int, clock: Clock, length: Length | None) -> bool:
        """Whether a time may be meant: an hour that is also a length is one only beside another length."""
        if at and self._lasts(at - 1) and not clock.end:
            return False
        if clock.is_loose:
            return not (self._is_numbered(at) or self._has_length_beside(at, clock.run))
        if clock.at and clock.at.hour <= _LAST_LENGTH and self._is_in_note(at, clock):
            return False
        if clock.at is None or clock.is_sure or clock.end:
            return True
        if length and length.run > clock.run:  # "1h 15m" is one length; "14h 25 min" a time and a length
            own = length_at(self.free, at + clock.run)
            is_h = self.free[at + clock.run - 1].endswith("h")
            return bool(clock.at.hour > _LAST_LENGTH and is_h and own and not own.is_bare)
        return clock.at.hour > _LAST_LENGTH or self._manner.is_moment or self._has_length_beside(at, clock.run)

    def _lasts(self, at: int) -> bool:
        """Whether the "of" of what lasts stands here: "a session of", "journée de"."""
        return at > 0 and self.free[at] in ("of", "de") and self.free[at - 1] in LASTING

    def _has_length_beside(self, at: int, run: int, *, is_date: bool = False) -> bool:
        """Whether the line has another length: one with its unit, or before it one without or like a time as well.

        Beside what may be a date, one like a time may follow, too: "tue 24 1h".
        """
        for other in self.places():
            if at <= other < at + run:
                continue
            length = length_at(self.free, other)
            if (
                not length
                or not length.minutes
                or other < at < other + length.run
                or self._begins_date(other + length.run - 1)
            ):
                continue
            if not _is_hour(length) and (other < at or not (length.is_bare or (length.is_clock and not is_date))):
                return True
        return False

    def _is_in_note(self, at: int, clock: Clock) -> bool:
        """Whether an hour that is a length as well stands within words of the note: "a 3h workshop", "2h video"."""
        led = int(clock.is_led)
        length = length_at(self.free, at + led)
        if clock.end or not length or (led and self.free[at] not in ("de", "a")):
            return False
        before = self.free[at + led - 1] if at + led else ""
        is_of = before == "de" and self._is_word(at + led - 2)
        return is_of or before in ARTICLES or self._is_word(at + clock.run)

    def _is_word(self, at: int) -> bool:
        """Whether a plain word that may say nothing else stands here."""
        key = self.free[at] if 0 < at < len(self.free) else ""
        is_other = key in _BESIDE or key in _TELLING or is_letter(key)
        return key[:1].isalpha() and not is_other and not self._names.may_begin(self.texts[at])

    def _after(self, at: int) -> str:
        return self.free[at].rstrip(".") if at < len(self.free) else ""

    def _times(self, at: int, clock: Clock) -> Iterator[Span]:
        if clock.at is None:
            self.problems.append(Problem(at, clock.run, no_time(self._text(at, clock.run))))
            return
        self.looks.append(Looks(at, clock.run))
        is_bare = clock.is_short or len(self._after(at + 1)) == len("1430")
        is_counted = is_bare and (clock.is_led or clock.end) and self._counts_things(at + clock.run)
        if is_counted or (clock.is_short and self._after(at + clock.run) in STREETS):
            return
        until = self._until(at, clock)
        if until:
            yield Span(at, until.run, Part.TIME | Part.END, until, 60 + until.run)
        if clock.end is not None:
            yield Span(at, clock.run, Part.TIME | Part.END, clock, 60 + clock.run)
        elif clock.is_sure:
            yield Span(at, clock.run, Part.TIME, clock, 30 + clock.run)
        else:
            is_late = clock.at.hour > _LAST_LENGTH or self._manner.is_moment
            yield Span(at, clock.run, Part.TIME, clock, (26 if is_late else 8) + clock.run)

    def _until(self, at: int, clock: Clock) -> Clock | None:
        """The range that a time and a later one right after it say: "14:00 16:00"."""
        after = at + clock.run
        if clock.end or clock.at is None or clock.at.hour <= _LAST_LENGTH or after >= len(self.free):
            return None
        end = clock_at(self.free, after)
        if end is None or end.at is None or end.end or end.is_led or end.is_short or end.at <= clock.at:
            return None
        return Clock(clock.run + end.run, clock.at, end.at, is_sure=True)

    def _lengths(self, at: int, length: Length, clock: Clock | None) -> Iterator[Span]:
        if length.run > 1 and self.free[at].isdecimal():
            yield from self._before_name(at)
        if length.minutes is None or not 1 <= length.minutes <= LONGEST:
            is_year = length.is_bare and at > 1
            if is_year:
                self.looks.append(Looks(at, length.run))
            elif not (clock and clock.run >= length.run):
                self.problems.append(Problem(at, length.run, no_length(self._text(at, length.run))))
            return
        self.looks.append(Looks(at, length.run))
        if length.is_bare and clock and clock.end and clock.at and self._after(at + 1) in _UNTIL:
            return  # "10 until 10:40" begins at ten; "30 until 10:30" is a length, for no day has such an hour
        if length.is_bare:
            yield from self._bare(at, length.minutes)
            return
        is_time = length.is_clock and clock and clock.at and (clock.at.hour > _LAST_LENGTH or clock.is_sure)
        if is_time and clock and clock.at and clock.at.hour > _LAST_LENGTH and (clock.is_sure or ":" in self.free[at]):
            return  # a second time is no length of so many hours
        yield Span(at, length.run, Part.LENGTH, length.minutes, (6 if is_time else _TOLD) + min(length.run, 3))

    def _before_name(self, at: int) -> Iterator[Span]:
        """A figure before a unit that may be the beginning of a group's name: "20 HR Cir", and "20 hr" alone."""
        figure = length_at(self.free[: at + 1], at)
        if figure and figure.minutes and figure.minutes <= LONGEST and self._names.may_begin(self.texts[at + 1]):
            found = begun_at(self._plain(at + 1), 0, self._names)
            is_told = found is not None and found.length > 1 and len(found.groups) == 1
            if is_told or not self._is_unit(at + 1):
                yield Span(at, 1, Part.LENGTH, figure.minutes, _FIRST if is_told else _GUESSED)

    def _is_unit(self, at: int) -> bool:
        """Whether a word is the unit of the figure before it, and so no beginning of a group's name: "25 min".

        Nobody logs so many hours as "20 hr" would be.
        """
        figure, unit = (self.free[at - 1] if at else "", self.free[at])
        if not figure.isdecimal():
            return False
        return unit in MINUTE_UNITS or (unit in HOUR_UNITS and len(figure) < 3 and int(figure) <= _MOST_HOURS)

    def _bare(self, at: int, minutes: int) -> Iterator[Span]:
        """A figure alone: the length where one would stand, and no count, number or part of a date."""
        counted = self._after(at + 1)
        is_kind = is_letter(counted) and kind_at(self.free, 0) is None  # "lyon-ux 20 w"
        if (counted in DAY_UNITS or counted in MONTH_UNITS) and not is_kind:
            if at < 2:
                self.problems.append(Problem(at, 2, no_length(self._text(at, 2))))
            return
        if self._counts_things(at + 1):
            is_length = at < 2 and not any(key.isdecimal() for key in self.free[at + 2 :])
            if not is_length or self._has_length_beside(at, 2):
                return
        elif self._is_numbered(at) or self._is_hour_led(at):
            return
        yield Span(at, 1, Part.LENGTH, minutes, _FIRST, later=_BARE, needs_room=True)

    def _is_hour_led(self, at: int) -> bool:
        """Whether a figure is the hour of "at 9"."""
        led = clock_at(self.free, at - 1) if at and self.free[at - 1] in _HOUR_LEADS else None
        return led is not None and led.is_led

    def _is_numbered(self, at: int) -> bool:
        """Whether a figure is the number of what stands before it: "room 12"."""
        return at > 1 and self.free[at - 1] in NUMBERED and self.free[at - 2] not in ARTICLES

    def _counts_things(self, after: int) -> bool:
        """Whether a figure is followed by a plural: "3 articles", "10 tips"."""
        key = self.free[after].removesuffix("'s") if after < len(self.free) else ""
        is_plural = key == "people" or (len(key) > 3 and key.endswith("s") and key.isalpha() and key not in THIS)
        return is_plural and not self._names.called(self.texts[after])

    def _text(self, at: int, run: int) -> str:
        return " ".join(self.texts[at : at + run])
