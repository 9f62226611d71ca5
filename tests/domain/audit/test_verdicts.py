"""Eight weeks in figures, and the verdict they propose."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from planner.domain.audit.figures import figures
from planner.domain.audit.verdicts import Proposal, proposed
from planner.domain.audit.words import figures_words
from planner.domain.brought import Brought
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.review import Verdict
from planner.domain.week import Week

LAST = Week(2026, 48)
LYON = Group("lyon", "lyon-ux", "Lyon UX", worth=1)
ELSEWHERE = Group("pmi", "pmi", "PMI France")


def entry(back: int, minutes: int, kind: Kind, group: Group = LYON, *people: str, confirmed: bool = True) -> Entry:
    """An entry on the Wednesday so many weeks before the last one."""
    start = datetime.combine(LAST.plus(-back).days[2], time(12), UTC)
    return Entry("", start, minutes, kind, group.id, people=people, confirmed=confirmed)


def eight_weeks(*entries: Entry, plan: Split | None = None, planned_weeks: int = 8) -> list[WeekRecord]:
    """Eight records that end with the last week; ``plan`` is Lyon UX's line in the latest of them."""
    return [
        WeekRecord(
            LAST.plus(-back),
            Plan({LYON.id: plan}) if plan is not None and back < planned_weeks else None,
            tuple(each for each in entries if each.week == LAST.plus(-back)),
        )
        for back in reversed(range(8))
    ]


def busy_elsewhere() -> Entry:
    """She was already at it eight weeks ago."""
    return entry(7, 20, Kind.CONTRIBUTION, ELSEWHERE)


def verdict(records: list[WeekRecord], group: Group = LYON) -> Proposal:
    return proposed(figures(group, records))


def test_figures_add_up_a_groups_confirmed_entries_and_plans() -> None:
    told = figures(
        LYON,
        eight_weeks(
            entry(7, 20, Kind.CONTRIBUTION),
            entry(3, 60, Kind.MEETING, LYON, "marie", "paul"),
            entry(2, 45, Kind.MEETING, LYON, "marie"),
            entry(1, 30, Kind.WATCHING),
            entry(0, 480, Kind.WATCHING, confirmed=False),
            entry(0, 99, Kind.CONTRIBUTION, ELSEWHERE),
            plan=Split(20, 45, 15),
            planned_weeks=3,
        ),
    )
    assert told.minutes == Split(20, 105, 30)
    assert told.planned == Split(60, 135, 45)
    assert (told.contributions, told.meetings, told.people) == (1, 2, 2)
    assert (told.last_hands, told.last_watched) == (date(2026, 11, 11), date(2026, 11, 18))
    assert (told.goals, told.reached, told.over, told.read_only) == (3, 0, 15, 1)


def test_a_meeting_logged_again_meanwhile_is_no_second_meeting() -> None:
    first = entry(0, 60, Kind.MEETING, LYON, "marie")._replace(timed=True)
    again = first._replace(id="again", start=first.start + timedelta(minutes=10))
    told = figures(LYON, eight_weeks(first, again))
    assert (told.meetings, sum(told.held), told.minutes.meeting) == (1, 1, 70)


def test_a_beginner_is_judged_on_the_weeks_since_she_began() -> None:
    assert figures(LYON, eight_weeks(entry(1, 20, Kind.MEETING, ELSEWHERE))).weeks == 2
    assert figures(LYON, eight_weeks()).weeks == 1
    assert verdict(eight_weeks(entry(1, 20, Kind.MEETING, ELSEWHERE))).verdict is Verdict.KEEP


def test_a_group_is_judged_on_weeks_since_it_came_or_was_used() -> None:
    came = LYON._replace(added=LAST.plus(-2).monday)
    assert figures(came, eight_weeks(busy_elsewhere())).weeks == 3
    assert figures(came, eight_weeks(busy_elsewhere(), entry(5, 20, Kind.WATCHING))).weeks == 6
    just_come = LYON._replace(added=LAST.sunday)
    told = verdict(eight_weeks(busy_elsewhere()), just_come)
    assert (told.verdict, told.reasons) == (None, ("no record yet",))
    assert verdict(eight_weeks(busy_elsewhere()), came).reasons == ("nothing done there in 3 weeks",)


