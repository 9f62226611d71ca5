"""A pasted list of groups is read line by line, and never raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.grammar.pasted import Content, count_words, left_out_words, one_a_line, read_list
from planner.domain.grammar.pasted_upkeep import said_upkeep
from planner.domain.group import Group, Role
from tests.calls import steps_of

BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX", address="https://www.lyon-ux.org/")}, {})


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("PMI France", "PMI France", ""),
        ("- PMI France", "PMI France", ""),
        ("  12) PMI France", "PMI France", ""),
        ("[x] PMI France", "PMI France", ""),
        ("PMI France, https://pmi.org", "PMI France", "https://pmi.org"),
        ("https://pmi.org/fr PMI France", "PMI France", "https://pmi.org/fr"),
        ("PMI France <https://pmi.org>", "PMI France", "https://pmi.org"),
        ("PMI France\thttps://pmi.org", "PMI France", "https://pmi.org"),
        ("[PMI France](https://pmi.org)", "PMI France", "https://pmi.org"),
        ("https://www.linkedin.com/groups/1234/", "linkedin.com/groups/1234", "https://www.linkedin.com/groups/1234/"),
        ("alumni-lyon.fr", "alumni-lyon.fr", "https://alumni-lyon.fr"),
        ("Node.js Paris", "Node.js Paris", ""),
        ("re:publica", "re:publica", ""),
        ("42 Lyon", "42 Lyon", ""),
        ("Hexagon UX (Slack)", "Hexagon UX (Slack)", ""),
        ("☐ Hexagon UX (Slack)", "Hexagon UX (Slack)", ""),
        ("> • « PMI France »", "PMI France", ""),
        ('- [ ] "Lyon UX Club", 1,234 members', "Lyon UX Club", ""),
        ("**Women in Tech**, Lyon (12k membres)", "Women in Tech, Lyon", ""),
        ("Alumni (Slack, 200+ members)", "Alumni (Slack)", ""),
        ("10 people who code", "10 people who code", ""),
        ("| PMI France | https://pmi.org | 300 |", "PMI France", "https://pmi.org"),
        ("PMI France;Slack;https://pmi.org", "PMI France", "https://pmi.org"),
        ("🎨 Design & Thé", "🎨 Design & Thé", ""),
        ("نادي ليون", "نادي ليون", ""),
        ("[red]Lyon[/red] \x1b[31mRouge", "[red]Lyon[/red] Rouge", ""),
    ],
)
def test_a_line_is_name_or_address(line: str, name: str, address: str) -> None:
    (read,) = read_list(line, BOOK)
    assert (read.content, read.name, read.address) == (Content.NEW, name, address)


@pytest.mark.parametrize(
    ("line", "name", "beside"),
    [
        ("PMI France <contact@pmi.org>", "PMI France", "contact@pmi.org"),
        ("PMI France, contact@pmi.org, 12k", "PMI France", "12k, contact@pmi.org"),
        ("PMI France (mailto:contact@pmi.org)", "PMI France", "contact@pmi.org"),
        ("contact@pmi.org", "contact@pmi.org", ""),
        ("PMI France (12k)", "PMI France", "12k"),
        ("PMI France · 1,2 k+", "PMI France", "1,2 k+"),
        ("PMI France - 1 234 members", "PMI France", "1 234 members"),
        ("PMI France, 1\u202f234", "PMI France", "1 234"),
        ("| 12k | PMI France |", "PMI France", "12k"),
        ("Lyon 10k", "Lyon 10k", ""),
        ("3M", "3M", ""),
        ("Alumni (2024)", "Alumni (2024)", ""),
        ("Club 1000", "Club 1000", ""),
        ("Women in Tech @ Lyon", "Women in Tech @ Lyon", ""),
    ],
)
def test_mail_stands_beside_a_name(line: str, name: str, beside: str) -> None:
    (read,) = read_list(line, BOOK)
    assert (read.content, read.name, read.beside) == (Content.NEW, name, beside)


def test_a_count_on_a_line_of_its_own_tells_of_the_group_before() -> None:
    for count in ("12k", "1 234 members", "1 234", "~3.4k+"):
        pmi, told = read_list(f"PMI France\n{count}", BOOK)
        assert (pmi.beside, told.content) == (count, Content.BESIDE), count


@pytest.mark.parametrize(
    "line", ["javascript:alert(1)", "ftp://x.org/a", "Lyon file:///etc/passwd", "x" * 301, "https://", "- "]
)
def test_what_cannot_be_read_says_why(line: str) -> None:
    (read,) = read_list(line, BOOK)
    assert read.content is Content.WRONG and read.why


def test_what_is_there_is_known_and_what_comes_twice_is_told() -> None:
    lines = read_list("LYON ux\nhttp://lyon-ux.org\nPMI\npmi\n\n   \n", BOOK)
    assert [(line.content, line.why) for line in lines] == [
        (Content.KNOWN, "Lyon UX"),
        (Content.KNOWN, "Lyon UX"),
        (Content.NEW, ""),
        (Content.TWICE, ""),
    ]
    assert count_words(lines) == "1 new group, 2 already there, 1 twice in the list"


def test_an_empty_paste_holds_nothing() -> None:
    assert read_list(" \n\t\n", BOOK) == ()


def test_two_thousand_lines_are_read_and_what_comes_after_is_named() -> None:
    lines = read_list("\n".join(f"Group {n}" for n in range(2003)), BOOK)
    assert len(lines) == 2001 and lines[-1].content is Content.WRONG
    assert lines[-1].why == "3 lines after the first 2000"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for line in read_list(text, BOOK):
        assert line.name or line.beside or line.why


def test_a_count_before_any_line_tells_of_nothing() -> None:
    alone, group = read_list("12k\nLyon Data", BOOK)
    assert (alone.content, alone.why) == (Content.WRONG, "there is no name in it")
    assert (group.name, group.beside) == ("Lyon Data", "")


@pytest.mark.parametrize("heading", ["# My groups", "LinkedIn :", "Facebook\n======", "| Name | URL |\n|---|---|"])
def test_a_heading_is_no_group_and_is_named(heading: str) -> None:
    lines = read_list(f"{heading}\nPMI France", BOOK)
    assert [line.content for line in lines] == [Content.HEADING, Content.NEW]
    assert left_out_words(lines)[0].startswith("Left out as headings: “")


def test_what_stands_beside_a_name_is_shown_beside_it() -> None:
    rows = "Groupe;Lien;Ville\nPMI France;https://pmi.org;Lyon\nAlumni Lyon\n3 400 membres"
    _, pmi, alumni, told = read_list(rows, BOOK)
    assert (pmi.name, pmi.address, pmi.beside) == ("PMI France", "https://pmi.org", "Lyon")
    assert (alumni.name, alumni.beside, told.content) == ("Alumni Lyon", "3 400 membres", Content.BESIDE)


def test_each_line_knows_its_place_in_the_paste() -> None:
    assert [line.at for line in read_list("A\n\nB\n---\nC", BOOK)] == [0, 2, 4]


@pytest.mark.parametrize("text", ["Group; with semicolon\nOther", "Group; with semicolon\na | b | c", "Group | one"])
def test_a_group_called_group_is_no_tables_head(text: str) -> None:
    assert (read_list(text, BOOK)[0].content, read_list(text, BOOK)[0].name) == (Content.NEW, "Group")


@pytest.mark.parametrize(
    ("text", "names", "beside"),
    [
        ("Slack\tLadies of Code Paris\t1200\nMeetup\tHexagon UX\t300", ["Ladies of Code Paris", "Hexagon UX"], "Slack"),
        ("Slack | Ladies of Code Paris | x.org", ["Ladies of Code Paris"], "Slack"),
        ("Lyon;Data Lyon\nParis;Toucan Toco\nLyon;PMI\nLyon;UX", ["Data Lyon", "Toucan Toco", "PMI", "UX"], "Lyon"),
        ("2019;oui;Data Lyon\n2020;oui;PMI", ["Data Lyon", "PMI"], "2019"),
        ("PMI;Lyon;300\nAlumni;Lyon;40", ["PMI", "Alumni"], "Lyon"),
    ],
)
def test_headless_names_are_where_rows_vary(text: str, names: list[str], beside: str) -> None:
    lines = read_list(text, BOOK)
    assert [line.name for line in lines] == names
    assert lines[0].beside.startswith(beside)
    assert ("names from column" in count_words(lines)) == (lines[0].column > 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Data Lyon; PMI France", ["Data Lyon", "PMI France"]),
        ("- Data Lyon; PMI; Alumni;\nUX; IA", ["Data Lyon", "PMI", "Alumni", "UX", "IA"]),
        ("Data Lyon; 300", ["Data Lyon"]),
        ("Data Lyon;Lyon\nPMI;Paris", ["Data Lyon", "PMI"]),
        ("Nom;Ville;Membres\nData Lyon;Lyon", ["Nom", "Data Lyon"]),
        ("Arts &amp; Crafts\nClub (a; b)", ["Arts & Crafts", "Club (a; b)"]),
    ],
)
def test_semicolons_part_the_groups_of_a_list(text: str, names: list[str]) -> None:
    lines = read_list(text, BOOK)
    assert [line.name for line in lines] == names
    assert [line.name for line in read_list("\n".join(one_a_line(text.splitlines())), BOOK)] == names


ROWS = [("Data Lyon", "https://ux.example", "120"), ("PMI, France", "https://pmi.example", "2 300")]


@pytest.mark.parametrize(
    "table",
    [
        "┌─────┬───┬──┐\n│ Group │ Members │ Link │\n├─────┼───┼──┤\n│ Data Lyon │ 120 │ https://ux.example │\n"
        "│ PMI, France │ 2 300 │ pmi.example │\n└─────┴───┴──┘",
        "+---+---+\n| Where | How many | There |\n+===+===+\n| Data Lyon | 120 | https://ux.example |\n+---+---+\n"
        "| PMI, France | 2 300 | pmi.example |\n+---+---+",
        "+---+---+\n| Where | How many | There |\n+---+---+\n| Data Lyon | 120 | https://ux.example |\n"
        "| PMI, France | 2 300 | <pmi.example> |\n+---+---+",
        "Where | How many | There\n:-:|:-:|-\n[Data Lyon](https://ux.example) | 120\nPMI, France | 2 300 | pmi.example",
        'Group,Members,Link\nData Lyon,120,https://ux.example\n"PMI, France",2 300,pmi.example\n,,',
        'sep=;\nLien;Nom;Membres\nhttps://ux.example;Data Lyon;120\npmi.example;"PMI, France";2 300',
        "Groupe\tMembres\tLien\nData Lyon\t120\thttps://ux.example\nPMI, France\t2 300\tpmi.example",
        "<table>\n<tr><th>Group</th><th>Link</th><th>Members</th></tr>\n"
        "<tr><td><a href='https://ux.example'>Data Lyon</a></td><td></td><td>120</td></tr>\n"
        "<tr><td>PMI, France</td><td>https://pmi.example</td><td>2 300</td></tr>\n</table>",
    ],
)
def test_a_table_is_read_by_rows_however_it_is_drawn(table: str) -> None:
    head, *rows = read_list(table, BOOK)
    assert head.content is Content.HEADING
    assert [(row.name, row.address, row.beside) for row in rows] == ROWS


def test_rows_with_commas_need_no_head() -> None:
    rows = read_list('Data Lyon,120,https://ux.example\n"PMI, France",2 300,https://pmi.example', BOOK)
    assert [(row.name, row.address, row.beside) for row in rows] == ROWS


def test_no_row_of_a_box_without_a_head_is_lost() -> None:
    rows = read_list("+---+---+\n| PMI | 300 |\n+---+---+\n| Alumni | 40 |\n+---+---+", BOOK)
    assert [(row.content, row.name) for row in rows] == [(Content.NEW, "PMI"), (Content.NEW, "Alumni")]


@pytest.mark.parametrize(
    "text", ["Women in Tech, Lyon", "Group, Lyon\nPMI, Paris", "Group,Link\nPMI,x.org\n\nUX, Lyon"]
)
def test_commas_within_a_name_stay(text: str) -> None:
    assert read_list(text, BOOK)[-1].name == text.splitlines()[-1]


@pytest.mark.parametrize(
    "line",
    [
        *("a) Club", "(b) Club", "IV. Club", "ii) Club", "1.2 Club", "1.2.3. Club", "3/ Club", "4)Club", "-Club"),
        *("_Club_", "*Club*", "***Club***", "~~Club~~", "1. **Club**", "<b>Club</b>", "<li>Club</li>", "» Club"),
        *("├── Club", "│   └── Club", "•\tClub", "1.\tClub", '"Club",', "Club ;", "│ Club │", "&bull; Club"),
    ],
)
def test_what_marks_a_line_is_no_part_of_its_name(line: str) -> None:
    (read,) = read_list(line, BOOK)
    assert (read.content, read.name, read.beside) == (Content.NEW, "Club", "")


@pytest.mark.parametrize(
    "name",
    ["A. Lincoln Society", "4.0 Industrie", "snake_case_name", "+Acumen", "I. Newton Club", "2 * 3 * 4", "<3 Lyon"],
)
def test_what_only_looks_like_a_mark_stays(name: str) -> None:
    assert [line.name for line in read_list(f"{name}\nPMI", BOOK)] == [name, "PMI"]


def test_a_letter_with_a_stop_counts_lines_beside_the_next_one() -> None:
    for labels in ("ABC", ("I", "II", "III"), ("iv", "v", "vi")):
        lines = read_list("\n".join(f"{label}. Club {n}" for n, label in enumerate(labels)), BOOK)
        assert [line.name for line in lines] == ["Club 0", "Club 1", "Club 2"]


def test_a_line_drawn_under_the_first_of_several_makes_it_a_heading() -> None:
    drawn = "Communities\n-----\nPMI\nAlumni\nEvents\n~~~~~~\n- Salon\n\n+---+\n| UX |\n+---+\nMore\n---\nOne"
    lines = read_list(drawn, BOOK)
    assert [line.name for line in lines if line.content is Content.HEADING] == ["Communities", "Events", "More"]


@pytest.mark.parametrize(
    "text", ["PMI\n---\nAlumni\n---\nSalon", "PMI\nAlumni\n-----\nSalon", "- PMI\n---\nAlumni\nSalon"]
)
def test_a_line_drawn_between_groups_costs_none(text: str) -> None:
    assert {line.content for line in read_list(text, BOOK)} == {Content.NEW}


def test_twice_as_many_lines_are_twice_the_work() -> None:
    def work(lines: int) -> int:
        text = "\n".join(f"Group {n}" for n in range(lines))
        return steps_of(lambda: read_list(text, BOOK))

    assert work(800) < 2.5 * work(400)


@pytest.mark.parametrize("much", ["*a ", ',"', "<a href=x "], ids=["stars", "quotes", "tags"])
def test_too_long_a_line_is_refused_in_time_of_its_length(much: str) -> None:
    assert [line.content for line in read_list(much * 100_000, BOOK)] == [Content.WRONG]
    assert steps_of(lambda: read_list(much * 20_000, BOOK)) < 2.5 * steps_of(lambda: read_list(much * 10_000, BOOK))


def test_a_column_of_roles_says_what_each_group_is_for() -> None:
    text = "Nom;Rôle\nUX Rhône;liens, veille\nPMI;visibility + ties\nAgile;animatrice\nNews;"
    _, *lines = read_list(text, BOOK)
    assert [(line.name, line.roles, line.beside) for line in lines] == [
        ("UX Rhône", (Role.TIES, Role.WATCH), ""),
        ("PMI", (Role.VISIBILITY, Role.TIES), ""),
        ("Agile", (), "animatrice"),
        ("News", (), ""),
    ]


@pytest.mark.parametrize(
    ("line", "name", "upkeep"),
    [
        ("Lyon UX - 45 min", "Lyon UX", 45),
        ("Alumni Lyon, 30 min/semaine", "Alumni Lyon", 30),
        ("Club B – 1h30 par semaine https://b.example", "Club B", 90),
        ("PMI France | 1h | https://pmi.example", "PMI France", 60),
        ("Réseau X (1 200 membres), 2 hours", "Réseau X", 120),
        ("Le 20h", "Le 20h", None),
        ("Club 24 h du Mans", "Club 24 h du Mans", None),
    ],
)
def test_a_length_beside_it_is_its_upkeep(line: str, name: str, upkeep: int | None) -> None:
    (read,) = read_list(line, Book({}, {}, {}))
    assert (read.name, said_upkeep(read.beside)) == (name, upkeep)
