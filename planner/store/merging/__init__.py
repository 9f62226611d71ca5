"""Merging: two states of one home become one, record by record and field by field, whoever carried the files.

It needs no clock and no machine's name. Each document that was changed says which versions it came from, so that of two
it is known which one knew the other; what neither knew of the other is kept twice until she has chosen.
"""

from __future__ import annotations

from .homes import Figures, merge_home
from .tables import Merged, merge_documents

__all__ = ["Figures", "Merged", "merge_documents", "merge_home"]
