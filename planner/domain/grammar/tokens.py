"""The words of a line: parted by spaces, held together by quotes, marked by ``@`` and ``#``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..texts import folded
from ..value import NamedTuple

#: Opening quotes and what closes each.
_QUOTES = {'"': '"', "“": "”", "«": "»"}

_MARKS = ("@", "#")

#: The key of a word that may be read as nothing but itself: no reader matches it.
NO_KEY = "\0"


class Word(NamedTuple):
    """One word. ``mark`` is ``@``, ``#`` or nothing; ``is_open`` says that its quote was never closed."""

    text: str
    mark: str = ""
    quoted: bool = False
    is_open: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it may be read as something else than a word."""
        return not (self.quoted or self.mark)

    @property
    def key(self) -> str:
        """What readers compare: folded, without the punctuation around it; ``à`` keeps the accent that tells it."""
        if not self.is_plain:
            return NO_KEY
        text = self.text
        if len(text) > 1:
            text = text.lstrip("([~≈").rstrip(",;.:!?)]") or text
        said = text.casefold()
        return said if said == "à" else folded(text)


def split(line: str) -> Iterator[Word]:
    """The words of a line, in order.

    A quote opens only where a word begins, or after its mark, so that ``l"œuvre`` and ``5"`` are plain words. Inside
    quotes a backslash before a quote or another backslash keeps it as it is.
    """
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        at += line.startswith("(@", at)
        mark = line[at] if line[at] in _MARKS else ""
        at += len(mark)
        if line[at : at + 1] in _QUOTES and at < len(line):
            text, at, closed = _quoted(line, at + 1, _QUOTES[line[at]])
            yield Word(text.strip(), mark, quoted=True, is_open=not closed)
            continue
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
            if mark and line[end - 1] in ",;/+&" and line[end : end + 1] in _MARKS:
                break  # "@marie,@paul"
        yield Word(line[at:end], mark) if end > at else Word(mark)
        at = end


def run_of(keys: Sequence[str], at: int, longest: int) -> str:
    """The keys from ``at`` on, so many at the most, as one text that a pattern can be tried on."""
    return " ".join(keys[at : at + longest])


def quoted(text: str) -> str:
    """``text`` in quotes, so that it is read as it stands."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def opens_quote(text: str) -> bool:
    """Whether a word that begins so would be read as quoted."""
    return text[:1] in _QUOTES


def from_shell(words: Sequence[str]) -> str:
    """The line that a shell's words make: ``@"Marie Dupont"`` gets back the quotes that the shell took off."""
    if len(words) == 1:
        return words[0]
    return " ".join(
        word[0] + quoted(word[1:]) if word[:1] in ("@", "#") and " " in word and not opens_quote(word[1:]) else word
        for word in words
    )


def _quoted(line: str, at: int, closing: str) -> tuple[str, int, bool]:
    """The text from ``at`` to the closing quote, where reading goes on, and whether it was closed."""
    kept: list[str] = []
    while at < len(line):
        sign = line[at]
        if sign == closing:
            return "".join(kept), at + 1, True
        if sign == "\\" and line[at + 1 : at + 2] in ("\\", '"', "”", "»") and at + 1 < len(line):
            at += 1
            sign = line[at]
        kept.append(sign)
        at += 1
    return "".join(kept), at, False
