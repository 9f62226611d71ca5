"""What holds of every reader of a log: the five counts are what was read, and the same file again adds nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.interop.account import Account
from planner.store.home import Home
from tests.interop.reads import read
from tests.store.conftest import MEMORY

DATA = Path(__file__).parent.parent / "data"


def entries(desk: Desk) -> list[Entry]:
    """All that is logged, the earliest first."""
    return [entry for week in sorted(desk.logged_weeks()) for entry in desk.week_once(week).entries]


def five(account: Account) -> tuple[int, int, int, int, int]:
    """Added, changed, already there, skipped, kept back."""
    return (account.added, account.changed, account.already_there, account.skipped, account.kept_back)


def holds_the_laws(content: bytes, format_: str, *, group: str = "", map: str = "") -> Account | None:  # noqa: A002
    """Read any content three times; returns what the first came to, or None where it was refused in words."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "x.bin")
        path.write_bytes(content)
        now = datetime(2026, 11, 26, 18, 40).astimezone()
        desk = Desk(Home(f"{folder}/home", lambda: now, "a test"), Clock(now.tzinfo, now))  # type: ignore[arg-type]
        if group:
            desk.add_group("Data Leaders", address=group)
        try:
            first = read(desk, str(path), format=format_, map=map).account
        except PlannerError as error:
            assert str(error)
            return None
        assert first.read == sum(five(first)) and first.added == len(entries(desk))
        assert all(problem.why and problem.file for problem in first.problems)
        for _ in range(2):
            again = read(desk, str(path), format=format_, map=map).account
            assert (again.added, again.changed) == (0, 0)
            assert again.already_there == first.added + first.already_there
            assert (again.skipped, again.kept_back) == (first.skipped, first.kept_back)
        return first
