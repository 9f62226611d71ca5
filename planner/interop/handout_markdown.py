"""The hand-out as Markdown; what is drawn elsewhere stands there as a table."""

from __future__ import annotations

from planner.domain.feeds import MARK
from planner.domain.weeks.handout import Handout
from planner.interop.handout_parts import Part, parts, subtitle, title
from planner.interop.markdown import escaped, pipe_table


def handout_markdown(handout: Handout) -> str:
    """The hand-out as CommonMark with pipe tables; every text of hers is escaped, so that it stays text."""
    blocks = [f"<!-- {MARK} -->", f"# {escaped(title(handout))}", escaped(subtitle(handout))]
    for part in parts(handout):
        blocks += [f"## {escaped(part.title)}", *_blocks(part)]
    return "\n\n".join(blocks) + "\n"


def _blocks(part: Part) -> list[str]:
    blocks = [escaped(sentence) for sentence in part.sentences]
    if part.points:
        blocks.append("\n".join(f"- {escaped(point)}" for point in part.points))
    for table in part.tables:
        blocks += [f"### {escaped(table.title)}"] if table.title else []
        blocks.append(pipe_table(table.rows, "---"))
    return blocks
