"""Two documents of one id put together, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from planner.domain.value.typed import Any

from ..checksum import checksum
from ..moved import is_stone, stone
from ..parts import document_from, is_member
from ..tables import Document
from ..versions import NOTHING, SIGNS, State, descended, lineage_of, state_of


def together(table: str, ours: Document, theirs: Document, base: Document | None = None) -> Document:
    """One document of two, which knows all that either knew; the same object where ``ours`` is that already.

    ``base`` is what both came from, where that is known: what was changed in it without a word of its versions, by hand
    or by an older planner, is then known to be a change of it.
    """
    if ours == theirs:
        return ours
    if is_stone(ours) or is_stone(theirs):
        return _beside_stone(table, ours, theirs, base)
    if base and is_stone(base):
        base = None
    lifted = [_lifted(table, base, each) if base else each for each in (ours, theirs)]
    one, other = (state_of(table, each) for each in lifted)
    both = joined(one, other)
    whole = document_of(both, lifted)
    return ours if whole == ours else whole


def _beside_stone(table: str, ours: Document, theirs: Document, base: Document | None) -> Document:
    """What is said here of an entry that one of the two knows to stand elsewhere, for it moved to another week.

    A stone that holds nothing knows nothing: what is said beside it is as good. Where it is known that both sides
    changed since they had one ``base``, that is held in the stone: of two files of weeks each alone knows only its own.
    """
    if is_stone(ours) and is_stone(theirs):
        held = [each["holds"] for each in (ours, theirs) if "holds" in each]
        both = held and together(table, held[0], held[-1])
        whole = stone(ours["id"], both or None)
        return ours if whole == ours else whole
    left, other = (ours, theirs) if is_stone(ours) else (theirs, ours)
    if "holds" in left:
        whole = stone(ours["id"], together(table, left["holds"], other))
        return ours if whole == ours else whole
    if base is None or is_stone(base):
        return other
    return left if other == base else stone(ours["id"], other)


def _lifted(table: str, base: Document, document: Document) -> Document:
    """A document as a change of ``base``, where it says of no version that it came after that one."""
    if document.get("lineage") != base.get("lineage"):
        return document
    return descended(table, base, document)


def joined(one: State, other: State) -> State:
    """All that is known of two states of one document. What one of them knew and has no more is gone."""
    state = State(one.table, min(one.made, other.made))
    state.seen = {
        version: max(side.seen[version] for side in (one, other) if version in side.seen)
        for version in {*one.seen, *other.seen}
    }
    state.heads = _left(one.heads, one.seen, other.heads, other.seen)
    state.gone = _left(one.gone, one.seen, other.gone, other.seen)
    if not (state.heads or state.gone):  # both say that they came after the other
        state.heads, state.gone = one.heads | other.heads, one.gone | other.gone
    for part in {*one.parts, *other.parts}:
        _part_hand_edits(state, one, other, part)
        if said := _said(one, other, part) or _both(one, other, part):
            state.parts[part] = said
    for side in (one, other):
        for where, place in side.places.items():
            state.places[where] = min(place, state.places.get(where, place))
    return state


def _left(mine: set[str], i_saw: dict[str, int], yours: set[str], you_saw: dict[str, int]) -> set[str]:
    return (mine & yours) | (mine - you_saw.keys()) | (yours - i_saw.keys())


def _said(one: State, other: State, part: str) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for here, there in ((one, other), (other, one)):
        # A tombstone says no more of what it was than what was changed in it. What it was made of is no more, where
        # something stands that did not come from that.
        forgotten = not there.is_alive and part not in there.parts
        for version, value in here.parts.get(part, {}).items():
            if (
                version in there.parts.get(part, {})
                or version not in there.seen
                or (forgotten and version == there.made and version not in here.heads)
            ):
                said[version] = value
    return said


def _both(one: State, other: State, part: str) -> dict[str, Any]:
    """Nothing is lost where both say that they came after what the other says; what only one says, the other let go."""
    if part in one.parts and part in other.parts:
        return {**other.parts[part], **one.parts[part]}
    return {}


def _part_hand_edits(state: State, one: State, other: State, part: str) -> None:
    """Two values of one version were written by something that knows of no versions: each has one of its own."""
    mine, yours = one.parts.get(part, {}), other.parts.get(part, {})
    for version in mine.keys() & yours.keys():
        if mine[version] is yours[version] or mine[version] == yours[version]:
            continue
        for side, said in ((one, mine), (other, yours)):
            value = said.pop(version)
            text = "" if value is NOTHING else json.dumps(value, sort_keys=True)
            own = checksum(f"{version}\n{part}\n{text}".encode("utf-8", "surrogatepass"))[:SIGNS]
            said[own] = value
            side.seen[own] = state.seen[own] = state.seen[version] + 1


def document_of(state: State, documents: list[Document]) -> Document:
    """A document as its state says; its moment is the latest of ``documents``, which are its sides."""
    changed = _later(document["changed"] for document in documents)
    standing = [(part, state.stands(part)) for part in state.parts]
    there = sorted(
        ((part, value) for part, value in standing if value is not NOTHING), key=lambda row: _place(state, row[0])
    )
    id_ = documents[0]["id"]
    if state.is_alive:
        fields = document_from(state.table, there)
        fields.pop("id", None)
    else:
        sources = [value for part, value in there if part.startswith("sources/")]
        fields = {"removed": True, **({"sources": sources} if sources else {})}
    lineage = lineage_of(state, fields)
    kept = {"lineage": lineage} if lineage else {}
    if not state.is_alive:
        return {"id": id_, "changed": changed, **fields, **kept}
    beats = [
        each["beat"] for each in documents if type(each.get("beat")) is str and each.get("start") == fields.get("start")
    ]
    beat = {"beat": _later(beats)} if beats else {}
    return {"id": id_, **fields, **beat, "changed": changed, **kept}


def _later(moments: Iterable[str]) -> str:
    return max(moments, key=lambda moment: (datetime.fromisoformat(moment), moment))


def _place(state: State, part: str) -> tuple[Any, ...]:
    if not is_member(part):
        return (0, (0, ""), 0, part)
    last = max((version for version, value in state.parts[part].items() if value is not NOTHING), key=state.order)
    return (1, state.order(last), state.places.get((part, last), 0), part)
