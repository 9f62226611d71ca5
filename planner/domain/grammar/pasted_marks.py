"""What only marks a line as one of a list, and is no part of what it names: bullets, labels, quotes, emphasis, tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED_LINE = re.compile(r"(?:>\s*)+")
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"), ("‘", "’"))

#: Roman figures of two letters or more; one letter is told from an initial by the labels around it.
_ROMAN = r"(?=[ivx]{2,6}\b)x{0,3}(?:ix|iv|v?i{0,3})"
_BULLET = re.compile(
    r"(?:[-*+–—→‐‑−►▶➤➢›»]|\[[ x✓✔]?\])\s+"
    r"|[-–—](?=[^\W\d_])"
    r"|[•▪◦‣⁃●○■□·☐☑☒✓✔✗✘]\s*"
    r"|\(?\d{1,4}[.)/]\s+|\d{1,4}\)"
    r"|(?!\d+\.0\s)\d{1,2}(?:\.\d{1,2})+[.)]?\s+"
    rf"|\(?(?:[a-z]|{_ROMAN})\)\s+|{_ROMAN}\.\s+"
    r"|[├└╰]─*\s*",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*_~=`])(\*\*\*|\*\*|\*|__|_|~~|==|`)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_~=`])")

_LETTER = re.compile(r"([A-Za-z])\.\s+(?=\S)")
_LABEL = re.compile(rf"(?:([a-z])|({_ROMAN}))\.\s", re.IGNORECASE)
_ROMANS = {word: n for n, word in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"), 1)}

_LINK_TAG = re.compile(r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>(.*?)</a\s*>", re.IGNORECASE)
_CELL_TAG = re.compile(r"</t[dh]\s*>\s*(?=<t[dh]\b)", re.IGNORECASE)
_HEADING_TAG = re.compile(r"<h[1-6](?:\s[^<>]*)?>(.*?)</h[1-6]\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|p|em|strong|small|mark|code|span|font|center|div|section|br|hr|li|ul|ol|dl|dt|dd|h[1-6]"
    r"|table|thead|tbody|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});", re.IGNORECASE)


def unmarked(text: str) -> str:
    """A line without what only marks it as one of a list, and without emphasis."""
    rest, before = text.strip(), ""
    if quoted := _QUOTED_LINE.match(rest):
        rest = rest[quoted.end() :]
    while rest != before:
        before, rest = rest, _EMPHASIS.sub(r"\2", rest)
        if bullet := _BULLET.match(rest):
            rest = rest[bullet.end() :]
    return unquoted(rest.strip())


def is_bulleted(text: str) -> bool:
    """Whether a line says itself that it is one of a list."""
    return _BULLET.match(text) is not None


def unquoted(text: str) -> str:
    """A text without the quotes that stand around all of it."""
    for opening, closing in _QUOTES:
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            inner = text[1:-1]
            if opening not in inner and closing not in inner:
                return inner.strip()
    return text


def without_letters(lines: Sequence[str]) -> list[str]:
    """Lines without the letters they are counted by: ``A. Club`` is one only beside ``B. …``, else an initial."""
    counted = [_counts(line) for line in lines]
    texts = []
    for number, line in enumerate(lines):
        beside = {*counted[max(0, number - 1) : number], *counted[number + 1 : number + 2]}
        steps = {(by, at + step) for places in beside for by, at in places for step in (-1, 1)}
        letter = _LETTER.match(line)
        texts.append(line[letter.end() :] if letter and steps & counted[number] else line)
    return texts


def _counts(line: str) -> frozenset[tuple[str, int]]:
    """The places that a line's label may have, by letters and by Roman figures."""
    label = _LABEL.match(line)
    if not label:
        return frozenset()
    word = (label[1] or label[2]).lower()
    places = {("roman", _ROMANS[word])} if word in _ROMANS else set()
    return frozenset(places | ({("letter", ord(word))} if label[1] else set()))


def untagged(line: str) -> str:
    """A line without the tags of HTML: a link as Markdown writes it, and a heading; bars between a table's cells."""
    if "<" in line:
        line = _LINK_TAG.sub(lambda link: f"[{_TAG.sub('', link[2]).strip()}]({link[1]})", line)
        line = _HEADING_TAG.sub(r"# \1", _CELL_TAG.sub(" | ", line))
        line = " ".join(_TAG.sub(" " if "</li" in line else "", line).split())
    if _ENTITY.search(line):
        from html import unescape

        line = _ENTITY.sub(lambda sign: unescape(sign[0]), line)
    return line
