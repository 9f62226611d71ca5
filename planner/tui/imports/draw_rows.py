"""The rows of the Imports screen: ways to choose a file, what was imported, names, weeks and what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain.imported import Import
from planner.domain.value import NamedTuple
from planner.domain.words import dated, day_month, listing, minutes, say, span_beside, spell_minutes
from planner.interop.intake.draft import Unmapped
from planner.interop.intake.mapping import Meaning
from planner.interop.intake.proposal import CHANGED, Item
from planner.tui.imports.offer import Bundle

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT = 2
MARGIN = 2
GROUP = 22  # cells that a group has before its title
TITLE = 28
ROWS, TIME = 6, 8  # cells of figures


class Words(NamedTuple):
    """Something that is said; "" is a blank row."""

    text: str = ""
    role: str = "text"
    id: str = ""


class Heading(NamedTuple):
    """What the rows below are, and which keys act on them."""

    title: str
    keys: Sequence[Hint] = ()
    id: str = ""


class Way(NamedTuple):
    """Something to do, by Enter or by its ``key``."""

    id: str
    key: Hint
    words: str


class Past(NamedTuple):
    """An import there was; ``number`` is its place, 1 the newest."""

    id: str
    number: int
    gone: Import
    title: str


class Name(NamedTuple):
    """A name that waits, and what she says it means."""

    id: str
    waits: Unmapped
    meaning: Meaning | None


class Folded(NamedTuple):
    """A bundle; how many of it are ``taken``, and whether its rows are shown."""

    id: str
    bundle: Bundle
    taken: int
    open: bool


class Piece(NamedTuple):
    """One thing that would come, or is left out."""

    id: str
    item: Item
    out: bool


Line = Words | Heading | Way | Past | Name | Folded | Piece


def line_row(line: Line, width: int, today: date, marks: Marks, *, chosen: bool) -> Row:
    """One row in ``width`` cells."""
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    match line:
        case Words():
            row.put(line.text, line.role, width - 2 * INDENT)
        case Heading():
            with_keys(row.put(line.title, "dim strong"), line.keys, width)
        case Way():
            row.put(line.key.shown, "accent").put(f"  {line.words}", "text strong" if chosen else "text")
        case Past():
            _past(row, line, width, today, chosen=chosen)
        case Name():
            _name(row, line, width, marks, chosen=chosen)
        case Folded():
            _bundle(row, line, width, today, marks, chosen=chosen)
        case Piece():
            _piece(row, line, width, marks, chosen=chosen)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def _past(row: Row, line: Past, width: int, today: date, *, chosen: bool) -> None:
    gone = line.gone
    counts = say("{added} added, {changed} changed", added=gone.added, changed=gone.updated)
    if gone.kept_back:
        counts = say("{counts}, {n} kept back", counts=counts, n=gone.kept_back)
    end = width - MARGIN - len(counts)
    row.put(dated(gone.at, today), "dim").put("  ")
    row.put(line.title, "text strong" if chosen else "text", min(TITLE, max(8, (end - row.cells) // 2)))
    row.put("  ")
    files = listing(list(gone.files[:3])) if len(gone.files) <= 3 else say("{n} files", n=len(gone.files))
    row.put(files, "dim", max(0, end - 2 - row.cells)).to(end).put(counts, "dim")


def _name(row: Row, line: Name, width: int, marks: Marks, *, chosen: bool) -> None:
    waits, meaning = line.waits, line.meaning
    name = min(30, max(12, width // 3))
    row.put(waits.name, "text strong" if chosen else "text", name)
    row.right(INDENT + name + 2 + ROWS, str(waits.rows), "dim").put(" ")
    row.right(row.cells + TIME, spell_minutes(waits.minutes) if waits.minutes else "", "text").put("   ")
    if meaning is None:
        row.put(say("kind?"), "accent", max(0, width - MARGIN - row.cells))
    elif meaning.skip:
        row.put(say("skipped"), "dim", max(0, width - MARGIN - row.cells))
    else:
        kind = meaning.kind
        row.put(f"{marks.of(kind)} {kind.title}" if kind else say("kind?"), kind.value if kind else "accent")
        row.put(f"  {meaning.group}" if meaning.group else "", "text", max(0, width - MARGIN - row.cells))


def _bundle(row: Row, line: Folded, width: int, today: date, marks: Marks, *, chosen: bool) -> None:
    bundle, count = line.bundle, len(line.bundle.items)
    row.put(marks.done if line.taken else marks.none, "balanced" if line.taken else "dim").to(INDENT + 3)
    row.put(marks.down if line.open else marks.right, "accent").put(" ")
    row.put(bundle.title, "text strong" if chosen else "text" if line.taken else "dim")
    figures = str(count) if line.taken in (0, count) else say("{n} of {count}", n=line.taken, count=count)
    time = minutes(bundle.minutes) if bundle.minutes else ""
    end = width - MARGIN - TIME - len(figures)
    if bundle.week:
        row.put("  ").put(span_beside(bundle.week.monday, bundle.week.sunday, today), "dim", end - row.cells - 1)
    row.to(end).put(figures, "dim").right(width - MARGIN, time, "text" if line.taken else "dim")


def _piece(row: Row, line: Piece, width: int, marks: Marks, *, chosen: bool) -> None:
    item = line.item
    role = "dim" if line.out else "text"
    row.to(INDENT + 3).put(marks.none if line.out else marks.done, "dim" if line.out else "balanced").to(INDENT + 6)
    row.put(day_month(item.day) if item.day else "", "dim")
    time = minutes(item.minutes) if item.minutes else ""
    end = width - MARGIN - (TIME if time else 0)
    row.put("  " if item.day else "")
    if item.group:
        row.put(item.group, f"{role} strong" if chosen else role, min(GROUP, max(8, (end - row.cells) // 3)))
        row.put("  ")
    if item.what == CHANGED:
        row.put(say("changed"), "accent").put("  ")
    row.put(item.title, "dim" if item.group else role, max(0, end - row.cells))
    row.right(width - MARGIN, time, role)
