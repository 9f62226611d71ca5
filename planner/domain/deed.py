"""A deed: something she did in a network before planner, or beside it, of which nobody knows how long it took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from .kinds import Kind
from .trace import Contact
from .value import NamedTuple
from .value.enums import StrEnum
from .words import plural, say


class Did(StrEnum):
    """What was done."""

    COMMENT = "comment"
    POST = "post"
    SHARE = "share"
    VOTE = "vote"
    REACTION = "reaction"
    INVITATION = "invitation"
    MESSAGE = "message"
    EVENT = "event"

    @property
    def gives(self) -> bool:
        """Whether it gives something to all who read it; a reaction is a sign of watching."""
        return self in (Did.COMMENT, Did.POST, Did.SHARE, Did.VOTE)

    @property
    def reaches(self) -> bool:
        """Whether it reaches one person."""
        return self in (Did.INVITATION, Did.MESSAGE)


class Deed(NamedTuple):
    """One thing done: when, in which group (id), with whom (a person's id), under which link.

    It has no minutes, so that it never counts as time. ``theirs`` says that it came from the person alone, ``title``
    what an event was called, ``by`` which import (id) brought it.
    """

    id: str
    at: datetime
    did: Did
    group: str | None = None
    person: str | None = None
    theirs: bool = False
    link: str = ""
    title: str = ""
    by: str = ""

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def is_exchange(self) -> bool:
        """Whether she wrote to somebody."""
        return self.person is not None and self.did.reaches and not self.theirs


def counted_words(did: Did, n: int) -> str:
    """So many of a sort: ``3 comments``."""
    words = {
        Did.COMMENT: plural(n, "{n} comment", "{n} comments"),
        Did.POST: plural(n, "{n} post", "{n} posts"),
        Did.SHARE: plural(n, "{n} share", "{n} shares"),
        Did.VOTE: plural(n, "{n} vote", "{n} votes"),
        Did.REACTION: plural(n, "{n} reaction", "{n} reactions"),
        Did.INVITATION: plural(n, "{n} invitation", "{n} invitations"),
        Did.MESSAGE: plural(n, "{n} day of messages", "{n} days of messages"),
        Did.EVENT: plural(n, "{n} event", "{n} events"),
    }
    return words[did]


def deed_words(deed: Deed) -> str:
    """What a deed with a person was, in a word or three."""
    if deed.did is Did.INVITATION:
        return say("an invitation from them") if deed.theirs else say("your invitation")
    if deed.did is Did.MESSAGE:
        return say("messages from them") if deed.theirs else say("messages")
    return counted_words(deed.did, 1)


def exchanges(deeds: Iterable[Deed]) -> dict[str, list[Contact]]:
    """The exchanges there were with people (ids), in the order of the deeds: contacts of no known length."""
    by_person: dict[str, list[Contact]] = {}
    for deed in deeds:
        if deed.person and deed.is_exchange:
            contact = Contact(deed.id, deed.at, 0, Kind.CONTRIBUTION, deed.did.value, "", (deed.person,), placed=True)
            by_person.setdefault(deed.person, []).append(contact)
    return by_person


def with_exchanges(contacts: Mapping[str, list[Contact]], deeds: Iterable[Deed]) -> Mapping[str, list[Contact]]:
    """The contacts by person, oldest first, with the exchanges that deeds were."""
    more = exchanges(deeds)
    both = {id_: sorted((*contacts.get(id_, ()), *some), key=lambda each: each.start) for id_, some in more.items()}
    return {**contacts, **both} if both else contacts
