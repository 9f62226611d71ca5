"""OPML: written so that any feed reader opens it, and read so that it can do no harm."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.errors import PlannerError, Refused
from planner.domain.group import Nature, Standing
from planner.domain.texts import clean
from planner.interop import feeds, opml
from planner.interop.opml import Source
from planner.store.home import Home

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
LIST = Path(__file__).parents[3] / "shared" / "data" / "invented"


@given(st.lists(st.tuples(st.text(max_size=20), st.text(min_size=1, max_size=20)), max_size=4), st.text(max_size=9))
def test_what_is_written_is_xml_and_is_read_back(names: list[tuple[str, str]], title: str) -> None:
    sources = [Source(clean(name) or "x", f"https://x.org/{clean(path)}") for name, path in names]
    document = opml.written(sources, clean(title), NOW)
    ElementTree.fromstring(document)
    assert [(each.name, each.feed) for each in opml.read(document.encode())] == [(s.name, s.feed) for s in sources]


def test_folders_are_left_aside_and_attributes_may_be_written_in_any_case() -> None:
    content = b"""<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="Work">
    <outline TEXT="Lyon &amp; co" type="rss" xmlurl="https://x.org/feed"/></outline></body></opml>"""
    assert opml.read(content) == (Source("Lyon & co", "https://x.org/feed", "", 2),)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<opml version="2.0"><body><outline type="rss" text="&b;" xmlUrl="https://x.org"/></body></opml>"""
READS_A_FILE = b"""<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<opml version="2.0"><body><outline type="rss" text="&x;" xmlUrl="https://x.org"/></body></opml>"""


@pytest.mark.parametrize("content", [BOMB, READS_A_FILE])
def test_entities_are_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="entity"):
        opml.read(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"Lyon UX", b"{}", b"<html><body/></html>", b"<opml version='2.0'><body>", b"\x00\xff\xfe",
     b"<opml><body>&nbsp;</body></opml>"],
)  # fmt: skip
def test_what_is_no_opml_is_said(content: bytes) -> None:
    with pytest.raises(Refused):
        opml.read(content)


@pytest.fixture
def desk(home: Path) -> Desk:
    clock = Clock(UTC, NOW)
    desk = Desk(Home(str(home), clock.now, "a test"), clock)
    desk.add_group("Lyon UX")
    desk.add_group("Éco & <Lyon>", nature=Nature.FEED, address="https://eco.fr/feed?a=1&b=2")
    desk.add_group("Big Company", nature=Nature.COMPANY)
    desk.add_group("Gone", nature=Nature.FEED, address="https://gone.fr", standing=Standing.LEFT)
    return desk


def test_feeds_and_company_pages_are_given_out_and_those_without_an_address_named(desk: Desk) -> None:
    document, without = feeds.export_opml(desk)
    assert [(each.name, each.feed) for each in opml.read(document.encode())] == [
        ("Éco & <Lyon>", "https://eco.fr/feed?a=1&b=2")
    ]
    assert [group.name for group in without] == ["Big Company"]


def test_they_are_written_into_her_folder_for_her_account_alone(desk: Desk, home: Path) -> None:
    path = Path(feeds.write(desk))
    assert path == home / "feeds.opml" and path.stat().st_mode & 0o777 == 0o600
    assert all(finding.good for finding in desk.check())
    feeds.write(desk)


def test_where_it_cannot_be_written_it_is_said(desk: Desk, home: Path) -> None:
    (home / "feeds.opml").mkdir()
    with pytest.raises(PlannerError, match="feeds"):
        feeds.write(desk)


class TestFollowedAlready:
    def test_sources_she_has_are_said_and_others_become_parked_feeds(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "feeds.opml"
        sources = [
            Source("Big Company", "https://big.example/feed"),
            Source("Elsewhere", "https://eco.fr/feed?a=1&b=2"),
            Source("New one", "https://new.example/feed"),
            Source("New one again", "https://www.new.example/feed/"),
            Source("Bad", "javascript:alert(1)"),
        ]
        path.write_text(opml.written(sources, "mine", NOW), encoding="utf-8")
        intake = feeds.import_opml(desk, str(path))
        assert (intake.read, len(intake.added), intake.already_there, intake.skipped) == (5, 1, 3, 1)
        new = desk.group("New one")
        assert (new.nature, new.standing, new.address) == (Nature.FEED, Standing.PARKED, "https://new.example/feed")
        assert intake.known == ("Big Company", "Éco & <Lyon>")
        assert feeds.import_opml(desk, str(path)).added == ()
        desk.undo()
        assert "new-one" not in desk.book().groups

    def test_a_file_that_is_no_list_is_refused_by_name(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "list.txt"
        path.write_text("Lyon UX")
        with pytest.raises(Refused, match=r"list\.txt.*no OPML"):
            feeds.import_opml(desk, str(path))
