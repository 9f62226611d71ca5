"""The keys of the full screen on the command line: listed, hers set and given back."""

from __future__ import annotations

from pathlib import Path

from .conftest import Planner


def test_all_are_listed_and_those_of_a_part(planner: Planner) -> None:
    lines = planner("keys").out.splitlines()
    assert lines[0].split() == ["esc", "Back", "to", "the", "week", "common.show.week"]
    assert len(lines) > 200
    week = planner("keys", "week").out.splitlines()
    assert week[0].split()[0] == "c" and all(" week." in line for line in week)
    assert [row["id"] for row in planner("keys", "week.plan", "--json").json] == ["week.plan"]
    assert "common.undo" in {row["id"] for row in planner("keys", "undo", "--json").json}


def test_one_is_set_and_given_back_and_undone(planner: Planner, home: Path) -> None:
    said = planner("keys", "week.plan", "f2", "ctrl+k")
    assert (said.code, said.out) == (0, "week.plan: f2 ctrl+k from now on.\n")
    assert (home / "config.toml").read_text() == '[keys]\n"week.plan" = "f2 ctrl+k"\n'
    row = {"id": "week.plan", "keys": ["f2", "ctrl+k"], "usual": ["p"], "does": "Plan the week", "hers": True}
    assert planner("keys", "week.plan", "--json").json == [row]
    assert "week.plan, yours; usually p" in planner("keys", "week").out
    assert planner("config", "keys", "--json").json == {"keys": {"week.plan": "f2 ctrl+k"}}
    assert planner("keys", "week.plan", "usual").out == "week.plan as usual from now on.\n"
    assert planner("config", "keys", "--json").json == {"keys": {}}
    planner("undo")
    assert planner("config", "keys", "--json").json == {"keys": {"week.plan": "f2 ctrl+k"}}


def test_what_cannot_be_is_refused_and_nothing_is_written(planner: Planner, home: Path) -> None:
    for words, why in (
        (("week.plan", "c"), "c is already “Log a contribution” there"),
        (("week.plan", "foo"), "“foo” is no key"),
        (("nothing.such",), "“nothing.such” is no action that has a key"),
        (("week", "f2"), "“week” is not one action"),
    ):
        said = planner("keys", *words)
        assert said.code == 2 and why in said.err
    said = planner("config", "keys", "week.plan=c")
    assert said.code == 2 and "c is already “Log a contribution” there" in said.err
    assert not (home / "config.toml").exists()


def test_a_table_with_points_in_its_names_is_read_too_and_keeps_its_comments(planner: Planner, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('[keys]\nweek.plan = "f2"  # mine\n"common.undo" = "f5"  # hers\n')
    assert planner("config", "keys", "--json").json == {"keys": {"week.plan": "f2", "common.undo": "f5"}}
    planner("keys", "common.undo", "f6")
    assert "# hers" in (home / "config.toml").read_text()
    assert planner("config", "keys", "--json").json == {"keys": {"week.plan": "f2", "common.undo": "f6"}}


def test_what_is_off_in_the_file_is_said_with_the_list(planner: Planner, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('[keys]\n"week.nothing" = "f2"\n')
    assert planner("keys", "week").out.startswith("config.toml, [keys], week.nothing: there is no such action")
    (home / "config.toml").write_text("keys = 3\n")
    assert "“3” is no value of “keys”" in planner("week").err


def test_keys_are_read_and_typed_in_the_language_spoken(planner: Planner) -> None:
    stop = planner("keys", "week.stop", PLANNER_LANG="fr")
    assert stop.out.startswith("Espace ")
    planner("keys", "week.plan", "Maj+F6", "pgsuiv", PLANNER_LANG="fr")
    assert planner("keys", "week.plan", PLANNER_LANG="fr").out.startswith("Maj+F6 PgSuiv ")
    assert planner("keys", "week.plan", "--json", PLANNER_LANG="fr").json[0]["keys"] == ["shift+f6", "pgdn"]
