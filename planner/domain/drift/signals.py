"""The signals: each asks one question of the week, and says in figures what it saw and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from .. import words
from ..group import USUAL
from ..instants import after, minutes_between
from ..kinds import HANDS, Kind, Split
from ..level import Level
from ..settings import EVERY_DAY, SIGNALS
from ..texts import brief, shown
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import say, spell_minutes, spell_range, wordings
from .advice import Advice, act_in, advised
from .bands import is_sure
from .drift import Signal
from .past_week import past_week

if TYPE_CHECKING:
    from ..book import Book
    from ..entry import Stretch
    from ..people.follow_ups import FollowUp
    from ..plan import Plan
    from ..timer import Timer
    from ..week import Week
    from .advice import Known
    from .course import Moment
    from .drift import Drift
    from .forecast import Forecast
    from .past_week import PastWeek

SITTING_GAP = 5  #: minutes between two stretches of one sitting
SITTING_OVER = 10  #: minutes after which a sitting is no longer spoken of
SITTING_LEAST = 30  #: minutes that no sitting is too long for
A_GLANCE = 15  #: minutes of watching a group that say nothing yet
WITHOUT_MEETING = 14  #: days
PASSED = "passed"  #: the cause of a cap that is passed, which is news whatever was said of its being likely


class Look(NamedTuple):
    """What a question is asked of: one week at one moment, with everything that is known then."""

    now: datetime
    week: Week
    drift: Drift  # without its signals, which are found here
    moment: Moment
    so_far: Sequence[Stretch]
    past: Sequence[PastWeek]
    book: Book
    timer: Timer | None
    plan: Plan | None
    advise: Callable[[Sequence[Kind]], Advice]  # the next act of some kinds: several questions want the same one
    known: Known | None = None
    unread: Collection[Week] = ()  # the weeks of which it is not known what was in them
    work_days: Collection[int] = EVERY_DAY  # 0 for Monday

    @property
    def over(self) -> bool:
        """Whether the week has ended."""
        return self.drift.over

    @property
    def cap(self) -> int | None:
        return self.drift.cap

    @property
    def watching(self) -> int:
        return self.moment.eyes.logged

    @property
    def given(self) -> int:
        """The minutes of the hands so far, without those arranged."""
        return sum(stretch.minutes for stretch in self.so_far if stretch.kind.is_hands)

    def act(self, kinds: Sequence[Kind] = HANDS) -> Advice:
        """The advised next act."""
        return self.advise(kinds)


#: What a question found: its text in several wordings, the fullest first, the advised act, what sets it apart from
#: others of its code, and how grave it is.
Finding = tuple[tuple[str, ...], Advice, str, Level]


def signals(look: Look, off: Iterable[str] = ()) -> Iterator[Signal]:
    """All that there is to say of a week, the gravest first; ``off`` are the codes not to ask for.

    In a week that has ended nothing can be done any more, so no act is advised.
    """
    silent = frozenset(off)
    heard = [
        _signal(code, finding, with_act=not look.over)
        for code, question in QUESTIONS.items()
        if code not in silent
        for finding in question(look)
    ]
    yield from sorted(heard, key=lambda signal: -signal.level)


def _signal(code: str, finding: Finding, *, with_act: bool) -> Signal:
    (text, *shorter), advice, cause, level = finding
    act = advice if with_act else Advice("")
    return Signal(code, level, text, act.text, cause, act.act, tuple(shorter), act.shorter)


def cap_in_danger(look: Look) -> Iterator[Finding]:
    """More was watched than the week's cap, or the forecast says that it may well be passed."""
    if look.cap is not None and look.drift.cap_level is not Level.BALANCED:
        if look.drift.cap_level is Level.ADRIFT:
            yield _cap_passed(look, look.cap), look.act(), PASSED, Level.ADRIFT
        else:
            yield _cap_near(look, look.cap), look.act(), "", look.drift.cap_level


