"""Toggl Track: the rows of its detailed report as CSV. A project becomes a group; the kind comes from a tag or the map.

Source: what Toggl Track exports ("Reports, Detailed, Export CSV", support.toggl.com): a header that names the columns,
local times without a zone, a duration as ``00:25:00``, ``18:25 min``, ``45 sec`` or ``0.42 h`` by the user's setting.
Columns are found by name, so that their order and those we do not need do not matter. Rows have no id: what a row says
is its key.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, tzinfo
from functools import partial
from hashlib import blake2b

from planner.domain.errors import Misread, Refused
from planner.domain.texts import clean, shown
from planner.domain.words import say
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.lines import Lines
from planner.interop.intake.log import propose_log
from planner.interop.intake.part import Parts
from planner.interop.intake.spans import YEARS, Offsets, ends_then, minutes_of, seconds_between, start_of, too_short
from planner.interop.intake.table import Table, separator_of
from planner.interop.intake.tracker import Tracker
from planner.interop.problem import Problem

#: Columns without which a table is no such report, and those of which either will do.
_MUST = ("Project", "Start date", "Start time")
_END = ("End date", "End time")

#: The columns that are read, in this order; one that is nowhere is past every row's end.
_COLUMNS = ("start date", "start time", "end date", "end time", "duration", "project", "description", "tags")
_NOWHERE = 1_000_000


def read(taking: Taking, problems: list[Problem]) -> Iterator[Stretch | Passed]:
    """The rows of all reports in their order. Raises Refused for what is no such export, naming the column."""
    return rows_of(taking.parts, taking.now.tzinfo, problems)


def rows_of(parts: Parts, zone: tzinfo | None, problems: list[Problem]) -> Iterator[Stretch | Passed]:
    """The rows of all reports, their local times being of a zone. Raises as :func:`read`."""
    for number, part in enumerate(parts.parts):
        try:
            table = Table(Lines(part, problems), problems)
            _check(table)
        except Refused as error:
            if not parts.several:
                raise
            problems.append(Problem(part.name, None, str(error)))
            continue
        yield from _Report(table, zone, number).rows()


def _check(table: Table) -> None:
    missing = [name for name in _MUST if name.casefold() not in table.places]
    if "duration" not in table.places:
        missing += [name for name in _END if name.casefold() not in table.places]
    if missing:
        raise Refused(
            say(
                "The column “{column}” is missing; planner reads Toggl Track's detailed report as CSV.",
                column=missing[0],
            )
        )


class _Report:
    """One report. Local times are taken in ``zone``."""

    def __init__(self, table: Table, zone: tzinfo | None, number: int) -> None:
        self._table, self._zone, self._number = table, zone, number
        self._offsets = Offsets(zone)
        self._tags: dict[str, tuple[str, ...]] = {}
        self._projects: dict[str, str] = {}
        self._at = [table.places.get(name, _NOWHERE) for name in _COLUMNS]

    def rows(self) -> Iterator[Stretch | Passed]:
        for line, cells in self._table.rows():
            try:
                yield self._row(line, cells)
            except Misread as error:
                yield Passed(line, str(error), file=self._number)

    def _row(self, line: int, cells: Sequence[str]) -> Stretch:
        width = len(cells)
        day, clock, end_day, end_clock, length, project, note, tags = [
            cells[at].strip() if at < width else "" for at in self._at
        ]
        start, seconds = self._times(day, clock, end_day, end_clock, length)
        minutes = minutes_of(seconds)
        project, note = self._project(project), clean(note)
        unfit = ""
        if minutes < 1:
            unfit = too_short()
        elif not project:
            unfit = say("it has no project, which would be its group")
        said = repr((start.isoformat()[:19], minutes, project, note)).encode("utf-8", "surrogatepass")
        key = blake2b(said, digest_size=5).hexdigest()
        return Stretch(key, line, start, minutes, project, note, self._tags_in(tags), unfit=unfit, file=self._number)

    def _project(self, text: str) -> str:
        """A project's name, once in memory for all its rows."""
        if text not in self._projects:
            self._projects[text] = clean(text)
        return self._projects[text]

    def _tags_in(self, text: str) -> tuple[str, ...]:
        if text not in self._tags:
            self._tags[text] = tuple(tag for tag in map(clean, text.split(",")) if tag)
        return self._tags[text]

    def _times(self, day: str, clock: str, end_day: str, end_clock: str, length: str) -> tuple[datetime, int]:
        """When it began, and for how many seconds it lasted. Raises Misread."""
        wall = _wall(day, clock)
        until = _wall(end_day, end_clock) if end_day and end_clock else None
        seconds = _seconds(length) if length else None
        if seconds is None and until is None:
            raise Misread(say("it has neither a duration nor an end"))
        plain = self._offsets.of(wall)
        if plain is not None and (until is None or self._offsets.of(until) == plain):
            start = wall.replace(tzinfo=plain)
            lasts = round((until - wall).total_seconds()) if until else None
            agree = lasts is None or seconds is None or abs(lasts - seconds) <= 60
        else:
            start = start_of(wall, until, seconds, self._zone)
            lasts = None if until is None else seconds_between(start, until.replace(tzinfo=self._zone))
            agree = until is None or seconds is None or ends_then(start, until, seconds, self._zone)
        if seconds is None:
            assert lasts is not None
            return start, lasts
        if not agree:
            raise Misread(say("its duration is not the time from its start to its end; mend one of them"))
        return start, seconds


