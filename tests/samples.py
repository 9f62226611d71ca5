"""Homes that many tests begin with: filled once, and copied for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

#: What a sample home came to, by its name.
KEPT: dict[str, TemporaryDirectory[str]] = {}


def sample(name: str, folder: Path, fill: Callable[[], object]) -> None:
    """Fill a home; once that was done, any that does not exist yet is a copy of what it came to."""
    if name in KEPT and not folder.exists():
        shutil.copytree(KEPT[name].name, folder)
        return
    begun = folder.exists()
    fill()
    if not begun:
        KEPT[name] = TemporaryDirectory(prefix="planner-", dir=folder.parent.parent)
        shutil.copytree(folder, KEPT[name].name, dirs_exist_ok=True)
