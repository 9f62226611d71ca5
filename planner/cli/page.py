"""The page: how wide it is, and sentences wrapped within it."""

from __future__ import annotations

import os
import sys

from planner.domain.value.typed import TextIO
from planner.domain.words import say

#: The least cells that anything is folded to.
LEAST = 8

#: What is known of no page: as wide as it takes.
ENDLESS = 1_000_000


def fitted(line: str, width: int = 0) -> list[str]:
    """A line as the page (or ``width``) has room for it; what it goes on with stands under its beginning."""
    width = width or page_width()
    if len(line) * 2 <= width:  # no sign takes more than two cells, and what counts them need not be loaded
        return [line]
    from planner.domain.cells import cells, wrapped

    if cells(line) <= width:
        return [line]
    text = line.lstrip(" ")
    start = line[: len(line) - len(text)]
    return [(start + part).rstrip() for part in wrapped(text, max(LEAST, width - len(start)))]


def page_width(stream: TextIO | None = None) -> int:
    """The cells to print for: ``COLUMNS``, else those of the terminal that a stream (standard output) goes to; where
    there is neither, as many as it takes."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text):
        return int(text)
    try:
        return os.get_terminal_size((stream or sys.stdout).fileno()).columns or ENDLESS
    except (OSError, ValueError):
        return ENDLESS


def written(text: str, stream: TextIO | None = None) -> str:
    """A text as a stream (standard output) writes it: where it lacks a sign it has plain letters, which may be more."""
    stream = stream or sys.stdout
    encoding, errors = getattr(stream, "encoding", None), getattr(stream, "errors", None)
    if text.isascii() or not encoding or encoding.replace("-", "").casefold() == "utf8":
        return text
    return text.encode(encoding, errors or "strict").decode(encoding)


def complain(reason: str) -> None:
    """Say on standard error what is to be known beside the answer, in its width."""
    told = written(say("planner: {reason}", reason=reason), sys.stderr)
    for line in fitted(told, page_width(sys.stderr)):
        sys.stderr.write(line + "\n")
