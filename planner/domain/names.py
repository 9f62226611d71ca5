"""Names: made harmless, made short to type, and found again from what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence

from .book import Book
from .errors import Ambiguous, Misread
from .group import Group
from .likeness import begins, distance, initials_of, scattered_in, slips_allowed
from .objective import Objective
from .person import Person
from .words import say

#: Escape codes of terminals (ECMA-48: control sequences, and operating system commands up to their end).
_ESCAPE_CODES = r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"

#: Signs nobody sees that turn the direction of text around or hide in it (Unicode bidirectional controls, UAX 9).
_UNSEEN = dict.fromkeys(
    map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)

#: Letters that Unicode does not take apart into a plain letter and its accent.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"})

#: The longest slug, and the most of an offending text that a message shows.
_SLUG_LENGTH = 40
_SHOWN_LENGTH = 60


def clean(text: str) -> str:
    """``text`` as it may be kept and shown: one line, composed (NFC), trimmed, with single spaces.

    Escape codes, control characters and direction overrides are taken out; everything that can be seen stays,
    ``[markup]`` too. Cleaning twice changes nothing.
    """
    if not (text.isascii() and text.isprintable()):
        text = re.sub(_ESCAPE_CODES, "", text)
        text = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
        text = text.translate(_UNSEEN).encode("utf-8", "replace").decode()  # half a surrogate pair cannot be kept
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def shown(text: str) -> str:
    """``text`` as a message shows it: clean, and cut where it is long."""
    text = clean(text[: _SHOWN_LENGTH * 4])
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def folded(text: str) -> str:
    """``text`` without case and accents, for comparing."""
    text = text.casefold()
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded; whatever is neither letter nor figure parts them."""
    return tuple("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def slug(name: str) -> str:
    """A name as it is typed: ``lyon-ux`` of Lyon UX. Never empty; a name without Latin letters gets a stable one."""
    ascii_words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in folded(name)).split()
    found = "-".join(ascii_words)[:_SLUG_LENGTH].strip("-")
    if found:
        return found
    from zlib import crc32

    return f"group-{crc32(clean(name).encode()):08x}"


def fresh_id(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or the first of ``wanted-2``, ``wanted-3``, … that is not taken."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def find_group(text: str, book: Book, *, fuzzy: bool = True) -> Group:
    """The group that ``text`` means: by slug, id or name, the beginning of one, or (``fuzzy``) one typed in haste.

    Raises Ambiguous when it may mean several, Misread when it means none.
    """
    typed = words_of(text)
    found = groups_named(text, book) or groups_beginning(typed, book) or (groups_like(typed, book) if fuzzy else [])
    if not found:
        raise unknown_group(text, book)
    return only_group(text, found)


def groups_named(text: str, book: Book) -> list[Group]:
    """The groups of exactly this slug or id, else of this name whatever its case and accents."""
    wanted = folded(text)
    groups = book.groups.values()
    exact = [group for group in groups if wanted in (group.slug.casefold(), group.id.casefold())]
    return exact[:1] or [group for group in groups if folded(group.name) == wanted]


def groups_beginning(typed: Sequence[str], book: Book, shortest: int = 1) -> list[Group]:
    """The groups whose name or slug begins with these words, else those with a later word that begins so.

    The last word typed may be cut short, to ``shortest`` letters or more.
    """
    groups = [(group, words_of(group.name), words_of(group.slug)) for group in book.groups.values()]
    first = [g for g, name, slug_ in groups if begins(typed, name, shortest) or begins(typed, slug_, shortest)]
    if first:
        return first
    return [g for g, name, _ in groups if any(begins(typed, name[n:], shortest) for n in range(1, len(name)))]


def groups_like(typed: Sequence[str], book: Book) -> list[Group]:
    """The groups that ``typed`` may be a hasty spelling of; the nearest only."""
    word = "".join(typed)
    if len(word) < 2:
        return []
    most = slips_allowed(word)
    slips = {group.id: min(distance(word, name, most) for name in _spellings(group)) for group in book.groups.values()}
    nearest = min(slips.values(), default=most + 1)
    if nearest <= most:
        return [group for group in book.groups.values() if slips[group.id] == nearest]
    return [
        group
        for group in book.groups.values()
        if initials_of(word, words_of(group.name)) or any(scattered_in(word, name) for name in _spellings(group))
    ]


def _spellings(group: Group) -> set[str]:
    """The ways a group's name may be typed as one word: glued together, or one of its longer words alone."""
    name = words_of(group.name)
    return {"".join(name), "".join(words_of(group.slug)), *(word for word in name if len(word) > 3)} - {""}


def only_group(text: str, found: Sequence[Group]) -> Group:
    """The one group that was found; raises Ambiguous if there are several."""
    if len(found) == 1:
        return found[0]
    slugs = sorted(group.slug for group in found)
    raise Ambiguous(
        say("“{text}” may mean {candidates}. Type more of its name.", text=shown(text), candidates=", ".join(slugs)),
        slugs,
    )


def unknown_group(text: str, book: Book) -> Misread:
    """Says that no group is called so, and which names come nearest."""
    if not book.groups:
        return Misread(
            say("There is no group “{text}”, nor any yet. Add one: planner group add “{text}”.", text=shown(text))
        )
    typed = "".join(words_of(text))[:_SLUG_LENGTH]
    most = _SLUG_LENGTH

    def apart(group: Group) -> int:
        return min((distance(typed, name[:_SLUG_LENGTH], most) for name in _spellings(group)), default=most)

    nearest = sorted(book.groups.values(), key=apart)[:3]
    return Misread(
        say(
            "There is no group “{text}”. Nearest: {candidates}; or add it: planner group add “{text}”.",
            text=shown(text),
            candidates=", ".join(group.slug for group in nearest),
        )
    )


def find_person(text: str, book: Book) -> Person | None:
    """The person that ``text`` means: by id or name, or by the first words of one (``marie`` for Marie Dupont).

    None for somebody new: the beginning of a word is not enough, lest Paul be taken for Pauline. Raises Ambiguous
    when several people are called so.
    """
    names = {id_: person.name for id_, person in book.people.items()}
    typed = words_of(text)
    found = _called(text, names) or [id_ for id_, name in names.items() if _whole(typed, words_of(name))]
    if len(found) > 1:
        raise _several("@", text, found)
    return book.people[found[0]] if found else None


def find_objective(text: str, book: Book) -> Objective:
    """The objective that ``text`` means: by id or title, or the beginning of one or of a word in it.

    Raises Ambiguous when it may mean several, Misread when it means none.
    """
    titles = {id_: objective.title for id_, objective in book.objectives.items()}
    typed = words_of(text)
    found = (
        _called(text, titles)
        or [id_ for id_, title in titles.items() if begins(typed, words_of(title)) or begins(typed, words_of(id_))]
        or [id_ for id_, title in titles.items() if any(begins(typed, [word]) for word in words_of(title))]
    )
    if len(found) == 1:
        return book.objectives[found[0]]
    if found:
        raise _several("#", text, found)
    if not titles:
        raise Misread(say("There is no objective “#{text}”, nor any yet; leave it out or quote it.", text=shown(text)))
    known = ", ".join(f"#{id_}" for id_ in titles)
    raise Misread(say("There is no objective “#{text}”. There are {candidates}.", text=shown(text), candidates=known))


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
    """Says which people or objectives a short name may mean."""
    candidates = sorted(mark + id_ for id_ in ids)
    return Ambiguous(
        say(
            "“{text}” may mean {candidates}. Write one of these.",
            text=mark + shown(text),
            candidates=", ".join(candidates),
        ),
        candidates,
    )
