"""Reading a line: what its words may say, the choice that explains it best, and what that comes to.

The same reading serves a log, a timer and a meeting to come; they differ in the direction of their days and in what may
be left out, which a :class:`Manner` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..errors import Ambiguous, Misread, PlannerError
from ..group import USUAL, Group
from ..kinds import ADVERTS, FORMS, TOGETHER, Kind
from ..texts import clean, folded, shown
from ..value.dates import datetime
from ..value.typed import TYPE_CHECKING
from ..words import say
from .candidates import Candidates
from .day import Day, StillToCome
from .group_names import group_names_of
from .group_words import Naming, find_among, find_certain
from .lexicon import (
    ARTICLES,
    DOUBTFUL_MONTHS,
    DOUBTFUL_WEEKDAYS,
    FOR,
    FORM_LEADS,
    GROUP_LEADS,
    LONGEST_KIND,
    NUMBERS,
    OF_DAYS,
    OF_ENDS,
    OF_MONTH,
    OF_PHRASES,
    PERSON_LEADS,
    PLAIN_FORMS,
    SMALL_WORDS,
    WEEKS_ON,
    is_letter,
    kind_of,
)
from .line_words import LAST_LENGTH, LineWords, Manner
from .people_words import NamePlace, introduces, names_of
from .reading import NOTHING, Reading, Unfinished
from .spans import Part, Span, choose
from .times import clock_at
from .tokens import Word, run_of, split
from .when import When

if TYPE_CHECKING:
    from ..book import Book
    from ..objective import Objective
    from ..person import Person

#: Words left over before a day that may say another one with it.
_OF_WHEN = OF_DAYS | OF_ENDS | NUMBERS.keys()
#: And after one: "monday en huit".
_BESIDE_DAYS = OF_DAYS | NUMBERS.keys() | {phrase.partition(" ")[0] for phrase in WEEKS_ON}
#: Zones of which no time is read: a moment has its offset.
_ZONES = frozenset(("utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "bst", "ist", "jst"))
#: A mark that stands alone marks nothing.
_MARKS = ("@", "#")
#: Small words between what a weekday is of and the weekday: "le point du lundi".
_OF = OF_MONTH - ARTICLES
#: Signs that part a note from what stands before it: "pmi : répondu".
_PARTING = frozenset((":", ",", ";"))

#: Forms whose words may stand anywhere in a line of their kind; those of working together do where they say both, as
#: "worked together" does and "worked" does not, and "together" alone only where no word of the note stands before it.
_FORMS_ANYWHERE = {Kind.CONTRIBUTION: (TOGETHER,), Kind.MEETING: FORMS[Kind.MEETING], Kind.WATCHING: (ADVERTS,)}
_OF_SEVERAL_WORDS = (TOGETHER,)

#: The end of what no further letter mends: an hour with its minutes, as "1h60", and the last word of "99999 days ago".
_SETTLED = r"^[0-9]+[h:][0-9]{2,}(?:m|mn|min)?$|^ago$"

#: The longest line, in characters: no key and no command ever waits for one.
LONGEST_LINE = 5000


class LineReader:
    """Reads one line of a manner, with a kind and a group that may be given beside it."""

    def __init__(
        self,
        text: str,
        book: Book,
        now: datetime,
        manner: Manner,
        *,
        kind: Kind | None = None,
        group: Group | None = None,
    ) -> None:
        is_long = len(text) > LONGEST_LINE
        self.words = [] if is_long else list(split(clean(text)))
        self.book, self.now, self.manner = book, now, manner
        self.given_kind, self.given_group = kind, group
        self.is_under_way = bool(text[-1:].strip())  # the last word is still being typed
        self.group_names = group_names_of(book)
        self.line = LineWords(self.words, now, manner, self.group_names)
        self.candidates = Candidates(self.line)
        self.problems: list[PlannerError] = [_too_long(text)] if is_long else []
        self.named: list[NamePlace] = []
        self.is_misread = False  # a word is off, so that when it was would be a guess

    def read(self) -> Reading:
        """The reading; never raises."""
        chosen = choose(self._offered())
        said: dict[int, Span] = {span.part: span for span in chosen if span.part}
        left = [True] * len(self.words)
        for span in chosen:
            if not span.kept:
                left[span.at : span.end] = [False] * span.run
        kind_span = said.get(Part.KIND)
        if kind_span and kind_span.at and left[kind_span.at - 1] and not is_letter(self.line.keys[kind_span.at]):
            left[kind_span.at : kind_span.end] = [True] * kind_span.run  # in a sentence it says the kind, and stays
        self._refuse_shapes(left)
        in_phrase = self._day_in_phrase(
            said.get(Part.DAY), left, has_length=bool({Part.LENGTH, Part.END} & said.keys())
        )
        kind, form = self._kind(said.get(Part.KIND), left)
        if form is None and kind in _FORMS_ANYWHERE and not self.manner.is_coming:
            form = self._form(kind, left)
        people = self._people(chosen, left)
        group = self._group(said.get(Part.GROUP), left)
        when = When.of(chosen, self.line.texts)
        minutes, is_usual, start = self._timed(kind, group, when, said.get(Part.LENGTH))
        return Reading(
            kind=kind,
            minutes=minutes,
            usual=is_usual,
            group=group,
            form=self._form_of_title(left) if self.manner.is_coming else form,
            people=tuple(people.known.values()),
            new_people=tuple(people.new.values()),
            objectives=tuple(people.objectives.values()),
            aimless=people.is_aimless,
            through=people.through,
            note=self._note(left),
            start=start,
            when_said=when.is_said,
            time_said=when.is_timed,
            part=when.part,
            read_as_note=self._looked_like(left, chosen),
            remark=people.remark or self._remark(when, said) or in_phrase,
            problem=self._with_way_out(self.problems[0]) if self.problems else None,
        )

    # What may be said -------------------------------------------------------------------------------------------

    def _offered(self) -> list[list[Span]]:
        """The spans that begin at each word."""
        offered: list[list[Span]] = [[] for _ in self.words]
        candidates, people = self.candidates, names_of(self.book.people)
        self.named = list(people.places(self.words, self.line.keys)) if people.is_of_any(self.line.keys) else []
        for at in self.line.places():
            offered[at] += candidates.when(at)
            offered[at] += candidates.groups(at, self.given_group)
        for at, word in enumerate(self.words):
            if word.text and (word.mark == "@" or (word.mark and not self.manner.is_coming)):
                offered[at] += candidates.marked(at, people)
                if at:
                    offered[at - 1] += candidates.marked(at - 1, people) if self.words[at - 1].is_plain else ()
        for span in (*self._kinds(), *candidates.names(self.named)):
            offered[span.at].append(span)
        return offered

    def _kinds(self) -> list[Span]:
        if not self.manner.is_coming:
            return self.candidates.kinds(self.given_kind)
        first = self.words[0] if self.words else Word("")
        is_meeting = first.is_plain and kind_of(first.text) == (Kind.MEETING, None)
        return [Span(0, 1, Part.KIND, (Kind.MEETING, None), 100)] if is_meeting else []

    # What was said ----------------------------------------------------------------------------------------------

    def _refuse_shapes(self, left: list[bool]) -> None:
        """The words that are shaped like a length, a time, a date or an option, and are none; and open quotes."""
        for word in self.words:
            if word.is_open:
                message = say("The quote before “{text}” is never closed.", text=shown(word.text))
                self.problems.append(Unfinished(message, say("closing quote?")))
        for at, run, why in self.line.problems:
            if any(left[at : at + run]):
                import re

                left[at : at + run] = [False] * run
                self.is_misread = True
                is_settled = re.search(_SETTLED, self.line.keys[at + run - 1])
                self.problems.append(why if is_settled else self._mild(why, at + run - 1, run))

    def _with_way_out(self, problem: PlannerError) -> PlannerError:
        """What lies ahead may be a word of the note: how it is kept as one."""
        if not isinstance(problem, StillToCome) or not self.line.words:
            return problem
        return StillToCome(f"{problem} {say('In quotes it is note.')}")

    def _mild(self, problem: Misread, at: int, run: int = 1) -> Misread:
        """A problem with ``run`` words up to the one at ``at``; one still being typed may yet be mended by its next
        letter."""
        if isinstance(problem, Ambiguous) or not self._is_last(at):
            return problem
        text = " ".join(self.line.texts[at + 1 - run : at + 1])
        return Unfinished(str(problem), say("“{text}”?", text=shown(text)))

    def _is_last(self, at: int) -> bool:
        return self.is_under_way and at == len(self.words) - 1

    def _kind(self, span: Span | None, left: list[bool]) -> tuple[Kind | None, str | None]:
        if self.manner.is_coming:
            return Kind.MEETING, None
        if span:
            kind, form = span.value
            return kind, form
        if self.given_kind is None and (self.words or not self.problems):
            self.problems.insert(0, self._no_kind())
            left[:1] = [False for _ in left[:1]]
        return self.given_kind, None

    def _no_kind(self) -> Misread:
        asked = say("c, m or w?")
        first = self.words[0].text if self.words else ""
        if not first:
            return Unfinished(say("Begin with c, m or w: contribution, meeting or watching."), asked)
        message = say("“{text}” is no kind: begin with c, m or w (contribution, meeting, watching).", text=shown(first))
        return Unfinished(message, asked) if len(self.words) == 1 and self.is_under_way else Misread(message)

    def _form(self, asked: Kind, left: list[bool]) -> str | None:
        """The form that a word of a line says, wherever it stands; one that says nothing more is no note."""
        keys = self.line.keys
        for at in self.line.places():
            for count in range(min(LONGEST_KIND, len(keys) - at), 0, -1):
                run = run_of(keys, at, count)
                kind, form = kind_of(run) or (None, None)
                if kind is not asked or form not in _FORMS_ANYWHERE[asked] or not all(left[at : at + count]):
                    continue
                if form in _OF_SEVERAL_WORDS and count == 1 and (run not in PLAIN_FORMS or (at and left[at - 1])):
                    continue
                led = at > 0 and left[at - 1] and keys[at - 1] in FORM_LEADS
                if run in PLAIN_FORMS and (led or at == 0 or not left[at - 1]):
                    left[at - led : at + count] = [False] * (count + led)
                return form
        return None

    def _people(self, chosen: Sequence[Span], left: list[bool]) -> _People:
        """The people and objectives that are named, in order, and who introduced them, which stays in the note. What is
        wrong with a name is a problem."""
        people, taken = _People(), set[Word]()
        named = [span for span in chosen if span.part == Part.NONE]
        if not named:
            return people
        from ..person import Person

        for span in named:
            if not people.through and self._introduces(span):
                people.through = self._introducer(span)
                left[span.at : span.end] = [True] * span.run
            elif isinstance(span.value, Person):
                people.known.setdefault(span.value.id, span.value)
            elif isinstance(span.value, Word) and span.value not in taken:
                taken.add(span.value)
                try:
                    self._take_marked(span.value, people)
                except Misread as problem:
                    self.problems.append(self._mild(problem, span.end - 1))
        return people

    def _introduces(self, span: Span) -> bool:
        """Whether who is named here is said to have introduced the others: "introduced by Paul"."""
        return any(introduces(self.line.keys, at) for at in (span.at, span.end - 1))

    def _introducer(self, span: Span) -> Person | None:
        """Who that is, whom the book knows. Somebody unknown is a problem."""
        from ..person import Person
        from .names import known_person

        if not isinstance(span.value, Word):
            return span.value if isinstance(span.value, Person) else None

        try:
            return known_person(span.value.text.rstrip(",.;:!?)"), self.book)
        except Misread as problem:
            self.problems.append(self._mild(problem, span.end - 1))
            return None

    def _take_marked(self, word: Word, people: _People) -> None:
        """A person or an objective; a comma or full stop after an unquoted one is none of it."""
        from .names import (  # few lines name any
            find_objective,
            find_person,
            near_words,
            refuse_myself,
            refuse_nobody,
            refuse_time,
        )

        text = word.text if word.quoted else word.text.rstrip(",.;:!?)") or word.text
        if word.mark == "#":
            if folded(text) == NOTHING:
                people.is_aimless = True
            else:
                objective = find_objective(text, self.book)
                people.objectives.setdefault(objective.id, objective)
            return
        if not word.quoted:
            text = text.removesuffix("'s").removesuffix("’s") or text
        if text not in self.book.people:  # before a name that only begins so is found
            refuse_myself(text)
        person = find_person(text, self.book)
        if person:
            people.known.setdefault(person.id, person)
        else:
            refuse_nobody(text)
            if not word.quoted:
                refuse_time(text)
            people.new.setdefault(folded(text), text)
            people.remark = near_words(text, self.book) or people.remark

    def _group(self, span: Span | None, left: list[bool]) -> Group | None:
        """The group that was named; else one by a beginning or a hasty spelling among the words that are left."""
        texts = [word.text if word.is_plain and free else None for word, free in zip(self.words, left, strict=True)]
        if span is None and (self.given_group or self.manner.is_coming):
            naming = None if self.given_group else find_certain(texts, self.group_names)
        elif span is None:
            naming = find_among(texts, self.group_names)
        else:
            naming = Naming(span.value, span.at, span.run)
        if naming and len(naming.groups) == 1:
            led = naming.at > 0 and left[naming.at - 1] and self.line.keys[naming.at - 1] in GROUP_LEADS
            left[naming.at - led : naming.at + naming.length] = [False] * (naming.length + led)
            return naming.groups[0]
        if self.given_group is None and not self.manner.is_coming:
            self.problems.append(self._no_group(texts, naming))
        elif span is not None:
            left[span.at : span.end] = [True] * span.run
        return self.given_group

    def _no_group(self, texts: Sequence[str | None], named: Naming | None) -> Misread:
        if named:
            words = self.words[named.at : named.at + named.length]
            return self.group_names.several(" ".join(word.text for word in words), named.groups)
        asked = say("which group?")
        at = next((at for at, text in enumerate(texts) if text), None)
        if at is not None:
            problem = self.group_names.unknown(self.words[at].text)
            return Unfinished(str(problem), asked) if self._is_last(at) else problem
        if self.group_names:
            slugs = ", ".join(self.group_names.slugs)
            return Unfinished(say("Which group? Name one of {groups}.", groups=slugs), asked)
        return Unfinished(say("Which group? There is none yet; add one: planner group add 'Lyon UX'."), asked)

    # What it comes to -------------------------------------------------------------------------------------------

    def _timed(
        self, kind: Kind | None, group: Group | None, when: When, length: Span | None
    ) -> tuple[int | None, bool, datetime | None]:
        """The minutes, whether they are the usual ones, and the start. What is wrong with them is a problem."""
        minutes: int | None = length.value if length else None
        is_usual, start = False, None
        try:
            if self.manner.is_timer and length:
                self._refuse_minutes(" ".join(self.line.texts[length.at : length.end]), length)
            if self.manner.is_timer and when.clock and when.clock.end:
                self._refuse_minutes(when.text)
            minutes = when.minutes(minutes, self.now, is_ahead=self.manner.is_coming)
            if minutes is None and not self.manner.is_timer and not self.problems:
                minutes = self._usual_minutes(kind, group)
                is_usual = minutes is not None
            if self.manner.is_coming:
                start = when.start_ahead(self.now)
            elif not self.is_misread:
                start = when.start_behind(minutes, self.now, is_timer=self.manner.is_timer)
        except Misread as problem:
            self.problems.append(problem)
        return minutes, is_usual, start

    def _remark(self, when: When, said: Mapping[int, Span]) -> str:
        """Another way to take what may be a time as well as a length."""
        length = said.get(Part.LENGTH)
        is_early = when.clock is not None and when.clock.at is not None and when.clock.at.hour <= LAST_LENGTH
        if length is None or is_early:  # of "1h … 25 min" the first may be a length as well
            return "" if self.manner.is_coming else when.remark()
        clock = clock_at(self.line.keys, length.at) if Part.TIME in said else None
        if clock is None or clock.at is None or clock.run != length.run or not (clock.is_sure or clock.at.hour > 4):
            return ""
        text = shown(" ".join(self.line.texts[length.at : length.end]))
        return say("“{text}” is how long; a time is “at {text}”", text=text)

    def _day_in_phrase(self, span: Span | None, left: list[bool], *, has_length: bool) -> str:
        """What is said where a weekday may be a word of the note: "the monday post", "wrote for sunday".

        The article before it stays in the note, with the word that it belongs to.
        """
        if span is None or not isinstance(span.value, Day) or self.manner.is_coming:
            return ""
        keys = self.line.keys
        if not span.value.weekday:
            return self._doubtful_date(span, left, has_length=has_length)
        is_before = span.end < len(keys) and left[span.end] and keys[span.end][:1].isalpha()
        led = keys[span.at] in OF_PHRASES and span.run > 1
        before = keys[span.at - 1] if span.at and left[span.at - 1] else ""
        is_of = keys[span.at] in _OF and before
        if not (before in FOR or is_of or (is_before and (led or before))):
            return ""
        if led and is_before:
            left[span.at] = True
        text = shown(self.line.texts[span.end - 1])
        return say("“{text}” is taken for its day; in quotes it is note", text=text)

    def _doubtful_date(self, span: Span, left: Sequence[bool], *, has_length: bool) -> str:
        """What is said where the figure of a date may count what follows, or be the length: "may 3 ideas", "mar 25"."""
        keys = self.line.keys[span.at : span.end]
        is_doubtful = (
            len(keys) > 1 and keys[-1][:1].isdigit() and keys[-2].rstrip(".") in DOUBTFUL_MONTHS | DOUBTFUL_WEEKDAYS
        )
        counts = self.line.is_word(span.end) and left[span.end]
        if not is_doubtful or not (counts or not (has_length or self.manner.is_timer)):
            return ""
        text = shown(self.line.text(span.at, span.run))
        return say("“{text}” is taken for its day; in quotes it is note", text=text)

    def _note(self, left: Sequence[bool]) -> str:
        """The words that are left, in order."""
        free = [word for word, is_free in zip(self.words, left, strict=True) if is_free and (word.mark or word.text)]
        while free and free[0].is_plain and free[0].text in _PARTING:
            del free[0]
        return " ".join(word.mark + word.text for word in free)

    def _form_of_title(self, left: Sequence[bool]) -> str | None:
        """A meeting to come has the form that its title begins with."""
        first = next((at for at, free in enumerate(left) if free and self.words[at].text), None)
        if first is None or not self.words[first].is_plain:
            return None
        keys = self.line.keys
        for count in range(min(LONGEST_KIND, len(keys) - first), 0, -1):
            named = kind_of(run_of(keys, first, count))
            if named and named[0] is Kind.MEETING:
                return named[1]
        return None

    def _refuse_minutes(self, text: str, length: Span | None = None) -> None:
        """Raise Misread for minutes of a timer; those that may be a time as well are told how to be one."""
        clock = clock_at(self.line.keys, length.at) if length else None
        if length and clock and clock.at and clock.run == length.run:
            raise Misread(
                say(
                    "A timer counts its own minutes: leave out “{text}”, or write “at {text}” for since when.",
                    text=shown(text),
                )
            )
        raise Misread(say("A timer counts its own minutes: leave out “{text}”, or log it instead.", text=shown(text)))

    def _usual_minutes(self, kind: Kind | None, group: Group | None) -> int | None:
        """The length that is meant where none is said; None while that hangs on the group."""
        if self.manner.is_coming:
            return (group.usual.meeting if group else 0) or USUAL.meeting
        if kind and group:
            return group.usual.of(kind) or USUAL.of(kind)
        return None

    def _looked_like(self, left: Sequence[bool], chosen: Sequence[Span]) -> tuple[str, ...]:
        """The words of the note that look like a length, a time, a day or a name, in order, each once."""
        places: list[tuple[int, int]] = list(self._beside_days(left, chosen))
        for look in self.line.looks:
            if all(left[look.at : look.at + look.run]):
                places.append((look.at, look.at + look.run))
        places += [(at, at + 1) for at, word in enumerate(self.words) if left[at] and word.text in _MARKS]
        places += self._other_groups(left)
        places += self._unread_figures(left, chosen)
        for place in self.named:
            is_one = place.is_meant and len(place.people) == 1
            if not is_one and all(left[place.at : place.at + place.run]):
                places.append((place.at, place.at + place.run))
        marked: list[str] = []
        reached = 0
        for begin, end in sorted(places, key=lambda run: (run[0], -run[1])):
            if begin >= reached:
                marked.append(" ".join(word.text for word in self.words[begin:end]))
                reached = end
        return tuple(dict.fromkeys(marked))

    def _unread_figures(self, left: Sequence[bool], chosen: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """The words with a figure in front where no length was read, so that the usual one is taken: "1e3", "20ish".

        One with a sign before it is none of a note anywhere: "+20".
        """
        has_length = self.manner.is_timer or any(span.part & (Part.LENGTH | Part.END) for span in chosen)
        for at, key in enumerate(self.line.keys):
            if left[at] and (key[:1] == "+" or not has_length) and key.lstrip("+")[:1].isdigit():
                yield at, at + 1

    def _other_groups(self, left: Sequence[bool]) -> Iterator[tuple[int, int]]:
        """The names of groups in full beside the one that was read, where no small word makes a phrase of them."""
        keys = self.line.keys
        for at, naming in self.line.full.items():
            is_led = at > 0 and (keys[at - 1] in SMALL_WORDS or keys[at - 1] in PERSON_LEADS)
            if not is_led and all(left[at : at + naming.length]) and len(self.group_names.slugs) > 1:
                yield at, at + naming.length

    def _beside_days(self, left: Sequence[bool], chosen: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """The words left over right beside a day or a time that may say another with it: "tomorrow week"."""
        keys = self.line.keys
        for span in chosen:
            is_when = span.part & (Part.DAY | Part.TIME)
            if is_when and span.at and left[span.at - 1] and keys[span.at - 1] in OF_ENDS:
                yield span.at - 1, span.at
            if is_when and left[span.end : span.end + 1] == [True] and keys[span.end] in _ZONES:
                yield span.end, span.end + 1
            if not span.part & Part.DAY:
                continue
            begin, end = span.at, span.end
            while begin and left[begin - 1] and keys[begin - 1] in _OF_WHEN:
                begin -= 1
            while end < len(keys) and left[end] and keys[end] in _BESIDE_DAYS:
                end += 1
            for one, other in ((begin, span.at), (span.end, end)):
                if any(key in OF_DAYS for key in keys[one:other]):
                    yield one, other


def _too_long(text: str) -> Misread:
    return Misread(
        say(
            "“{start}…” is {n} characters long; a line has at most {most}. Keep the note short.",
            start=shown(text[:30]),
            n=len(text),
            most=LONGEST_LINE,
        )
    )


class _People:
    """Who and what a line names: people by id, new names by their folded form, objectives by id."""

    def __init__(self) -> None:
        self.known: dict[str, Person] = {}
        self.new: dict[str, str] = {}
        self.objectives: dict[str, Objective] = {}
        self.is_aimless = False
        self.remark = ""
        self.through: Person | None = None
