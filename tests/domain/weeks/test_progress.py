"""Progress toward an objective, by week and over its life."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from planner.domain.book import Book
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.objective import Aim, Counts, Goal, Objective, Served, measure_words
from planner.domain.person import Circle, Person
from planner.domain.trace import Trace, first_contacts, trace_of
from planner.domain.week import Week
from planner.domain.weeks.progress import WeekProgress, life_progress, life_words, progress_words, week_progress
from tests.known import known

WEEK = Week(2026, 48)
TWO_REPLIES = Echo((("reply", 2),))
MEET = Objective("meet", "Meet people", measure=(Goal(Counts.MEETINGS, 2),))
SEEN = Objective("seen", "Be seen")
MARIE = Person("marie", "Marie", circle=Circle.DECISION_MAKER, place="Lyon 3e")
PAUL = Person("paul", "Paul", circle=Circle.PEER)
BOOK = Book({}, {"lyon": Group("lyon", "lyon", "Lyon UX", place="Lyon")}, {"marie": MARIE, "paul": PAUL})


def entry(kind: Kind, minutes: int, *objectives: str, **fields: object) -> Entry:
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)
    return Entry("", start, minutes, kind, "lyon", objectives=objectives)._replace(**fields)  # type: ignore[arg-type]


def counted(measure: Goal, *entries: Entry, aim: Aim = Aim.RELATIONSHIPS, known: Trace | None = None) -> int:
    """How much of a goal a week's entries did."""
    objective = Objective("meet", "Meet", aim, measure=(measure,))
    trace = trace_of(WEEK, entries)
    ((progress),) = week_progress([objective], trace, BOOK, first_contacts([*([known] if known else ()), trace]))
    return progress.counts[0]


def test_a_week_counts_what_its_entries_say_they_serve() -> None:
    entries = [
        entry(Kind.MEETING, 45, "meet", "seen"),
        entry(Kind.CONTRIBUTION, 20, "seen"),
        entry(Kind.WATCHING, 15),
        entry(Kind.MEETING, 480, "meet", confirmed=False),
    ]
    assert week_progress([MEET, SEEN], trace_of(WEEK, entries), BOOK) == (
        WeekProgress(MEET, Served(1, 0, 45), (1,)),
        WeekProgress(SEEN, Served(1, 1, 65)),
    )


def test_a_meeting_counts_as_in_person_only_where_that_was_said() -> None:
    forms = ("in person", "event", "video", None)
    met = [entry(Kind.MEETING, 30, "meet", form=form) for form in forms]
    assert counted(Goal(Counts.IN_PERSON, 2), *met) == 2
    assert counted(Goal(Counts.MEETINGS, 2), *met) == 4


def test_a_meeting_logged_twice_or_meanwhile_fulfils_no_more() -> None:
    coffee = entry(Kind.MEETING, 60, "meet", form="in person", people=("marie",), timed=True)
    double = coffee._replace(id="double")
    meanwhile = coffee._replace(id="meanwhile", start=coffee.start + timedelta(minutes=10))
    for some in ([coffee, double], [coffee, meanwhile], [coffee, double, meanwhile]):
        assert counted(Goal(Counts.IN_PERSON, 2), *some) == 1
        assert counted(Goal(Counts.MEETINGS, 2), *some) == 1
        assert counted(Goal(Counts.MEETINGS, 2, Circle.DECISION_MAKER), *some) == 1
    post = entry(Kind.CONTRIBUTION, 10, "meet", timed=True, echo=TWO_REPLIES)
    assert counted(Goal(Counts.CONTRIBUTIONS, 2), post, post._replace(id="double")) == 1
    assert counted(Goal(Counts.REPLIES, 4), post, post._replace(id="double")) == 2


def test_a_meeting_in_person_is_where_its_group_meets() -> None:
    marie = entry(Kind.MEETING, 30, "meet", form="in person", people=("marie",))
    here, there = Goal(Counts.IN_PERSON, 1, None, "Lyon"), Goal(Counts.IN_PERSON, 1, None, "Lyon 3e")
    assert (counted(here, marie), counted(there, marie)) == (1, 0)
    assert counted(there, marie._replace(group="elsewhere")) == 1
    afar = marie._replace(form="video")
    assert counted(Goal(Counts.MEETINGS, 1, None, "Lyon 3e"), afar) == 1
    nobody = entry(Kind.MEETING, 30, "meet", form="event")
    assert (counted(here, nobody), counted(here._replace(circle=Circle.PEER), nobody)) == (1, 0)


