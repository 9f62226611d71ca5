"""Help on what is in front: its keys, what the marks mean, the quick-log line, and the levels of drift."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.drift.bands import bands
from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row
from ..widgets.draw_weave import QUARTER

INDENT = 2
GAP = 3
TWO_COLUMNS_FROM = 100


class KeyGroup(NamedTuple):
    """Keys that belong together: a title, and each key as it is read with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


class _Meaning(NamedTuple):
    """One thing that help explains: what it is about, in a role, and the explanation."""

    what: str
    role: str
    words: str


def help_page(groups: Sequence[KeyGroup], width: int, marks: Marks, warn: str = "usual") -> list[Row]:
    """All of it in ``width`` cells: keys and the rest side by side, or under each other where it is narrow."""
    wide = width >= TWO_COLUMNS_FROM
    column = width // 2 if wide else width
    left: list[Row] = []
    for group in groups:
        left += [*_block(group.title, [_Meaning(shown, "accent", words) for shown, words in group.keys], column), Row()]
    right = [
        *_block(say("MARKS"), _legend(marks), column),
        Row(INDENT).put(say("One mark stands for {n} minutes.", n=QUARTER), "dim"),
        Row(),
        *_quick_log(column),
        Row(),
        *_block(say("DRIFT, BY CAP AND BALANCE: THE WORSE OF THEM"), _levels(warn), column),
    ]
    if not wide:
        return [row.fitted(width) for row in (*left, *right)]
    return [_beside(left, right, n, column).fitted(width) for n in range(max(len(left), len(right)))]


def merged(keys: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The keys with those of the nine groups as one."""
    keys = tuple(dict.fromkeys(keys))  # those that are read as one stand there once
    rest = [key for key in keys if not key[0].isdecimal()]
    figures = [key for key in keys if key[0].isdecimal()]
    if len(figures) < 9:  # they mean something else here
        return keys
    return (*rest, (say("1 to 9"), say("A group, by its number")))


def _beside(left: Sequence[Row], right: Sequence[Row], number: int, column: int) -> Row:
    row = Row().extend(left[number].fitted(column)) if number < len(left) else Row(column)
    return row.extend(right[number]) if number < len(right) else row


def _block(title: str, legend: Sequence[_Meaning], width: int) -> list[Row]:
    """A title, and under it each thing with its explanation in a column of its own."""
    rows = [Row(INDENT).put(title, "dim strong")]
    longest = max((cell_len(each.what) for each in legend), default=0)
    start = INDENT + longest + GAP
    for each in legend:
        lines = paragraph(each.words, width - start - INDENT)
        rows.append(Row(INDENT).put(each.what, each.role).to(start).put(lines[0] if lines else "", "text"))
        rows += [Row(start).put(line, "text") for line in lines[1:]]
    return rows


def _legend(marks: Marks) -> list[_Meaning]:
    return [
        _Meaning(marks.contribution, Kind.CONTRIBUTION.value, say("contribution: a post, an answer, an introduction")),
        _Meaning(marks.meeting, Kind.MEETING.value, say("meeting: in person, by video, by phone, at an event")),
        _Meaning(marks.watching, Kind.WATCHING.value, say("watching: a feed, a thread, a newsletter")),
        _Meaning(marks.open, "dim", say("planned, and still open")),
        _Meaning(marks.running, "accent strong", say("the timer is running")),
        _Meaning(marks.paused, "accent strong", say("the timer is paused")),
        _Meaning(marks.at_most, "dim", say("at most: a cap of watching, not a goal")),
        _Meaning("?", "accent strong", say("not confirmed: it counts nowhere yet")),
    ]


def _quick_log(width: int) -> list[Row]:
    """The grammar, three examples, and what goes without saying."""
    rows = [Row(INDENT).put(say("THE QUICK-LOG LINE"), "dim strong")]
    lines = [(say("KIND MINUTES GROUP note @person #objective when"), "accent")]
    lines += [
        (say("c 25 lyon-ux answered a question @marie"), "text strong"),
        (say('m 1h30 alumni-lyon coffee @"Paul Roy" yesterday 18:00'), "text strong"),
        (say("w pmi-france the newsletter"), "text strong"),
    ]
    for words, role in lines:
        rows += [Row(INDENT).put(line, role) for line in paragraph(words, width - 2 * INDENT)]
    sentence = say(
        "The kind comes first, the rest in any order. Without minutes it took the group’s usual ones, without a time "
        "it ended now. A word in “quotes” is always part of the note."
    )
    return [*rows, *(Row(INDENT).put(line, "text") for line in paragraph(sentence, width - 2 * INDENT))]


def _levels(warn: str) -> list[_Meaning]:
    reached = {band.level: round(100 * band.reached) for band in bands(warn)}
    words = {
        Level.BALANCED: say("likely to end within the cap, and with the hands that go with the reading"),
        Level.LEANING: say("as likely as not to end badly: {percent} % or more", percent=reached[Level.LEANING]),
        Level.DRIFTING: say("likely to end badly: {percent} % or more", percent=reached[Level.DRIFTING]),
        Level.ADRIFT: say("the cap is passed, or the week has ended with over twice the reading planned to the hands"),
    }
    return [_Meaning(level.title, f"{level.word} strong", told) for level, told in words.items()]
