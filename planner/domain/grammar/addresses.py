"""Addresses on the web: only http and https are ever kept, and so only these are ever opened."""

from __future__ import annotations

import re

from ..errors import Misread
from ..texts import clean, shown
from ..words import say

LONGEST_ADDRESS = 2000  #: characters
LONGEST_EMAIL = 254  #: characters, RFC 5321

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")  # "lyon-ux.org:8080" has none
_FEED_SCHEME = re.compile(r"^(?:feed|rss|pcast|itpc):(?:(//)|(?=[a-z]+:)|(?=\S))", re.IGNORECASE)
_HOST = re.compile(r"https?://[^\s/?#@:]+(:\d+)?([/?#]\S*)?", re.IGNORECASE)

#: Schemes that an address may have and that are never opened; another word with a colon is part of a name.
_OTHER_SCHEMES = r"(?:javascript|data|file|vbscript|mailto|tel|about):\S"


def checked_address(text: str) -> str:
    """An address as it may be kept: ``lyon-ux.org`` becomes ``https://lyon-ux.org``; "" stays "".

    Raises Misread for another scheme than http and https, and for what is no address.
    """
    address = clean(text).replace("\\:", ":")  # which some programs escape
    if not address:
        return ""
    scheme = _SCHEME.match(address)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        raise Misread(
            say("“{text}” is no web address: only http:// and https:// are ever opened.", text=shown(address))
        )
    whole = address if scheme else f"https://{address}"
    if len(whole) > LONGEST_ADDRESS or not _HOST.fullmatch(whole):
        raise Misread(say("“{text}” is no web address; write it as https://lyon-ux.org.", text=shown(address)))
    return whole


#: An apostrophe stands in a name (``sean.o'neil@``), and around an address where it is quoted.
_EMAIL = re.compile(r"""[^\s@<>"'(),;:\\](?:[^\s@<>"(),;:\\]*[^\s@<>"'(),;:\\])?@[^\s@<>"'(),;:\\]+""")


def email_in(text: str) -> str:
    """The e-mail address in ``mailto:marie@example.org`` or ``Marie <marie@example.org>``, or nothing."""
    address = _EMAIL.search(clean(text))
    return address[0] if address and len(address[0]) <= LONGEST_EMAIL else ""


def feed_address(text: str) -> str:
    """The address of a feed, where ``feed:`` stands for the web (``feed://x.org``, ``feed:https://x.org``).

    Raises Misread as :func:`checked_address`.
    """
    return checked_address(_FEED_SCHEME.sub(lambda scheme: "http://" if scheme[1] else "", clean(text)))


def same_address(address: str) -> str:
    """The same for two ways to write one address: with http or https, with ``www.``, with a slash at its end."""
    host, slash, path = site_of(address).partition("/")
    return f"{host.casefold()}{slash}{path}"


def looks_like_address(word: str, *, alone: bool) -> bool:
    """Whether a word is meant as an address: by its scheme, its ``www.`` or its path; ``alone`` on a line also by a dot
    in it, which Node.js Paris has too."""
    host = r"(?:[\w-]+\.)+[A-Za-z]{2,}"
    bare = rf"{host}(?:[/?#:]\S*)?" if alone else rf"www\.{host}\S*|{host}/\S*"
    return re.match(rf"\S*://|{_OTHER_SCHEMES}|(?:{bare})$", word, re.IGNORECASE) is not None


def site_of(address: str) -> str:
    """What is read of an address: its host without ``www.``, and its path."""
    return re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
