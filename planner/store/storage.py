"""A data file as TinyDB sees it: what any other program may ask of it, ours asks here.

Reading and keeping goes without (:mod:`data_file`): to load TinyDB costs a command half of what starting Python does.
"""

from __future__ import annotations

from tinydb import TinyDB, where
from tinydb.storages import Storage

from .tables import Tables


class InMemory(Storage):
    """TinyDB's storage over tables that were read; what is written to it reaches no file."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        return self.tables

    def write(self, data: Tables) -> None:
        self.tables = data


def count(tables: Tables, table: str) -> int:
    """How many records a table has, without those removed."""
    return TinyDB(storage=lambda: InMemory(tables)).table(table).count(~where("removed").exists())
