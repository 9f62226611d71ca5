"""Files edited by hand, which no lock keeps apart from changes: nothing of either is lost without a word."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from planner.domain.errors import StoreError
from planner.domain.person import Person
from planner.store.home import Home
from planner.store.schema import FIRST, MIGRATIONS
from tests.store.conftest import MEMORY, NOW, UX, WEEK, Hands, entry, logs
from tests.store.crash.kinds import KINDS, planner
from tests.store.crash.states import Course, State, course

#: The schema of every file that is written today.
TODAY = FIRST + len(MIGRATIONS)


def edit(path: Path) -> None:
    """Add a person to a book as an editor would."""
    tables: dict[str, dict[str, object]] = (
        json.loads(path.read_text()) if path.exists() else {"meta": {"1": {"schema": TODAY}}}
    )
    person = {"id": "hand", "name": "By Hand", "cadence": 60, "changed": NOW.isoformat()}
    tables.setdefault("people", {})["99"] = person
    path.write_text(json.dumps(tables, indent=1))


@pytest.mark.parametrize("name", ["an entry with a new person", "removals", "the very first change"])
def test_an_edit_and_the_change_after_a_crash_are_not_lost(name: str) -> None:
    (kind,) = (each for each in KINDS if each.name == name)
    made = course(kind)
    found = []
    for state in made.states:
        with TemporaryDirectory(dir=MEMORY) as folder:
            state.tree.write(Path(folder))
            if (Path(folder) / "home").exists():
                edit(Path(folder) / "home/book.json")
                found.append(_after_an_edit(Path(folder), made, state))
    assert "there" in found and ("kept aside" in found or name == "the very first change")


def _after_an_edit(folder: Path, made: Course, state: State) -> str:
    """What has become of the edit, once all was looked at that is promised of it and of the change."""
    found = "there" if "hand" in planner(folder, Hands()).book().people else "kept aside"
    home = planner(folder, Hands())
    damage = home.damage()
    is_set_aside = any("it is set aside" in sentence for sentence in damage)
    if state.acknowledged and not is_set_aside:
        (week,) = made.after[-1]
        assert [each.id for each in home.week(WEEK).entries] == [each.id for each in week.entries]
    if found == "kept aside":
        assert any("Another program wrote book.json" in sentence for sentence in damage)
        assert [each.mend for each in home.check() if not each.good] == ["take in what is new in it"]
        assert all(each.good for each in home.mend())
    assert "hand" in home.book().people
    logs(home, entry("then"))
    assert any(each.id == "then" for each in planner(folder, Hands()).week(WEEK).entries)
    return found


def test_settings_edited_after_a_crash_stay_as_she_wrote_them() -> None:
    (kind,) = (each for each in KINDS if each.name == "a plan with the minutes she has")
    for state in course(kind).states:
        with TemporaryDirectory(dir=MEMORY) as folder:
            state.tree.write(Path(folder))
            config = Path(folder) / "home/config.toml"
            config.write_text("# hers\nminutes = 77\n")
            home = planner(Path(folder), Hands())
            home.book()
            assert home.settings().minutes == 77
            assert not any("config.toml" in sentence for sentence in home.damage())


def test_an_edit_at_the_same_moment_is_never_written_over(kept: Home, home: Path) -> None:
    logs(kept, entry("one"))
    with kept.change("Group") as change:
        change.put_group(UX)
    for _ in range(2):
        with (
            pytest.raises(StoreError, match=r"Another program wrote book\.json at the same moment"),
            kept.change("x") as change,
        ):
            change.put_person(Person("paul", "Paul"))
            edit(home / "book.json")
        assert list(kept.book().people) == ["hand"]
    with kept.change("Again") as change:
        change.put_person(Person("paul", "Paul"))
    assert set(kept.book().people) == {"hand", "paul"}
