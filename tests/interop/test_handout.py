"""The hand-out as a page and as Markdown: whole, harmless, and without a name where none is wanted."""

from __future__ import annotations

import html
import re
import stat
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner import demo, demo_history, demo_people
from planner.clock import Clock
from planner.desk import Desk
from planner.domain.counsel import Voice
from planner.domain.errors import Misread, StoreError
from planner.domain.group import Group, Nature
from planner.domain.kinds import Kind
from planner.domain.person import Person
from planner.domain.texts import folded, words_of
from planner.interop.handouts import markdown, page, write_handout
from planner.locale import speak_as
from planner.store.home import Home

_VOID = {"meta", "rect", "line"}


class Page(HTMLParser):
    """A page as a browser reads it: its tags, the addresses that it asks for, and its text."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.asked: list[str] = []
        self.said: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.asked += [name for name, _ in attrs if name in ("src", "href", "xlink:href", "srcset") or name[:2] == "on"]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in _VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.fixture
def sample(thursday: Clock, home: Path) -> Iterator[Desk]:
    """The sample, with a question and a decision that name people."""
    kept = Home(str(home), thursday.now, "a test")
    demo.fill(kept, thursday.now())
    desk = Desk(kept, thursday)
    desk.keep_counsel(Voice.DECIDED, "Two hours with MARIE and somebody of atelier lumen; write to paul@roy.example")
    desk.keep_counsel(Voice.QUESTION, "What does ines faure know of Keolis?")
    desk.edit_group("lyon-ux", note="the sauna on Mondays", brought="a talk with Lefevre at Siemens Mobility")
    yield desk
    speak_as("en")


def _texts() -> set[str]:
    """Every name, address and note of the sample, folded; words of names on their own."""
    people = demo_people.PEOPLE
    notes = {habit.note for habits in demo_history.HABITS.values() for habit in habits}
    notes |= {note for *_, note, _ in demo.THIS_WEEK}
    notes |= {passed.note for passed in demo_people.PASSED} | {person.note for person in people}
    addresses = {text for each in people for text in (*each.emails, each.address)}
    addresses |= {text for group in demo.GROUPS for text in (group.address, group.feed)}
    names = {word for person in people for word in words_of(person.name) if len(word) > 1}
    companies = {person.company for person in people}
    companies |= {group.name for group in demo.GROUPS if group.nature is Nature.COMPANY}
    told = {*notes, *addresses, *names, *companies, "sauna", "paul@roy.example"}
    return {" ".join(words_of(text)) for text in told if text}


def _said(content: bytes) -> str:
    """All that a file says, its markup among it, as words between spaces."""
    text = re.sub(r"<style>.*?</style>", "", content.decode(), flags=re.DOTALL)
    return f" {' '.join(words_of(html.unescape(text)))} "


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", [page, markdown])
def test_nothing_named_leaks(sample: Desk, form: object, language: str) -> None:
    speak_as(language)
    assert callable(form)
    named, without = (_said(form(sample.handout(named=named))) for named in (True, False))
    leaked = {text for text in _texts() if f" {text} " in without}
    assert leaked == set()
    assert " marie dupont " in named and " sauna " in named and " keolis " in named
    assert " m d " in without and " k " in without


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_needs_nothing_from_elsewhere_and_is_well_made(sample: Desk, language: str) -> None:
    speak_as(language)
    content = page(sample.handout()).decode()
    read = Page(content)
    assert read.open == [] and read.asked == [] and "script" not in read.tags
    assert not re.search(r"https?:|url\(|@import|<link", content)
    assert "size: A4" in content and f'lang="{language}"' in content and read.tags.count("svg") == 2


def test_each_week_stands_in_the_drawing_with_its_kinds(sample: Desk) -> None:
    content = page(sample.handout(8)).decode()
    drawing = content[content.rindex("<svg") : content.rindex("</svg>")]
    legend = 1
    for kind in Kind:
        weeks = sum(each.figures is not None and each.figures.logged.of(kind) > 0 for each in sample.trends(8).weeks)
        assert drawing.count(f'<rect class="{kind.value}"') == weeks + legend
    assert drawing.count('class="goal"') == 8


def test_markup_in_what_she_writes_stays_text(sample: Desk) -> None:
    sample.add_group("<script>alert(1)</script> & [a](b)")
    sample.keep_counsel(Voice.QUESTION, "<img src=x onerror=y> | a `b` *c*")
    content = page(sample.handout()).decode()
    read = Page(content)
    assert "script" not in read.tags and "img" not in read.tags
    assert "<script>alert(1)</script> & [a](b)" in read.said
    written = markdown(sample.handout()).decode()
    assert r"\<img src=x onerror=y\> \| a \`b\` \*c\*" in written and not re.search(r"(?<!\\)<script", written)


def test_a_home_without_anything_has_one_too(thursday: Clock, home: Path) -> None:
    handout = Desk(Home(str(home), thursday.now, "a test"), thursday).handout()
    read = Page(page(handout).decode())
    assert read.open == [] and "Nothing was logged in these weeks." in read.said
    assert b"No groups yet" in markdown(handout)


class TestTheFile:
    """Where it is written, for whom, and over what."""

    def test_it_is_hers_alone_and_replaces_only_its_own(self, sample: Desk, tmp_path: Path) -> None:
        for name in ("a.html", "a.md"):
            for _ in ("made", "replaced"):
                path = write_handout(sample, str(tmp_path / name), sample.handout(1))
                assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
            Path(path).write_text("hers")
            with pytest.raises(StoreError):
                write_handout(sample, path, sample.handout(1))
            assert Path(path).read_text() == "hers"

    def test_a_folder_gets_a_page_named_by_the_day(self, sample: Desk, tmp_path: Path) -> None:
        path = write_handout(sample, str(tmp_path), sample.handout(1))
        assert Path(path).name == "planner-2026-11-26.html" and Path(path).read_text().startswith("<!doctype html>")

    @pytest.mark.parametrize(("name", "why"), [("a.txt", Misread), ("none/a.html", StoreError), ("a", Misread)])
    def test_a_wrong_place_is_said(self, sample: Desk, tmp_path: Path, name: str, why: type[Exception]) -> None:
        with pytest.raises(why):
            write_handout(sample, str(tmp_path / name), sample.handout(1))
        assert not (tmp_path / name).exists()


def test_an_initial_s_dot_ends_the_sentence_too(desk: Desk) -> None:
    desk.add_person("Marie Dupont")
    desk.add_objective("Meet people")
    desk.add_group("Friends of Marie Dupont")
    said = markdown(desk.handout(2, named=False)).decode()
    assert "Friends of M. D.\n" in said and ".." not in said


_WORD = st.text("qxzñé", min_size=3, max_size=8).filter(lambda word: words_of(word) == (folded(word),))
_NAME = st.lists(_WORD, min_size=1, max_size=2).map(" ".join)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_NAME, _NAME, _NAME)
def test_no_known_name_survives_in_any_form(desk: Desk, person: str, company: str, page_of: str) -> None:
    text = f"ask {person.upper()} of {company}, {person.split(maxsplit=1)[0]} or {page_of.title()}"
    desk.keep(
        "made",
        people=[Person("made", person, company, f"head at {company}", how_met=text)],
        groups=[
            Group("made", "made", f"Friends of {person}", why=text, done=text, reason=text, place=company, note="kept"),
            Group("made-page", "made-page", page_of, nature=Nature.COMPANY),
        ],
    )
    desk.keep_counsel(Voice.QUESTION, text)
    desk.log("m 20 made @made")
    handout = desk.handout(2, named=False)
    for said in (_said(page(handout)), _said(markdown(handout))):
        assert not {*words_of(person)} & {*said.split()}
        assert not [name for name in (company, page_of) if f" {' '.join(words_of(name))} " in said]
