"""The review's first step, at the keyboard: each unconfirmed entry is settled by one key, then each meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding

from planner.domain.entry import Entry
from planner.domain.words import say
from planner.tui.review.draw_unconfirmed import asked_of_time, meetings_to_answer, unconfirmed
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings
from planner.tui.widgets.working import hint_of

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel

_KEYS = (
    Key("enter", "enter", "keep('usual')", lambda: say("the usual"), lambda: say("Keep the usual length of it"), 1),
    Key("a", "a", "keep('all')", lambda: say("all of it"), lambda: say("Keep all of it"), 1),
    Key("t", "t", "until", lambda: say("until"), lambda: say("Keep it until a time"), 1),
    Key("d", "d", "keep('drop')", lambda: say("nothing"), lambda: say("Keep nothing of it"), 1),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The one above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The one below")),
    *ENDS,
)

#: Once only meetings wait, Enter is for them.
_MEETING_KEYS = (
    _KEYS[0]._replace(label=lambda: say("answer a meeting"), words=lambda: say("Say what became of a meeting")),
)


class UnconfirmedOwner(Protocol):
    """Whom the step asks; it does so by way of the screen, which says what keeps one from answering."""

    def settle(self, entry: Entry, keep: str) -> None:
        """What to keep of an entry: ``usual``, ``all`` or ``drop``."""

    async def settle_until(self, entry: Entry) -> None:
        """An entry is to be kept until a time that she will say."""

    async def answer_meeting(self) -> None:
        """A meeting that waits is to be answered for."""

    async def all_settled(self) -> None:
        """There is nothing (more) to settle here."""


class UnconfirmedStep(Wheel, Picture, can_focus=True):
    """Lists what nobody has confirmed, with one chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("unconfirmed-step", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("To answer"),
        lambda: say(
            "Runs of the timer and meetings of which nobody has said what became of them. They count "
            "nowhere until they are answered."
        ),
    )

    def __init__(  # noqa: PLR0917 - all that the step shows, and whom it asks
        self,
        ink: Ink,
        owner: UnconfirmedOwner,
        entries: Sequence[Entry],
        names: Mapping[str, str],
        usual: Callable[[Entry], int],
        meetings: Sequence[str],
        unknown: str = "",
    ) -> None:
        super().__init__(ink)
        self._owner, self._meetings = owner, meetings
        self._entries, self._names, self._usual = entries, names, usual
        self._unknown = unknown  # what to say where it is not known which meetings wait
        self._at = 0

    def show(self, entries: Sequence[Entry], names: Mapping[str, str], meetings: Sequence[str]) -> None:
        """Show what is left; ``meetings`` are those that wait for an answer, in words."""
        self._entries, self._names, self._meetings = entries, names, meetings
        self._at = max(0, min(self._at, len(entries) - 1))
        self.redraw()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that do something now."""
        if self._entries:
            return _KEYS
        return _MEETING_KEYS if self._meetings else ()

    def draw(self) -> list[Row]:
        width, marks = self.size.width, self.ink.marks
        asked = self._asked()
        rows = asked + unconfirmed(self._entries, self._at, width, self._names, self._usual, marks)
        unknown = paragraph(self._unknown, width - 4) if self._unknown else []
        rows += [Row(), *(Row(2).put(line, "text") for line in unknown)] if unknown else []
        keys = [] if self._entries else [hint_of(self, key) for key in _MEETING_KEYS]  # till then, Enter is for time
        return [*rows, *meetings_to_answer(self._meetings, width, keys)]

    def _asked(self) -> list[Row]:
        """What stands over the entries."""
        keys = [hint_of(self, key) for key in _KEYS if key.rank]
        return asked_of_time(len(self._entries), self.size.width, keys)

    def action_keep(self, keep: str) -> None:
        """Say what to keep of the chosen one; Enter goes on where there is none."""
        if self._entries:
            self.screen.call_later(self._owner.settle, self._entries[self._at], keep)
        elif keep == "usual":
            self.screen.call_later(self._owner.answer_meeting if self._meetings else self._owner.all_settled)

    def action_until(self) -> None:
        """Ask for the time it really ended."""
        if self._entries:
            self.screen.call_later(self._owner.settle_until, self._entries[self._at])

    def action_move(self, rows: int) -> None:
        """Choose another one."""
        self._at = max(0, min(self._at + rows, len(self._entries) - 1))
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        at = event.y - len(self._asked())
        if 0 <= at < len(self._entries):
            self._at = at
            self.redraw()
