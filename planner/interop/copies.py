"""Other copies of a home, whatever they are: what the desk opens itself, and planner's own export."""

from __future__ import annotations

import os

from planner import opener
from planner.domain.texts import clean
from planner.domain.value.typed import TYPE_CHECKING
from planner.interop.home_document import LARGEST, is_document, read_document
from planner.store.home_copy import Copy
from planner.store.merging.driver import merge_for_git
from planner.store.snapshot import tables_of
from planner.store.tables import encoded

if TYPE_CHECKING:
    from planner.desk import Desk

#: Bytes of a file in which it is seen what it is.
_HEAD = 200


def copy_at(desk: Desk, path: str) -> Copy:
    """What stands at a path, to be merged. Raises Refused where that is nothing of planner's, Newer and StoreError."""
    if not (os.path.isfile(path) and is_document(_head(path))):
        return desk.copy_at(path)
    snapshot = read_document(opener.content(path, LARGEST)[0], clean(path))
    return Copy(path, {name: encoded(tables_of(tables)) for name, tables in snapshot.files.items()})


def _head(path: str) -> str:
    try:
        with os.fdopen(opener.open_regular(path), "rb") as file:
            return file.read(_HEAD).decode("utf-8", "replace")
    except OSError:  # which is said by who opens it
        return ""


__all__ = ["copy_at", "merge_for_git"]
