"""The hand-out: what an adviser needs to see at the table, as plain values. Every form of it is drawn from these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..audit.audit import Audit, GroupAudit
from ..audit.figures import entries_once
from ..audit.setting_out import SettingOut
from ..book import Book
from ..budget.selection import Selection
from ..budget.upkeep import Upkeep
from ..counsel import Talk, last_talk, open_questions
from ..group import Group, Standing
from ..kinds import Kind, Split, held_nearest
from ..plan import Plan
from ..record import WeekRecord, lived
from ..review import Verdict
from ..texts import folded
from ..trace import Contact
from ..value import NamedTuple
from ..week import Week
from ..words import say

#: The most weeks that it looks back on.
MOST_WEEKS = 52


class Considered(NamedTuple):
    """A group that she follows or leaves out: the minutes a week that it takes, and those ``planned`` for it, None
    without a plan; ``why`` it is left out, or does not fit although she follows it; "" where nothing is to be said."""

    group: Group
    upkeep: Upkeep
    planned: int | None
    why: str


class WeekBalance(NamedTuple):
    """A week's minutes by kind; None where its file cannot be read. ``planned`` is None for one without a plan."""

    week: Week
    done: Split | None
    planned: Split | None


class Met(NamedTuple):
    """Somebody met, what is known of them, and how: True in person, False from afar, None where that was not said.

    ``new`` are those who had not been met before.
    """

    name: str
    position: str
    company: str
    in_person: bool | None
    new: bool


class MetMonth(NamedTuple):
    """Whom she met in a month, as far as it is looked back on; ``first`` is its first day."""

    first: date
    people: tuple[Met, ...]


class MetGroup(NamedTuple):
    """Whom she met in a group; "" is one that is gone from the book."""

    name: str
    people: tuple[Met, ...]


class Handout(NamedTuple):
    """All of it, over the ``weeks`` that end with the running one, none of them before she began. ``named`` says
    whether names stand in it.

    ``set_out`` are her objectives at first and now; ``audit`` every group with its figures and verdict; ``met`` is how
    many different people were. ``questions`` are those she has written since the last ``talk``.
    """

    today: date
    named: bool
    weeks: tuple[WeekBalance, ...]
    set_out: SettingOut
    audit: Audit
    followed: tuple[Considered, ...]
    left_out: tuple[Considered, ...]
    met: int
    months: tuple[MetMonth, ...]
    groups: tuple[MetGroup, ...]
    questions: tuple[str, ...]
    talk: Talk | None

    @property
    def spent(self) -> int | None:
        """Minutes that a week took on average, of those that are over and can be read; None without any."""
        over = [each.done.total for each in self.weeks if each.done and each.week.sunday < self.today]
        return round(sum(over) / len(over)) if over else None

    @property
    def logged(self) -> Split:
        """Minutes by kind over these."""
        done = [each.done for each in self.weeks if each.done]
        return Split(*(sum(column) for column in zip(*done, strict=True))) if done else Split()


def verdict_of(row: GroupAudit) -> Verdict | None:
    """What is decided for a group: her verdict, else the proposed one."""
    return row.taken or row.proposal.verdict


def handout(  # noqa: PLR0917 - a book in its surroundings
    book: Book,
    records: Sequence[WeekRecord],
    audit: Audit,
    set_out: SettingOut,
    selection: Selection,
    plan: Plan | None,
    contacts: Mapping[str, Sequence[Contact]],
    *,
    named: bool,
) -> Handout:
    """The hand-out of a book (one without names, unless ``named``) over ``records``, oldest first.

    ``selection`` is what fits into her minutes, ``plan`` the latest one; ``contacts`` are all there ever were, by
    person (id).
    """
    considered = [_considered(row, selection, plan) for row in audit.rows]
    first, last = records[0].week.monday, records[-1].week.sunday
    meetings = {id_: _meetings(some) for id_, some in contacts.items()}
    known = [_Meetings(book, id_, some, first, last) for id_, some in meetings.items() if id_ in book.people]
    met = [each for each in known if each.lately]
    counsel = book.counsel.values()
    return Handout(
        today=audit.today,
        named=named,
        weeks=tuple(map(_balance, lived(records))),
        set_out=set_out,
        audit=audit,
        followed=tuple(each for each in considered if each.group.standing is Standing.SELECTED),
        left_out=tuple(each for each in considered if each.group.standing is not Standing.SELECTED),
        met=len(met),
        months=tuple(_months(met)),
        groups=tuple(_groups(met, book)),
        questions=open_questions(counsel),
        talk=last_talk(counsel),
    )


def _considered(row: GroupAudit, selection: Selection, plan: Plan | None) -> Considered:
    group = row.group
    planned = plan.lines[group.id].total if plan and group.id in plan.lines else None
    fits = {each.id: why for each, why in selection.left_out}
    if group.standing is Standing.SELECTED:
        return Considered(group, row.upkeep, planned, fits.get(group.id, ""))
    proposed = row.proposal.reasons[0] if row.proposal.reasons else ""
    why = group.reason or fits.get(group.id) or (say("it would fit") if group in selection.proposed else proposed)
    return Considered(group, row.upkeep, planned, why)


def _balance(record: WeekRecord) -> WeekBalance:
    if record.unread:
        return WeekBalance(record.week, None, None)
    done = Split()
    for entry in entries_once(record):
        if entry.confirmed:
            done = done.plus(entry.kind, entry.minutes)
    return WeekBalance(record.week, done, record.plan.budget if record.plan else None)


def _meetings(contacts: Iterable[Contact]) -> list[Contact]:
    return [contact for contact in contacts if contact.kind is Kind.MEETING]


class _Meetings:
    """The meetings with one person, and those of them within the hand-out's days."""

    def __init__(self, book: Book, id_: str, meetings: Sequence[Contact], first: date, last: date) -> None:
        self.person = book.people[id_]
        self.lately = [each for each in meetings if id_ in each.people and first <= each.day <= last]
        self._first = min((each.day for each in meetings if id_ in each.people), default=None)

    def told(self, which: Callable[[Contact], bool]) -> Met | None:
        """The person as met at those meetings; None for none of them."""
        some = [each for each in self.lately if which(each)]
        if not some:
            return None
        held = held_nearest(each.form for each in some)
        person, new = self.person, any(each.day == self._first for each in some)
        return Met(person.name, person.position, person.company, held, new)


def _months(met: Sequence[_Meetings]) -> Iterator[MetMonth]:
    """The latest month first; in it those who are new, then by name."""
    for month in sorted({each.day.replace(day=1) for some in met for each in some.lately}, reverse=True):
        yield MetMonth(month, _people(met, lambda each, month=month: each.day.replace(day=1) == month))  # type: ignore[misc]


def _groups(met: Sequence[_Meetings], book: Book) -> Iterator[MetGroup]:
    """The group that most were met in first."""
    by_group = {
        id_: _people(met, lambda each, id_=id_: each.group == id_)  # type: ignore[misc]
        for id_ in {each.group for some in met for each in some.lately}
    }
    for id_, people in sorted(by_group.items(), key=lambda item: (-len(item[1]), item[0])):
        yield MetGroup(book.groups[id_].name if id_ in book.groups else "", people)


def _people(met: Sequence[_Meetings], which: Callable[[Contact], bool]) -> tuple[Met, ...]:
    told = filter(None, (each.told(which) for each in met))
    return tuple(sorted(told, key=lambda each: (not each.new, folded(each.name))))
