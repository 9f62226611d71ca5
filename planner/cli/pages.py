"""A page of help for each thing that a command does: its words, and the options that go with it.

What a page explains it takes from the command's own text: the lines, or the paragraph, that speak of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from planner.domain.value import NamedTuple


class Page(NamedTuple):
    """The words that follow, and the options (by the name of their value): ``only`` these, or all ``but`` some."""

    words: str = ""
    only: Collection[str] | None = ()
    but: Collection[str] = ()

    def has(self, option: str) -> bool:
        """Whether an option is on the page; ``--json`` and ``--help`` always are."""
        named = self.only is None or option in self.only
        return option in ("json", "help") or (named and option not in self.but)


def _all(words: str, *but: str) -> Page:
    return Page(words, None, but)


#: What each command does, and how.
PAGES: Mapping[str, Mapping[str, Page]] = {
    "plan": {
        "show": Page("", ("week",)),
        "set": Page("GROUP c=60 m=60 w=15", ("week",)),
        "suggest": Page("[MINUTES]", ("week", "apply")),
        "follow": Page(),
        "copy": Page("[WEEK]", ("week",)),
        "short": Page("DAYS", ("week",)),
    },
    "objective": {
        "add": _all("TITLE", "new_title", "reason"),
        "list": Page(),
        "show": Page("TITLE"),
        "edit": _all("TITLE", "reason"),
        "reach": Page("TITLE"),
        "drop": Page("TITLE", ("reason",)),
        "remove": Page("TITLE"),
    },
    "group": {
        "add": _all("NAME", "new_name"),
        "paste": Page("< LIST", ("standing",)),
        "list": Page(),
        "show": Page("NAME"),
        "edit": _all("NAME"),
        "park": Page("NAME", ("reason",)),
        "leave": Page("NAME", ("reason",)),
        "feed": Page("NAME", ("feed", "reason")),
        "merge": Page("STAYS GOES"),
        "remove": Page("NAME"),
    },
    "audit": {"take": Page("GROUP [VERDICT]", ("feed", "reason", "weeks"))},
    "person": {
        "add": _all("NAME", "name", "last", "by"),
        "list": Page("[TEXT]", ("by",)),
        "show": Page("NAME", ("last",)),
        "edit": _all("NAME", "last", "by"),
        "remove": Page("NAME"),
        "merge": Page("STAYS GOES"),
        "rest": Page("NAME"),
        "wake": Page("NAME"),
        "met": Page("ENTRY LINE…"),
        "doubles": Page(),
        "growth": Page(),
    },
    "company": {
        "list": Page("[TEXT]"),
        "show": Page("NAME"),
        "alike": Page(),
        "join": Page("STAYS GOES"),
    },
    "meet": {
        "add": Page("LINE", ("place",)),
        "list": Page("", ("all",)),
        "show": Page("ID"),
        "move": Page("ID LINE"),
        "edit": _all("ID", "all"),
        "held": Page("ID", ("minutes", "group")),
        "missed": Page("ID"),
        "remove": Page("ID"),
    },
    "next": {
        "done": Page("ID"),
        "put-off": Page("ID DAY"),
        "let-go": Page("ID"),
        "edit": Page("ID LINE"),
    },
    "import": {
        "toggl": Page("PATH…", ("dry_run", "map", "doubles")),
        "watson": Page("PATH…", ("dry_run", "map", "doubles")),
        "timewarrior": Page("PATH…", ("dry_run", "map", "doubles")),
        "csv": Page("PATH…", ("dry_run", "map", "doubles", "columns", "group")),
        "activitywatch": Page("PATH…", ("dry_run", "map", "doubles")),
        "ics": Page("PATH…", ("dry_run", "days", "group", "people", "me")),
        "vcard": Page("PATH…", ("dry_run",)),
        "opml": Page("PATH…", ("dry_run",)),
        "linkedin": Page("PATH…", ("dry_run", "map")),
        "json": Page("PATH", ("dry_run",)),
    },
    "imports": {"undo": Page("N")},
    "export": {
        "csv": Page("[PATH]", ("weeks", "group", "without_names")),
        "ics": Page("[PATH]", ("all", "alarm", "weeks", "group", "without_names")),
        "vcard": Page("[PATH]", ("version", "group")),
        "opml": Page("[PATH]", ("group",)),
        "markdown": Page("[PATH]", ("weeks", "group", "without_names")),
        "json": Page("[PATH]", ("weeks",)),
    },
    "completions": {"bash": Page(), "zsh": Page(), "fish": Page()},
}


def explained(text: str, command: str, act: str) -> str:
    """What a command's ``text`` says of one thing it does: its examples, and its paragraph."""
    return "\n".join(_closer([*_lines(text, command, act)])) or text.split("\n\n", 1)[0]


def _closer(lines: list[str]) -> list[str]:
    """Examples with what is said of them as near as these alone allow: the longest of the command may not be there."""
    import re  # only help pays for it

    said = [re.fullmatch(r"(planner .*?)( {2,})(\S.*)", line) for line in lines]
    if not all(said):
        return lines
    spare = min(len(each[2]) for each in said if each) - 2
    return [f"{each[1]}{each[2][spare:]}{each[3]}" for each in said if each]


def _lines(text: str, command: str, act: str) -> Iterator[str]:
    within = False
    for line in text.splitlines():
        example, paragraph = line.split()[:3] == ["planner", command, act], f"{line} ".startswith(f"{act} ")
        within = paragraph or (within and line.startswith("  ") and not line.lstrip().startswith("planner "))
        if example or within:
            yield line
