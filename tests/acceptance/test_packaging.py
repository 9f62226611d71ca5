"""A wheel, built here and laid out elsewhere, is all that planner needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from planner import __version__

REPOSITORY = Path(__file__).parents[2]
THEMES = {path.name for path in (REPOSITORY / "themes").glob("*.toml")}
PAPERS = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "planner").rglob("*.md")}


def built(source: Path, kind: str, into: Path) -> Path:
    """Build one distribution of ``source`` with the builder that pyproject.toml names."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    return next(into.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(REPOSITORY, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's files in it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def said(elsewhere: Path, code: str) -> str:
    """What ``code`` prints where planner is the one from the wheel."""
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=elsewhere.parent,
        env={**os.environ, "PYTHONPATH": str(elsewhere), "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return ran.stdout.strip()


def test_a_wheel_holds_the_package_its_themes_and_its_translations(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {"planner/__main__.py", "planner/py.typed", "planner/locale/fr.po", "planner/locale/fr.words"} <= names
    assert {f"planner/themes/{theme}" for theme in THEMES} <= names
    assert len(THEMES) >= 3


def test_a_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        rooms = {name.split("/")[0] for name in archive.namelist()}
        strangers = [name for name in archive.namelist() if re.search(r"previews|__pycache__|locale/build|\.md$", name)]
    assert rooms == {"planner", *(f"weekly_minutes-{__version__}.{end}" for end in ("dist-info", "data"))}
    assert strangers == []


def test_a_wheel_has_the_manual_that_needs_no_library(wheel: Path) -> None:
    code = "import sys; sys.path[:0] = sys.argv[1:]; from planner.cli.manual import manual; print(manual(), end='')"
    run = [sys.executable, "-S", "-X", "utf8", "-c", code, str(REPOSITORY)]
    printed = subprocess.run(run, check=True, capture_output=True, encoding="utf-8").stdout
    with zipfile.ZipFile(wheel) as archive:
        name = f"weekly_minutes-{__version__}.data/data/share/man/man1/planner.1"
        assert archive.read(name).decode() == printed


def test_the_papers_stay_out_of_a_wheel_and_come_with_the_source(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith(".md")] == []
    with tarfile.open(built(REPOSITORY, "sdist", tmp_path)) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    assert PAPERS and names >= PAPERS


def test_planner_finds_its_themes_wherever_it_is_installed(elsewhere: Path) -> None:
    code = "from planner.theme_files import package_folder, theme_names; print(package_folder(), *theme_names(''))"
    folder, *names = said(elsewhere, code).split()
    assert Path(folder) == elsewhere / "planner" / "themes"
    assert {f"{name}.toml" for name in names} == THEMES


def test_planner_speaks_french_wherever_it_is_installed(elsewhere: Path) -> None:
    code = (
        "from planner.locale import speak_as; speak_as('fr'); from planner.domain.kinds import Kind;"
        "print(Kind.MEETING.title)"
    )
    assert said(elsewhere, code) == "rencontre"


def test_a_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = built(REPOSITORY, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as source:
        source.extractall(tmp_path, filter="data")
    again = built(tmp_path / archive.name.removesuffix(".tar.gz"), "wheel", tmp_path / "again")
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(wheel) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
