"""The foot of every screen: what was said, the one bar that may stand there to be typed in, and the keys that work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.notice import NoticeLine
from planner.tui.widgets.planner import planner_of


class Bar(Protocol):
    """What may stand in the foot: it is typed in at its ``field``; ``COVERS`` what was said, or stands over it."""

    COVERS: bool

    @property
    def field(self) -> Input: ...


class Foot(Vertical):
    """Holds them; a bar takes the keys when it comes up, and gives them back when it goes."""

    DEFAULT_CSS = "Foot { height: auto; }"
    #: As in a picture: what stands here takes another size without laying the screen out once more.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, ink: Ink, hints: Callable[[], Sequence[Hint]]) -> None:
        super().__init__()
        self.notices = NoticeLine(ink)
        self._keys = KeyFooter(ink, hints)
        self.bar: Widget | None = None

    def compose(self) -> ComposeResult:
        yield self.notices
        yield self._keys

    async def open(self, bar: Widget, *, unread: bool = False) -> None:
        """Let a bar stand here, in the place of one that does. It waits until the bar is there: keys typed meanwhile
        belong to it, but for an Enter where what stands in it is ``unread``."""
        self.close()
        self.bar = bar
        self.notices.display = not cast("Bar", bar).COVERS
        with self.app.batch_update():
            await self.mount(bar, before=self.notices)
        planner_of(self.app).hand_keys_to(cast("Bar", bar).field, unread=unread)

    def close(self) -> None:
        """Take the bar away; the keys are the screen's again."""
        bar, self.bar = self.bar, None
        if bar:
            self.screen.set_focus(None)
            bar.remove()
            self.notices.display = True

    def show_keys(self) -> None:
        """Show the keys that work now."""
        self._keys.redraw()
