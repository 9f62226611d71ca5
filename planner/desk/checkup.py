"""A checkup: all that there is to say of a home, and whether it is as it should be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain.value import NamedTuple
from planner.domain.weeks.oddities import Oddity
from planner.store.check import Finding
from planner.store.verification import Report

__all__ = ["Checkup", "Finding", "Report"]


class Checkup(NamedTuple):
    """Every file, what is odd in the records, and when a daily backup was last restored for a test (None: never)."""

    files: Sequence[Finding]
    oddities: Sequence[Oddity]
    verified: Report | None
    backups: Sequence[date]
    moved: int = 0  # entries that mending has put into the files of their weeks
    parted: int = 0  # entries that it has given an id of their own
    waiting: Sequence[str] = ()  # another machine's copies, and files with both sides of a merge
    conflicts: int = 0  # things of which two are kept until she has chosen
    retyped: Sequence[str] = ()  # what mending says of groups that were typed alike

    @property
    def good(self) -> bool:
        """Whether nothing is left to mend. What is only odd is for her to look at."""
        verified = self.verified is None or not self.verified.wrong
        odd = any(each.is_mended for each in self.oddities)
        return all(finding.good for finding in self.files) and not odd and verified
