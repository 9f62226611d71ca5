"""The content lines of contacts and calendars, as bytes: what must be put right before they can be text.

A writer folds a line after 75 bytes, in the middle of a letter if it comes so, and vCard 2.1 lets every line name a
character set of its own. Sources: RFC 6350 and RFC 5545, 3.1 (folding); vCard 2.1 (versit, 1996), 2.1.6.
"""

from __future__ import annotations

import re

#: The beginning of a letter in UTF-8 at a line's end, and the rest of it behind the fold.
_SPLIT_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")

#: A line that names its character set, with the lines it is folded into.
_NAMES_ITS_SET = re.compile(
    rb"^[\w.-]+;[^:\r\n]*?CHARSET=\"?([\w.:+-]+)\"?[^:\r\n]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)


def in_utf_8(content: bytes) -> bytes:
    """The lines with every letter in one piece and in UTF-8, as far as they say what they are in.

    A fold that splits a letter is moved behind it, so that the lines keep their numbers.
    """
    if content.isascii() or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content
    return _SPLIT_LETTER.sub(_mended, _NAMES_ITS_SET.sub(_recoded, content))


def _mended(split: re.Match[bytes]) -> bytes:
    letter = split[1] + split[3]
    try:
        letter.decode()
    except UnicodeDecodeError:
        return split[0]
    return letter + split[2]


def _recoded(line: re.Match[bytes]) -> bytes:
    if line[0].isascii():
        return line[0]
    try:
        recoded = line[0].decode(line[1].decode()).encode()
    except (LookupError, UnicodeError):
        return line[0]
    name = line[0].partition(b";")[0]
    return recoded if recoded.startswith(name) else line[0]  # in UTF-16, say, it is not what it says it is
