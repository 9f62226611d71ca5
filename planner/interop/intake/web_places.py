"""Places on the web: which group of hers an address, or a window, belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.domain.texts import folded, fresh_id, slug
from planner.domain.value import NamedTuple
from planner.interop.intake.format import Taking
from planner.interop.intake.mapping import Meaning, NameMap, name_map


class WebPlace(NamedTuple):
    """Where time was spent: in a group, as what her map makes of the address, if it makes anything of it."""

    group: str
    id: str  # of the group, or what it will have: it outlasts its name
    meaning: Meaning | None = None


class WebPlaces:
    """Which group an address belongs to: what her map says, else the group whose own address it lies under."""

    def __init__(self, taking: Taking) -> None:
        self._map: NameMap = name_map(taking.wishes.map, taking.desk.map_text())
        groups = [(plain_address(each.address), each) for each in taking.desk.book().groups.values() if each.address]
        # Of two addresses one of which lies under the other the longer one says more.
        self._groups = sorted(groups, key=lambda each: -len(each[0]))
        book = taking.desk.book()
        known = book.groups.values()
        self._called = {folded(name): group for group in known for name in (group.id, group.slug, group.name)}
        self._taken = book.group_words()
        self.said_by: dict[WebPlace, str] = {}  # an address by which her map says the kind of it
        self._known: dict[str, WebPlace | None] = {}

    def of(self, data: Mapping[str, object]) -> WebPlace | None:
        """The place of an event: by its address, or what window it is where it has none."""
        url = data.get("url")
        if data.get("incognito") is True:
            return None
        if isinstance(url, str) and url:
            return self._looked_up(plain_address(url[:2000]))
        app, title = data.get("app"), data.get("title")
        if isinstance(app, str) and isinstance(title, str) and app:
            return self._mapped(f"{app}/{title}"[:500])
        return None

    def _looked_up(self, address: str) -> WebPlace | None:
        if address not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            meaning = self._map.meaning("addresses", address)
            self._known[address] = self._mapped(address) if meaning else self._own(address)
        return self._known[address]

    def _mapped(self, address: str) -> WebPlace | None:
        meaning = self._map.meaning("addresses", address)
        if meaning is None or meaning.skip:
            return None
        own = self._own(address)
        called = meaning.group or (own.group if own else address.partition("/")[0])
        group = self._called.get(folded(called))
        id_ = group.id if group else fresh_id(slug(called), self._taken)
        place = WebPlace(group.name if group else called, id_, meaning if meaning.kind else None)
        if meaning.kind:
            self.said_by.setdefault(place, address)
        return place

    def _own(self, address: str) -> WebPlace | None:
        for own, group in self._groups:
            if address == own or address.startswith(f"{own}/"):
                return WebPlace(group.name, group.id)
        return None


def plain_address(url: str) -> str:
    """An address to compare: without what every one has, and what names only a place in a page or who sent her."""
    plain = re.sub(r"^[a-z][a-z0-9+.-]*://", "", folded(url.strip()))
    return re.split(r"[?#]", plain.removeprefix("www."), maxsplit=1)[0].rstrip("/")
