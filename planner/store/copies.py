"""Copies that a program which syncs a folder has put beside a file, since two machines had written it.

Each program names them in its own way, some in her language, so they are known by what stands around that: the name of
the file, and its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .contents import BOOK, CONFIG, DEEDS, MAP, TIMER, is_data

#: What a program puts between the name of a file and its ending.
_BEHIND = re.compile(
    r"""
      \.sync-conflict-\d{8}-\d{6}-\w+             # Syncthing: book.sync-conflict-20260101-120000-ABCDEFG.json
    | [ ]\( [^()]* (?:\([^()]*\)[^()]*)? \)        # Dropbox, Nextcloud, Seafile, Google Drive: book (…).json
    | _conflict-\d{8}-\d{6}                       # ownCloud
    | \.conflict\d+                               # rclone
    | -[^\W_][\w.'’()\ -]*                        # OneDrive: book-MACHINE.json, book-Isabelle's Mac.json
    | [ ]\d{1,3}                                  # iCloud: book 2.json
    """,
    re.VERBOSE,
)

#: What Dropbox and its like put between brackets tells of a conflict, by a word of some language or by a day.
_TELLING = re.compile(r"\d{4}-\d\d-\d\d|confli[ck]t|conflit|konflikt|SFConflict|^\d{1,3}$", re.IGNORECASE)

_ENDING = ".json"
_STEMS = tuple(name.removesuffix(_ENDING) for name in (BOOK, TIMER, DEEDS))


def copied_from(name: str) -> str | None:
    """The name of the data file that a file is another machine's copy of; None for any other file."""
    stem = next((each for each in _STEMS if name.startswith(each)), name[: len("weeks/2026-W48")])
    return stem + _ENDING if is_data(stem + _ENDING) and _is_beside(name, stem, _ENDING) else None


def settings_copied_from(name: str) -> str | None:
    """The name of the file of her settings that a file is another machine's copy of; None for any other file."""
    stems = (each.removesuffix(".toml") for each in (CONFIG, MAP))
    return next((f"{stem}.toml" for stem in stems if _is_beside(name, stem, ".toml")), None)


def _is_beside(name: str, stem: str, ending: str) -> bool:
    """Whether a program has put a file beside the one of this stem and ending."""
    if not (name.startswith(stem) and name.endswith(ending)):
        return False
    behind = name[len(stem) : -len(ending)]
    return bool(_BEHIND.fullmatch(behind)) and not (behind.startswith(" (") and not _TELLING.search(behind[2:-1]))


def copies_among(names: Iterable[str]) -> list[str]:
    """Those of some names that are another machine's copies, in a fixed order."""
    return sorted(name for name in names if copied_from(name))
