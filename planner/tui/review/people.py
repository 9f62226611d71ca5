"""The review's step of people, at the keyboard: promises settled and next week's people taken, by one key each."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding

from planner.domain.book import Book
from planner.domain.people.week_people import ToSee, WeekPeople
from planner.domain.step import Step
from planner.domain.words import say
from planner.tui.review.draw_people import PeopleKeys, choices, people_page
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_notice import of_problem
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings
from planner.tui.widgets.working import named

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel

_TAKE = (
    Key("enter", "enter", "take(1)", lambda: say("see them, go on"), lambda: say("See them next week, and go on"), 1),
    Key("n", "n", "take(0)", lambda: say("see them"), lambda: say("See them next week"), 2),
)
_SETTLE = (
    Key("d", "d", "settle('done')", lambda: say("done"), lambda: say("The promise is kept"), 2),
    Key("s", "s", "settle('put off')", lambda: say("put off"), lambda: say("Put the promise off by a week"), 2),
    Key("x", "x", "settle('let go')", lambda: say("let go"), lambda: say("Let the promise go"), 2),
)
_MOVE = (
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The row above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The row below")),
    *ENDS,
)


_SETTLING = tuple(key.id("people-step") for key in _SETTLE)


class PeopleOwner(Protocol):
    """Whom the step asks; it does so by way of the screen, which says what keeps something from being kept."""

    def settle_promise(self, step: Step, how: str) -> None:
        """A promise is ``done``, ``put off`` by a week, or ``let go``."""

    async def go_on(self) -> None:
        """There is nothing (more) to do here."""

    async def see_next_week(self, person: str, *, go_on: bool) -> None:
        """A person (id) is to be seen next week; then it may go on."""


class PeopleStep(Wheel, Picture, can_focus=True):
    """Shows a week's people; promises and whom to see can be chosen, the first whom to see at first."""

    KEYS: ClassVar[tuple[Key, ...]] = (*_TAKE, *_SETTLE, *_MOVE)
    BINDINGS: ClassVar[list[Binding]] = bindings("people-step", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("The week’s people"),
        lambda: say(
            "Whom you met, who came closer and who is cooling, and what was promised. Whom to see next "
            "week is proposed, and can be taken into it."
        ),
    )

    def __init__(self, ink: Ink, owner: PeopleOwner, people: WeekPeople, book: Book) -> None:
        super().__init__(ink)
        self._owner, self._people, self._book = owner, people, book
        open_ones = (n for n, each in enumerate(choices(people)) if isinstance(each, ToSee) and not each.step)
        self._at = next(open_ones, 0)
        self._first = 0

    def show(self, people: WeekPeople, book: Book) -> None:
        """Show them as they are now."""
        self._people, self._book = people, book
        self._at = max(0, min(self._at, len(choices(people)) - 1))
        self.redraw()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that do something with what is chosen."""
        chosen = self._chosen
        if isinstance(chosen, Step):
            return (*_SETTLE, *_MOVE)
        if isinstance(chosen, ToSee) and not chosen.step:
            return (*_TAKE, *_MOVE)
        return _MOVE if choices(self._people) else ()

    def _page_keys(self) -> PeopleKeys:
        return PeopleKeys(named(self, *_SETTLING), named(self, "people-step.take.0"))

    @property
    def _chosen(self) -> Step | ToSee | None:
        can_choose = choices(self._people)
        return can_choose[self._at] if self._at < len(can_choose) else None

    def draw(self) -> list[Row]:
        width, height = self.size
        page = people_page(self._people, self._book, self._at, width, height, self.ink.marks, self._page_keys())
        if len(page.rows) <= height:
            self._first = 0
            return list(page.rows)
        sight = height - 1
        self._first = first_in_sight(self._first, page.end or 0, sight, len(page.rows))
        below = len(page.rows) - self._first - sight
        return [*page.rows[self._first : self._first + sight], more(self._first, below, self.ink.marks)]

    # Keys

    def action_take(self, go_on: int) -> None:
        """See whom is chosen next week; the next one is chosen then. Where nobody can be, only go on."""
        chosen = self._chosen
        if go_on and not (isinstance(chosen, ToSee) and not chosen.step):
            self.screen.call_later(self._owner.go_on)
        elif isinstance(chosen, ToSee) and not chosen.step:
            self.screen.call_later(self._owner.see_next_week, chosen.person.id, go_on=bool(go_on))
            if not go_on:
                self.action_move(1)
        elif isinstance(chosen, Step):
            why = say("A promise is kept with d, put off with s or let go with x; n takes somebody into next week.")
            self.screen.tell(of_problem(why))  # type: ignore[attr-defined]

    def action_settle(self, how: str) -> None:
        """Say what becomes of the chosen promise."""
        chosen = self._chosen
        if isinstance(chosen, Step):
            self.screen.call_later(self._owner.settle_promise, chosen, how)

    def action_move(self, rows: int) -> None:
        """Choose another one."""
        self._at = max(0, min(self._at + rows, len(choices(self._people)) - 1))
        self.redraw()
        self.screen.show_keys()  # type: ignore[attr-defined]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        width, height = self.size
        for number in range(len(choices(self._people))):
            page = people_page(self._people, self._book, number, width, height, self.ink.marks, self._page_keys())
            if page.at is not None and page.at <= self._first + event.y <= (page.end or 0):
                self._at = number
                self.redraw()
                self.screen.show_keys()  # type: ignore[attr-defined]
                return
