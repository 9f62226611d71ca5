from __future__ import annotations

from pathlib import Path

import pytest

from planner.cli.commands import COMMANDS, Command
from tests.cli.conftest import Planner


def test_log_prints_what_was_logged_and_where_the_week_stands(planned: Planner) -> None:
    said = planned("log", "c", "25", "lyon-ux", "answered", "a", "question")
    assert said.code == 0 and said.err == ""
    assert "Lyon UX" in said.out and "25 of 60" in said.out and "W48" in said.out


def test_log_gives_the_entry_as_json(planned: Planner) -> None:
    entry = planned("log", "--json", "answer", "25", "lyon-ux", "@marie", "on", "forms").json
    assert entry.pop("id")
    assert entry == {
        "week": "2026-W48",
        "start": "2026-11-26T18:15:00+01:00",
        "minutes": 25,
        "kind": "contribution",
        "form": "answer",
        "group": "lyon-ux",
        "people": ["marie"],
        "objectives": [],
        "note": "on forms",
        "echo": None,
        "via": "quick",
        "confirmed": True,
        "joy": None,
        "place": "",
        "read_as_note": [],
        "overlaps": [],
    }


def test_log_says_which_words_look_like_more_and_were_kept_as_note(planned: Planner) -> None:
    said = planned("log", "--json", "c 25 lyon-ux top 10 tips")
    assert (said.json["note"], said.json["read_as_note"]) == ("top 10 tips", ["10"])
    assert "Read as note: “10”" in planned("log", "c 25 lyon-ux top 10 tips").out


def test_a_date_in_figures_is_read_as_she_writes_it(planned: Planner, home: Path) -> None:
    def day(**environment: str) -> str:
        return str(planned("log", "--json", "w 20 lyon-ux 3/4", **environment).json["start"])[:10]

    assert day() == "2026-04-03"
    assert day(LANG="en_US.UTF-8") == "2026-03-04"
    (home / "config.toml").write_text('date_order = "mdy"\n')
    assert day() == "2026-03-04"


@pytest.mark.parametrize("words", [["-2d"], ["--json", "-2d"], ["-2d", "--json"]])
def test_a_day_back_is_no_option(planned: Planner, words: list[str]) -> None:
    said = planned("log", "c", "25", "lyon-ux", *words)
    assert said.code == 0, said.err
    assert planned("entries", "--since", "2026-11-24", "--until", "2026-11-24", "--json").json


def test_days_back_may_follow_an_option(planned: Planner) -> None:
    planned("log", "c 25 lyon-ux -2d")
    assert planned("entries", "--since", "-1d", "--json").json == []
    assert len(planned("entries", "--since", "-2d", "--json").json) == 1


def test_a_name_quoted_for_the_shell_stays_one_name(planned: Planner) -> None:
    assert planned("log", "m", "30", "lyon-ux", "@Marie Dupont", "--json").json["people"] == ["marie-dupont"]


def test_the_timer_runs_is_seen_and_is_logged(planned: Planner) -> None:
    assert planned("start", "w", "pmi", now="2026-11-26T18:27:00+01:00").code == 0
    status = planned("status", "--json").json
    assert status["timer"]["minutes"] == 13 and status["logged"]["watching"] == 13
    assert planned("stop", "--json").json["minutes"] == 13
    assert planned("status", "--json").json["timer"] is None
    assert planned("stop").code == 1
    assert planned("start", "c", "lyon-ux", "3", "ideas", "--json").json["read_as_note"] == ["3"]
    assert planned("cancel").code == 0
    assert planned("cancel").code == 1