def _cap_passed(look: Look, cap: int) -> tuple[str, ...]:
    day = words.full_day(_passed(look.so_far, cap))
    if look.over:
        told = say(
            "Reading passed its {cap} on {day}, and came to {about}.",
            cap=spell_minutes(cap),
            day=day,
            about=spell_minutes(look.watching),
        )
        return (told,)
    passed = (
        say("Reading passed its {cap} on {day}", cap=spell_minutes(cap), day=day)
        if cap
        else say("No reading was planned, and it began on {day}", day=day)
    )
    least = say("{told}.", told=passed)
    if abouts := _abouts(look.drift.forecast):
        return wordings(*(say("{passed}; {about} by Sunday.", passed=passed, about=about) for about in abouts), least)
    so_far = say("{passed}: {watching} so far.", passed=passed, watching=spell_minutes(look.watching))
    return wordings(so_far, least)


def _cap_near(look: Look, cap: int) -> tuple[str, ...]:
    watching, most = spell_minutes(look.watching), spell_minutes(cap)
    chance = _in_ten(look.drift.probability)
    full = (
        say(
            "Reading stands at {watching} of {cap}; {about} by Sunday, {chance} in 10 to pass it.",
            watching=watching,
            cap=most,
            about=about,
            chance=chance,
        )
        for about in _abouts(look.drift.forecast) or ("",)
    )
    least = say(
        "Reading stands at {watching} of {cap}, {chance} in 10 to pass it.", watching=watching, cap=most, chance=chance
    )
    return wordings(*full, least)


def out_of_balance(look: Look) -> Iterator[Finding]:
    """The week ended, or may well end, with over twice the reading for each minute of the hands that was planned."""
    balance = look.drift.balance
    if balance.level is not Level.BALANCED:
        text = say("{seen}; {planned}.", seen=_seen(look), planned=_planned(look))
        texts: tuple[str, ...] = text, say("{told}.", told=_seen(look))
        if not look.over:
            chance = (
                say("It is sure to end past twice that.")
                if is_sure(balance.probability)
                else say("{chance} in 10 to end past twice that.", chance=_in_ten(balance.probability))
            )
            texts = f"{text} {chance}", *texts
        yield wordings(*texts), look.act(), "", balance.level


def _seen(look: Look) -> str:
    reading = spell_minutes(look.watching)
    if not look.given:
        return say("All of this week was reading, {reading}", reading=reading)
    return say(
        "{reading} of reading to {hands} of giving and meeting", reading=reading, hands=spell_minutes(look.given)
    )


def _planned(look: Look) -> str:
    if look.plan is None:
        return say("there is no plan, so half and half is taken")
    total = look.plan.total
    return say(
        "the plan had {goal} of giving and meeting to {cap} of it",
        cap=spell_minutes(total.watching),
        goal=spell_minutes(total.hands),
    )


def goals_behind(look: Look) -> Iterator[Finding]:
    """The hands will likely end under four fifths of their goal; with what is possible at best, nine times in ten.

    Before there is evidence of two days no minutes are foretold, and the days that are left are told.
    """
    if look.plan is None or not look.drift.behind:
        return
    low, median, high = look.moment.hands.forecast()
    goal = look.plan.total.hands
    most = min(goal, look.given + look.moment.hands.left)  # what is arranged takes of the time that is left, too
    median, high = min(median, most), min(high, most)
    fields = {"done": spell_minutes(look.given), "goal": spell_minutes(goal)}
    days = sum(day > look.now.date() and day.weekday() in look.work_days for day in look.week.days)
    texts: tuple[str, ...] = (say("Giving and meeting stand at {done} of {goal}.", **fields),)
    if not look.moment.hands.evident and days:
        more = words.plural(
            days,
            "Giving and meeting stand at {done} of {goal}, with {n} more day to go.",
            "Giving and meeting stand at {done} of {goal}, with {n} more days to go.",
            **fields,
        )
        texts = more, *texts
    elif look.moment.hands.evident and not low == high == look.given:
        about = spell_minutes(median)
        foretold = say(
            "Giving and meeting stand at {done} of {goal}; about {median} by Sunday, at best about {high}.",
            **fields,
            median=about,
            high=spell_minutes(high),
        )
        shorter = say("Giving and meeting stand at {done} of {goal}; about {median} by Sunday.", **fields, median=about)
        texts = foretold, shorter, *texts
    yield wordings(*texts), look.act(), "", Level.BALANCED


