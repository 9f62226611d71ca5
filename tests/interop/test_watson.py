"""Reading Watson's frames."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.kinds import Kind
from tests.interop.conftest import Write
from tests.interop.laws import DATA, entries, five, holds_the_laws
from tests.interop.reads import read

FRAME = [1773651600, 1773654000, "lyon-ux", "a1", ["contribution", "slides"], 1773654000]


def test_frames_that_watson_wrote_come_in_once_whichever_way_it_tells_them(desk: Desk) -> None:
    account = read(desk, str(DATA / "watson_frames")).account
    assert (account.format, account.minutes, five(account)) == ("watson", 65, (2, 0, 0, 1, 0))
    assert account.problems[0].row == 23 and "half a minute" in account.problems[0].why
    assert [(entry.group, entry.kind, entry.minutes, entry.note) for entry in entries(desk)] == [
        ("lyon-ux", Kind.CONTRIBUTION, 40, "slides"),
        ("guild", Kind.MEETING, 25, ""),
    ]
    assert five(read(desk, str(DATA / "watson_log.json")).account) == (0, 0, 2, 1, 0)


def test_a_frame_edited_there_is_changed_here(desk: Desk, write: Write) -> None:
    read(desk, write(json.dumps([FRAME]), name="frames"))
    edited = [FRAME[0], 1773654600, "guild", *FRAME[3:]]
    assert five(read(desk, write(json.dumps([edited]), name="frames")).account) == (0, 1, 0, 0, 0)
    assert [(entry.minutes, entry.group) for entry in entries(desk)] == [(50, "guild")]


def test_objects_of_other_tools_are_read(desk: Desk, write: Write) -> None:
    frame = {"id": "b", "begin_at": "2026-03-16T12:00:00+01:00", "end_at": "2026-03-16T12:30:00+01:00", "project": "ux"}
    account = read(desk, write(json.dumps([{**frame, "tags": ["lu"]}]), name="frames"), map="ux=w").account
    assert (account.format, account.minutes, account.added) == ("watson", 30, 1)


def test_nothing_is_an_empty_list(desk: Desk, write: Write) -> None:
    for text in ("", "[]"):
        with pytest.raises(Refused, match="no row"):
            read(desk, write(text, name="frames"), format="watson")


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        ([1773651600, 1773651000, "x", "a"], "ends before"),
        ([1773651600, 1773991600, "x", "a"], "24 hours"),
        ([0, 60, "x", "a"], "no date and time"),
        ([1e300, 60, "x", "a"], "no date and time"),
        (["x", None, "x", "a"], "neither a duration nor an end"),
        ([1773651600, 1773654000, "", "a", ["c"]], "no project"),
        ([1], "no frame"),
        (None, "no frame"),
        ({"project": 3}, "no frame"),
    ],
)
def test_what_is_no_frame_says_so_and_costs_no_other(desk: Desk, write: Write, frame: object, why: str) -> None:
    account = read(desk, write(json.dumps([FRAME, frame]), name="frames"), format="watson").account
    assert five(account) == (1, 0, 0, 1, 0) and why in account.problems[0].why


def test_what_was_removed_there_is_not_read_from_the_file_as_it_was(desk: Desk, tmp_path: Path) -> None:
    other = [1773751600, 1773754000, *FRAME[2:3], "gone", *FRAME[4:]]
    (tmp_path / "frames").write_text(json.dumps([FRAME]))
    (tmp_path / "frames.bak").write_text(json.dumps([FRAME, other]))
    assert five(read(desk, str(tmp_path)).account) == (1, 0, 0, 0, 0)
    assert five(read(desk, str(tmp_path / "frames.bak")).account) == (1, 0, 1, 0, 0), "alone it is what was meant"


def test_a_project_longer_than_any_name_says_so(desk: Desk, write: Write) -> None:
    frames = [[1773651600, 1773653100, name, key, ["lu"], 0] for name, key in (("P" * 301, "a"), ("Q" * 300, "b"))]
    path = write(json.dumps(frames), name="frames")
    account = read(desk, path).account
    assert five(account) == (1, 0, 0, 1, 0) and "301 characters" in account.problems[0].why
    desk.keep_map(f'[projects]\n"{"P" * 301}" = {{ group = "P" }}\n'.encode(), "mapped")
    assert five(read(desk, path).account) == (1, 0, 1, 0, 0)


def test_a_file_that_is_cut_off_keeps_what_stands_before(desk: Desk, write: Write) -> None:
    text = json.dumps([FRAME, [*FRAME[:3], "a2"]])
    account = read(desk, write(text[:-20], name="frames")).account
    assert five(account) == (1, 0, 0, 1, 0) and "cut off" in account.problems[0].why


PARTS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.text(max_size=3))
)
FRAMES = st.lists(
    st.one_of(
        st.tuples(
            st.integers(1773000000, 1773900000), st.integers(1773000000, 1773900000), st.sampled_from(["ux", "", "b"]),
            st.text(max_size=4), st.lists(st.sampled_from(["c", "meeting", "x"])),
        ),
        st.lists(PARTS, max_size=6),
        st.dictionaries(st.sampled_from(["start", "stop", "project", "id", "tags"]), PARTS),
    ),
    max_size=8,
)  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=25)
@given(FRAMES, st.binary(max_size=10), st.integers(0, 400))
def test_whatever_it_holds_the_laws_hold(frames: list[object], odd: bytes, cut: int) -> None:
    text = json.dumps(frames).encode()
    holds_the_laws(text[:cut] + odd + text[cut:], "watson", map="ux=w,b=m")
