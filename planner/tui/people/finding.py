"""Finding people on a screen: one of them chosen, those shown searched, narrowed and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from rich.cells import cell_len

from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieFilter, TieList, TieOrder, TieRow, in_order, matching
from planner.domain.person import Circle
from planner.domain.value import NamedTuple
from planner.tui.people.draw_title import STAGES
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.draw_row import literal

from ..widgets.chooser import Chooser
from ..widgets.screen import PlannerScreen

CIRCLES = (None, *Circle)

#: Days without contact that can be asked for, and back to everybody.
QUIET = (None, 30, 60, 90)


class PeopleView(NamedTuple):
    """Who is shown, and in which order."""

    wanted: TieFilter = TieFilter()
    order: TieOrder = TieOrder.OVERDUE


class Passing:
    """Takes those who pass a filter; they are sorted once for all that is typed."""

    def __init__(self) -> None:
        self._ties: TieList | None = None
        self._order: TieOrder | None = None
        self._ordered: tuple[TieRow, ...] = ()

    def __call__(self, ties: TieList, view: PeopleView) -> tuple[TieRow, ...]:
        if ties is not self._ties or view.order is not self._order:
            self._ties, self._order, self._ordered = ties, view.order, in_order(ties.rows, view.order)
        return matching(self._ordered, view.wanted)


def people_chooser() -> Chooser[TieList, TieRow, PeopleView]:
    """Everybody, one of them chosen."""
    return Chooser(PeopleView(), Passing(), lambda row: row.person.id)


class Finding:
    """Looks through a list of ties, of which the screen shows those that pass a filter; ``show`` draws them.

    The desk is asked once; what is typed is looked for in memory.
    """

    def __init__(self, screen: PlannerScreen, show: Callable[[], None]) -> None:
        self._screen, self._show = screen, show
        self._people = screen.planner.kept(people_chooser)
        self._people.clear()
        self.ties: TieList | None = None
        self.counts = TieList((), date.min).counts()
        self.longest = 0  # cells of the longest name there is

    @property
    def wanted(self) -> TieFilter:
        """Who is looked for."""
        return self._people.view.wanted

    @property
    def narrowed(self) -> bool:
        """Whether anybody may be left out."""
        return self.wanted != TieFilter()

    @property
    def order(self) -> TieOrder:
        """What they are sorted by."""
        return self._people.view.order

    @property
    def shown(self) -> Sequence[TieRow]:
        """The people that are shown, in their order."""
        return self._people.rows

    @property
    def at(self) -> int:
        """The chosen person's place among those shown."""
        return self._people.at

    @property
    def chosen(self) -> TieRow | None:
        """The chosen person with their tie, if there is any in sight."""
        return self._people.chosen

    def take(self, ties: TieList) -> None:
        """Look through another list; the chosen person stays chosen, or the one in their place is."""
        self.ties, self.counts = ties, ties.counts()
        self.longest = max((cell_len(literal(row.person.name)) for row in ties.rows), default=0)
        self._people.take(ties)

    # Choosing

    def choose(self, id_: str) -> None:
        """Choose a person by id; one who is not there yet is chosen once they are."""
        if self._people.choose(id_):
            self._show()

    def go(self, rows: int) -> None:
        """Go so many people down."""
        self._people.move(rows)
        self._show()

    # Sorting and narrowing

    def narrow(self, wanted: TieFilter, *, from_top: bool = False) -> None:
        """Show who passes another filter."""
        self._look(self._people.view._replace(wanted=wanted), from_top=from_top)

    def _look(self, view: PeopleView, *, from_top: bool) -> None:
        self._people.look(view, from_top=from_top)
        self._screen.tell(Notice())
        self._screen.show_keys()
        self._show()

    def action_show_all(self) -> None:
        """Show everybody again."""
        self.narrow(TieFilter())

    def search(self, text: str, from_top: bool) -> None:
        """Look for words; who was found stays chosen where all are shown again."""
        self.narrow(self.wanted._replace(text=text), from_top=from_top)

    def action_sort(self, steps: int) -> None:
        """Sort by another column."""
        orders = list(TieOrder)
        self._sort_by(orders[(orders.index(self.order) + steps) % len(orders)])

    def sort_by_clicked(self, column: str) -> None:
        """Sort by the column that was clicked; again: by what else it can be sorted by."""
        orders = [order for order in TieOrder if order.sorting.column == column]
        if orders:
            at = orders.index(self.order) + 1 if self.order in orders else 0
            self._sort_by(orders[at % len(orders)])

    def _sort_by(self, order: TieOrder) -> None:
        """Sort anew, and look from the top: the first are whom one sorts for."""
        self._look(self._people.view._replace(order=order), from_top=True)

    def action_stage(self, steps: int) -> None:
        """Only those of the next stage to which anybody has come."""
        if self.ties:
            there = [stage for stage in STAGES if stage is None or self.counts.at[stage]]
            at = there.index(self.wanted.stage) if self.wanted.stage in there else 0
            self.only(there[(at + steps) % len(there)])

    def only(self, stage: Stage | None) -> None:
        """Only those of a stage; None for everybody."""
        self.narrow(self.wanted._replace(stage=stage), from_top=True)

    def action_circle(self) -> None:
        """Only one circle, the next one, all again."""
        circle = CIRCLES[(CIRCLES.index(self.wanted.circle) + 1) % len(CIRCLES)]
        self.narrow(self.wanted._replace(circle=circle), from_top=True)

    def action_quiet(self) -> None:
        """Only those not in contact for so many days, for more of them, all again."""
        quiet = QUIET[(QUIET.index(self.wanted.quiet) + 1) % len(QUIET)]
        self.narrow(self.wanted._replace(quiet=quiet), from_top=True)

    def action_owed(self) -> None:
        """Only those with a promise in either direction; all again."""
        self.narrow(self.wanted._replace(owed=not self.wanted.owed), from_top=True)
