"""A home of ten years goes out as one JSON document and in again, equal to the last byte."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.clock import Clock
from planner.desk import Desk
from planner.interop.home_document import document_of
from planner.store.home import Home
from tests.benchmarks.history import YEARS, filled
from tests.interop.reads import read
from tests.store.conftest import MEMORY


def test_ten_years_as_json_and_in_again_make_an_equal_home(thursday: Clock) -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        old, new = Path(folder, "old"), Path(folder, "new")
        filled(old, YEARS * 52)
        clock = Clock(thursday.zone)
        first, second = (Desk(Home(str(home), clock.now, "a test"), clock) for home in (old, new))
        document = document_of(first.snapshot())
        Path(folder, "home.json").write_bytes(document)
        done = read(second, f"{folder}/home.json").account
        assert done.added == done.read > 31_000
        assert document_of(second.snapshot()) == document
        names = ["book.json", *(f"weeks/{name}" for name in os.listdir(old / "weeks"))]
        assert [name for name in names if (old / name).read_bytes() != (new / name).read_bytes()] == []
        second.undo()
        assert not second.snapshot().counts().get("entries")
