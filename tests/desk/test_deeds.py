"""Deeds are kept beside the log: they follow groups and people, and count nowhere as time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.deed import Deed, Did
from planner.domain.people.thread import Passed
from planner.domain.people.tie import Stage
from planner.domain.weeks.log_filter import LogFilter
from tests.desk.conftest import THURSDAY

YEAR_AGO = THURSDAY - timedelta(days=365)
COMMENT = Deed("c", YEAR_AGO, Did.COMMENT, "lyon-ux")
MESSAGE = Deed("m", YEAR_AGO, Did.MESSAGE, person="mai-tran")
POST = Deed("p", YEAR_AGO, Did.POST)


@pytest.fixture
def done(desk: Desk) -> Desk:
    desk.add_person("Mai Tran")
    keep(desk, COMMENT, MESSAGE, POST)
    return desk


def keep(desk: Desk, *deeds: Deed) -> None:
    with desk._home.change("Read an archive") as kept:
        kept.put_deeds(deeds)


def kept(desk: Desk) -> dict[str, Deed]:
    return {deed.id: deed for deed in desk._home.deeds()}


def test_an_audit_says_what_was_done_there_and_counts_none_of_it(done: Desk) -> None:
    audit = done.audit(60)
    by_group = {row.group.id: row for row in audit.rows}
    assert by_group["lyon-ux"].archive and by_group["lyon-ux"].archive.counts == {Did.COMMENT: 1}
    assert by_group["pmi-france"].archive is None
    assert audit.elsewhere and audit.elsewhere.counts == {Did.POST: 1}
    assert by_group["lyon-ux"].figures.is_silent
    assert not list(done.entries(LogFilter()))


def test_a_person_s_thread_has_what_was_written(done: Desk) -> None:
    thread = done.thread("mai")
    assert thread.row.tie.stage is Stage.IN_TOUCH
    assert [item.what for item in thread.items] == [Passed.DEED]
    row = done.ties().row("mai-tran")
    assert row and row.tie == thread.row.tie and row.groups == ()


def test_deeds_follow_a_group_and_a_person_that_are_merged(done: Desk) -> None:
    done.merge_groups("pmi", "lyon")
    done.add_person("Mai Anh Tran")
    done.merge_people("mai-anh-tran", "mai-tran")
    assert kept(done)["c"].group == "pmi-france"
    assert kept(done)["m"].person == "mai-anh-tran"


def test_deeds_go_with_a_group_and_a_person_and_come_back_with_them(done: Desk) -> None:
    done.remove_group("lyon")
    done.remove_person("mai")
    assert kept(done).keys() == {"p"}
    done.undo()
    done.undo()
    assert kept(done) == {"c": COMMENT, "m": MESSAGE, "p": POST}


def test_a_home_with_deeds_is_found_in_order_and_backed_up_whole(done: Desk) -> None:
    assert [finding for finding in done.checkup().files if not finding.good] == []
    assert "deeds.json" in {finding.file for finding in done.checkup().files}
