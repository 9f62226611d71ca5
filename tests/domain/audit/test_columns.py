"""Sorting and filtering the audit by each of its columns."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.audit.audit import Audit, GroupAudit
from planner.domain.audit.columns import BY_NAME, COLUMNS, View, conditions, filtered, looked_through, ordered
from planner.domain.audit.dispersion import Dispersion
from planner.domain.audit.figures import figures
from planner.domain.audit.verdicts import Proposal
from planner.domain.budget.budget import Reality
from planner.domain.budget.upkeep import Upkeep
from planner.domain.errors import Misread
from planner.domain.group import Fit, Group, Role, Standing
from planner.domain.kinds import Split
from planner.domain.objective import Objective
from planner.domain.review import Verdict

SEEN = Objective("seen", "Be seen")


def row(name: str, *, look_due: bool = False, group: dict[str, object] | None = None, **more: object) -> GroupAudit:
    made = Group(name.lower(), name.lower(), name)._replace(**(group or {}))  # type: ignore[arg-type]
    told = figures(made, [])._replace(**more)  # type: ignore[arg-type]
    return GroupAudit(told, Proposal(Verdict.KEEP, ()), None, 1, Upkeep(told.group.upkeep, None, 45), look_due)


LYON = row("Lyon UX", group={"fit": Fit(3, 2, 3, 1), "objectives": ("seen",)}, people=3, last_gave=date(2026, 11, 20))
PMI = row("PMI", look_due=True, group={"roles": (Role.WATCH,)}, minutes=Split(0, 0, 90))
ECO = row("Éco", group={"standing": Standing.PARKED}, people=1)._replace(proposal=Proposal(Verdict.LEAVE, ("so",)))
ROWS = (PMI, LYON, ECO)


def names(rows: list[GroupAudit]) -> list[str]:
    return [each.group.name for each in rows]


def found(text: str) -> list[str]:
    return names(filtered(ROWS, conditions(text, [SEEN])))


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_column_sorts_both_ways(column: object) -> None:
    for turned in (False, True):
        assert sorted(names(ordered(ROWS, column, turned=turned))) == sorted(names(list(ROWS)))  # type: ignore[arg-type]


def test_names_sort_as_they_are_read_and_figures_from_the_largest_on() -> None:
    assert names(ordered(ROWS, BY_NAME["name"])) == ["Éco", "Lyon UX", "PMI"]
    assert names(ordered(ROWS, BY_NAME["people"])) == ["Lyon UX", "Éco", "PMI"]
    assert names(ordered(ROWS, BY_NAME["people"], turned=True)) == ["PMI", "Éco", "Lyon UX"]


def test_those_with_nothing_to_say_come_last_either_way() -> None:
    for turned in (False, True):
        assert names(ordered(ROWS, BY_NAME["gave"], turned=turned))[0] == "Lyon UX"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["PMI", "Lyon UX", "Éco"]),
        ("lyon", ["Lyon UX"]),
        ("eco", ["Éco"]),
        ("selected", ["PMI", "Lyon UX"]),
        ("watch", ["PMI"]),
        ("people=0", ["PMI"]),
        ("people>=1", ["Lyon UX", "Éco"]),
        ("selected people<3", ["PMI"]),
        ("read>60", ["PMI"]),
        ("gave>2026-11-01", ["Lyon UX"]),
        ("gave<2026-11-01", []),
        ("standing=parked", ["Éco"]),
        ("#seen", ["Lyon UX"]),
        ("due", ["PMI"]),
        ("open", ["Éco"]),
        ("a-person>0", []),
        ("nobody", []),
    ],
)
def test_each_word_of_a_filter_must_hold(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_group_is_found_by_any_of_its_roles_or_by_all() -> None:
    both = row("Both", group={"roles": (Role.TIES, Role.WATCH)})
    found = {
        text: names(filtered([PMI, both], conditions(text))) for text in ("role=watch", "role=ties", "role=x", "watch")
    }
    assert found == {"role=watch": ["PMI", "Both"], "role=ties": ["Both"], "role=x": [], "watch": ["PMI", "Both"]}


@pytest.mark.parametrize("text", ["height>3", "people<few", "#unheard", "fit>", "gave<2026-13-01"])
def test_what_is_no_condition_is_said(text: str) -> None:
    with pytest.raises(Misread):
        found(text)


def test_words_with_an_order_of_their_own_are_sorted_by_it() -> None:
    assert names(ordered(ROWS, BY_NAME["standing"])) == ["PMI", "Lyon UX", "Éco"]
    assert names(ordered(ROWS, BY_NAME["role"])) == ["Lyon UX", "Éco", "PMI"]
    both = row("Both", group={"roles": (Role.TIES, Role.WATCH)})
    assert names(ordered((*ROWS, both), BY_NAME["role"])) == ["Lyon UX", "Éco", "Both", "PMI"]
    assert names(ordered(ROWS, BY_NAME["verdict"])) == ["PMI", "Lyon UX", "Éco"]


def test_a_view_narrows_and_sorts() -> None:
    whole = Audit(8, date(2026, 11, 26), ROWS, Reality(0, 60, 0.0), Dispersion(1, (), 0, 0))
    assert names(looked_through(whole, View())) == ["PMI", "Lyon UX", "Éco"]
    assert names(looked_through(whole, View(Standing.SELECTED, column="people"))) == ["Lyon UX", "PMI"]
    assert names(looked_through(whole, View(text="#seen people>0"), [SEEN])) == ["Lyon UX"]
    assert (whole.count(), whole.count(Standing.PARKED), whole.open, whole.due) == (3, 1, 1, 1)


@pytest.mark.parametrize(
    ("column", "of", "told"),
    [
        ("read", PMI, "1h30"),
        ("read", LYON, ""),
        ("people", LYON, "3"),
        ("people", PMI, ""),
        ("gave", LYON, "20 Nov"),
        ("gave", PMI, ""),
        ("role", PMI, "watch"),
        ("role", row("Both", group={"roles": (Role.TIES, Role.WATCH)}), "ties, watch"),
        ("fit", PMI, ""),
        ("fit", row("Bad", group={"fit": Fit(0, 0, 0, 0)}), "0"),
        ("upkeep", LYON, ""),
        ("upkeep", row("Free", group={"upkeep": 0}), "0"),
    ],
)
def test_tables_are_told_the_same_or_not_at_all(column: str, of: GroupAudit, told: str) -> None:
    assert BY_NAME[column].text(of, date(2026, 11, 26)) == told
