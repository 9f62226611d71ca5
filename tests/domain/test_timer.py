"""A run counts whole; one that cannot be right never books a night."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.domain.kinds import Kind
from planner.domain.timer import Doubt, Timer, beaten, doubt, doubt_words, gone_on, longest_run, paused_at, run_until

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 26, 14, 0, tzinfo=PARIS)
TIMER = Timer(START, Kind.MEETING, "pmi")


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def test_a_run_is_believed_up_to_two_hours_or_its_usual_or_longest_length() -> None:
    assert longest_run(15, 0) == 120
    assert longest_run(45, 60) == 135
    assert longest_run(45, 240) == 240


def test_a_run_is_asked_about_once_it_is_longer_than_that() -> None:
    assert doubt(TIMER, 120, after(120)) is None
    assert doubt(TIMER, 120, after(121)) is Doubt.LENGTH


def test_a_run_through_four_at_night_is_asked_about_however_long_it_may_be() -> None:
    late = TIMER._replace(start=datetime(2026, 11, 26, 23, 30, tzinfo=PARIS))
    assert doubt(late, 600, datetime(2026, 11, 27, 4, 0, tzinfo=PARIS)) is None
    assert doubt(late, 600, datetime(2026, 11, 27, 4, 1, tzinfo=PARIS)) is Doubt.NIGHT
    early = TIMER._replace(start=datetime(2026, 11, 27, 4, 0, tzinfo=PARIS))
    assert doubt(early, 600, datetime(2026, 11, 27, 5, 0, tzinfo=PARIS)) is None


def test_the_night_is_told_by_the_clock_on_her_wall_over_a_clock_change() -> None:
    before = TIMER._replace(start=datetime(2026, 10, 25, 2, 30, tzinfo=PARIS))
    assert doubt(before, 600, datetime(2026, 10, 25, 3, 59, tzinfo=PARIS)) is None
    assert doubt(before, 600, datetime(2026, 10, 25, 4, 1, tzinfo=PARIS)) is Doubt.NIGHT


def test_a_screen_that_has_been_silent_for_over_an_hour_is_asked_about() -> None:
    timer = TIMER._replace(beat=after(5))
    assert doubt(timer, 120, after(65)) is None
    assert doubt(timer, 120, after(66)) is Doubt.SILENCE


def test_a_sign_of_life_after_long_silence_tells_not_what_went_on() -> None:
    timer = beaten(TIMER, after(5))
    assert timer.beat == after(5)
    assert beaten(timer, after(60)).beat == after(60)
    assert beaten(timer, after(66)).beat == after(5)
    assert beaten(timer, None).beat is None


def test_a_start_she_typed_is_hers_and_only_what_ran_since_is_asked_about() -> None:
    typed = TIMER._replace(start=after(-1200), said=START)
    assert doubt(typed, 120, after(5)) is None
    assert doubt(typed, 120, after(121)) is Doubt.LENGTH
    assert doubt(typed._replace(beat=after(-200)), 120, after(60)) is None


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Doubt.LENGTH, "It ran for 15h, longer than 2h."),
        (Doubt.NIGHT, "It ran for 15h, through the night."),
        (Doubt.SILENCE, "It ran for 15h, and its screen was last there at 14:05."),
    ],
)
def test_each_doubt_is_said_in_figures(why: Doubt, words: str) -> None:
    assert doubt_words(why, TIMER._replace(beat=after(5)), 120, after(900)) == words


def test_what_is_stopped_is_a_minute_at_least_and_never_of_the_future() -> None:
    assert run_until(TIMER, after(25)) == (START, 25)
    assert run_until(TIMER, after(0)) == (START, 1)
    assert run_until(TIMER, after(-60)) == (after(-61), 1)


def test_what_lies_between_a_pause_and_its_end_does_not_count() -> None:
    paused = paused_at(TIMER._replace(beat=after(8)), after(10))
    assert [paused.elapsed(after(minutes)) for minutes in (10, 30, 900)] == [10, 10, 10]
    running = gone_on(paused, after(30))
    assert (running.elapsed(after(45)), running.away, running.paused, running.beat) == (25, 20, None, None)
    again = gone_on(paused_at(running, after(45)), after(50))
    assert (again.elapsed(after(60)), again.lately(after(60))) == (35, after(25))
    assert run_until(again, after(60)) == (START, 35)


def test_a_run_that_stands_still_is_doubted_no_further_than_it_ran() -> None:
    paused = paused_at(TIMER, after(60))
    assert doubt(paused, 120, after(3000)) is None
    assert beaten(paused, after(90)) == paused
    running = gone_on(paused, after(3000))
    assert doubt(running, 120, after(3100)) is None
    assert doubt(running, 120, after(3121)) is Doubt.LENGTH


def test_a_clock_put_back_while_it_stood_still_takes_nothing_away() -> None:
    assert gone_on(paused_at(TIMER, after(60)), after(30)).away == 0


def test_the_night_is_the_hour_that_she_says() -> None:
    late = TIMER._replace(start=datetime(2026, 11, 26, 23, 30, tzinfo=PARIS))
    assert doubt(late, 600, datetime(2026, 11, 27, 2, 1, tzinfo=PARIS), 2) is Doubt.NIGHT
    assert doubt(late, 600, datetime(2026, 11, 27, 4, 1, tzinfo=PARIS), 6) is None
