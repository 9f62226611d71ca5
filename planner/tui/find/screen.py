"""The one way to find anything: a box over what is in front, and what goes on being read while one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from planner.domain.grammar.findable import Sort, Thing, by_use
from planner.domain.texts import shown, words_of
from planner.domain.words import say

from ..widgets.about import About
from ..widgets.draw_row import Row
from ..widgets.ink import Ink
from ..widgets.keys import ENDS, Key, bindings, where_nothing_is
from ..widgets.line import LinePicture
from ..widgets.line_input import ListedLine
from ..widgets.planner import planner_of
from .draw_find import Part, bottom, middle, title_of
from .list import BoxTop, FoundList
from .sources import Sources

#: Things of a sort that are shown while others are there, and where only one is asked for.
FEW, MANY = 5, 200
WIDEST, HIGHEST = 84, 28
#: Steps of gathering after which what is found is shown anew; first those by which groups and people are known.
SHOWN_FIRST, SHOWN_EACH = 2, 12
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
        *ENDS,
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
    AUTO_FOCUS = "ListedLine"
    DEFAULT_CSS = """
    FindScreen { align: center middle; background: $background 45%; }
    FindScreen Vertical { background: $background; }
    FindScreen Horizontal { height: 1; }
    """

    def __init__(self, ink: Ink, front: Screen[Any]) -> None:
        super().__init__()
        self.ink = ink
        self._planner = planner_of(front.app)
        self._theme = ink.palette.name
        self._sources = Sources(front, self._theme)
        self._only: Sort | None = None
        self._parts: Sequence[Part] = ()
        self._at = 0
        self.gathering = False  # whether there may be more to find in a moment
        self._taken_steps = 0
        self._all_but_notes = False  # whether all else has been shown; notes that come later choose nothing else
        self._moved = False  # whether something was chosen by hand of what is typed

    def compose(self) -> ComposeResult:
        with Vertical():
            yield BoxTop(self.ink)
            with Horizontal():
                mark = Row().put(f"{self.ink.marks.side} ", "rule").put("/ ", "accent strong")
                yield LinePicture(self.ink, mark, snug=True)
                hint = say("an action, a name, a week, a word of a note")
                yield ListedLine("", hint)
                yield LinePicture(self.ink, Row().put(f" {self.ink.marks.side}", "rule"), snug=True)
            yield LinePicture(self.ink, Row(), id="middle")
            yield FoundList(self.ink)
            yield LinePicture(self.ink, Row(), id="bottom")

    def on_mount(self) -> None:
        """Show what is at hand at once, and begin to gather the rest."""
        field = self.query_one(Input)
        planner_of(self.app).hand_keys_to(field)
        self.watch(field, "value", self._changed, init=False)  # at once, to be seen in one repaint with the line
        self._pace = self.set_interval(PACE, self._step, pause=True)
        self._sources.begin()
        self._look()
        self._go_on()

    @property
    def keys(self) -> tuple[Key, ...]:
        """Where nothing is found there is nothing to take, and only the way out is named."""
        return self.KEYS if self._parts else where_nothing_is(self.KEYS, "leave")

    # Gathering

    def _step(self) -> None:
        """Take one step, and leave room for keys before the next."""
        self._taken_steps += 1
        if not self._sources.step():
            self.gathering = False
            self._pace.pause()
        elif self._taken_steps != SHOWN_FIRST and self._taken_steps % SHOWN_EACH:
            return
        stay = self._moved or self._all_but_notes
        self._all_but_notes = self._sources.all_but_notes
        self._look(stay=stay)

    def _go_on(self) -> None:
        self.gathering = True
        self._pace.resume()

    # Finding

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.query_one(Input).value

    def _changed(self, typed: str) -> None:
        self._only, self._moved = None, False
        self._look()
        if self._sources.want_notes("".join(words_of(typed))):
            self._go_on()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def _look(self, *, stay: bool = False) -> None:
        """Find anew; ``stay``: what was chosen stays so where it is still there, else the first of all is."""
        before = self.chosen
        typed = self.typed
        most = MANY if self._only else FEW
        if words_of(typed):
            found = self._sources.find(typed, most, self._only)
            self._parts = [Part(title_of(each.sort), *each[1:]) for each in found]
        else:
            self._parts = [part for part in self._at_rest(most) if part.things]
        keys = [thing.key for part in self._parts for thing in part.things]
        self._at = keys.index(before.key) if stay and before and before.key in keys else 0
        self._show()

    def _at_rest(self, most: int) -> Iterator[Part]:
        """What is offered before anything is typed: what is used most, what can be done here, some of the rest."""
        index, uses = self._sources.index, self._sources.uses
        if not self._only:
            keys = by_use([key for key in uses if index.thing(key)], uses)[:FEW]
            often = tuple(thing for key in keys if (thing := index.thing(key)))
            yield Part(say("OFTEN"), often, len(often))
        for sort in Sort if self._only is None else (self._only,):
            there = index.of(sort)
            there.sort(key=lambda thing: -uses.get(thing.key, 0))
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
        said = say("reading the notes") if self.gathering and self._sources.notes_wanted else ""
        self.query_one("#bottom", LinePicture).show(bottom(said, wide, marks))
        self.query_one("#middle", LinePicture).show(middle(wide, marks))
        self.query_one(BoxTop).fit(wide)
        empty = (
            "" if self._parts else say("Nothing begins with “{text}”. Fewer letters find more.", text=shown(self.typed))
        )
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
        self._moved = True
        count = sum(len(part.things) for part in self._parts)
        self._at = max(0, min(self._at + rows, count - 1))
        self._show()

    def action_only(self, steps: int) -> None:
        """Only one sort of what there is; then the next, then all again."""
        index = self._sources.index
        if words_of(self.typed):
            there = [each.sort for each in self._sources.find(self.typed, 1)]
        else:
            there = [sort for sort in Sort if index.of(sort)]
        sorts: list[Sort | None] = [None, *there]
        at = sorts.index(self._only) if self._only in sorts else 0
        self._only = sorts[(at + steps) % len(sorts)]
        self._look()

    def action_leave(self) -> None:
        """Leave all as it was."""
        self._pace.stop()
        if self.ink.palette.name != self._theme:
            self._planner.use_theme(self._theme)
        self.dismiss(None)

    def action_take(self) -> None:
        """Take what is chosen."""
        thing = self.chosen
        if thing is not None:
            self.action_leave()
            self._sources.take(thing)

    @on(FoundList.Clicked)
    def _clicked(self, event: FoundList.Clicked) -> None:
        """A click takes."""
        self._at = event.at
        self.action_take()

    @on(FoundList.Turned)
    def _turned(self, event: FoundList.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)
