"""A tie comes from the log alone: its stage and warmth, and the evidence for them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.kinds import Kind
from planner.domain.people.tie import WINDOW, Stage, Tie, Warmth, tie_of
from planner.domain.people.tie_words import evidence, standing_words
from planner.domain.person import Person
from planner.domain.trace import Contact
from tests.domain.contacts import TODAY, contact, contacts

MARIE = Person("marie", "Marie Dupont")


def tie(text: str, **fields: object) -> Tie:
    return tie_of(MARIE._replace(**fields), contacts(text), TODAY)  # type: ignore[arg-type]


# Stages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "stage"),
    [
        ("", Stage.SPOTTED),
        ("w9 w5", Stage.SPOTTED),
        ("c400", Stage.IN_TOUCH),
        ("c9 c8 c7 c6 c5", Stage.IN_TOUCH),
        ("m400", Stage.MET),
        ("c20 m10 c5", Stage.MET),
        ("m10 m9", Stage.TIED),
        ("m10 c9 c8 c7", Stage.TIED),
        ("c30 m20 c10 c5", Stage.TIED),
        ("c30 c20 c10 m5", Stage.TIED),
        ("w4 m3 w2 w1", Stage.MET),
    ],
)
def test_meetings_make_the_stage_and_watching_does_not(log: str, stage: Stage) -> None:
    assert tie(log).stage is stage


@pytest.mark.parametrize(
    ("log", "stage"),
    [
        ("m185 m5", Stage.TIED),
        ("m186 m5", Stage.MET),
        ("m185 c100 c50 c5", Stage.TIED),
        ("m186 c100 c50 c5", Stage.MET),
        ("c186 c100 m50 c5", Stage.MET),
        ("c186 c180 c100 m50 c5", Stage.TIED),
        ("m400 m190 c150 c100 c50", Stage.TIED),
    ],
)
def test_what_makes_a_tie_happens_within_180_days(log: str, stage: Stage) -> None:
    assert tie(log).stage is stage


def test_once_tied_stays_tied_and_only_cools() -> None:
    old = tie("m3000 m2990")
    assert (old.stage, old.warmth) == (Stage.TIED, Warmth.COLD)


def test_a_tie_needs_two_days() -> None:
    noon, evening = contact("m", 5), contact("m", 5, start=contact("m", 5).start + timedelta(hours=6))
    assert tie_of(MARIE, [noon, evening], TODAY).stage is Stage.MET
    assert tie_of(MARIE, [noon, evening], TODAY).meetings.times == 2


def test_a_meeting_logged_twice_is_one() -> None:
    found = tie_of(MARIE, [contact("m", 5), contact("m", 5, minutes=20)], TODAY)
    assert (found.stage, found.meetings.times, found.meetings.minutes) == (Stage.MET, 1, 30)


def test_the_contacts_that_made_the_stage_say_why_and_since_when() -> None:
    made = tie("m400 c90 c80 m70 c60 c50 m1")
    assert [each.entry for each in made.made_by] == ["c90", "c80", "m70", "c60"]
    assert made.since == TODAY - timedelta(days=60)
    assert [each.entry for each in tie("c9 c8").made_by] == ["c9"]
    assert [each.entry for each in tie("c9 m8 c7").made_by] == ["m8"]
    assert tie("w3").made_by == ()


def test_stages_compare() -> None:
    assert Stage.SPOTTED < Stage.IN_TOUCH < Stage.MET < Stage.TIED
    assert [stage.word for stage in Stage] == ["spotted", "in touch", "met", "tied"]


# Warmth --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "cadence", "warmth"),
    [
        ("m59", 60, Warmth.WARM),
        ("m60", 60, Warmth.COOLING),
        ("m119", 60, Warmth.COOLING),
        ("m120", 60, Warmth.COLD),
        ("m120 c10", 60, Warmth.WARM),
        ("m120 w10", 60, Warmth.COLD),
        ("c1", 1, Warmth.COOLING),
        ("c0", 1, Warmth.WARM),
        ("m700", 365, Warmth.COOLING),
    ],
)
def test_a_tie_cools_at_its_cadence_and_then_is_cold(log: str, cadence: int, warmth: Warmth) -> None:
    assert tie(log, cadence=cadence).warmth is warmth


def test_who_was_only_spotted_has_no_warmth() -> None:
    assert tie("").warmth is None and tie("w100").warmth is None and tie("").overdue == 0


def test_a_tie_at_rest_neither_cools_nor_is_cold_and_keeps_evidence() -> None:
    resting = tie("m400 m390", dormant=True)
    assert (resting.stage, resting.warmth, resting.resting) == (Stage.TIED, None, True)
    assert resting.meetings.times == 2 and resting.days == 390 and resting.overdue == 0
    assert "resting" in standing_words(resting)
    assert tie("m400 m390").warmth is Warmth.COLD


def test_what_was_tomorrow_where_it_was_logged_was_today() -> None:
    assert tie_of(MARIE, [contact("m", -1)], TODAY).days == 0


# Evidence ------------------------------------------------------------------------------------------------------


def test_the_evidence_counts_both_directions() -> None:
    found = tie_of(MARIE, [contact("c", 50), contact("m", 20), contact("c", 10, echoed=True, minutes=20)], TODAY)
    assert (found.exchanges.times, found.exchanges.minutes, found.meetings.times) == (2, 50, 1)
    assert found.exchanges.first and found.exchanges.first.entry == "c50"
    assert found.exchanges.last and found.exchanges.last.entry == "c10"
    assert (found.echoes, found.both_ways, found.days) == (1, True, 10)
    assert not tie("c5 m4").both_ways


def test_an_echo_to_reading_is_no_evidence() -> None:
    assert tie_of(MARIE, [contact("c", 5), contact("w", 3, echoed=True)], TODAY).echoes == 0


def test_the_evidence_is_said_in_words() -> None:
    made = tie_of(MARIE, [*contacts("m340 c90"), contact("m", 70, echoed=True), *contacts("c60 c50")], TODAY)
    assert standing_words(made) == "tied, warm: last contact 50 days ago, cooling after 60 days, cold after 120"
    assert evidence(made, TODAY) == (
        "tied since Wed 7 Oct: exchange on Fri 28 Aug, met on Thu 17 Sep, exchange on Sun 27 Sep and "
        "exchange on Wed 7 Oct",
        "2 meetings, 1h, from Sun 21 Dec 2025 to Thu 17 Sep",
        "3 exchanges, 1h30, from Fri 28 Aug to Wed 7 Oct",
        "Something came back once",
    )
    assert standing_words(tie("")) == "spotted: no exchange or meeting yet" and evidence(tie(""), TODAY) == ()


# Laws ----------------------------------------------------------------------------------------------------------

LOGS = st.lists(st.tuples(st.sampled_from("cmw"), st.integers(0, 500)), max_size=12).map(
    lambda some: [contact(letter, ago) for letter, ago in sorted(some, key=lambda each: -each[1])]
)


@given(LOGS, st.integers(0, 12))
def test_another_contact_never_lowers_a_stage(log: list[Contact], cut: int) -> None:
    assert tie_of(MARIE, log[:cut], TODAY).stage <= tie_of(MARIE, log, TODAY).stage


@given(LOGS)
def test_reading_changes_nothing(log: list[Contact]) -> None:
    hands = [each for each in log if each.kind is not Kind.WATCHING]
    assert tie_of(MARIE, log, TODAY) == tie_of(MARIE, hands, TODAY)


@given(LOGS)
def test_a_tie_is_what_any_window_says(log: list[Contact]) -> None:
    """The rule, asked the slow way: of every window that ends with a contact."""

    def ties(last: int) -> bool:
        seen = [each for each in log[: last + 1] if (log[last].day - each.day).days <= WINDOW]
        met = len({each.day for each in seen if each.kind is Kind.MEETING})  # all begin at one hour: a day has one
        given_ = len({each.day for each in seen if each.kind is Kind.CONTRIBUTION})
        return met >= 2 or (met >= 1 and given_ >= 3)

    assert (tie_of(MARIE, log, TODAY).stage is Stage.TIED) == any(ties(last) for last in range(len(log)))


# Working together ----------------------------------------------------------------------------------------------


def worked(text: str, *days: int) -> Tie:
    """The tie of a log in which they worked together on some days (ago) of its contributions."""
    known = [
        each._replace(form="together") if each.kind is Kind.CONTRIBUTION and (TODAY - each.day).days in days else each
        for each in contacts(text)
    ]
    return tie_of(MARIE, known, TODAY)


@pytest.mark.parametrize(
    ("log", "days", "stage"),
    [
        ("c9", (9,), Stage.IN_TOUCH),
        ("c9 c5", (9, 5), Stage.TIED),
        ("c9 c5", (9,), Stage.IN_TOUCH),
        ("m9 c5", (5,), Stage.TIED),
        ("c9 m5", (9,), Stage.TIED),
        ("m9 c9", (9,), Stage.MET),
        ("c9 c8 c7 c5", (5,), Stage.TIED),
        ("c190 c5", (190, 5), Stage.IN_TOUCH),
    ],
)
def test_working_together_binds_as_a_meeting_does(log: str, days: tuple[int, ...], stage: Stage) -> None:
    assert worked(log, *days).stage is stage


def test_working_together_is_told_as_evidence() -> None:
    made, meetings, exchanges, together = evidence(worked("m9 c5", 5), TODAY)
    assert made == "tied since Sat 21 Nov: met on Tue 17 Nov and worked together on Sat 21 Nov"
    assert (meetings, exchanges) == ("1 meeting, 30 min, on Tue 17 Nov", "1 exchange, 30 min, on Sat 21 Nov")
    assert together == "Worked together once, 30 min, on Sat 21 Nov"
