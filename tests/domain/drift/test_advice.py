"""The one next act serves what is missing, in the group where it does most, and names who waits there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

import pytest

from planner.domain.appointment import Appointment
from planner.domain.book import Book, UnreadBook
from planner.domain.drift.advice import Advice, Known, is_behind, next_act
from planner.domain.entry import Stretch
from planner.domain.group import Group, Role
from planner.domain.kinds import HANDS, Kind, Split
from planner.domain.objective import Counts, Goal, Objective
from planner.domain.person import Circle, Formerly, Person
from planner.domain.plan import Plan
from planner.domain.step import Owed, Step

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=timezone(timedelta(hours=1)))
SEEN = Objective("seen", "Be seen", rank=1, measure=(Goal(Counts.CONTRIBUTIONS, 2),))
TIES = Objective("ties", "Meet people", rank=2, measure=(Goal(Counts.MEETINGS, 1),))
LYON = Group("lyon", "lyon-ux", "Lyon UX", rank=1, objectives=("seen",))
PMI = Group("pmi", "pmi-france", "PMI France", rank=2, objectives=("ties",))
PLAN = Plan({"lyon": Split(60, 0, 15), "pmi": Split(30, 45, 45)})
PAUL = Person("paul-roy", "Paul Roy", groups=("pmi",), cadence=30)
C, M = Kind.CONTRIBUTION, Kind.MEETING


def book(
    *people: Person,
    objectives: Sequence[Objective] = (),
    groups: Sequence[Group] = (LYON, PMI),
    steps: Sequence[Step] = (),
    appointments: Sequence[Appointment] = (),
) -> Book:
    return Book(
        {each.id: each for each in objectives},
        {each.id: each for each in groups},
        {each.id: each for each in people},
        {each.id: each for each in steps},
        {each.id: each for each in appointments},
    )


def did(kind: Kind, minutes: int, group: str, *, ago: int = 0) -> Stretch:
    return Stretch(NOW - timedelta(days=ago, hours=2), minutes, kind, group)


def act(
    kept: Book,
    *so_far: Stretch,
    kinds: Sequence[Kind] = HANDS,
    served: Mapping[str, Sequence[int]] | None = None,
    seen: Mapping[str, Stretch] | None = None,
) -> Advice:
    return next_act(kept, PLAN, so_far, kinds, Known(NOW, served or {}, lambda: seen or {}, 16))


def owes(person: Person, text: str, owed: Owed | None = Owed.MINE, *, days: int = 0) -> Step:
    return Step(f"step {text}", person.id, text, NOW.date() + timedelta(days=days), owed)


class TestWhatIsMissing:
    def test_the_objective_furthest_behind_comes_first(self) -> None:
        kept = book(objectives=(SEEN, TIES))
        assert act(kept).act == "c 20 lyon-ux"  # of equals the first in rank
        assert act(kept, served={"seen": (1,)}).act == "m 45 pmi-france"
        assert act(kept, served={"ties": (1,)}).act == "c 20 lyon-ux"

    def test_once_reached_it_is_the_kind_most_behind(self) -> None:
        reached = {"seen": (2,), "ties": (1,)}
        kept = book(objectives=(SEEN, TIES))
        assert act(kept, served=reached).act == "c 20 lyon-ux"
        assert act(kept, did(C, 30, "lyon"), served=reached).act == "m 45 pmi-france"
        assert act(kept, did(C, 30, "lyon"), did(M, 45, "pmi"), served=reached).act == "c 20 lyon-ux"
        assert not is_behind(kept, reached)

    def test_the_group_serves_most_of_what_is_missing(self) -> None:
        both = PMI._replace(objectives=("seen", "ties"))
        kept = book(objectives=(SEEN, TIES._replace(measure=(Goal(Counts.CONTRIBUTIONS, 1),))), groups=(LYON, both))
        assert act(kept).act == "c 20 pmi-france"

    def test_minutes_are_of_the_kind_furthest_behind(self) -> None:
        kept = book(objectives=(TIES._replace(measure=(Goal(Counts.MINUTES, 120),)),))
        assert act(kept, did(C, 30, "lyon")).act == "m 45 pmi-france"

    def test_what_is_asked_for_may_be_one_kind_alone(self) -> None:
        assert act(book(objectives=(SEEN, TIES)), kinds=(M,)).act == "m 45 pmi-france"

    def test_a_group_to_be_watched_is_asked_last(self) -> None:
        watched = LYON._replace(roles=(Role.WATCH,))
        assert next_act(book(groups=(watched, PMI)), None, ()).act == "c 20 pmi-france"


class TestWhoIsNamed:
    def test_somebody_who_is_cooling_with_how_long_ago(self) -> None:
        found = act(book(PAUL), kinds=(M,), seen={"paul-roy": did(M, 45, "pmi", ago=40)})
        assert (found.text, found.act) == (
            "ask Paul Roy, PMI France, for a coffee: last seen 40 days ago",
            "m 45 pmi-france @paul",
        )
        found = act(book(PAUL), kinds=(M,), seen={"paul-roy": did(C, 20, "pmi", ago=40)})
        assert found.text == "ask Paul Roy, PMI France, for a coffee: last in touch 40 days ago"

    def test_for_a_meeting_who_was_not_seen_for_longest(self) -> None:
        paul, lea = PAUL._replace(cadence=60, groups=()), PAUL._replace(id="lea", name="Léa Girard", cadence=60)
        seen = {"paul-roy": did(M, 45, "pmi", ago=40), "lea": did(M, 45, "pmi", ago=31)}
        found = act(book(lea, paul), kinds=(M,), seen=seen)
        assert (found.text, found.act) == (
            "ask Paul Roy, PMI France, for a coffee: last seen 40 days ago",
            "m 45 pmi-france @paul",
        )
        assert act(book(lea, paul), did(C, 60, "lyon"), kinds=(C,), seen=seen).act == "c 20 pmi-france"
        assert act(book(paul), kinds=(M,), seen={"paul-roy": did(M, 45, "pmi", ago=29)}).act == "m 45 pmi-france"

    def test_who_was_never_met_is_named_last(self) -> None:
        new = PAUL._replace(id="lea", name="Léa Girard", since=NOW.date() - timedelta(days=9))
        paul = PAUL._replace(cadence=60)
        seen = {"paul-roy": did(M, 45, "pmi", ago=40)}
        assert act(book(new, paul), kinds=(M,), seen=seen).act == "m 45 pmi-france @paul"
        assert act(book(new), kinds=(M,)).text == "ask Léa Girard, PMI France, for a coffee: not met yet"
        assert act(book(PAUL), kinds=(M,)).text.endswith("for a coffee: not in touch for 16 weeks")
        assert act(book(new), kinds=(C,)).act == "c 20 lyon-ux"

    def test_who_has_moved_on_since_they_were_seen(self) -> None:
        moved = PAUL._replace(formerly=(Formerly("Acme", "buyer", NOW.date() - timedelta(days=5)),))
        found = act(book(moved), kinds=(M,), seen={"paul-roy": did(M, 45, "pmi", ago=20)})
        assert found.text == "ask Paul Roy, PMI France, for a coffee: moved on from buyer, Acme"

    def test_whoever_may_be_going_to_an_event_to_come(self) -> None:
        fair = Appointment("a1", NOW + timedelta(days=6), 90, "the fair", group="pmi", form="event")
        seen = {"paul-roy": did(M, 45, "pmi", ago=20)}
        told = "ask Paul Roy, PMI France, whether they come to “the fair” on Wed 2 Dec"
        assert act(book(PAUL, appointments=(fair,)), kinds=(M,), seen=seen).text == told
        for other in (fair._replace(group="lyon"), fair._replace(start=NOW + timedelta(days=20))):
            assert "the fair" not in act(book(PAUL, appointments=(other,)), kinds=(M,), seen=seen).text

    def test_nobody_who_is_warm_resting_or_met_anyway(self) -> None:
        meeting = Appointment("a1", NOW + timedelta(days=1), 45, people=("paul-roy",))
        cool = {"paul-roy": did(M, 45, "pmi", ago=40)}
        for kept, seen in (
            (book(PAUL), {"paul-roy": did(M, 45, "pmi", ago=20)}),
            (book(PAUL._replace(dormant=True)), cool),
            (book(PAUL, appointments=(meeting,)), cool),
            (book(PAUL._replace(groups=("lyon",))), {}),
        ):
            assert act(kept, kinds=(M,), seen=seen).text == "meet someone of PMI France, 45 min"

    def test_who_is_owed_is_sent_it_and_asked_for_nothing(self) -> None:
        marie = Person("marie", "Marie Dupont", groups=("pmi",))
        kept = book(marie, groups=(PMI,), steps=(owes(marie, "the deck"),))
        found = act(kept, kinds=(C,), seen={"marie": did(M, 45, "pmi", ago=90)})
        assert (found.text, found.act) == (
            "send Marie Dupont, PMI France, what you promised: the deck",
            "c 20 pmi-france @marie",
        )
        found = act(kept, kinds=(M,), seen={"marie": did(M, 45, "pmi", ago=90)})
        assert found.text == "send Marie Dupont, PMI France, what you promised (the deck), then propose a coffee"
        assert found.act == "c 20 pmi-france @marie"

    def test_a_meeting_is_for_who_cools_before_any_debt(self) -> None:
        marie = Person("marie", "Marie Dupont", groups=("pmi",))
        found = act(
            book(marie, PAUL, steps=(owes(marie, "the deck"),)),
            kinds=(M,),
            seen={"paul-roy": did(M, 45, "pmi", ago=40)},
        )
        assert "Paul Roy" in found.text

    def test_what_they_promised_and_what_comes_next(self) -> None:
        kept = book(PAUL, steps=(owes(PAUL, "the intro", Owed.THEIRS),))
        assert act(kept, kinds=(M,)).text == (
            "ask Paul Roy, PMI France, for a coffee, and about what was promised: the intro"
        )
        kept = book(PAUL, steps=(owes(PAUL, "ask about the job", None, days=2),))
        assert act(kept, kinds=(M,)).text == "ask Paul Roy, PMI France, for a coffee: “ask about the job”"
        kept = book(PAUL, steps=(owes(PAUL, "ask about the job", None, days=30),))
        assert act(kept, kinds=(M,)).text == "meet someone of PMI France, 45 min"

    @pytest.mark.parametrize(
        ("since", "why"),
        [
            (date(2026, 11, 1), "decision-maker, not met yet"),
            (date(2025, 11, 1), "decision-maker, not in touch for 16 weeks"),
            (None, "decision-maker, not in touch for 16 weeks"),
        ],
    )
    def test_somebody_wanted_as_known(self, since: date | None, why: str) -> None:
        wanted = PAUL._replace(circle=Circle.DECISION_MAKER, since=since)
        assert act(book(wanted), kinds=(M,)).text == f"ask Paul Roy, PMI France, for a coffee: {why}"

    def test_a_first_name_that_two_have_is_not_enough(self) -> None:
        kept = book(PAUL, Person("paul-morel", "Paul Morel"))
        assert act(kept, kinds=(M,), seen={"paul-roy": did(M, 45, "pmi", ago=40)}).act == "m 45 pmi-france @paul-roy"

    def test_who_is_met_in_a_group_is_of_it(self) -> None:
        kept = book(PAUL._replace(groups=()))
        assert "Paul Roy" in act(kept, kinds=(M,), seen={"paul-roy": did(M, 45, "pmi", ago=40)}).text

    def test_nobody_is_asked_about_where_nobody_is_known(self) -> None:
        def never() -> Mapping[str, Stretch]:
            raise AssertionError

        assert next_act(book(), PLAN, (), HANDS, Known(NOW, {}, never)).act


READ_ONLY = Plan({"lyon": Split(watching=60)})


def test_a_plan_of_reading_alone_asks_for_no_act_where_it_has_none() -> None:
    reading = book(groups=[LYON])
    assert next_act(reading, READ_ONLY, ()) == Advice("leave the rest of the reading for next week")
    knowing = book(PAUL, groups=[LYON])
    assert next_act(knowing, READ_ONLY, ()) == Advice("write to one person you have met, 20 min")


def test_beside_a_plan_of_reading_a_late_objective_is_served_still() -> None:
    behind = book(objectives=[SEEN], groups=[LYON])
    assert next_act(behind, READ_ONLY, (), known=Known(NOW)).act == "c 20 lyon-ux"
    watch = LYON._replace(roles=(Role.WATCH,))
    only_watched = book(objectives=[SEEN], groups=[watch])
    assert next_act(only_watched, READ_ONLY, (), known=Known(NOW)).act == ""


def test_of_a_book_that_cannot_be_read_nothing_is_advised() -> None:
    assert next_act(UnreadBook({}, {}, {}), READ_ONLY, ()) == Advice("") == next_act(UnreadBook({}, {}, {}), None, ())
