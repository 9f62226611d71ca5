"""The hand-out as a file: its form by the ending of its name, and its content as bytes."""

from __future__ import annotations

import os

from planner.domain.errors import Misread
from planner.domain.texts import clean, printable_lines
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say
from planner.interop.exports import write_export

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.domain.weeks.handout import Handout

#: The endings of a page, and of Markdown.
_HTML, _MARKDOWN = (".html", ".htm"), (".md", ".markdown")


def usual_name(desk: Desk) -> str:
    """What the file is called where only its folder is said."""
    return f"planner-{desk.now():%Y-%m-%d}.html"


def check_path(path: str) -> None:
    """Raises Misread for a path that is no folder and has none of the endings."""
    if not os.path.isdir(path) and not path.lower().endswith((*_HTML, *_MARKDOWN)):
        raise Misread(say("“{path}” says no form: let it end in .html or .md, or name a folder.", path=clean(path)))


def write_handout(desk: Desk, path: str, handout: Handout) -> str:
    """Write the hand-out, readable for her alone; returns where it is. Raises Misread, and StoreError as an export."""
    check_path(path)
    is_page = os.path.isdir(path) or path.lower().endswith(_HTML)
    content = page(handout) if is_page else markdown(handout)
    return write_export(path, usual_name(desk), content, desk.folder, desk.lacking())


def page(handout: Handout) -> bytes:
    """The hand-out as HTML."""
    from planner.interop.handout_html import handout_html

    return printable_lines(handout_html(handout)).encode()


def markdown(handout: Handout) -> bytes:
    """The hand-out as Markdown."""
    from planner.interop.handout_markdown import handout_markdown

    return printable_lines(handout_markdown(handout)).encode()
