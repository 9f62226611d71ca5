"""Reading any table of tracked time: which column says what, and which of 03/04 is the month."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.kinds import Kind
from planner.interop.given_out import GivenOut
from planner.interop.intake.columns import found_columns
from planner.interop.intake.dates import clock_in, moment_in, order_of
from planner.interop.intake.lengths import seconds_in
from planner.interop.tables import tables_of
from tests.interop.conftest import Write
from tests.interop.laws import DATA, entries, five, holds_the_laws
from tests.interop.reads import read

KINDS = "Guild=m,Guild call=m,Lyon UX=c,linkedin.com=w,welcometothejungle.com=w"


@pytest.mark.parametrize(
    ("name", "counts", "minutes", "first"),
    [
        ("clockify", (2, 0, 0, 0, 0), 50, (datetime(2026, 3, 22, 23, 50), "Guild", "")),
        ("rescuetime", (2, 0, 0, 1, 0), 30, (datetime(2026, 3, 16, 10), "linkedin.com", "Social")),
        ("kimai", (2, 0, 0, 0, 0), 135, (datetime(2026, 3, 16, 23, 40), "Guild", "weekly")),
        ("super_productivity", (1, 0, 0, 0, 0), 40, (datetime(2026, 3, 16, 9), "Guild", "Answer | read")),
        ("google_calendar", (1, 0, 0, 0, 0), 90, (datetime(2026, 11, 25, 10), "Guild call", "")),
    ],
)
def test_known_headings_are_found_by_themselves(
    desk: Desk, name: str, counts: tuple[int, ...], minutes: int, first: tuple[datetime, str, str]
) -> None:
    account = read(desk, str(DATA / f"{name}.csv"), map=KINDS).account
    assert (account.format, five(account), account.minutes) == ("csv", counts, minutes)
    entry = min(entries(desk), key=lambda each: each.start)
    assert (entry.start.replace(tzinfo=None), desk.book().group_name(entry.group), entry.note) == first
    assert five(read(desk, str(DATA / f"{name}.csv"), map=KINDS).account)[:3] == (0, 0, counts[0])


class TestColumns:
    def test_what_is_said_is_remembered_by_its_heading(self, desk: Desk, write: Write) -> None:
        path = write("Tag;Stunden;Wofür;Was", "16.03.2026;0,5;Guild;Slides", name="a.csv")
        waits = read(desk, path)
        assert five(waits.account) == (0, 0, 0, 0, 1) and "--columns" in waits.asks
        assert "“Wofür”" in " ".join(waits.sentences)
        said = "start=Tag,hours=Stunden,project=Wofür,note=Was"
        assert five(read(desk, path, columns=said, map=KINDS).account) == (1, 0, 0, 0, 0)
        assert f'"Tag,Stunden,Wofür,Was" = "{said}"' in desk.map_text().decode()
        later = write("Tag;Stunden;Wofür;Was", "17.03.2026;1;Guild;", name="b.csv")
        assert five(read(desk, later, map=KINDS).account) == (1, 0, 0, 0, 0)
        assert [(entry.minutes, entry.note) for entry in entries(desk)] == [(30, "Slides"), (60, "")]

    def test_a_dry_run_remembers_nothing(self, desk: Desk, write: Write) -> None:
        path = write("a;b;c", "16.03.2026;30;Guild", name="a.csv")
        read(desk, path, columns="start=a,minutes=b,project=c", map=KINDS, dry_run=True)
        assert not desk.map_text()

    @pytest.mark.parametrize(
        ("said", "why"),
        [("start=nope", "no column “nope”"), ("when=a", "“when=a”"), ("start", "“start”"), ("dates=ymd", "“ymd”")],
    )
    def test_what_cannot_be_is_refused(self, desk: Desk, write: Write, said: str, why: str) -> None:
        with pytest.raises(Misread, match=why):
            read(desk, write("a;b;c", "1;2;3", name="a.csv"), columns=said)

    def test_what_headings_do_not_say_is_said_beside_what_they_do(self, desk: Desk, write: Write) -> None:
        head, row = "Datum;Von;Bis;Wofür", "16.03.2026;9h;10 h 30;Guild"
        assert five(read(desk, write(head, row, name="a.csv"), map=KINDS).account) == (0, 0, 0, 0, 1)
        read(desk, write(head, row, name="a.csv"), map=KINDS, columns="project=Wofür")
        read(desk, write(head, "17.03.2026;9h;9h15;Guild", name="b.csv"), map=KINDS)
        assert [entry.minutes for entry in entries(desk)] == [90, 15]
        whole = write("Datum,Length,Project", "2026-03-18,20,Guild", name="c.csv")
        assert read(desk, whole, map=KINDS, columns="start=Datum,minutes=Length").account.added == 1

    def test_where_nothing_else_says_it_a_category_is_the_group(self, desk: Desk, write: Write) -> None:
        overview = "Date,Time Spent (seconds),Number of People,Category"
        account = read(desk, write(overview, "2026-03-16T10:00:00,1200,1,Guild", name="a.csv"), map=KINDS).account
        assert (five(account), entries(desk)[0].note) == ((1, 0, 0, 0, 0), "")

    def test_the_order_of_dates_is_remembered_beside_the_columns(self, desk: Desk, write: Write) -> None:
        path = write("d,l,p", "03/04/2026,30,Guild", name="a.csv")
        read(desk, path, map=KINDS, columns="start=d,minutes=l,project=p")
        read(desk, path, map=KINDS, columns="dates=mdy")
        assert 'p" = "start=d,minutes=l,project=p,dates=mdy"' in desk.map_text().decode()
        read(desk, path, map=KINDS, columns="start=d,hours=l,project=p", dry_run=False)
        assert 'p" = "dates=mdy,start=d,hours=l,project=p"' in desk.map_text().decode()

    def test_planners_own_table_adds_nothing_where_it_was_written(self, desk: Desk, write: Write) -> None:
        desk.log("c 25 lyon-ux answered 9:00")
        desk.log("m 45 lyon-ux coffee 14:00")
        path = write(tables_of(GivenOut(desk))["entries.csv"].decode(), name="entries.csv")
        assert five(read(desk, path).account) == (0, 0, 2, 0, 0)

    def test_planners_own_table_is_read_elsewhere_as_it_was(self, desk: Desk, write: Write) -> None:
        head = "week,id,start,minutes,kind,group,note"
        path = write(head, "2026-W12,a,2026-03-16T10:00:00+01:00,25,watching,guild,'=1+1 read", name="entries.csv")
        assert five(read(desk, path).account) == (1, 0, 0, 0, 0)
        assert [(entry.note, entry.group) for entry in entries(desk)] == [("=1+1 read", "guild")]

    def test_day_and_time_may_stand_in_two_and_an_id_is_the_key(self, desk: Desk, write: Write) -> None:
        head, said = "Nr,On,At,Length,Where", "id=Nr,start=On+At,minutes=Length,project=Where"
        read(desk, write(head, "7,2026-03-16,9:30 pm,25,Guild", name="a.csv"), columns=said, map=KINDS)
        account = read(desk, write(head, "7,2026-03-16,9:30 pm,45,Guild", name="a.csv"), map=KINDS).account
        assert five(account) == (0, 1, 0, 0, 0)
        assert [(f"{entry.start:%H:%M}", entry.minutes) for entry in entries(desk)] == [("21:30", 45)]

    def test_rows_of_a_day_without_a_time_follow_one_another(self, desk: Desk, write: Write) -> None:
        path = write("Date,Minutes,Project", "2026-03-16,30,Guild", "2026-03-16,20,Guild", name="a.csv")
        read(desk, path, map=KINDS)
        assert [f"{entry.start:%H:%M}" for entry in entries(desk)] == ["09:00", "09:30"]

    def test_without_a_project_its_group_may_be_said(self, desk: Desk, write: Write) -> None:
        path = write("Date,Minutes", "2026-03-16,30", name="a.csv")
        assert read(desk, path, format="csv").asks
        read(desk, path, format="csv", group="Lyon UX", map="Lyon UX=c")
        assert [(entry.group, entry.kind) for entry in entries(desk)] == [("lyon-ux", Kind.CONTRIBUTION)]

    def test_two_programs_tables_are_two_trackers(self, desk: Desk, write: Write) -> None:
        read(desk, write("Date,Minutes,Project", "2026-03-16 09:00,30,Guild", name="a.csv"), map=KINDS)
        other = write("Start,End,Project", "2026-03-16 09:02,2026-03-16 09:30,Guild", name="b.csv")
        account = read(desk, other, map=KINDS).account
        assert five(account) == (0, 0, 0, 0, 1) and "has this stretch already" in account.problems[0].why


class TestDates:
    @pytest.mark.parametrize(
        ("texts", "order"),
        [
            (["03/04/2026", "22/06/2026"], "dmy"),
            (["03/04/2026", "06/22/2026"], "mdy"),
            (["03/04/2026"], None),
            (["03/03/2026", "2026-04-03", ""], ""),
            (["03.04.2026"], "dmy"),
            (["22/06/2026", "06/22/2026", "03/04/2026"], None),
            (["06/22/2026"] * 12 + ["22/06/2026"], "mdy"),
            (["99/99/2026"], ""),
        ],
    )
    def test_the_order_is_found_from_all_or_not_at_all(self, texts: list[str], order: str | None) -> None:
        assert order_of(texts) == order

    def test_where_nothing_decides_it_is_asked_for_and_remembered(self, desk: Desk, write: Write) -> None:
        head, row = "Date,Start,Minutes,Project", "03/04/2026,10:00,30,Guild"
        waits = read(desk, write(head, row, name="a.csv"), map=KINDS)
        assert five(waits.account) == (0, 0, 0, 0, 1) and "dates=dmy" in waits.asks
        read(desk, write(head, row, name="a.csv"), map=KINDS, columns="dates=mdy")
        read(desk, write(head, "05/06/2026,10:00,30,Guild", name="b.csv"), map=KINDS)
        assert [entry.day.isoformat() for entry in entries(desk)] == ["2026-03-04", "2026-05-06"]

    def test_a_table_that_decides_is_read_by_what_it_says_itself(self, desk: Desk, write: Write) -> None:
        head = "Date,Start,Minutes,Project"
        read(desk, write(head, "03/04/2026,10:00,30,Guild", name="a.csv"), map=KINDS, columns="dates=mdy")
        later = write(head, "22/06/2026,10:00,30,Guild", "05/06/2026,10:00,30,Guild", name="b.csv")
        assert five(read(desk, later, map=KINDS).account) == (2, 0, 0, 0, 0)
        assert [entry.day.isoformat() for entry in entries(desk)] == ["2026-03-04", "2026-06-05", "2026-06-22"]
        assert five(read(desk, later, map=KINDS, columns="dates=mdy").account)[3] == 1

    @pytest.mark.parametrize(
        "text",
        [
            "2026-03-16 09:05", "2026-03-16T09:05:00", "20260316T090500", "16/03/2026 9:05", "16.03.26 09:05:00",
            "16 Mar 2026 9:05 AM", "March 16, 2026, 9:05 am", "Mon, 16 mars 2026 9h05", "16-Mar-26 09:05",
        ],
    )  # fmt: skip
    def test_a_moment_is_read_as_tables_have_it(self, text: str) -> None:
        assert moment_in(text, "dmy") == (datetime(2026, 3, 16, 9, 5), True)

    def test_offsets_and_seconds_since_1970_are_instants(self) -> None:
        said = (
            "2026-03-16T09:05:00Z",
            "2026-03-16T10:05:00+01:00",
            "2026-03-16 09:05:00 UTC",
            "1773651900",
            "1773651900000",
        )
        assert {moment_in(text, "")[0].timestamp() for text in said} == {1773651900.0}

    @pytest.mark.parametrize("text", ["", "never", "31/02/2026", "16/03/1900 09:00", "2026-03-16 25:00", "16 Foo 2026"])
    def test_what_is_none_is_refused(self, text: str) -> None:
        with pytest.raises(Misread):
            moment_in(text, "dmy")
        with pytest.raises(Misread):
            clock_in(text)


@pytest.mark.parametrize(
    ("text", "unit", "seconds"),
    [
        ("25", 60, 1500), ("0,42", 3600, 1512), ("1200", 1, 1200), ("00:25:00", None, 1500), ("0:25", 3600, 1500),
        ("25 min", None, 1500), ("1h 5m", None, 3900), ("1h05", None, 3900), ("1.5 h", None, 5400), ("45s", None, 45),
    ],
)  # fmt: skip
def test_a_length_is_read_with_its_unit(text: str, unit: float | None, seconds: int) -> None:
    assert seconds_in(text, unit) == seconds


@pytest.mark.parametrize("text", ["25", "x", "", "-5 min", "9" * 400 + " h"])
def test_a_length_without_a_unit_or_none_at_all_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        seconds_in(text, None)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-03-16,10:00,09:00 2026,,Guild", "no time of day"),
        ("2026-03-16,10:00,,,Guild", "neither a duration nor an end"),
        ("2026-03-16,10:00,09:00,,Guild", "ends before it begins"),
        ("2026-03-16,19:00,08:00,,Guild", "ends before it begins"),
        ("2026-03-16,10:00,10:30,2:00,Guild", "its duration is not"),
        (",10:00,10:30,,Guild", "“10:00” is no date"),
        ("2026-03-16,10:00,10:30,,", "no project"),
        ("2031-03-16,10:00,10:30,,Guild", "still to come"),
    ],
)
def test_a_row_that_is_off_says_so_and_costs_no_other(desk: Desk, write: Write, row: str, why: str) -> None:
    head, good = "Date,From,To,Duration,Project", "2026-03-17,10:00,10:30,,Guild"
    account = read(desk, write(head, row, good, name="a.csv"), map=KINDS).account
    assert five(account) == (1, 0, 0, 1, 0) and why in account.problems[0].why and account.problems[0].row == 2


@pytest.mark.parametrize(
    ("row", "minutes"), [("18:00,00:15,", 375), ("23:50,0:10,0:20", 20), ("16:00,01:00,9:00", 540)]
)
def test_what_goes_past_midnight_began_in_the_evening(desk: Desk, write: Write, row: str, minutes: int) -> None:
    read(desk, write("Date,From,To,Duration,Project", f"2026-03-16,{row},Guild", name="a.csv"), map=KINDS)
    assert [entry.minutes for entry in entries(desk)] == [minutes]


def test_what_is_empty_is_said_to_be(desk: Desk, write: Write) -> None:
    for text in ("", " \n\n"):
        with pytest.raises(Refused, match="is empty"):
            read(desk, write(text, name="a.csv"))


def test_a_quote_that_never_closes_makes_no_table(desk: Desk, write: Write) -> None:
    with pytest.raises(Refused):
        read(desk, write('Career,Career,"', "Career", name="career.csv"))


def test_another_programs_table_is_not_taken_for_one(desk: Desk, write: Write) -> None:
    toggl = write("Project,Start date,Start time,Duration", "Guild,2026-03-16,10:00:00,00:10:00", name="a.csv")
    assert read(desk, toggl, map=KINDS).account.format == "toggl"
    for text in ("hello", "a,b", "{}", ""):
        with pytest.raises(Refused):
            read(desk, write(text, name="a.csv"))
    assert not found_columns(["Date", "Link", "Message"]).whole


CELLS = st.one_of(
    st.sampled_from(
        ["Guild", "", "reading", "2026-03-16", "03/04/2026", "22/03/2026", "10:00", "11:30 PM", "30", "0:25", "1.5 h",
         "1773651900", "16 Mar 2026 09:05", '"', "é", "=1+1", "1900-01-01", "99999999999999999999"]
    ),
    st.text(max_size=6),
)  # fmt: skip
HEADS = st.sampled_from(
    ["Date,From,To,Duration,Project", "Date,Minutes,Project", "start,end,project,tags", "x,y,z", "Date;Hours;Activity"]
)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=40)
@given(HEADS, st.lists(st.lists(CELLS, min_size=2, max_size=6), max_size=8), st.sampled_from(["utf-8", "utf-16"]))
def test_whatever_it_holds_the_laws_hold(head: str, rows: list[list[str]], encoding: str) -> None:
    separator = ";" if ";" in head else ","
    text = "\n".join([head, *(separator.join(row) for row in rows)])
    holds_the_laws(text.encode(encoding, "replace"), "csv", map="Guild=w,reading=w")
