"""Looking through an audit: its columns as data, to sort and to filter by each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import eq, ge, gt, le, lt

from ..book import Book
from ..errors import Misread
from ..grammar.choices import chosen
from ..grammar.columns import ALWAYS, LAST, Column
from ..grammar.group_fields import FIELDS, roles_words
from ..grammar.names import unknown_objective
from ..group import Role, Standing
from ..kinds import Kind
from ..objective import Objective
from ..review import Verdict
from ..texts import folded, shown
from ..value import NamedTuple
from ..value.typed import Any
from ..words import say
from .audit import BY_STANDING, Audit, GroupAudit

#: Verdicts in their order; groups that nothing is proposed for come last.
_VERDICTS = (*Verdict, None)


def _always(_: GroupAudit) -> bool:
    return True


def _brought(kind: Kind) -> Callable[[GroupAudit], bool]:
    """Whether something of a kind was logged, whose time counts with what went on beside it."""
    return lambda row: row.figures.has(kind)


#: The columns in the order in which a wide screen has them: what a group is before what it brought.
COLUMNS: tuple[Column[GroupAudit], ...] = (
    Column(
        "name",
        lambda: say("GROUP"),
        lambda row: row.group.name,
        largest_first=False,
        words=True,
        long=True,
        cells=12,
        printed=True,
    ),
    Column(
        "standing",
        lambda: say("STANDING"),
        lambda row: say(row.group.standing.value),
        largest_first=False,
        order=lambda row: BY_STANDING.index(row.group.standing),
        words=True,
        cells=9,
        wanted=LAST,
        printed=True,
        below=True,
    ),
    Column(
        "role",
        lambda: say("ROLE"),
        lambda row: roles_words(row.group.roles),
        largest_first=False,
        order=lambda row: tuple(map(list(Role).index, row.group.roles)),
        words=True,
        cells=10,
        wanted=LAST,
    ),
    Column(
        "fit",
        lambda: say("FIT"),
        lambda row: row.group.fit.total if row.group.fit.known else None,
        zero=_always,
        cells=7,
        printed=True,
    ),
    Column(
        "upkeep",
        lambda: say("UPKEEP"),
        lambda row: row.upkeep.counted if row.upkeep.known else None,
        minutes=True,
        zero=_always,
        cells=5,
        printed=True,
    ),
    Column(
        "given",
        lambda: say("GIVEN"),
        lambda row: row.figures.minutes.contribution,
        minutes=True,
        kind=Kind.CONTRIBUTION,
        zero=_brought(Kind.CONTRIBUTION),
        cells=5,
        wanted=ALWAYS,
        printed=True,
    ),
    Column(
        "met",
        lambda: say("MET"),
        lambda row: row.figures.minutes.meeting,
        minutes=True,
        kind=Kind.MEETING,
        zero=_brought(Kind.MEETING),
        cells=5,
        wanted=ALWAYS,
        printed=True,
    ),
    Column(
        "read",
        lambda: say("READ"),
        lambda row: row.figures.minutes.watching,
        minutes=True,
        kind=Kind.WATCHING,
        zero=_brought(Kind.WATCHING),
        cells=5,
        wanted=ALWAYS,
        printed=True,
    ),
    Column(
        "people",
        lambda: say("PEOPLE"),
        lambda row: row.figures.people,
        cells=4,
        wanted=ALWAYS,
        printed=True,
        below=True,
    ),
    Column(
        "contributions",
        lambda: say("CONTRIBUTIONS"),
        lambda row: row.figures.contributions,
        cells=4,
        printed=True,
        below=True,
    ),
    Column(
        "echo",
        lambda: say("ECHO"),
        lambda row: row.figures.echoes if row.figures.echoes or row.figures.answered else None,
        zero=_always,
        cells=4,
        printed=True,
        below=True,
    ),
    Column(
        "echo-a-contribution",
        lambda: say("ECHO EACH"),
        lambda row: row.figures.echoes_a_contribution,
        zero=_always,
        printed=True,
        below=True,
    ),
    Column(
        "echo-an-hour",
        lambda: say("ECHO AN HOUR"),
        lambda row: row.figures.echoes_an_hour,
        zero=_always,
        printed=True,
        below=True,
    ),
    Column("joy", lambda: say("JOY"), lambda row: row.figures.joy, zero=_always, printed=True, below=True),
    Column(
        "a-contribution",
        lambda: say("MIN A CONTRIBUTION"),
        lambda row: row.figures.a_contribution,
        minutes=True,
        cells=4,
    ),
    Column("a-person", lambda: say("MIN A PERSON"), lambda row: row.figures.a_person, minutes=True, cells=4),
    Column("gave", lambda: say("LAST GAVE"), lambda row: row.figures.last_gave, cells=8, printed=True, below=True),
    Column("only-read", lambda: say("ONLY READ"), lambda row: row.figures.last_only_read, cells=8),
    Column(
        "meetings",
        lambda: say("MEETINGS"),
        lambda row: sum(row.figures.held),
        words=True,
        printed=True,
        below=True,
    ),
    Column(
        "verdict",
        lambda: say("VERDICT"),
        lambda row: row.taken.title if row.taken else row.proposal.word,
        largest_first=False,
        order=lambda row: _VERDICTS.index(row.taken or row.proposal.verdict),
        words=True,
        cells=12,
        wanted=LAST,
        printed=True,
        below=True,
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}


def find_column(name: str) -> Column[GroupAudit]:
    """The column that is called so, or headed so in the language spoken. Raises Misread."""
    word = chosen(name, ((column.name, column.heading()) for column in COLUMNS))
    if word is None:
        known = ", ".join(column.word for column in COLUMNS)
        raise Misread(say("“{text}” is no column; there are {known}.", text=shown(name), known=known))
    return BY_NAME[word]


def ordered(rows: Sequence[GroupAudit], column: Column[GroupAudit], *, turned: bool = False) -> list[GroupAudit]:
    """Rows sorted by a column, ``turned`` the other way round; those with nothing in it always come last."""
    values = [(column.rank(row), row) for row in rows]
    known = [pair for pair in values if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=column.largest_first != turned)
    return [row for _, row in known] + [row for value, row in values if value is None]


class View(NamedTuple):
    """What of an audit is looked at, and in which order: groups of a standing (None: of any), as ``text`` filters them,
    sorted by a column (its name), ``turned`` the other way round."""

    standing: Standing | None = None
    text: str = ""
    column: str = "standing"
    turned: bool = False

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self.standing is None and not self.text


def looked_through(audit: Audit, view: View, objectives: Sequence[Objective] = ()) -> list[GroupAudit]:
    """The rows of an audit that a view shows, in its order. Raises Misread for a filter that cannot be read."""
    rows = [row for row in audit.rows if view.standing in (None, row.group.standing)]
    rows = filtered(rows, conditions(view.text, objectives))
    return ordered(rows, BY_NAME[view.column], turned=view.turned)


class Condition(NamedTuple):
    """One thing a row must be: ``test`` says whether it is."""

    words: str
    test: Callable[[GroupAudit], bool]


_COMPARED = re.compile(r"([a-z-]+)(<=|>=|<|>|=)(\S*)")


def conditions(text: str, objectives: Sequence[Objective] = ()) -> tuple[Condition, ...]:
    """What was typed into the filter, a word a condition: ``selected people=0 read>60 #visibility due``.

    A word is looked for in names, standings, roles, natures and verdicts; ``column<number`` compares; ``#objective``
    asks for what serves it; ``due`` for what wants a look; ``open`` for what wants a decision. Raises Misread for a
    column or an objective that there is not.
    """
    return tuple(_condition(word, objectives) for word in folded(text).split())


def filtered(rows: Iterable[GroupAudit], wanted: Sequence[Condition]) -> list[GroupAudit]:
    """The rows that are all that is wanted."""
    return [row for row in rows if all(condition.test(row) for condition in wanted)]


def _condition(word: str, objectives: Sequence[Objective]) -> Condition:
    if word[0] == "#":
        return Condition(word, _serves(word[1:], objectives))
    asks = chosen(word, (("due", say("due", context="a look")), ("open", say("open", context="a decision"))))
    if asks == "due":
        return Condition(word, lambda row: row.look_due)
    if asks == "open":
        return Condition(word, lambda row: row.open)
    compared = _COMPARED.fullmatch(word)
    if compared:
        return Condition(word, _comparison(*compared.groups()))
    return Condition(word, lambda row: any(word in text for text in _texts(row)))


_SEARCHED = [field for field in FIELDS if field.searched]
_NOTHING = Book({}, {}, {})  # what is searched of a group needs no book to be said


def _texts(row: GroupAudit) -> list[str]:
    verdict = row.taken.title if row.taken else row.proposal.word
    return [folded(text) for text in (*(field.said(row.group, _NOTHING) for field in _SEARCHED), verdict)]


def _serves(text: str, objectives: Sequence[Objective]) -> Callable[[GroupAudit], bool]:
    meant = {each.id for each in objectives if folded(each.id).startswith(text) or text in folded(each.title)}
    if not meant:
        raise unknown_objective(text, [each.id for each in objectives])
    return lambda row: bool(meant.intersection(row.group.objectives))


def _comparison(name: str, sign: str, text: str) -> Callable[[GroupAudit], bool]:
    column = find_column(name)
    if sign == "=" and column.words:
        return lambda row: text in (said := folded(str(column.value(row))), *said.split(", "))
    wanted = _wanted(text, f"{name}{sign}{text}")

    def test(row: GroupAudit) -> bool:
        value: Any = column.value(row)
        alike = type(value) is type(wanted) or {type(value), type(wanted)} == {int, float}
        return alike and _TESTS[sign](value, wanted)

    return test


_TESTS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "<": lt, ">": gt, "<=": le, ">=": ge}


def _wanted(text: str, typed: str) -> float | date:
    """A number or a date to compare with. Raises Misread."""
    try:
        if re.fullmatch(r"\d+[.,]\d+", text):
            return float(text.replace(",", "."))
        return int(text) if text.isdecimal() else date.fromisoformat(text)
    except ValueError:
        raise Misread(
            say("“{text}” compares with no number and no date; write people<2 or gave<2026-10-01.", text=shown(typed))
        ) from None
