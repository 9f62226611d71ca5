"""The homes whose records stand in a book: this one, and those that were merged into it."""

from __future__ import annotations

from datetime import datetime

from .value import NamedTuple


class KnownHome(NamedTuple):
    """One of them: the ``id`` by which its events are told in calendars, and ``since`` when it has it."""

    id: str
    since: datetime
