"""Her own command is run beside planner, with its words as arguments, and is ended where it takes too long."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from planner.telling import main, start

PATIENCE = 30.0


@pytest.fixture
def recorder(tmp_path: Path) -> list[str]:
    """A command that writes its arguments, each on a line, into a file."""
    script = tmp_path / "record.py"
    script.write_text(
        "import os, sys\n"
        f"path = {str(tmp_path / 'said')!r}\n"
        "open(path + '-', 'w', encoding='utf-8').write('\\n'.join(sys.argv[1:]))\n"
        "os.rename(path + '-', path)\n"
    )
    return [sys.executable, str(script)]


def _waited_for(path: Path) -> str:
    until = time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return path.read_text(encoding="utf-8")


def test_its_words_are_arguments_and_no_shell_reads_them(recorder: list[str], tmp_path: Path) -> None:
    said = "Week 48: $(touch gone); `touch gone` & “é”"
    assert start([*recorder, "a title"], said)
    assert _waited_for(tmp_path / "said").splitlines() == ["a title", said]


def test_a_command_that_is_not_there_is_told_of() -> None:
    assert not start(["no-such-command-here"], "words")


def test_one_that_takes_too_long_is_ended_with_what_it_began(tmp_path: Path) -> None:
    script = f"import os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    main([sys.executable, "-c", script], seconds=1.0)
    if (tmp_path / "pid").exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int((tmp_path / "pid").read_text()), 0)


def test_one_that_cannot_be_run_is_nobodys_traceback(tmp_path: Path) -> None:
    main([str(tmp_path)])
