"""What the rows of a log mean: which kind and which group, by her map and by the tags that say a kind themselves."""

from __future__ import annotations

from planner.domain.grammar.lexicon import kind_of
from planner.domain.texts import shown
from planner.domain.words import say
from planner.interop.intake.draft import Stretch
from planner.interop.intake.mapping import Meaning, NameMap


class Meanings:
    """The meanings of stretches by a map; rows repeat themselves, so that each is looked up once."""

    def __init__(self, names: NameMap) -> None:
        self._map = names
        self._known: dict[tuple[object, ...], Meaning | str | None] = {}

    def of(self, draft: Stretch) -> Meaning | str | None:
        """What its tags, its project and its address say; a text says why it is passed over."""
        meaning = self._said(draft)
        return Meaning(draft.proposed) if meaning is None and draft.proposed else meaning

    def is_proposed(self, draft: Stretch) -> bool:
        """Whether only planner takes it for what it is, so that she is to answer for it."""
        return draft.proposed is not None and self._said(draft) is None

    def contents(self, draft: Stretch) -> tuple[str, ...]:
        """What its source says now, in the ways that change nothing: what she has answered for is not asked again."""
        return (f"{draft.content}~", draft.content) if self.is_proposed(draft) else (draft.content,)

    def _said(self, draft: Stretch) -> Meaning | str | None:
        key = draft.tags, draft.project, draft.address
        if key not in self._known:
            self._known[key] = self._looked_up(draft)
        return self._known[key]

    def _looked_up(self, draft: Stretch) -> Meaning | str | None:
        said = [meaning for tag in draft.tags if (meaning := self._map.meaning("tags", tag))]
        named = [Meaning(*meant) for tag in draft.tags if (meant := kind_of(tag))]
        project = self._map.meaning("projects", draft.name) if draft.name else None
        address = self._map.meaning("addresses", draft.address) if draft.address else None
        meanings = [*said, *named, *filter(None, (project, address))]
        if any(each.skip for each in meanings):
            return say("your map skips “{project}”", project=shown(draft.name))
        of_tags = [each for each in (*said, *named) if each.kind]
        if len({each.kind for each in of_tags}) > 1:
            return say("its tags “{tags}” say two kinds", tags=shown(", ".join(draft.tags)))
        kinds = [each for each in meanings if each.kind]
        if not kinds:
            return None
        of_one_kind = [each for each in kinds if each.kind is kinds[0].kind]
        meaning = next((each for each in of_one_kind if each.form), kinds[0])
        return meaning._replace(
            group=next((each.group for each in (*filter(None, (project, address)), *said) if each.group), "")
        )
