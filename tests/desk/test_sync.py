"""One home on several machines, carried by git: what is logged on one is on all, and nothing is lost on the way."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from planner.domain.errors import Misread, Newer, PlannerError, Refused
from planner.domain.weeks.change import Change
from planner.git import runner
from tests.desk.machines import Machines, git


def refused(machines: Machines, name: str, kind: type[PlannerError] = Refused) -> str:
    with pytest.raises(kind) as error:
        machines.desk(name).sync()
    return str(error.value)


# Carrying


def test_a_home_that_is_set_up_on_a_second_machine_is_there_whole(machines: Machines) -> None:
    machines.desk("laptop").add_group("Lyon UX")
    machines.log("laptop", "c 25 lyon-ux answered")
    sent = machines.desk("laptop").set_up_sync(str(machines.remote))
    assert sent.change.words.startswith("This home is carried to")
    assert sent.sent
    came = machines.desk("desk").set_up_sync(str(machines.remote))
    assert "Came: 1 group and 1 entry." in came.change.notes
    assert machines.data("desk") == machines.data("laptop")


def test_what_both_machines_logged_is_on_both_to_the_byte(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.log("desk", "m 30 lyon-ux coffee")
    assert two.desk("laptop").sync().change.words == f"1 change sent to {two.remote}."
    assert two.desk("desk").sync().change.notes == ("Came: 1 entry.",)
    assert two.desk("laptop").sync().change.notes == ("Came: 1 entry.",)
    assert two.notes("laptop") == two.notes("desk") == ["answered", "coffee"]
    assert two.data("laptop") == two.data("desk")


def test_once_all_have_all_there_is_nothing_new_and_no_commit(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.log("desk", "m 30 lyon-ux coffee")
    for name in ("laptop", "desk", "laptop"):
        two.desk(name).sync()
    before = git(two.remote, "rev-parse", "main")
    for name in ("desk", "laptop", "desk"):
        done = two.desk(name).sync()
        assert done.change.words == f"Nothing new: {two.remote} has all that is here."
        assert not (done.kept or done.sent or done.came)
    assert git(two.remote, "rev-parse", "main") == before


def test_three_machines_that_sync_in_any_order_come_to_the_same(machines: Machines) -> None:
    names = ("laptop", "desk", "tablet")
    machines.joined(*names)
    for n, name in enumerate((*names, *reversed(names))):
        machines.log(name, f"c 25 lyon-ux answered {n}")
        machines.desk(name).sync()
    for name in ("laptop", "desk", "tablet", "laptop", "desk"):
        machines.desk(name).sync()
    assert len(machines.notes("tablet")) == 6
    assert machines.data("laptop") == machines.data("desk") == machines.data("tablet")
    assert not machines.desk("desk").sync().sent


def test_each_commit_says_what_was_done(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    assert "Lyon UX, “answered”" in git(two.home("laptop"), "log", "-1", "--format=%s")
    two.log("laptop", "c 10 lyon-ux a tip")
    two.log("laptop", "c 15 lyon-ux a talk")
    two.desk("laptop").sync()
    subject, _, *labels = git(two.home("laptop"), "log", "-1", "--format=%B").splitlines()
    assert subject == "2 changes"
    assert ["a talk" in labels[0], "a tip" in labels[1]] == [True, True]
    two.desk("laptop").undo()
    two.desk("laptop").sync()
    assert git(two.home("laptop"), "log", "-1", "--format=%s").startswith("Undone: Logged")


def test_the_commit_of_a_merge_tells_of_no_change_twice(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    two.log("desk", "m 30 lyon-ux coffee")
    two.desk("desk").sync()
    two.log("desk", "c 10 lyon-ux a tip")
    assert len(two.desk("desk").sync().kept) == 1
    said = git(two.home("desk"), "log", "--format=%B")
    assert said.count("a tip") == said.count("coffee") == said.count("answered") == 1


def test_only_what_is_hers_is_carried(two: Machines) -> None:
    two.desk("laptop").start("c lyon-ux")
    (two.home("laptop") / "letter.txt").write_text("private")
    two.desk("laptop").sync()
    names = git(two.home("laptop"), "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert names == [".gitattributes", ".gitignore", "book.json"]
    assert git(two.home("laptop"), "status", "--short") == ""


def test_one_undo_takes_a_merge_back_here_and_nothing_from_the_other(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    two.log("desk", "m 30 lyon-ux coffee")
    assert two.desk("desk").sync().change.undoable
    assert two.desk("desk").undo().words == f"Undone: Merged what came from {two.remote}"
    assert two.notes("desk") == ["coffee"]
    head = git(two.home("desk"), "rev-parse", "HEAD")
    two.desk("desk").sync()
    assert two.notes("desk") == ["coffee"]
    two.desk("laptop").sync()
    assert two.notes("laptop") == ["answered", "coffee"]  # what it has itself it keeps, and sends again
    assert head in git(two.home("laptop"), "rev-list", "HEAD")  # nothing that was sent is taken out of the history
    two.desk("desk").sync()
    assert two.data("laptop") == two.data("desk")


def test_what_is_a_link_is_carried_as_what_it_leads_to(two: Machines, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links need rights there")
    book = two.home("laptop") / "book.json"
    book.rename(tmp_path / "elsewhere.json")
    book.symlink_to(tmp_path / "elsewhere.json")
    two.desk("laptop").add_group("PMI France")
    two.desk("laptop").sync()
    two.desk("desk").sync()
    assert len(two.desk("desk").book().groups) == 2
    assert not (two.home("desk") / "book.json").is_symlink()
    assert book.is_symlink()


# Settings


def test_settings_that_one_machine_changed_are_changed_on_both(two: Machines) -> None:
    settings = two.home("laptop") / "config.toml"
    settings.write_text('# mine\nminutes = 300\ntheme = "planner-dark"\non_warning = "say it"\n')
    (two.home("laptop") / "themes").mkdir(exist_ok=True)
    (two.home("laptop") / "themes" / "sea.toml").write_text('name = "sea"\n')
    two.desk("laptop").sync()
    held = "on_warning came from elsewhere and is not run; this lets it: planner config on_warning 'say it'"
    assert two.desk("desk").sync().change.notes == ("Came: config.toml and themes/sea.toml.", held)
    other = two.home("desk") / "config.toml"
    assert other.read_bytes() == settings.read_bytes()
    other.write_text('# mine\nminutes = 240\ntheme = "planner-dark"\n')
    (two.home("desk") / "themes" / "sea.toml").unlink()
    settings.write_text('# mine\nminutes = 300\ntheme = "planner-light"\n')
    for name in ("desk", "laptop", "desk"):
        two.desk(name).sync()
    assert settings.read_text() == other.read_text() == '# mine\nminutes = 240\ntheme = "planner-light"\n'
    assert not (two.home("laptop") / "themes" / "sea.toml").exists()
    assert two.desk("laptop").undo().words.startswith("Undone: Merged")
    assert "minutes = 300" in settings.read_text()


def test_a_setting_that_both_changed_stays_where_it_is_said(two: Machines) -> None:
    (two.home("laptop") / "config.toml").write_text("minutes = 300\n")
    (two.home("desk") / "config.toml").write_text("minutes = 240\n")
    two.desk("laptop").sync()
    notes = two.desk("desk").sync().change.notes
    assert notes == ("Changed on both machines, and left here as they are: minutes.",)
    two.desk("laptop").sync()
    assert (two.home("laptop") / "config.toml").read_text() == "minutes = 240\n"
    assert not two.desk("desk").sync().sent


def test_settings_that_git_has_left_both_sides_in_are_put_together(two: Machines) -> None:
    settings = two.home("desk") / "config.toml"
    sides = "<<<<<<< HEAD\nminutes = 240\n=======\nminutes = 300\nnight_hour = 3\n>>>>>>> laptop\n"
    settings.write_text(sides)
    desk = two.desk("desk")
    assert desk.settings().minutes is None and "“planner merge” puts them together" in desk.notices[0]
    said = desk.merge_waiting().change.words
    assert said == "config.toml: what each machine set counts; of what both did, this one’s: minutes."
    assert (settings.read_text(), desk.notices) == ("minutes = 240\nnight_hour = 3\n", ())
    settings.write_text(sides.replace("240", "300"))
    assert desk.merge_waiting().change.words == "config.toml: what each machine set counts."
    settings.write_text(sides)
    assert desk.sync().change.notes == ("Changed on both machines, and left here as they are: minutes.",)
    settings.write_text(sides.replace("240", "= 240"))
    with pytest.raises(Refused, match="No copy of another machine"):
        desk.merge_waiting()
    assert desk.notices[0].endswith("is no TOML. Mend it there; the usual settings count meanwhile.")


def test_what_git_has_left_open_and_planner_cannot_merge_is_named(two: Machines) -> None:
    (two.home("laptop") / "config.toml").write_text("minutes = 300\n")
    two.desk("laptop").sync()
    home = two.home("desk")
    (home / "config.toml").write_text("minutes = = 240\n")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "-m", "By hand")
    git(home, "pull", "--quiet", "--no-rebase", fails=True)
    assert "both sides of a merge in config.toml: choose in it, then “git add”" in refused(two, "desk")


def test_settings_that_are_no_toml_stay_as_they_are_and_are_not_sent(two: Machines) -> None:
    laptop, desk = (two.home(name) / "config.toml" for name in ("laptop", "desk"))
    laptop.write_text("minutes = 300\n")
    desk.write_text("minutes = = 240\n")
    two.desk("laptop").sync()
    assert two.desk("desk").sync().change.notes[-1].endswith("left here as they are: config.toml.")
    assert desk.read_text() == "minutes = = 240\n"
    two.log("desk", "c 25 lyon-ux answered")
    two.desk("desk").sync()
    two.desk("laptop").sync()
    assert laptop.read_text() == "minutes = 300\n"
    desk.write_text("minutes = 240\n")
    two.desk("desk").sync()
    two.desk("laptop").sync()
    assert laptop.read_text() == "minutes = 240\n"
    laptop.write_text("minutes = = 300\n")
    git(two.home("laptop"), "commit", "--quiet", "--all", "-m", "by hand")
    git(two.home("laptop"), "push", "--quiet", str(two.remote), "HEAD:main")
    two.desk("desk").sync()
    assert desk.read_text() == "minutes = 240\n"


# What keeps a sync from it


def test_a_home_that_is_not_set_up_says_how(machines: Machines) -> None:
    machines.desk("laptop").add_group("Lyon UX")
    assert "planner sync --setup URL|PATH" in refused(machines, "laptop")


def test_a_clone_that_was_made_by_hand_says_where_it_came_from(two: Machines) -> None:
    git(two.folder, "clone", "--quiet", str(two.remote), "tablet")
    assert f"planner sync --setup {two.remote}" in refused(two, "tablet")
    two.desk("tablet").set_up_sync(str(two.remote))
    two.log("tablet", "c 25 lyon-ux answered")
    two.desk("tablet").sync()
    two.desk("laptop").sync()
    assert two.notes("laptop") == ["answered"]


@pytest.mark.parametrize(
    "where", ["", " ", "--upload-pack=touch x", "ext::sh -c touch% x", "a\nb", "https://x\x1b[31m"]
)
def test_what_is_no_address_is_refused_before_anything_is_made(machines: Machines, where: str) -> None:
    with pytest.raises(Misread):
        machines.desk("laptop").set_up_sync(where)
    assert not machines.home("laptop").exists()


def test_a_path_without_a_repository_is_refused_with_how_to_make_one(machines: Machines) -> None:
    machines.desk("laptop").add_group("Lyon UX")
    (machines.folder / "empty").mkdir()
    git(machines.folder, "init", "--quiet", "worked-in")
    for name, words in (
        ("none", "git init --bare"),
        ("empty", "There is no repository at"),
        ("laptop", "is the home itself"),
        ("worked-in", "git init --bare"),
    ):
        with pytest.raises(Refused, match=words):
            machines.desk("laptop").set_up_sync(str(machines.folder / name))
    assert not (machines.home("laptop") / ".git").exists()


def test_a_repository_with_other_things_is_left_alone(machines: Machines) -> None:
    other = machines.folder / "other"
    git(machines.folder, "clone", "--quiet", str(machines.remote), "other")
    (other / "thesis.tex").write_text("text")
    git(other, "add", "thesis.tex")
    git(other, "commit", "--quiet", "-m", "Begin")
    git(other, "push", "--quiet", "origin", "HEAD:main")
    machines.desk("laptop").add_group("Lyon UX")
    with pytest.raises(Refused, match=r"holds other things, and nothing of planner’s: thesis\.tex\."):
        machines.desk("laptop").set_up_sync(str(machines.remote))
    assert not (machines.home("laptop") / ".git").exists()
    assert git(machines.remote, "rev-list", "--count", "main") == "1"


def test_what_else_stands_in_a_repository_stays_there_and_out_of_the_home(two: Machines) -> None:
    git(two.folder, "clone", "--quiet", str(two.remote), "other")
    other = two.folder / "other"
    (other / "README.md").write_text("What this is.")
    git(other, "add", "--force", "README.md")
    git(other, "commit", "--quiet", "-m", "Say what this is")
    git(other, "push", "--quiet")
    two.log("laptop", "c 25 lyon-ux answered")
    for name in ("laptop", "desk", "laptop", "desk"):
        two.desk(name).sync()
    assert "README.md" in git(two.remote, "ls-tree", "--name-only", "main").splitlines()
    assert not (two.home("laptop") / "README.md").exists()
    assert git(two.home("laptop"), "status", "--short") == ""
    git(other, "pull", "--quiet")
    git(other, "rm", "--quiet", "README.md")
    git(other, "commit", "--quiet", "-m", "Take it away")
    git(other, "push", "--quiet")
    for name in ("laptop", "desk"):
        two.desk(name).sync()
    assert "README.md" not in git(two.remote, "ls-tree", "--name-only", "main")


def test_another_persons_home_is_put_together_with_hers_only_when_told(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    other = two.desk("his")
    other.add_group("Chess club")
    other.log("m 30 chess a game")
    with pytest.raises(Refused, match="holds another home"):
        two.desk("his").set_up_sync(str(two.remote))
    assert "--other-home" in refused(two, "his")
    assert two.notes("his") == ["a game"]
    two.desk("his").set_up_sync(str(two.remote), other_home=True)
    assert two.notes("his") == ["a game", "answered"]


def test_where_the_remote_is_gone_it_is_said_and_the_home_goes_on(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    away = two.remote.rename(two.folder / "away")
    done = two.desk("laptop").sync()
    assert done.change.words == "1 change is kept in git, and not sent yet."
    assert "There is no repository at" in done.why
    away.rename(two.remote)
    two.desk("laptop").sync()
    two.desk("desk").sync()
    assert two.notes("desk") == ["answered"]


def test_offline_it_is_kept_and_sent_by_the_next_sync(two: Machines) -> None:
    home = two.home("laptop")
    git(home, "config", "remote.origin.url", "http://127.0.0.1:9/planner.git")
    two.log("laptop", "c 25 lyon-ux answered")
    done = two.desk("laptop").sync()
    assert done.change.words == "1 change is kept in git, and not sent yet."
    assert done.why == "http://127.0.0.1:9/planner.git cannot be reached now; the next “planner sync” goes on."
    assert two.desk("laptop").sync().change.words == "Nothing was fetched or sent."
    with pytest.raises(Refused, match="cannot be reached now: nothing was changed"):
        two.desk("laptop").set_up_sync("http://127.0.0.1:9/another.git")
    git(home, "config", "remote.origin.url", str(two.remote))
    done = two.desk("laptop").sync()
    assert done.sent
    assert done.change == Change(f"Sent to {two.remote} what it did not have.", undoable=False)


def test_a_history_that_was_written_anew_is_said_and_taken_only_when_told(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    old = git(two.home("laptop"), "rev-parse", "HEAD")
    new = git(two.remote, "commit-tree", "main~1^{tree}", "-m", "Anew")
    git(two.remote, "update-ref", "refs/heads/main", new)
    two.log("laptop", "m 30 lyon-ux coffee")
    for _ in range(2):
        assert "somebody wrote that anew" in refused(two, "laptop")
    assert git(two.remote, "rev-parse", "main") == new
    two.desk("laptop").set_up_sync(str(two.remote))
    assert two.notes("laptop") == ["answered", "coffee"]
    assert old in git(two.home("laptop"), "rev-list", "--all")
    assert old not in git(two.remote, "rev-list", "main")  # what was taken out of it on purpose is not sent again
    two.desk("desk").set_up_sync(str(two.remote))
    assert two.notes("desk") == ["answered", "coffee"]


def test_a_remote_that_was_emptied_is_filled_again(two: Machines) -> None:
    git(two.remote, "update-ref", "-d", "refs/heads/main")
    assert two.desk("laptop").sync().sent
    assert git(two.remote, "rev-parse", "main") == git(two.home("laptop"), "rev-parse", "HEAD")


def test_a_newer_planner_on_the_other_machine_is_said_and_nothing_is_merged(two: Machines) -> None:
    git(two.folder, "clone", "--quiet", str(two.remote), "other")
    book = two.folder / "other" / "book.json"
    book.write_text(re.sub(r'"schema": \d+', '"schema": 99', book.read_text()))
    git(two.folder / "other", "commit", "--quiet", "-am", "Newer")
    git(two.folder / "other", "push", "--quiet")
    two.log("laptop", "c 25 lyon-ux answered")
    said = refused(two, "laptop", Newer)
    assert said.startswith(f"In {two.remote}: ")
    assert said.endswith("Nothing was merged or sent; what changed here is kept.")
    assert two.notes("laptop") == ["answered"]
    assert "answered" in git(two.home("laptop"), "log", "-1", "--format=%s")


def test_damage_is_not_carried(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    before = git(two.remote, "rev-parse", "main")
    (week,) = (two.home("laptop") / "weeks").glob("*.json")
    week.write_bytes(week.read_bytes()[:-20])
    assert "is damaged" in refused(two, "laptop")
    two.desk("laptop").report()
    assert "planner check --mend" in refused(two, "laptop")
    assert git(two.remote, "rev-parse", "main") == before


def test_a_damaged_file_from_elsewhere_is_named_and_nothing_is_merged(two: Machines) -> None:
    git(two.folder, "clone", "--quiet", str(two.remote), "other")
    (two.folder / "other" / "book.json").write_text("{")
    git(two.folder / "other", "commit", "--quiet", "-am", "Damage")
    git(two.folder / "other", "push", "--quiet")
    book = (two.home("laptop") / "book.json").read_bytes()
    assert "book.json is damaged" in refused(two, "laptop")
    assert (two.home("laptop") / "book.json").read_bytes() == book


def test_what_was_begun_by_hand_is_to_be_finished_by_hand(two: Machines) -> None:
    (two.home("laptop") / ".git" / "rebase-merge").mkdir()
    assert "a rebase or a cherry-pick waits" in refused(two, "laptop")
    (two.home("laptop") / ".git" / "rebase-merge").rmdir()
    git(two.home("laptop"), "checkout", "--quiet", "--detach")
    assert "is on no branch" in refused(two, "laptop")


def test_what_a_git_that_was_cut_off_left_behind_is_in_nobodys_way(
    two: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "PATIENCE", 0)
    for name in ("index", "HEAD", "refs/heads/main", "refs/remotes/origin/main", "config"):
        (two.home("laptop") / ".git" / f"{name}.lock").touch()
    two.log("laptop", "c 25 lyon-ux answered")
    assert two.desk("laptop").sync().sent
    two.desk("laptop").set_up_sync(str(two.remote))


def test_what_keeps_a_remote_from_being_written_to_is_said_with_what_came(two: Machines) -> None:
    two.log("desk", "c 25 lyon-ux answered")
    two.desk("desk").sync()
    two.log("laptop", "c 15 lyon-ux asked")
    (two.remote / "refs/heads/main.lock").touch()
    done = two.desk("laptop").sync()
    assert "was cut off while writing there: nothing was sent yet" in done.why
    assert done.change.words == "1 change is kept in git, and not sent yet."
    assert done.change.notes == ("Came: 1 entry.",)
    assert two.desk("laptop").sync().change.words == "Nothing was fetched or sent."


def test_what_a_power_cut_has_damaged_is_begun_anew_and_nothing_is_lost(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    home = two.home("laptop")
    for each in (home / ".git" / "objects").glob("??/*"):
        each.chmod(0o600)
        each.write_bytes(b"")
    assert "Move “.git” away" in refused(two, "laptop")
    with pytest.raises(Refused, match="your records are whole"):
        two.desk("laptop").set_up_sync(str(two.remote))
    (home / ".git").rename(two.folder / "away")
    assert two.desk("laptop").set_up_sync(str(two.remote)).sent
    two.desk("desk").sync()
    assert two.notes("desk") == ["answered"]


def test_hooks_and_what_is_set_for_another_repository_do_not_count(
    two: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = two.home("laptop") / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("pre-push", "pre-commit", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n")
        (hooks / name).chmod(0o755)
    monkeypatch.setenv("GIT_DIR", str(two.home("desk") / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    two.log("laptop", "c 25 lyon-ux answered")
    assert two.desk("laptop").sync().sent


def test_without_git_it_is_said_how_to_come_by_it(two: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(two.folder))
    assert refused(two, "laptop") == "There is no git on this machine: install it, and do it again."


# git by hand


def test_a_merge_that_git_could_not_end_is_read_whole_and_ended(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    two.log("desk", "m 30 lyon-ux coffee")
    home = two.home("desk")
    git(home, "config", "--remove-section", "merge.planner")
    (home / ".gitattributes").unlink()
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "-m", "By hand")
    git(home, "pull", "--quiet", "--no-rebase", fails=True)
    assert b"<<<<<<<" in next((home / "weeks").iterdir()).read_bytes()
    assert two.notes("desk") == ["answered", "coffee"]
    desk = two.desk("desk")
    assert desk.damage() == []
    two.log("desk", "c 5 lyon-ux a tip")
    assert "planner sync --setup" in refused(two, "desk")
    two.desk("desk").set_up_sync(str(two.remote))
    two.desk("laptop").sync()
    assert two.notes("laptop") == two.notes("desk") == ["a tip", "answered", "coffee"]
    assert two.data("laptop") == two.data("desk")
    assert not (home / ".git" / "MERGE_HEAD").exists()
    assert git(home, "status", "--short") == ""


def test_both_sides_are_sent_as_what_they_come_to(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    two.log("desk", "m 30 lyon-ux coffee")
    home = two.home("desk")
    git(home, "config", "merge.planner.driver", "false")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "-m", "By hand")
    git(home, "fetch", "--quiet")
    git(
        home,
        "-c",
        "merge.planner.driver=git merge-file --diff3 %A %O %B",
        "merge",
        "--quiet",
        "origin/main",
        fails=True,
    )
    assert two.desk("desk").sync().sent
    two.desk("laptop").sync()
    assert two.notes("laptop") == ["answered", "coffee"]
    assert b"<<<<<<<" not in b"".join(two.data("laptop").values())


def test_what_a_merge_by_hand_left_out_is_not_lost(two: Machines) -> None:
    two.log("laptop", "c 25 lyon-ux answered")
    two.desk("laptop").sync()
    two.log("desk", "m 30 lyon-ux coffee")
    home = two.home("desk")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "-m", "By hand")
    git(home, "fetch", "--quiet")
    git(home, "-c", "merge.planner.driver=false", "merge", "--quiet", "origin/main", fails=True)
    assert (home / ".git" / "MERGE_HEAD").exists()
    assert two.notes("desk") == ["coffee"]  # git has kept this side alone, and left the merge open
    assert two.desk("desk").sync().sent
    assert two.notes("desk") == ["answered", "coffee"]
    assert git(home, "status", "--short") == ""
    two.desk("laptop").sync()
    assert two.data("laptop") == two.data("desk")
