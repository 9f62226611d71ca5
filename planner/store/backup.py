"""One backup: a numbered folder of a day, and the list in it that says what each copy was when it was made."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import date

from planner import opener
from planner.domain.value import NamedTuple
from planner.domain.value.typed import Any

MANIFEST = "manifest.json"


class Backup(NamedTuple):
    """One backup. Those of planner 0.1.0 have no number, and come before all others."""

    number: int
    day: date
    path: str


class Copies(NamedTuple):
    """What a backup says of itself: the checksum of each copy (SHA-256), and the files whose damage was open."""

    sums: Mapping[str, str]
    damaged: frozenset[str]


def copies_in(folder: str) -> Copies | None:
    """What a folder says of the copies in it; None where it is no daily backup's list. Raises OSError, ValueError."""
    try:
        document: Any = json.loads(opener.content(os.path.join(folder, MANIFEST))[0])
        return Copies({str(name): str(value) for name, value in document["sha256"].items()},
                      frozenset(map(str, document["damaged"])))  # fmt: skip
    except (FileNotFoundError, KeyError, TypeError, AttributeError):
        return None
    except RecursionError:
        raise ValueError from None


def written(sums: Mapping[str, str], damaged: Iterable[str]) -> bytes:
    """The list as its file holds it."""
    return json.dumps({"sha256": sums, "damaged": sorted(damaged)}).encode()
