"""The review's first step: time that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planner.domain import words
from planner.domain.entry import Entry
from planner.domain.words import minutes, plural, say, spell_minutes

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import heading_rows
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row

INDENT = 2
MINUTES_END = 26
GROUP = 30
MARGIN = 2


def asked_of_time(count: int, width: int, keys: Sequence[Hint] = ()) -> list[Row]:
    """What is asked of so many entries, with the keys that answer, and air; nothing where there is none."""
    if not count:
        return []
    asked = plural(
        count,
        "A timer was probably forgotten. It counts once you say what to keep.",
        "{n} timers were probably forgotten. They count once you say what to keep.",
    )
    return [*heading_rows(_asked(asked, width), keys, width), Row()]


def unconfirmed(  # noqa: PLR0917 - a drawing in its surroundings
    entries: Sequence[Entry],
    chosen: int,
    width: int,
    names: Mapping[str, str],
    usual: Callable[[Entry], int],
    marks: Marks,
) -> list[Row]:
    """A row an entry; where there is none, that there is none."""
    if not entries:
        words = say("No time waits to be confirmed.")
        return [Row(INDENT).put(marks.done, "balanced").put(f" {words}", "text").fitted(width)]
    return [_row(entry, n == chosen, width, names, usual(entry), marks) for n, entry in enumerate(entries)]


def meetings_to_answer(meetings: Sequence[str], width: int, keys: Sequence[Hint] = ()) -> list[Row]:
    """The meetings of which nobody has said what became of them, under what is asked, with the keys that answer;
    nothing where there is none."""
    if not meetings:
        return []
    asked = plural(
        len(meetings),
        "A meeting waits for an answer: was it held?",
        "{n} meetings wait for an answer: were they held?",
    )
    rows = [Row(), *heading_rows(_asked(asked, width), keys, width)]
    for meeting in meetings:
        first, *more = paragraph(meeting, width - 2 * INDENT - 2)
        rows.append(Row(INDENT).put("? ", "accent strong").put(first, "text"))
        rows += [Row(INDENT + 2).put(line, "text") for line in more]
    return rows


def _asked(words: str, width: int) -> list[Row]:
    return [Row(INDENT).put(line, "text") for line in paragraph(words, width - 2 * INDENT)]


def _row(  # noqa: PLR0917 - one row in its surroundings
    entry: Entry, chosen: bool, width: int, names: Mapping[str, str], usual: int, marks: Marks
) -> Row:
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    row.put(f"{words.day_month(entry.day)} {words.clock(entry.start)}", "text strong" if chosen else "text")
    row.right(MINUTES_END, minutes(entry.minutes), "text").put("?", "accent strong").to(GROUP - 2)
    row.put(marks.of(entry.kind), entry.kind.value).to(GROUP)
    kept = Row().put(say("usual {minutes}", minutes=spell_minutes(usual)), "dim")
    room = width - MARGIN - kept.cells - 2
    row.put(names.get(entry.group, entry.group), "text strong" if chosen else "text", room - row.cells)
    if entry.note and room - row.cells > 6:
        row.put("   ").put(entry.note, "dim", room - row.cells)
    row.to(width - MARGIN - kept.cells).extend(kept)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)
