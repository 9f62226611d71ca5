"""What a shell completes at a terminal, from its first Tab on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from planner.cli.completion_scripts import SCRIPTS
from tests.terminal import Terminal


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh")
def test_the_first_tab_in_zsh_completes(tmp_path: Path) -> None:
    (tmp_path / "_planner").write_text(SCRIPTS["zsh"](), encoding="utf-8")
    with Terminal(["zsh", "-f"], {**os.environ, "PS1": "", "ZDOTDIR": str(tmp_path)}) as terminal:
        terminal.send(f"fpath=({tmp_path} $fpath); autoload -U compinit; compinit -u -D; print re''ady\n")
        terminal.wait_for("ready", 30)
        terminal.send("planner review --mar\t")
        terminal.wait_for("planner review --markdown", 30)
