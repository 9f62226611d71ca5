"""Versions: what a document came from, so that two of one id say which of them knew the other.

A version is called by a checksum of those before it and of what it says, and has a place in their order: the second in
which it was made, and at least one more than any that it knew. So a clock that is off by a year orders nothing that was
done one after the other, only what was done at once. A document that was never changed has one, which follows from what
it says and is written nowhere: most documents are none the longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planner.domain.value.dates import datetime
from planner.domain.value.typed import Any

from .checksum import checksum
from .moved import is_stone, said_in
from .parts import BESIDE, EXTREMES, is_asked, is_member, parts_of
from .tables import Document, in_order

#: As many versions are kept of a document, of the timer, and signs of a version's name.
MOST, MOST_OF_TIMER, SIGNS = 200, 20, 10

#: The version of every plan that was carried on from an earlier week. Nobody said it, so each plan that somebody made
#: came after it.
CARRIED = "~carried"


class Nothing:
    """What a part says that was taken away."""


NOTHING = Nothing()


class State:
    """All that is known of one document: the versions it came from, and what each part says by which of them.

    ``heads`` are the versions that no other here came after and in which it is there; ``gone`` those in which it was
    removed. Its parts are what stands, and what is kept beside it; ``made`` is the version that made it.
    """

    def __init__(self, table: str, made: str) -> None:
        self.table = table
        self.made = made
        self.seen: dict[str, int] = {}
        self.heads: set[str] = set()
        self.gone: set[str] = set()
        self.parts: dict[str, dict[str, Any]] = {}
        self.places: dict[tuple[str, str], int] = {}  # of a list's member, as a version has it

    def order(self, version: str) -> tuple[int, str]:
        """The place of a version among all."""
        return self.seen.get(version, 0), version

    @property
    def is_alive(self) -> bool:
        return bool(self.heads)

    @property
    def latest(self) -> str:
        """The last of its heads."""
        return max(self.heads or self.gone, key=self.order)

    @property
    def first(self) -> str:
        """The first of all its versions."""
        return min(self.seen, key=self.order)

    def stands(self, part: str) -> Any:
        """What stands of a part: the latest of what it says, and of a member that it is there."""
        said = self.parts[part]
        there = [version for version, value in said.items() if value is not NOTHING]
        if len(said) > 1 and there and (most := EXTREMES.get(f"{self.table}/{part}")):
            return most(said[version] for version in there)
        return said[max(there if there and is_member(part) else said, key=self.order)]

    def add(self, content: Document, moment: str) -> str:
        """Have one more version, which says ``content``; its name."""
        version = _named(self.seen, content)
        self.seen[version] = max(_second(moment), 1 + max(self.seen.values(), default=0))
        return version


def _named(seen: Iterable[str], content: Document) -> str:
    said = {field: value for field, value in content.items() if field not in BESIDE}
    return checksum(f"{' '.join(sorted(seen))}\n{in_order(said)}".encode("utf-8", "surrogatepass"))[:SIGNS]


def _second(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


def state_of(table: str, document: Document) -> State:
    """What is known of a document; one that says nothing of its versions, or what cannot be read, has one."""
    lineage = document.get("lineage")
    if type(lineage) is dict:
        try:
            return _read(table, document, lineage)
        except (KeyError, TypeError, ValueError, AttributeError):
            pass
    is_carried = table == "plan" and "carried" in document
    made = CARRIED if is_carried else _named((), document)
    state = State(table, made)
    if table == "plan":
        state.seen[CARRIED] = 1
    if not is_carried:
        state.seen[made] = _second(document["changed"])
    (state.gone if "removed" in document else state.heads).add(made)
    _take_parts(state, document, {})
    return state


def _read(table: str, document: Document, lineage: Mapping[str, Any]) -> State:
    state = State(table, lineage["made"])
    for word in lineage["seen"].split():
        at, _, version = word.partition(".")
        state.seen[version] = int(at, 16)
    heads = set(lineage["heads"].split()) if "heads" in lineage else {max(state.seen, key=state.order)}
    if "removed" in document:
        state.gone = heads
    else:
        state.heads, state.gone = heads, set(lineage.get("gone", "").split())
    known = state.seen.keys()
    if not (state.heads | state.gone) <= known or state.made not in known:
        raise ValueError
    _take_parts(state, document, lineage.get("parts", {}))
    for part, value in lineage.get("was", {}).items():
        state.parts[part] = dict.fromkeys(_versions_in(state, part, lineage["parts"][part], 0), value)
    for kept in lineage.get("beside", ()):
        said = state.parts.setdefault(kept["part"], {})
        said.update(dict.fromkeys(kept["by"].split(), kept.get("says", NOTHING)))
    return state


def _take_parts(state: State, document: Document, by: Mapping[str, str]) -> None:
    for place, (part, value) in enumerate(parts_of(state.table, document).items()):
        state.parts[part] = dict.fromkeys(_versions_in(state, part, by.get(part, state.made), place), value)
    for part, versions in by.items():
        if part not in state.parts:
            state.parts[part] = dict.fromkeys(_versions_in(state, part, versions, 0), NOTHING)


def _versions_in(state: State, part: str, words: str, place: int) -> Iterator[str]:
    """The versions that are named; of a member with its place in the list as they have it, else ``place``."""
    for word in words.split():
        version, _, own = word.partition(":")
        if is_member(part):
            state.places[part, version] = int(own or place)
        yield version


def _named_with_places(state: State, part: str, versions: set[str]) -> str:
    if not is_member(part):
        return _words(versions)
    return _words(f"{version}:{state.places.get((part, version), 0)}" for version in versions)


def lineage_of(state: State, document: Document) -> Document | None:
    """What a ``document`` keeps of its versions; None where that follows from what it says."""
    parts, beside, was = {}, [], {}
    here = {part: place for place, part in enumerate(parts_of(state.table, document)) if is_member(part)}
    for part in sorted(state.parts):
        said = state.parts[part]
        stands = state.stands(part)
        by = {version for version, value in said.items() if value is stands or value == stands}
        is_there = state.places.get((part, state.made), here.get(part)) == here.get(part)
        if by != {state.made} or stands is NOTHING or not is_there:
            parts[part] = _named_with_places(state, part, by)
            if not state.is_alive and stands is not NOTHING and not part.startswith("sources/"):
                was[part] = stands
        beside += _beside(part, {version: value for version, value in said.items() if version not in by})
    if state.seen.keys() <= {state.made, CARRIED}:
        return None
    kept = _recent(state, {state.made, *state.heads, *state.gone, *(v for said in state.parts.values() for v in said)})
    lineage: Document = {"made": state.made, "seen": " ".join(f"{at:x}.{version}" for version, at in kept)}
    heads = state.heads or state.gone
    if heads != {kept[-1][0]}:
        lineage["heads"] = _words(heads)
    if state.heads and state.gone:
        lineage["gone"] = _words(state.gone)
    for name, value in (("parts", parts), ("was", was), ("beside", beside)):
        if value:
            lineage[name] = value
    return lineage


def _beside(part: str, said: Mapping[str, Any]) -> list[Document]:
    """What is kept beside what stands, what several versions say alike once."""
    kept: list[Document] = []
    for version in sorted(said):
        value = said[version]
        row: Document = {"part": part} if value is NOTHING else {"part": part, "says": value}
        alike = next((other for other in kept if {**other, "by": ""} == {**row, "by": ""}), None)
        if alike:
            alike["by"] += f" {version}"
        else:
            kept.append({**row, "by": version})
    return kept


def _words(versions: Iterable[str]) -> str:
    return " ".join(sorted(versions))


def _recent(state: State, needed: set[str]) -> list[tuple[str, int]]:
    """The versions that are kept, in their order: the latest, and those that something here still says."""
    ordered = sorted(state.seen.items(), key=lambda row: (row[1], row[0]))
    most = MOST_OF_TIMER if state.table == "timer" else MOST
    return [row for row in ordered[:-most] if row[0] in needed] + ordered[-most:]


def descended(table: str, before: Document, after: Document) -> Document:
    """A document that takes the place of another, knowing what it came from.

    What says the same is the same version. What is kept beside it stays so, but where she now says just that.
    What takes the place of a stone says itself what it came from.
    """
    if is_stone(before) or is_stone(after):
        held = said_in(before)
        return descended(table, held, after) if held and not is_stone(after) else after
    bare = {field: value for field, value in after.items() if field != "lineage"}
    if _said(before) == _said(bare):
        return {**bare, "lineage": before["lineage"]} if "lineage" in before else bare
    state = state_of(table, before)
    version = state.add(bare, after["changed"])
    if "removed" in bare:
        _remove(state, version, bare)
    elif not state.is_alive:
        _make_anew(state, version, bare)
    else:
        _change(state, version, before, bare)
    return {**bare, "lineage": lineage_of(state, bare)}


def with_others_of(table: str, document: Document, image: Document) -> Document:
    """A document that is put back as it was, with what was kept beside it then and has gone with what is taken back."""
    was, state = state_of(table, image), state_of(table, document)
    lost = [
        (part, value)
        for part in was.parts
        for value in was.parts[part].values()
        if is_asked(table, part)
        and all(value != said for said in (was.stands(part), *state.parts.get(part, {}).values()))
    ]
    if not lost or not state.is_alive:
        return document
    before = state.seen[state.latest] - 1
    for part, value in lost:
        version = _named(state.seen, {part: None if value is NOTHING else value})
        state.seen[version] = before
        state.parts.setdefault(part, {})[version] = value
    return {**document, "lineage": lineage_of(state, document)}


def followed(table: str, before: Document, after: Document) -> Document:
    """A document that takes the place of another, in which what points to a record follows where that has another id.

    Nobody has changed it, and each machine does it when it learns of the id. So what follows in one field is a version
    that is called by that alone, and comes after nothing but what pointed there: it is the same on all of them.
    """
    state = state_of(table, before)
    was, now = parts_of(table, before), parts_of(table, after)
    for field in dict.fromkeys(part.partition("/")[0] for part in was if now.get(part, NOTHING) != was[part]):
        old = [part for part in was if part.partition("/")[0] == field and now.get(part, NOTHING) != was[part]]
        new = [part for part in now if part.partition("/")[0] == field and was.get(part, NOTHING) != now[part]]
        said = {version for part in old for version in state.parts[part]}
        text = in_order({"id": before["id"], **{part: now[part] for part in new}})
        version = checksum(f"{table}\n{text}".encode("utf-8", "surrogatepass"))[:SIGNS]
        state.seen[version] = 1 + max(map(state.seen.__getitem__, said))
        state.heads = (state.heads - said) | {version}
        places = [state.places.get((part, max(state.parts[part], key=state.order)), 0) for part in old]
        others = {part: _others(state, part) for part in old}
        for part in old:
            state.parts[part] = {**others[part], version: NOTHING}
        for number, part in enumerate(new):
            state.parts[part] = {**others.get(part, {}), version: now[part]}
            state.places[part, version] = places[min(number, len(places) - 1)]
    return {**after, "lineage": lineage_of(state, after)}


def carried(before: Document | None, after: Document) -> Document:
    """An entry as it is put into another week, knowing what it came from in the one where it stood."""
    before = said_in(before) if before else None
    return after if before is None else descended("entries", before, after)


def _said(document: Document) -> Document:
    return {field: value for field, value in document.items() if field not in BESIDE}


def _remove(state: State, version: str, stone: Document) -> None:
    """All that is known of it is gone; what was changed since it was made is kept, for a merge to go on from."""
    state.heads, state.gone = set(), {version}
    kept = {}
    for part in state.parts:
        stands = state.stands(part)
        by = {each for each, value in state.parts[part].items() if value is stands or value == stands}
        if by != {state.made}:
            kept[part] = dict.fromkeys(by, stands)
    sources = {f"sources/{each}": {state.made: each} for each in stone.get("sources", ())}
    state.parts = {**sources, **kept}


def _make_anew(state: State, version: str, document: Document) -> None:
    """It is there again: all that it says is of this version, though another made it first."""
    state.heads, state.gone, state.parts = {version}, set(), {}
    for place, (part, value) in enumerate(parts_of(state.table, document).items()):
        state.parts[part] = {version: value}
        state.places[part, version] = place


def _change(state: State, version: str, before: Document, after: Document) -> None:
    state.heads = {version}
    was, now = parts_of(state.table, before), parts_of(state.table, after)
    moved = _moved(list(was), list(now))
    for place, (part, value) in enumerate(now.items()):
        if part not in was or was[part] != value or part.partition("/")[0] in moved:
            chosen = any(other == value for other in state.parts.get(part, {}).values())
            state.parts[part] = {**({} if chosen else _others(state, part)), version: value}
            state.places[part, version] = place
    for part in was.keys() - now.keys():
        state.parts[part] = {**_others(state, part), version: NOTHING}


def _others(state: State, part: str) -> dict[str, Any]:
    """What is kept beside what stands of a part, until she has chosen; nothing where she is not asked."""
    if part not in state.parts or not is_asked(state.table, part):
        return {}
    stands = state.stands(part)
    return {each: value for each, value in state.parts[part].items() if value is not stands and value != stands}


def _moved(was: list[str], now: list[str]) -> set[str]:
    """The lists whose members do not just come at the end and go."""
    members = [part for part in now if is_member(part)]
    stayed = [part for part in was if is_member(part)]
    lists = {part.partition("/")[0] for part in members}
    moved = set()
    for name in lists:
        then = [part for part in stayed if part.startswith(f"{name}/") and part in now]
        here = [part for part in members if part.startswith(f"{name}/")]
        if here[: len(then)] != then:
            moved.add(name)
    return moved
