"""The review's step of people: whom she met, ties that moved, what is promised, and whom to see next week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.book import Book, unread_words
from planner.domain.people.week_people import Closer, ToSee, WeekPeople
from planner.domain.people.week_people_words import (
    closer_words,
    cooling_words,
    met_counts,
    met_words,
    promise_of,
    promise_standing,
    why_words,
)
from planner.domain.step import Step
from planner.domain.unread import without_words
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import with_keys
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import BREAKS, Row, clip, literal, wrap

INDENT = 2
MARGIN = 2
TEXT = 4  # where a row's text begins, behind its mark
UNDER = 2  # cells by which what goes on from it stands in
TWO_FROM = 100  # cells from which what cools stands beside whom she met
LONGEST_NAME = 24
MOST = 8  # rows of those met and those cooling


class PeoplePage(NamedTuple):
    """The drawn step: its rows, and the first and the last one of what is chosen; None where nothing can be chosen."""

    rows: tuple[Row, ...]
    at: int | None
    end: int | None = None


def choices(people: WeekPeople) -> tuple[Step | ToSee, ...]:
    """What can be chosen: the promises that are open, then whom to see."""
    return (*(step for step in people.promises if step.open), *people.next)


class PeopleKeys(NamedTuple):
    """The keys that settle a promise, and take somebody into next week."""

    promises: Sequence[Hint] = ()
    next: Sequence[Hint] = ()


def people_page(  # noqa: PLR0917 - a page in its surroundings
    people: WeekPeople,
    book: Book,
    chosen: int,
    width: int,
    height: int,
    marks: Marks,
    keys: PeopleKeys = PeopleKeys(),  # noqa: B008 - never changed
) -> PeoplePage:
    """All of it; where ``height`` rows are too few, fewer of those met and cooling are told by name."""
    if book.unread:
        return PeoplePage(tuple(Row(INDENT).put(line, "text") for line in paragraph(unread_words(), width - 4)), None)
    for most, air in ((MOST, True), (5, True), (3, True), (2, True), (3, False), (2, False), (1, False)):
        page = _page(people, book, chosen, width, marks, most, keys, air=air)
        if len(page.rows) <= height:
            break
    return page


def _page(  # noqa: PLR0917 - a page in its surroundings
    people: WeekPeople,
    book: Book,
    chosen: int,
    width: int,
    marks: Marks,
    most: int,
    keys: PeopleKeys,
    *,
    air: bool,
) -> PeoplePage:
    gap = [Row()] if air else []
    without = [Row(INDENT).put(line, "text") for line in paragraph(without_words(people.without), width - 4)]
    if width >= TWO_FROM:
        half = width * 3 // 5
        above = _beside(_met(people, half, marks, most), _cooling(people, width - half, marks, most), half)
    else:
        cooling = _cooling(people, width, marks, most)
        above = [*_met(people, width, marks, most), *(gap if cooling else []), *cooling]
    rows, at, end = [*without, *above], None, None
    can_choose = choices(people)
    wanted = can_choose[chosen] if 0 <= chosen < len(can_choose) else None
    promises, after = _promises(people, book, wanted, width, marks), _next(people, wanted, width, marks)
    for section, hints in ((promises, keys.promises), (after, keys.next)):
        if section:
            with_keys(section[0][0], hints, width - MARGIN)
            rows += gap
            if here := [len(rows) + n for n, (_, is_chosen) in enumerate(section) if is_chosen]:
                at, end = here[0], here[-1]
            rows += [row for row, _ in section]
    return PeoplePage(tuple(row.fitted(width) for row in rows), at, end)


def _title(words: str, beside: str = "") -> Row:
    row = Row(INDENT).put(words, "dim strong")
    return row.put(f"   {beside}", "dim") if beside else row


def _met(people: WeekPeople, width: int, marks: Marks, most: int) -> list[Row]:
    """Whom she met, with the stage that a tie came to; then those who came closer without a meeting."""
    moved = {each.person.id: each for each in people.closer}
    rows = [_title(say("WHOM YOU MET"), met_counts(people))]
    names = [*(each.person.name for each in people.met), *(each.person.name for each in people.closer)]
    name_end = TEXT + _names(names, width)
    told: list[Row] = []
    for met in people.met:
        mark = "?" if met.in_person is None else marks.meeting if met.in_person else marks.loose
        row = Row(INDENT).put(mark, "meeting").to(TEXT).put(met.person.name, "text", name_end - TEXT).to(name_end + 2)
        row.put(met_words(met), "dim", max(0, min(18, width - row.cells - MARGIN)))
        told.append(_with_move(row, moved.pop(met.person.id, None), width, marks))
    for closer in moved.values():
        row = Row(TEXT).put(closer.person.name, "text", name_end - TEXT).to(name_end + 2)
        told.append(_with_move(row, closer, width, marks))
    if not told and not people.without:
        return [*rows, Row(TEXT).put(say("Nobody was met this week."), "dim")]
    return [*rows, *_some(told, most)]


def _with_move(row: Row, closer: Closer | None, width: int, marks: Marks) -> Row:
    """A row with the stages that a tie went through, at its right."""
    if closer is None:
        return row
    words = closer_words(closer).replace("->", marks.right)
    at = max(row.cells + 2, width - MARGIN - cell_len(words))
    return row.to(at).put(words, "balanced strong", max(0, width - MARGIN - at))


def _cooling(people: WeekPeople, width: int, marks: Marks, most: int) -> list[Row]:
    """The ties that cool: those of this week first, the others counted where there is no room for them."""
    if not people.cooling:
        return []
    first = sorted(people.cooling, key=lambda each: not each.lately)
    name_end = TEXT + _names([each.person.name for each in first[:most]], width)
    rows = []
    for each in first:
        mark = marks.cooling if each.warmth.value == "cooling" else marks.cold
        row = Row(INDENT).put(mark, "text").to(TEXT).put(each.person.name, "text", name_end - TEXT).to(name_end + 2)
        row.put(cooling_words(each), "dim", max(0, width - MARGIN - row.cells))
        rows.append(row.put(f"  {say('this week')}", "text") if each.lately and row.cells + 14 < width else row)
    return [_title(say("COOLING")), *_some(rows, most)]


def _promises(
    people: WeekPeople, book: Book, wanted: Step | ToSee | None, width: int, marks: Marks
) -> list[tuple[Row, bool]]:
    if not people.promises:
        return []
    section = [(_title(say("PROMISES")), False)]
    for step in people.promises:
        standing = promise_standing(step, people.until)
        late = step.open and step.day < people.until
        mark = marks.of_promise(step.owed) if step.owed and step.open else marks.done
        room = max(8, width - TEXT - MARGIN - 2 - cell_len(standing))
        first, others = _broken(promise_of(step, book), room, room - UNDER)
        row = _row(mark, first, wanted is step, room, marks)
        row.put(f"  {standing}", "drifting" if late else "balanced" if not step.open else "dim")
        role = "text strong" if wanted is step else "text"
        section += [(each, wanted is step) for each in (row, *_under(others, role))]
    return section


def _next(people: WeekPeople, wanted: Step | ToSee | None, width: int, marks: Marks) -> list[tuple[Row, bool]]:
    if not people.next:
        return []
    section = [(_title(say("NEXT WEEK, PERHAPS")), False)]
    for each in people.next:
        is_chosen = wanted is each
        name = min(LONGEST_NAME, cell_len(literal(each.person.name)))
        row = _row(marks.done if each.step else marks.open, each.person.name, is_chosen, name, marks)
        words = each.step.text if each.step else why_words(each)
        role = "balanced" if each.step else "dim"
        first, others = _broken(words, width - MARGIN - row.cells - 2, width - MARGIN - TEXT - UNDER)
        section += [(drawn, is_chosen) for drawn in (row.put(", ", "dim").put(first, role), *_under(others, role))]
    return section


def _broken(text: str, beside: int, under: int) -> tuple[str, list[str]]:
    """A text broken at blanks: its first line has so many cells, and those ``under`` it."""
    whole = " ".join(re.split(BREAKS, literal(text).strip()))
    first = wrap(whole, max(8, beside), len(whole) + 1)[0]
    return first, paragraph(whole[len(first) :], under)


def _under(lines: Sequence[str], role: str) -> list[Row]:
    """What goes on from a row."""
    return [Row(TEXT + UNDER).put(line, role) for line in lines]


def _row(mark: str, text: str, is_chosen: bool, room: int, marks: Marks) -> Row:
    row = Row().put(f"{marks.pointer} " if is_chosen else "", "accent strong").to(INDENT).put(mark, "accent").to(TEXT)
    return row.put(clip(text, room), "text strong" if is_chosen else "text")


def _names(names: Sequence[str], width: int) -> int:
    longest = max((cell_len(literal(name)) for name in names), default=0)
    return min(longest, LONGEST_NAME, max(8, width // 3))


def _some(rows: Sequence[Row], most: int) -> list[Row]:
    """The first rows, and how many more there are."""
    if len(rows) <= most + 1:
        return list(rows)
    more = len(rows) - most
    return [*rows[:most], Row(TEXT).put(plural(more, "and {n} more", "and {n} more"), "dim")]


def _beside(left: Sequence[Row], right: Sequence[Row], half: int) -> list[Row]:
    """Two lists beside each other."""
    rows = []
    for number in range(max(len(left), len(right))):
        row = left[number].fitted(half) if number < len(left) else Row(half)
        rows.append(row.extend(right[number]) if number < len(right) else row)
    return rows
