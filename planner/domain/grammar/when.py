"""When a line's entry began: the day, the time, the range or the "ago" that its words say, put together.

In a log all of it lies behind, and nothing may end after now; a meeting to come lies ahead.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..book import Book
from ..errors import Misread
from ..instants import after, minutes_between
from ..texts import shown
from ..value import NamedTuple
from ..value.dates import date, datetime, time, timedelta
from ..words import clock, dated, day_month, say, spell_minutes
from .day import MORNING, Day, Direction, PartOfDay, StillToCome, is_within, part_words, settled, to_come
from .group_names import GroupNames
from .line_words import LineWords, Manner
from .moments import is_after, moment_of, placed
from .reading import Unfinished
from .spans import Part, Span, choose
from .times import EVENING, LONGEST_NIGHT, Clock, minutes_of
from .tokens import split
from .when_candidates import Ago, WhenCandidates

#: The names of groups, where none can be meant.
NO_NAMES = GroupNames(Book({}, {}, {}))


def read_moment(text: str, now: datetime, *, was: datetime | None = None) -> datetime:
    """The moment that ``text`` means: a day, a time, both, or how long ago; local to ``now``.

    A time alone is one of the day that it ``was`` before, today if None; a day alone is that day at the time that it
    ``was``, this time of day if None; a part of a day (``this morning``) is its usual hour. Raises Misread, also for an
    hour that a clock change skips.
    """
    words = list(split(text))
    line = LineWords(words, now, Manner(is_timer=True, is_moment=True), NO_NAMES)
    candidates = WhenCandidates(line)
    offered = [[span for span in candidates.spans_at(at) if _is_moment(span)] for at in range(len(words))]
    chosen = choose(offered)
    if not words or sum(span.run for span in chosen) < len(words):
        raise next((problem.why for problem in line.problems), None) or Misread(
            say("“{text}” is no moment: write 14:30, yesterday 14:30, monday or 2026-11-20 14:30.", text=shown(text))
        )
    when = When.of(chosen, line.texts)
    if was and when.clock and when.day is None:
        when = when._replace(day=Day(was.astimezone(now.tzinfo).date()))
    if was and when.day and not (when.is_timed or when.part):
        return moment_of(when.day, was.astimezone(now.tzinfo).time(), now)
    start = when.start_of(now)
    assert start
    return start


def _is_moment(span: Span) -> bool:
    """Whether a span says a moment, and no length or range."""
    is_range = isinstance(span.value, Clock) and span.value.end is not None
    return bool(span.part & (Part.DAY | Part.TIME)) and not is_range


class When(NamedTuple):
    """What a line says of when it was, and the words, ``text``, that said so."""

    text: str = ""
    day: Day | None = None
    clock: Clock | None = None
    exact: datetime | None = None
    ago: Ago | None = None

    @classmethod
    def of(cls, chosen: Sequence[Span], texts: Sequence[str]) -> When:
        """What the spans chosen for the words ``texts`` say of it."""
        when = cls()
        said: list[str] = []
        for span in chosen:
            if not span.part & (Part.DAY | Part.TIME):
                continue
            said += texts[span.at : span.end]
            match span.value:
                case Day() as day:
                    when = when._replace(day=day)
                case Clock() as at:
                    when = when._replace(clock=at)
                case datetime() as exact:
                    when = when._replace(exact=exact)
                case Ago() as ago:
                    when = when._replace(ago=ago)
        return when._replace(text=" ".join(said))

    @property
    def is_said(self) -> bool:
        return bool(self.text)

    @property
    def is_timed(self) -> bool:
        """Whether the time of day was said; a day alone, or a part of one, only says about when."""
        return bool(self.exact or self.clock or self.ago)

    @property
    def part(self) -> PartOfDay | None:
        """The part of the day that was said instead of a time."""
        return self.day.part if self.day and self.clock is None else None

    def minutes(self, said: int | None, now: datetime, *, is_ahead: bool) -> int | None:
        """The length: a range's, which the one ``said`` beside it must be. Raises Misread where they disagree.

        Of a range over a clock change it is what really passed between its two times.
        """
        ranged = self._ranged()
        if ranged is None:
            return self._until_now(now) if said is None else said
        if not ranged:
            raise Misread(
                say(
                    "“{text}” ends before it begins; over midnight it begins at 18:00 or later and lasts under 12 h.",
                    text=shown(self.text),
                )
            )
        ranged += self._changed(ranged, now, is_ahead=is_ahead)
        if said not in (None, ranged):
            raise Misread(
                say(
                    "“{text}” is {ranged}, and {minutes} was said as well: leave one of them out.",
                    text=shown(self.text),
                    ranged=spell_minutes(ranged),
                    minutes=spell_minutes(said or 0),
                )
            )
        return ranged

    def _until_now(self, now: datetime) -> int | None:
        """The minutes from a time of today since when it went on: "since 17:40"."""
        if not (self.clock and self.clock.is_since) or (self.day and self.day.date != now.date()):
            return None
        start = self._began(None, now, is_timer=True)
        minutes = minutes_between(start, now) if start else 0
        return minutes if minutes > 0 else None

    def remark(self) -> str:
        """A lone ``6h`` was read as a time: how it would be said as a length. And "since" did not last until now."""
        if self.clock and self.clock.is_since and self.day:
            return say("“{text}” is taken for when it began", text=shown(self.text))
        if self.clock is None or self.clock.is_sure or self.clock.end or self.clock.at is None:
            return ""
        minutes = minutes_of(self.clock.at)
        if minutes > 12 * 60:
            return ""
        return say("{time}; a length is {minutes}", time=f"{minutes // 60}:{minutes % 60:02d}", minutes=minutes)

    def start_behind(self, minutes: int | None, now: datetime, *, is_timer: bool) -> datetime | None:
        """The start of what was done, ``minutes`` long; None while that hangs on minutes not yet known.

        Raises Misread for what is still to come.
        """
        start = self._began(minutes, now, is_timer=is_timer)
        if is_timer and self.day and not (self.is_timed or self.part) and self.day.date < now.date():
            raise self._without_time()
        if start is None or not self.is_said:
            return start
        if is_after(start, now):
            raise self._to_come(start)
        if minutes and minutes_between(now, after(start, minutes)) > 0:
            raise Misread(
                say(
                    "From {start} on, {minutes} min would end at {end}, still to come: begin earlier or log less.",
                    start=clock(start),
                    minutes=minutes,
                    end=clock(after(start, minutes)),
                )
            )
        return start

    def start_of(self, now: datetime) -> datetime | None:
        """The moment itself, which may be still to come."""
        return self._began(None, now, is_timer=True)

    def start_ahead(self, now: datetime) -> datetime:
        """The start of what is to come. Raises Misread for a moment that has passed, or without a time."""
        start = self.exact
        if start is None:
            if self.text and (self.clock is None or self.clock.at is None):
                raise self._without_time()
            if self.clock is None or self.clock.at is None:
                raise Unfinished(say("Say when, with a time: fri 14:00."), say("when?"))
            at = self._time(self.clock, now, is_ahead=True)
            start = placed(self.day.date if self.day else now.date(), at, now)
            if self.day:
                later = settled(self.day, now, Direction.AHEAD, is_past=not is_after(start, now))
                start = placed(later.date, at, now)
        if not is_after(start, now):
            raise Misread(
                say(
                    "“{text}” ({moment}) has passed; log what was held: planner log m 45 lyon-ux @marie.",
                    text=shown(self.text),
                    moment=f"{dated(start, now)} {clock(start)}",
                )
            )
        return start

    def _ranged(self) -> int | None:
        """The length of a range; 0 where it ends before it begins; None where none was said."""
        if self.clock is None or self.clock.end is None or self.clock.at is None:
            return None
        begin, end = minutes_of(self.clock.at), minutes_of(self.clock.end)
        if end > begin:
            return end - begin
        night = end + 24 * 60 - begin
        return night if self.clock.at >= EVENING and night < LONGEST_NIGHT else 0

    def _changed(self, ranged: int, now: datetime, *, is_ahead: bool) -> int:
        """The minutes by which a clock change within a range makes it longer. Raises Misread for an end it skips."""
        start = self.start_ahead(now) if is_ahead else self._began(None, now, is_timer=False)
        if start is None:
            return 0
        wall = start.replace(tzinfo=None) + timedelta(minutes=ranged)
        before, then = start.utcoffset(), placed(wall.date(), wall.time(), now).utcoffset()
        return int((before - then) / timedelta(minutes=1)) if before is not None and then is not None else 0

    def _began(self, minutes: int | None, now: datetime, *, is_timer: bool) -> datetime | None:
        """Where a time was said, then; else so that it ended by now, on the day that was said."""
        if self.exact:
            return self.exact
        if self.clock and self.clock.at:
            moment = moment_of(self.day, self._time(self.clock, now, is_ahead=False), now)
            ago = minutes if self.clock.is_end else 0
            return None if ago is None else after(moment, -ago) if ago else moment
        if self.part and self.day:
            return self._in_part(self.day, self.part, minutes, now)
        end = after(now, -self.ago.minutes) if self.ago else moment_of(self.day, None, now)
        if is_timer or minutes is None:
            return end if is_timer else None
        start = after(end, -minutes)
        today: date = now.date()
        if self.day and self.day.date < today and start.date() != self.day.date:
            return moment_of(self.day, time(), now)  # just after midnight, it stays on the day that was said
        return start

    def _time(self, said: Clock, now: datetime, *, is_ahead: bool) -> time:
        """The time of day that is meant: "yesterday evening at 9" is 21:00, and "at 2" the afternoon once that was."""
        assert said.at
        meant = self._time_meant(said, said.at, now, is_ahead=is_ahead)
        if self.day and self.day.part and not is_within(self.day.part, meant.hour):
            raise Misread(
                say(
                    "“{text}” says {part} and {time}: leave one of them out.",
                    text=shown(self.text),
                    part=part_words(self.day.part),
                    time=meant.strftime("%H:%M"),
                )
            )
        return meant

    def _time_meant(self, said: Clock, at: time, now: datetime, *, is_ahead: bool) -> time:
        later = at.replace(hour=(at.hour + 12) % 24)
        if at.hour >= 12:
            return at
        if self.day and self.day.part and self.day.part is not MORNING:
            is_small = not is_within(self.day.part, later.hour)  # "last night at 1"
            return at if is_small else later
        if said.is_short and 0 < at.hour < 7 and (is_ahead or not is_after(moment_of(self.day, later, now), now)):
            return later
        return at

    def _in_part(self, day: Day, part: PartOfDay, minutes: int | None, now: datetime) -> datetime:
        """A start within a part of a day: its usual hour, or so that it ended by now."""
        day = settled(day, now, Direction.PAST, is_past=now.hour >= part.begin)
        start = placed(day.date, time(part.usual), now)
        if day.date != now.date() or minutes is None or not is_after(after(start, minutes), now):
            return start
        ended_now = after(now, -minutes)
        is_within = ended_now.date() == day.date and part.begin - 1 <= ended_now.hour < part.end
        return ended_now if is_within else start

    def _without_time(self) -> Unfinished:
        message = say("“{text}” has no time: write one after it, such as fri 14:00.", text=shown(self.text))
        return Unfinished(message, say("when?"))

    def _to_come(self, start: datetime) -> Misread:
        text, moment = shown(self.text), f"{day_month(start)} {clock(start)}"
        if self.day is None and self.exact is None:
            return StillToCome(
                say(
                    "“{text}” ({moment}) is still to come; only what was done can be logged. Was it yesterday {time}?",
                    text=text,
                    moment=moment,
                    time=clock(start),
                )
            )
        return to_come(self.text, moment)
