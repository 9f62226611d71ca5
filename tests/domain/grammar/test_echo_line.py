"""The line of an echo: what came back, from whom, and a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.echo import WAYS, Echo, counted, echo_words
from planner.domain.errors import Ambiguous, Misread
from planner.domain.grammar.echo_line import EchoReading, echo_parts, read_echo, write_echo
from planner.domain.person import Person
from planner.domain.texts import clean
from planner.locale import speak_as

PEOPLE = {id_: Person(id_, name) for id_, name in (("marie", "Marie Dupont"), ("paul", "Paul Roy"), ("paula", "Paula"))}
BOOK = Book({}, {}, PEOPLE)


def echo(text: str = "", *people: str, **counts: int) -> Echo:
    return Echo(counted(counts), people, text)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("2 replies @marie thanks for the links", echo("thanks for the links", "marie", reply=2)),
        ("two replies and a mention from @marie", echo("", "marie", reply=2, mention=1)),
        ("1 contact request, 3 private messages", echo("", request=1, message=3)),
        ("1 reply 2 answers", echo("", reply=3)),
        ("thanks @marie", echo("", "marie", thanks=1)),
        ("@marie @paul @marie", echo("", "marie", "paul")),
        ("0 replies", echo()),
        ("nothing", echo()),
        ("Rien.", echo()),
        ("deux réponses et une demande de contact de @marie", echo("", "marie", reply=2, request=1)),
        ("un merci de @paul", echo("", "paul", thanks=1)),
        ('1 reply "2 mentions"', echo("2 mentions", reply=1)),
        ("1,000 replies, 9 000 mentions", echo("", reply=1000, mention=9000)),
        ("a dozen replies and une dizaine de messages", echo("", reply=12, message=10)),
        ("1 dm, replies: 2", echo("", message=1, reply=2)),
        ("2 replies from @marie and 1 from @paul", echo("", "marie", "paul", reply=3)),
        ("3 demandes de mise en relation", echo("", request=3)),
        ("des remerciements", echo("", thanks=1)),
        ("une piste : Alstom, 1 message @marie", echo("une piste : Alstom", "marie", message=1)),
        ("no reply, 1 mention", echo("", mention=1)),
        ('"nobody knew this tool"', echo("nobody knew this tool")),
    ],
)
def test_the_ways_are_counted_and_people_named(line: str, kept: Echo) -> None:
    assert read_echo(line, BOOK) == EchoReading(kept)


@pytest.mark.parametrize(
    "line",
    ["no reply", "nothing at all", "nobody", "no", "0", "zero", "nothing, no replies", "no one answered", "0 replies",
     "aucune réponse", "pas de réponse", "pas d’invitation", "aucun retour", "personne", "Personne n’a répondu"],
)  # fmt: skip
def test_words_that_only_deny_say_nothing(line: str) -> None:
    assert read_echo(line, BOOK) == EchoReading(Echo())


@pytest.mark.parametrize("line", ["not yet", "no answer yet", "still nothing", "pas encore", "rien pour l'instant"])
def test_not_yet_says_that_it_is_not_known(line: str) -> None:
    assert read_echo(line, BOOK) == EchoReading()


@pytest.mark.parametrize(
    "line",
    ["no reply from @paul", "1 reply, nothing from @paul", "no thanks", "no, one reply", "nobody knew this tool",
     "0 replies, I will see", "pas mal de réactions"],
)  # fmt: skip
def test_what_may_deny_or_not_is_refused(line: str) -> None:
    assert "nothing" in str(read_echo(line, BOOK).problem)


@pytest.mark.parametrize(
    "line",
    ["-2 replies", "2.5 replies", "10000 replies", f"{'9' * 20} replies", "12 000 replies", "2x replies", "2-3 replies",
     "² replies", "2", "-", "?", "9999 replies 1 reply"],
)  # fmt: skip
def test_what_is_no_number_of_a_way_is_refused(line: str) -> None:
    assert isinstance(read_echo(line, BOOK).problem, Misread)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2 repleis", ("2",)),
        ("3 bananas", ("3",)),
        ("wants to meet in two weeks", ("two",)),
        ("[bold]1 reply[/] =1+1", ("[bold]1", "=1+1")),
        ("several replies", ("replies",)),
        ("reply 2 weeks later", ("reply", "2")),
        ("2 replies thanks for the links", ()),
    ],
)
def test_words_that_look_like_more_are_said(line: str, words: tuple[str, ...]) -> None:
    reading = read_echo(line, BOOK)
    assert (reading.read_as_note, reading.problem) == (words, None)
    assert any(part.role == "doubtful" for part in echo_parts(line, BOOK)) == bool(words)


def test_an_empty_line_says_that_it_is_not_known() -> None:
    assert read_echo(" \t", BOOK) == EchoReading()
    assert write_echo(None, BOOK) == ""


def test_somebody_new_is_named_to_be_made_once() -> None:
    assert read_echo('1 reply @zoe @zoe @"Zoé Lang"', BOOK).new_people == ("zoe", "Zoé Lang")


@pytest.mark.parametrize(
    "line",
    [
        "1 reply @me",
        "merci @moi",
        "@Myself",
        "2 replies @I",
        "1 reply from me",
        '@"unclosed',
        "@",
        "@3",
        "@14h",
        f"@{'x' * 400}",
        "x" * 400,
    ],
)
def test_oneself_nobody_and_endless_words_are_wrong(line: str) -> None:
    assert isinstance(read_echo(line, BOOK).problem, Misread)


def test_a_name_of_several_is_refused_with_all_of_them() -> None:
    several = Book({}, {}, {**PEOPLE, "marie-2": Person("marie-2", "Marie Petit")})
    assert isinstance(read_echo("1 reply @mar", several).problem, Ambiguous)


@pytest.mark.parametrize(
    ("kept", "number", "replies"),
    [(echo(), 0, 0), (echo("nice"), 1, 1), (echo("", "marie", "paul"), 2, 2), (echo("", thanks=3), 3, 0),
     (echo("", "marie", reply=2, mention=1), 3, 2)],
)  # fmt: skip
def test_what_is_not_counted_counts_once_from_each(kept: Echo, number: int, replies: int) -> None:
    assert (kept.number, kept.replies, kept.came) == (number, replies, number > 0)


def test_an_echo_is_said_in_words_as_one_types() -> None:
    said = "".join(part.text for part in echo_parts("2 replies @marie @zoe nice", BOOK))
    assert said == "2 replies from Marie Dupont and zoe (new), “nice”"
    assert echo_words(echo(), BOOK.person_name) == "nothing came back"
    assert echo_parts("@me", BOOK)[0].role == "wrong"


WORDS = st.sampled_from(["nothing", "thanks", "2 replies", "and", "@marie", '"x', "à", "merci de", "2 thanks @"])
ECHOES = st.builds(
    Echo,
    st.dictionaries(st.sampled_from(WAYS), st.integers(1, 9999)).map(counted),
    st.lists(st.sampled_from(sorted(PEOPLE)), unique=True).map(tuple),
    (st.text(max_size=40) | WORDS).map(clean),
    st.none(),
)


@given(ECHOES, st.booleans())
def test_writing_an_echo_out_and_reading_it_back_gives_the_same(kept: Echo, french: bool) -> None:
    speak_as("fr" if french else "en")
    try:
        assert read_echo(write_echo(kept, BOOK), BOOK) == EchoReading(kept)
    finally:
        speak_as("en")


@given(st.text(max_size=400))
def test_no_line_raises(line: str) -> None:
    reading = read_echo(line, BOOK)
    assert reading.problem or reading.echo is not None or not clean(line)
