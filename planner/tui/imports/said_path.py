"""Paths as they come in: typed, pasted by a terminal that a file was dropped on, or copied from a browser."""

from __future__ import annotations

import os
import shlex
from urllib.parse import unquote, urlsplit


def said_paths(text: str) -> tuple[str, ...]:
    """The paths of a text, a line each; ``file://`` addresses, quotes, escaped blanks and ``~`` are understood."""
    return tuple(_path(line) for line in map(str.strip, text.splitlines()) if line)


def _path(line: str) -> str:
    if line.startswith("file://"):
        return unquote(urlsplit(line).path)
    return os.path.expanduser(line if os.path.lexists(line) else _unquoted(line))


def _unquoted(line: str) -> str:
    """What a shell would make of it, where it is one word to a shell."""
    try:
        words = shlex.split(line)
    except ValueError:  # an apostrophe in a name
        return line
    return words[0] if len(words) == 1 else line
