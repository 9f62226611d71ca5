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
from planner.domain.feeds import Feed, feed_list
from planner.domain.group import Nature, Standing
from planner.domain.review import Verdict
from planner.domain.texts import clean
from planner.interop import feeds, opml
from planner.interop.formats.opml import FeedsImport
from planner.store.home import Home
from tests.interop.reads import import_opml

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
LIST = Path(__file__).parents[3] / "shared" / "data" / "invented"


@given(st.lists(st.tuples(st.text(max_size=20), st.text(min_size=1, max_size=20)), max_size=4), st.text(max_size=9))
def test_what_is_written_is_xml_and_is_read_back(names: list[tuple[str, str]], title: str) -> None:
    sources = [Feed(clean(name) or "x", f"https://x.org/{clean(path)}") for name, path in names]
    document = feed_list(sources, clean(title), NOW)
    ElementTree.fromstring(document)
    assert [(each.name, each.feed) for each in opml.read(document.encode()).feeds] == [
        (s.name, s.feed) for s in sources
    ]


def test_folders_are_left_aside_and_attributes_may_be_written_in_any_case() -> None:
    content = b"""<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="Work">
    <outline TEXT="Lyon &amp; co" type="rss" xmlurl="https://x.org/feed"/></outline></body></opml>"""
    assert opml.read(content).feeds == (Feed("Lyon & co", "https://x.org/feed", "", 2),)


def test_a_page_alone_is_no_feed_and_counts_as_skipped(desk: Desk, tmp_path: Path) -> None:
    content = """<opml version="2.0"><body><outline text="Page" htmlUrl="https://p.example"/>
    <outline text="Link" type="link" url="https://l.example"/><outline text="C" type="rss" url="https://c.example/rss"/>
    <outline text="B" xmlUrl="https\\://b.example/feed"/></body></opml>"""
    (tmp_path / "mixed.opml").write_text(content, encoding="utf-8")
    result = import_opml(desk, str(tmp_path / "mixed.opml"))
    assert [(group.name, group.feed) for group in result.added] == [
        ("C", "https://c.example/rss"),
        ("B", "https://b.example/feed"),
    ]
    assert (result.account.read, result.account.added, result.account.skipped) == (4, 2, 2)


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
def test_what_is_no_opml_or_lists_no_feed_is_said(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.opml"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"list\.opml.*(no OPML|lists no feed)"):
        import_opml(desk, str(path))


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><body>\n'
CAFE = '<outline type="rss" text="Café" xmlUrl="https://x.org/?a=1&amp;b=2"/>\n'
TAIL = "</body></opml>"


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + CAFE + TAIL).encode(),
        ("\r\n \n" + HEAD + CAFE + TAIL).encode(),
        ("\ufeff\n" + HEAD + CAFE + TAIL).encode(),
        ("\n" + HEAD.replace("UTF-8", "utf-16") + CAFE + TAIL).encode("utf-16"),
        (HEAD + CAFE.replace("&amp;", "&") + TAIL).encode(),
        (HEAD + CAFE.replace("é", "&eacute;") + TAIL).encode(),
        (HEAD + CAFE + TAIL).encode("latin-1"),
        (HEAD.replace("UTF-8", "windows-1252") + CAFE + TAIL).encode("cp1252"),
        (HEAD.replace("UTF-8", "windows-1252") + CAFE.replace("&amp;", "&") + TAIL).encode("cp1252"),
        (HEAD + CAFE + "\x01" + TAIL).encode(),
    ],
)
def test_what_many_writers_get_wrong_is_put_up_with(content: bytes) -> None:
    (feed,), broken_at = opml.read(content)
    assert (feed.name, feed.feed, broken_at) == ("Café", "https://x.org/?a=1&b=2", 0)


@pytest.mark.parametrize("encoding", ["UTF-6", "shift_jis", "utf-7", "hex", "rot13", "idna", "punycode"])
def test_a_list_in_an_unknown_encoding_is_read_all_the_same(encoding: str) -> None:
    content = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<opml><outline text="A" xmlUrl="https://x.org/feed"/></opml>'
    )
    assert opml.read(content.encode()) == ((Feed("A", "https://x.org/feed", "", 2),), 0)


