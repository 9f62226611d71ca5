"""The companies and hashtags she follows: pages and feeds to consider."""

from __future__ import annotations

from datetime import date

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.texts import clean, folded
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .moments import day
from .story import Cells, Story, Unfit, told_by


class Follow(NamedTuple):
    """A company's page, or a hashtag's (``address``), that she follows ``since`` a day; None where none is said."""

    name: str
    since: date | None
    address: str = ""

    @property
    def is_hashtag(self) -> bool:
        return bool(self.address)


def _company(row: Cells) -> Follow:
    name = clean(row["organization"])[:LONGEST_NAME]
    if not name:
        raise Unfit(say("it has no name"))
    return Follow(name, day(row["followedon"]))


def _hashtag(row: Cells) -> Follow:
    from urllib.parse import quote

    word = clean(row["hashtag"]).removeprefix("#")[: LONGEST_NAME - 1]
    if not word:
        raise Unfit(say("it has no name"))
    if folded(row.get("state", "")).startswith(("un", "in", "del")):
        raise Unfit(say("it is no longer followed"))
    address = f"https://www.linkedin.com/feed/hashtag/{quote(word.casefold(), safe='')}/"
    return Follow(f"#{word}", day(row["createdtime"]), address)


COMPANIES = Story("company follows", ("organization", "followedon"), "followedon", told_by(_company))
HASHTAGS = Story("hashtag follows", ("hashtag", "createdtime"), "createdtime", told_by(_hashtag))
