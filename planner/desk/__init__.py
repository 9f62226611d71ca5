"""The desk: the one door for every change and every question.

A question answers with a plain value made by domain. A change is checked with domain, kept by store in one
transaction under its lock, can be undone, and answers with a Change that says what happened in words.
Rules live in domain; what stands here is the order in which they are asked and kept.

``Desk`` is one class in several files, one for each thing she does: log, time, plan, set objectives, keep groups,
audit them, know people, arrange what comes next, be warned, review, keep safe.
"""

from __future__ import annotations

from planner.desk.appointments import Appointments
from planner.desk.audits import Audits
from planner.desk.books import Books
from planner.desk.groups import Groups
from planner.desk.log import Log
from planner.desk.merges import Merges
from planner.desk.objectives import Objectives
from planner.desk.people import People
from planner.desk.plans import Plans
from planner.desk.reviews import Reviews
from planner.desk.safety import Safety
from planner.desk.steps import Steps
from planner.desk.timer import Timing
from planner.desk.warnings import Warnings


class Desk(
    Log,
    Timing,
    Plans,
    Objectives,
    Groups,
    Merges,
    Audits,
    Warnings,
    People,
    Steps,
    Appointments,
    Books,
    Reviews,
    Safety,
):
    """Everything planner can do, for one home and one clock."""


__all__ = ["Desk"]
