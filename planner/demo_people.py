"""The people of the sample: who they are, what passed with those met more rarely, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from planner.domain.appointment import Appointment
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step, StepState
from planner.domain.value import NamedTuple
from planner.domain.words import say

DECIDES, PRESCRIBES, PEER, FRIEND = Circle.DECISION_MAKER, Circle.PRESCRIBER, Circle.PEER, Circle.FRIEND

#: Those met week after week.
REGULARS = (
    Person("marie-dupont", "Marie Dupont", "Atelier Lumen", "design director", "Lyon", circle=PRESCRIBES,
           emails=("marie.dupont@lumen.example",), groups=("lyon-ux", "alumni-lyon"), cadence=30,
           how_met="the first meet-up after the move", note="Knows every studio in town, and likes to be asked."),
    Person("paul-roy", "Paul Roy", "Keolis", "head of product", "Lyon", circle=DECIDES,
           address="https://paul-roy.example", groups=("lyon-ux", "pmi-france"), cadence=21,
           how_met="introduced by Marie", note="Hires in spring."),
    Person("amina-diallo", "Amina Diallo", "", "independent coach", "Villeurbanne", circle=FRIEND,
           groups=("lyon-ux", "alumni-lyon"), how_met="the same language course"),
    Person("jonas-weber", "Jonas Weber", "Siemens Mobility", "programme manager", "Lyon", circle=DECIDES,
           groups=("lyon-ux",), how_met="a question of his that nobody else answered"),
    Person("claire-morel", "Claire Morel", "Métropole de Lyon", "economic adviser", "Lyon", circle=PRESCRIBES,
           groups=("alumni-lyon", "lyon-ux"), cadence=45, how_met="alumni breakfast"),
    Person("ines-faure", "Inès Faure", "Decathlon", "product designer", "Lyon", circle=PEER, groups=("lyon-ux",)),
    Person("tom-lefevre", "Tom Lefèvre", "Blablacar", "researcher", "Paris", circle=PEER, groups=("lyon-ux",)),
)  # fmt: skip

#: Those met more rarely, or not yet.
OTHERS = (
    Person("sofia-almeida", "Sofia Almeida", "Sanofi", "HR director", "Lyon", circle=DECIDES,
           groups=("women-in-product",), cadence=45, how_met="a round table on returning to work"),
    Person("henri-blanc", "Henri Blanc", "APEC", "career adviser", "Lyon", circle=PRESCRIBES, cadence=30,
           how_met="the adviser of the first days"),
    Person("nadia-benali", "Nadia Benali", "Ubisoft", "studio manager", "Villeurbanne", circle=DECIDES,
           groups=("women-in-product",), cadence=60),
    Person("lea-girard", "Léa Girard", "Boiron", "UX lead", "Lyon", circle=PEER, groups=("lyon-ux",), cadence=60),
    Person("marc-perrin", "Marc Perrin", "CCI Lyon", "clubs and networks", "Lyon", circle=PRESCRIBES, cadence=60,
           groups=("alumni-lyon",), how_met="the chamber's welcome evening"),
    Person("yuki-tanaka", "Yuki Tanaka", "EMLYON", "lecturer", "Écully", circle=PEER, groups=("alumni-lyon",)),
    Person("olivier-costa", "Olivier Costa", "Cegid", "VP product", "Lyon", circle=DECIDES, groups=("pmi-france",)),
    Person("emma-lind", "Emma Lind", "", "translator", "Malmö", circle=FRIEND, dormant=True,
           how_met="the years in Sweden"),
    Person("david-rossi", "David Rossi", "PMI France", "chapter president", "Grenoble", circle=PRESCRIBES,
           groups=("pmi-france",), cadence=45),
    Person("fatou-ndiaye", "Fatou Ndiaye", "Orange", "product manager", "Lyon", circle=PEER,
           groups=("women-in-product",)),
    Person("julie-martin", "Julie Martin", "Groupe SEB", "talent acquisition", "Écully", circle=PRESCRIBES,
           groups=("women-in-product",)),
    Person("karim-haddad", "Karim Haddad", "OVHcloud", "engineering manager", "Lyon", circle=DECIDES),
    Person("anne-vidal", "Anne Vidal", "Aderly", "settling-in adviser", "Lyon", circle=PRESCRIBES,
           note="Marie can introduce."),
    Person("j-weber", "J. Weber", "Siemens Mobility", how_met="a business card"),
)  # fmt: skip

PEOPLE = (*REGULARS, *OTHERS)


class Passed(NamedTuple):
    """What passed with somebody, so many days ago."""

    ago: int
    hour: int
    minutes: int
    kind: Kind
    group: str
    people: tuple[str, ...]
    note: str
    form: str | None = None
    echo: str | None = None


_GAVE, _MET = Kind.CONTRIBUTION, Kind.MEETING
PASSED = (
    Passed(134, 18, 90, _MET, "alumni-lyon", ("marc-perrin", "yuki-tanaka"), "welcome evening", "event"),
    Passed(128, 12, 60, _MET, "alumni-lyon", ("henri-blanc",), "which groups are worth it", "in person"),
    Passed(121, 17, 45, _MET, "women-in-product", ("emma-lind",), "goodbye call", "video"),
    Passed(118, 9, 15, _GAVE, "alumni-lyon", ("marc-perrin",), "sent the list of speakers", echo="thanked for it"),
    Passed(112, 12, 60, _MET, "alumni-lyon", ("henri-blanc",), "the list of groups, again", "phone"),
    Passed(106, 18, 60, _MET, "lyon-ux", ("lea-girard",), "after her talk", "event"),
    Passed(97, 13, 30, _MET, "women-in-product", ("sofia-almeida",), "round table", "event"),
    Passed(87, 10, 20, _GAVE, "women-in-product", ("sofia-almeida",), "shared the guide for returners",
           echo="passed it on to her team"),
    Passed(84, 12, 45, _MET, "lyon-ux", ("lea-girard", "ines-faure"), "lunch", "in person"),
    Passed(76, 17, 40, _MET, "women-in-product", ("nadia-benali",), "studio visit", "in person"),
    Passed(65, 9, 20, _GAVE, "pmi-france", ("david-rossi",), "offered a talk in spring", echo="a date is proposed"),
    Passed(62, 12, 50, _MET, "women-in-product", ("sofia-almeida",), "lunch at Gerland", "in person"),
    Passed(57, 16, 30, _MET, "pmi-france", ("david-rossi",), "about the talk", "video"),
    Passed(48, 15, 15, _GAVE, "women-in-product", ("nadia-benali",), "introduced a game designer",
           echo="they met the same week"),
    Passed(41, 12, 40, _MET, "alumni-lyon", ("yuki-tanaka",), "coffee at the campus", "in person"),
    Passed(31, 9, 15, _GAVE, "pmi-france", ("olivier-costa",), "answered his post on roadmaps"),
    Passed(28, 10, 15, _GAVE, "women-in-product", ("fatou-ndiaye",), "comments on her portfolio", echo="replied"),
    Passed(20, 17, 30, _MET, "women-in-product", ("fatou-ndiaye",), "call", "phone"),
    Passed(10, 9, 10, _GAVE, "women-in-product", ("julie-martin",), "sent two candidates", echo="one has an interview"),
)  # fmt: skip


#: What comes next with whom, or is promised: made and due so many days from today, and how often it was put off. One
#: promise is overdue, one is owed to her.
STEPS = (
    ("marie-dupont", "the slides on onboarding", Owed.MINE, -9, -2, 0),
    ("paul-roy", "ask how the hiring plan stands", None, -2, 1, 0),
    ("claire-morel", "an introduction to Aderly", Owed.THEIRS, -13, 5, 0),
    ("henri-blanc", "tell him which groups stayed", None, -30, -6, 1),
    ("olivier-costa", "propose a coffee", None, -5, 0, 0),
)


def told(text: str) -> str:
    """What somebody wrote in the sample, as they would have in the language spoken."""
    return say(text, context="the sample") if text else ""


def known_people(today: date, regulars: Mapping[str, date]) -> Iterator[Person]:
    """Everybody, with the day they came into the book; of the ``regulars`` it is told."""
    first = {person: passed.ago for passed in reversed(PASSED) for person in passed.people}
    for number, person in enumerate(PEOPLE):
        since = regulars.get(person.id) or today - timedelta(days=first.get(person.id, 9 + 5 * number % 30))
        said = person._replace(position=told(person.position), how_met=told(person.how_met), note=told(person.note))
        yield said._replace(since=since)


def what_passed(now: datetime) -> Iterator[Entry]:
    """The entries with those met more rarely."""
    for number, each in enumerate(PASSED):
        start = _at(now, -each.ago, each.hour, 10 * (number % 6))
        yield Entry(
            f"demo-p{number:02}", start, each.minutes, each.kind, each.group, each.form, each.people,
            note=told(each.note), echo=Echo((("message", 1),), each.people, told(each.echo)) if each.echo else None,
        )  # fmt: skip


def steps(today: date) -> Iterator[Step]:
    """What comes next with whom, and one that was done."""
    for number, (person, text, owed, made, day, put_off) in enumerate(STEPS):
        due, since = _day(today, day), _day(today, made)
        yield Step(f"demo-s{number}", person, told(text), due, owed, put_off=put_off, made=since)
    article = say("the article on card sorting", context="the sample")
    done = Step("demo-s9", "ines-faure", article, _day(today, -10), Owed.MINE, StepState.DONE)
    yield done._replace(made=_day(today, -14), closed=_day(today, -10))


def appointments(now: datetime) -> Iterator[Appointment]:
    """Two to come, and one of which nobody has said yet what became of it."""
    lunch, coffee, talk = (
        say("lunch at Part-Dieu", context="the sample"),
        say("coffee", context="the sample"),
        say("spring talk", context="the sample"),
    )
    yield Appointment(
        "demo-a0", _at(now, 0, 12, 15), 45, lunch, ("amina-diallo",), "alumni-lyon", place="Part-Dieu", form="in person"
    )
    yield Appointment("demo-a1", _at(now, 1, 12, 30), 45, coffee, ("paul-roy",), "lyon-ux", place="Café Mokxa")
    yield Appointment("demo-a2", _at(now, 5, 17, 0), 30, talk, ("david-rossi",), "pmi-france", form="video")


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _at(now: datetime, days: int, hour: int, minute: int) -> datetime:
    return pinned(datetime.combine(_day(now.date(), days), time(hour, minute), now.tzinfo))
