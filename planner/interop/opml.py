"""OPML: a list of feeds as feed readers exchange it, read so that it can do no harm.

Source: the OPML 2.0 specification (Winer, 2007): outlines stand around those of feeds as folders. What many writers
get wrong is put up with: a blank first line, an ampersand that is not escaped, names of letters that only HTML knows, a
byte that is in another encoding.
"""

from __future__ import annotations

import re
from html.entities import html5

from planner.domain.errors import Refused
from planner.domain.feeds import Feed
from planner.domain.texts import clean, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.sources import decoded

#: A list larger than this is no list of feeds: ten thousand of them are about 3 MB.
LARGEST = 8 * 1024 * 1024

_UTF_8_MARK = b"\xef\xbb\xbf"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']""")
_OF_HOSTS = ("idna", "punycode")  # names of hosts: of a long text they would make hours
_AMPERSAND = re.compile(r"&(?:#(?:\d+|x[0-9a-fA-F]+);|(\w+);)?")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedList(NamedTuple):
    """The feeds of a list; and the line from which on it could not be read, or 0."""

    feeds: tuple[Feed, ...]
    broken_at: int = 0


def read(content: bytes) -> FeedList:
    """The feeds in an OPML document, folders left aside.

    The document is read as a stream and declares nothing: one that brings entities of its own, with which a small file
    can become a huge one or read another, is refused, as is what is no OPML. Raises Refused.
    """
    content = content.removeprefix(_UTF_8_MARK)
    feeds = _parsed(content.lstrip(b"\r\n\t "), content)
    if feeds.broken_at:
        mended = _mended(content)
        feeds = _parsed(mended.lstrip(), mended)
    return feeds


def _parsed(document: bytes | str, whole: bytes | str) -> FeedList:
    from xml.parsers import expat

    reader = _Reader(len(whole[: len(whole) - len(document)].splitlines()))
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.element
    parser.EntityDeclHandler = reader.entity
    reader.parser = parser
    try:
        parser.Parse(document, True)
    except expat.ExpatError as error:
        return FeedList(tuple(reader.feeds), error.lineno + reader.above)
    except (LookupError, ValueError):  # it says to be written in what expat does not know
        return FeedList((), reader.above + 1)
    if not reader.is_opml:
        raise _no_opml()
    return FeedList(tuple(reader.feeds))


def _mended(content: bytes) -> str:
    """A document as text that XML allows, without its declaration."""
    named = _ENCODING.match(content)
    name = named[1].decode().casefold() if named else ""
    try:
        text = content.decode(name) if name and name not in _OF_HOSTS else decoded(content)[0]
    except (LookupError, ValueError):
        text = decoded(content)[0]
    return _AMPERSAND.sub(_escaped, _NO_XML.sub("", _DECLARATION.sub(_blank, text)))


def _blank(declaration: re.Match[str]) -> str:
    return "\n" * declaration[0].count("\n")


def _escaped(sign: re.Match[str]) -> str:
    """An ampersand, or a letter by its name, as XML has it."""
    if sign[1] is None:
        return sign[0] if sign[0] != "&" else "&amp;"
    if sign[1] in ("amp", "lt", "gt", "quot", "apos"):
        return sign[0]
    return html5.get(f"{sign[1]};", f"&amp;{sign[0][1:]}")


def _no_opml() -> Refused:
    return Refused(say("It is no OPML file: feed readers write one under “export” or “OPML”."))


class _Reader:
    """Gathers the feeds as they come by; ``above`` are the lines before the document."""

    def __init__(self, above: int) -> None:
        self.above = above
        self.parser: object = None
        self.is_opml = False
        self.feeds: list[Feed] = []

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if not self.is_opml:
            if name.lower() != "opml":
                raise _no_opml()
            self.is_opml = True
            return
        named = {key.lower(): clean(value) for key, value in attributes.items()}
        is_feed = named.get("type", "").lower() in ("rss", "atom")
        feed = named.get("xmlurl") or (named.get("url", "") if is_feed else "")
        page = named.get("htmlurl") or ("" if is_feed else named.get("url", ""))
        if name.lower() == "outline" and (feed or is_feed or page):  # a page alone is no feed, and is said to be none
            self.feeds.append(
                Feed(
                    named.get("text") or named.get("title") or "",
                    feed,
                    page,
                    getattr(self.parser, "CurrentLineNumber", 0) + self.above,
                )
            )

    def entity(self, name: str, *_rest: object) -> None:
        raise Refused(
            say("It defines the entity “{name}”, which no list of feeds needs; it is not read.", name=shown(name))
        )
