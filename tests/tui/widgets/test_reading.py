"""A live reading as it is drawn, and the candidates that Tab turns through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.grammar.reading_parts import Part
from planner.locale import speak_as
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_reading import candidates_row, reading_room, reading_rows, rows_to_warn, whole_words


def test_a_doubtful_word_is_seen_with_and_without_colour() -> None:
    parts = Part("25 min, “coffee "), Part("14", "doubtful"), Part(" of us”")
    (row,) = reading_rows(parts, 60, 2)
    assert row.text.strip() == "25 min, “coffee 14? of us”"
    assert next(piece.role for piece in row.pieces if piece.text == "14?") == "drifting"


def test_a_fact_is_in_the_warning_colour_and_asked_about_nowhere() -> None:
    (row,) = reading_rows([Part("It overlaps 14:00 to 15:00, PMI", "striking")], 60, 2)
    assert row.text.strip() == "It overlaps 14:00 to 15:00, PMI"
    assert {piece.role for piece in row.pieces if piece.text.strip()} == {"drifting"}


def test_a_fact_has_a_row_of_its_own_where_there_is_one() -> None:
    parts = Part("45 min, Lyon UX, “call”"), Part(". It overlaps 14:00 to 15:00, PMI", "striking")
    assert [row.text.strip() for row in reading_rows(parts, 60, 3)] == [
        "45 min, Lyon UX, “call”.",
        "It overlaps 14:00 to 15:00, PMI",
    ]
    (row,) = reading_rows(parts, 70, 1)
    assert row.text.strip() == "45 min, Lyon UX, “call”. It overlaps 14:00 to 15:00, PMI"


def test_the_question_mark_keeps_the_manners_of_her_language() -> None:
    speak_as("fr")
    (row,) = reading_rows([Part("« 3 »", "doubtful")], 60, 2)
    assert row.text.split() == ["«", "3", "»", "?"]


def test_words_of_several_parts_are_not_broken_apart() -> None:
    rows = reading_rows((Part("contribution, “"), Part("fri", "doubtful"), Part("”, Lyon UX")), 22, 3)
    assert [row.text.strip() for row in rows] == ["contribution,", "“fri?”, Lyon UX"]


def test_what_does_not_fit_gives_way_to_an_ellipsis() -> None:
    rows = reading_rows((Part("a word " * 30),), 30, 2)
    assert len(rows) == 2
    assert "…" in rows[0].text + rows[1].text


def test_a_long_note_gives_way_to_what_is_doubtful() -> None:
    note = Part(f", “it begins {'and goes on ' * 60}until it ends”")
    loud = Part(", Read as note: “tomorrow”", "doubtful"), Part(", “1h60” is no length of time", "wrong")
    for width, most in ((80, 3), (60, 2)):
        rows = reading_rows((Part("today 14:00 to 14:25"), Part(", 25 min"), note, *loud), width, most)
        text = " ".join(row.text.strip() for row in rows)
        assert len(rows) <= most
        assert text.startswith("today 14:00 to 14:25, 25 min, “it")
        assert text.endswith("ends”, Read as note: “tomorrow”?, “1h60” is no length of time")


def test_where_warnings_need_all_rows_what_was_understood_gives_way() -> None:
    parts = Part("today 14:00 to 14:25"), Part(", “a note”"), Part(", " + "no such thing " * 4 + "is there", "wrong")
    (row,) = reading_rows(parts, 72, 1)
    assert row.text.strip().startswith("…")
    assert row.text.strip().endswith("is there")


def test_warnings_ask_for_the_rows_they_need() -> None:
    assert rows_to_warn([Part("plain " * 90)], 60) == 0
    assert rows_to_warn([Part("plain " * 90), Part("wrong " * 15, "wrong")], 60) == 2


@given(
    st.lists(st.tuples(st.text(max_size=40), st.sampled_from(["plain", "doubtful", "striking", "wrong"]))),
    st.integers(10, 90),
)
def test_a_reading_never_passes_its_room(parts: list[tuple[str, str]], width: int) -> None:
    rows = reading_rows([Part(text, role) for text, role in parts], width, 3)  # type: ignore[arg-type]
    assert 1 <= len(rows) <= 3
    assert all(row.cells <= width for row in rows)


def test_a_low_screen_keeps_a_row_for_it() -> None:
    assert [reading_room(height) for height in (14, 16, 20, 24, 40)] == [1, 2, 3, 3, 7]


def test_the_candidate_in_the_line_is_marked_and_in_sight() -> None:
    names = [f"@person-number-{n}" for n in range(9)]
    for marks in (FULL, ASCII):
        for at, name in enumerate(names):
            row = candidates_row(names, at, 60, marks)
            assert f"{marks.pointer}{name}" in row.text
            assert row.cells <= 60


def test_a_hint_ends_with_a_whole_part() -> None:
    hint = "15 min; or minutes, a note, 14:30, yesterday"
    assert whole_words(hint, len(hint)) == hint
    assert whole_words(hint, len(hint) - 1) == "15 min; or minutes, a note, 14:30"
    assert whole_words(hint, 4) == ""
