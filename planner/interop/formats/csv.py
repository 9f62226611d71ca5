"""Any table of tracked time as CSV: its columns are known by their headings, or said with ``--columns``.

Headings that were said once are remembered in her map. The order of day and month is found from the whole file, and
asked for where nothing decides. A row has no id, unless a column is said to be one: what it says is its key.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from hashlib import blake2b

from planner.desk import Desk
from planner.desk.imports import LeftOut, Tell
from planner.domain.errors import Misread, Refused
from planner.domain.texts import clean
from planner.domain.week import Week
from planner.domain.words import say
from planner.interop.intake.columns import (
    UNITS,
    Columns,
    beside,
    found_columns,
    heading_key,
    known_heading,
    said_columns,
    to_say,
    with_more,
)
from planner.interop.intake.dates import DMY, clock_in, moment_in, order_of
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.lengths import seconds_in
from planner.interop.intake.lines import Lines
from planner.interop.intake.log import propose_log
from planner.interop.intake.mapping import columns_in, written
from planner.interop.intake.part import Part
from planner.interop.intake.proposal import Keep, Proposal
from planner.interop.intake.spans import Offsets, minutes_of, seconds_between, start_of, too_short
from planner.interop.intake.table import Table, separator_of
from planner.interop.intake.tracker import Tracker
from planner.interop.problem import Problem
from planner.interop.tables import as_it_was

#: How the heading of planner's own table of its log begins.
_OWN = ["week", "id", "start", "minutes", "kind", "group"]

#: The hour at which days begin of which only the date is told.
_MORNING = time(9)

#: What goes past midnight where only times of day are told begins in the evening and lasts under half a day, as in a
#: line that is typed: else its end stands before its start.
_EVENING, _NIGHT = time(18), timedelta(hours=12)


def propose(taking: Taking) -> Proposal:
    """What tables would bring. Raises Misread for columns that cannot be, Refused where there is no row."""
    reader = _Reader(taking)
    proposal = propose_log(Tracker("csv", "CSV", reader.read, parted=True), taking)
    asks = list(dict.fromkeys(reader.asks))
    return proposal._replace(
        keep=_remembering(proposal.keep, reader.said),
        sentences=(*proposal.sentences, *asks),
        asks=asks[0] if asks else "",
    )


def _remembering(keep: Keep | None, said: dict[str, str]) -> Keep | None:
    """What keeps the columns that were said, and then the rows."""
    if not said:
        return keep

    def kept(desk: Desk, left: LeftOut, tell: Tell) -> None:
        content = written(desk.map_text(), said, "columns")
        if content != desk.map_text():
            desk.keep_map(content, say("Wrote what columns mean into map.toml"))
        if keep:
            keep(desk, left, tell)

    return kept


class _Reader:
    """The tables of one import. ``said`` is what is to be remembered of their headings, ``asks`` what is to be said."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._known = columns_in(taking.desk.map_text())
        self._said_order = ""
        self.said: dict[str, str] = {}
        self.asks: list[str] = []

    def read(self, taking: Taking, problems: list[Problem]) -> Iterator[Stretch | Passed]:
        """The rows of all tables in their order."""
        for number, part in enumerate(taking.parts.parts):
            try:
                table = Table(Lines(part, problems), problems)
                columns = self._columns(table)
                order = self._order(part, columns)
            except Refused as error:
                if not taking.parts.several:
                    raise
                problems.append(Problem(part.name, None, str(error)))
                continue
            for row in _Rows(table, columns, order, taking).rows():
                yield row._replace(file=number)

    def _columns(self, table: Table) -> Columns:
        """What its columns say: as it was said now, as it was once, or by themselves. Raises Misread and Refused."""
        if not table.columns:
            raise Refused(
                say(
                    "There is no row in “{path}”; export it anew with what is to be read.",
                    path=self._taking.parts.called,
                )
            )
        key = heading_key(table.columns)
        text = self._known.get(key, "")
        if now := self._taking.wishes.columns:
            self._said_order = said_columns(now, table.columns).dates
            text = self.said[key] = with_more(text, now)
        columns = found_columns(table.columns)
        if text:
            columns = beside(said_columns(text, table.columns), columns)
        if not _is_enough(columns, self._taking.wishes.group):
            self.asks += to_say(table.columns)
        return columns

    def _order(self, part: Part, columns: Columns) -> str | None:
        """The order of its dates: as is said now, as the table decides, or as was said once; None where it is to be
        asked for."""
        places = [columns.places[field][0] for field in ("start", "end") if field in columns.places]
        if self._said_order or not columns.whole:
            return self._said_order
        rows = Table(Lines(part, []), []).rows()
        order = order_of(cells[at] for _, cells in rows for at in places if at < len(cells))
        order = order or columns.dates or order
        if order is None:
            self.asks.append(
                say("Nothing says whether 03/04 is in March or in April: say --columns dates=dmy, or dates=mdy.")
            )
        return order


