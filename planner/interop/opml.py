"""OPML: a list of feeds as feed readers exchange it.

Source: the OPML 2.0 specification (Winer, 2007): a subscription list has an ``outline`` for each source, with ``type``
"rss", ``text`` and ``xmlUrl``, and outlines around them as folders.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from planner.domain.errors import Refused
from planner.domain.texts import clean, shown
from planner.domain.words import say
from planner.interop.exports import MARK

#: A list larger than this is no list of feeds: ten thousand of them are about 3 MB.
LARGEST = 8 * 1024 * 1024


class Source(NamedTuple):
    """Something that is followed: its name, the address of its feed, and that of its site; "" where unknown.

    ``line`` is where it stands in the file.
    """

    name: str
    feed: str
    site: str = ""
    line: int = 0


def written(sources: Iterable[Source], title: str, now: datetime) -> str:
    """An OPML document of these sources, in their order."""
    from email.utils import format_datetime
    from xml.sax.saxutils import escape, quoteattr

    outlines = [
        f"    <outline type={quoteattr('rss')} text={quoteattr(each.name)} title={quoteattr(each.name)}"
        f" xmlUrl={quoteattr(each.feed)}{f' htmlUrl={quoteattr(each.site)}' if each.site else ''}/>"
        for each in sources
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MARK} -->",
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{escape(title)}</title>",
        f"    <dateCreated>{format_datetime(now.replace(microsecond=0))}</dateCreated>",
        "  </head>",
        "  <body>",
        *outlines,
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def read(content: bytes) -> tuple[Source, ...]:
    """The sources in an OPML document, folders left aside.

    The document is read as a stream and declares nothing: one that brings entities of its own, with which a small file
    can become a huge one or read another, is refused, as is what is no OPML. Raises Refused.
    """
    from xml.parsers import expat

    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.element
    parser.EntityDeclHandler = reader.entity
    reader.parser = parser
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        if reader.is_opml:
            raise Refused(say("It is broken at line {n}: that is no XML.", n=error.lineno)) from None
        raise Refused(say("It is no OPML file: feed readers write one under “export” or “OPML”.")) from None
    return tuple(reader.sources)


class _Reader:
    """Gathers the sources as they come by."""

    def __init__(self) -> None:
        self.parser: object = None
        self.is_opml = False
        self.sources: list[Source] = []

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if not self.is_opml:
            if name.lower() != "opml":
                raise Refused(say("It is no OPML file: feed readers write one under “export” or “OPML”."))
            self.is_opml = True
            return
        found = {key.lower(): clean(value) for key, value in attributes.items()}
        if name.lower() == "outline" and (found.get("xmlurl") or found.get("type", "").lower() in ("rss", "atom")):
            self.sources.append(
                Source(
                    found.get("text") or found.get("title") or found.get("xmlurl", ""),
                    found.get("xmlurl", ""),
                    found.get("htmlurl", ""),
                    getattr(self.parser, "CurrentLineNumber", 0),
                )
            )

    def entity(self, name: str, *_rest: object) -> None:
        raise Refused(
            say("It defines the entity “{name}”, which no list of feeds needs; it is not read.", name=shown(name))
        )
