"""The audit: every group with what it has brought, beside what following them all would take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..book import Book, unread_words
from ..budget.budget import Reality, reality, reality_words
from ..budget.selection import Joys, in_her_order, weight
from ..budget.upkeep import Lately, Upkeep, upkeeps
from ..group import Group, Standing
from ..record import WeekRecord
from ..review import Verdict
from ..unread import without_words
from ..value import NamedTuple
from ..week import Week
from ..words import say
from .archive import Done, DoneByGroup, archive_words
from .dispersion import Dispersion, dispersion, dispersion_words
from .figures import GroupFigures, all_figures, entries_once
from .moved import Freed
from .roles import Judged, judged
from .verdicts import Proposal, proposed

#: Spans of weeks to choose from, the running one included.
SPANS = (4, 8, 13, 26, 52)

#: How groups follow each other, until she sorts them otherwise.
BY_STANDING = (Standing.SELECTED, Standing.CANDIDATE, Standing.PARKED, Standing.LEFT)


class GroupAudit(NamedTuple):
    """One group under audit: its figures, the verdict they propose, and the one she has taken for the review to come.

    ``weight`` is what it counts in a selection, ``upkeep`` what is known of the minutes it takes; ``look_due`` says
    that nobody has looked at it for three months, ``archive`` what an archive says was done there.
    """

    figures: GroupFigures
    proposal: Proposal
    taken: Verdict | None
    weight: int
    upkeep: Upkeep
    look_due: bool
    roles: tuple[Judged, ...] = ()  # how each of its roles was served
    freed: Freed | None = None  # by its watching being moved; None: it was not
    archive: Done | None = None

    @property
    def group(self) -> Group:
        return self.figures.group

    @property
    def open(self) -> bool:
        """Whether it asks for a decision: another verdict than to keep it is proposed, and none was taken."""
        return self.taken is None and self.proposal.verdict not in (None, Verdict.KEEP)


class Audit(NamedTuple):
    """All groups over ``weeks`` weeks that end with the running one, the reality check and the dispersion check.

    Where the book is damaged there are no checks: what they would be of is not known.
    """

    weeks: int
    today: date
    rows: tuple[GroupAudit, ...]
    reality: Reality | None
    dispersion: Dispersion | None
    without: tuple[Week, ...] = ()  # those of the weeks that cannot be read
    elsewhere: Done | None = None  # what an archive says was done in no group

    @property
    def unread(self) -> bool:
        """Whether the book is damaged, so that there may be more groups than are known."""
        return self.dispersion is None

    def count(self, standing: Standing | None = None) -> int:
        """How many groups have a standing, of those that are known; all of them, where None is asked for."""
        return sum(standing in (None, row.group.standing) for row in self.rows)

    @property
    def open(self) -> int:
        """How many groups ask for a decision."""
        return sum(row.open for row in self.rows)

    @property
    def due(self) -> int:
        """How many groups ask for a look."""
        return sum(row.look_due for row in self.rows)


def audit(  # noqa: PLR0917 - the weeks in their surroundings
    records: Sequence[WeekRecord],
    book: Book,
    taken: Mapping[str, Verdict],
    minutes: int,
    today: date,
    lately: Lately = (),
    *,
    said: bool = True,
    felt: Joys = {},  # noqa: B006 - never written to
    closer: Mapping[str, int] = {},
    freed: Mapping[str, Freed] = {},
    archive: DoneByGroup = {},  # noqa: B006 - never changed
) -> Audit:
    """The audit over ``records``, the last weeks in order.

    ``taken`` are the verdicts decided so far, by group id; ``minutes`` those a week has, hers where ``said``;
    ``lately`` is what was logged in the last whole weeks, ``felt`` how it was. By group id, ``closer`` are the ties
    that moved up there over the weeks, and ``freed`` what was freed where its watching was moved. Groups come selected
    first, then candidates, parked and left ones, each in her order.
    """
    groups = sorted(in_her_order(book.groups.values()), key=lambda group: BY_STANDING.index(group.standing))
    costs = upkeeps(groups, lately)
    rows = tuple(
        GroupAudit(
            each,
            proposed(each),
            taken.get(each.group.id),
            weight(each.group, book.objectives, felt),
            costs[each.group.id],
            look_due(each.group, today),
            judged(each, closer.get(each.group.id, 0)),
            freed.get(each.group.id),
            archive.get(each.group.id),
        )
        for each in all_figures(groups, records)
    )
    without = tuple(record.week for record in records if record.unread)
    if book.unread:
        return Audit(len(records), today, rows, None, None, without, archive.get(None))
    entries = [entry for record in records for entry in entries_once(record)]
    real = reality(groups, minutes, lately, said=said)
    return Audit(len(records), today, rows, real, dispersion(book, entries), without, archive.get(None))


def checks_words(audit: Audit) -> tuple[str, ...]:
    """What both checks say, a sentence each; without a group nothing is said of what following them takes."""
    if audit.reality is None or audit.dispersion is None:
        return (unread_words(), *said_beside(audit))
    return (*((reality_words(audit.reality),) if audit.rows else ()), *said_beside(audit))


def said_beside(audit: Audit) -> tuple[str, ...]:
    """What there is to say beside the reality check: what of the weeks cannot be read, the dispersion, the archive."""
    without = (without_words(audit.without),) if audit.without else ()
    elsewhere = (
        (say("In no group, as the archive says: {done}.", done=archive_words(audit.elsewhere)),)
        if audit.elsewhere
        else ()
    )
    return (*without, *(dispersion_words(audit.dispersion) if audit.dispersion else ()), *elsewhere)


def look_due(group: Group, today: date) -> bool:
    """Whether a group that she has not left asks to be looked at."""
    return group.standing is not Standing.LEFT and (group.next_look is None or group.next_look <= today)
