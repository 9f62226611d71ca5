"""Telling a hand from a paste, in a terminal that does not: it sends what is pasted as keys, all at one go.

Such keys must never act as commands, so a burst of letters is handed on as the paste that it is. What a hand may have
sent at one go, over a slow line or ahead of a screen that was not there yet, stays keys: one letter, figures, a sign
held down, and a kind's key with its minutes (``c25``) or its group's figure (``1c``); with a blank between them it is
how a line begins (``c 25``), and text. A letter held down is no such thing: as text it does no harm, and ten undos do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from textual import events
from textual.message import Message

from planner.domain.kinds import Kind

#: What is text within a paste though it is no letter: the ends of lines, and the tab between a table's columns.
_BETWEEN = {"enter": "\n", "ctrl+j": "\n", "tab": "\t"}

#: What a hand may have sent at one go.
_BY_HAND = rf"[^\W\d_]|([\W\d_])\1*|[0-9]?[{''.join(kind.letter for kind in Kind)}]?[0-9]*"


def gathered(messages: Sequence[Message]) -> list[Message]:
    """What a terminal has sent at one go, each run of keys that no hand has typed as one paste."""
    sent: list[Message] = []
    for is_text, run in groupby(messages, key=lambda message: bool(_text_of(message))):
        keys = list(run)
        sent += _as_paste(keys) if is_text else keys
    return sent


def _as_paste(keys: list[Message]) -> list[Message]:
    """A run of keys as a paste, where no hand has typed it. The Enter or Tab after one line stays a key; after several
    it ends the last of them."""
    text = "".join(map(_text_of, keys))
    line = text.rstrip("\n\t")
    if re.fullmatch(_BY_HAND, line):
        return keys
    return [events.Paste(line), *([] if "\n" in line else keys[len(line) :])]


def _text_of(message: Message) -> str:
    """The character that a key stands for in a text; "" where it stands for none."""
    if not isinstance(message, events.Key):
        return ""
    return _BETWEEN.get(message.key) or (message.character or "" if message.is_printable else "")
