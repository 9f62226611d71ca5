"""Choosing a file or a folder: the library's tree of them, at the foot of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import DirectoryTree
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import question
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.line import LinePicture

from ..widgets.panel import ABOVE, Panel

_TREE_KEYS = (
    Key(
        "enter",
        "enter",
        "select_cursor",
        lambda: say("open", context="a file"),
        lambda: say("Take the file, or open the folder"),
        2,
    ),
    Key("up", "up", "cursor_up", lambda: say("up"), lambda: say("The row above")),
    Key("down", "down", "cursor_down", lambda: say("down"), lambda: say("The row below")),
    Key("home", "home", "first_row", lambda: say("first"), lambda: say("The first row")),
    Key("end", "end", "last_row", lambda: say("last"), lambda: say("The last row")),
)


class FileTree(DirectoryTree):
    """The tree with marks of this terminal, without what is hidden."""

    KEYS: ClassVar[tuple[Key, ...]] = _TREE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("file-tree", _TREE_KEYS)  # type: ignore[assignment]
    DEFAULT_CSS = """
    FileTree, FileTree:focus {
        background: $background; background-tint: $foreground 0%; padding: 0 2 0 0; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, ink: Ink, path: str) -> None:
        self.ICON_NODE = f"{ink.marks.right} "
        self.ICON_NODE_EXPANDED = f"{ink.marks.down} "
        self.ICON_FILE = f"{ink.marks.dot} "
        self._pointer = ink.marks.pointer
        super().__init__(path)
        self.show_guides = False
        self.guide_depth = 3

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        """A row with the pointer where it is the chosen one, which is so told apart without colour."""
        pointer = self._pointer if node is self.cursor_node else " "
        return Text.assemble((f"{pointer} ", base_style), super().render_label(node, base_style, style))

    def action_first_row(self) -> None:
        """To the first row."""
        self.cursor_line = 0

    def action_last_row(self) -> None:
        """To the last row."""
        self.cursor_line = self.last_line

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Without hidden files and folders."""
        return [path for path in paths if not path.name.startswith(".")]


class FilePanel(Panel[str]):
    """Answers with a path; None when it is left."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("space", "space", "take_folder", lambda: say("take"), lambda: say("Take the file, or the whole folder"), 3),
        Key("left,backspace", "left", "above", lambda: say("folder above"), lambda: say("To the folder above"), 4),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("file-panel", KEYS)
    ABOUT = About(
        lambda: say("A file to read"),
        lambda: say(
            "Choose a file or a folder that another program wrote. It is only read, and nothing of it "
            "comes in before you have seen it."
        ),
    )
    AUTO_FOCUS = "FileTree"

    def __init__(self, ink: Ink, folder: str, height: int) -> None:
        super().__init__(ink, ())
        self._folder = folder
        self._tree = FileTree(ink, folder)
        self._tree.styles.height = max(4, height - ABOVE - 2)

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(say("Which file, zip or folder?"), width)

    def compose_body(self) -> Iterable[Widget]:
        yield LinePicture(self.ink, Row())
        yield self._tree

    @on(DirectoryTree.FileSelected)
    def _file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Answer with a file."""
        event.stop()
        self.dismiss(str(event.path))

    def action_take_folder(self) -> None:
        """Answer with what is under the cursor."""
        node = self._tree.cursor_node
        if node and node.data:
            self.dismiss(str(node.data.path))

    def action_above(self) -> None:
        """Show the folder above."""
        self._tree.path = Path(self._tree.path).parent
