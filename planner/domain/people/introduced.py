"""Who introduced whom: a link from one person to another, which never goes round."""

from __future__ import annotations

from ..book import Book
from ..errors import Misread
from ..person import Person
from ..words import listing, say


def refuse_round(person: Person, through: str, book: Book) -> None:
    """Raise Misread where ``person`` would be introduced by themselves (id), or by one whom they introduced."""
    if through == person.id:
        raise Misread(say("Nobody introduces themselves: say who introduced {person}.", person=person.name))
    chain = chain_to(through, book)
    if person.id in chain:
        names = listing([book.person_name(id_) for id_ in chain[: chain.index(person.id) + 1]])
        raise Misread(
            say(
                "{person} cannot have been introduced by {through}: that goes round ({names}).",
                person=person.name,
                through=book.person_name(through),
                names=names,
            )
        )


def chain_to(id_: str, book: Book) -> tuple[str, ...]:
    """A person (id), who introduced them, who introduced that one, and so on; each once, whatever a file says."""
    chain: dict[str, None] = {}
    while id_ in book.people and id_ not in chain:
        chain[id_] = None
        id_ = book.people[id_].through
    return tuple(chain)


def introduced_by(id_: str, book: Book) -> tuple[Person, ...]:
    """Those whom a person (id) introduced."""
    return tuple(each for each in book.people.values() if each.through == id_)
