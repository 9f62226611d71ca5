"""Every state that a kind of change may be cut off in, and what is asked of each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from planner.domain.errors import PlannerError
from planner.domain.record import WeekRecord
from planner.store.home import Home
from tests.store.conftest import MEMORY, WEEK, Hands, entry, logs

from .disk import Disk, Tree, recorded
from .kinds import ChangeKind, planner


class State(NamedTuple):
    """What a crash left after a number of system calls, and whether the change had been acknowledged."""

    call: int
    tree: Tree
    acknowledged: bool


class Course(NamedTuple):
    """A change from before to after: what was there, what is there, and every state between."""

    before: Any
    after: Any
    states: list[State]
    calls: int


def course(kind: ChangeKind, *, lying: bool = False) -> Course:
    """Make a change once, and gather every state it may be cut off in; a ``lying`` disk does not sync its folders."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        hands = Hands()
        kind.before(planner(Path(folder), hands))
        hands.turn(days=kind.days)
        before = _seen_in_a_copy(Path(folder), hands, kind.first)
        home = planner(Path(folder), hands)
        states, calls = _recorded(Path(folder), lambda: kind.does(home), lambda: kind.first(home), lying=lying)
        return Course(before, _seen_in_a_copy(Path(folder), hands), states, calls)


def recovery(kind: ChangeKind, state: State) -> Course:
    """What the next planner does with such a state, which may be cut off itself."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        hands = Hands()
        hands.turn(days=kind.days)
        state.tree.write(Path(folder))
        after = _seen_in_a_copy(Path(folder), hands)
        states, calls = _recorded(Path(folder), lambda: planner(Path(folder), hands).book())
        return Course(after, after, states, calls)


def _recorded(
    folder: Path, does: Callable[[], object], first: Callable[[], object] = lambda: None, *, lying: bool = False
) -> tuple[list[State], int]:
    found: dict[object, State] = {}
    chance, calls, begun = Random(48), 0, False

    def gather(disk: Disk, acknowledged: bool = False) -> None:
        nonlocal calls
        if not begun:
            return
        calls += 1
        for tree in disk.states(chance):
            key = _key(tree), acknowledged
            found.setdefault(key, State(calls, tree, acknowledged))

    with recorded(folder, gather, lying=lying) as disk:
        first()
        begun = True
        gather(disk)
        does()
        gather(disk, acknowledged=True)
    return list(found.values()), calls


def _key(tree: Tree) -> object:
    return frozenset(tree.files.items()), frozenset(tree.links.items()), frozenset(tree.folders)


def wrong_with(kind: ChangeKind, course_: Course, state: State) -> str:
    """What a state betrays, in words; empty where it keeps every promise."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        state.tree.write(Path(folder))
        hands = Hands()
        hands.turn(days=kind.days)
        try:
            return "; ".join(_broken_promises(kind, course_, state, lambda: _left_unverified(Path(folder), hands)))
        except PlannerError as error:
            return f"blocked: {error}"


def _left_unverified(folder: Path, hands: Hands) -> Home:
    """One that leaves it to another process to verify a backup, as a command does."""
    home = planner(folder, hands)
    home.when_due = lambda: None
    return home


def _broken_promises(kind: ChangeKind, course_: Course, state: State, opens: Callable[[], Home]) -> Iterator[str]:
    seen = seen_of(opens())
    if seen != course_.after and (state.acknowledged or seen != course_.before):
        yield "what was acknowledged is lost" if state.acknowledged else "the change is half there"
    home = opens()
    logs(home, entry("probe"), label="Probe")
    if not any(each.id == "probe" for each in opens().week(WEEK).entries):
        yield "a new entry is not kept"
    if opens().undo().label != "Probe" or seen_of(opens()) != seen:
        yield "undo does not take the new entry back"
    made = seen == course_.after != course_.before
    if kind.backwards and made:
        opens().undo()
        if seen_of(opens()) != course_.before:
            yield "undo does not take the change back"
        opens().redo()
        if seen_of(opens()) != course_.after:
            yield "redo does not make it again"
    if bad := [finding for finding in opens().check() if not finding.good and ".damaged-" not in finding.file]:
        yield f"check finds {bad[0].file}: {bad[0].what}"


def seen_of(home: Home) -> Any:
    """All that a planner shows of a home but its history, and whether it still tells of damage: what that took is back
    before it ends."""
    weeks = [home.week(week)._replace(unread=False) for week in home.weeks()]
    return home.settings(), home.book(), home.timer(), [week for week in weeks if week != WeekRecord(week.week)]


def _seen_in_a_copy(folder: Path, hands: Hands, after: Callable[[Home], object] = lambda home: None) -> Any:
    """Looking may change something: what was cut off is finished, what is damaged set aside."""
    with TemporaryDirectory(dir=MEMORY) as other:
        shutil.copytree(folder, other, symlinks=True, dirs_exist_ok=True)
        after(planner(Path(other), hands))
        return seen_of(planner(Path(other), hands))
