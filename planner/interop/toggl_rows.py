"""The rows of a Toggl Track detailed report, as CSV.

Source: what Toggl Track exports ("Reports, Detailed, Export CSV", support.toggl.com): a header that names the columns,
local times without a zone, a duration as ``00:25:00``, ``18:25 min``, ``45 sec`` or ``0.42 h`` by the user's setting.
Columns are found by name, so that their order and those we do not need do not matter.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, tzinfo

from planner.domain.errors import Misread, Refused
from planner.domain.instants import pinned
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.problem import Problem

YEARS = range(1971, 2200)  #: outside them, a computer's zone rules are of no use
DAY = 24 * 60  #: minutes, the most that one row may have

#: What may stand above the header: blank lines, and a line for Excel that names the separator.
_ABOVE = re.compile(r'\s*(?:"?sep=([^\n"])"?[ \t]*\n)?\s*', re.IGNORECASE)


class Row(NamedTuple):
    """One tracked stretch. ``line`` is where it begins in the file; ``start`` is aware, its offset fixed.

    ``minutes`` are rounded half up: 0 for less than half of one.
    """

    line: int
    start: datetime
    minutes: int
    project: str
    description: str
    tags: tuple[str, ...]


def read_rows(text: str, zone: tzinfo | None, file: str = "") -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of an export in their order, and those that cannot be read; blank ones are neither.

    Local times are taken in ``zone``. One that a clock change repeats is the one its duration fits, the first if both
    or neither do; one that it skips is as much later. Raises Refused for what is no such export, naming the column.
    """
    rows, problems = [], []
    for line, cells in _cells(text):
        try:
            rows.append(_row(line, cells, zone))
        except Misread as error:
            problems.append(Problem(file, line, str(error)))
    return tuple(rows), tuple(problems)


def _cells(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows below the header by column, each with the line it begins on."""
    above, separator = _ABOVE.match(text), ""
    if above:
        separator, text = above[1] or "", text[above.end() :]
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or max(",;\t", key=head.count))
    before = above[0].count("\n") if above else 0
    try:
        columns = [name.strip().casefold() for name in next(reader, [])]
        _check(columns)
        line = before + reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, {**dict.fromkeys(columns, ""), **dict(zip(columns, map(clean, cells), strict=False))}
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            say("Line {n} is no CSV ({reason}); export the file again.", n=before + reader.line_num, reason=error)
        ) from None


def _check(columns: Sequence[str]) -> None:
    missing = [name for name in ("Project", "Start date", "Start time") if name.casefold() not in columns]
    if "duration" not in columns:
        missing += [name for name in ("End date", "End time") if name.casefold() not in columns]
    if missing:
        raise Refused(
            say(
                "The column “{column}” is missing; planner reads Toggl Track's detailed report as CSV.",
                column=missing[0],
            )
        )


def _row(line: int, cells: Mapping[str, str], zone: tzinfo | None) -> Row:
    wall = _wall(cells.get("start date", ""), cells.get("start time", ""))
    ended = cells.get("end date", ""), cells.get("end time", "")
    until = _wall(*ended) if all(ended) else None
    seconds = _seconds(cells["duration"]) if cells.get("duration") else None
    if seconds is None and until is None:
        raise Misread(say("it has neither a duration nor an end"))
    start = _start(wall, until, seconds, zone)
    if seconds is None:
        assert until is not None
        seconds = _between(start, until.replace(tzinfo=zone))
    elif until is not None and not _agree(start, until, seconds, zone):
        raise Misread(say("its duration is not the time from its start to its end; mend one of them"))
    tags = tuple(tag for tag in (clean(tag) for tag in cells.get("tags", "").split(",")) if tag)
    return Row(line, start, _minutes(seconds), cells["project"], cells.get("description", ""), tags)


def _start(wall: datetime, until: datetime | None, seconds: int | None, zone: tzinfo | None) -> datetime:
    """The moment of a local time; of two, the one from which the row lasts as long as it says."""
    both = [wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    if until is not None and seconds is not None:
        ends = [until.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
        both = [start for start in both if any(_between(start, end) == seconds for end in ends)] or both
    # Through UTC, so that a time which a clock change skips becomes one that exists.
    return pinned(both[0].astimezone(UTC).astimezone(zone))


def _agree(start: datetime, until: datetime, seconds: int, zone: tzinfo | None) -> bool:
    """Whether a row that began then lasts until its end, to the minute, as rows of minutes and of seconds have it."""
    ends = [until.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    return any(abs(_between(start, end) - seconds) <= 60 for end in ends)


def _between(start: datetime, end: datetime) -> int:
    return round((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds())


def _minutes(seconds: int) -> int:
    """Minutes, rounded half up; raises Misread for less than none, and for more than a day has."""
    minutes = (seconds + 30) // 60
    if minutes < 0:
        raise Misread(say("it ends before it begins"))
    if minutes > DAY:
        raise Misread(say("it lasts longer than 24 hours, as a forgotten timer does"))
    return minutes


def _wall(day: str, clock: str) -> datetime:
    try:
        moment = datetime.combine(date.fromisoformat(day), _clock(clock))
        if moment.year not in YEARS:
            raise ValueError(day)
        return moment
    except (ValueError, OverflowError):
        raise Misread(
            say("“{text}” is no date and time like 2026-03-16 12:05:00", text=shown(f"{day} {clock}".strip()))
        ) from None


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
