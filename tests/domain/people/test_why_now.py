"""Whom to write to next: at most five, each with the best reason there is."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.people.tie_list import tie_list
from planner.domain.people.why_now import Because, why_now, why_now_words
from planner.domain.person import Circle, Formerly, Person
from planner.domain.step import Owed, Step
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact

ANA = Person("ana", "Ana")
PROMISE = Step("s", "ana", "the deck", TODAY - timedelta(days=2), Owed.MINE)


def meeting(days: int, *people: str, form: str = "event") -> Appointment:
    noon = datetime.combine(TODAY + timedelta(days=days), time(12), UTC)
    return Appointment("a", noon, 90, "the fair", people, "lyon-ux", form)


def asked(
    *contacts: Contact,
    people: tuple[Person, ...] = (ANA,),
    step: Step | None = None,
    to_come: Appointment | None = None,
) -> list[tuple[str, Because, str]]:
    book = Book(
        {}, {}, {each.id: each for each in people}, {"s": step} if step else {}, {"a": to_come} if to_come else {}
    )
    traces = [Trace(Week.of(TODAY), tuple(sorted(contacts, key=lambda each: each.start)))]
    found = why_now(tie_list(book, traces, TODAY), book)
    return [(each.row.person.id, each.because, why_now_words(each, TODAY)) for each in found]


def reason(*contacts: Contact, **more: object) -> list[tuple[Because, str]]:
    return [(because, words) for _, because, words in asked(*contacts, **more)]  # type: ignore[arg-type]


def test_a_promise_is_the_first_reason_from_a_week_before_its_day() -> None:
    assert reason(contact("m", 20, ("ana",)), step=PROMISE) == [(Because.PROMISED, "I owe: the deck, 2 days late")]
    far = PROMISE._replace(day=TODAY + timedelta(days=8))
    assert reason(contact("m", 3, ("ana",)), step=far) == []


def test_a_decision_maker_who_cools_is_written_to() -> None:
    boss, peer = Person("b", "Bo", circle=Circle.DECISION_MAKER), Person("p", "Pi", circle=Circle.PEER)
    met = tuple(contact("m", ago, ("b", "p")) for ago in (90, 100))
    assert asked(*met, people=(boss, peer)) == [
        ("b", Because.COOLING, "decision-maker, cooling: last contact 90 days ago")
    ]


def test_who_cools_comes_before_who_is_cold() -> None:
    people = tuple(Person(id_, id_, circle=Circle.DECISION_MAKER) for id_ in ("long-gone", "gone", "late", "later"))
    met = (contact("m", days - n, (id_,)) for n in (0, 5)
           for id_, days in (("long-gone", 2000), ("gone", 200), ("late", 70), ("later", 110)))  # fmt: skip
    assert [id_ for id_, *_ in asked(*met, people=people)] == ["later", "late", "gone", "long-gone"]


def test_an_echo_asks_for_an_answer_until_something_passed_since() -> None:
    echoed = contact("c", 9, ("ana",), echoed=True)
    assert reason(echoed) == [(Because.ECHO, "what passed 9 days ago was answered, and you have not written since")]
    assert reason(echoed, contact("c", 2, ("ana",))) == []


def test_who_was_met_once_is_taken_up_after_two_weeks() -> None:
    assert reason(contact("m", 20, ("ana",))) == [(Because.MET_ONCE, "met once, 20 days ago, and not since")]
    assert reason(contact("m", 9, ("ana",))) == reason(contact("m", 200, ("ana",))) == []
    assert reason(contact("m", 30, ("ana",)), contact("m", 20, ("ana",))) == []


def test_an_event_of_a_group_in_common_is_a_reason_to_write() -> None:
    twice = contact("m", 30, ("ana",)), contact("m", 20, ("ana",))
    assert reason(*twice, to_come=meeting(5)) == [(Because.EVENT, "“the fair” on Tue 1 Dec is of your group in common")]
    assert reason(*twice, to_come=meeting(20)) == reason(*twice, to_come=meeting(5, form="video")) == []


def test_a_change_of_work_since_the_last_contact_is_one() -> None:
    moved = ANA._replace(formerly=(Formerly("Acme", "buyer", TODAY - timedelta(days=5)),))
    twice = contact("m", 30, ("ana",)), contact("m", 20, ("ana",))
    assert reason(*twice, people=(moved,)) == [(Because.MOVED, "moved on from buyer, Acme on Sat 21 Nov")]
    assert reason(*twice, contact("m", 1, ("ana",)), people=(moved,)) == []


def test_who_rests_or_is_to_be_met_is_left_alone() -> None:
    once = contact("m", 20, ("ana",))
    assert reason(once, people=(ANA._replace(dormant=True),)) == []
    assert reason(once, to_come=meeting(2, "ana", form="video")) == []
    assert [why for why, _ in reason(once, step=PROMISE, to_come=meeting(2, "ana"))] == [Because.PROMISED]


def test_they_are_five_at_most_the_best_reasons_first() -> None:
    people = tuple(Person(f"p{n}", f"P{n}") for n in range(7))
    some = asked(*(contact("m", 20 + n, (f"p{n}",)) for n in range(7)), people=(*people, ANA), step=PROMISE)
    assert [id_ for id_, *_ in some] == ["ana", "p6", "p5", "p4", "p3"]
