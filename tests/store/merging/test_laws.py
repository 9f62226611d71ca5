"""The laws of merging: in whatever order, however often, all come to the same, and nothing that was kept is lost."""

from __future__ import annotations

from hypothesis import given, settings

from planner.store.merging import merge_documents
from planner.store.salvage import salvaged
from planner.store.tables import Tables
from tests.store.merging.histories import Act, acts, lived, said


def _merged(*files: Tables) -> Tables:
    both, *rest = files
    for each in rest:
        both = merge_documents(None, both, each).tables
    return both


@given(acts(2))
def test_merging_commutes(history: list[Act]) -> None:
    one, other = lived(history, 2)
    assert said(_merged(one, other)) == said(_merged(other, one))


@given(acts(3))
@settings(max_examples=200)
def test_merging_associates(history: list[Act]) -> None:
    one, two, three = lived(history, 3)
    assert said(_merged(_merged(one, two), three)) == said(_merged(one, _merged(two, three)))


@given(acts(2))
def test_merging_twice_changes_nothing(history: list[Act]) -> None:
    one, other = lived(history, 2)
    both = _merged(one, other)
    assert _merged(both, other) == both == _merged(both, one)
    assert _merged(one, one) == one


def test_two_documents_of_one_row_are_both_salvaged() -> None:
    """As git leaves them, which goes by lines and not by records."""
    row = '"id": "{id}", "changed": "2026-11-26T18:40:00+01:00", "at": "2026-11-26T18:40:00+01:00", "voice": "question"'
    lines = [f'"1": {{{row.replace("{id}", id_)}, "text": "?"}},' for id_ in "ab"]
    content = "\n".join(["{", '"counsel": {', "<<<<<<< HEAD", lines[0], "=======", lines[1], ">>>>>>> x", "}", "}"])
    rest = salvaged(content.encode())
    assert sorted(document["id"] for document in rest.tables["counsel"].values()) == ["a", "b"]
