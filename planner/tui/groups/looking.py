"""Looking through the groups on a screen: one of them chosen, those shown sorted and narrowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.domain.audit.audit import SPANS, Audit, GroupAudit
from planner.domain.audit.columns import COLUMNS, View, looked_through
from planner.domain.errors import PlannerError
from planner.domain.group import Standing
from planner.domain.objective import Objective
from planner.tui.groups.draw_title import STANDINGS
from planner.tui.groups.table import GroupsTable
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.chooser import Chooser
from ..widgets.screen import PlannerScreen

#: An audit, and the objectives that a filter may name.
Audited = tuple[Audit, Sequence[Objective]]


class Looked:
    """How the groups are looked at, over how many weeks, and which of them is chosen."""

    def __init__(self) -> None:
        self.weeks = 8
        self.groups: Chooser[Audited, GroupAudit, View] = Chooser(View(), _picked, lambda row: row.group.id)


def _picked(audited: Audited, view: View) -> list[GroupAudit]:
    """What a view shows. Raises Misread for a filter that cannot be read."""
    return looked_through(audited[0], view, audited[1])


class Looking:
    """Looks through an audit, of which the screen shows what its view is of; ``show`` draws it."""

    def __init__(self, screen: PlannerScreen, show: Callable[[], None]) -> None:
        self._screen, self._show = screen, show
        self._looked = screen.planner.kept(Looked)
        self._groups = self._looked.groups
        self._groups.clear()
        self._audit: Audit | None = None

    @property
    def view(self) -> View:
        """What is looked at."""
        return self._groups.view

    @property
    def weeks(self) -> int:
        """How many weeks are looked back over."""
        return self._looked.weeks

    @property
    def shown(self) -> Sequence[GroupAudit]:
        """The groups that are shown, in their order."""
        return self._groups.rows

    @property
    def at(self) -> int:
        """The chosen group's place among those shown."""
        return self._groups.at

    @property
    def chosen(self) -> GroupAudit | None:
        """The chosen group with its figures, if there is any in sight."""
        return self._groups.chosen

    def take(self, audit: Audit, objectives: Sequence[Objective]) -> None:
        """Look through another audit; a filter that speaks of what is gone by now goes, too."""
        self._audit = audit
        try:
            self._groups.take((audit, objectives))
        except PlannerError as problem:
            self._screen.tell(of_problem(str(problem)))
            self._groups.view = self.view._replace(text="")
            self._groups.take((audit, objectives))

    # Choosing

    def choose(self, id_: str) -> None:
        """Choose a group by its id; one that is not there yet is chosen once it is."""
        if self._groups.choose(id_):
            self._show()

    def go_on(self) -> None:
        """To the next group, once all is shown again."""
        self._groups.move(1)

    def action_move(self, rows: int) -> None:
        """Go so many groups down."""
        self._groups.move(rows)
        self._show()

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        self._groups.page(pages, self._screen.query_one(GroupsTable).page)
        self._show()

    def action_end(self, row: int) -> None:
        """To the first group (0) or the last (-1)."""
        self._groups.end(row)
        self._show()

    def action_columns(self, pages: int) -> None:
        """Scroll through the columns."""
        self._screen.query_one(GroupsTable).turn(pages)

    # Sorting and narrowing

    def look(self, view: View) -> None:
        """Show another view; raises Misread for a filter that cannot be read, and stays as it was then."""
        self._groups.look(view)
        if not self.shown:  # as one types: the next that are found are looked at from the top
            self._groups.forget()
        self._screen.tell(Notice())
        self._screen.show_keys()
        self._show()

    def search(self, text: str, _from_top: bool) -> None:
        """Filter by a text. Raises Misread for one that cannot be read."""
        self.look(self.view._replace(text=text))

    def action_sort(self, steps: int) -> None:
        """Sort by another column."""
        names = [column.name for column in COLUMNS if column.cells]
        self._sort_by(names[(names.index(self.view.column) + steps) % len(names)])

    def action_turn_order(self) -> None:
        """Turn the order round."""
        self.look(self.view._replace(turned=not self.view.turned))

    def sort_by_clicked(self, column: str) -> None:
        """Sort by the column that was clicked; again: the other way round."""
        if column == self.view.column:
            self.action_turn_order()
        else:
            self._sort_by(column)

    def _sort_by(self, name: str) -> None:
        self.look(self.view._replace(column=name, turned=False))

    def action_standing(self, steps: int) -> None:
        """Only the groups of the next standing that any has."""
        if self._audit is None:
            return
        there = [standing for standing in STANDINGS if standing is None or self._audit.count(standing)]
        at = there.index(self.view.standing) if self.view.standing in there else 0
        self.only(there[(at + steps) % len(there)])

    def only(self, standing: Standing | None) -> None:
        """Only the groups of a standing; None for all."""
        self.look(self.view._replace(standing=standing))

    def action_span(self, steps: int) -> None:
        """Look back over another number of weeks."""
        self._looked.weeks = SPANS[(SPANS.index(self.weeks) + steps) % len(SPANS)]
        self._screen.renew()

    def action_show_all(self) -> None:
        """Show all groups again."""
        self.look(self.view._replace(standing=None, text=""))
