"""Groups, people and objectives, found again from what was typed of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ..errors import Ambiguous, Misread, Unknown
from ..texts import folded, shown, words_of
from ..value.typed import TYPE_CHECKING
from ..words import say
from .group_names import group_names_of
from .lexicon import MYSELF
from .likeness import begins
from .times import clock_at

if TYPE_CHECKING:
    from ..book import Book
    from ..group import Group
    from ..objective import Aim, Objective
    from ..person import Person

#: The longest name, in characters.
LONGEST_NAME = 300

#: How many candidates a message lists at most.
_LISTED = 9

#: How many candidates are given beside a message at most: a line may ask a thousand times who is meant.
_OFFERED = 50


def refuse_long(name: str) -> None:
    """Raise Misread for a new name that is longer than any name is."""
    if len(name) > LONGEST_NAME:
        raise Misread(
            say(
                "“{start}…” is {n} characters long; a name has at most {most}.",
                start=name[:30],
                n=len(name),
                most=LONGEST_NAME,
            )
        )


def refuse_nobody(name: str) -> None:
    """Raise Misread for what can be nobody's name: one without a letter in any script, or a word for oneself."""
    refuse_myself(name)
    if not any(sign.isalpha() for sign in name):
        raise Misread(say("“@{text}” is nobody: a person's name has a letter.", text=shown(name)))


def refuse_myself(name: str) -> None:
    """Raise Misread for a word for oneself where somebody else is to be named."""
    if folded(name) in MYSELF:
        raise Misread(say("“@{text}” is you: name the others.", text=shown(name)))


def refuse_time(name: str) -> None:
    """Raise Misread for a time of day where somebody new would be named, ``@14h``."""
    if clock_at([folded(name)], 0):
        raise Misread(say("“@{text}” is a time and nobody: write “at {text}”.", text=shown(name)))


def names_in(text: str) -> list[str]:
    """The names of a list, parted by commas or by the mark before each: ``@marie @paul, Émile Zola``.

    Only an empty text names none. Raises Misread for marks and commas alone: a slip must not take everybody away.
    """
    marked = (part for item in text.split(",") for part in re.split(r"\s+(?=[@#])", item))
    names = [name for name in (part.strip().lstrip("@#") for part in marked) if name]
    if text and not names:
        raise Misread(say('“{text}” names nothing: write a name, or "" to take all away.', text=shown(text)))
    return names


def find_group(text: str, book: Book, *, fuzzy: bool = True) -> Group:
    """The group that ``text`` means: by slug, id or name, the beginning of one, or (``fuzzy``) one typed in haste.

    Raises Ambiguous when it may mean several, Misread when it means none.
    """
    if (group := book.groups.get(text)) and not any(
        text in (other.id.casefold(), other.slug.casefold()) for other in book.groups.values() if other is not group
    ):
        return group  # a screen names it so, and need not have the names of all taken apart
    names, typed = group_names_of(book), words_of(text)
    groups = names.called(text) or names.beginning(typed) or (names.like(typed) if fuzzy else [])
    if not groups:
        raise names.unknown(text)
    if len(groups) > 1:
        raise names.several(text, groups)
    return groups[0]


def find_person(text: str, book: Book) -> Person | None:
    """The person that ``text`` means: by id or name, by the first words of one (``marie`` for Marie Dupont), or by
    another word that is only theirs (``dupont``).

    None for somebody new: the beginning of a word is not enough, lest Paul be taken for Pauline. Raises Ambiguous
    when several people are called so, or the names of several begin so.
    """
    own = book.people.get(text) or book.people.get(folded(text))
    if own:
        return own
    from .people_words import names_of  # which knows the words of lines

    typed = words_of(text)
    names = {person.id: person.name for person in names_of(book.people).beginning_with((*typed, folded(text))[0])}
    ids: Sequence[str] = _called(text, names)
    ids = ids or [id_ for id_, name in names.items() if _whole(typed, words_of(name))]
    if not ids and len(typed) == 1:
        by_word = names_of(book.people).by_word
        begun = by_word.beginning(typed[0])
        ids = by_word.called(typed[0]) or (begun if len(begun) > 1 else ())  # of one, it may be somebody new
    if len(ids) > 1:
        raise _several("@", text, ids)
    return book.people[ids[0]] if ids else None


def people_begun(text: str, book: Book) -> list[Person]:
    """The people of whose names a word begins so."""
    from .people_words import names_of

    return [book.people[id_] for id_ in names_of(book.people).by_word.beginning(folded(text))]


def near_words(text: str, book: Book) -> str:
    """What is said where a new name is the beginning of a known one: who may be meant; "" where it begins none."""
    near = next(iter(people_begun(text, book)), None)
    return say("“@{text}” is new; {name} is @{id}", text=shown(text), name=near.name, id=near.id) if near else ""


