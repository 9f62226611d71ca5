"""Contacts read into the people."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.person import Circle, Person
from planner.interop.cards import Card, Cards, read_cards
from planner.interop.contact_import import import_vcard
from planner.interop.sources import Source
from tests.interop.conftest import Write


def card(*lines: str, version: str = "3.0") -> list[str]:
    return ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]


def cards(*lines: str) -> Cards:
    return read_cards(Source("people.vcf", "\n".join(lines)))


def one(*lines: str) -> Card:
    found = cards(*lines)
    assert not found.problems
    return found.cards[0]._replace(where="")


def test_quoted_printable_is_read_in_the_letters_it_says() -> None:
    assert one(
        *card(
            "N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg",
            "ADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;1 rue X=0D=0A=",
            "b=C3=A2timent 2;Orl=C3=A9ans;;45000;France",
            "NOTE;QUOTED-PRINTABLE:Hello, 10 =E2=82=",
            "=AC",
            "ORG:Müller, Söhne GmbH;Data",
            "TEL;CELL:+33 0",
            "PHOTO;ENCODING=BASE64;JPEG:not really",
            version="2.1",
        )
    ) == Card("", "Jörg Müller", company="Müller, Söhne GmbH", place="Orléans, France", note="Hello, 10 €")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_card_has_what_is_asked_of_it(version: str) -> None:
    assert one(
        *card(
            "FN:Zoë\\, Dr. Tour",
            "N:Tour;Zoë;;Dr.;",
            "ORG:Nordlicht GmbH;Data",
            "TITLE:Analyst",
            "ADR;TYPE=HOME:;;;;;;",
            "ADR;TYPE=WORK:;;1 rue X;Lyon;;69001;France",
            "item1.URL:javascript:alert(1)",
            "item2.URL:https://example.org/zoe",
            "EMAIL;TYPE=INTERNET:zoe@example.org",
            "NOTE:one\\ntwo",
            " and more",
            "CATEGORIES:peer,lyon-ux",
            "BDAY:--0412",
            version=version,
        )
    ) == Card(
        "",
        "Zoë, Dr. Tour",
        "zoe@example.org",
        "Nordlicht GmbH",
        "Analyst",
        "Lyon, France",
        "https://example.org/zoe",
        "one twoand more",
        ("peer", "lyon-ux"),
    )


def test_a_card_without_a_name_and_what_cannot_be_read_are_told_by_number() -> None:
    found = cards(
        *card("FN:Mai", "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=none:=E2", "EMAIL;;:x"),
        *card("EMAIL:secret@example.org"),
        *card("FN:Ines")[:-1],
        *card("KIND:group", "FN:Friends", version="4.0"),
        *card("FN:Max"),
    )
    assert [one.name for one in found.cards] == ["Mai", "Ines", "Max"]
    assert (found.others, found.broken) == (1, 1)
    said = [f"{problem.where}: {problem.why}" for problem in found.problems]
    assert "people.vcf, card 1: its NOTE cannot be read" in said
    assert "people.vcf, card 2: it has no name" in said
    assert "people.vcf, card 3: it has no END:VCARD" in said
    assert "secret" not in str(said)


def test_who_is_known_is_filled_in_where_empty_and_never_overwritten(desk: Desk, write: Write) -> None:
    desk.keep("known", people=[Person("mai", "Mai Tran", company="Here"), Person("x", "X", email="INES@example.org")])
    path = write(
        *card("FN:MAI TRAN", "ORG:There", "TITLE:Analyst", "CATEGORIES:Peer,Lyon UX"),
        *card("FN:Ines Okoro", "EMAIL:ines@example.org"),
        *card("FN:Max", "EMAIL:max@example.org"),
        *card("FN:Max", "TITLE:Cook"),
        name="people.vcf",
    )
    result = import_vcard(desk, path)
    assert result.document() == {
        "read": 3,
        "added": 1,
        "filled": 1,
        "already_there": 2,
        "skipped": 0,
        "problems": [],
    }
    people = desk.book().people
    assert people["mai"] == Person(
        "mai", "Mai Tran", company="Here", position="Analyst", circle=Circle.PEER, groups=("lyon-ux",)
    )
    assert people["x"].name == "X"
    assert (people["max"].email, people["max"].position, people["max"].since) == (
        "max@example.org",
        "Cook",
        desk.now().date(),
    )
    assert import_vcard(desk, path).document()["added"] == 0
    desk.undo()
    assert set(desk.book().people) == {"mai", "x"}


def test_a_card_that_may_be_of_several_people_is_left_out(desk: Desk, write: Write) -> None:
    desk.keep("known", people=[Person("a", "Mai Tran"), Person("b", "Mai Tran")])
    result = import_vcard(desk, write(*card("FN:Mai Tran", "TITLE:Analyst"), name="people.vcf"))
    assert (result.skipped, result.filled) == (1, ())
    assert "Mai" not in str(result.problems)


def test_a_folder_is_read_and_a_dry_run_changes_nothing(desk: Desk, write: Write) -> None:
    write(*card("FN:Mai"), name="cards/a.vcf")
    folder = os.path.dirname(write("x", name="cards/notes.txt"))
    said = import_vcard(desk, folder, dry_run=True)
    assert (len(said.added), said.skipped) == (1, 1)
    assert not desk.book().people


def test_what_cannot_be_is_refused_with_the_file(desk: Desk, tmp_path: Path, write: Write) -> None:
    (tmp_path / "empty").mkdir()
    for path in (str(tmp_path / "nowhere.vcf"), str(tmp_path / "empty"), write("x", name="x.vcf")):
        with pytest.raises(Refused, match=os.path.basename(path)):
            import_vcard(desk, path)
