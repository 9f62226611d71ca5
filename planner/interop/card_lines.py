"""The lines of a card, before vobject reads them: unfolded, and out of vCard 2.1's quoted-printable.

vobject knows quoted-printable only as ``ENCODING=QUOTED-PRINTABLE`` in capitals and in UTF-8; telephones write it bare
and small, and in other character sets. Source: vCard 2.1 (versit, 1996), 2.1.3 and 2.1.6.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from vobject.base import ContentLine

from planner.interop.sources import decoded

#: What a line says before its value: everything up to the first colon that stands in no quotes.
_HEAD = re.compile(r'(?:"[^"]*"|[^":])*:')
_QUOTED = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])", re.IGNORECASE)
_CHARSET = re.compile(r';CHARSET="?([^;:"]*)"?', re.IGNORECASE)

#: An address that no line prefers comes after all that one does (RFC 6350, 5.3).
_LEAST = 101


def card_lines(text: str) -> Iterator[str]:
    """Its lines in one piece; one in quoted-printable goes on where it ends in an equals sign."""
    whole = ""
    for line in text.split("\n"):
        if whole.endswith("=") and _is_quoted(whole):
            whole = whole[:-1] + line
        elif whole and line[:1] in (" ", "\t"):
            whole += line[1:]
        else:
            yield whole
            whole = line
    yield whole


def unquoted(line: str) -> tuple[str, bool]:
    """A line out of quoted-printable, and whether its letters are what it says they are in, or UTF-8."""
    if not _is_quoted(line):
        return line, True
    head = _HEAD.match(line)
    assert head is not None
    named = _CHARSET.search(head[0])
    content = quopri.decodestring(line[head.end() :].encode())
    well = True
    try:
        value = content.decode(named[1] if named else "utf-8")
    except (LookupError, UnicodeDecodeError):
        value, well = decoded(content)[0], False
    plain = _CHARSET.sub("", _QUOTED.sub("", head[0]))
    return plain + re.sub(r"\r\n?|\n", r"\\n", value), well


def _is_quoted(line: str) -> bool:
    head = _HEAD.match(line)
    return head is not None and _QUOTED.search(head[0]) is not None


def preference(line: ContentLine) -> int:
    """How much an address is preferred, 1 the most: PREF bare (2.1), as a type (3.0) or with a figure (4.0)."""
    figures = [int(figure) for figure in line.params.get("PREF", ()) if figure.isdecimal() and len(figure) < 4]
    types = {word.casefold() for some in line.params.get("TYPE", ()) for word in some.split(",")}
    bare = {word.casefold() for some in line.singletonparams for word in (some if isinstance(some, list) else [some])}
    return min(figures, default=1 if "pref" in types | bare else _LEAST)
