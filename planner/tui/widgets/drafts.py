"""Drafts: what was typed and left before it was kept, so that it is offered again."""

from __future__ import annotations


class Drafts:
    """Texts under way, for as long as the app is open; "" where there is none."""

    def __init__(self) -> None:
        self.groups = ""  # a list of groups
        self.objective = ""  # a new objective's line
        self.lines: dict[str, str] = {}  # other lines, by what they were to become
