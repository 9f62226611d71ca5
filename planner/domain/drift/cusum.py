"""A cumulative sum: whether several weeks each leaned the same way, though none of them alone says much.

Source: Page, "Continuous inspection schemes", Biometrika 41 (1954): S = max(0, S + z - k), and a signal once S > h.
k = 0.5 looks for a shift of one standard deviation; h = 4 then lets about 1 in 336 weeks in control pass for one, and
finds such a shift after about 8 weeks, one of two deviations after about 3 (Montgomery, "Introduction to Statistical
Quality Control", ch. 9). The standard deviation of weeks is estimated by their moving ranges (ch. 6), and one wild
week counts no more than two deviations, so that it never signals by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

K, H = 0.5, 4.0
MOST = 2.0  #: standard deviations that one week may count
LEAST_DEVIATION = 15.0  #: minutes; weeks that are nearly alike would make a trifle look like a shift
RANGE_TO_DEVIATION = 1.128  #: the mean moving range of two, in standard deviations (d2)


def leaning(excesses: Sequence[int]) -> int:
    """For how many weeks up to the last one the sum has been rising from 0, where it now signals; else 0.

    ``excesses`` are each week's minutes over its plan (negative: under), oldest first.
    """
    if len(excesses) < 3:
        return 0
    ranges = [abs(later - earlier) for earlier, later in pairwise(excesses)]
    deviation = max(LEAST_DEVIATION, sum(ranges) / len(ranges) / RANGE_TO_DEVIATION)
    total, run = 0.0, 0
    for excess in excesses:
        total = max(0.0, total + min(MOST, excess / deviation) - K)
        run = run + 1 if total else 0
    return run if total > H and excesses[-1] > 0 else 0
