"""Candidates: for every word of a line, the spans that may begin there.

Each reader knows one thing: lengths and times (:mod:`length_candidates`), these and days (:mod:`when_candidates`),
kinds, groups, people. None decides; :mod:`spans` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..texts import words_of
from ..value.typed import TYPE_CHECKING
from .group_words import Naming, begun_at
from .lexicon import (
    PERSON_LEADS,
    PHRASE_LEADS,
    is_letter,
    kind_at,
)
from .line_words import LineWords, Looks
from .people_words import NamePlace, NamesOfPeople
from .spans import Part, Span
from .tokens import NO_KEY, Word
from .when_candidates import WhenCandidates

if TYPE_CHECKING:
    from ..group import Group
    from ..kinds import Kind
    from ..person import Person


class Candidates:
    """What the words of one line may say."""

    def __init__(self, line: LineWords) -> None:
        self._line = line
        #: The lengths, times and days that begin at a word.
        self.when = WhenCandidates(line).spans_at

    # Kinds ------------------------------------------------------------------------------------------------------

    def kinds(self, given: Kind | None) -> list[Span]:
        """The word of the kind: the first one where no note stands before it, else the only one, or several of a kind.

        Where the kind is ``given`` beside the line, only a single letter says another, and the words of that kind its
        form; elsewhere than first they are note.
        """
        line = self._line
        first = self._kind_at(0) if line.words else None
        if given:
            if first is None or first.value[0] is given or is_letter(line.keys[0]):
                return [first] if first else []
            line.looks.append(Looks(0, first.run))
            return []
        if first:
            return [first._replace(weight=100)]
        spans = [span for at in line.places() if (span := self._kind_at(at))]
        if spans and all(not self._is_left(at) or line.names.may_begin(line.texts[at]) for at in range(spans[0].at)):
            return spans[:1]  # nothing of a note stands before it
        kinds = {span.value[0] for span in spans}
        inside = [span for span in spans if not self._is_left(span.at - 1)]
        return (inside or spans)[:1] if len(kinds) == 1 else []

    def _kind_at(self, at: int) -> Span | None:
        named = kind_at(self._line.keys, at)
        return Span(at, named[0], Part.KIND, named[1], 12) if named else None

    def _is_left(self, at: int) -> bool:
        """Whether a word says nothing by its looks."""
        return at >= 0 and not any(look.at <= at < look.at + look.run for look in self._line.looks)

    # Groups -----------------------------------------------------------------------------------------------------

    def groups(self, at: int, given: Group | None) -> Iterator[Span]:
        """The groups that words from ``at`` on name in full or begin; several where that is not enough to tell."""
        line = self._line
        if line.keys[at] == NO_KEY:
            return
        full = line.full.get(at)
        if full:
            weight = 50 + 4 * full.length
            yield Span(at, full.length, Part.GROUP, full.groups, 12 + weight, later=-1 if given else weight)
        elif line.names.may_begin(line.texts[at]):
            begun = begun_at(line.plain(at), 0, line.names)
            if begun and begun.length == 1 and line.is_unit(at):
                return
            if begun and given:  # in the group's place it looks like another one
                if self._is_whole(at, begun) and not any(map(self._is_left, range(at))):
                    line.looks.append(Looks(at, begun.length))
            elif begun:
                is_one = len(begun.groups) == 1
                is_certain = not line.manner.is_coming or self._is_whole(at, begun)
                later = 30 if is_one and is_certain else -1
                yield Span(at, begun.length, Part.GROUP, begun.groups, (55 if is_one else 52) + begun.length, later)

    def _is_whole(self, at: int, begun: Naming) -> bool:
        """Whether a beginning is a whole word of the group's name and in no phrase: "lunch pmi", not "in Lyon"."""
        typed = words_of(" ".join(self._line.texts[at : at + begun.length]))
        before = self._line.keys[at - 1] if at else ""
        return words_of(begun.groups[0].name)[: len(typed)] == typed and before not in PHRASE_LEADS

    # People and objectives --------------------------------------------------------------------------------------

    def marked(self, at: int, names: NamesOfPeople) -> Iterator[Span]:
        """``@name`` or ``#objective`` at ``at``, or a small word there that leads up to a name after it."""
        word = self._line.words[at]
        if word.mark and word.text:
            run, value = self._marked(at, names)
            yield Span(at, run, Part.NONE, value, 70)
        elif self._line.keys[at] in PERSON_LEADS:
            run, value = self._marked(at + 1, names)
            yield Span(at, 1 + run, Part.NONE, value, 71)

    def _marked(self, at: int, names: NamesOfPeople) -> tuple[int, Word | Person]:
        """What a marked word says: a full name that goes on after it is one person's."""
        word = self._line.words[at]
        if word.mark == "@" and not word.quoted:
            key = Word(word.text).key
            run, people = names.full([key, *self._line.keys[at + 1 : at + 5]], 0)
            if len(people) == 1:
                return run, people[0]
        return 1, word

    def names(self, places: Sequence[NamePlace]) -> Iterator[Span]:
        """Names without a mark that are meant so; they stay in the note."""
        for place in places:
            if place.is_meant and len(place.people) == 1:
                weight = 45 if place.run > 1 else 20
                yield Span(place.at, place.run, Part.NONE, place.people[0], weight, kept=True)
