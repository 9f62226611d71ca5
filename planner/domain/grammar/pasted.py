"""A pasted list of groups, a line each: read and shown before it is kept.

Lists come as people keep them: with bullets and boxes, quoted, under headings, as tables, with how many members there
are. Each of these is taken for what it is and shown beside the name; what is left of a line is the name, whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from ..book import Book
from ..errors import Misread
from ..texts import clean, folded
from ..value import NamedTuple
from ..words import listing, plural, say
from .addresses import checked_address, email_in, looks_like_address, site_of
from .names import LONGEST_NAME, refuse_long

MOST_LINES = 2000  #: that one paste is read to

_QUOTED_LINE = re.compile(r"(?:>\s*)+")
_BULLET = re.compile(r"(?:[-*+–—→]|\(?\d{1,4}[.)]|\[[ xX]?\])\s+|[•▪◦‣⁃●○■□·☐☑☒✓✔✗✘]\s*")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\]]*)\]\((\S+?)\)")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?")
_UNDERLINE = re.compile(r"={3,}")
_DIVIDER = re.compile(r"[-=_*~·•]{3,}|(?:[-_*] ){2,}[-_*]")
_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"), ("‘", "’"))

_MAIL = re.compile(r"[<(\[]?(?:mailto:)?[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\W\d]{2,}[>)\]]?[,;:]?", re.IGNORECASE)

_COUNT = (
    r"(?:~|≈|\+)?\s?\d[\d\s.,\u00a0\u202f]*[kKmM]?\s?\+?\s?"
    r"(?:members?|membres?|participants?|followers?|subscribers?|abonnée?s?|adhérente?s?|people|personnes)\b"
)
#: A figure that alone tells how many there are: in thousands, or parted as thousands are.
_FIGURE = r"(?:~|≈|\+)?\s?\d{1,3}(?:(?:[.,]\d{1,2})?\s?k|(?:[.,\u00a0\u202f ]\d{3})+)\s?\+?"
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*({_COUNT}|{_FIGURE})\s*[)\]]", re.IGNORECASE)
_AT_THE_END = re.compile(rf"(?:^|\s*[,;:·•|–—]\s*|\s+-\s+)({_FIGURE})$", re.IGNORECASE)
_BARE_COUNT = re.compile(
    rf"(?:^|(?<=[(\[])|[\s,;:·•|–—-]+)({_COUNT})(?=\s*(?:$|[,;·•|)\]–—-]))(?:\s*[,;·•]\s*(?=\S))?", re.IGNORECASE
)

#: What parts a name from what stood beside it, and is left over once that is taken off.
_LEFT_OVER = " ,;:–—-|·•"

#: Words over a table's columns, folded, by what stands under them.
_HEADS = {
    "name": ("name", "nom", "group", "groups", "groupe", "groupes", "title", "titre"),
    "address": ("url", "link", "lien", "address", "adresse", "site", "web", "website"),
}


class Found(StrEnum):
    """What a line holds."""

    NEW = "new"
    KNOWN = "already there"
    TWICE = "twice in the list"
    HEADING = "heading"
    BESIDE = "told of the line before"
    WRONG = "cannot be read"


class PastedLine(NamedTuple):
    """One line as it was understood: a name, perhaps an address, and what was told ``beside`` them.

    ``text`` is the line whole, and ``at`` its place among all lines of the paste; ``why`` says what is wrong with it,
    or who it is.
    """

    text: str
    found: Found
    name: str = ""
    address: str = ""
    beside: str = ""
    why: str = ""
    at: int = 0


def read_list(text: str, book: Book) -> tuple[PastedLine, ...]:
    """What each line that is not empty holds; never raises. Only the first 2,000 lines are read, the rest named.

    A line is a name, an address, or both; bullets, boxes, quotes and emphasis are no part of it. A heading, a table's
    head among them, is no group; a line that only counts members tells of the one before it.
    """
    lines = [(at, clean(line.strip().replace("\t", " | "))) for at, line in enumerate(text.splitlines())]
    lines = [(at, line) for at, line in lines if line]
    read = tuple(_told_apart(_read_all(lines[:MOST_LINES]), book))
    if len(lines) > MOST_LINES:
        (at, first), rest = lines[MOST_LINES], len(lines) - MOST_LINES
        why = plural(rest, "{n} line after the first {most}", "{n} lines after the first {most}", most=MOST_LINES)
        return (*read, PastedLine(first, Found.WRONG, why=why, at=at))
    return read


def count_words(lines: Sequence[PastedLine]) -> str:
    """How much of a list is new: ``21 new groups, 2 already there``."""
    counts = {found: sum(line.found is found for line in lines) for found in Found}
    new = plural(counts[Found.NEW], "{n} new group", "{n} new groups")
    told = {
        Found.KNOWN: say("{n} already there", n=counts[Found.KNOWN]),
        Found.TWICE: say("{n} twice in the list", n=counts[Found.TWICE]),
        Found.HEADING: plural(counts[Found.HEADING], "{n} heading", "{n} headings"),
        Found.WRONG: say("{n} cannot be read", n=counts[Found.WRONG]),
    }
    return ", ".join([new, *(words for found, words in told.items() if counts[found])])


def left_out_words(lines: Sequence[PastedLine]) -> tuple[str, ...]:
    """What of a list is no new group although it was written there: the headings, and each line that cannot be read."""
    headings = [say("“{text}”", text=line.name) for line in lines if line.found is Found.HEADING]
    named = (say("Left out as headings: {headings}.", headings=listing(headings)),) if headings else ()
    wrong = (line for line in lines if line.found is Found.WRONG)
    return (*named, *(say("Left out “{text}”: {why}", text=line.text, why=line.why) for line in wrong))


def _told_apart(lines: Iterator[PastedLine], book: Book) -> Iterator[PastedLine]:
    """New groups told apart from those that are known, and those that come twice."""
    names = {folded(group.name): group.name for group in book.groups.values()}
    addresses = {folded(site_of(group.address)): group.name for group in book.groups.values() if group.address}
    seen: set[str] = set()
    for line in lines:
        if line.found is not Found.NEW:
            yield line
            continue
        key = folded(line.name)
        known = names.get(key) or (addresses.get(folded(site_of(line.address))) if line.address else None)
        if known:
            yield line._replace(found=Found.KNOWN, why=known)
        else:
            yield line._replace(found=Found.TWICE if key in seen else Found.NEW)
        seen.add(key)


def _read_all(lines: Sequence[tuple[int, str]]) -> Iterator[PastedLine]:
    """Each line by itself, but for those that say what the one before it is: a table's or a heading's rule, a count."""
    columns: dict[str, int] = {}
    before: PastedLine | None = None
    for number, (at, text) in enumerate(lines):
        after = lines[number + 1][1] if number + 1 < len(lines) else ""
        cells = _cells(text)
        if _TABLE_RULE.fullmatch(text) or _DIVIDER.fullmatch(text):
            continue
        heads = _heads(cells) if cells and _is_over_a_row(cells, after) else {}
        if heads or (cells and _TABLE_RULE.fullmatch(after)):
            columns = heads
            line = PastedLine(text, Found.HEADING, ", ".join(filter(None, cells)))
        elif _UNDERLINE.fullmatch(after) and not cells:
            line = PastedLine(text, Found.HEADING, _bare(text))
        elif cells:
            line = _read_cells(text, cells, columns)
        else:
            line = _read(text)
        if before:
            if line.found is Found.BESIDE and before.found is Found.NEW:
                before = before._replace(beside=", ".join(filter(None, (before.beside, line.beside))))
            yield before
        before = line._replace(at=at)
    if before:
        yield before


def _cells(text: str) -> list[str]:
    """The cells of a table's row; none for a line that is no such row."""
    parts = "|" if "|" in text else ";" if ";" in text else ""
    if not parts:
        return []
    cells = [_bare(cell) for cell in text.strip("|").split(parts)]
    return cells if sum(bool(cell) for cell in cells) > 1 or text.startswith("|") else []


