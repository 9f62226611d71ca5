"""Invitations and messages: with whom, and on which day. What was written is passed over as it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from planner.domain.deed import Did
from planner.domain.errors import Misread
from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.intake.draft import Passed

from .addresses import profile_address
from .moments import moment
from .rows import Table, by_column
from .story import Cells, Knows, Said, Story, Unfit, passed, told_by, undated, unknown, unreadable

#: More people than this in one conversation are an audience: who is written to there is not written to.
MOST_TOGETHER = 8


class Letter(NamedTuple):
    """An invitation, or a day's messages, between her and somebody she knows; ``theirs`` alone, or hers among them.

    ``at`` is when the first of the day was written.
    """

    did: Did
    at: datetime
    name: str
    address: str
    theirs: bool = False


def _invitation(row: Cells) -> Letter:
    at = moment(row["sentat"])
    if at is None:
        raise undated(row["sentat"])
    theirs = folded(row["direction"]).startswith("in")
    name, url = (row["from"], "inviterprofileurl") if theirs else (row["to"], "inviteeprofileurl")
    return Letter(Did.INVITATION, at, *_somebody(name, row.get(url, "")), theirs)


def _invitations(table: Table, knows: Knows) -> Iterator[Said | Passed]:
    for said in told_by(_invitation)(table, knows):
        if isinstance(said, Said) and not knows(said.what.name, said.what.address):
            yield passed(said.row, unknown())
        else:
            yield said


_Somebody = tuple[str, str]  # a name, and a profile's address; one of them may be empty


class _Message(NamedTuple):
    line: int
    at: datetime
    sender: _Somebody
    others: tuple[_Somebody, ...]


def _messages(table: Table, knows: Knows) -> Iterator[Said | Passed]:
    """The days on which she and somebody she knows wrote to each other."""
    messages: list[_Message] = []
    same: dict[_Somebody, _Somebody] = {}  # thousands of messages are of a few people
    for row in table.rows:
        if row.cells is None:
            yield unreadable(row.line)
            continue
        try:
            messages.append(_message(row.line, by_column(table.columns, row.cells), same))
        except Misread as wrong:
            yield passed(row.line, wrong)
    known = {somebody for somebody in same if knows(*somebody)}
    yield from _days(messages, known, _her(messages, known))


def _message(line: int, cells: Cells, same: dict[_Somebody, _Somebody]) -> _Message:
    at = moment(cells["date"])
    if at is None:
        raise undated(cells["date"])
    if folded(cells.get("ismessagedraft", "")) in ("yes", "true"):
        raise Unfit(say("it is a draft, which nobody was sent"))
    sender = _somebody(cells["from"], cells.get("senderprofileurl", ""))
    urls = [url for url in cells.get("recipientprofileurls", "").split(",") if url.strip()]
    names = cells["to"].split(",")
    if len(urls) > MOST_TOGETHER or len(names) > 2 * MOST_TOGETHER:
        raise Unfit(say("it went to many at once"))
    if not urls:
        urls, names = [""], [cells["to"]]
    elif len(urls) == 1:
        names = [cells["to"]]  # which may have a comma in it
    elif len(names) != len(urls):
        names = [""] * len(urls)
    others = (_somebody(name, url) for name, url in zip(names, urls, strict=True))
    return _Message(line, at, same.setdefault(sender, sender), tuple(same.setdefault(each, each) for each in others))


def _somebody(name: str, url: str) -> _Somebody:
    return clean(name)[:LONGEST_NAME], profile_address(url)


def _one(somebody: _Somebody) -> str:
    """The same for everything that is said of one: a name may change, and an address does not."""
    return somebody[1] or somebody[0].casefold()


def _her(messages: list[_Message], known: set[_Somebody]) -> str:
    """Who she is: nobody she knows, and in every conversation."""
    times: Counter[str] = Counter()
    for message in messages:
        times.update({_one(who) for who in (message.sender, *message.others) if who not in known})
    return max(times, key=lambda one: times[one], default="")


def _days(messages: list[_Message], known: set[_Somebody], her: str) -> Iterator[Said | Passed]:
    """Each day of each person once. A message to two of them is one row, of the first."""
    days: dict[tuple[str, date], Said] = {}
    for message in messages:
        theirs = _one(message.sender) != her
        people = [each for each in ((message.sender,) if theirs else message.others) if each in known]
        if not people:
            yield passed(message.line, unknown())
        for number, somebody in enumerate(people):
            key = _one(somebody), message.at.date()
            said = Said(message.line, Letter(Did.MESSAGE, message.at, *somebody, theirs), rows=int(not number))
            days[key] = _together(days[key], said) if key in days else said
    yield from days.values()


def _together(one: Said, other: Said) -> Said:
    """What two messages of a day with one person are: the first of them, and hers where one of them is."""
    first = min(one, other, key=lambda said: said.what.at)
    letter = first.what._replace(theirs=one.what.theirs and other.what.theirs)
    return Said(min(one.row, other.row), letter, one.rows + other.rows)


INVITATIONS = Story("invitations", ("from", "to", "sentat", "direction"), "sentat", _invitations)
MESSAGES = Story("messages", ("conversationid", "from", "to", "date"), "date", _messages)
