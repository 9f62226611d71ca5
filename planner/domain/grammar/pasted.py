"""A pasted list of groups, a line each: read and shown before it is kept.

Lists come as people keep them: with bullets and boxes, quoted, under headings, as tables, with how many members there
are. Each of these is taken for what it is and shown beside the name; what is left of a line is the name, whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from ..book import Book
from ..errors import Misread
from ..group import Role
from ..texts import clean, folded
from ..value import NamedTuple
from ..value.enums import StrEnum
from ..words import listing, plural, say
from .addresses import checked_address, email_in, looks_like_address, site_of
from .group_fields import read_roles
from .names import LONGEST_NAME, refuse_long
from .pasted_marks import unmarked, unquoted, untagged, without_letters
from .pasted_rows import (
    NO_ROW,
    Head,
    Line,
    cells_of,
    column_of_names,
    head_of,
    is_rule,
    is_underlined,
    joined,
    with_bars,
)
from .pasted_upkeep import without_upkeep

MOST_LINES = 2000  #: that one paste is read to
LONGEST_LINE = 4000  #: characters; no name with an address beside it is as long

_LINK = re.compile(r"\[([^\]]*)\]\((\S+?)\)")
_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*")

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


class Content(StrEnum):
    """What a line holds."""

    NEW = "new"
    KNOWN = "already there"
    TWICE = "twice in the list"
    HEADING = "heading"
    BESIDE = "told of the line before"
    WRONG = "cannot be read"


class PastedLine(NamedTuple):
    """One line as it was understood: a name, perhaps an address, and what was told ``beside`` them.

    ``roles`` are what it is for, where a table says so; none where nothing does.
    ``text`` is the line whole, and ``at`` its place among all lines of the paste; ``why`` says what is wrong with it,
    or who it is. ``column`` is that of a table in which the name stood, from 1 on; 0 for what is no table's row.
    """

    text: str
    content: Content
    name: str = ""
    address: str = ""
    beside: str = ""
    why: str = ""
    at: int = 0
    column: int = 0
    roles: tuple[Role, ...] = ()


def read_list(text: str, book: Book) -> tuple[PastedLine, ...]:
    """What each line that is not empty holds; never raises. Only the first 2,000 lines are read, the rest named.

    A line is a name, an address, or both; bullets, boxes, quotes and emphasis are no part of it. A heading, a table's
    head among them, is no group; a line that only counts members tells of the one before it.
    """
    parted = one_a_line(text.splitlines())
    lines = [(at, clean(line.strip().replace("\t", " | "))) for at, line in enumerate(parted)]
    lines = [(at, line) for at, line in lines if line]
    read = tuple(_told_apart(_read_all(_shaped(lines[:MOST_LINES])), book))
    if len(lines) > MOST_LINES:
        (at, first), rest = lines[MOST_LINES], len(lines) - MOST_LINES
        why = plural(rest, "{n} line after the first {most}", "{n} lines after the first {most}", most=MOST_LINES)
        return (*read, PastedLine(first, Content.WRONG, why=why, at=at))
    return read


def one_a_line(lines: Sequence[str]) -> list[str]:
    """Lines of a paste with a list that semicolons join taken apart: a line for each group."""
    return joined(lines, _is_telling)


def _shaped(lines: Sequence[tuple[int, str]]) -> list[Line]:
    """Lines as they are to be read; those that are nothing but tags are passed over."""
    shapes = without_letters([with_bars(untagged(text)) if len(text) <= LONGEST_LINE else text for _, text in lines])
    return [Line(at, text, shape) for (at, text), shape in zip(lines, shapes, strict=True) if shape]


def count_words(lines: Sequence[PastedLine]) -> str:
    """How much of a list is new: ``21 new groups, 2 already there``."""
    new = plural(sum(line.content is Content.NEW for line in lines), "{n} new group", "{n} new groups")
    return ", ".join([new, *other_words(lines)])


def other_words(lines: Sequence[PastedLine]) -> tuple[str, ...]:
    """What else there is in a list beside what is new: ``2 already there``, ``1 heading``."""
    counts = {content: sum(line.content is content for line in lines) for content in Content}
    others = {
        Content.KNOWN: say("{n} already there", n=counts[Content.KNOWN]),
        Content.TWICE: say("{n} twice in the list", n=counts[Content.TWICE]),
        Content.HEADING: plural(counts[Content.HEADING], "{n} heading", "{n} headings"),
        Content.WRONG: plural(counts[Content.WRONG], "{n} line cannot be read", "{n} lines cannot be read"),
    }
    columns = sorted({line.column for line in lines if line.content is Content.NEW and line.column})
    named = [say("names from column {n}", n=columns[0])] if len(columns) == 1 and columns[0] > 1 else []
    return (*named, *(words for content, words in others.items() if counts[content]))


def left_out_words(lines: Sequence[PastedLine]) -> tuple[str, ...]:
    """What of a list is no new group although it was written there: the headings, and each line that cannot be read."""
    headings = [say("“{text}”", text=line.name) for line in lines if line.content is Content.HEADING]
    named = (say("Left out as headings: {headings}.", headings=listing(headings)),) if headings else ()
    wrong = (line for line in lines if line.content is Content.WRONG)
    return (*named, *(say("Left out “{text}”: {why}", text=line.text, why=line.why) for line in wrong))


def _told_apart(lines: Iterator[PastedLine], book: Book) -> Iterator[PastedLine]:
    """New groups told apart from those that are known, and those that come twice."""
    names = {folded(group.name): group.name for group in book.groups.values()}
    addresses = {folded(site_of(group.address)): group.name for group in book.groups.values() if group.address}
    seen: set[str] = set()
    for line in lines:
        if line.content is not Content.NEW:
            yield line
            continue
        key = folded(line.name)
        known = names.get(key) or (addresses.get(folded(site_of(line.address))) if line.address else None)
        if known:
            yield line._replace(content=Content.KNOWN, why=known)
        else:
            yield line._replace(content=Content.TWICE if key in seen else Content.NEW)
        seen.add(key)


def _read_all(lines: Sequence[Line]) -> Iterator[PastedLine]:
    """Each line by itself, but for those that say what the one before it is: a table's or a heading's rule, a count."""
    head, in_table, last = Head(), False, -1
    names = _names_of(lines)
    before: PastedLine | None = None
    for number, line in enumerate(lines):
        if line.at > last + 1:  # a blank line ends what commas part: others may use them within a name
            head, in_table = (Head() if head.parted_by == "," else head), False
        last = line.at
        if is_rule(line.shape):
            continue
        row = cells_of(line, head) if len(line.text) <= LONGEST_LINE else NO_ROW
        if new_head := head_of(lines, number, row, first=not in_table):
            head = new_head
            read = PastedLine(line.text, Content.HEADING, ", ".join(filter(None, row.cells)))
        elif row.cells:
            read = _read_cells(line.text, row.cells, {"name": names[number], **head.columns})
        elif is_underlined(lines, number):
            read = PastedLine(line.text, Content.HEADING, unmarked(line.shape))
        else:
            read = _read(line) if len(line.text) <= LONGEST_LINE else _group(line.text, line.text, "")
        in_table = bool(row.cells)
        if read.content is Content.BESIDE and before is None:  # it tells of nothing
            read = PastedLine(line.text, Content.WRONG, why=say("there is no name in it"))
        if before:
            if read.content is Content.BESIDE and before.content is Content.NEW:
                before = before._replace(beside=", ".join(filter(None, (before.beside, read.beside))))
            yield before
        before = read._replace(at=line.at)
    if before:
        yield before


def _names_of(lines: Sequence[Line]) -> list[int]:
    """For each line the column in which the names stand, by all rows of its table; -1 for what is no row."""
    columns = [-1] * len(lines)
    table: list[tuple[int, Sequence[str]]] = []
    parted_by, last = "", -1

    def end() -> None:
        named = column_of_names([cells for _, cells in table], _is_telling) if table else -1
        for number, _ in table:
            columns[number] = named
        table.clear()

    for number, line in enumerate(lines):
        begins_anew = line.at > last + 1
        last = line.at
        if is_rule(line.shape) and not begins_anew:
            continue
        row = cells_of(line, Head()) if len(line.text) <= LONGEST_LINE else NO_ROW
        if begins_anew or row.parted_by != parted_by:
            end()
        parted_by = row.parted_by
        if row.cells:
            table.append((number, row.cells))
    end()
    return columns


def _read_cells(text: str, cells: Sequence[str], columns: Mapping[str, int]) -> PastedLine:
    """A table's row: the name under its head, else in the first cell that is neither address nor figure."""
    named = columns.get("name", -1)
    if not 0 <= named < len(cells) or not cells[named]:
        named = next((at for at, cell in enumerate(cells) if _is_telling(cell)), -1)
    placed = columns.get("address", -1)
    if not 0 <= placed < len(cells) or placed == named or not _address_in(cells[placed]):
        placed = next((at for at, cell in enumerate(cells) if at != named and _address_in(cell)), -1)
    name, address = _without_address(cells[named]) if named >= 0 else ("", "")
    if not address and placed >= 0:
        address, cells = _address_in(cells[placed]), [*cells[:placed], "", *cells[placed + 1 :]]
    said = columns.get("roles", -1)
    roles = _roles_in(cells[said]) if 0 <= said < len(cells) and said != named else ()
    others = [cell for at, cell in enumerate(cells) if cell and at != named and not (roles and at == said)]
    line = _group(text, name, address)._replace(column=named + 1, roles=roles)
    return line._replace(beside=", ".join(filter(None, (line.beside, *others))))


