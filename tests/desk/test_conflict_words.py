"""What two machines said of one thing, in words."""

from __future__ import annotations

from typing import Any

import pytest

from planner.desk.conflict_words import conflict_of
from planner.domain.book import Book
from planner.domain.group import Group
from planner.domain.person import Person
from planner.store.merging.conflicts import Twofold

BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {"zoe": Person("zoe", "Zoé")})
ENTRY = {"id": "a", "start": "2026-11-26T18:00:00+01:00"}


def _words(part: str, stands: Any, *others: Any) -> tuple[str, ...]:
    conflict = conflict_of(Twofold("1", "weeks/2026-W48.json", "entries", ENTRY, part, stands, others), BOOK)
    assert conflict.record == "the entry of 26 November 2026, 18:00"
    return conflict.field, *conflict.says


@pytest.mark.parametrize(
    ("part", "stands", "other", "said"),
    [
        ("confirmed", True, False, ("confirmed", "yes", "no")),
        ("minutes", 40, 50, ("length", "40 min", "50 min")),
        ("joy", 2, None, ("joy", "2", "nothing")),
        ("kinds", ["one", "two"], [], ("kinds", "one and two", "nothing")),
        ("counts", {"reply": 2}, {}, ("counts", "reply 2", "nothing")),
        ("group", "lyon-ux", "gone", ("group", "Lyon UX", "gone")),
        ("through", "zoe", None, ("through", "Zoé", "nothing")),
        ("start", ENTRY["start"], "soon", ("start", "26 November 2026, 18:00", "soon")),
        ("removed", True, None, ("", "kept", "removed on one machine")),
        ("note", "x" * 99, "x" * 98, ("note", "x" * 99, "x" * 98)),
        ("day", "2026-11-30", "soon", ("day", "30 November 2026", "soon")),
        ("roles", ["ties", "watch"], ["visibility"], ("roles", "ties and watch", "visibility")),
        ("", "x", "y", ("", "x", "y")),
    ],
)
def test_each_side_in_words(part: str, stands: Any, other: Any, said: tuple[str, ...]) -> None:
    assert _words(part, stands, other) == said


def test_of_several_others_all_are_said() -> None:
    assert _words("note", "a", "b", "c") == ("note", "a", "b", "c")
