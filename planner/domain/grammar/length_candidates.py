"""Lengths and times that may begin at a word of a line, and what tells the one from the other.

None is decided here; :mod:`spans` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator

from .day import Direction
from .day_starts import DAY_STARTS
from .durations import LENGTH_STARTS, LONGEST, Length, length_at, no_length, no_length_at
from .group_words import begun_at
from .lexicon import (
    ABOUT,
    ABOUT_AFTER,
    ABOUT_HOURS,
    AGO_AFTER,
    ARTICLES,
    DATE_LEADS,
    DAY_UNITS,
    HOUR_LEADS,
    HOUR_UNITS,
    LATELY,
    LENGTH_LEADS,
    MIDNIGHT,
    MONTH_UNITS,
    NEAR_DAYS,
    NOON,
    OF,
    PARTS_TODAY,
    PERSON_LEADS,
    SINCE,
    STREETS,
    THIS,
    UNTIL,
    WEEKDAYS,
    is_letter,
    kind_at,
    phrase_at,
)
from .line_words import LAST_LENGTH, LineWords, Looks, Problem, is_hour_like
from .spans import Part, Span
from .times import TIME_STARTS, Clock, clock_at, no_time

#: Words without figures that say a day or a time alone, and those that do beside others or lead up to them.
TELLING = NEAR_DAYS.keys() | WEEKDAYS.keys() | NOON | MIDNIGHT | PARTS_TODAY.keys()
BESIDE = LENGTH_STARTS | TIME_STARTS | DAY_STARTS | PERSON_LEADS | AGO_AFTER

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

#: How well lengths explain words: a figure before any word of the note best, then one with its unit, then a figure,
#: then one whose unit would be a group's name.
_FIRST, _WITH_UNIT, _BARE, _GUESSED = 31, 26, 25, 20


def _is_like_length(key: str) -> bool:
    import re  # few words have figures and more

    return re.fullmatch(f"{_LIKENESS}|{_SUM}", key) is not None


class LengthCandidates:
    """How long the words of one line may say, and at what time of day."""

    def __init__(self, line: LineWords) -> None:
        self._line = line

    def spans_at(self, at: int) -> Iterator[Span]:
        """The lengths and times that begin at a word."""
        line = self._line
        keys = line.free
        lasting = self._lately(at)
        if lasting:
            yield lasting
            return
        if (keys[at] in LENGTH_LEADS or keys[at] in ABOUT or line.lasts(at)) and at + 1 < len(keys):
            lead = 2 if keys[at] in LENGTH_LEADS and keys[at + 1] in ABOUT and at + 2 < len(keys) else 1
            led = length_at(keys, at + lead)
            is_led = led and not led.is_bare and not (led.is_clock and keys[at] in ABOUT_HOURS)
            if led and is_led and led.minutes and led.minutes <= LONGEST:
                run = lead + led.run
                run += phrase_at(keys, at + run, ABOUT_AFTER, 2)
                yield Span(at, run, Part.LENGTH, led.minutes, _WITH_UNIT + run)
            if keys[at] in LENGTH_LEADS or (led and line.lasts(at)):
                return
        length, clock = self._length_at(at), clock_at(keys, at)
        is_length = length and length.is_clock and not line.manner.is_moment
        if clock and clock.at is None and is_length and ":" not in keys[at]:
            clock = None  # 24h is a length, and 25h one that is too long
        if keys[at][:1].isdigit() and not keys[at].isdecimal() and _is_like_length(keys[at]):
            line.looks.append(Looks(at, 1))
        none = no_length_at(keys, at)
        if none:
            line.problems.append(Problem(at, none, no_length(line.text(at, none))))
            return
        if clock and self._is_time(at, clock, length):
            yield from self._times(at, clock)
        else:
            clock = None
        if length:
            yield from self._lengths(at, length, clock)

    def _lately(self, at: int) -> Span | None:
        """A length up to now: ``for the last hour``, ``the past 20 minutes``, in a log ``depuis une heure``."""
        line = self._line
        keys = line.free
        begin = at + (keys[at] in LENGTH_LEADS)
        begin += begin < len(keys) and keys[begin] in ARTICLES
        if begin + 1 < len(keys) and keys[begin] in LATELY:
            begin += 1
            is_one = keys[begin] in HOUR_UNITS  # "the last hour"
            length = length_at(["1", *keys[begin : begin + 6]], 0) if is_one else length_at(keys, begin)
            run = begin - at + (length.run if length else 0) - is_one
        elif keys[at] in SINCE and at + 1 < len(keys) and line.manner.direction == Direction.PAST:
            length = None if line.manner.is_timer else length_at(keys, at + 1)
            run = 1 + (length.run if length else 0)
        else:
            return None
        if length is None or not length.minutes or length.is_bare or is_hour_like(length) or length.minutes > LONGEST:
            return None
        line.looks.append(Looks(at, run))
        return Span(at, run, Part.LENGTH, length.minutes, 40 + run)

    def _length_at(self, at: int) -> Length | None:
        """The length that begins at ``at``; figures before a month are its day ("1h 20 nov")."""
        line = self._line
        length = length_at(line.free, at)
        if length and length.run > 1 and line.begins_date(at + length.run - 1):
            return length_at(line.free[: at + length.run - 1], at)
        return length

    def _is_time(self, at: int, clock: Clock, length: Length | None) -> bool:
        """Whether a time may be meant: an hour that is also a length is one only beside another length."""
        line = self._line
        if at and line.lasts(at - 1) and not clock.end:
            return False
        if clock.is_loose:
            is_date = at > 0 and line.free[at - 1] in DATE_LEADS  # "le 3 à midi"
            return not (is_date or line.is_numbered(at) or line.has_length_beside(at, clock.run))
        if clock.at and clock.at.hour <= LAST_LENGTH and self._is_in_note(at, clock):
            return False
        if clock.at is None or clock.is_sure or clock.end:
            return True
        if length and length.run > clock.run:  # "1h 15m" is one length; "14h 25 min" a time and a length
            own = length_at(line.free, at + clock.run)
            is_h = line.free[at + clock.run - 1].endswith("h")
            return bool(clock.at.hour > LAST_LENGTH and is_h and own and not own.is_bare)
        return clock.at.hour > LAST_LENGTH or line.manner.is_moment or line.has_length_beside(at, clock.run)

    def _is_in_note(self, at: int, clock: Clock) -> bool:
        """Whether an hour that is a length as well stands within words of the note: "a 3h workshop", "2h video"."""
        line = self._line
        led = int(clock.is_led)
        length = length_at(line.free, at + led)
        if clock.end or not length or (led and line.free[at] not in OF and line.free[at] not in ARTICLES):
            return False
        before = line.free[at + led - 1] if at + led else ""
        is_of = before in OF and self._is_word(at + led - 2)
        return is_of or before in ARTICLES or self._is_word(at + clock.run)

    def _is_word(self, at: int) -> bool:
        """Whether a plain word that may say nothing else stands here."""
        line = self._line
        key = line.free[at] if 0 < at < len(line.free) else ""
        is_other = key in BESIDE or key in TELLING or is_letter(key)
        return key[:1].isalpha() and not is_other and not line.names.may_begin(line.texts[at])

    def _times(self, at: int, clock: Clock) -> Iterator[Span]:
        line = self._line
        if clock.at is None:
            line.problems.append(Problem(at, clock.run, no_time(line.text(at, clock.run))))
            return
        line.looks.append(Looks(at, clock.run))
        is_bare = clock.is_short or len(line.after(at + 1)) == len("1430")
        is_counted = is_bare and (clock.is_led or clock.end) and self._counts_things(at + clock.run)
        if is_counted or (clock.is_short and line.after(at + clock.run) in STREETS):
            return
        until = self._until(at, clock)
        if until:
            yield Span(at, until.run, Part.TIME | Part.END, until, 60 + until.run)
        if clock.end is not None:
            yield Span(at, clock.run, Part.TIME | Part.END, clock, 60 + clock.run)
        elif clock.is_sure:
            yield Span(at, clock.run, Part.TIME, clock, 30 + clock.run)
        else:
            is_late = clock.at.hour > LAST_LENGTH or line.manner.is_moment
            yield Span(at, clock.run, Part.TIME, clock, (26 if is_late else 8) + clock.run)

    def _until(self, at: int, clock: Clock) -> Clock | None:
        """The range that a time and a later one right after it say: "14:00 16:00"."""
        after = at + clock.run
        if clock.end or clock.at is None or clock.at.hour <= LAST_LENGTH or after >= len(self._line.free):
            return None
        end = clock_at(self._line.free, after)
        if end is None or end.at is None or end.end or end.is_led or end.is_short or end.at <= clock.at:
            return None
        return Clock(clock.run + end.run, clock.at, end.at, is_sure=True)

    def _lengths(self, at: int, length: Length, clock: Clock | None) -> Iterator[Span]:
        line = self._line
        if length.run > 1 and line.free[at].isdecimal():
            yield from self._before_name(at)
        if length.minutes is None or not 1 <= length.minutes <= LONGEST:
            is_year = length.is_bare and at > 1
            if is_year:
                line.looks.append(Looks(at, length.run))
            elif not (clock and clock.run >= length.run):
                line.problems.append(Problem(at, length.run, no_length(line.text(at, length.run))))
            return
        line.looks.append(Looks(at, length.run))
        if length.is_bare and clock and clock.end and clock.at and line.after(at + 1) in UNTIL:
            return  # "10 until 10:40" begins at ten; "30 until 10:30" is a length, for no day has such an hour
        if length.is_bare:
            yield from self._bare(at, length.minutes)
            return
        is_time = length.is_clock and clock and clock.at and (clock.at.hour > LAST_LENGTH or clock.is_sure)
        if is_time and clock and clock.at and clock.at.hour > LAST_LENGTH and (clock.is_sure or ":" in line.free[at]):
            return  # a second time is no length of so many hours
        run = length.run + phrase_at(line.free, at + length.run, ABOUT_AFTER, 2)
        yield Span(at, run, Part.LENGTH, length.minutes, (6 if is_time else _WITH_UNIT) + min(run, 3))

    def _before_name(self, at: int) -> Iterator[Span]:
        """A figure before a unit that may be the beginning of a group's name: "20 HR Cir", and "20 hr" alone."""
        line = self._line
        figure = length_at(line.free[: at + 1], at)
        if figure and figure.minutes and figure.minutes <= LONGEST and line.names.may_begin(line.texts[at + 1]):
            named = begun_at(line.plain(at + 1), 0, line.names)
            is_named = named is not None and named.length > 1 and len(named.groups) == 1
            if is_named or not line.is_unit(at + 1):
                yield Span(at, 1, Part.LENGTH, figure.minutes, _FIRST if is_named else _GUESSED)

    def _bare(self, at: int, minutes: int) -> Iterator[Span]:
        """A figure alone: the length where one would stand, and no count, number or part of a date."""
        line = self._line
        counted = line.after(at + 1)
        is_kind = is_letter(counted) and kind_at(line.free, 0) is None  # "lyon-ux 20 w"
        if (counted in DAY_UNITS or counted in MONTH_UNITS) and not is_kind:
            if at < 2:
                line.problems.append(Problem(at, 2, no_length(line.text(at, 2))))
            return
        if self._counts_things(at + 1):
            is_length = at < 2 and not any(key.isdecimal() for key in line.free[at + 2 :])
            if not is_length or line.has_length_beside(at, 2):
                return
        elif line.is_numbered(at) or self._is_hour_led(at):
            return
        yield Span(at, 1, Part.LENGTH, minutes, _FIRST, later=_BARE, needs_room=True)

    def _is_hour_led(self, at: int) -> bool:
        """Whether a figure is the hour of "at 9"."""
        led = clock_at(self._line.free, at - 1) if at and self._line.free[at - 1] in HOUR_LEADS else None
        return led is not None and led.is_led

    def _counts_things(self, after: int) -> bool:
        """Whether a figure is followed by a plural: "3 articles", "10 tips"."""
        line = self._line
        key = line.free[after].removesuffix("'s") if after < len(line.free) else ""
        is_plural = key == "people" or (len(key) > 3 and key.endswith("s") and key.isalpha() and key not in THIS)
        return is_plural and not line.names.called(line.texts[after])
