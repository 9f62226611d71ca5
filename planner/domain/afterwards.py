"""What she has said of an entry since it was logged: what came back, and how it was."""

from __future__ import annotations

from collections.abc import Callable

from .echo import echo_words
from .entry import Entry
from .felt import joy_words
from .kinds import Kind
from .words import say


def nothing_words(kind: Kind) -> str:
    """That nothing came back; of reading, that it gave nothing."""
    return say("nothing came back") if kind.is_hands else say("it gave nothing")


def came_back_words(entry: Entry, name_of: Callable[[str], str]) -> str:
    """What is said of an entry's echo beside it; "" where it is not known. Nobody answers to reading: it gives."""
    echo = entry.echo
    if echo is None or not echo.came:
        return "" if echo is None else nothing_words(entry.kind)
    told = echo_words(echo, name_of)
    return say("came back: {echo}", echo=told) if entry.kind.is_hands else say("it gave: {echo}", echo=told)


def afterwards_words(entry: Entry, name_of: Callable[[str], str]) -> str:
    """Both; "" for nothing."""
    return say("; ").join(filter(None, (came_back_words(entry, name_of), joy_words(entry.joy))))
