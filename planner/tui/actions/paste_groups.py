"""A list of groups, pasted or typed: each line is read and shown before anything is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from planner.domain.grammar.pasted import Content, PastedLine, count_words, one_a_line
from planner.domain.group import Standing
from planner.domain.words import plural, say
from planner.tui.actions.draw_pasted import pasted
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row, wrap
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings

from ..widgets.line import LinePicture
from ..widgets.list_input import BURST, ListInput
from ..widgets.picture import Picture

Read = Callable[[str], Sequence[PastedLine]]

#: Seconds without a key after which a burst of them is over.
QUIET = 3 * BURST

#: Rows below the list: air, the line, and how it was counted.
BELOW = 3


def candidates(_count: int) -> Standing:
    """New groups are candidates, however many they are."""
    return Standing.CANDIDATE


class PastedView(Picture):
    """The lines that are in sight, the last ones unless she chooses another."""

    def __init__(self, ink: Ink, invitation: str) -> None:
        super().__init__(ink)
        self._invitation, self._lines = invitation, ()  # type: tuple[str, Sequence[PastedLine]]
        self._chosen: int | None = None
        self._first = 0

    def show(self, lines: Sequence[PastedLine]) -> None:
        """Show a list at its end, or at the line that is chosen."""
        self._lines = lines
        if self._chosen is not None:
            self._chosen = min(self._chosen, len(lines) - 1) if lines else None
        self.redraw()

    @property
    def chosen(self) -> PastedLine | None:
        """The line that is chosen, to be mended or dropped."""
        return None if self._chosen is None else self._lines[self._chosen]

    def move(self, rows: int) -> None:
        """Choose a line so many rows down; past the last one none is chosen."""
        at = len(self._lines) if self._chosen is None else self._chosen
        at = max(0, at + rows)
        self._chosen = at if at < len(self._lines) else None
        self.redraw()

    def let_go(self) -> None:
        """Choose none."""
        self._chosen = None
        self.redraw()

    def rows_wanted(self, width: int) -> int:
        """The rows that show all of it in a width."""
        return len(self._lines) or len(paragraph(self._invitation, width - 4))

    def draw(self) -> list[Row]:
        width, height = self.size
        if not self._lines:
            told = wrap(self._invitation, width - 4, max(1, min(height, self.rows_wanted(width))))
            return [Row(2).put(line, "dim") for line in told]
        if len(self._lines) <= height:
            return pasted(self._lines, width, self.ink.marks, self.chosen)
        sight, last = height - 1, len(self._lines) - 1
        at = last if self._chosen is None else self._chosen
        self._first = start = first_in_sight(self._first, at, sight, len(self._lines))
        seen = self._lines[start : start + sight]
        rest = more(start, len(self._lines) - start - len(seen), self.ink.marks)
        return [rest, *pasted(seen, width, self.ink.marks, self.chosen)]


_MOVES = (
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The line below")),
    Key("pageup", "pgup", "move(-10)", lambda: say("up"), lambda: say("Earlier lines")),
    Key("pagedown", "pgdn", "move(10)", lambda: say("down"), lambda: say("Later lines")),
    *ENDS,
)
#: The keys while a line is typed, while one of the list is chosen, and while that one is mended.
_LINE_KEYS = (
    Key(
        "enter", "enter", "enter", lambda: say("read it; if empty, keep"), lambda: say("Read the line, or keep all"), 1
    ),
    Key("escape", "esc", "leave", lambda: say("leave"), lambda: say("Leave; the list stays"), 2),
    Key("backspace", "backspace", "back", lambda: say("line before"), lambda: say("The line before, to change"), 4),
    Key("up", "up", "move(-1)", lambda: say("choose a line"), lambda: say("The line above: enter mends it"), 3),
    *_MOVES,
)
_CHOSEN_KEYS = (
    Key("enter", "enter", "enter", lambda: say("mend it"), lambda: say("Take the chosen line down to be mended"), 1),
    Key("delete", "del", "drop", lambda: say("drop it"), lambda: say("Drop the chosen line"), 3),
    Key("escape", "esc", "leave", lambda: say("choose none"), lambda: say("Leave the chosen line as it is"), 2),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The line above: enter mends it")),
    *_MOVES,
)
_MENDING_KEYS = (
    Key("enter", "enter", "enter", lambda: say("put it back"), lambda: say("Put the mended line back"), 1),
    Key("escape", "esc", "leave", lambda: say("as it was"), lambda: say("Leave the line as it was"), 2),
)


class ListOwner(Protocol):
    """Whom a list tells; it does so by way of the screen, which says what keeps something from being kept."""

    def keys_changed(self) -> None:
        """Other keys work now."""

    def kept(self, text: str, standing: Standing) -> Awaitable[None] | None:
        """The new groups of a list are to be kept."""

    def nothing_new(self) -> Awaitable[None] | None:
        """Enter, where there is nothing new to keep."""

    def left(self, text: str) -> Awaitable[None] | None:
        """Left with a list that is to be offered again."""


class PasteGroups(Vertical):
    """A list under way, over the line that is typed next. Enter on an empty line keeps what is new in it.

    Any line of the list can be chosen with the arrows: Enter takes it down to be mended, Delete drops it.
    ``read`` reads a whole list; ``standing`` says what so many new groups become.
    """

    DEFAULT_CSS = """
    PasteGroups { height: 1fr; }
    PasteGroups Horizontal { height: 1; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = (*_LINE_KEYS, *_CHOSEN_KEYS, *_MENDING_KEYS)
    BINDINGS: ClassVar[list[Binding]] = bindings("paste-groups", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("A list of groups"),
        lambda: say(
            "Paste or type the groups you belong to, one a line; each is shown as it was understood. "
            "Nothing is kept before you say so on an empty line."
        ),
    )

    def __init__(
        self,
        ink: Ink,
        owner: ListOwner,
        read: Read,
        text: str = "",
        standing: Callable[[int], Standing] = candidates,
    ) -> None:
        super().__init__()
        self._ink, self._owner, self._read, self._standing = ink, owner, read, standing
        self._texts = text.splitlines()
        self._lines: Sequence[PastedLine] = ()
        self._mending: int | None = None  # the place of the line that is mended
        self._waiting: Timer | None = None
        invitation = say(
            "One group a line: a name, an address, or both, as they stand in your list or your browser. Paste them "
            "all at once, or type them. Nothing is kept before you have seen how it was read."
        )
        self._view = PastedView(ink, invitation)
        self._counts = LinePicture(ink, Row())
        self.field = ListInput(placeholder=self._end_words())

    def compose(self) -> ComposeResult:
        yield self._view
        yield LinePicture(self._ink, Row())
        with Horizontal():
            yield LinePicture(self._ink, Row(2).put(f"{self._ink.marks.pointer} ", "accent strong"), snug=True)
            yield self.field
        yield self._counts

    def on_mount(self) -> None:
        self._read_all()

    def on_resize(self) -> None:
        self._share_room()

    def _share_room(self) -> None:
        """The line comes right below the list, as long as there is room for all of that."""
        room = max(1, self.size.height - BELOW)
        self._view.styles.height = min(room, self._view.rows_wanted(self.size.width))

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that work now."""
        if self._mending is not None:
            return _MENDING_KEYS
        return _CHOSEN_KEYS if self._view.chosen else _LINE_KEYS

    @property
    def text(self) -> str:
        """The whole list, with what stands in the line."""
        return "\n".join([*self._texts, *([self.field.value] if self.field.value.strip() else [])])

    @property
    def new(self) -> int:
        """How many groups in it are new."""
        return sum(line.content is Content.NEW for line in self._lines)

    # Lines

    @on(ListInput.Pasted)
    def _pasted(self, event: ListInput.Pasted) -> None:
        """Many lines at once."""
        event.stop()
        self._texts += [line for line in event.text.splitlines() if line.strip()]
        self._read_all()

    @on(ListInput.Line)
    def _line_ended(self, event: ListInput.Line) -> None:
        """One more line; an empty one ends the list, unless more of a paste follows it."""
        event.stop()
        if self._mending is not None:
            self._mended(event.text)
        elif event.text.strip():
            self._texts += event.text.splitlines()
            self._once_quiet(self._read_all)
        elif self._view.chosen:
            self._mend(self._view.chosen)
        else:
            self._once_quiet(self._end)

    def _mend(self, line: PastedLine) -> None:
        """Take a line down to be mended."""
        self._mending = line.at
        self.field.begin(self._texts[line.at])
        self.screen.call_later(self._owner.keys_changed)

    def _mended(self, text: str) -> None:
        """Put a line back where it stood; one that was emptied stays as it was."""
        assert self._mending is not None
        if text.strip():
            self._texts[self._mending : self._mending + 1] = text.splitlines()
        self._mending = None
        self._view.let_go()
        self._read_all()

    @on(ListInput.Dropped)
    def _dropped(self, event: ListInput.Dropped) -> None:
        """Delete drops the chosen line."""
        event.stop()
        self.action_drop()

    def action_drop(self) -> None:
        """Drop the chosen line from the list."""
        line = self._view.chosen
        if line is None or self._mending is not None:
            self.app.bell()
            return
        del self._texts[line.at]
        self._read_all()

    @on(ListInput.TakenBack)
    def _taken_back(self, event: ListInput.TakenBack) -> None:
        """The last line, to be changed."""
        event.stop()
        if self._texts and self._mending is None:
            self.field.begin(self._texts.pop())
            self._read_all()

    def _once_quiet(self, act: Callable[[], None]) -> None:
        """Act now; where a terminal pastes by keystrokes, once they have come to an end."""
        if self._waiting:
            self._waiting.stop()
        if self.field.in_burst:
            seen = self.field.keys_seen
            self._waiting = self.set_timer(QUIET, lambda: self._act_unless_more(seen, act))
        else:
            act()

    def _act_unless_more(self, seen: int, act: Callable[[], None]) -> None:
        if self.field.keys_seen == seen:
            act()
        else:
            self._waiting = self.set_timer(QUIET, self._read_all)

    def _read_all(self) -> None:
        """Read the list once, and show it, a line for each group."""
        self._texts = one_a_line(self._texts)
        self._lines = self._read("\n".join(self._texts)) if self._texts else ()
        self._view.show(self._lines)
        self._share_room()
        self._show_counts()

    def _show_counts(self) -> None:
        """Say how much of it is new, and in the empty line what Enter makes of that."""
        self._counts.show(Row(4).put(count_words(self._lines), "text") if self._lines else Row())
        self._show_end()

    def _show_end(self) -> None:
        """Say what the keys do now: in the empty line, and at the foot of the screen."""
        self.field.placeholder = self._end_words()
        self.screen.call_later(self._owner.keys_changed)

    def _end_words(self) -> str:
        if not self._lines:
            return say("paste your list here, or type a name")
        if self._view.chosen:
            return say("enter mends the line, delete drops it")
        if not self.new:
            return say("enter goes on; there is nothing new to keep")
        if self._standing(self.new) is Standing.SELECTED:
            return say("enter adds it to your week")
        return plural(self.new, "enter keeps it as a candidate", "enter keeps all {n} as candidates")

    # Keys

    def _end(self) -> None:
        self._read_all()
        self.screen.set_focus(None)  # keys typed ahead are for what comes next
        if self.new:
            self.screen.call_later(self._owner.kept, "\n".join(self._texts), self._standing(self.new))
        else:
            self.screen.call_later(self._owner.nothing_new)

    def action_leave(self) -> None:
        """Leave the chosen line as it was; where none is chosen, the list."""
        if self._mending is not None:
            self.field.value = ""
            self._mended("")
        elif self._view.chosen:
            self._view.let_go()
            self._show_end()
        else:
            self.screen.call_later(self._owner.left, self.text)

    def action_move(self, rows: int) -> None:
        """Choose another line of the list."""
        if self._mending is None:
            self._view.move(rows)
            self._show_end()

    def action_enter(self) -> None:
        """As the key does."""
        self.field.end_line()

    def action_back(self) -> None:
        """As the key does."""
        self.field.action_delete_left()
