"""The line of a next step. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.domain.errors import PlannerError
from planner.domain.grammar.step_line import StepReading, read_step, spell_step, step_parts
from planner.domain.step import Owed
from planner.domain.texts import clean

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
IN_A_WEEK = date(2026, 12, 3)


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


@pytest.mark.parametrize(
    ("line", "text", "owed", "day"),
    [
        ("send the deck fri", "send the deck", None, FRIDAY),
        ("send the deck: fri", "send the deck", None, FRIDAY),
        ("send the deck by friday", "send the deck", None, FRIDAY),
        ("I owe the deck fri", "the deck", Owed.MINE, FRIDAY),
        ("je dois le compte rendu demain", "le compte rendu", Owed.MINE, FRIDAY),
        ("Je lui dois un café ven.", "un café", Owed.MINE, FRIDAY),
        ("they owe an introduction +7d", "an introduction", Owed.THEIRS, IN_A_WEEK),
        ("Marie owes me the slides fri", "the slides", Owed.THEIRS, FRIDAY),
        ("Paul me doit un livre demain", "un livre", Owed.THEIRS, FRIDAY),
        ("she owes me a book tomorrow", "a book", Owed.THEIRS, FRIDAY),
        ("on me doit une introduction dans 7 jours", "une introduction", Owed.THEIRS, IN_A_WEEK),
        ("il me doit un livre 3 dec", "un livre", Owed.THEIRS, IN_A_WEEK),
        ("elle me doit un livre le 3 décembre", "un livre", Owed.THEIRS, IN_A_WEEK),
        ("send the deck thu 3 dec", "send the deck", None, IN_A_WEEK),
        ("appeler la semaine prochaine", "appeler", None, date(2026, 11, 30)),
        ("call today", "call", None, date(2026, 11, 26)),
        ("send the deck, by fri.", "send the deck", None, FRIDAY),
        ("I owe: the deck fri", "the deck", Owed.MINE, FRIDAY),
        ("I owe her the deck fri", "the deck", Owed.MINE, FRIDAY),
        ("l'envoyer d’ici le 3 décembre", "l'envoyer", None, IN_A_WEEK),
        ("send the deck in a week", "send the deck", None, IN_A_WEEK),
        ("call tomorrow at 9", "call at 9", None, FRIDAY),
        ("appeler vendredi à 14h", "appeler à 14h", None, FRIDAY),
        ("call fri 14:00", "call 14:00", None, FRIDAY),
        ("call friday 9:00", "call 9:00", None, FRIDAY),
        ("appeler vendredi 14 h 30", "appeler 14 h 30", None, FRIDAY),
        ("🎉 [bold]party[/] fri", "🎉 [bold]party[/]", None, FRIDAY),
        ("\x1b[31mcall\x07 fri", "call", None, FRIDAY),
    ],
)
def test_it_says_who_owes(line: str, text: str, owed: Owed | None, day: date, now: datetime) -> None:
    assert read_step(line, now)._replace(read_as_text=()) == StepReading(text, day, owed, day_said=True)


def test_without_a_day_it_is_in_a_week_and_said_so(now: datetime) -> None:
    reading = read_step("send the deck", now)
    assert (reading.day, reading.day_said) == (IN_A_WEEK, False)
    assert spell_step(reading, now) == "send the deck, Thu 3 Dec, in a week"


def test_what_was_read_is_shown_as_it_will_be_kept(now: datetime) -> None:
    assert spell_step(read_step("I owe the deck fri", now), now) == "the deck, Fri 27 Nov, I owe"


def test_a_date_of_another_year_is_told_with_its_year(now: datetime) -> None:
    assert spell_step(read_step("call 20 sept", now), now) == "call, Mon 20 Sep 2027"


@pytest.mark.parametrize(
    "text",
    [
        "talk to sam", "parler à Mar", "plan the friday lunch", "read 1984", "call at 9", "ask about may",
        "it is 4/12 done", "write 3 pages", "Black Friday, part 2", "send it to @marie about #3",
        "2026-12-04T10:00 is late",
    ],
)  # fmt: skip
def test_words_like_a_day_or_time_that_say_none_stay(text: str, now: datetime) -> None:
    assert read_step(text, now)._replace(read_as_text=()) == StepReading(text, IN_A_WEEK)
    assert read_step(f"{text} fri", now)._replace(read_as_text=()) == StepReading(text, FRIDAY, day_said=True)


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("call fri 14:00", ("14:00",)),
        ("appeler 25 min vendredi à 14h", ("25 min", "à 14h")),
        ("call tomorrow for an hour", ("tomorrow", "an hour")),
        ("send 3 slides fri", ()),
        ('call "at 14:00" fri', ()),
        ("talk to sam", ()),
    ],
)
def test_times_left_in_the_text_are_marked(line: str, looks: tuple[str, ...], now: datetime) -> None:
    reading = read_step(line, now)
    assert reading.read_as_text == looks
    assert [part.role for part in step_parts(reading, now)] == ["plain", *(["doubtful"] if looks else [])]


@pytest.mark.parametrize("text", ["call 1h60", "use --nope", "wait 90 sec"])
def test_a_shape_of_nothing_is_text_in_quotes(text: str, now: datetime) -> None:
    assert read_step(f'"{text}" fri', now) == StepReading(text, FRIDAY, day_said=True)


@pytest.mark.parametrize("line", ['"call fri"', 'call "fri"'])
def test_a_day_in_quotes_is_text(line: str, now: datetime) -> None:
    assert read_step(line, now) == StepReading("call fri", IN_A_WEEK)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("call yesterday", "“yesterday” (Wed 25 Nov) has passed"),
        ("call last friday", "“last friday” (Fri 20 Nov) has passed"),
        ("call 2025-12-04", "“2025-12-04” (Thu 4 Dec 2025) has passed"),
        ("call 2026-02-30", "2026-02-30"),
        ("call fri 3 dec", "Thursday"),
        ("call 31 nov", "31 nov"),
        ("call 20/11", "“20/11” has passed (20 November 2026); if you mean 20 November 2027, write the year"),
        ("call 1h60 fri", "“1h60” is no length"),
        ("call in 1h60", "“1h60” is no length"),
        ("call at 25:10 fri", "no time “at 25:10”"),
        ("wait 90 sec fri", "“90 sec” is no length"),
        ("--nope fri", "“--nope” is no option"),
        ("fri", "“fri” says when and not what"),
        ("by fri", "“by fri” says when and not what"),
        ("le vendredi", "“le vendredi” says when and not what"),
        ("", "what comes next"),
        ("I owe", "what comes next"),
        ("x" * 301, "a next step has at most 300"),
    ],
)
def test_a_line_that_is_off_says_why(line: str, why: str, now: datetime) -> None:
    reading = read_step(line, now)
    assert why in str(reading.problem)
    assert reading.day is None
    assert why in spell_step(reading, now)


#: Words that a line gives a meaning to, or nearly.
TELLING = st.sampled_from(
    r"""i owe they je dois on me doit il fri friday vendredi today demain in 3 days dans jours next last week semaine
    prochaine +3d -2d by le 4 dec 2026-12-04 2026-02-30 12/12 "the “open « @marie # \ \" é 東京 🎉""".split()  # noqa: SIM905
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.one_of(TELLING, st.text(max_size=8)), max_size=8).map(" ".join))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_text_and_no_beginning_of_one_is_too_much(text: str) -> None:
    for end in range(len(text) + 1):
        reading = read_step(text[:end], NOW)
        assert isinstance(reading.problem, PlannerError) or (reading.text and reading.day and reading.day >= NOW.date())
        assert spell_step(reading, NOW) == clean(spell_step(reading, NOW))


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("tomorrow call paul", "call paul", "2026-11-27"),
        ("on friday, call paul", "call paul", "2026-11-27"),
        ("4 dec: the deck", "the deck", "2026-12-04"),
        ("demain appeler paul", "appeler paul", "2026-11-27"),
        ("call paul by the end of next week", "call paul", "2026-12-04"),
        ("end of next week call paul", "call paul", "2026-12-04"),
        ("call paul at the end of the week", "call paul", "2026-11-27"),
        ("call paul a week from friday", "call paul", "2026-12-04"),
        ("relancer paul lundi en huit", "relancer paul", "2026-12-07"),
        ("relancer paul début janvier", "relancer paul", "2027-01-01"),
        ("call paul at the end of the month", "call paul", "2026-11-30"),
        ("appeler paul fin de la semaine prochaine", "appeler paul", "2026-12-04"),
    ],
)
def test_a_day_may_lead(line: str, text: str, day: str, now: datetime) -> None:
    reading = read_step(line, now)
    assert (reading.text, str(reading.day), reading.day_said) == (text, day, True)


