"""Lines as they come to mind, in both languages. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.clock import Clock
from planner.domain.book import Book
from planner.domain.errors import Misread
from planner.domain.grammar.quickline import Unfinished, read, read_timer, spell
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.person import Person
from planner.domain.texts import slug

GROUPS = ("Lyon UX", "PMI France")
PEOPLE = ("Marie Dupont", "Paul Roy", "Émile Zola")
BOOK = Book(
    {},
    {slug(name): Group(slug(name), slug(name), name) for name in GROUPS},
    {slug(n): Person(slug(n), n) for n in PEOPLE},
)


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


def kept(line: str, now: datetime) -> tuple[int | None, str, str]:
    """The minutes, the start and the note that are kept of a line."""
    reading = read(line, BOOK, now)
    assert reading.problem is None, reading.problem
    assert reading.start
    return reading.minutes, reading.start.strftime("%d %H:%M"), reading.note


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        ("3/4 hour", 45), ("1/4 d'heure", 15), ("½ heure", 30), ("1½h", 90), (".5h", 30), ("1 1/2 hours", 90),
        ("twenty-five minutes", 25), ("forty five minutes", 45), ("trente-cinq minutes", 35),
        ("an hour and twenty minutes", 80), ("une heure et vingt minutes", 80), ("une heure un quart", 75),
        ("une heure trois quarts", 105), ("une demie heure", 30), ("25′", 25), ("~20 min", 20), ("about 20 min", 20),
        ("environ 30 min", 30),
    ],
)  # fmt: skip
def test_half_hours_and_number_words_are_read(length: str, minutes: int, now: datetime) -> None:
    assert kept(f"c {length} lyon-ux on forms", now)[::2] == (minutes, "on forms")


@pytest.mark.parametrize(
    ("line", "minutes", "note"),
    [
        ("m 1h pmi room 9", 60, "room 9"),
        ("m 1h pmi table de 6", 60, "table de 6"),
        ("c 2h lyon-ux 5 case studies", 120, "5 case studies"),
        ("workshop 3h pmi, 40 there", 180, "40 there"),
        ("m 1h pmi at Café 17", 60, "at Café 17"),
        ("w 1h30 pmi episode 8 @marie", 90, "episode 8"),
        ("call pmi draft 3 @marie 50min", 50, "draft 3"),
        ("w 2 essays 40 pmi", 40, "2 essays"),
        ("c lyon-ux 25 the 10 minute rule", 25, "the 10 minute rule"),
        ("lu un article 40 pmi", 40, "un article"),
    ],
)
def test_a_count_of_things_is_no_time(line: str, minutes: int, note: str, now: datetime) -> None:
    assert kept(line, now) == (minutes, kept(f"c {minutes} pmi", now)[1], note)


@pytest.mark.parametrize(
    ("line", "minutes", "start"),
    [
        ("café pmi 1h à 10h", 60, "26 10:00"),
        ("café 2h à 14h pmi @paul", 120, "26 14:00"),
        ("café 20 à 15h pmi", 20, "26 15:00"),
        ("café 1h30 à midi pmi", 90, "26 12:00"),
        ("appel pmi 14h 20 min", 20, "26 14:00"),
        ("appel pmi à 14h, 20 min", 20, "26 14:00"),
        ("lu pmi 9h 30 min", 30, "26 09:00"),
        ("café pmi 10 h 45 minutes", 45, "26 10:00"),
        ("m pmi 14h à 16h", 120, "26 14:00"),
        ("m pmi 14 à 16h", 120, "26 14:00"),
        ("m pmi noon to 1:30", 90, "26 12:00"),
        ("m pmi de dix heures à midi", 120, "26 10:00"),
        ("c 1h pmi 3:30", 60, "26 03:30"),
    ],
)
def test_length_and_time_stay_both(line: str, minutes: int, start: str, now: datetime) -> None:
    assert kept(line, now) == (minutes, start, "")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("à 9h du soir yesterday", "25 21:00"),
        ("yesterday at 9 in the evening", "25 21:00"),
        ("à 3 heures de l'après-midi", "26 15:00"),
        ("à 9h du matin", "26 09:00"),
        ("à midi et quart", "26 12:15"),
        ("à 11h moins le quart", "26 10:45"),
        ("à dix heures et demie", "26 10:30"),
        ("at a quarter past ten", "26 10:15"),
        ("half past two", "26 14:30"),
        ("at ten", "26 10:00"),
        ("at 5:30", "26 17:30"),
        ("at 9.30", "26 09:30"),
    ],
)
def test_times_are_said_in_words_too(said: str, start: str, now: datetime) -> None:
    assert kept(f"c 25 lyon-ux {said}", now) == (25, start, "")


@pytest.mark.parametrize(
    ("line", "minutes", "day", "note"),
    [
        ("c lyon-ux 20 nov 3 ideas", 20, "20", "3 ideas"),
        ("c 25 may help Ana lyon-ux", 25, "26", "may help Ana"),
        ("c 2h 20 nov lyon-ux", 120, "20", ""),
        ("c 40 minutes mars et vénus lyon-ux", 40, "26", "mars et vénus"),
        ("c 45min sun is out lyon-ux", 45, "26", "sun is out"),
        ("c 30 lyon-ux à 14h mon article", 30, "26", "mon article"),
        ("c 30 lyon-ux la mer", 30, "26", "la mer"),
        ("c 30 lyon-ux mai 68", 30, "26", "mai 68"),
        ("c 30 lyon-ux sun @marie", 30, "22", ""),
        ("w 20 sun pmi", 20, "22", ""),
        ("c 25 lyon-ux mar de café", 25, "26", "mar de café"),
        ("c 25 lyon-ux animé un jeu de rôle", 25, "26", "animé un jeu de rôle"),
        ("c 25 lyon-ux animé un jeu", 25, "26", "animé un jeu"),
        ("c lyon-ux 25 jeu de cartes", 25, "26", "jeu de cartes"),
        ("m 45 lyon-ux mer de gens", 45, "26", "mer de gens"),
        ("c 25 lyon-ux mon 2e billet", 25, "26", "mon 2e billet"),
        ("c 25 lyon-ux sat at the desk", 25, "26", "sat at the desk"),
        ("c 25 lyon-ux sun 3 ideas", 25, "26", "sun 3 ideas"),
        ("c 25 lyon-ux sat from the back", 25, "26", "sat from the back"),
        ("c 25 lyon-ux sat 21 nov talk", 25, "21", "talk"),
        ("c 25 lyon-ux sun evening", 25, "22", ""),
        ("c sun 25 lyon-ux answered", 25, "22", "answered"),
        ("c 25 lyon-ux mar", 25, "24", ""),
        ("w 20 pmi monday last week", 20, "16", ""),
        ("lu 20 pmi lundi de la semaine dernière", 20, "16", ""),
        ("w 20 pmi last week monday", 20, "16", ""),
        ("w 20 pmi wednesday the 25th", 20, "25", ""),
        ("w 20 pmi 20nov", 20, "20", ""),
        ("lu 20 pmi hier en soirée", 20, "25", ""),
    ],
)
def test_words_are_days_if_meant(line: str, minutes: int, day: str, note: str, now: datetime) -> None:
    got = kept(line, now)
    assert (got[0], got[1][:2], got[2]) == (minutes, day, note)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("coffee 30 lyon-ux lunch with Marie Martin", []),
        ("coffee 30 lyon-ux with Paul, Marie and Émile", ["paul-roy", "marie-dupont", "emile-zola"]),
        ("coffee 30 lyon-ux @marie and Paul", ["marie-dupont", "paul-roy"]),
        ("coffee 30 lyon-ux @marie,@paul", ["marie-dupont", "paul-roy"]),
    ],
)
def test_who_was_there_is_who_was_named(line: str, people: list[str], now: datetime) -> None:
    assert [person.id for person in read(line, BOOK, now).people] == people


@pytest.mark.parametrize(
    ("line", "form", "note"),
    [
        ("lyon-ux c 25 answered Ana", None, "answered Ana"),
        ("yesterday c 25 lyon-ux read a post", None, "read a post"),
        ("petit déj 25 lyon-ux", "in person", ""),
        ("conference call 25 lyon-ux", "phone", ""),
        ("m 25 lyon-ux face to face", "in person", ""),
        ("c 25 on lyon-ux", None, ""),
    ],
)
def test_a_word_of_a_kind_says_it(line: str, form: str | None, note: str, now: datetime) -> None:
    reading = read(line, BOOK, now)
    assert (reading.form, reading.note, reading.problem) == (form, note, None)


@pytest.mark.parametrize("line", ["c 0h lyon-ux", "c 25 lyon-ux @9pm", "café 2h à 25h lyon-ux"])
def test_what_cannot_be_is_refused(line: str, now: datetime) -> None:
    assert isinstance(read(line, BOOK, now).problem, Misread)


@pytest.mark.parametrize("odd", ["10-11", "25m30", "1h3o", "99/99", "20th"])
def test_what_only_looks_like_length_or_date_is_marked(odd: str, now: datetime) -> None:
    reading = read(f"c 25 lyon-ux {odd} done", BOOK, now)
    assert (reading.note, reading.read_as_note) == (f"{odd} done", (odd,))


@pytest.mark.parametrize(
    ("line", "minutes", "start"),
    [
        ("lu 20 pmi mar. 24 nov.", 20, "24 18:20"),
        ("rencontre pmi @paul mar 3 nov 14h 1h", 60, "03 14:00"),
        ("lu 20 pmi vendredi 20", 20, "20 18:20"),
        ("m lyon-ux @marie tue 24 2pm 1h", 60, "24 14:00"),
        ("m lyon-ux @marie 24th 2pm 1h", 60, "24 14:00"),
        ("c friday 25 lyon-ux", 25, "20 18:15"),  # the 25th is a Wednesday
        ("c 20 lyon-ux weds", 20, "25 18:20"),
    ],
)
def test_a_weekday_goes_with_its_date(line: str, minutes: int, start: str, now: datetime) -> None:
    assert kept(line, now)[:2] == (minutes, start)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("lu 20 pmi samedi 21 h", "21 21:00"),
        ("lu 20 pmi jeudi 19 h", "19 19:00"),
        ("lu 20 pmi mardi 12 h 15", "24 12:15"),
        ("lu 20 pmi vendredi 20 h 15", "20 20:15"),
        ("lu 20 pmi mardi 9 heures", "24 09:00"),
        ("lu 20 pmi mar 9 h 30", "24 09:30"),
        ("w 20 pmi tuesday 9 pm", "24 21:00"),
        ("w 20 pmi friday 9 o'clock", "20 09:00"),
        ("lu 20 pmi vendredi 20 14 h", "20 14:00"),
        ("w 20 pmi nov 20 2 pm", "20 14:00"),
    ],
)
def test_an_hour_after_a_day_is_no_date(line: str, start: str, now: datetime) -> None:
    assert kept(line, now) == (20, start, "")


def test_a_month_whose_day_is_an_hour_is_marked(now: datetime) -> None:
    assert read("w 20 pmi nov 9 am", BOOK, now).read_as_note == ("nov",)


@pytest.mark.parametrize("line", ["m lyon-ux @marie friday 27 1h", "c 25 lyon-ux in 2 hours", "c 25 pmi dans 1 heure"])
def test_what_is_still_to_come_is_no_entry(line: str, now: datetime) -> None:
    assert "is still to come" in str(read(line, BOOK, now).problem)


@pytest.mark.parametrize(
    "note", ["2h video", "my 3h workshop notes", "un atelier de 3h", "film de 2 heures", "a 1h30 film"]
)
def test_a_length_within_words_of_a_note_is_no_time(note: str, now: datetime) -> None:
    reading = read(f"c 25 lyon-ux {note}", BOOK, now)
    assert (reading.minutes, reading.note, reading.time_said, len(reading.read_as_note)) == (25, note, False, 1)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("noon-1pm", 60), ("midi-14h", 120), ("14:00 → 15:00", 60), ("14h -> 15h30", 90), ("14.00-15.00", 60)],
)
def test_a_range_is_joined_by_any_dash_or_arrow(said: str, minutes: int, now: datetime) -> None:
    got = kept(f"m lyon-ux {said}", now)
    assert (got[0], got[2]) == (minutes, "")


@pytest.mark.parametrize(
    ("said", "minutes", "start"),
    [
        ("yesterday 14:00 16:00", 120, "25 14:00"),
        ("hier 14h 16h", 120, "25 14:00"),
        ("hier 14 h 16 h", 120, "25 14:00"),
        ("yesterday 2pm 4pm", 120, "25 14:00"),
        ("yesterday 9:00 10:30", 90, "25 09:00"),
        ("yesterday 14:00 1:30", 90, "25 14:00"),
    ],
)
def test_a_time_after_a_time_ends_it(said: str, minutes: int, start: str, now: datetime) -> None:
    assert kept(f"w pmi {said}", now) == (minutes, start, "")


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("yesterday 14:00 9:30", "9:30"),
        ("yesterday 14:00 lunch 16:00", "16:00"),
        ("yesterday 16:00 14:00", "14:00"),
        ("yesterday 6:00 at 9", "6:00"),
    ],
)
def test_a_second_time_is_marked_as_no_length(said: str, second: str, now: datetime) -> None:
    reading = read(f"w pmi {said}", BOOK, now)
    assert (reading.usual, reading.read_as_note) == (True, (second,))


@pytest.mark.parametrize(("line", "minutes"), [("lu 8h pmi hier à 9h", 480), ("w pmi yesterday 14:00 01:30", 90)])
def test_a_length_that_may_be_a_time_is_said_so(line: str, minutes: int, now: datetime) -> None:
    reading = read(line, BOOK, now)
    assert (reading.minutes, reading.problem) == (minutes, None)
    assert "is how long; a time is “at" in reading.remark


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("1:30-3:30 29 march", 60),
        ("1:30-3:30 25 oct", 180),
        ("2:30-3:30 25 oct", 120),
        ("1:00-2:30 25 oct", 90),
        ("23:00-3:30 28 march", 210),
    ],
)
def test_a_range_over_a_clock_change_is_right(said: str, minutes: int, now: datetime) -> None:
    assert kept(f"m pmi {said}", now)[0] == minutes


@pytest.mark.parametrize(
    ("said", "why"),
    [("1:00-2:30 29 march", "There was no 02:30 on Sun 29 Mar"), ("2h 1:30-3:30 29 march", "is 1h, and 2h was said")],
)
def test_a_range_that_never_was_is_wrong(said: str, why: str, now: datetime) -> None:
    assert why in str(read(f"m pmi {said}", BOOK, now).problem)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("c 20 in lyon-ux", ""),
        ("c 20 at pmi france", ""),
        ("c 20 chez lyon ux un mot", "un mot"),
        ("c 20 min pmi : répondu à Luc", "répondu à Luc"),
        ('c 20 min pmi ":" répondu', ": répondu"),
    ],
)
def test_what_leads_to_a_group_is_no_note(line: str, note: str, now: datetime) -> None:
    assert kept(line, now)[::2] == (20, note)


@pytest.mark.parametrize(
    ("named", "people"),
    [
        ("@dupont", ["marie-dupont"]),
        ("@PaulRoy", ["paul-roy"]),
        ("@paul/@marie", ["paul-roy", "marie-dupont"]),
        ("(@marie)", ["marie-dupont"]),
        ("w/ Marie", ["marie-dupont"]),
    ],
)
def test_any_word_of_a_name_finds_it(named: str, people: list[str], now: datetime) -> None:
    reading = read(f"coffee 30 lyon-ux {named}", BOOK, now)
    assert ([person.id for person in reading.people], reading.new_people) == (people, ())


def test_a_name_begun_is_somebody_new_told_from_whom(now: datetime) -> None:
    reading = read("m 30 lyon-ux @mar", BOOK, now)
    assert (reading.new_people, reading.remark) == (("mar",), "“@mar” is new; Marie Dupont is @marie-dupont")


@pytest.mark.parametrize(
    ("line", "start"),
    [("c pmi depuis 20 minutes", "26 18:20"), ("c pmi depuis 1h", "26 17:40"), ("c pmi depuis 18h", "26 18:00")],
)
def test_a_timer_ran_for_so_long_or_since(line: str, start: str, now: datetime) -> None:
    reading = read_timer(line, BOOK, now)
    assert reading.problem is None
    assert reading.start and reading.start.strftime("%d %H:%M") == start


@pytest.mark.parametrize("length", ["3h", "3h30", "4:00", "2 heures"])
def test_a_length_that_may_be_a_time_is_no_start(length: str, now: datetime) -> None:
    assert f"leave out “{length}”, or write “at {length}”" in str(read_timer(f"w pmi {length}", BOOK, now).problem)
    reading = read_timer(f"w pmi à {length}", BOOK, now)
    assert (reading.problem, reading.time_said) == (None, True)


@pytest.mark.parametrize("day", ["yesterday", "monday", "2026-11-20"])
def test_a_day_alone_says_no_beginning_of_a_timer(day: str, now: datetime) -> None:
    assert f"“{day}” has no time" in str(read_timer(f"w pmi {day}", BOOK, now).problem)
    assert read_timer(f"w pmi {day} 9:00", BOOK, now).problem is None


def test_a_timer_has_no_end(now: datetime) -> None:
    assert "leave out “17:00-18:00”" in str(read_timer("m pmi 17:00-18:00", BOOK, now).problem)


def test_a_line_that_is_too_long_is_said_to_be_so(now: datetime) -> None:
    assert "characters long" in str(read("c 25 lyon-ux " + "12 " * 3000, BOOK, now).problem)


@pytest.mark.parametrize("line", ["c 25 answered a question", "c 25 une note de lecture", "c 25 notes of the day"])
def test_a_small_word_names_no_group(line: str, now: datetime) -> None:
    names = ("Tech à Lyon", "Femmes de la tech", "Friends of the Rhône")
    book = Book({}, {slug(name): Group(slug(name), slug(name), name) for name in names}, {})
    assert read(line, book, now).group is None


@pytest.mark.parametrize(
    ("line", "group", "minutes", "start"),
    [
        ("w 20 HR Circle yesterday 9:00", "hr-circle", 20, "25 09:00"),
        ("w 5 HR Circle", "hr-circle", 5, "26 18:35"),
        ("w 25 hr circle", "hr-circle", 25, "26 18:15"),
        ("w 25 HR Cir", "hr-circle", 25, "26 18:15"),
        ("w 20 hr", "hr-circle", 20, "26 18:20"),
        ("w 2 hr HR Circle", "hr-circle", 120, "26 16:40"),
        ("w 2 hr lyon-ux", "lyon-ux", 120, "26 16:40"),
        ("w 20 Monday Club", "monday-club", 20, "26 18:20"),
        ("w 20 Monday Club monday", "monday-club", 20, "23 18:20"),
        ("lu 20 Heures Sup", "heures-sup", 20, "26 18:20"),
        ("w 3 Days Ago Club", "days-ago-club", 3, "26 18:37"),
        ("w 20 Noon Talks", "noon-talks", 20, "26 18:20"),
    ],
)
def test_names_are_no_length(line: str, group: str, minutes: int, start: str, now: datetime) -> None:
    names = ("Lyon UX", "HR Circle", "Monday Club", "Heures Sup", "Days Ago Club", "Noon Talks")
    reading = read(line, Book({}, {slug(name): Group(slug(name), slug(name), name) for name in names}, {}), now)
    assert reading.problem is None
    assert reading.group and reading.start
    got = (reading.group.id, reading.minutes, f"{reading.start:%d %H:%M}", reading.note)
    assert got == (group, minutes, start, "")


@pytest.mark.parametrize(
    ("line", "looks"), [("30 pmi @paul", ("pmi",)), ("meeting 30 hello", ("meeting", "30")), ("30 hello", ())]
)
def test_a_second_group_or_kind_is_marked(line: str, looks: tuple[str, ...], now: datetime) -> None:
    reading = read(line, BOOK, now, kind=Kind.CONTRIBUTION, group=BOOK.groups["lyon-ux"])
    assert (reading.kind, reading.group, reading.read_as_note) == (Kind.CONTRIBUTION, BOOK.groups["lyon-ux"], looks)


@pytest.mark.parametrize(
    ("said", "minutes", "start"),
    [
        ("until 15:00 45", 45, "26 14:15"),
        ("jusqu'à 15h 45 min", 45, "26 14:15"),
        ("jusqu’à 10 h 30 30 min", 30, "26 10:00"),
        ("30 ended at 10", 30, "26 09:30"),
        ("30 fini à 10h", 30, "26 09:30"),
        ("30 until noon yesterday", 30, "25 11:30"),
        ("until 10:30", 15, "26 10:15"),
        ("since 17:40", 60, "26 17:40"),
        ("depuis 17h40", 60, "26 17:40"),
        ("30 since 17:40", 30, "26 17:40"),
        ("depuis une heure", 60, "26 17:40"),
        ("depuis 20 minutes", 20, "26 18:20"),
        ("for the last hour", 60, "26 17:40"),
        ("the past 20 minutes", 20, "26 18:20"),
    ],
)
def test_when_it_ended_or_began_is_read(said: str, minutes: int, start: str, now: datetime) -> None:
    assert kept(f"w pmi {said}", now) == (minutes, start, "")


@pytest.mark.parametrize("said", ["since yesterday", "depuis ce matin", "before 10:30", "until yesterday"])
def test_a_word_of_a_time_is_marked_as_no_start(said: str, now: datetime) -> None:
    assert read(f"w 30 pmi {said}", BOOK, now).read_as_note == (said.partition(" ")[0],)


def test_since_a_time_of_another_day_is_its_beginning(now: datetime) -> None:
    assert read("w pmi since 17:40 yesterday", BOOK, now).remark == "“since 17:40 yesterday” is taken for when it began"


@pytest.mark.parametrize("end", ["until 15:00", "jusqu'à 15h", "ended at 3pm"])
def test_a_timer_that_is_given_an_end_is_refused(end: str, now: datetime) -> None:
    reading = read_timer(f"w pmi {end} ", BOOK, now)
    assert str(reading.problem).startswith(f"“{end}” says when it ends")


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("c 25 pmi started at 14:00", (25, "26 14:00", "")),
        ("c 25 pmi posted, starting 2pm", (25, "26 14:00", "posted,")),
        ("c 25 pmi commencé à 14h", (25, "26 14:00", "")),
        ("c 25 pmi à partir de 14h", (25, "26 14:00", "")),
        ("c 25 pmi dès 14h", (25, "26 14:00", "")),
        ("c 25 pmi from 14:00 on", (25, "26 14:00", "")),
        ("c 25 pmi at around 3pm", (25, "26 15:00", "")),
        ("c for about an hour pmi", (60, "26 17:40", "")),
        ("c an hour or so pmi", (60, "26 17:40", "")),
        ("c 45 minutes environ pmi billet", (45, "26 17:55", "billet")),
        ("c 25 pmi just now", (25, "26 18:15", "")),
    ],
)
def test_small_words_of_a_time_leave_too(line: str, read_as: tuple[int, str, str], now: datetime) -> None:
    assert kept(line, now) == read_as


@pytest.mark.parametrize(
    ("line", "minutes", "start"),
    [
        ("m pmi 4pm to 4:25", 25, "26 16:00"),
        ("m pmi 11:30am to 1", 90, "26 11:30"),
        ("m pmi yesterday 11pm to 1", 120, "25 23:00"),
        ("m 25 pmi mardi dernier 17 h 5", 25, "24 17:05"),
        ("m 25 pmi hier à 17h5", 25, "25 17:05"),
        ("m 25 pmi hier à quinze heures", 25, "25 15:00"),
        ("c 1h1/2 pmi", 90, "26 17:10"),
        ("c 1 h 5 pmi", 65, "26 17:35"),
    ],
)
def test_its_other_half_fills_a_range(line: str, minutes: int, start: str, now: datetime) -> None:
    assert kept(line, now) == (minutes, start, "")


@pytest.mark.parametrize(
    ("line", "note"), [("c 25 pmi 14 h 3 articles", "3 articles"), ("c 25 pmi 14 h 3 rue Hugo", "3 rue Hugo")]
)
def test_a_count_of_things_is_no_minute(line: str, note: str, now: datetime) -> None:
    assert kept(line, now) == (25, "26 14:00", note)


def test_minutes_with_seconds_are_no_length(now: datetime) -> None:
    assert "no length of time" in str(read("c 25m30s pmi wrote", BOOK, now).problem)


def test_an_hour_of_the_night_that_may_be_a_length_is_said(now: datetime) -> None:
    assert read("m 1h pmi 25 min", BOOK, now).remark == "1:00; a length is 60"


@pytest.mark.parametrize("every", ["every monday", "chaque lundi", "tous les lundis"])
def test_every_weekday_is_no_day_and_is_marked(every: str, now: datetime) -> None:
    reading = read(f"m 1h pmi committee {every}", BOOK, now)
    assert (reading.note, reading.read_as_note, reading.when_said) == (f"committee {every}", (every,), False)


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        ("a couple of hours", 120), ("a couple hours", 120), ("une bonne heure", 60), ("une petite heure", 60),
        ("deux bonnes heures", 120), ("a good hour", 60), ("une heure moins le quart", 45),
        ("une heure moins dix", 50), ("deux heures moins le quart", 105), ("almost an hour", 60),
        ("presque 2 heures", 120),
    ],
)  # fmt: skip
def test_a_length_may_be_rounded_in_words(length: str, minutes: int, now: datetime) -> None:
    assert kept(f"c {length} lyon-ux on forms", now)[::2] == (minutes, "on forms")


@pytest.mark.parametrize(
    "span",
    ["a few hours", "quelques heures", "quelques minutes", "plus d'une heure", "half a day", "all day",
     "the whole morning", "toute la matinée", "une demi-journée", "1-2h", "20-30min"],
)  # fmt: skip
def test_a_span_that_says_no_length_is_marked(span: str, now: datetime) -> None:
    reading = read(f"c {span} lyon-ux", BOOK, now)
    assert (reading.usual, reading.read_as_note) == (True, (span,))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("c 1h60", "“1h60” is no length of time"),
        ("c 25 lyon-ux 25:10", "There is no time “25:10”"),
        ("c 25 lyon-ux 99999 hours ago", "“99999 hours ago” is too long ago to count so"),
    ],
)
def test_what_no_letter_mends_is_wrong(line: str, reason: str, now: datetime) -> None:
    problem = read(line, BOOK, now).problem
    assert str(problem).startswith(reason) and not isinstance(problem, Unfinished)


def test_what_the_next_letter_may_mend_is_only_asked_about(now: datetime) -> None:
    problem = read("c 25 lyon-ux 90 sec", BOOK, now).problem
    assert isinstance(problem, Unfinished) and problem.prompt == "“90 sec”?"


@pytest.mark.parametrize("odd", ["–nope", "—nope", "-nope", "٢٥", "٢٥min"])
def test_dashed_words_and_foreign_figures_are_told(odd: str, now: datetime) -> None:
    reading = read(f"c 25 lyon-ux {odd} done", BOOK, now)
    assert (reading.note, reading.read_as_note) == (f"{odd} done", (odd,))


@pytest.mark.parametrize(
    ("line", "minutes", "start", "note"),
    [
        ("c 25 lyon-ux at 1430", 25, "26 14:30", ""),
        ("c 25 lyon-ux à 0930 atelier", 25, "26 09:30", "atelier"),
        ("c 25 lyon-ux at 2030 paper", 25, "26 18:15", "at 2030 paper"),
        ("c 25 lyon-ux lu à 1200 personnes", 25, "26 18:15", "lu à 1200 personnes"),
        ("c 25 lyon-ux 18.11. ideas", 25, "18 18:15", "ideas"),
        ("c 25 lyon-ux version 18.11.", 25, "26 18:15", "version 18.11."),
        ("c 25 lyon-ux 9-10 ideas", 25, "26 18:15", "9-10 ideas"),
        ("c journée de 8h lyon-ux", 480, "26 10:40", "journée"),
        ("c session of 3h lyon-ux", 180, "26 15:40", "session"),
        ("m réunion de 9h lyon-ux", 45, "26 09:00", "réunion"),
    ],
)
def test_sure_figures_count(line: str, minutes: int, start: str, note: str, now: datetime) -> None:
    reading = read(line, BOOK, now)
    assert reading.start and f"{reading.start:%d %H:%M}" == start
    assert (reading.minutes, reading.note) == (minutes, note)


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ("hier en huit", "en huit"),
        ("yesterday week", "week"),
        ("a week before friday", "a week before"),
        ("early november", "early november"),
        ("last weekend", "last weekend"),
        ("fin novembre", "fin novembre"),
    ],
)
def test_words_of_another_day_are_marked(said: str, looks: str, now: datetime) -> None:
    assert read(f"w 20 pmi {said}", BOOK, now).read_as_note == (looks,)


@pytest.mark.parametrize("said", ["a week from friday", "lundi en huit", "the friday after next"])
def test_weeks_from_a_day_to_come_are_to_come(said: str, now: datetime) -> None:
    assert "still to come" in str(read(f"w 20 pmi {said}", BOOK, now).problem)


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ("13/13", "There is no date “13/13”"),
        ("20/13", "There is no date"),
        ("11/20", "There is no date"),
        ("0/11", "There is no date"),
        ("13/13/2026", "There is no date"),
        ("nov 32", "There is no date"),
        ("9999-12-31", "“9999-12-31” is out of reach: a date has a year from 1970 to 2199"),
        ("1/1/0000", "“1/1/0000” is out of reach"),
        ("2026-11-20 14:30+05:00", "“14:30+05:00” has an offset"),
        ("14:30Z", "“14:30Z” has an offset"),
    ],
)
def test_what_looks_like_a_date_is_wrong(odd: str, why: str, now: datetime) -> None:
    assert str(read(f"c 25 lyon-ux {odd} done", BOOK, now).problem).startswith(why)


@pytest.mark.parametrize("odd", ["50/50", "24/7", "99/99", "part 3/15", "mai 68"])
def test_figures_that_are_no_date_at_all_are_note(odd: str, now: datetime) -> None:
    assert kept(f"c 25 lyon-ux {odd} done", now)[2] == f"{odd} done"


def test_a_moment_with_another_offset_is_read_in_local_time(now: datetime) -> None:
    reading = read("c 25 lyon-ux 2026-11-20T14:30+05:00", BOOK, now)
    assert spell(reading, now).startswith("Fri 20 Nov 10:30 to 10:55, 25 min")
    assert "here" not in spell(read("c 25 lyon-ux 2026-11-20T14:30+01:00", BOOK, now), now)


def test_a_zone_after_a_time_is_marked(now: datetime) -> None:
    assert read("c 25 lyon-ux 14:30 UTC", BOOK, now).read_as_note == ("UTC",)


@pytest.mark.parametrize(
    ("line", "note", "day"),
    [
        ("c 25 lyon-ux the monday post", "the post", "monday"),
        ("c 25 lyon-ux wrote for sunday", "wrote for", "sunday"),
        ("c 25 lyon-ux black friday offers", "black offers", "friday"),
        ("c 25 lyon-ux le post du lundi", "le post", "lundi"),
        ("c 25 lyon-ux écrit pour dimanche", "écrit pour", "dimanche"),
    ],
)
def test_a_phrases_day_is_said(line: str, note: str, day: str, now: datetime) -> None:
    reading = read(line, BOOK, now)
    assert (reading.note, reading.when_said) == (note, True)
    assert reading.remark == f"“{day}” is taken for its day; in quotes it is note"


@pytest.mark.parametrize("said", ["monday", "monday answered two", "on monday", "monday 9:00 post"])
def test_a_weekday_standing_by_itself_needs_no_word(said: str, now: datetime) -> None:
    assert read(f"c 25 lyon-ux {said}", BOOK, now).remark == ""


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("m 30 lyon-ux @", ("@",)),
        ("m 30 lyon-ux # hello", ("#",)),
        ("c lyon-ux pmi-france 25", ("pmi-france",)),
        ("c 25 lyon-ux about pmi-france", ()),
    ],
)
def test_a_lone_mark_is_marked(line: str, looks: tuple[str, ...], now: datetime) -> None:
    assert read(line, BOOK, now).read_as_note == looks


@pytest.mark.parametrize("word", ["entretien", "interview"])
def test_an_interview_is_a_meeting(word: str, now: datetime) -> None:
    assert read(f"{word} 45 pmi @marie", BOOK, now).kind is Kind.MEETING


@pytest.mark.parametrize(
    "odd", ["1h+15", "30+15", "2h-15", "1h/2", "1h&15", "1h15+", "1h+1h30+15", "25min+10", "1,5h*2", "30-", "1h+prep"]
)
def test_a_sum_of_lengths_is_marked_not_reckoned(now: datetime, odd: str) -> None:
    reading = read(f"c {odd} lyon-ux", BOOK, now)
    assert (reading.usual, reading.note, reading.read_as_note) == (True, odd, (odd,))


@pytest.mark.parametrize("plain", ["5-star", "2-minute", "50%", "360-degree", "3D", "9am-ish"])
def test_a_figure_joined_to_a_word_is_no_sum(now: datetime, plain: str) -> None:
    assert read(f"c 25 lyon-ux a {plain} video", BOOK, now).read_as_note == ()


@pytest.mark.parametrize(
    ("line", "minutes"), [("c 1 h 25 min", 85), ("c 25 min", 25), ("c 25 min merci", 25), ("c 2 hr", 120)]
)
def test_a_unit_after_a_figure_begins_no_name(line: str, minutes: int, now: datetime) -> None:
    names = ("Min Tech", "HR Circle", "Lyon UX")
    book = Book({}, {slug(name): Group(slug(name), slug(name), name) for name in names}, {})
    reading = read(line, book, now)
    assert (reading.group, reading.minutes) == (None, minutes)
    assert "group" in str(reading.problem)


@pytest.mark.parametrize("line", ["c 25 min tech", "c 25 min te", "c 25 min min", "c 25 Min Tech"])
def test_a_unit_with_more_of_a_name_is_the_name(line: str, now: datetime) -> None:
    book = Book({}, {slug(name): Group(slug(name), slug(name), name) for name in ("Min Tech", "Lyon UX")}, {})
    reading = read(line, book, now)
    assert reading.group and reading.problem is None
    assert (reading.group.id, reading.minutes, reading.note) == ("min-tech", 25, "")


@pytest.mark.parametrize(
    ("said", "minutes", "start"),
    [
        ("10 till 10:40", 40, "26 10:00"),
        ("from 10 till 10:40", 40, "26 10:00"),
        ("from 10 until 11", 60, "26 10:00"),
        ("de 10 jusqu'à 10h40", 40, "26 10:00"),
        ("10 jusqu’à 10 h 40", 40, "26 10:00"),
        ("9 until noon yesterday", 180, "25 09:00"),
        ("25 until 10:40", 25, "26 10:15"),
        ("15 until 10:40", 15, "26 10:25"),
        ("30 min until 10:40", 30, "26 10:10"),
    ],
)
@pytest.mark.parametrize("line", ["c lyon-ux {}", "c {} lyon-ux"])
def test_a_bare_hour_begins(line: str, said: str, minutes: int, start: str, now: datetime) -> None:
    reading = read(line.format(said), BOOK, now)
    assert reading.start and reading.problem is None
    assert (reading.minutes, f"{reading.start:%d %H:%M}", reading.note) == (minutes, start, "")


@pytest.mark.parametrize(
    "said", ["since lunch", "until dinner", "depuis le déjeuner", "depuis le petit déjeuner", "jusqu'au dîner"]
)
def test_a_meal_it_went_on_since_has_no_hour(said: str, now: datetime) -> None:
    reading = read(f"w pmi {said}", BOOK, now)
    assert (reading.usual, reading.note, reading.read_as_note) == (True, said, (said,))


def test_a_meal_alone_is_note(now: datetime) -> None:
    assert read("w 20 pmi about lunch, and the talk since", BOOK, now).read_as_note == ()


@pytest.mark.parametrize(
    ("line", "start", "note"),
    [
        ("c 30m pmi early this morning", "26 09:00", ""),
        ("c 30m pmi late afternoon yesterday", "25 14:00", ""),
        ("c 30m pmi in the evening yesterday", "25 19:00", ""),
        ("c 30m pmi this past monday", "23 18:10", ""),
    ],
)
def test_a_part_of_day_goes_with_its_day(line: str, start: str, note: str, now: datetime) -> None:
    assert kept(line, now) == (30, start, note)


def test_a_sign_that_is_nothing_without_its_accents_is_note(now: datetime) -> None:
    assert kept("c 30m pmi \u2de0", now) == (30, "26 18:10", "\u2de0")


@pytest.mark.parametrize("line", ["c 25 lyon-ux may 3 ideas", "c 25 lyon-ux sun 22 talk", "c mar 25 lyon-ux answered"])
def test_a_date_that_may_count_is_said(line: str, now: datetime) -> None:
    assert "is taken for its day" in read(line, BOOK, now).remark


@pytest.mark.parametrize("line", ["c 25 lyon-ux sun 3 ideas", "c 25 lyon-ux wed 2nd time"])
def test_a_weekday_that_counts_looks_like_a_day(line: str, now: datetime) -> None:
    assert read(line, BOOK, now).read_as_note


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("dans la soirée d'hier", "25 19:00"),
        ("la matinée d'hier", "25 09:00"),
        ("in the evening of yesterday", "25 19:00"),
        ("le soir de mardi", "24 19:00"),
        ("the morning of 20 nov", "20 09:00"),
        ("le matin", "26 09:00"),
        ("l'après-midi", "26 14:00"),
        ("the morning", "26 09:00"),
    ],
)
def test_a_part_of_a_day_is_of_its_day(said: str, start: str, now: datetime) -> None:
    assert kept(f"w 20 pmi {said}", now) == (20, start, "")


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("c 25 lyon-ux la fin de la matinée", "la matinée"),
        ("c 25 lyon-ux le soir du réseau", "le soir"),
        ("w 20 pmi morning", "morning"),
    ],
)
def test_a_part_that_stays_note_is_marked(line: str, marked: str, now: datetime) -> None:
    assert read(line, BOOK, now).read_as_note == (marked,)


def test_between_noon_and_two_is_a_range(now: datetime) -> None:
    assert kept("m pmi entre midi et deux", now) == (120, "26 12:00", "")
    assert kept("m pmi between noon and two", now) == (120, "26 12:00", "")


@pytest.mark.parametrize(
    "said", ["hier soir 14h", "hier matin 14h", "yesterday evening 2pm", "this morning 17:00", "last night 14:00"]
)
def test_a_time_out_of_its_part_is_refused(said: str, now: datetime) -> None:
    assert "leave one of them out" in str(read(f"w 20 pmi {said}", BOOK, now).problem)


@pytest.mark.parametrize("word", ["+20", "+20min", "1e3", "2x30", "20ish", "1h30min20"])
def test_figures_that_are_no_length_are_marked(word: str, now: datetime) -> None:
    assert word in read(f"w {word} pmi", BOOK, now).read_as_note


@pytest.mark.parametrize("word", ["1h30m20s", "2h20s", "20min30s"])
def test_a_length_with_seconds_is_none(word: str, now: datetime) -> None:
    assert "is no length of time" in str(read(f"w {word} pmi", BOOK, now).problem)
