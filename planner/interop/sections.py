"""A document in sections, as Markdown or as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from planner.domain.cells import cells, padded
from planner.domain.value import NamedTuple
from planner.interop.markdown import Row, escaped, pipe_table


class Section(NamedTuple):
    """A title, sentences, and a table whose first row is its head (or none); after the first column it has figures."""

    title: str
    sentences: tuple[str, ...] = ()
    table: tuple[Row, ...] = ()
    figures: bool = True


def markdown(title: str, sections: Iterable[Section]) -> str:
    """CommonMark with pipe tables; every text of hers is escaped, so that it stays text."""
    parts = [f"# {escaped(title)}"]
    for section in sections:
        if section.title:
            parts.append(f"## {escaped(section.title)}")
        parts.extend(escaped(sentence) for sentence in section.sentences)
        if section.table:
            parts.append(pipe_table(section.table, "---:" if section.figures else "---"))
    return "\n\n".join(parts) + "\n"


def text(title: str, sections: Iterable[Section], aligned: Callable[[Section], Iterable[str]] | None = None) -> str:
    """Plain text in aligned columns; ``aligned`` sets a section's table for a page of another width."""
    aligned = aligned or (lambda section: _columns(section.table))
    parts = [title]
    for section in sections:
        head = [section.title.upper()] if section.title else []
        block = [*head, *(f"  {sentence}" for sentence in section.sentences)]
        parts.append("\n".join([*block, *aligned(section)]))
    return "\n\n".join(parts) + "\n"


def _columns(table: Sequence[Row]) -> Iterator[str]:
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield ("  " + "  ".join(map(padded, row, widths))).rstrip()
