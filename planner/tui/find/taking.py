"""What comes of taking a thing that was found: one goes to it, as it stands on its screen."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App

from planner.domain.grammar.findable import Sort, Thing
from planner.domain.week import Week

from ..widgets.planner import planner_of
from ..widgets.screen import PlannerScreen
from .actions import when_there


async def take_up(front: PlannerScreen, thing: Thing) -> None:
    """Go to a thing that is no action. Raises PlannerError where it is gone meanwhile."""
    planner = front.planner
    if thing.sort is Sort.GROUP:
        from planner.domain.audit.columns import View

        from ..groups.looking import Looked

        looked = planner.kept(Looked)
        looked.groups.view = View()
        looked.groups.choose(thing.id)
        planner.show("groups")
    elif thing.sort is Sort.PERSON:
        from ..people.finding import PeopleView, people_chooser

        people = planner.kept(people_chooser)
        people.view = PeopleView(order=people.view.order)
        people.choose(thing.id)
        _open(front, "people")
    elif thing.sort is Sort.COMPANY:
        from ..companies.screen import companies_chooser

        companies = planner.kept(companies_chooser)
        companies.view = ""
        companies.choose(thing.id)
        _open(front, "companies")
    elif thing.sort is Sort.WEEK:
        planner.show_week(Week.from_name(thing.id))
    elif thing.sort is Sort.NOTE:
        planner.show_entry(thing.id)
    elif thing.sort is Sort.THEME:
        front.change(lambda: front.desk.set_setting("theme", thing.id))
    elif thing.sort is Sort.SETTING:
        _ask_for_setting(front, thing.id)


def show_entry(app: App[Any], id_: str, then: str) -> None:
    """Go to an entry in the log, and take an action there. Raises Refused where there is none of that id."""
    from ..log.screen import LogView, log_chooser

    planner = planner_of(app)
    entry = planner.desk.find_entry(id_)
    log = planner.kept(log_chooser)
    log.view = LogView()
    log.clear()  # nothing of what stood there counts
    log.choose(entry.id, entry)
    planner.show("log", entry.week)
    if then:
        when_there(app.screen, partial(app.run_action, then, app.screen))


def _open(front: PlannerScreen, name: str) -> None:
    """Show a screen of rows, and the page of the chosen one."""
    front.planner.show(name)
    screen = front.app.screen
    when_there(screen, partial(front.app.run_action, "open", screen))


def _ask_for_setting(front: PlannerScreen, key: str) -> None:
    """Ask for a setting where all of them are asked for."""
    from ..settings.screen import SettingsScreen

    front.planner.show("settings")
    screen = front.app.screen
    if isinstance(screen, SettingsScreen):
        when_there(screen, partial(screen.ask_for, key))
