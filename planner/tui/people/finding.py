"""Finding people on a screen: one of them chosen, those shown searched, narrowed and sorted."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len

from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieFilter, TieList, TieOrder, TieRow, in_order, matching
from planner.domain.person import Circle, Person
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.people.draw_title import STAGES
from planner.tui.people.table import PeopleTable
from planner.tui.people.title import PeopleTitle
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.draw_row import literal
from planner.tui.widgets.search_line import SearchLine

from ..widgets.screen import PlannerScreen

CIRCLES = (None, *Circle)

#: Days without contact that can be asked for, and back to everybody.
QUIET = (None, 30, 60, 90)


class Finding(PlannerScreen):
    """A screen with a list of ties, of which it shows those that pass a filter.

    The desk is asked once; what is typed is looked for in memory.
    """

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.ties: TieList | None = None
        self.counts = TieList((), date.min).counts()
        self.wanted = TieFilter()
        self.order = TieOrder.OVERDUE
        self.shown: tuple[TieRow, ...] = ()
        self.at = 0  # the chosen person's place among those shown
        self.longest = 0  # cells of the longest name there is
        self._ordered: tuple[TieRow, ...] = ()
        self._chosen = ""  # their id

    def show_people(self) -> None:
        """Draw who is looked at."""
        raise NotImplementedError

    def take(self, ties: TieList) -> None:
        """Look through another list; the chosen person stays chosen, or the one in their place is."""
        self.ties, self.counts = ties, ties.counts()
        self.longest = max((cell_len(literal(row.person.name)) for row in ties.rows), default=0)
        self._sort()
        self._pass()

    def _sort(self) -> None:
        self._ordered = in_order(self.ties.rows, self.order) if self.ties else ()

    def _pass(self) -> None:
        self.shown = matching(self._ordered, self.wanted)
        places = {row.person.id: at for at, row in enumerate(self.shown)}
        self.at = places.get(self._chosen, max(0, min(self.at, len(self.shown) - 1)))
        self._chosen = self.shown[self.at].person.id if self.shown else self._chosen

    # Choosing

    @property
    def row(self) -> TieRow | None:
        """The chosen person with their tie, if there is any in sight."""
        return self.shown[self.at] if self.shown else None

    @property
    def person(self) -> Person | None:
        """The chosen person."""
        return self.row.person if self.row else None

    def choose(self, id_: str) -> None:
        """Choose a person by id; one who is not there yet is chosen once they are."""
        self._chosen = id_
        at = next((at for at, row in enumerate(self.shown) if row.person.id == id_), None)
        if at is not None:
            self.at = at
            self.show_people()

    def go(self, rows: int) -> None:
        """Go so many people down."""
        if self.shown:
            self.at = max(0, min(self.at + rows, len(self.shown) - 1))
            self._chosen = self.shown[self.at].person.id
            self.show_people()

    def on_table_turned(self, event: PeopleTable.Turned) -> None:
        """The wheel chooses further on."""
        self.go(event.rows)

    # Sorting and narrowing

    def narrow(self, wanted: TieFilter, *, from_top: bool = False) -> None:
        """Show who passes another filter."""
        self.wanted = wanted
        if from_top:
            self._chosen, self.at = "", 0
        self._pass()
        self.tell(Notice())
        self.show_people()

    def action_sort(self, steps: int) -> None:
        """Sort by another column."""
        orders = list(TieOrder)
        self._sort_by(orders[(orders.index(self.order) + steps) % len(orders)])

    def on_table_heading_clicked(self, event: PeopleTable.HeadingClicked) -> None:
        """Sort by the column that was clicked; again: by what else it can be sorted by."""
        orders = [order for order in TieOrder if order.sorting.column == event.column]
        if orders:
            at = orders.index(self.order) + 1 if self.order in orders else 0
            self._sort_by(orders[at % len(orders)])

    def _sort_by(self, order: TieOrder) -> None:
        """Sort anew, and look from the top: the first are whom one sorts for."""
        self.order = order
        self._sort()
        self.narrow(self.wanted, from_top=True)

    def action_stage(self, steps: int) -> None:
        """Only those of the next stage to which anybody has come."""
        if self.ties:
            there = [stage for stage in STAGES if stage is None or self.counts.at[stage]]
            at = there.index(self.wanted.stage) if self.wanted.stage in there else 0
            self._only(there[(at + steps) % len(there)])

    def on_people_title_stage_clicked(self, event: PeopleTitle.StageClicked) -> None:
        """Only those of the stage that was clicked."""
        self._only(event.stage)

    def _only(self, stage: Stage | None) -> None:
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

    # Searching

    async def action_search(self) -> None:
        """Open the search line."""
        hint = say("a name, a company, a place, a word of a note")
        await self.foot.open(SearchLine(self.ink, self.wanted.text, hint))

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search as one types."""
        self.narrow(self.wanted._replace(text=" ".join(event.text.split())), from_top=True)

    def on_search_line_taken(self) -> None:
        """Keep who was found, and go on in the table."""
        self.foot.close()

    def on_search_line_cleared(self) -> None:
        """Show all again; who was found stays chosen."""
        self.foot.close()
        self.narrow(self.wanted._replace(text=""))
