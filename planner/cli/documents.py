"""Facts as JSON documents; their shape is a promise to other programs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from planner.cli.objective_documents import progress_document
from planner.domain.book import FILE, rows_if_known
from planner.domain.clock_time import may_overlap
from planner.domain.drift.judgement import UnreadDay
from planner.domain.instants import pinned
from planner.domain.people.follow_ups import SHOWN
from planner.domain.plan import Plan
from planner.domain.value.enums import StrEnum
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.weeks.unread_report import UnreadReport

if TYPE_CHECKING:
    from planner.domain.appointment import Appointment
    from planner.domain.book import Book
    from planner.domain.drift.balance import Balance, Share
    from planner.domain.drift.drift import Drift
    from planner.domain.drift.forecast import Forecast
    from planner.domain.drift.judgement import Day
    from planner.domain.echo import Echo
    from planner.domain.entry import Entry
    from planner.domain.felt import Felt
    from planner.domain.group import Group
    from planner.domain.people.follow_ups import FollowUp
    from planner.domain.step import Step
    from planner.domain.timer import Timer
    from planner.domain.week import Week
    from planner.domain.weeks.change import Change
    from planner.domain.weeks.report import WeekReport
    from planner.domain.weeks.unread_report import Report

Document = dict[str, Any]


def plain(value: Any) -> Any:
    """A field's value as JSON has it: a word or a day as it is written, several as a list, a record by its names."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: plain(each) for name, each in value._asdict().items()}
        return [plain(each) for each in value]
    return value


def entry_document(entry: Entry, book: Book) -> Document:
    """An entry; its group by slug, people and objectives by id."""
    group = book.groups.get(entry.group)
    return {
        "id": entry.id,
        "week": str(entry.week),
        "start": pinned(entry.start).isoformat(),
        "minutes": entry.minutes,
        "kind": entry.kind.value,
        "form": entry.form,
        "group": group.slug if group else entry.group,
        "people": list(entry.people),
        "objectives": list(entry.objectives),
        "note": entry.note,
        "echo": echo_document(entry.echo) if entry.echo else None,
        "via": entry.via,
        "confirmed": entry.confirmed,
        "joy": entry.joy,
        "place": entry.place,
    }


def felt_document(felt: Felt) -> Document:
    """How it was: lately, and by month."""
    months = [{"month": f"{first:%Y-%m}", "joy": joy} for first, joy in felt.months]
    return {"joy_lately": felt.lately, "joy_by_month": months}


def echo_document(echo: Echo) -> Document:
    """What came back: how often each way, from whom (ids), her word, and when she said so."""
    return {
        "counts": dict(echo.counts),
        "people": list(echo.people),
        "text": echo.text,
        "at": pinned(echo.at).isoformat() if echo.at else None,
    }


def logged_document(change: Change, book: Book) -> Document:
    """The entry that a change made or changed, with what goes on at the same time."""
    assert change.entry
    overlaps = [
        {
            "id": other.id,
            "group": book.groups[other.group].slug if other.group in book.groups else other.group,
            "start": pinned(other.start).isoformat(),
            "may": may_overlap(change.entry, other),
        }
        for other in change.overlaps
    ]
    return {**entry_document(change.entry, book), "overlaps": overlaps}


def timer_document(timer: Timer | None, now: datetime, book: Book, *, doubtful: bool = False) -> Document | None:
    """The running timer with its minutes so far, which count nowhere while it is ``doubtful``; or None."""
    if timer is None:
        return None
    group = book.groups.get(timer.group)
    return {
        "start": pinned(timer.start).isoformat(),
        "minutes": timer.elapsed(now),
        "kind": timer.kind.value,
        "form": timer.form,
        "group": group.slug if group else timer.group,
        "people": list(timer.people),
        "objectives": list(timer.objectives),
        "note": timer.note,
        "doubtful": doubtful,
        "paused": pinned(timer.paused).isoformat() if timer.paused else None,
        "away": timer.away,
    }


#: What a judgement says, by name.
_JUDGED = (
    *("level", "probability", "forecast", "cap", "cap_level", "balance"),
    *("as_planned", "as_last_week", "hands_forecast", "signals"),
)


