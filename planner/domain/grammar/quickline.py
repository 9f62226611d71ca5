"""The quick-log line: ``KIND MINUTES GROUP [note words] [@person]... [#objective]... [when]``.

One grammar for the command line, the quick-log bar and the timer, in English and French at once. KIND comes first; the
rest may come in any order:

- The first length of time is MINUTES. ``1:30``, ``1h30`` and ``2h`` are lengths up to 4:59; from ``5:00`` on, with a
  leading zero (``02:30``), or once the minutes are said, they are times of day.
- The first free word that names a group is GROUP; the free words that are left are the note.
- A day and a time say when it began. A day alone: it ended at this time of day, on that day. A time alone: today. A
  weekday is the last one. Neither: it ended now. Nothing may end after now.
- ``#visibility`` is an objective that it serves; without any, it serves those of its group, and with ``#none`` none.
- A word in quotes is always note, even one that is a group's name; ``@"Marie Dupont"`` is the one name that needs them.
"""

from __future__ import annotations

from datetime import datetime

from ..book import Book
from ..entry import Entry
from ..group import Group
from ..instants import after
from ..kinds import Kind
from ..texts import clean, folded
from ..words import clock, dated, say, spell_minutes
from .group_names import GroupNames
from .group_words import named_in_full
from .lexicon import kind_words, word_for
from .line_reader import LineReader
from .moments import looks_like_when, spell_moment
from .names import NOTHING
from .reading import Reading, Unfinished
from .tokens import opens_quote, quoted

__all__ = ["Reading", "Unfinished", "complete", "read", "read_timer", "spell", "write"]

#: How many completions are offered at most.
_OFFERED = 9


def read(text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None) -> Reading:
    """What a line says, as far as it goes; never raises.

    ``kind`` and ``group`` may be given beside the line and are then left out of it; a full name in the group's place
    says another group, a single letter another kind.
    """
    return _serving(LineReader(book, now, kind, group, timing=False).read(text), book)


def read_timer(
    text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None
) -> Reading:
    """As :func:`read`, for a timer: without minutes, and a moment says since when it has been running."""
    return _serving(LineReader(book, now, kind, group, timing=True).read(text), book)


def _serving(reading: Reading, book: Book) -> Reading:
    """An entry serves the objectives that were typed, else the active ones of its group."""
    if reading.objectives or reading.aimless or reading.group is None:
        return reading
    return reading._replace(objectives=book.served_by(reading.group))


def write(entry: Entry, book: Book, now: datetime | None = None) -> str:
    """The line that says this entry: reading it back gives the same.

    The moment is written plainly (``2026-11-20 14:30``) where that means the same in the zone of ``now``, else with
    its offset.
    """
    group = book.groups.get(entry.group)
    slug = group.slug if group else entry.group
    when = spell_moment(entry.start, now)
    head = [word_for(entry.kind, entry.form), str(entry.minutes)]
    people = [marked("@", id_) for id_ in entry.people]
    objectives = [marked("#", id_) for id_ in entry.objectives or _none_of(group, book)]
    note = _note(entry.note, slug, book)
    if looks_like_when(slug):  # a group called Monday is a group once the moment is said
        return " ".join([*head, when, slug, *note, *people, *objectives])
    return " ".join([*head, slug, *note, *people, *objectives, when])


def _none_of(group: Group | None, book: Book) -> tuple[str, ...]:
    """The word that an entry serves no objective, where its group serves one."""
    return (NOTHING,) if group and book.served_by(group) else ()


def _note(note: str, slug: str, book: Book) -> list[str]:
    """The words of a note, those in quotes that would be read as something else."""
    words = [quoted(word) if _is_special(word) else word for word in note.split()]
    names = GroupNames(book)
    run = named_in_full([slug, *words[: names.longest]], 0, names)
    if words and run and run.length > 1:  # the first word would make the group another one
        words[0] = quoted(words[0])
    return words


def _is_special(word: str) -> bool:
    return word[0] in "@#" or opens_quote(word) or looks_like_when(word)


def marked(mark: str, id_: str) -> str:
    plain = id_.isascii() and all(sign.isalnum() or sign in "-_" for sign in id_)
    return mark + (id_ if plain else quoted(id_))


def spell(reading: Reading, now: datetime) -> str:
    """The live reading: ``Tue 17 Mar 18:00 to 18:25, 25 min, contribution, Lyon UX, Marie``.

    What is missing is asked for at the end; what is wrong is said in full.
    """
    parts = [_spell_when(reading, now)]
    if reading.minutes is not None:
        length = spell_minutes(reading.minutes)
        parts.append(say("{length} as usual", length=length) if reading.usual else length)
    if reading.kind:
        parts.append(f"{reading.kind.title} ({say(reading.form)})" if reading.form else reading.kind.title)
    if reading.group:
        parts.append(reading.group.name)
    parts += [person.name for person in reading.people]
    parts += [say("{name} (new)", name=name) for name in reading.new_people]
    parts += [f"#{objective.id}" for objective in reading.objectives]
    if reading.note:
        parts.append(say("“{text}”", text=reading.note))
    if isinstance(reading.problem, Unfinished):
        parts.append(reading.problem.prompt)
    elif reading.problem:
        parts.append(str(reading.problem))
    return ", ".join(filter(None, parts))


def _spell_when(reading: Reading, now: datetime) -> str:
    if reading.start is None:
        return ""
    start = _as_told_here(reading.start, now)
    day = dated(start, now)
    if reading.minutes is None:
        return say("{day} since {start}", day=day, start=clock(start))
    return say("{day} {start} to {end}", day=day, start=clock(start), end=clock(after(start, reading.minutes)))


def _as_told_here(moment: datetime, now: datetime) -> datetime:
    """A moment in the zone of ``now`` where its offset is the one of then, so that its end crosses a clock change."""
    here = moment.astimezone(now.tzinfo)
    return here if here.utcoffset() == moment.utcoffset() else moment


def complete(
    text: str, book: Book, now: datetime, *, kind: Kind | None = None, group: Group | None = None
) -> tuple[str, ...]:
    """Whole lines that the word under way at the end of ``text`` may become: kinds, groups, people, objectives."""
    head, _, begun = text.rpartition(" ")
    head = f"{head} " if head or text[:1] == " " else ""
    typed = folded(clean(begun))
    if typed[:1] == "@":
        people = book.people.values()
        words = [
            marked("@", p.id) for p in people if _has_word(p.name, typed[1:]) or folded(p.id).startswith(typed[1:])
        ]
    elif typed[:1] == "#":
        aims = book.objectives.values()
        words = [marked("#", o.id) for o in aims if _has_word(o.title, typed[1:]) or folded(o.id).startswith(typed[1:])]
    elif kind is None and not head.strip():
        words = [word for word in kind_words() if typed and word.startswith(typed)]
    elif group or read(head, book, now, kind=kind).group:
        words = []
    else:
        groups = sorted(book.groups.values(), key=lambda g: g.rank or 10_000)
        words = [g.slug for g in groups if _has_word(g.name, typed) or g.slug.casefold().startswith(typed)]
    return tuple(head + word for word in words[:_OFFERED] if word != begun)


def _has_word(name: str, typed: str) -> bool:
    """Whether a word of ``name`` begins with what was typed."""
    return any(word.startswith(typed) for word in (folded(name), *folded(name).split()))