@pytest.mark.parametrize("line", ["sam write", "mars trip", "may call paul", "30 slides", "the end of the project"])
def test_what_only_looks_like_a_leading_day_is_text(line: str, now: datetime) -> None:
    reading = read_step(line, now)
    assert (reading.text, reading.day_said) == (line, False)


@pytest.mark.parametrize(
    ("line", "text", "days"),
    [
        ("send the deck within 3 days", "send the deck", 3),
        ("envoyer le devis sous huitaine", "envoyer le devis", 7),
        ("envoyer le devis sous 15 jours", "envoyer le devis", 15),
        ("envoyer le devis d'ici 3 jours", "envoyer le devis", 3),
        ("envoyer le CV dans la semaine", "envoyer le CV", 1),
        ("send the deck this week", "send the deck", 1),
        ("follow up early next week", "follow up", 4),
        ("follow up mid next week", "follow up", 6),
        ("envoyer le CV le 1er décembre", "envoyer le CV", 5),
    ],
)
def test_a_stretch_of_days_is_its_last(line: str, text: str, days: int, now: datetime) -> None:
    reading = read_step(line, now)
    assert (reading.text, reading.day, reading.read_as_text) == (text, now.date() + timedelta(days=days), ())


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("call Paul asap", ("asap",)),
        ("send slides before christmas", ("before christmas",)),
        ("rappeler Paul dès que possible", ("dès que possible",)),
        ("rappeler Paul avant noël", ("avant noël",)),
        ("écrire tous les lundis", ("tous les lundis",)),
    ],
)
def test_what_says_when_and_no_day_is_marked(line: str, looks: tuple[str, ...], now: datetime) -> None:
    reading = read_step(line, now)
    assert (reading.text, reading.day, reading.read_as_text) == (line, IN_A_WEEK, looks)


@pytest.mark.parametrize("line", ["write every monday", "every monday write", "écrire chaque lundi"])
def test_every_monday_is_the_next_one_and_says_so(line: str, now: datetime) -> None:
    reading = read_step(line, now)
    assert (reading.text, reading.day) == (line, date(2026, 11, 30))
    assert reading.read_as_text and reading.read_as_text[0] in line
