"""What is sent to a terminal that wants no colours, has only its own, or can show no screen."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

#: A colour of a foreground or a background, in any of the ways to say one; 39 and 49 are those of the terminal itself.
A_COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
OF_256 = re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;")


def _sent(home: Path, **environment: str) -> bytes:
    """All that the Week screen sends until it is seen, and left again."""
    given = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_LANG": "en", **environment}
    with Terminal([sys.executable, "-m", "planner"], given, (80, 24)) as terminal:
        terminal.wait_for(r"Week \d+", 60)
        terminal.settle()
        terminal.send("q")
        terminal.wait()
        return terminal.written


def test_without_colours_no_colour_is_sent(home: Path) -> None:
    assert A_COLOUR.search(_sent(home))
    assert not A_COLOUR.search(_sent(home, NO_COLOR="1"))


def test_of_the_terminals_own_theme_no_other_colour_is_sent(home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text('theme = "planner-terminal"\n')
    sent = _sent(home)
    assert A_COLOUR.search(sent) and not OF_256.search(sent)


@pytest.mark.parametrize("words", [[], ["--demo"]])
def test_one_that_can_show_no_screen_is_told_of_the_week(home: Path, words: list[str]) -> None:
    given = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_LANG": "en"}
    with Terminal([sys.executable, "-m", "planner", *words], given, (80, 24), "dumb") as terminal:
        terminal.wait_for(r"planner: TERM=dumb shows no full screen; “planner week” prints the week\.", 60)
        assert terminal.wait() == 2


def test_one_that_can_show_no_screen_has_the_review_as_text(home: Path) -> None:
    given = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_LANG": "en", "PLANNER_NOW": "2026-11-27T17:00"}
    with Terminal([sys.executable, "-m", "planner", "review"], given, (80, 24), "dumb") as terminal:
        terminal.wait_for(r"Review of week 48", 60)
        assert terminal.wait() == 0