def _is_over_a_row(cells: Sequence[str], after: str) -> bool:
    """Whether cells may be a table's head: a row of as many follows, or the rule under a head."""
    return _TABLE_RULE.fullmatch(after) is not None or len(_cells(after)) == len(cells)


def _heads(cells: Sequence[str]) -> dict[str, int]:
    """Which columns of a table hold what, where its row names them; nothing for another row."""
    found = {what: at for at, cell in enumerate(cells) for what, words in _HEADS.items() if folded(cell) in words}
    return found if "name" in found else {}


def _read_cells(text: str, cells: Sequence[str], columns: dict[str, int]) -> PastedLine:
    """A table's row: the name under its head, else in the first cell that is neither address nor figure."""
    named = columns.get("name", -1)
    if not 0 <= named < len(cells) or not cells[named]:
        telling = (at for at, cell in enumerate(cells) if cell and not _is_figure(cell) and not _is_address(cell))
        named = next(telling, -1)
    placed = columns.get("address", -1)
    if not 0 <= placed < len(cells) or not _is_address(cells[placed]):
        placed = next((at for at, cell in enumerate(cells) if _is_address(cell)), -1)
    line = _read(" ".join(cells[at] for at in sorted({named, placed}) if at >= 0))
    others = [cell for at, cell in enumerate(cells) if cell and at not in (named, placed)]
    return line._replace(text=text, beside=", ".join(filter(None, (line.beside, *others))))


