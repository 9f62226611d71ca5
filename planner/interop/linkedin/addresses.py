"""What LinkedIn's addresses say: whose page one is, and in which group something stands."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from planner.domain.texts import clean

#: How often an address may have been quoted on its way through other addresses.
MOST_QUOTED = 3

_PROFILE = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/(in|pub)/([^/?#\s]+)", re.IGNORECASE)
_GROUP_POST = re.compile(r"urn:li:group_?post:(\d{1,20})-\d+", re.IGNORECASE)
_GROUP_PAGE = re.compile(r"linkedin\.com/groups/(\d{1,20})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def profile_address(text: str) -> str:
    """A profile's address in the one way it is kept, whatever country, slash or question it was written with; or "".

    It is the same for everybody who writes it, so that it tells whether two rows are of one person.
    """
    page = _PROFILE.match(text.strip())
    if not page:
        return ""
    name = clean(_unquoted(page[2])).casefold()
    return f"https://www.linkedin.com/{page[1].casefold()}/{quote(name, safe='')}" if name else ""


def group_number(link: str) -> str:
    """The number of the group that a link leads into; "" for one that leads elsewhere."""
    link = _unquoted(link)
    found = _GROUP_POST.search(link) or _GROUP_PAGE.search(link)
    return found[1].lstrip("0") if found else ""


def group_address(number: str) -> str:
    """Where a group of this number opens."""
    return f"https://www.linkedin.com/groups/{number}"


def web_address(link: str) -> str:
    """A link as it may be kept; "" for what is none of http or https."""
    link = "".join(link.split())
    return link if re.match(r"https?://[^\s/?#@:]+(?:[:/?#]\S*)?$", link) and len(link) <= 2000 else ""


def _unquoted(text: str) -> str:
    for _ in range(MOST_QUOTED):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text
