"""One of a few words: each may be typed as English has it, or as it is read where another language is spoken.

The words are those of the rows that are chosen among, and their translations those that are shown: nothing is listed
a second time. What is kept, and what programs read, stays English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..texts import clean, folded
from ..words import say

#: What becomes of two that are one thing, or may be: how each word is read.
_OF_TWO: Mapping[str, Callable[[], str]] = {
    "mine": lambda: say("mine", context="of two"),
    "theirs": lambda: say("theirs", context="of two"),
    "same": lambda: say("same", context="of two"),
    "both": lambda: say("both", context="of two"),
}


def typed(word: str, said: str = "") -> str:
    """A word as it is shown to be typed, in the language spoken: ``last-contact``, ``dernier-contact``.

    ``said`` is how it is read, where that is not its translation.
    """
    return (said or say(word)).replace(".", "").replace(" ", "-").casefold()


def chosen(text: str, words: Iterable[tuple[str, str]]) -> str | None:
    """The word that a text means, of pairs of a word and how it is read ("" where that is its translation); None where
    it means none of them. Capitals, accents and hyphens are not looked at."""
    wanted = _plain(clean(text))
    return next((word for word, said in words if wanted in (_plain(word), _plain(typed(word, said)))), None)


def typed_of_two(word: str) -> str:
    """What becomes of two, as it is shown to be typed: ``both``, ``les-deux``."""
    return typed(word, _OF_TWO[word]())


def chosen_of_two(text: str, words: Iterable[str]) -> str | None:
    """Which of these words a text means, of those that say what becomes of two; None where it means none of them."""
    return chosen(text, ((word, _OF_TWO[word]()) for word in words))


def _plain(text: str) -> str:
    return folded(text).replace("’", "'").replace(" ", "-")