def _is_figure(text: str) -> bool:
    counts = not any(sign.isalpha() for sign in text) or re.fullmatch(rf"{_COUNT}|{_FIGURE}", text, re.IGNORECASE)
    return bool(counts)


def _is_address(text: str) -> bool:
    return " " not in text and looks_like_address(text.strip("<>()[],;"), alone=True)


def _read(text: str) -> PastedLine:
    """A line that is no table's row."""
    heading = _HEADING.fullmatch(text)
    if heading:
        return PastedLine(text, Found.HEADING, _bare(heading[1]))
    rest, mail = _without_mail(_bare(text))
    rest, address = _without_address(rest)
    if rest.endswith(":") and not address and rest.strip(_LEFT_OVER):
        return PastedLine(text, Found.HEADING, rest.rstrip(" :"))
    name, beside = _without_counts(rest)
    if name != rest or address or mail:
        name = name.strip(_LEFT_OVER)
    beside = ", ".join(filter(None, (beside, mail)))
    name = _unquoted(name)
    if beside and not (name or address):
        return PastedLine(text, Found.BESIDE, beside=beside)
    try:
        checked = checked_address(address)
        name = name or site_of(checked)[:LONGEST_NAME]
        if all(unicodedata.category(sign)[0] in "PZC" for sign in name):
            return PastedLine(text, Found.WRONG, why=say("there is no name in it"))
        refuse_long(name)
    except Misread as problem:
        return PastedLine(text, Found.WRONG, why=str(problem))
    return PastedLine(text, Found.NEW, name, checked, beside)


def _bare(text: str) -> str:
    """A line without what only marks it as one of a list, and without emphasis."""
    rest = text.strip()
    if quoted := _QUOTED_LINE.match(rest):
        rest = rest[quoted.end() :]
    while bullet := _BULLET.match(rest):
        rest = rest[bullet.end() :]
    return _unquoted(_EMPHASIS.sub(r"\2", rest).strip())


def _unquoted(text: str) -> str:
    """A text without the quotes that stand around all of it."""
    for opening, closing in _QUOTES:
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            inner = text[1:-1]
            if opening not in inner and closing not in inner:
                return inner.strip()
    return text


def _without_address(text: str) -> tuple[str, str]:
    """A line without its address, and the address."""
    link = _LINK.search(text)
    if link:
        text = f"{text[: link.start()]}{link[1]} {link[2]}{text[link.end() :]}"
    words = text.split()
    word = next((word for word in words if looks_like_address(word.strip("<>()[],;"), alone=len(words) == 1)), "")
    if not word:
        return text, ""
    at = words.index(word)
    return " ".join(words[:at] + words[at + 1 :]), word.strip("<>()[],;")


def _without_mail(text: str) -> tuple[str, str]:
    """A line without the e-mail address that stands beside a name, and that; alone it is the name."""
    word = next((word for word in text.split() if _MAIL.fullmatch(word)), "")
    rest = " ".join(each for each in text.split() if each != word) if word else text
    return (rest, email_in(word)) if word and rest.strip(_LEFT_OVER) else (text, "")


def _without_counts(text: str) -> tuple[str, str]:
    """A line without how many members it says there are, and that."""
    counts: list[str] = []

    def taken(match: re.Match[str]) -> str:
        counts.append(" ".join(match[1].split()))
        return ""

    rest = _AT_THE_END.sub(taken, _BARE_COUNT.sub(taken, _IN_BRACKETS.sub(taken, text)))
    return (rest.strip(), ", ".join(counts)) if counts else (text, "")
