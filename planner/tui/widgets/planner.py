"""planner as its screens and widgets know it: what they ask of the app that they are shown by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual.app import App
from textual.widget import Widget

from planner.domain.week import Week
from planner.tui.widgets.drafts import Drafts
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.ink import Ink

if TYPE_CHECKING:
    from planner.desk import Desk
    from planner.domain.drift.drift import Signal


Made = TypeVar("Made")


class Planner(Protocol):
    """The desk, the colours, what was typed and left, and what the app does for a screen; see PlannerApp."""

    desk: Desk
    demo: bool
    drafts: Drafts
    ink: Ink
    standing: Signal | None

    @property
    def own_keys(self) -> Mapping[str, tuple[str, ...]]: ...

    @property
    def themes_folder(self) -> str: ...

    @property
    def screens(self) -> Mapping[str, str]: ...

    async def choose(self) -> None: ...

    def find(self) -> None: ...

    def help(self) -> None: ...

    def show(self, name: str, week: Week | None = None) -> None: ...

    def show_entry(self, id_: str, then: str = "") -> None: ...

    def show_week(self, week: Week) -> None: ...

    def tell(self, said: Notice) -> None: ...

    def hand_keys_to(self, widget: Widget, *, unread: bool = False) -> None: ...

    def wrong_keys(self, said: Mapping[str, str]) -> Sequence[str]: ...

    def kept(self, make: Callable[[], Made]) -> Made: ...

    def seen_now(self) -> None: ...

    def use_theme(self, name: str) -> bool: ...


def planner_of(app: App[object]) -> Planner:
    """The app, as ours."""
    return cast("Planner", app)
