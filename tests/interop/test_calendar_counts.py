"""The law of counts: each event of a calendar is added, changed, already there, skipped or kept back, and only once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.value import NamedTuple
from planner.store.home import Home
from tests.interop.calendars import calendar, event
from tests.interop.reads import import_ics

#: Days of November and December: before the window, within it, and after it.
DAYS = ("20261120", "20261126", "20261130", "20261202", "20261215", "20270110")


THURSDAY = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)


class Told(NamedTuple):
    """An event as it is drawn; ``repeats`` so many days in a row, where it is more than one."""

    uid: str
    day: str
    hour: int
    sequence: int
    instance: str
    repeats: int
    whole: bool
    off: bool

    def lines(self) -> list[str]:
        start = f"DTSTART;VALUE=DATE:{self.day}" if self.whole else f"DTSTART:{self.day}T{self.hour:02d}0000Z"
        more = [f"SEQUENCE:{self.sequence}", *(["STATUS:CANCELLED"] if self.off else [])]
        if self.instance:
            of = f"RECURRENCE-ID;VALUE=DATE:{self.instance}" if self.whole else f"RECURRENCE-ID:{self.instance}T090000Z"
            more.append(of)
        elif self.repeats > 1:
            more.append(f"RRULE:FREQ=DAILY;COUNT={self.repeats}")
        return event(start, *more, uid=self.uid)


def events(repeats: st.SearchStrategy[int]) -> st.SearchStrategy[Told]:
    return st.builds(
        Told,
        uid=st.sampled_from(("a", "b")),
        day=st.sampled_from(DAYS),
        hour=st.sampled_from((9, 14)),
        sequence=st.integers(0, 2),
        instance=st.sampled_from(("", "", "", *DAYS[:3])),
        repeats=repeats,
        whole=st.sampled_from((False, False, False, True)),
        off=st.sampled_from((False, False, True)),
    )


def folders(repeats: st.SearchStrategy[int]) -> st.SearchStrategy[list[list[Told]]]:
    return st.lists(st.lists(events(repeats), min_size=1, max_size=4), min_size=1, max_size=3)


def read_in_turn(imports: list[list[list[Told]]]) -> list[tuple[int, list[Told]]]:
    """Each folder of calendars read into the same home, one after the other: how many it read, and what it held."""
    found, clock = [], Clock(UTC, THURSDAY)
    with TemporaryDirectory() as place:
        desk = Desk(Home(f"{place}/home", clock.now, "a test"), clock)
        folder = Path(place, "calendars")
        folder.mkdir()
        for files in imports:
            for old in folder.iterdir():
                old.unlink()
            for number, told in enumerate(files):
                text = "\r\n".join([*calendar(*(each.lines() for each in told)), ""])
                (folder / f"{number}.ics").write_text(text, encoding="utf-8", newline="")
            account = import_ics(desk, str(folder)).account
            found.append((account.read, [each for told in files for each in told]))
    return found


@settings(deadline=None, max_examples=60, derandomize=True)
@given(imports=st.lists(folders(st.just(1)), min_size=1, max_size=2))
def test_as_many_are_read_as_there_are_whatever_copied_or_known(
    imports: list[list[list[Told]]],
) -> None:
    for read, told in read_in_turn(imports):
        assert read == len(told)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(imports=st.lists(folders(st.integers(1, 3)), min_size=1, max_size=2))
def test_a_repeating_event_counts_once_or_as_often_as_it_happens(
    imports: list[list[list[Told]]],
) -> None:
    for read, told in read_in_turn(imports):
        assert len(told) <= read <= sum(1 if each.instance else each.repeats for each in told)