def test_status_is_one_line_or_one_document(planned: Planner) -> None:
    planned("log", "w", "70", "pmi")
    assert len(planned("status").out.splitlines()) == 1
    status = planned("status", "--json").json
    assert status["planned"] == {"contribution": 105, "meeting": 90, "watching": 60, "total": 255}
    assert status["logged"] == {"contribution": 0, "meeting": 0, "watching": 70, "total": 70}
    assert (status["watch_share"], status["watch_share_planned"]) == (1.0, 0.235)
    assert status["drift"]["level"] == "adrift" and status["drift"]["cap"] == 60
    assert status["drift"]["forecast"] is None, "one day of reading is no evidence of Sunday"
    assert set(status["drift"]["balance"]) >= {"probability", "limit", "share"}
    planned("log", "w", "5", "pmi", "yesterday", "18:00")
    assert set(planned("status", "--json").json["drift"]["forecast"]) == {"low", "median", "high"}
    assert set(status["drift"]["signals"][0]) >= {"code", "level", "text", "advice"}
    assert status["now"] == "2026-11-26T18:40:00+01:00"
    assert (status["follow_ups_due"], status["appointments_to_confirm"], status["review_due"]) == (0, 0, False)


def test_status_fills_a_template_of_her_own(planned: Planner) -> None:
    planned("log", "c", "25", "lyon-ux")
    assert planned("status", "--format", "{week} {hands}/{hands_planned} {level}").out == "2026-W48 25/3h15 balanced\n"
    said = planned("status", "--format", "{hands.__class__}")
    assert said.code == 2 and "hands.__class__" in said.err


def test_the_week_has_a_line_a_group_and_its_entries(planned: Planner) -> None:
    planned("log", "c", "25", "lyon-ux")
    week = planned("week", "--json").json
    (first, second) = week["lines"]
    assert (first["group"], first["planned"]["meeting"], first["left"]["contribution"]) == ("lyon-ux", 60, 35)
    assert second["left"] == {"contribution": 45, "meeting": 30, "watching": 45, "total": 120}
    assert [entry["minutes"] for entry in week["entries"]] == [25]
    text = planned("week").out
    assert "Lyon UX" in text and "25 of 60" in text and "23 to 29 November" in text


@pytest.mark.parametrize("name", ["2026-W48", "this", "2026-11-29", "2026-11-23"])
def test_a_week_has_many_names(planned: Planner, name: str) -> None:
    assert planned("week", name, "--json").json["week"] == "2026-W48"


def test_weeks_back_are_a_number(planned: Planner) -> None:
    assert planned("week", "-3", "--json").json["week"] == "2026-W45"
    assert planned("week", "--json", "-3").json["week"] == "2026-W45"
    assert planned("week", "last", "--json").json["week"] == "2026-W47"
    assert planned("week", "next", "--json").json["week"] == "2026-W49"


def test_a_week_and_a_plan_of_another_year_say_which(planned: Planner) -> None:
    assert planned("week", "2025-W10").out.startswith("Week 10, 3 to 9 March 2025\n")
    assert planned("plan", "show", "--week", "2027-W01").out.startswith("Plan of week 1, 4 to 10 January 2027\n")
    assert planned("week").out.startswith("Week 48, 23 to 29 November ")


def test_a_plan_is_suggested_for_the_minutes_she_has_unless_others_are_said(planned: Planner) -> None:
    assert "are not said yet" in planned("plan", "suggest").out
    planned("plan", "suggest", "--apply")
    assert planned("config", "minutes", "--json").json["minutes"] is None, "what was only proposed is not hers"
    planned("config", "minutes", "5h")
    said = planned("plan", "suggest", "--json")
    assert said.json["total"]["total"] == 300 and "are not said yet" not in planned("plan", "suggest").out


def test_plans_are_set_copied_suggested_and_shown(planned: Planner) -> None:
    assert planned("plan", "copy", "--week", "next", "--json").json["total"]["total"] == 255
    suggested = planned("plan", "suggest", "240", "--week", "next", "--json").json
    assert suggested["total"]["total"] == 240 and suggested["applied"] is False
    assert planned("plan", "show", "--week", "next", "--json").json["total"]["total"] == 255
    planned("plan", "suggest", "4h", "--apply", "--week", "next")
    assert planned("plan", "--week", "next", "--json").json["total"]["total"] == 240
    planned("undo")
    assert planned("plan", "--week", "next", "--json").json["total"]["total"] == 255


