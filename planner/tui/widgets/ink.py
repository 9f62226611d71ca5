"""Ink: what a role looks like in the chosen theme."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from planner.theme import TERMINAL, Palette

from .draw_marks import Marks
from .draw_row import Row


class Ink:
    """Turns rows of roles into strips of styles, and holds the marks that this terminal can show.

    ``strong``, ``under`` and ``reverse`` are attributes; ``chosen`` lies on the panel's colour.
    """

    def __init__(self, palette: Palette, marks: Marks) -> None:
        self.palette = palette
        self.marks = marks
        self._styles: dict[str, Style] = {}

    def change(self, palette: Palette) -> None:
        """Take another theme's colours."""
        self.palette = palette
        self._styles.clear()

    def style(self, role: str) -> Style:
        """The style of a role and the ways it stands out."""
        style = self._styles.get(role)
        if style is None:
            color, *ways = role.split()
            colors, chosen = self.palette.colors, "chosen" in ways
            unseen = chosen and colors["panel"] == colors["background"]  # then it stands out as a whole, reversed
            style = self._styles[role] = Style(
                color=colors["text" if unseen else color],
                bgcolor=colors["panel"] if chosen else colors["background"],
                bold="strong" in ways or None,
                underline="under" in ways or None,
                reverse="reverse" in ways or unseen or None,
            )
        return style

    def strip(self, row: Row) -> Strip:
        """A row as a strip of exactly its cells. Blanks join what is before them: a terminal has less to read."""
        segments: list[Segment] = []
        for text, role, _ in row.pieces:
            style = self.style(role)
            if segments and text.isspace() and _joins(segments[-1].style, style):
                segments[-1] = Segment(segments[-1].text + text, segments[-1].style)
            else:
                segments.append(Segment(text, style))
        return Strip(segments, row.cells)


def _joins(before: Style | None, style: Style) -> bool:
    """Whether blanks look the same in both styles."""
    return before is not None and before.bgcolor == style.bgcolor and not (before.underline or before.reverse)


def textual_theme(palette: Palette) -> Theme:
    """The same theme for the library's own widgets: the input and the palette."""
    colors = {role: f"ansi_{color}" if color in TERMINAL else color for role, color in palette.colors.items()}
    return Theme(
        name=palette.name,
        primary=colors["accent"],
        accent=colors["accent"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["background"],
        panel=colors["panel"],
        success=colors["balanced"],
        warning=colors["drifting"],
        error=colors["adrift"],
        dark=palette.dark,
        ansi=palette.of_terminal,
        variables={
            **(BUILTIN_THEMES["ansi-dark"].variables if palette.of_terminal else {}),  # what Textual's own styles name
            "dim": colors["dim"],
            "rule": colors["rule"],
            "input-cursor-background": colors["accent"],
            "input-cursor-foreground": colors["background"],
            "block-cursor-background": colors["panel"],
            "block-cursor-foreground": colors["text"],
            "border": colors["rule"],
            "footer-key-foreground": colors["accent"],
        },
    )