def long_sitting(look: Look) -> Iterator[Finding]:
    """One sitting of watching goes on past twice its usual length, or has just ended so.

    Of a first day with watching nothing is known to hold it against: a usual length is not hers yet.
    """
    watched = sorted(
        (stretch for stretch in look.so_far if stretch.kind is Kind.WATCHING),
        key=lambda stretch: stretch.start,
        reverse=True,
    )
    if look.over or not watched or not look.moment.acquainted:
        return
    latest = watched[0]
    if minutes_between(after(latest.start, latest.minutes), look.now) > SITTING_OVER:
        return
    begin, lasted = latest.start, 0
    for stretch in watched:
        if minutes_between(after(stretch.start, stretch.minutes), begin) > SITTING_GAP:
            break
        begin, lasted = stretch.start, lasted + stretch.minutes
    group = look.book.groups.get(latest.group)
    usual = (group.usual if group else USUAL).watching
    if lasted > max(2 * usual, SITTING_LEAST):
        read = spell_minutes(lasted)
        text = say(
            "{lasted} of reading at one sitting, {group} last; its usual is {usual}.",
            lasted=read,
            group=look.book.group_name(latest.group),
            usual=spell_minutes(usual),
        )
        least = say("{lasted} of reading at one sitting.", lasted=read)
        yield wordings(text, least), look.act(), latest.group, Level.LEANING


def group_over_cap(look: Look) -> Iterator[Finding]:
    """One group's watching is past its own cap while the week is not."""
    if look.plan is None or look.drift.cap_level is Level.ADRIFT:
        return
    for id_, line in look.plan.lines.items():
        watched = _minutes(look.so_far, id_, (Kind.WATCHING,))
        if watched > max(line.watching, A_GLANCE) and not look.plan.shares(id_):
            name, read, cap = look.book.group_name(id_), spell_minutes(watched), spell_minutes(line.watching)
            texts = (
                say("{group}: {watched} read, of at most {cap}.", group=group, watched=read, cap=cap)
                for group in (name, brief(name))
            )
            yield wordings(*texts), look.act(), id_, Level.LEANING


def only_read(look: Look) -> Iterator[Finding]:
    """A selected group was only read for three weeks in a row: this week and two before it, or the three before it."""
    earlier = {look.week.minus(past_week.week): past_week.groups for past_week in look.past if not past_week.off}
    for group in look.book.selected():
        if group.is_only_read or _minutes(look.so_far, group.id, HANDS):
            continue
        read = [_minutes(look.so_far, group.id, (Kind.WATCHING,)) if not ago else 0 for ago in range(4)]
        for ago in (1, 2, 3):
            done = earlier.get(ago, {}).get(group.id, Split())
            read[ago] = 0 if done.hands else done.watching
        if read[1] and read[2] and (read[3] or read[0] > A_GLANCE):
            text = say(
                "{group} was only read for three weeks: {minutes}, and nothing given.",
                group=group.name,
                minutes=spell_minutes(sum(read)),
            )
            least = say("{group} was only read for three weeks.", group=brief(group.name))
            yield wordings(text, least), act_in(group, Kind.CONTRIBUTION), group.id, Level.LEANING


