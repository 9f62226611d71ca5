"""Two groups or two people made one: what is kept of each, and where a group's minutes go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..group import USUAL, Fit, Group, Standing
from ..kinds import Split
from ..person import Person, all_emails
from ..plan import Plan
from ..review import Review
from ..texts import folded
from ..value.typed import Any
from ..words import plural, say

#: The standing that the two have together is the one that is more.
_MORE = (Standing.SELECTED, Standing.CANDIDATE, Standing.PARKED, Standing.LEFT)


def merged_group(kept: Group, gone: Group) -> Group:
    """``kept`` with what only ``gone`` has: texts and figures where its own are empty, the objectives of both."""
    own = ("id", "slug", "name", "rank", "brought")
    filled: dict[str, Any] = {
        field: theirs
        for field, ours, theirs in zip(Group._fields, kept, gone, strict=True)
        if field not in own and ours in ("", None, Fit(), USUAL)
    }
    return kept._replace(**filled)._replace(
        objectives=follow((*kept.objectives, *gone.objectives), kept.id, gone.id),
        standing=min(kept.standing, gone.standing, key=_MORE.index),
        brought=tuple(sorted(dict.fromkeys((*kept.brought, *gone.brought)), key=lambda line: line.day)),
        sources=_both(kept.sources, gone.sources),
    )


def merged_plan(plan: Plan, kept: str, gone: str) -> Plan:
    """A plan in which the minutes of ``gone`` (id) are those of ``kept``; its total stays what it was, and so does that
    of the whole plan of a short week."""
    short = plan.short and plan.short._replace(lines=_merged_lines(plan.short.lines, kept, gone))
    return plan._replace(lines=_merged_lines(plan.lines, kept, gone), short=short)


def _merged_lines(lines: Mapping[str, Split], kept: str, gone: str) -> Mapping[str, Split]:
    if gone not in lines:
        return lines
    others = {id_: split for id_, split in lines.items() if id_ != gone}
    return {**others, kept: others[kept].and_(lines[gone]) if kept in others else lines[gone]}


def merged_review(review: Review, kept: str, gone: str) -> Review:
    """A review whose verdict on ``gone`` is that on ``kept``, unless that had one."""
    if gone not in review.verdicts:
        return review
    verdicts = {id_: verdict for id_, verdict in review.verdicts.items() if id_ != gone}
    verdicts.setdefault(kept, review.verdicts[gone])
    return review._replace(verdicts=verdicts)


def went_along_words(entries: int) -> str:
    """How many entries went along; nothing where there were none."""
    return plural(entries, "{n} entry moved with it.", "{n} entries moved with it.") if entries else ""


def _both(kept: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """The texts of both, each once: where they were read from, so that no import makes the second one anew."""
    return tuple(dict.fromkeys((*kept, *gone)))


def follow(ids: Iterable[str], kept: str, gone: str) -> tuple[str, ...]:
    """Ids in which ``gone`` has become ``kept``, each once."""
    return tuple(dict.fromkeys(kept if id_ == gone else id_ for id_ in ids))


def merged_person(kept: Person, gone: Person) -> Person:
    """``kept`` with what only ``gone`` has: fields where its own are as on the first day, and the groups of both.

    The notes are joined, and what ``gone`` says otherwise (its name, another company) is added to them, so that nothing
    is lost. Both must be left to rest for the one to be.
    """
    own = ("id", "name", "emails", "groups", "note", "dormant", "since", "sources", "known", "formerly", "through")
    filled: dict[str, Any] = {}
    others = [gone.name] if folded(gone.name) != folded(kept.name) else []
    for field, ours, theirs, nothing in zip(Person._fields, kept, gone, Person("", ""), strict=True):
        if field in own:
            continue
        if ours == nothing:
            filled[field] = theirs
        elif isinstance(theirs, str) and theirs and folded(theirs) != folded(str(ours)):
            others.append(theirs)
    also = say("also {values}", values=", ".join(others)) if others else ""
    notes = dict.fromkeys(filter(None, (kept.note, gone.note, also)))
    return kept._replace(**filled)._replace(
        emails=all_emails(*kept.emails, *gone.emails),
        groups=tuple(dict.fromkeys((*kept.groups, *gone.groups))),
        note="; ".join(notes),
        dormant=kept.dormant and gone.dormant,
        apart=tuple(id_ for id_ in dict.fromkeys((*kept.apart, *gone.apart)) if id_ not in (kept.id, gone.id)),
        since=min((day for day in (kept.since, gone.since) if day), default=None),
        known=min((day for day in (kept.known, gone.known) if day), default=None),
        formerly=tuple(sorted(dict.fromkeys((*kept.formerly, *gone.formerly)), key=lambda each: each.until)),
        sources=_both(kept.sources, gone.sources),
        through=next((id_ for id_ in (kept.through, gone.through) if id_ not in ("", kept.id, gone.id)), ""),
    )
