"""Reading Timewarrior's data files and exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import Desk
from planner.domain.kinds import Kind
from tests.interop.conftest import Write
from tests.interop.laws import DATA, entries, five, holds_the_laws
from tests.interop.reads import read


def test_a_data_file_and_the_export_of_it_are_the_same(desk: Desk) -> None:
    account = read(desk, str(DATA / "timewarrior.data")).account
    assert (account.format, five(account), account.minutes) == ("timewarrior", (3, 0, 0, 3, 1), 40 + 25 + 105)
    assert [(entry.group, entry.kind, entry.minutes, entry.note) for entry in entries(desk)] == [
        ("lyon-ux", Kind.CONTRIBUTION, 40, 'answered "how?", # twice'),
        ("guild", Kind.MEETING, 25, ""),
        ("ete", Kind.WATCHING, 105, ""),
    ]
    again = read(desk, str(DATA / "timewarrior_export.json")).account
    assert five(again) == (0, 0, 3, 3, 1)


def test_what_runs_on_for_days_or_still_and_what_has_no_tag_is_said(desk: Desk) -> None:
    told = {problem.row: problem.why for problem in read(desk, str(DATA / "timewarrior.data")).account.problems}
    assert "half a minute" in told[3] and "runs for days" in told[4]
    assert "no tag" in told[6] and "still running" in told[7]


def test_a_folder_is_read_without_its_lists_of_tags(desk: Desk, tmp_path: Path) -> None:
    for name, text in (
        ("2026-03.data", (DATA / "timewarrior.data").read_text()),
        ("2026-04.data", ""),
        ("tags.data", '{"guild":{"count":1}}'),
        ("undo.data", "txn:\n  type: interval\n  before: \n  after: {}\n"),
    ):
        (tmp_path / name).write_text(text)
    assert five(read(desk, str(tmp_path)).account) == (3, 0, 0, 3, 1)
    assert five(read(desk, str(tmp_path), format="timewarrior").account) == (0, 0, 3, 3, 1)


def test_the_tag_that_is_a_group_of_hers_is_the_group(desk: Desk, write: Write) -> None:
    line = 'inc 20260316T090000Z - 20260316T094000Z # deep "lyon ux" slides'
    account = read(desk, write(line, name="2026-03.data"), map="deep=c").account
    assert account.added == 1 and not account.new_groups
    assert [(entry.group, entry.note) for entry in entries(desk)] == [("lyon-ux", "slides")]


def test_a_tag_of_a_kind_speaks_before_the_map_of_the_group_beside_it(desk: Desk, write: Write) -> None:
    lines = 'inc 20260316T090000Z - 20260316T094000Z # "Lyon UX" coffee\n'
    lines += 'inc 20260317T090000Z - 20260317T094000Z # "Lyon UX"'
    account = read(desk, write(lines, name="2026-03.data"), map="Lyon UX=c").account
    assert five(account) == (2, 0, 0, 0, 0)
    assert [entry.kind for entry in entries(desk)] == [Kind.MEETING, Kind.CONTRIBUTION]


def test_one_that_grew_there_is_changed_here(desk: Desk, write: Write) -> None:
    line = "inc 20260316T090000Z - 20260316T09{}000Z # meeting guild"
    read(desk, write(line.format(1), name="2026-03.data"))
    assert five(read(desk, write(line.format(3), name="2026-03.data")).account) == (0, 1, 0, 0, 0)
    assert [entry.minutes for entry in entries(desk)] == [30]


LINES = st.lists(
    st.one_of(
        st.builds(
            "inc 202603{:02}T{:02}0000Z - 202603{:02}T{:02}3000Z # {}".format,
            st.integers(0, 32), st.integers(0, 24), st.integers(0, 32), st.integers(0, 24),
            st.sampled_from(["guild meeting", "w", '"a b" c # "x"', "", '"', "# #", "meeting c"]),
        ),
        st.sampled_from(["inc", "inc ", "exc monday", "inc 20260316T090000Z", "[", '{"start":"20260316T090000Z"}']),
        st.text(max_size=20),
    ),
    max_size=10,
)  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=25)
@given(LINES, st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_whatever_it_holds_the_laws_hold(lines: list[str], encoding: str) -> None:
    holds_the_laws("\n".join(lines).encode(encoding, "replace"), "timewarrior", map="guild=w")
