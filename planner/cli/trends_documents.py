"""Trends and quarters as JSON documents."""

from __future__ import annotations

from collections.abc import Mapping

from planner.cli.documents import Document
from planner.domain.book import Book
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.trends import Figures, Total, Trends, TrendWeek, not_said, total

if TYPE_CHECKING:
    from planner.domain.weeks.quarter import QuarterPage


def trends_document(trends: Trends, book: Book) -> Document:
    """The weeks, what they come to, and which cannot be read."""
    view = trends.view
    objective = book.objectives.get(view.objective)
    return {
        "asked": trends.asked,
        "first": str(trends.first) if trends.first else None,
        "group": _slug(view.group, book) if view.group else None,
        "objective": (objective.id if objective else view.objective) or None,
        "weeks": [_week(each) for each in trends.weeks],
        "total": _total(total(trends.weeks)) if trends.known else None,
        "unread": [week.file for week in trends.unread],
    }


def quarter_document(page: QuarterPage, book: Book) -> Document:
    """The quarter with its months, groups and answers."""
    known = any(each.figures for each in page.weeks)
    return {
        "quarter": str(page.quarter),
        "first_day": page.quarter.weeks[0].monday.isoformat(),
        "last_day": page.quarter.weeks[-1].sunday.isoformat(),
        "weeks": [_week(each) for each in page.weeks],
        "total": _total(total(page.weeks)) if known else None,
        "months": [{"month": f"{month.first:%Y-%m}", "total": _month(month.weeks)} for month in page.months],
        "groups": [
            {
                "group": _slug(each.group, book),
                "logged": each.logged.as_dict(),
                "verdicts": [verdict.value for verdict in each.verdicts],
            }
            for each in page.groups
        ],
        "tied": None
        if page.tied is None
        else [{"id": id_, "name": book.person_name(id_), "day": day.isoformat()} for id_, day in page.tied],
        "said": [{**each._asdict(), "week": str(each.week)} for each in page.said],
        "reviews_closed": page.closed,
        "reviews_open": [str(week) for week in page.open],
        "unread": [week.file for week in page.unread],
    }


def _week(each: TrendWeek) -> Document:
    return {"week": str(each.week), "runs": each.runs, **(_figures(each.figures) if each.figures else _UNKNOWN)}


def _figures(figures: Figures) -> Mapping[str, object]:
    ties = figures.ties
    return {
        "logged": figures.logged.as_dict(),
        "days": [day.as_dict() for day in figures.days],
        "goal": figures.goal,
        "cap": figures.cap,
        "contributions": figures.contributions,
        "echoes": figures.echoes,
        "met": len(figures.met),
        "in_person": sum(near is True for near in figures.met.values()),
        "remote": sum(near is False for near in figures.met.values()),
        "not_said": not_said(figures.met.values()),
        "ties": None if ties is None else len(ties),
        "goal_kept": figures.goal_kept,
        "cap_kept": figures.cap_kept,
        "balanced": figures.balanced,
        "reached": figures.reached,
    }


#: What is said of a week that cannot be read.
_UNKNOWN: Mapping[str, object] = dict.fromkeys(
    (
        *("logged", "days", "goal", "cap", "contributions", "echoes", "met", "in_person", "remote", "not_said"),
        *("ties", "goal_kept", "cap_kept", "balanced", "reached"),
    )
)


def _total(some: Total) -> Document:
    return {**some._asdict(), "logged": some.logged.as_dict()}


def _month(weeks: tuple[TrendWeek, ...]) -> Document | None:
    return _total(total(weeks)) if any(each.figures for each in weeks) else None


def _slug(id_: str, book: Book) -> str:
    return book.groups[id_].slug if id_ in book.groups else id_
