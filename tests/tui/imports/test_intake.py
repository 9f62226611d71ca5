"""What is proposed is brought in whole or not at all, and what names mean is kept in her map."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.kinds import Kind
from planner.domain.weeks.log_filter import LogFilter
from planner.store.home import Home
from planner.tui.imports.intake import Proposed, read, said_paths
from planner.tui.imports.work import Stopped

LOG = """Project,Description,Start date,Start time,Duration
Career,a thread,2026-03-16,10:00:00,00:30:00
Career,another,2026-03-23,10:00:00,00:20:00
Guitar,practice,2026-03-24,10:00:00,01:00:00
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clock = Clock(UTC, datetime(2026, 11, 26, 10, tzinfo=UTC))
    return Desk(Home(str(tmp_path / "home"), clock.now, "a test"), clock)


@pytest.fixture
def proposed(desk: Desk, tmp_path: Path) -> Proposed:
    (tmp_path / "log.csv").write_text(LOG)
    return read(desk.beside(), (str(tmp_path / "log.csv"),), {}, silent)


def silent(_stage: str, _done: int, _of: int) -> None:
    """Nobody is told."""


def meant(proposed: Proposed) -> Proposed:
    """What is proposed once Career is watching for Lyon UX and Guitar is skipped."""
    career, guitar = sorted(proposed.waits, key=lambda each: each.name)
    proposed.mean(career, group="Lyon UX")
    proposed.mean(career, kind=Kind.WATCHING)
    proposed.mean(guitar, skip=True)
    return read(proposed.desk, proposed.paths, proposed.meanings, silent)


def test_names_that_wait_are_the_largest_first_and_no_reasons(proposed: Proposed) -> None:
    assert [(each.name, each.rows, each.minutes) for each in proposed.waits] == [("Guitar", 1, 60), ("Career", 2, 50)]
    assert not proposed.brings and not proposed.reasons


def test_what_names_mean_stands_in_her_map_and_is_read_again(desk: Desk, proposed: Proposed) -> None:
    again = meant(proposed)
    assert desk.map_text().decode().splitlines() == [
        "[projects]",
        'Career = {group = "Lyon UX", kind = "watching"}',
        'Guitar = "skip"',
    ]
    assert not again.waits and again.account.added == 2
    assert again.reasons == ["log.csv, line 4: your map skips “Guitar”"]


def test_an_import_that_is_stopped_keeps_nothing(desk: Desk, proposed: Proposed) -> None:
    def stops(stage: str, done: int, _of: int) -> None:
        if (stage, done) == ("keep", 2):
            raise Stopped

    again = meant(proposed)
    with pytest.raises(Stopped):
        again.apply(stops)
    assert not list(desk.entries(LogFilter())) and not desk.imports() and not desk.book().groups


def test_what_is_left_out_is_counted_as_kept_back(desk: Desk, proposed: Proposed) -> None:
    again = meant(proposed)
    again.offer.turn(again.offer.bundles[0])
    account = again.apply(silent)
    assert (account.read, account.added, account.kept_back, account.minutes) == (3, 1, 1, 20)
    kept = desk.imports()[0]
    assert (kept.read, kept.added, kept.kept_back, kept.minutes) == (3, 1, 1, 20)
    assert [entry.note for entry in desk.entries(LogFilter())] == ["another"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/tmp/my log.csv", "/tmp/my log.csv"),
        ("'/tmp/my log.csv'", "/tmp/my log.csv"),
        (r"/tmp/my\ log.csv ", "/tmp/my log.csv"),
        ("file:///tmp/my%20log.csv", "/tmp/my log.csv"),
        ("~/log.csv", os.path.expanduser("~/log.csv")),
        ("/tmp/l'archive.zip", "/tmp/l'archive.zip"),
    ],
    ids=["plain", "quoted", "escaped", "address", "home", "apostrophe"],
)
def test_a_path_may_come_quoted(text: str, path: str) -> None:
    assert said_paths(text) == (path,)


def test_a_name_that_there_is_is_taken_as_it_stands(tmp_path: Path) -> None:
    odd = tmp_path / "a 'quoted' name.csv"
    odd.touch()
    assert said_paths(str(odd)) == (str(odd),)


def test_each_line_is_a_path_and_blank_ones_are_none() -> None:
    assert said_paths("/tmp/a.csv\n\n/tmp/b.csv\n") == ("/tmp/a.csv", "/tmp/b.csv")
