"""What a group is likely to be for, by what is known of it before anybody has looked at it."""

from __future__ import annotations

from ..group import Group, Role
from ..texts import words_of

#: Words of a name that give away what is only read.
_READ = {
    "actu", "actualites", "actus", "alerts", "alertes", "emploi", "emplois", "feed", "flux", "infolettre", "job",
    "jobs", "magazine", "news", "newsletter", "offres", "podcast", "presse", "revue", "veille", "watch",
}  # fmt: skip

#: Words of a name that give away where one is seen by those who decide.
_SEEN = {
    "blog", "conference", "conferences", "decideurs", "directors", "dirigeantes", "dirigeants", "executives", "forum",
    "leaders", "linkedin", "medium", "salon", "speakers", "tribune",
}  # fmt: skip


def likely_role(group: Group) -> Role:
    """The role that it has, else the one that its nature or its name makes likely."""
    if group.role is not Role.TIES:
        return group.role
    words = words_of(group.name)
    if group.nature.only_watched or _READ.intersection(words):
        return Role.WATCH
    return Role.VISIBILITY if _SEEN.intersection(words) else Role.TIES


def seems_read(group: Group) -> bool:
    """Whether a group that nobody has looked at seems to be one that is only read: better tools than a week's minutes
    do that."""
    return group.next_look is None and group.upkeep is None and likely_role(group) is Role.WATCH
