"""What comes faster than a hand is text."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from planner.tui.bursts import gathered


def sent(text: str) -> list[Message]:
    """What a terminal's bytes are to the screens."""
    return gathered(list(XTermParser().feed(text)))


def keys(messages: list[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def pasted(messages: list[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, events.Paste)]


@pytest.mark.parametrize(
    "text",
    [
        "qu",
        "coffee with Marie",
        "1h30 lyon-ux",
        "Réunion à 14:30",
        "C M W",
        "uuuu",
        "éé",
        "c 2",
        "m 45",
        "w 2",
        " 2",
        "25 min",
        "1h",
    ],
)
def test_letters_at_one_go_are_a_paste(text: str) -> None:
    assert pasted(sent(text)) == [text]
    assert not keys(sent(text))


@pytest.mark.parametrize("text", ["c", "q", "é", "[[[", "25", "c25", "m45", "1c", "2m30", "   "])
def test_what_a_hand_may_send_at_one_go_stays_keys(text: str) -> None:
    assert not pasted(sent(text))
    assert len(keys(sent(text))) == len(text)


def test_the_enter_after_one_line_stays_a_key() -> None:
    assert pasted(sent("25 answered\r")) == ["25 answered"]
    assert keys(sent("25 answered\r")) == ["enter"]
    assert keys(sent("ma\t")) == ["tab"]
    assert keys(sent("c25\r")) == ["c", "2", "5", "enter"]


def test_several_lines_are_one_paste_and_confirm_nothing() -> None:
    assert pasted(sent("c 25 lyon-ux\rand more\tof it\rq\r")) == ["c 25 lyon-ux\nand more\tof it\nq"]
    assert not keys(sent("c 25 lyon-ux\rand more\rq\r"))


def test_other_keys_and_pastes_that_the_terminal_tells_of_stay_as_they_are() -> None:
    assert keys(sent("e\x1b[B\x1b[B")) == ["e", "down", "down"]
    assert pasted(sent("\x1b[200~q\nd\x1b[201~")) == ["q\nd"]
