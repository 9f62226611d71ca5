"""Through whom: the ways to somebody or into a company, with what says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.people.companies import companies, find_company
from planner.domain.people.tie_list import tie_list
from planner.domain.people.ways import By, Way, links, way_words, ways_into, ways_to
from planner.domain.person import Formerly, Person
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact

NINA = Person("nina", "Nina", "Acme", through="paul")  # never met: she is wanted
PAUL, LEA, TOM = Person("paul", "Paul"), Person("lea", "Léa"), Person("tom", "Tom", through="nina")
MAX = Person("max", "Max", "ACME Inc.", "buyer")
OLD = Person("old", "Odile", "Globex", formerly=(Formerly("Acme", "", TODAY),))
MET = tuple(contact("m", days, (id_,)) for id_, days in (("paul", 3), ("lea", 90), ("tom", 9), ("max", 20), ("old", 5)))
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12).astimezone() + timedelta(days=2)


def ways(
    company: str = "", *people: Person, contacts: tuple[Contact, ...] = MET, meeting: Appointment | None = None
) -> list[Way]:
    book = Book({}, {}, {each.id: each for each in (NINA, *people)}, {}, {"a": meeting} if meeting else {})
    traces = [Trace(Week.of(TODAY), tuple(sorted(contacts, key=lambda each: each.start)))]
    ties = tie_list(book, traces, TODAY)
    known = links(ties, traces, book)
    if company:
        return list(ways_into(find_company(company, companies(ties, book)), known))
    return list(ways_to(known.rows["nina"], known))


def via(some: list[Way]) -> list[tuple[str, By]]:
    return [(way.via.person.id, way.by) for way in some]


def test_who_was_met_and_works_there_comes_first_then_the_warmest() -> None:
    both = contact("c", 95, ("nina", "lea"))
    some = ways("acme", PAUL, LEA, TOM, MAX, OLD, contacts=(*MET, both))
    assert some[0].via.person.id == "max" and some[0].by is By.WORKS_THERE
    assert dict(via(some)) == {
        "max": By.WORKS_THERE, "paul": By.LINK, "tom": By.LINK, "lea": By.ENTRY, "old": By.WORKED_THERE
    }  # fmt: skip


def test_an_appointment_with_both_is_a_way() -> None:
    meeting = Appointment("a", NOON, 45, people=("nina", "lea"))
    some = ways("acme", LEA, meeting=meeting)
    assert via(some) == [("lea", By.APPOINTMENT)] and some[0].day == NOON.date()


def test_watching_beside_somebody_is_no_way() -> None:
    assert ways("acme", LEA, contacts=(*MET, contact("w", 4, ("nina", "lea")))) == []


def test_somebody_only_spotted_leads_nowhere() -> None:
    assert ways("acme", PAUL, MAX, contacts=()) == []


def test_each_is_one_way_by_what_is_surest_and_says_why() -> None:
    both = contact("m", 8, ("nina", "paul"))
    some = ways("", PAUL, MAX, contacts=(contact("m", 3, ("paul",)), contact("m", 20, ("max",))))
    assert [way_words(way, TODAY) for way in some] == [
        "works where Nina does; met, warm, 20 days",
        "introduced Nina to you; met, warm, 3 days",
    ]
    far = NINA._replace(cadence=5)
    assert via(ways("", far, PAUL, contacts=(both,))) == [("paul", By.LINK)]


def test_who_is_met_and_warm_needs_no_way() -> None:
    assert ways("", PAUL, MAX, contacts=(*MET, contact("m", 1, ("nina",)))) == []
