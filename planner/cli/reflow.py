"""A command's own text in the width of the page: its examples, what explains them, and its paragraphs.

Where the page has room for the lines as they are written, they stay so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.cli.page import LEAST
from planner.domain.cells import cells, wrapped

#: What is said of something, in a column of its own beside it.
_BESIDE = re.compile(r"( *\S+(?: \S+)* {2,})(\S.*)")


def reflowed(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells with all that ``text`` has."""
    lines: list[str] = []
    for lead, part in _parts(text.splitlines()):
        column = cells(lead)
        if all(cells(line) + column <= width for line in part):
            lines += [f"{lead if at == 0 else ' ' * column}{line}" for at, line in enumerate(part)]
        elif column > width // 2:  # no room is left beside it: what is said of it stands under it
            indent = " " * (len(lead) - len(lead.lstrip(" ")))
            lines += _set(lead.strip(), indent, cells(indent) + 4, width)
            lines += _set(" ".join(part), f"{indent}    ", cells(indent) + 4, width)
        else:
            lines += _set(" ".join(part), lead, column + 4 * _is_typed(part[0]), width)
    return lines


def _set(text: str, lead: str, indent: int, width: int) -> list[str]:
    """A text after ``lead``; what it goes on with is indented."""
    first, *more = wrapped(text, max(LEAST, width - indent))
    return [lead + first, *(" " * indent + line for line in more)]


def _parts(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines that are read as one: what they stand beside (or their indent), and the lines, without that."""
    lead, part = "", list[str]()
    for line in lines:
        beside = _BESIDE.fullmatch(line)
        indent = line[: len(line) - len(line.lstrip(" "))]
        goes_on = part and line and not beside and len(indent) == cells(lead) and not _is_typed(line)
        if goes_on and not _is_typed(part[-1]):
            part.append(line.lstrip(" "))
            continue
        if part:
            yield lead, part
        lead, part = (beside[1], [beside[2]]) if beside else (indent, [line.lstrip(" ")])
    if part:
        yield lead, part


def _is_typed(line: str) -> bool:
    """Whether a line is one to type, or none at all."""
    return not line or line.lstrip(" ").startswith("planner ")
