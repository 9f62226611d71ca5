"""What a search has found, seen in the row that has it: its letters are underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.domain.texts import folded

from .draw_row import Piece, Row


def with_found(row: Row, words: Sequence[str]) -> Row:
    """A row with each of the ``words`` of a search (folded) underlined wherever it stands in it."""
    if words:
        row.pieces = [part for piece in row.pieces for part in _parts(piece, words)]
    return row


def _parts(piece: Piece, words: Sequence[str]) -> Iterator[Piece]:
    text, at = piece.text, 0
    letters = [folded(sign) or sign for sign in text]  # one may be folded to two
    whole = "".join(letters)
    places = [place for place, letter in enumerate(letters) for _ in letter]
    for start, end in _spans(whole, words):
        first, after = places[start], places[end - 1] + 1
        if first < at:  # the same letter, of which the span before had a part
            continue
        yield piece._replace(text=text[at:first])
        yield Piece(text[first:after], f"{piece.role} under", piece.press)
        at = after
    yield piece._replace(text=text[at:])


def _spans(whole: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, from left to right; those that touch are one."""
    found: list[tuple[int, int]] = []
    for word in words:
        at = whole.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = whole.find(word, at + len(word))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
