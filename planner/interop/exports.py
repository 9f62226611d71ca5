"""Writing a file for other programs: for her account alone, and never over what planner did not write."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from planner import opener
from planner.domain.errors import StoreError
from planner.domain.feeds import MARK
from planner.domain.texts import clean
from planner.domain.words import say
from planner.store import files
from planner.store.contents import is_place_of_data

#: What stands beside tables and says whose they are.
ABOUT = "about.txt"

_HEAD = 2048  #: bytes in which that stands


def write_export(path: str, name: str, content: bytes, home: str = "", lacking: Sequence[str] = ()) -> str:
    """Write ``content`` whole, readable for her alone; returns where it is.

    ``path`` may be a folder, then the file is called ``name``. Raises StoreError where it cannot be written, would
    replace a file that planner did not write, or any while data files are ``lacking``, or is where the ``home`` keeps
    its own data.
    """
    if os.path.isdir(path):
        path = os.path.join(path, name)
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise StoreError(
            say("There is no folder {folder} to write to. Make it, or name another.", folder=clean(folder))
        )
    if home and is_place_of_data(home, path):
        raise StoreError(say("{path} is where planner keeps its own data. Name another file.", path=clean(path)))
    if os.path.lexists(path) and not _is_ours(path):
        raise StoreError(
            say("{path} was not written by planner, so it is not replaced. Name another file.", path=clean(path))
        )
    if lacking and os.path.lexists(path):
        raise files.unreplaced(clean(path), lacking)
    files.write_whole(path, content)
    return path


def write_tables(folder: str, tables: Mapping[str, bytes], about: str, home: str, lacking: Sequence[str] = ()) -> str:
    """Write files into a folder of their own, made where there is none, with one that says what they are.

    Raises StoreError as ``write_export`` does, before anything is written: a table says of itself nothing that its
    readers would not stumble over, so that the file beside it speaks for all.
    """
    parent = os.path.dirname(os.path.abspath(folder))
    if not os.path.isdir(parent):
        raise StoreError(
            say("There is no folder {folder} to write to. Make it, or name another.", folder=clean(parent))
        )
    if is_place_of_data(home, folder) or os.path.realpath(folder) == os.path.realpath(home):
        raise StoreError(say("{path} is where planner keeps its own data. Name another file.", path=clean(folder)))
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise StoreError(say("{path} is a file; a folder is needed for several tables.", path=clean(folder)))
    beside = os.path.join(folder, ABOUT)
    there = [os.path.join(folder, name) for name in tables if os.path.lexists(os.path.join(folder, name))]
    if there and not (os.path.lexists(beside) and _is_ours(beside)):
        raise StoreError(
            say("{path} was not written by planner, so it is not replaced. Name another file.", path=clean(there[0]))
        )
    if os.path.lexists(beside) and not _is_ours(beside):
        raise StoreError(
            say("{path} was not written by planner, so it is not replaced. Name another file.", path=clean(beside))
        )
    if lacking and there:
        raise files.unreplaced(clean(there[0]), lacking)
    files.make_folder(folder)
    for name, content in {ABOUT: f"{MARK}\n\n{about}\n".encode(), **tables}.items():
        files.write_whole(os.path.join(folder, name), content)
    return folder


def _is_ours(path: str) -> bool:
    """Whether planner wrote a file; so it may have one that is empty, as contacts of nobody are."""
    try:
        with os.fdopen(opener.open_regular(path), "rb") as file:
            head = file.read(_HEAD)
            return not head or MARK.encode() in head
    except OSError:
        return False
