"""A list that one looks through: one of its rows chosen, those in sight filtered and sorted. It knows of no screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

#: More rows than any list or page has.
LONG = 100_000

#: What the rows are taken from, a row, and the view of them: how they are filtered and sorted.
Source = TypeVar("Source")
Row = TypeVar("Row")
View = TypeVar("View")


class Chooser(Generic[Source, Row, View]):
    """The rows that a view shows of a source, of which one is chosen by its id.

    ``pick`` takes them of the source, in their order. A row whose ``id_of`` is "" is a heading, which cannot be chosen.
    Where the chosen row is gone, the one in its place is chosen; or the first one that ``stands_in`` for it, else the
    last, where that is said.
    """

    def __init__(
        self,
        view: View,
        pick: Callable[[Source, View], Sequence[Row]],
        id_of: Callable[[Row], str],
        stands_in: Callable[[Row, Row], bool] | None = None,
    ) -> None:
        self.view = view
        self.rows: Sequence[Row] = ()
        self.at = 0  # the chosen row's place
        self.last: Row | None = None  # the row that was chosen last, in sight or not
        self._pick, self._id_of, self._stands_in = pick, id_of, stands_in
        self._source: Source | None = None
        self._places: list[int] = []  # those of the rows that can be chosen
        self._id = ""  # the chosen row's id, or that of the one to be chosen once it is there

    # What is shown

    def take(self, source: Source) -> None:
        """Show another source. Raises what ``pick`` raises, and shows what it showed, of the source before, then."""
        self._show(self._pick(source, self.view))
        self._source = source

    def clear(self) -> None:
        """Show nothing until a source is there again; the view stays, and what is chosen once it is."""
        self._source, self.rows, self._places = None, (), []

    def look(self, view: View, *, from_top: bool = False) -> None:
        """Show another view, and choose its first row where it is looked at ``from_top``. Raises what ``pick`` raises,
        and stays as it was then."""
        rows = self.rows if self._source is None else self._pick(self._source, view)
        self.view = view
        if from_top:
            self.forget()
        self._show(rows)

    def _show(self, rows: Sequence[Row]) -> None:
        ids = [self._id_of(row) for row in rows]
        self.rows, self._places = rows, [at for at, id_ in enumerate(ids) if id_]
        if self._id in ids and self._id:
            self._go(ids.index(self._id))
        elif self._places:
            self._go(self._place_of_gone())
        else:
            self.at = 0

    def _place_of_gone(self) -> int:
        gone, places = self.last, self._places
        if gone is None or self._stands_in is None:
            return places[min(bisect_left(places, self.at), len(places) - 1)]
        return next((at for at in places if self._stands_in(self.rows[at], gone)), places[-1])

    # What is chosen

    @property
    def chosen(self) -> Row | None:
        """The chosen row, if there is any in sight."""
        return self.rows[self.at] if self._places else None

    @property
    def at_top(self) -> bool:
        """Whether the chosen row is the first that can be."""
        return bool(self._places) and self.at == self._places[0]

    def choose(self, id_: str, row: Row | None = None) -> bool:
        """Choose a row by its id, and say whether it is there; one that is not is chosen once it is, and meanwhile what
        stands in for the ``row``."""
        self._id, self.last = id_, row or self.last
        at = next((at for at in self._places if self._id_of(self.rows[at]) == id_), None)
        if at is not None:
            self._go(at)
        return at is not None

    def forget(self) -> None:
        """Choose none: the first one, once rows are shown anew."""
        self._id, self.last, self.at = "", None, 0

    def move(self, rows: int) -> None:
        """Go so many rows down that can be chosen; nothing comes before the first and after the last."""
        if self._places:
            at = bisect_left(self._places, self.at) + rows
            self._go(self._places[max(0, min(at, len(self._places) - 1))])

    def page(self, pages: int, rows: int) -> None:
        """Go so many pages of so many rows down, and from a heading back to what can be chosen."""
        if self._places:
            at = self.at + pages * rows
            place = bisect_right(self._places, at) - 1 if pages > 0 else bisect_left(self._places, at)
            self._go(self._places[max(0, min(place, len(self._places) - 1))])

    def end(self, row: int) -> None:
        """To the first row (0) or the last (-1)."""
        if self._places:
            self._go(self._places[row])

    def go(self, at: int) -> None:
        """To the row at a place, where it can be chosen."""
        if at in self._places:
            self._go(at)

    def _go(self, at: int) -> None:
        self.at, self.last = at, self.rows[at]
        self._id = self._id_of(self.last)
