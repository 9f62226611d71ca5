"""The hand-out as a JSON document. It has no ids: those of people and groups say their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.documents import Document, plain
from planner.domain.weeks.handout import verdict_of

if TYPE_CHECKING:
    from planner.domain.audit.audit import GroupAudit
    from planner.domain.objective import Objective
    from planner.domain.weeks.handout import Considered, Handout


def handout_document(handout: Handout, path: str | None = None) -> Document:
    """All that the hand-out tells, and where it was written; null is what is not known."""
    considered = {each.group.id: each for each in (*handout.followed, *handout.left_out)}
    reality, found = handout.audit.reality, handout.set_out
    return {
        "path": path,
        "named": handout.named,
        "today": handout.today.isoformat(),
        "weeks": [
            {
                "week": str(each.week),
                "logged": each.done.as_dict() if each.done else None,
                "planned": each.planned.as_dict() if each.planned else None,
            }
            for each in handout.weeks
        ],
        "objectives": {
            "first": [_objective(each) for each in found.first],
            "now": [_objective(each) for each in found.now],
            "minutes": found.minutes,
            "served": found.served,
        },
        "reality": reality._asdict() if reality else None,
        "groups": [_group(row, considered[row.group.id]) for row in handout.audit.rows],
        "met": handout.met,
        "months": [
            {"month": f"{each.first:%Y-%m}", "people": [plain(met) for met in each.people]} for each in handout.months
        ],
        "met_by_group": [
            {"group": each.name, "people": [plain(met) for met in each.people]} for each in handout.groups
        ],
        "questions": list(handout.questions),
        "talk": plain(handout.talk),
        "unread": [week.file for week in handout.audit.without],
    }


def _objective(objective: Objective) -> Document:
    return {
        "title": objective.title,
        "aim": objective.aim.value,
        "rank": objective.rank,
        "pursuit": objective.pursuit.value,
        "since": objective.since.isoformat() if objective.since else None,
    }


def _group(row: GroupAudit, considered: Considered) -> Document:
    group, figures, verdict = row.group, row.figures, verdict_of(row)
    return {
        "name": group.name,
        "standing": group.standing.value,
        "roles": [role.value for role in group.roles],
        "minutes": figures.minutes.as_dict(),
        "people": figures.people,
        "echoes": figures.echoes,
        "upkeep_counted": row.upkeep.counted,
        "upkeep_known": row.upkeep.known,
        "planned": considered.planned,
        "verdict": verdict.value if verdict else None,
        "taken": row.taken is not None,
        "reasons": list(row.proposal.reasons),
        "why": considered.why,
    }
