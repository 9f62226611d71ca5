"""How far an import is, told on a terminal alone, and what is so where it was stopped."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from planner.cli.import_progress import progress, stoppable
from planner.clock import Clock
from planner.desk import Desk
from planner.store.home import Home
from tests.interop.reads import read

LINES = "Project,Description,Start date,Start time,Duration,Tags\nCareer,read,2026-11-20,10:00:00,00:20:00,\n"


class Screen(StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def desk(home: Path, thursday: Clock) -> Desk:
    return Desk(Home(str(home), thursday.now, "a test"), thursday)


def test_it_is_one_line_that_is_wiped_at_its_end() -> None:
    with redirect_stderr(Screen()) as screen, progress() as tell:
        tell("read", 20_000, 0)
        tell("read", 3, 0)
    _, longer, shorter, wiped, rest = screen.getvalue().split("\r")
    assert "20" in longer and len(shorter) == len(longer) and not wiped.strip() and rest == ""


def test_it_is_not_told_where_there_is_no_terminal() -> None:
    with redirect_stderr(StringIO()) as file, progress() as tell:
        tell("read", 1, 0)
    assert file.getvalue() == ""


def test_who_stops_it_is_told_what_is_so(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), stoppable(desk, ["nowhere"]):
        raise KeyboardInterrupt
    assert "nothing of it was kept" in capsys.readouterr().err
    (tmp_path / "log.csv").write_text(LINES)
    read(desk, str(tmp_path / "log.csv"), map="Career=c")
    with pytest.raises(KeyboardInterrupt), stoppable(desk, [*desk.book().imports]):
        raise KeyboardInterrupt
    assert "kept already, all of it" in capsys.readouterr().err
    (Path(desk.folder) / "book.json").write_text("{")
    with pytest.raises(KeyboardInterrupt), stoppable(desk, ["nowhere"]):
        raise KeyboardInterrupt
    assert "nothing of it was kept" in capsys.readouterr().err
