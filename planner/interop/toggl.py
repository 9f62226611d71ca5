"""Toggl Track: a project becomes a group; the kind comes from a tag, else from the project's in ``--map``.

An entry's id is made from what its row says, so that reading a file twice adds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from planner.domain.entry import Entry
from planner.domain.errors import Misread
from planner.domain.grammar.lexicon import kind_of
from planner.domain.instants import minutes_between
from planner.domain.kinds import Kind
from planner.domain.texts import folded, shown
from planner.domain.value import NamedTuple
from planner.domain.words import dated_clock, plural, say, spell_minutes
from planner.interop.problem import Problem
from planner.interop.toggl_rows import Row, read_rows

__all__ = ["Problem", "Row", "Rows", "Unmapped", "entries", "read_map", "read_rows"]

_Meaning = tuple[Kind, str | None]  # a kind and, where the word names one, its form


class Unmapped(NamedTuple):
    """A project that nothing says the kind of: how many rows of it, and minutes; ``line`` is where the first stands."""

    project: str
    line: int
    rows: int = 0
    minutes: int = 0

    @property
    def why(self) -> str:
        """What it waits for."""
        return plural(
            self.rows,
            '“{project}”: no tag says the kind of its {n} row ({time}); --map "{project}=watching" does',
            '“{project}”: no tag says the kind of its {n} rows ({time}); --map "{project}=watching" does',
            project=shown(self.project),
            time=spell_minutes(self.minutes),
        )


class Rows(NamedTuple):
    """What rows became. The entries' ``group`` is the project's name: whoever keeps them knows the groups' ids.

    Every row is in ``entries``, already there, ``unmapped``, or one of the ``problems``.
    """

    entries: tuple[Entry, ...]
    already_there: int
    unmapped: tuple[Unmapped, ...]
    problems: tuple[Problem, ...]


def read_map(text: str) -> Mapping[str, Kind]:
    """Read ``Career=watching,Guitar=meeting``: the kind of each project, by its folded name.

    Kinds are any words of the quick-log line. A name with a comma or an equals sign stands in double quotes. Raises
    Misread for a part without a kind, for a word that is none, and for a project given two kinds.
    """
    kinds: dict[str, Kind] = {}
    for part in _parts(text):
        name, equals, word = part.rpartition("=")
        project, meaning = name.strip().strip('"'), kind_of(word.strip())
        if not (equals and project):
            raise Misread(say("“{text}” gives no project a kind; write Career=watching.", text=shown(part)))
        if meaning is None:
            raise Misread(
                say(
                    "“{text}” is no kind; “{project}” may be contribution, meeting or watching.",
                    text=shown(word.strip()),
                    project=shown(project),
                )
            )
        if kinds.setdefault(folded(project), meaning[0]) is not meaning[0]:
            raise Misread(say("“{project}” is given two kinds; give it one.", project=shown(project)))
    return kinds


def entries(
    rows: Sequence[Row], kinds: Mapping[str, Kind], known: Container[str], now: datetime, file: str = ""
) -> Rows:
    """What ``rows`` become by the kinds of :func:`read_map`; ``known`` are the ids of entries that were kept before.

    Problems come from rows without a project, of two kinds, of no length, and those that end after ``now``.
    """
    new: list[Entry] = []
    already_there, problems = 0, []
    same: Counter[str] = Counter()
    unmapped: dict[str, Unmapped] = {}
    for row in rows:
        id_ = _id(row)
        same[id_] += 1
        if same[id_] > 1:
            id_ = f"{id_}-{same[id_]}"
        if id_ in known:
            already_there += 1
            continue
        try:
            entry = _entry(id_, row, kinds, now)
        except Misread as error:
            problems.append(Problem(file, row.line, str(error)))
            continue
        if entry:
            new.append(entry)
        else:
            waits = unmapped.setdefault(folded(row.project), Unmapped(row.project, row.line))
            waits = waits._replace(rows=waits.rows + 1, minutes=waits.minutes + row.minutes)
            unmapped[folded(row.project)] = waits
    largest_first = sorted(unmapped.values(), key=lambda each: -each.minutes)
    return Rows(tuple(new), already_there, tuple(largest_first), tuple(problems))


def _id(row: Row) -> str:
    """The same for the same row wherever it is read: its local time counts, not the zone."""
    content = f"{row.start:%Y-%m-%dT%H:%M:%S}", row.minutes, row.project, row.description
    return f"toggl-{blake2b(repr(content).encode(), digest_size=5).hexdigest()}"


def _entry(id_: str, row: Row, kinds: Mapping[str, Kind], now: datetime) -> Entry | None:
    """The entry of a row; None where nothing says its kind. Raises Misread."""
    if row.minutes < 1:
        raise Misread(say("it lasts less than half a minute"))
    if not row.project:
        raise Misread(say("it has no project, which would be its group"))
    meaning = _kind(row, kinds)
    if meaning is None:
        return None
    kind, form = meaning
    entry = Entry(id_, row.start, row.minutes, kind, row.project, form=form, note=row.description, via="toggl")
    if minutes_between(now, entry.end) > 0:
        raise Misread(say("it ends at {end}, which is still to come", end=dated_clock(entry.end, now)))
    return entry


def _kind(row: Row, kinds: Mapping[str, Kind]) -> _Meaning | None:
    """The kind its tags say, else its project's, if either does; raises Misread where tags contradict each other."""
    meanings = [meaning for meaning in map(kind_of, row.tags) if meaning]
    if len({kind for kind, _ in meanings}) > 1:
        raise Misread(say("its tags “{tags}” say two kinds", tags=shown(", ".join(row.tags))))
    if meanings:
        return next((meaning for meaning in meanings if meaning[1]), meanings[0])
    mapped = kinds.get(folded(row.project))
    return (mapped, None) if mapped else None


def _parts(text: str) -> list[str]:
    """The parts of a map between its commas, those in double quotes left out."""
    parts, quoted = [""], False
    for sign in text:
        quoted ^= sign == '"'
        if sign == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]
