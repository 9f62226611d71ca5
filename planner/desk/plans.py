"""Plans: each week's own budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planner.desk.base import done, no_command_words
from planner.desk.planned import Planned
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.names import find_group
from planner.domain.group import Group, Standing
from planner.domain.kinds import Kind
from planner.domain.plan import (
    FAR_OFF,
    Plan,
    copied,
    minutes_words,
    plan_words,
    refuse_beyond_a_week,
    refuse_unplannable,
    short_words,
    usual_hands,
    with_cell,
)
from planner.domain.record import refuse_unread_week
from planner.domain.settings import USUAL_WEEK
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import plural, say, spell_minutes

if TYPE_CHECKING:
    from planner.domain.budget.budget import Suggestion


class Plans(Planned):
    """Setting, suggesting and copying a week's budget."""

    def keep_minutes(self, minutes: int) -> Change:
        """Keep how many minutes she has a week, in her settings: the one place. Raises Misread for no week's."""
        refuse_unplannable(minutes)
        before = self.settings().minutes
        words = minutes_words(minutes, before)
        if before == minutes:
            return Change(words, notes=(say("It was so already."),), undoable=False)
        with self._changing() as kept:
            kept.put_setting("minutes", minutes)
            return done(kept, words)

    def set_setting(
        self, key: str, text: str, wrong: Callable[[Mapping[str, str]], Sequence[str]] = lambda _: ()
    ) -> Change:
        """Set one of her settings to what is typed for it, or back to its usual value (``usual``).

        Raises Misread, and for keys with what is ``wrong`` with them.
        """
        from planner.domain.grammar.setting_rows import find_setting

        setting = find_setting(key)
        held = setting.read(text)
        if key == "keys" and held and (problems := wrong(setting.meant(held))):
            raise Misread(problems[0])
        if key == "minutes" and held is not None:
            return self.keep_minutes(held)
        off = self._off_in_theme(held) if key == "theme" and held is not None else ()
        value = setting.sort.words(setting.usual if held is None else setting.meant(held))
        words = say("{key}: {value} from now on", key=key, value=value)
        if held == "":
            words = say("{key}: {value}", key=key, value=value)
        if held is None:
            words = say("{key} as usual from now on: {value}", key=key, value=value)
        let = key == "on_warning" and self._let_run()
        with self._changing() as kept:
            kept.put_setting(key, held)
            change = done(kept, words, notes=off)
        if let:  # which is something, though the file says it already
            change = change._replace(notes=())
        if key == "on_warning" and held and (missing := _missing(held)):
            change = change._replace(notes=(*change.notes, missing))
        later = say("A screen that is open now has it once planner is started again.")
        return change._replace(notes=(*change.notes, later)) if setting.from_start and change.undoable else change

    def _let_run(self) -> bool:
        """Let her command run where it came from elsewhere, and be told what holds; returns whether it was kept from
        that."""
        from planner.domain.weeks.told_outside import ToldOutside

        return bool(self._home.told_outside().held) and self._home.keep_told(ToldOutside())

    def set_key(self, id_: str, keys: str, wrong: Callable[[Mapping[str, str]], Sequence[str]]) -> Change:
        """Let other keys stand for an action of the full screen (by its id), or its usual ones again (``usual``).

        Raises Misread for what is ``wrong`` with her keys as they would be then.
        """
        from planner.domain.grammar.setting_rows import USUAL

        usual = keys in USUAL
        own = {each: said for each, said in self.settings().keys.items() if each != id_}
        then = own if usual else {**own, id_: keys}
        if problems := wrong(then):
            raise Misread(problems[0])
        words = (
            say("{key} as usual from now on", key=id_)
            if usual
            else say("{key}: {value} from now on", key=id_, value=keys)
        )
        with self._changing() as kept:
            kept.put_setting("keys", then or None)
            return done(kept, words)

    def themes(self) -> tuple[str, ...]:
        """All themes there are, hers among them, by name."""
        from planner.theme_files import own_folder, theme_names

        return theme_names(own_folder(self.settings_folder))

    def _off_in_theme(self, name: str) -> tuple[str, ...]:
        """What is off in a theme, or hard to see. Raises Misread where there is none of that name, and BadTheme where
        it cannot be used."""
        from planner.theme import load_theme
        from planner.theme_files import own_folder

        themes = self.themes()
        if name not in themes:
            known = ", ".join(themes)
            raise Misread(say("There is no theme “{name}”; there are: {known}.", name=shown(name), known=known))
        return load_theme(name, own_folder(self.settings_folder)).notices

    def plan(self, week: Week) -> Plan | None:
        """The plan that she made for a week; None where it was never planned."""
        plan = self._home.week(week).plan
        return None if plan is None or plan.carried else plan

    def set_plan(self, week: Week, plan: Plan, minutes: int | None = None) -> Change:
        """Keep a whole plan for a week; with ``minutes``, as those she has from now on, in the same change.

        Raises Misread for one of more than a week has.
        """
        refuse_beyond_a_week(plan)
        notes: tuple[str, ...] = ()
        with self._changing() as kept:
            kept.put_plan(week, plan._replace(carried=None))
            if minutes is not None:
                notes = self._keep_with(kept, minutes)
            words = say("Planned {time} for {week}", time=spell_minutes(plan.total.total), week=week)
            notes = (*notes, *filter(None, [short_words(plan)]))
            change = done(kept, words, notes=notes)
        return self._with_totals(change, plan)

    def shorten(self, week: Week, days: int) -> Change:
        """Scale a week's plan, or the one it carries on, to so many of her days; all of them give it back whole.

        Raises Refused for a week without a plan, Misread for more days than are hers.
        """
        with self._changing() as kept:
            before = kept.week(week).plan or self._home.carried_plan(week)
            if before is None:
                raise Refused(
                    say("{week} has no plan to shorten; “planner plan suggest 240 --apply” makes one.", week=week)
                )
            plan = self.shortened(before, days)
            kept.put_plan(week, plan._replace(carried=None))
            was, now = spell_minutes(before.total.total), spell_minutes(plan.total.total)
            words = say("{week} is whole again: {time}, not {before}", week=week, time=now, before=was)
            if plan.off:
                words = say(
                    "{week} is a week off: nothing is planned or judged; it had {before}", week=week, before=was
                )
            elif plan.short:
                words = plural(
                    days,
                    "{week} has {n} of your {of} days: {time}, not {before}",
                    "{week} has {n} of your {of} days: {time}, not {before}",
                    week=week,
                    of=plan.short.of,
                    time=now,
                    before=was,
                )
            change = done(kept, words)
        return change if plan.off else self._with_totals(change, plan)

    def shortened(self, plan: Plan, days: int) -> Plan:
        """A plan as it is in a week of so many of her days. Raises Misread for more than are hers."""
        from planner.domain.budget.short_week import shortened

        hers = len(self.settings().work_days)
        if not 0 <= days <= hers:
            raise Misread(
                plural(
                    hers,
                    "“{days}” is no number of your days: you work on {n} of a week (planner config work_days).",
                    "“{days}” is no number of your days: you work on {n} of a week (planner config work_days).",
                    days=days,
                )
            )
        return shortened(plan, days, hers, self.book().groups)

    def follow_plan(self) -> Change:
        """Let this week's plan follow the groups selected today. Raises Refused where it does already."""
        refuse_unread(self.book())
        refuse_unread_week(self._home.week(self.this_week()))
        plan = self.followed_plan()
        if plan is None:
            raise Refused(say("This week’s plan has the groups selected today already; there is nothing to change."))
        return self.set_plan(self.this_week(), plan)

    def _with_totals(self, change: Change, plan: Plan) -> Change:
        """A change of a plan with what it comes to, by the minutes she has now."""
        notes = (*change.notes, *self._far_off(plan))
        return change._replace(standing=plan_words(plan, self.settings().minutes), notes=notes)

    def _far_off(self, plan: Plan) -> tuple[str, ...]:
        """What to say of a plan for more than the minutes she has, or far more than the last weeks had."""
        total, available = plan.total, self.settings().minutes
        notes = []
        if available and total.total > available:
            over = spell_minutes(total.total - available)
            notes.append(
                say("That is {over} more than the {available} you have.", over=over, available=spell_minutes(available))
            )
        elif not available and total.total > FAR_OFF * USUAL_WEEK:
            notes.append(say("That is far more than a usual week, which has {usual}.", usual=spell_minutes(USUAL_WEEK)))
        usual = usual_hands(self.lately())
        if usual is not None and total.hands > FAR_OFF * usual:
            notes.append(
                say(
                    "{hands} for the hands is far more than your last weeks, which had {usual}.",
                    hands=spell_minutes(total.hands),
                    usual=spell_minutes(usual),
                )
            )
        return tuple(notes)

    def set_cells(self, week: Week, group: str, cells: Mapping[Kind, int]) -> Change:
        """Set some cells of one group's row; a group that is not selected becomes so. Minutes a week.

        Raises Refused for a group that she has left: to be planned again it is to be selected first, by its name.
        """
        notes: tuple[str, ...] = ()
        with self._changing() as kept:
            planned = find_group(group, kept.book())
            _refuse_left(planned)
            if planned.standing is not Standing.SELECTED:
                again = planned._replace(standing=Standing.SELECTED)
                kept.put_group(again)
                self._take_back_endings(kept, again)
                notes = (say("{group} is selected now.", group=planned.name),)
            plan = kept.week(week).plan or self._home.carried_plan(week) or Plan({})
            for kind, value in cells.items():
                _refuse_hands_where_none_are(planned, kind, value)
                plan = with_cell(plan, planned.id, kind, value)
            refuse_beyond_a_week(plan)
            kept.put_plan(week, plan._replace(carried=None))
            change = done(kept, say("Planned {group} for {week}", group=planned.name, week=week), notes=notes)
        return self._with_totals(change, plan)

    def set_shared(self, week: Week, minutes: int) -> Change:
        """Set the watching that all groups share. Minutes a week."""
        with self._changing() as kept:
            plan = with_cell(kept.week(week).plan or Plan({}), None, Kind.WATCHING, minutes)
            refuse_beyond_a_week(plan)
            kept.put_plan(week, plan)
            words = say("Planned the reading for {week}", week=week)
            return done(kept, words, plan_words(plan, self.settings().minutes))

    def suggest(self, available: int, week: Week) -> Suggestion:
        """A plan for so many minutes over the selected groups, from what they took lately."""
        from planner.domain.budget.budget import suggest

        book = self.book()
        refuse_unread(book)
        groups = tuple(book.groups.values())
        met, felt = self.met_before(week), self.felt_lately()
        return suggest(available, groups, book.objectives, lately=self.lately(), met=met, felt=felt)

    def copied_plan(self, week: Week, source: Week | None = None) -> Plan:
        """The plan of ``source`` (the last planned week before, unless said) for the groups selected today.

        Raises Refused where there is no such plan.
        """
        refuse_unread(self.book())
        earlier = [source] if source else [other for other in reversed(self._home.weeks()) if other < week]
        if source:
            refuse_unread_week(self._home.week(source))
        for other in earlier:
            plan = self._home.week(other).plan
            if plan:
                return copied(plan, self.book().selected())
        if source:
            raise Refused(say("{week} has no plan to copy; “planner plan suggest 240” makes one.", week=source))
        raise Refused(say("No earlier week has a plan to copy; “planner plan suggest 240 --apply” makes one."))


def _refuse_left(group: Group) -> None:
    if group.standing is Standing.LEFT:
        raise Refused(
            say(
                "You have left {group}; to plan it, select it again: planner group edit {slug} --standing selected",
                group=group.name,
                slug=group.slug,
            )
        )


def _refuse_hands_where_none_are(group: Group, kind: Kind, value: int) -> None:
    if value and kind not in group.kinds:
        raise Misread(
            say(
                "{group} is a {nature}: it has nothing but watching, so it takes no {kind} minutes.",
                group=group.name,
                nature=say(group.nature.value),
                kind=kind.title,
            )
        )


def _missing(command: str) -> str:
    """That there is no such command on this machine, in words; "" where there is."""
    from shutil import which

    from planner.domain.grammar.setting_rows import command_words

    program = command_words(command)[0]
    return "" if which(program) else no_command_words(program)