def test_a_week_may_be_given_more_minutes_than_a_day_has(planned: Planner) -> None:
    assert planned("plan", "suggest", "30h", "--json").json["total"]["total"] == 1800
    assert planned("plan", "set", "lyon-ux", "m=25h", "--json").json["lines"]["lyon-ux"]["meeting"] == 1500
    assert planned("plan", "suggest", "169h").code == 2
    assert planned("group", "edit", "lyon-ux", "--upkeep", "45").code == 0
    assert planned("group", "edit", "lyon-ux", "--upkeep", "0", "--json").json["upkeep"] == 0


def test_a_forgotten_timer_is_answered_for_after_it_was_stopped_too(planned: Planner) -> None:
    planned("start", "c", "lyon-ux", now="2026-11-26T12:00:00+01:00")
    kept_apart = planned("stop", "--json", now="2026-11-26T14:01:00+01:00").json
    settled = planned("stop", "--keep", "usual", "--json").json
    assert (kept_apart["confirmed"], settled["confirmed"]) == (False, True)
    assert (settled["id"], settled["minutes"]) == (kept_apart["id"], 20)
    assert planned("stop", "--keep", "usual").code == 1


def test_a_cap_is_drawn_as_kept_or_passed_and_without_a_plan_not_at_all(planned: Planner) -> None:
    planned("log", "w", "10", "lyon-ux")
    assert "10 ≤ 15" in planned("week").out
    planned("log", "w", "10", "lyon-ux")
    assert "20 > 15" in planned("week").out and "≤ 15" not in planned("week").out
    planned("log", "w", "10", "lyon-ux", "2026-11-20")
    assert " ≤ " not in planned("week", "last").out
    friday = planned("drift", "--replay", "this", now="2026-11-28T10:00:00+01:00").out.splitlines()[-1]
    assert "20 ≤ 1h" in friday


def test_entries_are_filtered_edited_and_removed(planned: Planner) -> None:
    id_ = planned("log", "c", "25", "lyon-ux", "--json").json["id"]
    planned("log", "w", "10", "pmi")
    assert len(planned("entries", "--json").json) == 2
    assert [entry["id"] for entry in planned("entries", "--kind", "c", "--json").json] == [id_]
    assert planned("edit", id_[:5], "--minutes", "40", "--note", "two answers", "--json").json["start"] == (
        "2026-11-26T18:00:00+01:00"  # it ended now, and does still
    )
    assert planned("edit", id_[:5], "--note", "two answers", "--json").json["note"] == "two answers"
    assert planned("edit", id_, "--line", "m 20 pmi @paul", "--json").json["kind"] == "meeting"
    assert planned("remove", id_).code == 0
    assert planned("remove", id_).code == 1
    assert len(planned("entries", "--json").json) == 1
    planned("undo")
    assert len(planned("entries", "--json").json) == 2


def test_undo_and_redo_go_back_and_forth(planned: Planner) -> None:
    planned("log", "c", "25", "lyon-ux")
    assert planned("undo").code == 0
    assert planned("entries", "--json").json == []
    assert planned("redo").code == 0
    assert len(planned("entries", "--json").json) == 1
    assert planned("redo").code == 1


def test_drift_is_judged_now_then_and_day_by_day(planned: Planner) -> None:
    planned("log", "w", "70", "pmi", "tuesday", "21:00")
    assert planned("drift", "--json").json["level"] == "adrift"
    assert planned("drift", "--at", "2026-11-24 10:00", "--json").json["level"] == "balanced"
    days = planned("drift", "--replay", "2026-W48..2026-W48", "--json").lines
    assert [day["watching"] for day in days] == [0, 70, 70]
    assert set(days[0]) == {"at", "week", "watching", "cap", "probability", "level", "forecast"} | {
        "cap_level",
        "balance",
        "hands",
    }
    assert days[0]["at"] == "2026-11-24T00:00:00+01:00"


def test_a_cap_that_is_passed_is_no_longer_called_likely(planned: Planner) -> None:
    planned("log", "w", "70", "pmi")
    assert planned("drift").out.startswith("Adrift: the cap of 1h is passed.\n")


