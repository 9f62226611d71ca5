"""An objective as one line, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planner.domain.errors import Misread
from planner.domain.grammar.objective_line import (
    ObjectiveLine,
    read_measure,
    read_objective,
    spell_objective,
    write_objective,
)
from planner.domain.objective import Aim, Counts, Goal, Objective
from planner.domain.person import Circle
from planner.domain.texts import clean
from planner.locale import speak_as

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
JUNE = date(2027, 6, 30)


def read(line: str) -> ObjectiveLine:
    return read_objective(line, NOW)


def wrong(line: str) -> str:
    problem = read(line).problem
    assert problem
    return str(problem)


class TestReading:
    def test_a_title_alone_is_enough(self) -> None:
        assert read("Settle well in Lyon")[:4] == ("Settle well in Lyon", Aim.RELATIONSHIPS, (), None)

    def test_a_measure_needs_no_comma_before_it(self) -> None:
        line = read("Be visible to decision-makers, 2 contributions")
        assert (line.title, line.measure) == ("Be visible to decision-makers", (Goal(Counts.CONTRIBUTIONS, 2),))
        assert read("Be visible to decision-makers 2 contributions") == line

    def test_the_last_day_may_be_a_months_or_years(self) -> None:
        assert read("meet people in Lyon 2 meetings until 2027-06")[:4] == (
            "meet people in Lyon",
            Aim.RELATIONSHIPS,
            (Goal(Counts.MEETINGS, 2),),
            JUNE,
        )
        assert read("x until June 2027").until == JUNE
        assert read("x until june").until == JUNE
        assert read("x until 2027").until == date(2027, 12, 31)
        assert read("x until 20 Dec").until == date(2026, 12, 20)
        assert read("x until 2027-02-03").until == date(2027, 2, 3)

    def test_french_is_understood_as_english_is(self) -> None:
        line = read("Être vue des prescripteurs, visibilité, deux contributions par semaine, jusqu’en juin 2027")
        assert line[:5] == ("Être vue des prescripteurs", Aim.VISIBILITY, (Goal(Counts.CONTRIBUTIONS, 2),), JUNE, True)

    def test_a_measure_may_have_several_parts(self) -> None:
        line = read("Learn the market, one meeting and 1h30 a week")
        assert (line.title, line.measure) == ("Learn the market", (Goal(Counts.MEETINGS, 1), Goal(Counts.MINUTES, 90)))
        assert read("x 45 min").measure == (Goal(Counts.MINUTES, 45),)

    def test_the_aim_is_a_word_after_a_comma(self) -> None:
        assert read("Grow, cooperation")[:2] == ("Grow", Aim.COOPERATION)
        assert read("Grow, ties, 2 meetings")[:3] == ("Grow", Aim.RELATIONSHIPS, (Goal(Counts.MEETINGS, 2),))

    def test_a_word_of_the_title_stays_and_is_aim(self) -> None:
        assert read("Gain visibility")[:2] == ("Gain visibility", Aim.VISIBILITY)

    @pytest.mark.parametrize(
        ("title", "aim"),
        [
            ("Be seen by prescribers", Aim.VISIBILITY),
            ("Rencontrer des gens d’ici", Aim.RELATIONSHIPS),
            ("Apprendre le tissu local", Aim.KNOWLEDGE),
            ("Monter un projet ensemble", Aim.COOPERATION),
        ],
    )
    def test_a_title_is_due(self, title: str, aim: Aim) -> None:
        assert read(title).aim is aim
        assert not read(title).aim_said

    def test_and_then_the_measure(self) -> None:
        assert read("Six months, 2 contributions").aim is Aim.VISIBILITY

    def test_a_quoted_title_is_taken_as_it_stands(self) -> None:
        assert read('"Have 2 meetings", visibility')[:3] == ("Have 2 meetings", Aim.VISIBILITY, ())

    def test_what_is_no_date_stays_in_the_title(self) -> None:
        assert read("Stay known until I retire").title == "Stay known until I retire"

    def test_markup_and_control_codes_are_text(self) -> None:
        assert read("[red]\x1b[31mhot[/red], 2 meetings").title == "[red]hot[/red]"


class TestMeasures:
    DECIDING = Circle.DECISION_MAKER

    @pytest.mark.parametrize(
        ("text", "goal"),
        [
            ("2 contributions", Goal(Counts.CONTRIBUTIONS, 2)),
            ("1 meeting in person with decision-makers in Lyon", Goal(Counts.IN_PERSON, 1, DECIDING, "Lyon")),
            ("2 times together", Goal(Counts.TOGETHER, 2)),
            ("1 time working together with peers", Goal(Counts.TOGETHER, 1, Circle.PEER)),
            ("une fois ensemble", Goal(Counts.TOGETHER, 1)),
            ("2 in-person meetings a week", Goal(Counts.IN_PERSON, 2)),
            ("3 new people", Goal(Counts.NEW_PEOPLE, 3)),
            ("2 replies from decision-makers", Goal(Counts.REPLIES, 2, DECIDING)),
            ("deux rencontres avec des prescripteurs à Saint-Étienne par semaine",
             Goal(Counts.MEETINGS, 2, Circle.PRESCRIBER, "Saint-Étienne")),
            ("une rencontre en personne", Goal(Counts.IN_PERSON, 1)),
            ("3 nouvelles personnes", Goal(Counts.NEW_PEOPLE, 3)),
            ("2 réponses de décideurs", Goal(Counts.REPLIES, 2, DECIDING)),
        ],
    )  # fmt: skip
    def test_a_week_is_measured(self, text: str, goal: Goal) -> None:
        assert read_measure(text) == (goal,)
        assert read(f"Be known in the trade, {text}").measure == (goal,)

    def test_several_stand_side_by_side(self) -> None:
        assert read_measure("2 meetings, 1 meeting in person and 1h") == (
            Goal(Counts.MEETINGS, 2),
            Goal(Counts.IN_PERSON, 1),
            Goal(Counts.MINUTES, 60),
        )
        assert read_measure("none") == ()

    def test_watching_serves_knowledge_alone(self) -> None:
        line = read("The local market, 1 watching a week")
        assert (line.aim, line.measure) == (Aim.KNOWLEDGE, (Goal(Counts.WATCHINGS, 1),))
        assert "knowledge only" in wrong("Be seen, visibility, 1 watching a week")

    def test_what_no_week_counts_is_said(self) -> None:
        assert "“3 handshakes a week” is no weekly measure" in wrong("Be seen, 3 handshakes a week")
        with pytest.raises(Misread, match="is no weekly measure"):
            read_measure("lots")

    def test_words_of_a_measure_alone_are_a_title(self) -> None:
        line = read("2 meetings in person with decision-makers")
        assert (line.title, line.measure) == (
            "2 meetings in person with decision-makers",
            (Goal(Counts.IN_PERSON, 2, Circle.DECISION_MAKER),),
        )
        assert read("2 meetings, 1 contribution, until 2027-06")[:4] == (
            "2 meetings, 1 contribution",
            Aim.RELATIONSHIPS,
            (Goal(Counts.MEETINGS, 2), Goal(Counts.CONTRIBUTIONS, 1)),
            JUNE,
        )


class TestWhatIsOff:
    def test_a_last_day_alone_asks_for_a_title(self) -> None:
        assert "A title comes first" in wrong("until 2027")

    def test_a_goal_that_no_week_has(self) -> None:
        assert "“100 meetings” is no goal for a week" in wrong("x 100 meetings")
        assert "“0 meetings”" in wrong("x 0 meetings")
        assert "“999h”" in wrong("x 999h")

    def test_a_day_that_is_over_or_never_is(self) -> None:
        assert "“2020” is over" in wrong("x until 2020")
        assert "2027-02-30" in wrong("x until 2027-02-30")

    def test_a_title_longer_than_any(self) -> None:
        assert "301 characters" in wrong("x" * 301)

    def test_the_line_is_kept_with_what_is_wrong(self) -> None:
        assert read("x until 2020").title == "x until 2020"

    def test_nothing_is_no_mistake(self) -> None:
        assert read("") == ObjectiveLine()


class TestHere:
    @pytest.mark.parametrize("words", ["here", "ici", "near me", "where I live", "chez moi"])
    def test_it_is_where_she_lives(self, words: str) -> None:
        line = read_objective(f"Meet people, 2 meetings in person {words}", NOW, "Lyon")
        assert line.measure == (Goal(Counts.IN_PERSON, 2, None, "Lyon"),)
        assert read_measure(f"2 meetings with peers {words} a week", "Lyon")[0].place == "Lyon"

    def test_where_she_has_not_said_it_is_asked_for(self) -> None:
        assert "planner config place" in str(read("Meet people, 2 meetings here").problem)

    def test_how_a_place_counts_is_said(self) -> None:
        told = spell_objective(read("Meet, 1 meeting in person in Lyon"))
        assert "1 meeting in person in Lyon a week; a meeting in person counts where its group meets" in told

    def test_times_together_are_cooperation(self) -> None:
        assert read("Du concret, 1 fois ensemble par semaine").aim is Aim.COOPERATION


class TestTelling:
    def test_what_was_understood_is_said_whole(self) -> None:
        line = read("Be seen, 2 contributions, until 2027-06")
        assert spell_objective(line) == "“Be seen”, visibility, 2 contributions a week, until 30 June 2027"

    def test_that_nothing_measures_it_is_said(self) -> None:
        assert spell_objective(read("Be seen")) == "“Be seen”, visibility, no weekly measure"

    def test_what_is_wrong_is_said_instead(self) -> None:
        assert spell_objective(read("until 2027")) == wrong("until 2027")


titles = some.one_of(
    some.text(min_size=1, max_size=40),
    some.lists(
        some.sampled_from(["2 meetings", "visibility", "until", "2027", ",", "“", '"', "and", "1h30", "Lyon", "\\"]),
        min_size=1,
        max_size=6,
    ).map(" ".join),
).map(lambda text: clean(text).strip(" ,;"))
places = some.sampled_from(["", "Lyon", "Aix-en-Provence", "Île de Ré"])
circles = some.none() | some.sampled_from(Circle)
people = some.builds(
    Goal, some.sampled_from([each for each in Counts if each not in (Counts.WATCHINGS, Counts.MINUTES)]),
    some.integers(1, 99), circles, places,
)  # fmt: skip
goals = people | some.builds(Goal, some.just(Counts.MINUTES), some.integers(1, 300), some.none(), some.just(""))
measures = some.lists(goals, max_size=4, unique_by=lambda goal: goal._replace(number=0)).map(tuple)


@pytest.mark.parametrize("language", ["en", "fr"])
@given(titles.filter(bool), some.sampled_from(Aim), measures, some.sampled_from([None, JUNE]))
def test_a_written_line_reads_back_the_same(
    language: str, title: str, aim: Aim, measure: tuple[Goal, ...], until: date | None
) -> None:
    speak_as(language)
    line = write_objective(Objective("an-id", title, aim, measure=measure, until=until), NOW)
    speak_as("en")
    assert read(line)[:5] == (title, aim, measure, until, True)


@pytest.mark.parametrize("text", ["1 meeting in Lyon with peers", "1 rencontre ici avec des pairs par semaine"])
def test_a_place_may_stand_before_the_circle(text: str) -> None:
    assert read_measure(text, "Lyon") == (Goal(Counts.MEETINGS, 1, Circle.PEER, "Lyon"),)
