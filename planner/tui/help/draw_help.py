"""Help on what is in front, leaf by leaf: what the part is for and its keys; the quick-log line; marks and levels."""

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
TWO_COLUMNS_FROM = 88


class KeyGroup(NamedTuple):
    """Keys that belong together: a title, and each key as it is read with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


class _Meaning(NamedTuple):
    """One thing that help explains: what it is about, in a role, and the explanation."""

    what: str
    role: str
    words: str


def leaf_names() -> tuple[str, ...]:
    """What the leaves are called, in their order."""
    return say("this part"), say("the line"), say("marks and levels")


def leaves_row(at: int) -> Row:
    """The leaves beside each other; the one that is open is told apart without colour."""
    row = Row(INDENT)
    for number, name in enumerate(leaf_names()):
        row.put("" if not number else " " * GAP).put(name, "accent strong under" if number == at else "dim")
    return row


def part_page(words: str, groups: Sequence[KeyGroup], width: int) -> list[Row]:
    """What a part is for, and its keys: in two columns where there is room, else under each other."""
    rows = [*_told(words, width), Row()]
    for group in groups:
        keys = [_Meaning(shown, "accent", told) for shown, told in group.keys]
        if keys:
            rows += [Row(INDENT).put(group.title, "dim strong"), *_columns(keys, width), Row()]
    return [row.fitted(width) for row in rows[:-1]]


def line_page(width: int) -> list[Row]:
    """The grammar of the quick-log line, and what goes without saying."""
    grammar = paragraph(say("KIND MINUTES GROUP note @person #objective when"), width - 2 * INDENT)
    sentence = say(
        "The kind comes first, the rest in any order. Without minutes it took the group’s usual ones, without a time "
        "it ended now. A word in “quotes” is always part of the note."
    )
    kept = say("Try one: it is read as you type, and nothing of it is kept.")
    rows = [*(Row(INDENT).put(line, "accent") for line in grammar), *_told(sentence, width), Row(), *_told(kept, width)]
    return [row.fitted(width) for row in rows]


def marks_page(width: int, marks: Marks, warn: str = "usual") -> list[Row]:
    """What the marks mean, and the levels of drift with what is reached by each."""
    rows = [
        Row(INDENT).put(say("MARKS"), "dim strong"),
        *_legend(_marks(marks), width),
        Row(INDENT).put(say("One mark stands for {n} minutes.", n=QUARTER), "dim"),
        Row(),
        Row(INDENT).put(say("DRIFT, BY CAP AND BALANCE: THE WORSE OF THEM"), "dim strong"),
        *_legend(_levels(warn), width),
    ]
    return [row.fitted(width) for row in rows]


def examples(kind: Kind | None, group: str, person: str) -> tuple[str, ...]:
    """Lines to try, with a group (as it is typed; "" where a bar knows it) and a person (id) of hers; without the kind
    where a bar knows it."""
    lines = {
        Kind.CONTRIBUTION: ("c", "25", say("answered a question @{person}", person=person)),
        Kind.MEETING: ("m", "1h30", say("coffee with @{person} yesterday 18:00", person=person)),
        Kind.WATCHING: ("w", "", say("the newsletter this morning")),
    }
    if not kind:
        return tuple(_line(word, minutes, group, note) for word, minutes, note in lines.values())
    _, minutes, note = lines[kind]
    return (
        _line("", minutes, group, note),
        _line("", "1h30", group, say("yesterday 18:00")),
        _line("", "14:00-15:30", group, say("slides for the workshop")),
    )


def _line(*words: str) -> str:
    return " ".join(filter(None, words))


def merged(keys: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The keys with those of the nine groups as one."""
    keys = tuple(dict.fromkeys(keys))  # those that are read as one stand there once
    rest = [key for key in keys if not key[0].isdecimal()]
    figures = [key for key in keys if key[0].isdecimal()]
    if len(figures) < 9:  # they mean something else here
        return keys
    return (*rest, (say("1 to 9"), say("A group, by its number")))


def _told(words: str, width: int) -> list[Row]:
    return [Row(INDENT).put(line, "text") for line in paragraph(words, width - 2 * INDENT)]


def _columns(keys: Sequence[_Meaning], width: int) -> list[Row]:
    """Keys in two columns where it is wide; the first column is read down, then the second."""
    if width < TWO_COLUMNS_FROM:
        return _legend(keys, width)
    half, column = (len(keys) + 1) // 2, width // 2
    start = _start(keys)
    left, right = _legend(keys[:half], column, start), _legend(keys[half:], column, start)
    rows = []
    for number in range(max(len(left), len(right))):
        row = Row().extend(left[number].fitted(column)) if number < len(left) else Row(column)
        rows.append(row.extend(right[number]) if number < len(right) else row)
    return rows


def _start(legend: Sequence[_Meaning]) -> int:
    return INDENT + max((cell_len(each.what) for each in legend), default=0) + GAP


def _legend(legend: Sequence[_Meaning], width: int, start: int = 0) -> list[Row]:
    """Each thing with its explanation in a column of its own."""
    rows, start = list[Row](), start or _start(legend)
    for each in legend:
        lines = paragraph(each.words, width - start - INDENT)
        rows.append(Row(INDENT).put(each.what, each.role).to(start).put(lines[0] if lines else "", "text"))
        rows += [Row(start).put(line, "text") for line in lines[1:]]
    return rows


def _marks(marks: Marks) -> list[_Meaning]:
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


def _levels(warn: str) -> list[_Meaning]:
    reached = {band.level: round(100 * band.reached) for band in bands(warn)}
    words = {
        Level.BALANCED: say("likely to end within the cap, and with the hands that go with the reading"),
        Level.LEANING: say("as likely as not to end badly: {percent} % or more", percent=reached[Level.LEANING]),
        Level.DRIFTING: say("likely to end badly: {percent} % or more", percent=reached[Level.DRIFTING]),
        Level.ADRIFT: say("the cap is passed, or the week has ended with over twice the reading planned to the hands"),
    }
    return [_Meaning(level.title, f"{level.word} strong", told) for level, told in words.items()]