@pytest.mark.parametrize("columns", [80, 64, 60])
def test_tables_take_no_more_columns_than_there_are(
    planned: Planner, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned("group", "add", "A society of a very long and learned name")
    planned("plan", "set", "society", "c=60", "m=90", "w=30")
    monkeypatch.setenv("COLUMNS", str(columns))
    for table in ("week", "plan"):
        assert max(len(line) for line in planned(table).out.splitlines() if "0 of" in line or "1h" in line) <= columns


def test_the_review_is_text_markdown_or_json(planned: Planner) -> None:
    planned("log", "c", "25", "lyon-ux")
    assert planned("review", "--markdown").out.startswith("# ")
    assert planned("review", "--json").json["week"] == "2026-W48"
    assert "Lyon UX" in planned("review").out


def test_the_review_of_an_empty_home_says_that_there_is_nothing_to_judge(planner: Planner) -> None:
    assert "VERDICTS\n  There are no groups to judge yet.\n" in planner("review").out


def test_a_week_to_come_is_not_reviewed_nor_one_that_never_was(
    planned: Planner,
) -> None:
    for week in ("next", "2027-W10"):
        refused = planned("review", week)
        assert refused.code == 2 and f"“{week}”: That week is still to come" in refused.err
    told = planned("review", "2019-W10", "--json").json
    assert "nothing to review" in told["never_was"] and told["never_was"] in planned("review", "2019-W10").out
    assert (told["people"], told["groups"], told["next_plan"], told["close"]) == (None, [], None, None)


def test_an_echo_that_counts_nothing_says_so_and_what_it_was(planned: Planner) -> None:
    id_ = planned("log", "c", "25", "lyon-ux", "--json").json["id"]
    planned("echo", id_, "2 replies")
    told = planned("echo", id_, "3 bananas", "--json").json
    assert told["read_as_note"] == ["3"]
    planned("undo")
    assert "It was: 2 replies." in planned("echo", id_, "3 bananas").out
    assert planned("echo", id_, "-3 replies").code == 2
    assert planned("log", "c", "5", "lyon-ux", "@me").code == 2


def test_the_review_tells_programs_of_its_people_and_each_groups_plan(planned: Planner) -> None:
    planned("log", "m", "45", "lyon-ux", "@Marie", "coffee")
    planned("next", "marie", "I owe the deck fri")
    review = planned("review", "--json").json
    people = review["people"]
    assert people["met"] == [{"id": "marie", "name": "Marie", "how": "in person"}]
    assert people["closer"] == [{"id": "marie", "name": "Marie", "before": "spotted", "after": "met"}]
    assert [step["person"] for step in people["promises"]] == ["marie"]
    assert (people["cooling"], people["next"]) == ([], [])
    group = review["groups"][0]
    assert (group["group"], group["role"], group["roles"]) == ("lyon-ux", "ties", ["ties"])
    assert group["planned"]["contribution"] == 60
    assert planned("group", "show", "lyon-ux", "--json").json["roles"] == ["ties"]


def test_a_group_tells_programs_all_that_is_known_of_it_in_one_order(planned: Planner) -> None:
    known = planned("group", "edit", "lyon-ux", "--since", "2024-03-01", "--nature", "event-series", "--json").json
    order = (
        "id slug name standing nature role roles fit activity worth joy upkeep usual objectives if_then rank "
        "platform address feed place since why done reason note next_look added brought moved cadence"
    )
    assert " ".join(known) == order
    assert (known["since"], known["nature"], known["objectives"]) == ("2024-03-01", "event series", [])
    assert known["usual"] == {"contribution": 20, "meeting": 45, "watching": 15}


def test_a_day_of_a_group_is_taken_back_by_nothing_as_on_its_sheet(planned: Planner) -> None:
    assert planned("group", "edit", "lyon-ux", "--since", "2024-03-01").code == 0
    assert planned("group", "edit", "lyon-ux", "--since", "", "--json").json["since"] is None


def test_the_review_as_markdown_is_a_table_of_words_and_figures(planned: Planner) -> None:
    assert "| --- | --- | --- | --- |" in planned("review", "--markdown").out  # words stand to the left, figures right


def test_a_backup_holds_everything(planned: Planner, tmp_path: object) -> None:
    from zipfile import ZipFile

    path = f"{tmp_path}/all.zip"
    assert planned("backup", path).code == 0
    assert any(name.endswith("book.json") for name in ZipFile(path).namelist())
    assert planned("check").code == 0


def test_check_says_what_can_be_mended_and_what_only_she_can(planned: Planner, tmp_path: Path) -> None:
    book, week = (tmp_path / "home" / name for name in ("book.json", "weeks/2026-W48.json"))
    whole = book.read_text()
    book.write_text(whole.rstrip("}\n"))
    assert planned("check").out.endswith("“planner check --mend” mends what a backup can.\n")
    book.write_text(whole)
    week.write_text("nonsense")
    assert "damaged" in planned("status").err
    assert planned("check").out.endswith("what is marked !! is for you to mend.\n")
    left = planned("check", "--mend")
    assert left.code == 1 and "delete it" in left.out and left.out.endswith("is for you to mend.\n")


def test_check_sees_a_folder_where_a_file_belongs(planned: Planner, tmp_path: Path) -> None:
    (tmp_path / "home/config.toml").mkdir()
    said = planned("check")
    assert said.code == 1 and "!!  config.toml: a folder" in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Command(command).parse(["--help"])
    assert ended.value.code == 0
    assert f"planner {command}" in capsys.readouterr().out


def test_every_command_is_listed(planner: Planner) -> None:
    listed = planner("--help").out
    assert all(f"  {command} " in listed for command in COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["log"],
        ["log", "x 25 lyon-ux"],
        ["log", "c 25 nowhere"],
        ["log", "c 0 lyon-ux"],
        ["log", "c -5 lyon-ux"],
        ["log", "c 25h lyon-ux"],
        ["log", "c 25 lyon-ux tomorrow"],
        ["log", "c 25 lyon-ux 2026-02-30"],
        ["log", "c 25 lyon-ux 25:10"],
        ["week", "2026-W60"],
        ["week", "blah"],
        ["week", "this", "that"],
        ["week", "--nothing"],
        ["plan", "set", "lyon-ux"],
        ["plan", "set", "lyon-ux", "c=-5"],
        ["plan", "suggest", "0"],
        ["plan", "suggest", "many"],
        ["plan", "burn"],
        ["group", "add"],
        ["group", "add", "Lyon UX"],
        ["group", "show", "nowhere"],
        ["group", "edit", "lyon-ux", "--role", "boss"],
        ["edit", "abcd"],
        ["entries", "--kind", "z"],
        ["entries", "--since", "2026-02-30"],
        ["drift", "--replay", "2026-W48..2026-W40"],
        ["completions", "tcsh"],
        ["import", "excel", "x.csv"],
        ["--demo", "more"],
    ],
)
def test_words_that_are_off_get_a_line_and_exit_2(planned: Planner, words: list[str]) -> None:
    said = planned(*words)
    assert said.code == 2
    assert said.out == "" and said.err.startswith("planner: ")
    assert 1 <= len(said.err.splitlines()) <= 2


