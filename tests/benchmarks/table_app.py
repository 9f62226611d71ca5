"""A plain table of Textual's own. What the answer to a key is measured beside."""

from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Table(App[None]):
    def compose(self) -> ComposeResult:
        table: DataTable[Any] = DataTable()
        table.add_columns(*(f"column {number}" for number in range(8)))
        table.add_rows([f"cell {row} {column}" for column in range(8)] for row in range(30))
        yield table


Table().run()
