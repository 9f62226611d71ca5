"""The one way to find anything: a box over what is in front, and what goes on being read while one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from planner.domain.errors import PlannerError
from planner.domain.grammar.findable import NOTES_FROM, Index, Sort, Thing, by_use
from planner.domain.grammar.setting_rows import SETTINGS
from planner.domain.texts import words_of
from planner.domain.words import say
from planner.theme_files import theme_names

from ..widgets.about import About
from ..widgets.draw_notice import of_problem
from ..widgets.draw_row import Row
from ..widgets.ink import Ink
from ..widgets.keys import Key, bindings
from ..widgets.line import LinePicture
from ..widgets.line_input import LineInput
from ..widgets.planner import planner_of
from ..widgets.screen import PlannerScreen
from ..widgets.working import hints
from .actions import Act, actions_here, actions_of
from .draw_find import Part, bottom, middle, title_of, top
from .gathering import gather, gather_notes
from .keeping import with_all_data
from .list import FoundList
from .taking import take_up

#: Things of a sort that are shown while others are there, and where only one is asked for.
FEW, MANY = 5, 200
WIDEST, HIGHEST = 84, 28
#: Steps of gathering after which what is found is shown anew.
SHOWN_EACH = 12
#: Seconds between two of them, for keys to come between.
PACE = 0.005


class FindScreen(ModalScreen[None]):
    """What is typed on top, what is found under it. Escape leaves all as it was."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "take", lambda: say("take it"), lambda: say("Take what is chosen"), 1),
        Key("tab", "tab", "only(1)", lambda: say("only these"), lambda: say("Only one sort; again: the next"), 3),
        Key("shift+tab", "shift+tab", "only(-1)", lambda: say("back"), lambda: say("The sort before")),
        Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The row above")),
        Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The row below")),
        Key("pageup", "pgup", "move(-10)", lambda: say("page up"), lambda: say("A page up")),
        Key("pagedown", "pgdn", "move(10)", lambda: say("page down"), lambda: say("A page down")),
        Key("escape,ctrl+p", "esc", "leave", lambda: say("leave"), lambda: say("Leave all as it was"), 2),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("find", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Find"),
        lambda: say(
            "Type the beginnings of words: actions, groups, people, companies, weeks, notes, settings, themes. "
            "Enter takes what is chosen, and what you take most comes first."
        ),
    )
    AUTO_FOCUS = "LineInput"
    DEFAULT_CSS = """
    FindScreen { align: center middle; background: $background 45%; }
    FindScreen Vertical { background: $background; }
    FindScreen Horizontal { height: 1; }
    """

    def __init__(self, ink: Ink, front: Screen[Any]) -> None:
        super().__init__()
        self.ink, self._front = ink, front
        planner = planner_of(front.app)
        self._planner, self._desk = planner, planner.desk
        self._index = planner.kept(Index)
        self._uses = self._desk.uses()
        self._acts: dict[str, Act] = {}
        self._theme = ink.palette.name
        self._only: Sort | None = None
        self._parts: Sequence[Part] = ()
        self._at = 0
        self._steps: Iterator[None] = iter(())
        self._notes_wanted = False
        self.gathering = False  # whether there may be more to find in a moment
        self._taken_steps = 0

    def compose(self) -> ComposeResult:
        with Vertical():
            yield LinePicture(self.ink, Row(), id="top")
            with Horizontal():
                mark = Row().put(f"{self.ink.marks.side} ", "rule").put("/ ", "accent strong")
                yield LinePicture(self.ink, mark, snug=True)
                hint = say("an action, a name, a week, a word of a note")
                yield LineInput("", hint)
                yield LinePicture(self.ink, Row().put(f" {self.ink.marks.side}", "rule"), snug=True)
            yield LinePicture(self.ink, Row(), id="middle")
            yield FoundList(self.ink)
            yield LinePicture(self.ink, Row(), id="bottom")

    def on_mount(self) -> None:
        """Show what is at hand at once, and begin to gather the rest."""
        planner_of(self.app).hand_keys_to(self.query_one(Input))
        self._pace = self.set_interval(PACE, self._step, pause=True)
        self._put("here", [*actions_here(self._front)])
        self._put("settings", [])
        self._put("themes", [(self._theme_thing(name), _nothing) for name in theme_names(self._planner.themes_folder)])
        if isinstance(self._front, PlannerScreen):
            self._steps = self._gathering(self._front)
        else:
            for source in ("keeping", *(f"screen {name}" for name in self._planner.screens)):
                self._put(source, [])
        self._look()
        self._go_on()

    # Gathering

    def _gathering(self, front: PlannerScreen) -> Iterator[None]:
        settings = self._desk.settings()
        rows = [
            Thing(Sort.SETTING, row.key, row.key, row.sentence(), row.sentence(), row.words(settings))
            for row in SETTINGS
            if row.key != "theme"  # each of which is there itself
        ]
        self._put("settings", [(row, _nothing) for row in rows])
        here = {thing.words for thing in self._index.of(Sort.ACTION) if not thing.beside}
        keeping = []
        for name, words, act in with_all_data(front):
            keeping.append((Thing(Sort.ACTION, f"all.{name}", words, quiet="restore" in name), act))
        self._put("keeping", keeping)
        yield
        for name, kind in self._planner.screens.items():
            there = [] if name == front.NAME else [*actions_of(name, kind, front)]
            self._put(f"screen {name}", [(thing, act) for thing, act in there if thing.words not in here])
            yield
        yield from gather(self._index, self._desk)

    def _put(self, source: str, things: Sequence[tuple[Thing, Act]]) -> None:
        self._acts |= {thing.key: act for thing, act in things}
        self._index.put(source, [thing for thing, _ in things])

    def _theme_thing(self, name: str) -> Thing:
        right = say("now") if name == self._theme else ""
        return Thing(Sort.THEME, name, name, also=say("theme colours"), right=right)

    def _step(self) -> None:
        """Take one step, and leave room for keys before the next."""
        self._taken_steps += 1
        try:
            next(self._steps)
        except StopIteration:
            self._rest()
        except PlannerError:  # of a file that cannot be read, which its screen says
            self._rest()
        else:
            if self._taken_steps % SHOWN_EACH:
                return
        self._look(stay=True)

    def _go_on(self) -> None:
        self.gathering = True
        self._pace.resume()

    def _rest(self) -> None:
        self.gathering = False
        self._pace.pause()

    def _want_notes(self, typed: str) -> None:
        """Notes are read once somebody looks for words that may stand in them."""
        if not self._notes_wanted and isinstance(self._front, PlannerScreen) and len(typed) >= NOTES_FROM:
            self._notes_wanted = True
            self._steps = chain(self._steps, gather_notes(self._index, self._desk))
            self._go_on()

    # Finding

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.query_one(Input).value

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._only = None
        self._look()
        self._want_notes("".join(words_of(event.value)))

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self.action_take()

    def _look(self, *, stay: bool = False) -> None:
        """Find anew; what was chosen stays so where it is still there."""
        before = self.chosen
        typed = self.typed
        most = MANY if self._only else FEW
        if words_of(typed):
            found = self._index.find(typed, self._uses, most, self._only)
            self._parts = [Part(title_of(each.sort), *each[1:]) for each in found if self._can(each.sort)]
        else:
            self._parts = [part for part in self._at_rest(most) if part.things]
        keys = [thing.key for part in self._parts for thing in part.things]
        self._at = keys.index(before.key) if stay and before and before.key in keys else 0
        self._show()

    def _can(self, sort: Sort) -> bool:
        """A panel asks about one thing: beside its own keys there are only the themes."""
        return isinstance(self._front, PlannerScreen) or sort in {Sort.ACTION, Sort.THEME}

    def _at_rest(self, most: int) -> Iterator[Part]:
        """What is offered before anything is typed: what is used most, what can be done here, some of the rest."""
        if not self._only:
            keys = by_use([key for key in self._uses if self._index.thing(key)], self._uses)[:FEW]
            often = tuple(thing for key in keys if (thing := self._index.thing(key)) and self._can(thing.sort))
            yield Part(say("OFTEN"), often, len(often))
        for sort in Sort if self._only is None else (self._only,):
            there = self._index.of(sort) if self._can(sort) else []
            there.sort(key=lambda thing: -self._uses.get(thing.key, 0))
            here = [thing for thing in there if not thing.beside] if sort is Sort.ACTION and not self._only else there
            shown = here if sort is Sort.ACTION else here[:most]
            yield Part(title_of(sort), tuple(shown), len(there))

    @property
    def chosen(self) -> Thing | None:
        """The thing that stands out."""
        things = [thing for part in self._parts for thing in part.things]
        return things[self._at] if self._at < len(things) else None

    def _show(self) -> None:
        width, marks = self.size.width, self.ink.marks
        box = self.query_one(Vertical)
        wide = min(WIDEST, width - 2)
        box.styles.width, box.styles.height = wide, min(HIGHEST, self.size.height - 2)
        said = say("reading the notes") if self.gathering and self._notes_wanted else ""
        self.query_one("#top", LinePicture).show(top(say("FIND"), said, wide, marks))
        self.query_one("#middle", LinePicture).show(middle(wide, marks))
        self.query_one("#bottom", LinePicture).show(bottom(hints(self), wide, marks))
        empty = "" if self._parts else say("Nothing begins so.")
        self.query_one(FoundList).show(self._parts, self.typed, self._at, empty)
        self._preview()

    def _preview(self) -> None:
        """A theme shows itself while one stands on it."""
        chosen = self.chosen
        wanted = chosen.id if chosen and chosen.sort is Sort.THEME else self._theme
        if wanted != self.ink.palette.name:
            self._planner.use_theme(wanted)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit in anew."""
        self._show()

    # Keys and the mouse

    def action_move(self, rows: int) -> None:
        """Choose another thing."""
        count = sum(len(part.things) for part in self._parts)
        self._at = max(0, min(self._at + rows, count - 1))
        self._show()

    def action_only(self, steps: int) -> None:
        """Only one sort of what there is; then the next, then all again."""
        words = words_of(self.typed)
        found = self._index.find(self.typed, self._uses, 1) if words else ()
        there = [each.sort for each in found] if words else [sort for sort in Sort if self._index.of(sort)]
        sorts: list[Sort | None] = [None, *(sort for sort in there if self._can(sort))]
        at = sorts.index(self._only) if self._only in sorts else 0
        self._only = sorts[(at + steps) % len(sorts)]
        self._look()

    def action_leave(self) -> None:
        """Leave all as it was."""
        self._pace.stop()
        if self.ink.palette.name != self._theme:
            self._planner.use_theme(self._theme)
        self.dismiss(None)

    async def action_take(self) -> None:
        """Take what is chosen."""
        thing, front = self.chosen, self._front
        if thing is None:
            return
        self.action_leave()
        if thing.sort is not Sort.NOTE:  # which one seldom goes to twice
            self._desk.use(thing.key)
        self.app.call_later(self._take, thing, front)

    async def _take(self, thing: Thing, front: Screen[Any]) -> None:
        try:
            if thing.sort is Sort.ACTION:
                done = self._acts[thing.key]()
                if done is not None:
                    await done  # type: ignore[misc]
            elif isinstance(front, PlannerScreen):
                await take_up(front, thing)
            elif thing.sort is Sort.THEME:
                self._desk.set_setting("theme", thing.id)
                self._planner.seen_now()
        except PlannerError as problem:
            self._planner.tell(of_problem(str(problem)))

    @on(FoundList.Clicked)
    async def _clicked(self, event: FoundList.Clicked) -> None:
        """A click takes."""
        self._at = event.at
        await self.action_take()

    @on(FoundList.Turned)
    def _turned(self, event: FoundList.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)


def _nothing() -> None:
    """What comes of it is done elsewhere."""