def no_meeting(look: Look) -> Iterator[Finding]:
    """Two weeks without a meeting, though something was logged in them and before them; a week off is none of them."""
    off = sum(week.off for week in look.past if look.week.minus(week.week) <= WITHOUT_MEETING // len(look.week.days))
    since = look.now - timedelta(days=WITHOUT_MEETING + off * len(look.week.days))
    known = [*look.past, past_week(look.week, None, look.so_far)]
    logged_since = any(week.last >= since for week in known if week.last)
    logged_before = any(week.first < since for week in known if week.first)
    met = max((week.met for week in known if week.met), default=None)
    if look.over or not (logged_since and logged_before) or (met and met >= since):
        return
    if any(week.ends(look.now.tzinfo) > (met or since) for week in look.unread):  # somebody may have been met in it
        return
    text = (
        say("The last meeting was {days} days ago.", days=(look.now.date() - met.date()).days)
        if met
        else say("Nobody was met for two weeks.")
    )
    yield (text,), look.act((Kind.MEETING,)), "", Level.LEANING


def weeks_leaning(look: Look) -> Iterator[Finding]:
    """Several weeks each leaned the same way, past their caps."""
    excesses = [sum(past.eyes.days) - past.planned.watching for past in look.past if past.planned is not None]
    if not excesses or excesses[-1] <= 0:
        return
    from .cusum import leaning  # only who has just read past her plan pays for it

    run = leaning(excesses)
    if run:
        text = words.plural(
            run,
            "Reading has leaned past its plan for {n} week, by {excess} on average.",
            "Reading has leaned past its plan for {n} weeks, by {excess} a week on average.",
            excess=spell_minutes(round(sum(excesses[-run:]) / run)),
        )
        least = words.plural(
            run,
            "Reading has leaned past its plan for {n} week.",
            "Reading has leaned past its plan for {n} weeks.",
        )
        yield wordings(text, least), look.act(), "", Level.LEANING


def follow_up_overdue(look: Look) -> Iterator[Finding]:
    """Something that was to follow with a person is overdue: the most urgent of it."""
    if look.over or not look.book.steps:
        return
    from ..people.cadence import NO_OTHERS
    from ..people.follow_ups import act_wordings, follow_ups  # only who has steps pays for it

    cadences = look.known.cadences() if look.known else NO_OTHERS
    late = [each for each in follow_ups(look.book, look.now.date(), cadences) if each.late > 0]
    if not late:
        return
    first = _called(late[0], shown(late[0].step.text))
    text = _late_words(first)
    texts: tuple[str, ...] = text, _late_words(_called(first, brief(first.step.text), brief(first.person.name)))
    if len(late) > 1:
        more = words.plural(len(late) - 1, "{n} more is overdue.", "{n} more are overdue.")
        texts = f"{text} {more}", *texts
    yield wordings(*texts), advised(act_wordings(first)), first.step.id, Level.LEANING


def _called(follow_up: FollowUp, text: str, name: str = "") -> FollowUp:
    """A follow-up with another text for its step, and another name for its person where one is given."""
    person = follow_up.person._replace(name=name) if name else follow_up.person
    return follow_up._replace(step=follow_up.step._replace(text=text), person=person)


def _late_words(follow_up: FollowUp) -> str:
    from ..people.follow_ups import step_words, when_words

    return say("{step} ({late}).", step=step_words(follow_up), late=when_words(follow_up))


_QUESTIONS: Sequence[Callable[[Look], Iterator[Finding]]] = (
    cap_in_danger,
    out_of_balance,
    long_sitting,
    group_over_cap,
    only_read,
    no_meeting,
    follow_up_overdue,
    weeks_leaning,
    goals_behind,
)

#: What is asked of a week, by the stable code of the signal it gives, the gravest first.
QUESTIONS = dict(zip(SIGNALS, _QUESTIONS, strict=True))


def _abouts(forecast: Forecast | None) -> tuple[str, ...]:
    """``about 1h50 (1h35 to 2h20)`` where it is wider than a minute, and ``about 1h50``; none where there is none."""
    if forecast is None:
        return ()
    median = spell_minutes(forecast.median)
    about = say("about {median}", median=median)
    if forecast.low == forecast.high:
        return (about,)
    low, high = spell_range(forecast.low, forecast.high)
    return say("about {median} ({low} to {high})", median=median, low=low, high=high), about


def _in_ten(chance: float | None) -> int:
    """A chance as so many in ten; what is not certain is never ten."""
    return min(9, round(10 * (chance or 0.0)))


def _passed(stretches: Sequence[Stretch], cap: int) -> datetime:
    """When the cap was passed: within the stretch that took the sum over it."""
    total = 0
    watched = sorted(
        (stretch for stretch in stretches if stretch.kind is Kind.WATCHING), key=lambda stretch: stretch.start
    )
    for stretch in watched:
        total += stretch.minutes
        if total > cap:
            return stretch.start
    raise ValueError("the cap was not passed")


def _minutes(stretches: Iterable[Stretch], group: str, kinds: Sequence[Kind]) -> int:
    return sum(stretch.minutes for stretch in stretches if stretch.group == group and stretch.kind in kinds)
