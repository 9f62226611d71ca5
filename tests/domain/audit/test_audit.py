"""The audit: all groups in figures, the verdicts they propose, the looks that are due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from planner.domain.audit.audit import Audit, audit, look_due
from planner.domain.audit.dispersion import dispersion, dispersion_words
from planner.domain.audit.figures import all_figures, figures
from planner.domain.audit.verdicts import proposed
from planner.domain.audit.words import beside_reality
from planner.domain.book import Book
from planner.domain.budget.budget import Reality
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Objective, Pursuit
from planner.domain.record import WeekRecord
from planner.domain.review import Verdict
from planner.domain.settings import USUAL_WEEK
from planner.domain.week import Week

LAST = Week(2026, 48)
TODAY = date(2026, 11, 26)
LYON = Group("lyon", "lyon-ux", "Lyon UX", upkeep=60, objectives=("seen",), rank=2)
PMI = Group("pmi", "pmi", "PMI France", upkeep=45, rank=1)
OLD = Group("old", "old", "Old club", Standing.LEFT, upkeep=500)
NEW = Group("new", "new", "New club", Standing.CANDIDATE, upkeep=30)
SEEN = Objective("seen", "Be seen")
BOOK = Book({"seen": SEEN}, {group.id: group for group in (OLD, LYON, NEW, PMI)}, {})


def entry(back: int, day: int, minutes: int, kind: Kind, group: Group = LYON, **more: object) -> Entry:
    """An entry so many weeks before the last one, on a day of that week (0 is Monday)."""
    start = datetime.combine(LAST.plus(-back).days[day], time(12), UTC)
    return Entry(f"{back}{day}{kind}", start, minutes, kind, group.id)._replace(**more)  # type: ignore[arg-type]


def records(*entries: Entry, weeks: int = 8) -> list[WeekRecord]:
    span = [LAST.plus(-back) for back in reversed(range(weeks))]
    return [WeekRecord(week, None, tuple(each for each in entries if each.week == week)) for week in span]


def audited(*entries: Entry, taken: dict[str, Verdict] | None = None) -> Audit:
    return audit(records(*entries), BOOK, taken or {}, 60, TODAY)


def test_selected_groups_come_first_in_her_order_and_left_ones_last() -> None:
    assert [row.group.id for row in audited().rows] == ["pmi", "lyon", "new", "old"]


def test_the_reality_check_leaves_out_what_she_has_left() -> None:
    assert audited().reality == (135, 60, 2.2, 3, 0, True)


def test_what_a_contribution_and_a_person_took_counts_all_minutes() -> None:
    row = figures(
        LYON,
        records(
            entry(3, 1, 30, Kind.CONTRIBUTION, echo=Echo((("reply", 2),))),
            entry(2, 1, 30, Kind.CONTRIBUTION),
            entry(1, 2, 60, Kind.MEETING, people=("marie", "paul")),
            entry(0, 0, 45, Kind.WATCHING),
        ),
    )
    assert (row.contributions, row.people, row.echoes) == (2, 2, 2)
    assert (row.a_contribution, row.a_person) == (82, 82)
    assert figures(PMI, records()).a_contribution is None and figures(PMI, records()).a_person is None


def test_a_day_was_only_read_when_nothing_was_given_or_met_on_it() -> None:
    row = figures(
        LYON,
        records(
            entry(1, 0, 20, Kind.WATCHING),
            entry(0, 1, 20, Kind.WATCHING),
            entry(0, 1, 20, Kind.CONTRIBUTION),
        ),
    )
    assert row.last_only_read == LAST.plus(-1).days[0]
    assert row.last_watched == row.last_gave == LAST.days[1]


def test_all_groups_at_once_have_the_figures_of_each_alone() -> None:
    some = records(entry(0, 0, 20, Kind.WATCHING), entry(1, 0, 30, Kind.MEETING, PMI, people=("paul",)))
    assert list(all_figures([LYON, PMI], some)) == [figures(LYON, some), figures(PMI, some)]


def test_a_verdict_that_was_taken_is_no_longer_asked_for() -> None:
    read = [entry(back, 0, 20, Kind.WATCHING) for back in range(3)]
    before, after = audited(*read).rows[1], audited(*read, taken={"lyon": Verdict.PARK}).rows[1]
    assert before.proposal.verdict is Verdict.CONTRIBUTE and before.open
    assert after.taken is Verdict.PARK and not after.open


def test_what_is_left_is_asked_for_nothing() -> None:
    row = audited().rows[-1]
    assert row.group is OLD and not row.look_due and row.proposal.verdict is None and not row.open


def test_a_look_is_due_after_three_months_and_before_the_first() -> None:
    assert look_due(LYON, TODAY)
    assert look_due(LYON._replace(next_look=TODAY), TODAY)
    assert not look_due(LYON._replace(next_look=TODAY + timedelta(days=1)), TODAY)


def test_what_is_there_to_be_read_becomes_a_feed_and_a_feed_stays_one() -> None:
    def verdict(group: Group) -> Verdict | None:
        return proposed(
            figures(group, records(*(entry(back, 0, 20, Kind.WATCHING, group) for back in range(3))))
        ).verdict

    assert verdict(LYON._replace(roles=(Role.WATCH,))) is Verdict.FEED
    assert verdict(LYON._replace(nature=Nature.COMPANY)) is Verdict.FEED
    assert verdict(LYON._replace(nature=Nature.FEED)) is Verdict.KEEP
    assert verdict(LYON) is Verdict.CONTRIBUTE


class TestDispersion:
    def test_groups_and_minutes_without_aim_are_counted(self) -> None:
        found = dispersion(BOOK, [entry(0, 0, 30, Kind.MEETING, objectives=("seen",)), entry(0, 1, 60, Kind.WATCHING)])
        assert (found.active, found.groups, found.aimless, found.minutes, found.share) == (1, (PMI,), 60, 90, 0.667)
        assert dispersion_words(found) == (
            "1 selected group serves no objective: PMI France.",
            "1h of 1h30 logged served no objective (67 %).",
        )

    def test_what_nobody_confirmed_counts_nowhere(self) -> None:
        assert dispersion(BOOK, [entry(0, 0, 30, Kind.WATCHING, confirmed=False)]).minutes == 0

    def test_an_entry_for_a_dropped_objective_serves_none(self) -> None:
        book = BOOK._replace(objectives={"seen": SEEN._replace(pursuit=Pursuit.DROPPED)})
        found = dispersion(book, [entry(0, 0, 30, Kind.MEETING, objectives=("seen",))])
        assert found.aimless == 30
        assert dispersion_words(found) == ("No objective is active, so nothing can serve one.",)

    def test_a_fourth_objective_is_warned_about(self) -> None:
        four = {str(n): Objective(str(n), str(n)) for n in range(4)}
        assert dispersion_words(dispersion(Book(four, {}, {}), [])) == (
            "4 objectives are active; more than 3 at a time pull in different directions.",
        )


def test_the_figures_are_minutes_by_kind() -> None:
    row = audited(entry(0, 0, 20, Kind.WATCHING), entry(7, 0, 30, Kind.CONTRIBUTION)).rows[1]
    assert row.figures.minutes == Split(30, 0, 20)


def test_minutes_not_said_are_those_of_her_last_plan() -> None:
    usual = Reality(480, USUAL_WEEK, 2.0, 2, said=False)
    assert beside_reality(usual) == "2 times the 4h proposed"
    planned = usual._replace(available=1380)
    assert beside_reality(planned) == "within the 23h of your last plan"
    assert beside_reality(planned._replace(needed=2760)) == "2 times the 23h of your last plan"
    assert beside_reality(planned._replace(unknown=2)) == "no group was looked at yet; your last plan has 23h"


def test_what_the_groups_take_stands_beside_the_minutes_that_she_said() -> None:
    said = Reality(480, 240, 2.0, 2)
    assert beside_reality(said) == "2 times the 4h you have"
    assert beside_reality(said, short=True) == "2 times your 4h"
    assert beside_reality(said._replace(needed=240)) == "within the 4h you have"
    assert beside_reality(said._replace(needed=240), short=True) == "within your 4h"
    assert beside_reality(said._replace(unknown=1)).startswith("2 times your 4h; ")
    assert beside_reality(said._replace(unknown=2)) == "no group was looked at yet; you have 4h a week"
    proposed = said._replace(available=USUAL_WEEK, said=False)
    assert beside_reality(proposed._replace(needed=200)) == "within the 4h proposed"
    assert beside_reality(proposed._replace(unknown=2)) == "no group was looked at yet; 4h a week proposed"
