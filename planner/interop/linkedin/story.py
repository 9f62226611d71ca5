"""What one table of the archive tells: how it is known, by its columns alone, and what its rows say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from planner.domain.errors import Misread
from planner.domain.value import NamedTuple
from planner.domain.value.typed import Any
from planner.domain.words import say
from planner.interop.intake.draft import Passed

from .moments import moment
from .rows import Table, by_column

#: A row's cells by the names of their columns.
Cells = Mapping[str, str]

#: Whether somebody of a name and a profile's address (one may be empty) is known to her.
Knows = Callable[[str, str], bool]


class Said(NamedTuple):
    """What a row says, and the line on which it begins. ``rows`` are all that say it: several make one day."""

    row: int
    what: Any
    rows: int = 1


#: What a table tells, row by row.
Tell = Callable[[Table, Knows], Iterator[Said | Passed]]


class Unfit(Misread):
    """A row that was read, and says nothing that is to be kept."""


class Story(NamedTuple):
    """One sort of table: that which has all columns of ``has``, and ``alone`` no others; as `rows.column` has them.

    ``dated`` is the column that has a date in each row; ``tell`` says what the rows are, and why some are nothing.
    """

    name: str
    has: tuple[str, ...]
    dated: str
    tell: Tell
    alone: bool = False
    timed: bool = True  # whether its dates have a time of day

    def knows(self, columns: Sequence[str]) -> bool:
        """Whether these are the columns of such a table."""
        return set(self.has) <= set(columns) and (not self.alone or set(columns) <= {*self.has, ""})

    def begins(self, cells: Cells) -> bool:
        """Whether cells are surely a row of it."""
        said = cells.get(self.dated, "")
        return moment(said) is not None and (":" in said or not self.timed)


def told_by(read: Callable[[Cells], Any]) -> Tell:
    """What a table tells whose rows each say one thing; ``read`` raises Misread for a row that says none.

    Why it does may quote no cell: a message is never told, not even where it stands in another's place.
    """

    def tell(table: Table, _knows: Knows) -> Iterator[Said | Passed]:
        for row in table.rows:
            if row.cells is None:
                yield unreadable(row.line)
                continue
            try:
                yield Said(row.line, read(by_column(table.columns, row.cells)))
            except Misread as wrong:
                yield passed(row.line, wrong)

    return tell


def passed(row: int, wrong: Misread) -> Passed:
    """A row that becomes nothing."""
    return Passed(row, str(wrong), unreadable=not isinstance(wrong, Unfit))


def unreadable(row: int) -> Passed:
    """A row that is none."""
    return Passed(row, say("it is no row: its quotes do not close, or cells are missing"))


def unknown() -> Unfit:
    """Why a row of somebody whom she does not know says nothing."""
    return Unfit(say("it is with nobody you know"))


def undated(text: str) -> Misread:
    """Why a row without a date says nothing that can be kept; what stands in the date's place is not repeated."""
    return Misread(say("it has no date") if not text else say("its date cannot be read"))
