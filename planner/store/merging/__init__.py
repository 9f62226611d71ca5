"""Merging: two states of one home become one, record by record and field by field, whoever carried the files.

It needs no clock and no machine's name. Each document that was changed says which versions it came from, so that of two
it is known which one knew the other; what neither knew of the other is kept twice until she has chosen.
"""

from __future__ import annotations

from planner.domain.value import NamedTuple

from ..tables import Tables


class Merged(NamedTuple):
    """One file of both: its tables, and how many records ``came``, ``changed``, were the ``same``.

    ``conflicts`` are the records of which two things are kept now and one of them was not before, as table and id.
    """

    tables: Tables
    came: int = 0
    changed: int = 0
    same: int = 0
    conflicts: tuple[tuple[str, str], ...] = ()


def merge_documents(base: Tables | None, ours: Tables, theirs: Tables) -> Merged:
    """Merge the tables of one file, in today's shape; ``base`` is what both came from, where that is known.

    Pure: none of them is changed. It commutes, associates and is idempotent in what the tables say.
    """
    raise NotImplementedError


__all__ = ["Merged", "merge_documents"]
