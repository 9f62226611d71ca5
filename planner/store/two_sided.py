"""A file with both sides of a merge that git could not end is read as what the two come to: it is no damage."""

from __future__ import annotations

from planner.domain.errors import Newer
from planner.domain.value.contexts import suppress

from .forms import Misshapen
from .merging import merge_documents
from .schema import upgraded
from .sides import sides_of
from .tables import Tables, decoded


def both_merged(name: str, content: bytes) -> Tables | None:
    """What both sides of a file come to, record by record; None for a file without sides, or where one is damaged.

    Raises Newer where a side was written by a newer planner.
    """
    sides = sides_of(content)
    if sides is None:
        return None
    with suppress(Misshapen):
        ours, theirs = (upgraded(name, decoded(side)) for side in sides[:2])
        return merge_documents(_base(name, sides.base), ours, theirs).tables
    return None


def parted(name: str, content: bytes) -> tuple[Tables, bytes] | None:
    """This machine's side of a file, and the other's as it is; None for a file without sides, or where one is off."""
    sides = sides_of(content)
    if sides is not None:
        with suppress(Misshapen, Newer):
            ours, _ = (upgraded(name, decoded(side)) for side in sides[:2])
            return ours, sides.theirs
    return None


def _base(name: str, content: bytes | None) -> Tables | None:
    """What both began with, as far as git tells; a guide that is damaged is none."""
    if content is None:
        return None
    with suppress(Misshapen, Newer):
        return upgraded(name, decoded(content))
    return None
