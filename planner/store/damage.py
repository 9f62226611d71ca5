"""Damage: a file that cannot be read is kept under another name, and who reads it is told where the good copy is."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Any

from planner.domain.errors import Damaged
from planner.domain.record import WeekRecord
from planner.domain.words import day_month, plural, say

from .backups import Backups
from .forms import Misshapen
from .reading import understood

_ASIDE = ".damaged-"
_MENDED = ".mended-"


def set_aside(path: str, now: datetime) -> str:
    """Rename a damaged file, overwriting nothing; returns its new path, or its old one where it must stay."""
    wanted = kept = f"{path}{_ASIDE}{now:%Y%m%d-%H%M%S}"
    number = 1
    while os.path.exists(kept):
        number += 1
        kept = f"{wanted}-{number}"
    try:
        os.rename(path, kept)
    except OSError:
        return path
    return kept


def aside_of(file: str) -> str | None:
    """The name a file had before it was set aside; None for one that was not."""
    name, aside, _ = file.partition(_ASIDE)
    return name if aside else None


def was_mended(file: str) -> bool:
    """Whether a file is a damaged one whose content is back."""
    return _MENDED in file


def mended_name(path: str) -> str:
    """The name for a damaged file that was set aside, once what it held is back."""
    folder, file = os.path.split(path)
    return os.path.join(folder, file.replace(_ASIDE, _MENDED))


def damaged(name: str, wrong: Misshapen, kept: str, backups: Backups) -> Damaged:
    """What is wrong with a file, where it is kept, and which backup would put it right, in words."""
    sentences = [say("{file} is damaged: {wrong}.", file=name, wrong=wrong)]
    good = backups.newest_good(name, lambda content: understood(name, content))
    if good is None:
        sentences.append(say("There is no good backup of it."))
    else:
        day, (_, value) = good
        when = _when(day, value)
        sentences.append(say("The newest good backup is of {when}: “planner check --mend” puts it back.", when=when))
    sentences.append(say("The damaged file is kept as {path}.", path=kept))  # last: a path may be long
    return Damaged(" ".join(sentences))


def _when(day: date, value: Any) -> str:
    words = day_month(day)
    if not isinstance(value, WeekRecord):
        return words
    return plural(len(value.entries), "{day}, with {n} entry", "{day}, with {n} entries", day=words)
