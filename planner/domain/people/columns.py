"""The columns of ties as data. What they are sorted by are the orders of the list (``TieOrder``), which name them."""

from __future__ import annotations

from ..grammar.columns import ALWAYS, LAST, Column
from ..words import say
from .tie_list import TieRow
from .tie_words import warmth_word

#: The columns in their order on the screen.
COLUMNS: tuple[Column[TieRow], ...] = (
    Column(
        "name",
        lambda: say("NAME"),
        lambda row: row.person.name,
        words=True,
        long=True,
        cells=18,
        wanted=ALWAYS,
        printed=True,
    ),
    Column(
        "stage",
        lambda: say("TIE"),
        lambda row: row.tie.stage.title,
        words=True,
        cells=3,
        wanted=ALWAYS,
        printed=True,
    ),
    Column("warmth", lambda: say("WARMTH"), lambda row: warmth_word(row.tie), words=True, printed=True),
    Column("last", lambda: say("LAST"), lambda row: row.tie.days, words=True, cells=10, wanted=ALWAYS, printed=True),
    Column(
        "step",
        lambda: say("NEXT STEP"),
        lambda row: row.step.day if row.step else None,
        words=True,
        long=True,
        cells=44,
        wanted=ALWAYS,
        printed=True,
        below=True,
    ),
    Column(
        "meetings",
        lambda: say("MEETINGS"),
        lambda row: row.tie.meetings.times,
        cells=3,
        printed=True,
        below=True,
    ),
    Column(
        "circle",
        lambda: say("CIRCLE"),
        lambda row: say(row.person.circle.value) if row.person.circle else None,
        words=True,
        cells=14,
        wanted=LAST,
        printed=True,
        below=True,
    ),
    Column("groups", lambda: say("GROUPS"), lambda row: len(row.groups), words=True, cells=12, wanted=LAST),
)