def test_a_list_that_breaks_off_is_read_up_to_there(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text("\n" + HEAD + CAFE + "<outline <\n" + CAFE + TAIL, encoding="utf-8")
    result = import_opml(desk, str(path))
    assert [group.name for group in result.added] == ["Café"]
    assert [(problem.file, problem.row) for problem in result.account.problems] == [("list.opml", 5)]


@pytest.fixture
def desk(home: Path) -> Desk:
    clock = Clock(UTC, NOW)
    desk = Desk(Home(str(home), clock.now, "a test"), clock)
    desk.add_group("Lyon UX")
    desk.add_group("Éco & <Lyon>", nature=Nature.FEED, feed="https://eco.fr/feed?a=1&b=2")
    desk.add_group("Big Company", nature=Nature.COMPANY, address="https://big.example")
    desk.add_group("Gone", nature=Nature.FEED, feed="https://gone.fr", standing=Standing.LEFT)
    return desk


def test_feeds_and_pages_are_given_out_and_those_without_a_feed_named(desk: Desk) -> None:
    document, without = feeds.export_opml(desk)
    assert [(each.name, each.feed) for each in opml.read(document.encode()).feeds] == [
        ("Éco & <Lyon>", "https://eco.fr/feed?a=1&b=2")
    ]
    assert [group.name for group in without] == ["Big Company"]


def followed(home: Path) -> list[str]:
    """The feeds in the list that stands in her folder."""
    return [feed.feed for feed in opml.read((home / "feeds.opml").read_bytes()).feeds]


def test_the_list_in_her_folder_follows_every_change_undo_among_them(desk: Desk, home: Path) -> None:
    path = home / "feeds.opml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert followed(home) == ["https://eco.fr/feed?a=1&b=2"]
    desk.edit_group("big", feed="https://big.example/rss")
    assert followed(home) == ["https://eco.fr/feed?a=1&b=2", "https://big.example/rss"]
    desk.edit_group("eco", standing=Standing.LEFT)
    assert followed(home) == ["https://big.example/rss"]
    desk.undo()
    assert len(followed(home)) == 2
    desk.redo()
    assert len(followed(home)) == 1
    desk.take_verdict("lyon", Verdict.FEED, feed="lyon-ux.org/feed")
    assert followed(home) == ["https://big.example/rss", "https://lyon-ux.org/feed"]
    desk.undo()
    assert followed(home) == ["https://big.example/rss"]
    assert all(finding.good for finding in desk.checkup().files)


def test_a_change_of_nothing_that_is_followed_leaves_the_list_alone(desk: Desk, home: Path) -> None:
    before = (home / "feeds.opml").stat().st_mtime_ns
    desk.add_person("Zoé")
    desk.edit_group("lyon", why="people")
    assert (home / "feeds.opml").stat().st_mtime_ns == before


def test_where_it_cannot_be_written_the_change_is_made_and_it_is_said(desk: Desk, home: Path) -> None:
    (home / "feeds.opml").unlink()
    (home / "feeds.opml").mkdir()
    with pytest.raises(PlannerError, match=r"It is done, but .*feeds"):
        desk.edit_group("big", feed="https://big.example/rss")
    assert desk.group("big").feed == "https://big.example/rss"


class TestFollowedAlready:
    def read(self, desk: Desk, path: Path, *listed: Feed) -> FeedsImport:
        path.write_text(feed_list(listed, "mine", NOW), encoding="utf-8")
        return import_opml(desk, str(path))

    def test_feeds_she_has_are_said_and_others_are_parked(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "feeds.opml"
        listed = [
            Feed("Big Company", "https://big.example/feed"),
            Feed("Elsewhere", "http://www.eco.fr/feed?a=1&b=2"),
            Feed("New one", "https://new.example/feed"),
            Feed("New one again", "https://www.new.example/feed/"),
            Feed("Bad", "javascript:alert(1)"),
            Feed("None", ""),
        ]
        intake = self.read(desk, path, *listed)
        account = intake.account
        assert (account.read, account.added, account.changed, account.already_there, account.skipped) == (6, 1, 1, 2, 2)
        assert [problem.row for problem in account.problems] == [10, 12, 13, 14]
        new = desk.group("New one")
        assert (new.nature, new.standing, new.feed) == (Nature.FEED, Standing.PARKED, "https://new.example/feed")
        assert (desk.group("big").feed, desk.group("big").address) == (
            "https://big.example/feed",
            "https://big.example",
        )
        assert intake.known == ("Big Company", "Éco & <Lyon>")
        assert import_opml(desk, str(path)).account.already_there == 4
        desk.undo()
        assert "new-one" not in desk.book().groups and not desk.group("big").feed

    def test_the_address_is_what_makes_a_feed(self, desk: Desk, tmp_path: Path) -> None:
        listed = [
            Feed("Blog", "https://one.example.org/feed"),
            Feed("Blog", "https://two.example.org/feed"),
            Feed("Blog", "https://two.example.org/Feed"),
            Feed("Lyon UX", "https://lyon.example/a", "https://lyon.example"),
            Feed("Lyon UX", "https://lyon.example/b", "https://lyon.example"),
        ]
        intake = self.read(desk, tmp_path / "feeds.opml", *listed)
        assert [group.name for group in intake.added] == [
            "Blog", "Blog (two.example.org/feed)", "Blog (two.example.org/Feed)", "Lyon UX (lyon.example/b)",
        ]  # fmt: skip
        assert intake.known == ("Lyon UX",)
        again = self.read(desk, tmp_path / "feeds.opml", *listed)
        assert again.account.already_there == again.account.read == 5

    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("feed://d.example.org/rss", "http://d.example.org/rss"),
            ("feed:https://e.example.org/rss", "https://e.example.org/rss"),
            ("FEED:d.example.org/rss", "https://d.example.org/rss"),
            ("d.example.org/rss", "https://d.example.org/rss"),
        ],
    )
    def test_a_feeds_scheme_is_a_webs(self, desk: Desk, tmp_path: Path, written: str, read: str) -> None:
        (new,) = self.read(desk, tmp_path / "feeds.opml", Feed("D", written)).added
        assert new.feed == read

    def test_what_planner_wrote_adds_nothing_when_read(self, desk: Desk, tmp_path: Path) -> None:
        desk.edit_group("big", feed="https://big.example/rss")
        path = tmp_path / "own.opml"
        path.write_text(feeds.export_opml(desk)[0], encoding="utf-8")
        account = import_opml(desk, str(path)).account
        assert (account.read, account.already_there) == (2, 2)


def test_a_feed_without_a_title_is_called_by_its_host(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "f.opml"
    path.write_text(
        '<opml version="2.0"><body><outline type="rss" text="" xmlUrl="feed://q.example.org/all"/>'
        '<outline type="rss" text="Other" xmlUrl="https://q.example.org/all/"/></body></opml>'
    )
    imported = import_opml(desk, str(path))
    assert [group.name for group in imported.added] == ["q.example.org"]
    assert [problem.why for problem in imported.account.problems] == ["“Other” is already there as q.example.org"]