def report_drift_document(report: Report) -> Document:
    """The judgement of a week, as :func:`drift_document` has it."""
    if isinstance(report, UnreadReport):
        return drift_document(None)
    return drift_document(report.drift, report.quiet)


def drift_document(drift: Drift | None, quiet: Collection[tuple[str, str]] = ()) -> Document:
    """A judgement with its signals; what cannot be said yet is null, and all of it where the week cannot be read.

    ``quiet`` are the codes and causes of those put off for this week.
    """
    if drift is None:
        return dict.fromkeys(_JUDGED)
    return {
        "level": drift.level.word,
        "probability": _chance(drift.probability),
        "forecast": _figures(drift.forecast),
        "cap": drift.cap,
        "cap_level": drift.cap_level.word,
        "balance": balance_document(drift.balance),
        "as_planned": drift.as_planned,
        "as_last_week": drift.as_last_week,
        "hands_forecast": _figures(drift.hands),
        "signals": [
            {
                "code": signal.code,
                "level": signal.level.word,
                "text": signal.text,
                "advice": signal.advice,
                "cause": signal.cause,
                "put_off": signal.about in quiet,
            }
            for signal in drift.signals
        ],
    }


def balance_document(balance: Balance) -> Document:
    """The judgement of the balance: chances and shares 0 to 1, null where it is not judged."""
    return {
        "level": balance.level.word,
        "probability": _chance(balance.probability),
        "limit": _chance(balance.limit),
        "share": _figures(balance.share),
        "assumed": balance.assumed,
    }


def _chance(chance: float | None) -> float | None:
    return None if chance is None else round(chance, 3)


def _figures(figures: Forecast | Share | None) -> Document | None:
    return None if figures is None else figures._asdict()


def day_document(day: Day | UnreadDay) -> Document:
    """One line of a replay; all but its day is null where the week cannot be read."""
    if isinstance(day, UnreadDay):
        return {"at": pinned(day.at).isoformat(), "week": str(day.week), **dict.fromkeys(_OF_DAY)}
    return {
        "at": pinned(day.at).isoformat(),
        "week": str(day.week),
        "watching": day.watching,
        "cap": day.cap,
        "probability": _chance(day.probability),
        "level": day.level.word,
        "forecast": _figures(day.forecast),
        "cap_level": day.cap_level.word,
        "balance": _chance(day.balance),
        "hands": day.hands,
    }


#: The figures of a day of a replay, by name.
_OF_DAY = (
    *("watching", "cap", "probability", "level", "forecast"),
    *("cap_level", "balance", "hands"),
)

#: The figures of a week, by name.
_FIGURES = ("planned", "logged", "watch_share", "watch_share_planned", "meeting_forecast", "review_due")


def _figures_of(report: Report) -> Document:
    """What a week comes to; null where it cannot be read."""
    if isinstance(report, UnreadReport):
        return dict.fromkeys(_FIGURES)
    return {
        "planned": report.planned.as_dict(),
        "logged": report.logged.as_dict(),
        "watch_share": report.watch_share,
        "watch_share_planned": report.watch_share_planned,
        "meeting_forecast": report.meeting_forecast,
        "review_due": report.review_due,
    }


def unread_files(report: Report) -> list[str]:
    """The names of the files of which a week is not known that can be read no more."""
    return [*([FILE] if report.unread else []), *([report.week.file] if isinstance(report, UnreadReport) else [])]


def status_document(report: Report, book: Book) -> Document:
    """Where the week stands; null is what is not known, and ``unread`` names the files that cannot be read."""
    return {
        "now": pinned(report.now).isoformat(),
        "week": str(report.week),
        **_figures_of(report),
        "drift": report_drift_document(report),
        "timer": timer_document(report.timer, report.now, book, doubtful=report.doubtful),
        "follow_ups_due": None if report.unread else report.due_today,
        "appointments_to_confirm": None if report.unread else len(report.to_confirm),
        "unconfirmed": None if isinstance(report, UnreadReport) else len(report.unconfirmed),
        "unread": unread_files(report),
    }


