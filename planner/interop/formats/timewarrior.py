"""Timewarrior: what ``timew export`` prints, and its data files. A tag that says no kind becomes the group.

Source: timewarrior.net/docs (and timew's own files): an export is a list of ``{"id", "start", "end", "tags",
"annotation"}`` with times like ``20260316T110500Z``; a data file has a line an interval,
``inc 20260316T110500Z - 20260316T113000Z # tag "two words" # "annotation"``. The ids are counted anew whenever anything
changes, so that what an interval says is its key. One without an end is still running.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from functools import partial
from hashlib import blake2b

from planner.domain.errors import Misread, Refused
from planner.domain.grammar.lexicon import kind_of
from planner.domain.texts import clean, folded, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.json_rows import json_rows, texts_in
from planner.interop.intake.lines import Lines, head_text
from planner.interop.intake.log import propose_log
from planner.interop.intake.mapping import NameMap, name_map
from planner.interop.intake.part import Part
from planner.interop.intake.spans import DAY, minutes_of, moment, seconds_between, too_short
from planner.interop.intake.tracker import Tracker
from planner.interop.problem import Problem

_LINE = re.compile(r"inc(?: (\d{8}T\d{6}Z))?(?: - (\d{8}T\d{6}Z))?(?: +# ?(.*))?\s*$")
_DATA = re.compile(r"^(?:exc [^\n]*\n)*inc(?: \d{8}T\d{6}Z|\s*$)", re.MULTILINE)
_EXPORT = re.compile(r'\s*\[\s*\{[^{}\[\]]*"start"\s*:\s*"\d{8}T\d{6}Z"')
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


class _Interval(NamedTuple):
    """An interval as it is written."""

    start: object
    end: object
    tags: tuple[str, ...] = ()
    note: str = ""


def read(taking: Taking, problems: list[Problem]) -> Iterator[Stretch | Passed]:
    """The intervals of all files in their order."""
    groups = _Groups(taking)
    for number, part in enumerate(taking.parts.parts):
        try:
            head = head_text(part)
        except Refused as error:
            if not taking.parts.several:
                raise
            problems.append(Problem(part.name, None, str(error)))
            continue
        is_list = head.lstrip().startswith("[")
        if taking.parts.several and not is_list and not _DATA.search(head):
            continue  # its lists of tags and of what may be undone, and months without an interval
        rows = _exported(part, problems, several=taking.parts.several) if is_list else _lines(part, problems)
        for row, interval in rows:
            if isinstance(interval, Passed):
                yield interval._replace(file=number)
                continue
            try:
                yield _draft(row, interval, groups, taking.now.tzinfo)._replace(file=number)
            except Misread as error:
                yield Passed(row, str(error), file=number)


def _lines(part: Part, problems: list[Problem]) -> Iterator[tuple[int, _Interval | Passed]]:
    lines = Lines(part, problems)
    for line in lines:
        said = _LINE.match(line)
        if said:
            tags, _, note = _parted(said[3] or "")
            yield lines.number, _Interval(said[1], said[2], tags, note)
        elif line.strip() and not line.startswith("exc "):  # one of days off
            why = say("“{text}” is no line of Timewarrior's", text=shown(line))
            yield lines.number, Passed(lines.number, why)


def _parted(text: str) -> tuple[tuple[str, ...], str, str]:
    """The tags of a line and its note: both stand behind a #, words with blanks in quotes."""
    tags: list[str] = []
    note: list[str] = []
    into = tags
    for word in _WORD.finditer(text):
        if word[2] == "#":
            into = note
        else:
            plain = re.sub(r"\\(.)", r"\1", word[1]) if word[1] is not None else word[2]
            into.append(plain)
    return tuple(dict.fromkeys(filter(None, map(clean, tags)))), "#", clean(" ".join(note))


def _exported(part: Part, problems: list[Problem], *, several: bool) -> Iterator[tuple[int, _Interval | Passed]]:
    for row, said in json_rows(part, problems, several=several):
        if isinstance(said, Passed):
            yield row, said
        elif isinstance(said, Mapping):
            note = said.get("annotation", "")
            note = note if isinstance(note, str) else "; ".join(texts_in(note))
            yield row, _Interval(said.get("start"), said.get("end"), texts_in(said.get("tags")), clean(note))
        else:
            yield row, Passed(row, say("it is no interval of Timewarrior's"))


def _draft(row: int, interval: _Interval, groups: _Groups, zone: tzinfo | None) -> Stretch | Passed:
    """What an interval becomes; raises Misread."""
    if interval.start is None:
        raise Misread(say("it has no start"))
    start = moment(interval.start, zone)
    if interval.end is None:
        return Passed(row, say("it is still running; stop it there and read it again"), unreadable=False)
    end = moment(interval.end, zone)
    seconds = seconds_between(start, end)
    if seconds > DAY * 60 + 30:
        why = say("it runs for days, as what was never stopped does: shorten it there and read it again")
        return Passed(row, why, seconds // 60, unreadable=False, asked=True)
    minutes = minutes_of(seconds)
    project = groups.among(interval.tags)
    unfit = ""
    if minutes < 1:
        unfit = too_short()
    elif not interval.tags:
        unfit = say("it has no tag, which would be its group")
    tags = interval.tags if not groups.is_named(project) else tuple(tag for tag in interval.tags if tag != project)
    rest = [tag for tag in interval.tags if tag != project and not groups.says_kind(tag)]
    note = interval.note or ", ".join(rest)
    said = repr((_utc(start), minutes, interval.tags, interval.note)).encode("utf-8", "replace")
    key = blake2b(said, digest_size=5).hexdigest()
    return Stretch(key, row, start, minutes, project, note, tags, unfit=unfit)


def _utc(start: datetime) -> int:
    return round(start.timestamp())


class _Groups:
    """Which tag of an interval is its group: one that is a group of hers, one that her map knows, or the first."""

    def __init__(self, taking: Taking) -> None:
        self._map: NameMap = name_map(taking.wishes.map, taking.desk.map_text())
        book = taking.desk.book()
        self._names = {folded(name) for each in book.groups.values() for name in (each.name, each.slug, each.id)}

    def among(self, tags: tuple[str, ...]) -> str:
        """The tag that is the group; "" where every tag says a kind."""
        names = [tag for tag in tags if folded(tag) in self._names]
        names += [tag for tag in tags if not kind_of(tag) and self._map.meaning("projects", tag)]
        names += [tag for tag in tags if not self.says_kind(tag)]
        return next(iter(names), "")

    def is_named(self, project: str) -> bool:
        """Whether a group's own kind is told: it is what a tag beside it does not say otherwise."""
        return bool(project) and self._map.meaning("projects", project) is not None

    def says_kind(self, tag: str) -> bool:
        """Whether a tag says what was done rather than where."""
        return kind_of(tag) is not None or self._map.meaning("tags", tag) is not None


def _is_it(head: str) -> bool:
    return _EXPORT.match(head) is not None or _DATA.match(head) is not None


TRACKER = Tracker("timewarrior", "Timewarrior", read)
FORMAT = Format(
    "timewarrior",
    lambda: say("Timewarrior's log"),
    _is_it,
    partial(propose_log, TRACKER),
    ("map", "doubles"),
    ".data",
)
