"""Her connections: people she knows since a day, whether or not she ever met them."""

from __future__ import annotations

from datetime import date

from planner.domain.grammar.addresses import email_in
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .addresses import profile_address
from .moments import day
from .story import Cells, Story, Unfit, told_by, undated


class Connection(NamedTuple):
    """Somebody she is connected with, and since which day. ``address`` is their profile's, "" where none is said."""

    name: str
    since: date
    address: str = ""
    email: str = ""
    company: str = ""
    position: str = ""


def _read(row: Cells) -> Connection:
    last = row["lastname"].partition(",")[0]  # behind a comma stand certificates
    name = clean(f"{row['firstname']} {last}")[:LONGEST_NAME]
    if not any(sign.isalpha() for sign in name):
        raise Unfit(say("it has no name: LinkedIn leaves it out of an account that was closed"))
    since = day(row["connectedon"])
    if since is None:
        raise undated(row["connectedon"])
    return Connection(
        name,
        since,
        profile_address(row.get("url", "")),
        email_in(row.get("emailaddress", "")),
        clean(row.get("company", ""))[:LONGEST_NAME],
        clean(row.get("position", ""))[:LONGEST_NAME],
    )


CONNECTIONS = Story("connections", ("firstname", "lastname", "connectedon"), "connectedon", told_by(_read), timed=False)
