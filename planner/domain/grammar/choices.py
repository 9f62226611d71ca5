"""One of a few words: each may be typed as English has it, or as it is read where another language is spoken.

The words are those of the rows that are chosen among, and their translations those that are shown: nothing is listed
a second time. What is kept, and what programs read, stays English.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..texts import clean, folded
from ..words import say


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


def _plain(text: str) -> str:
    return folded(text).replace("’", "'").replace(" ", "-")
