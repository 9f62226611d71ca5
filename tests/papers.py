"""The papers that stand beside the code, as tests read them: tables by heading, blocks of code, names, links."""

from __future__ import annotations

import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]

Rows = list[tuple[str, ...]]


def text_of(name: str) -> str:
    """A paper's text, by its path in the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


def plain(cell: str) -> str:
    """What a cell says: a link by its words, a name without its marks."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell).replace("`", "").strip()


def tables(text: str) -> dict[str, Rows]:
    """The rows of every table, without its head, under the heading it stands below."""
    found: dict[str, Rows] = {}
    heading, rule_seen = "", False
    for line in _without_code(text).splitlines():
        if title := re.match(r"#+ (.*)", line):
            heading = plain(title[1])
        if not line.startswith("|"):
            rule_seen = False
        elif re.fullmatch(r"\|( ?-+ ?\|)+", line):
            rule_seen = True
        elif rule_seen:
            found.setdefault(heading, []).append(tuple(map(plain, line.strip("|").split("|"))))
    return found


def blocks(text: str, language: str) -> list[str]:
    """The blocks of code of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def names(text: str) -> list[str]:
    """What stands between backquotes, outside blocks of code."""
    return re.findall(r"`([^`\n]+)`", _without_code(text))


def links(text: str) -> list[str]:
    """Where its links lead."""
    return re.findall(r"\]\(([^)\s]+)\)", _without_code(text))


def headings(text: str) -> list[str]:
    """Its headings, from above."""
    return [plain(title) for title in re.findall(r"^#+ (.*)$", _without_code(text), re.M)]


def anchors(text: str) -> set[str]:
    """The headings that may be linked to."""
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in headings(text)}


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
