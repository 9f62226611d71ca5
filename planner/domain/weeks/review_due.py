"""Which week waits for its review, and from when on."""

from __future__ import annotations

from datetime import datetime, time

from ..record import WeekRecord
from ..settings import Settings
from ..week import Week


def review_due(record: WeekRecord, now: datetime, settings: Settings) -> bool:
    """Whether a week waits for its review: something was planned or logged, and no review of it was ever closed.

    The running week waits from her day and hour on, by the wall clock; the one before it as long as it is the
    one before. Older weeks wait no more.
    """
    planned = record.plan is not None and record.plan.carried is None
    if not (planned or record.entries) or any(review.closed for review in record.reviews):
        return False
    age = Week.of(now).minus(record.week)
    if age == 0:
        day = record.week.days[settings.review_day]
        return now >= datetime.combine(day, time(settings.review_hour), now.tzinfo)
    return age == 1
