"""The week that the demo plays: logged by the desk at a clock that is moved, and judged as hers is."""

from __future__ import annotations

import os

import pytest

from planner.__main__ import _is_played
from planner.demo import demo_with_week
from planner.domain.kinds import Split
from planner.domain.level import Level
from planner.locale import speak_as
from tests.known import known

NOW = {"PLANNER_NOW": "2026-11-26T18:40:00+01:00"}


def test_reading_frays_it_until_thursdays_meeting_closes_it() -> None:
    with demo_with_week(NOW) as (_, week):
        levels, wednesday = [], None
        for scene in week.scenes():
            report = known(scene.desk.report())
            levels.append((report.now.strftime("%a"), report.drift.level))
            if report.now.weekday() == 2:
                wednesday = report.spoken
    days = [day for day, _ in levels]
    assert days == ["Mon", "Mon", "Mon", "Tue", "Wed", "Thu", "Thu", "Fri", "Sun"]
    assert [level for _, level in levels[:4]] == [*[Level.BALANCED] * 3, Level.LEANING]
    assert levels[4][1] is Level.DRIFTING and wednesday and wednesday.advice
    assert [level for _, level in levels[6:]] == [Level.BALANCED] * 3


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_review_names_who_came_closer_and_what_came_back(language: str) -> None:
    speak_as(language)
    with demo_with_week(NOW) as (_, week):
        *_, last = week.scenes()
        this = last.desk.this_week()
        people, told = last.desk.week_people(this), known(last.desk.review(this)).close
    assert last.screen == "review" and [each.person.name for each in people.closer] == ["Olivier Costa"]
    assert len(told.echoes) == len(told.liked) == 1


def test_it_takes_some_twenty_seconds() -> None:
    with demo_with_week(NOW) as (_, week):
        assert 18 <= sum(scene.seconds for scene in week.scenes()) <= 22


def test_it_begins_with_an_empty_monday_and_leaves_the_sample_as_it_is() -> None:
    with demo_with_week(NOW) as (desk, week):
        before = known(desk.report()).logged
        scenes = list(week.scenes())
        assert known(desk.report()).logged == before
        assert scenes[0].desk.folder != desk.folder
        assert os.path.dirname(scenes[0].desk.folder) == os.path.dirname(desk.folder)
    with demo_with_week(NOW) as (_, week):
        assert known(next(week.scenes()).desk.report()).logged == Split()


def test_it_is_told_in_the_language_that_is_spoken() -> None:
    speak_as("fr")
    try:
        with demo_with_week(NOW) as (desk, week):
            assert desk.book().steps["demo-s0"].text == "les diapos sur l’accueil"
            assert next(week.scenes()).words.startswith("Une semaine")
    finally:
        speak_as("en")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, NOW])
def test_without_colours_or_time_nothing_is_played(environment: dict[str, str]) -> None:
    assert _is_played({}) and not _is_played(environment)
