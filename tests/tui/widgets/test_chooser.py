"""A list that one looks through, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.value import NamedTuple
from planner.tui.widgets.chooser import Chooser


class View(NamedTuple):
    """Words with some letters in them, in their order or turned round."""

    text: str = ""
    turned: bool = False


def pick(words: Sequence[str], view: View) -> list[str]:
    """The words that a view shows; "?" is no text to look for."""
    if view.text == "?":
        raise ValueError(view.text)
    return sorted((word for word in words if view.text in word), reverse=view.turned)


WORDS = ("ant", "bee", "cat", "cow", "dog")


def chooser_of(*words: str) -> Chooser[Sequence[str], str, View]:
    """A chooser over words, each its own id."""
    chooser: Chooser[Sequence[str], str, View] = Chooser(View(), pick, str)
    chooser.take(words)
    return chooser


def log_of(*rows: str) -> Chooser[Sequence[str], str, None]:
    """A chooser over rows of which those in capitals are headings; a later one stands in for one that is gone."""
    chooser: Chooser[Sequence[str], str, None] = Chooser(
        None, lambda rows, _: rows, lambda row: "" if row.isupper() else row, lambda row, gone: row >= gone
    )
    chooser.take(rows)
    return chooser


def test_nothing_is_chosen_where_nothing_is_shown() -> None:
    chooser = chooser_of()
    chooser.move(1)
    chooser.page(1, 10)
    chooser.end(-1)
    chooser.go(0)
    assert chooser.chosen is None and chooser.at == 0 and not chooser.at_top


def test_the_first_row_is_chosen_until_another_is() -> None:
    chooser = chooser_of(*WORDS)
    assert chooser.chosen == "ant"
    chooser.move(2)
    assert chooser.chosen == "cat"
    chooser.move(-1)
    assert chooser.chosen == "bee"


def test_there_is_no_way_past_the_ends() -> None:
    chooser = chooser_of(*WORDS)
    chooser.move(99)
    assert chooser.chosen == "dog"
    chooser.page(-9, 3)
    assert chooser.chosen == "ant"
    chooser.end(-1)
    assert chooser.chosen == "dog"
    chooser.end(0)
    assert chooser.chosen == "ant" and chooser.at_top


def test_a_page_is_as_many_rows_as_are_in_sight() -> None:
    chooser = chooser_of(*WORDS)
    chooser.page(1, 3)
    assert chooser.chosen == "cow"


def test_the_chosen_row_stays_chosen_wherever_it_stands() -> None:
    chooser = chooser_of(*WORDS)
    chooser.go(3)
    chooser.look(View(turned=True))
    assert (chooser.chosen, chooser.at) == ("cow", 1)
    chooser.look(View("o", turned=True))
    assert (list(chooser.rows), chooser.chosen, chooser.at) == (["dog", "cow"], "cow", 1)
    chooser.take((*WORDS, "crow"))
    assert chooser.chosen == "cow"


def test_where_the_chosen_row_is_gone_the_one_in_its_place_is_chosen() -> None:
    chooser = chooser_of(*WORDS)
    chooser.go(2)
    chooser.take(("ant", "bee", "cow", "dog"))
    assert chooser.chosen == "cow"
    chooser.take(("ant", "bee"))
    assert chooser.chosen == "bee"


def test_a_view_looked_at_from_the_top_has_its_first_row_chosen() -> None:
    chooser = chooser_of(*WORDS)
    chooser.go(3)
    chooser.look(View("o"), from_top=True)
    assert chooser.chosen == "cow"
    chooser.look(View(), from_top=True)
    assert chooser.chosen == "ant"


def test_a_view_that_cannot_be_read_leaves_all_as_it_was() -> None:
    chooser = chooser_of(*WORDS)
    chooser.look(View("c"))
    with pytest.raises(ValueError, match=r"\?"):
        chooser.look(View("?"), from_top=True)
    assert (chooser.view, list(chooser.rows), chooser.chosen) == (View("c"), ["cat", "cow"], "cat")


def test_who_was_chosen_is_there_again_after_an_empty_view() -> None:
    chooser = chooser_of(*WORDS)
    chooser.go(2)
    chooser.look(View("zzz"))
    assert chooser.chosen is None
    chooser.look(View())
    assert chooser.chosen == "cat"


def test_a_row_that_is_not_there_yet_is_chosen_once_it_is() -> None:
    chooser = chooser_of(*WORDS)
    assert chooser.choose("cat") and not chooser.choose("eel")
    assert chooser.chosen == "cat"
    chooser.take((*WORDS, "eel"))
    assert chooser.chosen == "eel"


def test_after_a_while_without_rows_view_and_choice_are_as_they_were() -> None:
    chooser = chooser_of(*WORDS)
    chooser.look(View("o"))
    chooser.go(1)
    chooser.clear()
    assert chooser.chosen is None and not chooser.rows
    chooser.move(1)
    chooser.take(WORDS)
    assert list(chooser.rows) == ["cow", "dog"] and chooser.chosen == "dog"


def test_headings_are_never_chosen() -> None:
    log = log_of("MON", "a", "b", "TUE", "WED", "c")
    assert log.chosen == "a" and log.at_top
    log.move(2)
    assert log.chosen == "c"
    log.go(3)
    assert log.chosen == "c"
    log.page(-1, 2)
    assert log.chosen == "c"  # below the heading, where one comes from
    log.page(-1, 4)
    assert log.chosen == "a"
    log.page(1, 3)
    assert log.chosen == "b"


def test_a_list_of_nothing_but_headings_has_no_chosen_row() -> None:
    assert log_of("MON", "TUE").chosen is None


def test_the_row_in_place_of_a_gone_one_is_chosen_else_the_last() -> None:
    log = log_of("MON", "a", "b", "c")
    log.go(2)
    log.take(("MON", "a", "TUE", "c", "d"))
    assert log.chosen == "c"
    log.choose("z", "z")
    assert (log.chosen, log.last) == ("c", "z")
    log.take(("MON", "a", "b"))
    assert log.chosen == "b"


def test_where_none_is_to_stay_chosen_the_first_one_is() -> None:
    log = log_of("MON", "a", "b", "c")
    log.go(3)
    log.forget()
    log.take(("MON", "x", "a", "b"))
    assert log.chosen == "x"


@given(st.lists(st.text("abC", min_size=1, max_size=2), unique=True), st.lists(st.integers(-9, 9)))
def test_however_one_goes_the_chosen_row_is_one_that_can_be_chosen(rows: list[str], steps: list[int]) -> None:
    log = log_of(*rows)
    for step in steps:
        log.move(step)
        log.page(step, 3)
    can = [row for row in rows if not row.isupper()]
    assert log.chosen in can if can else log.chosen is None
