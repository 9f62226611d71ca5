"""The list of what can be undone is continued by its rows, and comes to what reading all of it would."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import Damaged
from planner.store.forms import Misshapen
from planner.store.home import Home
from planner.store.schema import fresh
from planner.store.step_list import StepList
from planner.store.tables import Document, Tables, decoded, encoded, rows_in, rows_of
from tests.store.conftest import UX, WEEK, Opens, entry, logs

TEXTS = st.text(max_size=8)
STEPS = st.fixed_dictionaries({"id": TEXTS, "label": TEXTS}, optional={"images": st.lists(st.just({"id_": "a,\n"}))})
LISTS = st.dictionaries(st.integers(1, 400).map(str), STEPS, max_size=6)


@given(LISTS, LISTS, STEPS, st.integers(0, 4))
def test_steps_that_stay_are_written_as_a_whole_reading_would_write_them(
    undo: dict[str, Document], redo: dict[str, Document], step: Document, depth: int
) -> None:
    tables: Tables = {**fresh(), "undo": undo, "redo": redo, "elsewhere": {"7": {"id": "kept"}}}
    steps = StepList(rows_of(tables))
    steps.push("undo", step)
    gone = steps.shed("undo", depth)
    taken = [steps.take("redo", 2)] if len(redo) > 1 else []
    after = {**undo, str(max(map(int, undo), default=0) + 1): step}
    by_age = sorted(after, key=int, reverse=True)
    assert gone == [after.pop(number) for number in by_age[depth:]]
    assert taken == [redo.pop(number) for number in sorted(redo, key=int, reverse=True)[1:2]]
    assert decoded(steps.encoded()) == {**tables, "undo": after, "redo": redo}
    assert steps.encoded() == encoded({**tables, "undo": after, "redo": redo})


def test_steps_are_read_newest_first_whatever_their_order_in_the_file() -> None:
    steps = StepList(rows_of({"undo": {"9": {"id": "b"}, "10": {"id": "c"}, "2": {"id": "a"}}}))
    assert [step["id"] for step in steps.newest_first("undo")] == ["c", "b", "a"]
    assert not steps.changed


def test_a_step_may_be_filled_in_until_the_list_is_written() -> None:
    steps, seal = StepList(rows_of(fresh())), dict[str, str]()
    steps.push("undo", {"id": "a", "seal": seal})
    seal["sha256"] = "1f"
    assert decoded(steps.encoded())["undo"] == {"1": {"id": "a", "seal": {"sha256": "1f"}}}


def test_half_a_surrogate_pair_is_written_as_json_can() -> None:
    steps = StepList(rows_of({"undo": {"1": {"id": "é"}}}))
    steps.push("undo", {"id": "\ud800"})
    assert steps.encoded() == '{\n"undo": {\n"1": {"id": "é"},\n"2": {"id": "\\ud800"}\n}\n}\n'.encode()


@pytest.mark.parametrize(
    "rows", ['"1": {"id": "a"}, "2": {"id": "b"}', '"1": {"id": "a"', '"1": {}', '"1": {"id": 7}', '"1": {"id": 1e999}']
)
def test_a_row_that_is_no_document_is_refused_when_it_is_read(rows: str) -> None:
    steps = StepList({b'"undo"': rows.encode()})
    with pytest.raises(Misshapen):
        list(steps.newest_first("undo"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"undo": {"1": {"id": "a"}}}',
        b'{\n"undo": {\nx\n}\n}\n',
        b'{\n"undo": {\n"one": {}\n}\n}\n',
        b'{\n"undo": {\n"1":{"id": "a"}\n}\n}\n',
        b'{\n"undo": {\n"1": []\n}\n}\n',
    ],
)
def test_a_list_laid_out_by_another_hand_is_none_of_rows(content: bytes) -> None:
    with pytest.raises(Misshapen):
        StepList(rows_in(content))


def test_what_another_hand_wrote_is_read_whole_and_continued(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="First")
    path = home / "undo.json"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))
    with opens().change("Second") as change:
        change.put_group(UX)
    assert [step.label for step in opens().history()[0]] == ["Second", "First"]
    assert [line[:10] for line in path.read_text().splitlines() if "label" in line] == ['"1": {"id"', '"2": {"id"']


def test_a_step_that_was_spoilt_since_is_noticed_by_the_next_change(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="First")
    path = home / "undo.json"
    path.write_text(path.read_text().replace('"label"', '"label'))
    with opens().change("Second") as change:
        change.put_group(UX)
    assert [step.label for step in opens().history()[0]] == ["Second"]
    assert [sentence.startswith("undo.json is damaged") for sentence in opens().damage()] == [True]


def _rot(path: Path, was: str, now: str) -> None:
    """Have a file say something else of the same length, which its time does not tell."""
    stood = path.stat()
    path.write_text(path.read_text().replace(was, now))
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def test_a_step_that_rots_unseen_costs_the_list_only_once_it_is_read(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="First")
    _rot(home / "undo.json", '"label":', '"label";')
    logs(opens(), entry("efgh5678"), label="Second")
    with pytest.raises(Damaged, match=r"undo\.json"):
        opens().history()
    assert opens().history() == ([], [])
    assert len(opens().week(WEEK).entries) == 2


@pytest.mark.parametrize(("was", "now"), [('"label":', '"label";'), ('"id":', '"ie":')])
def test_a_step_that_rots_unseen_bars_no_change(was: str, now: str, kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="First")
    kept.undo()
    _rot(home / "undo.json", was, now)
    logs(opens(), entry("efgh5678"), label="Second")
    assert [step.label for step in opens().history()[0]] == ["Second"]
    assert [sentence.startswith("undo.json is damaged") for sentence in opens().damage()] == [True]
    assert [each.id for each in opens().week(WEEK).entries] == ["efgh5678"]


def test_a_step_that_rots_unseen_bars_no_sync(kept: Home, home: Path, opens: Opens) -> None:
    logs(kept, entry(), label="First")
    _rot(home / "undo.json", '"label":', '"label";')
    assert opens().carrying().labels_since(()) == ((), ())
    assert [sentence.startswith("undo.json is damaged") for sentence in opens().damage()] == [True]
