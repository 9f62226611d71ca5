"""The review's step of verdicts: one for each group, on its own figures."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.audit.figures import GroupFigures
from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.words import minutes, plural, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal, wrap
from ..widgets.draw_verdict import verdict_mark

INDENT = 2
MARGIN = 2
SHORTEST_NAME, LONGEST_NAME = 10, 26
FIGURE = 8
BROUGHT = 8  # people, what came back, and minutes that served an objective; more where the title needs it
ECHO_FROM, SERVED_FROM = 76, 100
VERDICT = 14
REASON_FROM = 30  # cells that a reason beside the row needs


class Verdicts(NamedTuple):
    """The drawn step: a heading, a row a group, and the reasons for the chosen one."""

    heading: Row
    rows: tuple[Row, ...]
    reasons: tuple[Row, ...]


class _Columns(NamedTuple):
    """Where columns end; ``brought`` are those of what it brought that have room; ``reason`` may be None."""

    name: int
    kinds: tuple[int, int, int]
    brought: tuple[int, ...]
    verdict: int
    reason: int | None


def verdicts(draft: ReviewDraft, chosen: int, width: int, marks: Marks, told: int = 2) -> Verdicts:
    """Draw the step in ``width`` cells; the reasons are ``told`` in so many rows under their heading."""
    shape = _columns(draft, width)
    rows = tuple(_row(draft, n, n == chosen, shape, width, marks) for n in range(len(draft.figures)))
    return Verdicts(_heading(draft, shape, marks).fitted(width), rows, _reasons(draft, chosen, width, told))


def _columns(draft: ReviewDraft, width: int) -> _Columns:
    longest = max((cell_len(literal(each.group.name)) for each in draft.figures), default=0)
    columns = 0 if width < ECHO_FROM else 2 if width < SERVED_FROM else 3
    widths = [max(BROUGHT, cell_len(title) + 2) for title in _brought_titles()[:columns]]
    taken = 3 * FIGURE + sum(widths) + VERDICT + MARGIN
    name = max(SHORTEST_NAME, min(longest, LONGEST_NAME, width - INDENT - taken))
    first = INDENT + name + FIGURE
    kinds = (first, first + FIGURE, first + 2 * FIGURE)
    brought = tuple(kinds[2] + sum(widths[: n + 1]) for n in range(columns))
    verdict = (brought[-1] if brought else kinds[2]) + 3
    reason = verdict + VERDICT
    return _Columns(INDENT + name, kinds, brought, verdict, reason if width - reason - MARGIN >= REASON_FROM else None)


def _heading(draft: ReviewDraft, shape: _Columns, marks: Marks) -> Row:
    weeks = max((each.weeks for each in draft.figures), default=1)
    row = Row(INDENT).put(say("GROUP"), "dim")
    for kind, end, title in zip(Kind, shape.kinds, (say("GIVEN"), say("MET"), say("READ")), strict=True):
        row.to(end - cell_len(title) - 2).put(f"{marks.of(kind)} ", kind.value).put(title, "dim")
    for end, title in zip(shape.brought, _brought_titles(), strict=False):
        row.right(end, title, "dim")
    row.to(shape.verdict).put(say("VERDICT"), "dim")
    if shape.reason:
        row.to(shape.reason).put(plural(weeks, "BECAUSE, OVER {n} WEEK", "BECAUSE, OVER {n} WEEKS"), "dim")
    return row


def _brought_titles() -> tuple[str, ...]:
    return say("PEOPLE"), say("BACK"), say("SERVED")


def _row(  # noqa: PLR0917 - one row in its surroundings
    draft: ReviewDraft, number: int, chosen: bool, shape: _Columns, width: int, marks: Marks
) -> Row:
    figures = draft.figures[number]
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    row.put(figures.group.name, "text strong" if chosen else "text", shape.name - INDENT)
    for kind, end in zip(Kind, shape.kinds, strict=True):
        count = figures.minutes.of(kind)
        told = minutes(count) if figures.has(kind) else marks.none
        row.right(end, told, kind.value if count else "dim")
    for end, told in zip(shape.brought, _brought(figures), strict=False):
        row.right(end, told or marks.none, "text" if told else "dim")
    id_ = figures.group.id
    row.to(shape.verdict).extend(verdict_mark(draft.review.verdicts.get(id_), draft.proposals[id_], marks))
    if shape.reason:
        reasons = draft.proposals[figures.group.id].reasons
        row.to(shape.reason).put(reasons[0] if reasons else "", "dim", width - MARGIN - shape.reason)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def _brought(figures: GroupFigures) -> tuple[str, ...]:
    """People met, what came back and the minutes that served an objective; "" for none, and where it is not known."""
    back = "0" if figures.contributions and not (figures.echoes or figures.unanswered) else str(figures.echoes or "")
    return str(figures.people or ""), back, minutes(figures.served) if figures.served else ""


def _reasons(draft: ReviewDraft, chosen: int, width: int, told: int) -> tuple[Row, ...]:
    """Why the chosen group's verdict is proposed: a heading, and so many rows."""
    if not draft.figures:
        return (Row(),) * (1 + told)
    figures = draft.figures[chosen]
    proposal = draft.proposals[figures.group.id]
    row = Row(INDENT).put(figures.group.name, "text strong", max(8, width // 3))
    row.put(f"  {say('proposed:')} ", "dim").put(
        proposal.verdict.short if proposal.verdict else proposal.word, "text strong"
    )
    if figures.group.id in draft.unfelt:
        row.put("   ").put(say("How was it?"), "text").put("  0-3", "accent")
    lines = wrap(say("; ").join(proposal.reasons), width - 2 * INDENT, told)
    return (row.fitted(width), *(Row(INDENT).put(line, "text").fitted(width) for line in lines))