def _roles_in(cell: str) -> tuple[Role, ...]:
    """What a cell says that a group is for; nothing where it says something else."""
    try:
        return read_roles(cell)
    except Misread:
        return ()


def _is_telling(cell: str) -> bool:
    """Whether a cell may hold a name."""
    return bool(cell) and not (_is_figure(cell) or _is_address(cell) or _MAIL.fullmatch(cell))


def _address_in(cell: str) -> str:
    """The address that a cell is, written plainly or as a link."""
    if link := _LINK.fullmatch(cell):
        return link[2]
    return cell.strip("<>()[],;") if _is_address(cell) else ""


def _is_figure(text: str) -> bool:
    counts = not any(sign.isalpha() for sign in text) or re.fullmatch(rf"{_COUNT}|{_FIGURE}", text, re.IGNORECASE)
    return bool(counts)


def _is_address(text: str) -> bool:
    return " " not in text and looks_like_address(text.strip("<>()[],;"), alone=True)


def _read(line: Line) -> PastedLine:
    """A line that is no table's row."""
    heading = _HEADING.fullmatch(line.shape)
    if heading:
        return PastedLine(line.text, Content.HEADING, unmarked(heading[1]))
    rest, mail = _without_mail(unquoted(unmarked(line.shape).rstrip(" ,;")))
    rest, address = _without_address(rest)
    if rest.endswith(":") and not address and rest.strip(_LEFT_OVER):
        return PastedLine(line.text, Content.HEADING, rest.rstrip(" :"))
    return _group(line.text, rest, address, mail)


def _group(text: str, rest: str, address: str, mail: str = "") -> PastedLine:
    """What ``text`` holds, by the ``rest`` of it that is to hold the name, and what was found beside that."""
    name, length = without_upkeep(rest)
    name, beside = _without_counts(name)
    if name != rest or address or mail:
        name = name.strip(_LEFT_OVER)
    beside = ", ".join(filter(None, (beside, length, mail)))
    name = unquoted(name)
    if beside and not (name or address):
        return PastedLine(text, Content.BESIDE, beside=beside)
    try:
        checked = checked_address(address)
        name = name or site_of(checked)[:LONGEST_NAME]
        if all(unicodedata.category(sign)[0] in "PZC" for sign in name):
            return PastedLine(text, Content.WRONG, why=say("there is no name in it"))
        refuse_long(name)
    except Misread as problem:
        return PastedLine(text, Content.WRONG, why=str(problem))
    return PastedLine(text, Content.NEW, name, checked, beside)


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
