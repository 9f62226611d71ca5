"""One week of the sample, played: what is logged in it, and when; all by the desk, at a clock that is moved on.

Nothing in it is a figure made up: the desk judges the week as it judges hers. It lies in a folder of the sample's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, tzinfo

from planner.clock import Clock
from planner.demo_people import told
from planner.desk import Desk
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.review import Review, Verdict
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import say
from planner.store.home import Home


class Scene(NamedTuple):
    """A moment of the week: the desk as it is then, what there is to say, for how many seconds, and on which screen."""

    desk: Desk
    words: str
    seconds: float
    screen: str = "week"


class _Act(NamedTuple):
    """Something logged: its kind, the group's id, and the line that would be typed."""

    kind: Kind
    group: str
    line: Callable[[], str]


class _Moment(NamedTuple):
    """A moment, by its day (0 is Monday) and hour; what is done there, and the meetings that are held (ids)."""

    day: int
    hour: int
    minute: int
    seconds: float
    words: Callable[[], str]
    acts: tuple[_Act, ...] = ()
    held: tuple[str, ...] = ()


_GIVE, _MEET, _READ = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

_WEEK = (
    _Moment(0, 8, 30, 2.2, lambda: say("One week in twenty seconds. Any key takes over.")),
    _Moment(
        0, 13, 0, 2.0, lambda: say("Monday: she answers a question. What is done by hand is a solid mark."),
        (_Act(_GIVE, "lyon-ux", lambda: f"20 {told('answered a question on forms')}"),),
    ),
    _Moment(
        0, 21, 45, 2.0, lambda: say("In the evening she reads. Reading is a loose thread."),
        (_Act(_READ, "pmi-france", lambda: f"15 {told('the thread on certification')}"),),
    ),
    _Moment(
        1, 21, 30, 1.8, lambda: say("Tuesday: a little more of it."),
        (_Act(_READ, "metro-news", lambda: f"10 {told('read the feed')}"),),
    ),
    _Moment(
        2, 21, 40, 3.6, lambda: say("Wednesday: the week turns into reading. The gauge says why, and what to do."),
        (_Act(_READ, "pmi-france", lambda: f"20 {told('the thread on certification')}"),),
    ),
    _Moment(
        3, 14, 0, 1.8, lambda: say("Thursday: the lunch that was arranged."), (), ("demo-a0",),
    ),
    _Moment(
        3, 22, 15, 2.2, lambda: say("Thursday evening: a coffee with Olivier Costa, and no reading. Balanced again."),
        (_Act(_MEET, "pmi-france", lambda: f"75 @olivier-costa {told('coffee')}"),),
    ),
    _Moment(
        4, 17, 0, 1.8, lambda: say("Friday: a coffee with Paul Roy, and a comment that helps somebody."),
        (_Act(_GIVE, "women-in-product", lambda: f"30 {told('commented on a talk')}"),), ("demo-a1",),
    ),
)  # fmt: skip

_SUNDAY = (6, 18, 0, 4.0)

_VERDICTS = {"lyon-ux": Verdict.MORE, "pmi-france": Verdict.CONTRIBUTE, "metro-news": Verdict.KEEP}


class DemoWeek:
    """The week, moment by moment, over a sample in ``folder`` that knows nothing of it yet."""

    def __init__(self, folder: str, week: Week, zone: tzinfo) -> None:
        self._folder, self._week, self._zone = folder, week, zone

    def scenes(self) -> Iterator[Scene]:
        """Every moment once, each done when it is asked for; the last is the closed review."""
        logged: dict[Kind, str] = {}
        for moment in _WEEK:
            desk = self._desk(moment.day, moment.hour, moment.minute)
            for id_ in moment.held:
                desk.hold_appointment(id_)
            for act in moment.acts:
                entry = desk.log(act.line(), act.kind, desk.book().groups[act.group]).entry
                logged.setdefault(act.kind, entry.id if entry else "")
            yield Scene(desk, moment.words(), moment.seconds)
        *when, seconds = _SUNDAY
        desk = self._desk(*map(int, when))
        desk.keep_echo(logged[_GIVE], say("2 replies @marie"))
        desk.say_joy(logged[_MEET], "3")
        desk.close_review(self._week, Review(verdicts=_VERDICTS))
        yield Scene(desk, say("Sunday: the review names who came closer."), seconds, "review")

    def _desk(self, day: int, hour: int, minute: int) -> Desk:
        moment = pinned(datetime.combine(self._week.days[day], time(hour, minute), self._zone))
        clock = Clock(self._zone, moment)
        return Desk(Home(self._folder, clock.now, "planner --demo"), clock)
