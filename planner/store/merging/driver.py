"""The merge that git asks for: one file as both had it last, as it is here, and as it is there; without a home."""

from __future__ import annotations

import os
from collections.abc import Iterator

from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.words import say

from .. import files
from ..documents import NAMES, records_of
from ..forms import Misshapen
from ..reading import read_tables
from ..tables import Tables, encoded
from .tables import merge_documents


def merge_for_git(base: str, ours: str, theirs: str) -> None:
    """Write what three files (by path) come to over ``ours``, which git takes for the whole.

    Raises Refused where one of the two cannot be read, Newer and StoreError; ``ours`` is then as it was.
    """
    here, there = (_read(path) for path in (ours, theirs))
    merged = merge_documents(_base(base), here, there)
    files.write_whole(os.path.abspath(ours), encoded(merged.tables))


def _read(path: str) -> Tables:
    file = files.read(path)
    try:
        tables = read_tables(path, file[0] if file else b"")
        for _ in _records(tables):
            pass
    except Misshapen as wrong:
        raise Refused(
            say("{path} is no file of planner's that can be merged: {wrong}.", path=clean(path), wrong=wrong)
        ) from None
    return tables


def _records(tables: Tables) -> Iterator[object]:
    for table in tables:
        if table in NAMES:
            yield from records_of(tables, table)


def _base(path: str) -> Tables | None:
    """What both had last; nothing, where the file came into being on both sides, or cannot be read."""
    try:
        file = files.read(path)
        return read_tables(path, file[0]) if file and file[0].strip() else None
    except Misshapen:
        return None