@pytest.mark.parametrize("words", [["remove", "nothing1"], ["edit", "nothing1", "--minutes", "5"], ["stop"]])
def test_what_cannot_be_done_gets_a_line_and_exit_1(planned: Planner, words: list[str]) -> None:
    said = planned(*words)
    assert said.code == 1 and said.out == "" and said.err.startswith("planner: ")


def test_a_bad_frozen_time_is_said(planner: Planner) -> None:
    said = planner("status", now="yesterday-ish")
    assert said.code == 2 and "yesterday-ish" in said.err


def test_escape_codes_never_reach_the_terminal(planned: Planner) -> None:
    planned("group", "add", "\x1b[31mRed\x1b[0m [bold]")
    planned("log", "c 25 lyon-ux \x1b]0;title\x07 [red]note[/red]")
    for words in (["week"], ["entries"], ["group", "list"], ["review"], ["log", "c 5 lyon-ux \x1b[2J"]):
        assert "\x1b" not in planned(*words).out
    assert "[red]note[/red]" in planned("entries").out


def test_without_a_terminal_the_screen_names_another_way(planner: Planner) -> None:
    said = planner()
    assert said.code == 2 and "planner week" in said.err


def test_a_reason_is_put_off_for_this_week_from_the_shell_and_brought_back(planned: Planner) -> None:
    planned("log", "m", "3h", "lyon-ux", "yesterday 9:00")
    assert planned("drift", "--not-this-week").code == 1
    planned("log", "w", "90", "lyon-ux")
    said = planned("drift").out
    assert "Next: " in said and "Not this week? planner drift --not-this-week" in said
    codes = [each["code"] for each in planned("drift", "--json").json["signals"]]
    off = planned("drift", "--not-this-week", "--json").json
    assert off["words"].startswith("Not this week: Reading passed its 1h")
    assert [each["put_off"] for each in off["signals"]] == [code == "cap" for code in codes]
    assert "Put off: not spoken of this week." in planned("drift").out
    planned("undo")
    assert not any(each["put_off"] for each in planned("drift", "--json").json["signals"])


