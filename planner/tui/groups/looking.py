"""Looking through the groups on a screen: one of them chosen, those shown sorted and narrowed."""

from __future__ import annotations

from planner.domain.audit.audit import SPANS, Audit, GroupAudit
from planner.domain.audit.view import COLUMNS, View, looked_through
from planner.domain.book import Book
from planner.domain.errors import PlannerError
from planner.domain.group import Group
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.groups.draw_title import STANDINGS
from planner.tui.groups.table import GroupsTable
from planner.tui.groups.title import GroupsTitle
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.search_line import SearchLine

from ..widgets.screen import PlannerScreen


class Looking(PlannerScreen):
    """A screen with an audit, of which it shows what its view is of."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.audit: Audit | None = None
        self.book: Book | None = None
        self.view = View()
        self.weeks = 8
        self.shown: list[GroupAudit] = []
        self.at = 0  # the chosen group's place among those shown
        self._chosen = ""  # its id

    def show_groups(self) -> None:
        """Draw what is looked at."""
        raise NotImplementedError

    def look_through(self) -> None:
        """Take what the view shows of the audit; the chosen group stays chosen, or the one in its place is."""
        assert self.audit and self.book
        self.shown = looked_through(self.audit, self.view, tuple(self.book.objectives.values()))
        self._place()

    def look_again(self) -> None:
        """Take it of another audit; a filter that speaks of what is gone by now goes, too."""
        try:
            self.look_through()
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            self.view = self.view._replace(text="")
            self.look_through()

    def _place(self) -> None:
        places = {row.group.id: at for at, row in enumerate(self.shown)}
        self.at = places.get(self._chosen, max(0, min(self.at, len(self.shown) - 1)))
        self._chosen = self.shown[self.at].group.id if self.shown else ""

    # Choosing

    @property
    def judged(self) -> GroupAudit | None:
        """The chosen group with its figures, if there is any in sight."""
        return self.shown[self.at] if self.shown else None

    @property
    def group(self) -> Group | None:
        """The chosen group."""
        return self.judged.group if self.judged else None

    def choose(self, id_: str) -> None:
        """Choose a group by its id; one that is not there yet is chosen once it is."""
        self._chosen = id_
        places = {row.group.id: at for at, row in enumerate(self.shown)}
        if id_ in places:
            self.at = places[id_]
            self.show_groups()

    def action_move(self, rows: int) -> None:
        """Go so many groups down."""
        if self.shown:
            self.at = max(0, min(self.at + rows, len(self.shown) - 1))
            self._chosen = self.shown[self.at].group.id
            self.show_groups()

    def go_on(self) -> None:
        """To the next group."""
        self.action_move(1)

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        self.action_move(pages * self.query_one(GroupsTable).page)

    def action_end(self, row: int) -> None:
        """To the first group (0) or the last (-1)."""
        self.action_move(-len(self.shown) if row == 0 else len(self.shown))

    def action_columns(self, pages: int) -> None:
        """Scroll through the columns."""
        self.query_one(GroupsTable).turn(pages)

    def on_table_turned(self, event: GroupsTable.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)

    # Sorting and narrowing

    def _look(self, view: View) -> None:
        """Show another view; raises Misread for a filter that cannot be read, and stays as it was then."""
        before, self.view = self.view, view
        try:
            self.look_through()
        except PlannerError:
            self.view = before
            raise
        self.tell(Notice())
        self.show_groups()

    def action_sort(self, steps: int) -> None:
        """Sort by another column."""
        names = [column.name for column in COLUMNS]
        self._sort_by(names[(names.index(self.view.column) + steps) % len(names)])

    def action_turn_order(self) -> None:
        """Turn the order round."""
        self._look(self.view._replace(turned=not self.view.turned))

    def on_table_heading_clicked(self, event: GroupsTable.HeadingClicked) -> None:
        """Sort by the column that was clicked; again: the other way round."""
        if event.column == self.view.column:
            self.action_turn_order()
        else:
            self._sort_by(event.column)

    def _sort_by(self, name: str) -> None:
        self._look(self.view._replace(column=name, turned=False))

    def action_standing(self, steps: int) -> None:
        """Only the groups of the next standing that any has."""
        assert self.audit
        there = [one for one in STANDINGS if one is None or self.audit.count(one)]
        at = there.index(self.view.standing) if self.view.standing in there else 0
        self._look(self.view._replace(standing=there[(at + steps) % len(there)]))

    def on_groups_title_standing_clicked(self, event: GroupsTitle.StandingClicked) -> None:
        """Only the groups of the standing that was clicked."""
        self._look(self.view._replace(standing=event.standing))

    def action_span(self, steps: int) -> None:
        """Look back over another number of weeks."""
        self.weeks = SPANS[(SPANS.index(self.weeks) + steps) % len(SPANS)]
        self.renew()

    async def action_search(self) -> None:
        """Open the filter's line."""
        hint = say("selected read>60 people=0 #objective open due, or part of a name")
        await self.foot.open(SearchLine(self.ink, self.view.text, hint))

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Filter as one types; what cannot be read yet is said, and the rows stay as they were."""
        try:
            self._look(self.view._replace(text=" ".join(event.text.split())))
        except PlannerError as problem:  # no wonder: it is still being typed
            self.tell(Notice(str(problem), role="accent"))

    def on_search_line_taken(self) -> None:
        """Keep what was found, and go on in the table; a filter that cannot be read stays to be mended."""
        typed = " ".join(self.query_one(SearchLine).field.value.split())
        self._look(self.view._replace(text=typed))
        self.foot.close()

    def on_search_line_cleared(self) -> None:
        """Show all again."""
        self.foot.close()
        self._look(self.view._replace(text=""))

    def action_back(self) -> None:
        """Show all again; where all is shown, back to the week."""
        if self.view.all:
            self.planner.show("week")
        else:
            self._look(self.view._replace(standing=None, text=""))
