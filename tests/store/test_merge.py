"""Merging two copies of a file: of each document the latest is kept, and nothing of either is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.store.merge import merged
from planner.store.tables import Document, Tables
from tests.store.conftest import NOW

DOCUMENTS = st.builds(
    lambda id_, hour, note: {"id": id_, "changed": NOW.replace(hour=hour).isoformat(), "note": note},
    st.sampled_from("abcd"),
    st.integers(0, 23),
    st.integers(0, 9),
)
FILES: st.SearchStrategy[Tables] = st.lists(DOCUMENTS, max_size=5, unique_by=lambda document: document["id"]).map(
    lambda documents: {"entries": {str(number): document for number, document in enumerate(documents, 1)}}
)


def _by_id(tables: Tables) -> dict[str, Document]:
    documents = list(tables["entries"].values())
    by_id = {document["id"]: document for document in documents}
    assert len(by_id) == len(documents)
    return by_id


@given(FILES, FILES)
def test_of_each_document_the_latest_is_kept(one: Tables, two: Tables) -> None:
    both = _by_id(merged(one, two))
    first, second = _by_id(one), _by_id(two)
    assert both.keys() == first.keys() | second.keys()
    for id_, document in both.items():
        assert document["changed"] == max(file[id_]["changed"] for file in (first, second) if id_ in file)


@given(FILES, FILES)
def test_merging_again_changes_nothing(one: Tables, two: Tables) -> None:
    both = merged(one, two)
    assert merged(both, two) == both
    assert _by_id(merged(one, both)) == _by_id(both)
