"""The meetings of a calendar, read from its text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar, Component

from planner.interop import sources
from planner.interop.calendar_events import read_events
from planner.interop.calendar_meetings import Events, Meeting, Window, outside
from planner.interop.calendar_reads import CalendarReads
from planner.interop.calendar_values import Guest
from planner.interop.content_lines import in_utf_8
from planner.interop.intake.part import parts_at
from planner.interop.intake.whole import opened
from planner.interop.sources import Source
from tests.calls import calls_of, steps_of
from tests.interop.calendars import calendar, event

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 23, tzinfo=PARIS)
SHARED = Path(__file__).parents[3] / "shared" / "data"
CALENDARS = [*sorted((SHARED / "calendars").glob("*.ics")), *sorted((SHARED / "invented").glob("*.ics"))]


def window(first: datetime = MONDAY, days: int = 28) -> Window:
    return Window(first, first + timedelta(days=days))


def read(*lines: str, days: int = 28, known: tuple[str, ...] = (), me: tuple[str, ...] = ()) -> Events:
    return read_events([Source("work.ics", "\n".join(lines))], window(days=days), known=known, me=me)


def meetings(*lines: str) -> tuple[Meeting, ...]:
    found = read(*lines)
    assert sum(problem.why == outside() for problem in found.problems) == len(found.problems) == found.outside
    return found.meetings


def starts(*lines: str) -> list[str]:
    return [f"{meeting.start:%m-%d %H:%M}" for meeting in meetings(*lines)]


def why(*lines: str) -> list[str]:
    return [problem.why for problem in read(*lines).problems]


# When


def test_an_event_has_its_time_length_title_place_and_guests() -> None:
    (meeting,) = meetings(
        *calendar(
            event(
                "DTSTART;TZID=Europe/Paris:20261126T123000",
                "DTEND;TZID=Europe/Paris:20261126T131500",
                "LOCATION:Café\\, rue X",
                "ORGANIZER;CN=Mai Tran:mailto:Mai@example.org",
                'ATTENDEE;CN="Okoro, Ines";PARTSTAT=ACCEPTED:mailto:ines@example.org',
                "ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@example.org",
                "ATTENDEE;CN=Max;PARTSTAT=DECLINED:mailto:max@example.org",
                "CATEGORIES:Lyon UX,coffee",
            )
        )
    )
    assert meeting.start.isoformat() == "2026-11-26T12:30:00+01:00"
    assert (meeting.minutes, meeting.title, meeting.place) == (45, "Lunch", "Café, rue X")
    assert meeting.guests == (Guest("Mai Tran", "mai@example.org"), Guest("Okoro, Ines", "ines@example.org"))
    assert meeting.categories == ("Lyon UX", "coffee")


@pytest.mark.parametrize(
    ("line", "local"),
    [
        ("DTSTART:20261126T113000Z", "12:30"),
        ("DTSTART:20261126T123000", "12:30"),
        ("DTSTART;TZID=Europe/London:20261126T113000", "12:30"),
        ("DTSTART;TZID=Romance Standard Time:20261126T123000", "12:30"),
        ('DTSTART;TZID="W. Europe Standard Time":20261126T123000', "12:30"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20261126T113000", "12:30"),
    ],
)
def test_a_time_is_of_its_zone_or_else_local(line: str, local: str) -> None:
    assert starts(*calendar(event(line))) == [f"11-26 {local}"]


def test_a_zone_only_its_calendar_describes_is_read_even_if_last() -> None:
    zone = [
        "BEGIN:VTIMEZONE",
        "TZID:Our office",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-0300",
        "TZOFFSETTO:-0300",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
    assert starts(*calendar(event("DTSTART;TZID=Our office:20261126T083000"), zone)) == ["11-26 12:30"]
    assert why(*calendar(event("DTSTART;TZID=Our office:20261126T083000"))) == [
        "nobody knows its time zone “Our office”; its times are taken as local ones"
    ]


@pytest.mark.parametrize("zone", ["Mars", "Europe", "../../etc/passwd", '"/a/b"'])
def test_an_unknown_zone_is_said_once_and_is_local(zone: str) -> None:
    found = read(
        *calendar(event(f"DTSTART;TZID={zone}:20261126T123000"), event(f"DTSTART;TZID={zone}:20261127T123000", uid="b"))
    )
    assert [f"{meeting.start:%d %H:%M}" for meeting in found.meetings] == ["26 12:30", "27 12:30"]
    assert len(found.problems) == 1


def test_a_calendar_of_a_zone_has_its_floating_times_there() -> None:
    text = calendar(event("DTSTART:20261126T113000"), head=("X-WR-TIMEZONE:Europe/London",))
    assert starts(*text) == ["11-26 12:30"]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTEND:20261126T130000"], 30),
        (["DURATION:PT1H30M"], 90),
        ([], None),
        (["DTEND:20261126T123000"], None),
        (["DURATION:PT0S"], None),
        (["DTEND:20261126T123030"], 1),
        (["DTEND:20261126T123229"], 2),
        (["DTEND:20261126T123230"], 3),
    ],
)
def test_a_length_is_of_end_or_duration_or_no_length(lines: list[str], minutes: int | None) -> None:
    assert meetings(*calendar(event("DTSTART:20261126T123000", *lines)))[0].minutes == minutes


def test_what_takes_whole_days_is_left_out_and_counted() -> None:
    found = read(
        *calendar(
            event("DTSTART;VALUE=DATE:20261126"),
            event("DTSTART:20261126T090000", "DTEND:20261127T090000", uid="b"),
            event("DTSTART;VALUE=DATE:20251126", uid="c"),
        )
    )
    assert (found.meetings, found.left_out) == ((), 2)
    assert [problem.why for problem in found.problems if problem.why != outside()] == ["it takes whole days"] * 2
    assert sum(problem.why == outside() for problem in found.problems) == found.outside == 1


def test_the_window_holds_its_first_moment_and_not_its_last() -> None:
    text = calendar(
        event("DTSTART:20261122T235900", "DURATION:PT2H", uid="a"),
        event("DTSTART:20261123T000000", uid="b"),
        event("DTSTART:20261220T235900", uid="c"),
        event("DTSTART:20261221T000000", uid="d"),
    )
    assert [meeting.uid for meeting in meetings(*text)] == ["b", "c"]


# Series


def test_a_series_has_instances_neither_excluded_nor_moved() -> None:
    text = calendar(
        event(
            "DTSTART;TZID=Europe/Paris:20261005T090000",
            "DURATION:PT30M",
            "RRULE:FREQ=WEEKLY",
            "EXDATE;TZID=Europe/Paris:20261130T090000",
            "RDATE;TZID=Europe/Paris:20261202T180000",
        ),
        event("RECURRENCE-ID;TZID=Europe/Paris:20261207T090000", "DTSTART;TZID=Europe/Paris:20261208T140000"),
    )
    found = meetings(*text)
    assert [f"{meeting.start:%m-%d %H:%M}" for meeting in found] == [
        "11-23 09:00",
        "12-02 18:00",
        "12-08 14:00",
        "12-14 09:00",
    ]
    assert found[2].instance == "2026-12-07T08:00:00+00:00"


def test_a_change_of_what_follows_moves_all_but_own_instances() -> None:
    text = calendar(
        event("DTSTART;TZID=Europe/Paris:20261123T090000", "DURATION:PT30M", "RRULE:FREQ=DAILY;COUNT=4"),
        event(
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261125T090000",
            "DTSTART;TZID=Europe/Paris:20261125T110000",
            "DURATION:PT1H",
        ),
    )
    assert [(f"{meeting.start:%d %H}", meeting.instance[8:13]) for meeting in meetings(*text)] == [
        ("23 09", "23T08"),
        ("24 09", "24T08"),
        ("25 11", "25T08"),
        ("26 11", "26T08"),
    ]


def test_what_is_cancelled_is_a_meeting_that_is_cancelled() -> None:
    text = calendar(
        event("DTSTART:20261123T090000", "RRULE:FREQ=DAILY;COUNT=3"),
        event("RECURRENCE-ID:20261124T090000", "DTSTART:20261124T090000", "STATUS:CANCELLED"),
        event("DTSTART:20261126T090000", "STATUS:CANCELLED", uid="b"),
    )
    assert [meeting.cancelled for meeting in meetings(*text)] == [False, True, False, True]


def test_a_series_stays_at_its_hour_when_the_clocks_change() -> None:
    text = calendar(event("DTSTART;TZID=Europe/Paris:20200101T090000", "RRULE:FREQ=DAILY"))
    october = Window(datetime(2026, 10, 24, tzinfo=PARIS), datetime(2026, 10, 27, tzinfo=PARIS))
    found = read_events([Source("work.ics", "\n".join(text))], october)
    assert [meeting.start.isoformat()[11:22] for meeting in found.meetings] == ["09:00:00+02", *["09:00:00+01"] * 2]


OLD = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
    "FREQ=WEEKLY;COUNT=2970",
    "FREQ=DAILY;COUNT=20780",
    "FREQ=DAILY;UNTIL=20261201T070000Z",
    "FREQ=DAILY;UNTIL=19991201T080000Z",
    "FREQ=HOURLY;INTERVAL=36",
    "FREQ=MONTHLY;BYDAY=-1MO",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
]


@pytest.mark.parametrize("rule", OLD)
@pytest.mark.parametrize("start", ["DTSTART;TZID=Europe/Paris:19700101T090000", "DTSTART:19700101T090000"])
def test_an_old_series_is_as_the_library_is(rule: str, start: str) -> None:
    text = calendar(event(start, "DURATION:PT30M", f"RRULE:{rule}"))
    assert told(read(*text).meetings) == expected("\n".join(text), window())


def test_an_endless_rule_of_1970_is_no_more_work_than_a_late_one() -> None:
    def work(year: int) -> int:
        text = calendar(event(f"DTSTART;TZID=Europe/Paris:{year}0101T090000", "RRULE:FREQ=DAILY"))
        return steps_of(lambda: read(*text))

    assert work(1970) < 1.5 * work(2026)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=1"])
def test_a_rule_never_or_seldom_met_comes_to_an_end(rule: str) -> None:
    assert read(*calendar(event("DTSTART;TZID=Europe/Paris:19700101T090000", f"RRULE:{rule}"))).meetings == ()


@pytest.mark.parametrize(
    "rule", ["FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=8,9;BYMINUTE=" + "0,5," * 9 + "9"]
)
def test_what_repeats_within_the_hour_is_no_meeting(rule: str) -> None:
    found = read(*calendar(event("DTSTART:19700101T090000", f"RRULE:{rule}")))
    assert (found.meetings, found.broken) == ((), 1)
    assert "more often" in found.problems[0].why


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=0", "FREQ=SOMETIMES", "FREQ=WEEKLY;UNTIL=soon"])
def test_a_rule_that_cannot_be_is_told(rule: str) -> None:
    assert any("cannot be read" in one for one in why(*calendar(event("DTSTART:19700101T090000", f"RRULE:{rule}"))))


# Whose


def test_the_same_event_in_two_files_is_one_and_the_newer_counts() -> None:
    files = [
        Source(name, "\n".join(calendar(event("DTSTART:20261126T123000", f"SEQUENCE:{n}", summary=name))))
        for name, n in (("a", 1), ("b", 3), ("c", 2))
    ]
    assert [meeting.title for meeting in read_events(files, window()).meetings] == ["b"]


def test_what_she_or_its_only_guest_declined_is_left_out() -> None:
    she = "ATTENDEE;PARTSTAT=DECLINED:mailto:Isabelle@example.org"
    other = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:max@example.org"
    alone = calendar(event("DTSTART:20261126T123000", she))
    both = calendar(event("DTSTART:20261126T123000", she, other))
    assert read(*alone).left_out == 1
    assert len(read(*both).meetings) == 1
    assert read(*both, me=("isabelle@example.org",)).left_out == 1


def test_she_is_no_guest_of_her_own() -> None:
    text = calendar(event("DTSTART:20261126T123000", "ORGANIZER;CN=Isabelle:mailto:Isabelle@example.org"))
    assert read(*text, me=("isabelle@EXAMPLE.org",)).meetings[0].guests == ()


def test_an_answer_is_no_event_and_a_cancellation_cancels() -> None:
    lunch = event("DTSTART:20261126T123000")
    answer = read(*calendar(lunch, head=("METHOD:REPLY",)))
    assert (answer.meetings, answer.left_out) == ((), 1)
    assert read(*calendar(lunch, head=("METHOD:CANCEL",))).meetings[0].cancelled


def test_a_known_event_is_told_wherever_it_is_now() -> None:
    text = calendar(event("DTSTART:20270626T123000"))
    assert read(*text).meetings == ()
    assert len(read(*text, known=("lunch@example.org",)).meetings) == 1


# What is wrong


def test_what_is_damaged_is_told_by_line_and_the_rest_is_read() -> None:
    found = read(
        *calendar(
            event("DTSTART;;VALUE=DATE-TIME:20261126T093000", uid="a"),
            event("DTSTART:20261126T123000", "RRULE:FREQ=SOMETIMES", "ATTENDEE;X:y", uid="b"),
            event("DTSTART:20261126T123000", "DTEND:20261126T113000", uid="c"),
            event("DTSTART:20261126T123000", "DTEND:yesterday", uid="d"),
            event("a line of nothing", "DTSTART:20261126T123000", uid="e"),
            event("DTSTART:20261126T123000", uid="f"),
            event("DTSTART:20261126T123000", "DTEND:22261126T123000", uid="g"),
            event("DTSTART:20261126T123000", "RECURRENCE-ID:soon", uid="h"),
        )
    )
    assert {meeting.uid for meeting in found.meetings} == {"b", "d", "e", "f"}
    assert found.broken == 4
    assert {problem.row for problem in found.problems} == {4, 10, 18, 25, 32, 45, 52}
    assert found.doubtful == {"a", "c", "g", "h"}


def test_an_event_without_end_does_not_swallow_the_next() -> None:
    found = read(*calendar(event("DTSTART:20261126T123000")[:-1], event("DTSTART:20261127T123000", uid="b")))
    assert {meeting.uid for meeting in found.meetings} == {"lunch@example.org", "b"}
    assert [problem.why for problem in found.problems] == ["it has no END:VEVENT"]


def test_a_calendar_cut_off_midway_is_read_and_is_not_whole() -> None:
    found = read(*calendar(event("DTSTART:20261126T123000"), event("DTSTART:20261127T123000", uid="b"))[:-2])
    assert len(found.meetings) == 2 and not found.whole
    assert "it ends in the middle; what stands there was read" in [problem.why for problem in found.problems]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"\x00" * 600, "NUL bytes"),
        (b"PK\x03\x04", "a zip that is cut off"),
        ("\n".join(calendar(event("DTSTART:20261126T123000", summary="Café"))).encode("latin-1"), "no UTF-8 text"),
        ("\r\n".join(calendar(event("DTSTART:20261126T123000\0"))).encode(), "NUL bytes"),
    ],
)
def test_a_file_that_is_off_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    folder = tmp_path / "calendars"
    folder.mkdir()
    (folder / "a.ics").write_bytes(content)
    parts = parts_at([str(folder)])
    found = read_events(opened(parts), window())
    problems = (*parts.problems, *found.problems)
    assert any(said in problem.why and problem.file == "a.ics" for problem in problems)
    assert len(found.meetings) == (b"VEVENT" in content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_a_calendar(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes("\r\n".join(calendar(event("DTSTART:20261126T123000", summary="Café"))).encode(encoding))
    found = read_events(opened(parts_at([str(path)])), window())
    assert ([meeting.title for meeting in found.meetings], found.problems) == (["Café"], ())


def test_escape_codes_are_taken_out_of_what_a_calendar_says() -> None:
    assert meetings(*calendar(event("DTSTART:20261126T123000", summary="\x1b[31m[red]hot")))[0].title == "[red]hot"


def test_events_by_the_thousand_are_cut_before_they_are_read() -> None:
    first = datetime(2026, 1, 1)
    events = [event(f"DTSTART:{first + timedelta(hours=2 * n):%Y%m%dT%H%M%S}", uid=str(n)) for n in range(5_000)]
    text = "\n".join(calendar(*events))
    with calls_of(CalendarReads._event) as calls:
        found = read_events([Source("work.ics", text)], window())
    assert len(found.meetings) == 28 * 12
    assert calls["_event"] < 40 * 12


# As many programs write it


@pytest.mark.parametrize(
    ("zone", "told_at"),
    [
        ("GMT-0500", "18:00"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "18:00"),
        ("(GMT-05.00) Eastern Time (US & Canada)", "18:00"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "03:00"),
        ("UTC+01", "12:00"),
        ("UTC+05:30", "07:30"),
        ("+0200", "11:00"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "13:00"),
    ],
)
def test_a_zone_with_its_offset_is_read_by_it(zone: str, told_at: str) -> None:
    (meeting,) = meetings(*calendar(event(f'DTSTART;TZID="{zone}":20261127T120000')))
    assert f"{meeting.start:%H:%M}" == told_at


def test_a_series_in_such_a_zone_keeps_its_days_there() -> None:
    weekly = event('DTSTART;TZID="GMT-0500":20261123T230000', "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2")
    assert starts(*calendar(weekly)) == ["11-24 05:00", "12-01 05:00"]


def test_a_calendar_in_such_a_zone_has_its_floating_series_there() -> None:
    daily = event("DTSTART:20261127T120000", "RRULE:FREQ=DAILY;UNTIL=20261128")
    assert starts(*calendar(daily, head=("X-WR-TIMEZONE:GMT-0500",))) == ["11-27 18:00", "11-28 18:00"]


def test_a_time_in_utc_is_one_whatever_zone_is_said_beside_it() -> None:
    lines = [f"{name};TZID=America/New_York:20261127T{hour}0000Z" for name, hour in (("DTSTART", 17), ("DTEND", 18))]
    (meeting,) = meetings(*calendar(event(*lines)))
    assert (f"{meeting.start:%H:%M}", meeting.minutes) == ("18:00", 60)


@pytest.mark.parametrize(
    ("start", "until", "days"),
    [
        ("DTSTART;TZID=Europe/Paris:20261126T120000", "20261128", 3),
        ("DTSTART;TZID=Europe/Paris:20261126T233000", "20261128", 3),
        ("DTSTART;TZID=Europe/Paris:20261126T120000", "20261128T120000", 3),
        ("DTSTART;TZID=Europe/Paris:20261126T120000", "20261128T110000Z", 3),
        ("DTSTART:20261126T160000Z", "20261128", 3),
        ("DTSTART:20261126T190000", "20261128", 3),
        ("DTSTART:20261126T190000", "20261128T180000Z", 3),
    ],
)
def test_a_last_day_of_a_rule_is_in_it(start: str, until: str, days: int) -> None:
    assert len(starts(*calendar(event(start, f"RRULE:FREQ=DAILY;UNTIL={until}")))) == days


def test_names_with_bare_commas_are_whole_and_no_address_is_one() -> None:
    (meeting,) = meetings(
        *calendar(
            event(
                "DTSTART:20261126T123000",
                "ATTENDEE;CN=Novak, Anna;PARTSTAT=ACCEPTED:mailto:anna@example.org",
                "ATTENDEE;CN=Berg, Ada, PhD:mailto:ada@example.org",
                'ORGANIZER;CN=tom@example.org:"mailto:tom@example.org"',
                "LOCATION:https\\://example.org/room",
            )
        )
    )
    assert meeting.guests == (
        Guest("", "tom@example.org"),
        Guest("Novak, Anna", "anna@example.org"),
        Guest("Berg, Ada, PhD", "ada@example.org"),
    )
    assert meeting.place == "https://example.org/room"


def test_a_fold_in_the_middle_of_a_letter_is_no_fold_in_it() -> None:
    text = "\n".join(calendar(event("DTSTART:20261126T123000", summary="Café €"))).encode()
    folded = text.replace("é".encode(), b"\xc3\r\n \xa9").replace("€".encode(), b"\xe2\x82\n\t\xac")
    decoded, problems = sources.text_of(in_utf_8(folded), "work.ics")
    assert not problems
    assert [meeting.title for meeting in meetings(decoded)] == ["Café €"]


def test_what_lasts_less_than_half_a_minute_is_left_out_and_said() -> None:
    found = read(*calendar(event("DTSTART:20261126T123000", "DTEND:20261126T123029")))
    assert (found.meetings, found.left_out) == ((), 1)
    assert [problem.why for problem in found.problems] == ["it lasts less than half a minute"]


# Against the libraries


def told(found: tuple[Meeting, ...]) -> set[tuple[str, str]]:
    return {(meeting.title, meeting.start.astimezone(UTC).isoformat()) for meeting in found if not meeting.cancelled}


def expected(text: str, asked: Window) -> set[tuple[str, str]]:
    """What icalendar and recurring-ical-events by themselves have in a window, of what may be a meeting."""
    whole = [Calendar.from_ical(part + "END:VCALENDAR") for part in text.split("END:VCALENDAR") if part.strip()]
    occurrences: list[Component] = []
    for one in whole:
        occurrences += recurring_ical_events.of(one, skip_bad_series=True).between(*asked)
    found = set()
    for occurrence in occurrences:
        start, end = occurrence.decoded("DTSTART"), occurrence.decoded("DTEND")
        if not isinstance(start, datetime) or occurrence.get("STATUS") == "CANCELLED" or end - start >= timedelta(1):
            continue
        start = start if start.tzinfo else start.replace(tzinfo=asked.zone)
        if asked.holds(start):
            found.add((" ".join(str(occurrence.get("SUMMARY", "")).split()), start.astimezone(UTC).isoformat()))
    return found


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.name)
def test_broken_ones_are_read(path: Path) -> None:
    (source,) = opened(parts_at([str(path)]))
    assert source.text
    for year, month in ((2014, 4), (2014, 8), (2019, 1), (2019, 3), (2019, 9), (2020, 1), (2021, 11), (2026, 3)):
        asked = window(datetime.combine(date(year, month, 1), datetime.min.time(), PARIS), days=60)
        right: set[tuple[str, str]] | None
        try:
            right = expected(source.text, asked)
        except (ValueError, KeyError):
            right = None  # the libraries refuse the file as a whole
        found = read_events([source], asked)
        assert told(found.meetings) == right if right is not None else found.broken
        assert len({(meeting.uid, meeting.instance) for meeting in found.meetings}) == len(found.meetings)
