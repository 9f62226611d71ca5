"""Trends: where the weeks go, and what is known of how they ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.domain.book import Book, UnreadBook
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Split
from planner.domain.objective import Objective
from planner.domain.people.tie_list import tie_list
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.trace import trace_of
from planner.domain.weeks.trend_words import (
    met_words,
    people_words,
    span_words,
    summary_words,
    view_words,
    week_title,
    week_words,
)
from planner.domain.weeks.trends import Figures, Sources, Trends, View, total, trend_weeks
from tests.domain.weeks.trending import PLAN, WEEK, WHOLE, entry, trends

TODAY = WEEK.days[3]
LYON, TIES = View("lyon"), View(objective="ties")


def of(*entries: Entry, back: int = 1, plan: Plan | None = PLAN, view: View = WHOLE) -> Figures:
    """The figures of a week so many back."""
    figures = trends(*entries, plan=plan, view=view).weeks[-1 - back].figures
    assert figures
    return figures


def words(some: Trends) -> str:
    return " ".join(summary_words(some))


class TestAWeek:
    def test_has_minutes_by_kind_and_what_was_planned(self) -> None:
        figures = of(entry("c", 45, 1), entry("m", 60, 1, "pmi", 1), entry("w", 30, 1, day=2))
        assert (figures.logged, figures.goal, figures.cap) == (Split(45, 60, 30), 150, 60)

    def test_without_a_plan_has_nothing_to_keep(self) -> None:
        figures = of(entry("c", 45, 1), plan=None)
        assert (figures.goal, figures.cap, figures.kept) == (None, None, ())

    def test_keeps_its_plan_by_most_of_the_goal_and_by_its_cap(self) -> None:
        assert of(entry("c", 120, 1), entry("w", 60, 1, day=1)).kept == (True, True)
        assert of(entry("c", 119, 1), entry("w", 61, 1, day=1)).kept == (False, False)
        assert of(entry("c", 150, 1), entry("w", 90, 1, day=1)).kept == (True, False)

    def test_that_runs_is_judged_by_facts_alone(self) -> None:
        assert of(entry("c", 30), back=0).kept == ()
        assert of(entry("c", 120), entry("w", 61, day=1), back=0).kept == (True, False)
        assert of(entry("w", 300), back=0).balanced is None

    def test_is_out_of_balance_by_twice_the_reading(self) -> None:
        assert of(entry("w", 60, 1)).balanced is False
        assert of(entry("w", 60, 1), entry("c", 120, 1, day=1)).balanced is True
        assert of(entry("w", 20, 1)).balanced is True, "too little to judge"
        assert of(entry("w", 200, 1), entry("c", 90, 1, day=2), plan=None).balanced is False, "half and half"
        assert of().balanced is None
        feeds = Plan({"lyon": Split(watching=30)})
        assert of(entry("w", 60, 1), plan=feeds).balanced is None, "nobody planned the hands"

    def test_says_what_came_back_as_far_as_she_said(self) -> None:
        answered = entry("c", 20, 1, echo=Echo((("reply", 2),)))
        assert of(answered, entry("c", 20, 1, day=1)).echoes == 2
        assert of(entry("c", 20, 1)).echoes is None
        assert of(entry("m", 20, 1)).echoes == 0

    def test_knows_whom_she_met_in_person_where_that_was_said(self) -> None:
        figures = of(
            entry("m", 30, 1, form="in person", people=("marie", "paul")),
            entry("m", 30, 1, day=1, form="video", people=("marie", "ali")),
            entry("m", 30, 1, day=2, people=("zoe",)),
            entry("c", 30, 1, day=3, people=("eva",)),
        )
        assert figures.met == {"marie": True, "paul": True, "ali": False, "zoe": None}
        assert figures.in_person == 2
        assert of(entry("m", 30, 1, people=("zoe",))).in_person is None
        assert of().in_person == 0

    def test_that_cannot_be_read_is_a_gap(self) -> None:
        some = trends(entry("c", 30, 2), unread=[WEEK.plus(-2)])
        assert some.weeks[-3].figures is None and some.weeks[-3].bar.logged is None
        assert some.unread == (WEEK.plus(-2),) and len(some.known) == 7
        assert "2026-W46" in words(some) and "planner check --mend" in words(some)


class TestAView:
    def test_of_one_group_has_its_minutes_and_its_line(self) -> None:
        figures = of(entry("c", 45, 1), entry("c", 30, 1, "pmi", 1), view=LYON)
        assert (figures.logged, figures.goal, figures.cap, figures.balanced) == (Split(45), 120, 20, None)

    def test_of_a_group_that_shares_the_reading_has_no_cap(self) -> None:
        assert of(entry("w", 45, 1, "pmi"), view=View("pmi")).cap is None

    def test_of_a_group_that_nobody_planned_has_no_goal(self) -> None:
        assert of(entry("c", 45, 1, "new"), view=View("new")).goal is None

    def test_of_one_objective_has_what_served_it(self) -> None:
        served = entry("m", 45, 1, objectives=("ties",), people=("marie",))
        figures = of(served, entry("m", 30, 1, day=1, people=("paul",)), view=TIES)
        assert (figures.logged, figures.goal, figures.cap, set(figures.met)) == (Split(0, 45), None, None, {"marie"})

    def test_is_called_as_what_it_is_of(self) -> None:
        book = Book({"ties": Objective("ties", "Meet people")}, {"lyon": Group("lyon", "lyon", "Lyon UX")}, {})
        assert [view_words(view, book) for view in (View(), LYON, TIES, View(objective="gone"))] == [
            *("", "Lyon UX", "Meet people", "gone")
        ]


def test_a_tie_is_made_in_the_week_in_which_it_came_to_be() -> None:
    meetings = [entry("m", 30, back, people=("marie",), objectives=("ties",)) for back in (4, 2)]
    traces = [trace_of(each.week, [each]) for each in meetings]
    rows = tie_list(Book({}, {}, {"marie": Person("marie", "Marie")}), traces, TODAY).rows

    def made(view: View) -> list[int]:
        some = trend_weeks([WEEK.plus(-back) for back in (4, 3, 2)], WEEK, Sources({}, traces, rows), view)
        return [len(each.figures.ties or ()) for each in some if each.figures]

    assert made(View()) == made(LYON) == made(TIES) == [0, 0, 1]
    assert made(View("pmi")) == [0, 0, 0]
    (unknown,) = trend_weeks([WEEK], WEEK, Sources({}, traces, rows, unread_book=True), View())
    assert unknown.figures and unknown.figures.ties is None


def test_a_total_counts_people_once_and_says_only_what_is_known() -> None:
    some = trends(
        entry("m", 30, 3, people=("marie", "paul")),
        entry("m", 30, 1, people=("marie",), form="in person"),
        entry("c", 30, 1, day=1),
        entry("w", 100, 2),
    )
    all_ = total(some.weeks)
    assert (all_.weeks, all_.logged, all_.met, all_.in_person, all_.not_said) == (8, Split(30, 60, 100), 2, 1, 1)
    assert (all_.contributions, all_.echoes) == (1, None)
    assert (all_.judged, all_.kept, all_.over, all_.out) == (7, 0, 1, 1)
    assert total(()).echoes == total(()).in_person == 0


class TestInWords:
    def test_a_home_in_which_nothing_was_says_so(self) -> None:
        assert summary_words(Trends(())) == (
            "Nothing is planned or logged yet. The weeks stand here once there are some.",
        )

    def test_one_week_says_that_it_is_the_only_one(self) -> None:
        told = words(trends(entry("c", 25), weeks=1))
        assert told.startswith("So far: hands 25 min, eyes 0 min. One week so far: from the second on")

    def test_weeks_in_which_nothing_was_say_so(self) -> None:
        assert words(trends()) == "Nothing was logged in these weeks."

    def test_weeks_none_of_which_can_be_read_say_that_alone(self) -> None:
        assert words(trends(weeks=1, unread=[WEEK])).startswith("Without what week 2026-W48 held")

    def test_the_usual_week_is_of_whole_ones(self) -> None:
        some = trends(entry("c", 60, 1), entry("w", 20, 2), entry("c", 500), weeks=3)
        assert words(some).startswith("A mean week of 2: hands 30 min, eyes 10 min. Plan kept in 0 of 2 weeks.")

    def test_caps_and_balance_are_told_where_they_were_lost(self) -> None:
        told = words(trends(entry("w", 100, 2), entry("c", 150, 1)))
        assert "Plan kept in 1 of 7 weeks, cap passed in 1, out of balance in 1 (week 46)." in told
        running = words(trends(entry("w", 100), entry("c", 150, 1)))
        assert "Plan kept in 1 of 7 weeks." in running, "the week that runs is none of them"

    @pytest.mark.parametrize(
        ("early", "late", "told"),
        [
            (30, 90, "hands 1h more"),
            (90, 30, "hands 1h less"),
            (30, 33, "The last 3 weeks went as the 3 before."),
        ],
    )
    def test_later_weeks_beside_earlier(self, early: int, late: int, told: str) -> None:
        some = [entry("c", late if back < 4 else early, back) for back in range(1, 8)]
        assert told in words(trends(*some))

    def test_so_is_reading_but_not_over_a_gap(self) -> None:
        some = [entry("w", 100 if back < 4 else 10, back) for back in range(1, 8)]
        assert "beside the 3 before: eyes 1h30 more a week." in words(trends(*some))
        assert "eyes 1h30 less" in words(trends(*(entry("w", 10 if back < 4 else 100, back) for back in range(1, 8))))
        assert "before" not in words(trends(*some, weeks=5))
        gone = [WEEK.plus(-back) for back in (1, 2, 3)]
        assert "before" not in words(trends(*some, unread=gone))

    def test_an_objective_tells_of_its_measure(self) -> None:
        some = trends(entry("m", 30, 1, objectives=("ties",)), view=TIES)
        assert "measure" not in words(some)
        reached = [
            each._replace(figures=each.figures._replace(reached=n == 6) if each.figures and n > 4 else each.figures)
            for n, each in enumerate(some.weeks)
        ]
        assert "Its measure was reached in 1 of 3 weeks." in words(some._replace(weeks=tuple(reached)))
        assert week_words(reached[6], TIES)[-1] == "measure reached"
        assert week_words(reached[5], TIES)[-1] == "measure not reached"

    def test_people_are_told_by_how_they_were_met(self) -> None:
        assert met_words(3, None, 3) == "3 people met, not said how"
        assert met_words(3, 2, 1) == "3 people met, 2 in person, 1 not said how"
        assert met_words(1, 1, 0) == "1 person met, 1 in person"
        assert people_words(total(())) == ""

    def test_a_week_tells_its_minutes_and_how_it_ended(self) -> None:
        back = entry("c", 45, 1, echo=Echo((("reply", 2),)))
        met = entry("m", 60, 1, day=1, people=("marie",), form="in person")
        (each,) = [w for w in trends(back, met, entry("w", 70, 1, day=2)).weeks if w.week == WEEK.plus(-1)]
        assert week_title(each, TODAY) == "Week 47, 16 to 22 November"
        assert week_words(each, View()) == (
            *("hands 1h45 of 2h30 (45 given, 1h met)", "eyes 1h10, past the cap of 1h"),
            *("1 person met, 1 in person", "1 contribution", "2 echoes", "goal missed"),
        )

    def test_an_empty_or_unread_week_says_so(self) -> None:
        some = trends(unread=[WEEK.plus(-3)])
        assert week_words(some.weeks[-1], View()) == ("nothing logged so far",)
        assert week_words(some.weeks[-2], View()) == ("nothing logged", "goal missed", "cap kept")
        assert week_words(some.weeks[-4], View())[0].startswith("weeks/2026-W45.json cannot be read")

    def test_ties_and_lost_balance_are_told(self) -> None:
        (each,) = [w for w in trends(entry("w", 60, 1)).weeks if w.week == WEEK.plus(-1)]
        assert each.figures
        tied = each._replace(figures=each.figures._replace(ties=("marie",), cap=None))
        assert week_words(tied, View())[1:] == (
            *("eyes 1h", "1 tie made", "goal missed", "cap kept", "out of balance"),
        )
        assert "1 tie made" in people_words(total([tied]))

    def test_spans_are_named(self) -> None:
        assert (span_words(26), span_words(None)) == ("26 weeks", "all weeks")


def test_the_book_that_cannot_be_read_keeps_its_groups_ids() -> None:
    assert view_words(LYON, UnreadBook({}, {}, {})) == "lyon"
    assert WEEK.monday + timedelta(days=3) == TODAY
