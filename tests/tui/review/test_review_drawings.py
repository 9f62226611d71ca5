"""The review's steps as text."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.book import Book
from planner.domain.people.growth import growth
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import tie_list
from planner.domain.people.week_people import Closer, Cooling, Met, ToSee, WeekPeople
from planner.domain.person import Circle, Person
from planner.domain.record import WeekRecord
from planner.domain.review import Review, Verdict
from planner.domain.step import Owed, Step, StepState
from planner.domain.trace import Trace
from planner.domain.week import Week
from planner.domain.weeks.close import Close, WeekBeside, WeekFigures
from planner.domain.weeks.draft import ReviewDraft, draft
from planner.interop.review_document import sections
from planner.interop.sections import Section
from planner.locale import speak_as
from planner.tui.actions.draw_document import document
from planner.tui.review.draw_close import close_rows
from planner.tui.review.draw_drift import drift, watching_by_day
from planner.tui.review.draw_growth import growth_rows
from planner.tui.review.draw_people import people_page
from planner.tui.review.draw_unconfirmed import asked_of_time, meetings_to_answer, unconfirmed
from planner.tui.review.draw_verdicts import verdicts
from planner.tui.review.draw_week import planned_and_done
from planner.tui.review.steps import step_names
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_progress import progress, step_spots
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_verdict import verdict_choices
from tests.domain.contacts import TODAY, contact
from tests.screens.sample import ALUMNI, ENTRIES, LYON, PLAN, PMI, WEEK, report

THURSDAY = date(2026, 11, 26)
BOOK = Book({}, {group.id: group for group in (LYON, PMI, ALUMNI)}, {})


def sample_draft(review: Review | None = None) -> ReviewDraft:
    reviews = (review,) if review else ()
    return draft(WEEK, report(), [WeekRecord(WEEK, PLAN, ENTRIES, reviews)], BOOK)


def text(rows: list[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


class TestProgress:
    def test_done_steps_are_ticked_this_one_pointed(self) -> None:
        assert progress(step_names(), 2, (0, 1), 80, FULL).text.rstrip() == (
            "  ✓ To answer   ✓ The week   › Drift   4 People   5 Verdicts   6 Next week"
        )

    def test_narrow_it_says_which_of_how_many_it_is(self) -> None:
        assert progress(step_names(), 2, (0, 1), 60, FULL).text.split() == ["›", "Drift", "3", "of", "6"]

    def test_a_click_finds_the_step_under_it(self) -> None:
        shown = progress(step_names(), 2, (0, 1), 120, FULL).text
        spots = step_spots(step_names(), 2, (0, 1), 120, FULL)
        assert [shown[spot.start + 2 : spot.stop] for spot, _ in spots] == [
            "To answer",
            "The week",
            "Drift",
            "People",
            "Verdicts",
            "Next week",
        ]


class TestUnconfirmed:
    def test_each_entry_offers_the_usual(self) -> None:
        unsure = ENTRIES[4]._replace(minutes=560, confirmed=False)
        rows = text(unconfirmed([unsure], 0, 80, {PMI.id: PMI.name}, lambda _: 15, FULL))
        assert rows[-1].startswith("› Wed 25 Nov 08:50    9h20? ┄ PMI France   the certification")
        assert rows[-1].endswith("usual 15 min")

    def test_what_is_asked_names_its_keys(self) -> None:
        keys = [Hint("enter", "the usual", 1, "enter"), Hint("d", "nothing", 1, "d")]
        assert text(asked_of_time(1, 80, keys)) == [
            "  A timer was probably forgotten. It counts once you say what to keep.",
            "  enter the usual  d nothing",
            "",
        ]
        assert not asked_of_time(0, 80, keys)
        assert text(meetings_to_answer(["Paul, coffee"], 80, keys[:1]))[1:] == [
            "  A meeting waits for an answer: was it held?                  enter the usual",
            "  ? Paul, coffee",
        ]

    def test_where_there_is_none_it_says_so(self) -> None:
        assert text(unconfirmed([], 0, 80, {}, lambda _: 15, FULL)) == ["  ✓ No time waits to be confirmed."]


class TestPlannedAndDone:
    def test_it_shows_balance_share_and_cloth(self) -> None:
        rows = text(planned_and_done(report(), 80, 20, FULL))
        assert rows[0].startswith("  HANDS  2h10 of 3h45")
        assert "  42 % of the time was watching; 14 % was planned." in rows
        assert "  “Be seen where decisions are made”" in rows
        assert any(row.startswith("  1 Lyon UX") and "■■" in row for row in rows)

    def test_it_takes_the_air_it_has(self) -> None:
        assert len(planned_and_done(report(), 80, 40, FULL)) > len(planned_and_done(report(), 80, 14, FULL))


class TestDrift:
    def test_what_it_cost_comes_first(self) -> None:
        rows = text(drift(sample_draft(), 80, 20, FULL, BOOK))
        told = " ".join(" ".join(rows[:2]).split())
        assert told == "1h33 of watching, 58 min past the cap of 35 min: time enough for one coffee with someone."
        assert rows[2] == "  The week was adrift by its cap."

    def test_each_day_adds_up_and_the_cap_is_in_all(self) -> None:
        rows = text(watching_by_day(report(), 80, FULL))
        assert [row.split()[-1] for row in rows[1:5]] == ["20", "20", "1h20", "1h33"]
        posts = {row.index("┊") for row in rows[1:5]}
        assert len(posts) == 1
        assert rows[5] == "  Fri 27"  # still to come


class TestVerdicts:
    def test_a_proposal_asks_and_a_verdict_is_ticked(self) -> None:
        rows = verdicts(sample_draft(Review(verdicts={LYON.id: Verdict.MORE})), 0, 80, FULL).rows
        assert rows[0].text.rstrip().endswith("✓ more")
        assert "? " in rows[1].text

    def test_the_chosen_groups_reasons_are_in_full(self) -> None:
        reasons = verdicts(sample_draft(), 1, 80, FULL).reasons
        assert reasons[0].text.strip().startswith("PMI France  proposed:")
        assert "1h10 watched in 1 week" in " ".join(" ".join(text(list(reasons))).split())

    def test_every_row_fits_every_width(self) -> None:
        for width in (50, 60, 80, 120):
            for row in verdicts(sample_draft(), 0, width, FULL).rows:
                assert row.cells == width
                assert "…" not in row.text[: width - 40]

    def test_the_titles_stand_apart_in_french_too(self) -> None:
        speak_as("fr")
        try:
            for width in (76, 80, 100, 120):
                heading = verdicts(sample_draft(), 0, width, FULL).heading.text
                assert "LU  PERSONNES  RETOURS" in heading
        finally:
            speak_as("en")

    def test_all_seven_keys_are_in_sight_at_60(self) -> None:
        labels = {"+": "more", "=": "keep", "-": "less", "c": "contribute", "p": "park", "x": "leave", "f": "feed"}
        shown = verdict_choices([Hint(key, label, 1) for key, label in labels.items()], 60).text
        assert all(f"{key} {label}" in shown for key, label in labels.items())
        french = dict(zip(labels, ("plus", "garder", "moins", "contribuer", "pause", "quitter", "flux"), strict=True))
        shown = verdict_choices([Hint(key, label, 1) for key, label in french.items()], 60).text
        assert " c contri… p pause x quitter f flux" in shown


def test_a_table_of_a_document_wraps_and_is_never_cut() -> None:
    table = (("group", "because"), ("Lyon UX", "one two three four five six seven eight nine ten eleven twelve"))
    title = "Review of a week that has a long name of its own"
    rows = text(document(title, [Section("Verdicts", (), table)], 50))
    assert [rows[0], rows.pop(1)] == ["  Review of a week that has a long name of its", "  own"]
    assert rows[1:4] == ["", "  VERDICTS", "  group     because"]
    assert " ".join(" ".join(rows[4:]).split()) == " ".join(table[1])


def test_names_stay_whole_where_the_last_column_needs_little() -> None:
    table = (("group", "contributed", "watched"), ("Women in Product", "20 of 30", "20 > 10"))
    rows = text(document("Review", [Section("Planned", (), table)], 50))
    assert rows[-1] == "  Women in Product   20 of 30      20 > 10"


def test_a_cap_that_was_passed_is_written_so() -> None:
    done = next(section for section in sections(sample_draft(), BOOK) if section.table)
    assert [row[-1] for row in done.table[1:3]] == ["10 ≤ 15", "1h23 > 20"]


class TestPeople:
    """Whom a week brought, at every size."""

    MET = tuple(Met(Person(f"p{n}", f"Person {n}"), (True, False, None)[n % 3]) for n in range(12))
    PEOPLE = WeekPeople(
        met=MET,
        closer=(Closer(MET[0].person, Stage.IN_TOUCH, Stage.MET), Closer(Person("z", "Zoé"), Stage.SPOTTED, Stage.MET)),
        cooling=tuple(Cooling(Person(f"c{n}", f"Cool {n}"), Warmth.COOLING, 60 + n, n == 3) for n in range(10)),
        promises=(
            Step("a", "p0", "the slides", THURSDAY - timedelta(days=2), Owed.MINE),
            Step("b", "p0", "a name", THURSDAY, Owed.THEIRS, StepState.DONE, closed=THURSDAY),
        ),
        next=(ToSee(Person("lea", "Léa", circle=Circle.PRESCRIBER), Warmth.COOLING, 82),),
        until=THURSDAY,
    )

    def drawn(self, width: int, height: int, chosen: int = 1) -> list[str]:
        book = BOOK._replace(people={each.person.id: each.person for each in self.MET})
        page = people_page(self.PEOPLE, book, chosen, width, height, FULL)
        assert page.at is not None and page.rows[page.at].text.startswith("›")
        return text(list(page.rows))

    def test_ways_of_meeting_are_counted_apart(self) -> None:
        rows = self.drawn(80, 30)
        assert rows[0] == "  WHOM YOU MET   in person 4, afar 4, not said 4"
        assert rows[1].startswith("  ◆ Person 0") and rows[1].endswith("in touch → met")
        assert "    and 5 more" in rows

    def test_what_cooled_this_week_comes_first(self) -> None:
        rows = self.drawn(120, 40)
        assert "COOLING" in rows[0] and "Cool 3" in rows[1] and rows[1].endswith("this week")

    def test_a_late_promise_and_a_kept_one_say_so(self) -> None:
        told = "\n".join(self.drawn(80, 30))
        assert "→ I owe Person 0: the slides  2 days late" in told and "✓ Person 0 owes me: a name  kept" in told

    def test_what_is_long_goes_on_under_itself(self) -> None:
        slides = Step("a", "p0", "the slides on how newcomers are  welcomed there", THURSDAY, Owed.MINE)
        people = self.PEOPLE._replace(
            promises=(slides,), next=(ToSee(Person("z", "Zoé Martin de la Tour"), Warmth.COLD, 1182),)
        )
        for chosen in (0, 1):
            page = people_page(people, BOOK, chosen, 60, 20, FULL)
            told = [" ".join(row.text.split()) for row in page.rows]
            assert "the slides on how newcomers are welcomed there" in " ".join(told).replace("due today ", "")
            assert "…" not in " ".join(told)
            assert page.at is not None and page.end is not None and page.rows[page.at].text.startswith("›")
            assert page.end == page.at + 1

    def test_what_asks_stays_in_sight(self) -> None:
        assert len(self.drawn(60, 14)) <= 14
        assert "prescriber, cooling: last contact 82 days ago" in self.drawn(60, 14)[-1]


class TestGrowth:
    def test_a_mark_a_person_solid_where_in_person(self) -> None:
        person = {name: Person(name, name) for name in ("a", "b", "c")}
        contacts = [
            contact("m", ago, (id_,), form=form) for id_, ago, form in (("a", 9, "in person"), ("b", 8, "video"))
        ]
        ties = tie_list(Book({}, {}, person), [Trace(Week.of(TODAY), (*contacts, contact("m", 7, ("c",))))], TODAY)
        (_, _, month, legend) = text(growth_rows(growth(ties), Book({}, {}, person), 80, FULL))
        assert month.split() == ["Nov", "2026", "◆╍?", "3", "–", "lyon-ux", "3"]
        assert legend == "  ◆ in person   ╍ from afar   ? not said"

    def test_many_people_share_a_mark(self) -> None:
        people = {f"p{n}": Person(f"p{n}", f"P {n}") for n in range(100)}
        contacts = tuple(contact("m", 3, (id_,), form="in person") for id_ in people)
        ties = tie_list(Book({}, {}, people), [Trace(Week.of(TODAY), contacts)], TODAY)
        told = "\n".join(text(growth_rows(growth(ties), Book({}, {}, people), 80, ASCII)))
        assert "One mark stands for" in told and "@" * 20 in told and "100" in told


class TestClose:
    def test_it_is_whole_at_every_size(self) -> None:
        week = sample_draft()
        weeks = tuple(WeekBeside(WEEK.plus(n - 8), WeekFigures(60, 30, 2, None)) for n in range(9))
        week = week._replace(close=Close(weeks=weeks, enjoyed=("“the coffee”",), first_act="write to Paul"))
        large, small = (text(close_rows(week, BOOK, width, height, FULL)) for width, height in ((120, 34), (60, 14)))
        assert next(row for row in large if "given and met" in row).split()[-9:] == ["1h"] * 9
        assert "    Given and met: 1h; 1h a week before." in small
        for rows in (large, small):
            assert any(row.endswith("“the coffee”") for row in rows)
            assert any(row.endswith("Write to Paul") for row in rows)
        assert len(small) < len(large)
