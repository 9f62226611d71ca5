"""Reading exports of ActivityWatch: what of it becomes proposed watching."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.kinds import Kind
from tests.interop.conftest import Write
from tests.interop.laws import DATA, entries, five, holds_the_laws
from tests.interop.reads import read

EXPORT = DATA / "activitywatch_export.json"
LEADERS = "https://www.linkedin.com/groups/77/"


def event(at: str, seconds: float, url: str = LEADERS, **data: object) -> dict[str, object]:
    return {"timestamp": f"2026-03-16T{at}:00Z", "duration": seconds, "data": {"url": url, **data}}


def export(*events: dict[str, object], away: tuple[dict[str, object], ...] = ()) -> dict[str, Any]:
    web = {"type": "web.tab.current", "events": list(events)}
    return {"buckets": {"web": web, "afk": {"type": "afkstatus", "events": list(away)}}}


@pytest.fixture
def leaders(desk: Desk) -> Desk:
    desk.add_group("Data Leaders", address=LEADERS)
    return desk


def test_time_on_her_groups_is_proposed_in_sittings(leaders: Desk) -> None:
    proposal = read(leaders, str(EXPORT))
    account = proposal.account
    assert (account.format, five(account)) == ("activitywatch", (2, 0, 0, 3, 0))
    assert "21 min proposed: it counts nowhere" in proposal.sentences[0]
    assert [(f"{entry.start:%H:%M}", entry.minutes, entry.kind, entry.confirmed) for entry in entries(leaders)] == [
        ("10:00", 16, Kind.WATCHING, False),
        ("11:00", 5, Kind.WATCHING, False),
    ]
    told = [problem.why for problem in account.problems]
    assert "2 events of “aw-watcher-web-firefox_demo” are on no address of your groups" in told
    assert "“aw-empty_demo” has no event" in told
    assert five(read(leaders, str(EXPORT)).account) == (0, 0, 2, 3, 0)


def test_what_she_says_the_kind_of_is_logged(leaders: Desk) -> None:
    read(leaders, str(EXPORT))
    leaders.settle(entries(leaders)[0].id, "all")
    assert five(read(leaders, str(EXPORT)).account) == (0, 0, 2, 3, 0)
    assert five(read(leaders, str(EXPORT), map="Data Leaders=w").account) == (0, 1, 1, 3, 0)
    assert all(entry.confirmed for entry in entries(leaders))
    assert five(read(leaders, str(EXPORT)).account) == (0, 0, 2, 3, 0)
    assert all(entry.confirmed for entry in entries(leaders))


def test_her_map_says_addresses_and_windows(leaders: Desk, write: Write) -> None:
    leaders.keep_map(
        b'[addresses]\n"lyon-ux.org/*" = { group = "Lyon UX", kind = "contribution" }\n'
        b'"slack/*guild*" = { group = "Guild", kind = "meeting" }\n"linkedin.com/*" = "skip"\n',
        "mapped",
    )
    window = event("12:00", 600, app="Slack", title="The Guild | general")
    window["data"].pop("url")  # type: ignore[attr-defined]
    document = export(event("10:00", 600, "https://lyon-ux.org/forum?x"), event("11:00", 600), window)
    read(leaders, write(json.dumps(document), name="aw.json"))
    assert [(entry.group, entry.kind, entry.confirmed) for entry in entries(leaders)] == [
        ("lyon-ux", Kind.CONTRIBUTION, True),
        ("guild", Kind.MEETING, True),
    ]


def test_the_pages_of_a_mapped_address_are_one_sitting(desk: Desk, write: Write) -> None:
    desk.keep_map(b'[addresses]\n"lyon-ux.org/*" = { group = "Lyon UX!", kind = "lu" }\n', "mapped")
    pages = [event(f"10:0{at}", 20, f"https://lyon-ux.org/thread/{at}") for at in range(6)]
    path = write(json.dumps(export(*pages)), name="aw.json")
    assert five(read(desk, path).account) == (1, 0, 0, 0, 0)
    assert [(entry.minutes, entry.confirmed) for entry in entries(desk)] == [(2, True)]
    assert five(read(desk, path).account) == (0, 0, 1, 0, 0), "its group is there now"


def test_what_her_map_says_later_changes_the_sittings_there_are(leaders: Desk, write: Write) -> None:
    path = write(json.dumps(export(event("10:00", 600), event("11:00", 600))), name="aw.json")
    read(leaders, path)
    leaders.keep_map(b'[addresses]\n"linkedin.com/*" = { group = "data leaders", kind = "post" }\n', "mapped")
    assert five(read(leaders, path).account) == (0, 2, 0, 0, 0)
    assert [(entry.kind, entry.confirmed) for entry in entries(leaders)] == [(Kind.CONTRIBUTION, True)] * 2


def test_pages_of_two_kinds_at_the_same_moment_are_two_sittings(leaders: Desk, write: Write) -> None:
    leaders.keep_map(b'[addresses]\n"linkedin.com/groups/77/post*" = "post"\n', "mapped")
    path = write(json.dumps(export(event("10:00", 600), event("10:00", 600, f"{LEADERS}post"))), name="aw.json")
    assert five(read(leaders, path).account) == (2, 0, 0, 0, 0)
    assert five(read(leaders, path).account) == (0, 0, 2, 0, 0)


def test_events_that_last_no_time_are_said(leaders: Desk, write: Write) -> None:
    account = read(leaders, write(json.dumps(export(event("10:00", 0), event("10:01", 0))), name="aw.json")).account
    assert five(account) == (0, 0, 0, 1, 0) and account.problems[0].why == "2 events of “web” last no time"


@pytest.mark.parametrize(
    "form",
    [
        lambda whole: whole,
        lambda whole: {"buckets": list(whole["buckets"].values())},
        lambda whole: list(whole["buckets"].values()),
        lambda whole: {"id": "aw-x", **whole["buckets"]["web"]},
        lambda whole: whole["buckets"]["web"]["events"],
    ],
)
def test_it_is_told_in_every_form(leaders: Desk, write: Write, form: Callable[[dict[str, Any]], object]) -> None:
    path = write(json.dumps(form(export(event("10:00", 600), event("10:00", 900)))), name="aw.json")
    assert five(read(leaders, path, format="activitywatch").account)[0] == 1
    assert entries(leaders)[0].minutes == 15, "two windows at once are not twice the time"


def test_a_sitting_that_went_on_is_the_same_one_longer(leaders: Desk, write: Write) -> None:
    read(leaders, write(json.dumps(export(event("10:00", 600))), name="aw.json"))
    account = read(leaders, write(json.dumps(export(event("10:00", 600), event("10:12", 600))), name="aw.json")).account
    assert five(account) == (0, 1, 0, 0, 0) and [entry.minutes for entry in entries(leaders)] == [20]


def test_another_path_that_begins_alike_is_another_place(leaders: Desk, write: Write) -> None:
    path = write(json.dumps(export(event("10:00", 600, "https://linkedin.com/groups/777"))), name="aw.json")
    account = read(leaders, path).account
    assert five(account) == (0, 0, 0, 1, 0) and account.understood and account.problems[0].minutes == 10


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"timestamp": "2026-03-16", "duration": -1}, "ends before"),
        ({"timestamp": "never", "duration": 1}, "no date and time"),
        ({"timestamp": "2026-03-16T10:00:00Z", "duration": "x"}, "no number"),
        ({"timestamp": "2026-03-16T10:00:00Z", "duration": 1e9}, "24 hours"),
        (3, "neither a bucket nor an event"),
    ],
)
def test_an_event_that_is_off_says_so(leaders: Desk, write: Write, odd: Any, why: str) -> None:
    account = read(leaders, write(json.dumps(export(event("10:00", 600), odd)), name="aw.json")).account
    assert five(account) == (1, 0, 0, 1, 0) and why in account.problems[0].why


def test_what_is_cut_off_keeps_what_stands_before(leaders: Desk, write: Write) -> None:
    text = json.dumps(export(event("10:00", 600), event("11:00", 600)))
    account = read(leaders, write(text[:-120], name="aw.json")).account
    assert account.added == 1 and any("cut off" in problem.why for problem in account.problems)
    with pytest.raises(Refused, match="no row"):
        read(leaders, write('{"a": 1}', name="aw.json"), format="activitywatch")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
EVENTS = st.lists(
    st.one_of(
        st.builds(
            event, st.builds("{:02}:{:02}".format, st.integers(0, 24), st.integers(0, 60)), st.floats(0, 5000),
            st.sampled_from([LEADERS, "x", f"{LEADERS}a"]),
        ),
        st.fixed_dictionaries({"timestamp": JSON, "duration": JSON, "data": JSON}),
        JSON,
    ),
    max_size=8,
)  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=25)
@given(EVENTS, EVENTS, JSON, st.integers(0, 2000))
def test_whatever_it_holds_the_laws_hold(events: list[Any], away: list[Any], odd: object, cut: int) -> None:
    document = export(*events, away=tuple(away)) | {"more": odd}
    content = json.dumps(document).encode()
    for text in (content, content[:cut], json.dumps([*events, odd]).encode()):
        holds_the_laws(text, "activitywatch", group=LEADERS)