def known_person(text: str, book: Book) -> Person:
    """The person in the book that ``text`` means: as :func:`find_person`, or by any whole words of their name.

    Raises Ambiguous when several may be meant, Misread with the nearest names when nobody is.
    """
    text = text.removeprefix("@")
    person = find_person(text, book)
    if person:
        return person
    typed = set(words_of(text))
    ids = [id_ for id_, name in _names_with(text, book).items() if typed and typed.issubset(words_of(name))]
    if len(ids) > 1:
        raise _several("@", text, ids)
    if not ids:
        raise _unknown_person(text, book)
    return book.people[ids[0]]


def _unknown_person(text: str, book: Book) -> Unknown:
    """Says that nobody is called so, and which names come nearest."""
    if not book.people:
        return Unknown(
            say("There is no “{text}”, nor anybody yet. Add them: planner person add '{text}'.", text=shown(text))
        )
    from rapidfuzz import fuzz, process  # only a mistake pays for it

    names = {id_: folded(person.name) for id_, person in book.people.items()}
    nearest = process.extract(folded(shown(text)), names, scorer=fuzz.WRatio, limit=3)
    return Unknown(
        say(
            "There is no “{text}” in the book. Nearest: {candidates}; or add them: planner person add '{text}'.",
            text=shown(text),
            candidates=", ".join(f"{book.people[id_].name} (@{id_})" for _, _, id_ in nearest),
        )
    )


@cache
def aims_by_word() -> Mapping[str, Aim]:
    """The aims by what they may be called, folded."""
    from ..objective import Aim  # only who has objectives pays for it

    called = {
        Aim.VISIBILITY: "visibility visible visibilite",
        Aim.RELATIONSHIPS: "relationships relationship relations relation ties liens",
        Aim.KNOWLEDGE: "knowledge connaissances connaissance savoir",
        Aim.COOPERATION: "cooperation collaboration cooperations",
    }
    return {word: aim for aim, words in called.items() for word in words.split()}


def find_objective(text: str, book: Book) -> Objective:
    """The objective that ``text`` means: by id or title, the beginning of one or of a word in it, or by its aim.

    An aim is meant by its name, where no title has the word.

    Raises Ambiguous when it may mean several, Misread when it means none.
    """
    titles = {id_: objective.title for id_, objective in book.objectives.items()}
    typed = words_of(text)
    ids = (
        _called(text, titles)
        or [id_ for id_, title in titles.items() if begins(typed, words_of(title)) or begins(typed, words_of(id_))]
        or [id_ for id_, title in titles.items() if any(begins(typed, [word]) for word in words_of(title))]
        or _aiming(text, book)
    )
    if len(ids) == 1:
        return book.objectives[ids[0]]
    if ids:
        raise _several("#", text, ids)
    raise unknown_objective(text, tuple(titles))


def _aiming(text: str, book: Book) -> list[str]:
    """The objectives of an aim; the active ones, where any is."""
    aim = aims_by_word().get(folded(text).strip())
    aimed = [objective for objective in book.objectives.values() if objective.aim is aim]
    return [objective.id for objective in aimed if objective.active] or [objective.id for objective in aimed]


def unknown_objective(text: str, ids: Sequence[str]) -> Unknown:
    """Says that no objective is called so, and which there are."""
    if not ids:
        return Unknown(say("There is no objective “#{text}”, nor any yet; leave it out or quote it.", text=shown(text)))
    known = ", ".join(f"#{id_}" for id_ in ids)
    return Unknown(
        say(
            'There is no objective “#{text}”. There are {candidates}; a word of a note stands in quotes: "#{text}".',
            text=shown(text),
            candidates=known,
        )
    )


def _names_with(text: str, book: Book) -> dict[str, str]:
    """The names by id of those who can be meant at all: a line is read at every key, and thousands may be known."""
    first = (*words_of(text), "")[0]
    people = ((id_, person.name, folded(person.name)) for id_, person in book.people.items())
    return {id_: name for id_, name, key in people if first in key or first in key.replace(" ", "") or first in id_}


def _called(text: str, names: Mapping[str, str]) -> list[str]:
    """The ids that ``text`` is, or whose name it is whatever its case and accents."""
    typed = folded(text)
    exact = [id_ for id_ in names if folded(id_) == typed]
    return exact[:1] or [
        id_ for id_, name in names.items() if folded(name) == typed or words_of(name) == words_of(text)
    ]


def _whole(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether ``typed`` are the first of ``words``, each in full."""
    return bool(typed) and tuple(words[: len(typed)]) == tuple(typed)


def _several(mark: str, text: str, ids: Sequence[str]) -> Ambiguous:
    """Says which people or objectives a short name may mean; a tuple of ids is sorted already."""
    candidates = [mark + id_ for id_ in (ids if isinstance(ids, tuple) else sorted(ids))[:_OFFERED]]
    listed = candidates if len(candidates) <= _LISTED else [*candidates[:_LISTED], "…"]
    return Ambiguous(
        say(
            "“{text}” may mean {candidates}. Write one of these.",
            text=mark + shown(text),
            candidates=", ".join(listed),
        ),
        candidates,
    )
