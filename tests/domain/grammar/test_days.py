"""Days to come in people's words. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.clock import Clock
from planner.domain.errors import Misread
from planner.domain.grammar.day import Direction
from planner.domain.grammar.days import read_coming_day, read_coming_period, read_day


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 26)),
        ("aujourd’hui", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 27)),
        ("Demain", date(2026, 11, 27)),
        ("après-demain", date(2026, 11, 28)),
        ("fri", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("this friday", date(2026, 11, 27)),
        ("next friday", date(2026, 11, 27)),
        ("vendredi prochain", date(2026, 11, 27)),
        ("ven.", date(2026, 11, 27)),
        ("wednesday", date(2026, 12, 2)),
        ("mercredi", date(2026, 12, 2)),
        ("thursday", date(2026, 12, 3)),
        ("jeudi", date(2026, 12, 3)),
        ("next week", date(2026, 11, 30)),
        ("semaine prochaine", date(2026, 11, 30)),
        ("la semaine prochaine", date(2026, 11, 30)),
        ("+3d", date(2026, 11, 29)),
        ("+3j", date(2026, 11, 29)),
        ("+2w", date(2026, 12, 10)),
        ("in 3 days", date(2026, 11, 29)),
        ("in 1 day", date(2026, 11, 27)),
        ("in 2 weeks", date(2026, 12, 10)),
        ("dans 3 jours", date(2026, 11, 29)),
        ("dans 2 semaines", date(2026, 12, 10)),
        ("in a week", date(2026, 12, 3)),
        ("in two weeks", date(2026, 12, 10)),
        ("dans une semaine", date(2026, 12, 3)),
        ("in a month", date(2026, 12, 26)),
        ("dans 3 mois", date(2027, 2, 26)),
        ("2026-12-04", date(2026, 12, 4)),
        ("12 dec", date(2026, 12, 12)),
        ("12 décembre", date(2026, 12, 12)),
        ("dec 12", date(2026, 12, 12)),
        ("12/12", date(2026, 12, 12)),
        ("1er décembre", date(2026, 12, 1)),
        ("26 nov", date(2026, 11, 26)),
        ("25 sept", date(2027, 9, 25)),
        ("a week from friday", date(2026, 12, 4)),
        ("two weeks from tomorrow", date(2026, 12, 11)),
        ("a fortnight on monday", date(2026, 12, 14)),
        ("friday week", date(2026, 12, 4)),
        ("the friday after next", date(2026, 12, 4)),
        ("monday in two weeks", date(2026, 12, 14)),
        ("lundi en huit", date(2026, 12, 7)),
        ("vendredi prochain en huit", date(2026, 12, 4)),
        ("lundi en quinze", date(2026, 12, 14)),
        ("in a fortnight", date(2026, 12, 10)),
        ("3 jan", date(2027, 1, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("2026-12-31", date(2026, 12, 31)),
        ("fri 4 dec", date(2026, 12, 4)),
        ("Fri, 4 Dec.", date(2026, 12, 4)),
        ("friday!", date(2026, 11, 27)),
        ("vendredi 4 décembre 2026", date(2026, 12, 4)),
    ],
)
def test_a_day_is_the_one_to_come(text: str, day: date, now: datetime) -> None:
    assert read_coming_day(text, now) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", date(2026, 11, 25)),
        ("last friday", date(2026, 11, 20)),
        ("jeudi dernier", date(2026, 11, 19)),
        ("last week", date(2026, 11, 16)),
        ("la semaine dernière", date(2026, 11, 16)),
        ("-2d", date(2026, 11, 24)),
        ("2026-11-20", date(2026, 11, 20)),
    ],
)
def test_a_day_that_has_passed_is_read_as_said(text: str, day: date, now: datetime) -> None:
    assert read_coming_day(text, now) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "deck",
        "in days",
        "in 3 lions",
        "in deck",
        "in some days",
        "in 9999 weeks",
        "+3",
        "30m",
        "this week",
        "next",
        "12",
    ],
)
def test_other_words_are_no_day(text: str, now: datetime) -> None:
    assert read_coming_day(text, now) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-02-30", "no date"),
        ("31 nov", "no date “31 nov”"),
        ("30 février", "no date"),
        ("fri 31 nov", "no date"),
        ("31 nov 2027", "no date"),
        ("fri 3 dec", "Thursday"),
        ("jeudi 4 décembre 2026", "Friday"),
    ],
)
def test_a_day_that_cannot_be_is_refused(text: str, why: str, now: datetime) -> None:
    with pytest.raises(Misread, match=why):
        read_coming_day(text, now)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2026, 12, 31), "tomorrow", date(2027, 1, 1)),
        (date(2026, 12, 31), "fri", date(2027, 1, 1)),
        (date(2026, 12, 31), "next week", date(2027, 1, 4)),  # after week 53
        (date(2026, 12, 28), "in a week", date(2027, 1, 4)),
        (date(2027, 1, 31), "in a month", date(2027, 2, 28)),
        (date(2028, 1, 31), "in a month", date(2028, 2, 29)),
        (date(2026, 11, 30), "dans un mois", date(2026, 12, 30)),
        (date(2026, 12, 31), "in 2 months", date(2027, 2, 28)),
        (date(2026, 10, 24), "in 1 day", date(2026, 10, 25)),  # the night that has 25 hours
    ],
)
def test_units_end_as_the_calendar_says(today: date, text: str, day: date, now: datetime) -> None:
    for hour in (0, 23):
        moment = now.replace(year=today.year, month=today.month, day=today.day, hour=hour)
        assert read_coming_day(text, moment) == day


@pytest.mark.parametrize("ahead", range(7))
def test_a_weekday_is_never_today_and_at_most_a_week_away(ahead: int, now: datetime) -> None:
    today = now + timedelta(days=ahead)
    for word in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        day = read_coming_day(word, today)
        assert day is not None
        assert 1 <= (day - today.date()).days <= 7


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("this week", date(2026, 11, 23)),
        ("cette semaine", date(2026, 11, 23)),
        ("last week", date(2026, 11, 16)),
        ("this month", date(2026, 11, 1)),
        ("ce mois", date(2026, 11, 1)),
        ("le mois dernier", date(2026, 10, 1)),
        ("vendredi 20", date(2026, 11, 20)),
        ("lundi 23", date(2026, 11, 23)),
    ],
)
def test_a_day_to_look_back_from_may_begin_a_week(text: str, day: date, now: datetime) -> None:
    assert read_day(text, now) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of month", date(2026, 11, 30)),
        ("the end of next month", date(2026, 12, 31)),
        ("fin du mois", date(2026, 11, 30)),
        ("début du mois prochain", date(2026, 12, 1)),
        ("early january", date(2027, 1, 1)),
        ("début janvier", date(2027, 1, 1)),
        ("in january", date(2027, 1, 1)),
        ("mi-décembre", date(2026, 12, 15)),
        ("late november", date(2026, 11, 30)),
        ("this weekend", date(2026, 11, 28)),
        ("le week-end prochain", date(2026, 12, 5)),
    ],
)
def test_about_when_is_a_day_of_a_step_not_a_meeting(text: str, day: date, now: datetime) -> None:
    assert read_coming_period(text, now) == day
    assert read_coming_day(text, now) is None


@pytest.mark.parametrize("text", ["early this month", "the weekend paper", "end of the project", "friday"])
def test_what_says_no_such_time_is_none(text: str, now: datetime) -> None:
    assert read_coming_period(text, now) is None


@pytest.mark.parametrize("text", ["25 nov", "20/11", "1 oct"])
def test_a_date_just_passed_is_refused_naming_both_years(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match=rf"“{text}” has passed \(.* 2026\); if you mean .* 2027, write the year"):
        read_day(text, now, Direction.AHEAD)
