"""The one way in: what is read twice, changed, removed, edited, mapped, taken back; and what cannot be read."""

from __future__ import annotations

import gc
import os
import random
import shlex
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.errors import Misread, PlannerError, Refused
from planner.domain.grammar.amend import Amendment
from planner.domain.group import Standing
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.texts import folded
from planner.interop import reading
from planner.interop.account import Account
from planner.interop.formats.toggl import TRACKER
from planner.interop.intake import part
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Taking, Wishes
from planner.interop.intake.log import propose_log
from planner.interop.intake.mapping import map_option, name_map, read_map
from planner.interop.intake.part import parts_at
from planner.interop.intake.tracker import Tracker
from planner.interop.problem import Problem
from planner.store.home import Home
from tests.interop.conftest import Write
from tests.interop.reads import read, silent
from tests.store.conftest import MEMORY

Imported = Callable[..., Account]

HEAD = "Project,Description,Start date,Start time,End date,End time,Duration,Tags"
KINDS = "Career=watching,Guitar=meeting"
MONTHS = Path(__file__).parents[3] / "shared" / "data" / "toggl-13-months.csv"


def row(day: int = 16, at: str = "10:00", minutes: int = 10, project: str = "Career", note: str = "") -> str:
    return f"{project},{note},2026-03-{day:02},{at}:00,,,00:{minutes:02}:00,"


def entries(desk: Desk) -> list[Entry]:
    return [entry for week in sorted(desk.logged_weeks()) for entry in desk.week_once(week).entries]


def five(account: Account) -> tuple[int, int, int, int, int]:
    return (account.added, account.changed, account.already_there, account.skipped, account.kept_back)


@pytest.fixture
def imports(desk: Desk, write: Write) -> Iterator[Imported]:
    def imported(*rows: str, **wishes: object) -> Account:
        return read(desk, write(HEAD, *rows, name="toggl.csv"), **{"map": KINDS, **wishes}).account  # type: ignore[arg-type]

    yield imported


class TestAgain:
    def test_the_same_three_times_adds_nothing(self, desk: Desk, imports: Imported) -> None:
        some = [row(16), row(16), row(17), row(18, note='"a, b"')]
        assert five(imports(*some)) == (4, 0, 0, 0, 0)
        before = entries(desk)
        for _ in range(2):
            assert five(imports(*some)) == (0, 0, 4, 0, 0)
        assert entries(desk) == before and len(desk.imports()) == 1

    def test_a_row_edited_there_is_changed_and_no_second_one(self, desk: Desk, imports: Imported) -> None:
        imports(row(16, note="slides"), row(17))
        first = entries(desk)[0]
        assert five(imports(row(16, minutes=25, note="the slides"), row(17))) == (0, 1, 1, 0, 0)
        now = entries(desk)[0]
        assert (now.id, now.minutes, now.note) == (first.id, 25, "the slides")
        assert five(imports(row(16, minutes=25, note="the slides"), row(17))) == (0, 0, 2, 0, 0)

    def test_of_two_left_over_pairs_with_one_start_none_is_guessed(self, desk: Desk, imports: Imported) -> None:
        imports(row(16, note="a"), row(16, note="b"), row(17))
        assert five(imports(row(16, note="c"), row(16, note="d"), row(17))) == (2, 0, 1, 0, 0)
        assert len(entries(desk)) == 5

    def test_what_she_edited_stays_and_is_said_once(self, desk: Desk, imports: Imported) -> None:
        imports(row(16, note="slides"), row(17))
        desk.amend(entries(desk)[0].id, Amendment(note="mine"))
        assert five(imports(row(16, note="slides"), row(17))) == (0, 0, 2, 0, 0)
        account = imports(row(16, minutes=25), row(17))
        assert five(account) == (0, 0, 1, 0, 1) and "yours stays" in account.problems[0].why
        assert [(entry.note, entry.minutes) for entry in entries(desk)] == [("mine", 10), ("", 10)]
        assert five(imports(row(16, minutes=25), row(17))) == (0, 0, 2, 0, 0)

    def test_what_she_removed_stays_removed_until_she_undoes_that(self, desk: Desk, imports: Imported) -> None:
        imports(row(16), row(17))
        desk.remove_entry(entries(desk)[0].id)
        account = imports(row(16), row(17))
        assert five(account) == (0, 0, 1, 1, 0) and "you removed it" in account.problems[0].why
        desk.undo()
        assert five(imports(row(16), row(17))) == (0, 0, 2, 0, 0)
        desk.redo()
        assert five(imports(row(16), row(17))) == (0, 0, 1, 1, 0)

    def test_what_was_undone_may_come_again(self, desk: Desk, imports: Imported) -> None:
        imports(row(16), row(17))
        desk.undo()
        assert not entries(desk) and not desk.imports()
        assert five(imports(row(16), row(17))) == (2, 0, 0, 0, 0)

    def test_a_later_export_adds_what_is_new(self, desk: Desk, write: Write) -> None:
        read(desk, write(HEAD, row(16), row(17), row(18), name="a.csv"), map=KINDS)
        proposal = read(desk, write(HEAD, row(16), row(18), row(19), name="b.csv"), map=KINDS)
        assert five(proposal.account) == (1, 0, 2, 0, 0)
        assert "1 that was read before is no longer in it; it stays." in proposal.sentences

    def test_what_two_files_of_one_reading_both_say_comes_once(self, desk: Desk, write: Write) -> None:
        alike = (row(16), row(16))  # two alike in one file are two
        paths = write(HEAD, *alike, name="a.csv"), write(HEAD, *alike, row(17), name="b.csv")
        assert five(read(desk, *paths, map=KINDS).account) == (3, 0, 2, 0, 0)
        assert len(entries(desk)) == 3

    def test_entries_of_an_older_planner_are_known_by_their_ids(self, desk: Desk, imports: Imported) -> None:
        imports(row(16))
        with desk._home.change("as planner 0.2 kept it") as kept:
            kept.put_entries([entries(desk)[0]._replace(sources=())])
        assert five(imports(row(16))) == (0, 0, 1, 0, 0)


