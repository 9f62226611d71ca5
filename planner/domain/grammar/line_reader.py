"""Reading a quick-log line: what each of its words says, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from ..book import Book
from ..errors import Ambiguous, Misread, PlannerError
from ..group import USUAL, Group
from ..instants import after, minutes_between
from ..kinds import Kind
from ..objective import Objective
from ..person import Person
from ..texts import clean, folded, shown
from ..words import clock, day_month, say
from .durations import read_minutes
from .group_names import GroupNames
from .group_words import Found, find_among, named_in_full
from .lexicon import MINUTE_UNITS, kind_of
from .moments import Day, is_after, moment_of, read_day_word, read_exact, read_short_weekday, read_time
from .names import NOTHING, find_objective, find_person
from .reading import Reading, Unfinished
from .tokens import Word, split

#: What tells the time of day where a length of time may stand too: from 5:00 on, or written with a leading zero.
#: So many hours that no day has them are a length, if one that is refused.
_CLOCK = r"(?!2[4-9]h|[3-9][0-9]h)(?:0[0-9]|[5-9]|[1-9][0-9])(?:h(?:[0-9]{2})?|:[0-9]{2}(?::[0-9]{2})?)"


class LineReader:
    """Reads one line; ``timing`` is for a timer, which counts its own minutes."""

    def __init__(self, book: Book, now: datetime, kind: Kind | None, group: Group | None, *, timing: bool) -> None:
        self._book, self._now, self._timing = book, now, timing
        self._names = GroupNames(book)
        self._kind, self._group = kind, group
        self._form: str | None = None
        self._minutes: int | None = None
        self._day: Day | None = None
        self._time: time | None = None
        self._exact: datetime | None = None
        self._when: list[str] = []  # the words that said it
        self._people: list[Person] = []
        self._new_people: dict[str, str] = {}  # by folded name
        self._objectives: list[Objective] = []
        self._aimless = False  # it says that it serves none
        self._free: list[Word | None] = []  # words for group and note, None where something else stood between
        self._problems: list[PlannerError] = []
        self._is_misread = False  # a word is off, so that when it was would be a guess

    def read(self, text: str) -> Reading:
        """The reading of ``text``; never raises."""
        words = list(split(clean(text)))
        under_way = len(words) - 1 if text[-1:].strip() else None  # the word still being typed
        at = self._take_kind(words)
        while at < len(words):
            before = at
            try:
                at += self._take(words, at)
            except Misread as problem:
                at += 1
                self._free.append(None)
                self._is_misread = True
                self._problems.append(_mild(problem, words[before].text) if before == under_way else problem)
        self._take_group(unfinished=under_way is not None)
        return self._together()

    # One word after the other ----------------------------------------------------------------------------------

    def _take_kind(self, words: Sequence[Word]) -> int:
        """Take KIND from the first word; the number of words it took.

        Where the kind is given beside the line, only a single letter says another; a longer word of another kind
        is note.
        """
        first = words[0] if words else Word("")
        found = None if first.quoted or first.mark else kind_of(first.text)
        if found and (self._kind in (None, found[0]) or len(first.text) == 1):
            self._kind, self._form = found
            return 1
        if self._kind is None:
            asked = say("c, m or w?")
            if not first.text:
                self._problems.append(
                    Unfinished(say("Begin with c, m or w: contribution, meeting or watching."), asked)
                )
            else:
                message = say(
                    "“{text}” is no kind: begin with c, m or w (contribution, meeting, watching).",
                    text=shown(first.text),
                )
                self._problems.append(Unfinished(message, asked) if len(words) == 1 else Misread(message))
                return 1
        return 0

    def _take(self, words: Sequence[Word], at: int) -> int:
        """Take what the word at ``at`` says; the number of words that took. Raises Misread for a word that is off."""
        word = words[at]
        if word.is_open:
            self._problems.append(
                Unfinished(
                    say("The quote before “{text}” is never closed.", text=shown(word.text)), say("closing quote?")
                )
            )
        if word.mark and word.text:
            return self._take_marked(word)
        name = self._long_name(words, at)
        if name:
            self._free += words[at : at + name]
            return name
        if not (word.quoted or word.mark):
            taken = self._take_minutes(words, at)
            if not taken and self._take_when(words, at):
                self._when.append(word.text)
                taken = 1
            if taken:
                self._free.append(None)
                return taken
        self._free.append(word if word.text else Word(word.mark, quoted=True))
        return 1

    def _take_marked(self, word: Word) -> int:
        """A person or an objective; a comma or full stop after an unquoted one is none of it."""
        text = word.text if word.quoted else word.text.rstrip(",.;:!?") or word.text
        if word.mark == "#" and folded(text) == NOTHING:
            self._aimless = True
        elif word.mark == "#":
            objective = find_objective(text, self._book)
            if objective not in self._objectives:
                self._objectives.append(objective)
        else:
            person = find_person(text, self._book)
            if person and person not in self._people:
                self._people.append(person)
            elif not person:
                self._new_people.setdefault(folded(text), text)
        self._free.append(None)
        return 1

    def _long_name(self, words: Sequence[Word], at: int) -> int:
        """How many words from ``at`` on are the full name of a group, so that Monday Club is no Monday."""
        if self._names.longest < 2 or len(self._free) > self._names.longest:
            return 0
        run = [None if word.quoted or word.mark else word.text for word in words[at : at + self._names.longest]]
        found = named_in_full(run, 0, self._names) if run[0] else None
        return found.length if found and found.length > 1 else 0

    def _take_minutes(self, words: Sequence[Word], at: int) -> int:
        """The first length of time is MINUTES; its unit may stand apart ("25 min")."""
        text = words[at].text
        if self._minutes is not None or self._is_slug(text) or _tells_time(text):
            return 0
        if self._timing:
            self._refuse_minutes(text)
            return 0
        self._minutes = read_minutes(text)
        if self._minutes is None:
            return 0
        unit = words[at + 1] if text.isdecimal() and at + 1 < len(words) else Word("")
        apart = folded(unit.text) in MINUTE_UNITS and not (unit.quoted or unit.mark or self._names.has_slug(unit.text))
        return 2 if apart else 1

    def _refuse_minutes(self, text: str) -> None:
        """A timer that is given minutes where the group should stand was meant to be a log."""
        if not any(self._free) and read_time(text) is None and read_minutes(text):
            raise Misread(
                say("A timer counts its own minutes: leave out “{text}”, or log it instead.", text=shown(text))
            )

    def _take_when(self, words: Sequence[Word], at: int) -> bool:
        """A day and a time of day, each the first one said; what is shaped like one and is none raises Misread."""
        text = words[at].text
        if self._is_slug(text):
            return False
        exact = read_exact(text, self._now)
        if exact and not self._when:
            self._exact = exact
            return True
        day = self._read_day(words, at)
        if day and self._day is None and self._exact is None:
            self._day = day
            return True
        at_time = read_time(text)
        if at_time and self._time is None and self._exact is None:
            self._time = at_time
            return True
        return False

    def _read_day(self, words: Sequence[Word], at: int) -> Day | None:
        return read_day_word(words[at].text, self._now) or self._short_weekday(words, at)

    def _short_weekday(self, words: Sequence[Word], at: int) -> Day | None:
        """``tue 14:30``: a weekday cut short counts only right before a time."""
        day = read_short_weekday(words[at].text, self._now)
        if day is None or at + 1 == len(words) or words[at + 1].quoted or words[at + 1].mark:
            return None
        return day if read_time(words[at + 1].text) else None

    def _is_slug(self, text: str) -> bool:
        """Whether a word that looks like minutes or a moment is a group's slug: once both of these are said."""
        full = self._minutes is not None and (self._exact or (self._day and self._time))
        return bool(full) and self._names.has_slug(text)

    # All words together ----------------------------------------------------------------------------------------

    def _take_group(self, *, unfinished: bool) -> None:
        """Find the group among the free words; the others are the note."""
        texts = [word.text if word and not word.quoted else None for word in self._free]
        if self._group:
            first = next((at for at, text in enumerate(texts) if text), None)
            found = None if first is None else named_in_full(texts, first, self._names)
        else:
            found = find_among(texts, self._names)
        if found and len(found.groups) == 1:
            self._group = found.groups[0]
            del self._free[found.at : found.at + found.length]
        elif self._group is None:
            self._problems.append(self._no_group(texts, found, unfinished=unfinished))

    def _no_group(self, texts: Sequence[str | None], found: Found | None, *, unfinished: bool) -> Misread:
        if found:
            return self._names.several(" ".join(filter(None, texts[found.at : found.at + found.length])), found.groups)
        asked = say("which group?")
        word = next(filter(None, texts), None)
        if word:
            problem = self._names.unknown(word)
            return Unfinished(str(problem), asked) if unfinished and word is texts[-1] else problem
        if self._names:
            return Unfinished(say("Which group? Name one of {groups}.", groups=", ".join(self._names.slugs)), asked)
        return Unfinished(say("Which group? There is none yet; add one: planner group add 'Lyon UX'."), asked)

    def _together(self) -> Reading:
        usual = self._minutes is None and not self._timing and not self._problems
        if usual:
            self._minutes = self._usual_minutes()
        try:
            start = self._start()
        except Misread as problem:
            self._problems.append(problem)
            start = None
        return Reading(
            kind=self._kind,
            minutes=self._minutes,
            usual=usual and self._minutes is not None,
            group=self._group,
            form=self._form,
            people=tuple(self._people),
            new_people=tuple(self._new_people.values()),
            objectives=tuple(self._objectives),
            aimless=self._aimless,
            note=" ".join(word.text for word in self._free if word and word.text),
            start=start,
            when_said=bool(self._when),
            problem=self._problems[0] if self._problems else None,
        )

    def _usual_minutes(self) -> int | None:
        """The length that is meant where none is said; None while that hangs on the group."""
        if self._kind and self._group:
            return self._group.usual.of(self._kind) or USUAL.of(self._kind)
        return None

    def _start(self) -> datetime | None:
        """When it began; None while that hangs on minutes not yet known. Raises Misread for what is still to come."""
        if self._is_misread:
            return None
        start = self._exact or self._began()
        if start is None:
            return None
        if is_after(start, self._now):
            raise Misread(
                say(
                    "“{text}” ({moment}) is still to come; only what was done can be logged.",
                    text=shown(" ".join(self._when)),
                    moment=f"{day_month(start)} {clock(start)}",
                )
            )
        minutes = self._minutes if self._when else None
        if minutes and minutes_between(self._now, after(start, minutes)) > 0:
            raise Misread(
                say(
                    "From {start} on, {minutes} min would end at {end}, still to come: begin earlier or log less.",
                    start=clock(start),
                    minutes=minutes,
                    end=clock(after(start, minutes)),
                )
            )
        return start

    def _began(self) -> datetime | None:
        """Where a time was said, then; else so that it ended at this time of day, on the day that was said."""
        if self._time is not None or self._timing:
            return moment_of(self._day, self._time, self._now)
        if self._minutes is None:
            return None
        end = moment_of(self._day, None, self._now)
        start = after(end, -self._minutes)
        today: date = self._now.date()
        if self._day is None or self._day.date >= today or start.date() == self._day.date:
            return start
        # Just after midnight, what is said to be of a day stays on that day.
        return moment_of(self._day, time(), self._now)


def _tells_time(text: str) -> bool:
    """Whether a word that might be a length of time is a time of day."""
    return text[:1].isdigit() and not text.isdecimal() and re.fullmatch(_CLOCK, text.casefold()) is not None


def _mild(problem: Misread, word: str) -> Misread:
    """A problem with the word still being typed, which may yet be mended by its next letter."""
    if isinstance(problem, Ambiguous):
        return problem
    return Unfinished(str(problem), say("“{text}”?", text=shown(word)))