def _wall(day: str, clock: str) -> datetime:
    try:
        if len(day) == 10 and len(clock) == 8 and clock[2] == clock[5] == ":":  # most are, and this is quicker
            moment = datetime.fromisoformat(f"{day}T{clock}")
        else:
            moment = datetime.combine(date.fromisoformat(day), _clock(clock))
    except (ValueError, OverflowError):
        text = shown(f"{day} {clock}".strip())
        raise Misread(say("“{text}” is no date and time like 2026-03-16 12:05:00", text=text)) from None
    if moment.year not in YEARS:
        raise Misread(say("“{text}” is of no year in which time was tracked", text=shown(day)))
    return moment


def _clock(text: str) -> time:
    """``12:05:00``, ``9:05`` or ``9:05 PM``; raises ValueError."""
    figures, _, half = text.casefold().partition(" ")
    hour, minute, *seconds = (int(figure) for figure in figures.split(":"))
    if half:
        if half not in ("am", "pm") or not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + 12 * (half == "pm")
    return time(hour, minute, seconds[0] if seconds else 0)


def _seconds(text: str) -> int:
    """Seconds of ``00:25:00``, ``18:25 min``, ``45 sec`` or ``0.42 h``; raises Misread."""
    if len(text) == 8 and text[2] == text[5] == ":" and (text[:2] + text[3:5] + text[6:]).isdecimal():
        return int(text[:2]) * 3600 + int(text[3:5]) * 60 + int(text[6:])
    figures, _, unit = text.casefold().partition(" ")
    try:
        if figures.startswith("-"):
            raise ValueError(text)
        if unit in ("h", "hours"):
            return round(float(figures.replace(",", ".")) * 3600)
        parts = [int(figure) for figure in figures.split(":")]
        if min(parts) < 0 or len(parts) != {"": 3, "min": 2, "sec": 1}[unit]:
            raise ValueError(text)
    except (ValueError, KeyError, OverflowError):
        raise Misread(say("“{text}” is no duration like 00:25:00 or 18:25 min", text=shown(text))) from None
    hours, minutes, seconds = [0] * (3 - len(parts)) + parts
    return hours * 3600 + minutes * 60 + seconds


def _is_report(head: str) -> bool:
    """Whether a text begins as a report does: its columns tell, and no other program names all of them so."""
    for line in head.split("\n")[:20]:
        if line.strip() and not line.lstrip('"').casefold().startswith("sep="):
            try:
                names = next(csv.reader([line], delimiter=separator_of(line)), [])
            except csv.Error:
                return False
            columns = {name.strip().casefold() for name in names}
            ends = {"duration"} <= columns or {"end date", "end time"} <= columns
            return ends and {"project", "start date", "start time"} <= columns and "duration (h)" not in columns
    return False


TRACKER = Tracker("toggl", "Toggl", read, old="toggl-")
FORMAT = Format(
    "toggl",
    lambda: say("Toggl Track's detailed report"),
    _is_report,
    partial(propose_log, TRACKER),
    ("map", "doubles"),
    ".csv",
)
