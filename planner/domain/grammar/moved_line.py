"""Where watching went, as one line: ``newsletter: https://metro.example, since 2026-09-01``.

The tool comes first, then a colon and its address, or what it is called there; both the address and the day may be left
out. An address alone is that of a feed, for a feed reader.
"""

from __future__ import annotations

import re
from datetime import datetime

from ..errors import Misread
from ..group import Moved, Tool
from ..texts import clean, folded, shown
from ..words import day_in_words, say
from .addresses import checked_address, feed_address, looks_like_address
from .day import Direction
from .days import read_day
from .lexicon import TOOLS

_SINCE = re.compile(r"[,;]?\s*\b(?:since|depuis)\s+(?:le\s+)?(\S.*)$", re.IGNORECASE)
_NOT = ("", "-", "–", "none", "aucun")


def read_moved(text: str, now: datetime) -> Moved | None:
    """What a line says; from today on, unless it says a day. None where it says that nothing was moved.

    Raises Misread for a line that names no tool, for a day still to come, and for an address that is none.
    """
    line = clean(text)
    if folded(line) in _NOT:
        return None
    since = _SINCE.search(line)
    day = read_day(since[1], now, Direction.PAST) if since else now.date()
    if day > now.date():
        raise Misread(say("“{text}” is still to come; say since when, such as 2026-09-01.", text=shown(line)))
    line = line[: since.start()] if since else line
    word, _, where = (part.strip() for part in line.partition(":"))
    if folded(word) in TOOLS:
        tool = Tool(TOOLS[folded(word)])
        return Moved(tool, _where(where.lstrip("/") if tool is Tool.READER else where, tool), day)
    if " " not in line and looks_like_address(line, alone=True):
        return Moved(Tool.READER, feed_address(line), day)
    tools = ", ".join(say(tool.value) for tool in Tool)
    raise Misread(
        say(
            "“{text}” names no tool: write one of {tools}, and where, as in newsletter: https://metro.example.",
            text=shown(line),
            tools=tools,
        )
    )


def _where(text: str, tool: Tool) -> str:
    if " " in text or not (":" in text or looks_like_address(text, alone=True)):
        return text
    return feed_address(text) if tool is Tool.READER else checked_address(text)


def typed_moved(moved: Moved | None) -> str:
    """It as one would type it: reading it back gives the same."""
    if moved is None:
        return ""
    head = f"{moved.tool.value}: {moved.where}" if moved.where else moved.tool.value
    return f"{head}, since {moved.day.isoformat()}"


def moved_words(moved: Moved | None) -> str:
    """``newsletter, https://metro.example, since Tue 1 Sep 2026``; "" for nothing."""
    if moved is None:
        return ""
    since = say("since {day}", day=f"{day_in_words(moved.day)} {moved.day.year}")
    return ", ".join(filter(None, (say(moved.tool.value), moved.where, since)))