class TestMap:
    def test_unknown_projects_are_parked_groups(self, desk: Desk, imports: Imported) -> None:
        account = imports(row(16), row(17, project="lyon ux"), map="Career=w,Lyon UX=c")
        assert account.new_groups == ("career",)
        groups = desk.book().groups
        assert groups["career"].standing is Standing.PARKED and groups["lyon-ux"].standing is Standing.SELECTED

    def test_a_name_without_a_kind_waits_the_largest_first(self, desk: Desk, write: Write) -> None:
        path = write(
            HEAD,
            *(row(day, project="Other") for day in (16, 17, 18)),
            row(19, minutes=50, project="More"),
            name="t.csv",
        )
        proposal = read(desk, path)
        assert [(each.name, each.row, each.rows, each.minutes) for each in proposal.waits] == [
            ("More", 5, 1, 50),
            ("Other", 2, 3, 30),
        ]
        assert proposal.account.kept_back == 4 and not desk.imports()

    def test_her_map_knows_patterns_groups_and_what_to_skip(self, desk: Desk, imports: Imported) -> None:
        desk.keep_map(
            b'# mine\n[projects]\n"lyon*" = { group = "Lyon UX", kind = "contribution" }\n"Sport" = "skip"\n'
            b'[tags]\ndeep = "reading"\n',
            "mapped",
        )
        account = imports(
            row(16, project="Lyon talks"), row(17, project="sport"), row(18, project="B") + "deep", map=""
        )
        assert five(account) == (2, 0, 0, 1, 0) and "skips" in account.problems[0].why
        assert [(entry.group, entry.kind) for entry in entries(desk)] == [
            ("lyon-ux", Kind.CONTRIBUTION),
            ("b", Kind.WATCHING),
        ]

    def test_a_map_gives_kinds_in_any_of_their_words(self) -> None:
        said = read_map('Career=w, "Bach, J. S."=rencontre,a=b=lu,Sport=skip')
        assert {name: meaning.kind for name, meaning in said.items()} == {
            "career": Kind.WATCHING, "bach, j. s.": Kind.MEETING, "a=b": Kind.WATCHING, "sport": None,
        }  # fmt: skip
        assert said["sport"].skip and read_map(" ") == {}

    @pytest.mark.parametrize("name", ["Career", "veille, tech", 'projet "x"', '"a, b"', "a=b", "L'été", "$x `y` !z"])
    def test_what_is_to_be_typed_means_that_name(self, name: str) -> None:
        option, said = shlex.split(map_option([name, "Other"], "watching"))
        assert option == "--map" and list(read_map(said)) == [folded(name), "other"]

    @pytest.mark.parametrize(
        ("text", "said"), [("Career", "“Career”"), ("=w", "“=w”"), ("Career=x", "“x”"), ("A=w,a=m", "two kinds")]
    )
    def test_what_cannot_be_read_is_named(self, text: str, said: str) -> None:
        with pytest.raises(Misread, match=said):
            read_map(text)

    @pytest.mark.parametrize(
        "content", [b"[projects\n", b"[other]\na='w'\n", b"[projects]\na='x'\n", b"[projects]\na=3\n", b"\xff"]
    )
    def test_a_file_that_is_off_is_refused(self, content: bytes) -> None:
        with pytest.raises(Refused, match=r"map\.toml"):
            name_map("", content)