def test_nothing_at_all_for_eight_weeks_proposes_to_park() -> None:
    assert verdict(eight_weeks(busy_elsewhere(), plan=Split(10))) == (
        Verdict.PARK,
        ("1h20 planned in 8 weeks, nothing done",),
    )


def test_a_group_that_was_never_planned_is_said_to_be_so() -> None:
    assert verdict(eight_weeks(busy_elsewhere())).reasons == ("nothing planned and nothing done in 8 weeks",)


def test_what_is_parked_already_is_not_parked_again() -> None:
    parked = LYON._replace(standing=Standing.PARKED)
    assert verdict(eight_weeks(busy_elsewhere()), parked).verdict is None


def test_one_parked_or_candidate_without_worth_or_joy_may_leave() -> None:
    for standing in (Standing.PARKED, Standing.CANDIDATE):
        dull = LYON._replace(standing=standing, worth=0, fit=Fit(1, 1), next_look=date(2027, 1, 1))
        words = "worth 0, and nothing given or met in 8 weeks"
        assert verdict(eight_weeks(busy_elsewhere()), dull) == (Verdict.LEAVE, (words,))
        both = verdict(eight_weeks(busy_elsewhere()), dull._replace(joy=0))
        assert both.reasons == ("worth 0, joy 0, and nothing given or met in 8 weeks",)
        assert verdict(eight_weeks(busy_elsewhere()), dull._replace(joy=1)).verdict is None
        assert verdict(eight_weeks(busy_elsewhere(), entry(0, 5, Kind.MEETING)), dull).verdict is Verdict.KEEP


def test_a_candidate_not_yet_looked_at_or_that_suits_her_may_wait() -> None:
    fresh = LYON._replace(standing=Standing.CANDIDATE, worth=0)
    looked_at = fresh._replace(next_look=date(2027, 1, 1))
    for group in (fresh, looked_at._replace(fit=Fit(3, 2))):
        told = verdict(eight_weeks(busy_elsewhere()), group)
        assert (told.verdict, told.word, told.reasons) == (None, "no record", ("no record yet",))


def test_nothing_is_proposed_for_a_group_that_she_has_left() -> None:
    told = verdict(read_for(8), LYON._replace(standing=Standing.LEFT))
    assert (told.verdict, told.word, told.reasons) == (None, "–", ())


def test_reading_is_over_only_where_the_week_passed_its_cap() -> None:
    room = eight_weeks(entry(0, 120, Kind.WATCHING), entry(0, 20, Kind.CONTRIBUTION), plan=Split(60))
    wide = [week._replace(plan=week.plan._replace(shared=240)) if week.plan else week for week in room]
    assert verdict(wide).verdict is Verdict.KEEP


def test_watching_where_none_was_planned_is_said_so() -> None:
    over = eight_weeks(entry(0, 120, Kind.WATCHING), entry(0, 20, Kind.CONTRIBUTION), plan=Split(60))
    assert verdict(over) == (
        Verdict.LESS,
        ("2h of its reading is past the cap of 1 week", "1 contribution and 2h watched in 8 weeks"),
    )


def read_for(weeks: int, *more: Entry) -> list[WeekRecord]:
    return eight_weeks(*(entry(back, 10, Kind.WATCHING) for back in range(weeks)), *more)


def test_three_weeks_of_reading_alone_propose_to_contribute() -> None:
    assert verdict(read_for(2)).verdict is Verdict.KEEP
    assert verdict(read_for(3)) == (
        Verdict.CONTRIBUTE,
        ("only read in 3 weeks; nothing given or met there", "30 min watched in 3 weeks"),
    )


def test_only_read_names_the_day_a_hand_was_last_put_to_it() -> None:
    reasons = verdict(read_for(3, entry(5, 20, Kind.MEETING))).reasons
    assert reasons[0] == "only read in 3 weeks; last given or met on Wed 21 Oct"


def test_a_hand_put_to_it_this_week_ends_the_reading_alone() -> None:
    assert verdict(read_for(8, entry(0, 20, Kind.CONTRIBUTION))).verdict is Verdict.KEEP


