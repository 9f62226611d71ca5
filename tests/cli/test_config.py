"""Settings on the command line: all of them, one, one set in people's words, and given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.grammar.setting_rows import SETTINGS

from .conftest import Planner


def test_all_are_listed_each_with_its_value_and_what_it_is_for(planner: Planner) -> None:
    lines = planner("config").out.splitlines()
    assert [line.split()[0] for line in lines] == [setting.key for setting in SETTINGS]
    assert lines[7] == "review_day              Friday                 the day of your review: 0 is Monday, 6 Sunday"
    assert list(planner("config", "--json").json) == [setting.key for setting in SETTINGS]


def test_the_help_names_them_all_with_what_each_is_for(planner: Planner, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        planner("config", "--help")
    page = capsys.readouterr().out
    assert [setting.key for setting in SETTINGS if f"{setting.key} " not in page] == []
    assert [setting.key for setting in SETTINGS if setting.sentence() not in page] == []


def test_one_is_set_in_peoples_words_and_her_comments_stay(planner: Planner, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("# mine\nreview_day = 2  # after the market\n", encoding="utf-8")
    said = planner("config", "review_day", "friday")
    assert (said.code, said.out, said.err) == (0, "review_day: Friday from now on.\n", "")
    assert (home / "config.toml").read_text(encoding="utf-8") == "# mine\nreview_day = 4  # after the market\n"
    assert planner("config", "review_day", "--json").json == {"review_day": 4}
    assert planner("config", "minutes", "5h").out == "You have 5h a week from now on.\n"
    assert planner("config", "ascii", "yes", "--json").json == {"ascii": True}
    assert planner("config", "warn", "early").code == 0
    assert planner("undo").code == 0
    assert planner("config", "warn", "--json").json == {"warn": "usual"}


def test_one_is_given_back_and_goes_from_the_file(planner: Planner, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("review_day = 2\nminutes = 300\n")
    assert planner("config", "review_day", "usual").out == "review_day as usual from now on: Friday.\n"
    assert planner("config", "minutes", "usual").out == "minutes as usual from now on: not said yet.\n"
    assert (home / "config.toml").read_text() == ""
    planner("undo")
    assert planner("config", "minutes", "--json").json == {"minutes": 300}


@pytest.mark.parametrize("words", [["review_day", "someday"], ["nothing"], ["nothing", "3"], ["minutes", "lots"]])
def test_what_is_off_is_refused_and_nothing_is_written(planner: Planner, home: Path, words: list[str]) -> None:
    said = planner("config", *words)
    assert said.code == 2 and f"“{words[-1] if words[0] != 'nothing' else 'nothing'}”" in said.err
    assert not (home / "config.toml").exists()


def test_a_theme_that_there_is_not_is_refused_with_those_there_are(planner: Planner, home: Path) -> None:
    said = planner("config", "theme", "midnight")
    assert said.code == 2 and "no theme “midnight”; there are: planner-blue-orange, planner-contrast, " in said.err
    write_theme(home, "midnight", 'extends = "planner-dark"\n')
    assert planner("config", "theme", "midnight").out == "theme: midnight from now on.\n"


def write_theme(home: Path, name: str, text: str) -> None:
    (home / "themes").mkdir(parents=True, exist_ok=True)
    (home / "themes" / f"{name}.toml").write_text(text)


@pytest.mark.parametrize("text", ["no theme\n", "dark = true\n", '[colors]\nbackground = "blueish"\n'])
def test_a_theme_of_no_use_is_refused_and_nothing_is_written(planner: Planner, home: Path, text: str) -> None:
    write_theme(home, "broken", text)
    (home / "config.toml").write_text("# mine\nminutes = 300\ntheme = 'planner-light'\n")
    said = planner("config", "theme", "broken")
    assert (said.code, said.out) == (1, "") and said.err.startswith("planner: Theme themes/broken.toml")
    assert (home / "config.toml").read_text() == "# mine\nminutes = 300\ntheme = 'planner-light'\n"


def test_a_theme_that_is_hard_to_see_is_kept_and_says_so(planner: Planner, home: Path) -> None:
    write_theme(home, "pale", 'extends = "planner-light"\n[colors]\ndim = "#eeeeee"\nshiny = "#ffffff"\n')
    said = planner("config", "theme", "pale")
    assert said.code == 0 and said.out.startswith("theme: pale from now on.\n")
    assert "hard to see are dim (#eeeeee on" in said.out and "key colors.shiny: there is no such role" in said.out
    assert planner("config", "theme", "--json").json == {"theme": "pale"}


def test_what_an_open_screen_takes_only_when_it_is_started_says_so(planner: Planner) -> None:
    later = "A screen that is open now has it once planner is started again."
    assert planner("config", "language", "en").out.split("\n")[1].strip() == later
    assert later not in planner("config", "language", "en").out
    assert later not in planner("config", "theme", "planner-light").out


OFF = 'minutes = true\nreview_hour = 9\nwarn = "often"\nminuts = 3\n'


def test_a_setting_that_is_off_is_said_by_every_command_and_stops_none(planned: Planner, home: Path) -> None:
    (home / "config.toml").write_text(OFF)
    for words in (["week"], ["log", "c 5 lyon-ux"], ["status", "--json"], ["plan", "suggest", "240"], ["config"]):
        said = planned(*words)
        assert said.code == 0, words
        assert "“true” is no value of “minutes”" in said.err and "“often” is no value of “warn”" in said.err
        assert "there is no “minuts”" in said.err
    said = planned("remove", "nothing")
    assert said.code == 1 and "“true” is no value of “minutes”" in said.err
    settings = planned("config", "--json").json
    assert (settings["minutes"], settings["review_hour"], settings["warn"]) == (None, 9, "usual")


def test_what_is_off_is_mended_one_by_one_from_here(planned: Planner, home: Path) -> None:
    (home / "config.toml").write_text(OFF)
    said = planned("config", "minutes", "5h")
    assert said.code == 0 and "minutes”" not in said.err and "“often” is no value" in said.err
    assert planned("config", "warn", "usual").code == 0
    assert (home / "config.toml").read_text() == "minutes = 300\nreview_hour = 9\nminuts = 3\n"


def test_a_file_that_is_no_toml_stops_nothing_but_what_would_write_over_it(planned: Planner, home: Path) -> None:
    (home / "config.toml").write_text("minutes = 300\nwarn = \n")
    for words in (["week"], ["log", "c 5 lyon-ux"], ["config"]):
        said = planned(*words)
        assert said.code == 0 and said.err.count("config.toml cannot be read: line 2, “warn =”") == 1, words
    for words in (["config", "minutes", "5h"], ["plan", "suggest", "240", "--apply"]):
        said = planned(*words)
        assert (said.code, said.out) == (1, "") and said.err.count("line 2, “warn =”") == 1, words
    assert (home / "config.toml").read_text() == "minutes = 300\nwarn = \n"


def test_commands_and_their_help_speak_the_language_that_is_set(
    planner: Planner, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unset = {"PLANNER_LANG": "", "LANG": "en_GB.UTF-8"}
    planner("group", "add", "Lyon UX")
    assert planner("config", "language", "fr").code == 0
    assert "mains" in planner("status", **unset).out
    assert "n’est pas un réglage" in planner("config", "nothing", **unset).err
    assert "ouvrir le plein écran" in planner("--help", **unset).out
    assert "Le plein écran demande un terminal" in planner(**unset).err  # which it says as the screen would speak
    with pytest.raises(SystemExit):
        planner("config", "--help", **unset)
    assert "la langue que parle planner" in capsys.readouterr().out
    assert "hands" in planner("status", **{**unset, "PLANNER_LANG": "en"}).out
    assert "mains" in planner("status", **{**unset, "PLANNER_LANG": "de"}).out
    planner("config", "language", "usual")
    assert "hands" in planner("status", **unset).out
    assert "mains" in planner("status", **{**unset, "LANG": "fr_FR.UTF-8"}).out
    assert "mains" in planner("status", **{**unset, "LANGUAGE": "fr:en"}).out


def test_a_language_that_is_none_is_said_in_the_one_of_the_system(planner: Planner, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('language = "de"\n')
    said = planner("status", PLANNER_LANG="", LANG="fr_FR.UTF-8")
    assert said.code == 0 and "n’est pas une valeur de « language »" in said.err


def test_a_value_of_several_words_needs_no_quotes(planner: Planner) -> None:
    assert planner("config", "signals_off", "cap", "follow-up").out == "signals_off: cap, follow-up from now on.\n"
    assert planner("config", "minutes", "5", "h").out == "You have 5h a week from now on.\n"


def test_her_own_command_is_told_once_and_one_that_is_not_there_said(planned: Planner, tmp_path: Path) -> None:
    planned("config", "on_warning", "no-such-command-here")
    said = planned("log", "w 150 lyon-ux")
    assert said.code == 0
    assert said.err == "planner: on_warning: there is no command “no-such-command-here” to run.\n"
    assert planned("status").err == ""
