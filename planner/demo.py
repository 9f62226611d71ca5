"""A believable sample: some months of one person's networking, in a folder that is thrown away.

The sample is the same every time but for its dates: it ends on the Thursday evening of the running week, which
leans, so that there is something to see whatever the day. Nothing of hers is read or written.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random

from planner import demo_people
from planner.clock import Clock, clock_from
from planner.demo_history import ECHOES, VERDICTS, WEEKS, history, known_since
from planner.demo_people import told
from planner.demo_week import DemoWeek
from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.instants import minutes_between, pinned
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Aim, Counts, Goal, Objective
from planner.domain.plan import Plan
from planner.domain.review import Review
from planner.domain.value.contexts import contextmanager
from planner.domain.week import Week
from planner.store.home import Home

OBJECTIVES = (
    Objective("visibility", "Be seen by those who decide", Aim.VISIBILITY, 1, measure=(Goal(Counts.CONTRIBUTIONS, 3),)),
    Objective("ties", "Meet people who know Lyon", Aim.RELATIONSHIPS, 2, measure=(Goal(Counts.MEETINGS, 2),)),
    Objective("market", "Understand the local economy", Aim.KNOWLEDGE, 3, measure=(Goal(Counts.MINUTES, 60),)),
)

GROUPS = (
    Group("lyon-ux", "lyon-ux", "Lyon UX", fit=Fit(3, 2, 3, 2), activity=3, worth=2, joy=3, upkeep=60, rank=1,
          objectives=("ties", "visibility"), platform="Slack", address="https://lyon-ux.example", place="Lyon",
          why="The trade, on the spot", if_then="When I open Lyon UX, I first answer one question."),
    Group("pmi-france", "pmi-france", "PMI France", roles=(Role.VISIBILITY,), fit=Fit(3, 2, 1, 1), activity=2, worth=1,
          joy=1, upkeep=45, rank=2, objectives=("visibility",), nature=Nature.ASSOCIATION,
          address="https://pmi-france.example", why="Recruiters read it"),
    Group("alumni-lyon", "alumni-lyon", "Alumni Lyon", fit=Fit(1, 1, 3, 2), activity=2, worth=3, joy=2, upkeep=30,
          rank=3, objectives=("ties",), nature=Nature.ASSOCIATION, place="Lyon", why="They open doors"),
    Group("women-in-product", "women-in-product", "Women in Product", roles=(Role.VISIBILITY,), fit=Fit(2, 2, 0, 3),
          activity=3, worth=2, joy=3, upkeep=40, rank=4, objectives=("visibility",), platform="LinkedIn"),
    Group("metro-news", "metro-news", "Métropole économie", roles=(Role.WATCH,), nature=Nature.FEED,
          fit=Fit(0, 2, 3, 1), activity=3, worth=1, joy=1, upkeep=15, rank=5, objectives=("market",), address="https://metro-news.example"),
    Group("agile-rhone", "agile-rhone", "Agile Rhône", standing=Standing.CANDIDATE, fit=Fit(2, 1, 3, 1), upkeep=30,
          rank=6, objectives=("ties",), nature=Nature.EVENTS, place="Lyon"),
    Group("startup-jobs", "startup-jobs", "Startup Jobs", standing=Standing.PARKED, roles=(Role.WATCH,), upkeep=40,
          rank=7),
    Group("product-tank", "product-tank", "Product Tank Lyon", standing=Standing.CANDIDATE, roles=(Role.VISIBILITY,),
          fit=Fit(3, 1, 3, 2), activity=2, joy=2, upkeep=30, rank=8, objectives=("visibility",), nature=Nature.EVENTS),
    Group("entrepreneurs-69", "entrepreneurs-69", "Entrepreneurs du 69", standing=Standing.CANDIDATE,
          fit=Fit(0, 2, 3, 1), activity=1, worth=1, upkeep=35, rank=9, objectives=("ties", "market"),
          nature=Nature.ASSOCIATION, place="Villeurbanne"),
    Group("tech-lyon", "tech-lyon", "Tech à Lyon", standing=Standing.CANDIDATE, roles=(Role.WATCH,),
          fit=Fit(1, 2, 3, 1), activity=3, upkeep=20, rank=10, objectives=("market",), platform="LinkedIn"),
    Group("grand-lyon", "grand-lyon", "Grand Lyon Entreprises", standing=Standing.PARKED, roles=(Role.WATCH,),
          nature=Nature.COMPANY, fit=Fit(0, 1, 3, 0), activity=2, upkeep=20, rank=11, objectives=("market",)),
    Group("freelances", "freelances", "Freelances du Rhône", standing=Standing.PARKED, fit=Fit(1, 1, 3, 1), activity=1,
          upkeep=25, rank=12),
    Group("ux-belgium", "ux-belgium", "UX Belgium", standing=Standing.LEFT, roles=(Role.VISIBILITY,),
          fit=Fit(3, 2, 0, 2), activity=2, worth=2, joy=1, upkeep=40, rank=13, reason="Moved to Lyon"),
    Group("hr-leaders", "hr-leaders", "HR Leaders", standing=Standing.LEFT, roles=(Role.WATCH,), fit=Fit(1, 1, 0, 0),
          upkeep=30, rank=14, reason="Eight weeks of reading, nobody met"),
)  # fmt: skip

#: Days until a group asks for its next look; two are due. The others were looked at when they were parked or left.
NEXT_LOOKS = {
    "lyon-ux": 50, "pmi-france": -6, "alumni-lyon": 50, "women-in-product": 50, "metro-news": 64, "agile-rhone": -12,
    "product-tank": 71, "entrepreneurs-69": 71, "tech-lyon": 78,
}  # fmt: skip
LOOKED = 29

#: Weeks since the groups were joined; those that are not named came with the move.
JOINED = {"ux-belgium": 160, "hr-leaders": 120, "women-in-product": 96, "pmi-france": 60}
MOVED = 32

PLAN = Plan(
    {
        "lyon-ux": Split(60, 60, 15),
        "pmi-france": Split(45, 30, 20),
        "alumni-lyon": Split(30, 45, 0),
        "women-in-product": Split(30, 0, 10),
        "metro-news": Split(0, 0, 15),
    },
    "Two coffees, and one answer before any reading.",
)

#: How it was to meet in some groups, one mark after the other.
JOYS = {"lyon-ux": (3, 3, 2), "alumni-lyon": (2,), "women-in-product": (1, 2, 1), "pmi-france": (1, 0, 2)}

#: The running week up to Thursday evening: day, hour, minute, minutes, kind, group, form, note, people.
THIS_WEEK = (
    (0, 9, 10, 25, Kind.CONTRIBUTION, "lyon-ux", "answer", "answered a question on forms", ()),
    (0, 21, 5, 30, Kind.WATCHING, "pmi-france", "thread", "the thread on certification", ()),
    (1, 18, 30, 60, Kind.MEETING, "lyon-ux", "event", "monthly meet-up", ("marie-dupont", "paul-roy", "fatou-ndiaye")),
    (1, 12, 40, 15, Kind.CONTRIBUTION, "alumni-lyon", None, "welcomed a new member", ()),
    (2, 21, 20, 40, Kind.WATCHING, "metro-news", "feed", "read the feed", ()),
    (2, 12, 30, 20, Kind.CONTRIBUTION, "women-in-product", "comment", "commented on a talk", ()),
    (3, 14, 30, 20, Kind.CONTRIBUTION, "lyon-ux", "share", "shared a template", ()),
    (3, 17, 50, 10, Kind.WATCHING, "pmi-france", "thread", "the thread on certification", ()),
)


@contextmanager
def demo_desk(environment: Mapping[str, str]) -> Iterator[Desk]:
    """A desk over the sample, in a folder that is gone afterwards."""
    with demo_with_week(environment) as (desk, _):
        yield desk


@contextmanager
def demo_with_week(environment: Mapping[str, str]) -> Iterator[tuple[Desk, DemoWeek]]:
    """The same, and its running week to be played from its Monday on, in another such folder."""
    clock = _thursday(clock_from(environment))
    now = clock.now()
    with _thrown_away() as folder:
        home = Home(os.path.join(folder, "sample"), clock.now, "planner --demo")
        fill(home, now, week=False)
        played = os.path.join(folder, "week")
        shutil.copytree(home.path, played)
        _fill_week(home, now)
        yield Desk(home, clock), DemoWeek(played, Week.of(now), clock.zone)


@contextmanager
def _thrown_away() -> Iterator[str]:
    """A folder that is gone afterwards, and where its terminal is closed or the program is told to end, too."""
    folder = tempfile.TemporaryDirectory(prefix="planner-demo-", ignore_cleanup_errors=True)

    def end(number: int, _: object) -> None:
        folder.cleanup()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        with folder:
            yield folder.name
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def fill(home: Home, now: datetime, *, week: bool = True) -> None:
    """Write the sample into an empty home, with its running ``week`` or up to it; it cannot be undone, because it is
    where she starts."""
    this = Week.of(now)
    with home.change("the sample") as kept:
        kept.undoable = False
        kept.put_setting("minutes", PLAN.total.total)
        for objective in OBJECTIVES:
            until = this.plus(30).sunday if objective.id == "ties" else None
            said = objective._replace(id=told(objective.id), title=told(objective.title))
            kept.put_objective(said._replace(since=this.plus(-WEEKS).monday, until=until))
        kept.put_groups(_dated(group, this, now.date()) for group in GROUPS)
        kept.put_people(demo_people.known_people(now.date(), known_since(this)))
        kept.put_steps(demo_people.steps(now.date()))
        for appointment in demo_people.appointments(now):
            kept.put_appointment(appointment)
        for back in range(WEEKS, -1, -1):
            kept.put_plan(this.plus(-back), PLAN._replace(intention=told(PLAN.intention)))
        for back in range(WEEKS, 0, -1):
            verdicts = VERDICTS[min(back, len(VERDICTS)) - 1]
            closed = datetime.combine(this.plus(-back).days[4], time(17, 10), now.tzinfo)
            kept.put_review(this.plus(-back), Review(verdicts=verdicts, closed=pinned(closed)))
        before = (entry for entry in _entries(now) if entry.day < this.monday)
        kept.put_entries([*before, *_serving(demo_people.what_passed(now))])
    if week:
        _fill_week(home, now)


def _fill_week(home: Home, now: datetime) -> None:
    """Write the entries of the running week."""
    with home.change("the sample") as kept:
        kept.undoable = False
        kept.put_entries(entry for entry in _entries(now) if entry.day >= Week.of(now).monday)


def _entries(now: datetime) -> Iterator[Entry]:
    """What was logged by then, but for what passed with those met more rarely."""
    this = Week.of(now)
    return _with_echo([*history(this, now), *_this_week(this, now)])


def _dated(group: Group, this: Week, today: date) -> Group:
    """A group with the day she joined it, the day of its next look, and what she wrote of it."""
    joined = this.plus(-JOINED.get(group.id, MOVED)).days[group.rank % 5]
    look = today + timedelta(days=NEXT_LOOKS.get(group.id, LOOKED))
    said = group._replace(why=told(group.why), if_then=told(group.if_then), reason=told(group.reason))
    return said._replace(since=joined, next_look=look, objectives=tuple(map(told, group.objectives)))


def _with_echo(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with the objectives that they serve, with what came back to some of them, and how it was to
    meet."""
    chance = Random(7)
    for entry in _serving(entries):
        echoes = ECHOES.get(entry.kind)
        echo = chance.choice(echoes) if echoes and chance.random() < 0.4 else None
        joys = JOYS.get(entry.group) if entry.kind is Kind.MEETING else None
        echo = echo and echo._replace(text=told(echo.text))
        yield entry._replace(echo=echo, joy=joys[entry.day.toordinal() % len(joys)] if joys else None)


def _serving(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with the objectives that their group serves."""
    serves = {group.id: group.objectives for group in GROUPS}
    for entry in entries:
        yield entry._replace(objectives=tuple(map(told, serves[entry.group])))


def _thursday(clock: Clock) -> Clock:
    """The clock of the Thursday evening of its week, still running; a frozen clock is left as it is."""
    if clock.frozen:
        return clock
    now = clock.now()
    evening = datetime.combine(Week.of(now).days[3], time(18, 40), now.tzinfo)
    return clock._replace(ahead=timedelta(minutes=minutes_between(now, evening)))


def _this_week(this: Week, now: datetime) -> Iterator[Entry]:
    for position, (number, hour, minute, minutes, kind, group, form, note, people) in enumerate(THIS_WEEK):
        start = _at(this.days[number], hour, minute, now)
        if minutes_between(start, now) >= minutes:
            yield Entry(f"demo-{position}", start, minutes, kind, group, form, people, note=told(note))


def _at(day: date, hour: int, minute: int, now: datetime) -> datetime:
    return pinned(datetime.combine(day, time(hour, minute), now.tzinfo))