def test_what_is_for_reading_and_only_read_proposes_a_feed() -> None:
    for group in (LYON._replace(roles=(Role.WATCH,)), LYON._replace(nature=Nature.COMPANY)):
        assert verdict(read_for(3), group).verdict is Verdict.FEED


def read_beside_a_cap_of_eighty(watched: int) -> list[WeekRecord]:
    done = entry(0, watched, Kind.WATCHING), entry(0, 20, Kind.CONTRIBUTION)
    return eight_weeks(*done, plan=Split(20, 0, 80), planned_weeks=1)


def test_reading_more_than_a_quarter_past_its_cap_proposes_less() -> None:
    assert verdict(read_beside_a_cap_of_eighty(100)).verdict is Verdict.KEEP
    assert verdict(read_beside_a_cap_of_eighty(101)) == (
        Verdict.LESS,
        ("21 min of its reading is past the cap of 1 week", "1 contribution and 1h41 watched in 1 week"),
    )


def test_one_sitting_past_the_cap_is_no_reason() -> None:
    records = eight_weeks(entry(0, 15, Kind.WATCHING), entry(0, 20, Kind.CONTRIBUTION), plan=Split(20), planned_weeks=1)
    assert verdict(records).verdict is Verdict.KEEP


def test_reading_in_a_week_without_a_plan_is_past_no_cap() -> None:
    assert figures(LYON, eight_weeks(entry(0, 120, Kind.WATCHING))).over == 0


def test_reached_goals_and_people_met_propose_more() -> None:
    reached = (entry(0, 20, Kind.CONTRIBUTION), entry(0, 45, Kind.MEETING, LYON, "marie"))
    assert verdict(eight_weeks(*reached, plan=Split(20, 45), planned_weeks=2)) == (
        Verdict.MORE,
        (
            "goals reached in 1 of 2 planned weeks, 1 person met",
            "1 contribution and 1 meeting with 1 person in 2 weeks",
        ),
    )
    assert verdict(eight_weeks(*reached, plan=Split(20, 45), planned_weeks=3)).verdict is Verdict.KEEP


def test_goals_reached_without_people_are_no_reason_for_more() -> None:
    records = eight_weeks(entry(0, 45, Kind.MEETING), plan=Split(meeting=45), planned_weeks=1)
    assert verdict(records) == (Verdict.KEEP, ("1 meeting in 1 week",))


def test_nothing_done_yet_is_said_as_it_is() -> None:
    assert verdict(eight_weeks()) == (Verdict.KEEP, ("nothing done there in 1 week",))


def test_weeks_apart_are_counted_as_weeks_not_as_records() -> None:
    first, *_, last = eight_weeks(busy_elsewhere(), entry(0, 5, Kind.MEETING))
    assert figures(LYON, [first, last]).weeks == (last.week.monday - first.week.monday) / timedelta(weeks=1) + 1


def test_a_meeting_within_a_longer_one_elsewhere_is_a_record() -> None:
    long = entry(0, 120, Kind.MEETING, ELSEWHERE)._replace(timed=True)
    short = entry(0, 30, Kind.MEETING, LYON, "ida")._replace(timed=True, start=long.start + timedelta(minutes=30))
    newcomer = LYON._replace(added=LAST.monday)
    told = figures(newcomer, eight_weeks(long, short))
    assert (told.minutes.total, told.meetings, told.people, told.is_silent) == (0, 1, 1, False)
    assert proposed(told) == Proposal(Verdict.KEEP, ("1 meeting with 1 person in 1 week",))
    assert figures_words(told, LAST.sunday) == "no time of its own in 1 week; no contribution, 1 person met"
    silent = figures(newcomer, eight_weeks(long))
    assert figures_words(silent, LAST.sunday) == "nothing logged there yet"
    assert figures_words(silent, LAST.plus(1).monday) == "nothing logged there in 1 week"


SEEN = LYON._replace(roles=(Role.VISIBILITY,))
NOTHING, REPLIES = Echo(), Echo((("reply", 2),))


def posts(*echoes: Echo | None) -> list[WeekRecord]:
    """A contribution a week with what came back of it, the last of them in the last week."""
    return eight_weeks(*(entry(n, 20, Kind.CONTRIBUTION)._replace(echo=echo) for n, echo in enumerate(echoes)))


