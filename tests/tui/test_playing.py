"""Playing scenes, at a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.demo import demo_with_week
from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.value import NamedTuple
from planner.tui.playing import Playing
from planner.tui.widgets.draw_notice import Notice

NOW = {"PLANNER_NOW": "2026-11-26T18:40:00+01:00"}
YOURS = "Yours to try: a sample, thrown away when you leave. q leaves."


class Told(NamedTuple):
    """A scene of the test's."""

    desk: Desk
    words: str
    seconds: float = 2.0
    screen: str = "week"


class Stage:
    """What is played on, without a terminal: it keeps what it was told."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.told: list[str] = []
        self.shown: list[str] = []
        self.later: list[tuple[float, Callable[[], None]]] = []
        self.over = 0

    def show(self, name: str) -> None:
        self.shown.append(name)

    def show_anew(self) -> None:
        self.shown.append("anew")

    def tell(self, said: Notice) -> None:
        self.told.append(said.words)

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        callback()
        return True

    def wait(self, seconds: float, do: Callable[[], None]) -> None:
        self.later.append((seconds, do))

    def pass_time(self) -> float:
        seconds, do = self.later.pop(0)
        do()
        return seconds

    def end(self) -> None:
        self.over += 1


def scenes(desk: Desk) -> Iterator[Told]:
    yield Told(desk, "Monday")
    yield Told(desk, "Tuesday", 3.0)
    yield Told(desk, "Sunday", 4.0, "review")


def test_each_scene_has_its_time_and_the_stage_is_hers_afterwards() -> None:
    with demo_with_week(NOW) as (own, week):
        other = next(week.scenes()).desk
        playing, stage = Playing(scenes(other)), Stage(other)
        playing.begin(stage, own, stage.wait, stage.end)
        assert stage.told == ["Monday"] and playing.on
        assert [stage.pass_time(), stage.pass_time(), stage.pass_time()] == [2.0, 3.0, 4.0]
        assert stage.told == ["Monday", "Tuesday", "Sunday", YOURS]
        assert stage.shown == ["week", "anew", "review", "week", "anew"]
        assert stage.desk is own and stage.over == 1 and not playing.on


def test_taken_over_it_stops_at_once_and_for_good() -> None:
    with demo_with_week(NOW) as (own, week):
        other = next(week.scenes()).desk
        playing, stage = Playing(scenes(other)), Stage(other)
        playing.begin(stage, own, stage.wait, stage.end)
        playing.take_over()
        assert stage.desk is own and stage.over == 1
        stage.pass_time()
        playing.take_over()
        assert stage.told == ["Monday", YOURS] and stage.over == 1 and not stage.later


def test_taken_over_before_it_has_begun_it_never_begins() -> None:
    with demo_with_week(NOW) as (own, week):
        other = next(week.scenes()).desk
        playing, stage = Playing(scenes(other)), Stage(other)
        playing.take_over()
        playing.begin(stage, own, stage.wait, stage.end)
        assert stage.desk is own and stage.over == 1 and not stage.later and stage.told == [YOURS]


def test_what_cannot_be_played_leads_to_the_sample() -> None:
    def broken(desk: Desk) -> Iterator[Told]:
        yield Told(desk, "Monday")
        raise Refused("not now")

    with demo_with_week(NOW) as (own, week):
        other = next(week.scenes()).desk
        playing, stage = Playing(broken(other)), Stage(other)
        playing.begin(stage, own, stage.wait, stage.end)
        stage.pass_time()
        assert stage.desk is own and stage.over == 1