def week_document(report: Report, book: Book) -> Document:
    """The whole week: the status, a line a group, and the entries; of one that cannot be read those kept since."""
    return {
        **status_document(report, book),
        **(dict.fromkeys(_PLANNED) if isinstance(report, UnreadReport) else _planned(report, book)),
        "entries": [entry_document(entry, book) for entry in (*report.entries, *report.unconfirmed)],
        "coming": rows_if_known(book, [appointment_document(each, book) for each in report.coming]),
        "to_confirm": rows_if_known(book, [appointment_document(each, book) for each in report.to_confirm]),
        "follow_ups": rows_if_known(book, [follow_up_document(each) for each in report.follow_ups[:SHOWN]]),
    }


#: What a week tells beside its figures, by name.
_PLANNED = ("intention", "carried", "adverts", "objectives", "lines")


def _planned(report: WeekReport, book: Book) -> Document:
    """What was meant, and what was done for it."""
    return {
        "intention": report.plan.intention if report.plan else "",
        "carried": str(report.carried) if report.carried else None,
        "adverts": report.adverts,
        "objectives": rows_if_known(book, [progress_document(progress) for progress in report.objectives]),
        "lines": lines_document(report),
    }


def lines_document(report: WeekReport) -> list[Document]:
    return [
        {
            "group": line.group.slug,
            "planned": line.planned.as_dict(),
            "cap": line.planned.watching if line.capped else None,
            "logged": line.logged.as_dict(),
            "left": line.left.as_dict(),
            "pace": line.pace,
            "coming": line.coming,
        }
        for line in report.lines
    ]


def appointment_document(appointment: Appointment, book: Book) -> Document:
    """A meeting to come, or what became of it; its group by slug, people by id."""
    group = book.groups.get(appointment.group or "")
    return {
        "id": appointment.id,
        "start": pinned(appointment.start).isoformat(),
        "minutes": appointment.minutes,
        "title": appointment.title,
        "people": list(appointment.people),
        "group": group.slug if group else appointment.group,
        "form": appointment.form,
        "place": appointment.place,
        "outcome": appointment.outcome.value,
        "entry": appointment.entry or None,
    }


def follow_up_document(follow_up: FollowUp) -> Document:
    """An open next step, and how late it is in days (below 0 while it is to come)."""
    return {**step_document(follow_up.step), "name": follow_up.person.name, "late": follow_up.late}


def step_document(step: Step) -> Document:
    """A next step with a person."""
    return {
        "id": step.id,
        "person": step.person,
        "text": step.text,
        "day": step.day.isoformat(),
        "owed": step.owed.value if step.owed else None,
        "state": step.state.value,
        "put_off": step.put_off,
        "made": step.made.isoformat() if step.made else None,
        "closed": step.closed.isoformat() if step.closed else None,
    }


def plan_document(week: Week, plan: Plan | None, book: Book) -> Document:
    """A week's plan; ``lines`` by slug."""
    lines = plan.lines if plan else {}
    return {
        "week": str(week),
        "planned": plan is not None,
        "carried": str(plan.carried) if plan and plan.carried else None,
        "intention": plan.intention if plan else "",
        "lines": {
            (book.groups[id_].slug if id_ in book.groups else id_): split.as_dict() for id_, split in lines.items()
        },
        "shared": plan.shared if plan else 0,
        "short": {"days": plan.short.days, "of": plan.short.of} if plan and plan.short else None,
        "total": (plan or Plan({})).total.as_dict(),
    }


def group_document(group: Group) -> Document:
    """A group with all that is known of it."""
    document: Document = {}
    for name, value in group._asdict().items():
        if name == "sources":  # which only an import asks for
            continue
        if name == "roles":
            document["role"] = group.role.value
        document[name] = plain(value)
    return document


def change_document(change: Change, book: Book) -> Document:
    """What was done, in words, with the entry it was done to (or None)."""
    return {
        "done": change.words,
        "notes": list(change.notes),
        "entry": entry_document(change.entry, book) if change.entry else None,
    }
