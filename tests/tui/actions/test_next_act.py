"""The next act on the Week screen: whole at every size, with its keys, whatever is the reason for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import product

import pytest

from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.drift.advice import Advice, act_in, advised
from planner.domain.drift.drift import Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.drift.judgement import judge
from planner.domain.drift.partner import Partner, Reason, partner_wordings
from planner.domain.drift.past_week import past_week
from planner.domain.drift.signals import QUESTIONS
from planner.domain.entry import Stretch
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.people.follow_ups import FollowUp, act_wordings
from planner.domain.person import Circle, Formerly, Person
from planner.domain.plan import Plan, Short
from planner.domain.step import Owed, Step
from planner.domain.value import Later
from planner.domain.week import Week
from planner.domain.weeks.report import WeekReport
from planner.locale import speak_as
from planner.tui.actions.draw_balance import balance, objectives_height, words_rows
from planner.tui.week.draw_room import share
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_marks import FULL
from tests.screens import sample

SIZES = ((60, 20), (60, 24), (80, 20), (80, 24), (100, 30), (120, 40))
SMALLER = ((60, 16), (80, 16), (120, 14))
LANGUAGES = ("en", "fr")
TODAY = sample.NOW.date()

GROUP = Group("d", "dirigeants-rhone-alpes-69", "Dirigeants Rhône-Alpes 69", rank=1)
PERSON = Person("marie-ange-de-la-fontaine", "Marie-Ange de la Fontaine", circle=Circle.DECISION_MAKER, groups=("d",))
LONG = "an introduction to the head of product of the firm next door"


def step(owed: Owed | None) -> Step:
    return Step("s", PERSON.id, LONG, TODAY, owed)


def partners(person: Person) -> Iterator[Partner]:
    """Somebody for every reason to name them."""
    fair = Appointment("a", sample.NOW + timedelta(days=5), 90, LONG, group="d", form="event")
    moved = person._replace(formerly=(Formerly("Compagnie du Rhône", "head of product", date(2026, 11, 1)),))
    yield Partner(person, Reason.OWED, 40, True, step(Owed.MINE))
    yield Partner(person, Reason.PROMISED, 40, True, step(Owed.THEIRS))
    yield Partner(person, Reason.MEANT, 40, True, step(None))
    yield Partner(person, Reason.EVENT, 40, True, event=fair)
    yield Partner(moved, Reason.MOVED, 40, True)
    yield Partner(person, Reason.COLD, 120, False)
    yield Partner(person, Reason.WANTED)


def all_acts(person: Person, group: Group) -> Iterator[Advice]:
    """Every act that there is to advise, as with somebody whose first name others have, too."""
    for kind in (Kind.CONTRIBUTION, Kind.MEETING):
        yield act_in(group, kind)
        for partner in partners(person):
            line = f"{kind.letter} 45 {group.slug} @{person.id}"
            yield advised(partner_wordings(partner, group, kind, TODAY, 16), line)
    for owed in (Owed.MINE, Owed.THEIRS, None):
        yield advised(act_wordings(FollowUp(step(owed), person, 2)))


def did(kind: Kind, minutes: int, day: int, *, ago: int = 0) -> Stretch:
    """A stretch in the group on a day (Monday 0) of this week, or of one so many weeks ago."""
    start = datetime(2026, 11, 23, 17, tzinfo=sample.ZONE) + timedelta(days=day - 7 * ago)
    return Stretch(start, minutes, kind, GROUP.id)


READ, GAVE, MET = Kind.WATCHING, Kind.CONTRIBUTION, Kind.MEETING


def all_reasons(group: Group) -> list[Signal]:
    """Every reason to speak of, with all the figures that it can have."""
    steps = {n: step(Owed.MINE)._replace(id=n, day=TODAY - timedelta(days=12)) for n in ("a", "b")}
    book = Book({}, {group.id: group}, {PERSON.id: PERSON}, steps)
    plan = Plan({group.id: Split(150, 120, 60)})
    read = [did(READ, 75 + 30 * (4 - ago), day, ago=ago) for ago in range(4, 0, -1) for day in (0, 2)]
    given = [did(kind, 90, 1, ago=ago) for ago in range(4, 0, -1) for kind in (GAVE, MET)]
    lately = [did(READ, 25, 0), did(READ, 30, 1)]
    weeks: tuple[tuple[Plan | None, list[Stretch], list[Stretch]], ...] = (
        (plan, read, [did(READ, 60, 0), did(READ, 95, 3)]),  # passed, in one sitting, after weeks of nothing else
        (plan, given, [*lately, did(GAVE, 10, 2)]),
        (plan, [*given, did(READ, 60, 3, ago=1)], lately),
        (Plan({group.id: Split(150, 120, 600)}), given, [did(READ, 145, 0), did(READ, 100, 2), did(GAVE, 15, 1)]),
        (Plan({group.id: Split(150, 120, 600)}), [], [did(READ, 145, 0), did(READ, 100, 2)]),
        (Plan({group.id: Split(150, 120, 20)}, shared=200), given, [did(READ, 65, 0), did(GAVE, 75, 1)]),
        (Plan({group.id: Split(150, 120, 0)}), given, lately),
        (None, given, [did(READ, 145, 0), did(READ, 100, 2)]),
    )
    found: list[Signal] = []
    for planned, before, so_far in weeks:
        past = [
            past_week(week, plan.total, [one for one in before if Week.of(one.start) == week])
            for week in (sample.WEEK.plus(-ago) for ago in range(4, 0, -1))
        ]
        found += judge(sample.NOW, sample.WEEK, planned, so_far, past, book=book).signals
    return found


def seen(report: WeekReport, signal: Signal | None, size: tuple[int, int], groups: int = 5) -> list[str]:
    """The rows under the bars, as they are drawn in a terminal of a size over the cloth of so many groups."""
    (height,) = heights(report, signal, size, [groups])
    return drawn(report, signal, size[0], height)


def heights(report: WeekReport, signal: Signal | None, size: tuple[int, int], groups: Iterable[int]) -> set[int]:
    """The rows that the balance may be given there."""
    width, height = size
    words = words_rows(report, width, signal)
    return {share(width, height, count, objectives_height(report, width), words).balance - 1 for count in groups}


def drawn(report: WeekReport, signal: Signal | None, width: int, height: int, *, silent: bool = False) -> list[str]:
    rows = balance(report, width, height, FULL, signal, [Hint("i", "why", 1, "")], silent=silent)
    assert len(rows) <= height
    return [row.text for row in rows if row.text.strip()][1 if width >= 100 else 2 :]


def of_group(group: Group) -> WeekReport:
    return sample.report(lines=(sample.line(group, ""),))


def assert_whole(report: WeekReport, signal: Signal, size: tuple[int, int], cut: str = "no name") -> list[str]:
    """Whatever the number of groups, nothing under the bars is cut but a name that may be, and the keys are in sight;
    answers with what is told."""
    texts = []
    for height in heights(report, signal, size, range(1, 10)):
        told = drawn(report, signal, size[0], height)
        text = " ".join(" ".join(told).split())
        texts.append(text)
        if signal.act:
            kind, _, _, *person = signal.act.split()
            assert f"({' '.join(['1', kind, *person])})" in text, (size, told)
        assert any(row.rstrip().endswith((" x", " later", "plus tard", "this week", "cette semaine")) for row in told)
        assert not any(row.rstrip().removesuffix(cut).endswith("…") for row in told), (size, told)
    return texts


def reason_with(act: Advice, reason: Signal) -> Signal:
    return reason._replace(advice=act.text, act=act.act, shorter_advice=act.shorter)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_gives_a_reason_to_try_this_with(language: str) -> None:
    speak_as(language)
    assert {signal.code for signal in all_reasons(GROUP)} == set(QUESTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", (*SIZES, *SMALLER), ids=lambda size: f"{size[0]}x{size[1]}")
def test_act_and_reason_are_whole_with_their_keys(size: tuple[int, int], language: str) -> None:
    speak_as(language)
    report, reasons, acts = of_group(GROUP), all_reasons(GROUP), list(all_acts(PERSON, GROUP))
    longest = max(acts, key=lambda act: len((act.text, *act.shorter)[-1]))
    for act, reason in (*product(acts, reasons[:2]), *product((acts[0], longest), reasons)):
        assert_whole(report, reason_with(act, reason), size)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_of_overlong_names_a_beginning_is_told(size: tuple[int, int], language: str) -> None:
    speak_as(language)
    person = PERSON._replace(name="Marie-Ange Victoire de la Fontaine-Beaumarchais d’Aubigny", id="marie")
    group = GROUP._replace(name="Association des dirigeantes et dirigeants d’Auvergne-Rhône-Alpes 69")
    report, reasons = of_group(group), all_reasons(group)
    for act, reason in product(all_acts(person, group), reasons[:2]):
        for told in assert_whole(report, reason_with(act, reason), size, cut="Victoire de…"):
            assert f": {act.text.split()[0]}" in told, told
            assert person.name not in act.text or ("Marie-Ange" in told and "Victoire" in told), told


def test_without_room_the_group_goes_first_then_why_then_the_range() -> None:
    act = advised(
        partner_wordings(Partner(PERSON, Reason.PROMISED, step=step(Owed.THEIRS)), GROUP, Kind.MEETING, TODAY, 16),
        f"m 45 {GROUP.slug} @marie",
    )
    assert list(act.shorter) == [
        f"ask {PERSON.name} for a coffee, and about what was promised: {LONG}",
        f"ask {PERSON.name} for a coffee, and about what was promised",
        f"ask {PERSON.name} for a coffee",
    ]
    passed = "Reading passed its 1h on Wednesday; about 1h51"
    signal = Signal(
        "cap", Level.ADRIFT, f"{passed} (1h25 to 3h03) by Sunday.", "", shorter_texts=(f"{passed} by Sunday.",)
    )
    told = seen(of_group(GROUP), reason_with(act, signal), (80, 24))
    assert told[0].split("  ")[1] == signal.text and told[1].startswith(f"  Next: ask {PERSON.name} for a coffee")


def later(act: Advice) -> Later[Advice | None]:
    return Later(lambda: act)


def test_what_is_advised_while_nothing_is_wrong_is_whole_too() -> None:
    for size in SIZES:
        for act in all_acts(PERSON, GROUP):
            told = seen(of_group(GROUP)._replace(advising=later(act)), None, size)
            assert not any(row.rstrip().endswith("…") for row in told), (size, told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", (*SIZES, *SMALLER), ids=lambda size: f"{size[0]}x{size[1]}")
def test_beside_a_question_the_forecast_is_whole(size: tuple[int, int], language: str) -> None:
    speak_as(language)
    likely = sample.DRIFT._replace(cap_level=Level.BALANCED, forecast=Forecast(55, 110, 140), cap=60)
    by_forecast = (likely._replace(as_last_week=True), likely._replace(as_planned=True, behind=True), likely)
    plan = sample.PLAN._replace(carried=sample.WEEK.plus(-1), short=Short(3, 5, sample.PLAN.lines))
    for drift, signal in product(by_forecast, (None, *all_reasons(GROUP)[:3])):
        report = of_group(GROUP)._replace(drift=drift, plan=plan)
        for height in heights(report, signal, size, range(1, 10)):
            told = drawn(report, signal, size[0], height, silent=True)
            assert told and not any(row.rstrip().endswith("…") for row in told), (size, told)
