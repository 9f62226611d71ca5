"""A tracker: a program that logs time, and what reads its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.domain.imported import place_in
from planner.domain.value import NamedTuple
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Taking
from planner.interop.problem import Problem

#: Reads all parts: what it yields is in the order of the files. Problems are told beside.
Read = Callable[[Taking, list[Problem]], Iterator[Stretch | Passed]]


class Tracker(NamedTuple):
    """A program that logs time. ``own_keys``: its rows have ids; else their content is what they are known by.

    ``parted``: several programs write the format; a key begins with what tells them apart, up to a dash.
    ``old`` is how the ids of entries began that were made of its keys before entries knew their sources.
    """

    name: str
    program: str
    read: Read
    own_keys: bool = False
    old: str = ""
    parted: bool = False

    def of(self, source: str) -> str:
        """Which program a source (its text) is of."""
        format_, _, key = place_in(source).partition(" ")
        return f"{format_} {key.partition('-')[0]}" if self.parted and format_ == self.name else format_

    def old_place(self, table: str, id_: str) -> str:
        """The place that an entry of planner 0.2 was made of, or nothing."""
        made_of_a_key = self.old and table == "entries" and id_.startswith(self.old)
        return f"{self.name} {id_[len(self.old) :]}" if made_of_a_key else ""
