"""Text from outside: made harmless, folded for comparing, made short to type."""

from __future__ import annotations

from collections.abc import Container

#: Escape codes of terminals (ECMA-48: control sequences, and operating system commands up to their end).
_ESCAPE_CODES = r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"

#: Signs nobody sees that turn the direction of text around or hide in it (Unicode bidirectional controls, UAX 9).
_UNSEEN = dict.fromkeys(
    map(ord, "\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)

#: The accents of Latin letters: Combining Diacritical Marks, but for the one among them that is no mark.
_ACCENTS = dict.fromkeys([*range(0x300, 0x34F), *range(0x350, 0x370)])

#: Those of French, taken out one by one at a tenth of what it takes to look every sign up.
_USUAL = ("\u0301", "\u0300", "\u0302", "\u0327", "\u0308")

#: Letters that Unicode does not take apart into a plain letter and its accent.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"})

#: The accented letters of Western Europe, by their numbers in Latin-1 (ISO 8859-1), and what they are without: most
#: texts need no more, and no table of all of Unicode.
_WESTERN = bytes.maketrans(
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ".encode("latin-1"),
    b"aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyy",
)

#: The longest slug, and the most of an offending text that a message shows.
_SLUG_LENGTH = 40
_SHOWN_LENGTH = 60

#: The longest name that is told whole where there is little room.
_BRIEF_LENGTH = 25


def clean(text: str) -> str:
    """``text`` as it may be kept and shown: one line, composed (NFC), trimmed, with single spaces.

    Escape codes, control characters and direction overrides are taken out; everything that can be seen stays,
    ``[markup]`` too. Cleaning twice changes nothing.
    """
    if not (text.isascii() and text.isprintable()):
        import re
        import unicodedata

        text = unicodedata.normalize("NFC", printable(re.sub(_ESCAPE_CODES, "", text)))
    return " ".join(text.split())


def printable(line: str) -> str:
    """A line as it may go to a terminal, whatever is in it: nothing that moves, hides or turns around what is seen.

    This is for what was never typed here: what a file holds that was written by hand, and what is repeated of words
    that were not kept.
    """
    if line.isprintable():  # no control, format or half sign is, nor any space but the one
        return line
    import unicodedata  # only what is odd pays for it

    seen = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in line)
    return seen.translate(_UNSEEN).encode("utf-8", "replace").decode()  # half a surrogate pair is no text


def printable_lines(document: str) -> str:
    """A document of many lines, ended as they are, each as :func:`printable` has it; tabs stay."""
    import re

    parts = re.split(r"([\r\n\t])", document)  # what splits stands at every second place
    return "".join(part if place % 2 else printable(part) for place, part in enumerate(parts))


def is_text(word: str) -> bool:
    """Whether a word of the command line is text; bytes that are no UTF-8 come in as halves of surrogate pairs."""
    return word.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in word)


def shown(text: str) -> str:
    """``text`` as a message shows it: clean, and cut where it is long."""
    text = clean(text[: _SHOWN_LENGTH * 4])
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def brief(name: str) -> str:
    """A name where there is little room: whole as it usually is, and cut after a word where it is far longer."""
    if len(name) <= _BRIEF_LENGTH:
        return name
    return f"{name[:_BRIEF_LENGTH].rpartition(' ')[0] or name[: _BRIEF_LENGTH - 1]}…"


def folded(text: str) -> str:
    """``text`` without case and accents, for comparing."""
    if text.isascii():
        return text.casefold()
    text = _without_western(_without_western(text).casefold())  # what is ASCII by then is quickly told
    if text.isascii() or text.replace("°", "").isascii():  # "n°" has no other way to be written
        return text
    import unicodedata

    apart = unicodedata.normalize("NFKD", text)
    for accent in _USUAL:
        apart = apart.replace(accent, "")
    if not apart.isascii():
        apart = apart.translate(_ACCENTS)
    apart = apart.casefold()
    if apart.isascii():
        return apart
    return "".join(sign for sign in apart.translate(_LETTERS) if not unicodedata.combining(sign))


def _without_western(text: str) -> str:
    """A text of Western Europe without accents; any other as it is."""
    if text.isascii():
        return text
    try:
        return text.replace("’", "'").replace("œ", "oe").encode("latin-1").translate(_WESTERN).decode("latin-1")
    except UnicodeEncodeError:
        return text


def search_words(text: str) -> tuple[str, ...]:
    """The words that a search looks for, folded as what it looks in is."""
    return tuple(folded(text).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded; whatever is neither letter nor figure parts them."""
    return tuple("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def slug(name: str, what: str = "group") -> str:
    """A name as it is typed: ``lyon-ux`` of Lyon UX. Never empty; a name without Latin letters gets a stable one.

    A long one ends with a whole word.

    ``what`` it is the name of stands in such a one.
    """
    ascii_words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in folded(name)).split()
    typed = "-".join(ascii_words)
    if len(typed) > _SLUG_LENGTH:
        typed = typed[: _SLUG_LENGTH + 1].rpartition("-")[0] or typed[:_SLUG_LENGTH]
    if typed:
        return typed
    from zlib import crc32

    return f"{what}-{crc32(clean(name).encode()):08x}"


def fresh_id(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or the first of ``wanted-2``, ``wanted-3``, … that is not taken."""
    fresh, number = wanted, 1
    while fresh in taken:
        number += 1
        fresh = f"{wanted}-{number}"
    return fresh
