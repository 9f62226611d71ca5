"""The app over a real desk in a real folder, on a Thursday evening that stands still until a test moves it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual import _time, _wait
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from planner import demo
from planner.clock import Clock
from planner.desk import Desk
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.store.backups import Backups
from planner.store.home import Home
from planner.tui.app import PlannerApp
from tests.long_list import long_list
from tests.samples import sample
from tests.screens import hurried

ZONE = timezone(timedelta(hours=1))
THURSDAY = datetime(2026, 11, 26, 18, 40, tzinfo=ZONE)

At = Callable[[datetime], Desk]


class Seen(NamedTuple):
    """What a person sees of the app: rows of text."""

    pilot: Pilot[None]

    def text(self) -> str:
        """The whole screen as text."""
        app = self.pilot.app
        strips = app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def row(self, part: str) -> str:
        """The first row that has ``part`` in it."""
        return next((row for row in self.text().splitlines() if part in row), "")


async def until(pilot: Pilot[None], holds: Callable[[], bool], tries: int = 1000) -> None:
    """Let the app go on until something holds that a thread has to do first; what never does fails."""
    while not holds() and (tries := tries - 1):
        await asyncio.to_thread(time.sleep, 0.01)
        await pilot.pause()
    assert holds()


#: What style sheets were read to be, by their text and the colours they were read with.
SHEETS: dict[object, list[RuleSet]] = {}


@pytest.fixture(autouse=True)
def _a_style_sheet_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every app reads the same sheets, which costs more than most of what is asked of it here."""
    read = Stylesheet._parse_rules

    def once(sheet: Stylesheet, css: str, *where: Any, **how: Any) -> list[RuleSet]:
        key = css, where, tuple(how.items()), tuple(sheet._variables.items())
        if key not in SHEETS:
            SHEETS[key] = read(sheet, css, *where, **how)
        return SHEETS[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", once)


@pytest.fixture(autouse=True)
def _nothing_is_slept_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app runs in a loop in which waiting takes no time, and Textual goes by that loop's clock."""
    monkeypatch.setattr("asyncio.events.new_event_loop", hurried.HurriedLoop)
    monkeypatch.setattr(_time, "get_time", hurried.now)
    monkeypatch.setattr(_wait, "monotonic", hurried.now)
    monkeypatch.setattr(_wait, "process_time", hurried.worked)


@pytest.fixture
def at(tmp_path: Path) -> At:
    """A desk at any moment; all of them over one folder."""

    def desk_at(moment: datetime) -> Desk:
        clock = Clock(ZONE, moment)
        return Desk(Home(str(tmp_path / "home"), clock.now, "a test"), clock)

    return desk_at


@pytest.fixture
def empty(at: At) -> PlannerApp:
    """The app of someone who has just begun."""
    return PlannerApp(at(THURSDAY))


@pytest.fixture
def desk(at: At) -> Desk:
    """A desk with two groups, a plan, and a week in which reading is winning."""
    return filled(at)


@pytest.fixture
def app(desk: Desk) -> PlannerApp:
    """The app over that desk."""
    return PlannerApp(desk)


@pytest.fixture
def many(tmp_path: Path) -> Desk:
    """A desk with twenty-three groups to audit, and thirty weeks of log."""
    clock = Clock(ZONE, THURSDAY)
    sample("many", tmp_path / "home", lambda: long_list(tmp_path / "home", clock))
    return Desk(Home(str(tmp_path / "home"), clock.now, "a test"), clock)


def seen_to(name: str, folder: Path, fill: Callable[[], object]) -> None:
    """A sample home whose day has its backup, verified: else each app would see to both once it has said something."""

    def all_of_it() -> None:
        fill()
        Backups(str(folder), lambda: THURSDAY).make_daily()
        Home(str(folder), lambda: THURSDAY, "a test").verify_newest()

    sample(name, folder, all_of_it)


def filled(at: At) -> Desk:
    """Fill a home: Lyon UX is well woven, PMI France is only read."""
    desk = at(THURSDAY)
    seen_to("filled", Path(desk.folder), lambda: _fill(desk))
    return at(THURSDAY)


def _fill(desk: Desk) -> None:
    desk.add_group("Lyon UX", if_then="When I open Lyon UX, I first answer one question.")
    desk.add_group("PMI France")
    plan = Plan({"lyon-ux": Split(60, 60, 15), "pmi-france": Split(45, 30, 20)})
    desk.set_plan(desk.this_week(), plan)
    for line in (
        "c 30 lyon-ux monday 12:30 commented on a portfolio",
        "m 60 lyon-ux tuesday 18:00 apéro design @Marie",
        "w 50 pmi-france wednesday 8:50 the certification debate",
        "c 25 lyon-ux 14:30 answered a question on [red] alerts",
    ):
        desk.log(line)


@pytest.fixture
def known(tmp_path: Path) -> Desk:
    """A desk with the sample's people, and what passed with them."""
    clock = Clock(ZONE, THURSDAY)
    home = Home(str(tmp_path / "home"), clock.now, "a test")
    seen_to("known", tmp_path / "home", lambda: demo.fill(home, clock.now()))
    return Desk(home, clock)


@pytest.fixture
def people(known: Desk) -> PlannerApp:
    """The app over that desk, on which all has been said that is said in a day."""
    silenced(known)
    return PlannerApp(known)


def silenced(desk: Desk) -> None:
    """Say all lines of the queue that a day has."""
    while desk.next_line():
        pass
