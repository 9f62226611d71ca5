"""Where her things are, and how the command ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from planner.__main__ import folders, main


def test_one_folder_holds_everything_where_she_names_it(tmp_path: Path) -> None:
    assert folders({"PLANNER_HOME": str(tmp_path)}) == (str(tmp_path), str(tmp_path))


@pytest.mark.parametrize("base", ["", "/srv/data", "not/absolute"])
def test_else_it_is_where_the_platform_keeps_such_things(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, base)
    there = {"XDG_DATA_HOME": base, "XDG_CONFIG_HOME": base}
    data = platformdirs.user_data_dir("planner", appauthor=False)
    config = platformdirs.user_config_dir("planner", appauthor=False)
    assert folders(there) == (data, config)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planner", *words], env=environment, capture_output=True, text=True, check=False
    )


def test_everything_printed_arrives_and_the_exit_code_with_it(tmp_path: Path) -> None:
    home = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en"}
    assert run("--version", **home).stdout.startswith("planner ")
    assert "--json" in run("log", "--help", **home).stdout
    refused = run("log", "nonsense", **home)
    assert (refused.returncode, refused.stdout) == (2, "") and refused.stderr.startswith("planner: ")


def test_a_reader_that_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    line = f"{sys.executable} -m planner --help | true"
    ended = subprocess.run(line, shell=True, env={"PLANNER_HOME": str(tmp_path)}, capture_output=True, check=False)
    assert ended.stderr == b""


@pytest.mark.parametrize("words", [["frob\x1b[31m"], ["edit", "\x1b]0;title\x07", "--note", "x"], ["plan", "\u202e"]])
def test_what_a_refusal_quotes_is_never_obeyed(tmp_path: Path, words: list[str]) -> None:
    refused = run(*words, PLANNER_HOME=str(tmp_path))
    assert refused.returncode in (1, 2)
    assert not {"\x1b", "\x07", "\u202e"} & set(refused.stderr)


def test_a_refusal_quotes_only_the_beginning_of_a_word_without_end(tmp_path: Path) -> None:
    refused = run("x" * 100_000, PLANNER_HOME=str(tmp_path))
    assert refused.returncode == 2 and len(refused.stderr) < 400


def test_where_nothing_can_be_printed_what_was_asked_is_done_all_the_same(tmp_path: Path) -> None:
    home = {"PLANNER_HOME": str(tmp_path)}
    planner = f"{sys.executable} -m planner"
    for line in (f"{planner} group add UX >&- 2>&- <&-", f"{planner} log c 5 ux >&-"):
        ended = subprocess.run(line, shell=True, env=home, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
    assert '"minutes": 5' in run("entries", "--json", **home).stdout


def test_a_terminal_without_accents_gets_plain_letters(tmp_path: Path) -> None:
    home = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "fr", "PLANNER_NOW": "2026-11-26T18:40"}
    home["PYTHONIOENCODING"] = "ascii"
    assert run("status", **home).stdout == "S48 : mains 0 ; yeux 0, pas encore de plan ; equilibree\n"
    assert '"planner group add' in run("week", **home).stdout


def test_columns_stay_in_line_where_a_plain_sign_takes_two_cells(tmp_path: Path) -> None:
    home = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en", "PLANNER_NOW": "2026-11-26T18:40"}
    home["PYTHONIOENCODING"] = "ascii"
    for line in ("group add UX", "group add PMI", "plan set ux c=60 w=15", "plan set pmi c=75 w=20", "log w 40 pmi"):
        assert run(*line.split(), **home).returncode == 0
    rows = [row for row in run("week", **home).stdout.splitlines() if row.startswith(("GROUP", "UX", "PMI"))]
    end = rows[0].index("LEFT") + len("LEFT")
    assert [row[:end].split("  ")[-1].strip() for row in rows] == ["LEFT", "1h", "1h15"]
    assert "0 <= 15" in rows[1] and "40 > 20" in rows[2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no such device")
def test_a_full_disk_under_the_output_is_said(tmp_path: Path) -> None:
    env = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en"}
    for words in ("status", "--version"):
        line = f"{sys.executable} -m planner {words} > /dev/full"
        ended = subprocess.run(line, shell=True, env=env, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stderr) == (
            1,
            "planner: It is done, but cannot be printed: No space left on device.\n",
        )


class _Terminal:
    """A stream that says it is one."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None: ...


def test_a_dumb_terminal_is_told_of_the_week(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, _Terminal())
    assert main([], {"PLANNER_HOME": str(tmp_path), "TERM": "dumb", "PLANNER_LANG": "en"}) == 2


def test_what_goes_wrong_inside_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*words: object) -> int:
        raise RuntimeError("a secret")

    monkeypatch.setattr("planner.cli.run", broken)
    home = {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en"}
    assert main(["week"], home) == 1
    said = capsys.readouterr().err
    assert "Something went wrong inside planner (RuntimeError)" in said and "secret" not in said
    with pytest.raises(RuntimeError):
        main(["week"], {**home, "PLANNER_DEBUG": "1"})


def test_words_that_are_no_text_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "\udcff"], {"PLANNER_HOME": str(tmp_path), "PLANNER_LANG": "en"}) == 2
    assert "is not UTF-8 text" in capsys.readouterr().err