def test_a_reason_is_put_off_by_its_code_and_in_french(planned: Planner) -> None:
    planned("log", "w 5 lyon-ux monday 9:00")
    planned("log", "w", "90", "lyon-ux")
    refused = planned("drift", "--not-this-week", "weather")
    assert refused.code == 2 and "“weather”" in refused.err and "cap" in refused.err
    assert planned("drift", "--not-this-week", "cap", PLANNER_LANG="fr").out.startswith("Pas cette semaine")
    assert planned("drift", "--not-this-week", "cap").code == 2
    assert planned("drift", "--not-this-week", "--at", "yesterday").code == 2


def test_an_old_week_does_not_offer_to_put_off_what_is_past(planned: Planner) -> None:
    planned("log", "w", "90", "lyon-ux")
    assert "--not-this-week" in planned("week").out
    assert "--not-this-week" not in planned("week", "last", now="2026-12-02T10:00:00+01:00").out


def test_the_next_act_is_told_once(planned: Planner) -> None:
    planned("log", "w 5 lyon-ux monday 9:00")
    planned("log", "w 90 lyon-ux")
    told = planned("drift").out
    acts = [line for line in told.splitlines() if line.startswith("  Next: ")]
    assert len(acts) == len(set(acts)) > 0
    assert len(planned("drift", "--json").json["signals"]) > len(acts)


def test_what_is_announced_weekly_is_told_daily_and_reading_keeps_nothing(planned: Planner, home: Path) -> None:
    for line in ("c 5 lyon-ux monday 9:00", "c 5 lyon-ux tuesday 9:00"):
        planned("log", line)
    week = home / "weeks" / "2026-W48.json"
    before = week.read_bytes()
    for now in ("2026-11-26T18:40:00+01:00", "2026-11-27T18:40:00+01:00", "2026-11-28T10:00:00+01:00"):
        for command in ("week", "drift"):
            assert "Giving and meeting stand at 10" in planned(command, now=now).out
        for command in ("week", "drift", "status"):
            told = planned(command, "--json", now=now).json
            assert "goals-behind" in [each["code"] for each in told.get("drift", told)["signals"]]
    assert week.read_bytes() == before


def test_a_judgement_of_a_moment_to_come_says_that_it_is_one(planned: Planner) -> None:
    said = planned("drift", "--at", "2026-12-04 14:00")
    told, *_ = said.out.splitlines()
    assert told == "Fri 4 Dec 14:00 is still to come: judged as if nothing more were begun until then."
    assert planned("drift", "--at", "2026-12-04 14:00", "--json").json["to_come"] is True
    french = planned("drift", "--at", "2027-01-04 14:00", PLANNER_LANG="fr").out
    assert french.startswith("lun 4 janv 2027 14:00 est encore à venir")
    for past in ("yesterday 18:00", "2026-11-26 18:40"):
        assert "still to come" not in planned("drift", "--at", past).out
        assert planned("drift", "--at", past, "--json").json["to_come"] is False
