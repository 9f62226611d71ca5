"""Writing a file for another program, where she says: for her account alone, and never over something else."""

from __future__ import annotations

import os

from planner.domain.errors import Refused
from planner.domain.texts import clean
from planner.domain.words import say

#: How a file begins that may be replaced: by what each format begins with.
OURS = ("BEGIN:VCARD", "BEGIN:VCALENDAR", "<?xml")


def write(path: str, content: str) -> str:
    """Write ``content`` to ``path`` as UTF-8; returns the whole path.

    Raises Refused where it cannot be written, or another kind of file stands there.
    """
    whole = os.path.abspath(os.path.expanduser(path))
    beside = f"{whole}.{os.getpid()}.new"
    try:
        if os.path.exists(whole) and not _may_be_replaced(whole):
            raise Refused(
                say("{path} holds something else, so it is not replaced. Name another file.", path=clean(path))
            )
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(file, "w", encoding="utf-8", newline="") as out:
                out.write(content)
            os.replace(beside, whole)
        except OSError:
            os.unlink(beside)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(say("“{path}” cannot be written: {reason}.", path=clean(path), reason=reason)) from None
    return whole


def _may_be_replaced(path: str) -> bool:
    """Whether a file is empty, or an export of a kind that is written here."""
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        begins = file.read(64).decode("utf-8-sig", "replace").lstrip()
    return not begins or begins.upper().startswith(tuple(each.upper() for each in OURS))
