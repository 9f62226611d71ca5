"""The archive: everything in a home as one file, to be kept elsewhere."""

from __future__ import annotations

import os

from planner.domain.errors import Refused, StoreError
from planner.domain.words import say

from . import files
from .contents import kept_files, strangers
from .shelf import Shelf


def write_archive(shelf: Shelf, path: str) -> str:
    """Write a zip of all files of a home but its daily backups; returns where it is.

    ``path`` may be a folder, then the archive is named by its day. Raises Refused for a home without files, and
    StoreError where it cannot be written or would replace a file that is no archive.
    """
    from zipfile import is_zipfile

    if os.path.isdir(path):
        path = os.path.join(path, f"planner-{shelf.now():%Y-%m-%d}.zip")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise StoreError(say("There is no folder {folder} to write to. Make it, or name another.", folder=folder))
    if os.path.lexists(path) and not (os.path.isfile(path) and is_zipfile(path)):
        raise StoreError(say("{path} is no archive, so it is not replaced. Name another file.", path=path))
    if not os.path.isdir(shelf.home):
        raise Refused(say("There is nothing to back up in {folder} yet.", folder=shelf.home))
    with shelf.lock:
        content = _zipped(shelf)
    files.write_whole(path, content)
    return path


def _zipped(shelf: Shelf) -> bytes:
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile

    names = [*kept_files(shelf.home), *strangers(shelf.home)]
    if not names:
        raise Refused(say("There is nothing to back up in {folder} yet.", folder=shelf.home))
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name in names:
            found = files.read(shelf.path(name))
            if found:
                archive.writestr(name, found[0])
    return whole.getvalue()
