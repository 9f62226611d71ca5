"""Why the gauge stands where it does: both reasons in words, each forecast as a strip against its limit."""

from __future__ import annotations

from planner.domain.drift.balance import Balance, Share
from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.level import Level
from planner.domain.value import Later
from planner.tui.week.draw_reasons import reasons, strip
from planner.tui.week.why import why
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
from tests.screens.sample import report

BALANCE = Balance(Level.DRIFTING, 0.8, 4 / 9, lambda: Share(0.3, 0.7, 1.0))
DRIFT = Drift(Level.DRIFTING, 0.78, Forecast(55, 84, 199), 60, Later(tuple), Level.LEANING, BALANCE)


def told(drift: Drift, width: int = 100, marks: Marks = FULL) -> list[str]:
    return [row.text.strip() for row in reasons(drift, width, marks)]


def test_a_strip_runs_from_low_to_high_with_median_and_limit() -> None:
    assert strip((0, 50, 100), 75, 21, FULL, "drifting").text == "━━━━━━━━━━●━━━━┊━━━━━"
    assert strip((30, 40, 50), 60, 17, FULL, "balanced").text == "──────━━●━━─┊────"
    assert strip((30, 40, 50), 60, 17, ASCII, "balanced").text == "------==*==-|----"


def test_both_reasons_are_told_each_over_its_strip() -> None:
    cap, cap_strip, balance, balance_strip = told(DRIFT)
    assert cap == "Cap: 78 % likely to pass the cap of 1h; about 1h24 by Sunday (55 min to 3h19)."
    assert balance == "Balance: at most 44 % reading, 80 % likely to be passed; about 70 % by Sunday (30 to 100)."
    assert all("●" in each and "┊" in each for each in (cap_strip, balance_strip))


def test_what_cannot_be_said_has_no_strip() -> None:
    early = Drift(Level.BALANCED, None, None, 60, balance=Balance(limit=4 / 9))
    assert told(early) == [
        "Cap: too little is logged to say whether the cap of 1h will be passed.",
        "Balance: at most 44 % reading; too little is logged to judge it yet.",
    ]
    unplanned = Drift(Level.BALANCED, None, None, None, balance=Balance(limit=2 / 3, assumed=True))
    assert " ".join(told(unplanned)).endswith("without a plan, half and half is taken.")


def test_a_narrow_screen_wraps_the_words() -> None:
    assert all(len(row.text) <= 60 for row in reasons(DRIFT, 60, FULL))


def test_an_act_is_told_with_the_first_reason_for_it() -> None:
    signals = tuple(Signal(code, Level.LEANING, f"{code}.", "write to Paul") for code in ("cap", "balance"))
    rows = [
        row.text.strip()
        for row in why(report()._replace(drift=DRIFT._replace(finding=Later(lambda: signals))), 80, FULL)
    ]
    assert {"cap.", "balance."} <= set(rows) and rows.count("write to Paul") == 1


def test_a_reason_that_was_put_off_says_so_and_advises_nothing() -> None:
    signals = tuple(Signal(code, Level.LEANING, f"{code}.", f"act on {code}") for code in ("cap", "balance"))
    week = report()._replace(drift=DRIFT._replace(finding=Later(lambda: signals)), quiet=frozenset({("cap", "")}))
    rows = [row.text.strip() for row in why(week, 80, FULL)]
    assert rows[rows.index("cap.") + 1] == "Put off: not spoken of this week."
    assert rows[rows.index("balance.") + 1] == "act on balance"
    assert "act on cap" not in rows
