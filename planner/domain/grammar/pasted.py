"""A pasted list of groups, a line each: read and shown before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from ..book import Book
from ..errors import Misread
from ..texts import clean, folded, shown
from ..words import plural, say
from .addresses import checked_address, looks_like_address, site_of
from .names import LONGEST_NAME, refuse_long

MOST_LINES = 2000  #: that one paste is read to

_BULLET = re.compile(r"(?:[-*•–—▪◦+]|\d{1,4}[.)]|\[[ xX]?\])\s+")
_LINK = re.compile(r"\[([^\]]*)\]\((\S+?)\)")


class Found(StrEnum):
    """What a line holds."""

    NEW = "new"
    KNOWN = "already there"
    TWICE = "twice in the list"
    WRONG = "cannot be read"


class PastedLine(NamedTuple):
    """One line as it was understood: a name and perhaps an address. ``why`` says what is wrong, or who it is."""

    text: str
    found: Found
    name: str = ""
    address: str = ""
    why: str = ""


def read_list(text: str, book: Book) -> tuple[PastedLine, ...]:
    """What each line that is not empty holds; never raises. Only the first 2,000 lines are read, the rest named.

    A line is a name, an address, or both; bullets and numbers before it are no part of it.
    """
    lines = [line for line in text.splitlines() if clean(line)]
    read = tuple(_read_all(lines[:MOST_LINES], book))
    if len(lines) > MOST_LINES:
        rest = len(lines) - MOST_LINES
        why = plural(rest, "{n} line after the first {most}", "{n} lines after the first {most}", most=MOST_LINES)
        return (*read, PastedLine(shown(lines[MOST_LINES]), Found.WRONG, why=why))
    return read


def count_words(lines: Sequence[PastedLine]) -> str:
    """How much of a list is new: ``21 new groups, 2 already there``."""
    counts = {found: sum(line.found is found for line in lines) for found in Found}
    new = plural(counts[Found.NEW], "{n} new group", "{n} new groups")
    others = [found for found in Found if found is not Found.NEW and counts[found]]
    return ", ".join([new, *(say("{n} {found}", n=counts[found], found=say(found.value)) for found in others)])


def _read_all(lines: list[str], book: Book) -> Iterator[PastedLine]:
    names = {folded(group.name): group.name for group in book.groups.values()}
    addresses = {folded(site_of(group.address)): group.name for group in book.groups.values() if group.address}
    seen: set[str] = set()
    for line in lines:
        read = _read(line)
        if read.found is Found.NEW:
            key = folded(read.name)
            known = names.get(key) or (addresses.get(folded(site_of(read.address))) if read.address else None)
            if known:
                read = read._replace(found=Found.KNOWN, why=known)
            elif key in seen:
                read = read._replace(found=Found.TWICE)
            seen.add(key)
        yield read


def _read(line: str) -> PastedLine:
    text = clean(line)
    rest = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    link = _LINK.search(rest)
    if link:
        rest = f"{link[1]} {link[2]}"
    words = rest.split()
    address = next((word for word in words if looks_like_address(word.strip("<>()[],;"), alone=len(words) == 1)), "")
    name = " ".join(word for word in words if word != address).strip(" ,;:–—-|()<>")
    try:
        checked = checked_address(address.strip("<>()[],;"))
        name = name or site_of(checked)[:LONGEST_NAME]
        if not name:
            return PastedLine(shown(text), Found.WRONG, why=say("there is no name in it"))
        refuse_long(name)
    except Misread as problem:
        return PastedLine(shown(text), Found.WRONG, why=str(problem))
    return PastedLine(shown(text), Found.NEW, name, checked)
