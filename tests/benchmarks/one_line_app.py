"""The least that a Textual app can be: one line of text. What the first paint is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneLine(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("one line of text")


OneLine().run()
