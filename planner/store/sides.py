"""A file that holds both sides of a merge that git could not end: each side by itself, and what both began with."""

from __future__ import annotations

from planner.domain.value import NamedTuple

from .tables import has_sides

_OURS, _BASE, _APART, _THEIRS = b"<" * 7, b"|" * 7, b"=" * 7, b">" * 7


class Sides(NamedTuple):
    """The file as this machine had it, and as the other; ``base`` as both had it last, where git was told to say so."""

    ours: bytes
    theirs: bytes
    base: bytes | None


def sides_of(content: bytes) -> Sides | None:
    """The sides of a file in which git's markers stand; None for a file without them, or where they do not go together.

    What stands outside of the markers is on both sides.
    """
    if not has_sides(content):
        return None
    both: dict[bytes, list[bytes]] = {_OURS: [], _BASE: [], _THEIRS: []}
    at, with_base = b"", True
    for line in content.splitlines(keepends=True):
        mark = _mark_of(line)
        if mark is None or mark not in _FOLLOWS[at]:
            for side in [at] if at else both:
                both[side].append(line)
            if mark:  # out of its turn
                return None
            continue
        with_base = with_base and (mark != _APART or at == _BASE)
        at = {_APART: _THEIRS, _THEIRS: b""}.get(mark, mark)
    if at:
        return None
    ours, base, theirs = (b"".join(both[side]) for side in (_OURS, _BASE, _THEIRS))
    return Sides(ours, theirs, base if with_base else None)


#: What may come next: by the side that a line stands on, the markers that end it.
_FOLLOWS = {
    b"": (_OURS,),
    _OURS: (_BASE, _APART),
    _BASE: (_APART,),
    _THEIRS: (_THEIRS,),
}


def _mark_of(line: bytes) -> bytes | None:
    """The marker that a line is; None for any other."""
    mark = line[:7]
    if mark not in (_OURS, _BASE, _APART, _THEIRS):
        return None
    rest = line[7:].rstrip(b"\r\n")
    return mark if not rest or (rest[:1] == b" " and mark != _APART) else None
