"""How the Trends screen's rows are shared out."""

from __future__ import annotations

from planner.domain.value import NamedTuple

#: Rows that the year takes, the blank one over it among them: a title, the months, seven days.
YEAR_ROWS = 10

#: The fewest rows of bars, the line among them, and the most: longer ones say no more.
LEAST, MOST = 7, 15
#: The fewest beside the year, and the rows of marks that are given up for it.
LEAST_BESIDE, GIVEN_UP = 8, 2
#: Rows from which on what the weeks come to has more than one of them, and from which there is air.
ROOMY, AIRY = 18, 26


class TrendsRoom(NamedTuple):
    """Rows for each part: what the weeks come to, the bars beside their line, the weeks and months under them, the
    marks, the chosen week in words; ``air`` rows between them, and whether the year stands below."""

    summary: int
    chart: int
    labels: int
    strips: int
    words: int
    air: int
    year: bool


def share(height: int, summary: int, strips: int, words: int, *, with_year: bool) -> TrendsRoom:
    """Share ``height`` rows out; the parts want so many. The bars come first, then the marks, then the year."""
    air = 1 if height >= AIRY else 0
    summary = min(summary, 1 if height < ROOMY else 2 if height < AIRY else 4)
    words = min(words, 2 if height < ROOMY else 4)
    labels = 1 if height < ROOMY + 2 else 2
    rest = height - summary - words - labels - 2 * air
    strips = max(0, min(strips, rest - LEAST))
    for_year = rest - YEAR_ROWS - LEAST_BESIDE  # rows for marks, where the year stands below
    year = with_year and strips - for_year <= GIVEN_UP <= for_year
    rest -= (strips := min(strips, for_year) if year else strips)
    chart = min(MOST, rest - (YEAR_ROWS if year else 0))
    return TrendsRoom(summary, max(2, chart - 1), labels, strips, words, air, year)
