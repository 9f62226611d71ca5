"""What is drawn in the hand-out, as SVG within HTML: hours beside each other, and the balance week by week.

Hands stand up and eyes hang down, by one scale, so that a balanced stretch looks balanced; in black and white the
kinds are told apart by their edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from planner.domain.kinds import Kind
from planner.domain.weeks.handout import Handout, WeekBalance
from planner.domain.words import minutes, say, short_day
from planner.interop.handout_parts import hours

_WIDTH, _LEFT, _RIGHT = 720.0, 46.0, 6.0
_TOP, _HEIGHT, _BELOW = 44.0, 190.0, 34.0

#: Minutes between two lines of the scale, the finest first; and how many lines there are at most.
_STEPS, _LINES = (15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680), 7

#: Up to so many weeks each has its figures, and its day.
_ROOMY = 14


def hours_svg(handout: Handout) -> str:
    """Minutes a week as bars, one under the other."""
    bars = hours(handout)
    most = max(1, *(time for _, time in bars))
    drawn = []
    for number, (name, time) in enumerate(bars):
        y, wide = 20 + 40 * number, max(2.0, 600 * time / most)
        drawn += [
            _text(0, y, name, "name"),
            f'<rect class="bar{number}" x="0" y="{y + 6}" width="{wide:.1f}" height="12" rx="2"/>',
            _text(wide + 8, y + 17, minutes(time), "figure"),
        ]
    label = "; ".join(f"{name}: {minutes(time)}" for name, time in bars)
    return _svg(8 + 40 * len(bars), label, drawn)


def balance_svg(handout: Handout) -> str:
    """A column a week: contribution and meeting above the line, watching below it, goal and cap dotted."""
    scale = _Scale(handout.weeks)
    drawn = [*_legend(), *scale.lines()]
    column = (_WIDTH - _LEFT - _RIGHT) / len(handout.weeks)
    every = -(-len(handout.weeks) // _ROOMY)
    for number, each in enumerate(handout.weeks):
        x = _LEFT + column * number
        drawn += _column(each, x, column, scale, told=every == 1)
        if number % every == 0:
            day = short_day(each.week.monday, handout.today)
            drawn.append(_text(x + column / 2, _TOP + _HEIGHT + _BELOW - 10, day, "day"))
    return _svg(_TOP + _HEIGHT + _BELOW, say("The balance by week"), drawn)


class _Scale:
    """Where minutes of the hands and the eyes stand; one scale for both."""

    def __init__(self, weeks: Sequence[WeekBalance]) -> None:
        self.up = max([30, *(split.hands for each in weeks for split in (each.done, each.planned) if split)])
        self.down = max([15, *(split.watching for each in weeks for split in (each.done, each.planned) if split)])
        self._unit = (_HEIGHT - 24) / (self.up + self.down)
        self.zero = _TOP + 12 + self.up * self._unit

    def y(self, time: int) -> float:
        """Where so many minutes of the hands end; those of the eyes are less than none."""
        return self.zero - time * self._unit

    def lines(self) -> Iterator[str]:
        step = next((each for each in _STEPS if (self.up + self.down) / each <= _LINES), _STEPS[-1])
        for time in (*range(step, self.up + 1, step), *range(-step, -self.down - 1, -step)):
            y = self.y(time)
            yield f'<line class="scale" x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}"/>'
            yield _text(_LEFT - 8, y + 4, minutes(abs(time)), "tick")
        zero = f"{self.zero:.1f}"
        yield f'<line class="zero" x1="{_LEFT}" y1="{zero}" x2="{_WIDTH - _RIGHT}" y2="{zero}"/>'


def _column(each: WeekBalance, x: float, column: float, scale: _Scale, *, told: bool) -> Iterator[str]:
    middle, wide = x + column / 2, min(40.0, column * 0.62)
    left = middle - wide / 2
    if each.done is None:
        yield _text(middle, scale.zero - 6, "?", "day")
        return
    given, met, read = each.done
    yield _rect("contribution", left, scale.y(given), wide, scale.zero - scale.y(given))
    yield _rect("meeting", left, scale.y(given + met), wide, scale.y(given) - scale.y(given + met))
    yield _rect("watching", left, scale.zero, wide, scale.y(-read) - scale.zero)
    if each.planned:
        for name, time in (("goal", each.planned.hands), ("cap", -each.planned.watching)):
            y = scale.y(time)
            yield f'<line class="{name}" x1="{x + 2:.1f}" y1="{y:.1f}" x2="{x + column - 2:.1f}" y2="{y:.1f}"/>'
    if told and given + met:
        yield _text(middle, scale.y(given + met) - 5, minutes(given + met), "above")
    if told and read:
        lowest = max(read, each.planned.watching if each.planned else 0)  # clear of the cap
        yield _text(middle, scale.y(-lowest) + 13, minutes(read), "above")


def _legend() -> Iterator[str]:
    x = _LEFT
    for kind in Kind:
        yield _rect(kind.value, x, 6, 14, 11)
        yield _text(x + 20, 16, kind.title, "name")
        x += 26 + 7.2 * len(kind.title) + 14
    yield f'<line class="cap" x1="{x}" y1="12" x2="{x + 22}" y2="12"/>'
    yield _text(x + 28, 16, say("planned: goal above, cap below"), "name")


def _rect(name: str, x: float, y: float, width: float, height: float) -> str:
    if height < 0.05:
        return ""
    return f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _text(x: float, y: float, text: str, name: str) -> str:
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'


def _svg(height: float, label: str, drawn: Sequence[str]) -> str:
    inside = "\n".join(filter(None, drawn))
    box = f"0 0 {_WIDTH:.0f} {height:.0f}"
    return f'<svg viewBox="{box}" role="img" aria-label="{escape(label)}">\n{inside}\n</svg>'
