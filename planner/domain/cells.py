"""Cells: how wide a text stands in a terminal, and how it is wrapped there.

A wide letter takes two cells; a combining mark, a joiner and a sign that chooses a variant take none (Unicode: East
Asian Width, UAX 11; general categories Mn, Me and Cf).
"""

from __future__ import annotations

from collections.abc import Iterator

_NO_CELL = ("Mn", "Me", "Cf")

#: Signs after which a long word is parted: slugs and addresses have them.
_JOINTS = "-/_@|"


def cells(text: str) -> int:
    """The cells that a text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def padded(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled up to ``width`` cells; a longer one stays as it is."""
    air = " " * (width - cells(text))
    return air + text if right else text + air


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells, parted between words; a word that is longer is parted in itself,
    after a hyphen, a slash or the like where it has one.

    Nothing of it is left out but the spaces where lines part.
    """
    lines, line = [], ""
    for word in text.split(" "):
        if line and cells(line) + 1 + cells(word) <= width:
            line += f" {word}"
            continue
        if line:
            lines.append(line)
        *full, line = _parts(word, max(1, width))
        lines += full
    return [*lines, line]


def _parts(word: str, width: int) -> Iterator[str]:
    """A word in parts of at most ``width`` cells; a mark stays with the letter it stands on."""
    part = ""
    for sign in word:
        while part and cells(part) + _cells_of(sign) > width:
            end = max(map(part.rfind, _JOINTS)) + 1
            yield part[: end or None]
            part = part[end:] if end else ""
        part += sign
    yield part


def _cells_of(sign: str) -> int:
    if sign.isascii():
        return 1
    import unicodedata  # only what is not ASCII pays for it

    if unicodedata.category(sign) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
