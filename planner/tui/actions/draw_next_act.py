"""The one next act with the keys that do it, in each of its wordings, and beside it the key that puts it off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from rich.cells import cell_len

from planner.domain.drift.drift import Signal
from planner.domain.weeks.report import WeekReport
from planner.domain.words import say

from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import BREAKS, Row, literal, wrap

INDENT = 2
NARROW = 70  # cells, below which words are saved
APART = 3  # cells at least before the key that puts it off
LATER = "accent strong"  # the role of the key that puts the act off, and of nothing else here


def acts(report: WeekReport, width: int, signal: Signal | None, later: str) -> list[list[Row]]:
    """The rows that the next act takes in a width, in each of its wordings, the fullest first; last of all without a
    word beside the key that puts it off (``later``). One empty row, or none, where no act is advised."""
    if not report.lines:
        return [[Row()], []]
    if signal and signal.advice:
        keys = act_keys(report, signal.act)
        texts = signal.advice, *signal.shorter_advice
        return [*(_put_off(text, keys, later, width) for text in texts), _in_rows(texts[-1], keys, _key(later), width)]
    if report.advice is None:
        return [[Row()], []]
    keys = act_keys(report, report.advice.act)
    return [_in_rows(text, keys, Row(), width) for text in (report.advice.text, *report.advice.shorter)]


def fitted(texts: Sequence[str], drawn: Sequence[list[Row]], width: int, room: int) -> tuple[list[str], list[Row]]:
    """The lines of one of ``texts`` and one of the acts ``drawn``, both the fullest first, that have room in so many
    rows. The act is told in fewer words before the text is; only where nothing fits the least text is cut."""
    lines = [paragraph(text, width) for text in texts]
    for act, text in sorted(product(range(len(drawn)), range(len(lines))), key=lambda pair: (sum(pair), pair[1])):
        if len(drawn[act]) + len(lines[text]) <= room:
            return lines[text], drawn[act]
    act_rows = min(drawn, key=len)
    return [line for line in wrap(texts[-1], width, max(1, room - len(act_rows))) if line], act_rows


def at_later(row: Row) -> int:
    """The cell at which the key that puts the act off stands in a row; its width where it does not."""
    cells = 0
    for piece in row.pieces:
        if piece.role == LATER:
            break
        cells += cell_len(piece.text)
    return cells


def act_keys(report: WeekReport, act: str) -> str:
    """The keys that do an act, a quick-log line such as ``m 45 pmi-france @paul``: ``2 m @paul``; "" for none."""
    kind, slug, person = ([*act.split()[:1], *act.split()[2:], "", "", ""])[:3]
    place = next((n for n, line in enumerate(report.lines[:9], 1) if line.group.slug == slug), 0)
    return f"{place} {kind} {person}".rstrip() if place else ""


def _put_off(text: str, keys: str, later: str, width: int) -> list[Row]:
    """An act with the key that puts it off in words, in fewer of them where it would not stand in one row."""
    if width >= NARROW:
        rows = _in_rows(text, keys, _key(later, say("not this week")), width)
        if len(rows) == 1:
            return rows
    return _in_rows(text, keys, _key(later, say("later")), width)


def _key(later: str, words: str = "") -> Row:
    return Row().put(later, LATER).put(f" {words}" if words else "", "dim")


def _in_rows(text: str, keys: str, later: Row, width: int) -> list[Row]:
    """An act, broken into as many rows as it needs; its keys end it, whole and with the last word, and ``later`` stands
    at the right of its first row."""
    lead = Row(INDENT).put(say("Next:"), "dim").put(" ")
    start, end = lead.cells, width - INDENT
    first = end - start - (later.cells + APART if later.cells else 0)
    *words, last = map(literal, re.split(BREAKS, text.strip()))
    beside = f"({keys})" if keys else ""
    with_last = f"{last}  {beside}".rstrip()
    lines = [""]
    for part in (*words, *([with_last] if cell_len(with_last) <= end - start else [last, beside])):
        room = max(8, end - start if len(lines) > 1 else first)
        if lines[-1] and cell_len(f"{lines[-1]} {part}") > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    rows = [lead, *(Row(start) for _ in lines[1:])]
    for row, line in zip(rows, lines, strict=True):
        act = line.removesuffix(beside) if row is rows[-1] else line
        row.put(act.rstrip(), "text strong", end - start).put(act[len(act.rstrip()) :])
    rows[-1].put(beside, "accent")
    if later.cells:
        lead.to(end - later.cells).extend(later)
    return rows
