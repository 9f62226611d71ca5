"""Tables in a pasted list: their rules, their rows' cells, and the row that names the columns.

They come drawn with bars or boxes, as Markdown, as what a spreadsheet writes (commas or semicolons), or with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ..texts import folded
from ..value import NamedTuple
from .addresses import looks_like_address
from .pasted_marks import is_bulleted, unmarked, untagged

_BARS = str.maketrans(dict.fromkeys("│┃║┆┇┊┋╎╏¦｜", "|"))

#: A line that is drawn: between a table's rows, under a heading, between the parts of a list.
_DRAWN = re.compile(r"[\s|:+=_~*·•─-╿-]+")
_STROKES = re.compile(r"[-=_~*·•─-╿]")
_EMPTY_ROW = re.compile(r"[\s,;|]+")
_MARKDOWN_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
_SEPARATOR_LINE = re.compile(r"sep=[,;|]", re.IGNORECASE)

#: Words over a table's columns, folded, by what stands under them.
_HEADS = {
    "name": (
        *("name", "nom", "group", "groups", "groupe", "groupes", "title", "titre", "community", "communaute"),
        *("group name", "nom du groupe", "network", "reseau", "association", "club", "organisation", "organization"),
    ),
    "address": ("url", "link", "lien", "links", "address", "adresse", "site", "web", "website", "site web"),
    "roles": ("role", "roles", "for", "pour", "what for", "pour quoi"),
}
_OTHER_HEADS = (
    *("members", "membres", "member count", "size", "taille", "followers", "abonnes", "participants", "number"),
    *("city", "ville", "place", "lieu", "country", "pays", "region", "platform", "plateforme", "type", "category"),
    *("categorie", "sector", "secteur", "description", "note", "notes", "comment", "commentaire", "date", "since"),
    *("depuis", "role", "status", "statut", "email", "e-mail", "mail", "contact", "id", "no", "n°", "#"),
)


class Line(NamedTuple):
    """A line of the paste that is not empty: its place among all lines, whole, and without tags and drawn bars."""

    at: int
    text: str
    shape: str


class Row(NamedTuple):
    """The cells of a table's row, and what parts them."""

    parted_by: str = ""
    cells: Sequence[str] = ()


NO_ROW = Row()


class Head(NamedTuple):
    """What the rows of a table are parted by, how many cells its head has, and which of them hold what."""

    parted_by: str = ""
    width: int = 0
    columns: Mapping[str, int] = {}


def with_bars(text: str) -> str:
    """A line with a plain bar for each drawn one."""
    return text if text.isascii() else text.translate(_BARS)


def is_rule(text: str) -> bool:
    """Whether a line is only drawn, an empty row among them, and holds nothing."""
    if _DRAWN.fullmatch(text):
        return len(_STROKES.findall(text)) > 1 or "|" in text
    return (len(text) > 1 and _EMPTY_ROW.fullmatch(text) is not None) or _SEPARATOR_LINE.fullmatch(text) is not None


def cells_of(line: Line, head: Head) -> Row:
    """The cells of a table's row; none for a line that is no such row.

    Commas part cells only under a head that has them, or where one stands close before an address or after a quote.
    """
    text = line.shape
    bare = text if text.startswith("|") or not is_bulleted(text) else unmarked(text)
    if "|" in bare or ";" in bare:
        parted_by = "|" if "|" in bare else ";"
        cells = [unmarked(cell) for cell in _split(bare.strip("|") if parted_by == "|" else bare, parted_by)]
        if parted_by == ";" and _cuts_brackets(cells):
            return NO_ROW
        return Row(parted_by, cells) if sum(map(bool, cells)) > 1 or bare.startswith("|") else NO_ROW
    cells = [unmarked(cell) for cell in _split(bare, ",")] if "," in bare else []
    under = head.parted_by == "," and 1 < len(cells) <= head.width
    if under or _names_columns(cells) or _is_close(bare):
        return Row(",", cells)
    return NO_ROW


def _cuts_brackets(cells: Sequence[str]) -> bool:
    """Whether what parts the cells stood within brackets."""
    return any(cell.count("(") != cell.count(")") or cell.count("[") != cell.count("]") for cell in cells)


def _split(text: str, parted_by: str) -> list[str]:
    if parted_by == "|":
        return text.split(parted_by)
    quoted = rf'{parted_by}\s*(?:"((?:[^"]|"")*)"\s*(?={parted_by}|$)|([^{parted_by}]*))'
    return [(inner or "").replace('""', '"') or plain for inner, plain in re.findall(quoted, parted_by + text)]


def _is_close(text: str) -> bool:
    """Whether commas part cells without a space, as a program writes them: around an address or a quoted cell."""
    if re.search(r'(?:^|,)"[^"]+",\S|\S,"[^"]+"$', text):
        return True
    parts = text.split(",")
    return any(part and looks_like_address(part, alone=False) for part in parts[1:])


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether a line with commas names columns: a name's, and what else is told of a group."""
    words = [folded(cell) for cell in cells]
    others = (*_HEADS["address"], *_OTHER_HEADS)
    return any(word in _HEADS["name"] for word in words) and any(word in others for word in words)


