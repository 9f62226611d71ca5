"""The review's steps as text."""

from __future__ import annotations

from planner.domain.book import Book
from planner.domain.record import WeekRecord
from planner.domain.review import Review, Verdict
from planner.domain.weeks.draft import ReviewDraft, draft
from planner.interop.review_document import Section, sections
from planner.tui.review.draw_document import document
from planner.tui.review.draw_drift import drift, watching_by_day
from planner.tui.review.draw_unconfirmed import unconfirmed
from planner.tui.review.draw_verdicts import verdicts
from planner.tui.review.draw_week import planned_and_done
from planner.tui.review.steps import step_names
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_marks import FULL
from planner.tui.widgets.draw_progress import progress, step_spots
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_verdict import verdict_choices
from tests.screens.sample import ALUMNI, ENTRIES, LYON, PLAN, PMI, WEEK, report

BOOK = Book({}, {group.id: group for group in (LYON, PMI, ALUMNI)}, {})


def sample_draft(review: Review | None = None) -> ReviewDraft:
    reviews = (review,) if review else ()
    return draft(WEEK, report(), [WeekRecord(WEEK, PLAN, ENTRIES, reviews)], BOOK)


def text(rows: list[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


class TestProgress:
    def test_done_steps_are_ticked_this_one_pointed(self) -> None:
        assert progress(step_names(), 2, (0, 1), 80, FULL).text.rstrip() == (
            "  ✓ To answer   ✓ The week   › Drift   4 People   5 Verdicts   6 Next week"
        )

    def test_narrow_it_says_which_of_how_many_it_is(self) -> None:
        assert progress(step_names(), 2, (0, 1), 60, FULL).text.split() == ["›", "Drift", "3", "of", "6"]

    def test_a_click_finds_the_step_under_it(self) -> None:
        shown = progress(step_names(), 2, (0, 1), 120, FULL).text
        spots = step_spots(step_names(), 2, (0, 1), 120, FULL)
        assert [shown[spot.start + 2 : spot.stop] for spot, _ in spots] == [
            "To answer",
            "The week",
            "Drift",
            "People",
            "Verdicts",
            "Next week",
        ]


class TestUnconfirmed:
    def test_each_entry_offers_the_usual(self) -> None:
        unsure = ENTRIES[4]._replace(minutes=560, confirmed=False)
        rows = text(unconfirmed([unsure], 0, 80, {PMI.id: PMI.name}, lambda _: 15, FULL))
        assert rows[-1].startswith("› Wed 25 Nov 08:50    9h20? ┄ PMI France   the certification")
        assert rows[-1].endswith("usual 15 min")

    def test_where_there_is_none_it_says_so(self) -> None:
        assert text(unconfirmed([], 0, 80, {}, lambda _: 15, FULL)) == ["  ✓ No time waits to be confirmed."]


class TestPlannedAndDone:
    def test_it_shows_balance_share_and_cloth(self) -> None:
        rows = text(planned_and_done(report(), 80, 20, FULL))
        assert rows[0].startswith("  HANDS  2h10 of 3h45")
        assert "  42 % of the time was watching; 14 % was planned." in rows
        assert "  “Be seen where decisions are made”" in rows
        assert any(row.startswith("  1 Lyon UX") and "▪▪" in row for row in rows)

    def test_it_takes_the_air_it_has(self) -> None:
        assert len(planned_and_done(report(), 80, 40, FULL)) > len(planned_and_done(report(), 80, 14, FULL))


class TestDrift:
    def test_what_it_cost_comes_first(self) -> None:
        rows = text(drift(sample_draft(), 80, 20, FULL, BOOK))
        told = " ".join(" ".join(rows[:2]).split())
        assert told == "1h33 of watching, 58 min past the cap of 35 min: time enough for one coffee with someone."
        assert rows[2] == "  The week was adrift by its cap."

    def test_each_day_adds_up_and_the_cap_is_in_all(self) -> None:
        rows = text(watching_by_day(report(), 80, FULL))
        assert [row.split()[-1] for row in rows[1:5]] == ["20", "20", "1h20", "1h33"]
        posts = {row.index("┊") for row in rows[1:5]}
        assert len(posts) == 1
        assert rows[5] == "  Fri 27"  # still to come


class TestVerdicts:
    def test_a_proposal_asks_and_a_verdict_is_ticked(self) -> None:
        rows = verdicts(sample_draft(Review(verdicts={LYON.id: Verdict.MORE})), 0, 80, FULL).rows
        assert rows[0].text.rstrip().endswith("✓ more")
        assert "? " in rows[1].text

    def test_the_chosen_groups_reasons_are_in_full(self) -> None:
        reasons = verdicts(sample_draft(), 1, 80, FULL).reasons
        assert reasons[0].text.strip().startswith("PMI France  proposed:")
        assert "1h10 watched in 1 week" in " ".join(" ".join(text(list(reasons))).split())

    def test_every_row_fits_every_width(self) -> None:
        for width in (50, 60, 80, 120):
            for row in verdicts(sample_draft(), 0, width, FULL).rows:
                assert row.cells == width
                assert "…" not in row.text[: width - 40]

    def test_all_seven_keys_are_in_sight_at_60(self) -> None:
        labels = {"+": "more", "=": "keep", "-": "less", "c": "contribute", "p": "park", "x": "leave", "f": "feed"}
        shown = verdict_choices([Hint(key, label, 1) for key, label in labels.items()], 60).text
        assert all(f"{key} {label}" in shown for key, label in labels.items())


def test_a_table_of_a_document_wraps_and_is_never_cut() -> None:
    table = (("group", "because"), ("Lyon UX", "one two three four five six seven eight nine ten eleven twelve"))
    rows = text(document("Review", [Section("Verdicts", (), table)], 50))
    assert rows[:4] == ["  Review", "", "  VERDICTS", "  group     because"]
    assert " ".join(" ".join(rows[4:]).split()) == " ".join(table[1])


def test_names_stay_whole_where_the_last_column_needs_little() -> None:
    table = (("group", "contributed", "watched"), ("Women in Product", "20 of 30", "20 > 10"))
    rows = text(document("Review", [Section("Planned", (), table)], 50))
    assert rows[-1] == "  Women in Product   20 of 30      20 > 10"


def test_a_cap_that_was_passed_is_written_so() -> None:
    done = next(section for section in sections(sample_draft(), BOOK) if section.table)
    assert [row[-1] for row in done.table[1:3]] == ["10 ≤ 15", "1h23 > 20"]