class TestTwoTrackers:
    """The same stretch from two trackers is asked about once."""

    def other(self, desk: Desk, **wishes: object) -> Account:
        start = pinned(datetime(2026, 3, 16, 10, 2, tzinfo=desk.now().tzinfo))

        def drafts(_taking: Taking, _problems: list[Problem]) -> Iterator[Stretch | Passed]:
            yield Stretch("f1", 1, start, 9, "Career", content="x")

        taking = Taking(desk, parts_at([__file__]), Wishes(map=KINDS, **wishes), silent, desk.now())  # type: ignore[arg-type]
        proposal = propose_log(Tracker("watson", "Watson", drafts, own_keys=True), taking)
        proposal.apply(desk, silent)
        return proposal.account

    def test_it_is_kept_back_then_joined_and_known(self, desk: Desk, imports: Imported) -> None:
        imports(row(16))
        account = self.other(desk)
        assert five(account) == (0, 0, 0, 0, 1) and "Toggl has this stretch already" in account.problems[0].why
        assert five(self.other(desk, doubles="same")) == (0, 0, 1, 0, 0)
        assert five(self.other(desk)) == (0, 0, 1, 0, 0) and len(entries(desk)) == 1
        assert five(imports(row(16))) == (0, 0, 1, 0, 0)
        desk.take_back(1)
        assert len(entries(desk)) == 1, "the other tracker brought it"

    def test_or_both_are_kept(self, desk: Desk, imports: Imported) -> None:
        imports(row(16))
        assert five(self.other(desk, doubles="both")) == (1, 0, 0, 0, 0)
        assert five(self.other(desk)) == (0, 0, 1, 0, 0) and len(entries(desk)) == 2


class TestImports:
    def test_an_older_one_is_taken_back_but_for_what_was_edited(self, desk: Desk, write: Write) -> None:
        read(desk, write(HEAD, row(16), row(17), row(18, project="Guitar"), name="a.csv"), map=KINDS)
        read(desk, write(HEAD, row(20), name="b.csv"), map=KINDS)
        desk.amend(entries(desk)[0].id, Amendment(note="mine"))
        assert [(each.files, each.added) for each in desk.imports()] == [(("b.csv",), 1), (("a.csv",), 3)]
        assert desk.imports()[1].first == date(2026, 3, 16) and desk.imports()[1].minutes == 30
        taken = desk.take_back(2)
        assert (taken.removed, taken.stay) == (3, 2), "the edited entry, and the group that it and the other name"
        assert [entry.note for entry in entries(desk)] == ["mine", ""]
        assert set(desk.book().groups) == {"lyon-ux", "career"}
        desk.undo()
        assert len(entries(desk)) == 4 and len(desk.imports()) == 2
        with pytest.raises(Refused):
            desk.take_back(3)

    def test_it_may_be_read_once_more(self, desk: Desk, write: Write) -> None:
        path = write(HEAD, row(16), name="a.csv")
        read(desk, path, map=KINDS)
        desk.take_back(1)
        assert five(read(desk, path, map=KINDS).account) == (1, 0, 0, 0, 0)

    def test_what_is_left_out_of_a_proposal_is_not_kept(self, desk: Desk, write: Write) -> None:
        proposal = read(desk, write(HEAD, row(16), row(17), name="a.csv"), map=KINDS, dry_run=True)
        items = list(proposal.items())
        assert [(item.day, item.minutes, item.group) for item in items] == [
            (date(2026, 3, 16), 10, "Career"),
            (date(2026, 3, 17), 10, "Career"),
        ]
        assert five(proposal.apply(desk, silent, {items[0].id})) == (1, 0, 0, 0, 1)
        assert [entry.day.day for entry in entries(desk)] == [17]


