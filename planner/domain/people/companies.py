"""Companies, as people and pages tell them: whom she knows there, how warm, and where the page stands with her."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..book import Book
from ..errors import Ambiguous, Misread
from ..grammar.likeness import distance, slips_allowed
from ..group import IN_QUESTION, Group, Nature
from ..person import Person
from ..texts import shown, words_of
from ..value import NamedTuple
from ..words import say
from .company_names import company_key
from .tie import Stage, Warmth
from .tie_list import TieList, TieRow

#: How alike two names must be, of 100, to be looked at letter by letter.
_ALIKE = 75

_LISTED = 5  #: names a message gives


class Company(NamedTuple):
    """One company. ``rows`` are those who work there, the closest first, ``former`` those who did.

    ``spellings`` are all the ways it is written, the one it is called by first; ``page`` is its company page.
    """

    key: str
    name: str
    spellings: tuple[str, ...]
    rows: tuple[TieRow, ...] = ()
    former: tuple[TieRow, ...] = ()
    page: Group | None = None

    @property
    def closest(self) -> TieRow | None:
        """Whom she is closest to there, of those she was ever in touch with."""
        return self.rows[0] if self.rows and self.rows[0].tie.stage else None

    @property
    def met(self) -> int:
        """How many who work there she has met."""
        return sum(row.tie.stage >= Stage.MET for row in self.rows)

    @property
    def last(self) -> date | None:
        """The last exchange or meeting with anybody there."""
        return max((row.tie.last.day for row in self.rows if row.tie.last), default=None)

    @property
    def wanted(self) -> bool:
        """Whether its page is one of hers and she knows nobody there."""
        return self.page is not None and self.page.standing in IN_QUESTION and not self.rows

    @property
    def text(self) -> str:
        """What a search looks in, folded."""
        return " ".join((self.key, *(" ".join(words_of(spelling)) for spelling in self.spellings)))


def closeness(row: TieRow) -> tuple[bool, int, int, float]:
    """The warmest first, and of equally warm ones the closest; those left to rest, and those never met, come last."""
    tie = row.tie
    warmth = list(Warmth).index(tie.warmth) if tie.warmth else len(Warmth)
    return tie.stage < Stage.MET, warmth, -tie.stage, tie.overdue


def companies(ties: TieList, book: Book) -> tuple[Company, ...]:
    """All that people work at or have a page: first the pages of hers where she knows nobody, then the warmest."""
    there: dict[str, list[TieRow]] = {}
    left: dict[str, list[TieRow]] = {}
    spelled: dict[str, Counter[str]] = {}
    keys: dict[str, str] = {}  # thousands of people are at hundreds of companies
    for row in ties.rows:
        person = row.person
        own = _note(person.company, keys, spelled) if person.company else ""
        if own:
            there.setdefault(own, []).append(row)
        for each in person.formerly:
            key = _note(each.company, keys, spelled) if each.company else ""
            if key and key != own and row not in left.get(key, ()):
                left.setdefault(key, []).append(row)
    pages = _pages(book)
    found = [
        _company(key, spelled.get(key, Counter()), there.get(key, ()), left.get(key, ()), pages.get(key))
        for key in {**dict.fromkeys(spelled), **dict.fromkeys(pages)}
    ]
    return tuple(sorted((each for each in found if each.rows or each.page or each.former), key=_order))


def _note(name: str, keys: dict[str, str], spelled: dict[str, Counter[str]]) -> str:
    """The key of a company, its spelling counted."""
    key = keys.get(name)
    if key is None:
        key = keys[name] = company_key(name)
    spelled.setdefault(key, Counter())[name] += 1
    return key


def _pages(book: Book) -> Mapping[str, Group]:
    """The company pages by the key of their name; of two of one name the one that stands higher with her."""
    pages: dict[str, Group] = {}
    for group in book.groups.values():
        if group.nature is Nature.COMPANY:
            key = company_key(group.name)
            if key not in pages or (pages[key].standing not in IN_QUESTION and group.standing in IN_QUESTION):
                pages[key] = group
    return pages


def wanted_pages(book: Book) -> Mapping[str, Group]:
    """The company pages of hers where she knows nobody, by the key of their name."""
    pages = {key: page for key, page in _pages(book).items() if page.standing in IN_QUESTION}
    known = {company_key(name) for name in {person.company for person in book.people.values()}} if pages else set()
    return {key: page for key, page in pages.items() if key not in known}


def _company(
    key: str, spelled: Counter[str], there: Sequence[TieRow], left: Sequence[TieRow], page: Group | None
) -> Company:
    spellings = [name for name, _ in sorted(spelled.items(), key=lambda item: (-item[1], len(item[0]), item[0]))]
    if page and page.name not in spellings:
        spellings.append(page.name)
    rows, former = (tuple(sorted(some, key=closeness)) for some in (there, left))
    return Company(key, spellings[0], tuple(spellings), rows, former, page)


def _order(company: Company) -> tuple[object, ...]:
    nobody = (True, len(Warmth), 0, 0.0)
    closest = closeness(company.rows[0]) if company.rows else nobody
    return not company.wanted, not company.rows, closest, -len(company.rows), company.key


def alike(some: Iterable[Company]) -> tuple[tuple[Company, Company], ...]:
    """Pairs that may be one company: their names are a slip or two apart, or one is the other's cut short.

    A figure is no slip: Studio 7 is not Studio 8.
    """
    from rapidfuzz import fuzz, process  # costs as much as starting Python does

    known = list(some)
    by_figures: dict[str, list[Company]] = {}
    for each in known:
        by_figures.setdefault("".join(filter(str.isdigit, each.key)), []).append(each)
    pairs: dict[tuple[str, str], tuple[Company, Company]] = {}
    for group in by_figures.values():
        keys = [each.key for each in group]
        for at, each in enumerate(group):
            close = process.extract(each.key, keys[at + 1 :], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=9)
            for other in (group[at + 1 + place] for _, _, place in close):
                most = slips_allowed(min(each.key, other.key, key=len))
                if distance(each.key, other.key, most) <= most:
                    pairs.setdefault((each.key, other.key), _most_known_first(each, other))
    by_first: dict[str, list[Company]] = {}
    for each in known:
        by_first.setdefault(each.key.partition(" ")[0], []).append(each)
    for group in by_first.values():
        short = next((each for each in group if " " not in each.key and len(each.key) > 2), None)
        for other in group if short and len(group) == 2 else ():  # of several, the first word is only a word
            if short and other is not short:
                pairs.setdefault((short.key, other.key), _most_known_first(short, other))
    return tuple(pairs.values())


def _most_known_first(one: Company, other: Company) -> tuple[Company, Company]:
    """The spelling that stays is the one most people have, and of equals that of the page."""
    more = len(other.rows), other.page is not None
    return (other, one) if more > (len(one.rows), one.page is not None) else (one, other)


def find_company(text: str, some: Sequence[Company]) -> Company:
    """The company that a text means, by its name, the beginning of one, or words in it.

    Raises Ambiguous when it may mean several, Misread with the nearest names when it means none.
    """
    key, typed = company_key(text), set(words_of(text))
    exact = [each for each in some if each.key == key]
    begun = [each for each in some if key and each.key.startswith(key)]
    within = [each for each in some if typed and typed <= set(each.text.split())]
    whole = [each for each in begun if each.key.startswith(f"{key} ")]
    meant = next(filter(None, (exact, whole, begun, within)), [])
    if len(meant) == 1:
        return meant[0]
    if meant:
        names = ", ".join(each.name for each in meant[:_LISTED])
        raise Ambiguous(
            say("“{text}” may be {names}; write the one that you mean.", text=shown(text), names=names),
            [each.name for each in meant],
        )
    if not some:
        raise Misread(
            say("There is no company yet: planner person edit marie --company Acme says where somebody works.")
        )
    if not key:
        raise Misread(say("Say which company, such as {name}.", name=some[0].name))
    from rapidfuzz import fuzz, process  # only a mistake pays for it

    nearest = process.extract(key, [each.key for each in some], scorer=fuzz.WRatio, limit=3)
    raise Misread(
        say(
            "There is no company “{text}”. Nearest: {candidates}.",
            text=shown(text),
            candidates=", ".join(some[place].name for _, _, place in nearest),
        )
    )


def searched(some: Iterable[Company], text: str) -> tuple[Company, ...]:
    """The companies in whose name all words begin that are looked for, in their order."""
    words = words_of(text)
    return tuple(each for each in some if all(f" {word}" in f" {each.text}" for word in words))


def by_company(people: Iterable[Person]) -> list[Person]:
    """People company by company, in their order at each; last those of whom no company is known."""
    return sorted(people, key=lambda person: (not person.company, company_key(person.company)))
