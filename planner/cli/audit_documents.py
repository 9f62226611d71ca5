"""The audit and a selection as JSON documents; their shape is a promise to other programs."""

from __future__ import annotations

from collections.abc import Sequence

from planner.cli.documents import felt_document, plain
from planner.domain.audit.archive import Done
from planner.domain.audit.audit import Audit, GroupAudit
from planner.domain.audit.dispersion import Dispersion
from planner.domain.audit.moved import Freed
from planner.domain.audit.setting_out import SettingOut
from planner.domain.book import FILE
from planner.domain.budget.budget import Proposal
from planner.domain.budget.selection import Selection
from planner.domain.group import Group
from planner.domain.value.typed import Any

Document = dict[str, Any]


def audit_document(audit: Audit, rows: Sequence[GroupAudit], set_out: SettingOut | None) -> Document:
    """The audit; ``groups`` are the rows that were asked for, ``set_out`` what a quarter made of her first objectives.
    The checks are null where the book is damaged, and so are the groups where none is known; ``unread`` names what
    cannot be read."""
    lacks_book = audit.dispersion is None
    return {
        "weeks": audit.weeks,
        "today": audit.today.isoformat(),
        "reality": audit.reality._asdict() if audit.reality else None,
        "dispersion": _dispersion(audit.dispersion) if audit.dispersion else None,
        "set_out": _set_out(set_out) if set_out and set_out.minutes else None,
        "elsewhere": _done(audit.elsewhere),
        "groups": None if lacks_book and not rows else [_row(row) for row in rows],
        "unread": [*([FILE] if lacks_book else []), *(week.file for week in audit.without)],
    }


def _done(done: Done | None) -> list[Document]:
    """What an archive says was done, a document a month; months without anything are left out."""
    return [{"month": f"{first:%Y-%m}", "did": dict(counts)} for first, counts in done.months] if done else []


def _dispersion(dispersion: Dispersion) -> Document:
    return {
        "active_objectives": dispersion.active,
        "groups_without": [group.slug for group in dispersion.groups],
        "minutes": dispersion.minutes,
        "minutes_without": dispersion.aimless,
        "share_without": dispersion.share,
    }


def _set_out(found: SettingOut) -> Document:
    return {
        "first": [objective.id for objective in found.first],
        "minutes": found.minutes,
        "served": found.served,
        "share": round(found.served / found.minutes, 2),
    }


def _row(row: GroupAudit) -> Document:
    group, figures = row.group, row.figures
    return {
        "group": group.slug,
        "name": group.name,
        "standing": group.standing.value,
        "role": group.role.value,
        "roles": [role.value for role in group.roles],
        "judged": [{"role": each.role.value, "served": each.served, "told": each.words} for each in row.roles],
        "nature": group.nature.value,
        "fit": {**group.fit._asdict(), "total": group.fit.total if group.fit.known else None},
        "activity": group.activity,
        "worth": group.worth,
        "joy": group.joy,
        "upkeep": group.upkeep,
        "upkeep_taken": row.upkeep.takes,
        "upkeep_counted": row.upkeep.counted,
        **felt_document(figures.felt),
        "brought": [plain(line) for line in figures.brought],
        "weight": row.weight,
        "weeks": figures.weeks,
        "minutes": figures.minutes.as_dict(),
        "planned": figures.planned.as_dict(),
        "adverts": figures.adverts,
        "moved": plain(group.moved),
        "freed": _freed(row.freed) if row.freed else None,
        "contributions": figures.contributions,
        "meetings": figures.meetings,
        "held": figures.held._asdict(),
        "people": figures.people,
        "echoes": figures.echoes,
        "answered": figures.answered,
        "heard": figures.heard,
        "echoes_a_contribution": figures.echoes_a_contribution,
        "echoes_an_hour": figures.echoes_an_hour,
        "minutes_a_contribution": figures.a_contribution,
        "minutes_a_person": figures.a_person,
        "last_gave": figures.last_gave.isoformat() if figures.last_gave else None,
        "last_only_read": figures.last_only_read.isoformat() if figures.last_only_read else None,
        "proposed": row.proposal.verdict.value if row.proposal.verdict else None,
        "reasons": list(row.proposal.reasons),
        "verdict": row.taken.value if row.taken else None,
        "look_due": row.look_due,
        "archive": _done(row.archive),
    }


def _freed(freed: Freed) -> Document:
    """Minutes a week that moving a group's watching has freed, and what takes more since."""
    return {
        "minutes": freed.minutes,
        "before": freed.before,
        "since": freed.since,
        "told_from": freed.told.isoformat(),
        "gains": [{"group": gain.group, "kind": gain.kind.value, "minutes": gain.minutes} for gain in freed.gains],
    }


def _unknown(selection: Selection) -> list[Group]:
    groups = (*selection.proposed, *(group for group, _ in selection.left_out))
    return [group for group in groups if not selection.upkeeps[group.id].known]


def selection_document(proposal: Proposal) -> Document:
    """A selection beside what all groups would take; its groups by slug."""
    selection = proposal.selection
    return {
        "reality": proposal.reality._asdict(),
        "minutes": selection.minutes,
        "proposed": [group.slug for group in selection.proposed],
        "value": selection.value,
        "upkeep": selection.needed,
        "present": [group.slug for group in selection.present],
        "present_value": selection.present_value,
        "present_upkeep": selection.present_needed,
        "joining": [group.slug for group in selection.joining],
        "leaving": [group.slug for group in selection.leaving],
        "left_out": [{"group": group.slug, "why": why} for group, why in selection.left_out],
        "not_looked_at": [group.slug for group in _unknown(selection)],
        "unserved": [objective.id for objective in selection.unserved],
    }
