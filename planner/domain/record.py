"""A week as it is kept."""

from __future__ import annotations

from .errors import StoreError
from .value import NamedTuple
from .value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .alert import Alert
    from .entry import Entry
    from .plan import Plan
    from .review import Review
    from .week import Week


class WeekRecord(NamedTuple):
    """All that one week's file holds. ``plan`` is None for a week that was never planned.

    It is ``unread`` where it stands in the place of a damaged file, with what was kept since: what it does not hold is
    not known, rather than not there.
    """

    week: Week
    plan: Plan | None = None
    entries: tuple[Entry, ...] = ()  # by start
    reviews: tuple[Review, ...] = ()  # by revision
    alerts: tuple[Alert, ...] = ()
    unread: bool = False


def lived(records: Sequence[WeekRecord]) -> Sequence[WeekRecord]:
    """Those, oldest first, from the first on in which anything was on, the last one at least: a week before she began
    is no empty one, and one that cannot be read had something in it."""
    began = next((n for n, each in enumerate(records) if each.entries or each.plan or each.unread), len(records) - 1)
    return records[max(0, began) :]


def refuse_unread_week(record: WeekRecord) -> None:
    """Raises StoreError for a week that could not be read, over which nothing is planned, judged or closed."""
    if record.unread:
        from .unread import unread_file_words

        raise StoreError(unread_file_words(record.week.file))
