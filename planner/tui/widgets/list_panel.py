"""A panel with a list under its title, one item of it chosen. Of a longer list a part is in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.words import say

from .draw_heading import INDENT, key_rows
from .draw_row import Row
from .draw_sight import items_in_sight
from .ink import Ink
from .line import LinePicture
from .panel import ABOVE, GAUGE, Panel
from .picture import Picture
from .wheel import Wheel
from .width import width_of

Answer = TypeVar("Answer")

#: The fewest rows of a list that are shown.
LEAST = 3


class ItemList(Wheel, Picture):
    """Shows items of one row or more each, the chosen one whole; a click on another chooses that."""

    def __init__(self, ink: Ink, items: Callable[[int, int], list[list[Row]]]) -> None:
        """``items``: the rows of every item, in so many cells, the one of a place chosen."""
        super().__init__(ink)
        self._items = items
        self._at = self._first = 0

    def choose(self, at: int) -> None:
        """Choose the item at that place."""
        self._at = at
        self.redraw()

    def rows_wanted(self, width: int) -> int:
        """The rows of all items."""
        return sum(map(len, self._items(width, self._at)))

    def item_at(self, y: int) -> int | None:
        """The item of a row in sight, if there is one."""
        places = [number for number, rows in enumerate(self._items(self.size.width, self._at)) for _row in rows]
        shown = places[places.index(self._first) :] if places else []
        return shown[y] if 0 <= y < len(shown) else None

    def draw(self) -> list[Row]:
        width, height = self.size
        items = self._items(width, self._at)
        self._first = items_in_sight(self._first, self._at, height, [len(rows) for rows in items])
        return [row for rows in items[self._first :] for row in rows]


class ListPanel(Panel[Answer]):
    """A subclass draws its title, and each item."""

    BINDINGS: ClassVar[list[Binding]] = []

    def __init__(self, ink: Ink, count: int, at: int = 0) -> None:
        super().__init__(ink, ())
        self._count, self._at = count, at
        self._plain: list[list[Row]] = []  # each item as it is while another one is chosen, in so many cells
        self._width = 0
        self._list = ItemList(ink, self._items)
        self._list.choose(at)

    def title_row(self) -> Row:
        """What stands over the list."""
        raise NotImplementedError

    def item_rows(self, number: int, width: int, *, chosen: bool) -> list[Row]:
        """An item in so many cells, on as many rows as its words need; a ``chosen`` one stands out."""
        raise NotImplementedError

    def none_words(self) -> str:
        """What is said where there is no item."""
        return ""

    def title_rows(self, width: int) -> list[Row]:
        """What stands over the list, and which item of a longer one is chosen."""
        title = self.title_row()
        if self._count > 1 and self._list.rows_wanted(width) > self._most():
            title.put(f"  {say('{n} of {count}', n=self._at + 1, count=self._count)}", "dim")
        return [title]

    def compose_body(self) -> Iterable[Widget]:
        yield LinePicture(self.ink, Row())
        yield self._list

    def show_keys(self) -> None:
        """Show the title and the keys as they are now; the list has what they leave."""
        self._list.styles.height = min(self._list.rows_wanted(width_of(self.app)), self._most())
        super().show_keys()

    def on_mount(self) -> None:
        super().on_mount()
        self.show_keys()

    def on_resize(self) -> None:
        super().on_resize()
        self.show_keys()

    def _most(self) -> int:
        """The rows that a list takes at most: half of the screen, and never the gauge."""
        height, keys = self.app.size.height, key_rows(self.hints(), width_of(self.app) - 2 * INDENT)
        return max(LEAST, min(height // 2, height - GAUGE - ABOVE - len(keys)))

    def _items(self, width: int, at: int) -> list[list[Row]]:
        if not self._count:
            return [[Row(INDENT).put(self.none_words(), "dim")]]
        if self._width != width:
            self._width = width
            self._plain = [self.item_rows(number, width, chosen=False) for number in range(self._count)]
        items = [*self._plain]
        items[at] = self.item_rows(at, width, chosen=True)
        return items

    def action_move(self, rows: int) -> None:
        """Choose another item."""
        self._at = max(0, min(self._at + rows, self._count - 1))
        self._list.choose(self._at)
        self.show_keys()

    def wheel(self, rows: int) -> None:
        """Choose further on."""
        self.action_move(rows)

    def chosen_clicked(self) -> None:
        """The chosen item was clicked once more."""

    def on_click(self, event: events.Click) -> None:
        """A click chooses an item."""
        item = self._list.item_at(event.screen_y - self._list.region.y)
        if item is None or not self._count:
            return
        if item == self._at:
            self.chosen_clicked()
        else:
            self.action_move(item - self._at)