def test_a_meeting_nobody_knows_where_counts_nowhere_and_is_said() -> None:
    met = [
        entry(Kind.MEETING, 30, "meet", form="in person", people=("paul",), group="elsewhere"),
        entry(Kind.MEETING, 30, "meet", form="in person", people=("marie",), group="elsewhere"),
    ]
    objective = MEET._replace(measure=(Goal(Counts.IN_PERSON, 2, None, "Lyon"),))
    (progress,) = week_progress([objective], trace_of(WEEK, met), BOOK)
    assert progress_words(progress) == "1 of 2 meetings in person in Lyon, 1 meeting nobody knows where"
    online = BOOK._replace(groups={"elsewhere": Group("elsewhere", "elsewhere", "Forum", place="Online")})
    assert week_progress([objective], trace_of(WEEK, met), online)[0].unplaced == 1


def test_working_together_counts_for_its_own_measure() -> None:
    side_by_side = entry(Kind.CONTRIBUTION, 60, "meet", form="together", people=("marie",))
    alone = entry(Kind.CONTRIBUTION, 60, "meet", form="together")
    post = entry(Kind.CONTRIBUTION, 60, "meet", people=("marie",))
    assert counted(Goal(Counts.TOGETHER, 1), side_by_side, alone, post) == 2
    assert counted(Goal(Counts.TOGETHER, 1, Circle.DECISION_MAKER), side_by_side, alone, post) == 1
    assert counted(Goal(Counts.CONTRIBUTIONS, 1), side_by_side, alone, post) == 3


def test_a_meeting_counts_where_it_was_said_to_be() -> None:
    lyon, paris = Goal(Counts.IN_PERSON, 1, None, "Lyon"), Goal(Counts.IN_PERSON, 1, None, "Paris")
    met = entry(Kind.MEETING, 45, "meet", form="in person", people=("paul",), group="forum")
    online = BOOK.groups["lyon"]._replace(id="forum", slug="forum", place="online")
    book = BOOK._replace(groups={**BOOK.groups, "forum": online})

    def done(goal: Goal, **where: object) -> tuple[int, int]:
        objective = MEET._replace(measure=(goal,))
        there = met._replace(**where)  # type: ignore[arg-type]
        (told,) = week_progress([objective], trace_of(WEEK, [there]), book)
        return told.counts[0], told.unplaced

    assert done(lyon, place="Café Bellecour, Lyon") == (1, 0)
    assert done(lyon, place="Café Bellecour") == done(lyon) == (0, 1), "nobody knows in which town"
    assert done(lyon, place="Café Bellecour", group="lyon") == (1, 0)
    assert done(paris, place="Paris", group="lyon") == (1, 0) and done(lyon, place="Lyon", form="video") == (0, 0)
    assert done(lyon, place="Lyon", people=()) == (1, 0)


def test_circle_and_place_are_one_persons_else_the_groups_place() -> None:
    met = [entry(Kind.MEETING, 30, "meet", form="in person", people=people) for people in (("marie",), ("paul",), ())]
    assert counted(Goal(Counts.IN_PERSON, 1, Circle.DECISION_MAKER), *met) == 1
    assert counted(Goal(Counts.IN_PERSON, 1, Circle.PEER, "lyon"), *met) == 1
    assert counted(Goal(Counts.IN_PERSON, 1, Circle.DECISION_MAKER, "Paris"), *met) == 0


def test_new_people_are_those_with_whom_there_was_nothing_before() -> None:
    known = trace_of(WEEK.plus(-1), [entry(Kind.CONTRIBUTION, 10, id="old", people=("paul",))])
    met = entry(Kind.MEETING, 30, "meet", id="new", people=("marie", "paul"))
    assert counted(Goal(Counts.NEW_PEOPLE, 3), met, known=known) == 1
    assert counted(Goal(Counts.NEW_PEOPLE, 3), met) == 2


def test_replies_are_what_came_back() -> None:
    posts = [
        entry(Kind.CONTRIBUTION, 10, "meet", echo=TWO_REPLIES, people=("marie",)),
        entry(Kind.CONTRIBUTION, 10, "meet", echo=Echo(text="thanked me")),
        entry(Kind.CONTRIBUTION, 10, "meet"),
    ]
    assert counted(Goal(Counts.REPLIES, 2), *posts) == 3
    assert counted(Goal(Counts.REPLIES, 2, Circle.DECISION_MAKER), *posts) == 2