def test_a_group_for_visibility_is_judged_by_what_came_back() -> None:
    heard = verdict(posts(REPLIES, NOTHING, REPLIES, None), SEEN)
    assert (heard.verdict, heard.reasons[0]) == (Verdict.MORE, "something came back of 2 of 3 contributions")
    unheard = verdict(posts(*[NOTHING] * 5), SEEN)
    assert unheard.verdict is Verdict.PARK
    assert unheard.reasons[0] == "nothing came back of the 5 contributions that you were asked about"
    assert verdict(posts(*[NOTHING] * 5)).verdict is verdict(posts(*[REPLIES] * 5)).verdict is Verdict.KEEP


def test_what_nobody_asked_about_is_no_silence() -> None:
    assert verdict(posts(*[None] * 8), SEEN).verdict is Verdict.KEEP
    assert verdict(posts(*[NOTHING] * 4, *[None] * 4), SEEN).verdict is Verdict.KEEP
    told = figures(SEEN, posts(REPLIES, None, NOTHING, None))
    assert (told.echoes, told.echoes_a_contribution, told.echoes_an_hour) == (2, 1.0, 3.0)
    assert figures(SEEN, posts(None)).echoes_an_hour is None


def test_a_verdict_quotes_what_was_brought_and_both_joys() -> None:
    group = LYON._replace(joy=3, brought=(Brought(LAST.monday, "a lead"),))
    reasons = verdict(eight_weeks(entry(0, 45, Kind.MEETING)._replace(joy=1)), group).reasons
    assert reasons[1:] == ("brought: a lead (23 November 2026)", "joy 1 lately, 3 at the first look")


def test_what_reading_gave_is_brought_and_no_echo() -> None:
    read = entry(0, 30, Kind.WATCHING)._replace(echo=Echo(text="office hours"))
    name = entry(1, 30, Kind.WATCHING)._replace(echo=Echo(people=("paul",)))
    told = figures(LYON, eight_weeks(read, name))
    assert told.echoes == 0 and [line.text for line in told.brought] == ["1 name", "office hours"]
    waits = LYON._replace(standing=Standing.PARKED, worth=None)
    assert verdict(eight_weeks(busy_elsewhere(), read), waits).verdict is not Verdict.LEAVE


def test_a_group_known_to_lead_nowhere_is_parked() -> None:
    nothing = Echo(at=datetime(2026, 11, 1, tzinfo=UTC))
    elsewhere = busy_elsewhere()._replace(objectives=("seen",))
    given = [entry(back, 20, Kind.CONTRIBUTION)._replace(echo=nothing) for back in (5, 2)]
    idle = LYON._replace(joy=None)
    parked = verdict(eight_weeks(elsewhere, *given), idle)
    assert parked.verdict is Verdict.PARK
    assert parked.reasons[0] == "40 min in 8 weeks served no objective; nobody was met, nothing came back"
    nameless = entry(3, 45, Kind.MEETING)
    assert verdict(eight_weeks(elsewhere, *given, nameless), idle).verdict is Verdict.KEEP, "somebody was met"
    assert "met, nobody named" in figures_words(figures(idle, eight_weeks(nameless)), LAST.sunday)
    unasked = [given[0], given[1]._replace(echo=None)]
    assert verdict(eight_weeks(elsewhere, *unasked), idle).verdict is Verdict.KEEP, "unknown is not zero"
    assert verdict(eight_weeks(busy_elsewhere(), *given), idle).verdict is Verdict.KEEP, "nothing serves any"
    assert verdict(eight_weeks(elsewhere, *given), LYON._replace(joy=2)).verdict is Verdict.KEEP


def test_what_came_back_speaks_for_more_as_people_do_and_is_told() -> None:
    replied = Echo((("reply", 3),), at=datetime(2026, 11, 27, tzinfo=UTC))
    given = entry(0, 30, Kind.CONTRIBUTION)._replace(echo=replied, objectives=("seen",))
    more = verdict(eight_weeks(given, plan=Split(20, 0, 0), planned_weeks=1))
    assert more == Proposal(
        Verdict.MORE,
        (
            "goals reached in 1 of 1 planned week, 3 came back",
            "1 contribution in 1 week",
            "3 came back, 30 min served an objective",
        ),
    )