#: Where groups meet, folded: a column of these names none of them.
_PLATFORMS = frozenset((
    *("slack", "discord", "meetup", "meetup.com", "linkedin", "facebook", "whatsapp", "telegram", "signal", "reddit"),
    *("teams", "microsoft teams", "google groups", "mastodon", "bluesky", "twitter", "x", "xing", "zoom", "instagram"),
    *("youtube", "substack", "circle", "mighty networks", "eventbrite", "luma", "newsletter", "mailing list", "email"),
    *("web", "site", "forum", "association", "community", "event", "online", "en ligne", "in person", "presentiel"),
))  # fmt: skip

#: A column counts as no less distinct than another one down to this share of its different cells.
_AS_DISTINCT = 0.8

_SHORT = 3  #: letters, below which a column rather holds codes than names


def column_of_names(rows: Sequence[Sequence[str]], is_telling: Callable[[str], bool]) -> int:
    """Which column of a table without a head holds the names, by all of its rows; -1 where none may.

    It is the first of those that differ most from row to row; platforms, figures and addresses are no names.
    """
    columns = [
        [cell for row in rows if at < len(row) and is_telling(cell := row[at]) and folded(cell) not in _PLATFORMS]
        for at in range(max(map(len, rows), default=0))
    ]
    differ = [len({folded(cell) for cell in cells}) for cells in columns]
    most = max(differ, default=0)
    likely = [at for at, count in enumerate(differ) if most and count >= most * _AS_DISTINCT]
    long = [at for at in likely if sum(map(len, columns[at])) >= _SHORT * len(columns[at])]
    return next(iter(long or likely), -1)


def joined(lines: Sequence[str], is_telling: Callable[[str], bool]) -> list[str]:
    """Lines with each part of a list that semicolons join on a line of its own.

    A block of rows is a table where all have as many cells, one is a figure or an address, or one names columns.
    """
    rows: list[str] = []
    block: list[str] = []
    for line in (*lines, ""):
        if ";" in line:
            block.append(line)
            continue
        parts = [_parts(each) for each in block]
        widths = {len(cells) for cells in parts}
        is_list = (len(block) == 1 or len(widths) > 1) and all(
            not _names_columns(cells) and all(map(is_telling, cells)) for cells in parts
        )
        rows += [part for cells in parts for part in cells] if is_list else block
        block = []
        rows.append(line)
    return rows[:-1]


def _parts(line: str) -> list[str]:
    """What semicolons part in a line; the line alone where they stand within brackets or quotes, or beside bars."""
    text = untagged(line.strip())
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if _cuts_brackets(parts) or '"' in text or "\t" in text or "|" in with_bars(text) or text.startswith("#"):
        return [line]
    return parts if len(parts) > 1 else [line]


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Which columns of a table hold what, where its row names them; nothing for another row."""
    places = {what: at for at, cell in enumerate(cells) for what, words in _HEADS.items() if folded(cell) in words}
    return places if "name" in places else {}


def head_of(lines: Sequence[Line], number: int, row: Row, *, first: bool) -> Head | None:
    """The head that a row is, if it is one; ``first``: no other row stands before it in its table.

    It names the columns and a row of as many cells follows; or it is the first, and a rule parts it from the rows. In a
    box whose every row is followed by a rule none is a head: rather a group too many than one lost.
    """
    if not row.cells:
        return None
    below = [line for line in lines[number + 1 : number + 4] if not is_rule(line.shape)]
    ruled = number + 1 < len(lines) and is_rule(lines[number + 1].shape)
    head = Head(row.parted_by, len(row.cells), columns_of(row.cells))
    if head.columns and (ruled or (below and len(cells_of(below[0], head).cells) == head.width)):
        return head
    if not (first and ruled):
        return None
    rule = lines[number + 1].shape
    if ("=" in rule and "|" not in rule[1:-1]) or _MARKDOWN_RULE.fullmatch(rule):
        return head
    rows = lines[number + 2 : number + 4]
    parts = len(rows) > 1 and all(not is_rule(each.shape) and cells_of(each, head).cells for each in rows)
    return head if parts and "|" in lines[number].shape else None


def is_underlined(lines: Sequence[Line], number: int) -> bool:
    """Whether a line that is no row is a heading, by what is drawn under it.

    A row of ``=`` says so. Other strokes may part two groups as well: they make a heading of a line that begins a part
    of the list, or is as long as they are, where the lines under it are not parted so.
    """
    line, (rule, *rest) = lines[number], [*lines[number + 1 : number + 4], *([Line(-1, "", "")] * 3)][:3]
    if rule.at != line.at + 1 or is_bulleted(line.shape):
        return False
    if re.fullmatch(r"={3,}", rule.shape):
        return True
    if not re.fullmatch(r"([-_~*^·─━═])\1{2,}", rule.shape):
        return False
    before = lines[number - 1] if number else None
    begins = before is None or before.at < line.at - 1 or _ends_a_table(before.shape)
    fits = len(rule.shape) == len(line.shape)  # drawn for this line, and for no other
    parted = is_rule(rest[1].shape) and rest[1].at == rest[0].at + 1
    return (begins or fits) and bool(rest[0].shape) and not is_rule(rest[0].shape) and not parted


def _ends_a_table(text: str) -> bool:
    return is_rule(text) and re.search(r"[|+─-╿]", text) is not None
