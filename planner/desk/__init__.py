"""The desk: the one door for every change and every question.

A question answers with a plain value made by domain. A change is checked with domain, kept by store in one
transaction under its lock, can be undone, and answers with a Change that says what happened in words.
Rules live in domain; what stands here is the order in which they are asked and kept.

``Desk`` is one class in several files, one for each thing she does: log, time, plan, set objectives, keep groups,
audit them, know people, arrange what comes next, be warned, review, look back, keep safe. A command asks one or two of
them, and loading them all would be a tenth of what it costs: each comes to the desk when it is first asked for.
"""

from __future__ import annotations

from planner.desk.base import Base
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.desk.appointments import Appointments
    from planner.desk.audits import Audits
    from planner.desk.books import Books
    from planner.desk.finds import Finds
    from planner.desk.groups import Groups
    from planner.desk.handouts import Handouts
    from planner.desk.imports import Imports
    from planner.desk.log import Log
    from planner.desk.merges import Merges
    from planner.desk.objectives import Objectives
    from planner.desk.people import People
    from planner.desk.plans import Plans
    from planner.desk.reviews import Reviews
    from planner.desk.safety import Safety
    from planner.desk.steps import Steps
    from planner.desk.timer import Timing
    from planner.desk.trends import Trending
    from planner.desk.warnings import Warnings
    from planner.desk.ways import Ways

    class Desk(
        Log,
        Timing,
        Safety,
        Warnings,
        Plans,
        Objectives,
        Groups,
        Merges,
        Handouts,
        Audits,
        People,
        Steps,
        Appointments,
        Books,
        Imports,
        Reviews,
        Ways,
        Trending,
        Finds,
    ):
        """Everything planner can do, for one home and one clock."""
else:
    #: The sides by their files, those that are asked most often first.
    _SIDES = {
        "log": "Log",
        "timer": "Timing",
        "safety": "Safety",
        "warnings": "Warnings",
        "trends": "Trending",
        "plans": "Plans",
        "objectives": "Objectives",
        "groups": "Groups",
        "merges": "Merges",
        "audits": "Audits",
        "people": "People",
        "steps": "Steps",
        "appointments": "Appointments",
        "books": "Books",
        "imports": "Imports",
        "reviews": "Reviews",
        "handouts": "Handouts",
        "ways": "Ways",
        "finds": "Finds",
    }

    class Desk(Base):
        """Everything planner can do, for one home and one clock."""

        def __getattr__(self, name):
            """What no side at hand can do: one side after the other comes to the desk, until one can."""
            for file, side in _SIDES.items():
                module = f"{__name__}.{file}"
                if not any(each.__module__ == module for each in type(self).__mro__):
                    self.__class__ = type("Desk", (getattr(__import__(module, fromlist=[side]), side), type(self)), {})
                    if hasattr(type(self), name):
                        return getattr(self, name)
            raise AttributeError(f"The desk has no “{name}”.")


__all__ = ["Desk"]
