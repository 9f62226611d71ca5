"""Opening an archive: a zip, a folder or one file, and what is refused of them."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from planner.domain.errors import Refused
from planner.interop.linkedin import archive as archives
from planner.interop.linkedin.archive import opened
from tests.interop.linkedin.archives import COMMENTS, all_told, folder, whats, zipped

ROW = "2026-03-11 18:02:44,https://www.linkedin.com/feed/update/urn:li:activity:7,hello\n"


def test_a_zip_a_folder_and_one_file_tell_the_same(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Complete_LinkedInDataExport/x_91029461.csv": COMMENTS + ROW,
        "media/me.jpg": b"\xff\xd8",
    }
    unpacked = folder(tmp_path / "archive", files)
    from_folder = whats(unpacked)
    assert len(from_folder) == 1
    assert whats(zipped(tmp_path / "archive.bin", files)) == from_folder
    assert whats(f"{unpacked}/Complete_LinkedInDataExport/x_91029461.csv") == from_folder


def test_what_lies_beside_the_tables_is_counted_and_not_read(tmp_path: Path) -> None:
    with opened(zipped(tmp_path / "a.zip", {"Comments.csv": COMMENTS, "a.jpg": "x", "b.html": "y"})) as archive:
        assert (len(archive.files), archive.others) == (1, 2)


def test_a_zip_that_is_cut_off_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = Path(zipped(tmp_path / "a.zip", {"Comments.csv": COMMENTS + ROW * 2000}))
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(Refused, match="damaged or cut off; download it again"), opened(str(path)):
        pass


def test_a_damaged_file_in_a_zip_costs_no_other(tmp_path: Path) -> None:
    many = "".join(f"2026-03-11 18:02:{n % 60:02},https://x.org/{n * 7919},word {n}\n" for n in range(3000))
    path = Path(zipped(tmp_path / "a.zip", {"Comments.csv": COMMENTS + many, "Votes.csv": "Date,Link,OptionText\n"}))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = bytes(8)
    path.write_bytes(bytes(content))
    _, problems = all_told(str(path))
    assert [problem.file for problem in problems if "damaged from here on" in problem.why] == ["Comments.csv"]


@pytest.mark.parametrize("name", ["../Comments.csv", "/etc/Comments.csv", "a/../../Comments.csv", "..\\Comments.csv"])
def test_a_path_that_climbs_out_is_not_read(tmp_path: Path, name: str) -> None:
    said, (problem,) = all_told(zipped(tmp_path / "a.zip", {name: COMMENTS + ROW, "b.csv": COMMENTS + ROW}))
    assert len(said) == 1
    assert "leads out of the archive" in problem.why


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("Comments.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(link, "/etc/passwd")
    said, (problem,) = all_told(str(tmp_path / "a.zip"))
    assert not said
    assert "leads out" in problem.why


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    _, (problem,) = all_told(zipped(tmp_path / "a.zip", {"Comments.csv": COMMENTS + "a" * (8 * 1024 * 1024)}))
    assert "packed to burst" in problem.why


def test_a_zip_that_lies_about_its_size_is_read_no_further(tmp_path: Path) -> None:
    path = Path(zipped(tmp_path / "a.zip", {"Comments.csv": COMMENTS + ROW + "a" * (8 * 1024 * 1024)}))
    content = path.read_bytes()
    place = content.rindex(b"PK\x01\x02")
    path.write_bytes(content[: place + 24] + struct.pack("<I", 100) + content[place + 28 :])
    _, (problem,) = all_told(str(path))
    assert "damaged from here on" in problem.why


def test_files_too_large_together_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_TOGETHER", 150)
    said, (problem,) = all_told(zipped(tmp_path / "a.zip", {"a.csv": COMMENTS + ROW, "b.csv": COMMENTS + ROW}))
    assert len(said) == 1
    assert "too large" in problem.why


def test_a_pipe_is_refused_by_name_and_waits_for_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Comments.csv")
    with pytest.raises(Refused, match="named pipe"), opened(str(tmp_path / "Comments.csv")):
        pass
    with opened(str(tmp_path)) as archive:
        assert not archive.files


def test_nothing_at_a_path_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"), opened(str(tmp_path / "none.zip")):
        pass
