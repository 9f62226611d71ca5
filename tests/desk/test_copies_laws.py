"""Random histories on three machines with the real store: in whatever order they are merged, all come to the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.errors import PlannerError
from planner.domain.grammar.amend import Amendment
from planner.domain.kinds import Kind
from planner.domain.review import Verdict
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.store.home import Home
from planner.store.oddities import InOrder

BEGUN = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None

#: Clocks that are apart: by nothing, by an hour, by a year.
APART = (timedelta(), timedelta(hours=1), timedelta(days=364))

MACHINES = range(3)
NUMBER = st.integers(0, 3)
#: In this week, or over the border of one.
MOMENT = st.sampled_from(["yesterday 12:00", "8 days ago 12:00", "8 days ago 13:00", "15 days ago 12:00"])
PERSON = st.sampled_from(["Ana", "Bo"])

#: An act: what is done at a desk.
Act = Callable[[Desk], object]


def _entry(desk: Desk, number: int) -> str:
    ids = sorted(entry.id for entry in desk.entries(LogFilter()))
    return ids[number % len(ids)] if ids else "none"


def _set(desk: Desk, minutes: int) -> object:
    return desk.set_cells(Week.of(desk.now()), "lyon-ux", {Kind.MEETING: minutes})


ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda who: lambda desk: desk.log(f"m 30 lyon-ux @{who}"), PERSON),
    st.builds(lambda n: lambda desk: desk.log(f"c {n + 5} park"), NUMBER),
    st.builds(lambda n, m: lambda desk: desk.amend(_entry(desk, n), Amendment(note=f"note {m}")), NUMBER, NUMBER),
    st.builds(lambda n, m: lambda desk: desk.amend(_entry(desk, n), Amendment(minutes=f"{m + 1}0")), NUMBER, NUMBER),
    st.builds(lambda n: lambda desk: desk.amend(_entry(desk, n), Amendment(people="Ana, Bo")), NUMBER),
    st.builds(lambda n, to: lambda desk: desk.amend(_entry(desk, n), Amendment(start=to)), NUMBER, MOMENT),
    st.builds(lambda n, to: lambda desk: desk.amend(_entry(desk, n), Amendment(start=to)), NUMBER, MOMENT),
    st.builds(lambda n: lambda desk: desk.remove_entry(_entry(desk, n)), NUMBER),
    st.builds(lambda who, n: lambda desk: desk.edit_person(who, name=f"{who} {'XYZ'[n % 3]}"), PERSON, NUMBER),
    st.builds(lambda who, n: lambda desk: desk.edit_person(who, note=f"note {n}"), PERSON, NUMBER),
    st.builds(lambda who: lambda desk: desk.remove_person(who), PERSON),
    st.builds(lambda n: lambda desk: desk.edit_group("park", note=f"note {n}"), NUMBER),
    st.builds(lambda n: lambda desk: _set(desk, n * 10), NUMBER),
    st.just(lambda desk: desk.start("w park")),
    st.just(lambda desk: desk.start("c lyon-ux")),
    st.just(lambda desk: desk.stop()),
    st.just(lambda desk: desk.merge_people("Ana", "Bo")),
    st.just(lambda desk: desk.merge_groups("lyon-ux", "park")),
    st.just(lambda desk: desk.remove_group("park")),
    st.sampled_from(["Cercle", "cercle!"]).map(lambda name: lambda desk: desk.add_group(name)),
    st.just(lambda desk: desk.remove_group("cercle")),
    st.just(lambda desk: desk.log("m 20 cercle @Ana")),
    st.just(lambda desk: desk.take_verdict("park", Verdict.LEAVE)),
    st.just(lambda desk: desk.undo()),
    st.just(lambda desk: desk.redo()),
    st.builds(
        lambda keep: lambda desk: desk.settle_conflict(desk.conflicts()[0].id, keep) if desk.conflicts() else None,
        st.sampled_from(["mine", "theirs", "both"]),
    ),
)

#: A machine and what it does; a number in the place of an act is a machine whose home is merged there.
HISTORIES = st.lists(st.tuples(st.sampled_from(MACHINES), st.one_of(ACTS, st.sampled_from(MACHINES))), max_size=14)


class Machines:
    """Homes that were one, and the moment of each."""

    def __init__(self, folder: str) -> None:
        self.homes = [f"{folder}/{machine}" for machine in MACHINES]
        self._moments = [BEGUN + apart for apart in APART]
        first = self.desk(0)
        first.add_group("Lyon UX")
        first.add_group("Park")
        first.log("c 20 park yesterday")
        for other in self.homes[1:]:
            shutil.copytree(self.homes[0], other)

    def desk(self, machine: int) -> Desk:
        self._moments[machine] += timedelta(minutes=31)
        clock = Clock(UTC, self._moments[machine])
        home = Home(self.homes[machine], clock.now, "a test")
        home.when_due = lambda: None
        return Desk(home, clock)

    def live(self, history: list[tuple[int, Act | int]]) -> None:
        for machine, act in history:
            desk = self.desk(machine)
            if isinstance(act, int):
                if act != machine:
                    desk.merge_files([self.homes[act]], other_home=True)
                continue
            with suppress(PlannerError):
                act(desk)

    def merge(self, orders: list[list[int]]) -> None:
        """Merge into each all of the others, as they are now, in some order."""
        copies = [shutil.copytree(home, f"{home}-copy") for home in self.homes]
        for machine, order in enumerate(orders):
            for other in order:
                if other != machine:
                    self.desk(machine).merge_files([copies[other]], other_home=True)

    def said(self, machine: int) -> dict[tuple[str, str, str], dict[str, object]]:
        documents = self.desk(machine)._home.snapshot().documents()
        return {(file, table, document["id"]): document for file, table, document in documents}

    def places(self, machine: int) -> list[tuple[str, str]]:
        """The entries that stand anywhere, with the file that they stand in."""
        return sorted(
            (id_, file)
            for (file, table, id_), document in self.said(machine).items()
            if table == "entries" and "removed" not in document
        )

    def entries(self, machine: int) -> set[str]:
        return {entry.id for entry in self.desk(machine).entries(LogFilter())}


@given(HISTORIES, st.lists(st.permutations(list(MACHINES)), min_size=3, max_size=3))
@settings(max_examples=int(os.environ.get("EXAMPLES", "15")), deadline=None, suppress_health_check=list(HealthCheck))
def test_all_machines_come_to_the_same(history: list[tuple[int, Act | int]], orders: list[list[int]]) -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        machines = Machines(folder)
        machines.live(history)
        before = [machines.entries(machine) for machine in MACHINES]
        removed = [
            {key[2] for key, d in machines.said(m).items() if "removed" in d and "moved" not in d} for m in MACHINES
        ]
        machines.merge(orders)
        first, second, third = (machines.said(machine) for machine in MACHINES)
        assert first == second == third
        assert set().union(*before) - set().union(*removed) <= machines.entries(0)
        assert len({id_ for id_, _ in machines.places(0)}) == len(machines.places(0))
        assert machines.desk(0)._home.put_in_order() == InOrder()
        assert [finding for finding in machines.desk(0)._home.check() if not finding.good] == []
