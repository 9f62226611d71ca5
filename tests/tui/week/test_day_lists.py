"""The lists under the cloth: what an item says is broken where there are rows for it, else cut."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.appointment import Appointment
from planner.domain.people.follow_ups import FollowUp
from planner.domain.person import Person
from planner.domain.step import Owed, Step
from planner.tui.week.draw_day_list import Keys, Way, laid_out, lists
from planner.tui.widgets.draw_marks import FULL
from tests.screens import sample

LEA = Person("lea", "Léa Girard")
STEP = Step("s", "lea", "the slides of her talk on careers", sample.NOW.date() - timedelta(days=2), owed=Owed.THEIRS)
REPORT = sample.report(
    to_confirm=(
        Appointment("a", sample.NOW - timedelta(days=2), 45, group="lyon-ux", title="lunch", people=("lea", "marie")),
        Appointment("b", sample.NOW - timedelta(days=1), 60, group="lyon-ux", title="coffee"),
    ),
    follow_ups=(FollowUp(STEP, LEA, 2),),
)
NAMES = {"lea": "Léa Girard", "marie": "Marie Dupont", "lyon-ux": "Lyon UX"}


def drawn(width: int, height: int) -> list[str]:
    return [row.text for row in lists(REPORT, width, height, NAMES, FULL)]


def words(rows: list[str], first: int, last: int) -> str:
    """What stands between two columns, on one line."""
    return " ".join(" ".join(row[first:last] for row in rows).split())


def test_with_rows_to_spare_nothing_is_cut() -> None:
    rows = drawn(120, 12)
    assert "…" not in "".join(rows)
    right, middle = words(rows, 38, 79), words(rows, 79, 120)
    assert "careers" in middle and "2 days late" in middle
    assert "Léa Girard, Marie" in right and "lunch Lyon UX" in right and "coffee Lyon UX" in right


def test_without_any_each_item_keeps_one_row() -> None:
    rows = drawn(120, 3)
    assert len(rows) == 3 and "…" in rows[1]


def test_what_has_no_room_is_counted_rather_than_cut() -> None:
    steps = tuple(FollowUp(STEP._replace(id=f"s{n}"), LEA, 2) for n in range(12))
    report = REPORT._replace(follow_ups=steps)
    rows = [row.text for row in lists(report, 120, 8, NAMES, FULL)]
    assert "…" not in "".join(row[79:120] for row in rows)
    assert words(rows, 79, 120).endswith("and 10 more")


def test_the_first_is_whole_where_the_heading_can_count_the_others() -> None:
    steps = tuple(FollowUp(STEP._replace(id=f"s{n}"), LEA, 2) for n in range(5))
    report = REPORT._replace(follow_ups=steps, to_confirm=())
    rows = [row.text.rstrip() for row in lists(report, 56, 3, NAMES, FULL, 1)]
    assert rows[0].startswith("  NEXT STEPS  n  and 4 more") and rows[0].endswith("tab earlier this week")
    assert words(rows[1:], 0, 56) == "Léa Girard owes me: the slides of her 2 days late talk on careers"
    assert [row.text.rstrip() for row in lists(report, 80, 3, NAMES, FULL, 1)][2] == "  and 4 more", "one row each"


def test_meetings_to_come_stand_under_those_to_answer() -> None:
    coming = (Appointment("c", sample.NOW + timedelta(days=1), 45, "coffee", ("lea",)),)
    report = REPORT._replace(coming=coming)
    assert "TO ANSWER h" in words([row.text for row in lists(report, 120, 12, NAMES, FULL)], 38, 79)
    assert "COMING A arrange" in words([row.text for row in lists(report, 120, 12, NAMES, FULL)], 38, 79)
    assert "COMING" in lists(report, 120, 5, NAMES, FULL)[0].text


def test_where_one_list_stands_alone_a_row_counts_what_the_others_hold() -> None:
    coming = (Appointment("c", sample.NOW + timedelta(days=1), 45, "coffee", ("lea",)),)
    rows = [row.text for row in lists(REPORT._replace(coming=coming), 80, 6, NAMES, FULL)]
    assert rows[-1].strip() == "1 overdue · 2 to answer · Fri 18:40 Léa Girard"
    assert len(rows) == 6
    turned = [row.text for row in lists(REPORT._replace(coming=coming), 80, 6, NAMES, FULL, 3)]
    assert "overdue" not in turned[-1], "the steps are in sight"


def test_each_count_and_each_heading_leads_to_what_it_names() -> None:
    coming = (Appointment("c", sample.NOW + timedelta(days=1), 45, "coffee", ("lea",)),)
    drawn = laid_out(REPORT._replace(coming=coming), 80, 6, NAMES, FULL)
    row = drawn.rows[-1].text
    for text, title in (("1 overdue", "NEXT STEPS"), ("2 to answer", "TO ANSWER"), ("Léa Girard", "COMING")):
        place = next(place for place in drawn.places if place.has(row.index(text), 5))
        assert place.about == Way(title=title)
        turned = laid_out(REPORT._replace(coming=coming), 80, 6, NAMES, FULL, drawn.turned_to(title))
        assert turned.rows[0].text.strip().startswith(title)
    head = next(place for place in drawn.places if place.has(drawn.rows[0].text.index("l log"), 0))
    assert head.about == Way("common.show.log")


def test_what_is_counted_as_more_leads_to_the_first_of_it() -> None:
    steps = tuple(FollowUp(STEP._replace(id=f"s{n}"), LEA, 2) for n in range(5))
    drawn = laid_out(REPORT._replace(follow_ups=steps), 120, 8, NAMES, FULL)
    more = next(y for y, row in enumerate(drawn.rows) if "and 3 more" in row.text)
    assert next(place.about for place in drawn.places if place.has(90, more)) == steps[2]


def test_in_another_week_nothing_is_of_today() -> None:
    report = sample.report()
    later = report._replace(now=report.now + timedelta(days=14))
    rows = [row.text for row in lists(later, 80, 9, NAMES, FULL)]
    assert rows[0].startswith("  IN THE LOG  l log") and len(rows) == 1 + len(report.entries)
    assert "TODAY" not in "".join(rows) and "Nothing" not in "".join(rows)
    empty = later._replace(entries=())
    assert "Nothing logged." in lists(empty, 80, 9, NAMES, FULL)[1].text


def test_headings_name_her_own_keys() -> None:
    drawn = laid_out(REPORT, 120, 12, NAMES, FULL, keys=Keys("L", "N", "H", "a"))
    assert "NEXT STEPS  N" in drawn.rows[0].text and "TO ANSWER  H" in drawn.rows[0].text


@settings(max_examples=60, deadline=None)
@given(st.integers(60, 160), st.integers(2, 20))
def test_they_keep_within_their_rows_and_their_width(width: int, height: int) -> None:
    rows = drawn(width, height)
    assert len(rows) <= height and max(map(cell_len, rows)) <= width
