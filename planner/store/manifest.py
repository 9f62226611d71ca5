"""The manifest of a change: what it is called, which change it follows, and what each of its files must be."""

from __future__ import annotations

from planner.domain.errors import StoreError
from planner.domain.value import NamedTuple
from planner.domain.value.typed import Any

from . import files, json_text
from .contents import is_kept

#: How the name of a manifest ends; before it stands the change. And how that of one whose change was made, and can no
#: longer be finished: it and what is left of its files stay.
ENDING, SPOILT = ".manifest", ".damaged"

#: What the manifest of the change that was made last is called.
LAST = "last"

_HEXADECIMAL = frozenset("0123456789abcdef")


class Prepared(NamedTuple):
    """One file of a change; ``source`` is its name in the journal, None where the file is taken away.

    ``was`` is the checksum of what stood in its place before, empty for nothing, None where that is not known.
    """

    name: str
    source: str | None
    length: int
    sha256: str
    was: str | None = None


class Manifest(NamedTuple):
    """A change, the one it follows (None: it is the first), and its files.

    ``holds`` are the names of all data files that the home has once it is made; None where that is not known. After ten
    years they are five hundred, and every command reads them: that they are names of data files is asked of those alone
    that are looked for and not there.
    """

    change: str
    after: str | None
    files: tuple[Prepared, ...]
    holds: frozenset[str] | None = None


def change_of(name: str) -> str:
    """The change that a file of the journal belongs to; empty for what is no change's."""
    change, _, what = name.partition(".")
    is_ours = what in ("manifest", "damaged") or (what.isascii() and what.isdecimal())
    return change if is_ours and _is_change(change) else ""


def written(manifest: Manifest) -> bytes:
    """A manifest as it stands in the journal."""
    rows = [
        {"name": name, "gone": True} if source is None
        else {"name": name, "from": source, "length": length, "sha256": sha256, "was": was}
        for name, source, length, sha256, was in manifest.files
    ]  # fmt: skip
    document: dict[str, Any] = {"change": manifest.change, "after": manifest.after, "files": rows}
    if manifest.holds is not None:
        document["holds"] = sorted(manifest.holds)
    return json_text.written(document)


def manifest_at(path: str) -> Manifest | None:
    """A manifest; None where there is none, or it is not whole, or speaks of what is no data file."""
    try:
        file = files.read(path)
        document: Any = json_text.read(file[0]) if file else None
        rows = tuple(map(_prepared, document["files"]))
        change, after, holds = document["change"], document["after"], _held(document.get("holds"))
    except (StoreError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not _is_change(change) or not (after is None or _is_change(after)):
        return None
    if any(row.source is not None and change_of(row.source) != change for row in rows):
        return None
    return Manifest(change, after, rows, holds)


def _held(names: Any) -> frozenset[str] | None:
    """The data files of a home as a manifest has them. Raises TypeError."""
    if names is None:
        return None
    held = frozenset(names)
    if not {*map(type, held)} <= {str}:
        raise TypeError
    return held


def _is_change(text: Any) -> bool:
    return type(text) is str and len(text) == 16 and _HEXADECIMAL.issuperset(text)


def _prepared(row: Any) -> Prepared:
    """One file of a manifest. Raises ValueError, KeyError or TypeError."""
    name = row["name"]
    if type(name) is not str or not is_kept(name):
        raise ValueError
    if row.get("gone") is True:
        return Prepared(name, None, 0, "")
    source, length, sha256, was = row["from"], row["length"], row["sha256"], row.get("was")
    if not (type(source) is str and type(length) is int and type(sha256) is str and type(was) in (str, type(None))):
        raise ValueError
    return Prepared(name, source, length, sha256, was)
