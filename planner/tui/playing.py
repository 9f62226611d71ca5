"""The demo's first twenty seconds: a week is played on the real screens, until it is over or any key takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from planner.domain.errors import PlannerError
from planner.domain.words import say

from .widgets.draw_notice import Notice

if TYPE_CHECKING:
    from planner.desk import Desk


class Scene(Protocol):
    """A moment: the desk as it is then, what there is to say, for how many seconds, and on which screen."""

    @property
    def desk(self) -> Desk: ...

    @property
    def words(self) -> str: ...

    @property
    def seconds(self) -> float: ...

    @property
    def screen(self) -> str: ...


class Stage(Protocol):
    """What it is played on; see PlannerApp."""

    desk: Desk

    def show(self, name: str) -> None: ...

    def show_anew(self) -> None: ...

    def tell(self, said: Notice) -> None: ...

    def call_after_refresh(self, callback: Callable[[], object]) -> bool: ...


#: Does something in so many seconds.
Later = Callable[[float, Callable[[], None]], object]


class Playing:
    """Plays scenes on a stage, one after the other; ``later`` is the clock they go by."""

    def __init__(self, scenes: Iterator[Scene]) -> None:
        self._scenes = scenes
        self.first = next(scenes)
        self._own: Desk | None = None
        self._over: Callable[[], None] = lambda: None
        self._stage: Stage | None = None
        self.on = True  # from the first sight on: a key that comes before it has begun takes over, too

    def begin(self, stage: Stage, own: Desk, later: Later, over: Callable[[], None]) -> None:
        """Go on from the first scene, which is seen already; at the end, or when it is taken over, the stage has its
        ``own`` desk again, and ``over`` is called once."""
        self._stage, self._own, self._later, self._over = stage, own, later, over
        if self.on:
            self._say(self.first)
        else:
            self._end()

    def take_over(self) -> None:
        """Stop at once: the stage is hers."""
        if self.on:
            self.on = False
            self._end()

    def _end(self) -> None:
        if self._stage is None or self._own is None:  # it has not begun: it will not
            return
        self._stage.desk = self._own
        self._stage.show("week")
        self._stage.tell(Notice(say("Yours to try: a sample, thrown away when you leave. q leaves."), role="accent"))
        self._stage.show_anew()
        self._over()

    def _next(self) -> None:
        if not self.on or self._stage is None:
            return
        try:
            scene = next(self._scenes, None)
        except PlannerError:  # what cannot be played is no reason not to show the sample
            scene = None
        if scene is None:
            self.take_over()
            return
        self._stage.desk = scene.desk
        self._stage.show(scene.screen)
        if scene.screen == "week":
            self._stage.show_anew()
        self._say(scene)

    def _say(self, scene: Scene) -> None:
        """Say what a scene is about; on a screen that has just come up, once it is seen."""
        if self._stage is None:
            return
        if scene.screen == "week":
            self._tell(scene)
        else:
            self._stage.call_after_refresh(lambda: self._tell(scene))
        self._later(scene.seconds, self._next)

    def _tell(self, scene: Scene) -> None:
        if self.on and self._stage:
            self._stage.tell(Notice(scene.words, role="accent"))
