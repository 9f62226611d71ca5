"""A fact: one thing to know of a group or a person."""

from __future__ import annotations

from .value import NamedTuple


class Fact(NamedTuple):
    """What it is about, in a word, and the sentence."""

    about: str
    words: str
