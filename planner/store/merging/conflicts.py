"""Conflicts: what two machines said of one thing, neither knowing of the other, both kept until she has chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from planner.domain.errors import Refused
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

from ..checksum import checksum
from ..documents import tombstone
from ..forms import MOMENT
from ..parts import ALL, is_asked
from ..tables import Document, Tables
from ..versions import NOTHING, State, descended, state_of
from .together import document_of

if TYPE_CHECKING:
    from ..shelf import Shelf

#: The part that says whether a document is there at all.
THERE = "removed"

#: When something was, as one: its parts in the table. A length of one machine from a start of another's is nobody's.
TIME = "time"
_TIME = ("start", "minutes")

#: Signs of the id of a conflict.
_LENGTH = 8


class Twofold(NamedTuple):
    """A part of a document of which another thing is kept beside what stands; of None there is nothing.

    ``id`` is the same on every machine. ``others`` are the latest first; where ``part`` is :data:`THERE` the document
    stands, and was removed by another machine.
    """

    id: str
    file: str
    table: str
    document: Document
    part: str
    stands: Any
    others: tuple[Any, ...]

    @property
    def both(self) -> bool:
        """Whether both can be kept: two texts that can be said one after the other."""
        return self.part in _JOINED and all(type(value) is str for value in self.said)

    @property
    def said(self) -> list[Any]:
        """What stands and the others, without what is nothing."""
        return [value for value in (self.stands, *self.others) if value is not None]


def _parts_in_conflict(table: str, document: Document) -> Iterator[str]:
    """The parts of which another thing is kept beside what stands, for her to choose from."""
    lineage = document.get("lineage")
    if type(lineage) is not dict or "removed" in document:
        return
    if lineage.get("gone"):
        yield THERE
    beside = lineage.get("beside", ())
    for part in dict.fromkeys(row.get("part", "") for row in beside if type(row) is dict):
        if type(part) is str and is_asked(table, part):
            yield part


def conflicts_in(shelf: Shelf, names: Iterable[str]) -> list[Twofold]:
    """All that is kept twice in some files of a home, in their order. Raises StoreError."""
    return [twofold for name in names for twofold in twofold_in(name, shelf.once(name))]


def twofold_in(name: str, tables: Tables) -> Iterator[Twofold]:
    """What is kept twice in one file."""
    for table, rows in tables.items():
        for row in rows.values() if table != "meta" else ():
            for part in things_in_conflict(table, row):
                file = "" if table == "entries" else name  # an entry may go from file to file
                id_ = checksum(f"{file}\n{table}\n{row['id']}\n{part}".encode("utf-8", "surrogatepass"))[:_LENGTH]
                stands, others = _both(state_of(table, row), part)
                yield Twofold(id_, name, table, row, part, stands, others)


def things_in_conflict(table: str, document: Document) -> Iterator[str]:
    """The parts of which she is asked, a start and a length being one thing."""
    said = list(_parts_in_conflict(table, document))
    together = set(_TIME) <= set(said)
    for part in said:
        if not (together and part in _TIME):
            yield part
        elif part == _TIME[0]:
            yield TIME


def _both(state: State, part: str) -> tuple[Any, tuple[Any, ...]]:
    if part == TIME:
        return _both_times(state)
    if part == THERE or part not in state.parts:
        return True, (None,)
    stands = state.stands(part)
    others = {version: value for version, value in state.parts[part].items() if value != stands}
    latest = (others[version] for version in sorted(others, key=state.order, reverse=True))
    distinct: list[Any] = []
    for value in latest:
        if value not in distinct:
            distinct.append(value)
    return _plain(stands), tuple(map(_plain, distinct))


def _both_times(state: State) -> tuple[Any, tuple[Any, ...]]:
    stands = {part: state.stands(part) for part in _TIME}
    versions = sorted({*state.parts["start"], *state.parts["minutes"]}, key=state.order, reverse=True)
    said = [{part: state.parts[part].get(version, stands[part]) for part in _TIME} for version in versions]
    others: list[Any] = []
    for time in said:
        if time != stands and time not in others:
            others.append(time)
    return stands, tuple(others)


def _plain(value: Any) -> Any:
    return None if value is NOTHING else value


def settled(twofold: Twofold, document: Document, keep: str, now: datetime) -> Document:
    """A document of which she has chosen one by its number: 1 is what stands, 2 and on are the others; or ``both``.

    Raises Refused where there are not so many, or two things cannot be one.
    """
    moment = MOMENT.write(now)
    table, part = twofold.table, twofold.part
    if part == THERE and keep == "2":
        return descended(table, document, tombstone(document["id"], now, document.get("sources")))
    state = state_of(table, document)
    value: Any = _chosen(twofold, keep)
    chosen: dict[str, Any] = value if part == TIME else {part: value}
    version = state.add({**document, **chosen, "settled": keep}, moment)
    state.heads = {version}
    if part == THERE:
        state.gone = set()
    else:
        for each, said in chosen.items():
            state.parts[each] = {version: NOTHING if said is None else said}
    return document_of(state, [{**document, "changed": moment}])


def next_run(document: Document, now: datetime) -> Document | None:
    """The running timer once the run that stands has ended: the latest of those kept beside it, None without one."""
    state = state_of("timer", document)
    stands = state.stands(ALL) if ALL in state.parts else NOTHING
    others = {v: said for v, said in state.parts.get(ALL, {}).items() if said not in (stands, NOTHING)}
    if "removed" in document or not others:
        return None
    run = others[max(others, key=state.order)]
    moment = MOMENT.write(now)
    version = state.add(run, moment)
    state.heads, state.gone = {version}, set()
    state.parts[ALL] = {**{v: said for v, said in others.items() if said != run}, version: run}
    return document_of(state, [{**document, "changed": moment}])


def _chosen(twofold: Twofold, keep: str) -> Any:
    said = (twofold.stands, *twofold.others)
    if keep != "both":
        if int(keep) > len(said):
            raise Refused(say("It says {n} things; “{text}” is none of their numbers.", n=len(said), text=keep))
        return said[int(keep) - 1]
    if not twofold.both:
        raise Refused(say("Of these only one can be kept: say its number."))
    return " / ".join(twofold.said)


#: The texts that can say two things one after the other.
_JOINED = ("note", "title", "text", "why", "done", "reason", "if_then", "how_met", "intention", "position", "place")