class TestStopped:
    @pytest.mark.parametrize("stage", ["lay", "keep"])
    def test_at_any_moment_nothing_is_half_done(self, desk: Desk, write: Write, stage: str) -> None:
        path = write(HEAD, *(row(day) for day in range(1, 30)), name="a.csv")

        def stop(told: str, done: int, _of: int) -> None:
            if told == stage and done > 2:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            reading.propose(desk, [path], "", Wishes(map=KINDS), stop).proposal.apply(desk, stop)
        again = Desk(Home(desk.folder, desk.now, "another"), desk._clock)
        assert not entries(again) and not again.imports()
        assert five(read(again, path, map=KINDS).account) == (29, 0, 0, 0, 0)


class TestBad:
    def test_a_zip_is_read_and_what_would_lead_out_of_it_is_not(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("time/toggl.csv", f"{HEAD}\n{row(16)}\n")
            archive.writestr("../../evil.csv", f"{HEAD}\n{row(17)}\n")
            archive.writestr("bomb.csv", b"0" * 40_000_000)
            archive.writestr("readme.txt", "hello")
        account = read(desk, str(path), map=KINDS).account
        assert five(account) == (1, 0, 0, 0, 0)
        told = {problem.file: problem.why for problem in account.problems}
        assert "leads out" in told["../../evil.csv"] and "unpacks" in told["bomb.csv"]
        assert not list(tmp_path.parent.rglob("evil.csv"))

    def test_a_zip_of_too_many_files_is_refused(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in ("a.csv", "b.csv", "c.csv"):
                archive.writestr(name, "\n".join([HEAD, row(16)]))
        monkeypatch.setattr(part, "MOST_PARTS", 2)
        with pytest.raises(Refused, match="more than 2 files"):
            read(desk, str(path), map=KINDS)

    def test_a_zip_that_is_cut_off_is_refused(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("toggl.csv", f"{HEAD}\n{row(16)}\n" * 500)
        for length in (4, 100, path.stat().st_size - 10):
            (tmp_path / "cut.zip").write_bytes(path.read_bytes()[:length])
            with pytest.raises(Refused, match="cut off or damaged"):
                read(desk, str(tmp_path / "cut.zip"), map=KINDS)

    def test_a_zip_is_closed_once_nothing_is_read_of_it(self, tmp_path: Path) -> None:
        path, cut = tmp_path / "all.zip", tmp_path / "cut.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.log", "c 5 lyon-ux\n")
        cut.write_bytes(path.read_bytes()[:60])
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always", ResourceWarning)
            assert parts_at([str(path)]).parts[0].content() == b"c 5 lyon-ux\n"
            with pytest.raises(Refused, match="cut off or damaged"):
                parts_at([str(cut)])
            gc.collect()
        assert not said

    def test_what_is_damaged_within_a_zip_keeps_what_stands_before(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(
                "toggl.csv", "\n".join([HEAD, *(row(1 + n % 28, at=f"{n % 24:02}:{n // 28:02}") for n in range(900))])
            )
        content = bytearray(path.read_bytes())
        content[content.index(b"2026-03-16")] ^= 1
        path.write_bytes(content)
        with pytest.raises(PlannerError):
            read(desk, str(path), map=KINDS)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has none")
    def test_a_pipe_or_a_device_is_refused_at_once(self, desk: Desk, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "fifo")
        for path in (str(tmp_path / "fifo"), "/dev/zero"):
            with pytest.raises(Refused, match="cannot be read: it is a"):
                read(desk, path)
        (tmp_path / "t.csv").write_text(f"{HEAD}\n{row(16)}\n")
        account = read(desk, str(tmp_path), map=KINDS).account
        assert account.added == 1 and [problem.file for problem in account.problems] == ["fifo"]

    def test_a_damaged_list_of_a_zip_is_refused_wherever_it_leads(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("toggl.csv", f"{HEAD}\n{row(16)}\n")
        whole, place = path.read_bytes(), path.read_bytes().index(b"PK\x01\x02")
        for at in range(place, place + 46):
            path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
            for format_ in ("", "toggl", "json"):
                try:
                    read(desk, str(path), map=KINDS, format=format_, dry_run=True)
                except PlannerError as error:
                    assert str(error)

    def test_a_header_alone_says_that_there_is_no_row(self, desk: Desk, write: Write) -> None:
        with pytest.raises(Refused, match="no row"):
            read(desk, write(HEAD, name="toggl.csv"))


#: Cells as files have them, and as they should not.
CELLS = st.one_of(
    st.sampled_from(
        ["Career", "Guitar", "Other", "", "reading", "2026-03-16", "2026-03-17", "10:00:00", "10:30:00", "00:30:00",
         "18:25 min", "1970-01-01", "2031-01-01", "0.42 h", "-00:30:00", "27:00:00", '"', "\x00", "é", "a\nb"]
    ),
    st.text(max_size=8),
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, min_size=0, max_size=9), max_size=12)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=60)
@given(TABLES, st.sampled_from(["utf-8", "utf-16", "cp1252"]), st.booleans())
def test_whatever_a_file_holds_the_five_are_what_was_read(cells: list[list[str]], encoding: str, head: bool) -> None:
    lines = [HEAD, row(16), *(",".join(line) for line in cells)] if head else [",".join(line) for line in cells]
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "x.csv")
        path.write_bytes("\n".join(lines).encode(encoding, "replace"))
        now = datetime(2026, 11, 26, 18, 40).astimezone()
        desk = Desk(Home(f"{folder}/home", lambda: now, "a test"), Clock(now.tzinfo, now))  # type: ignore[arg-type]
        try:
            first = read(desk, str(path), map=KINDS, format="toggl" if head else "").account
        except PlannerError as error:
            assert str(error) and not head
            return
        assert first.read == sum(five(first)) and first.added == len(entries(desk))
        assert all(problem.why and problem.file for problem in first.problems)
        assert len([problem for problem in first.problems if problem.row]) >= bool(first.skipped)
        again = read(desk, str(path), map=KINDS, format=first.format).account
        assert (again.added, again.changed, again.already_there) == (0, 0, first.added + first.already_there)
        assert (again.skipped, again.kept_back) == (first.skipped, first.kept_back)


@pytest.mark.skipif(not MONTHS.exists(), reason="the log lies beside the project")
def test_thirteen_real_months_come_in_whole_and_once(desk: Desk) -> None:
    kinds = ",".join(f"{name}=w" for name in ("Career", "Other Uni", "AI", "QPLIX", "Distributed Systems"))
    kinds += "".join(f",{name}=c" for name in ("Data Engineering", "Master's Thesis", "Personal Projects"))
    account = read(desk, str(MONTHS), map=f"{kinds},Sport=m,Guitar=m").account
    assert five(account) == (1358, 0, 0, 0, 0) and len(account.new_groups) == 10
    assert account.minutes == sum(entry.minutes for entry in entries(desk))
    assert five(read(desk, str(MONTHS), map=f"{kinds},Sport=m,Guitar=m").account) == (0, 0, 1358, 0, 0)


def test_rows_out_of_order_come_to_the_same(desk: Desk, write: Write) -> None:
    some = [row(day, project="Career") for day in range(1, 28)]
    read(desk, write(HEAD, *some, name="a.csv"), map=KINDS)
    random.Random(3).shuffle(some)
    assert read(desk, write(HEAD, *some, name="b.csv"), map=KINDS).account.already_there == 27
    assert TRACKER.old == "toggl-" and max(entries(desk), key=lambda each: each.start).start.date() == date(2026, 3, 27)
    assert timedelta(minutes=10) == timedelta(minutes=entries(desk)[0].minutes)
