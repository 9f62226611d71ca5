"""Contacts read into the people."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.person import Circle, Person
from planner.interop.cards import Card, Cards, read_cards
from planner.interop.contact_export import VERSIONS, cards_of
from planner.interop.content_lines import in_utf_8
from planner.interop.sources import Source, text_of
from tests.interop.conftest import Write
from tests.interop.reads import import_vcard


def card(*lines: str, version: str = "3.0") -> list[str]:
    return ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]


def cards(*lines: str) -> Cards:
    return read_cards(Source("people.vcf", "\n".join(lines)))


def one(*lines: str) -> Card:
    found = cards(*lines)
    assert not found.problems
    return found.cards[0]._replace(file="", row=0)


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
    ) == Card(
        "",
        0,
        "Jörg Müller",
        said={"company": "Müller, Söhne GmbH", "place": "Orléans, France", "note": "Hello, 10 €"},
    )


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
        0,
        "Zoë, Dr. Tour",
        ("zoe@example.org",),
        {
            "company": "Nordlicht GmbH",
            "position": "Analyst",
            "place": "Lyon, France",
            "address": "https://example.org/zoe",
            "note": "one twoand more",
        },
        ("peer", "lyon-ux"),
    )


def test_a_card_without_name_and_the_unread_are_told_by_line() -> None:
    found = cards(
        *card("FN:Mai", "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=none:=E2", "EMAIL;;:x"),
        *card("TEL:+33 secret"),
        *card("FN:Ines")[:-1],
        *card("KIND:group", "FN:Friends", version="4.0"),
        *card("FN:Max"),
    )
    assert [one.name for one in found.cards] == ["Mai", "Ines", "Max"]
    assert (found.others, found.broken) == (1, 1)
    said = [f"{problem.where}: {problem.why}" for problem in found.problems]
    warned = "its NOTE is no UTF-8 text, so it was read as Latin-1; look at its accents"
    assert f"people.vcf, line 1: {warned}" in said
    assert "people.vcf, line 7: it has neither a name nor an e-mail address" in said
    assert "people.vcf, line 11: it has no END:VCARD" in said
    assert "people.vcf, line 14: it is of a group or a company, and no person" in said
    assert "secret" not in str(said)


def test_who_is_known_is_filled_where_empty_never_overwritten(desk: Desk, write: Write) -> None:
    desk.keep(
        "known",
        people=[Person("mai", "Mai Tran", company="Here"), Person("x", "I. Okoro", emails=("INES@example.org",))],
    )
    path = write(
        *card("FN:MAI TRAN", "ORG:There", "TITLE:Analyst", "CATEGORIES:Peer,Lyon UX"),
        *card("FN:Ines Okoro", "EMAIL:ines@example.org"),
        *card("FN:Max", "EMAIL:max@example.org"),
        *card("FN:Max", "TITLE:Cook"),
        name="people.vcf",
    )
    result = import_vcard(desk, path)
    assert result.account.document() == {
        "format": "vcard",
        "files": 1,
        "read": 4,
        "added": 1,
        "changed": 2,
        "already_there": 1,
        "skipped": 0,
        "kept_back": 0,
        "new_groups": [],
        "new_people": ["max"],
        "minutes": 0,
        "problems": [],
        "reasons": [],
    }
    people = desk.book().people
    assert people["mai"] == Person(
        "mai", "Mai Tran", company="Here", position="Analyst", circle=Circle.PEER, groups=("lyon-ux",)
    )
    assert people["x"].name == "I. Okoro"
    assert (people["max"].email, people["max"].position, people["max"].since) == (
        "max@example.org",
        "Cook",
        desk.now().date(),
    )
    assert import_vcard(desk, path).account.already_there == 4
    desk.undo()
    assert set(desk.book().people) == {"mai", "x"}


def test_a_card_that_may_be_of_several_people_is_kept_back(desk: Desk, write: Write) -> None:
    desk.keep("known", people=[Person("a", "Mai Tran"), Person("b", "Mai Tran")])
    result = import_vcard(desk, write(*card("FN:Mai Tran", "TITLE:Analyst"), name="people.vcf"))
    assert (result.account.kept_back, result.completed) == (1, ())
    assert "Mai" not in str(result.account.problems)


def test_a_folder_is_read_and_a_dry_run_changes_nothing(desk: Desk, write: Write) -> None:
    write(*card("FN:Mai"), name="cards/a.vcf")
    folder = os.path.dirname(write("x", name="cards/notes.txt"))
    said = import_vcard(desk, folder, dry_run=True)
    assert (len(said.added), said.account.files, said.account.read) == (1, 1, 1)
    assert not desk.book().people


def test_what_cannot_be_is_refused_with_the_file(desk: Desk, tmp_path: Path, write: Write) -> None:
    (tmp_path / "empty").mkdir()
    for path in (str(tmp_path / "nowhere.vcf"), str(tmp_path / "empty"), write("x", name="x.vcf")):
        with pytest.raises(Refused, match=os.path.basename(path)):
            import_vcard(desk, path)


# Files that people really have


def raw(content: bytes) -> Cards:
    """The cards of a file of these bytes, as its source is opened."""
    text, problems = text_of(in_utf_8(content), "people.vcf")
    return read_cards(Source("people.vcf", text, problems))


def test_a_fold_in_the_middle_of_a_letter_is_no_fold_in_it() -> None:
    content = "\r\n".join(card("FN:Zoé Léger", "ORG:Société des €lèves")).encode()
    for letter in ("é".encode(), "è".encode(), "€".encode()):
        for cut in range(1, len(letter)):
            folded = content.replace(letter, letter[:cut] + b"\r\n " + letter[cut:])
            (found,) = raw(folded).cards
            assert (found.name, found.company) == ("Zoé Léger", "Société des €lèves")


def test_a_bad_byte_changes_nothing_else_and_its_line_is_told() -> None:
    found = raw("\n".join([*card("FN:Zoé"), *card("FN:Max", "NOTE:caf\udce9 é")]).encode("utf-8", "surrogateescape"))
    assert [(one.name, one.said.get("note", "")) for one in found.cards] == [("Zoé", ""), ("Max", "café é")]
    assert [problem.row for problem in found.problems] == [8]


@pytest.mark.parametrize(
    "line",
    [
        b"FN;CHARSET=ISO-8859-1:Andr\xe9",
        b"FN;CHARSET=utf-8:Andr\xc3\xa9",
        b"FN;CHARSET=UTF-16BE;X=y:Andr\xc3\xa9",
        b"fn;charset=windows-1252;quoted-printable:Andr=E9",
        b"FN;ENCODING=Quoted-Printable;CHARSET=UTF-8:And=\r\nr=C3=A9",
        b"FN;QUOTED-PRINTABLE:Andr=E9",
        b"FN:Andr\xe9",
    ],
)
def test_a_name_is_read_in_the_letters_it_is_in(line: bytes) -> None:
    (found,) = raw(b"BEGIN:VCARD\r\n" + line + b"\r\nEND:VCARD\r\n").cards
    assert found.name == "André"


def test_a_byte_order_mark_before_each_card_is_nothing() -> None:
    marked = "\ufeff" + "\n".join(card("FN:Zoé")) + "\n"
    assert [one.name for one in raw((marked * 2).encode()).cards] == ["Zoé", "Zoé"]
    assert [one.name for one in raw(marked.encode("utf-16")).cards] == ["Zoé"]


@pytest.mark.parametrize(
    "preferred",
    ["EMAIL;PREF:b@x.org", "EMAIL;TYPE=INTERNET,PREF:b@x.org", "item1.EMAIL;type=pref:b@x.org", "EMAIL;PREF=1:b@x.org"],
)
def test_all_addresses_are_kept_preferred_one_first(preferred: str) -> None:
    found = one(*card("FN:Zoé", "EMAIL;PREF=50:a@x.org", preferred, "EMAIL:Zoé <c@x.org>", "EMAIL:MAILTO:A@x.org"))
    assert found.emails == ("b@x.org", "a@x.org", "c@x.org")


def test_an_address_on_the_web_is_without_scheme_and_escapes() -> None:
    assert one(*card("FN:Zoé", "URL:https\\://example.org/zoe")).said["address"] == "https://example.org/zoe"
    assert one(*card("FN:Zoé", "URL:www.example.org/zoe")).said["address"] == "https://www.example.org/zoe"


def test_who_has_no_name_is_called_by_address_until_one_is_known(desk: Desk, write: Write) -> None:
    import_vcard(desk, write(*card("FN:", "EMAIL:zoe@x.org"), name="a.vcf"))
    assert [person.name for person in desk.book().people.values()] == ["zoe@x.org"]
    import_vcard(desk, write(*card("FN:Zoé Léger", "EMAIL:ZOE@x.org"), name="b.vcf"))
    assert [(one.name, one.emails) for one in desk.book().people.values()] == [("Zoé Léger", ("zoe@x.org",))]


ANNA = ("FN:Anna Novak", "EMAIL:anna@alpha.example", "ORG:Alpha")


@pytest.mark.parametrize(
    ("other", "counts"),
    [
        (("FN:Anna Novak", "EMAIL:anna@beta.example", "ORG:Beta"), (2, 0, 0, 0)),  # another of that name
        (("FN:Anna Novak", "EMAIL:anna@beta.example", "ORG:alpha"), (1, 1, 0, 0)),  # one more address
        (("FN:Anna Novak", "EMAIL:anna@beta.example"), (1, 0, 0, 1)),  # nobody can say
        (("FN:Novak\\, Anna", "ORG:Beta"), (1, 0, 1, 0)),
        (("FN:A. Novak", "EMAIL:Anna@alpha.example"), (1, 0, 1, 0)),
        (("FN:Ida Novak", "EMAIL:anna@alpha.example"), (2, 0, 0, 0)),  # a mailbox that is shared
        (("FN:Anna Novak", "EMAIL:home@novak.example", "EMAIL:anna@alpha.example"), (1, 1, 0, 0)),
    ],
)
def test_what_makes_two_cards_one_person(
    desk: Desk, write: Write, other: tuple[str, ...], counts: tuple[int, ...]
) -> None:
    path = write(*card(*ANNA), *card(*other), name="people.vcf")
    account = import_vcard(desk, path).account
    assert (account.added, account.changed, account.already_there, account.kept_back) == counts
    assert account.read == 2 and len(desk.book().people) == counts[0]
    again = import_vcard(desk, path).account
    assert (again.added, again.changed, again.read) == (0, 0, 2)


def test_what_planner_wrote_adds_nothing_when_it_is_read_back(desk: Desk, write: Write) -> None:
    desk.keep(
        "known",
        people=[
            Person("a", "Mai Tran", emails=("mai@x.org", "tran@y.org"), place="Lyon, France", note="one, two; three"),
            Person("b", "Mai Tran", circle=Circle.PEER, groups=("lyon-ux",)),
            Person("c", "Max, Dr. Cook", "Nordlicht, Söhne", "cook; chef", address="https://x.org/?a=1,2"),
        ],
    )
    for version in VERSIONS:
        path = write(cards_of(desk.book(), version)[0].decode().replace("\r\n", "\n"), name="own.vcf")
        account = import_vcard(desk, path).account
        assert (account.read, account.already_there) == (3, 3)


def test_what_was_completed_of_whom_is_told(desk: Desk, write: Write) -> None:
    desk.add_person("Marie Dupont")
    card = "BEGIN:VCARD", "VERSION:3.0", "FN:Marie Dupont", "ORG:Acme", "EMAIL:m@x.org", "END:VCARD"
    path = write(*card, name="c.vcf")
    assert import_vcard(desk, path).told == ("Marie Dupont (company, e-mail)",)
    assert import_vcard(desk, path).told == ()


def test_taking_back_leaves_who_introduced_somebody(desk: Desk, write: Write) -> None:
    import_vcard(desk, write(*card("FN:Paul Martin"), *card("FN:Lea Roy"), name="people.vcf"))
    desk.add_person("Nadia Benali", through="@paul")
    taken = desk.take_back(1)
    assert (taken.removed, taken.stay) == (1, 1)
    assert set(desk.book().people) == {"paul-martin", "nadia-benali"}