def _is_enough(columns: Columns, group: str) -> bool:
    """Whether a row can become an entry by its columns: when it was, how long it lasted, and where."""
    return columns.whole and bool(group or {"project", "tags"} & set(columns.places))


class _Rows:
    """The rows of one table. ``order`` None: the order of its dates is not known."""

    def __init__(self, table: Table, columns: Columns, order: str | None, taking: Taking) -> None:
        self._table, self._columns, self._order = table, columns, order
        self._group, self._now, self._zone = taking.wishes.group, taking.now, taking.now.tzinfo
        heading = heading_key(table.columns).encode("utf-8", "surrogatepass")
        self._own: dict[Week, dict[str, tuple[datetime, int]]] | None = {} if table.columns[:6] == _OWN else None
        self._week = taking.desk.week_once
        self._offsets = Offsets(self._zone)
        self._family = blake2b(heading, digest_size=3).hexdigest()
        self._taken: dict[datetime, int] = {}  # minutes of sums and of days without a time, by when they begin

    def rows(self) -> Iterator[Stretch | Passed]:
        """Each row; one that waits for a word of hers where the columns, or the order of dates, are not known."""
        waits = ""
        if not _is_enough(self._columns, self._group):
            waits = say("its columns do not say when it was, how long it lasted or where; --columns does")
        elif self._order is None:
            waits = say("its dates may be days or months first; --columns dates=dmy or dates=mdy says which")
        for line, cells in self._table.rows():
            if waits:
                yield Passed(line, waits, unreadable=False, asked=True)
                continue
            try:
                stretch = self._row(line, cells)
            except Misread as error:
                yield Passed(line, str(error))
                continue
            yield Passed(line, "", there=True) if self._is_hers(stretch, cells) else stretch

    def _is_hers(self, stretch: Stretch, cells: Sequence[str]) -> bool:
        """Whether a row of planner's own table is an entry of this home, as it stands."""
        if self._own is None:
            return False
        if stretch.week not in self._own:
            there = self._week(stretch.week).entries
            self._own[stretch.week] = {entry.id: (entry.start, entry.minutes) for entry in there}
        return self._own[stretch.week].get(cells[1]) == (stretch.start, stretch.minutes)

    def _row(self, line: int, cells: Sequence[str]) -> Stretch:
        start, seconds, timed = self._times(cells)
        minutes = minutes_of(seconds)
        project = clean(self._cell(cells, "project")) or self._group
        note, tags = clean(self._cell(cells, "note")), self._cell(cells, "tags").replace(";", ",")
        unfit = ""
        if minutes < 1:
            unfit = too_short()
        elif not (project or tags):
            unfit = say("it has no project, which would be its group")
        said = repr((start.isoformat()[:19], minutes, project, note)).encode("utf-8", "surrogatepass")
        mark = blake2b(said, digest_size=5).hexdigest()
        own = "".join(self._cell(cells, "id").split())[:80]
        if not timed or self._columns.stacked:
            start = self._after_others(start, minutes, timed=timed)
        return Stretch(
            f"{self._family}-{own if own and own.isprintable() else mark}",
            line,
            start,
            minutes,
            project,
            note,
            tuple(dict.fromkeys(tag for tag in map(clean, tags.split(",")) if tag)),
            content=mark if own else "",
            unfit=unfit,
        )

    def _cell(self, cells: Sequence[str], field: str) -> str:
        """What a row says of a field."""
        places = self._columns.places.get(field, ())
        text = " ".join(cells[at].strip() for at in places if at < len(cells)).strip()
        return text if self._own is None else as_it_was(text)

    def _times(self, cells: Sequence[str]) -> tuple[datetime, int, bool]:
        """When it began, for how many seconds it lasted, and whether its time of day is told. Raises Misread."""
        order = self._order or DMY
        text = self._cell(cells, "start")
        if not text:
            raise Misread(say("it has no start"))
        start, timed = moment_in(text, order)
        seconds = self._length(cells)
        until = self._until(self._cell(cells, "end"), start, order, seconds) if timed else None
        if seconds is None and until is None:
            raise Misread(say("it has neither a duration nor an end"))
        begun = self._instant(start, until, seconds)
        if until is None:
            return begun, seconds or 0, timed
        steady = None if until.tzinfo else self._offsets.of(until)
        ends = (
            [until.replace(tzinfo=steady or until.tzinfo)]
            if steady or until.tzinfo
            else [until.replace(tzinfo=self._zone, fold=fold) for fold in (0, 1)]
        )
        if seconds is None:
            return begun, seconds_between(begun, ends[0]), timed
        if seconds > max(seconds_between(begun, end) for end in ends) + 60:  # shorter it may be, by its pauses
            raise Misread(say("its duration is not the time from its start to its end; mend one of them"))
        return begun, seconds, timed

    def _instant(self, start: datetime, until: datetime | None, seconds: int | None) -> datetime:
        """When it began, its offset fixed."""
        if start.tzinfo is not None:
            return start_of(start.astimezone(self._zone).replace(tzinfo=None), None, None, self._zone)
        if steady := self._offsets.of(start):
            return start.replace(tzinfo=steady)
        wall_end = until if until is None or until.tzinfo is None else until.astimezone(self._zone).replace(tzinfo=None)
        return start_of(start, wall_end, seconds, self._zone)

    def _length(self, cells: Sequence[str]) -> int | None:
        for field, unit in UNITS.items():
            if text := self._cell(cells, field):
                return seconds_in(text, unit)
        text = self._cell(cells, "duration")
        if not text or (text.replace(".", "").replace(",", "").isdecimal() and self._cell(cells, "end")):
            return None  # figures of an unknown unit are not needed where the end is told
        return seconds_in(text, None)

    def _until(self, text: str, start: datetime, order: str, seconds: int | None) -> datetime | None:
        """When it ended; a time of day alone is on the day it began, or after the midnight that follows.

        Raises Misread, too, where it would go past midnight unlike anything that does.
        """
        if not text:
            return None
        if ":" not in text[:3]:
            with suppress(Misread):
                until, timed = moment_in(text, order)
                return until if timed else None
        until = datetime.combine(start.date(), clock_in(text), start.tzinfo)
        if until >= start:
            return until
        until += timedelta(days=1)
        is_night = start.timetz().replace(tzinfo=None) >= _EVENING and until - start < _NIGHT
        if not is_night and (seconds is None or abs((until - start).total_seconds() - seconds) > 60):
            raise Misread(say("it ends before it begins"))
        return until

    def _after_others(self, start: datetime, minutes: int, *, timed: bool) -> datetime:
        """Where only a day or an hour is told, what is told of the same one follows what was before it."""
        day = start if timed else datetime.combine(start.date(), _first_hour(start.date(), self._now), self._zone)
        before = self._taken.get(start, 0)
        self._taken[start] = before + minutes
        after = start_of((day + timedelta(minutes=before)).replace(tzinfo=None), None, None, self._zone)
        return after if after.date() == start.date() else start


def _first_hour(day: date, now: datetime) -> time:
    return _MORNING if day != now.date() else time()


def _is_table(head: str) -> bool:
    """Whether a text begins with headings that say by themselves what they are, or at least as a table does."""
    lines = [
        line for line in head.split("\n")[:6] if line.strip() and not line.lstrip('"').casefold().startswith("sep=")
    ]
    if len(lines) < 2 or not lines[0][:1000].isprintable() or lines[0].lstrip()[:1] in "{[<":
        return False
    separator = separator_of(lines[0])
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return False
    alike = len(rows) > 1 and len(rows[0]) == len(rows[1]) > 2  # a quote that never closes makes one row of all
    return known_heading(rows[0]) or alike


FORMAT = Format(
    "csv",
    lambda: say("a table of tracked time"),
    _is_table,
    propose,
    ("map", "doubles", "columns", "group"),
    ".csv",
    broad=True,
)
