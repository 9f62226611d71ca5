"""The parts of a document that are merged each by itself: a field, a member of a list, a cell of a plan.

A part is called by its field, and inside one by the names that lead there with a stroke between: ``note``,
``people/marie-dupont``, ``lines/lyon-ux/watching``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from planner.domain.value.typed import Any

from .tables import Document

#: Lists whose members come and go one by one.
SETS = frozenset(
    ("people", "objectives", "groups", "apart", "emails", "sources", "announced", "put_off", "brought", "formerly")
)

#: Objects that are merged name by name, and how deep.
NESTED: Mapping[str, int] = {"lines": 2, "fit": 1, "usual": 1, "verdicts": 1, "answers": 1}

#: Of these all is one part: a start of one machine's timer with a group of another's would be nobody's.
WHOLE = frozenset(("timer",))

#: Parts of which nobody is asked, for she has said nothing of them: planner's own, by table; of ``*`` all. Of these the
#: latest stands.
OWN: Mapping[str, frozenset[str]] = {
    "groups": frozenset(("rank",)),
    "steps": frozenset(("made", "closed")),
    "appointments": frozenset(("entry", "uid", "instance", "calendar")),
    "entries": frozenset(("via", "timed")),
    "plan": frozenset(("carried",)),
    "reviews": frozenset(("step", "closed")),
    "alerts": frozenset("*"),
    "imports": frozenset("*"),
    "deeds": frozenset("*"),
}

#: Parts of which nobody is asked either: counts, of which the highest stands, and the day on which something came into
#: the book, of which the first does.
EXTREMES: Mapping[str, Callable[[Iterable[Any]], Any]] = {
    "steps/put_off": max,
    "steps/sequence": max,
    "appointments/sequence": max,
    "objectives/since": min,
    "groups/added": min,
    "people/since": min,
    "homes/since": min,
}

#: What is no part: no version says it.
BESIDE = ("id", "changed", "beat", "lineage")

#: The one part of a document that is none of several.
ALL = ""


def parts_of(table: str, document: Document) -> dict[str, Any]:
    """The parts of a document and what each says; of a tombstone those it has kept."""
    said = {field: value for field, value in document.items() if field not in BESIDE and field != "removed"}
    if table in WHOLE:
        return {ALL: said} if said else {}
    parts: dict[str, Any] = {}
    for field, value in said.items():
        if field in SETS and type(value) is list:
            parts.update((f"{field}/{_escaped(_called(member))}", member) for member in value)
        elif field in NESTED and type(value) is dict:
            _nest(parts, _escaped(field), value, NESTED[field])
        else:
            parts[_escaped(field)] = value
    return parts


def _nest(parts: dict[str, Any], prefix: str, value: Mapping[str, Any], depth: int) -> None:
    for name, each in value.items():
        key = f"{prefix}/{_escaped(name)}"
        if depth > 1 and type(each) is dict:
            parts[key] = {}
            _nest(parts, key, each, depth - 1)
        else:
            parts[key] = each


def is_member(part: str) -> bool:
    """Whether a part is a member of a list, there or not there."""
    field, stroke, _ = part.partition("/")
    return bool(stroke) and field in SETS


def is_asked(table: str, part: str) -> bool:
    """Whether two things said of a part are for her to choose from."""
    own = OWN.get(table, ())
    return not (is_member(part) or part in own or "*" in own or f"{table}/{part}" in EXTREMES)


def document_from(table: str, parts: Iterable[tuple[str, Any]]) -> Document:
    """The fields that these parts come to, members of lists in the order that they are given in."""
    document: Document = {}
    for part, value in parts:
        if part == ALL:
            document.update(value)
            continue
        names = [_unescaped(name) for name in part.split("/")]
        if is_member(part):
            document.setdefault(names[0], []).append(value)
            continue
        place = document
        for name in names[:-1]:
            if type(place.get(name)) is not dict:
                place[name] = {}
            place = place[name]
        if not (value == {} and type(place.get(names[-1])) is dict):  # that it is there is said by what is in it
            place[names[-1]] = dict(value) if value == {} else value
    return _in_its_order(table, document)


def _in_its_order(table: str, document: Document) -> Document:
    """A document with its fields as its table has them, and what must stand though nothing is in it."""
    from .documents import NAMES, table_called
    from .forms import Required

    shape = table_called(table).shape if table in NAMES else {}
    ordered: Document = {}
    for field, (_, absent) in shape.items():
        if field in document:
            ordered[field] = document.pop(field)
        elif absent is Required and field in NESTED:
            ordered[field] = {}
    return ordered | {field: document[field] for field in sorted(document)}


def _called(member: Any) -> str:
    return member if type(member) is str else json.dumps(member, sort_keys=True, separators=(",", ":"))


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _unescaped(name: str) -> str:
    return name.replace("~1", "/").replace("~0", "~")
