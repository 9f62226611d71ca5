"""The quick-log line, rule by rule. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.clock import Clock, SystemZone
from planner.domain.book import Book
from planner.domain.errors import Ambiguous, Misread
from planner.domain.grammar.lexicon import kind_of, word_for
from planner.domain.grammar.quickline import Reading, complete, read, read_timer, spell
from planner.domain.grammar.tokens import from_shell
from planner.domain.group import Group
from planner.domain.kinds import FORMS, Kind, Split
from planner.domain.objective import Objective
from planner.domain.person import Person
from planner.domain.texts import slug

C, M, W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING
GROUPS = ("Lyon UX", "PMI France", "Alumni Lyon", "Lyon Tech", "Monday Club")
BOOK = Book(
    {"visibility": Objective("visibility", "Be visible"), "ties": Objective("ties", "Weave ties")},
    {slug(name): Group(slug(name), slug(name), name, usual=Split(20, 45, 15)) for name in GROUPS},
    {"marie-dupont": Person("marie-dupont", "Marie Dupont"), "paul-roux": Person("paul-roux", "Paul Roux")},
)


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


def wall(reading: Reading) -> str:
    assert reading.start, reading.problem
    return reading.start.strftime("%Y-%m-%d %H:%M")


def understood(line: str, now: datetime) -> Reading:
    reading = read(line, BOOK, now)
    assert reading.problem is None
    assert reading.kind and reading.group and reading.minutes and reading.start
    return reading


def group_and_note(line: str, now: datetime) -> tuple[str, str]:
    reading = understood(line, now)
    assert reading.group
    return reading.group.slug, reading.note


def refusal(line: str, now: datetime) -> str:
    problem = read(line, BOOK, now).problem
    assert isinstance(problem, Misread)
    return str(problem)


def test_a_line_says_kind_minutes_group_note_people_aims_when(now: datetime) -> None:
    line = "answer 25 lyon-ux how to begin @marie @Zoé #visibility yesterday 14:30"
    assert understood(line, now)._replace(start=None) == Reading(
        kind=C,
        minutes=25,
        group=BOOK.groups["lyon-ux"],
        form="answer",
        people=(BOOK.people["marie-dupont"],),
        new_people=("Zoé",),
        objectives=(BOOK.objectives["visibility"],),
        note="how to begin",
        when_said=True,
        time_said=True,
    )
    assert wall(understood(line, now)) == "2026-11-25 14:30"


@pytest.mark.parametrize(
    "line",
    [
        "m 45 pmi lunch with @paul yesterday 12:30",
        "m yesterday 12:30 45 pmi lunch with @paul",
        "m pmi 45 yesterday lunch 12:30 with @paul",
        "m @paul 45 yesterday pmi 12:30 lunch",
        "M 45min PMI hier 12h30 @paul lunch",
    ],
)
def test_after_the_kind_any_order_says_the_same(line: str, now: datetime) -> None:
    assert understood(line, now) == understood("m 45 pmi lunch with @paul yesterday 12:30", now)


class TestKind:
    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("c C contribution contributed contribué CONTRIBUÉ", C),
            ("m meeting met rencontre rencontré réunion", M),
            ("w watching read veille lu", W),
        ],
    )
    def test_is_a_letter_or_a_word(self, words: str, kind: Kind) -> None:
        assert [kind_of(word) for word in words.split()] == [(kind, None)] * len(words.split())

    @pytest.mark.parametrize(
        ("english", "french", "form"),
        [
            ("post", "publication", "post"),
            ("comment", "commentaire", "comment"),
            ("answer", "réponse", "answer"),
            ("share", "partage", "share"),
            ("introduction", "mise en relation", "introduction"),
            ("message", "message", "message"),
            ("talk", "présentation", "talk"),
            ("conference", "conférence", "event"),
            ("worked", "travaillé", "together"),
            ("coffee", "café", "in person"),
            ("call", "appel", "phone"),
            ("video", "visio", "video"),
            ("event", "événement", "event"),
            ("feed", "flux", "feed"),
            ("job-board", "annonces", "adverts"),
        ],
    )
    def test_a_form_sets_it(self, english: str, french: str, form: str, now: datetime) -> None:
        reading = understood(f"{english} 25 lyon-ux", now)
        assert reading == understood(f"{french} 25 lyon-ux", now)
        assert reading.form == form and reading.kind and form in FORMS[reading.kind]

    @pytest.mark.parametrize(
        ("line", "form"),
        [
            ("w 25 lyon-ux job adverts", "adverts"),
            ("v 25 lyon-ux offres d'emploi", "adverts"),
            ("w 25 lyon-ux the feed", None),
            ("c 25 lyon-ux worked together on the deck", "together"),
            ("c 25 lyon-ux travaillé ensemble", "together"),
            ("c 25 lyon-ux worked on the deck", None),
            ("c 25 lyon-ux job adverts", None),
        ],
    )
    def test_forms_said_anywhere(self, line: str, form: str | None, now: datetime) -> None:
        assert understood(line, now).form == form
        assert understood(line, now).note == line.partition("lyon-ux ")[2]

    def test_every_form_has_a_word(self) -> None:
        for kind, forms in FORMS.items():
            for form in (None, *forms):
                assert kind_of(word_for(kind, form)) == (kind, form)

    @pytest.mark.parametrize("line", ["25 lyon-ux c", "lyon-ux 25 c", "25 c lyon-ux"])
    def test_may_stand_later_if_the_only_one(self, line: str, now: datetime) -> None:
        assert understood(line, now) == understood("c 25 lyon-ux", now)

    @pytest.mark.parametrize("line", ["25 lyon-ux", "lyon-ux 25 a call, a post", "“c” 25 lyon-ux", "@c 25 lyon-ux"])
    def test_is_bare_and_said_once(self, line: str, now: datetime) -> None:
        assert "c, m or w" in refusal(line, now)

    def test_given_beside_the_line_may_be_left_out(self, now: datetime) -> None:
        assert read("25 lyon-ux read it", BOOK, now, kind=C) == understood("c 25 lyon-ux read it", now)
        assert read("answer 25 lyon-ux", BOOK, now, kind=C) == understood("answer 25 lyon-ux", now)

    def test_given_beside_the_line_yields_only_to_a_letter(self, now: datetime) -> None:
        lyon = BOOK.groups["lyon-ux"]
        assert read("m 25", BOOK, now, kind=C, group=lyon).kind is M
        reading = read("read a thread", BOOK, now, kind=C, group=lyon)
        assert (reading.kind, reading.note) == (C, "read a thread")


class TestMinutes:
    @pytest.mark.parametrize("text", ["90", "90m", "1h30", "1:30", "1.5h", "1,5h", "90min", "90 min"])
    def test_are_the_first_length_of_time(self, text: str, now: datetime) -> None:
        reading = understood(f"c {text} lyon-ux 3 questions", now)
        assert (reading.minutes, reading.note, reading.usual) == (90, "3 questions", False)

    @pytest.mark.parametrize(("letter", "usual"), [("c", 20), ("m", 45), ("w", 15)])
    def test_left_out_are_the_groups_usual_ones(self, letter: str, usual: int, now: datetime) -> None:
        reading = understood(f"{letter} lyon-ux", now)
        assert (reading.minutes, reading.usual) == (usual, True)

    @pytest.mark.parametrize("text", ["0", "0m", "-25", "1441", "24h01m", "99999999999999"])
    def test_none_or_over_a_day_are_refused(self, text: str, now: datetime) -> None:
        assert "between 1 minute and 24 h" in refusal(f"c {text} lyon-ux", now)

    @pytest.mark.parametrize(
        ("line", "minutes", "start"),
        [
            ("c 1:30 lyon-ux", 90, "2026-11-26 17:10"),
            ("c 4h30 lyon-ux", 270, "2026-11-26 14:10"),
            ("c 5:00 lyon-ux", 20, "2026-11-26 05:00"),
            ("c 9h lyon-ux", 20, "2026-11-26 09:00"),
            ("c 01:30 lyon-ux", 20, "2026-11-26 01:30"),
            ("c 14:30 lyon-ux", 20, "2026-11-26 14:30"),
            ("c 14h30 1h30 lyon-ux", 90, "2026-11-26 14:30"),
            ("c 1h30 14h30 lyon-ux", 90, "2026-11-26 14:30"),
            ("c 25 lyon-ux 1:30", 25, "2026-11-26 01:30"),
            ("c 24h lyon-ux", 1440, "2026-11-25 18:40"),
        ],
    )
    def test_go_up_to_4_hours(self, line: str, minutes: int, start: str, now: datetime) -> None:
        reading = understood(line, now)
        assert (reading.minutes, wall(reading)) == (minutes, start)


class TestGroup:
    @pytest.mark.parametrize(
        ("line", "group", "note"),
        [
            ("c 25 lyon-ux PMI France and alumni", "lyon-ux", "PMI France and alumni"),
            ("c 25 lyon ux a talk", "lyon-ux", "a talk"),
            ("c 25 Lyon Tech", "lyon-tech", ""),
            ("c 25 lyon t", "lyon-tech", ""),
            ("c 25 pmi in a hurry", "pmi-france", "in a hurry"),
            ("c 25 alumni a question", "alumni-lyon", "a question"),
            ("c 25 answered a question in lyon-ux", "lyon-ux", "answered a question"),
            ("c 25 a question pmi", "pmi-france", "a question"),
            ("c 25 p", "pmi-france", ""),
            ("c 25 lynux answered", "lyon-ux", "answered"),
            ("c 25 pmf answered", "pmi-france", "answered"),
            ("c 25 monday club talk", "monday-club", "talk"),
            ("c 25 monday-club monday 9h", "monday-club", ""),
        ],
    )
    def test_first_wins(self, line: str, group: str, note: str, now: datetime) -> None:
        assert group_and_note(line, now) == (group, note)

    def test_ambiguous_is_refused_with_the_candidates(self, now: datetime) -> None:
        problem = read("c 25 lyon a talk", BOOK, now).problem
        assert isinstance(problem, Ambiguous) and problem.candidates == ("lyon-tech", "lyon-ux")

    def test_unnamed_is_asked_for_even_if_there_is_one(self, now: datetime) -> None:
        assert "lyon-ux, pmi-france" in refusal("c 25", now)
        only = BOOK._replace(groups={"lyon-ux": BOOK.groups["lyon-ux"]})
        assert "Which group?" in str(read("c 25", only, now).problem)
        assert "planner group add" in str(read("c 25", BOOK._replace(groups={}), now).problem)

    def test_unknown_is_refused_with_word_and_nearest(self, now: datetime) -> None:
        said = refusal("c 25 toulouse answered a question", now)
        assert "“toulouse”" in said and "planner group add" in said

    def test_in_quotes_is_note(self, now: datetime) -> None:
        assert "Which group?" in refusal('c 25 "lyon-ux"', now)

    def test_given_beside_the_line_its_words_are_the_note(self, now: datetime) -> None:
        lyon = BOOK.groups["lyon-ux"]
        reading = read("25 pm answered the alumni", BOOK, now, kind=C, group=lyon)
        assert (reading.group, reading.note) == (lyon, "pm answered the alumni")
        named = read("25 pmi-france answered", BOOK, now, kind=C, group=lyon)
        assert (named.group, named.note) == (BOOK.groups["pmi-france"], "answered")


class TestPeopleAndObjectives:
    def test_are_quoted_where_spaced(self, now: datetime) -> None:
        reading = understood("m 45 pmi @“Jean Luc” @paul @Marie-Dupont, @marie #vis #ties", now)
        assert [person.name for person in reading.people] == ["Paul Roux", "Marie Dupont"]
        assert reading.new_people == ("Jean Luc",)
        assert [objective.id for objective in reading.objectives] == ["visibility", "ties"]
        assert reading.note == ""

    def test_a_lone_address_or_mark_is_note(self, now: datetime) -> None:
        assert group_and_note("m 45 pmi wrote to a@b.fr @ # c#", now) == ("pmi-france", "wrote to a@b.fr @ # c#")

    def test_a_name_twice_is_one_person(self, now: datetime) -> None:
        assert understood("m 45 pmi @Zoé @zoe", now).new_people == ("Zoé",)

    def test_unknown_ones_are_refused(self, now: datetime) -> None:
        assert "“#sales”" in refusal("m 45 pmi #sales now", now)


class TestWhen:
    @pytest.mark.parametrize(
        ("when", "start"),
        [
            ("", "2026-11-26 18:15"),
            ("today", "2026-11-26 18:15"),
            ("14:30", "2026-11-26 14:30"),
            ("14h30", "2026-11-26 14:30"),
            ("14h", "2026-11-26 14:00"),
            ("yesterday", "2026-11-25 18:15"),
            ("hier", "2026-11-25 18:15"),
            ("avant-hier 9:15", "2026-11-24 09:15"),
            ("yesterday 14:30", "2026-11-25 14:30"),
            ("14:30 hier", "2026-11-25 14:30"),
            ("aujourd'hui 14:30", "2026-11-26 14:30"),
            ("monday", "2026-11-23 18:15"),
            ("lundi 14:30", "2026-11-23 14:30"),
            ("vendredi", "2026-11-20 18:15"),
            ("thursday", "2026-11-26 18:15"),
            ("thursday 17:00", "2026-11-26 17:00"),
            ("thursday 19:00", "2026-11-19 19:00"),
            ("tue 14:30", "2026-11-24 14:30"),
            ("mer 14h", "2026-11-25 14:00"),
            ("-2d", "2026-11-24 18:15"),
            ("-2d 9:00", "2026-11-24 09:00"),
            ("2026-11-20", "2026-11-20 18:15"),
            ("2026-11-20 14:30", "2026-11-20 14:30"),
            ("2026-11-20T14:30", "2026-11-20 14:30"),
            ("2026-11-20T14:30+00:00", "2026-11-20 15:30"),
            ("18:15", "2026-11-26 18:15"),
        ],
    )
    def test_says_when_it_began(self, when: str, start: str, now: datetime) -> None:
        reading = understood(f"c 25 lyon-ux {when}", now)
        assert (wall(reading), reading.note, reading.when_said) == (start, "", bool(when))

    @pytest.mark.parametrize(
        "when", ["tomorrow", "demain", "18:41", "23:00", "2026-11-27", "2027-01-01 10:00", "2026-11-26T18:41+01:00"]
    )
    def test_in_the_future_is_refused(self, when: str, now: datetime) -> None:
        said = refusal(f"c 25 lyon-ux {when}", now)
        assert f"“{when}”" in said and "still to come" in said

    def test_so_late_that_the_end_is_ahead_is_refused(self, now: datetime) -> None:
        assert "would end at 18:55" in refusal("c 25 lyon-ux 18:30", now)

    @pytest.mark.parametrize(
        "when",
        ["2026-02-30", "2026-13-01", "2026-11-20T25:00", "25:10", "14h75", "24:00", "14:60", "0000-01-01", "-999999d"],
    )
    def test_that_never_was_is_refused(self, when: str, now: datetime) -> None:
        assert f"“{when}”" in refusal(f"c 25 lyon-ux {when}", now)
        assert f"“{when}”" in refusal(f"c 25 lyon-ux yesterday 14:30 {when} done", now)

    def test_in_an_hour_that_is_skipped_is_refused(self, now: datetime) -> None:
        assert "clock change" in refusal("c 25 lyon-ux 2026-03-29 02:30", now)

    def test_in_an_hour_that_comes_twice_is_the_first(self, now: datetime) -> None:
        first = understood("c 25 lyon-ux 2026-10-25 02:30", now).start
        second = understood("c 25 lyon-ux 2026-10-25T02:30+01:00", now).start
        assert first and first.astimezone(UTC).hour == 0
        assert second and second.astimezone(UTC).hour == 1

    def test_across_a_clock_change_each_minute_passes(self, paris: None) -> None:
        early = datetime(2026, 10, 25, 3, 10, tzinfo=SystemZone())
        start = understood("c 90 lyon-ux", early).start
        assert start and start.astimezone(UTC) == datetime(2026, 10, 25, 0, 40, tzinfo=UTC)
        spring = datetime(2026, 3, 29, 3, 10, tzinfo=SystemZone())
        assert wall(understood("c 25 lyon-ux", spring)) == "2026-03-29 01:45"

    def test_just_after_midnight_yesterday_stays_yesterday(self, paris: None) -> None:
        midnight = datetime(2026, 11, 27, 0, 10, tzinfo=SystemZone())
        assert wall(understood("c 25 lyon-ux yesterday", midnight)) == "2026-11-26 00:00"
        assert wall(understood("c 25 lyon-ux", midnight)) == "2026-11-26 23:45"

    @pytest.mark.parametrize(
        "note", ["mon ami", "sat with them", "15 minutes more", "2026", "12-30", "v1.5", "may help", "3 articles"]
    )
    def test_is_what_is_listed_and_no_more(self, note: str, now: datetime) -> None:
        assert group_and_note(f"c 25 lyon-ux {note}", now) == ("lyon-ux", note)

    def test_once_said_leaves_later_ones_to_the_note(self, now: datetime) -> None:
        assert group_and_note("c 25 lyon-ux monday 14:30 spoke of friday 15:30", now) == (
            "lyon-ux",
            "spoke of friday 15:30",
        )


class TestQuotes:
    @pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»")])
    def test_make_any_word_note(self, opening: str, closing: str, now: datetime) -> None:
        line = f"c {opening}90{closing} lyon-ux {opening}yesterday 14:30 @marie #vis tomorrow{closing} well"
        reading = understood(line, now)
        assert (reading.minutes, reading.note) == (20, "90 yesterday 14:30 @marie #vis tomorrow well")
        assert (wall(reading), reading.people) == ("2026-11-26 18:20", ())

    def test_open_only_where_a_word_begins(self, now: datetime) -> None:
        assert group_and_note('c 25 lyon-ux a 5" disk', now) == ("lyon-ux", 'a 5" disk')

    def test_left_open_are_a_clear_problem(self, now: datetime) -> None:
        assert "“half a" in refusal('c 25 lyon-ux "half a', now) and "closed" in refusal('c 25 lyon-ux "half a', now)

    def test_may_hold_quotes_after_a_backslash(self, now: datetime) -> None:
        assert group_and_note(r'c 25 lyon-ux "said \"hi\" \\ C:\x"', now) == ("lyon-ux", r'said "hi" \ C:\x')


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m [bold]", "a\tb\nc", "\u202eabc"])
def test_a_note_is_kept_harmless(text: str, now: datetime) -> None:
    note = understood(f"c 25 lyon-ux {text}", now).note
    assert note.isprintable() and "\x1b" not in note


class TestTimer:
    def test_needs_no_minutes_and_begins_now(self, now: datetime) -> None:
        reading = read_timer("w pmi the newsletter", BOOK, now)
        assert (reading.kind, reading.minutes, reading.note, reading.problem) == (W, None, "the newsletter", None)
        assert reading.start == now

    def test_may_say_since_when_it_has_been_running(self, now: datetime) -> None:
        assert wall(read_timer("w pmi 18:30", BOOK, now)) == "2026-11-26 18:30"
        assert wall(read_timer("w 01:30 pmi", BOOK, now)) == "2026-11-26 01:30"
        assert "still to come" in str(read_timer("w pmi 18:41", BOOK, now).problem)

    def test_given_minutes_says_what_it_is(self, now: datetime) -> None:
        assert "“25”" in str(read_timer("w 25 pmi", BOOK, now).problem)
        assert read_timer("w pmi 3 articles", BOOK, now).note == "3 articles"


class TestLiveReading:
    def test_says_when_how_long_what_where_whom(self, paris: None) -> None:
        now = datetime(2026, 3, 17, 18, 25, tzinfo=SystemZone())
        book = BOOK._replace(people={"marie": Person("marie", "Marie")})
        assert spell(read("c 25 lyon-ux @marie", book, now), now) == (
            "Tue 17 Mar, about 18:00 to 18:25, 25 min, contribution, Lyon UX, Marie"
        )

    @pytest.mark.parametrize(
        ("line", "spelled"),
        [
            ("", "c, m or w?"),
            ("an", "c, m or w?"),
            ("c", "contribution, which group?"),
            ("c 25", "Thu 26 Nov, about 18:15 to 18:40, 25 min, contribution, which group?"),
            ("c 25 z", "Thu 26 Nov, about 18:15 to 18:40, 25 min, contribution, “z”, which group?"),
            ("c pmi", "Thu 26 Nov, about 18:20 to 18:40, 20 min as usual, contribution, PMI France"),
            (
                "answer 25 pmi hello @zoe #vis",
                "Thu 26 Nov, about 18:15 to 18:40, 25 min, contribution (answer), PMI France, zoe (new), #visibility, "
                "“hello”",
            ),
            ("c 25 pmi 90 sec", "25 min, contribution, PMI France, “90 sec”?"),
            (
                'c 25 pmi "an',
                "Thu 26 Nov, about 18:15 to 18:40, 25 min, contribution, PMI France, “an”, closing quote?",
            ),
            ("c 25 pmi 2025-11-20 10:00", "Thu 20 Nov 2025 10:00 to 10:25, 25 min, contribution, PMI France"),
        ],
    )
    def test_says_what_it_read(self, line: str, spelled: str, now: datetime) -> None:
        assert spell(read(line, BOOK, now), now) == spelled

    def test_a_problem_is_said_once_its_word_ends(self, now: datetime) -> None:
        assert "hours go from 0 to 23" in spell(read("c 25 pmi 25:10", BOOK, now), now)

    def test_of_a_timer_says_since_when(self, now: datetime) -> None:
        assert spell(read_timer("w pmi 18:30", BOOK, now), now) == "since Thu 26 Nov 18:30, watching, PMI France"


class TestCompletion:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("contr", ("contribution",)),
            ("c 25 ly", ("c 25 lyon-ux", "c 25 alumni-lyon", "c 25 lyon-tech")),
            ("c 25 fra", ("c 25 pmi-france",)),
            ("c 25 lyon-ux pm", ()),
            ("c 25 lyon-ux @mar", ("c 25 lyon-ux @marie-dupont",)),
            ("c 25 lyon-ux @roux", ("c 25 lyon-ux @paul-roux",)),
            ("c 25 lyon-ux #vis", ("c 25 lyon-ux #visibility",)),
            ("c 25 lyon-ux", ()),
            ("", ()),
        ],
    )
    def test_it_offers_whole_lines(self, text: str, lines: tuple[str, ...], now: datetime) -> None:
        assert complete(text, BOOK, now) == lines

    def test_offers_every_group_where_one_is_awaited(self, now: datetime) -> None:
        assert complete("c 25 ", BOOK, now) == tuple(f"c 25 {id_}" for id_ in BOOK.groups)
        assert complete("pm", BOOK, now, kind=C) == ("pmi-france",)

    def test_another_group_than_the_given_is_offered(self, now: datetime) -> None:
        lyon = BOOK.groups["lyon-ux"]
        assert complete("pm", BOOK, now, kind=C, group=lyon) == ("pmi-france",)
        assert complete("25 pm", BOOK, now, kind=C, group=lyon) == ("25 pmi-france",)
        assert complete("25 answered somebody of pm", BOOK, now, kind=C, group=lyon) == ()
        assert complete("25 ", BOOK, now, kind=C, group=lyon) == ()

    def test_offers_forms_where_they_may_stand(self, now: datetime) -> None:
        assert complete("m 45 lyon-ux vid", BOOK, now) == ("m 45 lyon-ux video",)
        assert complete("45 works", BOOK, now, kind=M, group=BOOK.groups["lyon-ux"]) == ("45 workshop",)
        assert complete("ans", BOOK, now, kind=C, group=BOOK.groups["lyon-ux"]) == ("answer",)
        assert complete("m 45 lyon-ux video cof", BOOK, now) == ()
        assert complete("c 45 lyon-ux vid", BOOK, now) == ()

    def test_an_objective_is_offered_by_its_word(self, now: datetime) -> None:
        assert complete("c 25 lyon-ux visi", BOOK, now) == ("c 25 lyon-ux #visibility",)


def test_words_from_a_shell_get_back_the_quotes_it_took_off() -> None:
    assert from_shell(["m", "45", "pmi", "@Marie Dupont", "long talk"]) == 'm 45 pmi @"Marie Dupont" long talk'
    assert from_shell(['m 45 pmi @"Marie Dupont" "monday"']) == 'm 45 pmi @"Marie Dupont" "monday"'
    assert from_shell(['@"Marie Dupont"', "x"]) == '@"Marie Dupont" x'


def test_the_end_is_told_by_the_clock_of_that_hour(paris: None) -> None:
    now = datetime(2026, 10, 25, 12, tzinfo=SystemZone())
    assert "02:00 to 03:00, 2h" in spell(read("c 2h lyon-ux 02:00", BOOK, now), now)
    kept = read("c 2h lyon-ux 2026-10-25T02:00+02:00", BOOK, now)  # an entry keeps its offset, not its zone
    assert "02:00 to 03:00, 2h" in spell(kept, now)
    elsewhere = read("c 2h lyon-ux 2026-10-25T02:00+09:00", BOOK, now)
    assert "Sat 24 Oct 19:00 to 21:00, 2h" in spell(elsewhere, now)


@pytest.mark.parametrize(("line", "note"), [("c 5 pmi - x", "- x"), ("c 5 pmi @", "@"), ("c 5 pmi & co", "& co")])
def test_a_sign_that_stands_alone_is_no_group(line: str, note: str, now: datetime) -> None:
    assert group_and_note(line, now) == ("pmi-france", note)


@pytest.mark.parametrize("word", ["25h", "30h", "99h"])
def test_more_hours_than_a_day_are_too_long_not_no_time(word: str, now: datetime) -> None:
    assert f"“{word}” is no length of time" in refusal(f"w {word} lyon-ux", now)
    assert f"“{word}” is no length of time" in refusal(f"w 5 lyon-ux {word}", now)


@pytest.mark.parametrize("line", ["c " + "12 " * 3000, "c 25 lyon-ux " + "x" * 6000, "12 " * 3000])
def test_too_long_a_line_is_not_told_to_lack_a_kind(line: str, now: datetime) -> None:
    for reading in (read(line, BOOK, now), read_timer(line, BOOK, now)):
        assert "characters long" in str(reading.problem)
        assert len(str(reading.problem)) < 200
