"""vCards: read in all versions, one broken card costing none of the others, and written for other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.person import Circle, Person
from planner.domain.texts import clean
from planner.interop import vcards
from planner.interop.contacts import export_vcard, import_vcard
from planner.interop.problem import Problem
from planner.interop.vcards import Card
from planner.store.home import Home

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)

OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =
M=C3=BCller
EMAIL;INTERNET:joerg@example.org
END:VCARD
"""
NEW = """BEGIN:VCARD
VERSION:4.0
FN:Marie Dupont
ORG:Globex;Research
TITLE:Head of Design
ADR;TYPE=work:;;1 rue X;Lyon;;69001;France
item1.URL:javascript:alert(1)
item2.URL:https://marie.example.org
EMAIL;PREF=1:marie@example.org
CATEGORIES:decision-maker,Lyon UX,others
NOTE:[red]met at the fair\\, twice
END:VCARD
"""
NAMELESS = "BEGIN:VCARD\nVERSION:3.0\nORG:Nobody Ltd\nEND:VCARD\n"
BROKEN = "BEGIN:VCARD\nVERSION:3.0\nFN;ENCODING=b:%%%not base64%%%\nN\nEND:VCARD\n"
A_GROUP = "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:My colleagues\nEND:VCARD\n"


@pytest.fixture
def desk(home: Path) -> Desk:
    clock = Clock(UTC, NOW)
    desk = Desk(Home(str(home), clock.now, "a test"), clock)
    desk.add_group("Lyon UX")
    return desk


def file(tmp_path: Path, *cards: str, name: str = "people.vcf") -> str:
    path = tmp_path / name
    path.write_text("".join(cards), encoding="utf-8")
    return str(path)


def test_a_card_of_each_version_is_a_person(desk: Desk, tmp_path: Path) -> None:
    intake = import_vcard(desk, file(tmp_path, OLD, NEW))
    assert (intake.read, intake.added, intake.problems) == (2, 2, ())
    assert desk.person("Jörg Müller").email == "joerg@example.org"
    marie = desk.person("Marie Dupont")
    assert marie == Person(
        "marie-dupont",
        "Marie Dupont",
        company="Globex",
        position="Head of Design",
        place="Lyon, France",
        address="https://marie.example.org",
        email="marie@example.org",
        circle=Circle.DECISION_MAKER,
        groups=("lyon-ux",),
        note="[red]met at the fair, twice",
        since=NOW.date(),
    )


def test_a_card_without_a_name_or_beyond_reading_costs_no_other(desk: Desk, tmp_path: Path) -> None:
    intake = import_vcard(desk, file(tmp_path, NAMELESS, BROKEN, NEW, A_GROUP))
    assert (intake.read, intake.added, intake.skipped) == (4, 1, 3)
    assert intake.problems[0] == Problem("people.vcf, card 1", "it has no name")
    assert intake.problems[1].where == "people.vcf, card 2"
    assert len(intake.problems) == 2


def test_reading_twice_adds_nothing_and_one_undo_takes_all_back(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, OLD, NEW)
    import_vcard(desk, path)
    again = import_vcard(desk, path)
    assert (again.added, again.already_there, again.changed) == (0, 2, 0)
    desk.undo()
    assert desk.book().people == {}


def test_who_is_there_already_is_filled_in_and_never_overwritten(desk: Desk, tmp_path: Path) -> None:
    desk.add_person("M. Dupont", email="MARIE@example.org", company="Acme")
    intake = import_vcard(desk, file(tmp_path, NEW))
    assert (intake.added, intake.already_there, intake.changed) == (0, 1, 1)
    (marie,) = desk.book().people.values()
    assert (marie.name, marie.company, marie.position) == ("M. Dupont", "Acme", "Head of Design")


def test_a_dry_run_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    assert import_vcard(desk, file(tmp_path, NEW), dry_run=True).added == 1
    assert desk.book().people == {}


def test_a_folder_is_read_with_all_its_cards_and_other_files_left_alone(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    (folder / "more").mkdir(parents=True)
    file(folder, OLD, name="one.vcf")
    file(folder / "more", NEW, name="two.VCF")
    file(folder, "nothing", name="readme.txt")
    assert import_vcard(desk, str(folder)).added == 2


def test_another_encoding_is_read_and_said(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "latin.vcf"
    path.write_bytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Inès Faure\r\nEND:VCARD\r\n".encode("latin-1"))
    intake = import_vcard(desk, str(path))
    assert intake.added == 1 and "Latin-1" in intake.problems[0].why
    assert desk.person("Inès Faure")


@pytest.mark.parametrize("path", ["nowhere.vcf", "."])
def test_what_is_not_there_is_refused_and_an_empty_folder_is_nothing(desk: Desk, tmp_path: Path, path: str) -> None:
    if path == ".":
        assert import_vcard(desk, str(tmp_path)).read == 0
    else:
        with pytest.raises(Refused, match="cannot be read"):
            import_vcard(desk, str(tmp_path / path))


@pytest.mark.parametrize("version", vcards.VERSIONS)
def test_what_is_given_out_is_read_back_as_the_same_people(desk: Desk, tmp_path: Path, version: str) -> None:
    import_vcard(desk, file(tmp_path, OLD, NEW))
    text = export_vcard(desk, version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert [card.version.value for card in vobject.readComponents(text)] == [version] * 2
    again = import_vcard(desk, file(tmp_path, text, name="again.vcf"))
    assert (again.added, again.already_there, again.changed) == (0, 2, 0)


def test_another_version_is_refused(desk: Desk) -> None:
    with pytest.raises(Misread, match=r"2\.1"):
        export_vcard(desk, "2.1")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_and_note_survive(name: str, note: str) -> None:
    name, note = clean(name) or "x", clean(note)
    text = vcards.written([Person("p", name, note=note)], {}, "4.0")
    (card,) = vcards.read(text.replace("\r\n", "\n"), "file")
    assert isinstance(card, Card)
    assert (card.name, card.note, card.uid) == (name, note, "planner-person-p")


@given(st.text())
def test_any_text_is_read_without_a_mishap(text: str) -> None:
    for card in vcards.read(f"BEGIN:VCARD\n{text}\nEND:VCARD\n", "file"):
        assert card is None or isinstance(card, (Card, Problem))
