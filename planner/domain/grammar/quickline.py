"""The quick-log line: ``KIND LENGTH GROUP [note words] [@person]... [#objective]... [when]``, in any sensible order.

One grammar for the command line, the quick-log bar and the timer, in English and French at once:

- KIND stands first, or is the only such word of the line; a word may name the form as well.
- LENGTH is the first length of time, or follows from a range; left out, it is the group's usual.
- GROUP is the first free word that names one; the free words that are left are the note.
- A day and a time say when it began. A day alone: it ended at this time of day, on that day. A time alone: today. A
  weekday is the last one. Neither: it ended now. Nothing may end after now.
- ``#visibility`` is an objective that it serves; without any, it serves those of its group, and with ``#none`` none.
- A word in quotes is always note, even one that is a group's name; ``@"Marie Dupont"`` may have them.

What was understood is shown before it is kept (:func:`spell`), and words that look like more than note are marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..book import Book
from ..entry import Entry
from ..group import Group
from ..instants import pinned
from ..kinds import Kind
from ..texts import clean, folded
from ..value.dates import datetime
from ..words import say
from .lexicon import COMPANY, kinds_begun, word_for
from .line_reader import LineReader
from .line_words import Manner
from .moments import spell_moment
from .reading import NOTHING, Reading, Unfinished
from .reading_parts import reading_parts
from .tokens import Word, opens_quote, quoted
from .when_candidates import may_say_more, may_say_more_by_others

__all__ = ["Reading", "Unfinished", "complete", "read", "read_timer", "spell", "write"]

#: How many completions are offered at most.
_OFFERED = 9

#: So many letters of a form, or of an objective without its mark, are begun before one is offered within a line.
_FORM_FROM, _OBJECTIVE_FROM = 2, 3


def read(text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None) -> Reading:
    """What a line says, as far as it goes; never raises.

    ``kind`` and ``group`` may be given beside the line and are then left out of it; a full name in the group's place
    says another group, a single letter another kind.
    """
    return _read(LineReader(text, book, now, Manner(), kind=kind, group=group), book)


def read_timer(
    text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None
) -> Reading:
    """As :func:`read`, for a timer: without minutes, and a moment says since when it has been running."""
    return _read(LineReader(text, book, now, Manner(is_timer=True), kind=kind, group=group), book)


def _read(reader: LineReader, book: Book) -> Reading:
    """What is wrong with the whole line, that it is too long, is said before what is missing in it."""
    wrong = next(iter(reader.problems), None)
    reading = _serving(reader.read(), book)
    return reading._replace(problem=wrong) if wrong else reading


def _serving(reading: Reading, book: Book) -> Reading:
    """An entry serves the objectives that were typed, else the active ones of its group."""
    if reading.objectives or reading.aimless or reading.group is None:
        return reading
    return reading._replace(objectives=book.served_by(reading.group))


def write(entry: Entry, book: Book, now: datetime | None = None) -> str:
    """The line that says this entry: reading it back gives the same, its moment as it is here.

    The moment is written plainly (``2026-11-20 14:30``) where that means the same in the zone of ``now``, else with
    its offset. Words of the note that would be read as something else stand in quotes, and no others.
    """
    line = ""
    for line in _lines(entry, book, now):
        if _says(line, entry, book, now or entry.end):
            break
    return line


def _lines(entry: Entry, book: Book, now: datetime | None) -> Iterator[str]:
    """Ways to write an entry, the plainest first."""
    group = book.groups.get(entry.group)
    slug = group.slug if group else entry.group
    when = spell_moment(entry.start, now)
    head = [word_for(entry.kind, entry.form), str(entry.minutes)]
    named = [marked("@", id_) for id_ in entry.people]
    named += [marked("#", id_) for id_ in entry.objectives or _none_of(group, book)]
    note = entry.note.split()
    all_quoted = [quoted(entry.note)] if note else []
    yield " ".join([*head, slug, *note, *named, when])
    for doubt in (may_say_more, may_say_more_by_others):
        words = (quoted(word) if word[0] in "@#" or opens_quote(word) or doubt(word) else word for word in note)
        yield " ".join([*head, slug, *words, *named, when])
    yield " ".join([*head, slug, *all_quoted, *named, when])
    yield " ".join([*head, when, slug, *all_quoted, *named])


def _says(line: str, entry: Entry, book: Book, now: datetime) -> bool:
    """Whether a line is read as this entry."""
    reading = read(line, book, now)
    return (
        reading.problem is None
        and reading.start is not None
        and pinned(reading.start) == entry.start
        and (reading.kind, reading.form, reading.minutes, reading.note, reading.new_people)
        == (entry.kind, entry.form, entry.minutes, entry.note, ())
        and (reading.group is not None and reading.group.id == entry.group)
        and reading.people_with(()) == entry.people
        and reading.objective_ids == entry.objectives
    )


def _none_of(group: Group | None, book: Book) -> tuple[str, ...]:
    """The word that an entry serves no objective, where its group serves one."""
    return (NOTHING,) if group and book.served_by(group) else ()


def marked(mark: str, id_: str) -> str:
    plain = id_.isascii() and all(sign.isalnum() or sign in "-_" for sign in id_)
    return mark + (id_ if plain else quoted(id_))


def spell(reading: Reading, now: datetime) -> str:
    """The live reading in one line: ``Tue 17 Mar 18:00 to 18:25, 25 min, contribution, Lyon UX, Marie``."""
    return "".join(part.text for part in reading_parts(reading, now))


def complete(
    text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None
) -> tuple[str, ...]:
    """Whole lines that the word under way at the end of ``text`` may become: kinds, forms, groups, people, objectives.

    With a ``group`` given beside it, another one is offered where a line may say another.
    """

    def says(other: Group) -> bool:
        return read(head + other.slug, book, now, kind=kind, group=group).group == other

    head, _, begun = text.rpartition(" ")
    head = f"{head} " if head or text[:1] == " " else ""
    typed = folded(clean(begun))
    before = Word((*head.split(), "")[-1]).key
    if typed[:1] == "@" or (typed and before in COMPANY):
        words = _people_begun(typed.removeprefix("@"), book)
    elif typed[:1] == "#":
        words = _objectives_begun(typed[1:], book)
    elif kind is None and not head.strip():
        words = kinds_begun(typed) if typed else []
    else:
        said = read(head, book, now, kind=kind)
        words = []
        if said.group is None:
            groups = _groups_begun(typed, book) if typed or not group else ()
            words += islice((g.slug for g in islice(groups, 2 * _OFFERED) if not group or says(g)), _OFFERED)
        if len(typed) >= _FORM_FROM and said.form is None and (said.kind is Kind.MEETING or not head.strip()):
            words += kinds_begun(typed, said.kind)
        if len(typed) >= _OBJECTIVE_FROM:
            words += _objectives_begun(typed, book)
    return tuple(head + word for word in words[:_OFFERED] if word != begun)


def _groups_begun(typed: str, book: Book) -> Iterator[Group]:
    """The groups of whose name a word begins so, in her order."""
    groups = sorted(book.groups.values(), key=lambda g: g.order)
    return (g for g in groups if _has_word(g.name, typed) or g.slug.casefold().startswith(typed))


def _objectives_begun(typed: str, book: Book) -> list[str]:
    """The objectives of whose title, or of whose aim, a word begins so."""
    begun = (
        objective.id
        for objective in book.objectives.values()
        if _has_word(objective.title, typed)
        or folded(objective.id).startswith(typed)
        or (objective.active and _has_word(say(objective.aim.value), typed))
    )
    return [marked("#", id_) for id_ in begun]


def _people_begun(typed: str, book: Book) -> list[str]:
    """The people of whose names a word begins so; those whose first name does come first."""
    begun = [p for p in book.people.values() if _has_word(p.name, typed) or folded(p.id).startswith(typed)]
    begun.sort(key=lambda person: not folded(person.name).startswith(typed))
    return [marked("@", person.id) for person in begun]


def _has_word(name: str, typed: str) -> bool:
    """Whether a word of ``name`` begins with what was typed."""
    return any(word.startswith(typed) for word in (folded(name), *folded(name).split()))