def test_replies_of_a_circle_are_those_of_the_people_who_wrote() -> None:
    wanted = Goal(Counts.REPLIES, 2, Circle.DECISION_MAKER)
    for wrote, replies in ((("marie",), 3), (("marie", "paul"), 1), (("paul",), 0)):
        post = entry(Kind.CONTRIBUTION, 10, "meet", echo=Echo((("reply", 3),), wrote))
        assert counted(wanted, post) == replies


def test_thanks_and_mentions_are_no_replies() -> None:
    post = entry(Kind.CONTRIBUTION, 10, "meet", echo=Echo((("thanks", 2), ("mention", 1))))
    assert counted(Goal(Counts.REPLIES, 1), post) == 0


def test_who_wrote_back_for_the_first_time_is_a_new_person() -> None:
    post = entry(Kind.CONTRIBUTION, 10, "meet", id="new", echo=Echo((("reply", 1),), ("marie",)))
    assert counted(Goal(Counts.NEW_PEOPLE, 1), post) == 1


def test_watching_counts_for_knowledge_only() -> None:
    week = [entry(Kind.WATCHING, 25, "meet"), entry(Kind.CONTRIBUTION, 10, "meet")]
    assert counted(Goal(Counts.MINUTES, 60), *week, aim=Aim.KNOWLEDGE) == 35
    assert counted(Goal(Counts.MINUTES, 60), *week) == 10
    assert counted(Goal(Counts.WATCHINGS, 1), *week, aim=Aim.KNOWLEDGE) == 1


def test_an_objective_is_reached_by_its_measure_alone() -> None:
    assert not WeekProgress(MEET, Served(1, 9, 900), (1,)).reached
    assert WeekProgress(MEET, Served(2), (2,)).reached
    assert not WeekProgress(SEEN, Served(0, 1, 5)).reached


def test_a_life_is_all_weeks_since_the_first() -> None:
    traces = [
        Trace(WEEK.plus(-9), served={"meet": Served(2, 0, 90)}),
        Trace(WEEK.plus(-1), served={"meet": Served(1, 1, 60), "seen": Served(0, 1, 20)}),
        Trace(WEEK, served={"meet": Served(3, 0, 100)}),
        Trace(WEEK.plus(1), served={"meet": Served(9, 9, 999)}),
    ]
    life = life_progress(MEET, traces, WEEK, BOOK)
    assert (life.done, life.weeks, life.reached) == (Served(6, 1, 250), 10, 2)
    assert known(life.week).done == Served(3, 0, 100)
    set_later = life_progress(MEET._replace(since=WEEK.plus(-20).monday), traces, WEEK, BOOK)
    assert set_later.weeks == 21
    assert life_progress(SEEN._replace(id="other"), traces, WEEK, BOOK).weeks == 1


def test_words_say_it_beside_its_measure() -> None:
    assert progress_words(WeekProgress(MEET, Served(1, 3, 80), (1,))) == "1 of 2 meetings"
    assert progress_words(WeekProgress(SEEN, Served(1, 0, 80))) == "1 meeting and 1h20"
    assert progress_words(WeekProgress(SEEN, Served())) == "nothing yet"
    whole = MEET._replace(
        measure=(
            Goal(Counts.IN_PERSON, 1, Circle.DECISION_MAKER, "Lyon"),
            Goal(Counts.REPLIES, 2, Circle.PEER),
            Goal(Counts.MINUTES, 90),
        )
    )
    assert progress_words(WeekProgress(whole, Served(), (0, 1, 20))) == (
        "0 of 1 meeting in person with decision-makers in Lyon, 1 of 2 replies from peers, 20 min of 1h30"
    )
    assert measure_words(whole.measure) == (
        "1 meeting in person with decision-makers in Lyon, 2 replies from peers and 1h30 a week"
    )
    assert measure_words(()) == ""
    life = life_progress(MEET, [Trace(WEEK, served={"meet": Served(1, 0, 30)})], WEEK, BOOK)
    assert life_words(life) == "this week 1 of 2 meetings; in all 1 meeting and 30 min"


def test_a_trace_keeps_what_served_and_what_did_not() -> None:
    trace = trace_of(WEEK, [entry(Kind.MEETING, 45, "meet"), entry(Kind.WATCHING, 15)])
    assert trace.served == {"meet": Served(1, 0, 45)} and trace.aimless == 15
