"""The hand-out as HTML: one file that needs no other, for a screen and for A4 paper."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from html import escape

from planner.domain.feeds import MARK
from planner.domain.texts import clean
from planner.domain.weeks.handout import Handout
from planner.domain.words import language
from planner.interop.handout_drawings import balance_svg, hours_svg
from planner.interop.handout_parts import BALANCE, HOURS, Part, parts, subtitle, title
from planner.interop.markdown import Row
from planner.theme_files import package_folder

#: The theme whose colours it has: paper is light.
_THEME = "planner-light.toml"

_DRAWN = {HOURS: hours_svg, BALANCE: balance_svg}

#: How an address of the web begins; on paper it is read, not followed.
_SCHEME = re.compile(r"https?://", re.IGNORECASE)

#: From so many characters on a last cell is given room.
_WORDY = 40

_STYLE = """
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
html { color-scheme: light; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 58rem; background: var(--background); color: var(--text);
  font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.65rem; line-height: 1.25; font-weight: 600; }
header p { margin: .25rem 0 0; color: var(--dim); }
section { margin-top: 2.25rem; }
h2 { margin: 0 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--rule); font-size: 1.1rem; font-weight: 600;
  break-after: avoid; }
h3 { margin: 1.2rem 0 .3rem; font-size: .95rem; font-weight: 600; color: var(--dim); break-after: avoid; }
p { margin: .35rem 0; max-width: 44rem; break-after: avoid; }
ul { margin: .35rem 0; padding-left: 1.2rem; }
li { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .87rem; line-height: 1.4; }
thead { display: table-header-group; }
th, td { padding: .32rem .8rem .32rem 0; min-width: 5.5rem; text-align: left; vertical-align: top; }
th { color: var(--dim); font-weight: 600; border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
td { border-bottom: 1px solid var(--panel); }
tr { break-inside: avoid; }
td:first-child { min-width: 8rem; font-weight: 600; }
th:last-child, td:last-child { padding-right: 0; }
td.words:last-child { min-width: 15rem; }
.figure { min-width: 0; text-align: right; font-variant-numeric: tabular-nums; }
td.figure { white-space: nowrap; }
.room { height: 1.9rem; border-bottom: 1px solid var(--rule); }
svg { display: block; width: 100%; height: auto; margin: .9rem 0; break-inside: avoid; }
svg text { font: 11px system-ui, Arial, "DejaVu Sans", sans-serif; fill: var(--dim); }
svg .above, svg .day { text-anchor: middle; paint-order: stroke; stroke: var(--background); stroke-width: 3; }
svg .tick { text-anchor: end; }
svg .name, svg text.figure { fill: var(--text); font-size: 12px; text-anchor: start; }
svg .contribution { fill: var(--contribution); }
svg .meeting { fill: var(--meeting); stroke: var(--background); stroke-width: 1; }
svg .watching { fill: var(--watching); fill-opacity: .28; stroke: var(--watching); stroke-dasharray: 4 3; }
svg .bar0 { fill: var(--watching); fill-opacity: .28; stroke: var(--watching); stroke-dasharray: 4 3; }
svg .bar1 { fill: var(--accent); }
svg .bar2 { fill: var(--contribution); }
svg .scale { stroke: var(--panel); }
svg .zero { stroke: var(--dim); }
svg .goal, svg .cap { stroke: var(--text); stroke-width: 1.4; stroke-dasharray: 2 3; }
@media print {
  html { font-size: 12px; }
  body { padding: 0; max-width: none; background: none; font-size: 12.5px; }
  section { margin-top: 1.6rem; }
}
@media (max-width: 40rem) { body { padding: 1.2rem .9rem; } table { display: block; overflow-x: auto; } }
"""


def handout_html(handout: Handout) -> str:
    """The hand-out as a page without scripts, links and addresses; every text of hers is escaped."""
    name = _text(title(handout))
    lines = [
        "<!doctype html>",
        f'<html lang="{language()}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="planner {MARK}">',
        f"<title>{name}</title>",
        f"<style>\n:root {{ {_colours()} }}{_STYLE}</style></head>",
        f"<body>\n<header><h1>{name}</h1>\n<p>{_text(subtitle(handout))}</p></header>\n<main>",
    ]
    for part in parts(handout):
        lines += ["<section>", f"<h2>{_text(part.title)}</h2>", *_lines(part, handout), "</section>"]
    return "\n".join([*lines, "</main>\n</body>\n</html>"]) + "\n"


def _lines(part: Part, handout: Handout) -> Iterator[str]:
    yield from (f"<p>{_text(sentence)}</p>" for sentence in part.sentences)
    if part.points:
        yield f"<ul>{''.join(f'<li>{_text(point)}</li>' for point in part.points)}</ul>"
    if part.drawing:
        yield _DRAWN[part.drawing](handout)
    if part.drawing != HOURS:  # whose drawing has its figures
        for table in part.tables:
            if table.title:
                yield f"<h3>{_text(table.title)}</h3>"
            yield from _table(*table.rows, figures=table.figures)
    yield from ['<div class="room"></div>'] * part.room


def _table(head: Row, *rows: Row, figures: tuple[int, ...]) -> Iterator[str]:
    wordy = any(len(cells[-1]) > _WORDY for cells in rows)

    def row(cells: Row, tag: str) -> str:
        marks = [' class="figure"' if number in figures else "" for number in range(len(cells))]
        if wordy:
            marks[-1] = ' class="words"'
        inside = "".join(f"<{tag}{mark}>{_text(cell)}</{tag}>" for cell, mark in zip(cells, marks, strict=True))
        return f"<tr>{inside}</tr>"

    yield f"<table>\n<thead>{row(head, 'th')}</thead>\n<tbody>"
    yield from (row(cells, "td") for cells in rows)
    yield "</tbody></table>"


def _text(text: str) -> str:
    return escape(_SCHEME.sub("", clean(text)))


def _colours() -> str:
    """The colours by their meaning, as the theme has them."""
    with open(os.path.join(package_folder(), _THEME), "rb") as file:
        colours = tomllib.load(file)["colors"]
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
