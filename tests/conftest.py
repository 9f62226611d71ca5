"""What every test may ask for: a home of its own, an evening that stands still, and the rules of a zone."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from planner.clock import Clock, SystemZone
from planner.locale import FOLDER, build, speak_as

#: What looks at planner through a pseudo-terminal, which Windows has not.
collect_ignore = ["acceptance/test_demo.py", "acceptance/test_pasting.py"] if os.name == "nt" else []

#: Where a folder is kept in memory, on machines that have such a place, and the bytes it has to have left.
MEMORY, ENOUGH = "/dev/shm", 2 << 30

#: Where no coverage is measured, which takes as long again: a screen's test goes through Textual more than through what
#: the floor counts, and the same a thousand times is no more of it than once.
UNMEASURED = ("tests/screens/", "tests/acceptance/test_ten_years.py", "tests/store/test_crash_states.py")

#: Characters that a test's id has at most, and that one text given to it has of them before it is cut.
LONGEST, LONG = 100, 8


#: An example may take as long as the machine has to do elsewhere: what time things take, the benchmarks measure. Each
#: run draws its own, so that few of them come to many. One that fails is told as it was found: to look for the smallest
#: may take five minutes, and is done where it is asked for, `--hypothesis-profile smallest`.
settings.register_profile("smallest", deadline=None, max_examples=50)
settings.register_profile(
    "planner", settings.get_profile("smallest"), phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
settings.load_profile("planner")


def pytest_configure() -> None:
    """Homes lie in memory, where no test waits for a disk; and what Python has compiled, it keeps.

    Every planner that is started as a process would else be compiled anew.
    """
    if os.path.isdir(MEMORY) and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_make_parametrize_id(val: object) -> str | None:
    """A text that a test is given names it by its beginning only, where it is long; a folder of runs stays readable."""
    if not isinstance(val, str | bytes):
        return None
    text = (val if isinstance(val, str) else val.decode("latin-1")).encode("unicode_escape").decode()
    return f"{text[:LONG]}~" if len(text) > LONG + 2 else None


def _refuse_long(ids: Iterable[str]) -> None:
    """An id, with its path, its class and what the test is given, has at most a hundred characters."""
    if too_long := [name for name in ids if len(name) > LONGEST]:
        raise pytest.UsageError(f"No test's id has more than {LONGEST} characters:", *too_long)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A worker leaves it to whoever started it, where a refusal is told in full rather than as an error of pytest."""
    if not hasattr(config, "workerinput"):
        _refuse_long(item.nodeid for item in items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(ids: list[str]) -> None:
    """What a worker has collected is looked at as soon as it is told of."""
    _refuse_long(ids)


def pytest_collection_finish() -> None:
    """Thousands of tests are there to stay: no search for garbage need look through them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """What pytest-cov has for this, the marker ``no_cover``, is of no effect in a worker of pytest-xdist."""
    if not (item.config.pluginmanager.hasplugin("_cov") and item.nodeid.startswith(UNMEASURED)):
        return (yield)
    measuring, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        threading.settrace(in_threads)
        sys.settrace(measuring)


@pytest.fixture(autouse=True, scope="session")
def _catalogues_as_they_are_written() -> None:
    """What an install would have compiled, anew where a catalogue was edited since."""
    if build.is_stale(Path(FOLDER)):
        build.compile_all(Path(FOLDER))


@pytest.fixture(autouse=True)
def _nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads the environment of who runs it, and none leaves a language behind."""
    for name in ("PLANNER_HOME", "PLANNER_NOW", "PLANNER_LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    speak_as("en")
    yield
    speak_as("en")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for one person's data; it does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Paris: summer time ends at 03:00 on the last Sunday of October."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system stands where it stands")
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def thursday(paris: None) -> Clock:
    """A clock that stands at 18:40 on Thursday 26 November 2026."""
    zone = SystemZone()
    return Clock(zone, datetime(2026, 11, 26, 18, 40, tzinfo=zone))
